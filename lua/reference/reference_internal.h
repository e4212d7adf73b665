/* reference_internal: what the files of reference share: reference.c (questions to the tables), reference_page.c
 * (Markdown), reference_help.c (words on the screen), reference_no_word.c (fields and built-in facts there),
 * reference_meta.c (definitions for editors and names for luacheck). */
#ifndef MOOT_REFERENCE_INTERNAL_H
#define MOOT_REFERENCE_INTERNAL_H

#include "lua/load/schema.h"
#include "lua/reference/reference.h"
#include "lua/scenario/scenario.h"

/* The ways in which a word is written: `stage "name" { … }`; the i-th, 0 past the last. */
int reference_form(const moot_word *word, size_t i, moot_buf *out);
/* The same of a word of scenarios. */
int reference_scenario_form(const moot_scenario_word *word, size_t i, moot_buf *out);
/* What a field takes, in words: "a duration, such as hours(48)", "\"of\" or \"beginning with\"". */
void reference_takes(const moot_field_spec *field, moot_buf *out);
void reference_scenario_takes(const moot_scenario_field *field, moot_buf *out);
/* "first|second" as "\"first\" or \"second\"". */
void reference_choices(const char *choices, moot_buf *out);
/* A clause is asked of a word that needs one, by whatever the common field says. */
int reference_is_required(const moot_word *word, const moot_field_spec *field);
/* How the word says a clause, and which: the sample of its page, else the example of its row, with *out_from NULL. */
const char *reference_sample(const moot_word *word, const char **out_from);
/* "stockport-2018 3.5/1" as "Stockport 2018, clause 3.5/1". */
void reference_clause(const char *from, moot_buf *out);
/* Each line of a text with something in front. */
void reference_lines(const char *text, const char *before, moot_buf *out);
/* A name with - for what may not stand in the name of a file, or _ in a name of Lua. */
void reference_slug(const char *name, char put, moot_buf *out);

/* The screen. Appends a text wrapped at blanks, in lines of 78 cells at most; the cursor stands in column `at`, further
 * lines begin in column `indent`. */
void reference_wrap(const char *text, size_t at, size_t indent, moot_buf *out);
/* "  name          text", the text wrapped in its column. */
void reference_entry(const char *name, const char *text, moot_buf *out);
/* What a field of a word says, takes, and is when it is left out, in one text. */
void reference_field(const moot_word *word, const moot_field_spec *field, moot_buf *out);

/* Markdown. */
void reference_page(const moot_word *word, moot_buf *out);
void reference_scenario_page(const moot_scenario_word *word, moot_buf *out);
void reference_kind_page(const moot_scenario_kind *kind, moot_buf *out);
void reference_index(moot_buf *out);
void reference_scenario_index(moot_buf *out);

/* Definitions of one group of words; of what fields take; of scenarios. */
void reference_meta(size_t group, moot_buf *out);
void reference_meta_types(moot_buf *out);
void reference_meta_scenario(moot_buf *out);
void reference_luacheck(moot_buf *out);

#endif
