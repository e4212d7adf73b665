/* whatif: a baseline beside variants of it, on one caseload, with the same luck.
 *
 * A branch is a protocol (the baseline is the first) with its model and the caseload read for it. For each replicate every
 * branch has a world of its own; what is drawn has the same keys in all, so the same young person has the same luck. Each world
 * is reduced at once to figures (moot_whatif_figure) and each case compared with itself under the baseline; what is kept does
 * not grow with cases, and with replicates by one number a figure. A thread takes one replicate after the other, with all its
 * branches; results are the same for any number of threads.
 *
 *     moot_whatif_run, then moot_whatif_effect for each branch, figure and group; moot_whatif_done
 *
 * Direct and queue effects: the first entry of a case's log that differs says why. If it is that another case has, or no longer
 * has, what this one would have (a place, a quota, a home, somebody's time), the case is touched through the queue alone; else
 * the variant touches it itself. */
#ifndef MOOT_WHATIF_H
#define MOOT_WHATIF_H

#include <stdatomic.h>

#include "vm/stats.h"
#include "vm/world.h"

typedef struct moot_whatif_branch {
    const char *name;        /* "baseline", or the variant's */
    const moot_model *model;
    const moot_input *inputs; /* of the same cases, in the same order, in all branches */
    const moot_helper_host *helpers; /* NULL */
} moot_whatif_branch;

#define MOOT_WHATIF_JOBS_MOST 64
typedef struct moot_whatif_options {
    int jobs;                /* threads; 1: this one alone */
    moot_options engine;     /* keep_log is set, helpers are those of the branch */
    moot_instant until;      /* MOOT_NEVER: each case for two years */
    uint64_t seed;
    int64_t replicates;
    const char *by;          /* name of a fact whose values tell groups apart; NULL: none */
    const atomic_int *stop;  /* not 0: stop after the replicates at hand; NULL: never */
    void (*progress)(void *user, int64_t done); /* in this thread, now and then; NULL */
    void *progress_user;
} moot_whatif_options;

/* kind, heading, unit, which way is better for the young person (0: neither), how worlds are reduced */
#define MOOT_WHATIF_KINDS(X)                                                                                            \
    X(BREACHES, "breaches", "", -1, TOTAL)                                                                              \
    X(BREACH, "breaches of", "", -1, TOTAL)                                                                             \
    X(DAYS_TO, "days until the end of", "days", -1, MEAN)                                                               \
    X(DAYS_HOME, "days to the home that lasts", "days", -1, MEAN)                                                       \
    X(HOMES, "cases with a home at the end", "", 1, TOTAL)                                                              \
    X(NOWHERE, "nights nowhere", "nights", -1, TOTAL)                                                                   \
    X(NOT_RECORDED, "nights not recorded", "nights", -1, TOTAL)                                                         \
    X(QUEUE, "cases in the queue of", "", -1, MEAN)                                                                     \
    X(WAITED, "days that a case waits for", "days", -1, MEAN)                                                           \
    X(DUTIES, "duties owed by", "", 0, TOTAL)                                                                           \
    X(HANDOVERS, "cases handed over", "", 0, TOTAL)                                                                     \
    X(CHARGES, "acts paid by", "", 0, TOTAL)                                                                            \
    X(MONEY, "pence paid by", "pence", 0, TOTAL)                                                                        \
    X(ESCALATIONS, "levels of ladders opened", "", -1, TOTAL)                                                           \
    X(CLOSED, "cases closed", "", 0, TOTAL)                                                                             \
    X(COUNTED, "measure", "", 0, TOTAL)                                                                                 \
    X(SHARE, "percent in time of measure", "percent", 1, PERCENT)
typedef enum moot_whatif_kind {
#define X(name, text, unit, better, how) MOOT_WHATIF_##name,
    MOOT_WHATIF_KINDS(X)
#undef X
} moot_whatif_kind;
/* Of a world: the sum over its cases; the mean over those to which it happened; hits of a hundred. */
typedef enum moot_whatif_how { MOOT_WHATIF_TOTAL, MOOT_WHATIF_MEAN, MOOT_WHATIF_PERCENT } moot_whatif_how;

typedef struct moot_whatif_figure {
    moot_whatif_kind kind;
    const char *name, *clause; /* of the deadline, stage, panel …; "" */
} moot_whatif_figure;
const char *moot_whatif_text(moot_whatif_kind kind); /* "breaches of" */
const char *moot_whatif_unit(moot_whatif_kind kind);
int moot_whatif_better(moot_whatif_kind kind);

/* Why cases went another way than under the baseline, by the first entry that differs. */
typedef struct moot_whatif_reason {
    int32_t branch;
    const char *clause, *name; /* of the declaration; borrowed from a protocol */
    int queue;                 /* through the queue alone */
    int64_t gains, losses, others; /* cases, over all replicates */
} moot_whatif_reason;

/* One case under a variant, over all replicates. */
typedef struct moot_whatif_case {
    int32_t gains, losses, both, others, same; /* replicates: better; worse; both; another way, no better or worse; the same */
} moot_whatif_case;

/* Of the cases of a replicate under a variant, on average. */
typedef struct moot_whatif_moved {
    double gains, losses, both, others, same;
    double queue; /* of those that are not the same: through the queue alone */
    /* What the differences of three figures come from, summed over cases: touched by the variant itself, through the queue. */
    double breaches[2], nights[2], days_home[2];
} moot_whatif_moved;

typedef struct moot_whatif moot_whatif;

/* Errors: MOOT_EDATA (no such fact), MOOT_EINTR (stopped), MOOT_ENOMEM, MOOT_ESYSTEM, and those of moot_world_run. */
moot_code moot_whatif_run(const moot_whatif_branch *branches, int32_t branch_count, int32_t case_count,
                          const moot_whatif_options *options, moot_whatif **out_whatif, moot_err *err) MOOT_MUST_CHECK;
void moot_whatif_free(moot_whatif *whatif); /* takes NULL */

int32_t moot_whatif_figures(const moot_whatif *whatif, const moot_whatif_figure **out_list);
int32_t moot_whatif_groups(const moot_whatif *whatif, const char *const **out_names); /* the first is all, named "" */
/* The figure under a branch: mean over replicates, with its interval. NAN where it never came about. */
moot_figure moot_whatif_value(const moot_whatif *whatif, int32_t branch, int32_t figure, int32_t group);
/* Its difference from the baseline, replicate by replicate. Replicates where either did not come about do not count. */
moot_figure moot_whatif_effect(const moot_whatif *whatif, int32_t branch, int32_t figure, int32_t group);
moot_whatif_moved moot_whatif_moves(const moot_whatif *whatif, int32_t branch);
/* Sorted: most cases first. */
int32_t moot_whatif_reasons(const moot_whatif *whatif, const moot_whatif_reason **out_list);
moot_whatif_case moot_whatif_of_case(const moot_whatif *whatif, int32_t branch, int32_t i);

#endif
