/* route: the quickest way through a protocol's stages from a moment, and the latest way to one.
 *
 * What takes time is what the protocol says takes time: a panel's next session and its papers,
 * opening hours, an `after`. Everybody else acts at once and every queue is empty; what people may
 * do at any moment (an event, a record of its own) is taken to be done at the start. So nothing is
 * called late that could have been in time, and no moment is called safe that is not.
 *
 * Order of calls: moot_route_init; where stages are open already, moot_route_open for each; then
 * moot_route_from, after which the others may be asked. The checker uses it before any case runs
 * (check_time.c), latest.h for a case that is under way. */
#ifndef MOOT_ROUTE_H
#define MOOT_ROUTE_H

#include "vm/case/case.h"

#define MOOT_HOPS_MOST 16 /* stages on one way: longer ones are told from their last */

/* A stage left by an outcome; stage -1: there is none. */
typedef struct moot_hop {
    int32_t stage, outcome;
    uint8_t any; /* others of its outcomes would do as well */
    moot_instant enter, leave;
} moot_hop;

typedef struct moot_route {
    const moot_protocol *p;
    const moot_conditions *rules; /* with these facts figures are read … */
    const moot_facts *facts;
    int32_t child;
    uint8_t dated;       /* … and dates too: they are those of a case. 0: a date may be any day */
    const uint8_t *dead; /* outcomes that nothing takes, borrowed; NULL: none is known */
    const uint8_t *shut; /* stages that do not begin by themselves, borrowed; NULL: none is known */
    moot_instant start;
    moot_instant *at; /* per stage: entered at the earliest; MOOT_NEVER */
    moot_hop *by;     /* per stage: what was left to enter it */
    uint8_t *open;    /* per stage: open at the start, since `at` */
    uint8_t *been;    /* per stage: left before the start; for the caller to set */
} moot_route;

/* Empty, for a protocol; memory is the arena's. The caller sets child, dated, dead and shut, which
 * are preset to "none". Error: MOOT_ENOMEM. */
moot_code moot_route_init(moot_route *r, const moot_protocol *p, const moot_conditions *rules,
                          const moot_facts *facts, moot_arena *arena, moot_err *err) MOOT_MUST_CHECK;
/* A stage that is open as the way begins, and since when. */
void moot_route_open(moot_route *r, int32_t stage, moot_instant entered);
/* Finds the quickest way to every stage from `start`, at which any event may happen. `stage` is
 * entered then; -1: none but those that are open. About stages times effects steps. */
void moot_route_from(moot_route *r, moot_instant start, int32_t stage);

/* A figure that is known before it is needed (a constant, a param): 0 if it is not. */
int moot_route_length(const moot_route *r, int32_t operand, moot_duration *out);
/* The calendar within whose hours a guard must be read: a test on `now` that must hold; -1. */
int32_t moot_route_hours(const moot_protocol *p, int32_t cond);
/* When an outcome can be taken at the earliest, of a stage entered then. */
moot_instant moot_route_leave(const moot_route *r, int32_t outcome, moot_instant entered);
/* When a trigger can fire at the earliest, and what is left for it. */
moot_instant moot_route_fires(const moot_route *r, int32_t trigger, moot_hop *out);
/* When a deadline can be met at the earliest: by what `met_by` names, else by leaving its stage,
 * else by a record of its own, which is at once. MOOT_NEVER: nothing in the protocol can. */
moot_instant moot_route_meets(const moot_route *r, int32_t clock, moot_hop *out);
/* The hops that lead to and over `last`, in order. */
int32_t moot_route_hops(const moot_route *r, moot_hop last, moot_hop out[MOOT_HOPS_MOST]);

/* ---- how late ---- */

/* One step on the way, and the last moment at which it can be done so that the end is in time. */
typedef struct moot_route_step {
    moot_hop hop;
    uint8_t papers;      /* it is entered, the papers of its panel are in; else: it is left */
    moot_instant latest; /* MOOT_NEVER: at no moment from the start on is it early enough */
} moot_route_step;

/* Of hops to something that is due: its steps, in order of time. A stage that is open already has
 * its papers in. Room for two a hop. */
int32_t moot_route_steps(const moot_route *r, const moot_hop *hops, int32_t count, moot_instant due,
                         moot_route_step out[2 * MOOT_HOPS_MOST]);
/* "papers for \"Panel\"" (of one without a cut-off, "listed for"), "outcome \"met\" of stage \"talk\"", "stage \"talk\" left"; and by which
 * clause. */
const char *moot_route_step_words(const moot_protocol *p, const moot_route_step *step, char *buf,
                                  size_t size, const char **out_clause);

#endif
