/* holidays: the bank holidays of England and Wales in one year, by rule and by what was
 * announced.
 *
 * By rule (Banking and Financial Dealings Act 1971 and its yearly proclamations; Good Friday and
 * Christmas Day by common law): Good Friday, Easter Monday, the last Mondays of May and August,
 * 25 and 26 December with their substitute days in every year; New Year's Day from 1974, the first
 * Monday of May from 1978. By announcement: the days of holidays.c, with their sources, the first
 * of 1973.
 *
 * MOOT_HOLIDAYS_SURE_SINCE is the first year of which moot holds every bank holiday: the first with
 * all eight of today. Before it some are missing (Whit Monday and the first Monday of August, of
 * which the last Mondays of May and August took the place from 1965 on; single days such as 2 June
 * 1953 and 15 March 1968). No case reaches back there, but a date that is typed can, and no date may
 * be wrong in silence: a count of working days that touches an earlier year is marked provisional,
 * and says why (moot_provisional). */
#ifndef MOOT_HOLIDAYS_H
#define MOOT_HOLIDAYS_H

#include "vm/time/time.h"

#define MOOT_HOLIDAYS_MOST 12 /* in one year */
#define MOOT_HOLIDAYS_SURE_SINCE 1978

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
 * (31 December 1999, the only one), or MOOT_DAY_MIN, when not even that can be given, and the holiday
 * counts as known all along (1973 and 1981, the weddings). */
int moot_holiday_announced(moot_day day, moot_day *out_announced, int *out_sure);
/* "bank holiday (Good Friday)"; static. */
const char *moot_holiday_text(int name);

#endif
