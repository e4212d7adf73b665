/* tell: the small pieces of text that the walk's screens are made of. Sentences and reasons are
 * vm/engine/why.h's.
 *
 * Text is appended to a buffer; what memory could not hold shows in moot_buf_ok. */
#ifndef MOOT_TELL_H
#define MOOT_TELL_H

#include "vm/engine/result.h"

/* One entry of the log as a line: number, time, sentence, clause; `indent` blanks before it. */
void moot_tell_line(const moot_case *c, const moot_entry *entry, int indent, moot_buf *out);
/* One entry as a sentence; a signature says whose it is. */
void moot_tell_sentence(const moot_case *c, const moot_entry *entry, moot_buf *out);
/* "  [CLAUSE]", and "  [CLAUSE (K)]" where it is a source of law that is still to be checked; nothing for "" or NULL. */
void moot_tell_clause(const moot_protocol *protocol, const char *clause, moot_buf *out);
/* "a, b and c". */
void moot_tell_names(moot_result_names names, moot_buf *out);
/* How long from one instant to a later one, in its two largest units: "2 days 3 hours", "45
 * minutes". */
void moot_tell_span(moot_instant from, moot_instant to, moot_buf *out);

#endif
