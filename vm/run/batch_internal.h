/* batch_internal: what the two halves of the batch share: batch.c hands on in order, batch_worker.c runs. */
#ifndef MOOT_BATCH_INTERNAL_H
#define MOOT_BATCH_INTERNAL_H

#include "vm/run/batch.h"

/* The case under a protocol beside. */
typedef struct moot_batch_twin {
    moot_input input;
    moot_case c;
} moot_batch_twin;

/* One case on its way through a chunk. */
typedef struct moot_batch_item {
    moot_raw raw;
    moot_input input;
    moot_case c;
    moot_batch_twin *twins; /* owned; one for each protocol beside */
    moot_code read;   /* of moot_caseload_read, under the first protocol that refused it */
    size_t text_end;  /* of its text in the chunk's */
    size_t errs_end;  /* of its mistakes in the chunk's */
} moot_batch_item;

typedef enum moot_chunk_state { MOOT_CHUNK_FREE, MOOT_CHUNK_TAKEN, MOOT_CHUNK_DONE } moot_chunk_state;

typedef struct moot_chunk {
    moot_chunk_state state; /* guarded by the batch's mutex when there are threads */
    int64_t first;          /* place of its first case in the file, from 0 */
    int32_t count;
    int last;               /* the file ends with it */
    moot_batch_item *items; /* owned; MOOT_BATCH_CHUNK of them */
    int32_t twin_count;     /* of each item */
    moot_errs errs;         /* of its cases, in order */
    moot_buf text;
    moot_code code;         /* what stopped the work on it */
    moot_err err;
} moot_chunk;

/* What runs cases under one protocol. */
typedef struct moot_lane {
    const moot_protocol *protocol;
    moot_reader reader;
    moot_engine *engine;
    moot_oracle *oracle;
} moot_lane;

/* What one thread needs to run cases. */
typedef struct moot_worker {
    const moot_caseload *caseload;
    const moot_batch_options *options;
    moot_lane *lanes; /* owned: the batch's own protocol, then those beside */
    int32_t lane_count;
} moot_worker;

moot_code moot_chunk__init(moot_chunk *chunk, int32_t twin_count, moot_err *err) MOOT_MUST_CHECK;
void moot_chunk__done(moot_chunk *chunk); /* also of a zeroed one */
/* Takes the texts of the next cases of the file. Failures are kept in the chunk. */
void moot_chunk__pull(moot_chunk *chunk, moot_caseload *caseload, int64_t first);

moot_code moot_worker__init(moot_worker *worker, const moot_protocol *protocol, const moot_caseload *caseload,
                            const moot_batch_options *options, moot_err *err) MOOT_MUST_CHECK;
void moot_worker__done(moot_worker *worker);
/* Reads, runs and renders a chunk's cases. Failures are kept in the chunk. */
void moot_worker__run(moot_worker *worker, moot_chunk *chunk);

#endif
