/* The ground floor: memory, buffers, arenas, errors, digests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "vm/base/arena.h"
#include "vm/base/base.h"
#include "vm/base/buf.h"
#include "vm/base/err.h"
#include "vm/base/hash.h"

/* ---- memory ---- */

static void size_zero_gives_a_pointer_that_may_be_freed(void **state)
{
    (void)state;
    void *a = moot_malloc(0), *b = moot_calloc(0, 4), *c = moot_reallocarray(NULL, 0, 4);
    assert_true(a && b && c);
    moot_free(a);
    moot_free(b);
    moot_free(c);
    moot_free(NULL);
}

static void sizes_that_overflow_are_refused(void **state)
{
    (void)state;
    assert_null(moot_reallocarray(NULL, SIZE_MAX / 2, 3));
    assert_null(moot_calloc(SIZE_MAX / 2, 3));
    assert_null(moot_strndup("x", SIZE_MAX));
}

static void an_array_grows_and_keeps_its_content(void **state)
{
    (void)state;
    int *list = NULL;
    size_t cap = 0;
    for (int i = 0; i < 1000; i++) {
        assert_true(moot_grow((void **)&list, &cap, (size_t)i + 1, sizeof *list));
        list[i] = i;
    }
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(list[i], i);
    }
    size_t before = cap;
    assert_false(moot_grow((void **)&list, &cap, SIZE_MAX / 2, sizeof *list));
    assert_int_equal(cap, before);
    moot_free(list);
}

static void an_allocation_fails_when_told_to_and_so_do_the_next(void **state)
{
    (void)state;
    moot_alloc_fail_at(2);
    char *first = moot_strdup("first");
    assert_non_null(first);
    assert_null(moot_malloc(1));
    assert_null(moot_calloc(1, 1));
    assert_int_equal(moot_alloc_count(), 3);
    moot_alloc_fail_at(0);
    moot_free(first);
    first = moot_malloc(1);
    assert_non_null(first);
    moot_free(first);
}

/* ---- buffers ---- */

static void a_buffer_is_always_text(void **state)
{
    (void)state;
    moot_buf buf;
    moot_buf_init(&buf);
    assert_string_equal(moot_buf_text(&buf), "");
    moot_buf_str(&buf, "a");
    moot_buf_char(&buf, 'b');
    moot_buf_int(&buf, INT64_MIN);
    moot_buf_char(&buf, ' ');
    moot_buf_int(&buf, 0);
    moot_buf_printf(&buf, " %s-%d", "c", 7);
    assert_string_equal(moot_buf_text(&buf), "ab-9223372036854775808 0 c-7");
    assert_int_equal(buf.len, strlen(moot_buf_text(&buf)));
    moot_buf_clear(&buf);
    assert_string_equal(moot_buf_text(&buf), "");
    moot_buf_done(&buf);
    moot_buf_done(NULL);
}

static void json_strings_escape_what_they_must_and_nothing_else(void **state)
{
    (void)state;
    moot_buf buf;
    moot_buf_init(&buf);
    moot_buf_json(&buf, "a\"b\\c\n\t\x01\x7f \xc3\xa9/");
    assert_string_equal(moot_buf_text(&buf), "\"a\\\"b\\\\c\\n\\t\\u0001\\u007f \xc3\xa9/\"");
    moot_buf_done(&buf);
}

static void a_buffer_that_could_not_grow_says_so_until_cleared(void **state)
{
    (void)state;
    moot_buf buf;
    moot_buf_init(&buf);
    moot_alloc_fail_at(1);
    moot_buf_str(&buf, "lost");
    moot_alloc_fail_at(0);
    moot_buf_str(&buf, "dropped too");
    assert_false(moot_buf_ok(&buf));
    assert_string_equal(moot_buf_text(&buf), "");
    moot_buf_clear(&buf);
    moot_buf_str(&buf, "kept");
    assert_true(moot_buf_ok(&buf));
    assert_string_equal(moot_buf_text(&buf), "kept");
    moot_buf_done(&buf);
}

/* ---- arenas ---- */

static void arena_memory_is_zeroed_and_aligned_also_after_a_clear(void **state)
{
    (void)state;
    moot_arena arena;
    moot_arena_init(&arena);
    for (int round = 0; round < 3; round++) {
        for (size_t size = 0; size < 3000; size += 7) {
            unsigned char *piece = moot_arena_alloc(&arena, size);
            assert_non_null(piece);
            assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < size; i++) {
                assert_int_equal(piece[i], 0);
            }
            memset(piece, 0xAA, size);
        }
        assert_true(arena.used_bytes > 600000);
        moot_arena_clear(&arena);
        assert_int_equal(arena.used_bytes, 0);
    }
    moot_arena_done(&arena);
}

static void a_cleared_arena_needs_no_new_memory_for_the_same_work(void **state)
{
    (void)state;
    moot_arena arena;
    moot_arena_init(&arena);
    for (int round = 0; round < 2; round++) {
        moot_alloc_fail_at(round ? 1 : 0);
        for (int i = 0; i < 5000; i++) {
            assert_non_null(moot_arena_alloc(&arena, 100));
        }
        moot_arena_clear(&arena);
    }
    moot_alloc_fail_at(0);
    moot_arena_done(&arena);
}

static void an_arena_refuses_what_does_not_fit_in_memory(void **state)
{
    (void)state;
    moot_arena arena;
    moot_arena_init(&arena);
    assert_null(moot_arena_alloc(&arena, SIZE_MAX));
    assert_null(moot_arena_array(&arena, SIZE_MAX / 2, 4));
    char *text = moot_arena_strn(&arena, "texture", 4);
    assert_string_equal(text, "text");
    assert_string_equal(moot_arena_str(&arena, "é"), "é");
    moot_arena_done(&arena);
    moot_arena_done(NULL);
}

/* ---- errors ---- */

static void the_first_failure_is_kept_as_the_cause(void **state)
{
    (void)state;
    moot_err err;
    moot_err_init(&err);
    assert_int_equal(moot_fail(&err, MOOT_EDATA, "there is no fact \"%s\"", "ag"), MOOT_EDATA);
    assert_int_equal(moot_fail(&err, MOOT_ENOMEM, "later"), MOOT_EDATA);
    moot_err_at(&err, "inner.lua", 4, 7);
    moot_err_at(&err, "outer.lua", 1, 1);
    moot_err_in(&err, "stage \"mediation\"", NULL);
    moot_err_in(&err, "protocol", "stockport-2018 3.5/1");
    assert_string_equal(err.msg, "there is no fact \"ag\"");
    assert_string_equal(err.file, "inner.lua");
    assert_int_equal(err.line, 4);
    assert_string_equal(err.decl, "stage \"mediation\"");
    assert_string_equal(err.clause, "stockport-2018 3.5/1");
    assert_int_equal(moot_fail(NULL, MOOT_ELIMIT, "nobody listens"), MOOT_ELIMIT);
}

static void an_error_is_shown_with_its_line_and_a_caret(void **state)
{
    (void)state;
    const char *source = "first\n\tlocal é = facct \"x\"\r\nlast";
    moot_err err;
    moot_buf out;
    moot_err_init(&err);
    moot_buf_init(&out);
    moot_fail(&err, MOOT_EDATA, "there is no word \"facct\"; did you mean \"fact\"?");
    moot_err_at(&err, "p.lua", 2, 12);
    err.width = 5;
    moot_err_in(&err, "protocol \"p\"", "p 1");
    moot_err_format(&err, source, strlen(source), &out);
    assert_string_equal(moot_buf_text(&out),
                        "p.lua:2:12: there is no word \"facct\"; did you mean \"fact\"?\n"
                        "  \tlocal é = facct \"x\"\n"
                        "  \t          ^^^^^\n"
                        "  in protocol \"p\", clause p 1\n");
    moot_buf_done(&out);
}

static void a_long_line_is_shown_around_the_place(void **state)
{
    (void)state;
    char source[5001];
    memset(source, 'x', 5000);
    source[3000] = '!';
    source[5000] = '\0';
    moot_err err;
    moot_buf out;
    moot_err_init(&err);
    moot_buf_init(&out);
    moot_fail(&err, MOOT_EDATA, "odd");
    moot_err_at(&err, "f", 1, 3001);
    moot_err_format(&err, source, 5000, &out);
    assert_true(out.len < 400);
    const char *mark = strchr(moot_buf_text(&out), '!'), *caret = strchr(moot_buf_text(&out), '^');
    const char *line = strchr(moot_buf_text(&out), '\n') + 1, *under = strchr(line, '\n') + 1;
    assert_int_equal(mark - line, caret - under);
    moot_buf_done(&out);
}

static void a_message_is_one_line_of_whole_characters(void **state)
{
    (void)state;
    char text[900];
    moot_err err;
    moot_err_init(&err);
    memset(text, 0, sizeof text);
    for (size_t i = 0; i + 2 < sizeof text; i += 2) {
        memcpy(text + i, "\xc3\xa9", 2);
    }
    moot_fail(&err, MOOT_EDATA, "a\nb\x1b[31m%s", text);
    assert_int_equal(strncmp(err.msg, "a b?[31m\xc3\xa9", 10), 0);
    size_t len = strlen(err.msg);
    assert_true(len < sizeof err.msg);
    assert_string_equal(err.msg + len - 5, "\xc3\xa9...");
}

static void exit_statuses_are_those_of_the_interface(void **state)
{
    (void)state;
    static const struct {
        moot_code code;
        int status;
    } rows[] = { { MOOT_OK, 0 },      { MOOT_ENO, 1 },    { MOOT_EUSAGE, 2 },
                 { MOOT_EDATA, 3 },   { MOOT_ELIMIT, 4 }, { MOOT_ESTORE, 5 },
                 { MOOT_ESYSTEM, 5 }, { MOOT_ENOMEM, 5 }, { MOOT_EINTR, 130 } };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        assert_int_equal(moot_code_status(rows[i].code), rows[i].status);
    }
    assert_string_equal(moot_code_name(MOOT_EDATA), "EDATA");
}

static void a_list_keeps_its_limit_and_counts_the_rest(void **state)
{
    (void)state;
    moot_errs errs;
    moot_err err;
    moot_errs_init(&errs, 3);
    moot_err_init(&err);
    for (int i = 0; i < 5; i++) {
        moot_fail(&err, MOOT_EDATA, "number %d", i);
        moot_errs_take(&errs, &err);
        assert_int_equal(err.code, MOOT_OK);
    }
    moot_errs_take(&errs, &err);
    assert_int_equal(errs.count, 3);
    assert_int_equal(errs.dropped, 2);
    assert_string_equal(errs.list[2].msg, "number 2");
    moot_errs_done(&errs);
    moot_errs_init(&errs, 0);
    moot_fail(&err, MOOT_EDATA, "lost");
    moot_alloc_fail_at(1);
    moot_errs_take(&errs, &err);
    moot_alloc_fail_at(0);
    assert_int_equal(errs.count, 0);
    assert_int_equal(errs.dropped, 1);
    moot_errs_done(&errs);
}

/* ---- digests ---- */

static void sha256_is_what_sha256sum_shows(void **state)
{
    (void)state;
    char hex[65];
    moot_sha *sha = moot_sha_new();
    moot_sha_add(sha, "a", 1);
    moot_sha_add(sha, "bc", 2);
    moot_sha_take(sha, hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    moot_alloc_fail_at(1);
    assert_null(moot_sha_new());
    moot_alloc_fail_at(0);
}

static void texts_in_a_digest_keep_their_borders(void **state)
{
    (void)state;
    char one[65], two[65];
    moot_sha *sha = moot_sha_new();
    moot_sha_str(sha, "ab");
    moot_sha_str(sha, "c");
    moot_sha_int(sha, -1);
    moot_sha_take(sha, one);
    sha = moot_sha_new();
    moot_sha_str(sha, "a");
    moot_sha_str(sha, "bc");
    moot_sha_int(sha, -1);
    moot_sha_take(sha, two);
    assert_string_not_equal(one, two);
}

/* The digests go into protocols' hashes: they may not change with a machine or a version. */
static void small_digests_are_fixed_for_good(void **state)
{
    (void)state;
    assert_true(moot_hash64("", 0, 0) != moot_hash64("\0", 1, 0));
    assert_true(moot_hash64("12345678", 8, 1) != moot_hash64("12345678", 8, 2));
    assert_true(moot_mix64(1, 2) != moot_mix64(2, 1));
    assert_int_equal(moot_hash64("protocol", 8, 7), UINT64_C(0xcb97664d7a766e14));
}

static void errors_are_put_in_the_order_of_their_places(void **state)
{
    (void)state;
    static const struct {
        const char *msg, *file;
        int line, col;
    } given[] = { { "kept first", "z", 9, 9 }, { "d", "b", 1, 1 }, { "b", "a", 2, 7 }, { "c", "a", 2, 7 }, { "a", "a", 2, 3 } };
    static const char *const wanted[] = { "kept first", "a", "b", "c", "d" };
    moot_errs errs;
    moot_errs_init(&errs, 0);
    for (size_t i = 0; i < MOOT_COUNT(given); i++) {
        moot_err err;
        moot_err_init(&err);
        moot_fail(&err, MOOT_EDATA, "%s", given[i].msg);
        moot_err_at(&err, given[i].file, given[i].line, given[i].col);
        moot_errs_take(&errs, &err);
    }
    moot_errs_sort(&errs, 1);
    for (size_t i = 0; i < MOOT_COUNT(wanted); i++) {
        assert_string_equal(errs.list[i].msg, wanted[i]);
    }
    moot_errs_sort(&errs, errs.count);
    moot_errs_done(&errs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(size_zero_gives_a_pointer_that_may_be_freed),
        cmocka_unit_test(sizes_that_overflow_are_refused),
        cmocka_unit_test(an_array_grows_and_keeps_its_content),
        cmocka_unit_test(an_allocation_fails_when_told_to_and_so_do_the_next),
        cmocka_unit_test(a_buffer_is_always_text),
        cmocka_unit_test(json_strings_escape_what_they_must_and_nothing_else),
        cmocka_unit_test(a_buffer_that_could_not_grow_says_so_until_cleared),
        cmocka_unit_test(arena_memory_is_zeroed_and_aligned_also_after_a_clear),
        cmocka_unit_test(a_cleared_arena_needs_no_new_memory_for_the_same_work),
        cmocka_unit_test(an_arena_refuses_what_does_not_fit_in_memory),
        cmocka_unit_test(the_first_failure_is_kept_as_the_cause),
        cmocka_unit_test(an_error_is_shown_with_its_line_and_a_caret),
        cmocka_unit_test(a_long_line_is_shown_around_the_place),
        cmocka_unit_test(a_message_is_one_line_of_whole_characters),
        cmocka_unit_test(exit_statuses_are_those_of_the_interface),
        cmocka_unit_test(a_list_keeps_its_limit_and_counts_the_rest),
        cmocka_unit_test(sha256_is_what_sha256sum_shows),
        cmocka_unit_test(texts_in_a_digest_keep_their_borders),
        cmocka_unit_test(small_digests_are_fixed_for_good),
        cmocka_unit_test(errors_are_put_in_the_order_of_their_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
