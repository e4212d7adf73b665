#include "repl/command/compare_kept.h"

#include <string.h>

#include "vm/store/store_answers.h"

#define CASES_A_CHUNK 1000

/* ---- beginning ---- */

static void list_options(const moot_app *app, moot_buf *out)
{
    const char *until = moot_cli_text(&app->cli, "until"), *limit = moot_cli_text(&app->cli, "limit");
    moot_buf_str(out, moot_cli_flag(&app->cli, "strict") ? "--strict " : "");
    if (until) {
        moot_buf_printf(out, "--until %s ", until);
    }
    moot_cmd_known_on_told(app, out);
    if (limit) {
        moot_buf_printf(out, "--limit %s ", limit);
    }
}

/* "compared with luton, medway-2021 --strict " */
static void options_of_run(const moot_compare_kept *k, int32_t side, moot_buf *out)
{
    const char *comma = MOOT_COMPARED_WITH;
    for (int32_t i = 0; i < k->protocols->count; i++) {
        if (i != side) {
            moot_buf_printf(out, "%s%s", comma, k->protocols->list[i]->id);
            comma = ", ";
        }
    }
    moot_buf_printf(out, " %s", moot_buf_text(&k->options));
}

static moot_code begin_run(moot_compare_kept *k, int32_t side, moot_err *err)
{
    moot_buf options;
    moot_buf_init(&options);
    options_of_run(k, side, &options);
    const moot_run_info info = {
        .protocol = k->protocols->list[side], .sources = k->texts[side].list, .source_count = k->texts[side].count,
        .caseload = k->caseload, .caseload_sha = k->sha, .as_of = k->batch->engine.as_of, .law_as_at = k->batch->engine.law_as_at,
        .oracle = "recorded", .moot = moot_about_number(), .options = moot_buf_text(&options),
    };
    moot_code code = moot_buf_ok(&options) ? moot_store_run_begin(k->store, &info, &k->runs[side], err) : moot_fail_memory(err);
    moot_buf_done(&options);
    return code;
}

static moot_code begin_runs(moot_compare_kept *k, const moot_app *app, moot_err *err)
{
    size_t count = (size_t)k->protocols->count;
    k->texts = moot_calloc(count, sizeof *k->texts);
    k->runs = moot_calloc(count, sizeof *k->runs);
    list_options(app, &k->options);
    if (!k->texts || !k->runs || !moot_buf_ok(&k->options)) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < k->protocols->count; i++) {
        if (moot_cmd_texts_read(k->protocols->scripts[i].path, k->protocols->list[i], &k->texts[i], err) || begin_run(k, i, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

moot_code moot_compare_kept_open(const moot_app *app, const moot_protocols *protocols, const moot_batch_options *batch, const char *cases,
                                 moot_compare_kept *out, moot_err *err)
{
    const char *path = moot_cli_text(&app->cli, "store");
    *out = (moot_compare_kept){ .protocols = protocols, .batch = batch };
    moot_buf_init(&out->options);
    if (!path) {
        return MOOT_OK;
    }
    if (moot_cmd_check_store(path, cases, "compared.db", err)) {
        return err->code;
    }
    out->caseload = moot_cmd_caseload_name(cases);
    moot_code code = moot_cmd_caseload_sha(cases, out->sha, err);
    code = code ? code : moot_store_open(path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &out->store, err);
    return code ? code : begin_runs(out, app, err);
}

/* ---- case by case ---- */

moot_code moot_compare_kept_put(moot_compare_kept *kept, const moot_case *const *cases, moot_err *err)
{
    moot_code code = MOOT_OK;
    if (!kept->store) {
        return MOOT_OK;
    }
    for (int32_t i = 0; i < kept->protocols->count && !code; i++) {
        code = moot_store_run_turn(kept->store, kept->runs[i], kept->protocols->list[i], err);
        code = code ? code : moot_store_put_case(kept->store, kept->runs[i], cases[i], err);
    }
    kept->since++;
    kept->generated += cases[0]->input->generated != NULL;
    return code;
}

moot_code moot_compare_kept_chunk(moot_compare_kept *kept, int64_t done, moot_err *err)
{
    moot_code code = MOOT_OK;
    kept->done = done;
    if (!kept->store || kept->since < CASES_A_CHUNK) {
        return MOOT_OK;
    }
    kept->since = 0;
    for (int32_t i = 0; i < kept->protocols->count && !code; i++) {
        code = moot_store_chunk_end(kept->store, kept->runs[i], done, err);
    }
    return code;
}

/* ---- ending ---- */

static moot_code put_sum(moot_compare_kept *k, const moot_compare_sum *sum, int64_t bad, moot_err *err)
{
    moot_store_side *sides = moot_calloc((size_t)k->protocols->count, sizeof *sides);
    if (!sides) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < k->protocols->count; i++) {
        sides[i] = (moot_store_side){ k->protocols->list[i], k->texts[i].list, k->texts[i].count };
    }
    const moot_store_compare compare = {
        .sides = sides, .sum = sum, .caseload = k->caseload, .caseload_sha = k->sha, .as_of = k->batch->engine.as_of,
        .law_as_at = k->batch->engine.law_as_at, .set_aside = bad, .generated = k->generated, .moot = moot_about_number(),
        .options = moot_buf_text(&k->options),
    };
    moot_code code = moot_store_put_compare(k->store, &compare, err);
    moot_free(sides);
    return code;
}

moot_code moot_compare_kept_end(moot_compare_kept *kept, const moot_compare_sum *sum, int64_t bad, moot_err *err)
{
    moot_code code = MOOT_OK;
    if (!kept->store) {
        return MOOT_OK;
    }
    for (int32_t i = 0; i < kept->protocols->count && !code; i++) {
        code = moot_store_run_end(kept->store, kept->runs[i], kept->done, err);
    }
    return code ? code : put_sum(kept, sum, bad, err);
}

void moot_compare_kept_close(moot_compare_kept *kept)
{
    for (int32_t i = 0; kept->texts && i < kept->protocols->count; i++) {
        moot_cmd_texts_done(&kept->texts[i]);
    }
    moot_free(kept->texts);
    moot_free(kept->runs);
    moot_buf_done(&kept->options);
    moot_store_close(kept->store);
    memset(kept, 0, sizeof *kept);
}
