/* report_read: what the files share that make findings of a store's runs. */
#ifndef MOOT_REPORT_READ_H
#define MOOT_REPORT_READ_H

#include "repl/page/report.h"

#define MOOT_REPORT_GROUPS 8 /* protocols side by side, at most */

/* The columns of MOOT_REPORT_CASES. */
enum { CASES_ALL, CASES_CLOSED, CASES_OPEN, CASES_UNDECIDED, CASES_FAILED, CASES_BREACHED, CASES_DEPARTED, CASES_NEED, CASES_COLUMNS };

/* Runs of one protocol that differ in nothing but the replicate. */
typedef struct moot_report_group {
    const char *name;
    const moot_report_cell *run; /* of the first: MOOT_REPORT_RUNS */
    int64_t *runs;               /* owned */
    size_t count, cap;
    double cases[CASES_COLUMNS]; /* means of the replicates, as are all below */
    /* found on the way, for the answer */
    const char *worst, *worst_clause; /* the deadline with the most late; NULL */
    double worst_late, worst_judged;
    int late_hides; /* of some deadline it is hidden how often it was late */
    double undated, provisional, untold, assumed;
    moot_report_rows ends, flows;    /* as they may be shown */
    double half_days; /* NAN: not seen */
    int homes;        /* somebody had one */
} moot_report_group;

/* A figure that some run shows, and what it is there. */
typedef struct moot_report_shown {
    uint64_t figure;
    double count;
} moot_report_shown;

typedef struct moot_report_told {
    moot_report_shown *list; /* owned */
    size_t count, cap;
} moot_report_told;

typedef struct moot_report_reader {
    moot_report *report;
    moot_store *store;
    const moot_report_options *options;
    moot_report_group groups[MOOT_REPORT_GROUPS];
    size_t count;
    moot_report_told *told; /* by the runs so far */
    size_t left_out; /* runs that are not in it: of another caseload, unfinished, one too many */
} moot_report_reader;

/* The rows of all runs of a group: those with the same first `keys` texts are one, with the mean of each number. keys 0: all rows, one
 * after the other, as they are. */
moot_code moot_report__gather(moot_report_reader *rd, const moot_report_group *group, moot_report_ask ask, size_t keys,
                              moot_report_rows *out, moot_err *err) MOOT_MUST_CHECK;
/* A count that may be shown, or MOOT_PLOT_HIDDEN. */
double moot_report__shown(const moot_report_reader *rd, double count);
/* The same of a part of a whole that is shown elsewhere: hidden too where what is left of the whole is small. */
double moot_report__part(const moot_report_reader *rd, double part, double whole);
/* Runs of one report are over the same people, so the difference of one figure in two of them is a count of people too. A figure has
 * a number that is the same in each run: of what finding, of what, which column. */
uint64_t moot_report__figure(const char *finding, const char *name, const char *of);
/* Whether a count would, beside what a run before shows of that figure, tell a small one. */
int moot_report__tells_apart(const moot_report_reader *rd, uint64_t figure, double count);
/* Sets a count that is shown to MOOT_PLOT_HIDDEN if it would; else it is remembered.
 * Error: MOOT_ENOMEM. */
moot_code moot_report__tell(const moot_report_reader *rd, uint64_t figure, double *count, moot_err *err) MOOT_MUST_CHECK;
#define MOOT_REPORT_ALIKE 1e-9 /* means that differ by less are the same */
moot_code moot_report__tell_all(const moot_report_reader *rd, const uint64_t *figures, double *counts, size_t count, moot_err *err) MOOT_MUST_CHECK;
/* Which of so many counts may not be shown beside their sum (column by column of one table); sets those to MOOT_PLOT_HIDDEN, and the sum,
 * if nothing else protects. `figures`: what they are, as many, those that would tell apart are hidden; they are still to be told. `also`:
 * as many, to be hidden whatever their size. Both may be NULL. A sum that is
 * hidden already is not told by them. Error: MOOT_ENOMEM. */
moot_code moot_report__hide_beside_sum(const moot_report_reader *rd, const uint64_t *figures, const uint8_t *also, double *counts, size_t count,
                                       double *sum, moot_err *err) MOOT_MUST_CHECK;
/* A share of so many, in percent, with Wilson's interval; hidden where either part is. */
moot_finding_cell moot_report__share(const moot_report_reader *rd, double hits, double of, int with_interval);
/* The greatest of so many counts that are shown; MOOT_FINDING_NONE: none is that is not nought. Where a count is hidden the greatest of
 * all may be another: *out_before is what a sentence then says first, else "". To name what is most where that is hidden would tell of
 * the hidden count that it is above those shown. */
#define MOOT_FINDING_NONE SIZE_MAX
#define MOOT_REPORT_WHERE_SHOWN "where the number is shown, "
size_t moot_report__most(const moot_report_reader *rd, const double *counts, size_t count, const char **out_before);
/* The headline of a finding `what` where none is: in the report's arena. */
const char *moot_report__none_shown(moot_report *report, const moot_report_group *group, const char *what);
/* "12", "fewer than 6", "a number that is not shown": in the report's arena; NULL when memory ends. */
const char *moot_report__count(const moot_report_reader *rd, const moot_report_group *group, double count);
static inline int moot_report__places(const moot_report_group *group)
{
    return group->count > 1;
}

/* ---- report_findings.c, report_ways.c, report_curves.c and others: each adds what it finds, or nothing ---- */

moot_code moot_report__of_group(moot_report_reader *rd, moot_report_group *group, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_report__homes(moot_report_reader *rd, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_report__queue(moot_report_reader *rd, moot_report_group *group, moot_err *err) MOOT_MUST_CHECK;
/* How cases stand, and what came after each stage: what is hidden in one is hidden in the other. */
moot_code moot_report__hide_ways(moot_report_reader *rd, moot_report_group *group, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_report__ends(moot_report_reader *rd, moot_report_group *group, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_report__flows(moot_report_reader *rd, moot_report_group *group, moot_err *err) MOOT_MUST_CHECK;
/* The newest what-if of the store; *out_found stays 0 if there is none. */
moot_code moot_report__whatif(moot_report_reader *rd, int *out_found, moot_err *err) MOOT_MUST_CHECK;
/* The newest comparison of the store. */
moot_code moot_report__compare(moot_report_reader *rd, int *out_found, moot_err *err) MOOT_MUST_CHECK;
/* The newest coverage of each protocol; *out_name stays as it is if there is none, else it is one of them. */
moot_code moot_report__coverage(moot_report_reader *rd, const char **out_name, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_report__one_case(moot_report_reader *rd, moot_err *err) MOOT_MUST_CHECK;

#endif
