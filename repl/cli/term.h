/* term: what the terminal can show: colour, width, and a line of progress.
 *
 * Nothing that is data depends on this. Environment variables are read here and nowhere else in
 * repl. */
#ifndef MOOT_TERM_H
#define MOOT_TERM_H

#include <stdint.h>
#include <stdio.h>

/* May this stream have colours? --no-color, then NO_COLOR, forbid; then FORCE_COLOR or
 * CLICOLOR_FORCE allow; then TERM=dumb forbids; else it is a question of being a terminal. Colours
 * never carry meaning alone. */
int moot_term_colour(FILE *stream, int no_color);
int moot_term_is(FILE *stream);

/* Columns to lay out for: COLUMNS, else the terminal's, else 80; at least 40. */
int moot_term_width(FILE *stream);

/* Rows of the terminal, else 24. */
int moot_term_height(FILE *stream);
/* Is plain text wanted, without pictures, hints and redrawing: MOOT_PLAIN, or a dumb terminal? */
int moot_term_plain_wanted(void);
/* A variable of the environment that is set and not empty; NULL. */
const char *moot_term_variable(const char *name);
/* The file of settings: $MOOT_CONFIG, else "…/moot/config" in $XDG_CONFIG_HOME (~/.config). Nothing is made. Returns buf, or
 * NULL when there is no such place. */
char *moot_term_config_file(char *buf, size_t size);
/* "…/moot/NAME" in the folder for the state of programs ($XDG_STATE_HOME, ~/.local/state), which is made
 * if it is missing, for this user alone. Returns buf, or NULL when there is no such place. */
char *moot_term_state_file(const char *name, char *buf, size_t size);

/* What makes text bold and ends it; "" without colour. Nothing else is used: it reads on any theme. */
const char *moot_term_bold(int colour);
const char *moot_term_plain(int colour);

/* A line on standard error that says how far the work is: only on a terminal, only after a second,
 * at most ten times a second, gone when the work ends. The clock is read for nothing else. */
typedef struct moot_progress {
    int on, shown;
    int64_t began_ms, last_ms;
    int64_t before; /* done before it began, by an earlier run: no part of the rate; set after _begin */
} moot_progress;
void moot_progress_begin(moot_progress *progress, int wanted);
void moot_progress_show(moot_progress *progress, const char *what, int64_t done,
                        int64_t total); /* total 0: not known */
void moot_progress_end(moot_progress *progress);

#endif
