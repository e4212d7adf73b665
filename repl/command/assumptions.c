#include "repl/command/assumptions.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lua/assume/assume.h"
#include "lua/load/load.h"

/* ---- what is missing ---- */

/* The file of a declaration as its reader would open it: beside the script, or a module's name. */
static void place_of(const moot_decl *decl, const char *protocol_path, moot_buf *out)
{
    const char *slash = strrchr(protocol_path, '/');
    int folder = slash && decl->file[0] != '/' && strncmp(decl->file, "stdlib/", 7) != 0 ? (int)(slash - protocol_path) + 1 : 0;
    moot_buf_printf(out, "%.*s%s", folder, protocol_path, decl->file);
}

static void tell_gap(const moot_app *app, const moot_assume_gap *gap, const moot_protocol *protocol, const char *protocol_path,
                     moot_buf *out)
{
    moot_buf place;
    moot_buf_init(&place);
    place_of(gap->decl, protocol_path, &place);
    if (app->say.json) {
        moot_buf_str(out, "{\"missing\":{\"protocol\":");
        moot_buf_json(out, protocol->id);
        moot_buf_str(out, ",\"what\":");
        moot_buf_json(out, gap->what);
        moot_buf_str(out, ",\"why\":");
        moot_buf_json(out, gap->why);
        moot_buf_str(out, ",\"add\":");
        moot_buf_json(out, gap->line);
        moot_buf_str(out, ",\"file\":");
        moot_buf_json(out, moot_buf_text(&place));
        moot_buf_printf(out, ",\"line\":%" PRId32 "}}\n", gap->decl->line);
    } else {
        moot_buf_printf(out, "%s:%" PRId32 ": nothing is assumed of %s: %s; add, with your own figures:\n  %s\n",
                        moot_buf_text(&place), gap->decl->line, gap->what, gap->why, gap->line);
    }
    moot_buf_done(&place);
}

/* Variants lack mostly the same: a line that was told is not told again. */
static int is_told(moot_names *told, const char *line)
{
    size_t before = told->count;
    return moot_names_add(told, line) >= 0 && told->count == before;
}

static size_t tell_missing(moot_app *app, const moot_assume *assume, const char *protocol_path, moot_names *told)
{
    moot_assume_gaps gaps;
    moot_err err;
    moot_buf out;
    size_t count = 0;
    moot_err_init(&err);
    moot_buf_init(&out);
    if (moot_assume_missing(assume, &gaps, &err)) {
        moot_say_error(&app->say, &err);
    }
    for (int32_t i = 0; i < gaps.count && !err.code; i++) {
        if (!is_told(told, gaps.list[i].line)) {
            tell_gap(app, &gaps.list[i], assume->protocol, protocol_path, &out);
            count++;
        }
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
    moot_assume_gaps_done(&gaps);
    return count;
}

/* ---- the file ---- */

static int32_t count_assumed(const moot_assume *assume)
{
    int32_t count = 0;
    for (int32_t i = 0; i < assume->rows_count; i++) {
        count += strcmp(assume->rows[i].source, "assumed") == 0;
    }
    return count;
}

static void tell_file(const moot_app *app, const char *path, const moot_assume *assume, const moot_assumptions_count *count)
{
    if (app->say.json) {
        moot_buf out;
        moot_buf_init(&out);
        moot_buf_str(&out, "{\"file\":");
        moot_buf_json(&out, path);
        moot_buf_str(&out, ",\"protocol\":");
        moot_buf_json(&out, assume->protocol->id);
        moot_buf_printf(&out, ",\"hash\":\"%s\",\"assumptions\":%" PRId32 ",\"assumed\":%" PRId32 ",\"errors\":%zu,\"missing\":%zu}\n",
                        assume->hash, assume->rows_count, count_assumed(assume), count->errors, count->missing);
        moot_say_buf(&out);
        moot_buf_done(&out);
    } else if (!app->say.quiet && count->missing == 0) {
        printf("%s: ok (%.12s: %" PRId32 " assumption%s for %s, %" PRId32 " of them without a source)\n", path, assume->hash,
               assume->rows_count, assume->rows_count == 1 ? "" : "s", assume->protocol->id, count_assumed(assume));
    } else if (!app->say.quiet) {
        printf("%s: %zu thing%s missing for a modelled run of %s\n", path, count->missing, count->missing == 1 ? " is" : "s are",
               assume->protocol->id);
    }
}

/* One protocol; of variants only what the baseline has not is told anew. */
static moot_code check_one(moot_app *app, const moot_script *script, const char *path, const char *protocol_path,
                           const moot_protocol *protocol, const moot_protocol *baseline, moot_names *told,
                           moot_assumptions_count *count)
{
    moot_errs errs;
    moot_assume *assume = NULL;
    moot_assumptions_count own = { 0, 0 };
    moot_errs_init(&errs, 0);
    moot_code code = moot_assume_bind(script, protocol, baseline, &assume, &errs);
    own.errors = moot_say_findings(&app->say, &errs, path, 0);
    if (assume) {
        own.missing = tell_missing(app, assume, protocol_path, told);
        if (!baseline || own.missing) {
            tell_file(app, path, assume, &own);
        }
    }
    count->errors += own.errors;
    count->missing += own.missing;
    moot_assume_free(assume);
    moot_errs_done(&errs);
    return code;
}

moot_assumptions_count moot_assumptions_check(moot_app *app, const char *path, const char *protocol_path, const moot_variants *all)
{
    moot_load_options options = { .stdlib_dir = moot_cli_text(&app->cli, "stdlib") };
    moot_assumptions_count count = { 0, 0 };
    moot_script *script = NULL;
    moot_errs errs;
    moot_names told;
    int status = app->say.status;
    if (!moot_cmd_exists(app, path)) {
        count.errors = 1;
        return count;
    }
    moot_errs_init(&errs, 0);
    moot_names_init(&told);
    moot_code code = moot_script_load(path, &options, &script, &errs);
    count.errors += moot_say_findings(&app->say, &errs, path, 0);
    if (!code) {
        code = check_one(app, script, path, protocol_path, all->baseline, NULL, &told, &count);
    }
    for (int32_t i = 0; !code && i < all->count; i++) {
        code = moot_cmd_unfold(app, all->list[i]);
        if (!code) {
            code = check_one(app, script, path, protocol_path, all->list[i], all->baseline, &told, &count);
            moot_protocol_fold(all->list[i]);
        }
    }
    app->say.status = status; /* findings are the answer; only what stopped the work is a status of its own */
    if (code && code != MOOT_EDATA) {
        moot_say_raise(&app->say, moot_code_status(code));
    }
    moot_script_free(script);
    moot_errs_done(&errs);
    moot_names_done(&told);
    return count;
}
