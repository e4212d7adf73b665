/* moot check: compiles protocols, analyses them, and tells what is wrong with them. Findings are the
 * answer, so they go to standard output. Warnings are findings too: the status is 1. With --quiet
 * the findings are told, not the counts. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "lua/helper/helper.h"
#include "repl/cli/cmd.h"
#include "repl/cli/term.h"
#include "repl/cli/watch.h"
#include "repl/command/assumptions.h"
#include "repl/command/findings.h"

#define MOST_WATCHED 64

typedef struct script_path {
    char text[4096];
} script_path;

/* The path of what was named: "luton" is one of protocols/. */
static const char *path_of(const char *given, script_path *own)
{
    return moot_cmd_script_path(given, own->text, sizeof own->text) ? own->text : given;
}

/* What was found in one file, or in all. */
typedef struct tally {
    size_t errors, warnings;   /* of the compiler */
    size_t findings, expected; /* of the checker: not marked as expected, and marked */
    size_t assumptions;        /* mistakes of the assumptions file, and what it lacks */
} tally;

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void tell_counts(tally found)
{
    printf("%zu error%s, %zu warning%s", found.errors, plural(found.errors), found.warnings,
           plural(found.warnings));
    if (found.findings || found.expected) {
        printf(", %zu finding%s", found.findings, plural(found.findings));
    }
    if (found.expected) {
        printf(", %zu more marked as expected", found.expected);
    }
    putchar('\n');
}

static int32_t outcome_count(const moot_protocol *p)
{
    int32_t count = 0;
    for (int32_t i = 0; i < p->stages_count; i++) {
        count += p->stages[i].outcomes.count;
    }
    return count;
}

static void tell_good(const char *path, tally found, const moot_protocol *p)
{
    printf("%s: ok (%s: %" PRId32 " stages, %" PRId32 " outcomes, %" PRId32 " deadlines and acts",
           path, p->id, p->stages_count, outcome_count(p), p->clocks_count);
    if (found.expected) {
        printf("; %zu finding%s marked as expected", found.expected, plural(found.expected));
    }
    puts(")");
    moot_cmd_law_note(p);
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
    moot_buf_printf(&out, ",\"errors\":%zu,\"warnings\":%zu,\"findings\":%zu,\"expected\":%zu",
                    found.errors, found.warnings, found.findings, found.expected);
    if (p) {
        moot_cmd_law_json(p, &out);
    }
    moot_buf_str(&out, "}\n");
    moot_say_buf(&out);
    moot_buf_done(&out);
}

static void tell(const moot_app *app, const char *path, tally found, const moot_protocol *protocol)
{
    if (app->say.json) {
        tell_json(path, found, protocol);
    } else if (app->say.quiet) {
        return;
    } else if (!found.errors && !found.warnings && !found.findings && protocol) {
        tell_good(path, found, protocol);
    } else {
        printf("%s: ", path);
        tell_counts(found);
        if (protocol) {
            moot_cmd_law_note(protocol);
        }
    }
}

/* Of a file of variants: each with its hash, by which a result knows it. */
static void tell_variants(moot_app *app, const char *path, tally found, const moot_variants *all)
{
    if (app->say.quiet) {
        return;
    }
    for (int32_t i = 0; i < all->count && app->say.json && !moot_cmd_unfold(app, all->list[i]); i++) {
        tell_json(path, found, all->list[i]);
        moot_protocol_fold(all->list[i]);
    }
    if (!app->say.json && found.errors + found.warnings + found.findings) {
        printf("%s: ", path);
        tell_counts(found);
    } else if (!app->say.json) {
        printf("%s: ok (%" PRId32 " variant%s of %s)\n", path, all->count, plural((size_t)all->count), all->baseline->id);
    }
    for (int32_t i = 0; i < all->count && !app->say.json; i++) {
        printf("  %.12s  %s\n", all->list[i]->hash, all->list[i]->id + strlen(all->baseline->id) + 3);
    }
}

/* A finding is the answer "no"; what stopped the compiler (a limit, no such file) has a status of
 * its own. */
static int status_of(moot_code code, tally found)
{
    if (code == MOOT_EDATA || code == MOOT_ENO || code == MOOT_OK) {
        return found.errors + found.warnings + found.findings + found.assumptions ? moot_code_status(MOOT_ENO) : 0;
    }
    return moot_code_status(code);
}

/* A check, and the script whose helpers it calls. */
typedef struct looked {
    moot_load_options load;
    moot_helper_script helpers;
    moot_check *check;
} looked;

/* What a compiled protocol is found wanting in; `variant`: of a file of variants, NULL: none. `kept` is what other checks
 * left; NULL: nothing. Done in any case. */
static moot_code look(moot_app *app, const char *path, const char *variant,
                      const moot_protocol *protocol, moot_check_kept *kept, looked *out)
{
    moot_err err;
    moot_err_init(&err);
    memset(&out->load, 0, sizeof out->load);
    out->load.stdlib_dir = moot_cli_text(&app->cli, "stdlib");
    out->load.variant = variant;
    out->check = NULL;
    moot_helper_script_init(&out->helpers, path, &out->load);
    moot_check_options options = { .helpers = &out->helpers.host, .kept = kept };
    moot_code code = moot_check_new(protocol, &options, &out->check, &err);
    if (code) {
        moot_err_at(&err, path, 0, 0);
        moot_say_error(&app->say, &err);
    }
    return code;
}

static void look_done(looked *l)
{
    moot_check_free(l->check);
    moot_helper_script_done(&l->helpers);
}

static void count_in(moot_findings_count count, tally *found)
{
    found->findings += count.findings;
    found->expected += count.expected;
}

static moot_code analyse(moot_app *app, const char *path, const moot_protocol *protocol,
                         moot_check_kept *kept, tally *found)
{
    looked own;
    moot_code code = look(app, path, NULL, protocol, kept, &own);
    if (!code) {
        count_in(moot_findings_tell(&app->say, path, protocol, own.check), found);
    }
    look_done(&own);
    return code;
}

/* What is wrong with a variant and not with its baseline, which is checked by its own name. */
static moot_code analyse_variants(moot_app *app, const char *path, const moot_variants *all,
                                  moot_check_kept *kept, tally *found)
{
    size_t head = strlen(all->baseline->id) + 3; /* "stockport-2018 / weekly panel" */
    looked base, own;
    moot_code code = look(app, path, NULL, all->baseline, kept, &base);
    for (int32_t i = 0; i < all->count && !code; i++) {
        const moot_protocol *p = all->list[i];
        if (moot_protocol_same(p, all->baseline)) {
            continue;
        }
        if ((code = moot_cmd_unfold(app, p)) != MOOT_OK) {
            break;
        }
        code = look(app, path, p->id + head, p, kept, &own);
        if (!code) {
            count_in(
                moot_findings_tell_variant(&app->say, path, p, own.check, base.check), found);
        }
        look_done(&own);
        moot_protocol_fold(p);
    }
    look_done(&base);
    return code;
}

/* Checks one protocol and tells all that is found; raises the status. */
static tally check_file(moot_app *app, const char *given, moot_check_kept *kept)
{
    moot_errs errs, warnings;
    moot_variants all;
    script_path own;
    const char *path = path_of(given, &own);
    if (!moot_cmd_exists(app, path)) {
        tally missing = { .errors = 1 };
        return missing;
    }
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    moot_code code =
        moot_variants_load(path, moot_cli_text(&app->cli, "stdlib"), &all, &errs, &warnings);
    int status = app->say.status;
    tally found = { .errors = moot_say_findings(&app->say, &errs, path, 0),
                    .warnings = moot_say_findings(&app->say, &warnings, path, 1) };
    app->say.status = status;
    if (all.baseline && !code) {
        code = all.list ? analyse_variants(app, path, &all, kept, &found)
                        : analyse(app, path, all.baseline, kept, &found);
    }
    if (all.list) {
        tell_variants(app, path, found, &all);
    } else {
        tell(app, path, found, all.baseline);
    }
    const char *assume = moot_cli_text(&app->cli, "assume");
    if (assume && all.baseline) {
        moot_assumptions_count count = moot_assumptions_check(app, assume, path, &all);
        found.assumptions = count.errors + count.missing;
    }
    moot_say_raise(&app->say, status_of(code, found));
    moot_variants_done(&all);
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return found;
}

int moot_cmd_check_one(moot_app *app, const char *path)
{
    int status = app->say.status, answers = app->say.answers;
    app->say.answers = 1;
    moot_check_kept *kept = moot_check_kept_new(); /* NULL: it only takes longer */
    tally found = check_file(app, path, kept);
    moot_check_kept_free(kept);
    app->say.status = status;
    app->say.answers = answers;
    (void)fflush(stdout);
    return found.errors == 0;
}

static void check_all(moot_app *app, moot_check_kept *kept)
{
    tally all = { 0 };
    size_t files = 0;
    for (const char *path; (path = moot_cli_nth(&app->cli, "protocol", files)) != NULL; files++) {
        tally found = check_file(app, path, kept);
        all.errors += found.errors;
        all.warnings += found.warnings;
        all.findings += found.findings;
        all.expected += found.expected;
    }
    if (files > 1 && !app->say.json && !app->say.quiet) {
        printf("%zu files: ", files);
        tell_counts(all);
    }
    (void)fflush(stdout); /* one who watches waits for it; what could not be written is told at the end */
}

/* --watch: checks again after each save, until Ctrl-C. What was found meanwhile is told, and is not the status. */
static void check_saves(moot_app *app, moot_check_kept *kept)
{
    const char *paths[MOST_WATCHED];
    script_path *own = moot_calloc(MOST_WATCHED, sizeof *own);
    size_t count = 0;
    moot_watch watch;
    if (!own) {
        moot_err err;
        moot_err_init(&err);
        moot_fail_memory(&err);
        moot_say_error(&app->say, &err);
        return;
    }
    while (count < MOST_WATCHED - 1 && (paths[count] = moot_cli_nth(&app->cli, "protocol", count)) != NULL) {
        paths[count] = path_of(paths[count], &own[count]);
        count++;
    }
    if ((paths[count] = moot_cli_text(&app->cli, "assume")) != NULL) {
        count++;
    }
    moot_watch_begin(&watch, paths, count, moot_cli_text(&app->cli, "stdlib"), NULL);
    check_all(app, kept);
    if (app->say.status <= moot_code_status(MOOT_ENO)) { /* else there is no such file, say */
        moot_say_note(&app->say, "Checking again after each save; Ctrl-C leaves.");
        while (moot_watch_wait(&watch)) {
            check_all(app, kept);
        }
        moot_say_raise(&app->say, moot_code_status(MOOT_EINTR));
    }
    moot_free(own);
}

void moot_cmd_check(moot_app *app)
{
    app->say.answers = 1;
    app->say.colour = moot_term_colour(stdout, moot_cli_flag(&app->cli, "no-color"));
    moot_check_kept *kept = moot_check_kept_new(); /* NULL: it only takes longer */
    if (moot_cli_flag(&app->cli, "watch")) {
        check_saves(app, kept);
    } else {
        check_all(app, kept);
    }
    moot_check_kept_free(kept);
}
