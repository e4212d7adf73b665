/* whatif_kept: a what-if that is kept in a store as it is made: --store, --resume and --shard of `moot whatif`. */
#ifndef MOOT_WHATIF_KEPT_H
#define MOOT_WHATIF_KEPT_H

#include "lua/load/node.h"
#include "repl/cli/cmd.h"
#include "vm/store/store_whatif.h"

/* As the options of a what-if in a store say it. */
#define MOOT_WHATIF_READINGS "--readings "
#define MOOT_WHATIF_AGAINST "--against" /* N,N,...: how many of the files of assumptions are the baseline's, then each whole protocol's */

/* What is asked, beside what the what-if itself knows. */
typedef struct moot_whatif_asked {
    const moot_whatif_branch *branches;
    const char *const *paths;   /* of the script of each branch */
    int32_t branch_count, case_count;
    const char *cases;          /* path */
    const moot_script *const *assumed; /* the scripts of assumptions, the baseline's first */
    int32_t assumed_count;
    const uint8_t *is_own;      /* per branch: it has one of its own */
    const moot_whatif_options *options;
    moot_day law_as_at;
    long limit;
    int readings;               /* each reading was turned */
} moot_whatif_asked;

typedef struct moot_whatif_kept {
    moot_store *store; /* NULL: nothing is kept */
    int64_t no;
    int64_t found; /* replicates that were there already */
} moot_whatif_kept;

/* --shard I/N to shard and shards, which stay as they are without it. MOOT_EUSAGE. */
moot_code moot_whatif_shard(const moot_app *app, int *out_shard, int *out_shards, moot_err *err) MOOT_MUST_CHECK;
/* What the options say that cannot be: --resume without --store, and so on. MOOT_EUSAGE. */
moot_code moot_whatif_kept_check(const moot_app *app, const char *cases, moot_err *err) MOOT_MUST_CHECK;
/* Opens the store of --store and begins, or goes on where a run of the same was stopped, whose replicates the what-if takes.
 * Without --store nothing happens. Closed in any case. */
moot_code moot_whatif_kept_open(const moot_app *app, const moot_whatif_asked *asked, moot_whatif *whatif, moot_whatif_kept *out,
                                moot_err *err) MOOT_MUST_CHECK;
moot_code moot_whatif_kept_put(moot_whatif_kept *kept, const moot_whatif *whatif, const moot_whatif_replicate *replicate,
                               moot_err *err) MOOT_MUST_CHECK;
moot_code moot_whatif_kept_end(moot_whatif_kept *kept, const moot_whatif *whatif, moot_err *err) MOOT_MUST_CHECK;
void moot_whatif_kept_close(moot_whatif_kept *kept);

#endif
