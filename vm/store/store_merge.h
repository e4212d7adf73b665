/* store_merge: the parts of one drawn run (moot run --assume --shard I/N), each in a store of its own, to the store that one run of
 * all replicates would have made. Parts of a what-if: store_whatif.h. */
#ifndef MOOT_STORE_MERGE_H
#define MOOT_STORE_MERGE_H

#include "vm/store/store.h"

/* Whether a store holds runs and no what-if, as a part of a drawn run does. */
moot_code moot_store_holds_runs(const char *path, int *out_holds, moot_err *err) MOOT_MUST_CHECK;
/* `out` is made and must not be there; on failure nothing is left of it. *out_replicates: how many there are together. MOOT_EDATA
 * when the parts do not belong together, or one is missing, twice, or unfinished. */
moot_code moot_store_runs_merge(const char *out, const char *const *paths, int32_t count, int64_t *out_replicates,
                                moot_err *err) MOOT_MUST_CHECK;

#endif
