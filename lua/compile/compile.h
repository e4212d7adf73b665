/* compile: turns a node tree into an immutable vm protocol. Resolves every name (forwards too), checks what needs more
 * than one declaration, and freezes. Every mistake is reported with its place, declaration and the nearest valid name;
 * several in one run. */
#ifndef MOOT_COMPILE_H
#define MOOT_COMPILE_H

#include "lua/load/node.h"
#include "vm/protocol/protocol.h"

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

/* The same for a variant of a protocol that was compiled from the same script's baseline: it shares what is the same
 * (moot_protocol_new_like). `like` NULL: for none. */
moot_code moot_compile_like(const moot_script *script, const moot_clause_ids *clauses, moot_protocol *like,
                            moot_protocol **out_protocol, moot_errs *errs, moot_errs *warnings) MOOT_MUST_CHECK;

/* Compiles with the clause tables of the script and of what it extends, found beside each (clauses/NAME.tsv); without
 * `checked` they are not read, and ids go unchecked. The protocol is the same. */
moot_code moot_compile_script(const moot_script *script, int checked, moot_protocol **out_protocol, moot_errs *errs,
                              moot_errs *warnings) MOOT_MUST_CHECK;

/* Load and compile in one go; What `moot check`, `run`,
 * `repl` use. */
moot_code moot_protocol_load(const char *path, const char *stdlib_dir, moot_protocol **out_protocol, moot_errs *errs,
                             moot_errs *warnings) MOOT_MUST_CHECK;
/* The same with all the options of moot_script_load, which may be NULL. */
struct moot_load_options;
moot_code moot_protocol_load_with(const char *path, const struct moot_load_options *options, moot_protocol **out_protocol,
                                  moot_errs *errs, moot_errs *warnings) MOOT_MUST_CHECK;

/* ---- files of variants ---- */

/* The baseline and its variants, in the order of the file, sweeps spread out; they share what is the same
 * (vm/protocol/protocol_share.c), and lie folded: whoever reads one's tables, runs it or binds something to it holds it with
 * moot_protocol_unfold. Its id, its hash and its counts can be read at any time. A variant's id is "stockport-2018 / weekly panel", and its hash that of the same text anywhere:
 * what else the file holds does not matter. */
typedef struct moot_variants {
    moot_protocol *baseline;
    moot_protocol **list;
    int32_t count;
    int32_t *alone; /* per variant: the reading of the baseline whose declaration alone is another; -1: none is, or more is changed */
} moot_variants;

/* Compiles all of a script, which may also be no file of variants: a baseline alone then. One variant that is wrong does
 * not stop the others. Done in any case. */
moot_code moot_variants_compile(const moot_script *script, int checked, moot_variants *out, moot_errs *errs,
                                moot_errs *warnings) MOOT_MUST_CHECK;
/* Load and compile in one go. Warnings tell variants that change nothing. */
moot_code moot_variants_load(const char *path, const char *stdlib_dir, moot_variants *out, moot_errs *errs,
                             moot_errs *warnings) MOOT_MUST_CHECK;
void moot_variants_done(moot_variants *variants);

#endif
