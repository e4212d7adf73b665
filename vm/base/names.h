/* names: a table that gives every text a small number, and the guess at what a mistyped word
 * meant.
 *
 * A moot_names belongs to one thread while it is filled; after that any number may read it.
 * Numbers count up from 0 in the order of adding, so they are the same in every run. Texts are
 * copied and live as long as the table. Two texts are the same name if their bytes are
 * (normalise first: text.h). */
#ifndef MOOT_NAMES_H
#define MOOT_NAMES_H

#include "arena.h"

typedef struct moot_names {
    struct moot_name_slot *slots; /* owned: the hash table, half empty */
    size_t slot_count;
    const char **texts;           /* owned: text of each id; may be given to moot_nearest */
    size_t count, cap;
    moot_arena arena;
} moot_names;

void moot_names_init(moot_names *names);
void moot_names_done(moot_names *names);
void moot_names_clear(moot_names *names); /* forgets all texts, keeps the room for the next use */
/* The id of a text, new or known; -1 when memory ends (the table is then as before). */
int moot_names_add(moot_names *names, const char *text) MOOT_MUST_CHECK;
int moot_names_addn(moot_names *names, const char *text, size_t len) MOOT_MUST_CHECK;
/* The id of a text, or -1 if it has none. */
int moot_names_find(const moot_names *names, const char *text);
int moot_names_findn(const moot_names *names, const char *text, size_t len);
/* Text of an id that the table gave; borrowed from the table. Any other id is a MOOT_BUG. */
const char *moot_names_text(const moot_names *names, int id);

size_t moot_names_bytes(const moot_names *names); /* that it holds, but for the texts in its arena */

/* The name that a mistyped word most likely meant: fewest letters changed, added, dropped or
 * swapped with their neighbour (Damerau and Levenshtein, over code points, capitals ignored), at
 * most a third of the word's length and at least one. If there is none: the name that has most
 * of its words of four letters or more, and more than half of them, with the fewest letters
 * besides: "ask support" is "ask for support". The first of equals in the order given; NULL if none is near. Words and names over 64
 * code points are never near. Entries that are NULL are skipped. */
const char *moot_nearest(const char *word, const char *const *names, size_t count);
const char *moot_names_nearest(const moot_names *names, const char *word);

#endif
