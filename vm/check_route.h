/* check_route: how soon stages can be entered after a moment, and how late they may be. Only vm/check*.c include it. */
#ifndef MOOT_CHECK_ROUTE_H
#define MOOT_CHECK_ROUTE_H

#include "vm/check_internal.h"

/* A stage left by an outcome; outcome -1: there is none. */
typedef struct check_hop {
    int32_t stage, outcome;
    moot_instant enter, leave;
} check_hop;

typedef struct check_route {
    moot_check *k;
    moot_instant start;
    moot_instant *at; /* per stage: entered at the earliest; MOOT_NEVER */
    check_hop *by;    /* per stage: what was left to enter it */
} check_route;

/* The calendar within whose hours a guard must be read: a test on `now` that must hold; -1. */
int32_t check_route_hours(const moot_protocol *p, int32_t cond);
/* From a moment at which a stage is entered (-1: none), and any event may happen. */
void check_route_from(check_route *r, moot_instant start, int32_t stage);
/* When an outcome can be taken at the earliest, of a stage entered then. */
moot_instant check_route_leave(const check_route *r, int32_t outcome, moot_instant entered);
/* When a trigger can fire at the earliest, and what is left for it. */
moot_instant check_route_fires(const check_route *r, int32_t trigger, check_hop *out);
/* The hops that lead to and over `last`, in order. */
int32_t check_route_hops(const check_route *r, check_hop last, check_hop *out, int32_t max);
/* The latest moment, not before `from`, at which the outcome's stage may be entered so that it is left by `until`;
 * MOOT_NEVER: there is none. */
moot_instant check_route_latest(const check_route *r, int32_t outcome, moot_instant until,
                                moot_instant from);

#endif
