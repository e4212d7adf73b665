/* Strict UTF-8, counting, columns, one normal form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "vm/base/text.h"

static void utf8_is_checked_strictly(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t len, bad; /* bad == len: good */
    } rows[] = {
        { "", 0, 0 },
        { "plain ASCII, long enough for the fast way", 41, 41 },
        { "h\xc3\xa9", 3, 3 },
        { "\xe2\x82\xac\xf0\x9f\x8f\xa0", 7, 7 },
        { "\xf4\x8f\xbf\xbf", 4, 4 }, /* U+10FFFF, the last */
        { "a\0b", 3, 3 },             /* NUL is a character here */
        { "ab\xff", 3, 2 },
        { "12345678\x80", 9, 8 }, /* a continuation with no lead */
        { "x\xc3", 2, 1 },        /* cut short */
        { "\xc0\xaf", 2, 0 },     /* overlong '/' */
        { "\xe0\x80\xaf", 3, 0 },
        { "ok\xed\xa0\x80", 5, 2 },   /* a surrogate */
        { "\xf4\x90\x80\x80", 4, 0 }, /* past U+10FFFF */
        { "caf\xe9 as Windows writes it", 24, 3 },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        size_t bad = rows[i].len;
        int good = moot_utf8_check(rows[i].bytes, rows[i].len, &bad);
        assert_int_equal(good, rows[i].bad == rows[i].len);
        assert_int_equal(bad, rows[i].bad);
    }
}

static void the_door_says_where_and_what_to_do(void **state)
{
    (void)state;
    moot_err err;
    moot_err_init(&err);
    assert_int_equal(moot_text_check("one\ntwo", 7, "the script", &err), MOOT_OK);
    assert_int_equal(moot_text_check("one\n\xc3\xa9\xe9", 7, "the script", &err), MOOT_EDATA);
    assert_int_equal(err.line, 2);
    assert_int_equal(err.col, 2);
    assert_non_null(strstr(err.msg, "the script is not UTF-8: byte 7 is 0xE9; save"));
}

static void an_embedded_nul_is_refused_and_the_first_fault_named(void **state)
{
    (void)state;
    moot_err err;
    moot_err_init(&err);
    assert_int_equal(moot_text_check("ab\0c\xff", 5, "this line", &err), MOOT_EDATA);
    assert_int_equal(err.col, 3);
    assert_non_null(strstr(err.msg, "this line holds a NUL byte (at byte 3)"));
    moot_err_init(&err);
    assert_int_equal(moot_text_check("a\xff\0", 3, "this line", &err), MOOT_EDATA);
    assert_non_null(strstr(err.msg, "byte 2 is 0xFF"));
    assert_int_equal(moot_text_check("\0", 1, "this line", NULL), MOOT_EDATA);
    assert_int_equal(moot_text_check("", 0, "this line", NULL), MOOT_OK);
}

static void code_points_and_cells_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t count, cells;
    } rows[] = {
        { "", 0, 0 },
        { "abc", 3, 3 },
        { "\xc3\xa9", 1, 1 },
        { "e\xcc\x81", 2, 1 },    /* e and a combining accent */
        { "\xe4\xbd\x8f", 1, 2 }, /* a wide character */
        { "a\tb", 3, 2 },         /* control characters have no cell */
        { "\xff\xff", 2, 2 },     /* broken bytes count one each */
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        size_t len = strlen(rows[i].text);
        assert_int_equal(moot_text_count(rows[i].text, len), rows[i].count);
        assert_int_equal(moot_text_width(rows[i].text, len), rows[i].cells);
    }
    assert_int_equal(moot_text_fit("e\xcc\x81xyz", 6, 2), 4);
    assert_int_equal(moot_text_fit("xyz", 3, 9), 3);
}

static void one_name_however_it_was_typed(void **state)
{
    (void)state;
    moot_buf buf;
    moot_buf_init(&buf);
    moot_text_nfc("Cafe\xcc\x81 plain", 12, &buf);
    assert_string_equal(moot_buf_text(&buf), "Caf\xc3\xa9 plain");
    moot_text_nfc(" ASCII", 6, &buf);
    assert_string_equal(moot_buf_text(&buf), "Caf\xc3\xa9 plain ASCII");
    moot_buf_done(&buf);
    moot_buf_init(&buf);
    moot_alloc_fail_at(1);
    moot_text_nfc("\xc3\xa9", 2, &buf);
    moot_alloc_fail_at(0);
    assert_false(moot_buf_ok(&buf));
    moot_buf_done(&buf);
}

static void text_is_cut_between_characters(void **state)
{
    (void)state;
    char small[8];
    assert_int_equal(moot_utf8_cut("a\xe2\x82\xac", 4), 4);
    assert_int_equal(moot_utf8_cut("a\xe2\x82\xac", 3), 1);
    assert_int_equal(moot_utf8_cut("a\xe2\x82\xac", 2), 1);
    assert_int_equal(moot_utf8_cut("\xf0\x9f\x8f\xa0", 3), 0);
    assert_int_equal(moot_utf8_cut("abc", 3), 3);
    assert_int_equal(moot_utf8_cut("", 0), 0);
    assert_string_equal(moot_text_clip("1234567", small, sizeof small), "1234567");
    assert_string_equal(moot_text_clip("12345678", small, sizeof small), "1234...");
    assert_string_equal(moot_text_clip("12\xe2\x82\xac-678", small, sizeof small), "12...");
}

static void code_points_go_in_and_come_out(void **state)
{
    (void)state;
    static const int32_t points[] = { 0x41, 0xE9, 0x20AC, 0x1F3E0 };
    moot_buf buf;
    moot_buf_init(&buf);
    for (size_t i = 0; i < MOOT_COUNT(points); i++) {
        moot_utf8_add(&buf, points[i]);
    }
    size_t pos = 0;
    for (size_t i = 0; i < MOOT_COUNT(points); i++) {
        assert_int_equal(moot_utf8_next(buf.text, buf.len, &pos), points[i]);
    }
    assert_int_equal(pos, buf.len);
    moot_buf_clear(&buf);
    moot_utf8_add(&buf, 0xD800);
    assert_string_equal(moot_buf_text(&buf), "\xef\xbf\xbd");
    moot_buf_done(&buf);
}

static void a_file_of_another_kind_is_told_by_its_beginning(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *part;
    } cases[] = {
        { "PK\x03\x04rest", "document" },       { "{\\rtf1 text", "document" }, { "%PDF-1.7", "document" },
        { "\xff\xfes\x01", "UTF-16" },          { "\xfe\xff", "UTF-16" },       { "<!DOCTYPE html>", "web page" },
        { "<html>", "web page" },
    };
    for (size_t i = 0; i < MOOT_COUNT(cases); i++) {
        const char *said = moot_text_foreign(cases[i].bytes, strlen(cases[i].bytes));
        assert_non_null(said);
        assert_non_null(strstr(said, cases[i].part));
    }
    assert_null(moot_text_foreign("", 0));
    assert_null(moot_text_foreign("P", 1));
    assert_null(moot_text_foreign("protocol \"x\" {}", 15));
    assert_null(moot_text_foreign("\xef\xbb\xbfprotocol", 11));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_checked_strictly),
        cmocka_unit_test(the_door_says_where_and_what_to_do),
        cmocka_unit_test(an_embedded_nul_is_refused_and_the_first_fault_named),
        cmocka_unit_test(code_points_and_cells_are_counted),
        cmocka_unit_test(one_name_however_it_was_typed),
        cmocka_unit_test(text_is_cut_between_characters),
        cmocka_unit_test(code_points_go_in_and_come_out),
        cmocka_unit_test(a_file_of_another_kind_is_told_by_its_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
