/* store_schema: the views and the documentation of a store, and the words of its log. Not for
 * others: see store.h. */
#ifndef MOOT_STORE_SCHEMA_H
#define MOOT_STORE_SCHEMA_H

#include "vm/store/store.h"

/* The versions that brought them: an older store that is only read has none. */
#define MOOT_WHATIF_VERSION 5
#define MOOT_ANSWERS_VERSION 6

/* store_views.c: one CREATE VIEW each, with abbreviations that moot_store__expand writes out. */
extern const char *const moot_store__views[];
extern const size_t moot_store__views_count;
moot_code moot_store__put_documentation(moot_store *store, moot_err *err) MOOT_MUST_CHECK;

/* store_schema.c: MOOT_ESTORE when the numbers in the log mean something else than in this moot. */
moot_code moot_store__check_words(moot_store *store, moot_err *err) MOOT_MUST_CHECK;

/* store_law.c: its tables, its view and what there is to ask of them, one text each. */
extern const char *const moot_store__law[];
extern const size_t moot_store__law_count;
moot_code moot_store__put_law(moot_store *store, const moot_protocol *p, int64_t protocol_no,
                              moot_err *err) MOOT_MUST_CHECK;

/* store_whatif_schema.c: what-ifs, one text each. */
extern const char *const moot_store__whatif[];
extern const size_t moot_store__whatif_count;
/* What came later: which side has what. */
extern const char *const moot_store__whatif_clauses[];
extern const size_t moot_store__whatif_clauses_count;
#define MOOT_WHATIF_CAME_VERSION 8 /* of the schema that has who came */
extern const char *const moot_store__whatif_came[];
extern const size_t moot_store__whatif_came_count;

/* store_answers_schema.c: comparisons and coverages, one text each. */
extern const char *const moot_store__answers[];
extern const size_t moot_store__answers_count;

#endif
