/* why_build: what the files of why share. Not for others: include why.h. */
#ifndef MOOT_WHY_BUILD_H
#define MOOT_WHY_BUILD_H

#include "vm/engine/why.h"

/* ---- why.c ---- */

void moot_why__when(const moot_case *c, moot_when when, moot_buf *out);
/* What an answer has told so far: where several chains come to the same entry, it is told once, so
 * an answer is never longer than the log. _done also after a failed _init. */
typedef struct moot_why_told {
    uint8_t *seen;          /* per entry, by its number */
    uint8_t *readings;      /* likewise, per reading */
    const uint8_t *dead;    /* likewise, those that are superseded; NULL: none */
    moot_arena arena, kept; /* for one step; for all */
} moot_why_told;
moot_code moot_why__told_init(moot_why_told *told, const moot_case *c,
                              moot_err *err) MOOT_MUST_CHECK;
void moot_why__told_done(moot_why_told *told);
/* One step: the entry with its clause, rule, source, count and facts. */
moot_code moot_why__tell(moot_why_told *told, const moot_case *c, const moot_entry *e,
                         moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* The chain of entry n, the newest first, as far as it is not told yet. */
moot_code moot_why__chain(moot_why_told *told, const moot_case *c, int32_t n, moot_buf *out,
                          moot_err *err) MOOT_MUST_CHECK;
/* Is it about a clock that the case still has? Then e->clock is its index. */
int moot_why__of_clock(const moot_case *c, const moot_entry *e);
/* The entry before number `before` that gave a clock its date: the newest that moved it, else the
 * one that started it. */
int32_t moot_why__dated(const moot_case *c, int32_t clock, int32_t before);
/* Is `target` in the chain of entry n? */
int moot_why__leads_to(const moot_case *c, int32_t n, int32_t target);
/* How a clock stands and when it is due, without the count. */
void moot_why__clock(const moot_case *c, const moot_clock *clock, moot_buf *out);

/* ---- why_count.c ---- */

/* How a clock's date came about: what it runs from, the convention, each day; then the other
 * readings that would give another date, the safest first. Nothing of a clock without a date. */
void moot_why__count(const moot_case *c, const moot_clock *clock, moot_buf *out);

/* ---- why_not.c ---- */

/* Somebody who asks about what did not happen; conditions are read as at the case's now. */
typedef struct moot_why_asker {
    const moot_case *c;
    moot_buf *out;
    moot_facts facts; /* the case's, read at its now; borrows from it */
} moot_why_asker;
void moot_why__ask(moot_why_asker *a, const moot_case *c, moot_buf *out);
/* A condition with each of its tests; nothing when there is none. `whose`: "its". */
void moot_why__condition(moot_why_asker *a, int32_t cond, int32_t child, const char *whose);
/* That a stage never began, and what it would have begun with. */
void moot_why__never_begun(moot_why_asker *a, int32_t stage);
/* What it would begin with alone: its trigger and condition, and the outcomes that go there. */
void moot_why__begins(moot_why_asker *a, int32_t stage);
/* The name in a table of declarations that is nearest to a word; NULL. Borrowed from the table. */
const char *moot_why__nearest(const char *word, const void *table, int32_t count, size_t size);
/* MOOT_EUSAGE: the protocol has no stage "x"; did you mean "y"? */
moot_code moot_why__no_such(const char *kind, const char *word, const char *near, moot_err *err);

/* ---- why_thing.c ---- */

/* Is it the name of a stage, a panel, a deadline or an act? */
int moot_why__is_thing(const moot_protocol *p, const char *name);
/* What became of the first of these that has the name. */
moot_code moot_why__thing(const moot_case *c, const char *name, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
