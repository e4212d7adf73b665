/* session_told: a transcript that is played again: what it says that its lines rest on.
 *
 * Lines that begin with MOOT_WALK_TOLD stand before the line that needs them: a case that was told before the transcript began
 * or by another sitting, the names of cases that were kept then, scores of the quiz, files. Each is given to moot_told_item;
 * before the next line is played moot_told_end puts what they say where it belongs. */
#ifndef MOOT_SESSION_TOLD_H
#define MOOT_SESSION_TOLD_H

#include "repl/walk/session.h"

typedef struct moot_told_row {
    const char *id, *protocol;
    int64_t steps;
} moot_told_row;

/* Errors: MOOT_EDATA with one sentence, MOOT_ENOMEM; of moot_told_end also those of the store. */
moot_code moot_told_new(moot_session *s, moot_told **out_told, moot_err *err) MOOT_MUST_CHECK;
void moot_told_free(moot_told *told);
moot_code moot_told_item(moot_told *told, const char *json, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_told_end(moot_told *told, moot_err *err) MOOT_MUST_CHECK;
/* The line was played: what was said for it alone is forgotten. */
void moot_told_played(moot_told *told);
/* The name of the case that begins with the line that is played now; "": it has the first that is free. */
const char *moot_told_name(const moot_told *told);
/* Cases that were kept when the transcript was written, as far as it says so. */
int32_t moot_told_count(const moot_told *told);
const moot_told_row *moot_told_kept(const moot_told *told, int32_t i);
int moot_told_has(const moot_told *told, const char *id);
/* What was said of the lesson of that case, which could not go on as it was opened; NULL: nothing. */
const char *moot_told_lost(const moot_told *told, const char *id);
/* The score of the quiz at that time; 0 when memory ends. */
int moot_told_scores(const moot_told *told, moot_walk *walk);

#endif
