/* markdown: a protocol that is a Markdown document. Its ```moot fences hold the declarations; all else is prose.
 *
 * The fences of a document are one script: prose and fence marks become empty lines, so that a line keeps its number, a
 * letter its column, and a local of one fence is known in the next. A fence counts wherever CommonMark sees one, in a list
 * or a quotation too; a fence of another language, or an indented block, is prose. */
#ifndef MOOT_MARKDOWN_H
#define MOOT_MARKDOWN_H

#include "vm/base/err.h"

/* Whether a file is one, by its name: it ends in .md. */
int moot_is_markdown(const char *path);
/* The script of a document, as long as the text or shorter, NUL-terminated, into `out` of len + 1 bytes. Errors: MOOT_EDATA
 * with the line: a fence that is never closed, a document without any. MOOT_ENOMEM. */
moot_code moot_markdown_script(const char *text, size_t len, char *out, moot_err *err) MOOT_MUST_CHECK;

#endif
