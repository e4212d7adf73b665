/* moot why: a case of a store, its log or the reasons of one entry, outcome, deadline or panel. The
 * protocol is compiled again from the store's own copy; its hash says whether it is the same. */
#include <inttypes.h>
#include <string.h>

#include "repl/cli/cmd.h"
#include "repl/cli/stored.h"
#include "vm/case/relied.h"
#include "vm/engine/letter.h"
#include "vm/engine/result_json.h"
#include "vm/engine/why.h"
#include "vm/store/store.h"

typedef struct asked {
    moot_app *app;
    moot_arena arena;
    moot_store *store;
    moot_store_found found;
    moot_protocol *protocol;
    moot_loaded loaded;
    moot_case c;
} asked;

/* Of a case that several runs have, which of them is told, unless that was asked for. */
static moot_code tell_run(const asked *a, const char *id, moot_err *err)
{
    int64_t runs = 0;
    if (moot_cli_flag(&a->app->cli, "run") || moot_store_case_runs(a->store, id, &runs, err)) {
        return err->code;
    }
    if (runs > 1) {
        moot_say_note(&a->app->say, "%" PRId64 " runs of this store have %s; this is run %" PRId64 ", the newest, of %s. --run N tells another.", runs, id,
                      a->found.run, a->found.protocol);
    }
    return MOOT_OK;
}

static moot_code open_case(asked *a, moot_err *err)
{
    const char *path = moot_cli_text(&a->app->cli, "store");
    const char *id = moot_cli_text(&a->app->cli, "case");
    long run = 0;
    if (moot_cli_int(&a->app->cli, "run", 1, INT32_MAX, &run, err) ||
        moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &a->store, err) ||
        moot_store_find_case(a->store, run, id, &a->arena, &a->found, err) || tell_run(a, id, err)) {
        return err->code;
    }
    if (a->found.source_count < 1) {
        return moot_fail(err, MOOT_ESTORE, "the store %s keeps no script for the protocol %s", path,
                         a->found.protocol);
    }
    moot_code code = moot_stored_protocol(a->app, a->found.protocol, a->found.sources,
                                         a->found.source_count, a->found.options, &a->protocol);
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
    char day[16];
    moot_day known = moot_calendar_known(a->protocol->calendars[0]);
    moot_buf_printf(out, "%s, protocol %s, as of %s%s%s: %s%s%s\n", a->c.input->id, a->found.protocol,
                    moot_instant_text(a->protocol->zone, a->found.as_of, as_of, sizeof as_of),
                    known < MOOT_DAY_MAX ? ", with the bank holidays known on " : "",
                    known < MOOT_DAY_MAX ? moot_day_text(known, day, sizeof day) : "",
                    moot_status_text(a->c.status), a->c.outcome ? ", " : "",
                    a->c.outcome ? a->c.outcome : "");
    return moot_why_case(&a->c, out, err);
}

/* ENTRY as a number; 0 when it was not given. */
static moot_code tell_entry(asked *a, moot_buf *out, moot_err *err)
{
    long entry = 0;
    if (moot_cli_int(&a->app->cli, "entry", 1, INT32_MAX, &entry, err)) {
        return err->code;
    }
    if (entry) {
        moot_code code = moot_why_entry(&a->c, (int32_t)entry, out, err);
        if (code) {
            return code;
        }
    } else if (!a->app->say.json) {
        return tell_log(a, out, err);
    }
    if (a->app->say.json) {
        moot_buf_clear(out);
        tell_json(a, (int32_t)entry, out);
    }
    return MOOT_OK;
}

/* ---- telling what became of a thing that is named ---- */

/* "stage: outcome", where either may hold a colon itself: a stage of the protocol decides where it
 * ends. */
static moot_code why_outcome(const moot_case *c, const char *name, moot_buf *out, moot_err *err)
{
    char stage[128];
    for (const char *colon = strstr(name, ": "); colon; colon = strstr(colon + 1, ": ")) {
        size_t len = (size_t)(colon - name);
        const char *later = strstr(colon + 1, ": ");
        if (len >= sizeof stage) {
            break;
        }
        memcpy(stage, name, len);
        stage[len] = '\0';
        if (moot_find_stage(c->protocol, stage) >= 0 || !later) {
            return moot_why_not(c, stage, colon + 2, out, err);
        }
    }
    return moot_why_not(c, NULL, name, out, err);
}

typedef moot_code teller(const moot_case *c, const char *name, moot_buf *out, moot_err *err);
static const struct {
    const char *key; /* of the option */
    teller *tell;
} things[] = {
    { "outcome", why_outcome },
    { "not", why_outcome },
    { "deadline", moot_why_deadline },
    { "panel", moot_why_panel },
    { "notice", moot_letter },
};

/* The row of things that is asked for, -1 for none. MOOT_EUSAGE when there are several. */
static moot_code find_thing(asked *a, int *out_thing, moot_err *err)
{
    int found = -1, count = moot_cli_flag(&a->app->cli, "entry");
    for (size_t i = 0; i < MOOT_COUNT(things); i++) {
        if (moot_cli_flag(&a->app->cli, things[i].key)) {
            found = (int)i;
            count++;
        }
    }
    if (count > 1) {
        return moot_fail(err, MOOT_EUSAGE,
                         "moot why tells one thing at a time: ENTRY, --outcome, --not, --deadline, "
                         "--panel or --notice");
    }
    *out_thing = found;
    return MOOT_OK;
}

/* {"id":…,"deadline":…,"why":[lines]} */
static void thing_json(asked *a, const char *key, const char *name, moot_buf *text, moot_buf *out)
{
    moot_buf_str(out, "{\"id\":");
    moot_buf_json(out, a->c.input->id);
    moot_buf_printf(out, ",\"%s\":", key);
    moot_buf_json(out, name);
    moot_buf_str(out, ",\"why\":[");
    moot_buf line;
    moot_buf_init(&line);
    for (const char *at = moot_buf_text(text), *end; (end = strchr(at, '\n')); at = end + 1) {
        moot_buf_str(out, at == moot_buf_text(text) ? "" : ",");
        moot_buf_clear(&line);
        moot_buf_add(&line, at, (size_t)(end - at));
        moot_buf_json(out, moot_buf_text(&line));
        out->failed |= !moot_buf_ok(&line);
    }
    moot_buf_done(&line);
    moot_buf_str(out, "]}\n");
}

static moot_code tell_thing(asked *a, int thing, moot_buf *out, moot_err *err)
{
    const char *key = things[thing].key, *name = moot_cli_text(&a->app->cli, key);
    if (!a->app->say.json) {
        return things[thing].tell(&a->c, name, out, err);
    }
    moot_buf text;
    moot_buf_init(&text);
    moot_code code = things[thing].tell(&a->c, name, &text, err);
    if (!code) {
        thing_json(a, key, name, &text, out);
    }
    moot_buf_done(&text);
    return code;
}

/* Below all, an object of its own: {"law":"Not legal advice; …"}; nothing where no law took part. */
static moot_code law_json(asked *a, moot_buf *out, moot_err *err)
{
    moot_buf note;
    moot_buf_init(&note);
    moot_code code = moot_relied_note(&a->c, &note, err);
    if (!code && note.len > 0) {
        moot_buf_str(out, "{\"law\":");
        moot_buf_json(out, moot_buf_text(&note));
        moot_buf_str(out, "}\n");
    }
    out->failed |= !moot_buf_ok(&note);
    moot_buf_done(&note);
    return code;
}

static moot_code tell(asked *a, int thing, moot_err *err)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_code code = thing < 0 ? tell_entry(a, &out, err) : tell_thing(a, thing, &out, err);
    if (!code && a->app->say.json) {
        code = law_json(a, &out, err);
    } else if (!code && (thing < 0 || things[thing].tell != moot_letter)) { /* a letter bears its own */
        size_t before = out.len;
        code = moot_relied_note(&a->c, &out, err);
        if (out.len > before) {
            moot_buf_char(&out, '\n');
        }
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
    int thing = -1;
    if (!find_thing(&a, &thing, &err) && !open_case(&a, &err)) {
        tell(&a, thing, &err);
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
