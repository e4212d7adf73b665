/* tell: a case's log in words: one entry as a sentence, and the chain of reasons behind one. For `moot why` and the REPL.
 *
 * Text is appended to a buffer; what memory could not hold shows in moot_buf_ok. `arena` is scratch. */
#ifndef MOOT_TELL_H
#define MOOT_TELL_H

#include "vm/result.h"

/* `enters "mediation"`, `leaves "mediation": still homeless`, `verdict "joint assessment": late`. */
void moot_tell_what(const moot_case *c, const moot_entry *entry, moot_arena *arena, moot_buf *out);
/* "clause 3.7/1, stockport-2018.lua:42"; "" when it carries out no declaration. */
void moot_tell_place(const moot_entry *entry, moot_arena *arena, moot_buf *out);
/* One line: number, time, what, clause. `indent` blanks before it. */
void moot_tell_line(const moot_case *c, const moot_entry *entry, int indent, moot_arena *arena, moot_buf *out);
/* The entry, what it read, and the entries that led to it, nearest first, one below the other. */
void moot_tell_why(const moot_case *c, int32_t n, moot_arena *arena, moot_buf *out);
/* The due date of a clock, counted day by day, for the clock of an entry; nothing when it has none. */
void moot_tell_count(const moot_case *c, const moot_entry *entry, moot_buf *out);
/* "a, b and c". */
void moot_tell_names(moot_result_names names, moot_buf *out);
/* How long from one instant to a later one: "2 days 3 hours", "45 minutes"; whole minutes. */
void moot_tell_span(moot_instant from, moot_instant to, moot_buf *out);
/* Entry n of a kept log, NULL. */
const moot_entry *moot_tell_entry(const moot_case *c, int32_t n);

#endif
