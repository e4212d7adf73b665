/* case_count: how a due date was counted, worked out again from what the log keeps of it.
 *
 * No list of counted days is stored. An entry that dates a clock keeps, beside the date, `mark` (what it runs from) and
 * `value`: the length that was counted (`within`, `every`), or the moment that `by` hangs on (a birthday, a date, another's
 * due date). With the protocol's own rule and calendar that gives every day of the count again, and exactly so: the date
 * that comes out must be the one that was logged, or there is no answer. A figure that has changed since is looked for
 * among the dated values of its param. */
#ifndef MOOT_CASE_COUNT_H
#define MOOT_CASE_COUNT_H

#include "vm/case/case.h"

#define MOOT_COUNT_STEPS 8 /* shifts of one trigger, with those of the groups around it */

typedef struct moot_count_step {
    moot_when from;          /* what it is counted from */
    moot_duration length;    /* negative: counted back */
    moot_counting counting;
} moot_count_step;

typedef struct moot_count {
    int32_t trigger;         /* the one among `by` that decides; -1: within, every */
    moot_when base;          /* what the first step is counted from */
    moot_count_step steps[MOOT_COUNT_STEPS];
    int32_t steps_count;     /* 0: the base is the due date */
    int provisional;
    int forward;             /* not before: not until the day that is reached is over */
} moot_count;

/* 0 when there is no date, or none that comes out again. `clock` may be a copy that holds what an older entry said. */
int moot_case_count(const moot_case *c, const moot_clock *clock, moot_count *out);
/* The same of the moment before which it must not be done. What it hangs on is not in the log: it is taken as the case knows
 * it now, and unless the very moment that was logged comes out there is no answer. */
int moot_case_count_not_before(const moot_case *c, const moot_clock *clock, moot_count *out);

/* Of the visits to a stage that were left before this one: the days from entering to leaving, summed, at least and at most
 * (where either is a window), and of each only those from `since` on (lo MOOT_NEVER: all). For what adds them up. */
void moot_case_stays(const moot_case *c, int32_t stage, int32_t child, int32_t before, moot_when since, int64_t *out_least,
                     int64_t *out_most);
/* When the `adds_up_since` of a clock had last gone off as the clock started, by the log; lo MOOT_NEVER: not yet. */
moot_when moot_case_adds_since(const moot_case *c, const moot_clock *clock);

#endif
