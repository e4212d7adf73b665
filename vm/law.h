/* law: the sources of law that a protocol cites, and the line that everything ends with that rests on them.
 *
 * A source comes from stdlib's table of law (stdlib/law.lua); a protocol holds those that its declarations cite, as their
 * clause or as their `law`. What was not read in the source itself bears a mark, which is shown wherever a user sees the
 * rule. */
#ifndef MOOT_LAW_H
#define MOOT_LAW_H

#include "vm/protocol.h"

/* "to be checked: from general knowledge", "to be checked: only the opening of the page was read", "" without a mark. */
const char *moot_mark_text(char mark);
/* " (to be checked: …)" where a clause is the id of a source that bears a mark; else "". Stands behind the clause. */
const char *moot_clause_mark(const moot_protocol *protocol, const char *clause);
int moot_not_commenced(const moot_law *source);
/* The day as at which all of a protocol's law is known: the earliest of its sources'; MOOT_DAY_MIN if it cites none. */
moot_day moot_law_as_at(const moot_protocol *protocol);
/* "Not legal advice; law as at 2026-09-01; open points: …; to be checked: …": one line, without its newline; nothing when
 * no law took part. */
void moot_law_note(const moot_protocol *protocol, moot_buf *out);

#endif
