/* latest: of a live deadline of a case, the last moment at which each step before it is still in
 * time: the papers of a panel, the panel's session, a desk that must be open, a stage on the way.
 *
 * Counted back from the due date (of a window, its earliest moment, which is safe) over the quickest
 * way from where the case stands (route.h). What people may do at any moment has no step.
 *
 * No step rests on an outcome that its guard bars, or on a stage that its guard keeps from beginning, as the facts are now
 * (ages, hours and dates may still come round, so they bar nothing). Where every way is barred so, the quickest is told all
 * the same, because a fact may change, and each step that is barred says so; so does one whose guard cannot be told yet. */
#ifndef MOOT_LATEST_H
#define MOOT_LATEST_H

#include "vm/engine/route.h"

typedef enum moot_latest_guard { MOOT_GUARD_OPEN, MOOT_GUARD_UNKNOWN, MOOT_GUARD_BARS, MOOT_GUARD_NOT_BEGUN } moot_latest_guard;

typedef struct moot_latest {
    moot_instant earliest; /* it can be met by the protocol's own steps then, at the earliest */
    moot_instant due;
    int undated;           /* a panel on the way has no first date: the worst is assumed */
    moot_route_step steps[2 * MOOT_HOPS_MOST]; /* in order of time */
    uint8_t guards[2 * MOOT_HOPS_MOST]; /* per step: moot_latest_guard */
    int32_t steps_count;   /* 0: nothing but people stands between now and the date */
} moot_latest;

/* `clock` is an index into the case's clocks; of one that is not live, has no date or times an act,
 * no steps. Error: MOOT_ENOMEM. About stages times effects steps. */
moot_code moot_latest_of(const moot_case *c, int32_t clock, moot_latest *out, moot_err *err) MOOT_MUST_CHECK;
/* The same in words, each line behind `indent` and ended by \n; nothing if there are no steps:
 *
 *     to be in time, at the latest:
 *         2026-06-02         papers for "Accommodation Panel"  [2.4/3]
 *         2026-06-16 12:00   stage "own tenancy at Panel" left  [2.5/3]
 */
moot_code moot_latest_tell(const moot_case *c, int32_t clock, const char *indent, moot_buf *out,
                           moot_err *err) MOOT_MUST_CHECK;

#endif
