/* moot test: scenario scripts, what they expected and what came. The work is lua/scenario/scenario.h's;
 * here its trials are told, counted, and put into a store, one run a protocol, so that coverage
 * reads from logs what the scenarios walked. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lua/scenario/scenario.h"
#include "repl/cli/cmd.h"
#include "vm/base/hash.h"
#include "vm/base/text.h"
#include "vm/store/store.h"

#define SCRIPT_LIMIT (1024 * 1024)
#define SIDES_WIDTH 84 /* of a comparison, so that its lines stay within 100 columns */

typedef struct test {
    moot_app *app;
    moot_scenario_library *library;
    moot_scenario_file **files; /* owned; kept for the store */
    size_t cap;
    int32_t count;
    int64_t passed, failed;
} test;

/* ---- telling, for people ---- */

static void put_padded(moot_buf *out, const char *text, size_t width)
{
    size_t own = moot_text_width(text, strlen(text));
    moot_buf_str(out, text);
    for (size_t i = own; i < width + 2; i++) {
        moot_buf_char(out, ' ');
    }
}

static size_t wider(size_t width, const char *text)
{
    size_t own = moot_text_width(text, strlen(text));
    return own > width ? own : width;
}

typedef struct widths {
    size_t field, expected, actual;
} widths;

static void put_row(const moot_scenario_side *side, const widths *w, moot_buf *out)
{
    moot_buf_str(out, "    ");
    put_padded(out, side->field, w->field);
    put_padded(out, side->expected, w->expected);
    if (side->differs) {
        put_padded(out, side->actual, w->actual);
    }
    moot_buf_printf(out, "%s\n", side->differs ? "differs" : side->actual);
}

/* One below the other, where they do not fit side by side. */
static void put_stacked(const moot_scenario_side *side, const widths *w, moot_buf *out)
{
    moot_buf_str(out, "    ");
    put_padded(out, side->field, w->field);
    moot_buf_printf(out, "expected  %s\n    ", side->expected);
    put_padded(out, "", w->field);
    moot_buf_printf(out, "actual    %s%s\n", side->actual, side->differs ? "  differs" : "");
}

static void put_sides(const moot_scenario_failure *f, moot_buf *out)
{
    static const moot_scenario_side head = { "", "expected", "actual", 0 };
    widths w = { 0, strlen("expected"), strlen("actual") };
    for (int32_t i = 0; i < f->side_count; i++) {
        w.field = wider(w.field, f->sides[i].field);
        w.expected = wider(w.expected, f->sides[i].expected);
        w.actual = wider(w.actual, f->sides[i].actual);
    }
    int fit = w.field + w.expected + w.actual < SIDES_WIDTH;
    if (fit) {
        put_row(&head, &w, out);
    }
    for (int32_t i = 0; i < f->side_count; i++) {
        (fit ? put_row : put_stacked)(&f->sides[i], &w, out);
    }
}

/* "as expected under south-2026; not under north-2026 either" */
static void put_others(const moot_scenario_failure *f, moot_buf *out)
{
    for (int32_t i = 0; i < f->other_count; i++) {
        const moot_scenario_other *other = &f->others[i];
        moot_buf_str(out, i == 0 ? "    elsewhere: " : "; ");
        moot_buf_printf(out, other->as_expected ? "as expected under %s" : "not under %s either",
                        other->protocol);
    }
    moot_buf_str(out, f->other_count ? "\n" : "");
}

static void put_indented(const char *lines, moot_buf *out)
{
    while (*lines) {
        size_t len = strcspn(lines, "\n");
        moot_buf_str(out, "      ");
        moot_buf_add(out, lines, len);
        moot_buf_char(out, '\n');
        lines += len + (lines[len] == '\n');
    }
}

/* The same reasons are told once for a scenario; the line of the failure that has them stands
 * for them after that. */
static int told_at(const moot_scenario_failure *list, int32_t n)
{
    for (int32_t i = 0; i < n; i++) {
        if (strcmp(list[i].why, list[n].why) == 0) {
            return list[i].line;
        }
    }
    return 0;
}

static void put_failure(const char *path, const moot_scenario_failure *list, int32_t n,
                        moot_buf *out)
{
    const moot_scenario_failure *f = &list[n];
    moot_buf_printf(out, "  %s:%d:", path, f->line);
    if (f->col > 0) {
        moot_buf_printf(out, "%d:", f->col);
    }
    moot_buf_printf(out, " %s\n", f->message);
    if (f->side_count) {
        put_sides(f, out);
    }
    put_others(f, out);
    int told = f->why[0] ? told_at(list, n) : 0;
    if (told) {
        moot_buf_printf(out, "    why: as for line %d\n", told);
    } else if (f->why[0]) {
        moot_buf_printf(out, "    why%s%s:\n", f->now[0] ? ", as of " : "", f->now);
        put_indented(f->why, out);
    }
}

static void put_trial(const char *path, const moot_scenario_trial *t, int quiet, moot_buf *out)
{
    if (t->passed && quiet) {
        return;
    }
    moot_buf_printf(out, "%s  %s%s%s%s\n", t->passed ? "ok    " : "failed", t->scenario,
                    t->protocol[0] ? " [" : "", t->protocol, t->protocol[0] ? "]" : "");
    for (int32_t i = 0; i < t->failure_count; i++) {
        put_failure(path, t->failures, i, out);
    }
}

/* ---- telling, for programs ---- */

static void json_lines(const char *lines, moot_buf *out)
{
    moot_buf line;
    moot_buf_init(&line);
    for (int first = 1; *lines; first = 0) {
        size_t len = strcspn(lines, "\n");
        moot_buf_clear(&line);
        moot_buf_add(&line, lines, len);
        moot_buf_str(out, first ? "" : ",");
        moot_buf_json(out, moot_buf_text(&line));
        out->failed |= line.failed;
        lines += len + (lines[len] == '\n');
    }
    moot_buf_done(&line);
}

static void json_failure(const moot_scenario_failure *f, moot_buf *out)
{
    moot_buf_printf(out, "{\"line\":%d,\"col\":%d,\"message\":", f->line, f->col);
    moot_buf_json(out, f->message);
    moot_buf_str(out, ",\"now\":");
    if (f->now[0]) {
        moot_buf_json(out, f->now);
    } else {
        moot_buf_str(out, "null");
    }
    moot_buf_str(out, ",\"fields\":[");
    for (int32_t i = 0; i < f->side_count; i++) {
        moot_buf_str(out, i ? ",{\"field\":" : "{\"field\":");
        moot_buf_json(out, f->sides[i].field);
        moot_buf_str(out, ",\"expected\":");
        moot_buf_json(out, f->sides[i].expected);
        moot_buf_str(out, ",\"actual\":");
        moot_buf_json(out, f->sides[i].actual);
        moot_buf_printf(out, ",\"differs\":%s}", f->sides[i].differs ? "true" : "false");
    }
    moot_buf_str(out, "],\"why\":[");
    json_lines(f->why, out);
    moot_buf_str(out, "],\"others\":[");
    for (int32_t i = 0; i < f->other_count; i++) {
        moot_buf_str(out, i ? ",{\"protocol\":" : "{\"protocol\":");
        moot_buf_json(out, f->others[i].protocol);
        moot_buf_printf(out, ",\"as_expected\":%s}", f->others[i].as_expected ? "true" : "false");
    }
    moot_buf_str(out, "]}");
}

static void json_failures(const moot_scenario_failure *list, int32_t count, moot_buf *out)
{
    moot_buf_str(out, ",\"failures\":[");
    for (int32_t i = 0; i < count; i++) {
        moot_buf_str(out, i ? "," : "");
        json_failure(&list[i], out);
    }
    moot_buf_str(out, "]}\n");
}

static void json_trial(const char *path, const moot_scenario_trial *t, moot_buf *out)
{
    moot_buf_str(out, "{\"file\":");
    moot_buf_json(out, path);
    moot_buf_str(out, ",\"scenario\":");
    moot_buf_json(out, t->scenario);
    moot_buf_printf(out, ",\"line\":%d,\"protocol\":", t->line);
    moot_buf_json(out, t->protocol);
    moot_buf_str(out, ",\"clauses\":[");
    for (int32_t i = 0; i < t->clause_count; i++) {
        moot_buf_str(out, i ? "," : "");
        moot_buf_json(out, t->clauses[i]);
    }
    moot_buf_printf(out, "],\"passed\":%s,\"expectations\":%" PRId32, t->passed ? "true" : "false",
                    t->expectations);
    json_failures(t->failures, t->failure_count, out);
}

/* ---- a file ---- */

/* What is wrong with a file as a whole: no scenario is to blame. */
static void tell_file(const test *t, const moot_scenario_file *file, moot_buf *out)
{
    static const moot_scenario_failure empty = {
        .line = 1, .message = "the file holds no scenario", .now = "", .why = ""
    };
    const moot_scenario_failure *list = file->failures;
    int32_t count = file->failure_count;
    if (!count && !file->trial_count && !file->errs.count) {
        list = &empty;
        count = 1;
    }
    if (count && t->app->say.json) {
        moot_buf_str(out, "{\"file\":");
        moot_buf_json(out, file->path);
        moot_buf_str(out, ",\"scenario\":null,\"passed\":false");
        json_failures(list, count, out);
        return;
    }
    for (int32_t i = 0; i < count; i++) {
        moot_buf_str(out, i ? "" : "failed  outside any scenario\n");
        put_failure(file->path, list, i, out);
    }
}

static void count_file(test *t, const moot_scenario_file *file)
{
    int64_t failed = 0;
    for (int32_t i = 0; i < file->trial_count; i++) {
        failed += !moot_scenario_trial_at(file, i)->passed;
    }
    t->passed += file->trial_count - failed; /* before the file's own */
    if (!failed && (file->errs.count || file->failure_count || !file->trial_count)) {
        failed = 1; /* what ails the whole file is one failure, unless a scenario bears it */
    }
    t->failed += failed;
}

static void tell(test *t, const moot_scenario_file *file)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_say_findings(&t->app->say, &file->errs, file->path, 0);
    tell_file(t, file, &out);
    for (int32_t i = 0; i < file->trial_count; i++) {
        if (t->app->say.json) {
            json_trial(file->path, moot_scenario_trial_at(file, i), &out);
        } else {
            put_trial(file->path, moot_scenario_trial_at(file, i), t->app->say.quiet, &out);
        }
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
}

static moot_code run_file(test *t, const char *path, moot_err *err)
{
    if (!moot_cmd_exists(t->app, path)) {
        t->failed++;
        return MOOT_OK;
    }
    if (!moot_grow((void **)&t->files, &t->cap, (size_t)t->count + 1, sizeof *t->files)) {
        return moot_fail_memory(err);
    }
    moot_scenario_file *file = NULL;
    if (moot_scenario_run(path, t->library, &file, err)) {
        return err->code;
    }
    t->files[t->count++] = file;
    tell(t, file);
    count_file(t, file);
    return MOOT_OK;
}

/* ---- the store ---- */

static moot_code hash_files(const test *t, char hex[65], moot_err *err)
{
    moot_sha *sha = moot_sha_new();
    moot_code code = sha ? MOOT_OK : moot_fail_memory(err);
    for (int32_t i = 0; i < t->count && !code; i++) {
        moot_buf text;
        moot_buf_init(&text);
        code = moot_file_read(t->files[i]->path, SCRIPT_LIMIT, &text, err);
        moot_sha_str(sha, moot_buf_text(&text));
        moot_buf_done(&text);
    }
    if (sha) {
        moot_sha_take(sha, hex);
    }
    return code;
}

/* Trials that left a case, of all files. */
typedef struct kept {
    const test *t;
    const moot_scenario_trial **trials; /* owned */
    size_t cap;
    int64_t count;
    moot_store *store;
    char sha[65];
} kept;

static moot_code keep_trials(kept *k, moot_err *err)
{
    for (int32_t i = 0; i < k->t->count; i++) {
        for (int32_t n = 0; n < k->t->files[i]->trial_count; n++) {
            const moot_scenario_trial *trial = moot_scenario_trial_at(k->t->files[i], n);
            if (!trial->c) {
                continue;
            }
            if (!moot_grow((void **)&k->trials, &k->cap, (size_t)k->count + 1, sizeof *k->trials)) {
                return moot_fail_memory(err);
            }
            k->trials[k->count++] = trial;
        }
    }
    return MOOT_OK;
}

/* Is there an earlier trial of the same protocol, and of the same name if one is given? */
static int has_earlier(const kept *k, int64_t n, const char *name)
{
    for (int64_t i = 0; i < n; i++) {
        if (k->trials[i]->compiled == k->trials[n]->compiled &&
            (!name || strcmp(k->trials[i]->scenario, name) == 0)) {
            return 1;
        }
    }
    return 0;
}

/* All cases of the n-th trial's protocol, in the order of the files. A store keeps one case a
 * name. */
static moot_code put_cases(const kept *k, int64_t run, int64_t n, moot_err *err)
{
    const moot_protocol *protocol = k->trials[n]->compiled;
    int64_t count = 0;
    for (; n < k->count; n++) {
        const moot_scenario_trial *trial = k->trials[n];
        if (trial->compiled != protocol) {
            continue;
        }
        if (has_earlier(k, n, trial->scenario)) {
            moot_say_note(&k->t->app->say, "not stored: two scenarios under %s are called \"%s\"",
                          protocol->id, trial->scenario);
            continue;
        }
        if (moot_store_put_case(k->store, run, trial->c, err)) {
            return err->code;
        }
        count++;
    }
    return moot_store_run_end(k->store, run, count, err);
}

static moot_code put_protocol(const kept *k, int64_t n, moot_err *err)
{
    const moot_scenario_trial *trial = k->trials[n];
    int64_t run = 0;
    moot_cmd_texts texts;
    if (!moot_cmd_texts_read(trial->path, trial->compiled, &texts, err)) {
        moot_run_info info = {
            .protocol = trial->compiled,
            .sources = texts.list,
            .source_count = texts.count,
            .caseload = "scenarios",
            .caseload_sha = k->sha,
            .as_of = MOOT_NEVER,
            .law_as_at = MOOT_DAY_MIN,
            .oracle = "asked",
            .moot = moot_about_number(),
            .options = "",
        };
        if (!moot_store_run_begin(k->store, &info, &run, err)) {
            put_cases(k, run, n, err);
        }
    }
    moot_cmd_texts_done(&texts);
    return err->code;
}

static moot_code put_all(const test *t, moot_err *err)
{
    kept k = { .t = t };
    const char *path = moot_cli_text(&t->app->cli, "store");
    if (!path) {
        return MOOT_OK;
    }
    moot_code code = keep_trials(&k, err);
    code = code ? code : hash_files(t, k.sha, err);
    code = code ? code : moot_store_open(path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &k.store, err);
    for (int64_t n = 0; !code && n < k.count; n++) {
        if (!has_earlier(&k, n, NULL)) {
            code = put_protocol(&k, n, err);
        }
    }
    moot_store_close(k.store);
    moot_free(k.trials);
    return code;
}

/* ---- the command ---- */

static moot_code run_files(test *t, moot_err *err)
{
    const char *path;
    for (size_t i = 0; (path = moot_cli_nth(&t->app->cli, "file", i)) != NULL; i++) {
        if (*moot_stop_flag()) {
            return moot_fail(err, MOOT_EINTR, "stopped");
        }
        if (run_file(t, path, err)) {
            return err->code;
        }
    }
    return put_all(t, err);
}

void moot_cmd_test(moot_app *app)
{
    test t = { .app = app };
    moot_err err;
    moot_err_init(&err);
    app->say.answers = !app->say.json;
    moot_cmd_script variant = { .variant = NULL };
    int wanted = moot_cli_text(&app->cli, "variant") != NULL;
    if (wanted && moot_cmd_variant(app, &variant)) {
        return; /* there is no such file: told */
    }
    if (!moot_scenario_library_new(moot_cli_text(&app->cli, "stdlib"), &t.library, &err)) {
        if (wanted) {
            moot_scenario_library_variant(t.library, variant.path, variant.variant);
        }
        run_files(&t, &err);
    }
    if (wanted && !err.code && !moot_scenario_library_varied(t.library)) {
        (void)moot_fail(&err, MOOT_EDATA, "no scenario is run under the protocol whose variants these are");
        (void)moot_err_at(&err, variant.path, 0, 0);
    }
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    if (t.failed) {
        moot_say_raise(&app->say, moot_code_status(MOOT_ENO));
    }
    if (!app->say.json) {
        printf("%" PRId64 " passed, %" PRId64 " failed\n", t.passed, t.failed);
    }
    for (int32_t i = 0; i < t.count; i++) {
        moot_scenario_file_free(t.files[i]);
    }
    moot_free(t.files);
    moot_scenario_library_free(t.library);
}
