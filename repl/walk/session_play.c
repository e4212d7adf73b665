/* A transcript is a test: each line is carried out again, and its answer held against the one that is written. */
#include <stdio.h>
#include <string.h>

#include "repl/walk/session_told.h"
#include "vm/base/text.h"

#define NO_TEST "so this does not play again" /* in a note of one that is none */

typedef struct play {
    moot_session *s;
    const char *path;
    int line; /* that is played, from 1 */
    int quit, count;
} play;

/* A line as it is in the transcript begins an answer's next part, unless it is one of these. */
static int is_answer(const char *line)
{
    return !(strchr(">#+", *line) && *line && (line[1] == ' ' || line[1] == '\n' || !line[1]));
}

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

/* One line and what was answered. */
static moot_code play_one(play *p, const char *input, const char *expected, size_t len, moot_err *err)
{
    moot_buf out;
    moot_err own;
    moot_session *s = p->s;
    moot_buf_init(&out);
    moot_err_init(&own);
    s->capture = &out;
    if (moot_session_line(s, input, &p->quit, &own)) {
        moot_buf told;
        moot_buf_init(&told);
        moot_buf_printf(&told, "%s\n", own.msg);
        if (s->walk && !s->transcript_hidden) {
            moot_walk_mask(s->walk, &told);
        }
        moot_buf_str(&out, moot_buf_text(&told));
        moot_buf_done(&told);
    }
    s->capture = NULL;
    moot_told_played(s->told);
    const char *actual = moot_buf_text(&out);
    moot_code code = out.len == len && memcmp(actual, expected, len) == 0 ? MOOT_OK : differs(p, expected, len, actual, err);
    moot_buf_done(&out);
    p->count++;
    return code;
}

/* The lines of an answer, without the \ before those that begin as another line does; gives where it ends. */
static const char *take_answer(const char *at, moot_buf *out, int *out_lines)
{
    for (*out_lines = 0; *at && is_answer(at); ++*out_lines) {
        size_t len = strcspn(at, "\n");
        at += *at == '\\';
        len -= at[-1] == '\\';
        moot_buf_add(out, at, len + (at[len] == '\n'));
        at += len + (at[len] == '\n');
    }
    return at;
}

/* What was typed, or what it rests on: `at` begins a line of `len` bytes. */
static moot_code play_line(play *p, const char *at, size_t len, const moot_buf *answer, moot_err *err)
{
    char *text = len >= 2 ? moot_strndup(at + 2, len - 2) : moot_strdup("");
    moot_code code = MOOT_OK;
    if (!text || !moot_buf_ok(answer)) {
        code = moot_fail_memory(err);
    } else if (*at == '+') {
        code = moot_told_item(p->s->told, text, err);
    } else if (*at == '>' && !(code = moot_told_end(p->s->told, err))) {
        code = play_one(p, text, moot_buf_text(answer), answer->len, err);
    }
    moot_free(text);
    return code ? moot_err_at(err, p->path, p->line, 0) : MOOT_OK;
}

static moot_code play_all(play *p, const char *text, moot_err *err)
{
    moot_buf answer;
    moot_code code = MOOT_OK;
    moot_buf_init(&answer);
    while (!code && *text && !p->quit) {
        int lines = 0;
        size_t len = strcspn(text, "\n");
        const char *next = text + len + (text[len] == '\n');
        p->line++;
        moot_buf_clear(&answer);
        if (*text == '>') {
            next = take_answer(next, &answer, &lines);
        }
        code = play_line(p, text, len, &answer, err);
        p->line += lines;
        text = next;
    }
    code = code || p->quit ? code : moot_told_end(p->s->told, err);
    moot_buf_done(&answer);
    return code;
}

/* ---- may it be played? ---- */

/* Says in a note that it is none; the note is why. */
static moot_code is_no_test(const char *path, const char *text, moot_err *err)
{
    int line = 0;
    for (const char *at = text; *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n')) {
        size_t len = strcspn(at, "\n");
        const char *found = strncmp(at, "# ", 2) == 0 ? strstr(at, NO_TEST) : NULL;
        line++;
        if (found && found < at + len) {
            moot_fail(err, MOOT_EDATA, "%.*s", (int)(len - 2), at + 2);
            return moot_err_at(err, path, line, 0);
        }
    }
    return MOOT_OK;
}

void moot_session_options(const moot_session *s, moot_buf *out)
{
    static const char *const options[] = { "variant", "law-as-at", "known-on" };
    for (size_t i = 0; i < MOOT_COUNT(options); i++) {
        const char *value = moot_cli_text(&s->app->cli, options[i]);
        if (value) {
            moot_buf_printf(out, strchr(value, ' ') ? " --%s \"%s\"" : " --%s %s", options[i], value);
        }
    }
}

/* The first line says how it was begun: with other options it is another sitting. */
static moot_code is_begun_so(const moot_session *s, const char *path, const char *text, moot_err *err)
{
    static const char begins[] = "# moot repl ";
    moot_buf own;
    moot_buf_init(&own);
    moot_session_options(s, &own);
    const char *from = strncmp(text, begins, sizeof begins - 1) == 0 ? text + sizeof begins - 2 : NULL;
    const char *end = from ? strstr(from, " --check FILE plays") : NULL, *line = text + strcspn(text, "\n");
    if (end && end < line) {
        const char *options = strstr(from, " --");
        size_t len = (size_t)(end - options);
        if (len != own.len || strncmp(options, moot_buf_text(&own), len) != 0) {
            moot_fail(err, MOOT_EDATA, "it was told by another command: moot repl%.*s --check %s plays it again", (int)(end - from), from, path);
            moot_err_at(err, path, 1, 0);
        }
    }
    moot_buf_done(&own);
    return err->code;
}

/* Does the head say it, before the first line that was typed? */
static int head_says(const char *text, const char *note)
{
    const char *found = strstr(text, note), *first = strstr(text, "\n> ");
    return found && (!first || found < first);
}

moot_code moot_session_read_played(moot_session *s, const char *path, moot_buf *text, moot_err *err)
{
    moot_code code = moot_file_read(path, (size_t)64 << 20, text, err);
    const char *all = moot_buf_text(text);
    code = code ? code : is_no_test(path, all, err);
    code = code ? code : is_begun_so(s, path, all, err);
    s->read_only = head_says(all, MOOT_SESSION_LOOKED_AT);
    snprintf(s->store_path, sizeof s->store_path, "%s", s->read_only || head_says(all, MOOT_SESSION_KEPT) ? MOOT_SESSION_PLAYED : "");
    s->interactive = 0;
    return code;
}

void moot_session_play(moot_session *s, const char *path, const char *text, moot_err *err)
{
    play p = { s, path, 0, 0, 0 };
    s->transcript_hidden = head_says(text, "# Not for the class:");
    moot_code code = moot_told_new(s, &s->told, err);
    if (!code && !play_all(&p, text, err)) {
        printf("%s: %d answer%s, all as before\n", path, p.count, p.count == 1 ? "" : "s");
    }
}
