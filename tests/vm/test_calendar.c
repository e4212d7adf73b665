/* Working days, bank holidays, deadlines: the vectors of domain.md 1.13 and 1.14, each named by its
 * paragraph, and the tables against a slow, obvious walk from day to day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "london_calendar.h"
#include "vm/base/hash.h"

static moot_calendar *new_calendar(void)
{
    moot_calendar *calendar;
    assert_int_equal(moot_calendar_new(london, "", &calendar, NULL), MOOT_OK);
    return calendar;
}

#define OF(from, within, expected) assert_string_equal(due(from, within, MOOT_COUNT_OF), expected)
#define BEGINNING(from, within, expected)                                                          \
    assert_string_equal(due(from, within, MOOT_COUNT_BEGINNING), expected)

/* ---- domain.md 1.13: computing time ---- */

static void p1_13_1_beginning_with_a_day_makes_it_day_1(void **state)
{
    (void)state;
    BEGINNING("2026-06-01 10:00", "21 days", "2026-06-21");
    BEGINNING("2026-06-01 10:00", "56 days", "2026-07-26");
    BEGINNING("2026-06-01 10:00", "14 days", "2026-06-14");
    BEGINNING("2026-06-01 10:00", "1 day", "2026-06-01");
    BEGINNING("2026-09-01", "91 days", "2026-11-30");
}

static void p1_13_2_within_days_of_a_day_makes_it_day_0(void **state)
{
    (void)state;
    OF("2026-06-01 10:00", "21 days", "2026-06-22");
    OF("2026-06-01 23:59", "1 day", "2026-06-02");
    OF("2026-06-01 00:00", "0 days", "2026-06-01");
}

static void p1_13_4_weeks_are_seven_days_under_the_same_words(void **state)
{
    (void)state;
    BEGINNING("2026-06-01", "8 weeks", "2026-07-26");
    BEGINNING("2026-06-01", "3 weeks", "2026-06-21");
    BEGINNING("2026-06-01", "10 weeks", "2026-08-09");
    BEGINNING("2026-06-01", "12 weeks", "2026-08-23");
    OF("2026-06-01", "3 weeks", "2026-06-22");
}

static void p1_13_5_months_by_the_corresponding_date(void **state)
{
    (void)state;
    OF("2026-11-30", "3 months", "2027-02-28"); /* 16 on 30 November: assessment due by then */
    OF("2026-01-31", "1 month", "2026-02-28");
    OF("2024-02-29", "1 year", "2025-02-28");
    BEGINNING("2026-06-01", "1 month", "2026-06-30");
    BEGINNING("2026-03-01", "1 month", "2026-03-31");
    BEGINNING("2026-01-28", "1 month", "2026-02-27");
    BEGINNING("2026-01-31", "1 month", "2026-02-28"); /* no 31 February to be the day before */
    BEGINNING("2026-04-01", "1 year", "2027-03-31");
}

static void p1_13_8_calendar_days_never_roll_for_a_weekend(void **state)
{
    (void)state;
    OF("2026-05-14", "2 days", "2026-05-16");  /* a Saturday */
    OF("2026-12-11", "14 days", "2026-12-25"); /* Christmas Day */
}

static void p1_13_9_working_days_skip_weekends_and_bank_holidays(void **state)
{
    (void)state;
    OF("2026-12-23 09:00", "1 working day", "2026-12-24");
    OF("2026-12-23 09:00", "10 working days", "2027-01-11");
    OF("2026-12-23 09:00", "20 working days", "2027-01-25");
    OF("2026-12-23 09:00", "45 working days", "2027-03-01");
    OF("2026-06-01 09:00", "10 working days", "2026-06-15");
    OF("2026-06-01 09:00", "45 working days", "2026-08-03");
    OF("2026-04-02 16:59", "next working day", "2026-04-07"); /* over Easter */
    OF("2026-04-04 10:00", "same day", "2026-04-04");         /* though a Saturday */
    OF("2026-05-23", "1 working day", "2026-05-26");          /* from a Saturday, over a Monday */
}

static void p1_13_9_beginning_with_counts_the_day_if_it_is_a_working_day(void **state)
{
    (void)state;
    BEGINNING("2026-06-01", "1 working day", "2026-06-01");
    BEGINNING("2026-06-01", "5 working days", "2026-06-05");
    BEGINNING("2026-05-30", "1 working day", "2026-06-01"); /* a Saturday is not day 1 */
}

/* domain.md 1.13.10: elapsed, whatever the clock on the wall does. */
static void p1_13_10_hours_are_elapsed_across_both_clock_changes(void **state)
{
    (void)state;
    OF("2026-05-21 11:30", "48 hours", "2026-05-23 11:30");
    OF("2026-10-24 18:00", "24 hours", "2026-10-25 17:00");
    OF("2026-03-28 18:00", "24 hours", "2026-03-29 19:00");
    OF("2026-10-25 00:30", "60 minutes", "2026-10-25 01:30+01:00");
    OF("2026-10-25 00:30", "120 minutes", "2026-10-25 01:30+00:00");
}

static void p1_15_a_b_twenty_one_and_fifty_six_days_in_both_words(void **state)
{
    (void)state;
    BEGINNING("2026-02-10", "21 days", "2026-03-02");
    OF("2026-02-10", "21 days", "2026-03-03");
    BEGINNING("2026-02-10", "56 days", "2026-04-06");
    OF("2026-02-10", "56 days", "2026-04-07");
}

/* ---- domain.md 1.14: bank holidays ---- */

static int is_bank_holiday(const moot_calendar *calendar, moot_day d)
{
    const char *why = moot_calendar_shut(calendar, d);
    return why && strncmp(why, "bank holiday (", 14) == 0;
}

static void p1_14_the_published_years(void **state)
{
    (void)state;
    static const struct {
        int year;
        int days[8][2]; /* day, month */
    } rows[] = {
        { 2024, { { 1, 1 }, { 29, 3 }, { 1, 4 }, { 6, 5 }, { 27, 5 }, { 26, 8 }, { 25, 12 }, { 26, 12 } } },
        { 2025, { { 1, 1 }, { 18, 4 }, { 21, 4 }, { 5, 5 }, { 26, 5 }, { 25, 8 }, { 25, 12 }, { 26, 12 } } },
        { 2026, { { 1, 1 }, { 3, 4 }, { 6, 4 }, { 4, 5 }, { 25, 5 }, { 31, 8 }, { 25, 12 }, { 28, 12 } } },
        { 2027, { { 1, 1 }, { 26, 3 }, { 29, 3 }, { 3, 5 }, { 31, 5 }, { 30, 8 }, { 27, 12 }, { 28, 12 } } },
        { 2028, { { 3, 1 }, { 14, 4 }, { 17, 4 }, { 1, 5 }, { 29, 5 }, { 28, 8 }, { 25, 12 }, { 26, 12 } } },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        int found = 0, year = rows[i].year;
        for (moot_day d = moot_day_of(year, 1, 1); d < moot_day_of(year + 1, 1, 1); d++) {
            found += is_bank_holiday(plain, d);
        }
        assert_int_equal(found, 8);
        for (size_t j = 0; j < 8; j++) {
            assert_true(is_bank_holiday(plain, moot_day_of(year, rows[i].days[j][1], rows[i].days[j][0])));
        }
    }
}

static void p1_14_substitute_days(void **state)
{
    (void)state;
    static const struct {
        const char *day, *why; /* NULL: a working day */
    } rows[] = {
        { "2022-01-03",
          "bank holiday (New Year's Day, substitute day)" }, /* 1 January a Saturday */
        { "2023-01-02", "bank holiday (New Year's Day, substitute day)" }, /* a Sunday */
        { "2021-12-27", "bank holiday (Christmas Day, substitute day)" },  /* 25th a Saturday */
        { "2021-12-28", "bank holiday (Boxing Day, substitute day)" },
        { "2022-12-26", "bank holiday (Boxing Day)" }, /* 25th a Sunday */
        { "2022-12-27", "bank holiday (Christmas Day, substitute day)" },
        { "2020-12-25", "bank holiday (Christmas Day)" }, /* 26th a Saturday */
        { "2020-12-26", "Saturday" },
        { "2020-12-28", "bank holiday (Boxing Day, substitute day)" },
        { "2020-12-29", NULL },
        { "2021-12-25", "Saturday" },
        { "2026-05-24", "Sunday" },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        const char *why = moot_calendar_shut(plain, day(rows[i].day));
        if (rows[i].why) {
            assert_non_null(why);
            assert_string_equal(why, rows[i].why);
        } else {
            assert_null(why);
        }
    }
}

static void p1_14_one_offs_and_moved_days(void **state)
{
    (void)state;
    static const char *const shut[] = { "1995-05-08", "1999-12-31", "2000-01-03", "2002-06-03",
                                        "2002-06-04", "2011-04-29", "2012-06-04", "2012-06-05",
                                        "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19",
                                        "2023-05-01", "2023-05-08", "2023-05-29" };
    static const char *const open[] = { "1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04",
                                        "2022-05-30" };
    for (size_t i = 0; i < MOOT_COUNT(shut); i++) {
        assert_true(is_bank_holiday(plain, day(shut[i])));
    }
    for (size_t i = 0; i < MOOT_COUNT(open); i++) {
        assert_true(moot_calendar_working(plain, day(open[i])));
    }
}

/* Of long ago: 14 November 1973, the Silver Jubilee, 29 July 1981; New Year's Day from 1974, early May from 1978. */
static void p1_14_holidays_before_the_list_are_known_or_said_to_be_unsure(void **state)
{
    (void)state;
    static const char *const shut[] = { "1973-11-14", "1974-01-01", "1976-12-27", "1976-12-28", "1977-01-03", "1977-06-06",
                                        "1977-06-07", "1978-05-01", "1981-07-29" };
    static const char *const open[] = { "1973-01-01", "1977-05-02", "1977-05-30", "1986-07-23" };
    for (size_t i = 0; i < MOOT_COUNT(shut); i++) {
        assert_true(is_bank_holiday(plain, day(shut[i])));
    }
    for (size_t i = 0; i < MOOT_COUNT(open); i++) {
        assert_true(moot_calendar_working(plain, day(open[i])));
    }
    moot_instant old = at("1977-12-28"), sure = at("1978-01-03");
    assert_int_equal(moot_calendar_due(plain, old, length("5 working days"), MOOT_COUNT_OF).provisional, MOOT_TOO_OLD);
    assert_int_equal(moot_calendar_due(plain, sure, length("5 working days"), MOOT_COUNT_OF).provisional, MOOT_SURE);
    assert_int_equal(moot_calendar_due(plain, sure, length("-2 working days"), MOOT_COUNT_OF).provisional, MOOT_TOO_OLD);
    assert_int_equal(moot_calendar_due(plain, old, length("5 days"), MOOT_COUNT_OF).provisional, MOOT_SURE);
    assert_string_equal(moot_provisional_text(MOOT_TOO_OLD), "bank holidays before 1978 are not known for certain");
    assert_string_equal(moot_provisional_text(MOOT_UNPUBLISHED), "bank holidays are published to 2028");
}

/* From 1978 to 1994 each year has the eight, and 1981 one more. */
static void p1_14_the_years_from_1978_have_eight(void **state)
{
    (void)state;
    for (int year = 1978; year < 1995; year++) {
        int found = 0;
        for (moot_day d = moot_day_of(year, 1, 1); d <= moot_day_of(year, 12, 31); d++) {
            found += is_bank_holiday(plain, d);
        }
        assert_int_equal(found, year == 1981 ? 9 : 8);
    }
}

/* A year has eight bank holidays and those that were added. */
static void p1_14_each_year_has_eight_and_what_was_added(void **state)
{
    (void)state;
    for (int year = 1990; year <= 2190; year++) {
        int found = 0, expected = 8;
        for (moot_day d = moot_day_of(year, 1, 1); d < moot_day_of(year + 1, 1, 1); d++) {
            found += is_bank_holiday(plain, d);
        }
        expected += year == 1999 || year == 2002 || year == 2011 || year == 2012 || year == 2023;
        expected += year == 2022 ? 2 : 0;
        assert_int_equal(found, expected);
    }
}

/* domain.md 1.15 (r): proclaimed on 10 September 2022, after deadlines across it had been set. */
static void p1_15_r_a_bank_holiday_proclaimed_after_a_deadline_was_set(void **state)
{
    (void)state;
    moot_calendar *before = new_calendar(), *after = new_calendar();
    assert_int_equal(moot_calendar_known_on(before, day("2022-09-09"), NULL), MOOT_OK);
    assert_int_equal(moot_calendar_known_on(after, day("2022-09-10"), NULL), MOOT_OK);
    assert_int_equal(moot_calendar_freeze(before, NULL), MOOT_OK);
    assert_int_equal(moot_calendar_freeze(after, NULL), MOOT_OK);
    moot_day set = day("2022-09-05");
    assert_int_equal(moot_calendar_add_working(before, set, 10), day("2022-09-19"));
    assert_int_equal(moot_calendar_add_working(after, set, 10), day("2022-09-20"));
    assert_int_equal(moot_calendar_add_working(plain, set, 10), day("2022-09-20"));
    assert_true(moot_calendar_digest(before) != moot_calendar_digest(after));
    moot_calendar_free(before);
    moot_calendar_free(after);
}

static void a_moved_day_stands_where_the_rule_puts_it_until_it_is_announced(void **state)
{
    (void)state;
    moot_calendar *early = new_calendar();
    assert_int_equal(moot_calendar_known_on(early, day("2019-06-06"), NULL), MOOT_OK);
    assert_int_equal(moot_calendar_freeze(early, NULL), MOOT_OK);
    assert_true(is_bank_holiday(early, day("2020-05-04")));
    assert_true(moot_calendar_working(early, day("2020-05-08")));
    moot_calendar_free(early);
}

static void p1_14_a_count_past_the_published_years_is_provisional(void **state)
{
    (void)state;
    moot_instant near_end = at("2028-12-22 12:00");
    assert_false(
        moot_calendar_due(plain, near_end, length("1 working day"), MOOT_COUNT_OF).provisional);
    assert_true(
        moot_calendar_due(plain, near_end, length("10 working days"), MOOT_COUNT_OF).provisional);
    assert_true(
        moot_calendar_due(plain, at("2029-03-01"), length("next working day"), MOOT_COUNT_OF)
            .provisional);
    /* Calendar days and hours do not depend on bank holidays. */
    assert_false(moot_calendar_due(plain, near_end, length("60 days"), MOOT_COUNT_OF).provisional);
    assert_false(
        moot_calendar_due(plain, at("2040-01-01"), length("48 hours"), MOOT_COUNT_OF).provisional);
}

/* ---- a council's own days and hours ---- */

static void closure_days_are_not_working_days(void **state)
{
    (void)state;
    moot_calendar *c = new_calendar();
    moot_err err;
    moot_err_init(&err);
    assert_int_equal(moot_calendar_close_days(c, day("2026-12-24"), day("2027-01-03"), NULL),
                     MOOT_OK);
    assert_int_equal(moot_calendar_close_days(c, day("2026-12-24"), day("2026-12-23"), &err),
                     MOOT_EDATA);
    assert_string_equal(err.msg,
                        "these closure days end (2026-12-23) before they begin (2026-12-24); "
                        "write the first day first");
    assert_int_equal(moot_calendar_freeze(c, NULL), MOOT_OK);
    assert_string_equal(moot_calendar_shut(c, day("2026-12-24")), "closure day");
    assert_string_equal(moot_calendar_shut(c, day("2026-12-25")), "bank holiday (Christmas Day)");
    assert_string_equal(moot_calendar_shut(c, day("2026-12-26")), "Saturday");
    assert_int_equal(moot_calendar_add_working(c, day("2026-12-23"), 1), day("2027-01-04"));
    assert_true(moot_calendar_digest(c) != moot_calendar_digest(plain));
    moot_calendar_free(c);
}

static void the_desk_is_open_on_the_minute_and_shut_a_second_later(void **state)
{
    (void)state;
    moot_calendar *c = new_calendar();
    moot_err err;
    moot_err_init(&err);
    for (int weekday = 0; weekday < 4; weekday++) {
        assert_int_equal(moot_calendar_open_hours(c, weekday, 9 * 3600, 16 * 3600 + 1800, NULL),
                         MOOT_OK);
    }
    assert_int_equal(moot_calendar_open_hours(c, 4, 9 * 3600, 16 * 3600, NULL), MOOT_OK);
    assert_int_equal(moot_calendar_open_hours(c, 5, 10 * 3600, 12 * 3600, NULL), MOOT_OK);
    assert_int_equal(moot_calendar_open_hours(c, 6, 12 * 3600, 9 * 3600, &err), MOOT_EDATA);
    assert_non_null(strstr(err.msg, "the opening hours of Sunday must begin before they end"));
    moot_err_init(&err);
    assert_int_equal(moot_calendar_open_hours(c, 4, 0, 3600, &err), MOOT_EDATA);
    assert_non_null(strstr(err.msg, "Friday has opening hours already"));
    assert_int_equal(moot_calendar_close_days(c, day("2026-06-06"), day("2026-06-06"), NULL),
                     MOOT_OK);
    assert_int_equal(moot_calendar_freeze(c, NULL), MOOT_OK);
    static const struct {
        const char *at;
        int inside;
    } rows[] = {
        { "2026-05-21 09:00", 1 },    { "2026-05-21 08:59:59", 0 }, { "2026-05-21 16:30", 1 },
        { "2026-05-21 16:30:01", 0 }, { "2026-05-22 16:00", 1 },    { "2026-05-22 16:01", 0 },
        { "2026-05-23 11:00", 1 }, /* a Saturday with hours */
        { "2026-05-24 11:00", 0 }, /* a Sunday without */
        { "2026-05-25 11:00", 0 }, /* a bank holiday */
        { "2026-06-06 11:00", 0 }, /* a closure day that is a Saturday with hours */
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        assert_int_equal(moot_calendar_inside(c, at(rows[i].at)), rows[i].inside);
    }
    moot_calendar_free(c);
}

static void without_hours_the_desk_is_open_on_working_days(void **state)
{
    (void)state;
    assert_true(moot_calendar_inside(plain, at("2026-05-21 23:59")));
    assert_false(moot_calendar_inside(plain, at("2026-05-23 11:00")));
    assert_false(moot_calendar_inside(plain, at("2026-05-25 11:00")));
}

/* ---- the tables against a walk from day to day ---- */

static moot_day walk_working(moot_day d, int n)
{
    int step = n < 0 ? -1 : 1;
    for (int left = n * step; left > 0;) {
        d += step;
        left -= moot_calendar_shut(plain, d) == NULL;
    }
    return d;
}

static void adding_working_days_is_walking(void **state)
{
    (void)state;
    moot_day first = day("1995-01-01"), last = day("2045-12-31");
    for (uint64_t i = 0; i < 6000; i++) {
        moot_day d = first + (moot_day)(moot_mix64(11, i) % (uint64_t)(last - first));
        int n = (int)(moot_mix64(12, i) % 130) - 65;
        moot_day there = moot_calendar_add_working(plain, d, n);
        assert_int_equal(there, walk_working(d, n));
        assert_int_equal(moot_calendar_count_working(plain, d, there),
                         n >= 0 ? n : n + 1 - moot_calendar_working(plain, d));
    }
}

static void counting_working_days_is_walking(void **state)
{
    (void)state;
    moot_day d = day("1995-01-01"), last = day("2045-12-31");
    int count = 0;
    for (moot_day first = d; d < last; d++) {
        count += moot_calendar_working(plain, d + 1);
        assert_int_equal(moot_calendar_count_working(plain, first, d + 1), count);
        assert_int_equal(moot_calendar_count_working(plain, d + 1, first), -count);
    }
}

/* Every duration, by the slowest way of counting it. */
static moot_day count_slowly(moot_day d, moot_duration by, moot_counting counting)
{
    int n = by.unit == MOOT_WEEKS ? 7 * by.count : by.count;
    int beginning = counting == MOOT_COUNT_BEGINNING && n > 0;
    if (by.unit == MOOT_WORKING_DAYS) {
        return walk_working(beginning ? d - 1 : d, n);
    }
    for (d -= beginning; n > 0; n--) {
        d++;
    }
    return d;
}

typedef struct heard {
    int lines, number;
    moot_day last;
    char text[64];
} heard;

static void listen(void *user, moot_day d, int number, const char *text)
{
    heard *h = user;
    h->lines++;
    h->last = d;
    if (number >= 0) {
        h->number = number;
    }
    snprintf(h->text, sizeof h->text, "%s", text);
    assert_null(strchr(text, '\n'));
}

static void a_due_date_is_what_slow_counting_and_the_trace_give(void **state)
{
    (void)state;
    static const moot_unit units[] = { MOOT_DAYS, MOOT_WEEKS, MOOT_WORKING_DAYS };
    for (uint64_t i = 0; i < 6000; i++) {
        moot_instant from = at("1995-01-01") + (moot_instant)(moot_mix64(13, i) % 1600000000u);
        moot_duration within = { (int)(moot_mix64(14, i) % 80), (uint8_t)units[i % 3] };
        moot_counting counting = i % 2 ? MOOT_COUNT_BEGINNING : MOOT_COUNT_OF;
        moot_due d = moot_calendar_due(plain, from, within, counting);
        moot_day last = count_slowly(moot_day_at(london, from), within, counting);
        assert_int_equal(d.at, moot_day_end(london, last));
        heard h = { 0 };
        moot_due told = moot_calendar_explain(plain, from, within, counting, listen, &h);
        assert_int_equal(told.at, d.at);
        assert_int_equal(told.provisional, d.provisional);
        assert_int_equal(h.last, last);
        assert_int_equal(h.number, within.unit == MOOT_WEEKS ? 7 * within.count : within.count);
        assert_non_null(strstr(h.text, "due"));
    }
}

/* All units, both directions, also past the table's ends: the trace ends on the due day. */
static void the_trace_ends_on_the_due_day_for_any_input(void **state)
{
    (void)state;
    for (uint64_t i = 0; i < 3000; i++) {
        moot_instant from = (moot_instant)(moot_mix64(15, i) % 9000000000u) - 2208988800;
        moot_duration within = { (int)(moot_mix64(16, i) % 500) - 250, (uint8_t)(i % 9) };
        if (i % 50 == 0) {
            within.count *= 4000;
        }
        moot_counting counting = i % 2 ? MOOT_COUNT_BEGINNING : MOOT_COUNT_OF;
        heard h = { 0 };
        moot_due told = moot_calendar_explain(plain, from, within, counting, listen, &h);
        assert_int_equal(told.at, moot_calendar_due(plain, from, within, counting).at);
        assert_int_equal(h.last, moot_day_at(london, told.at));
        assert_true(h.lines > 0);
    }
}

static void a_shift_back_is_the_mirror_of_a_shift_forward(void **state)
{
    (void)state;
    assert_int_equal(
        moot_calendar_shift(plain, day("2026-06-10"), length("-6 months"), MOOT_COUNT_OF),
        day("2025-12-10"));
    assert_int_equal(
        moot_calendar_shift(plain, day("2026-06-10"), length("-10 days"), MOOT_COUNT_OF),
        day("2026-05-31"));
    assert_int_equal(
        moot_calendar_shift(plain, day("2026-05-26"), length("-1 working days"), MOOT_COUNT_OF),
        day("2026-05-22"));
    assert_int_equal(
        moot_calendar_shift(plain, day("2026-06-10"), length("-3 days"), MOOT_COUNT_BEGINNING),
        day("2026-06-08"));
}

static void counts_stop_at_the_ends_of_the_table(void **state)
{
    (void)state;
    assert_int_equal(moot_calendar_add_working(plain, day("2199-12-01"), 1000), MOOT_DAY_MAX);
    assert_int_equal(moot_calendar_add_working(plain, day("1900-01-05"), -1000), MOOT_DAY_MIN);
    assert_int_equal(moot_calendar_add_working(plain, day("2026-01-05"), INT32_MAX), MOOT_DAY_MAX);
    assert_int_equal(moot_calendar_add_working(plain, day("2026-01-05"), INT32_MIN), MOOT_DAY_MIN);
    moot_duration huge = { INT32_MAX, MOOT_YEARS };
    assert_int_equal(moot_calendar_shift(plain, 0, huge, MOOT_COUNT_OF), MOOT_DAY_MAX);
    huge.unit = MOOT_WEEKS;
    huge.count = INT32_MIN;
    assert_int_equal(moot_calendar_shift(plain, 0, huge, MOOT_COUNT_OF), MOOT_DAY_MIN);
    assert_int_equal(moot_calendar_due(plain, MOOT_NEVER, length("3 hours"), MOOT_COUNT_OF).at,
                     MOOT_NEVER);
    assert_int_equal(moot_calendar_due(plain, MOOT_ALWAYS, length("3 days"), MOOT_COUNT_OF).at,
                     MOOT_ALWAYS);
}

/* ---- the trace, word for word ---- */

typedef struct transcript {
    char text[4000];
    size_t len;
} transcript;

static void write_down(void *user, moot_day d, int number, const char *text)
{
    transcript *t = user;
    (void)d;
    (void)number;
    int len = snprintf(t->text + t->len, sizeof t->text - t->len, "%s\n", text);
    assert_in_range(len, 1, (int)(sizeof t->text - t->len) - 1);
    t->len += (size_t)len;
}

static void check_trace(const char *from, const char *within, moot_counting counting,
                        const char *expected)
{
    transcript t = { .len = 0 };
    moot_calendar_explain(plain, at(from), length(within), counting, write_down, &t);
    assert_string_equal(t.text, expected);
}

static void a_trace_tells_each_day_counted_or_skipped_and_why(void **state)
{
    (void)state;
    check_trace("2026-05-21 12:00", "3 working days", MOOT_COUNT_OF,
                "Thu 2026-05-21 day 0 (trigger)\n"
                "Fri 2026-05-22 day 1\n"
                "Sat 2026-05-23 skipped: Saturday\n"
                "Sun 2026-05-24 skipped: Sunday\n"
                "Mon 2026-05-25 skipped: bank holiday (spring)\n"
                "Tue 2026-05-26 day 2\n"
                "Wed 2026-05-27 day 3 (due)\n");
    check_trace("2026-05-23", "1 working day", MOOT_COUNT_BEGINNING,
                "Sat 2026-05-23 skipped: Saturday (trigger)\n"
                "Sun 2026-05-24 skipped: Sunday\n"
                "Mon 2026-05-25 skipped: bank holiday (spring)\n"
                "Tue 2026-05-26 day 1 (due)\n");
    check_trace("2026-05-21", "1 day", MOOT_COUNT_BEGINNING,
                "Thu 2026-05-21 day 1 (trigger, due)\n");
    check_trace("2026-05-21", "same day", MOOT_COUNT_OF, "Thu 2026-05-21 day 0 (trigger, due)\n");
    check_trace("2026-05-21", "-2 days", MOOT_COUNT_OF,
                "Thu 2026-05-21 day 0 (trigger)\n"
                "Wed 2026-05-20 day 1 back\n"
                "Tue 2026-05-19 day 2 back (due)\n");
}

static void a_long_trace_tells_runs(void **state)
{
    (void)state;
    check_trace("2026-06-01", "91 days", MOOT_COUNT_OF,
                "Mon 2026-06-01 day 0 (trigger)\n"
                "Tue 2026-06-02 to Sun 2026-08-30 days 1 to 90\n"
                "Mon 2026-08-31 day 91 (due)\n");
    transcript t = { .len = 0 };
    moot_calendar_explain(plain, at("2028-12-01"), length("45 working days"), MOOT_COUNT_OF,
                          write_down, &t);
    assert_non_null(strstr(t.text, "Mon 2028-12-04 to Fri 2028-12-08 days 1 to 5\n"
                                   "Sat 2028-12-09 skipped: Saturday\n"));
    assert_non_null(strstr(t.text, "Mon 2028-12-25 skipped: bank holiday (Christmas Day)\n"));
    assert_non_null(
        strstr(t.text, "day 45 (due, provisional: bank holidays are published to 2028)\n"));
}

static void a_trace_of_months_names_the_missing_date(void **state)
{
    (void)state;
    check_trace("2026-05-21", "1 month", MOOT_COUNT_OF,
                "Thu 2026-05-21 day 0 (trigger)\n"
                "Sun 2026-06-21 1 month later (due)\n");
    check_trace(
        "2026-11-30", "3 months", MOOT_COUNT_OF,
        "Mon 2026-11-30 day 0 (trigger)\n"
        "Sun 2027-02-28 3 months later: February 2027 has no 30, so its last day counts (due)\n");
    check_trace("2026-06-01", "2 months", MOOT_COUNT_BEGINNING,
                "Mon 2026-06-01 day 1 (trigger)\n"
                "Fri 2026-07-31 last day of 2 months beginning with day 1 (due)\n");
}

static void a_trace_of_hours_tells_the_clock_change(void **state)
{
    (void)state;
    check_trace("2026-10-24 18:00", "24 hours", MOOT_COUNT_OF,
                "Sat 2026-10-24 18:00 the clock starts\n"
                "Sun 2026-10-25 the clocks go back: this day has 25 hours\n"
                "Sun 2026-10-25 17:00 24 hours later (due)\n");
    check_trace("2026-05-21 23:59:59", "48 hours", MOOT_COUNT_OF,
                "Thu 2026-05-21 23:59:59 the clock starts\n"
                "Sat 2026-05-23 23:59:59 48 hours later (due)\n");
    check_trace("2026-10-25 00:30", "1 hour", MOOT_COUNT_OF,
                "Sun 2026-10-25 00:30 the clock starts\n"
                "Sun 2026-10-25 01:30+01:00 1 hour later (due)\n");
}

/* ---- lateness ---- */

static void lateness_is_told_in_the_rules_own_unit(void **state)
{
    (void)state;
    static const struct {
        const char *due, *done, *rule;
        int64_t late;
        const char *text;
    } rows[] = {
        { "2026-05-23 11:30", "2026-05-23 11:30", "48 hours", 0, "" }, /* on the minute is met */
        { "2026-05-23 11:30", "2026-05-23 11:30:30", "48 hours", 1, "less than 1 minute" },
        { "2026-05-23 11:30", "2026-05-23 14:45", "48 hours", 195, "3 hours 15 minutes" },
        { "2026-05-23 11:30", "2026-05-23 12:31", "30 minutes", 61, "1 hour 1 minute" },
        { "2026-05-23 11:30", "2026-05-25 11:30", "48 hours", 2880, "48 hours" },
        { "2026-05-23 11:30", "2026-05-25 11:31", "48 hours", 2881, "2 days 1 minute" },
        { "2026-05-15 00:00", "2026-05-18 10:00", "1 hour", 4920, "3 days 10 hours" }, /* 82 hours */
        { "2026-12-24 10:00", "2026-12-29 10:00", "1 hour", 7200, "5 days" },
        { "2026-01-01 00:00", "2026-11-28 09:00", "1 hour", 477180, "331 days 9 hours" }, /* 7953 hours */
        { "2026-05-22 23:59:59", "2026-05-22 23:59:59", "1 day", 0, "" }, /* the last second */
        { "2026-05-22 23:59:59", "2026-05-23 00:00", "1 day", 1, "1 day" },
        { "2026-05-22 23:59:59", "2026-05-25 09:00", "2 weeks", 3, "3 days" },
        { "2026-05-22 23:59:59", "2026-05-27 09:00", "10 working days", 2, "2 working days" },
        { "2026-05-22 23:59:59", "2026-05-23 09:00", "10 working days", 1,
          "less than 1 working day" },
        { "2026-05-22 23:59:59", "2026-05-26 09:00", "next working day", 1, "1 working day" },
        { "2026-10-24 18:00", "2026-10-25 18:00", "1 hour", 1500, "25 hours" },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        char text[48];
        int64_t late = moot_calendar_late_by(plain, at(rows[i].due), at(rows[i].done),
                                             length(rows[i].rule), text, sizeof text);
        assert_int_equal(late, rows[i].late);
        assert_string_equal(text, rows[i].text);
    }
    char text[48];
    assert_int_equal(moot_calendar_late_by(plain, MOOT_NEVER, at("2026-05-21"), length("1 day"),
                                           text, sizeof text),
                     0);
    assert_true(moot_calendar_late_by(plain, MOOT_ALWAYS, MOOT_NEVER, length("1 hour"), text,
                                      sizeof text) > 0);
}

/* ---- memory ---- */

static void building_a_calendar_survives_each_failing_allocation(void **state)
{
    (void)state;
    moot_code code;
    unsigned long n = 0;
    do {
        moot_calendar *c = NULL;
        moot_err err;
        moot_err_init(&err);
        moot_alloc_fail_at(++n);
        code = moot_calendar_new(london, "desk", &c, &err);
        if (!code) {
            code = moot_calendar_close_days(c, 20000, 20010, &err);
        }
        if (!code) {
            code = moot_calendar_freeze(c, &err);
        }
        moot_alloc_fail_at(0);
        assert_true(code == MOOT_OK || code == MOOT_ENOMEM);
        if (c && code && moot_calendar_freeze(c, NULL) == MOOT_OK) { /* it may be tried again */
            assert_true(moot_calendar_working(c, day("2026-05-21")));
        }
        moot_calendar_free(c);
    } while (code);
    assert_true(n > 5);
}

static void two_calendars_with_the_same_days_have_the_same_digest(void **state)
{
    (void)state;
    moot_calendar *c;
    assert_int_equal(moot_calendar_new(london, "another name", &c, NULL), MOOT_OK);
    assert_int_equal(moot_calendar_close_days(c, day("2026-12-25"), day("2026-12-25"), NULL),
                     MOOT_OK);
    assert_int_equal(moot_calendar_freeze(c, NULL), MOOT_OK);
    assert_int_equal(moot_calendar_digest(c), moot_calendar_digest(plain));
    assert_string_equal(moot_calendar_name(c), "another name");
    assert_ptr_equal(moot_calendar_zone(c), london);
    moot_calendar_free(c);
    moot_calendar_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(p1_13_1_beginning_with_a_day_makes_it_day_1),
        cmocka_unit_test(p1_13_2_within_days_of_a_day_makes_it_day_0),
        cmocka_unit_test(p1_13_4_weeks_are_seven_days_under_the_same_words),
        cmocka_unit_test(p1_13_5_months_by_the_corresponding_date),
        cmocka_unit_test(p1_13_8_calendar_days_never_roll_for_a_weekend),
        cmocka_unit_test(p1_13_9_working_days_skip_weekends_and_bank_holidays),
        cmocka_unit_test(p1_13_9_beginning_with_counts_the_day_if_it_is_a_working_day),
        cmocka_unit_test(p1_13_10_hours_are_elapsed_across_both_clock_changes),
        cmocka_unit_test(p1_15_a_b_twenty_one_and_fifty_six_days_in_both_words),
        cmocka_unit_test(p1_14_the_published_years),
        cmocka_unit_test(p1_14_substitute_days),
        cmocka_unit_test(p1_14_one_offs_and_moved_days),
        cmocka_unit_test(p1_14_holidays_before_the_list_are_known_or_said_to_be_unsure),
        cmocka_unit_test(p1_14_the_years_from_1978_have_eight),
        cmocka_unit_test(p1_14_each_year_has_eight_and_what_was_added),
        cmocka_unit_test(p1_15_r_a_bank_holiday_proclaimed_after_a_deadline_was_set),
        cmocka_unit_test(a_moved_day_stands_where_the_rule_puts_it_until_it_is_announced),
        cmocka_unit_test(p1_14_a_count_past_the_published_years_is_provisional),
        cmocka_unit_test(closure_days_are_not_working_days),
        cmocka_unit_test(the_desk_is_open_on_the_minute_and_shut_a_second_later),
        cmocka_unit_test(without_hours_the_desk_is_open_on_working_days),
        cmocka_unit_test(adding_working_days_is_walking),
        cmocka_unit_test(counting_working_days_is_walking),
        cmocka_unit_test(a_due_date_is_what_slow_counting_and_the_trace_give),
        cmocka_unit_test(the_trace_ends_on_the_due_day_for_any_input),
        cmocka_unit_test(a_shift_back_is_the_mirror_of_a_shift_forward),
        cmocka_unit_test(counts_stop_at_the_ends_of_the_table),
        cmocka_unit_test(a_trace_tells_each_day_counted_or_skipped_and_why),
        cmocka_unit_test(a_long_trace_tells_runs),
        cmocka_unit_test(a_trace_of_months_names_the_missing_date),
        cmocka_unit_test(a_trace_of_hours_tells_the_clock_change),
        cmocka_unit_test(lateness_is_told_in_the_rules_own_unit),
        cmocka_unit_test(building_a_calendar_survives_each_failing_allocation),
        cmocka_unit_test(two_calendars_with_the_same_days_have_the_same_digest),
    };
    return cmocka_run_group_tests(tests, london_calendar_make, london_calendar_unmake);
}
