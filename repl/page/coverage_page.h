/* coverage_page: what `moot coverage` found, as one HTML page for readers who have no moot: the clauses of a document
 * beside the rules that say them, what its text leaves open and how that is read, and the law that it rests on.
 *
 * What makes it readable everywhere and by everybody is repl/page/page.h's. A clause with a finding stands out in the table; what was
 * found is told in words above it. */
#ifndef MOOT_COVERAGE_PAGE_H
#define MOOT_COVERAGE_PAGE_H

#include "vm/base/buf.h"
#include "vm/check/coverage.h"

typedef struct moot_coverage_view {
    const moot_protocol *protocol;
    const moot_coverage *coverage;
    const char *script; /* its path: the clause table's words are read beside it */
    const char *named;  /* how it was asked for */
    const moot_coverage_finding *findings;
    int32_t findings_count;
} moot_coverage_view;

/* Clauses of the table, by what became of them. */
enum {
    MOOT_COVERAGE_OF_TABLE,
    MOOT_COVERAGE_WITH_RULE,
    MOOT_COVERAGE_NOT_RUN,
    MOOT_COVERAGE_RAN,
    MOOT_COVERAGE_NEITHER,
    MOOT_COVERAGE_COUNTS
};
void moot_coverage_count(const moot_coverage *coverage, int32_t out_counts[MOOT_COVERAGE_COUNTS]);

/* "not run", "no rule", "declared", "ran" or "never ran"; `counted`: cases were looked at. */
const char *moot_coverage_state(const moot_coverage_row *row, int counted);
/* A source of law, not a clause of the document. */
int moot_coverage_is_law(const moot_protocol *protocol, const moot_coverage_row *row);
/* Error: MOOT_ENOMEM. */
moot_code moot_coverage_page(const moot_coverage_view *view, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
