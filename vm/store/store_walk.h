/* store_walk: walks kept in a store, step by step, so that a case on the screen is never lost.
 *
 * A walk is one case walked through a protocol by hand. Its steps form a tree: each has the step before it as parent, so
 * a fork is another child of the same step. A *fork* has a name and stands at one step, its head. Where it stands is said
 * by moves: a step taken, undo, redo and back each add a move, and the newest move of a fork is where it stands; the
 * newest move of all says which fork was on the screen. Nothing is ever changed or taken out: triggers refuse it.
 *
 * Each function that writes is one transaction, safe when it returns. Two programs may have the same walk open: what the
 * other has added since is found out (MOOT_EDATA, `*out_behind`), and nothing is written then. The result of a case, as
 * the views show it, is put by moot_store_put_case besides.
 *
 * Errors of every function: MOOT_ESTORE (one sentence that names the file), MOOT_ENOMEM. */
#ifndef MOOT_STORE_WALK_H
#define MOOT_STORE_WALK_H

#include "vm/store/store.h"

typedef struct moot_walk_step {
    int32_t n, parent; /* from 1; parent 0: the beginning */
    int32_t kind;      /* the caller's */
    moot_instant at;   /* MOOT_NEVER: before anything happened */
    const char *text;  /* what happened, as JSON; the caller's */
    const char *said;  /* the same in words */
} moot_walk_step;

typedef struct moot_walk_move {
    int32_t n;         /* from 1 */
    const char *fork;
    int32_t step;      /* where it stands now; 0: the beginning */
} moot_walk_move;

typedef struct moot_walk_kept {
    int64_t walk;
    const char *protocol, *hash; /* id, hash of what it says */
    const moot_source *sources;
    int32_t source_count;
    moot_day law_as_at; /* MOOT_DAY_MIN: the case's own dates */
    const moot_walk_step *steps;
    int32_t step_count;
    const moot_walk_move *moves;
    int32_t move_count;
} moot_walk_kept;

/* A new walk of this id, which no other walk of the store has: *out_walk 0 if one does. The protocol and its files are
 * those of `info`. */
moot_code moot_store_walk_begin(moot_store *store, const moot_run_info *info, const char *id, int64_t *out_walk,
                                moot_err *err) MOOT_MUST_CHECK;
/* Adds steps, each with the move to it, all or none; `steps` NULL: a move alone. Their numbers are those that follow what
 * this caller knows; when the walk has them already, another program was here: *out_behind is 1 and nothing is written. */
moot_code moot_store_walk_put(moot_store *store, int64_t walk, const moot_walk_step *steps, const moot_walk_move *moves,
                              int32_t count, int *out_behind, moot_err *err) MOOT_MUST_CHECK;
/* All of a walk, in the arena. MOOT_ESTORE when there is none of that id, with the nearest. */
moot_code moot_store_walk_load(moot_store *store, const char *id, moot_arena *arena, moot_walk_kept *out_kept,
                               moot_err *err) MOOT_MUST_CHECK;
/* The walks of a store, the newest last: its id, protocol and number of steps. Stops when `told` returns non-zero. */
typedef int moot_store_walk_told(void *user, const char *id, const char *protocol, int64_t steps);
moot_code moot_store_each_walk(moot_store *store, moot_store_walk_told *told, void *user, moot_err *err) MOOT_MUST_CHECK;

/* ---- marks: what a class did with a walk ---- */

#define MOOT_MARK_QUIZ "quiz"     /* about: a clause; value: 1 when the class knew it */
#define MOOT_MARK_CLASS "class"   /* another class: scores begin anew */
#define MOOT_MARK_ASKS "asks"     /* value: the quiz is on */
#define MOOT_MARK_HIDDEN "hidden" /* about: a fact; value: it is hidden */
#define MOOT_MARK_LESSON "lesson" /* about: the file of a lesson that began here */
#define MOOT_MARK_ANSWER "answer" /* about: steps until then; value: the number chosen, or 0 where it went on */
#define MOOT_MARK_PLACE "place"   /* it stands at its next question */
#define MOOT_MARK_END "end"       /* it ended */

moot_code moot_store_walk_mark(moot_store *store, int64_t walk, const char *what, const char *about, int64_t value,
                               moot_err *err) MOOT_MUST_CHECK;
/* The marks of a walk in their order; texts are good during the call. Stops when `told` returns non-zero. */
typedef int moot_store_mark_told(void *user, const char *what, const char *about, int64_t value);
moot_code moot_store_walk_marks(moot_store *store, int64_t walk, moot_store_mark_told *told, void *user,
                                moot_err *err) MOOT_MUST_CHECK;
/* How often each clause was known and asked about, in all walks under protocols of this id since the last mark of a class. */
typedef int moot_store_score_told(void *user, const char *clause, int64_t right, int64_t asked);
moot_code moot_store_quiz_scores(moot_store *store, const char *protocol, moot_store_score_told *told, void *user,
                                 moot_err *err) MOOT_MUST_CHECK;

#endif
