/* hint: what was most likely meant by something mistaken, for the end of a message. The loader's and the compiler's
 * messages offer the same guesses. A guess is only offered, never taken. */
#ifndef MOOT_HINT_H
#define MOOT_HINT_H

#include "lua/load/schema.h"

#define MOOT_HINT 160 /* bytes that hold any */

/* "; write hours(48)" for a value that does not fit a moot_want_id, or "". Returns buf. */
char *moot_hint(int want, const moot_node *node, char *buf, size_t size);
/* The field of this word that people have another name for: "cut_off" is papers; NULL. */
const char *moot_hint_field(const moot_word *word, const char *name);
/* The word for a unit of time, from "hour", "hrs" or "hours"; NULL if it is none. */
const char *moot_unit_word(const char *name);

#endif
