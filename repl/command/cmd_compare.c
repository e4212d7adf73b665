/* moot compare: the same cases under several protocols. The work is that of vm/run/batch.h with protocols beside and of
 * vm/run/compare.h; here the options are read, and what comes of it is shown as it comes. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/term.h"
#include "repl/command/compare_kept.h"
#include "repl/command/compare_show.h"
#include "repl/command/questions.h"
#include "vm/protocol/law.h"

typedef struct compared {
    moot_sink sink; /* first: the batch knows it by this */
    moot_app *app;
    moot_protocols protocols;
    moot_batch_options batch;
    moot_beside *beside; /* owned: all protocols but the first */
    moot_compare_sum *sum;
    moot_progress progress;
    moot_arena arena;    /* of the case at hand */
    moot_arena first;    /* of the first case, which is shown whole if no other follows */
    moot_comparison only;
    moot_compare_view only_view;
    int32_t *set_aside, *only_aside; /* owned; per protocol */
    moot_compare_kept kept;
    int by_case, csv, brief;
    int64_t faults, warnings;
} compared;

/* ---- options ---- */

static moot_code read_options(compared *v, moot_err *err)
{
    const moot_cli *cli = &v->app->cli;
    long jobs = 1, limit = 0;
    v->batch = moot_batch_options_default();
    v->by_case = moot_cli_flag(cli, "by-case");
    v->csv = moot_cli_flag(cli, "csv");
    v->brief = moot_cli_flag(cli, "brief");
    if (moot_cli_int(cli, "jobs", 1, MOOT_BATCH_JOBS_MOST, &jobs, err) ||
        moot_cli_int(cli, "limit", 1, INT32_MAX, &limit, err)) {
        return err->code;
    }
    if (moot_cli_text(cli, "questions") && (moot_cli_text(cli, "cases") || v->csv)) {
        return moot_fail(err, MOOT_EUSAGE, "--questions asks the scripts themselves: it goes with neither --cases nor --csv");
    }
    if (moot_cli_text(cli, "questions") && moot_cli_flag(cli, "store")) {
        return moot_fail(err, MOOT_EUSAGE, "--questions asks the scripts themselves: no case is run that --store could keep");
    }
    if (!moot_cli_text(cli, "cases") && !moot_cli_text(cli, "questions")) {
        return moot_fail(err, MOOT_EUSAGE,
                         "moot compare needs --cases: a file of JSON Lines, a folder of CSV files, a store, or -");
    }
    if (v->csv && v->app->say.json) {
        return moot_fail(err, MOOT_EUSAGE, "compare writes CSV (--csv) or lines of JSON (--json), not both");
    }
    v->batch.jobs = (int)jobs;
    v->batch.limit = limit;
    v->batch.stop = moot_stop_flag();
    v->batch.engine.strict = moot_cli_flag(cli, "strict");
    return MOOT_OK;
}

static moot_code set_batch(compared *v, moot_err *err)
{
    int32_t count = v->protocols.count;
    v->beside = moot_calloc((size_t)count, sizeof *v->beside);
    v->set_aside = moot_calloc((size_t)count, sizeof *v->set_aside);
    v->only_aside = moot_calloc((size_t)count, sizeof *v->only_aside);
    if (!v->beside || !v->set_aside || !v->only_aside) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < count; i++) {
        moot_code code = moot_cmd_known_on(v->app, &v->protocols.helpers[i].options, err);
        if (code) {
            return code;
        }
        v->beside[i] = (moot_beside){ v->protocols.list[i], &v->protocols.helpers[i].host };
    }
    v->batch.engine.helpers = v->beside[0].helpers;
    v->batch.beside = v->beside + 1;
    v->batch.beside_count = count - 1;
    if (moot_cmd_times(v->app, v->protocols.list[0]->zone, &v->batch, err)) {
        return err->code;
    }
    return moot_compare_sum_new(count, &v->sum, err);
}

/* ---- one case ---- */

/* Remarks of the reader, each once, whichever protocols make it. */
static void tell_warnings(compared *v, const moot_case *const *cases, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        const moot_input *input = cases[i]->input;
        for (int32_t k = 0; k < input->warning_count; k++) {
            int told = 0;
            for (int32_t j = 0; j < i; j++) {
                for (int32_t n = 0; n < cases[j]->input->warning_count; n++) {
                    told |= strcmp(cases[j]->input->warnings[n], input->warnings[k]) == 0;
                }
            }
            if (!told && v->warnings++ < MOOT_FAULTS_TOLD) {
                moot_err err;
                moot_err_init(&err);
                moot_fail(&err, MOOT_EDATA, "case %s: %.400s", input->id, input->warnings[k]);
                moot_say_warning(&v->app->say, &err);
            }
        }
    }
}

static moot_code show_case(compared *v, const moot_compare_view *view, moot_err *err)
{
    moot_buf out;
    if (!v->app->say.json && !v->csv) {
        moot_code code = moot_compare_table(&v->protocols, view, err);
        fputs(code ? "" : "\n", stdout);
        return code;
    }
    moot_buf_init(&out);
    (v->csv ? moot_compare_csv : moot_compare_json)(&v->protocols, view, &out);
    moot_code code = moot_buf_ok(&out) ? MOOT_OK : moot_fail_memory(err);
    moot_say_buf(&out);
    moot_buf_done(&out);
    return code;
}

/* The first case may turn out to be the only one: its answer is kept until a second comes, or none. */
static moot_code keep_first(compared *v, const moot_compare_view *view, moot_err *err)
{
    v->only_view = *view;
    v->only_view.id = moot_arena_str(&v->first, view->id);
    v->only_view.as_of = moot_arena_str(&v->first, view->as_of);
    v->only_view.comparison = &v->only;
    v->only_view.set_aside = v->only_aside;
    memcpy(v->only_aside, view->set_aside, (size_t)v->protocols.count * sizeof *v->only_aside);
    if (!v->only_view.id || !v->only_view.as_of) {
        return moot_fail_memory(err);
    }
    return moot_compare_keep(view->comparison, &v->first, &v->only, err);
}

static moot_code put_all(moot_sink *sink, const moot_case *const *cases, int32_t count, moot_err *err)
{
    compared *v = (compared *)(void *)sink;
    moot_comparison comparison;
    char now[64] = "";
    tell_warnings(v, cases, count);
    for (int32_t i = 0; i < count; i++) {
        moot_cmd_tell_fault(v->app, cases[i], &v->faults);
        v->set_aside[i] = cases[i]->input->set_aside;
    }
    moot_arena_clear(&v->arena);
    if (moot_compare(cases, count, &v->arena, &comparison, err) ||
        moot_compare_sum_add(v->sum, cases, &comparison, err) || moot_compare_kept_put(&v->kept, cases, err)) {
        return err->code;
    }
    if (cases[0]->as_of != MOOT_NEVER) {
        moot_instant_text(cases[0]->protocol->zone, cases[0]->as_of, now, sizeof now);
    }
    moot_compare_view view = { cases[0]->input->id, now, &comparison, v->set_aside };
    if (v->by_case || v->csv || (v->app->say.json && !v->brief)) {
        return show_case(v, &view, err);
    }
    return v->sum->cases == 1 && !v->app->say.json ? keep_first(v, &view, err) : MOOT_OK;
}

static moot_code chunk_end(moot_sink *sink, int64_t done, moot_err *err)
{
    return moot_compare_kept_chunk(&((compared *)(void *)sink)->kept, done, err);
}

/* ---- all of them ---- */

static void put_head(const compared *v, moot_buf *out)
{
    moot_buf_printf(out, "{\"moot\":\"%s\",\"schema\":\"compare/1\",\"protocols\":[", moot_about_number());
    for (int32_t i = 0; i < v->protocols.count; i++) {
        const moot_protocol *p = v->protocols.list[i];
        moot_buf note;
        moot_buf_init(&note);
        moot_law_note(p, &note);
        moot_buf_str(out, i ? ",{\"protocol\":" : "{\"protocol\":");
        moot_buf_json(out, p->id);
        moot_buf_printf(out, ",\"hash\":\"%s\",\"note\":", p->hash);
        if (note.len) {
            moot_buf_json(out, moot_buf_text(&note));
        } else {
            moot_buf_str(out, "null");
        }
        out->failed |= !moot_buf_ok(&note);
        moot_buf_done(&note);
        moot_buf_char(out, '}');
    }
    moot_buf_str(out, "]}\n");
}

static void begin(const compared *v)
{
    moot_buf out;
    moot_buf_init(&out);
    if (v->csv) {
        moot_compare_csv_head(&out);
    } else if (v->app->say.json) {
        put_head(v, &out);
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
}

static void tell_counts(const compared *v, const moot_batch_counts *counts)
{
    printf("%" PRId64 " case%s under %d protocols", counts->run, counts->run == 1 ? "" : "s", (int)v->protocols.count);
    if (counts->caseload.bad) {
        printf(", %" PRId64 " set aside", counts->caseload.bad);
    }
    fputc('\n', stdout);
}

static moot_code tell_end(compared *v, const moot_batch_counts *counts, moot_err *err)
{
    moot_code code = MOOT_OK;
    moot_buf out;
    if (v->csv) {
        moot_buf_init(&out);
        moot_compare_csv_law(&v->protocols, &out);
        moot_say_buf(&out);
        code = moot_buf_ok(&out) ? MOOT_OK : moot_fail_memory(err);
        moot_buf_done(&out);
        return code;
    }
    if (!v->app->say.json && v->app->say.quiet) {
        return MOOT_OK;
    }
    if (v->app->say.json) {
        moot_buf_init(&out);
        moot_compare_sum_json(&v->protocols, v->sum, &out);
        code = moot_buf_ok(&out) ? MOOT_OK : moot_fail_memory(err);
        moot_say_buf(&out);
        moot_buf_done(&out);
        return code;
    }
    if (v->sum->cases == 1 && !v->by_case) {
        code = moot_compare_table(&v->protocols, &v->only_view, err);
    } else if (v->sum->cases != 1) {
        tell_counts(v, counts);
        code = v->sum->cases ? moot_compare_sum_table(&v->protocols, v->sum, err) : MOOT_OK;
    }
    moot_protocols_notes(&v->protocols);
    return code;
}

static void show_progress(void *user, int64_t done)
{
    moot_progress_show(&((compared *)user)->progress, "cases", done, 0);
}

static void tell_remarks(compared *v, const moot_caseload *caseload, const moot_errs *errs)
{
    for (size_t i = 0; i < errs->count; i++) {
        moot_say_error(&v->app->say, &errs->list[i]);
    }
    if (errs->dropped) {
        moot_say_note(&v->app->say, "and %zu more like these", errs->dropped);
    }
    for (int i = 0; i < moot_caseload_warning_count(caseload); i++) {
        moot_err err;
        moot_err_init(&err);
        moot_fail(&err, MOOT_EDATA, "%s", moot_caseload_warning(caseload, i));
        moot_say_warning(&v->app->say, &err);
    }
    if (v->warnings > MOOT_FAULTS_TOLD) {
        moot_say_note(&v->app->say, "and %" PRId64 " more remarks on cases", v->warnings - MOOT_FAULTS_TOLD);
    }
    if (v->faults > MOOT_FAULTS_TOLD) {
        moot_say_note(&v->app->say, "and %" PRId64 " more cases that could not be run", v->faults - MOOT_FAULTS_TOLD);
    }
    for (int32_t i = 0; i < v->protocols.count; i++) {
        moot_cmd_quotas(v->app, v->protocols.list[i]);
    }
}

static moot_code run_all(compared *v, moot_err *err)
{
    moot_caseload *caseload = NULL;
    moot_batch_counts counts;
    moot_errs errs;
    moot_sink *sinks[] = { &v->sink };
    moot_caseload_options options = { v->batch.engine.as_of, (const moot_protocol *const *)v->protocols.list,
                                      v->protocols.count };
    moot_code code = moot_cmd_caseload(moot_cli_text(&v->app->cli, "cases"), v->protocols.list[0], &options, &caseload, err);
    if (code) {
        return code;
    }
    if (moot_compare_kept_open(v->app, &v->protocols, &v->batch, moot_cli_text(&v->app->cli, "cases"), &v->kept, err)) {
        moot_caseload_close(caseload);
        return err->code;
    }
    moot_errs_init(&errs, 0);
    v->batch.progress = show_progress;
    v->batch.progress_user = v;
    begin(v);
    moot_progress_begin(&v->progress, !v->app->say.quiet);
    code = moot_batch_run(v->protocols.list[0], caseload, &v->batch, sinks, MOOT_COUNT(sinks), &errs, &counts, err);
    moot_progress_end(&v->progress);
    code = code ? code : moot_compare_kept_end(&v->kept, v->sum, counts.caseload.bad, err);
    tell_remarks(v, caseload, &errs);
    moot_say_raise(&v->app->say, moot_code_status(counts.caseload.worst));
    if (!code || code == MOOT_EINTR) {
        moot_err telling;
        moot_err_init(&telling);
        if (tell_end(v, &counts, &telling)) {
            code = moot_say_error(&v->app->say, &telling);
        }
    }
    moot_errs_done(&errs);
    moot_caseload_close(caseload);
    return err->code;
}

void moot_cmd_compare(moot_app *app)
{
    compared v = { .sink = { .put_all = put_all, .chunk_end = chunk_end }, .app = app };
    const char *questions = moot_cli_text(&app->cli, "questions");
    moot_err err;
    moot_err_init(&err);
    moot_arena_init(&v.arena);
    moot_arena_init(&v.first);
    if (read_options(&v, &err) || moot_protocols_load(app, 2, MOOT_PROTOCOLS_MOST, &v.protocols) ||
        moot_protocols_differ(app, &v.protocols) ||
        (questions ? moot_questions(app, &v.protocols, questions, &err) : set_batch(&v, &err) || run_all(&v, &err))) {
        if (err.code) {
            moot_say_error(&app->say, &err);
        }
    }
    moot_compare_kept_close(&v.kept);
    moot_compare_sum_free(v.sum);
    moot_protocols_done(&v.protocols);
    moot_free(v.beside);
    moot_free(v.set_aside);
    moot_free(v.only_aside);
    moot_arena_done(&v.arena);
    moot_arena_done(&v.first);
}
