/* slow_calendar: a second implementation of counting time, for tests: slow, obvious, and by other ways than vm/'s. It
 * walks from day to day, knows nothing of vm/calendar/calendar.h but the names of units and conventions, finds Easter by Gauss's
 * formula, and lists one-off holidays by itself. Years 1990 to 2050. Not for threads. */
#ifndef MOOT_TESTS_SLOW_CALENDAR_H
#define MOOT_TESTS_SLOW_CALENDAR_H

#include "vm/calendar/calendar.h"

typedef struct slow_date {
    int year, month, mday;
    int weekday; /* 0 Monday */
} slow_date;

/* The date of a day, by walking from 1 January 1990, which was a Monday. */
slow_date slow_date_of(moot_day day);
moot_day slow_day_of(int year, int month, int mday);
int slow_bank_holiday(moot_day day);
int slow_working(moot_day day);
/* The day that a clause with these words means: `length.count` negative counts back. */
moot_day slow_count(moot_day from, moot_duration length, moot_counting counting);
/* The birthday of somebody born on a day, found by walking. */
moot_day slow_birthday(moot_day born, int age, moot_leap leap);

#endif
