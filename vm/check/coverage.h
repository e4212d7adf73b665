/* coverage: which clauses of a document its protocol says, and which of them ran, read from logs and not from names.
 *
 *     moot_coverage_new(protocol, ids, operational, count, &coverage, &err);
 *     for each case: moot_coverage_add(coverage, &c);      (its log, with the facts read)
 *     rows = moot_coverage_rows(coverage, &count);  findings = moot_coverage_findings(coverage, &count);
 *
 * A clause *ran* when an entry of a log was made under it: the entry's own clause, its declaration's, those of the facts that it
 * read, of the roles and services that were asked to act, of the figures and readings by which it counted. */
#ifndef MOOT_COVERAGE_H
#define MOOT_COVERAGE_H

#include "vm/case/case.h"

typedef struct moot_coverage moot_coverage;

typedef struct moot_coverage_row {
    const char *clause;
    const char *operational;  /* "yes", "partly", "no"; NULL: the table has no such clause */
    int32_t declared;         /* rules that cite it, not_run not counted */
    int32_t not_run;          /* not_run declarations that name it */
    int32_t open;             /* ambiguities kept on its declarations, and readings */
    int64_t ran;              /* entries made under it */
    int64_t ran_in;           /* cases in which it ran */
    int64_t last;             /* number of the last of them, from 1 */
    const moot_decl *first;   /* the first declaration that cites it, of those with a name if there is one; NULL */
} moot_coverage_row;

typedef struct moot_coverage_finding {
    const char *clause;       /* "" when the finding is that there is none */
    const moot_decl *decl;    /* NULL for a clause without a rule */
    const char *what;         /* a whole sentence part: "no rule says it" */
} moot_coverage_finding;

/* ids and operational: the clause table, as it stands; borrowed. count 0: no table, only the protocol's own clauses. */
moot_code moot_coverage_new(const moot_protocol *protocol, const char *const *ids, const char *const *operational,
                            int32_t count, moot_coverage **out_coverage, moot_err *err) MOOT_MUST_CHECK;
void moot_coverage_free(moot_coverage *coverage);
/* Counts what the log of one case ran; entries that no longer hold count too: they ran. */
void moot_coverage_add(moot_coverage *coverage, const moot_case *c);
/* In the order of the table, then clauses that only the protocol names. Borrowed. */
const moot_coverage_row *moot_coverage_rows(const moot_coverage *coverage, int32_t *out_count);
/* Made anew at each call. With cases added, an operational "yes" clause that has a rule and never ran is one. */
moot_code moot_coverage_findings(moot_coverage *coverage, const moot_coverage_finding **out_findings, int32_t *out_count,
                                 moot_err *err) MOOT_MUST_CHECK;
int64_t moot_coverage_cases(const moot_coverage *coverage);

#endif
