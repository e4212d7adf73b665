/* law: the sources of law that a protocol cites, and the line that everything ends with that rests on them.
 *
 * A source comes from stdlib's table of law (stdlib/law.lua); a protocol holds those that its declarations cite, as their
 * clause or as their `law`. What was not read in the source itself bears a mark, which is shown wherever a user sees the
 * rule. */
#ifndef MOOT_LAW_H
#define MOOT_LAW_H

#include "vm/protocol/protocol.h"

/* "to be checked: from general knowledge", "to be checked: only the opening of the page was read", "" without a mark. */
const char *moot_mark_text(char mark);
/* " (to be checked: …)" where a clause is the id of a source that bears a mark, or whose dates bear one; else "". Stands
 * behind the clause. */
const char *moot_clause_mark(const moot_protocol *protocol, const char *clause);
const char *moot_clause_key(const moot_protocol *protocol, const char *clause); /* the same short: " (K)", " (dates K)", "" */
const char *moot_clause_key_alone(const moot_protocol *protocol, const char *clause); /* "K", "dates K": for a cell of its own */
const char *moot_source_mark(const moot_law *source); /* the same of a source */
extern const char moot_marks_explained[]; /* one sentence on what (K) and (V) behind a clause mean */
int moot_not_commenced(const moot_law *source);
/* The id of the source of which one is a part, as a length of its own id: "CA89 s.23C(2)" is of "CA89 s.23C", that of "CA89".
 * 0: of none. A source that says nothing of when it began did so with the nearest of these that does. */
size_t moot_law_whole(const char *id, size_t len);
/* The day as at which all of a protocol's law is known: the earliest of its sources'; MOOT_DAY_MIN if it cites none. */
moot_day moot_law_as_at(const moot_protocol *protocol);
/* "Not legal advice; law as at 2026-09-01; open points: …; to be checked: …": one line, without its newline; nothing when
 * no law took part. What the header of the protocol leaves open stands before it: it is so of every answer. */
void moot_law_note(const moot_protocol *protocol, moot_buf *out);
/* The same, and what its marks mean. */
void moot_law_tell(const moot_protocol *protocol, moot_buf *out);

/* A part of a protocol's law: the sources and the declarations on which one case came to rest (relied.h). */
typedef struct moot_law_part {
    const uint8_t *laws;            /* per source: 1, it is of the part */
    const uint8_t *readings;        /* per reading                       */
    const moot_decl *const *decls;  /* rules that took part              */
    int32_t decls_count;
} moot_law_part;
moot_day moot_law_part_as_at(const moot_protocol *protocol, const moot_law_part *part); /* part may be NULL: all */
/* The note about a part; nothing if it is empty. */
void moot_law_part_note(const moot_protocol *protocol, const moot_law_part *part, moot_buf *out);

#endif
