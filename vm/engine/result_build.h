/* result_build: what the files of result share while one result is built. Not for others:
 * include result.h. */
#ifndef MOOT_RESULT_BUILD_H
#define MOOT_RESULT_BUILD_H

#include "vm/engine/result.h"

typedef struct moot_result_build {
    const moot_case *c;
    const moot_protocol *protocol;
    moot_arena *arena;
    moot_buf buf;         /* scratch for texts that are then copied to the arena */
    const uint8_t *dead;  /* per entry number: superseded; NULL when none is */
    int no_memory;        /* sticky */
} moot_result_build;

/* Zeroed rows; NULL for none, or with no_memory set. */
void *moot_result__rows(moot_result_build *b, int32_t count, size_t size);
/* The scratch text, or any text, in the arena; "" with no_memory set. */
const char *moot_result__kept(moot_result_build *b, const char *text);
/* Name of a declaration; a nameless one is known by its clause (rule 18). */
const char *moot_result__label(const moot_decl *decl);
const char *moot_result__clause(const moot_decl *decl);
/* The name under which an act is told: its letter, its entitlement, else its label. */
const char *moot_result__act_name(const moot_protocol *protocol, const moot_effect *effect);
const char *moot_result__effect_label(const moot_protocol *protocol, const moot_effect *effect);
const char *moot_result__clock_label(const moot_protocol *protocol, const moot_clock_rule *rule);
moot_result_names moot_result__owner(moot_result_build *b, const moot_owner *owner, int32_t child);
moot_when moot_result__none(void);
/* An entry by its number, NULL when the log was not kept. */
const moot_entry *moot_result__entry(const moot_case *c, int32_t n);

/* result_log.c: what a test reads, in one word; a count of firings is "times" */
const char *moot_result__read_word(const moot_protocol *protocol, const moot_cond_node *node);
/* "17", "family", "unknown", in the arena */
const char *moot_result__value_text(moot_result_build *b, moot_value value);
/* Whether an entry is of a kind and holds; how many are. */
int moot_result__holds(const moot_result_build *b, const moot_entry *entry, moot_what what);
int32_t moot_result__count_what(const moot_result_build *b, moot_what what);
/* result_acts.c */
void moot_result__acts(moot_result_build *b, moot_result *out);
/* result_log.c */
void moot_result__dead(moot_result_build *b);
void moot_result__departures(moot_result_build *b, moot_result *out);
/* result_panel.c */
void moot_result__panels(moot_result_build *b, moot_result *out);
/* result_count.c */
void moot_result__measures(moot_result_build *b, moot_result *out);

#endif
