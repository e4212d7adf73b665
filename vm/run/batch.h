/* batch: runs a caseload through a protocol, on several threads, as if on one.
 *
 * Workers take chunks of 50 cases, read and run them; the calling thread hands the cases on in the order of the file, to any
 * number of sinks (the store, a summary) and as text to a writer (JSON on stdout). So whatever is written is the same, byte for
 * byte, for any number of jobs, and nobody but the calling thread writes. Memory is that of a few chunks, whatever the number
 * of cases. The cases are recorded ones, which do not compete; modelled ones live together in a world (vm/run/world.h).
 *
 *     caseload -> pull (in order) -> read, run, render (any worker) -> admit, put, write (in order, here)
 *
 * The same cases may run under other protocols beside: each is read and run under all of them, and handed on with what it came to
 * under each. What only one of them knows is set aside under the others (moot_caseload_options.others). A case that one of them
 * cannot read is a bad case: it could not be compared.
 *
 * A case on whose facts the protocol itself goes wrong (MOOT_CASE_FAILED) is handed on like any other; a bad case of the file is
 * told to `errs` and is not. */
#ifndef MOOT_BATCH_H
#define MOOT_BATCH_H

#include <stdatomic.h>

#include "vm/case/caseload.h"
#include "vm/engine/engine.h"

#define MOOT_BATCH_CHUNK 50
#define MOOT_BATCH_JOBS_MOST 64

/* Where cases go. A case, and what it borrows, is valid during the call. A code other than MOOT_OK stops the batch with it. */
typedef struct moot_sink moot_sink;
struct moot_sink {
    moot_code (*put)(moot_sink *sink, const moot_case *c, moot_err *err);
    /* After each chunk; `done` cases of the file are dealt with so far, the bad ones included. May be NULL. */
    moot_code (*chunk_end)(moot_sink *sink, int64_t done, moot_err *err);
    /* In the place of `put` where there are protocols beside: the case under the batch's own first, then under each. */
    moot_code (*put_all)(moot_sink *sink, const moot_case *const *cases, int32_t count, moot_err *err);
};

/* A protocol beside the batch's own. */
typedef struct moot_beside {
    const moot_protocol *protocol;
    const moot_helper_host *helpers; /* of its script */
} moot_beside;

typedef struct moot_batch_options {
    int jobs;               /* threads that run cases, up to MOOT_BATCH_JOBS_MOST; 0: one for each processor; 1: this one alone */
    moot_options engine;    /* as_of, law_as_at, keep_log, keep_reads, strict, max_steps */
    moot_instant until;     /* cases run up to here; MOOT_NEVER: to their now */
    const moot_beside *beside; /* borrowed */
    int32_t beside_count;
    int64_t skip;           /* cases of the file that an earlier run dealt with: read for their ids, not run, not handed on */
    int64_t limit;          /* stop after so many good cases of the file, skipped ones included; 0: none */
    const atomic_int *stop; /* not 0: stop after the chunk at hand; NULL: never */
    /* Runs in the workers (with protocols beside: of the case under the first); the text of each case is given to `write` in
     * order. Both NULL: no text. */
    moot_code (*render)(void *user, const moot_case *c, moot_buf *out, moot_err *err);
    void *render_user;      /* shared by threads: only read it */
    moot_code (*write)(void *user, const char *text, size_t len, moot_err *err);
    void *write_user;
    void (*progress)(void *user, int64_t done); /* after each chunk; NULL: none */
    void *progress_user;
} moot_batch_options;
moot_batch_options moot_batch_options_default(void); /* one job, keeps the log */

typedef struct moot_batch_counts {
    int64_t done;     /* cases of the file dealt with, skipped and bad ones included: where a resumed run goes on */
    int64_t run;      /* good cases that were run and handed on */
    int64_t by_status[4]; /* of these, by moot_status */
    int64_t events;   /* records of these */
    int64_t warnings; /* of these */
    moot_caseload_counts caseload;
} moot_batch_counts;

/* Runs to the end of the caseload, the limit or the stop. out_counts is filled whatever happens. Errors: MOOT_EINTR (stopped:
 * what was handed on stands), those of the sinks and of writer and render, MOOT_ESYSTEM, MOOT_ENOMEM, MOOT_ELIMIT. */
moot_code moot_batch_run(const moot_protocol *protocol, moot_caseload *caseload, const moot_batch_options *options,
                         moot_sink *const *sinks, size_t sink_count, moot_errs *errs, moot_batch_counts *out_counts,
                         moot_err *err) MOOT_MUST_CHECK;

#endif
