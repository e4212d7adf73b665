/* stats: what many lives say together: survival curves, and how sure a figure is.
 *
 * Nothing here draws, rounds or prints. Results are doubles, which differ in their last bits from processor to processor: round
 * them (moot_stats_round) before they are stored, shown or compared.
 *
 *     how long until ..., some not followed to the end   moot_survival, then _at, _quantile, _mean   Kaplan and Meier
 *     a mean of replicates, or of paired differences     moot_mean_of                                Student's t
 *     a share of n                                       moot_share_of                               Wilson's score
 *     the value below which a share of all lies          moot_quantile_of                            type 7, as R and spreadsheets
 *
 * A paired difference is the figure under a variant less the figure under the baseline in the same replicate, which has the same
 * luck: most of the noise cancels, and the interval of the mean difference is far narrower than the two means' own. */
#ifndef MOOT_STATS_H
#define MOOT_STATS_H

#include "vm/base/base.h"
#include "vm/base/err.h"

#define MOOT_STATS_LEVEL 0.95 /* of intervals, where nobody asks for another */

/* ---- survival: how long until something happens ---- */

/* One life: how long it was followed, in whole units of the caller's, and whether the thing had happened then. A life in which
 * it had not (the run ended, the young person moved away) still says that it did not happen before. */
typedef struct moot_followed {
    int64_t time;
    int happened;
} moot_followed;

/* From `time` on, until that of the next step. `waiting` is the share in whom it has not happened yet, low and high its 95%
 * interval, made on the scale of log(-log(waiting)) so that it stays inside 0 and 1; NAN while nobody has an event, and once
 * nobody is left waiting. */
typedef struct moot_survival_step {
    int64_t time;
    int64_t at_risk;  /* followed up to here, the event still to come */
    int64_t happened; /* at this time                                  */
    int64_t lost;     /* followed no longer than this                  */
    double waiting, low, high;
    double variance;  /* Greenwood's sum up to here: variance of log(waiting) */
} moot_survival_step;

/* Sorts `lives` and fills `out` (room for count steps) with one step for each different time; returns how many. At equal times
 * what happened comes before who was lost. */
size_t moot_survival(moot_followed *lives, size_t count, double level, moot_survival_step *out);
/* The share that still waits at a time: 1 before the first step. */
double moot_survival_at(const moot_survival_step *steps, size_t count, int64_t time);
/* By when it has happened in a share of all (0.5: the median): the first step at which no more than the rest still wait, and the
 * same for both ends of the interval. Returns 0, with nothing written, if that was not seen; an end that was not seen is
 * INT64_MAX. (Where exactly half still wait for a while, R names the middle of that while; this names its start.) */
int moot_survival_quantile(const moot_survival_step *steps, size_t count, double share, int64_t *out_time, int64_t *out_low,
                           int64_t *out_high);
/* Mean time that is waited up to `until`, which is the area under the curve, and its standard error; defined however many were
 * lost. */
double moot_survival_mean(const moot_survival_step *steps, size_t count, int64_t until, double *out_error);

/* ---- figures and how sure they are ---- */

typedef struct moot_figure {
    double value, low, high; /* low and high: NAN when they cannot be told (a single value, or none) */
    double deviation;        /* of the values; NAN likewise */
    int64_t of;              /* how many values, or cases, it rests on */
} moot_figure;

/* Mean and its interval by Student's t, count - 1 degrees of freedom. None: NAN. */
moot_figure moot_mean_of(const double *values, size_t count, double level);
/* `hits` of `of` as a share with Wilson's interval, which holds for few cases and for shares near 0 and 1. None: NAN. */
moot_figure moot_share_of(int64_t hits, int64_t of, double level);
/* Type 7: between the two neighbours of (count - 1) * share, in proportion. `sorted` ascends; count >= 1; 0 <= share <= 1. */
double moot_quantile_of(const int64_t *sorted, size_t count, double share);

/* To so many places after the point (0 to 9), halves away from zero; no minus before a nought. */
double moot_stats_round(double value, int places);

#endif
