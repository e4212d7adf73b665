/* whatif_internal: what the parts of whatif share. Only vm/run/whatif*.c include it.
 *
 *   whatif.c          results: replicates taken, what they come to together
 *   whatif_run.c      replicates on threads
 *   whatif_figures.c  which figures there are, what a case adds to them
 *   whatif_times.c    how long until something, of cases some of which were not followed to the end
 *   whatif_pair.c     a case beside itself under the baseline */
#ifndef MOOT_WHATIF_INTERNAL_H
#define MOOT_WHATIF_INTERNAL_H

#include "vm/run/whatif.h"

/* Which figure a thing of a branch's protocol adds to, -1. */
typedef struct whatif_map {
    int32_t *clock, *invariant, *stage, *queue, *waited, *duty, *charge, *money, *measure;
    int32_t *handed; /* per service from, service to: those of a party alone */
} whatif_map;

/* That something of a branch's protocol adds to a figure. */
typedef struct whatif_had {
    int32_t branch, figure;
    const char *clause;
} whatif_had;

/* A life that was followed for so many days, until something happened or for as long as it was. */
typedef struct whatif_time {
    int32_t key; /* group * figures + figure */
    int32_t days, happened;
} whatif_time;

/* Those of one world; kept from world to world for their memory. */
typedef struct whatif_times {
    whatif_time *list;
    size_t cap, count;
    moot_followed *lives;
    size_t lives_cap;
    moot_survival_step *steps;
    size_t steps_cap;
    int failed; /* memory ended */
} whatif_times;

/* What has come together of one figure in one world. */
typedef struct whatif_sum {
    int64_t sum, count;
} whatif_sum;

/* What a case comes to, for telling whether it is better or worse. */
typedef struct whatif_life {
    int32_t breaches, nights;
    int32_t days_home; /* -1: none that lasts */
    int32_t followed;  /* days for which a home that lasts would have been seen */
} whatif_life;

/* A case under the baseline, in the replicate at hand. */
typedef struct whatif_kept {
    whatif_life life;
    int32_t group;
    size_t first; /* of its entries in the thread's digests */
    int32_t count;
} whatif_kept;

typedef struct whatif_digest {
    uint64_t sum;
    const moot_decl *decl;
    uint8_t competes;
} whatif_digest;

/* Sums over the cases of a replicate; whole numbers, so that it does not matter in which order they are added. */
typedef struct whatif_moves {
    int64_t gains, losses, both, others, same, queue;
    int64_t breaches[2], nights[2], days_home[2];
} whatif_moves;

/* A replicate that a thread works on, until it is taken. */
typedef struct whatif_slot {
    moot_whatif_replicate r; /* its list of those who came is that of `came` */
    moot_whatif_spot *parts; /* per branch, case: where it parts from the baseline, in texts of the protocols, which stay */
    moot_arrived came;
    size_t lives_cap, parts_cap;
} whatif_slot;

typedef struct whatif_thread {
    moot_whatif *w;
    moot_world **worlds; /* one a branch: its helpers are its own */
    whatif_sum *sums;    /* per group and figure */
    whatif_times times;
    /* The cases of the world at hand: the caseload of its branch, in `crowd` with those who came. */
    const moot_input *inputs;
    int32_t count;
    moot_crowd crowd;
    whatif_kept *kept;   /* per case, as the next two */
    whatif_digest *digests;
    size_t digests_cap, digests_count;
    uint8_t *keeps;      /* keeps the rules before a change; NULL: no change is asked about */
    whatif_life *switched_lives; /* of the world in which all switch */
    size_t kept_cap, keeps_cap, switched_cap;
} whatif_thread;

#define WHATIF_SPOTS_KNOWN 1024 /* declarations whose spot is remembered */

struct moot_whatif {
    const moot_whatif_branch *branches; /* NULL: nothing can be run */
    const char **branch_names, **case_ids;
    int32_t branch_count, case_count;
    moot_whatif_options options;
    moot_whatif_figure *figures;
    size_t figures_cap;
    int32_t figures_count;
    const char **clauses; /* per branch, figure; NULL: it has none of the name */
    whatif_had *had;      /* while figures are looked for: what clauses are made of */
    size_t had_cap, had_count;
    whatif_map *maps; /* per branch */
    const char **groups;
    int32_t groups_count;
    int32_t by; /* fact of the baseline's protocol, -1 */
    double *values; /* per branch, replicate, group, figure; NAN: did not come about, or was not taken */
    double *list;   /* a figure's, of all replicates: for the one that is asked for */
    uint8_t *taken; /* per replicate */
    int64_t taken_count;
    moot_whatif_spot *spots;
    size_t spots_cap;
    int32_t spots_count;
    struct {
        moot_whatif_spot parts;
        int32_t spot;
    } known[WHATIF_SPOTS_KNOWN];
    moot_whatif_reason *tally; /* per spot, branch, way: through the queue or not */
    moot_whatif_reason *reasons; /* those of them that are any, sorted: room for all */
    size_t tally_cap, reasons_cap;
    moot_whatif_case *cases; /* per branch and case */
    moot_whatif_case *likes; /* of those who came: per branch and case that they are like, and one for who is like none */
    int64_t came_count;      /* over all replicates that were taken */
    moot_arrivals *arrivals; /* NULL: nobody comes, or nothing can be run */
    whatif_moves *moves;     /* per branch */
    moot_arena arena;
};

/* ---- whatif.c ---- */
/* How many cases a replicate has. */
static inline int32_t moot_whatif__count(const moot_whatif *w, const moot_whatif_replicate *r)
{
    return w->case_count + r->came_count;
}
static inline size_t moot_whatif__per_world(const moot_whatif *w)
{
    return (size_t)w->figures_count * (size_t)w->groups_count;
}
/* Settles the spots of a replicate that was run, then takes it. */
moot_code moot_whatif__take_slot(moot_whatif *w, const whatif_slot *slot, moot_err *err);

/* ---- whatif_figures.c ---- */
moot_code moot_whatif__figures(moot_whatif *w, moot_err *err); /* the list, the maps, the groups */
int32_t moot_whatif__group(const moot_whatif *w, const moot_case *c);
/* Adds a case to the sums of all and of its group. */
void moot_whatif__add(const moot_whatif *w, int32_t branch, const moot_case *c, int32_t group, whatif_sum *sums, whatif_times *times);
void moot_whatif__add_queues(const moot_whatif *w, int32_t branch, const moot_commons *commons, whatif_sum *sums);
double moot_whatif__reduce(const moot_whatif_figure *figure, const whatif_sum *sum);
whatif_life moot_whatif__life(const moot_case *c);

/* ---- whatif_times.c ---- */
extern const int32_t moot_whatif__within[]; /* days of HOME_WITHIN, ascending */
#define WHATIF_WITHIN 5
void moot_whatif__time(whatif_times *times, int32_t key, int32_t days, int happened);
/* Into the values of one branch, per group and figure; forgets the times. */
moot_code moot_whatif__reduce_times(const moot_whatif *w, whatif_times *times, double *values, moot_err *err);
void moot_whatif__times_done(whatif_times *times);

/* ---- whatif_pair.c ---- */
moot_whatif_went moot_whatif__compare(const whatif_life *before, const whatif_life *after); /* OTHER: neither */
/* Of a case under the baseline; under a variant, beside it. Each fills *out_life but its spot. */
moot_code moot_whatif__keep(whatif_thread *t, int32_t i, const moot_case *c, moot_whatif_life *out_life, moot_err *err);
void moot_whatif__pair(const whatif_thread *t, int32_t i, const moot_case *c, moot_whatif_life *out_life, moot_whatif_spot *out_parts);

#endif
