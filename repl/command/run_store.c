#include <inttypes.h>
#include <string.h>

#include "repl/command/run_internal.h"

/* What else changes an answer, in a fixed order; last, which part of how many replicates it is: moot merge reads that. */
static void list_options(const run *r, moot_buf *out)
{
    static const char *const logs[] = { "full", "brief", "none" };
    const char *until = moot_cli_text(&r->app->cli, "until");
    char arrivals[MOOT_MODELLED_ARRIVALS_TEXT];
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
    moot_buf_str(out, moot_modelled_arrivals_text(r->come_first, r->come_last, arrivals, sizeof arrivals));
    if (r->shards > 1) {
        moot_buf_printf(out, MOOT_RUN_PART, r->replicates, r->shard, r->shards);
    }
}

static moot_run_info info_of(const run *r)
{
    moot_run_info info = {
        .protocol = r->protocol,
        .sources = r->texts.list,
        .source_count = r->texts.count,
        .caseload = moot_cmd_caseload_name(r->cases),
        .caseload_sha = r->sha,
        .as_of = r->batch.engine.as_of,
        .law_as_at = r->batch.engine.law_as_at,
        .oracle = r->assume ? "modelled" : "recorded",
        .seed = r->assume ? (uint64_t)r->seed : 0,
        .moot = moot_about_number(),
        .options = moot_buf_text(&r->told_options),
    };
    return info;
}

moot_code moot_run__open_store(run *r, moot_err *err)
{
    const char *path = moot_cli_text(&r->app->cli, "store");
    if (!path) {
        return MOOT_OK;
    }
    moot_buf_init(&r->told_options);
    list_options(r, &r->told_options);
    if (moot_cmd_texts_read(r->loaded.path, r->protocol, &r->texts, err) ||
        moot_store_open(path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &r->store, err) ||
        moot_cmd_caseload_sha(r->cases, r->sha, err)) {
        return err->code;
    }
    r->info = info_of(r);
    return MOOT_OK;
}

moot_code moot_run__begin(run *r, moot_err *err)
{
    r->info.replicate = (uint64_t)r->replicate;
    r->store_run = 0;
    if (moot_cli_flag(&r->app->cli, "resume")) {
        moot_code code = moot_store_run_resume(r->store, &r->info, &r->store_run, &r->batch.skip, err);
        if (code || r->store_run) {
            r->store_done = r->batch.skip;
            return code;
        }
    }
    return moot_store_run_begin(r->store, &r->info, &r->store_run, err);
}

void moot_run__close_store(run *r)
{
    moot_store_close(r->store);
    moot_cmd_texts_done(&r->texts);
    moot_buf_done(&r->told_options);
}
