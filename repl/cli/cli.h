/* cli: the commands and options of moot, and one command line once it is read.
 *
 * The table of commands (cli_table.c) is the one list: help, parsing and the nearest name for a mistyped
 * word come from it. A command of interface.md that is not in the table is not a word of the
 * program. */
#ifndef MOOT_CLI_H
#define MOOT_CLI_H

#include "lua/sandbox/cli_state.h"
#include "repl/cli/say.h"

typedef struct moot_cli {
    const moot_cli_command *command; /* NULL: only help or the version was asked for */
    moot_cli_words words;
    int version, licences; /* asked for instead of a command */
} moot_cli;

/* Reads argv. Options may stand before or after the command's name; "--" ends them. No words at
 * all, `help`, -h and --help leave their text in words.help. *out_cli is always good for
 * moot_cli_done. Errors: MOOT_EUSAGE; MOOT_ENOMEM. */
moot_code moot_cli_read(int argc, char **argv, moot_cli *out_cli, moot_err *err) MOOT_MUST_CHECK;
void moot_cli_done(moot_cli *cli);
/* True when --json is among the words, for an error that comes before they are understood. */
int moot_cli_wants_json(int argc, char **argv);

/* Value of an option or argument by its key ("as-of", "protocol"); NULL when it was not given.
 * Borrowed. */
const char *moot_cli_text(const moot_cli *cli, const char *key);
int moot_cli_flag(const moot_cli *cli, const char *key);
/* The i-th value of a repeated argument, NULL past the last. */
const char *moot_cli_nth(const moot_cli *cli, const char *key, size_t i);
/* A whole number from least to most; *out_value is left alone when the option was not given. Error:
 * MOOT_EUSAGE. */
moot_code moot_cli_int(const moot_cli *cli, const char *key, long least, long most, long *out_value,
                       moot_err *err) MOOT_MUST_CHECK;
/* A word of a list ("full brief none"); its index. *out_index is left alone when not given. Error:
 * MOOT_EUSAGE. */
moot_code moot_cli_choice(const moot_cli *cli, const char *key, const char *const *words,
                          size_t count, int *out_index, moot_err *err) MOOT_MUST_CHECK;

/* Names of the commands, for the nearest one; ended by NULL. */
const moot_cli_program *moot_cli_program_table(void);

#endif
