#include "repl/command/modelled.h"

#include <stdio.h>
#include <string.h>

#include "lua/assume/assume.h"
#include "lua/load/load.h"
#include "repl/command/findings.h"

#define GAPS_TOLD 5
#define CASES_MOST 1000000 /* of a world: memory is that of all of them */

moot_script *moot_modelled_script(moot_app *app, const char *path)
{
    moot_load_options options = { .stdlib_dir = moot_cli_text(&app->cli, "stdlib") };
    moot_script *script = NULL;
    moot_errs errs;
    if (!moot_cmd_exists(app, path)) {
        return NULL;
    }
    moot_errs_init(&errs, 0);
    moot_code code = moot_script_load(path, &options, &script, &errs);
    (void)moot_say_findings(&app->say, &errs, path, 0);
    if (code) {
        moot_say_raise(&app->say, moot_code_status(code));
        moot_script_free(script);
        script = NULL;
    }
    moot_errs_done(&errs);
    return script;
}

/* A run that lacks something would have to invent it. */
static moot_code tell_missing(moot_app *app, const char *path, const moot_assume *assume)
{
    moot_assume_gaps gaps;
    moot_err err;
    moot_err_init(&err);
    moot_code code = moot_assume_missing(assume, &gaps, &err);
    for (int32_t i = 0; i < gaps.count && code == MOOT_OK; i++) {
        moot_err_init(&err);
        if (i == GAPS_TOLD) {
            moot_say_note(&app->say, "and %d more like these: moot check PROTOCOL --assume FILE tells all", (int)gaps.count - i);
            break;
        }
        moot_fail(&err, MOOT_EDATA, "nothing is assumed of %s, and %s; a line to add:", gaps.list[i].what, gaps.list[i].why);
        moot_err_at(&err, path, 0, 0);
        moot_say_error(&app->say, &err);
        moot_say_note(&app->say, "  %s", gaps.list[i].line);
    }
    if (code != MOOT_OK) {
        moot_say_error(&app->say, &err);
    } else if (gaps.count > 0) {
        code = MOOT_EDATA;
    }
    moot_assume_gaps_done(&gaps);
    return code;
}

moot_code moot_modelled_bind(moot_app *app, const moot_script *script, const char *path, const moot_protocol *protocol,
                             const moot_protocol *baseline, moot_modelled *out)
{
    moot_errs errs;
    moot_err err;
    memset(out, 0, sizeof *out);
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    moot_code code = moot_assume_bind(script, protocol, baseline, &out->assume, &errs);
    (void)moot_say_findings(&app->say, &errs, path, 0);
    moot_errs_done(&errs);
    if (code == MOOT_OK) {
        code = tell_missing(app, path, out->assume);
    }
    if (code == MOOT_OK) {
        code = moot_model_new(out->assume, &out->model, &err);
        if (code) {
            moot_say_error(&app->say, &err);
        }
    }
    if (code) {
        moot_say_raise(&app->say, moot_code_status(code));
    }
    return code;
}

void moot_modelled_done(moot_modelled *m)
{
    moot_model_free(m->model);
    moot_assume_free(m->assume);
    memset(m, 0, sizeof *m);
}

moot_code moot_cases_read(moot_caseload *caseload, long limit, moot_cases *out, moot_errs *errs, moot_err *err)
{
    int found = 1;
    moot_code code = MOOT_OK;
    memset(out, 0, sizeof *out);
    while (code == MOOT_OK && found && (limit <= 0 || out->count < limit)) {
        if (out->count == CASES_MOST) {
            return moot_fail(err, MOOT_ELIMIT, "over %d cases in one world: they are all held in memory; use --limit", CASES_MOST);
        }
        if (!moot_grow((void **)&out->list, &out->cap, (size_t)out->count + 1, sizeof *out->list)) {
            return moot_fail_memory(err);
        }
        moot_input_init(&out->list[out->count]);
        code = moot_caseload_next(caseload, &out->list[out->count], errs, &found, err);
        if (code != MOOT_OK || !found) {
            moot_input_done(&out->list[out->count]);
        } else {
            out->count++;
        }
    }
    return code;
}

void moot_cases_done(moot_cases *cases)
{
    for (int32_t i = 0; i < cases->count; i++) {
        moot_input_done(&cases->list[i]);
    }
    moot_free(cases->list);
    memset(cases, 0, sizeof *cases);
}
