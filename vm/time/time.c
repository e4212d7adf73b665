/* The civil calendar: Howard Hinnant's two formulas, and what the law of ages and months builds
 * on them. They count years from 1 March, so that a leap day is the last day of its year. */
#include "vm/time/time.h"

#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
#define DAYS_TO_1970 719468 /* from 0000-03-01 */
#define DAYS_IN_400_YEARS 146097

moot_day moot_day_of(int year, int month, int mday)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + mday - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_IN_400_YEARS + day_of_era - DAYS_TO_1970;
}

/* A year is taken to begin with March, so that the day that comes and goes is its last. Centuries of 36,524.25 days, years of
 * 365.25 and months of 30.6 days are straight lines, and a multiplication and a shift divide by each (C. Neri and L. Schneider,
 * Euclidean affine functions and their application to calendar algorithms, 2023): a quarter of what divisions take, and rules of
 * age split days all the time. */
void moot_day_split(moot_day day, int *out_year, int *out_month, int *out_mday)
{
    enum { ERAS = 14700 }; /* of 400 years: nothing is negative, whatever the day */
    uint64_t quarters = 4 * (uint64_t)((int64_t)day + DAYS_TO_1970 + (int64_t)ERAS * DAYS_IN_400_YEARS) + 3;
    uint32_t century = (uint32_t)(quarters / DAYS_IN_400_YEARS);
    uint64_t of_century = (uint64_t)2939745 * ((uint32_t)(quarters % DAYS_IN_400_YEARS) | 3); /* 2^32 / 1461 */
    uint32_t year = 100 * century + (uint32_t)(of_century >> 32);
    uint32_t day_of_year = (uint32_t)of_century / 2939745 / 4;
    uint32_t months = 2141 * day_of_year + 197913; /* 2^16 / 30.6 a day; months from 3 */
    int next_year = day_of_year >= 306;            /* January and February */
    *out_year = (int)year - 400 * ERAS + next_year;
    *out_month = (int)(months >> 16) - (next_year ? 12 : 0);
    *out_mday = (int)((months & 0xffff) / 2141) + 1;
}

static int is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int moot_month_days(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

int moot_date_valid(int year, int month, int mday)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && mday >= 1 &&
           mday <= moot_month_days(year, month);
}

int moot_weekday(moot_day day)
{
    int from_monday = (int)(((int64_t)day + 3) % 7); /* 1970-01-01 was a Thursday */
    return from_monday < 0 ? from_monday + 7 : from_monday;
}

moot_day moot_add_months(moot_day day, int months)
{
    int year, month, mday;
    moot_day_split(day, &year, &month, &mday);
    int64_t total = (int64_t)year * 12 + (month - 1) + months;
    if (total < FIRST_YEAR * 12) {
        return MOOT_DAY_MIN;
    }
    if (total >= (LAST_YEAR + 1) * 12) {
        return MOOT_DAY_MAX;
    }
    year = (int)(total / 12);
    month = (int)(total % 12) + 1;
    int last = moot_month_days(year, month);
    return moot_day_of(year, month, mday < last ? mday : last);
}

static const char *const leap_texts[] = {
#define X(name, text) text,
    MOOT_LEAPS(X)
#undef X
};

const char *moot_leap_text(moot_leap leap)
{
    return leap_texts[leap];
}

int moot_leap_find(const char *text)
{
    for (size_t i = 0; i < MOOT_COUNT(leap_texts); i++) {
        if (strcmp(leap_texts[i], text) == 0) {
            return (int)i;
        }
    }
    return -1;
}

moot_day moot_birthday(moot_day born, int age, moot_leap leap)
{
    int year, month, mday;
    moot_day_split(born, &year, &month, &mday);
    int64_t then = (int64_t)year + age;
    if (then < FIRST_YEAR) {
        return MOOT_DAY_MIN;
    }
    if (then > LAST_YEAR) {
        return MOOT_DAY_MAX;
    }
    /* 29 February of a common year comes out as 1 March. */
    moot_day day = moot_day_of((int)then, month, mday);
    int moved = mday > moot_month_days((int)then, month);
    return moved && leap == MOOT_LEAP_28_FEBRUARY ? day - 1 : day;
}

/* By month and day, as people reckon it: who was born on 29 February is reached by 1 March of a common year, being the later. */
int moot_age_on(moot_day born, moot_day day, moot_leap leap)
{
    int born_year, born_month, born_mday, year, month, mday;
    moot_day_split(born, &born_year, &born_month, &born_mday);
    moot_day_split(day, &year, &month, &mday);
    if (leap == MOOT_LEAP_28_FEBRUARY && born_mday > moot_month_days(year, born_month)) {
        born_mday = 28;
    }
    int to_come = month != born_month ? month < born_month : mday < born_mday;
    return year - born_year - to_come;
}

/* The anonymous Gregorian computus (Meeus, Jones, Butcher). */
moot_day moot_easter(int year)
{
    int golden = year % 19;
    int century = year / 100, rest = year % 100;
    int correction = (century + 8) / 25;
    int epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    int to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    int count = epact + to_sunday - 7 * late + 114;
    return moot_day_of(year, count / 31, count % 31 + 1);
}
