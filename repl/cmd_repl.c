/* moot repl: the loop around a walk. At a terminal a mistake is told and the walk goes on; from a
 * file or a pipe the first mistake ends it, with the number of its line. */
#include <stdio.h>
#include <string.h>

#include "lua/helper.h"
#include "repl/cmd.h"
#include "repl/line.h"
#include "repl/walk.h"
#include "vm/store.h"


typedef struct session {
    moot_app *app;
    moot_protocol *protocol;
    char *path; /* owned, as protocol and walk are */
    moot_helper_script helpers; /* of the protocol at `path` */
    moot_walk *walk;
    moot_line line;
} session;

static const char *complete(void *user, const char *line, const char *word, size_t i)
{
    session *s = user;
    return s->walk ? moot_walk_complete(s->walk, line, word, i) : NULL;
}

/* ---- the store ---- */

static moot_code put_walk(session *s, moot_store *store, const moot_cmd_texts *texts, moot_err *err)
{
    moot_run_info info = {
        .protocol = s->protocol,
        .sources = texts->list,
        .source_count = texts->count,
        .caseload = "walk",
        .caseload_sha = "",
        .as_of = MOOT_NEVER,
        .law_as_at = MOOT_DAY_MIN,
        .oracle = "asked",
        .moot = moot_about_number(),
        .options = "",
    };
    moot_buf options;
    moot_buf_init(&options);
    moot_cmd_known_on_told(s->app, &options);
    info.options = moot_buf_text(&options);
    moot_day last = 0;
    int64_t run = 0;
    moot_code code = moot_cmd_day(s->app, "law-as-at", &info.law_as_at, &last, err);
    code = code ? code : moot_store_run_begin(store, &info, &run, err);
    code = code ? code : moot_store_put_case(store, run, moot_walk_case(s->walk), err);
    code = code ? code : moot_store_run_end(store, run, 1, err);
    moot_buf_done(&options);
    return code;
}

/* A walk is kept as it stands when it ends: what was undone never happened. */
static moot_code keep_walk(session *s, moot_err *err)
{
    const char *path = moot_cli_text(&s->app->cli, "store");
    moot_store *store = NULL;
    moot_cmd_texts texts;
    if (!path || !moot_walk_case(s->walk)) {
        return MOOT_OK;
    }
    if (!moot_cmd_texts_read(s->path, s->protocol, &texts, err) &&
        !moot_store_open(path, MOOT_STORE_CREATE, MOOT_STORE_REPL, &store, err)) {
        put_walk(s, store, &texts, err);
    }
    if (!err->code) {
        moot_say_note(&s->app->say, "The walk is kept: moot why %s %s", path,
                      moot_walk_case(s->walk)->input->id);
    }
    moot_store_close(store);
    moot_cmd_texts_done(&texts);
    return err->code;
}

/* ---- the loop ---- */

static void close_protocol(session *s)
{
    moot_walk_free(s->walk);
    moot_helper_script_done(&s->helpers);
    moot_protocol_free(s->protocol);
    moot_free(s->path);
}

/* `open PROTOCOL`: the walk so far is kept, and another begins. */
static moot_code open_protocol(session *s, const char *path, moot_err *err)
{
    moot_protocol *protocol = NULL;
    moot_day law = MOOT_DAY_MIN, last = 0;
    moot_load_options load = { .stdlib_dir = moot_cli_text(&s->app->cli, "stdlib") };
    if (moot_cmd_day(s->app, "law-as-at", &law, &last, err) || moot_cmd_known_on(s->app, &load, err) || (s->walk && keep_walk(s, err))) {
        return err->code;
    }
    if (moot_cmd_protocol(s->app, path, &protocol)) {
        return moot_fail(err, MOOT_EDATA, "%s was not opened", path);
    }
    close_protocol(s);
    s->walk = NULL;
    s->protocol = protocol;
    s->path = moot_strdup(path);
    moot_helper_script_init(&s->helpers, s->path, &load);
    moot_cmd_quotas(s->app, protocol);
    return s->path ? moot_walk_new(protocol, s->path, &s->helpers.host, law, &s->walk, err)
                   : moot_fail_memory(err);
}

static int is_open(const char *line, const char **out_path)
{
    line += strspn(line, " \t");
    *out_path = line + 5;
    return strncmp(line, "open ", 5) == 0;
}

static moot_code without_protocol(const char *line, int *quit, moot_err *err)
{
    line += strspn(line, " \t");
    *quit = strcmp(line, "quit") == 0 || strcmp(line, "exit") == 0;
    if (*quit || !*line || *line == '#') {
        return MOOT_OK;
    }
    return moot_fail(err, MOOT_EDATA,
                     "open a protocol first, as in: open protocols/stockport-2018.lua");
}

static moot_code one_line(session *s, const char *text, int *quit, moot_err *err)
{
    moot_buf out;
    const char *path;
    if (is_open(text, &path)) {
        return open_protocol(s, path, err);
    }
    if (!s->walk) {
        return without_protocol(text, quit, err);
    }
    moot_buf_init(&out);
    if (!moot_walk_line(s->walk, text, &out, quit, err)) {
        moot_say_buf(&out);
        fflush(stdout);
    }
    moot_buf_done(&out);
    return err->code;
}

static void loop(session *s)
{
    int quit = 0;
    while (!quit) {
        moot_buf prompt;
        moot_buf_init(&prompt);
        if (s->walk) {
            moot_walk_prompt(s->walk, &prompt);
        } else {
            moot_buf_str(&prompt, "moot> ");
        }
        const char *text = moot_line_next(&s->line, moot_buf_text(&prompt));
        moot_buf_done(&prompt);
        moot_err err;
        moot_err_init(&err);
        if (!text) {
            break;
        }
        if (!one_line(s, text, &quit, &err)) {
            continue;
        }
        if (s->line.terminal) {
            int status = s->app->say.status;
            moot_say_error(&s->app->say, &err);
            s->app->say.status = status; /* a mistyped word is no failure of a session */
        } else {
            moot_err_at(&err, "", s->line.number, 0);
            moot_say_error(&s->app->say, &err);
            quit = 1;
        }
    }
}

static void greet(const session *s)
{
    if (!s->line.terminal) {
        return;
    }
    if (!s->walk) {
        printf("open PROTOCOL begins; quit leaves.\n");
        return;
    }
    printf("%s (%s). help lists the words; quit leaves.\n", s->protocol->id, s->protocol->council);
    printf("Say what is known (fact dob 2009-02-11), then what happens first:\n");
    printf("  event \"%s\" at 2026-05-21 09:15\n",
           s->protocol->events_count ? s->protocol->events[0].decl.name : "...");
}

void moot_cmd_repl(moot_app *app)
{
    session s;
    moot_err err;
    memset(&s, 0, sizeof s);
    moot_err_init(&err);
    s.app = app;
    const char *path = moot_cli_text(&app->cli, "protocol");
    if (!path || !open_protocol(&s, path, &err)) {
        moot_line_open(&s.line, complete, &s);
        greet(&s);
        loop(&s);
        moot_line_close(&s.line);
        if (s.walk) {
            keep_walk(&s, &err);
        }
    }
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    close_protocol(&s);
}
