/* check_date: what the dates of a deadline come to before any case runs, as far as they hang on the
 * moment at which its clock's trigger fires, or on one date of a case. Only vm/check/check*.c include it. */
#ifndef MOOT_CHECK_DATE_H
#define MOOT_CHECK_DATE_H

#include "vm/calendar/moment.h"
#include "vm/check/check_internal.h"

typedef enum check_anchor_kind { CHECK_NO_ANCHOR, CHECK_TURNS, CHECK_DATE } check_anchor_kind;

/* The date that `by` or `not_before` hangs on: a birthday, or a date fact. */
typedef struct check_anchor {
    uint8_t kind;
    int32_t ref; /* the age that is turned; the fact */
} check_anchor;

/* A clock that is to start at a moment, perhaps with a date of the case. */
typedef struct check_world {
    moot_check *k;
    int32_t clock;
    moot_instant start; /* its trigger fires, its stage is entered */
    check_anchor anchor;
    moot_day day;       /* the birthday; the date. Of no meaning without an anchor */
} check_world;

/* Moves a moment as a trigger is shifted. 0: by a length that it cannot know. */
int check_shift(const moot_check *k, const moot_trigger *t, moot_moment *m);
/* The first date that a clock's `by` (else its `not_before`) hangs on. */
check_anchor check_anchor_of(const moot_check *k, int32_t clock);
/* What the clock runs from: the start, shifted as `from` says. 0: it cannot be known. */
int check_since(const check_world *w, moot_instant *out);
/* When it is due, as far as the world says: 0 if it does not, or if no date is set. */
int check_due(const check_world *w, moot_instant *out);
/* Before when it must not be done; 0 likewise. */
int check_not_before(const check_world *w, moot_instant *out);

#endif
