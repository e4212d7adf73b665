/* What a date hangs on: the conventions and readings of a count, the traps of domain.md 1.15 about time, and each
 * ambiguity about counting in the clause tables, by its clause: what the text may mean, and what each meaning gives. Dates
 * worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "london_calendar.h"

/* ---- conventions and readings ---- */

static void conventions_have_names(void **state)
{
    (void)state;
    char words[80];
    assert_string_equal(moot_counting_text(MOOT_COUNT_BEGINNING), "beginning with");
    assert_int_equal(moot_counting_find("clear"), MOOT_COUNT_CLEAR);
    assert_int_equal(moot_counting_find("inclusive"), -1);
    assert_string_equal(moot_counting_words(length("10 working days"), MOOT_COUNT_OF, words, sizeof words),
                        "within 10 working days");
    assert_string_equal(moot_counting_words(length("1 day"), MOOT_COUNT_BEGINNING, words, sizeof words),
                        "1 day beginning with the day");
    assert_string_equal(moot_counting_words(length("-5 days"), MOOT_COUNT_OF, words, sizeof words),
                        "not later than 5 days before");
    assert_string_equal(moot_counting_words(length("-3 days"), MOOT_COUNT_CLEAR, words, sizeof words),
                        "at least 3 clear days before");
    assert_string_equal(moot_counting_words(length("same day"), MOOT_COUNT_OF, words, sizeof words), "same day");
}

static void readings_of(const char *from, const char *within, moot_counting counting, char *out, size_t size)
{
    moot_due_reading rows[MOOT_DUE_READINGS];
    size_t len = 0, count = moot_calendar_readings(plain, at(from), length(within), counting, rows);
    out[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        char text[200];
        len += (size_t)snprintf(out + len, size - len, "%s\n",
                                moot_due_reading_text(plain, &rows[i], length(within), text, sizeof text));
        assert_true(len < size);
    }
}

static void other_readings_come_the_safest_first(void **state)
{
    (void)state;
    char text[800];
    readings_of("2026-06-01", "21 days", MOOT_COUNT_OF, text, sizeof text);
    assert_string_equal(text, "2026-06-21 (Sunday): 21 days beginning with the day\n"
                              "2026-06-22 (Monday): within 21 days (as counted here)\n");
    readings_of("2026-06-12", "-3 days", MOOT_COUNT_OF, text, sizeof text);
    assert_string_equal(text, "2026-06-08 (Monday): at least 3 clear days before\n"
                              "2026-06-09 (Tuesday): not later than 3 days before (as counted here)\n");
    /* How long must pass before: the later is the safer. */
    readings_of("2026-06-01", "3 days", MOOT_COUNT_CLEAR, text, sizeof text);
    assert_string_equal(text, "2026-06-05 (Friday): at least 3 clear days after (as counted here)\n"
                              "2026-06-04 (Thursday): within 3 days\n");
    /* Set on 8 September 2022, two days before the holiday of the 19th was proclaimed: two reasons for the 22nd, both told. */
    readings_of("2022-09-08", "10 working days", MOOT_COUNT_OF, text, sizeof text);
    assert_string_equal(text, "2022-09-22 (Thursday): 10 working days beginning with the day\n"
                              "2022-09-22 (Thursday): within 10 working days, with the bank holidays known on the day it was "
                              "set\n"
                              "2022-09-23 (Friday): within 10 working days (as counted here)\n");
}

static void a_date_on_which_nothing_hangs_has_one_reading(void **state)
{
    (void)state;
    moot_due_reading rows[MOOT_DUE_READINGS];
    assert_int_equal(moot_calendar_readings(plain, at("2026-06-01 10:00"), length("48 hours"), MOOT_COUNT_OF, rows), 1);
    assert_int_equal(moot_calendar_readings(plain, at("2026-06-01"), length("same day"), MOOT_COUNT_OF, rows), 1);
    assert_int_equal(moot_calendar_readings(plain, at("2026-06-01"), length("0 days"), MOOT_COUNT_OF, rows), 1);
    assert_int_equal(moot_calendar_readings(plain, MOOT_NEVER, length("3 days"), MOOT_COUNT_OF, rows), 1);
    /* A Saturday is day 1 to nobody: both readings give the Monday week. */
    assert_int_equal(moot_calendar_readings(plain, at("2026-06-06"), length("5 working days"), MOOT_COUNT_OF, rows), 1);
}

/* ---- domain.md 1.15, the letters about time ---- */

/* (a) A review is asked for within 21 days beginning with the notice (s.202), an appeal within 21 days of it (s.204). */
static void trap_a_the_two_twenty_ones_differ_by_a_day(void **state)
{
    (void)state;
    assert_string_equal(due("2026-06-01", "21 days", MOOT_COUNT_BEGINNING), "2026-06-21");
    assert_string_equal(due("2026-06-01", "21 days", MOOT_COUNT_OF), "2026-06-22");
}

/* (b) Relief ends with 56 days beginning with its first, which is not 56 days after it. */
static void trap_b_fifty_six_days_are_not_fifty_six_days_after(void **state)
{
    (void)state;
    assert_string_equal(due("2026-06-01", "56 days", MOOT_COUNT_BEGINNING), "2026-07-26");
    assert_string_equal(due("2026-06-01", "56 days", MOOT_COUNT_OF), "2026-07-27");
}

/* (l) Ten days from Maundy Thursday 2 April 2026 end on Sunday the 12th; ten working days on Monday the 20th. */
static void trap_l_calendar_days_are_not_working_days(void **state)
{
    (void)state;
    assert_string_equal(due("2026-04-02", "10 days", MOOT_COUNT_OF), "2026-04-12");
    assert_string_equal(due("2026-04-02", "10 working days", MOOT_COUNT_OF), "2026-04-20");
}

/* (o) Ten working days from Monday 24 August 2026 pass the 18th birthday of 1 September: the birthday begins at midnight,
 * with six days of the count left. */
static void trap_o_an_eighteenth_birthday_amid_a_count(void **state)
{
    (void)state;
    moot_instant birthday = moot_day_start(london, moot_calendar_birthday(plain, day("2008-09-01"), 18));
    moot_instant end = moot_calendar_due(plain, at("2026-08-24 10:00"), length("10 working days"), MOOT_COUNT_OF).at;
    assert_int_equal(birthday, at("2026-09-01 00:00"));
    assert_int_equal(moot_calendar_age(plain, day("2008-09-01"), day("2026-08-31")), 17);
    assert_true(birthday < end);
    assert_string_equal(due("2026-08-24 10:00", "10 working days", MOOT_COUNT_OF), "2026-09-08"); /* 31 August is shut */
}

/* (p) Ages on 1 March, months on 28 February, on purpose; and the other reading of the birthday. */
static void trap_p_twenty_nine_february(void **state)
{
    (void)state;
    moot_calendar *other;
    moot_day born = day("2008-02-29");
    assert_int_equal(moot_calendar_new(london, "", &other, NULL), MOOT_OK);
    moot_calendar_leap_birthday(other, MOOT_LEAP_28_FEBRUARY);
    assert_int_equal(moot_calendar_freeze(other, NULL), MOOT_OK);
    assert_int_equal(moot_calendar_birthday(plain, born, 18), day("2026-03-01"));
    assert_int_equal(moot_calendar_birthday(other, born, 18), day("2026-02-28"));
    assert_int_equal(moot_calendar_birthday(other, born, 20), day("2028-02-29"));
    assert_int_equal(moot_calendar_age(other, born, day("2026-02-28")), 18);
    assert_int_equal(moot_calendar_age(plain, born, day("2026-02-28")), 17);
    assert_string_equal(due("2024-02-29", "1 year", MOOT_COUNT_OF), "2025-02-28");
    assert_true(moot_calendar_digest(other) != moot_calendar_digest(plain));
    moot_calendar_free(other);
}

/* (q) More than 24 hours in care: in from Saturday 20:00 before the clocks go back, out on Sunday at 19:00 is exactly 24. */
static void trap_q_twenty_four_hours_over_the_october_night(void **state)
{
    (void)state;
    assert_string_equal(due("2026-10-24 20:00", "24 hours", MOOT_COUNT_OF), "2026-10-25 19:00");
    assert_string_equal(due("2026-03-28 20:00", "24 hours", MOOT_COUNT_OF), "2026-03-29 21:00");
}

/* (r) What was due when it was set, and what is due as known now, side by side. */
static void trap_r_a_holiday_proclaimed_after_a_deadline_was_set(void **state)
{
    (void)state;
    char text[800];
    readings_of("2022-09-05", "10 working days", MOOT_COUNT_OF, text, sizeof text);
    assert_string_equal(text,
                        "2022-09-16 (Friday): 10 working days beginning with the day\n"
                        "2022-09-19 (Monday): within 10 working days, with the bank holidays known on the day it was set\n"
                        "2022-09-20 (Tuesday): within 10 working days (as counted here)\n");
}

/* ---- the clause tables: what a text leaves open about counting, and what each reading gives ---- */

static const struct {
    const char *clause; /* as the clause README cites it */
    const char *reading;
    const char *from, *within;
    moot_counting counting;
    const char *due;
} ambiguities[] = {
    /* Clock hours, or two working days over a weekend: from Friday 22 May 2026, before a bank holiday Monday. */
    { "S18:3.7/1", "clock hours", "2026-05-22 11:30", "48 hours", MOOT_COUNT_OF, "2026-05-24 11:30" },
    { "S18:3.7/1", "two working days", "2026-05-22 11:30", "2 working days", MOOT_COUNT_OF, "2026-05-27" },
    /* Started when estrangement was found, or at the joint assessment four days before. */
    { "S18:3.9", "from the finding", "2026-05-21", "10 working days", MOOT_COUNT_OF, "2026-06-05" },
    { "S18:3.9", "from the assessment", "2026-05-17", "10 working days", MOOT_COUNT_OF, "2026-06-01" },
    { "L:housing-duty.17", "21 days of the decision", "2026-06-01", "21 days", MOOT_COUNT_OF, "2026-06-22" },
    { "L:housing-duty.17", "beginning with it", "2026-06-01", "21 days", MOOT_COUNT_BEGINNING, "2026-06-21" },
    { "L:housing-duty.17", "at least: clear days", "2026-06-01", "21 days", MOOT_COUNT_CLEAR, "2026-06-23" },
    { "L:legal-housing.4", "28 days of the decision", "2026-06-01", "28 days", MOOT_COUNT_OF, "2026-06-29" },
    { "L:referrals-to-housing.6", "28 days of the letter, sent the day after", "2026-06-02", "28 days", MOOT_COUNT_OF,
      "2026-06-30" },
    { "L:referrals-to-housing.1", "clock hours over a weekend", "2026-05-22 16:00", "24 hours", MOOT_COUNT_OF,
      "2026-05-23 16:00" },
    { "L:referrals-to-housing.1", "a working day", "2026-05-22 16:00", "1 working day", MOOT_COUNT_OF, "2026-05-26" },
    { "L:referrals-to-housing.7", "one working day", "2026-05-22", "1 working day", MOOT_COUNT_OF, "2026-05-26" },
    { "L:kpi.1", "the same day", "2026-05-22 16:00", "same day", MOOT_COUNT_OF, "2026-05-22" },
    /* "Monday", which was a bank holiday: the next working day is the Tuesday. */
    { "L:referrals-into-mash.10", "next working day", "2026-05-22 17:00", "next working day", MOOT_COUNT_OF, "2026-05-26" },
    { "L:referrals-into-mash.1/2", "15 minutes", "2026-10-25 00:50", "15 minutes", MOOT_COUNT_OF, "2026-10-25 01:05+01:00" },
    { "L:process-map.13", "45 working days from referral", "2026-06-01", "45 working days", MOOT_COUNT_OF, "2026-08-03" },
    { "L:referrals-to-housing.10", "10 working days of the same referral", "2026-06-01", "10 working days", MOOT_COUNT_OF,
      "2026-06-15" },
    { "L:legal-housing.3/2", "56 days from the start of relief", "2026-06-01", "56 days", MOOT_COUNT_BEGINNING, "2026-07-26" },
    { "L:legal-childrens.5/2", "daily, weekends too", "2026-05-22", "1 day", MOOT_COUNT_OF, "2026-05-23" },
    { "L:legal-childrens.5/2", "each working day", "2026-05-22", "1 working day", MOOT_COUNT_OF, "2026-05-26" },
    { "L:leaving-care.1/2", "12 months after care, from 29 February", "2024-02-29", "12 months", MOOT_COUNT_OF, "2025-02-28" },
    { "M:12.6/1", "statute: the first day is day one", "2026-06-01", "56 days", MOOT_COUNT_BEGINNING, "2026-07-26" },
    { "M:12.6/1", "within 56 days of it", "2026-06-01", "56 days", MOOT_COUNT_OF, "2026-07-27" },
    { "M:12.6/2", "the day after day 56", "2026-06-01", "56 days", MOOT_COUNT_OF, "2026-07-27" },
    { "M:12.7/2", "28 days from the decision", "2026-06-01", "28 days", MOOT_COUNT_OF, "2026-06-29" },
    { "M:12.7/5", "statute: the day of notice is day one", "2026-06-01", "21 days", MOOT_COUNT_BEGINNING, "2026-06-21" },
    { "M:12.7/5", "within 21 days of it", "2026-06-01", "21 days", MOOT_COUNT_OF, "2026-06-22" },
    { "M:9.1/2", "six months from the last review", "2026-08-31", "6 months", MOOT_COUNT_OF, "2027-02-28" },
    { "M:6.4/1", "a horizon of 56 days: releases up to", "2026-05-05", "56 days", MOOT_COUNT_OF, "2026-06-30" },
    { "S18:2.4/3", "every 14 days", "2026-01-06", "14 days", MOOT_COUNT_OF, "2026-01-20" },
    { "S24:6.10/2", "six months from joining", "2026-08-31", "6 months", MOOT_COUNT_OF, "2027-02-28" },
    { "S24:6.10/2", "six months beginning with it", "2026-08-01", "6 months", MOOT_COUNT_BEGINNING, "2027-01-31" },
};

static void each_reading_of_an_ambiguous_clause_gives_its_date(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(ambiguities); i++) {
        const char *got = due(ambiguities[i].from, ambiguities[i].within, ambiguities[i].counting);
        if (strcmp(got, ambiguities[i].due) != 0) {
            fail_msg("%s, %s: %s, not %s", ambiguities[i].clause, ambiguities[i].reading, got, ambiguities[i].due);
        }
    }
}

/* Ages that a text leaves open: the first and the last day of each reading, for somebody born on 31 August 2008. */
static const struct {
    const char *clause, *reading;
    int from_age, until_age; /* the day before the latter is attained is the last */
    int months;              /* before the first */
    const char *first, *last;
} age_ambiguities[] = {
    { "S18:2.4/1", "16 until turning 17", 16, 17, 0, "2024-08-31", "2025-08-30" },
    { "S18:2.4/1", "ages 16 and 17", 16, 18, 0, "2024-08-31", "2026-08-30" },
    { "S24:7.2/2", "over 21: from the 21st birthday", 21, 25, 0, "2029-08-31", "2033-08-30" },
    { "S24:7.2/2", "over 21: from the 22nd birthday", 22, 25, 0, "2030-08-31", "2033-08-30" },
    { "S24:7.3/2", "21 to 25, without 25", 21, 25, 0, "2029-08-31", "2033-08-30" },
    { "S24:7.3/2", "21 to 25, with 25", 21, 26, 0, "2029-08-31", "2034-08-30" },
    { "S24:8.2/1", "18 to 25, with 25", 18, 26, 0, "2026-08-31", "2034-08-30" },
    { "M:7.1/1", "up to the 25th birthday", 18, 25, 0, "2026-08-31", "2033-08-30" },
    { "M:7.1/1", "through age 25", 18, 26, 0, "2026-08-31", "2034-08-30" },
    { "W:1.b/2", "over 18: including 18-year-olds", 18, 25, 0, "2026-08-31", "2033-08-30" },
    { "W:1.b/2", "over 18: from the 19th birthday", 19, 25, 0, "2027-08-31", "2033-08-30" },
    { "L:first-approach-16-17.2", "exactly 6 months before 18", 18, 18, 6, "2026-02-28", "2026-08-30" },
    { "L:leaving-care.7", "exactly 6 months before 18", 18, 18, 6, "2026-02-28", "2026-08-30" },
};

static void each_reading_of_an_ambiguous_age_gives_its_days(void **state)
{
    (void)state;
    moot_day born = day("2008-08-31");
    for (size_t i = 0; i < MOOT_COUNT(age_ambiguities); i++) {
        char first[16], last[16];
        moot_day begins = moot_add_months(moot_calendar_birthday(plain, born, age_ambiguities[i].from_age),
                                          -age_ambiguities[i].months);
        moot_day_text(begins, first, sizeof first);
        moot_day_text(moot_calendar_birthday(plain, born, age_ambiguities[i].until_age) - 1, last, sizeof last);
        if (strcmp(first, age_ambiguities[i].first) != 0 || strcmp(last, age_ambiguities[i].last) != 0) {
            fail_msg("%s, %s: %s to %s", age_ambiguities[i].clause, age_ambiguities[i].reading, first, last);
        }
    }
}

/* L:referrals-into-mash.9: a cut-off of 16:30, on Fridays 16:00; exactly then is in time; none on weekends and holidays. */
static void the_cut_off_of_luton_is_inside_on_the_minute(void **state)
{
    (void)state;
    moot_calendar *desk;
    static const struct {
        const char *at;
        int inside;
    } rows[] = { { "2026-05-21 16:30", 1 }, { "2026-05-21 16:31", 0 }, { "2026-05-22 16:00", 1 },
                 { "2026-05-22 16:01", 0 }, { "2026-05-23 12:00", 0 }, { "2026-05-25 12:00", 0 } };
    assert_int_equal(moot_calendar_new(london, "MASH", &desk, NULL), MOOT_OK);
    for (int weekday = 0; weekday < 5; weekday++) {
        int until = weekday == 4 ? 16 * 3600 : 16 * 3600 + 1800;
        assert_int_equal(moot_calendar_open_hours(desk, weekday, 9 * 3600, until, NULL), MOOT_OK);
    }
    moot_calendar *copy;
    assert_int_equal(moot_calendar_copy(desk, &copy, NULL), MOOT_OK);
    assert_int_equal(moot_calendar_freeze(desk, NULL), MOOT_OK);
    assert_int_equal(moot_calendar_freeze(copy, NULL), MOOT_OK);
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        assert_int_equal(moot_calendar_inside(desk, at(rows[i].at)), rows[i].inside);
        assert_int_equal(moot_calendar_inside(copy, at(rows[i].at)), rows[i].inside);
    }
    assert_int_equal(moot_calendar_digest(copy), moot_calendar_digest(desk));
    moot_calendar_free(copy);
    moot_calendar_free(desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conventions_have_names),
        cmocka_unit_test(other_readings_come_the_safest_first),
        cmocka_unit_test(a_date_on_which_nothing_hangs_has_one_reading),
        cmocka_unit_test(trap_a_the_two_twenty_ones_differ_by_a_day),
        cmocka_unit_test(trap_b_fifty_six_days_are_not_fifty_six_days_after),
        cmocka_unit_test(trap_l_calendar_days_are_not_working_days),
        cmocka_unit_test(trap_o_an_eighteenth_birthday_amid_a_count),
        cmocka_unit_test(trap_p_twenty_nine_february),
        cmocka_unit_test(trap_q_twenty_four_hours_over_the_october_night),
        cmocka_unit_test(trap_r_a_holiday_proclaimed_after_a_deadline_was_set),
        cmocka_unit_test(each_reading_of_an_ambiguous_clause_gives_its_date),
        cmocka_unit_test(each_reading_of_an_ambiguous_age_gives_its_days),
        cmocka_unit_test(the_cut_off_of_luton_is_inside_on_the_minute),
    };
    return cmocka_run_group_tests(tests, london_calendar_make, london_calendar_unmake);
}
