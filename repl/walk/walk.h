/* walk: one case walked through a protocol by hand, with the oracle *asked*: somebody says what
 * happens, line by line, and each line is answered with what changed and why.
 *
 * A walk is a tree of steps: facts given before the start, things that happened, time that passed. A
 * fork is a name that stands at one of them; the case is made anew from the steps that lead there. So
 * undo moves the fork one step back and loses nothing, and a walk of today is a caseload of tomorrow:
 * each step is a piece of a case as a caseload has it, read by the reader of caseloads, with the same
 * words and the same messages.
 *
 * A keeper, if there is one, is told each step and each move before the line is answered (walk_keep.c
 * keeps them in a store); the same steps and moves, given back, are the same walk.
 *
 * Nothing is printed here: text is appended to `out`. */
#ifndef MOOT_WALK_H
#define MOOT_WALK_H

#include "vm/engine/engine.h"
#include "vm/store/store_walk.h"

typedef struct moot_walk moot_walk;

#define MOOT_WALK_UNDATED 3 /* deadlines without a date that a screen names; of more it says how many */

/* Printers of one screen (walk_screen.c). */
typedef enum moot_walk_mode {
    MOOT_WALK_PLAIN, MOOT_WALK_PRESENTER, MOOT_WALK_CSV, MOOT_WALK_MARKDOWN, MOOT_WALK_JSON
} moot_walk_mode;

/* What becomes of steps and moves: each step has the move to it, `steps` NULL is a move alone; all are kept or none. `begin` is called before the first of them, with the id that the
 * case has or (empty) wants: it may choose another, of `size` bytes. */
typedef struct moot_walk_keeper {
    void *user;
    moot_code (*begin)(void *user, char *id, size_t size, moot_err *err);
    moot_code (*put)(void *user, const moot_walk_step *steps, const moot_walk_move *moves, int32_t count, moot_err *err);
    /* What a class did: MOOT_MARK_... of vm/store/store_walk.h. */
    moot_code (*mark)(void *user, const char *what, const char *about, int64_t value, moot_err *err);
    /* Called once, before the quiz needs them: gives the scores of earlier sittings to moot_walk_score. */
    moot_code (*scores)(void *user, moot_walk *walk, moot_err *err);
} moot_walk_keeper;

typedef struct moot_walk_options {
    const char *script;                /* path, beside which the clause table lies; borrowed, as all */
    const moot_helper_host *helpers;   /* NULL: none */
    moot_day law_as_at;                /* MOOT_DAY_MIN: the case's own dates */
    const moot_walk_keeper *keeper;    /* NULL: nothing is kept */
    const char *id;                    /* NULL: "walk", or what the keeper says */
} moot_walk_options;

/* The protocol is borrowed. */
moot_code moot_walk_new(const moot_protocol *protocol, const moot_walk_options *options,
                        moot_walk **out_walk, moot_err *err) MOOT_MUST_CHECK;
void moot_walk_free(moot_walk *walk);
/* Puts a new walk where a kept one stood. Errors: MOOT_EDATA, MOOT_ENOMEM. */
moot_code moot_walk_restore(moot_walk *walk, const moot_walk_kept *kept,
                            moot_err *err) MOOT_MUST_CHECK;
/* Plays the steps of a walk in a new one, under its own protocol; what that one does not know is set aside, and counted.
 * The other walk is good for looking at its case, and for moot_walk_differs. */
moot_code moot_walk_played(moot_walk *walk, moot_walk *other, int32_t *out_set_aside, moot_err *err) MOOT_MUST_CHECK;
/* Tells in what the stories of two walks differ, held line against line as forks and what-ifs are: when each stage began and
 * how it ended, by which clause. vm/run/compare.h holds answers, aspect by aspect, whatever the clauses and the way there. */
void moot_walk_differs(moot_walk *walk, const char *name, moot_walk *other, const char *other_name, moot_buf *out);
/* A mark that was kept: a fact is hidden, the quiz is on. Marks of other kinds are left alone. */
void moot_walk_marked(moot_walk *walk, const char *what, const char *about, int64_t value);
/* Keeps a mark, if the case is kept. What is hidden, and that the quiz is on, is kept as the case begins. */
moot_code moot_walk_mark(moot_walk *walk, const char *what, const char *about, int64_t value, moot_err *err) MOOT_MUST_CHECK;
/* Adds to the score of a clause; 0 when memory ends. */
int moot_walk_score(moot_walk *walk, const char *clause, int64_t right, int64_t asked);
int moot_walk_has_fork(const moot_walk *walk, const char *name);
/* Fills a new walk with a case of a caseload: one line of JSON (interface.md). */
moot_code moot_walk_take_case(moot_walk *walk, const char *json, moot_err *err) MOOT_MUST_CHECK;

/* Carries out one line. *out_quit is set by `quit`. A line that is not understood, or says what
 * cannot be, changes nothing. Errors: MOOT_EDATA with one sentence; MOOT_ENOMEM, MOOT_ELIMIT. */
moot_code moot_walk_line(moot_walk *walk, const char *line, moot_buf *out, int *out_quit,
                         moot_err *err) MOOT_MUST_CHECK;

/* `draws`: pictures may be made of characters; else they are told in words. */
void moot_walk_set_mode(moot_walk *walk, moot_walk_mode mode, int draws);
/* The screen of the case as it stands; `again`: with what changed before it was last shown. */
void moot_walk_screen(moot_walk *walk, int again, moot_buf *out);
/* What the line was answered with, made anew in the mode that is now: the screen, or a list. 0: neither; nothing is done. */
int moot_walk_repeat(moot_walk *walk, const char *line, moot_buf *out, moot_err *err);
/* Does a line tell something of a case, rather than ask or move? What is not understood does. */
int moot_walk_tells(const char *line);
/* The line of the script where the declaration of this name stands; "": that of the open stage. 0: there
 * is none. */
int moot_walk_line_in_hand(moot_walk *walk, const char *name);
/* Tells the steps that led here in a new walk, under its own protocol. Errors: MOOT_EDATA when one does not fit. */
moot_code moot_walk_told_again(const moot_walk *walk, moot_walk *other, moot_err *err) MOOT_MUST_CHECK;
/* What is hidden from the projector: the names of the facts, with `between` between them. Gives how many. */
int moot_walk_hidden(const moot_walk *walk, const char *between, moot_buf *out);
/* Takes out of lines what stands behind the name of a hidden fact. */
void moot_walk_mask(const moot_walk *walk, moot_buf *text);
/* The line that was carried out last, as it may be shown: what it told of a hidden fact is taken out. 1 when something was. */
int moot_walk_typed(const moot_walk *walk, const char *line, moot_buf *out);
/* In the mode of JSON: the screen that the last line ended with, an object; "" if it showed none. */
const char *moot_walk_json(const moot_walk *walk);
/* "C1 2026-05-21 09:15 mediation> ": which case, which fork unless it is the first, when, where. */
void moot_walk_prompt(const moot_walk *walk, moot_buf *out);
/* The steps that led here, numbered, each as it was said. */
void moot_walk_said(const moot_walk *walk, moot_buf *out);

/* ---- walk_told.c: what a walk rests on, as lines of a transcript ---- */

#define MOOT_WALK_TOLD "+ " /* each begins so; then an object of JSON */

/* Its steps and forks, in all of which nothing is left out: {"step":…}, {"fork":…}. */
void moot_walk_tell_steps(const moot_walk *walk, moot_buf *out);
/* What is of this sitting: what was shown, questions, breaks, the score of the quiz. {"score":…}, {"sitting":…}. */
void moot_walk_tell_sitting(const moot_walk *walk, moot_buf *out);
void moot_walk_tell_score(const char *clause, int64_t right, int64_t asked, moot_buf *out);
/* A step that was told so, in the arena; 0: it is none, or memory ended. */
struct json_t;
int moot_walk_take_step(struct json_t *item, moot_arena *arena, moot_walk_step *out);
/* What stands in {"sitting":…}. Errors: MOOT_EDATA, it is not of this case. */
moot_code moot_walk_take_sitting(moot_walk *walk, struct json_t *sitting, moot_err *err) MOOT_MUST_CHECK;
int32_t moot_walk_moves(const moot_walk *walk); /* that were kept */
int moot_walk_asks(const moot_walk *walk);      /* is the quiz on? */
const char *moot_walk_id(const moot_walk *walk);
/* The name that `new` gave to a case that is to be kept and has not begun; "". */
const char *moot_walk_wanted(const moot_walk *walk);
moot_day moot_walk_law_as_at(const moot_walk *walk); /* as it was given */
/* The event that a journey may begin with: the first of its events that some stage waits for. */
const char *moot_walk_first_event(const moot_walk *walk);
/* Steps that were taken so far, in all forks. */
int32_t moot_walk_steps(const moot_walk *walk);
/* Steps from the beginning to here, and going back to where there were so many. */
int32_t moot_walk_path(const moot_walk *walk);
moot_code moot_walk_back(moot_walk *walk, int32_t steps, moot_err *err) MOOT_MUST_CHECK;
/* The case as it stands, NULL while nothing has happened. Borrowed until the next line. */
const moot_case *moot_walk_case(const moot_walk *walk);
/* Words that may come next after the words of `line`, for completion: the i-th that starts with
 * `word`, NULL past the last. Borrowed from the protocol, or good until the next call. */
const char *moot_walk_complete(moot_walk *walk, const char *line, const char *word, size_t i);
/* The rest of a line that says the one outcome that can be chosen now; NULL. Good until the next call. */
const char *moot_walk_hint(moot_walk *walk, const char *line);

#endif
