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

/* ---- who comes ---- */

moot_code moot_modelled_days(const char *text, moot_day *out_first, moot_day *out_last, moot_err *err)
{
    const char *dots = strstr(text, "..");
    char first[32];
    moot_day ignored;
    if (!dots) {
        return moot_days_parse(text, out_first, out_last, err);
    }
    (void)snprintf(first, sizeof first, "%.*s", (int)(dots - text < 31 ? dots - text : 31), text);
    moot_code code = moot_days_parse(first, out_first, &ignored, err);
    code = code ? code : moot_days_parse(dots + 2, &ignored, out_last, err);
    return code || *out_first <= *out_last ? code : moot_fail(err, MOOT_EDATA, "%.31s is after %.31s: the first day comes first", first,
                                                              dots + 2);
}

moot_code moot_modelled_arrivals(const moot_app *app, moot_day *out_first, moot_day *out_last, moot_err *err)
{
    const char *text = moot_cli_text(&app->cli, "arrivals");
    moot_err found;
    *out_first = *out_last = MOOT_DAY_MIN;
    moot_err_init(&found);
    if (!text || moot_modelled_days(text, out_first, out_last, &found) == MOOT_OK) {
        return MOOT_OK;
    }
    return moot_fail(err, MOOT_EUSAGE, "--arrivals takes the time in which cases come, such as 2026 or 2026-04-01..2027-03-31: %.200s",
                     found.msg);
}

const char *moot_modelled_arrivals_text(moot_day first, moot_day last, char *buf, size_t size)
{
    char from[16], to[16];
    buf[0] = '\0';
    if (first != MOOT_DAY_MIN) {
        (void)snprintf(buf, size, MOOT_MODELLED_ARRIVALS " %s..%s ", moot_day_text(first, from, sizeof from),
                       moot_day_text(last, to, sizeof to));
    }
    return buf;
}

void moot_modelled_tell_arrivals(const moot_app *app, const moot_arrivals *arrivals, const char *cases)
{
    const moot_arrivals_row *rows;
    int32_t count = moot_arrivals_rows(arrivals, &rows);
    for (int32_t i = 0; i < count; i++) {
        if (rows[i].like_count == 0) {
            moot_say_note(&app->say, "No case of %s begins with \"%s\" as row %d of its arrivals has it: of those who come so all else is drawn.",
                          cases, rows[i].event, (int)rows[i].nth);
        }
    }
}

/* ---- cases ---- */

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
