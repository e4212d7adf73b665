/* moot repl: reads lines and has the session carry them out. At a terminal a mistake is told and the walk
 * goes on; from a file or a pipe the first mistake ends it, with the number of its line. */
#include <stdio.h>
#include <string.h>

#include "repl/walk/session.h"
#include "vm/base/text.h"
#include "vm/protocol/law.h"

/* ---- playing a transcript again ---- */

typedef struct play {
    moot_session *s;
    const char *path;
    int line;
} play;

static moot_code differs(const play *p, const char *expected, size_t len, const char *actual, moot_err *err)
{
    size_t same = 0;
    int line = p->line;
    while (same < len && actual[same] == expected[same]) {
        line += expected[same] == '\n';
        same++;
    }
    while (same && expected[same - 1] != '\n') {
        same--;
    }
    char wanted[200], got[200];
    snprintf(wanted, sizeof wanted, "%.*s", (int)strcspn(expected + same, "\n"), same < len ? expected + same : "");
    snprintf(got, sizeof got, "%.*s", (int)strcspn(actual + same, "\n"), actual + same);
    moot_fail(err, MOOT_ENO, "the answer is another: expected \"%.150s\", got \"%.150s\"", wanted, got);
    return moot_err_at(err, p->path, line + 1, 0);
}

/* One line and what was answered, up to the next line. */
static moot_code play_one(play *p, const char *input, const char *expected, size_t len, int *quit, moot_err *err)
{
    moot_buf out;
    moot_err own;
    moot_buf_init(&out);
    moot_err_init(&own);
    p->s->capture = &out;
    if (moot_session_line(p->s, input, quit, &own)) {
        moot_buf_printf(&out, "%s\n", own.msg);
    }
    p->s->capture = NULL;
    const char *actual = moot_buf_text(&out);
    moot_code code = out.len == len && memcmp(actual, expected, len) == 0 ? MOOT_OK : differs(p, expected, len, actual, err);
    moot_buf_done(&out);
    return code;
}

static moot_code play_all(play *p, const char *text, int *out_count, moot_err *err)
{
    int quit = 0;
    for (const char *at = text; *at && !quit;) {
        size_t len = strcspn(at, "\n");
        p->line++;
        const char *answer = at + len + (at[len] == '\n'), *end = answer;
        if (strncmp(at, "> ", 2) != 0) {
            at = answer;
            continue;
        }
        int lines = 0;
        while (*end && strncmp(end, "> ", 2) != 0) {
            end += strcspn(end, "\n");
            end += *end == '\n';
            lines++;
        }
        char *input = moot_strndup(at + 2, len - 2);
        moot_code code = input ? play_one(p, input, answer, (size_t)(end - answer), &quit, err) : moot_fail_memory(err);
        moot_free(input);
        if (code) {
            return code;
        }
        ++*out_count;
        p->line += lines;
        at = end;
    }
    return MOOT_OK;
}

static void check(moot_session *s, const char *path, const char *text, moot_err *err)
{
    play p = { s, path, 0 };
    int count = 0;
    if (!play_all(&p, text, &count, err)) {
        printf("%s: %d answers, all as before\n", path, count);
    }
}

/* Nothing of a test is kept; what was told where cases are kept is played with a store that lasts as long as the test. */
static moot_code read_played(moot_session *s, const char *path, moot_buf *text, moot_err *err)
{
    moot_code code = moot_file_read(path, (size_t)16 << 20, text, err);
    const char *kept = strstr(moot_buf_text(text), MOOT_SESSION_KEPT), *first = strstr(moot_buf_text(text), "\n> ");
    snprintf(s->store_path, sizeof s->store_path, "%s", kept && (!first || kept < first) ? MOOT_SESSION_PLAYED : "");
    s->read_only = s->interactive = 0;
    return code;
}

/* ---- the loop ---- */

static void record_mistake(moot_session *s, const char *text, const moot_err *err)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_buf_printf(&out, "%s\n", err->msg);
    if (s->walk) {
        moot_walk_mask(s->walk, &out);
    }
    moot_session_record(s, text, &out);
    moot_buf_done(&out);
}

/* Ctrl-C takes the half away, and no more. In a transcript it stands as the empty line that would end it: what follows would
 * go on with it when that is played. */
static void drop_half(moot_session *s)
{
    int quit = 0;
    moot_err err;
    moot_err_init(&err);
    if (moot_session_line(s, "", &quit, &err) && s->transcript) {
        record_mistake(s, "", &err);
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

/* `text`: the line that was wrong; NULL: the end of all lines was. */
static void tell_mistake(moot_session *s, const char *text, moot_err *err, int *quit)
{
    if (s->transcript && text) {
        record_mistake(s, text, err);
    }
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
                tell_mistake(s, NULL, &err, &quit);
            }
            break;
        }
        if (moot_session_line(s, text, &quit, &err)) {
            tell_mistake(s, text, &err, &quit);
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
    if (played && read_played(&s, played, &text, &err)) {
        moot_buf_clear(&text); /* the error is said below */
    } else if (path && moot_session_protocol(&s, path, &err)) {
        moot_say_error(&app->say, &err);
        played = NULL;
    } else if (played) {
        check(&s, played, moot_buf_text(&text), &err);
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
