/* The calendar against a second implementation (slow_calendar.h) that walks from day to day: each day of 1995 to 2045 in
 * turn, every unit, every convention, forwards and backwards; and against the bank holidays that GOV.UK published for
 * 2012 to 2028. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "london_calendar.h"
#include "slow_calendar.h"
#include "vm/calendar/holidays.h"

#define FIRST 9131 /* 1995-01-01 */
#define LAST 27758 /* 2045-12-31 */

static void the_two_agree_on_every_date(void **state)
{
    (void)state;
    assert_int_equal(FIRST, slow_day_of(1995, 1, 1));
    assert_int_equal(LAST, slow_day_of(2045, 12, 31));
    for (moot_day day = FIRST; day <= LAST; day++) {
        slow_date d = slow_date_of(day);
        int year, month, mday;
        moot_day_split(day, &year, &month, &mday);
        assert_int_equal(year, d.year);
        assert_int_equal(month, d.month);
        assert_int_equal(mday, d.mday);
        assert_int_equal(moot_weekday(day), d.weekday);
    }
}

static void the_two_agree_on_every_working_day_and_bank_holiday(void **state)
{
    (void)state;
    for (moot_day day = FIRST; day <= LAST; day++) {
        const char *why = moot_calendar_shut(plain, day);
        assert_int_equal(why == NULL, slow_working(day));
        assert_int_equal(why && strncmp(why, "bank holiday", 12) == 0, slow_bank_holiday(day));
    }
}

static const moot_duration lengths[] = {
    { 1, MOOT_DAYS },         { 3, MOOT_DAYS },          { 21, MOOT_DAYS },         { 56, MOOT_DAYS },
    { 1, MOOT_WEEKS },        { 12, MOOT_WEEKS },        { 1, MOOT_MONTHS },        { 6, MOOT_MONTHS },
    { 13, MOOT_MONTHS },      { 1, MOOT_YEARS },         { 2, MOOT_YEARS },         { 1, MOOT_WORKING_DAYS },
    { 2, MOOT_WORKING_DAYS }, { 10, MOOT_WORKING_DAYS }, { 45, MOOT_WORKING_DAYS }, { 0, MOOT_NEXT_WORKING_DAY },
    { 0, MOOT_SAME_DAY },     { 0, MOOT_DAYS },
};

/* What each is counted from, so that the walk stays inside the years that both know. */
static void each_day_as_trigger(moot_counting counting, int sign)
{
    for (size_t i = 0; i < MOOT_COUNT(lengths); i++) {
        moot_duration length = { sign * lengths[i].count, lengths[i].unit };
        for (moot_day day = FIRST; day <= LAST; day++) {
            moot_day expected = slow_count(day, length, counting);
            if (moot_calendar_shift(plain, day, length, counting) != expected) {
                char from[16], words[80];
                fail_msg("%s from %s: %d, not %d", moot_counting_words(length, counting, words, sizeof words),
                         moot_day_text(day, from, sizeof from), (int)moot_calendar_shift(plain, day, length, counting),
                         (int)expected);
            }
        }
    }
}

static void within_days_of_is_what_walking_gives(void **state)
{
    (void)state;
    each_day_as_trigger(MOOT_COUNT_OF, 1);
}

static void beginning_with_is_what_walking_gives(void **state)
{
    (void)state;
    each_day_as_trigger(MOOT_COUNT_BEGINNING, 1);
}

static void clear_days_are_what_walking_gives(void **state)
{
    (void)state;
    each_day_as_trigger(MOOT_COUNT_CLEAR, 1);
}

static void not_later_than_before_is_what_walking_back_gives(void **state)
{
    (void)state;
    each_day_as_trigger(MOOT_COUNT_OF, -1);
}

static void ending_with_is_what_walking_back_gives(void **state)
{
    (void)state;
    each_day_as_trigger(MOOT_COUNT_BEGINNING, -1);
}

static void clear_days_before_are_what_walking_back_gives(void **state)
{
    (void)state;
    each_day_as_trigger(MOOT_COUNT_CLEAR, -1);
}

/* The last second of the day that was walked to, from any second of the trigger's day. */
static void a_due_date_is_the_end_of_the_day_walked_to(void **state)
{
    (void)state;
    for (moot_day day = FIRST; day <= LAST; day += 5) {
        moot_duration length = lengths[(size_t)day % MOOT_COUNT(lengths)];
        moot_instant last = moot_day_end(london, slow_count(day, length, MOOT_COUNT_OF));
        assert_int_equal(moot_calendar_due(plain, moot_day_start(london, day), length, MOOT_COUNT_OF).at, last);
        assert_int_equal(moot_calendar_due(plain, moot_day_end(london, day), length, MOOT_COUNT_OF).at, last);
    }
}

typedef struct heard {
    int counted, clear;
    moot_day last;
} heard;

static void listen(void *user, moot_day day, int number, const char *text)
{
    heard *h = user;
    h->counted = number >= 0 ? number : h->counted;
    h->clear = strstr(text, " clear day") != NULL;
    h->last = day;
    if (strstr(text, "skipped")) { /* no day is skipped that counts */
        assert_false(slow_working(day));
    }
}

/* The trace is told by a walk of its own, and ends where the slow one does, with the number of the rule. */
static void the_trace_ends_where_walking_does(void **state)
{
    (void)state;
    for (moot_day day = FIRST + 1000; day <= LAST; day += 7) {
        static const int units[] = { MOOT_DAYS, MOOT_WORKING_DAYS };
        int n = 1 + (int)(day / 7 % 59);
        moot_counting counting = (moot_counting)(day / 7 % 3);
        moot_duration length = { day % 2 ? n : -n, (uint8_t)units[day / 14 % 2] };
        heard h = { 0, 0, 0 };
        (void)moot_calendar_explain(plain, moot_day_start(london, day), length, counting, listen, &h);
        assert_int_equal(h.last, slow_count(day, length, counting));
        assert_int_equal(h.counted, n);
        assert_int_equal(h.clear, counting == MOOT_COUNT_CLEAR);
    }
}

/* Under either reading of 29 February; and an age is attained as that day begins, no earlier. */
static void a_birthday_is_what_walking_gives(void **state)
{
    (void)state;
    for (moot_leap leap = MOOT_LEAP_1_MARCH; leap <= MOOT_LEAP_28_FEBRUARY; leap++) {
        for (moot_day born = FIRST; born <= slow_day_of(2020, 12, 31); born += 1) {
            slow_date b = slow_date_of(born);
            int age = b.month == 2 && b.mday >= 28 ? 1 + b.mday % 25 : 18;
            if (born % 40 && !(b.month == 2 && b.mday >= 28)) {
                continue;
            }
            moot_day day = slow_birthday(born, age, leap);
            assert_int_equal(moot_birthday(born, age, leap), day);
            assert_int_equal(moot_age_on(born, day, leap), age);
            assert_int_equal(moot_age_on(born, day - 1, leap), age - 1);
        }
    }
}

/* ---- the published list ---- */

/* England and Wales, as GOV.UK published them (lib/data/bank-holidays.json of alphagov/calendars for 2012 to 2018 and of
 * alphagov/frontend since): month and day of each, in order. */
static const struct {
    int year;
    const char *days;
} published[] = {
    { 2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26" },
    { 2013, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26" },
    { 2014, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26" },
    { 2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28" },
    { 2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27" },
    { 2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26" },
    { 2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26" },
    { 2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26" },
    { 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28" },
    { 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28" },
    { 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27" },
    { 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26" },
    { 2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26" },
    { 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26" },
    { 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28" },
    { 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28" },
    { 2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26" },
};

static void list_holidays(int year, char *out, size_t size)
{
    size_t len = 0;
    for (moot_day day = moot_day_of(year, 1, 1); day < moot_day_of(year + 1, 1, 1); day++) {
        const char *why = moot_calendar_shut(plain, day);
        if (why && strncmp(why, "bank holiday", 12) == 0) {
            char date[16];
            moot_day_text(day, date, sizeof date);
            assert_true(len + 7 < size);
            len += (size_t)snprintf(out + len, size - len, "%s%s", len ? " " : "", date + 5);
        }
    }
}

static void p1_14_the_bank_holidays_of_2012_to_2028_as_published(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(published); i++) {
        char list[128] = "";
        list_holidays(published[i].year, list, sizeof list);
        assert_string_equal(list, published[i].days);
    }
    assert_int_equal(published[MOOT_COUNT(published) - 1].year, MOOT_PUBLISHED_UNTIL);
}

/* ---- the one-off days, and what was known when ---- */

/* Each was announced before it came. On the day before the announcement the calendar is the one of the rule. */
static void a_day_is_a_holiday_from_its_announcement_on(void **state)
{
    (void)state;
    int one_offs = 0, unsure = 0;
    for (moot_day day = FIRST; day <= LAST; day++) {
        moot_day announced;
        int sure;
        if (!moot_holiday_announced(day, &announced, &sure)) {
            continue;
        }
        one_offs++;
        unsure += !sure;
        assert_true(announced < day);
        assert_null(moot_calendar_shut_as_known(plain, day, announced - 1));
        assert_non_null(moot_calendar_shut_as_known(plain, day, announced));
    }
    assert_int_equal(one_offs, 12);
    assert_int_equal(unsure, 1); /* 31 December 1999: no source for the day itself was found */
}

/* A moved day stood where the rule puts it until then. */
static void a_moved_day_was_elsewhere_until_its_announcement(void **state)
{
    (void)state;
    moot_day rule = slow_day_of(2022, 5, 30), told = slow_day_of(2020, 11, 12);
    assert_null(moot_calendar_shut(plain, rule));
    assert_string_equal(moot_calendar_shut_as_known(plain, rule, told - 1), "bank holiday (spring)");
    assert_null(moot_calendar_shut_as_known(plain, rule, told));
    assert_string_equal(moot_calendar_shut_as_known(plain, rule - 1, told - 1), "Sunday");
}

/* The whole calendar as known on a day is what the single question gives, day by day. */
static void the_calendar_as_known_on_a_day_is_the_single_answers(void **state)
{
    (void)state;
    static const int knowledge[][3] = { { 1993, 12, 15 }, { 2010, 1, 4 }, { 2019, 6, 7 }, { 2022, 9, 9 }, { 2026, 11, 1 } };
    for (size_t i = 0; i < MOOT_COUNT(knowledge); i++) {
        moot_calendar *then;
        moot_day known = slow_day_of(knowledge[i][0], knowledge[i][1], knowledge[i][2]);
        assert_int_equal(moot_calendar_new(london, "", &then, NULL), MOOT_OK);
        assert_int_equal(moot_calendar_known_on(then, known, NULL), MOOT_OK);
        assert_int_equal(moot_calendar_freeze(then, NULL), MOOT_OK);
        assert_int_equal(moot_calendar_known(then), known);
        for (moot_day day = FIRST; day <= LAST; day++) {
            const char *one = moot_calendar_shut(then, day), *other = moot_calendar_shut_as_known(plain, day, known);
            assert_true(one == other || (one && other && strcmp(one, other) == 0));
        }
        moot_calendar_free(then);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_two_agree_on_every_date),
        cmocka_unit_test(the_two_agree_on_every_working_day_and_bank_holiday),
        cmocka_unit_test(within_days_of_is_what_walking_gives),
        cmocka_unit_test(beginning_with_is_what_walking_gives),
        cmocka_unit_test(clear_days_are_what_walking_gives),
        cmocka_unit_test(not_later_than_before_is_what_walking_back_gives),
        cmocka_unit_test(ending_with_is_what_walking_back_gives),
        cmocka_unit_test(clear_days_before_are_what_walking_back_gives),
        cmocka_unit_test(a_due_date_is_the_end_of_the_day_walked_to),
        cmocka_unit_test(the_trace_ends_where_walking_does),
        cmocka_unit_test(a_birthday_is_what_walking_gives),
        cmocka_unit_test(p1_14_the_bank_holidays_of_2012_to_2028_as_published),
        cmocka_unit_test(a_day_is_a_holiday_from_its_announcement_on),
        cmocka_unit_test(a_moved_day_was_elsewhere_until_its_announcement),
        cmocka_unit_test(the_calendar_as_known_on_a_day_is_the_single_answers),
    };
    return cmocka_run_group_tests(tests, london_calendar_make, london_calendar_unmake);
}
