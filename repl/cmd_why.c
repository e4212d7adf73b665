/* moot why: a case of a store, its log or the reasons of one entry. The protocol is compiled again
 * from the store's own copy; its hash says whether it is the same. */
#include <inttypes.h>
#include <string.h>

#include "lua/compile.h"
#include "lua/load.h"
#include "repl/cmd.h"
#include "vm/result_json.h"
#include "vm/store.h"
#include "vm/why.h"

typedef struct asked {
    moot_app *app;
    moot_arena arena;
    moot_store *store;
    moot_store_found found;
    moot_protocol *protocol;
    moot_loaded loaded;
    moot_case c;
} asked;

/* ---- the protocol, from the store ---- */

static void say_all(asked *a, const moot_errs *errs)
{
    for (size_t i = 0; i < errs->count; i++) {
        moot_say_error(&a->app->say, &errs->list[i]);
    }
}

static moot_code compile_found(asked *a)
{
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_script *script = NULL;
    const moot_source *source = &a->found.sources[0];
    moot_load_options options = { moot_cli_text(&a->app->cli, "stdlib"), source->text,
                                  strlen(source->text) };
    moot_code code = moot_script_load(source->file, &options, &script, &errs);
    if (!code) {
        code = moot_compile(script, NULL, &a->protocol, &errs, NULL);
    }
    say_all(a, &errs);
    moot_script_free(script);
    moot_errs_done(&errs);
    return code;
}

static moot_code open_case(asked *a, moot_err *err)
{
    const char *path = moot_cli_text(&a->app->cli, "store");
    const char *id = moot_cli_text(&a->app->cli, "case");
    if (moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &a->store, err) ||
        moot_store_find_case(a->store, 0, id, &a->arena, &a->found, err)) {
        return err->code;
    }
    if (a->found.source_count < 1) {
        return moot_fail(err, MOOT_ESTORE, "the store %s keeps no script for the protocol %s", path,
                         a->found.protocol);
    }
    moot_code code = compile_found(a);
    if (code) {
        return code; /* already said */
    }
    if (moot_store_load_case(a->store, &a->found, a->protocol, &a->loaded, err)) {
        return err->code;
    }
    return moot_loaded_replay(&a->loaded, a->protocol, &a->c, err);
}

/* ---- telling ---- */

static void entry_json(asked *a, int32_t n, moot_buf *out)
{
    out->failed |= !moot_entry_json(&a->c, &a->c.log[n - 1], &a->arena, out);
    moot_buf_char(out, '\n');
}

/* The whole log, or with an entry the chain behind it, the oldest last. */
static void tell_json(asked *a, int32_t n, moot_buf *out)
{
    for (int32_t i = 1; n == 0 && i <= a->c.log_count; i++) {
        entry_json(a, i, out);
    }
    while (n > 0) {
        entry_json(a, n, out);
        int32_t cause = a->c.log[n - 1].cause;
        n = cause < n ? cause : 0;
    }
}

static moot_code tell_log(asked *a, moot_buf *out, moot_err *err)
{
    char as_of[64];
    moot_buf_printf(out, "%s, protocol %s, as of %s: %s%s%s\n", a->c.input->id, a->found.protocol,
                    moot_instant_text(a->protocol->zone, a->found.as_of, as_of, sizeof as_of),
                    moot_status_text(a->c.status), a->c.outcome ? ", " : "",
                    a->c.outcome ? a->c.outcome : "");
    return moot_why_case(&a->c, out, err);
}

static moot_code tell(asked *a, moot_err *err)
{
    long entry = 0;
    const char *text = moot_cli_text(&a->app->cli, "entry");
    if (text && (moot_cli_int(&a->app->cli, "entry", 1, INT32_MAX, &entry, err))) {
        return err->code;
    }
    moot_buf out;
    moot_buf_init(&out);
    moot_code code = MOOT_OK;
    if (entry) {
        code = moot_why_entry(&a->c, (int32_t)entry, &out, err);
    } else if (!a->app->say.json) {
        code = tell_log(a, &out, err);
    }
    if (!code && a->app->say.json) {
        moot_buf_clear(&out);
        tell_json(a, (int32_t)entry, &out);
    }
    if (!code) {
        moot_say_buf(&out);
        code = moot_buf_ok(&out) ? MOOT_OK : moot_fail_memory(err);
    }
    moot_buf_done(&out);
    return code;
}

void moot_cmd_why(moot_app *app)
{
    moot_err err;
    asked a;
    moot_err_init(&err);
    memset(&a, 0, sizeof a);
    a.app = app;
    moot_arena_init(&a.arena);
    moot_loaded_init(&a.loaded);
    moot_case_init(&a.c);
    if (!open_case(&a, &err)) {
        tell(&a, &err);
    }
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_case_done(&a.c);
    moot_loaded_done(&a.loaded);
    moot_protocol_free(a.protocol);
    moot_store_close(a.store);
    moot_arena_done(&a.arena);
}
