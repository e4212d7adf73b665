/* coverage_page: what `moot coverage` found, as one HTML page for readers who have no moot: the clauses of a document
 * beside the rules that say them, what its text leaves open and how that is read, and the law that it rests on.
 *
 * The page needs nothing else: no script, no picture, no font, no link. Colour never stands alone, tables have captions and
 * headings, and every text that a script or a table brings along is escaped. */
#ifndef MOOT_COVERAGE_PAGE_H
#define MOOT_COVERAGE_PAGE_H

#include "vm/buf.h"
#include "vm/coverage.h"

typedef struct moot_coverage_view {
    const moot_protocol *protocol;
    const moot_coverage *coverage;
    const char *script; /* its path: the clause table's words are read beside it */
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
void moot_coverage_page(const moot_coverage_view *view, moot_buf *out);

#endif
