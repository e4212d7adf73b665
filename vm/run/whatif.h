/* whatif: a baseline beside variants of it, on one caseload, with the same luck.
 *
 * A branch is a protocol (the baseline is the first) with its model and the caseload read for it: a variant of the baseline, or
 * another protocol altogether. Figures of different protocols are one where their kind and name are; what only one has never came
 * about under the other (moot_whatif_clause). For each replicate every branch has a world of its own; what is drawn has the same keys in all, so the same young person has the same luck. Each world
 * is reduced at once to figures (moot_whatif_figure) and each case compared with itself under the baseline; what is kept does
 * not grow with cases, and with replicates by one number a figure. Further cases that come in a replicate (arrivals.h) are the same
 * in all its branches; beyond their replicate they are known by the case of the caseload that they are like. A thread takes one replicate after the other, with all its
 * branches; results are the same for any number of threads.
 *
 *     moot_whatif_new
 *     moot_whatif_take of each replicate that is there already (vm/store/store_whatif.h)
 *     moot_whatif_run
 *     moot_whatif_effect for each branch, figure and group, and the others below
 *     moot_whatif_free
 *
 * What a replicate came to (moot_whatif_replicate) is all that results are made of, and it is taken in the order of replicates in
 * the calling thread: a replicate that comes from a store, or from another machine's shard, is as good as one just run, and the
 * bytes are the same however the work was divided. So whatever a new figure needs of a life must be in there.
 *
 * Direct and queue effects: the first entry of a case's log that differs says why. If it is that another case has, or no longer
 * has, what this one would have (a place, a quota, a home, somebody's time), the case is touched through the queue alone; else
 * the variant touches it itself. */
#ifndef MOOT_WHATIF_H
#define MOOT_WHATIF_H

#include <stdatomic.h>

#include "vm/base/stats.h"
#include "vm/run/arrivals.h"
#include "vm/run/world.h"

typedef struct moot_whatif_branch {
    const char *name;        /* "baseline", or the variant's */
    const moot_model *model;
    const moot_input *inputs; /* of the same cases, in the same order, in all branches */
    const moot_helper_host *helpers; /* NULL */
} moot_whatif_branch;

typedef struct moot_whatif moot_whatif;
struct moot_whatif_replicate;
typedef moot_code moot_whatif_put(void *user, const moot_whatif *whatif, const struct moot_whatif_replicate *replicate, moot_err *err);

typedef enum moot_whatif_open { MOOT_OPEN_SWITCH, MOOT_OPEN_KEEP, MOOT_OPEN_BETTER, MOOT_OPEN_WAYS } moot_whatif_open;
extern const char *const moot_whatif_open_words[MOOT_OPEN_WAYS]; /* "switch", "keep", "better" */

typedef struct moot_whatif_options {
    int jobs;                /* threads, up to MOOT_RING_JOBS_MOST (ring.h); 1: this one alone */
    moot_options engine;     /* keep_log is set, helpers are those of the branch */
    moot_instant until;      /* MOOT_NEVER: each case for two years */
    uint64_t seed;
    int64_t replicates;
    const char *by;          /* name of a fact whose values tell groups apart; NULL: none */
    /* For variants that change rules on a day: what becomes of the cases that are open then. KEEP: each keeps the old rules to its
     * end; SWITCH: what begins from that day on goes by the new ones, what has begun to run keeps its date; BETTER: each has
     * whichever of the two is better for the young person (moot_whatif_went), judged by the two worlds in which all keep and all
     * switch, and keeps the old where neither is. The council's rules only: the law is what it is on each day. A case that
     * begins on the day or later has the new rules in any case. */
    moot_whatif_open open_cases;
    moot_day change_on;      /* MOOT_DAY_MIN: nothing is asked about such cases, and all switch */
    /* Further cases come from the first day to the last, as the baseline's assumptions say (arrivals.h): the same under all branches.
     * MOOT_DAY_MIN: none does. Replicates then differ in how many cases they have. */
    moot_day come_first, come_last;
    int shard, shards;       /* replicates R with R % shards == shard - 1 are this one's; 0, 0: all are */
    const atomic_int *stop;  /* not 0: stop after the replicates at hand; NULL: never */
    /* In the calling thread. `progress`: so many of this shard's are done; `put`: each replicate that was run, in order, once
     * it is taken. Both may be NULL. */
    void (*progress)(void *user, int64_t done);
    moot_whatif_put *put;
    void *user;
} moot_whatif_options;

/* kind, heading, unit, which way is better for the young person (0: neither), how worlds are reduced */
#define MOOT_WHATIF_KINDS(X)                                                                                            \
    X(BREACHES, "breaches", "", -1, TOTAL)                                                                              \
    X(BREACH, "breaches of", "", -1, TOTAL)                                                                             \
    X(DAYS_TO, "days until the end of", "days", 0, SURVIVAL)                                                            \
    X(DAYS_HOME, "days to a home that lasts", "days", -1, SURVIVAL)                                                     \
    X(HOME_WITHIN, "percent with a home that lasts within", "percent", 1, SURVIVAL)                                     \
    X(HOMES, "cases with a home at the end", "", 1, TOTAL)                                                              \
    X(NOWHERE, "nights nowhere", "nights", -1, TOTAL)                                                                   \
    X(NOT_RECORDED, "nights not recorded", "nights", -1, TOTAL)                                                         \
    X(QUEUE, "cases in the queue of", "", -1, MEAN)                                                                     \
    X(WAITED, "days that a case waits for", "days", -1, SURVIVAL)                                                       \
    X(DUTIES, "duties owed by", "", 0, TOTAL)                                                                           \
    X(HANDED, "duties handed on,", "", 0, TOTAL)                                                                        \
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
/* Of a world: the sum over its cases; a mean; hits of a hundred; what Kaplan and Meier's curve over its cases says.
 *
 * Where something takes time, cases in which it had not come about when the run ended, or the journey was closed, say that it took
 * longer than that (vm/base/stats.h): they are not left out, and not counted as if it had come about. Days are the area under the curve
 * of those who still wait up to a year (MOOT_WHATIF_YEAR), which is their mean when nobody is lost; where nobody was followed so
 * long the curve is held. A percentage within so many days that nobody was followed for is NAN. Of a stage those cases count that
 * entered it, from their first record on; of a panel each listing, to its session.
 *
 * A home that lasts is a place that no service pays for, kept for half a year (MOOT_WHATIF_LASTS) or in which the journey was
 * closed; so it is known of a case only up to half a year before it was last seen. */
typedef enum moot_whatif_how { MOOT_WHATIF_TOTAL, MOOT_WHATIF_MEAN, MOOT_WHATIF_PERCENT, MOOT_WHATIF_SURVIVAL } moot_whatif_how;
#define MOOT_WHATIF_YEAR 365
#define MOOT_WHATIF_LASTS 182

typedef struct moot_whatif_figure {
    moot_whatif_kind kind;
    const char *name, *clause; /* of the deadline, stage, panel …; "" */
} moot_whatif_figure;
const char *moot_whatif_word(moot_whatif_kind kind); /* "DAYS_TO": as a store has it */
int moot_whatif_kind_of(const char *word);           /* -1: none is called so */
const char *moot_whatif_text(moot_whatif_kind kind); /* "breaches of" */
const char *moot_whatif_unit(moot_whatif_kind kind);
int moot_whatif_better(moot_whatif_kind kind);

/* How a life under a variant went beside the same life under the baseline: fewer breaches, fewer nights without a bed that is
 * known of, sooner at home: better. */
#define MOOT_WHATIF_WAYS(X) X(SAME, "same") X(BETTER, "better") X(WORSE, "worse") X(BOTH, "both") X(OTHER, "other")
typedef enum moot_whatif_went {
#define X(name, text) MOOT_WENT_##name,
    MOOT_WHATIF_WAYS(X)
#undef X
} moot_whatif_went;
const char *moot_whatif_went_text(int went);

typedef enum moot_whatif_had { MOOT_HAD_NEITHER, MOOT_HAD_OLD, MOOT_HAD_NEW } moot_whatif_had;

/* One case in one world. */
typedef struct moot_whatif_life {
    int32_t breaches, nights; /* nights: nowhere, or not recorded */
    int32_t days_home;        /* -1: none that lasts */
    int32_t group;            /* the one it belongs to; 0: groups are not told apart */
    int32_t spot;             /* where it first parts from the baseline (moot_whatif_spots); -1: it never does */
    uint8_t went;             /* moot_whatif_went; under the baseline SAME */
    uint8_t queue;            /* it parts through what another case has */
    uint8_t had;              /* moot_whatif_had: the rules it had, if it was open at a change */
} moot_whatif_life;

/* A declaration at which cases part from the baseline. */
typedef struct moot_whatif_spot {
    const char *clause, *name;
} moot_whatif_spot;

/* What one replicate came to, in all branches. */
typedef struct moot_whatif_replicate {
    int64_t number;          /* from 0 */
    double *values;          /* per branch, group, figure; NAN: did not come about */
    moot_whatif_life *lives; /* per branch, case: first those of the caseload, then those who came */
    const moot_arrival *came;
    int32_t came_count;
} moot_whatif_replicate;

/* What results are about: all that is left of protocols and caseload. */
typedef struct moot_whatif_shape {
    const char *const *branches; /* names */
    int32_t branch_count;
    const char *const *cases; /* ids */
    int32_t case_count;
    const moot_whatif_figure *figures;
    int32_t figure_count;
    const char *const *groups; /* the first is all, named "" */
    int32_t group_count;
    int64_t replicates;
    int shard, shards;
    const char *const *clauses; /* per branch, figure: as moot_whatif_clause; NULL: those of the figures, in all branches */
} moot_whatif_shape;

/* Why cases went another way than under the baseline, by the first entry that differs. */
typedef struct moot_whatif_reason {
    int32_t branch;
    const char *clause, *name; /* of the declaration; good as long as the what-if */
    int queue;                 /* through the queue alone */
    int64_t gains, losses, others; /* cases, over all replicates */
} moot_whatif_reason;

/* One case under a variant, over all replicates; or all who came and are like it. */
typedef struct moot_whatif_case {
    int32_t gains, losses, both, others, same; /* replicates: better; worse; both; another way, no better or worse; the same */
    int32_t kept, switched; /* in which it was open at a change, and kept the old rules; had the new ones from then on */
} moot_whatif_case;

/* Of the cases of a replicate under a variant, on average. */
typedef struct moot_whatif_moved {
    double gains, losses, both, others, same;
    double queue; /* of those that are not the same: through the queue alone */
    /* What the differences of three figures come from, summed over cases: touched by the variant itself, through the queue. */
    double breaches[2], nights[2], days_home[2];
} moot_whatif_moved;

/* Branches, their models and inputs are borrowed. Errors: MOOT_EDATA (no such fact to tell groups apart), those of moot_arrivals_new. */
moot_code moot_whatif_new(const moot_whatif_branch *branches, int32_t branch_count, int32_t case_count,
                          const moot_whatif_options *options, moot_whatif **out_whatif, moot_err *err) MOOT_MUST_CHECK;
/* For results that are there already: nothing can be run, only taken. All is copied. */
moot_code moot_whatif_of_shape(const moot_whatif_shape *shape, moot_whatif **out_whatif, moot_err *err) MOOT_MUST_CHECK;
moot_whatif_shape moot_whatif_shape_of(const moot_whatif *whatif); /* borrowed */
/* Adds a replicate, copied; each once. Its spots are numbers of moot_whatif_spots, to which they were added before. */
moot_code moot_whatif_take(moot_whatif *whatif, const moot_whatif_replicate *replicate, moot_err *err) MOOT_MUST_CHECK;
/* The number of a spot, which is new or known by its texts; -1 when memory ends. */
int32_t moot_whatif_add_spot(moot_whatif *whatif, const char *clause, const char *name);
int32_t moot_whatif_spots(const moot_whatif *whatif, const moot_whatif_spot **out_list); /* in the order of their first life */
/* Runs the shard's replicates that were not taken. Errors: MOOT_EINTR (stopped: those that were put stay), MOOT_ENOMEM,
 * MOOT_ESYSTEM, and those of moot_world_run and of `put`. */
moot_code moot_whatif_run(moot_whatif *whatif, moot_err *err) MOOT_MUST_CHECK;
int64_t moot_whatif_replicates(const moot_whatif *whatif); /* that were taken: results are of these */
/* Whether a council's rule of a protocol, which is not folded, begins on a day, or ends with the day before. */
int moot_whatif_changes_on(const moot_protocol *protocol, moot_day day);
/* The next panel of `is` behind `after` (-1: the first) that meets otherwise than under `was`: its dates, its places or how early names
 * are wanted, none of which a text can date, so they hold from the first day whatever becomes of open cases. -1: there is none more. */
int32_t moot_whatif_panel_changed(const moot_protocol *was, const moot_protocol *is, int32_t after);
int64_t moot_whatif_of_shard(int64_t replicates, int shard, int shards); /* how many are a shard's */
void moot_whatif_free(moot_whatif *whatif); /* takes NULL */

int32_t moot_whatif_figures(const moot_whatif *whatif, const moot_whatif_figure **out_list);
int32_t moot_whatif_groups(const moot_whatif *whatif, const char *const **out_names); /* the first is all, named "" */
/* The clause of a figure in a branch, which may be another than the baseline's; "" where it has none. NULL: nothing of the branch's
 * protocol is called so. */
const char *moot_whatif_clause(const moot_whatif *whatif, int32_t branch, int32_t figure);
/* The figure under a branch: mean over replicates, with its interval. NAN where it never came about. */
moot_figure moot_whatif_value(const moot_whatif *whatif, int32_t branch, int32_t figure, int32_t group);
/* Its difference from the baseline, replicate by replicate. Replicates where either did not come about do not count. */
moot_figure moot_whatif_effect(const moot_whatif *whatif, int32_t branch, int32_t figure, int32_t group);
moot_whatif_moved moot_whatif_moves(const moot_whatif *whatif, int32_t branch);
/* Sorted by branch, then most cases first; good until they are asked for again. */
int32_t moot_whatif_reasons(const moot_whatif *whatif, const moot_whatif_reason **out_list);
moot_whatif_case moot_whatif_of_case(const moot_whatif *whatif, int32_t branch, int32_t i);
/* Of those who came and are like that case; i == the number of cases: of those who are like none. */
moot_whatif_case moot_whatif_of_like(const moot_whatif *whatif, int32_t branch, int32_t i);
/* How many lives the replicates have that were taken, under each branch: of the caseload, and of those who came. */
int64_t moot_whatif_lives(const moot_whatif *whatif);
int64_t moot_whatif_came(const moot_whatif *whatif);
/* The streams of those who come; NULL: nobody does, or nothing can be run. */
const moot_arrivals *moot_whatif_arrivals(const moot_whatif *whatif);

#endif
