#include "slow_calendar.h"

#include <stdlib.h>

#define FIRST_YEAR 1990
#define FIRST_DAY 7305 /* 1990-01-01: twenty years of 365 days, and five leap days */
#define LAST_YEAR 2050
#define MOST ((LAST_YEAR - FIRST_YEAR + 1) * 366)

static slow_date dates[MOST]; /* every day, written down once */
static unsigned char holiday[MOST];
static int known;

static int days_in(int year, int month)
{
    if (month == 2) {
        int leap = year % 4 == 0; /* also 2000; no century year is common between 1990 and 2050 */
        return leap ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static int at(int year, int month, int mday)
{
    for (int i = 0; i < known; i++) {
        if (dates[i].year == year && dates[i].month == month && dates[i].mday == mday) {
            return i;
        }
    }
    abort();
}

static void write_dates(void)
{
    slow_date d = { FIRST_YEAR, 1, 1, 0 };
    while (d.year <= LAST_YEAR) {
        dates[known++] = d;
        d.weekday = d.weekday == 6 ? 0 : d.weekday + 1;
        if (++d.mday > days_in(d.year, d.month)) {
            d.mday = 1;
            if (++d.month > 12) {
                d.month = 1;
                d.year++;
            }
        }
    }
}

/* Easter Sunday by Gauss's formula, with M and N of 1900 to 2099. */
static int easter(int year)
{
    int d = (19 * (year % 19) + 24) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
    int march = 22 + d + e;
    if (march > 31) {
        int april = march - 31;
        if (april == 26) {
            april = 19;
        } else if (april == 25 && d == 28 && e == 6 && year % 19 > 10) {
            april = 18;
        }
        return at(year, 4, april);
    }
    return at(year, 3, march);
}

static int monday(int day)
{
    return dates[day].weekday == 0;
}

static int first_monday(int year, int month)
{
    int day = at(year, month, 1);
    while (!monday(day)) {
        day++;
    }
    return day;
}

static int last_monday(int year, int month)
{
    int day = at(year, month, days_in(year, month));
    while (!monday(day)) {
        day--;
    }
    return day;
}

/* A fixed day and those that it pushes on: the first day from there that is neither weekend nor taken. */
static void next_free(int day)
{
    while (dates[day].weekday >= 5 || holiday[day]) {
        day++;
    }
    holiday[day] = 1;
}

/* Boxing Day first: when Christmas is a Sunday, Boxing Day keeps its Monday and Christmas takes the Tuesday; when it is a
 * Saturday the two take Monday and Tuesday, in whichever order. */
static void mark_year(int year)
{
    int good_friday = easter(year) - 2;
    next_free(at(year, 1, 1));
    holiday[good_friday] = holiday[good_friday + 3] = 1;
    holiday[first_monday(year, 5)] = 1;
    holiday[last_monday(year, 5)] = 1;
    holiday[last_monday(year, 8)] = 1;
    next_free(at(year, 12, 26));
    next_free(at(year, 12, 25));
}

static void mark_one_offs(void)
{
    static const int added[][3] = { { 1995, 5, 8 },  { 1999, 12, 31 }, { 2002, 6, 3 }, { 2002, 6, 4 },
                                    { 2011, 4, 29 }, { 2012, 6, 4 },   { 2012, 6, 5 }, { 2020, 5, 8 },
                                    { 2022, 6, 2 },  { 2022, 6, 3 },   { 2022, 9, 19 }, { 2023, 5, 8 } };
    static const int taken_away[][3] = { { 1995, 5, 1 }, { 2002, 5, 27 }, { 2012, 5, 28 }, { 2020, 5, 4 },
                                         { 2022, 5, 30 } };
    for (size_t i = 0; i < MOOT_COUNT(added); i++) {
        holiday[at(added[i][0], added[i][1], added[i][2])] = 1;
    }
    for (size_t i = 0; i < MOOT_COUNT(taken_away); i++) {
        holiday[at(taken_away[i][0], taken_away[i][1], taken_away[i][2])] = 0;
    }
}

static void begin(void)
{
    if (known) {
        return;
    }
    write_dates();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        mark_year(year);
    }
    mark_one_offs();
}

slow_date slow_date_of(moot_day day)
{
    begin();
    if (day < FIRST_DAY || day >= FIRST_DAY + known) {
        abort();
    }
    return dates[day - FIRST_DAY];
}

moot_day slow_day_of(int year, int month, int mday)
{
    begin();
    return FIRST_DAY + at(year, month, mday);
}

int slow_bank_holiday(moot_day day)
{
    (void)slow_date_of(day);
    return holiday[day - FIRST_DAY];
}

int slow_working(moot_day day)
{
    return slow_date_of(day).weekday < 5 && !slow_bank_holiday(day);
}

/* Whether a day is one of those that the unit counts. */
static int is_counted(moot_day day, moot_unit unit)
{
    return unit == MOOT_WORKING_DAYS ? slow_working(day) : 1;
}

/* Lays a finger on the day and moves on, telling "one, two, three" on each day that counts. */
static moot_day count_days(moot_day from, int n, int step, moot_unit unit, moot_counting counting)
{
    moot_day day = from;
    int told = 0;
    if (counting == MOOT_COUNT_BEGINNING && is_counted(day, unit)) {
        told = 1; /* the day itself is "one" */
    }
    while (told < n) {
        day += step;
        told += is_counted(day, unit);
    }
    if (counting == MOOT_COUNT_CLEAR) { /* and then the next day that counts */
        do {
            day += step;
        } while (!is_counted(day, unit));
    }
    return day;
}

/* Walks until so many firsts of a month have gone by, then to the same date, or the month's last. */
static moot_day corresponding(moot_day from, int months, int step)
{
    slow_date start = slow_date_of(from);
    int year = start.year, month = start.month;
    for (int i = 0; i < months; i++) {
        month += step;
        if (month < 1 || month > 12) {
            month = month < 1 ? 12 : 1;
            year += step;
        }
    }
    moot_day day = from;
    for (;; day += step) { /* into the month, then to its date */
        slow_date d = slow_date_of(day);
        int last = days_in(year, month);
        if (d.year == year && d.month == month && d.mday == (start.mday < last ? start.mday : last)) {
            return day;
        }
    }
}

static moot_day count_months(moot_day from, int months, int step, moot_counting counting)
{
    moot_day day = corresponding(from, months, step);
    if (counting == MOOT_COUNT_CLEAR) {
        return day + step;
    }
    if (counting == MOOT_COUNT_OF) {
        return day;
    }
    /* Beginning with the 31st where no 31st corresponds: the month ends it, without a day before. */
    int same_date = slow_date_of(day).mday == slow_date_of(from).mday;
    return step > 0 && !same_date ? day : day - step;
}

moot_day slow_count(moot_day from, moot_duration length, moot_counting counting)
{
    int step = length.count < 0 ? -1 : 1, n = length.count * step;
    if (n == 0 || length.unit == MOOT_SAME_DAY) {
        return length.unit == MOOT_NEXT_WORKING_DAY ? count_days(from, 1, 1, MOOT_WORKING_DAYS, MOOT_COUNT_OF) : from;
    }
    switch ((moot_unit)length.unit) {
    case MOOT_WEEKS: return count_days(from, 7 * n, step, MOOT_DAYS, counting);
    case MOOT_MONTHS: return count_months(from, n, step, counting);
    case MOOT_YEARS: return count_months(from, 12 * n, step, counting);
    default: return count_days(from, n, step, (moot_unit)length.unit, counting);
    }
}

moot_day slow_birthday(moot_day born, int age, moot_leap leap)
{
    slow_date b = slow_date_of(born);
    for (moot_day day = born;; day++) {
        slow_date d = slow_date_of(day);
        if (d.year != b.year + age) {
            continue;
        }
        int none = b.month == 2 && b.mday == 29 && days_in(d.year, 2) == 28;
        int month = none && leap == MOOT_LEAP_1_MARCH ? 3 : b.month;
        int mday = !none ? b.mday : (leap == MOOT_LEAP_1_MARCH ? 1 : 28);
        if (d.month == month && d.mday == mday) {
            return day;
        }
    }
}
