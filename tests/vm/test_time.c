/* Days, ages, months; Europe/London against the C library; dates and durations as text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "vm/base/hash.h"
#include "vm/time/time.h"

static moot_zone *london;

static int load_london(void **state)
{
    (void)state;
    return (int)moot_zone_load("Europe/London", &london, NULL);
}

static int free_london(void **state)
{
    (void)state;
    moot_zone_free(london);
    return 0;
}

static moot_day day(const char *text)
{
    moot_day lo, hi;
    assert_int_equal(moot_days_parse(text, &lo, &hi, NULL), MOOT_OK);
    assert_int_equal(lo, hi);
    return lo;
}

static moot_instant at(const char *text)
{
    moot_when when;
    assert_int_equal(moot_when_parse(london, text, &when, NULL), MOOT_OK);
    assert_true(moot_when_exact(when));
    return when.lo;
}

/* ---- days ---- */

static void every_day_of_three_centuries_by_walking(void **state)
{
    (void)state;
    int year = 1900, month = 1, mday = 1, weekday = 0; /* a Monday */
    for (moot_day d = MOOT_DAY_MIN; d <= MOOT_DAY_MAX; d++) {
        int y, m, n;
        moot_day_split(d, &y, &m, &n);
        assert_true(y == year && m == month && n == mday);
        assert_int_equal(moot_day_of(year, month, mday), d);
        assert_int_equal(moot_weekday(d), weekday);
        weekday = (weekday + 1) % 7;
        if (++mday > moot_month_days(year, month)) {
            mday = 1;
            if (++month > 12) {
                month = 1;
                year++;
            }
        }
    }
    assert_int_equal(year, 2200);
}

static void dates_that_do_not_exist(void **state)
{
    (void)state;
    assert_true(moot_date_valid(2024, 2, 29));
    assert_true(moot_date_valid(2000, 2, 29));
    assert_false(moot_date_valid(2026, 2, 29));
    assert_false(moot_date_valid(2100, 2, 29));
    assert_false(moot_date_valid(2026, 6, 31));
    assert_false(moot_date_valid(2026, 0, 1));
    assert_false(moot_date_valid(2026, 13, 1));
    assert_false(moot_date_valid(1899, 12, 31));
    assert_false(moot_date_valid(2200, 1, 1));
}

/* domain.md 1.13.5: the corresponding date, or the last day of the month. */
static void p1_13_5_months_by_the_corresponding_date(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int months;
        const char *to;
    } rows[] = {
        { "2026-01-31", 1, "2026-02-28" },  { "2024-01-31", 1, "2024-02-29" },
        { "2026-02-28", 1, "2026-03-28" },  { "2026-05-31", 1, "2026-06-30" },
        { "2026-12-15", 1, "2027-01-15" },  { "2026-03-31", -1, "2026-02-28" },
        { "2026-01-15", -1, "2025-12-15" }, { "2024-02-29", 12, "2025-02-28" },
        { "2024-02-29", 48, "2028-02-29" }, { "2199-12-01", 2, "2199-12-31" },
        { "1900-01-31", -1, "1900-01-01" }, { "2026-01-01", 2147483647, "2199-12-31" },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        assert_int_equal(moot_add_months(day(rows[i].from), rows[i].months), day(rows[i].to));
    }
}

/* domain.md 1.13.6: an age is attained as the birthday begins. */
static void p1_13_6_an_age_is_attained_at_the_start_of_the_birthday(void **state)
{
    (void)state;
    moot_day born = day("2008-06-10"), eighteen = moot_birthday(born, 18, MOOT_LEAP_1_MARCH);
    assert_int_equal(eighteen, day("2026-06-10"));
    assert_int_equal(moot_age_on(born, eighteen - 1, MOOT_LEAP_1_MARCH), 17);
    assert_int_equal(moot_age_on(born, eighteen, MOOT_LEAP_1_MARCH), 18);
    assert_int_equal(moot_day_start(london, eighteen), at("2026-06-10 00:00"));
    assert_int_equal(moot_age_on(born, day("2029-06-09"), MOOT_LEAP_1_MARCH), 20);
    assert_int_equal(moot_age_on(born, day("2029-06-10"), MOOT_LEAP_1_MARCH), 21);
    assert_int_equal(moot_age_on(born, born, MOOT_LEAP_1_MARCH), 0);
    assert_int_equal(moot_age_on(born, born - 1, MOOT_LEAP_1_MARCH), -1);
}

/* domain.md 1.13.7: born on 29 February, an age comes on 1 March; a month's arithmetic says 28
 * February, and the two disagree on purpose. */
static void p1_13_7_born_on_29_february(void **state)
{
    (void)state;
    moot_day born = day("2008-02-29");
    assert_int_equal(moot_birthday(born, 18, MOOT_LEAP_1_MARCH), day("2026-03-01"));
    assert_int_equal(moot_weekday(moot_birthday(born, 18, MOOT_LEAP_1_MARCH)), 6);
    assert_int_equal(moot_age_on(born, day("2026-02-28"), MOOT_LEAP_1_MARCH), 17);
    assert_int_equal(moot_age_on(born, day("2026-03-01"), MOOT_LEAP_1_MARCH), 18);
    assert_int_equal(moot_birthday(born, 20, MOOT_LEAP_1_MARCH), day("2028-02-29"));
    assert_int_equal(moot_add_months(born, 18 * 12), day("2026-02-28"));
}

static void ages_agree_with_birthdays(void **state)
{
    (void)state;
    for (uint64_t i = 0; i < 20000; i++) {
        moot_day born = day("1990-01-01") + (moot_day)(moot_mix64(1, i) % 12000);
        int age = (int)(moot_mix64(2, i) % 30);
        moot_day then = moot_birthday(born, age, MOOT_LEAP_1_MARCH);
        assert_int_equal(moot_age_on(born, then, MOOT_LEAP_1_MARCH), age);
        assert_int_equal(moot_age_on(born, then - 1, MOOT_LEAP_1_MARCH), age - 1);
    }
}

static void easter_sundays_as_published(void **state)
{
    (void)state;
    static const char *const days[] = { "1995-04-16", "2000-04-23", "2008-03-23", "2011-04-24",
                                        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                                        "2028-04-16", "2038-04-25", "1954-04-18", "1981-04-19" };
    for (size_t i = 0; i < MOOT_COUNT(days); i++) {
        int year, month, mday;
        moot_day_split(day(days[i]), &year, &month, &mday);
        assert_int_equal(moot_easter(year), day(days[i]));
    }
}

/* ---- the zone, against the C library ---- */

static void compare_with_system(moot_instant t)
{
    struct tm tm;
    time_t when = (time_t)t;
    localtime_r(&when, &tm);
    assert_int_equal(moot_zone_offset(london, t), tm.tm_gmtoff);
    assert_int_equal(moot_second_of_day(london, t), tm.tm_hour * 3600 + tm.tm_min * 60 + tm.tm_sec);
    assert_int_equal(moot_day_at(london, t),
                     moot_day_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday));
}

static void set_tz(const char *tz)
{
    if (tz) {
        setenv("TZ", tz, 1);
    } else {
        unsetenv("TZ");
    }
    tzset();
}

static void each_minute_of_the_days_on_which_clocks_change(void **state)
{
    (void)state;
    static const int years[] = { 1916, 1941, 1945, 1947, 1968, 1971, 1972, 1995,
                                 2008, 2025, 2026, 2027, 2037, 2038, 2100, 2198 };
    set_tz("Europe/London");
    int changes = 0;
    for (size_t i = 0; i < MOOT_COUNT(years) + 51; i++) { /* these, and each of 1995 to 2045 */
        int year = i < MOOT_COUNT(years) ? years[i] : 1995 + (int)(i - MOOT_COUNT(years));
        moot_instant t = moot_day_start(london, moot_day_of(year, 1, 1)) - 1;
        int shift;
        while (moot_zone_next_change(london, t, &t, &shift) &&
               t < moot_day_start(london, moot_day_of(year + 1, 1, 1))) {
            moot_day d = moot_day_at(london, t);
            moot_instant end = moot_day_end(london, d);
            assert_int_equal(end + 1 - moot_day_start(london, d), 86400 - shift);
            for (moot_instant m = moot_day_start(london, d); m <= end; m += 60) {
                compare_with_system(m);
            }
            compare_with_system(t - 1);
            changes++;
        }
    }
    set_tz("UTC");
    assert_true(changes >= 30 + 2 * 51);
}

static void the_table_has_every_change_that_the_system_has(void **state)
{
    (void)state;
    set_tz("Europe/London");
    for (moot_day d = MOOT_DAY_MIN; d <= MOOT_DAY_MAX; d++) {
        compare_with_system((moot_instant)d * 86400 + 12 * 3600);
    }
    for (uint64_t i = 0; i < 20000; i++) {
        compare_with_system((moot_instant)(moot_mix64(3, i) % 9466000000u) - 2208988800);
    }
    set_tz("UTC");
}

static void days_meet_without_gap(void **state)
{
    (void)state;
    for (moot_day d = MOOT_DAY_MIN; d <= MOOT_DAY_MAX; d++) {
        moot_instant start = moot_day_start(london, d);
        assert_int_equal(moot_day_end(london, d - 1), start - 1);
        assert_int_equal(moot_second_of_day(london, start), 0);
        assert_int_equal(moot_day_at(london, start), d);
    }
}

static void every_wall_clock_time_leads_back_to_itself(void **state)
{
    (void)state;
    for (uint64_t i = 0; i < 50000; i++) {
        moot_day d = day("1995-01-01") + (moot_day)(moot_mix64(4, i) % 18600);
        int second = (int)(moot_mix64(5, i) % 86400);
        moot_instant first, again;
        moot_wall wall = moot_instant_of(london, d, second, &first, &again);
        if (wall != MOOT_WALL_SKIPPED) {
            assert_int_equal(moot_day_at(london, first), d);
            assert_int_equal(moot_second_of_day(london, first), second);
        }
    }
}

static void march_skips_an_hour_and_october_has_one_twice(void **state)
{
    (void)state;
    moot_instant first, second;
    moot_day march = day("2026-03-29"), october = day("2026-10-25");
    assert_int_equal(moot_instant_of(london, march, 3599, &first, NULL), MOOT_WALL_ONE);
    assert_int_equal(moot_instant_of(london, march, 3600, &first, NULL), MOOT_WALL_SKIPPED);
    assert_int_equal(first, at("2026-03-29 01:00Z"));
    assert_int_equal(moot_instant_of(london, march, 7199, &first, NULL), MOOT_WALL_SKIPPED);
    assert_int_equal(moot_instant_of(london, march, 7200, &first, NULL), MOOT_WALL_ONE);
    assert_int_equal(moot_instant_of(london, october, 3599, &first, NULL), MOOT_WALL_ONE);
    assert_int_equal(moot_instant_of(london, october, 3600, &first, &second), MOOT_WALL_REPEATED);
    assert_int_equal(first, at("2026-10-25 01:00+01:00"));
    assert_int_equal(second, at("2026-10-25 01:00+00:00"));
    assert_int_equal(moot_instant_of(london, october, 7199, &first, &second), MOOT_WALL_REPEATED);
    assert_int_equal(moot_instant_of(london, october, 7200, &first, NULL), MOOT_WALL_ONE);
}

/* domain.md 1.13.10, 1.15 (q): more than 24 hours, across the night with 25. */
static void p1_15_q_twenty_four_hours_across_the_october_change(void **state)
{
    (void)state;
    assert_int_equal(at("2026-10-25 18:00") - at("2026-10-24 18:00"), 25 * 3600);
    assert_int_equal(at("2026-10-25 17:00") - at("2026-10-24 18:00"), 24 * 3600);
    assert_int_equal(at("2026-03-29 18:00") - at("2026-03-28 18:00"), 23 * 3600);
}

static void instants_far_outside_count_as_the_ends(void **state)
{
    (void)state;
    assert_int_equal(moot_day_at(london, MOOT_NEVER), MOOT_DAY_MAX);
    assert_int_equal(moot_day_at(london, MOOT_ALWAYS), MOOT_DAY_MIN);
    assert_int_equal(moot_zone_offset(london, MOOT_NEVER), 0);
    assert_in_range(moot_second_of_day(london, MOOT_ALWAYS), 0, 86399);
}

static void a_zone_that_is_not_installed_is_an_error_never_utc(void **state)
{
    (void)state;
    static const char *const names[] = { "Europe/Lundon",  "",        "../etc/passwd",
                                         "/etc/localtime", "GMT0BST", "Europe",
                                         ":Europe/London" };
    for (size_t i = 0; i < MOOT_COUNT(names); i++) {
        moot_zone *zone = NULL;
        moot_err err;
        moot_err_init(&err);
        assert_int_equal(moot_zone_load(names[i], &zone, &err), MOOT_ESYSTEM);
        assert_non_null(strstr(err.msg, "install the package tzdata"));
        assert_null(zone);
    }
    setenv("TZDIR", "/nonexistent", 1);
    moot_zone *zone = NULL;
    assert_int_equal(moot_zone_load("Europe/London", &zone, NULL), MOOT_ESYSTEM);
    assert_int_equal(moot_zone_load("UTC", &zone, NULL), MOOT_OK); /* needs no tzdata */
    unsetenv("TZDIR");
    assert_int_equal(moot_zone_offset(zone, at("2026-07-01 12:00")), 0);
    moot_zone_free(zone);
}

/* A file whose own rule cannot be read is asked through the C library alone; no count in it is believed. */
static void a_zones_damaged_file_is_no_fault(void **state)
{
    (void)state;
    static const char head[] = "TZif2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff";
    const size_t lengths[] = { 5, 44, sizeof head - 1 };
    char folder[] = "zones-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/Odd", folder);
    setenv("TZDIR", folder, 1);
    for (size_t i = 0; i < MOOT_COUNT(lengths); i++) {
        FILE *out = fopen(path, "wb");
        assert_non_null(out);
        (void)fwrite(head, 1, lengths[i] < sizeof head ? lengths[i] : sizeof head - 1, out);
        fclose(out);
        moot_zone *zone = NULL;
        assert_int_equal(moot_zone_load("Odd", &zone, NULL), MOOT_OK);
        assert_int_equal(moot_zone_offset(zone, at("2026-07-01 12:00")), 0);
        moot_zone_free(zone);
    }
    unsetenv("TZDIR");
    (void)remove(path);
    (void)remove(folder);
}

static void the_programs_own_tz_never_matters_and_is_put_back(void **state)
{
    (void)state;
    static const char *const settings[] = { "Asia/Tokyo", "UTC", "", NULL };
    for (size_t i = 0; i < MOOT_COUNT(settings); i++) {
        set_tz(settings[i]);
        moot_zone *zone;
        assert_int_equal(moot_zone_load("Europe/London", &zone, NULL), MOOT_OK);
        assert_int_equal(moot_zone_digest(zone), moot_zone_digest(london));
        assert_string_equal(moot_zone_name(zone), "Europe/London");
        moot_zone_free(zone);
        const char *now = getenv("TZ");
        assert_true(settings[i] ? now && strcmp(now, settings[i]) == 0 : now == NULL);
    }
    set_tz("UTC");
}

static void loading_a_zone_survives_each_failing_allocation(void **state)
{
    (void)state;
    set_tz("UTC"); /* so that the old TZ must be copied too */
    moot_code code;
    unsigned long n = 0;
    do {
        moot_zone *zone = NULL;
        moot_err err;
        moot_err_init(&err);
        moot_alloc_fail_at(++n);
        code = moot_zone_load("Europe/London", &zone, &err);
        moot_alloc_fail_at(0);
        assert_true(code == MOOT_OK || code == MOOT_ENOMEM);
        assert_true((zone != NULL) == (code == MOOT_OK));
        assert_string_equal(getenv("TZ"), "UTC");
        moot_zone_free(zone);
    } while (code);
    assert_true(n > 3);
}

/* ---- text ---- */

static void as_little_as_is_known_is_a_window(void **state)
{
    (void)state;
    static const struct {
        const char *text, *lo, *hi;
    } rows[] = {
        { "2026-05-21", "2026-05-21 00:00", "2026-05-21 23:59:59" },
        { "2026-02", "2026-02-01 00:00", "2026-02-28 23:59:59" },
        { "2026", "2026-01-01 00:00", "2026-12-31 23:59:59" },
        { " 2026-10-25 ", "2026-10-24 23:00Z", "2026-10-25 23:59:59Z" },
        { "2026-05-21 09:15", "2026-05-21 09:15", "2026-05-21 08:15Z" },
        { "2026-05-21T09:15:30", "2026-05-21 09:15:30", "2026-05-21 09:15:30+01:00" },
        { "2026-10-25 01:30+00:00", "2026-10-25 01:30Z", "2026-10-25 01:30Z" },
        { "2026-10-25T01:30+01:00", "2026-10-25 00:30Z", "2026-10-25 00:30Z" },
        { "2026-01-01 12:00-05:00", "2026-01-01 17:00", "2026-01-01 17:00" },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        moot_when when;
        assert_int_equal(moot_when_parse(london, rows[i].text, &when, NULL), MOOT_OK);
        assert_int_equal(when.lo, at(rows[i].lo));
        assert_int_equal(when.hi, at(rows[i].hi));
    }
}

static const struct {
    const char *text, *message;
} refusals[] = {
    { "2026-06-31", "31 June 2026 does not exist: June has 30 days" },
    { "2026-02-30", "30 February 2026 does not exist: February has 28 days" },
    { "2026-02-29", "29 February 2026 does not exist: 2026 is not a leap year" },
    { "2026-03-29 01:30",
      "2026-03-29 01:30 does not exist: the clocks went forward at 01:00, straight to 02:00" },
    { "2026-10-25 01:30", "2026-10-25 01:30 came twice, because the clocks went back: add "
                          "+01:00 for the first time "
                          "or +00:00 for the second, as in 2026-10-25 01:30+01:00" },
    { "1947-04-13 02:30",
      "1947-04-13 02:30 does not exist: the clocks went forward at 02:00, straight to 03:00" },
    { "2026-05-21 24:00",
      "\"2026-05-21 24:00\" is not a date that moot reads: 24:00 is the next "
      "day's 00:00; write 2026-05-22 00:00" },
    { "21/05/2026", "\"21/05/2026\" is not a date that moot reads: write the year first, then "
                    "month and day: 2026-05-21" },
    { "21/05/26", "\"21/05/26\" is not a date that moot reads: write the year first and with "
                  "four digits, as in 2026-05-21" },
    { "26-05-21", "\"26-05-21\" is not a date that moot reads: write the year first and with "
                  "four digits, as in 2026-05-21" },
    { "20260521", "\"20260521\" is not a date that moot reads: put hyphens between year, month "
                  "and day, as in 2026-05-21" },
    { "2026-5-21", "\"2026-5-21\" is not a date that moot reads: write the month with two "
                   "digits, as in 2026-05-21" },
    { "2026-13-01", "\"2026-13-01\" is not a date that moot reads: there is no month 13; write "
                    "year, month, day, as in 2026-05-21" },
    { "2026-00",
      "\"2026-00\" is not a date that moot reads: there is no month 00; leave it away "
      "if it is not known, as in 2026-05 or 2026" },
    { "1850-01-01",
      "\"1850-01-01\" is not a date that moot reads: moot knows the years 1900 to "
      "2199, not 1850" },
    { "2026-05-21 9:15",
      "\"2026-05-21 9:15\" is not a date that moot reads: write the time with "
      "two digits each for hour and minute, as in 2026-05-21 09:15" },
    { "2026-05-21 25:00", "\"2026-05-21 25:00\" is not a date that moot reads: a time is from "
                          "00:00 to 23:59, as in 2026-05-21 09:15" },
    { "2026-05-21 09:15:00.5", "\"2026-05-21 09:15:00.5\" is not a date that moot reads: moot "
                               "counts whole seconds, as in 2026-05-21 09:15:00" },
    { "2026-05-21 09:15 BST", "\"2026-05-21 09:15 BST\" is not a date that moot reads: nothing "
                              "but a zone (+01:00, +00:00 or Z) may follow the time" },
    { "2026-05-21 09:15+0100", "\"2026-05-21 09:15+0100\" is not a date that moot reads: write "
                               "the zone as +01:00 (summer time), +00:00 or Z" },
    { "2026-05 09:15", "\"2026-05 09:15\" is not a date that moot reads: nothing may follow; "
                       "write it as in 2026-05-21 09:15" },
    { "yesterday", "\"yesterday\" is not a date that moot reads: write year, month and day, as "
                   "in 2026-05-21, or 2026-05 or 2026 if no more is known" },
    { "", "a date is wanted, but there is no text: write it as in 2026-05-21" },
};

static void a_refusal_says_how_to_write_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(refusals); i++) {
        moot_when when = { 1, 2 };
        moot_err err;
        moot_err_init(&err);
        assert_int_equal(moot_when_parse(london, refusals[i].text, &when, &err), MOOT_EDATA);
        assert_string_equal(err.msg, refusals[i].message);
        assert_true(when.lo == 1 && when.hi == 2);
    }
}

static void days_are_read_without_a_time(void **state)
{
    (void)state;
    moot_day lo, hi;
    moot_err err;
    moot_err_init(&err);
    assert_int_equal(moot_days_parse("2008-02", &lo, &hi, NULL), MOOT_OK);
    assert_int_equal(lo, day("2008-02-01"));
    assert_int_equal(hi, day("2008-02-29"));
    assert_int_equal(moot_days_parse("2008", &lo, &hi, NULL), MOOT_OK);
    assert_int_equal(hi - lo, 365);
    assert_int_equal(moot_days_parse("2026-05-21 09:15", &lo, &hi, &err), MOOT_EDATA);
    assert_non_null(strstr(err.msg, "a date without a time is wanted here"));
}

/* Whatever bytes come in, the answer is a window or one sentence. */
static void any_bytes_are_answered(void **state)
{
    (void)state;
    static const char letters[] = "0123456789-: TZ+./x\xc3";
    static const char *const seeds[] = { "2026-05-21 09:15+01:00", "21/05/2026",
                                         "10 working days" };
    for (uint64_t i = 0; i < 60000; i++) {
        char text[40];
        snprintf(text, sizeof text, "%s", seeds[i % MOOT_COUNT(seeds)]);
        for (uint64_t j = 0; j < 1 + i % 4; j++) {
            uint64_t r = moot_mix64(i, j);
            text[r % strlen(text)] = letters[(r >> 16) % (sizeof letters - 1)];
        }
        if (i % 5 == 0) {
            text[moot_mix64(6, i) % strlen(text)] = '\0';
        }
        moot_when when;
        moot_duration duration;
        moot_err err;
        moot_err_init(&err);
        assert_true(!moot_when_parse(london, text, &when, &err) == (err.msg[0] == '\0'));
        moot_err_init(&err);
        assert_true(!moot_duration_parse(text, &duration, &err) == (err.msg[0] == '\0'));
    }
}

static void windows_are_written_in_their_shortest_form(void **state)
{
    (void)state;
    static const char *const same[] = { "2026-05-21 09:15",
                                        "2026-05-21 09:15:30",
                                        "2026-05-21",
                                        "2026-05",
                                        "2026",
                                        "2026-10-25 01:30+00:00",
                                        "2026-10-25 01:30+01:00",
                                        "2026-10-25 02:00",
                                        "2026-05-21 00:00" };
    char buf[64];
    for (size_t i = 0; i < MOOT_COUNT(same); i++) {
        moot_when when;
        assert_int_equal(moot_when_parse(london, same[i], &when, NULL), MOOT_OK);
        assert_string_equal(moot_when_text(london, when, buf, sizeof buf), same[i]);
    }
    moot_instant a = at("2026-05-21 09:15"), b = at("2026-05-23 11:30");
    moot_when span = { a, b },
              days = { moot_day_start(london, 20000), moot_day_end(london, 20005) };
    moot_when open = { a, MOOT_NEVER }, until = { MOOT_ALWAYS, b };
    assert_string_equal(moot_when_text(london, span, buf, sizeof buf),
                        "2026-05-21 09:15 to 2026-05-23 11:30");
    assert_string_equal(moot_when_text(london, days, buf, sizeof buf), "2024-10-04 to 2024-10-09");
    assert_string_equal(moot_when_text(london, open, buf, sizeof buf), "from 2026-05-21 09:15");
    assert_string_equal(moot_when_text(london, until, buf, sizeof buf), "until 2026-05-23 11:30");
    assert_string_equal(moot_instant_text(london, MOOT_NEVER, buf, sizeof buf), "");
    assert_string_equal(moot_instant_text(london, MOOT_ALWAYS, buf, sizeof buf), "");
    /* A count of days ends at the last second of a day, and is shown as that day. */
    assert_string_equal(moot_instant_text(london, at("2026-05-21 23:59:59"), buf, sizeof buf),
                        "2026-05-21");
    assert_string_equal(moot_days_text(day("2026-05-01"), day("2026-06-30"), buf, sizeof buf),
                        "2026-05-01 to 2026-06-30");
}

static void every_instant_reads_back_as_itself(void **state)
{
    (void)state;
    for (uint64_t i = 0; i < 50000; i++) {
        moot_instant t = (moot_instant)(moot_mix64(7, i) % 9000000000u) - 2208988800;
        char buf[64];
        moot_when when;
        moot_instant_text(london, t, buf, sizeof buf);
        assert_int_equal(moot_when_parse(london, buf, &when, NULL), MOOT_OK);
        assert_int_equal(when.hi, t); /* a day's end reads back as the day */
    }
}

/* ---- durations ---- */

static void durations_are_read_and_written(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int count;
        moot_unit unit;
        const char *shown;
    } rows[] = {
        { "48 hours", 48, MOOT_HOURS, "48 hours" },
        { "48h", 48, MOOT_HOURS, "48 hours" },
        { "1 hour", 1, MOOT_HOURS, "1 hour" },
        { "30 min", 30, MOOT_MINUTES, "30 minutes" },
        { "10 working days", 10, MOOT_WORKING_DAYS, "10 working days" },
        { "1 working day", 1, MOOT_WORKING_DAYS, "1 working day" },
        { "45 working_days", 45, MOOT_WORKING_DAYS, "45 working days" },
        { "2wd", 2, MOOT_WORKING_DAYS, "2 working days" },
        { "10 statutory working days", 10, MOOT_STATUTORY_DAYS, "10 statutory working days" },
        { "1 statutory_working_day", 1, MOOT_STATUTORY_DAYS, "1 statutory working day" },
        { "  2  Days ", 2, MOOT_DAYS, "2 days" },
        { "0 days", 0, MOOT_DAYS, "0 days" },
        { "-1 days", -1, MOOT_DAYS, "-1 day" },
        { "13 weeks", 13, MOOT_WEEKS, "13 weeks" },
        { "1 month", 1, MOOT_MONTHS, "1 month" },
        { "2 years", 2, MOOT_YEARS, "2 years" },
        { "same day", 0, MOOT_SAME_DAY, "same day" },
        { "next_working_day", 0, MOOT_NEXT_WORKING_DAY, "next working day" },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        moot_duration d;
        char buf[32];
        assert_int_equal(moot_duration_parse(rows[i].text, &d, NULL), MOOT_OK);
        assert_int_equal(d.count, rows[i].count);
        assert_int_equal(d.unit, rows[i].unit);
        assert_string_equal(moot_duration_text(d, buf, sizeof buf), rows[i].shown);
    }
    assert_false(moot_unit_by_day(MOOT_HOURS));
    assert_true(moot_unit_by_day(MOOT_SAME_DAY));
}

#define UNITS "minutes, hours, days, weeks, months, years, working days"

static void an_unknown_unit_is_answered_with_the_nearest(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } rows[] = {
        { "10 workng days", "\"10 workng days\": there is no unit \"workng days\"; did you mean "
                            "\"working days\"? (" UNITS ")" },
        { "5 fortnights",
          "\"5 fortnights\" is not a length of time that moot reads: write a number "
          "and one of " UNITS ", or \"same day\" or \"next working day\"" },
        { "5", "\"5\" has no unit: write one of " UNITS " behind it" },
        { "days", "\"days\" says not how many: write, say, \"5 days\"" },
        { "3 same day", "\"3 same day\" takes no number: write \"same day\"" },
        { "1.5 hours",
          "\"1.5 hours\" is not a whole number: write a smaller unit, as in \"90 minutes\"" },
        { "99999999999 days", "\"99999999999 days\" is more than moot counts (up to 1000000)" },
        { "", "a length of time is wanted, but there is no text: write, say, \"10 working days\"" },
        { "-same day", "\"-same day\" takes no number: write \"same day\"" },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        moot_duration d;
        moot_err err;
        moot_err_init(&err);
        assert_int_equal(moot_duration_parse(rows[i].text, &d, &err), MOOT_EDATA);
        assert_string_equal(err.msg, rows[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_three_centuries_by_walking),
        cmocka_unit_test(dates_that_do_not_exist),
        cmocka_unit_test(p1_13_5_months_by_the_corresponding_date),
        cmocka_unit_test(p1_13_6_an_age_is_attained_at_the_start_of_the_birthday),
        cmocka_unit_test(p1_13_7_born_on_29_february),
        cmocka_unit_test(ages_agree_with_birthdays),
        cmocka_unit_test(easter_sundays_as_published),
        cmocka_unit_test(each_minute_of_the_days_on_which_clocks_change),
        cmocka_unit_test(the_table_has_every_change_that_the_system_has),
        cmocka_unit_test(days_meet_without_gap),
        cmocka_unit_test(every_wall_clock_time_leads_back_to_itself),
        cmocka_unit_test(march_skips_an_hour_and_october_has_one_twice),
        cmocka_unit_test(p1_15_q_twenty_four_hours_across_the_october_change),
        cmocka_unit_test(instants_far_outside_count_as_the_ends),
        cmocka_unit_test(a_zone_that_is_not_installed_is_an_error_never_utc),
        cmocka_unit_test(a_zones_damaged_file_is_no_fault),
        cmocka_unit_test(the_programs_own_tz_never_matters_and_is_put_back),
        cmocka_unit_test(loading_a_zone_survives_each_failing_allocation),
        cmocka_unit_test(as_little_as_is_known_is_a_window),
        cmocka_unit_test(a_refusal_says_how_to_write_it),
        cmocka_unit_test(days_are_read_without_a_time),
        cmocka_unit_test(any_bytes_are_answered),
        cmocka_unit_test(windows_are_written_in_their_shortest_form),
        cmocka_unit_test(every_instant_reads_back_as_itself),
        cmocka_unit_test(durations_are_read_and_written),
        cmocka_unit_test(an_unknown_unit_is_answered_with_the_nearest),
    };
    return cmocka_run_group_tests(tests, load_london, free_london);
}
