/* store_part: stores that are parts of one, made on several machines, and how they are put together again. What the parts are, runs
 * (store_merge.c) or shards of a what-if (store_whatif_merge.c), is told by a moot_part_kind. */
#ifndef MOOT_STORE_PART_H
#define MOOT_STORE_PART_H

#include "vm/store/store.h"

typedef struct moot_store_part {
    const char *path;
    moot_store *store;
    moot_arena arena;
    moot_store_summary held;
    int64_t whatifs;
    /* its kind's `read` fills these */
    const char *identity; /* of what it is a part of, but for the number of parts */
    int64_t replicates, done; /* of all parts; of its own that are there */
    int finished;
    int shard, shards;
    int64_t no; /* of the what-if */
} moot_store_part;

typedef struct moot_part_kind {
    const char *differ; /* "parts of different runs: not the same …" */
    /* MOOT_EDATA: it is no part, or holds more than that. */
    moot_code (*read)(moot_store_part *part, moot_err *err);
    /* Into a store that is new and empty; each part is where its number says. */
    moot_code (*put)(moot_store_part *const *by_shard, moot_store *to, moot_err *err);
} moot_part_kind;

/* For reading, with what it holds. To be closed on failure too. */
moot_code moot_store__part_open(moot_store_part *part, const char *path, moot_err *err) MOOT_MUST_CHECK;
void moot_store__part_close(moot_store_part *part);
/* Rows that are the same in all parts: protocols, and the time zone. In a chunk. */
moot_code moot_store__part_protocols(const moot_store_part *from, moot_store *to, moot_err *err) MOOT_MUST_CHECK;
/* `out` is made and must not be there; on failure nothing is left of it. *out_replicates: of all parts. MOOT_EDATA, in a sentence
 * that names the files: parts of different kinds, one twice, one missing, one unfinished. */
moot_code moot_store__parts_merge(const moot_part_kind *kind, const char *out, const char *const *paths, int32_t count,
                                  int64_t *out_replicates, moot_err *err) MOOT_MUST_CHECK;

#endif
