/* moot check: compiles protocols and tells what is wrong with them. Findings are the answer, so
 * they go to standard output. Warnings are findings too: the status is 1. With --quiet the findings
 * are told, not the counts. */
#include <inttypes.h>
#include <stdio.h>

#include "lua/compile.h"
#include "repl/cmd.h"
#include "repl/term.h"
#include "repl/watch.h"

#define MOST_WATCHED 64

/* What was found in one file, or in all. */
typedef struct tally {
    size_t errors, warnings;
} tally;

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void tell_count(const char *path, tally found)
{
    printf("%s: %zu error%s, %zu warning%s\n", path, found.errors, plural(found.errors),
           found.warnings, plural(found.warnings));
}

static int32_t outcome_count(const moot_protocol *p)
{
    int32_t count = 0;
    for (int32_t i = 0; i < p->stages_count; i++) {
        count += p->stages[i].outcomes.count;
    }
    return count;
}

static void tell_good(const char *path, const moot_protocol *p)
{
    printf("%s: ok (%s: %" PRId32 " stages, %" PRId32 " outcomes, %" PRId32
           " deadlines and acts)\n",
           path, p->id, p->stages_count, outcome_count(p), p->clocks_count);
}

static void tell_json(const char *path, tally found, const moot_protocol *p)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_buf_str(&out, "{\"file\":");
    moot_buf_json(&out, path);
    moot_buf_str(&out, ",\"protocol\":");
    if (p) {
        moot_buf_json(&out, p->id);
        moot_buf_printf(&out, ",\"hash\":\"%s\"", p->hash);
    } else {
        moot_buf_str(&out, "null,\"hash\":null");
    }
    moot_buf_printf(&out, ",\"errors\":%zu,\"warnings\":%zu}\n", found.errors, found.warnings);
    moot_say_buf(&out);
    moot_buf_done(&out);
}

static void tell(const moot_app *app, const char *path, tally found, const moot_protocol *protocol)
{
    if (app->say.json) {
        tell_json(path, found, protocol);
    } else if (app->say.quiet) {
        return;
    } else if (!found.errors && !found.warnings && protocol) {
        tell_good(path, protocol);
    } else {
        tell_count(path, found);
    }
}

/* A finding is the answer "no"; what stopped the compiler (a limit, no such file) has a status of
 * its own. */
static int status_of(moot_code code, tally found)
{
    if (code == MOOT_EDATA || code == MOOT_ENO || code == MOOT_OK) {
        return found.errors + found.warnings ? moot_code_status(MOOT_ENO) : 0;
    }
    return moot_code_status(code);
}

static tally check_file(moot_app *app, const char *path)
{
    moot_errs errs, warnings;
    moot_protocol *protocol = NULL;
    if (!moot_cmd_exists(app, path)) {
        tally missing = { 1, 0 };
        return missing;
    }
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    moot_code code =
        moot_protocol_load(path, moot_cli_text(&app->cli, "stdlib"), &protocol, &errs, &warnings);
    int status = app->say.status;
    tally found = { moot_say_findings(&app->say, &errs, path, 0),
                    moot_say_findings(&app->say, &warnings, path, 1) };
    app->say.status = status;
    moot_say_raise(&app->say, status_of(code, found));
    tell(app, path, found, protocol);
    moot_protocol_free(protocol);
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return found;
}

static void check_all(moot_app *app)
{
    tally all = { 0, 0 };
    size_t files = 0;
    for (const char *path; (path = moot_cli_nth(&app->cli, "protocol", files)) != NULL; files++) {
        tally found = check_file(app, path);
        all.errors += found.errors;
        all.warnings += found.warnings;
    }
    if (files > 1 && !app->say.json && !app->say.quiet) {
        printf("%zu files: %zu error%s, %zu warning%s\n", files, all.errors, plural(all.errors),
               all.warnings, plural(all.warnings));
    }
    (void)fflush(stdout); /* one who watches waits for it; what could not be written is told at the end */
}

/* --watch: checks again after each save, until Ctrl-C. What was found meanwhile is told, and is not the status. */
static void check_saves(moot_app *app)
{
    const char *paths[MOST_WATCHED];
    size_t count = 0;
    moot_watch watch;
    while (count < MOST_WATCHED && (paths[count] = moot_cli_nth(&app->cli, "protocol", count)) != NULL) {
        count++;
    }
    moot_watch_begin(&watch, paths, count, moot_cli_text(&app->cli, "stdlib"));
    check_all(app);
    if (app->say.status > moot_code_status(MOOT_ENO)) { /* there is no such file, say */
        return;
    }
    moot_say_note(&app->say, "Checking again after each save; Ctrl-C leaves.");
    while (moot_watch_wait(&watch)) {
        check_all(app);
    }
    moot_say_raise(&app->say, moot_code_status(MOOT_EINTR));
}

void moot_cmd_check(moot_app *app)
{
    app->say.answers = 1;
    app->say.colour = moot_term_colour(stdout, moot_cli_flag(&app->cli, "no-color"));
    if (moot_cli_flag(&app->cli, "watch")) {
        check_saves(app);
    } else {
        check_all(app);
    }
}
