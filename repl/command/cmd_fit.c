/* moot fit: assumptions estimated from the cases of a store's newest run (vm/run/fit.h), and how well they fit. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/cmd.h"
#include "repl/cli/put.h"
#include "repl/cli/stored.h"
#include "vm/base/disclose.h"
#include "vm/run/fit.h"

typedef struct fitting {
    moot_app *app;
    moot_store *store;
    moot_protocol *protocol;
    moot_fit *fit;
    moot_buf rows; /* what is told of how well it fits */
    moot_err *err;
} fitting;

/* ---- the cases ---- */

/* The protocol is compiled once, of the first case. */
static moot_code open_protocol(fitting *f, const moot_store_found *found, moot_err *err)
{
    if (f->protocol) {
        return MOOT_OK;
    }
    if (found->source_count < 1) {
        return moot_fail(err, MOOT_ESTORE, "the store keeps no script for the protocol %s", found->protocol);
    }
    moot_code code = moot_stored_protocol(f->app, found->protocol, found->sources, found->source_count, found->options,
                                          &f->protocol);
    return code ? code : moot_fit_new(f->protocol, &f->fit, err);
}

static int add_case(void *user, int64_t run, const char *id, const char *status)
{
    fitting *f = user;
    moot_err *err = f->err;
    moot_arena arena;
    moot_store_found found;
    moot_loaded loaded;
    moot_case c;
    if (strcmp(status, "failed") == 0) {
        return 0;
    }
    if (*moot_stop_flag()) {
        return (int)moot_fail(err, MOOT_EINTR, "stopped; nothing was written");
    }
    moot_arena_init(&arena);
    moot_loaded_init(&loaded);
    moot_case_init(&c);
    moot_code code = moot_store_find_case(f->store, run, id, &arena, &found, err);
    code = code ? code : open_protocol(f, &found, err);
    code = code ? code : moot_store_load_case(f->store, &found, f->protocol, &loaded, err);
    code = code ? code : moot_loaded_replay(&loaded, f->protocol, &c, err);
    code = code ? code : moot_fit_add(f->fit, &c, err);
    moot_case_done(&c);
    moot_loaded_done(&loaded);
    moot_arena_done(&arena);
    return code != MOOT_OK;
}

static moot_code read_cases(fitting *f, const char *path, moot_err *err)
{
    moot_err listing;
    moot_err_init(&listing);
    if (moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &f->store, err)) {
        return err->code;
    }
    if (moot_store_each_case(f->store, 0, add_case, f, &listing) && !err->code) {
        *err = listing;
    }
    if (!err->code && !f->fit) {
        return moot_fail(err, MOOT_EDATA, "the newest run of %s has no case to fit anything to", path);
    }
    return err->code;
}

/* ---- how well it fits ---- */

static void put_number(moot_buf *out, const char *key, double value)
{
    if (isnan(value)) {
        moot_buf_printf(out, ",\"%s\":null", key);
    } else {
        moot_buf_printf(out, ",\"%s\":%g", key, value);
    }
}

static void row_json(const moot_fit_row *row, moot_buf *out)
{
    moot_buf_str(out, "{\"about\":");
    moot_buf_json(out, row->kind);
    moot_buf_str(out, ",\"name\":");
    moot_buf_json(out, row->name);
    moot_buf_str(out, ",\"part\":");
    moot_buf_json(out, row->part);
    if (row->hidden) {
        moot_buf_str(out, ",\"count\":\"" MOOT_SUPPRESSED "\"");
    } else {
        moot_buf_printf(out, ",\"count\":%" PRId64, row->count);
    }
    moot_buf_printf(out, ",\"of\":%" PRId64 ",\"of_is_rounded\":%s", row->of, row->rounded ? "true" : "false");
    put_number(out, row->unit ? "half_observed" : "estimate", row->figure.value);
    put_number(out, "low", row->figure.low);
    put_number(out, "high", row->figure.high);
    if (row->unit) {
        moot_buf_printf(out, ",\"unit\":\"%s\",\"family\":\"%s\"", row->unit, row->family);
        put_number(out, "nine_in_ten_observed", row->nine == INT64_MAX ? NAN : (double)row->nine);
        put_number(out, "half_fitted", row->half_fitted);
        put_number(out, "nine_in_ten_fitted", row->nine_fitted);
        put_number(out, "distance", row->distance);
        moot_buf_printf(out, ",\"fits\":%s", row->poor ? "false" : "true");
    }
    moot_buf_str(out, "}\n");
}

static void row_text(const moot_fit_row *row, moot_buf *out)
{
    char count[32];
    snprintf(count, sizeof count, "%" PRId64, row->count);
    moot_buf_printf(out, "%s \"%s\", %s: %s of %s%" PRId64, row->kind, row->name, row->part, row->hidden ? MOOT_SUPPRESSED : count,
                    row->rounded ? "about " : "", row->of);
    if (!row->unit) {
        moot_buf_printf(out, ", %g (%g to %g)\n", row->figure.value, row->figure.low, row->figure.high);
        return;
    }
    moot_buf_str(out, "; observed: ");
    if (isnan(row->figure.value)) {
        moot_buf_str(out, "half not seen");
    } else {
        moot_buf_printf(out, "half within %g %s", row->figure.value, row->unit);
        if (!isnan(row->figure.low) && !isnan(row->figure.high)) {
            moot_buf_printf(out, " (%g to %g)", row->figure.low, row->figure.high);
        }
    }
    if (row->nine != INT64_MAX) {
        moot_buf_printf(out, ", nine in ten within %" PRId64, row->nine);
    }
    moot_buf_printf(out, "; %s: %g and %g, distance %g%s\n", row->family, row->half_fitted, row->nine_fitted, row->distance,
                    row->poor ? ", it fits poorly" : "");
}

static moot_code keep_row(void *user, const moot_fit_row *row, moot_err *err)
{
    fitting *f = user;
    (f->app->say.json ? row_json : row_text)(row, &f->rows);
    return moot_buf_ok(&f->rows) ? MOOT_OK : moot_fail_memory(err);
}

/* ---- the file ---- */

static moot_code write_all(fitting *f, const char *path, moot_err *err)
{
    moot_buf text;
    moot_fit_counts counts;
    moot_buf_init(&text);
    moot_code code = moot_fit_write(f->fit, keep_row, f, &text, &counts, err);
    if (!code && strcmp(path, "-") == 0) {
        moot_say_buf(&text);
    } else if (!code && !moot_put_file(path, moot_buf_text(&text), text.len, err)) {
        moot_say_buf(&f->rows);
        moot_say_note(&f->app->say, "%s: %" PRId64 " line%s estimated from %s, %" PRId64 " to be filled; moot check "
                                    "PROTOCOL --assume %s tells what is missing",
                      path, counts.estimated, counts.estimated == 1 ? "" : "s", counts.cases, counts.open, path);
    }
    moot_buf_done(&text);
    return err->code;
}

void moot_cmd_fit(moot_app *app)
{
    moot_err err;
    fitting f = { .app = app, .err = &err };
    const char *path = moot_cli_text(&app->cli, "output");
    moot_err_init(&err);
    moot_buf_init(&f.rows);
    if (path && !*path) {
        moot_fail(&err, MOOT_EUSAGE, "-o takes the name of a file, such as fitted.assume.lua; it was given \"\"");
    } else if (!read_cases(&f, moot_cli_text(&app->cli, "store"), &err)) {
        write_all(&f, path ? path : "-", &err);
    }
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_buf_done(&f.rows);
    moot_fit_free(f.fit);
    moot_protocol_free(f.protocol);
    moot_store_close(f.store);
}
