/* fit: assumptions estimated from cases that were run: how often each outcome is chosen and after how long, how often an act or
 * a deadline is left out, what is so of those who come, how many come.
 *
 *     moot_fit_new, moot_fit_add for each case as it stood at the end of its run, moot_fit_write, moot_fit_free
 *
 * Who was not followed to the end counts for as long as they were followed (Kaplan and Meier; lengths are fitted by maximum
 * likelihood with these censored). What rests on fewer than MOOT_FIT_LEAST is not estimated: the line is written as a remark, to
 * be filled. Nothing is invented.
 *
 * Recorded cases may be about people: unless every case says that it was generated, a count that disclose.h calls small is
 * written as "c" and counts as 3 in what is worked out; the number it is of, and the number of all cases, are rounded to ten, so
 * that neither they nor share nor interval give it away. (disclose.h's own way, to hide a second count beside it, would leave
 * nothing to estimate from.) */
#ifndef MOOT_FIT_H
#define MOOT_FIT_H

#include "vm/base/disclose.h"
#include "vm/base/stats.h"
#include "vm/case/case.h"

#define MOOT_FIT_LEAST MOOT_SUPPRESS_BASE /* cases that an estimate rests on */

typedef struct moot_fit moot_fit;
/* The protocol is borrowed. */
moot_code moot_fit_new(const moot_protocol *protocol, moot_fit **out_fit, moot_err *err) MOOT_MUST_CHECK;
void moot_fit_free(moot_fit *fit); /* takes NULL */
moot_code moot_fit_add(moot_fit *fit, const moot_case *c, moot_err *err) MOOT_MUST_CHECK;

/* One estimate and how sure it is. */
typedef struct moot_fit_row {
    const char *kind, *name, *part; /* "stage", "mediation", the outcome; "takes", "omitted", "yes", "per_year" */
    int hidden;         /* shown as "c": the count is small, or would give away one that is */
    int rounded;        /* `of` is rounded to ten, so that what is hidden stays so */
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
    int64_t estimated, open; /* open: lines that are left to be filled */
    char cases[48];          /* of how many: "1500 generated cases", "about 40 cases", "fewer than 10 cases" */
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
