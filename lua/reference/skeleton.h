/* skeleton: the beginning of a protocol script, as text: what `moot new` writes.
 *
 * From a clause table it follows the document: a heading for each section, each clause in the table's words as a
 * comment, and under it, behind "-->", a declaration that may say it, chosen by the clause's kind. Taking the arrow away
 * makes it part of the script. Clauses that cannot run are in `not_run` at once. So what comes out loads as it is, and
 * so does each suggestion when its arrow is taken away; what only a reader of the clause can know stands as "…".
 *
 * From a protocol it is one that extends it: a patch of each of its declarations that a new version is likely to change,
 * in its order, each behind an arrow. */
#ifndef MOOT_SKELETON_H
#define MOOT_SKELETON_H

#include "lua/load/node.h"
#include "vm/base/buf.h"

/* Is this the name of a protocol, council-year: small letters, digits and hyphens, and four digits last? */
int moot_skeleton_name_ok(const char *name);

/* Without a table: a header and one stage as a suggestion. */
void moot_skeleton_empty(const char *name, moot_buf *out);
/* From the text of a clause table; `table` is its name as the field `clauses` has it, NULL when it does not lie where
 * the script will find it. `file` is for messages. Errors: MOOT_EDATA with the line, MOOT_ENOMEM. */
moot_code moot_skeleton_clauses(const char *name, const char *table, const char *text, size_t len, const char *file,
                                moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* From a script that was loaded; `base` is its name as the field `extends` has it. */
void moot_skeleton_extends(const char *name, const char *base, const moot_script *script, moot_buf *out);

#endif
