/* moot run: a caseload through a protocol, to standard output, to a store, or both. The work is
 * vm/run/batch.h's, and vm/run/world.h's where --assume says how people behave; here its options are read,
 * its cases are counted, and what went wrong is told; the parts of it are told by run_internal.h. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lua/load/load.h"
#include "repl/command/run_internal.h"
#include "vm/engine/result_json.h"

#define CASES_A_CHUNK 1000 /* of the store: one transaction */
#define WARNINGS_TOLD 20

/* ---- options ---- */

static moot_code read_options(run *r, moot_err *err)
{
    static const char *const logs[] = { "full", "brief", "none" };
    int log = LOG_FULL;
    const moot_cli *cli = &r->app->cli;
    r->jobs = 1;
    if (moot_cli_int(cli, "jobs", 1, MOOT_BATCH_JOBS_MOST, &r->jobs, err) ||
        moot_cli_int(cli, "limit", 1, INT32_MAX, &r->limit, err) ||
        moot_cli_choice(cli, "log", logs, MOOT_COUNT(logs), &log, err)) {
        return err->code;
    }
    if (!r->cases) {
        return moot_fail(
            err, MOOT_EUSAGE,
            "moot run needs --cases: a file of JSON Lines, a folder of CSV files, a store, or -");
    }
    const char *store = moot_cli_text(cli, "store");
    if (store && moot_cmd_check_store(store, r->cases, "cases.db", err)) {
        return err->code;
    }
    if (moot_cli_flag(cli, "resume") &&
        (!moot_cli_flag(cli, "store") || strcmp(r->cases, "-") == 0)) {
        return moot_fail(err, MOOT_EUSAGE,
                         "--resume needs --store, and a caseload that is a file or a folder");
    }
    r->log = (log_mode)log;
    return moot_run__read_worlds(r, err);
}

static moot_code set_batch(run *r, moot_err *err)
{
    r->batch = moot_batch_options_default();
    if (moot_cmd_times(r->app, r->protocol->zone, &r->batch, err)) {
        return err->code;
    }
    int kept = moot_cli_flag(&r->app->cli, "store") || r->app->say.json;
    r->batch.jobs = (int)r->jobs;
    r->batch.limit = r->limit;
    r->batch.stop = moot_stop_flag();
    moot_load_options load = { .stdlib_dir = moot_cli_text(&r->app->cli, "stdlib"),
                               .variant = r->loaded.variant };
    if (moot_cmd_known_on(r->app, &load, err)) {
        return err->code;
    }
    moot_helper_script_init(&r->helpers, r->loaded.path, &load);
    r->batch.engine.helpers = &r->helpers.host;
    r->batch.engine.strict = moot_cli_flag(&r->app->cli, "strict");
    r->batch.engine.keep_log = r->log != LOG_NONE;
    r->batch.engine.keep_reads = r->log == LOG_FULL && kept;
    r->with_log = r->log != LOG_NONE && !moot_cli_flag(&r->app->cli, "brief");
    return MOOT_OK;
}

/* ---- the store ---- */

typedef struct store_sink {
    moot_sink sink; /* first: the batch knows it by this */
    run *run;
} store_sink;

static moot_code store_put(moot_sink *sink, const moot_case *c, moot_err *err)
{
    run *r = ((store_sink *)(void *)sink)->run;
    r->put_since++;
    return moot_store_put_case(r->store, r->store_run, c, err);
}

static moot_code store_chunk(moot_sink *sink, int64_t done, moot_err *err)
{
    run *r = ((store_sink *)(void *)sink)->run;
    r->store_done = done;
    if (r->put_since < CASES_A_CHUNK) {
        return MOOT_OK;
    }
    r->put_since = 0;
    return moot_store_chunk_end(r->store, r->store_run, done, err);
}

/* A run that came to its end is marked so; one that was stopped keeps what it did, for --resume. */
static void end_store(run *r, moot_code code, moot_err *err)
{
    moot_err ending;
    moot_err_init(&ending);
    if (!r->store || !r->store_run) {
        return;
    }
    moot_code ended = MOOT_OK;
    if (code == MOOT_OK) {
        ended = moot_store_run_end(r->store, r->store_run, r->store_done, &ending);
    } else if (code != MOOT_ESTORE) {
        ended = moot_store_chunk_end(r->store, r->store_run, r->store_done, &ending);
    }
    if (ended && !err->code) {
        *err = ending;
    }
}

/* ---- counting and telling ---- */

typedef struct count_sink {
    moot_sink sink;
    run *run;
} count_sink;

static void tell_warnings(run *r, const moot_case *c)
{
    for (int32_t i = 0; i < c->input->warning_count; i++) {
        if (r->warnings++ < WARNINGS_TOLD) {
            moot_err err;
            moot_err_init(&err);
            moot_fail(&err, MOOT_EDATA, "case %s: %.400s", c->input->id, c->input->warnings[i]);
            moot_say_warning(&r->app->say, &err);
        }
    }
}

moot_code moot_run__count(run *r, const moot_case *c, moot_err *err)
{
    if (r->replicate == r->first) {
        tell_warnings(r, c);
    }
    moot_cmd_tell_fault(r->app, c, &r->faults);
    return moot_summary_add(r->summary, c, err);
}

static moot_code count_put(moot_sink *sink, const moot_case *c, moot_err *err)
{
    return moot_run__count(((count_sink *)(void *)sink)->run, c, err);
}

static void show_progress(void *user, int64_t done)
{
    run *r = user;
    moot_progress_show(&r->progress, "cases", done, 0);
}

/* Runs in the workers; shares nothing but the options. */
moot_code moot_run__render(void *user, const moot_case *c, moot_buf *out, moot_err *err)
{
    const run *r = user;
    moot_arena arena;
    moot_result result;
    moot_arena_init(&arena);
    moot_code code = moot_result_of(c, &arena, &result, err);
    if (!code) {
        code = moot_result_json(c, &result, r->with_log, &arena, out, err);
    }
    moot_arena_done(&arena);
    return code;
}

moot_code moot_run__write(void *user, const char *text, size_t len, moot_err *err)
{
    const run *r = user;
    if (r->assume && r->replicates > 1 && len > 0) { /* which of the worlds it is, before all else */
        char replicate[40];
        int n = snprintf(replicate, sizeof replicate, "{\"replicate\":%ld,", r->replicate + 1);
        moot_say_out(replicate, (size_t)n);
        text++;
        len--;
    }
    moot_say_out(text, len);
    return ferror(stdout) ? moot_fail(err, MOOT_ESYSTEM,
                                      "the results could not be written; the disk may be full")
                          : MOOT_OK;
}

static void tell_bad(run *r, const moot_errs *errs)
{
    for (size_t i = 0; i < errs->count; i++) {
        moot_say_error(&r->app->say, &errs->list[i]);
    }
    if (errs->dropped) {
        moot_say_note(&r->app->say, "and %zu more like these", errs->dropped);
    }
}

static void tell_remarks(run *r)
{
    moot_err err;
    if (!r->assume) {
        moot_cmd_quotas(r->app, r->protocol);
    }
    for (int i = 0; i < moot_caseload_warning_count(r->caseload); i++) {
        moot_err_init(&err);
        moot_fail(&err, MOOT_EDATA, "%s", moot_caseload_warning(r->caseload, i));
        moot_say_warning(&r->app->say, &err);
    }
    if (r->warnings > WARNINGS_TOLD) {
        moot_say_note(&r->app->say, "and %" PRId64 " more remarks on cases",
                      r->warnings - WARNINGS_TOLD);
    }
    if (r->faults > MOOT_FAULTS_TOLD) {
        moot_say_note(&r->app->say, "and %" PRId64 " more cases that could not be run",
                      r->faults - MOOT_FAULTS_TOLD);
    }
}

/* ---- running ---- */

void moot_run__tell_end(run *r, const moot_errs *errs, const moot_batch_counts *counts, moot_err *err)
{
    tell_bad(r, errs);
    tell_remarks(r);
    moot_say_raise(&r->app->say, moot_code_status(counts->caseload.worst));
    if (err->code == MOOT_EINTR && !r->assume) {
        moot_err_init(err);
        moot_fail(err, MOOT_EINTR, "stopped after %" PRId64 " cases%s", counts->done,
                  r->store ? "; the same command with --resume goes on" : "");
    }
    if (!r->is_there && !r->app->say.json && !r->app->say.quiet && (!err->code || err->code == MOOT_EINTR)) {
        moot_err printing;
        moot_err_init(&printing);
        if (moot_summary_print(r->summary, counts, &printing)) {
            moot_say_error(&r->app->say, &printing);
        }
    }
}

void moot_run__tell_part(const run *r)
{
    if (!r->app->say.json) {
        moot_say_note(&r->app->say, "What is told here is of what was run now; %s has all of it.",
                      moot_cli_text(&r->app->cli, "store"));
    }
}

/* One that --resume finds whole in the store is there, and is not begun a second time. */
static moot_code begin_recorded(run *r, moot_err *err)
{
    int64_t whole = 0, cut = 0, done = 0;
    moot_code code = MOOT_OK;
    if (moot_cli_flag(&r->app->cli, "resume")) {
        code = moot_store_run_resume(r->store, &r->info, &cut, &done, err);
        code = code || cut ? code : moot_store_run_finished(r->store, &r->info, &whole, err);
    }
    r->is_there = whole > 0;
    if (r->is_there) {
        moot_say_note(&r->app->say, "The store has this run whole: nothing is left to do.");
        return MOOT_OK;
    }
    code = code ? code : moot_run__begin(r, err);
    if (!code && r->batch.skip > 0) {
        moot_say_note(&r->app->say, "Going on after %" PRId64 " cases.", r->batch.skip);
        moot_run__tell_part(r);
    }
    return code;
}

static void run_batch(run *r, moot_err *err)
{
    store_sink keep = { { .put = store_put, .chunk_end = store_chunk }, r };
    count_sink count = { { .put = count_put }, r };
    moot_sink *sinks[] = { &count.sink, &keep.sink };
    moot_batch_counts counts;
    moot_errs errs;
    memset(&counts, 0, sizeof counts);
    moot_errs_init(&errs, 0);
    if (r->app->say.json) {
        r->batch.render = moot_run__render;
        r->batch.render_user = r;
        r->batch.write = moot_run__write;
        r->batch.write_user = r;
    }
    r->batch.progress = show_progress;
    r->batch.progress_user = r;
    moot_progress_begin(&r->progress, !r->app->say.quiet);
    moot_code code = moot_batch_run(r->protocol, r->caseload, &r->batch, sinks, r->store ? 2 : 1,
                                    &errs, &counts, err);
    moot_progress_end(&r->progress);
    end_store(r, code, err);
    moot_run__tell_end(r, &errs, &counts, err);
    moot_errs_done(&errs);
}

static int bind_assumptions(run *r)
{
    if (!r->assume) {
        return 1;
    }
    r->assumed = moot_modelled_script(r->app, r->assume);
    return r->assumed && !moot_modelled_bind(r->app, r->assumed, r->assume, r->protocol, NULL, &r->modelled);
}

void moot_cmd_run(moot_app *app)
{
    run r;
    moot_err err;
    memset(&r, 0, sizeof r);
    moot_err_init(&err);
    r.app = app;
    r.script = moot_cli_text(&app->cli, "protocol");
    r.cases = moot_cli_text(&app->cli, "cases");
    if (read_options(&r, &err) || moot_cmd_script_load(app, r.script, &r.loaded, &r.protocol) ||
        !bind_assumptions(&r) || set_batch(&r, &err)) {
        goto out;
    }
    moot_caseload_options options = { .as_of = r.batch.engine.as_of };
    if (moot_cmd_caseload(r.cases, r.protocol, &options, &r.caseload, &err) ||
        moot_run__open_store(&r, &err) || moot_summary_new(r.protocol, &r.summary, &err)) {
        goto out;
    }
    if (r.assume) {
        moot_run__worlds(&r, &err);
    } else if (!r.store || !begin_recorded(&r, &err)) {
        if (!r.is_there) {
            run_batch(&r, &err);
        }
    }
out:
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_summary_free(r.summary);
    moot_run__close_store(&r);
    moot_caseload_close(r.caseload);
    moot_helper_script_done(&r.helpers);
    moot_modelled_done(&r.modelled);
    moot_script_free(r.assumed);
    moot_protocol_free(r.protocol);
}
