/* moot run: a caseload through a protocol, to standard output, to a store, or both. The work is
 * vm/run/batch.h's, and vm/run/world.h's where --assume says how people behave; here its options are read,
 * its cases are counted, and what went wrong is told. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lua/helper/helper.h"
#include "lua/load/load.h"
#include "repl/cli/cmd.h"
#include "repl/cli/term.h"
#include "repl/command/modelled.h"
#include "repl/command/summary.h"
#include "vm/engine/result_json.h"
#include "vm/run/batch.h"
#include "vm/store/store.h"

#define CASES_A_CHUNK 1000 /* of the store: one transaction */
#define WARNINGS_TOLD 20

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
    int64_t store_run, store_done, put_since; /* cases put since the last chunk of the store */
    moot_summary *summary;
    moot_progress progress;
    int64_t warnings, faults;
    int with_log;
    /* --assume */
    const char *assume;
    moot_script *assumed;
    moot_modelled modelled;
    long seed, replicates, replicate;
} run;

/* ---- options ---- */

static moot_code read_modelled(run *r, moot_err *err)
{
    const moot_cli *cli = &r->app->cli;
    r->assume = moot_cli_text(cli, "assume");
    r->seed = r->replicates = 1;
    if (moot_cli_int(cli, "seed", 0, INT32_MAX, &r->seed, err) ||
        moot_cli_int(cli, "replicates", 1, 1000000, &r->replicates, err)) {
        return err->code;
    }
    if (!r->assume && (moot_cli_flag(cli, "seed") || moot_cli_flag(cli, "replicates"))) {
        return moot_fail(err, MOOT_EUSAGE, "%s needs --assume: nothing is drawn without it",
                         moot_cli_flag(cli, "seed") ? "--seed" : "--replicates");
    }
    if (r->assume && moot_cli_flag(cli, "resume")) {
        return moot_fail(err, MOOT_EUSAGE, "--resume goes with recorded cases; what is drawn is run in one go");
    }
    if (r->assume && moot_cli_flag(cli, "jobs")) {
        return moot_fail(err, MOOT_EUSAGE, "--jobs goes with recorded cases, and with moot whatif; here what is drawn is run by one");
    }
    return MOOT_OK;
}

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
    return read_modelled(r, err);
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

/* What else changes an answer, in a fixed order. */
static void list_options(const run *r, moot_buf *out)
{
    static const char *const logs[] = { "full", "brief", "none" };
    const char *until = moot_cli_text(&r->app->cli, "until");
    moot_buf_str(out, r->batch.engine.strict ? "--strict " : "");
    if (until) {
        moot_buf_printf(out, "--until %s ", until);
    }
    moot_cmd_known_on_told(r->app, out);
    if (r->limit) {
        moot_buf_printf(out, "--limit %ld ", r->limit);
    }
    if (r->log != LOG_FULL) {
        moot_buf_printf(out, "--log %s ", logs[r->log]);
    }
    if (r->assume) {
        moot_buf_printf(out, "--assume %s ", r->modelled.assume->hash);
    }
}

static moot_code begin_run(run *r, const moot_cmd_texts *texts, const char *sha,
                           const char *options, moot_err *err)
{
    moot_run_info info = {
        .protocol = r->protocol,
        .sources = texts->list,
        .source_count = texts->count,
        .caseload = moot_cmd_caseload_name(r->cases),
        .caseload_sha = sha,
        .as_of = r->batch.engine.as_of,
        .law_as_at = r->batch.engine.law_as_at,
        .oracle = r->assume ? "modelled" : "recorded",
        .seed = r->assume ? (uint64_t)r->seed : 0,
        .replicate = (uint64_t)r->replicate,
        .moot = moot_about_number(),
        .options = options,
    };
    if (moot_cli_flag(&r->app->cli, "resume")) {
        if (moot_store_run_resume(r->store, &info, &r->store_run, &r->batch.skip, err)) {
            return err->code;
        }
        if (r->store_run) {
            moot_say_note(&r->app->say, "Going on after %" PRId64 " cases.", r->batch.skip);
            r->store_done = r->batch.skip;
            return MOOT_OK;
        }
    }
    return moot_store_run_begin(r->store, &info, &r->store_run, err);
}

/* Without --store it does nothing; a store that is open takes another run. */
static moot_code open_store(run *r, moot_err *err)
{
    char sha[65];
    moot_buf options;
    moot_cmd_texts texts;
    const char *path = moot_cli_text(&r->app->cli, "store");
    if (!path) {
        return MOOT_OK;
    }
    moot_buf_init(&options);
    list_options(r, &options);
    if (!moot_cmd_texts_read(r->loaded.path, r->protocol, &texts, err) &&
        (r->store || !moot_store_open(path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &r->store, err)) &&
        !moot_cmd_caseload_sha(r->cases, sha, err)) {
        begin_run(r, &texts, sha, moot_buf_text(&options), err);
    }
    moot_cmd_texts_done(&texts);
    moot_buf_done(&options);
    return err->code;
}

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

static moot_code count_put(moot_sink *sink, const moot_case *c, moot_err *err)
{
    run *r = ((count_sink *)(void *)sink)->run;
    if (r->replicate == 0) {
        tell_warnings(r, c);
    }
    moot_cmd_tell_fault(r->app, c, &r->faults);
    return moot_summary_add(r->summary, c, err);
}

static void show_progress(void *user, int64_t done)
{
    run *r = user;
    moot_progress_show(&r->progress, "cases", done, 0);
}

/* Runs in the workers; shares nothing but the options. */
static moot_code render(void *user, const moot_case *c, moot_buf *out, moot_err *err)
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

static moot_code write_out(void *user, const char *text, size_t len, moot_err *err)
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

static void tell_end(run *r, const moot_errs *errs, const moot_batch_counts *counts, moot_err *err)
{
    tell_bad(r, errs);
    tell_remarks(r);
    moot_say_raise(&r->app->say, moot_code_status(counts->caseload.worst));
    if (err->code == MOOT_EINTR && !r->assume) {
        moot_err_init(err);
        moot_fail(err, MOOT_EINTR, "stopped after %" PRId64 " cases%s", counts->done,
                  r->store ? "; the same command with --resume goes on" : "");
    }
    if (!r->app->say.json && !r->app->say.quiet && (!err->code || err->code == MOOT_EINTR)) {
        moot_err printing;
        moot_err_init(&printing);
        if (moot_summary_print(r->summary, counts, &printing)) {
            moot_say_error(&r->app->say, &printing);
        }
    }
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
        r->batch.render = render;
        r->batch.render_user = r;
        r->batch.write = write_out;
        r->batch.write_user = r;
    }
    r->batch.progress = show_progress;
    r->batch.progress_user = r;
    moot_progress_begin(&r->progress, !r->app->say.quiet);
    moot_code code = moot_batch_run(r->protocol, r->caseload, &r->batch, sinks, r->store ? 2 : 1,
                                    &errs, &counts, err);
    moot_progress_end(&r->progress);
    end_store(r, code, err);
    tell_end(r, &errs, &counts, err);
    moot_errs_done(&errs);
}

/* ---- what people do is drawn: worlds ---- */

static moot_code put_world(run *r, const moot_world *world, int32_t count, moot_batch_counts *counts, moot_err *err)
{
    count_sink sink = { .sink = { .put = count_put }, .run = r };
    moot_buf text;
    moot_code code = MOOT_OK;
    moot_buf_init(&text);
    for (int32_t i = 0; i < count && !code; i++) {
        const moot_case *c = moot_world_case(world, i);
        code = count_put(&sink.sink, c, err);
        code = code || !r->store ? code : moot_store_put_case(r->store, r->store_run, c, err);
        if (!code && r->app->say.json) {
            moot_buf_clear(&text);
            code = render(r, c, &text, err);
            code = code ? code : write_out(r, moot_buf_text(&text), text.len, err);
        }
        counts->run++;
        counts->by_status[c->status]++;
        counts->events += c->input->record_count;
    }
    moot_buf_done(&text);
    counts->done += count;
    return code;
}

/* Each replicate is a world, and in a store a run of its own. */
static moot_code run_replicates(run *r, moot_world *world, const moot_cases *cases, moot_batch_counts *counts, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (r->replicate = 0; r->replicate < r->replicates && !code; r->replicate++) {
        moot_world_of of = { r->modelled.model, cases->list, cases->count, (uint64_t)r->seed, (uint64_t)r->replicate,
                             r->batch.until, 0, NULL };
        if (r->replicate > 0 && atomic_load(moot_stop_flag())) {
            return moot_fail(err, MOOT_EINTR, "stopped after %ld of %ld replicates", r->replicate, r->replicates);
        }
        code = moot_world_run(world, &of, err);
        code = code ? code : open_store(r, err);
        code = code ? code : put_world(r, world, cases->count, counts, err);
        r->store_done = cases->count;
        end_store(r, code, err);
        r->store_run = 0;
        code = code ? code : err->code;
        moot_progress_show(&r->progress, "replicates", r->replicate + 1, r->replicates);
    }
    return code;
}

static void run_worlds(run *r, moot_err *err)
{
    moot_cases cases;
    moot_batch_counts counts;
    moot_errs errs;
    moot_world *world = NULL;
    memset(&counts, 0, sizeof counts);
    moot_errs_init(&errs, 0);
    moot_code code = moot_cases_read(r->caseload, r->limit, &cases, &errs, err);
    code = code ? code : moot_world_new(&r->batch.engine, &world, err);
    if (!code && !r->app->say.json && !r->app->say.quiet) {
        printf("What people do is drawn from %s (seed %ld, %ld replicate%s): no row is a record of anybody.\n\n", r->assume,
               r->seed, r->replicates, r->replicates == 1 ? "" : "s");
    }
    moot_progress_begin(&r->progress, !r->app->say.quiet);
    if (!code) {
        code = run_replicates(r, world, &cases, &counts, err);
    }
    moot_progress_end(&r->progress);
    counts.caseload = moot_caseload_count(r->caseload);
    tell_end(r, &errs, &counts, err);
    moot_world_free(world);
    moot_cases_done(&cases);
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
        (!r.assume && open_store(&r, &err)) || moot_summary_new(r.protocol, &r.summary, &err)) {
        goto out;
    }
    if (r.assume) {
        run_worlds(&r, &err);
    } else {
        run_batch(&r, &err);
    }
out:
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_summary_free(r.summary);
    moot_store_close(r.store);
    moot_caseload_close(r.caseload);
    moot_helper_script_done(&r.helpers);
    moot_modelled_done(&r.modelled);
    moot_script_free(r.assumed);
    moot_protocol_free(r.protocol);
}
