/* clause: what a clause says, from the clause table that lies beside a script (clauses/NAME.tsv). */
#ifndef MOOT_CLAUSE_H
#define MOOT_CLAUSE_H

#include "vm/base/buf.h"

/* Appends the rule, its limit and its ambiguity, a line each, indented; 0 when there is no such
 * table or no such clause. */
int moot_clause_text(const char *script, const char *table, const char *clause, moot_buf *out);

/* Its rule alone, as one line; nothing when that is not known. */
void moot_clause_rule(const char *script, const char *table, const char *clause, moot_buf *out);

#endif
