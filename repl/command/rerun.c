#include "repl/command/rerun.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/helper/helper.h"
#include "lua/load/load.h"
#include "repl/cli/stored.h"
#include "repl/command/modelled.h"
#include "vm/engine/result_json.h"
#include "vm/run/batch.h"

typedef struct again {
    moot_app *app;
    const moot_rerun *of;
    moot_rerun_told *told;
    void *user;
    moot_protocol *protocol;
    moot_stored_texts texts;
    moot_helper_script helpers;
    moot_batch_options batch;
    moot_script *assumed;
    moot_modelled modelled;
} again;

/* ---- options ---- */

int moot_rerun_option(const char *options, const char *word, char *buf, size_t size)
{
    size_t len = strlen(word);
    for (const char *at = options; at && (at = strstr(at, word)); at += len) {
        if ((at == options || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0')) {
            const char *value = at[len] ? at + len + 1 : at + len;
            snprintf(buf, size, "%.*s", (int)strcspn(value, " "), value);
            return 1;
        }
    }
    return 0;
}

static moot_code set_options(again *a, moot_err *err)
{
    char value[128];
    moot_day first, last;
    moot_when as_of;
    const moot_zone *zone = a->protocol->zone;
    a->batch = moot_batch_options_default();
    a->batch.stop = moot_stop_flag();
    a->batch.engine.strict = moot_rerun_option(a->of->options, "--strict", value, sizeof value);
    a->batch.engine.keep_log = !moot_rerun_option(a->of->options, "--log", value, sizeof value) || strcmp(value, "none") != 0;
    a->batch.engine.keep_reads = !moot_rerun_option(a->of->options, "--log", value, sizeof value);
    a->batch.limit = moot_rerun_option(a->of->options, "--limit", value, sizeof value) ? strtoll(value, NULL, 10) : 0;
    if (a->of->as_of) {
        if (moot_when_parse(zone, a->of->as_of, &as_of, err)) {
            return err->code;
        }
        a->batch.engine.as_of = as_of.hi;
    }
    if (a->of->law_as_at) {
        if (moot_days_parse(a->of->law_as_at, &first, &a->batch.engine.law_as_at, err)) {
            return err->code;
        }
    }
    if (moot_rerun_option(a->of->options, "--until", value, sizeof value)) {
        if (moot_days_parse(value, &first, &last, err)) {
            return err->code;
        }
        a->batch.until = moot_day_end(zone, last);
    }
    a->batch.engine.helpers = &a->helpers.host;
    return MOOT_OK;
}

/* ---- results ---- */

static moot_code render(void *user, const moot_case *c, moot_buf *out, moot_err *err)
{
    moot_arena arena;
    moot_result result;
    (void)user;
    moot_arena_init(&arena);
    moot_code code = moot_result_of(c, &arena, &result, err);
    code = code ? code : moot_result_json(c, &result, 0, &arena, out, err);
    code = code ? code : moot_result_json(c, &result, 1, &arena, out, err);
    moot_arena_done(&arena);
    return code;
}

/* Two lines, one without the log and one with it. */
static moot_code hand_on(void *user, const char *text, size_t len, moot_err *err)
{
    const again *a = user;
    const char *end = memchr(text, '\n', len);
    size_t brief = end ? (size_t)(end - text) : len;
    size_t full = len - brief - (end ? 1 : 0);
    return a->told(a->user, text, brief, end ? end + 1 : "", full > 0 && text[len - 1] == '\n' ? full - 1 : full, err);
}

/* ---- running ---- */

static void tell_bad(again *a, const moot_errs *errs)
{
    for (size_t i = 0; i < errs->count; i++) {
        moot_say_error(&a->app->say, &errs->list[i]);
    }
}

static moot_code run_recorded(again *a, moot_caseload *caseload, moot_err *err)
{
    moot_batch_counts counts;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    a->batch.jobs = 1;
    a->batch.render = render;
    a->batch.write = hand_on;
    a->batch.write_user = a;
    moot_code code = moot_batch_run(a->protocol, caseload, &a->batch, NULL, 0, &errs, &counts, err);
    tell_bad(a, &errs);
    moot_errs_done(&errs);
    return code;
}

/* The caseload of a drawn run, and who comes beside it. */
typedef struct who {
    moot_cases cases;
    moot_arrivals *arrivals; /* NULL: nobody comes */
    moot_arrived came;
    moot_crowd crowd;
} who;

static moot_code read_who(again *a, moot_caseload *caseload, who *w, moot_errs *errs, moot_err *err)
{
    char days[MOOT_MODELLED_ARRIVALS_TEXT];
    moot_day first = MOOT_DAY_MIN, last = MOOT_DAY_MIN;
    moot_arrived_init(&w->came);
    moot_crowd_init(&w->crowd);
    moot_code code = moot_cases_read(caseload, (long)a->batch.limit, &w->cases, errs, err);
    if (!code && moot_rerun_option(a->of->options, MOOT_MODELLED_ARRIVALS, days, sizeof days)) {
        code = moot_modelled_days(days, &first, &last, err);
        code = code ? code : moot_arrivals_new(a->modelled.model, w->cases.list, w->cases.count, first, last, &w->arrivals, err);
    }
    return code;
}

static void done_who(who *w)
{
    moot_arrivals_free(w->arrivals);
    moot_arrived_done(&w->came);
    moot_crowd_done(&w->crowd);
    moot_cases_done(&w->cases);
}

static moot_code run_world(again *a, moot_world *world, who *w, int64_t replicate, moot_err *err)
{
    moot_world_of of = { .model = a->modelled.model, .inputs = w->cases.list, .count = w->cases.count, .seed = a->of->seed,
                         .replicate = (uint64_t)replicate, .until = a->batch.until };
    moot_buf text;
    moot_code code = MOOT_OK;
    if (w->arrivals) {
        code = moot_arrived_draw(w->arrivals, of.seed, of.replicate, &w->came, err);
        code = code ? code : moot_crowd_join(w->arrivals, &w->came, a->protocol, w->cases.list, &w->crowd, err);
        of.inputs = w->crowd.list;
        of.count = w->crowd.count;
    }
    code = code ? code : moot_world_run(world, &of, err);
    moot_buf_init(&text);
    for (int32_t i = 0; i < of.count && !code; i++) {
        moot_buf_clear(&text);
        code = render(NULL, moot_world_case(world, i), &text, err);
        code = code ? code : moot_buf_ok(&text) ? hand_on(a, moot_buf_text(&text), text.len, err) : moot_fail_memory(err);
    }
    moot_buf_done(&text);
    return code;
}

static moot_code run_modelled(again *a, moot_caseload *caseload, moot_err *err)
{
    who w = { 0 };
    moot_errs errs;
    moot_world *world = NULL;
    moot_errs_init(&errs, 0);
    moot_code code = read_who(a, caseload, &w, &errs, err);
    tell_bad(a, &errs);
    code = code ? code : moot_world_new(&a->batch.engine, &world, err);
    for (int64_t i = 0; i < a->of->replicates && !code; i++) {
        code = atomic_load(moot_stop_flag()) ? moot_fail(err, MOOT_EINTR, "stopped") : run_world(a, world, &w, i, err);
    }
    moot_world_free(world);
    done_who(&w);
    moot_errs_done(&errs);
    return code;
}

static moot_code bind(again *a, moot_err *err)
{
    static const char *const name = "the assumptions";
    moot_load_options options = { .stdlib_dir = moot_cli_text(&a->app->cli, "stdlib"), .source = a->of->assumptions,
                                  .source_len = strlen(a->of->assumptions) };
    moot_errs errs;
    char hash[80];
    moot_errs_init(&errs, 0);
    moot_code code = moot_script_load(name, &options, &a->assumed, &errs);
    tell_bad(a, &errs);
    moot_errs_done(&errs);
    if (code || moot_modelled_bind(a->app, a->assumed, name, a->protocol, NULL, &a->modelled)) {
        return moot_fail(err, MOOT_EDATA, "the assumptions cannot be used, as was told");
    }
    if (moot_rerun_option(a->of->options, "--assume", hash, sizeof hash) && strcmp(hash, a->modelled.assume->hash) != 0) {
        return moot_fail(err, MOOT_ENO, "these are not the assumptions of the run: it had %.12s, they come to %.12s", hash, a->modelled.assume->hash);
    }
    return MOOT_OK;
}

static moot_code compile(again *a, moot_err *err)
{
    const moot_rerun *of = a->of;
    if (of->source_count < 1) {
        return moot_fail(err, MOOT_EDATA, "no script is kept of the protocol %s", of->protocol);
    }
    if (moot_stored_protocol(a->app, of->protocol, of->sources, of->source_count, of->options, &a->protocol)) {
        return moot_fail(err, MOOT_EDATA, "the protocol %s cannot be compiled, as was told", of->protocol);
    }
    if (strcmp(a->protocol->id, of->protocol) != 0) {
        return moot_fail(err, MOOT_ENO, "the script that is kept of the protocol %s is that of another, %s", of->protocol, a->protocol->id);
    }
    if (strcmp(a->protocol->hash, of->hash) != 0) {
        return moot_fail(err, MOOT_ENO, "the protocol %s says something else here: its hash was %.12s and is %.12s; another moot, or another stdlib, which --stdlib DIR names",
                         of->protocol, of->hash, a->protocol->hash);
    }
    moot_stored_texts_of(a->app, of->protocol, of->sources, of->source_count, of->options, &a->texts);
    moot_helper_script_init(&a->helpers, of->sources[0].file, &a->texts.options);
    return MOOT_OK;
}

moot_code moot_rerun_run(moot_app *app, const moot_rerun *of, const char *cases, moot_rerun_told *told, void *user, moot_err *err)
{
    again a = { .app = app, .of = of, .told = told, .user = user };
    moot_caseload *caseload = NULL;
    moot_code code = compile(&a, err);
    int opened = code == MOOT_OK;
    code = code ? code : set_options(&a, err);
    if (!code && of->assumptions) {
        code = bind(&a, err);
    }
    moot_caseload_options options = { .as_of = a.batch.engine.as_of };
    code = code ? code : moot_cmd_caseload(cases, a.protocol, &options, &caseload, err);
    code = code ? code : of->assumptions ? run_modelled(&a, caseload, err) : run_recorded(&a, caseload, err);
    moot_caseload_close(caseload);
    moot_modelled_done(&a.modelled);
    moot_script_free(a.assumed);
    if (opened) {
        moot_helper_script_done(&a.helpers);
    }
    moot_protocol_free(a.protocol);
    return code;
}
