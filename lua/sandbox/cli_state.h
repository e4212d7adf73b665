/* cli_state: reads a command line with argparse, a Lua module that is embedded as text.
 *
 * argparse runs in a Lua state of its own, which never sees a protocol: it gets the base, table,
 * string and math libraries, no io and no os. It lays out a command's help and sorts words into options and
 * arguments; what the commands and options are is a C table of the caller's (repl/cli/cli_table.c), so that
 * help, parsing and completion cannot differ.
 *
 * Nothing is printed and nothing exits: help comes back as text, a mistake as MOOT_EUSAGE. */
#ifndef MOOT_CLI_STATE_H
#define MOOT_CLI_STATE_H

#include "vm/base/arena.h"
#include "vm/base/err.h"

typedef struct moot_cli_option {
    const char *names; /* "-j --jobs": the last is the key under which its value is found, without
                          its dashes */
    const char *value; /* "N"; NULL: a flag, which takes no value; "FILE ...": it may be given again and again */
    const char *help;
} moot_cli_option;

typedef struct moot_cli_argument {
    const char *name;  /* "PROTOCOL"; its key is the same in small letters */
    const char *times; /* "1", "?", "+", "*" */
    const char *help;
} moot_cli_argument;

#define MOOT_CLI_ARGUMENTS 3

typedef struct moot_cli_command {
    const char *name, *summary;                      /* "due", one line for the list of commands */
    const char *about;                               /* a paragraph for its own help */
    moot_cli_argument arguments[MOOT_CLI_ARGUMENTS]; /* the first without a name ends them */
    const moot_cli_option *const *options;           /* ended by NULL */
    const char *examples; /* last words of its help: two lines that can be typed */
    const char *group;    /* its heading in the list of commands; NULL: the last one */
} moot_cli_command;

typedef struct moot_cli_program {
    const char *name, *about, *epilog;
    const moot_cli_command *const *commands; /* ended by NULL */
} moot_cli_program;

typedef struct moot_cli_word {
    const char *key, *value; /* "jobs", "2"; a flag has the value "" ; an argument that is repeated
                                comes repeatedly */
} moot_cli_word;

typedef struct moot_cli_words {
    const char *help; /* text for standard output: --help was among the words; NULL otherwise */
    moot_cli_word *words;
    size_t count;
    moot_arena arena; /* owns all of it */
} moot_cli_words;

/* Sorts the words after the command's name. Each of `args` is checked UTF-8. The caller owns
 * *out_words (also when it fails, it may be passed to _done). Errors: MOOT_EUSAGE with one
 * sentence; MOOT_ENOMEM. */
moot_code moot_cli_state_parse(const moot_cli_program *program, const moot_cli_command *command,
                               const char *const *args, size_t count, moot_cli_words *out_words,
                               moot_err *err) MOOT_MUST_CHECK;
void moot_cli_words_done(moot_cli_words *words);

/* "Lua 5.4.4", for --version. */
const char *moot_cli_lua_release(void);

#endif
