/* A prepared lesson: the script says what comes next, the class answers, and between two words everything
 * else of the REPL works. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lua/scenario/lesson.h"
#include "repl/walk/session.h"
#include "repl/walk/session_told.h"
#include "vm/base/text.h"

void moot_session_end_lesson(moot_session *s)
{
    moot_lesson_close(s->lesson);
    s->lesson = NULL;
    s->question_count = 0;
    s->lesson_answer_count = 0;
    s->lesson_walk = 0;
    moot_free(s->lesson_lost);
    s->lesson_lost = NULL;
}

/* ---- its place, kept with the case ---- */

static moot_code mark(moot_session *s, const char *what, const char *about, int value, moot_err *err)
{
    return moot_walk_mark(s->walk, what, about, value, err);
}

/* The place that the answers so far lead to, from the beginning, with a case that had not yet heard of the lesson. */
static moot_code keep_all(moot_session *s, moot_err *err)
{
    char whole[4096];
    moot_code code = mark(s, MOOT_MARK_LESSON, realpath(s->lesson_path, whole) ? whole : s->lesson_path, 0, err);
    for (int i = 0; !code && i < s->lesson_answer_count; i++) {
        code = mark(s, MOOT_MARK_ANSWER, "", s->lesson_answers[i], err);
    }
    s->lesson_walk = code ? 0 : s->walk_no;
    return code;
}

/* It waits for the class. A lesson longer than can be kept starts from its beginning when it is wanted again. */
static moot_code keep_place(moot_session *s, moot_err *err)
{
    if (!s->walk || !s->walk_no || s->lesson_answer_count == LESSON_MOST) {
        return MOOT_OK;
    }
    moot_code code = s->lesson_walk == s->walk_no ? MOOT_OK : keep_all(s, err);
    return code ? code : mark(s, MOOT_MARK_PLACE, "", s->lesson_answer_count, err);
}

static moot_code keep_answer(moot_session *s, int answer, moot_err *err)
{
    char steps[16];
    if (s->lesson_answer_count == LESSON_MOST) {
        return MOOT_OK;
    }
    s->lesson_answers[s->lesson_answer_count++] = answer;
    if (!s->walk || !s->walk_no || s->lesson_walk != s->walk_no) {
        return MOOT_OK; /* it is kept with the next place */
    }
    snprintf(steps, sizeof steps, "%d", moot_walk_path(s->walk));
    return mark(s, MOOT_MARK_ANSWER, steps, answer, err);
}

/* ---- telling ---- */

static void tell_question(moot_session *s, const moot_lesson_step *step, moot_buf *out)
{
    moot_buf_printf(out, "\n%s\n", step->text);
    for (int i = 0; i < step->choice_count; i++) {
        moot_buf_printf(out, "  %d  %s\n", i + 1, step->choices[i]);
    }
    moot_buf_str(out, "(a number answers; pass goes on without)\n");
    s->question_count = step->choice_count;
    s->question_right = step->right;
    snprintf(s->question_because, sizeof s->question_because, "%s", step->because ? step->because : "");
}

#define PROSE 72 /* cells: what a presenter's screen has */

/* A blank line, or a line that begins an item of a list, begins anew. */
static int begins_anew(const char *gap, size_t len)
{
    const char *line = memchr(gap, '\n', len);
    return line && (memchr(line + 1, '\n', (size_t)(gap + len - line) - 1) || strncmp(gap + len, "- ", 2) == 0);
}

/* Prose in lines of one width, however long those of the script are: what a terminal wraps of them would stand in steps. */
static void tell_text(const char *text, moot_buf *out)
{
    size_t column = 0;
    for (text += strspn(text, " \t\n"); *text;) {
        size_t len = strcspn(text, " \t\n"), width = moot_text_width(text, len), gap = strspn(text + len, " \t\n");
        if (column > 0 && column + 1 + width > PROSE) {
            moot_buf_char(out, '\n');
            column = 0;
        }
        moot_buf_str(out, column ? " " : "");
        moot_buf_add(out, text, len);
        column += width + (column > 0);
        text += len + gap;
        if (*text && begins_anew(text - gap, gap)) {
            moot_buf_char(out, '\n');
            column = 0;
        }
    }
    moot_buf_char(out, '\n');
}

/* A line of the walk, as if it were typed. Facts that are told before the start are not answered one by one. */
static moot_code run_line(moot_session *s, const char *line, moot_buf *out, moot_err *err)
{
    int quit = 0;
    moot_buf_printf(out, "> %s\n", line);
    if (moot_session_after(line, "lesson") || moot_session_after(line, "open")) {
        return moot_fail(err, MOOT_EDATA, "a lesson runs no line that would end it: a protocol is opened by use");
    }
    if (!s->walk) {
        return moot_fail(err, MOOT_EDATA, "the lesson runs a line before it says which protocol: use \"stockport-2018\"");
    }
    moot_buf answer;
    moot_buf_init(&answer);
    moot_code code = moot_session_carry_out(s, line, &quit, &answer, err);
    if (!code && moot_walk_case(s->walk)) {
        moot_buf_str(out, moot_buf_text(&answer));
    }
    out->failed |= !moot_buf_ok(&answer);
    moot_buf_done(&answer);
    return code;
}

/* Where it waits for the class. */
static void tell_stop(moot_session *s, const moot_lesson_step *step, moot_buf *out)
{
    if (step->kind == MOOT_LESSON_ASK) {
        tell_question(s, step, out);
    } else {
        moot_buf_printf(out, "\n-- %s (an empty line goes on)\n", step->text);
    }
}

/* Goes on until the class has something to do, or the lesson ends. */
static moot_code go_on(moot_session *s, int answer, moot_buf *out, moot_err *err)
{
    moot_lesson_step step;
    s->question_count = 0;
    for (;;) {
        moot_code code = moot_lesson_next(s->lesson, answer, &step, err);
        answer = 0;
        if (!code && step.kind == MOOT_LESSON_USE) {
            code = moot_session_protocol(s, step.text, err);
        } else if (!code && step.kind == MOOT_LESSON_RUN) {
            code = run_line(s, step.text, out, err);
        }
        if (code) {
            moot_err_at(err, s->lesson_path, step.line, 0);
            moot_session_end_lesson(s);
            return err->code;
        }
        switch (step.kind) {
        case MOOT_LESSON_TITLE:
            moot_buf_printf(out, "Lesson: %s\n", step.text);
            break;
        case MOOT_LESSON_TEXT:
            moot_buf_char(out, '\n');
            tell_text(step.text, out);
            break;
        case MOOT_LESSON_ASK:
        case MOOT_LESSON_CHECKPOINT:
            tell_stop(s, &step, out);
            return keep_place(s, err);
        case MOOT_LESSON_END:
            moot_buf_printf(out, "\nThe lesson ends here: %d of %d right.\n", s->lesson_right, s->lesson_asked);
            code = s->lesson_walk == s->walk_no && s->walk_no ? mark(s, MOOT_MARK_END, "", 0, err) : MOOT_OK;
            moot_session_end_lesson(s);
            return code;
        default:
            break;
        }
    }
}

moot_code moot_session_lesson(moot_session *s, const char *path, moot_buf *out, moot_err *err)
{
    moot_session_end_lesson(s);
    s->lesson_right = s->lesson_asked = 0;
    s->lesson_tells = 1;
    snprintf(s->lesson_path, sizeof s->lesson_path, "%s", path);
    return moot_lesson_open(path, &s->lesson, err) ? err->code : go_on(s, 0, out, err);
}

static moot_code answer(moot_session *s, int n, moot_buf *out, moot_err *err)
{
    if (keep_answer(s, n, err)) {
        return err->code;
    }
    if (s->question_right) {
        s->lesson_asked++;
        s->lesson_right += n == s->question_right;
        moot_buf_printf(out, n == s->question_right ? "Right." : n ? "Not so; it is %d." : "It is %d.", s->question_right);
        moot_buf_printf(out, "%s%s\n", s->question_because[0] ? " " : "", s->question_because);
    } else if (s->question_because[0]) {
        moot_buf_printf(out, "%s\n", s->question_because);
    }
    return go_on(s, n, out, err);
}

/* "yes" to a question with a list: meant for it, and says not which. */
static int is_word_for_it(const char *line)
{
    static const char *const words[] = { "yes", "no", "y", "n", "true", "false", "unknown" };
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        if (strcasecmp(line, words[i]) == 0) {
            return 1;
        }
    }
    return 0;
}

int moot_session_lesson_takes(const moot_session *s, const char *line)
{
    line += strspn(line, " \t");
    if (!s->lesson) {
        return 0;
    }
    if (s->question_count == 0) {
        return !*line;
    }
    char *end;
    long n = strtol(line, &end, 10);
    return strcmp(line, "pass") == 0 || (end != line && !*end && n >= 0) || is_word_for_it(line);
}

moot_code moot_session_lesson_line(moot_session *s, const char *line, moot_buf *out, moot_err *err)
{
    long n = strtol(line + strspn(line, " \t"), NULL, 10);
    s->lesson_tells = 1;
    if (s->question_count == 0) {
        return keep_answer(s, 0, err) ? err->code : go_on(s, 0, out, err);
    }
    if (strstr(line, "pass")) {
        n = 0;
    } else if (n < 1 || n > s->question_count) {
        return moot_fail(err, MOOT_EDATA, "the lesson asks for a number from 1 to %d, or pass, not \"%.40s\"", s->question_count,
                         line + strspn(line, " \t"));
    }
    return answer(s, (int)n, out, err);
}

/* ---- going on where it stood ---- */

/* What the marks of a case say of a lesson. */
typedef struct standing {
    moot_session *s;
    char path[sizeof((moot_session *)0)->lesson_path];
    int answers[LESSON_MOST], count;
    int steps;  /* before the last answer, when the lines behind it may not all have run; -1 */
    int begun;
} standing;

static int take_mark(void *user, const char *what, const char *about, int64_t value)
{
    standing *st = user;
    if (strcmp(what, MOOT_MARK_LESSON) == 0 || strcmp(what, MOOT_MARK_END) == 0) {
        st->begun = what[0] == MOOT_MARK_LESSON[0];
        st->count = 0;
        st->steps = -1;
        snprintf(st->path, sizeof st->path, "%s", about);
    } else if (strcmp(what, MOOT_MARK_ANSWER) == 0 && st->count < LESSON_MOST) {
        st->answers[st->count++] = (int)value;
        st->steps = about[0] ? (int)strtol(about, NULL, 10) : -1;
    } else if (strcmp(what, MOOT_MARK_PLACE) == 0) {
        st->steps = -1;
    }
    moot_walk_marked(st->s->walk, what, about, value);
    return 0;
}

/* Plays the script up to where the answers lead, silently: what it runs was run. */
static moot_code play_to(moot_session *s, const standing *st, moot_err *err)
{
    moot_lesson_step step;
    int answer = 0, given = 0;
    for (;;) {
        if (moot_lesson_next(s->lesson, answer, &step, err)) {
            return err->code;
        }
        answer = 0;
        if (step.kind == MOOT_LESSON_END) {
            return moot_fail(err, MOOT_EDATA, "it ends before the place where it stood");
        }
        if (step.kind != MOOT_LESSON_ASK && step.kind != MOOT_LESSON_CHECKPOINT) {
            continue;
        }
        if (given == st->count) {
            moot_buf_clear(&s->lesson_says);
            tell_stop(s, &step, &s->lesson_says);
            return MOOT_OK;
        }
        answer = st->answers[given++];
        if (step.kind == MOOT_LESSON_ASK && step.right) {
            s->lesson_asked++;
            s->lesson_right += answer == step.right;
        }
        s->lesson_answers[s->lesson_answer_count++] = answer;
    }
}

static moot_code go_back_in(moot_session *s, standing *st, moot_err *err)
{
    moot_session_end_lesson(s);
    s->lesson_right = s->lesson_asked = 0;
    snprintf(s->lesson_path, sizeof s->lesson_path, "%s", st->path);
    moot_code code = MOOT_OK;
    if (st->steps >= 0 && st->count > 0) { /* the program ended within an answer: it is asked once more */
        st->count--;
        code = moot_walk_back(s->walk, st->steps, err);
    }
    code = code ? code : moot_lesson_open(s->lesson_path, &s->lesson, err);
    code = code ? code : play_to(s, st, err);
    if (!code) {
        s->lesson_walk = st->steps >= 0 ? 0 : s->walk_no; /* the place is kept anew if an answer was taken back */
    }
    return code;
}

/* The case is opened all the same. */
static moot_code say_lost(moot_session *s, const char *lost, moot_err *err)
{
    moot_session_end_lesson(s);
    moot_buf_clear(&s->lesson_says);
    moot_buf_printf(&s->lesson_says, "\n%s\n", lost);
    s->lesson_lost = moot_strndup(lost, strlen(lost));
    s->lost_walk = s->walk_no;
    return s->lesson_lost ? MOOT_OK : moot_fail_memory(err);
}

static moot_code cannot_go_on(moot_session *s, const standing *st, const char *why, moot_err *err)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_printf(&text, "The lesson %s cannot go on here: %s", st->path, why);
    moot_code code = moot_buf_ok(&text) ? say_lost(s, moot_buf_text(&text), err) : moot_fail_memory(err);
    moot_buf_done(&text);
    return code;
}

moot_code moot_session_marks(moot_session *s, moot_err *err)
{
    standing st = { .s = s, .steps = -1 };
    moot_err own;
    moot_err_init(&own);
    moot_session_end_lesson(s);
    moot_buf_clear(&s->lesson_says);
    if (moot_store_walk_marks(s->store, s->walk_no, take_mark, &st, err)) {
        return err->code;
    }
    const char *lost = s->told ? moot_told_lost(s->told, moot_walk_id(s->walk)) : NULL;
    if (lost) {
        return say_lost(s, lost, err);
    }
    return st.begun && go_back_in(s, &st, &own) ? cannot_go_on(s, &st, own.msg, err) : MOOT_OK;
}

moot_code moot_session_lesson_at(moot_session *s, const char *path, const int *answers, int count, moot_err *err)
{
    standing st = { .s = s, .count = count, .steps = -1 };
    snprintf(st.path, sizeof st.path, "%s", path);
    memcpy(st.answers, answers, (size_t)count * sizeof *answers);
    moot_code code = go_back_in(s, &st, err);
    s->lesson_walk = 0;
    moot_buf_clear(&s->lesson_says);
    return code;
}

void moot_session_lesson_stands(moot_session *s, moot_buf *out)
{
    moot_buf_str(out, moot_buf_text(&s->lesson_says));
    moot_buf_clear(&s->lesson_says);
}
