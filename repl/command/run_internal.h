/* run_internal: what the parts of `moot run` share. Only repl/command/{cmd_run,run_*}.c include it.
 *
 *   cmd_run.c     its options, recorded cases, what went wrong
 *   run_store.c   what a run is known by in a store; begun, gone on with
 *   run_worlds.c  --assume: replicates, each a world, on threads */
#ifndef MOOT_RUN_INTERNAL_H
#define MOOT_RUN_INTERNAL_H

#include "lua/helper/helper.h"
#include "repl/cli/cmd.h"
#include "repl/cli/term.h"
#include "repl/command/modelled.h"
#include "repl/command/summary.h"
#include "vm/store/store.h"

typedef enum log_mode { LOG_FULL, LOG_BRIEF, LOG_NONE } log_mode;

typedef struct run {
    moot_app *app;
    moot_protocol *protocol;
    const char *script, *cases;
    moot_cmd_script loaded;
    moot_batch_options batch;
    moot_helper_script helpers;
    log_mode log;
    long jobs, limit;
    moot_caseload *caseload;
    moot_store *store;
    moot_run_info info; /* what the run is known by in the store, of these: */
    moot_cmd_texts texts;
    moot_buf told_options;
    char sha[65];
    int64_t store_run, store_done, put_since; /* cases put since the last chunk of the store */
    moot_summary *summary;
    moot_progress progress;
    int64_t warnings, faults;
    int with_log;
    /* --assume */
    const char *assume;
    moot_script *assumed;
    moot_modelled modelled;
    moot_day come_first, come_last; /* further cases come; MOOT_DAY_MIN: none do */
    long seed, replicates, replicate, first; /* the one at hand; the first that is run */
    int shard, shards;
    int is_there; /* all of it was in the store already: there is nothing to sum up */
} run;

/* ---- cmd_run.c ---- */
moot_code moot_run__count(run *r, const moot_case *c, moot_err *err) MOOT_MUST_CHECK; /* into the summary */
moot_code moot_run__render(void *user, const moot_case *c, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_run__write(void *user, const char *text, size_t len, moot_err *err) MOOT_MUST_CHECK;
void moot_run__tell_part(const run *r); /* gone on with: the summary is not of the whole */
void moot_run__tell_end(run *r, const moot_errs *errs, const moot_batch_counts *counts, moot_err *err);

/* ---- run_store.c ---- */
/* Opens the store of --store and fills what runs are known by. Without --store it does nothing. */
moot_code moot_run__open_store(run *r, moot_err *err) MOOT_MUST_CHECK;
/* The run at hand, begun, or with --resume gone on with; r->batch.skip is how many of its cases are there. */
moot_code moot_run__begin(run *r, moot_err *err) MOOT_MUST_CHECK;
void moot_run__close_store(run *r);

/* ---- run_worlds.c ---- */
/* --replicates, --seed, --shard, and what does not go with them. MOOT_EUSAGE. */
moot_code moot_run__read_worlds(run *r, moot_err *err) MOOT_MUST_CHECK;
void moot_run__worlds(run *r, moot_err *err);

#endif
