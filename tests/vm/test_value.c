/* Values: equality and order of windows, of lengths of time, of choices; a missing value never becomes false. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "vm/protocol/protocol_show.h"
#include "vm/condition/value.h"

typedef struct pair {
    moot_value x, y;
    moot_tri equal, less, less_equal;
} pair;

#define V(type, a, b) { MOOT_T_##type, a, b, NULL }

static const pair pairs[] = {
    { V(INTEGER, 1, 0), V(INTEGER, 2, 0), MOOT_FALSE, MOOT_TRUE, MOOT_TRUE },
    { V(INTEGER, 2, 0), V(INTEGER, 2, 0), MOOT_TRUE, MOOT_FALSE, MOOT_TRUE },
    { V(MONEY, 300, 0), V(MONEY, 200, 0), MOOT_FALSE, MOOT_FALSE, MOOT_FALSE },
    { V(DATE, 10, 20), V(DATE, 30, 30), MOOT_FALSE, MOOT_TRUE, MOOT_TRUE },
    { V(DATE, 10, 30), V(DATE, 20, 20), MOOT_UNKNOWN, MOOT_UNKNOWN, MOOT_UNKNOWN },
    { V(DATE, 10, 20), V(DATE, 20, 30), MOOT_UNKNOWN, MOOT_UNKNOWN, MOOT_TRUE },
    { V(DATE, 10, 20), V(DATE, 10, 20), MOOT_UNKNOWN, MOOT_UNKNOWN, MOOT_UNKNOWN },
    { V(DATE, 20, 30), V(DATE, 10, 20), MOOT_UNKNOWN, MOOT_FALSE, MOOT_UNKNOWN },
    { V(INSTANT, 5, 5), V(INSTANT, 5, 5), MOOT_TRUE, MOOT_FALSE, MOOT_TRUE },
    { V(DURATION, 2, MOOT_WEEKS), V(DURATION, 14, MOOT_DAYS), MOOT_TRUE, MOOT_FALSE, MOOT_TRUE },
    { V(DURATION, 90, MOOT_MINUTES), V(DURATION, 2, MOOT_HOURS), MOOT_FALSE, MOOT_TRUE, MOOT_TRUE },
    { V(DURATION, 1, MOOT_YEARS), V(DURATION, 12, MOOT_MONTHS), MOOT_TRUE, MOOT_FALSE, MOOT_TRUE },
    { V(DURATION, 30, MOOT_DAYS), V(DURATION, 1, MOOT_MONTHS), MOOT_UNKNOWN, MOOT_UNKNOWN, MOOT_UNKNOWN },
    { V(DURATION, 0, MOOT_NEXT_WORKING_DAY), V(DURATION, 1, MOOT_WORKING_DAYS), MOOT_TRUE, MOOT_FALSE, MOOT_TRUE },
    { V(ONE_OF, 7, 0), V(ONE_OF, 7, 0), MOOT_TRUE, MOOT_UNKNOWN, MOOT_UNKNOWN },
    { V(CONSENT, 2, 0), V(ONE_OF, 2, 0), MOOT_TRUE, MOOT_UNKNOWN, MOOT_UNKNOWN },
    { V(YESNO, 0, 0), V(YESNO, 1, 0), MOOT_FALSE, MOOT_TRUE, MOOT_TRUE },
    { V(PARTY, 3, 0), V(PARTY, 4, 0), MOOT_FALSE, MOOT_UNKNOWN, MOOT_UNKNOWN },
    { V(UNKNOWN, 0, 0), V(YESNO, 1, 0), MOOT_UNKNOWN, MOOT_UNKNOWN, MOOT_UNKNOWN },
    { V(UNKNOWN, 0, 0), V(UNKNOWN, 0, 0), MOOT_UNKNOWN, MOOT_UNKNOWN, MOOT_UNKNOWN },
    { V(INTEGER, 1, 0), V(YESNO, 1, 0), MOOT_UNKNOWN, MOOT_UNKNOWN, MOOT_UNKNOWN },
};

static void compares(void **state)
{
    size_t i;
    (void)state;
    for (i = 0; i < MOOT_COUNT(pairs); i++) {
        const pair *p = &pairs[i];
        if (moot_value_equal(p->x, p->y) != p->equal || moot_value_less(p->x, p->y) != p->less
            || moot_value_less_equal(p->x, p->y) != p->less_equal) {
            fail_msg("pair %zu: equal %d, less %d, less or equal %d", i, moot_value_equal(p->x, p->y),
                     moot_value_less(p->x, p->y), moot_value_less_equal(p->x, p->y));
        }
    }
}

static void same_is_not_equal(void **state)
{
    moot_value window = V(DATE, 10, 20), other = V(DATE, 10, 21);
    (void)state;
    assert_true(moot_value_same(window, window));
    assert_false(moot_value_same(window, other));
    assert_true(moot_value_same(moot_unknown(), moot_unknown()));
    assert_true(moot_value_same(moot_value_text_of("home"), moot_value_text_of("home")));
    assert_false(moot_value_same(moot_value_text_of("home"), moot_value_text_of("nowhere")));
    assert_int_equal(moot_value_equal(moot_value_text_of("a"), moot_value_text_of("b")), MOOT_FALSE);
}

static void show_both(const moot_protocol *protocol, moot_value value, const char *text, const char *json)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_value_show(protocol, value, &out);
    assert_string_equal(moot_buf_text(&out), text);
    moot_buf_clear(&out);
    moot_value_json(protocol, value, &out);
    assert_string_equal(moot_buf_text(&out), json);
    moot_buf_done(&out);
}

static void shows(void **state)
{
    moot_protocol *p = NULL;
    moot_err err;
    moot_day day = moot_day_of(2026, 5, 21);
    (void)state;
    moot_err_init(&err);
    assert_int_equal(moot_protocol_new("x-2026", &p, &err), MOOT_OK);
    show_both(p, moot_value_yesno(1), "true", "true");
    show_both(p, moot_value_of(MOOT_T_INTEGER, -17, 0), "-17", "-17");
    show_both(p, moot_value_of(MOOT_T_MONEY, 1250, 0), "\xc2\xa3""12.50", "1250");
    show_both(p, moot_value_of(MOOT_T_MONEY, -5, 0), "-\xc2\xa3""0.05", "-5");
    show_both(p, moot_value_of(MOOT_T_DATE, day, day), "2026-05-21", "\"2026-05-21\"");
    show_both(p, moot_value_of(MOOT_T_CONSENT, 2, 0), "given", "\"given\"");
    show_both(p, moot_value_of(MOOT_T_PARTY, 0, 0), "applicant", "\"applicant\"");
    show_both(p, moot_value_of(MOOT_T_DURATION, 48, MOOT_HOURS), "48 hours", "\"48 hours\"");
    show_both(p, moot_value_text_of("a \"b\""), "a \"b\"", "\"a \\\"b\\\"\"");
    show_both(p, moot_unknown(), "unknown", "null");
    moot_protocol_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares),
        cmocka_unit_test(same_is_not_equal),
        cmocka_unit_test(shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
