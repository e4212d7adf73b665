/* Readings of dates that hang on a birthday or on several counts in a row (vm/calendar/readings.h). Dates worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "london_calendar.h"
#include "vm/calendar/readings.h"

static moot_chain_step step(const char *text, moot_counting counting)
{
    moot_chain_step s = { length(text), counting, 0 };
    return s;
}

static moot_chain from_moment(const char *from)
{
    moot_chain chain = { .from = at(from) };
    return chain;
}

static moot_chain from_age(const char *born, int age)
{
    moot_day birth = day(born);
    moot_chain chain = { .from = moot_day_start(london, moot_birthday(birth, age, MOOT_LEAP_1_MARCH)), .by_day = 1,
                         .from_birth = 1, .born = birth, .age = age };
    return chain;
}

static void then(moot_chain *chain, const char *text, moot_counting counting)
{
    chain->steps[chain->count++] = step(text, counting);
}

static void check(const moot_chain *chain, const char *expected)
{
    char text[4000] = "", row[1000];
    moot_chain_reading rows[MOOT_CHAIN_READINGS];
    size_t len = 0, count = moot_chain_readings(plain, chain, rows);
    for (size_t i = 0; i < count; i++) {
        len += (size_t)snprintf(text + len, sizeof text - len, "%s\n",
                                moot_chain_reading_text(plain, chain, &rows[i], row, sizeof row));
        assert_true(len < sizeof text);
    }
    assert_string_equal(text, expected);
}

/* 31 August has no fellow in February by any reading; of clear months neither end is one. */
static void a_count_from_a_birthday_has_its_conventions(void **state)
{
    (void)state;
    moot_chain before = from_age("2008-08-31", 18), after = from_age("2008-08-31", 16);
    then(&before, "-6 months", MOOT_COUNT_OF);
    check(&before, "2026-02-27 (Friday): at least 6 clear months before\n"
                   "2026-02-28 (Saturday): not later than 6 months before (as counted here)\n");
    then(&after, "3 months", MOOT_COUNT_OF);
    check(&after, "2024-11-30 (Saturday): within 3 months (as counted here)\n");
}

/* Born on 29 February 2008: in 2026 the birthday is 1 March or 28 February; 18 years and 3 months from the birth are 29 May. */
static void the_twenty_ninth_of_february_may_be_read_three_ways(void **state)
{
    (void)state;
    moot_chain bare = from_age("2008-02-29", 18), after = from_age("2008-02-29", 18), leap = from_age("2008-02-29", 20);
    check(&bare, "2026-02-28 (Saturday): born on 29 February, the birthday is 28 February in other years\n"
                 "2026-03-01 (Sunday): born on 29 February, the birthday is 1 March in other years (as counted here)\n");
    then(&after, "3 months", MOOT_COUNT_BEGINNING);
    check(&after, "2026-05-27 (Wednesday): 3 months beginning with the day; born on 29 February, the birthday is 28 February in "
                  "other years\n"
                  "2026-05-31 (Sunday): 3 months beginning with the day; born on 29 February, the birthday is 1 March in other "
                  "years (as counted here)\n"
                  "2026-06-01 (Monday): within 3 months\n");
    check(&leap, "2028-02-29 (Tuesday): turning 20 (as counted here)\n");
}

/* From Wednesday 28 January 2026. In the other order: 28 February, then Monday 2 and Tuesday 3 March. */
static void counts_in_a_row_may_be_read_in_the_other_order(void **state)
{
    (void)state;
    moot_chain chain = from_moment("2026-01-28 10:00");
    then(&chain, "2 working days", MOOT_COUNT_OF);
    then(&chain, "1 month", MOOT_COUNT_OF);
    check(&chain, "2026-02-28 (Saturday): within 2 working days, then within 1 month (as counted here)\n"
                  "2026-03-03 (Tuesday): within 1 month, then within 2 working days\n");
}

/* 31 January, 28 February, 28 March; two months at once are 31 March. */
static void months_in_a_row_may_be_added_up_first(void **state)
{
    (void)state;
    moot_chain chain = from_moment("2026-01-31 10:00");
    then(&chain, "1 month", MOOT_COUNT_OF);
    then(&chain, "1 month", MOOT_COUNT_OF);
    check(&chain, "2026-03-27 (Friday): within 1 month, then 1 month beginning with the day\n"
                  "2026-03-28 (Saturday): within 1 month, then within 1 month (as counted here)\n"
                  "2026-03-31 (Tuesday): 2 months at once\n");
}

/* Set on 8 September 2022: ten working days are Thursday 22 as known then, Friday 23 since the 19th was proclaimed. */
static void counts_in_a_row_may_be_read_as_the_holidays_were_known(void **state)
{
    (void)state;
    moot_chain chain = from_moment("2022-09-08 10:00");
    then(&chain, "10 working days", MOOT_COUNT_OF);
    then(&chain, "48 hours", MOOT_COUNT_OF);
    check(&chain, "2022-09-24 00:00 (Saturday): 10 working days beginning with the day, then within 48 hours\n"
                  "2022-09-24 00:00 (Saturday): within 10 working days, then within 48 hours, with the bank holidays known on "
                  "the day it starts from\n"
                  "2022-09-25 00:00 (Sunday): within 10 working days, then within 48 hours (as counted here)\n"
                  "2022-09-26 (Monday): within 48 hours, then within 10 working days\n");
}

/* Where days must have passed before, the later is the safer. */
static void clear_days_last_put_the_latest_first(void **state)
{
    (void)state;
    moot_chain chain = from_moment("2026-06-01 10:00");
    then(&chain, "1 week", MOOT_COUNT_OF);
    then(&chain, "3 days", MOOT_COUNT_CLEAR);
    check(&chain, "2026-06-12 (Friday): within 1 week, then at least 3 clear days after (as counted here)\n"
                  "2026-06-11 (Thursday): 1 week beginning with the day, then at least 3 clear days after\n"
                  "2026-06-11 (Thursday): within 1 week, then within 3 days\n");
}

/* A month beginning with the 31st: where the next has none it ends with that month, as a month of the 31st does (28 February
 * both); a month ending with 31 March begins on 1 March. */
static void a_month_beginning_with_the_thirty_first_ends_with_the_month(void **state)
{
    (void)state;
    assert_string_equal(due("2026-01-31", "1 month", MOOT_COUNT_OF), "2026-02-28");
    assert_string_equal(due("2026-01-31", "1 month", MOOT_COUNT_BEGINNING), "2026-02-28");
    assert_string_equal(due("2026-01-30", "1 month", MOOT_COUNT_BEGINNING), "2026-02-28");
    assert_string_equal(due("2026-01-29", "1 month", MOOT_COUNT_BEGINNING), "2026-02-28");
    assert_string_equal(due("2026-01-28", "1 month", MOOT_COUNT_BEGINNING), "2026-02-27");
    assert_string_equal(due("2028-01-31", "1 month", MOOT_COUNT_BEGINNING), "2028-02-29");
    assert_string_equal(due("2026-01-31", "2 months", MOOT_COUNT_BEGINNING), "2026-03-30");
    assert_string_equal(due("2026-03-31", "-1 month", MOOT_COUNT_BEGINNING), "2026-03-01");
    assert_string_equal(due("2028-02-29", "1 year", MOOT_COUNT_BEGINNING), "2029-02-28");
}

/* Of one count from a moment the readings are those of calendar_readings.c, for every convention, length and weekday. */
static void of_one_count_both_tell_the_same_dates(void **state)
{
    (void)state;
    static const char *const lengths[] = { "3 days", "-3 days", "2 weeks", "10 working days", "-10 working days", "1 month",
                                           "-1 month", "1 year", "same day", "next working day", "48 hours" };
    moot_chain_reading rows[MOOT_CHAIN_READINGS];
    moot_due_reading single[MOOT_DUE_READINGS];
    for (moot_day from = day("2022-08-20"); from <= day("2022-10-05"); from++) { /* the 19 September of that year too */
        for (size_t i = 0; i < MOOT_COUNT(lengths); i++) {
            for (int counting = MOOT_COUNT_OF; counting <= MOOT_COUNT_CLEAR; counting++) {
                moot_chain chain = { .from = moot_day_start(london, from) + 36000 };
                then(&chain, lengths[i], (moot_counting)counting);
                size_t count = moot_chain_readings(plain, &chain, rows);
                assert_int_equal(count, moot_calendar_readings(plain, chain.from, chain.steps[0].length,
                                                               (moot_counting)counting, single));
                for (size_t k = 0; k < count; k++) {
                    assert_int_equal(rows[k].at, single[k].due.at);
                    assert_int_equal(rows[k].how == MOOT_READ_AS_CHOSEN, single[k].chosen);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_count_from_a_birthday_has_its_conventions),
        cmocka_unit_test(the_twenty_ninth_of_february_may_be_read_three_ways),
        cmocka_unit_test(counts_in_a_row_may_be_read_in_the_other_order),
        cmocka_unit_test(months_in_a_row_may_be_added_up_first),
        cmocka_unit_test(counts_in_a_row_may_be_read_as_the_holidays_were_known),
        cmocka_unit_test(clear_days_last_put_the_latest_first),
        cmocka_unit_test(a_month_beginning_with_the_thirty_first_ends_with_the_month),
        cmocka_unit_test(of_one_count_both_tell_the_same_dates),
    };
    return cmocka_run_group_tests(tests, london_calendar_make, london_calendar_unmake);
}
