/* clauses: reads a clause table, protocols/clauses/NAME.tsv: one clause a line, columns divided by tabs, the first line
 * naming them (`clause`, …, `operational`). Only these two columns are read here; the rest is for people. */
#ifndef MOOT_CLAUSES_H
#define MOOT_CLAUSES_H

#include "lua/compile/compile.h"
#include "vm/base/arena.h"

typedef struct moot_clauses {
    moot_clause_ids view; /* borrowed from the arena: good until the table is freed */
    char sha[65];         /* SHA-256 of the table as it stands */
    moot_arena arena;
} moot_clauses;

/* Reads a table's text. Errors: MOOT_EDATA with the line: no column called `clause`, a line without an id, an id given
 * twice, bytes that are not UTF-8. */
moot_code moot_clauses_parse(const char *text, size_t len, const char *file, moot_clauses **out_clauses, moot_err *err)
    MOOT_MUST_CHECK;
/* Reads a file. MOOT_ESYSTEM when it cannot be read, MOOT_ELIMIT beyond 4 MB. The caller frees. */
moot_code moot_clauses_read(const char *path, moot_clauses **out_clauses, moot_err *err) MOOT_MUST_CHECK;
/* The table `clauses/NAME.tsv` beside a script. */
moot_code moot_clauses_beside(const char *script_path, const char *name, moot_clauses **out_clauses, moot_err *err)
    MOOT_MUST_CHECK;
void moot_clauses_free(moot_clauses *clauses);

#endif
