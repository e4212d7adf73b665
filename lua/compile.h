/* compile: turns a node tree into an immutable vm protocol. Resolves every name (forwards too), checks what needs more
 * than one declaration, and freezes. Every mistake is reported with its place, declaration and the nearest valid name;
 * several in one run. */
#ifndef MOOT_COMPILE_H
#define MOOT_COMPILE_H

#include "lua/node.h"
#include "vm/protocol.h"

/* The clause ids of a clause table (protocols/clauses/NAME.tsv), for "unknown clause" findings. NULL: not checked. Of a
 * protocol that extends others, each file's ids are checked against its own table: a list, its own first. */
typedef struct moot_clause_ids {
    const char *const *ids;
    const char *const *operational; /* "yes", "partly", "no" per id */
    int32_t count;
    const char *name;               /* of the table; NULL: a file without one, whose ids are not checked */
    const char *file;               /* whose ids they are, as nodes have it; NULL: any that no other table is for */
    const struct moot_clause_ids *next;
} moot_clause_ids;

/* On success *out_protocol is owned by the caller; warnings (findings that do not stop) are appended to `warnings`,
 * which may be NULL. On failure the errors are in `errs`. The script may be freed afterwards. */
moot_code moot_compile(const moot_script *script, const moot_clause_ids *clauses, moot_protocol **out_protocol,
                       moot_errs *errs, moot_errs *warnings) MOOT_MUST_CHECK;

/* Compiles with the clause tables of the script and of what it extends, found beside each (clauses/NAME.tsv); without
 * `checked` they are not read, and ids go unchecked. The protocol is the same. */
moot_code moot_compile_script(const moot_script *script, int checked, moot_protocol **out_protocol, moot_errs *errs,
                              moot_errs *warnings) MOOT_MUST_CHECK;

/* Load and compile in one go; What `moot check`, `run`,
 * `repl` use. */
moot_code moot_protocol_load(const char *path, const char *stdlib_dir, moot_protocol **out_protocol, moot_errs *errs,
                             moot_errs *warnings) MOOT_MUST_CHECK;

#endif
