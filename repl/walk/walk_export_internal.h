/* walk_export_internal: what the files share that take a walk out of the REPL. walk_export.c: which there are, the calendar, the
 * case; walk_handout.c: the pages, a hand-out and a letter; walk_scenario.c: the story as a scenario;
 * walk_clause.c: what a clause table says, in words. */
#ifndef MOOT_WALK_EXPORT_INTERNAL_H
#define MOOT_WALK_EXPORT_INTERNAL_H

#include "repl/page/page.h"
#include "repl/walk/walk_internal.h"
#include "vm/base/names.h"

typedef struct export_of {
    moot_walk *walk;
    moot_result r;
    moot_buf *out;
    moot_page page; /* of a hand-out or a letter */
    const char *role; /* NULL: all */
    int hides, with_hidden; /* facts are hidden; they are told all the same */
    moot_names clauses; /* that were cited, each once */
} export_of;

/* Each writes one of them; that memory ended is told by x->out. */
void walk_export_handout(export_of *x);
void walk_export_letter(export_of *x);
void walk_export_scenario(export_of *x);

/* The clause counts as cited. */
void walk_export_cite(export_of *x, const char *clause);
/* Names in words, and a clause with the key of what is still to be checked of it, "HA96 s.184 (K)"; good as long as the line. */
const char *walk_export_names(export_of *x, moot_result_names names);
const char *walk_export_clause(export_of *x, const char *clause);
/* A line of moot_clause_text in words: "Who acts: social worker and HOO", "When: 48 hours from MASH referral". */
void walk_export_clause_line(const char *line, moot_buf *out);
/* "Not legal advice; …" about what the case rests on; false where no law took part. */
int walk_export_law(export_of *x, moot_buf *note);

#endif
