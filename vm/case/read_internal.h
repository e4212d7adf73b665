/* read_internal: what read_case.c, read_record.c and read_value.c share. */
#ifndef MOOT_READ_INTERNAL_H
#define MOOT_READ_INTERNAL_H

#include "vm/case/read_case.h"

/* ---- saying ---- */

/* The text in quotes, cut where it is long; for the shape of an identifier only its kind. Lives in scratch memory. */
const char *moot_reader__quote(moot_reader *r, const char *text);
/* What stands in a cell, for "not ...": true, 17, "x", a list. */
const char *moot_reader__shown(moot_reader *r, const moot_cell *cell);
/* `; did you mean "x"?` for the nearest of `count` names, or "". */
const char *moot_reader__hint(moot_reader *r, const char *word, const char *const *names, size_t count);
/* Names of a table whose elements begin with their moot_decl, in scratch memory; NULL when memory ends. */
const char **moot_reader__names(moot_reader *r, const void *table, int32_t count, size_t size);
#define MOOT_HINT(r, word, table)                                                                                     \
    moot_reader__hint((r), (word), moot_reader__names((r), (r)->protocol->table, (r)->protocol->table##_count,        \
                                                      sizeof *(r)->protocol->table),                                  \
                      (size_t)(r)->protocol->table##_count)
/* Does one of the other protocols know the name that this one lacks? `find` is moot_find_fact or the like. */
typedef int32_t moot_reader__find(const moot_protocol *protocol, const char *name);
int moot_reader__elsewhere(const moot_reader *r, moot_reader__find *find, const char *name);
void moot_reader__no_memory(moot_reader *r);
/* Adds a warning to the input; the seventeenth and later are dropped. */
void moot_reader__warn(moot_reader *r, const char *fmt, ...) MOOT_PRINTF(2, 3);

/* ---- values (read_value.c); each gives 1, or 0 after telling why not ---- */

int moot_reader__is_text(const moot_cell *cell);
/* A name as names are compared: Normalization Form C. NULL only when memory ends. */
const char *moot_reader__name(moot_reader *r, const char *text);
/* The cell's text as a name; `key` says of what. */
int moot_reader__name_cell(moot_reader *r, const moot_cell *cell, const char **out_name);
int moot_reader__text(moot_reader *r, const moot_cell *cell, const char **out_text); /* gated, copied to the input */
int moot_reader__when(moot_reader *r, const moot_cell *cell, moot_when *out_when);
int moot_reader__yes(moot_reader *r, const moot_cell *cell, int *out_yes);
int moot_reader__party(moot_reader *r, const moot_cell *cell, int32_t *out_party);
/* NULL is unknown. The cell's key need not be the fact's name. */
int moot_reader__value(moot_reader *r, int32_t fact, const moot_cell *cell, moot_value *out_value);
/* Plain or JSON whole number. */
int moot_reader__integer(const moot_cell *cell, int64_t *out_number);

/* ---- events (read_record.c) ---- */

void moot_reader__events(moot_reader *r, const moot_cell *list);
int moot_reader__child(moot_reader *r, const moot_cell *cell, int32_t *out_child);

#endif
