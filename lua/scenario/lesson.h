/* lesson: a prepared lesson for a class, in direct style: prose, lines of the walk, questions, branches.
 *
 *     lesson "A late arrival before a bank holiday"
 *     use "stockport-2018"
 *     text [[ It is Friday afternoon … ]]
 *     run "presents homeless at 2026-05-22 16:45"
 *     local said = ask("By when must the joint assessment be done?", { "Sunday", "Wednesday"; right = 1, because = "3.7/1: 48 hours" })
 *     if said == 2 then text "…" end
 *     checkpoint "assessed"
 *
 * The script runs as one Lua thread in a sandbox of its own. Each word stands still until moot_lesson_next is called
 * again, so a class may take its time, and whoever leads it may use the REPL meanwhile. `ask` gives the number that was
 * chosen, 0 when it was passed over.
 *
 *     moot_lesson_open, then moot_lesson_next until MOOT_LESSON_END; moot_lesson_close */
#ifndef MOOT_LUA_LESSON_H
#define MOOT_LUA_LESSON_H

#include "vm/base/err.h"

typedef enum moot_lesson_kind {
    MOOT_LESSON_END,
    MOOT_LESSON_TITLE,      /* text */
    MOOT_LESSON_USE,        /* text: a protocol's id or path */
    MOOT_LESSON_TEXT,       /* text: prose */
    MOOT_LESSON_RUN,        /* text: a line of the walk */
    MOOT_LESSON_ASK,        /* text, choices, right, because */
    MOOT_LESSON_CHECKPOINT  /* text: its name */
} moot_lesson_kind;

#define MOOT_LESSON_CHOICES 9

/* What the script says next. Texts live until the next call. */
typedef struct moot_lesson_step {
    moot_lesson_kind kind;
    int line; /* of the script */
    const char *text;
    const char *choices[MOOT_LESSON_CHOICES];
    int choice_count;
    int right;           /* number of the right one, 0: none is */
    const char *because; /* NULL */
} moot_lesson_step;

typedef struct moot_lesson moot_lesson;
/* Errors: MOOT_EDATA (no such file, not Lua), MOOT_ELIMIT, MOOT_ENOMEM. */
moot_code moot_lesson_open(const char *path, moot_lesson **out_lesson, moot_err *err) MOOT_MUST_CHECK;
/* `answer`: to the question before, else 0. Errors: MOOT_EDATA with the place in the script, MOOT_ELIMIT, MOOT_ENOMEM;
 * after one the lesson can only be closed. */
moot_code moot_lesson_next(moot_lesson *lesson, int answer, moot_lesson_step *out_step, moot_err *err) MOOT_MUST_CHECK;
void moot_lesson_close(moot_lesson *lesson); /* takes NULL */

#endif
