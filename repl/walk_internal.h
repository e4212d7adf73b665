/* walk_internal: what walk.c (steps), walk_words.c (commands), walk_screen.c (after each step) and
 * walk_why.c (explaining) share. */
#ifndef MOOT_WALK_INTERNAL_H
#define MOOT_WALK_INTERNAL_H

#include "repl/walk.h"
#include "vm/read_case.h"
#include "vm/result.h"

#define WALK_CHOICES 64
#define WALK_WORDS 32

typedef enum step_kind {
    STEP_FACT,  /* known from the start: `cell` has the fact's name as key */
    STEP_EVENT, /* `cell` is an event of the case, an object */
    STEP_WAIT,  /* time passes until `at`, but what is due at that very minute can still be done */
    STEP_NEXT   /* time passes until what happens by itself at `at` has happened */
} step_kind;

typedef struct step {
    uint8_t kind;
    moot_instant at;
    moot_cell cell; /* texts and cells in walk->texts */
} step;

struct moot_walk {
    const moot_protocol *protocol;
    const char *script;  /* path */
    moot_engine *engine; /* owned, as all below */
    moot_oracle *oracle;
    moot_reader reader;
    moot_input input;
    moot_case c;
    moot_arena texts;   /* of the steps; never shrinks */
    moot_arena scratch; /* of one line */
    step *steps;
    size_t cap;
    int32_t count;
    int32_t events;   /* steps of kind STEP_EVENT */
    moot_instant now; /* MOOT_NEVER before the first event */
    uint64_t *shown;  /* digests of the entries that were shown as changed */
    size_t shown_cap;
    int32_t shown_count;
    int screens; /* shown so far: a blank line stands between two */
    char id[64];
    moot_choice choices[WALK_CHOICES]; /* as last shown: a bare number chooses from them */
    int32_t choice_count;
};

/* The words of one line. */
typedef struct words {
    const char *word[WALK_WORDS];
    int32_t count;
} words;

/* ---- walk.c ---- */
/* Adds a step (its cell's texts are already in walk->texts) and makes the case anew; on failure all
 * is as before. */
moot_code walk_add(moot_walk *walk, const step *added, moot_err *err) MOOT_MUST_CHECK;
moot_code walk_undo(moot_walk *walk, moot_err *err) MOOT_MUST_CHECK;
moot_code walk_restart(moot_walk *walk, const char *id, moot_err *err) MOOT_MUST_CHECK;
const char *walk_keep(moot_walk *walk,
                      const char *text); /* a copy in walk->texts; NULL when memory ends */
/* Entries at the start of the log that were shown before; the rest is new. _mark: all are shown
 * now. */
int32_t walk_shown(const moot_walk *walk);
void walk_mark_shown(moot_walk *walk);

/* ---- walk_screen.c ---- */
void walk_screen(moot_walk *walk, moot_buf *out); /* what changed, and where the case is now */
void walk_choices(moot_walk *walk, moot_buf *out);
void walk_due(moot_walk *walk, moot_buf *out);
void walk_who(moot_walk *walk, moot_buf *out);
void walk_needs(moot_walk *walk, moot_buf *out);
void walk_log(moot_walk *walk, moot_buf *out);

/* ---- walk_why.c ---- */
moot_code walk_why(moot_walk *walk, const words *w, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
moot_code walk_why_not(moot_walk *walk, const words *w, moot_buf *out,
                       moot_err *err) MOOT_MUST_CHECK;
/* How the date of a deadline came about. */
moot_code walk_why_due(moot_walk *walk, const char *name, moot_buf *out,
                       moot_err *err) MOOT_MUST_CHECK;
moot_code walk_clause(moot_walk *walk, const words *w, moot_buf *out,
                      moot_err *err) MOOT_MUST_CHECK;
/* The fact that an unknown condition waits for, NULL. */
const char *walk_missing(moot_walk *walk, int32_t cond, int32_t child);

#endif
