/* rerun: a run told whole (protocol, options, assumptions) is run again, without its files: so that what is in a store, or in a pack
 * that came from elsewhere, can be held against what comes of it here. */
#ifndef MOOT_RERUN_H
#define MOOT_RERUN_H

#include "repl/cli/cmd.h"

/* All is borrowed. */
typedef struct moot_rerun {
    const char *protocol, *hash; /* its id, and the hash that it must compile to */
    const moot_source *sources;  /* its files, the script first */
    int32_t source_count;
    const char *as_of, *law_as_at; /* as the run was told; NULL: not */
    const char *options;           /* the others, as a store keeps them */
    const char *assumptions;       /* text of the file of assumptions; NULL: what people do is as recorded */
    uint64_t seed;
    int64_t replicates;
} moot_rerun;

/* Of each case the result as JSON, without its log and with it. A code other than MOOT_OK stops the run with it. */
typedef moot_code moot_rerun_told(void *user, const char *brief, size_t brief_len, const char *full, size_t full_len, moot_err *err);

/* What stands behind a word of such options, to the next blank; 0: the word is not there. */
int moot_rerun_option(const char *options, const char *word, char *buf, size_t size);

/* `cases`: a caseload as --cases has it. Errors: MOOT_ENO (the protocol, or what is assumed, is another one here), MOOT_EDATA, those of
 * `told` and of the engine. What is wrong with scripts and cases is said. */
moot_code moot_rerun_run(moot_app *app, const moot_rerun *of, const char *cases, moot_rerun_told *told, void *user, moot_err *err) MOOT_MUST_CHECK;

#endif
