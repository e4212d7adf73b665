/* calendar_internal: the tables of a calendar, for calendar*.c and readings.c only. */
#ifndef MOOT_CALENDAR_INTERNAL_H
#define MOOT_CALENDAR_INTERNAL_H

#include "vm/calendar/calendar.h"
#include "vm/calendar/holidays.h"

#define MOOT_MONTHS_MOST (12 * 400) /* more than the table's 300 years */
#define MOOT_CALENDAR_DAYS ((size_t)(MOOT_DAY_MAX - MOOT_DAY_MIN + 1))

/* Why a day is shut, in the order of what is said first. MOOT_SHUT_HOLIDAY + n is the n-th bank
 * holiday. */
enum {
    MOOT_SHUT_NOT,
    MOOT_SHUT_SATURDAY,
    MOOT_SHUT_SUNDAY,
    MOOT_SHUT_CLOSED,
    MOOT_SHUT_HOLIDAY
};
#define MOOT_SHUT_WHY 0x7f
/* A holiday or closure day, also when a weekend is named first. */
#define MOOT_SHUT_EVEN_WITH_HOURS 0x80

typedef struct moot_closure {
    moot_day first, last;
} moot_closure;

typedef struct moot_hours {
    int from, until; /* seconds of the local day, both in; from -1: none */
} moot_hours;

struct moot_calendar {
    const moot_zone *zone;  /* borrowed */
    char *name;             /* owned */
    moot_closure *closures; /* owned */
    size_t closure_count, closure_cap;
    moot_hours hours[7];
    int has_hours, frozen;
    moot_day known_on; /* MOOT_DAY_MAX: all that moot knows */
    moot_leap leap;
    uint64_t digest;
    uint8_t *why;      /* owned: by day, from MOOT_DAY_MIN */
    int32_t *rank;     /* owned: working days up to and with that day */
    moot_day *working; /* owned: the working days, in order */
    int32_t working_count;
    moot_calendar *plain; /* owned: the same without its closure days; NULL: it has none */
};

/* calendar_freeze.c: frees what freezing made. */
void moot_calendar__drop_tables(moot_calendar *calendar);
/* A MOOT_BUG unless the calendar is frozen (1), or is not (0). */
void moot_calendar__must_be_frozen(const moot_calendar *calendar, int frozen);

/* ---- calendar_readings.c ---- */

/* Whether a length is counted by one of the conventions: some days, weeks, months, years or working
 * days. */
int moot_calendar__has_conventions(moot_duration within);
/* The convention that it is confused with. */
moot_counting moot_calendar__other_counting(moot_duration within, moot_counting counting);
/* The day that a count of working days from `day` reaches with the bank holidays that were known on
 * a day; 0 if the length counts none. */
int moot_calendar__working_as_known(const moot_calendar *calendar, moot_day day, moot_duration length,
                                    moot_counting counting, moot_day known_on, moot_day *out_day);

#endif
