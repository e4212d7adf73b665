/* Draws: Philox against a slow version of its definition and against its authors' known answers, and evenness. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "tests/vm/oracle_protocol.h"
#include "vm/base/hash.h"
#include "vm/base/random.h"

/* Philox 4x64 with ten rounds, written from its definition with 32-bit products. */
static uint64_t high_half(uint64_t a, uint64_t b)
{
    uint64_t a0 = a & 0xffffffffu, a1 = a >> 32, b0 = b & 0xffffffffu, b1 = b >> 32;
    uint64_t middle = a1 * b0 + ((a0 * b0) >> 32);
    uint64_t low = (middle & 0xffffffffu) + a0 * b1;
    return a1 * b1 + (middle >> 32) + (low >> 32);
}

static void slow_philox(uint64_t c[4], uint64_t k0, uint64_t k1)
{
    for (int round = 0; round < 10; round++) {
        uint64_t high0 = high_half(0xD2E7470EE14C6C93u, c[0]), low0 = 0xD2E7470EE14C6C93u * c[0];
        uint64_t high1 = high_half(0xCA5A826395121157u, c[2]), low1 = 0xCA5A826395121157u * c[2];
        uint64_t next[4] = { high1 ^ c[1] ^ k0, low1, high0 ^ c[3] ^ k1, low0 };
        memcpy(c, next, sizeof next);
        k0 += 0x9E3779B97F4A7C15u;
        k1 += 0xBB67AE8584CAA73Bu;
    }
}

/* The three known answers that its authors publish: nothing, all ones, the digits of pi. */
static void philox_gives_its_known_answers(void **state)
{
    static const struct {
        uint64_t counter[4], key[2], answer[4];
    } known[] = {
        { { 0 }, { 0 }, { 0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b } },
        { { UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX }, { UINT64_MAX, UINT64_MAX },
          { 0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0 } },
        { { 0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89 },
          { 0x452821e638d01377, 0xbe5466cf34e90c6c },
          { 0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6 } },
    };
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(known); i++) {
        uint64_t c[4];
        memcpy(c, known[i].counter, sizeof c);
        slow_philox(c, known[i].key[0], known[i].key[1]);
        assert_memory_equal(c, known[i].answer, sizeof c);
    }
    moot_draw_key nothing = { 0, 0, 0, 0, 0, 0, 0 };
    assert_true(moot_draw(&nothing) == 0x16554d9eca36314c);
}

/* Every part of a key has its own place in the counter or the key: those who resume a run rely on it. */
static void a_draw_is_philox_of_its_key(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 100; i++) {
        moot_draw_key k = { 0x9E3779B97F4A7C15u * i, i * 3u, moot_mix64(i, 1), moot_mix64(i, 2), i % 5, i * 7u, i };
        uint64_t c[4] = { k.subject, k.name, ((uint64_t)k.visit << 32) | k.attempt, k.purpose };
        slow_philox(c, k.seed, k.replicate);
        assert_true(moot_draw(&k) == c[0]);
    }
}

static void a_draw_below_is_below_and_even(void **state)
{
    int counts[10] = { 0 };
    (void)state;
    for (uint32_t i = 0; i < 20000; i++) {
        moot_draw_key k = { 2026, 0, i, 0, 0, 0, 0 };
        uint32_t n = moot_draw_below(&k, 10);
        assert_true(n < 10);
        assert_int_equal(moot_draw_below(&k, 1), 0);
        assert_true(moot_draw_below(&k, UINT32_MAX) < UINT32_MAX);
        counts[n]++;
    }
    assert_true(chi_square(counts, 10, 20000) < 27.88); /* once in a thousand, 9 degrees of freedom */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(philox_gives_its_known_answers),
        cmocka_unit_test(a_draw_is_philox_of_its_key),
        cmocka_unit_test(a_draw_below_is_below_and_even),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
