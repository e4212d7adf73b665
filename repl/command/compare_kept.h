/* compare_kept: a comparison that is kept in a store: --store of `moot compare`. Each protocol's run is kept as by `moot run`, so that a
 * report has deadlines, beds and panels of all side by side, and `moot why` tells of each case; and beside them what they come to
 * held against each other (vm/store_answers.h). */
#ifndef MOOT_COMPARE_KEPT_H
#define MOOT_COMPARE_KEPT_H

#include "repl/cli/protocols.h"
#include "vm/run/batch.h"
#include "vm/run/compare.h"

typedef struct moot_compare_kept {
    moot_store *store; /* NULL: nothing is kept */
    const moot_protocols *protocols;
    const moot_batch_options *batch;
    moot_cmd_texts *texts; /* owned, as the runs; each one a protocol */
    int64_t *runs;
    const char *caseload;
    char sha[65];
    moot_buf options;
    int64_t since, done, generated;
} moot_compare_kept;

/* Opens the store of --store and begins a run a protocol; without --store nothing happens. `cases`: path of the caseload. All is
 * borrowed. Closed in any case. Errors: MOOT_EUSAGE, those of the store. */
moot_code moot_compare_kept_open(const moot_app *app, const moot_protocols *protocols, const moot_batch_options *batch, const char *cases,
                                 moot_compare_kept *out, moot_err *err) MOOT_MUST_CHECK;
/* One case, under each protocol. */
moot_code moot_compare_kept_put(moot_compare_kept *kept, const moot_case *const *cases, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_compare_kept_chunk(moot_compare_kept *kept, int64_t done, moot_err *err) MOOT_MUST_CHECK;
/* All came to an end: the runs are finished, and what it comes to is put. */
moot_code moot_compare_kept_end(moot_compare_kept *kept, const moot_compare_sum *sum, int64_t bad, moot_err *err) MOOT_MUST_CHECK;
void moot_compare_kept_close(moot_compare_kept *kept);

#endif
