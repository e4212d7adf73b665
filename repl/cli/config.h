/* config: what a user has set once for all, in a small file: $MOOT_CONFIG, else moot/config in $XDG_CONFIG_HOME
 * (~/.config). A line is NAME = VALUE, or a remark that begins with #.
 *
 *     mode = presenter       how answers are printed at a terminal
 *     history = commands     the history keeps no line that tells something of a case
 *
 * The command line goes before the environment, that before the file, and the file before what moot does by itself. The
 * settings speak of terminals: what is not typed at one gives the same bytes whatever stands there. `moot config` prints
 * each value with its origin. */
#ifndef MOOT_CONFIG_H
#define MOOT_CONFIG_H

#include "vm/base/buf.h"
#include "vm/base/err.h"

/* name, what moot does by itself, the values (NULL: any text), what it is */
#define MOOT_SETTINGS(X)                                                                                          \
    X(EDITOR, "editor", "vi", NULL, "the program that .edit opens a script with")                                 \
    X(HINTS, "hints", "on", "on off", "grey hints while a line is typed")                                         \
    X(HISTORY, "history", "all", "all commands none",                                                             \
      "lines kept for the next session; commands: none that tells something of a case")                           \
    X(MODE, "mode", "table", "plain table presenter csv markdown json", "how answers are printed")                \
    X(PAGER, "pager", "less -FIRX 2>/dev/null || cat", NULL, "the program that shows what is longer than the screen") \
    X(STORE, "store", "", NULL, "the file that keeps the cases of a walk; walks.db in the state folder if there is none") \
    X(TIMER, "timer", "off", "on off", "how long each answer took")                                               \
    X(VIEWER, "viewer", "", NULL, "the spreadsheet program that .view opens the last answer with")

typedef enum moot_setting {
#define X(key, name, value, values, what) MOOT_SET_##key,
    MOOT_SETTINGS(X)
#undef X
    MOOT_SET_COUNT
} moot_setting;

typedef struct moot_config {
    char value[MOOT_SET_COUNT][1024];
    const char *origin[MOOT_SET_COUNT]; /* "the file", "PAGER", "by itself" */
    char path[1024];                    /* of the file, whether it is there or not; "" when there is no place for one */
} moot_config;

/* What moot does by itself, then the file unless `no_file`, then the environment. What is wrong in the file, or
 * too long in the environment, is told in *errs, a sentence each, and left as it was. */
void moot_config_read(moot_config *config, int no_file, moot_errs *errs);
/* "NAME = VALUE  (origin)", a line each. */
void moot_config_tell(const moot_config *config, moot_buf *out);

#endif
