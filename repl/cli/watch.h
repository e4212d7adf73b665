/* watch: waits until somebody saves a file that a check has read.
 *
 * A protocol is watched with what it may be made of: the scripts and Markdown beside it, the tables in the folder
 * `clauses` beside it, and a folder of modules if one is given. Files are looked at four times a second by name, size
 * and time, so it does not matter how an editor saves: in place, or by a new file that takes the old one's name. While
 * a save is under way, or a file is gone for a moment, the wait goes on. */
#ifndef MOOT_WATCH_H
#define MOOT_WATCH_H

#include <stddef.h>
#include <stdint.h>

typedef struct moot_watch {
    const char *const *paths; /* of protocols, borrowed */
    size_t count;
    const char *modules; /* --stdlib, NULL */
    int (*stopped)(void); /* has Ctrl-C been pressed? */
    uint64_t seen;       /* how the files looked when they were last taken */
} moot_watch;

/* Takes the files as they are now. From here on Ctrl-C ends the wait instead of the program. `stopped`: of a program that
 * catches Ctrl-C itself; NULL: it is caught here. */
void moot_watch_begin(moot_watch *watch, const char *const *paths, size_t count, const char *modules, int (*stopped)(void));
/* Returns 1 when something was saved since, 0 when Ctrl-C was pressed. */
int moot_watch_wait(moot_watch *watch);

#endif
