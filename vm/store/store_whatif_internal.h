/* store_whatif_internal: what the files of what-ifs in a store share. */
#ifndef MOOT_STORE_WHATIF_INTERNAL_H
#define MOOT_STORE_WHATIF_INTERNAL_H

#include "vm/store/store_whatif.h"

/* A reader of one what-if's replicates: its spots are looked up in, or added to, the `whatif` that takes them. */
typedef struct moot_whatif_reader {
    moot_store *store;
    int64_t no;
    moot_whatif *whatif;
    moot_whatif_spot *spots; /* of the store, in the arena */
    int32_t *spot_of;        /* numbers in `whatif`, -1: not met yet */
    int32_t spot_count;
    moot_whatif_replicate replicate;
    moot_arrived came; /* of the replicate */
    size_t lives_cap;
    moot_arena arena;
} moot_whatif_reader;
moot_code moot_store__whatif_reader(moot_store *store, int64_t no, moot_whatif *whatif, moot_whatif_reader *out, moot_err *err);
void moot_store__whatif_reader_done(moot_whatif_reader *reader);
/* Reads a replicate into reader->replicate, for moot_whatif_take. */
moot_code moot_store__whatif_read(moot_whatif_reader *reader, int64_t number, moot_err *err);

/* Gives the first `done` replicates of its shard to a what-if. */
moot_code moot_store__whatif_give(moot_store *store, int64_t no, int64_t done, moot_whatif *whatif, moot_err *err);

/* What was asked, and its shape, in the arena. `no` 0: the newest. */
moot_code moot_store__whatif_told(moot_store *store, int64_t no, moot_arena *arena, moot_whatif_told *out_told,
                                  moot_whatif_shape *out_shape, moot_err *err);

#endif
