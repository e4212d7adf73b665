/* line: lines of input, one by one: with readline at a terminal (editing, completion, search),
 * plainly otherwise.
 *
 * Nothing is written to a history file: lines of a walk may hold what is known of a case. */
#ifndef MOOT_LINE_H
#define MOOT_LINE_H

#include <stddef.h>

#include "vm/err.h"

/* The i-th word that may stand where `word` begins after `line` has been typed so far; NULL past
 * the last. */
typedef const char *moot_line_words(void *user, const char *line, const char *word, size_t i);

typedef struct moot_line {
    int terminal;
    char *text; /* owned: the line last given */
    size_t cap;
    int stopped; /* the line before was interrupted */
    int number;  /* of the line last given, from 1 */
} moot_line;

/* `words` may be NULL. One at a time: readline has one terminal. */
void moot_line_open(moot_line *line, moot_line_words *words, void *user);
void moot_line_close(moot_line *line);
/* The next line without its end, NULL at the end of the input. Borrowed until the next call. At a
 * terminal an interrupted line comes back empty; interrupted twice in a row, the input ends. */
const char *moot_line_next(moot_line *line, const char *prompt);

#endif
