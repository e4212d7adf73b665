/* line: lines of input, one by one: with readline at a terminal (editing, completion, hints, searchable
 * history, paste of several lines as one entry), plainly otherwise.
 *
 * History is kept between sessions in the user's own state folder, readable by nobody else, because lines
 * of a walk may hold what is known of a case. */
#ifndef MOOT_LINE_H
#define MOOT_LINE_H

#include <stddef.h>

#include "vm/base/err.h"

/* The i-th word that may stand where `word` begins after `line` has been typed so far; NULL past
 * the last. */
typedef const char *moot_line_words(void *user, const char *line, const char *word, size_t i);
/* What would complete the line typed so far, NULL: nothing. Good until the next call. */
typedef const char *moot_line_hint(void *user, const char *line);

/* Does the line tell what the history should not keep? */
typedef int moot_line_tells(void *user, const char *line);

/* May a line of the history stand in grey before everybody who sees the screen? */
typedef int moot_line_shows(void *user, const char *line);

typedef struct moot_line {
    int terminal;
    char *text; /* owned: the line last given */
    size_t cap;
    int stopped; /* the line before was interrupted, and nothing had been typed in it */
    int dropped; /* the line last given was interrupted, so it is empty */
    int number;  /* of the line last given, from 1 */
    char history[4096]; /* file, "" for none */
} moot_line;

typedef struct moot_line_options {
    moot_line_words *words; /* NULL: nothing is completed */
    moot_line_hint *hint;   /* NULL: no hints; the history gives some too */
    void *user;
    const char *history; /* file; NULL: nothing is kept for the next session */
    moot_line_tells *tells; /* NULL: the file keeps every line */
    moot_line_shows *shows; /* NULL: each may be a hint */
} moot_line_options;

/* One at a time: readline has one terminal. */
void moot_line_open(moot_line *line, const moot_line_options *options);
void moot_line_close(moot_line *line);
/* The next line without its end, NULL at the end of the input; a paste may hold line ends. Borrowed until
 * the next call. At a terminal an interrupted line comes back empty; interrupted twice in a row with
 * nothing typed, the input ends. */
const char *moot_line_next(moot_line *line, const char *prompt);
/* Not 0 when lines were typed at the terminal that nobody has read yet. */
int moot_line_waits(const moot_line *line);
/* Not 0 when Ctrl-C was pressed since the line was given: the work stops, the session does not. */
int moot_line_interrupted(void);

#endif
