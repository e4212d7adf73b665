/* A prepared lesson: the script says what comes next, the class answers, and between two words everything
 * else of the REPL works. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/lesson.h"
#include "repl/session.h"

void moot_session_end_lesson(moot_session *s)
{
    moot_lesson_close(s->lesson);
    s->lesson = NULL;
    s->question_count = 0;
}

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

/* Prose, with the blanks at the start of its lines and its blank ends taken away. */
static void tell_text(const char *text, moot_buf *out)
{
    text += strspn(text, " \t\n");
    while (*text) {
        size_t len = strcspn(text, "\n");
        moot_buf_add(out, text, len);
        moot_buf_char(out, '\n');
        text += len;
        text += strspn(text, " \t\n");
    }
}

/* A line of the walk, as if it were typed. Facts that are told before the start are not answered one by one. */
static moot_code run_line(moot_session *s, const char *line, moot_buf *out, moot_err *err)
{
    int quit = 0;
    moot_buf_printf(out, "> %s\n", line);
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
            tell_question(s, &step, out);
            return MOOT_OK;
        case MOOT_LESSON_CHECKPOINT:
            moot_buf_printf(out, "\n-- %s (an empty line goes on)\n", step.text);
            return MOOT_OK;
        case MOOT_LESSON_END:
            moot_buf_printf(out, "\nThe lesson ends here: %d of %d right.\n", s->lesson_right, s->lesson_asked);
            moot_session_end_lesson(s);
            return MOOT_OK;
        default:
            break;
        }
    }
}

moot_code moot_session_lesson(moot_session *s, const char *path, moot_buf *out, moot_err *err)
{
    moot_session_end_lesson(s);
    s->lesson_right = s->lesson_asked = 0;
    snprintf(s->lesson_path, sizeof s->lesson_path, "%s", path);
    return moot_lesson_open(path, &s->lesson, err) ? err->code : go_on(s, 0, out, err);
}

static moot_code answer(moot_session *s, int n, moot_buf *out, moot_err *err)
{
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
    return strcmp(line, "pass") == 0 || (end != line && !*end && n >= 0);
}

moot_code moot_session_lesson_line(moot_session *s, const char *line, moot_buf *out, moot_err *err)
{
    long n = strtol(line + strspn(line, " \t"), NULL, 10);
    if (s->question_count == 0) {
        return go_on(s, 0, out, err);
    }
    if (strstr(line, "pass")) {
        n = 0;
    } else if (n < 1 || n > s->question_count) {
        return moot_fail(err, MOOT_EDATA, "choose a number from 1 to %d", s->question_count);
    }
    return answer(s, (int)n, out, err);
}
