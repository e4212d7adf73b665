/* summary: what a run comes to, for people: cases by status, deadlines by how they went, breaches
 * by clause, what is missing. Counted from each case's state as it is handed on, so memory is that
 * of the protocol, not of the caseload. */
#ifndef MOOT_SUMMARY_H
#define MOOT_SUMMARY_H

#include "vm/run/batch.h"

typedef struct moot_summary moot_summary;

moot_code moot_summary_new(const moot_protocol *protocol, moot_summary **out_summary,
                           moot_err *err) MOOT_MUST_CHECK;
void moot_summary_free(moot_summary *summary);
moot_code moot_summary_add(moot_summary *summary, const moot_case *c,
                           moot_err *err) MOOT_MUST_CHECK;
/* Tables on standard output. Errors: MOOT_ENOMEM. */
moot_code moot_summary_print(const moot_summary *summary, const moot_batch_counts *counts,
                             moot_err *err) MOOT_MUST_CHECK;

#endif
