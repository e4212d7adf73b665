/* fit: assumptions estimated from cases that were run: how often each outcome is chosen and after how long, how often an act or
 * a deadline is left out, what is so of those who come, how many come.
 *
 *     moot_fit_new, moot_fit_add for each case as it stood at the end of its run, moot_fit_write, moot_fit_free
 *
 * Who was not followed to the end counts for as long as they were followed (Kaplan and Meier; lengths are fitted by maximum
 * likelihood with these censored). What rests on fewer than MOOT_FIT_LEAST is not estimated: the line is written as a remark, to
 * be filled. Nothing is invented.
 *
 * Recorded cases may be about people: unless every case says that it was generated, a count from 1 to 5 is written as "c" and
 * counts as 3 in what is worked out, and the number it is of is rounded to ten, so that neither share nor interval gives it
 * away. */
#ifndef MOOT_FIT_H
#define MOOT_FIT_H

#include "vm/case.h"
#include "vm/stats.h"

#define MOOT_FIT_LEAST 10 /* cases that an estimate rests on: MOOT_SUPPRESS_BASE */

typedef struct moot_fit moot_fit;
/* The protocol is borrowed. */
moot_code moot_fit_new(const moot_protocol *protocol, moot_fit **out_fit, moot_err *err) MOOT_MUST_CHECK;
void moot_fit_free(moot_fit *fit); /* takes NULL */
moot_code moot_fit_add(moot_fit *fit, const moot_case *c, moot_err *err) MOOT_MUST_CHECK;

/* One estimate and how sure it is. */
typedef struct moot_fit_row {
    const char *kind, *name, *part; /* "stage", "mediation", the outcome; "takes", "omitted", "yes", "per_year" */
    int hidden;         /* a small count: shown as "c" */
    int rounded;        /* `of` is rounded to ten, because a count beside it is hidden */
    int64_t count, of;
    moot_figure figure; /* a share, or cases a year; lengths: as observed, within which half are done */
    const char *unit;   /* lengths: "days", "minutes"; NULL: a share or a number */
    const char *family; /* lengths: "lognormal" */
    int64_t nine;       /* lengths: as observed; INT64_MAX: not seen */
    double half_fitted, nine_fitted, distance;
    int poor;           /* lengths: the curve is further off than chance would have it, 1 time in 20 */
} moot_fit_row;
typedef moot_code moot_fit_told(void *user, const moot_fit_row *row, moot_err *err);

typedef struct moot_fit_counts {
    int64_t cases, estimated, open; /* open: lines that are left to be filled */
    int generated;                  /* every case was made up */
} moot_fit_counts;
/* Appends the assumptions file, each line with what it rests on, and tells each estimate. */
moot_code moot_fit_write(moot_fit *fit, moot_fit_told *told, void *user, moot_buf *out_file, moot_fit_counts *out_counts,
                         moot_err *err) MOOT_MUST_CHECK;

/* ---- lengths of time ---- */

typedef enum moot_fit_family { MOOT_FIT_FIXED, MOOT_FIT_LOGNORMAL, MOOT_FIT_WEIBULL } moot_fit_family;
typedef struct moot_fit_length {
    moot_fit_family family;
    double a, b;         /* LOGNORMAL: mean and deviation of the logarithm; WEIBULL: scale, shape; FIXED: the length */
    double distance;     /* greatest gap between its curve and Kaplan and Meier's */
    int64_t happened, lost;
    int64_t half, half_low, half_high; /* as observed; INT64_MAX: not seen */
    int64_t nine;                      /* by when nine in ten, as observed */
} moot_fit_length;
/* The better of the two families by distance; sorts `lives`, which have at least one event; `steps` has room for count. A length
 * of nought counts as half a unit. */
void moot_fit_length_of(moot_followed *lives, size_t count, moot_survival_step *steps, moot_fit_length *out);
/* The length within which a share has happened, 0 < share < 1. */
double moot_fit_within(const moot_fit_length *length, double share);

#endif
