/* Rarity: who is like few others, and how coarse it must be told that nobody is. Classes are counted by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "vm/base/rarity.h"

static void decade(const char *known, int level, moot_buf *out)
{
    (void)level;
    moot_buf_add(out, known, 3);
}

static const char *const told[] = { "as ten years" };
static const moot_rarity_column columns[] = { { "year", 3, decade, told }, { "sex", 2, NULL, NULL } };
#define ROWS(list) ((moot_rarity){ columns, 2, MOOT_COUNT(list) / 2, list })

/* Three of 2001, female; two of 2002, female; one of 1999, male. */
static const char *const six[] = { "2001", "f", "2002", "f", "2001", "f", "1999", "m", "2002", "f", "2001", "f" };

static void expect(const moot_rarity *r, int year, int sex, size_t below, size_t smallest, size_t small, size_t unique)
{
    const int levels[] = { year, sex };
    moot_rarity_found found;
    moot_err err;
    moot_err_init(&err);
    assert_int_equal(moot_rarity_count(r, levels, below, &found, &err), MOOT_OK);
    assert_int_equal(found.smallest, smallest);
    assert_int_equal(found.small_rows, small);
    assert_int_equal(found.unique, unique);
}

static void classes_are_counted(void **state)
{
    const moot_rarity r = ROWS(six), none = { columns, 2, 0, six };
    (void)state;
    expect(&r, 0, 0, 3, 1, 3, 1);
    expect(&r, 1, 0, 3, 1, 1, 1); /* five of 200…, one of 199… */
    expect(&r, 2, 0, 3, 1, 1, 1);
    expect(&r, 0, 1, 3, 1, 3, 1);
    expect(&r, 2, 1, 6, 6, 0, 0);
    expect(&r, 2, 1, 7, 6, 6, 0);
    expect(&none, 0, 0, 3, 0, 0, 0);
}

/* "2001" and "f" are not "200" and "1f"; nor is what is not known the same as what is. */
static void what_is_not_known_is_a_value(void **state)
{
    static const char *const list[] = { "", "f", "2001", "f", "", "f", "2001", "f", "2001", "" };
    const moot_rarity r = ROWS(list);
    (void)state;
    expect(&r, 0, 0, 2, 1, 1, 1);
    expect(&r, 1, 0, 2, 1, 1, 1);
    expect(&r, 0, 1, 2, 2, 0, 0);
}

/* Of the six above the one of 1999 stays alone by his decade and by his sex: both are left out. */
static void it_climbs_until_none_is_small(void **state)
{
    static const char *const list[] = { "2001", "f", "2002", "f", "2003", "m", "2004", "m", "2011", "m", "2012", "f" };
    const moot_rarity r = ROWS(list), alone = ROWS(six);
    int levels[] = { 0, 0 };
    moot_rarity_found found;
    size_t column;
    moot_err err;
    (void)state;
    moot_err_init(&err);
    assert_int_equal(moot_rarity_helps(&r, levels, 2, &column, &found, &err), MOOT_OK);
    assert_int_equal(column, 0);
    assert_int_equal(found.small_rows, 2); /* 200… f f, m m; 201… m, f */
    /* Then either column would do: the year, which comes first, is left out, and three are f and three m. */
    assert_int_equal(moot_rarity_climb(&r, levels, 2, &found, &err), MOOT_OK);
    assert_int_equal(levels[0], 2);
    assert_int_equal(levels[1], 0);
    assert_int_equal(found.smallest, 3);
    levels[0] = levels[1] = 0;
    assert_int_equal(moot_rarity_climb(&alone, levels, 2, &found, &err), MOOT_OK);
    assert_int_equal(levels[0], 2);
    assert_int_equal(levels[1], 1);
    assert_int_equal(found.smallest, 6);
}

/* Seven are never among six. */
static void where_there_are_too_few_it_ends(void **state)
{
    const moot_rarity r = ROWS(six);
    int levels[] = { 0, 0 };
    moot_rarity_found found;
    size_t column = 0;
    moot_err err;
    (void)state;
    moot_err_init(&err);
    assert_int_equal(moot_rarity_climb(&r, levels, 7, &found, &err), MOOT_OK);
    assert_int_equal(found.small_rows, 6);
    assert_int_equal(moot_rarity_helps(&r, levels, 7, &column, &found, &err), MOOT_OK);
    assert_true(column == MOOT_RARITY_NONE);
}

static void want_of_memory_is_told(void **state)
{
    const moot_rarity r = ROWS(six);
    moot_err err;
    (void)state;
    for (unsigned long n = 1;; n++) {
        int levels[] = { 0, 0 };
        moot_rarity_found found;
        moot_err_init(&err);
        moot_alloc_fail_at(n);
        moot_code code = moot_rarity_climb(&r, levels, 2, &found, &err);
        moot_alloc_fail_at(0);
        if (code == MOOT_OK) {
            assert_true(n > 3);
            break;
        }
        assert_int_equal(code, MOOT_ENOMEM);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_are_counted),
        cmocka_unit_test(what_is_not_known_is_a_value),
        cmocka_unit_test(it_climbs_until_none_is_small),
        cmocka_unit_test(where_there_are_too_few_it_ends),
        cmocka_unit_test(want_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
