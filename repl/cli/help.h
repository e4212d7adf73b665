/* help: what `moot help` shows, and completion for shells: texts made from the table of commands (cli_table.c) and the
 * reference of words (lua/reference/reference.h). Nothing is printed here; text is appended to `out`. */
#ifndef MOOT_HELP_H
#define MOOT_HELP_H

#include "lua/sandbox/cli_state.h"

/* The commands by what they are for, on one screen. */
void moot_help_program(const moot_cli_program *program, moot_buf *out);
/* A topic that is no command: "words", "status", a word of protocols ("stage"; "word", "due" where a command has the
 * name too) or of scenarios ("scenario", "event"). `more` may be NULL. Returns 0 if there is none. */
int moot_help_topic(const char *topic, const char *more, moot_buf *out);
/* The topic that a mistyped one most likely meant, commands among them; NULL. Borrowed from tables. */
const char *moot_help_nearest(const moot_cli_program *program, const char *topic);

/* A script that teaches a shell the commands, their options and the words of help. Error: MOOT_EUSAGE for a shell
 * that is not known. */
moot_code moot_help_completion(const moot_cli_program *program, const char *shell, moot_buf *out,
                               moot_err *err) MOOT_MUST_CHECK;

#endif
