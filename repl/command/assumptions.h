/* assumptions: what `moot check PROTOCOL --assume FILE` tells of a file of assumptions: its mistakes, and what a modelled
 * run would still miss, each with the line to add. */
#ifndef MOOT_ASSUMPTIONS_H
#define MOOT_ASSUMPTIONS_H

#include "lua/compile/compile.h"
#include "repl/cli/cmd.h"

typedef struct moot_assumptions_count {
    size_t errors, missing;
} moot_assumptions_count;

/* Checks the file against a protocol and its variants; `protocol_path` is its script. What is missing is told once, for the
 * first protocol that lacks it. Raises the status for what stopped it; what was found is the caller's answer. */
moot_assumptions_count moot_assumptions_check(moot_app *app, const char *path, const char *protocol_path,
                                              const moot_variants *all);

#endif
