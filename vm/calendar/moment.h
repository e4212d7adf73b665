/* moment: a moment while lengths of time are added to it or taken away, one after the other: an instant, or whole days.
 *
 * turns(18) - months(6) + days(1) is the birthday, then two shifts. Shifts of days stay whole days in between, so that
 * nothing is rounded twice; a shift of hours goes on from the start of the day. At the end the moment is read in one of
 * two ways: as a due date, which is the last second of its day, or as something that begins: the start of its day, or,
 * when the last shift went forward, the midnight that ends it (rule 7). Each end of a window is moved by itself. */
#ifndef MOOT_MOMENT_H
#define MOOT_MOMENT_H

#include "vm/calendar/calendar.h"

typedef struct moot_moment {
    moot_when at;        /* unless by_day */
    moot_day first, last;
    int by_day;
    int forward;         /* the last shift of days went forward: it is over at the midnight that ends the day */
    int provisional;     /* moot_provisional: flags of what was counted so far */
} moot_moment;

static inline moot_moment moot_moment_of(moot_when at)
{
    moot_moment m = { at, 0, 0, 0, 0, 0 };
    return m;
}
moot_moment moot_moment_of_days(moot_day first, moot_day last);
/* Adds a length; a negative count takes it away. */
void moot_moment_shift(const moot_calendar *calendar, moot_moment *moment, moot_duration by, moot_counting counting);
moot_when moot_moment_due(const moot_calendar *calendar, const moot_moment *moment);
moot_when moot_moment_begins(const moot_calendar *calendar, const moot_moment *moment);

#endif
