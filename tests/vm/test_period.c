/* Months, quarters, years and financial years: which holds a day, where it begins, what it is called. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "vm/time/period.h"

static void each_period_holds_its_days(void **state)
{
    (void)state;
    for (int per = 0; per < MOOT_PERIOD_COUNT; per++) {
        moot_period period = (moot_period)per;
        moot_day next = moot_day_of(1999, 4, 1); /* begins a period of each kind but the year */
        next = moot_period_next(period, next);
        for (moot_day day = next; day < moot_day_of(2012, 5, 1); day++) {
            if (day == next) {
                assert_int_equal(moot_period_first(period, day), day);
                next = moot_period_next(period, day);
                assert_true(next > day);
            }
            assert_true(moot_period_first(period, day) <= day);
            assert_int_equal(moot_period_next(period, day), next);
        }
    }
}

static void a_period_is_called_so(void **state)
{
    (void)state;
    static const struct {
        moot_period period;
        int year, month, mday;
        const char *label;
    } cases[] = {
        { MOOT_PERIOD_MONTH, 2026, 5, 31, "2026-05" },
        { MOOT_PERIOD_QUARTER, 2026, 3, 31, "2026-01 to 2026-03" },
        { MOOT_PERIOD_QUARTER, 2026, 4, 1, "2026-04 to 2026-06" },
        { MOOT_PERIOD_QUARTER, 2026, 12, 31, "2026-10 to 2026-12" },
        { MOOT_PERIOD_YEAR, 2026, 12, 31, "2026" },
        { MOOT_PERIOD_FINANCIAL_YEAR, 2026, 3, 31, "2025-26" },
        { MOOT_PERIOD_FINANCIAL_YEAR, 2026, 4, 1, "2026-27" },
        { MOOT_PERIOD_FINANCIAL_YEAR, 1999, 6, 1, "1999-00" },
    };
    for (size_t i = 0; i < MOOT_COUNT(cases); i++) {
        char text[32];
        moot_day day = moot_day_of(cases[i].year, cases[i].month, cases[i].mday);
        assert_string_equal(moot_period_label(cases[i].period, day, text, sizeof text),
                            cases[i].label);
    }
}

static void a_period_is_found_by_its_name(void **state)
{
    (void)state;
    for (int per = 0; per < MOOT_PERIOD_COUNT; per++) {
        assert_int_equal(moot_period_find(moot_period_text((moot_period)per)), per);
    }
    assert_int_equal(moot_period_find("financial year"), MOOT_PERIOD_FINANCIAL_YEAR);
    assert_int_equal(moot_period_find("week"), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_period_holds_its_days),
        cmocka_unit_test(a_period_is_called_so),
        cmocka_unit_test(a_period_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
