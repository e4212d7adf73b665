/* store_answers: what comparisons and coverages came to, kept in a store, so that a report can show them.
 *
 * Sums alone are kept here, never an id of a case: what came of each case stands in the store's runs, if they are kept too.
 *
 *     compare_rows       one a comparison: caseload, its hash, times, how many cases
 *     compare_sides      what the cases come to under each protocol
 *     compare_aspects    in how many cases the protocols do not all say the same, aspect by aspect
 *     compare_unlike     … in how many one of them does not say what the first says
 *     coverage_rows      one a coverage: protocol, table of clauses, what was run to see what runs
 *     coverage_clauses   clause by clause: rules, what is open, how often it ran
 *     coverage_findings  what was found
 *
 * Views: compares, compare_differences, compare_protocols; coverages, coverage_by_clause. To read: moot_store_report, asks COMPARE_…
 * and COVERAGE_…; of a store that was made before there were such tables they say nothing. Errors as in store.h. */
#ifndef MOOT_STORE_ANSWERS_H
#define MOOT_STORE_ANSWERS_H

#include "vm/check/coverage.h"
#include "vm/run/compare.h"
#include "vm/store/store.h"

/* One protocol with its files. */
typedef struct moot_store_side {
    const moot_protocol *protocol;
    const moot_source *sources;
    int32_t source_count;
} moot_store_side;

typedef struct moot_store_compare {
    const moot_store_side *sides; /* as many as the sum has protocols */
    const moot_compare_sum *sum;
    const char *caseload, *caseload_sha; /* a name, not a path */
    moot_instant as_of;                  /* MOOT_NEVER: not given */
    moot_day law_as_at;                  /* MOOT_DAY_MIN: each case's own dates */
    int64_t set_aside;                   /* bad cases, compared under none */
    int64_t generated;                   /* cases that say that they were made up */
    const char *moot, *options;          /* version; others that change an answer */
} moot_store_compare;
/* One transaction. */
moot_code moot_store_put_compare(moot_store *store, const moot_store_compare *compare, moot_err *err) MOOT_MUST_CHECK;

typedef struct moot_store_coverage {
    moot_store_side side;
    moot_coverage *coverage;
    const char *clauses, *clauses_sha;   /* the table of clauses: its name, its hash */
    const char *caseload, *caseload_sha; /* what was run to see what runs; NULL: nothing was */
    int64_t generated;
    const char *moot;
} moot_store_coverage;
/* One transaction. */
moot_code moot_store_put_coverage(moot_store *store, const moot_store_coverage *coverage, moot_err *err) MOOT_MUST_CHECK;

#endif
