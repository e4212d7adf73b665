/* walk: one case walked through a protocol by hand, with the oracle *asked*: somebody says what
 * happens, line by line, and each line is answered with what changed and why.
 *
 * A walk is its list of steps: facts given before the start, things that happened, time that
 * passed. After each step the case is made anew from all of them, so undo is to drop the last, and
 * a walk of today is a caseload of tomorrow. Lines are read by read_case.h, the reader of
 * caseloads: the same words, the same messages.
 *
 * Nothing is printed here: text is appended to `out`. */
#ifndef MOOT_WALK_H
#define MOOT_WALK_H

#include "vm/engine.h"

typedef struct moot_walk moot_walk;

/* The protocol, the path of its script (beside which its clause table lies) and what calls its
 * helpers are borrowed. law_as_at: MOOT_DAY_MIN for the case's own dates. */
moot_code moot_walk_new(const moot_protocol *protocol, const char *script,
                        const moot_helper_host *helpers, moot_day law_as_at, moot_walk **out_walk,
                        moot_err *err) MOOT_MUST_CHECK;
void moot_walk_free(moot_walk *walk);

/* Carries out one line. *out_quit is set by `quit`. A line that is not understood, or says what
 * cannot be, changes nothing. Errors: MOOT_EDATA with one sentence; MOOT_ENOMEM, MOOT_ELIMIT. */
moot_code moot_walk_line(moot_walk *walk, const char *line, moot_buf *out, int *out_quit,
                         moot_err *err) MOOT_MUST_CHECK;

/* "walk 2026-05-21 mediation": where the case is. */
void moot_walk_prompt(const moot_walk *walk, moot_buf *out);
/* The case as it stands, NULL while nothing has happened. Borrowed until the next line. */
const moot_case *moot_walk_case(const moot_walk *walk);
/* Words that may come next after the words of `line`, for completion: the i-th that starts with
 * `word`, NULL past the last. Borrowed from the protocol. */
const char *moot_walk_complete(const moot_walk *walk, const char *line, const char *word, size_t i);

#endif
