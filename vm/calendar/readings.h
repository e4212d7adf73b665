/* readings: what a date that hangs on a birthday, or on several counts in a row, would be if its words were read otherwise.
 * (Of one count from a moment calendar_readings.c tells the same.)
 *
 * A chain is a start and the lengths that are added to it or taken away, left to right, as a moment is shifted (moment.h).
 * Its words can be read otherwise in these ways, each by itself, with all else as it was chosen:
 *
 *     convention   one of its counts by the other convention: "beginning with the day", clear days (calendar.h)
 *     order        the counts in the opposite order: 2 working days and then a month, or a month and then 2 working days
 *     together     months and years in a row added up first, so that the month's end clamps once and not after each:
 *                  from 31 January, a month and a month is 28 March step by step, 31 March at once
 *     29 February  the other birthday in a common year (moot_leap)
 *     from birth   months before or after such a birthday counted from the date of birth itself, whose corresponding date
 *                  exists: born 29 February 2008, 3 months before 18 is 29 November, not 1 December
 *     as then      with the bank holidays that were known on the day it starts from
 *
 * Where the chain leads to a moment before which something must not be done, the safest is the latest.
 *
 * A day that no month has is the month's last by all of them: of that the law leaves nothing open (Dodds v Walker 1981). */
#ifndef MOOT_READINGS_H
#define MOOT_READINGS_H

#include "vm/calendar/moment.h"

#define MOOT_CHAIN_STEPS 8

typedef struct moot_chain_step {
    moot_duration length; /* negative: counted back */
    moot_counting counting;
    int fixed;            /* the months of an age: they know no convention */
} moot_chain_step;

typedef struct moot_chain {
    moot_instant from; /* what the first step is counted from: of a day, its start */
    int by_day;        /* it is a whole day */
    int begins;        /* it leads to a moment before which nothing may be done, rather than to a due date */
    int from_birth;    /* `from` is the start of the birthday on which somebody born on `born` attains `age` */
    moot_day born;
    int age;
    moot_chain_step steps[MOOT_CHAIN_STEPS];
    int32_t count;
} moot_chain;

/* MOOT_READ_AS_CHOSEN is the date itself. */
typedef enum moot_reading_kind {
    MOOT_READ_AS_CHOSEN, MOOT_READ_CONVENTION, MOOT_READ_ORDER, MOOT_READ_TOGETHER, MOOT_READ_LEAP, MOOT_READ_FROM_BIRTH,
    MOOT_READ_AS_THEN
} moot_reading_kind;

typedef struct moot_chain_reading {
    moot_instant at; /* as a due date: of days the last second of the last; `begins`: the midnight at which it may begin */
    int provisional;
    moot_reading_kind how;
    int32_t step;    /* MOOT_READ_CONVENTION: of which step … */
    moot_counting counting; /* … and how it is counted then */
} moot_chain_reading;

#define MOOT_CHAIN_READINGS (MOOT_CHAIN_STEPS + 6)

/* Where the chain leads as it was chosen. */
moot_chain_reading moot_chain_date(const moot_calendar *calendar, const moot_chain *chain);
/* That, and every other reading that gives another date, the safest first: the earliest, or the latest where days must have
 * passed before (its last count is clear, forwards; `begins`). 1: nothing hangs on it. */
size_t moot_chain_readings(const moot_calendar *calendar, const moot_chain *chain,
                           moot_chain_reading out[MOOT_CHAIN_READINGS]);
/* One as people read it: "2026-06-04 (Thursday): within 1 month, then within 2 working days"; `size` >= 1000. Returns buf. */
char *moot_chain_reading_text(const moot_calendar *calendar, const moot_chain *chain, const moot_chain_reading *reading,
                              char *buf, size_t size);

#endif
