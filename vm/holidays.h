/* holidays: the bank holidays of England and Wales in one year, by rule and by what was
 * announced.
 *
 * The rules are those of today (Banking and Financial Dealings Act 1971 and its yearly
 * proclamations; Good Friday and Christmas Day by common law). They are applied to every year
 * from 1900 to 2199: before 1978 the true holidays differed, and no case reaches back there. */
#ifndef MOOT_HOLIDAYS_H
#define MOOT_HOLIDAYS_H

#include "vm/time.h"

#define MOOT_HOLIDAYS_MOST 12 /* in one year */

typedef struct moot_holiday {
    moot_day day;
    uint8_t name; /* for moot_holiday_text; below MOOT_HOLIDAY_NAMES */
} moot_holiday;

#define MOOT_HOLIDAY_NAMES 24 /* room for the list in holidays.c */

/* The year's holidays as known on a day (MOOT_DAY_MAX: all that moot knows), in no fixed order,
 * each on a weekday. Returns how many. */
size_t moot_holidays_in(int year, moot_day known_on, moot_holiday out[MOOT_HOLIDAYS_MOST]);
/* Whether a day is a holiday that was added or moved, and when that was announced. *out_sure is 0
 * where no dated source of the announcement was found: the day given is an estimate and to be checked
 * (31 December 1999, the only one). */
int moot_holiday_announced(moot_day day, moot_day *out_announced, int *out_sure);
/* "bank holiday (Good Friday)"; static. */
const char *moot_holiday_text(int name);

#endif
