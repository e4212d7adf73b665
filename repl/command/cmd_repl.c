/* moot repl: reads lines and has the session carry them out. At a terminal a mistake is told and the walk
 * goes on; from a file or a pipe the first mistake ends it, with the number of its line. */
#include <stdio.h>
#include <string.h>

#include "repl/walk/session.h"
#include "vm/protocol/law.h"

/* ---- the loop ---- */

/* Ctrl-C takes the half away, and no more. In a transcript it stands as the empty line that would end it: what follows would
 * go on with it when that is played. */
static void drop_half(moot_session *s)
{
    int quit = 0;
    moot_err err;
    moot_err_init(&err);
    if (moot_session_line(s, "", &quit, &err)) {
        moot_err_init(&err); /* nobody asked what is amiss with it */
    }
    s->line.stopped = 0;
}

/* A file that could not be read has no line: the number is the typed line's, and goes before it. */
static void put_line(const moot_session *s, moot_err *err)
{
    char msg[sizeof err->msg];
    if (err->file[0] && !err->line) {
        int len = snprintf(msg, sizeof msg, "%s: %.*s", err->file, (int)(sizeof msg - sizeof err->file - 3), err->msg);
        memcpy(err->msg, msg, len > 0 ? (size_t)len + 1 : 0);
        err->file[0] = '\0';
    }
    moot_err_at(err, "", s->line.number, 0);
}

static void tell_mistake(moot_session *s, moot_err *err, int *quit)
{
    if (s->interactive) {
        moot_session_refuse(s, err);
    } else {
        put_line(s, err);
        moot_say_error(&s->app->say, err);
        *quit = !s->goes_on;
    }
}

static void loop(moot_session *s)
{
    int quit = 0;
    while (!quit) {
        moot_buf prompt;
        moot_buf_init(&prompt);
        if (s->half.len) {
            moot_buf_str(&prompt, "...> ");
        } else if (s->walk) {
            moot_walk_prompt(s->walk, &prompt);
        } else {
            moot_buf_str(&prompt, "moot> ");
        }
        const char *text = moot_line_next(&s->line, moot_buf_text(&prompt));
        moot_buf_done(&prompt);
        moot_err err;
        moot_err_init(&err);
        if (s->line.dropped && s->half.len) {
            drop_half(s);
            continue;
        }
        if (!text) {
            if (moot_session_end_half(s, &err)) {
                tell_mistake(s, &err, &quit);
            }
            break;
        }
        if (moot_session_line(s, text, &quit, &err)) {
            tell_mistake(s, &err, &quit);
        }
    }
}

/* What the protocol rests on that is law, and what its source lacks: for those who read the answers elsewhere. */
static void tell_law(const moot_session *s)
{
    moot_buf note;
    moot_buf_init(&note);
    moot_law_tell(s->protocol, &note);
    if (note.len > 0) {
        moot_buf_char(&note, '\n');
        moot_say_buf(&note);
    }
    moot_buf_done(&note);
}

/* At a terminal two lines: where you are, and what to type; `readings` tells the rest of the law. Only what a source lacks stands
 * before them, because all that follows lacks it. */
static void greet(const moot_session *s)
{
    if (s->walk && !s->json && !s->interactive && s->protocol->laws_count > 0) {
        tell_law(s);
    }
    if (!s->interactive || s->json) {
        return;
    }
    if (!s->walk) {
        printf("moot repl: no protocol is open. Cases that you walk are kept in %s.\n"
               "Type open protocols/stockport-2018.lua, or cases for what is kept; quit leaves.\n",
               s->store_path[0] ? s->store_path : "nowhere (no folder for them)");
        return;
    }
    if (s->protocol->decl.open) {
        printf("%s: %s.\n", s->protocol->id, s->protocol->decl.open);
    }
    if (s->protocol->laws_count > 0) {
        char day[64];
        printf("%s, law as at %s, not legal advice: a new case.\n", s->protocol->id,
               moot_day_text(moot_law_as_at(s->protocol), day, sizeof day));
    } else {
        printf("%s (%s): a new case, in which nothing has happened yet.\n", s->protocol->id, s->protocol->council);
    }
    printf("Type ask, or what happens: %.28s at 2026-05-21 09:15; or help.\n",
           moot_walk_first_event(s->walk));
}

void moot_cmd_repl(moot_app *app)
{
    moot_session s;
    moot_err err;
    moot_err_init(&err);
    moot_session_open(&s, app);
    const char *path = moot_cli_text(&app->cli, "protocol"), *played = moot_cli_text(&app->cli, "check");
    moot_buf text;
    moot_buf_init(&text);
    if (played && moot_session_read_played(&s, played, &text, &err)) {
        moot_buf_clear(&text); /* the error is said below */
    } else if (path && moot_session_protocol(&s, path, &err)) {
        moot_say_error(&app->say, &err);
        played = NULL;
    } else if (played) {
        moot_session_play(&s, played, moot_buf_text(&text), &err);
    } else {
        greet(&s);
        loop(&s);
    }
    if (played && err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_buf_done(&text);
    moot_session_close(&s);
}
