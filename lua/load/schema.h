/* schema: every word of the language, in one table: how it is written, its fields, what they take, and a line of help.
 *
 * The loader makes the constructors that a script sees from it and checks scripts against it; help, the reference pages,
 * completion and the definitions for editors are written from it (reference.h; `make generate` after a change). A word or
 * a field that is not here does not exist. A new word needs its row in schema_words.c, and a row in schema_pages.c or
 * schema_pages_values.c that says when to use it.
 *
 * What a field or an item takes is a moot_want: a name for people ("a duration, such as hours(48)") and the set of
 * node classes that fit. The class of a node is one bit; a word says which is its own. */
#ifndef MOOT_SCHEMA_H
#define MOOT_SCHEMA_H

#include "lua/load/node.h"

/* ---- classes of nodes ---- */

typedef uint64_t moot_classes;
#define MOOT_CLASSES(X)                                                                                                \
    X(TEXT) X(WHOLE) X(DECIMAL) X(YESNO) X(TABLE) X(FUNCTION) /* what is no word */                                   \
    X(PROTOCOL) X(SERVICE) X(ROLE) X(APPLICANT) X(CALENDAR) X(EVENT) X(FACT) X(CONSENT) X(DECISION) X(PARAM)             \
    X(READING) X(STAGE) X(OUTCOME) X(DEADLINE) X(NOTICE) X(INVARIANT) X(PANEL) X(LADDER) X(ENTITLEMENT) X(NOT_RUN)       \
    X(QUOTA) X(MEASURE) X(HELPER) X(LAW) X(STANDARD)                                                                                      \
    X(VERB) X(LATE)                                     /* effects, and the block that holds those of a late deadline */ \
    X(MOMENT)  /* entered, left, met, missed, due, turns, becomes */                                                   \
    X(SHIFT)   /* turns(18) - months(6) */                                                                             \
    X(ANY)     /* of triggers, of conditions, of owners */                                                            \
    X(ALL)     /* of triggers, of conditions */                                                                        \
    X(GROUP)   /* none, some_child, every_child */                                                                     \
    X(TIMES)   /* stands among a condition's tests */                                                                  \
    X(OTHERWISE) X(TEST) X(TYPE) X(DURATION) X(UNDATED) X(MONEY)                                                               \
    X(WITHOUT) /* in a patch: what goes */                                                                              \
    X(BASELINE) X(VARIANT) X(OVER) /* of files of variants */                                                          \
    X(ASSUME) X(SPREAD)            /* of assumptions files: how people behave, how long things take */
enum {
#define X(name) MOOT_CLASS_BIT_##name,
    MOOT_CLASSES(X)
#undef X
    MOOT_CLASS_COUNT
};
#define MOOT_CLASS(name) ((moot_classes)1 << MOOT_CLASS_BIT_##name)

/* ---- what a field, an item or an argument takes ---- */

typedef enum moot_want_id {
    MOOT_WANT_NOTHING, /* no items, or no fields */
    MOOT_WANT_TEXT, MOOT_WANT_YESNO, MOOT_WANT_WHOLE, MOOT_WANT_NUMBER, MOOT_WANT_MONEY,
    MOOT_WANT_DATE, MOOT_WANT_CLOCK, MOOT_WANT_HOURS, MOOT_WANT_CLOSED, MOOT_WANT_CLOSED_DAY, MOOT_WANT_IN_FORCE,
    MOOT_WANT_EXPECTED,
    MOOT_WANT_DATE_OR_FALSE, MOOT_WANT_LASTING, MOOT_WANT_SPELLS,
    MOOT_WANT_DURATION, MOOT_WANT_RECURRENCE, MOOT_WANT_TRIGGER, MOOT_WANT_HAPPENED,
    MOOT_WANT_CONDITION, MOOT_WANT_GUARD, MOOT_WANT_CONDITION_ITEM, MOOT_WANT_TEST, MOOT_WANT_OPERAND, MOOT_WANT_VALUE,
    MOOT_WANT_OWNER, MOOT_WANT_PARTY, MOOT_WANT_PARTIES, MOOT_WANT_SERVICE, MOOT_WANT_ROLE,
    MOOT_WANT_FIGURE, MOOT_WANT_CALENDAR, MOOT_WANT_STAGE, MOOT_WANT_OUTCOME, MOOT_WANT_DEADLINE, MOOT_WANT_PANEL,
    MOOT_WANT_LADDER, MOOT_WANT_CONSENT, MOOT_WANT_NOTICE, MOOT_WANT_ENTITLEMENT,
    MOOT_WANT_TYPE, MOOT_WANT_CHOICE, MOOT_WANT_CHOICE_OR_READING, MOOT_WANT_OPTIONS, MOOT_WANT_OPTION, MOOT_WANT_OPTION_PART,
    MOOT_WANT_CONTENT, MOOT_WANT_LETTER_PART,
    MOOT_WANT_ROW, MOOT_WANT_LEVEL, MOOT_WANT_WINDOW,
    MOOT_WANT_QUOTA, MOOT_WANT_LIMIT, MOOT_WANT_AGE, MOOT_WANT_PERCENT, MOOT_WANT_FACT, MOOT_WANT_FACTS, MOOT_WANT_FUNCTION,
    MOOT_WANT_STAGE_PART, MOOT_WANT_VERB, MOOT_WANT_DEADLINE_PART,
    MOOT_WANT_REMOVED, MOOT_WANT_VARIANT_PART,
    MOOT_WANT_EVENT, MOOT_WANT_SPREAD, MOOT_WANT_AMOUNT, MOOT_WANT_SEEN, MOOT_WANT_SEEN_PART,
    MOOT_WANT_CHANCES, MOOT_WANT_CHANCE, MOOT_WANT_SHARES, MOOT_WANT_FIXED,
    MOOT_WANT_ANY_PART, /* of any and all: decided by where they stand */
    MOOT_WANT_COUNT
} moot_want_id;

typedef struct moot_want {
    const char *plain;    /* "a duration, such as hours(48)" */
    const char *name;     /* one word, for reference and editors: "duration" */
    moot_classes classes; /* 0: none */
    /* Of a table, or of any and all, that stands here: what its fields and items take. NOTHING: they may have none. */
    uint8_t fields, items; /* moot_want_id */
    uint8_t group_fields, group_items;
    const char *part;     /* the table is written like this word, which only stands in such a place: "row"; NULL */
    uint8_t children;     /* a declaration that stands here as an item belongs to its parent */
} moot_want;

/* ---- words ---- */

enum { /* how a word may be written */
    MOOT_BARE = 1,       /* yesno                              */
    MOOT_NAMED = 2,      /* close "x", stage "x": a reference  */
    MOOT_BODY = 4,       /* notify { … }                       */
    MOOT_NAMED_BODY = 8, /* stage "x" { … }                    */
    MOOT_ARGS = 16       /* hours(48), left("a", "b")          */
};
enum {
    MOOT_TOP = 1,        /* may stand by itself at the top level                 */
    MOOT_NOUN = 2,       /* declares: takes the common fields                   */
    MOOT_NEEDS_CLAUSE = 4,
    MOOT_PART = 8,       /* no word of a script: the shape of a table, "row"     */
    MOOT_IS_CHILD = 16,  /* stands inside another declaration: outcome, verbs    */
    MOOT_OPEN_FIELDS = 32, /* any name is a field (any_field says of what)       */
    MOOT_DATE_FIELDS = 64  /* field names that are not listed are dates          */
};
enum { MOOT_REQUIRED = 1 };

typedef struct moot_field_spec {
    const char *name;
    uint8_t want;         /* moot_want_id */
    uint8_t flags;        /* MOOT_REQUIRED */
    const char *choices;  /* CHOICE: "unique|first|collect", the first is the default */
    const char *standard; /* what holds when it is absent, NULL */
    const char *doc;      /* one line for a policy lead */
} moot_field_spec;

#define MOOT_MAX_ARGS 3

typedef struct moot_word {
    const char *name;
    uint8_t shape;         /* MOOT_BARE … */
    uint8_t flags;         /* MOOT_TOP … */
    moot_classes is;       /* its class: bare, named or with a body */
    moot_classes called;   /* its class when called with arguments, if another; 0 */
    uint8_t names;         /* moot_want_id of what `word "x"` names if it is not of its own kind: entered -> STAGE */
    uint8_t items;         /* moot_want_id */
    int32_t min_items, max_items; /* max 0: no limit */
    uint8_t any_field;     /* moot_want_id, with OPEN_FIELDS or DATE_FIELDS */
    uint8_t args[MOOT_MAX_ARGS]; /* moot_want_id */
    uint8_t min_args, max_args;
    int32_t low, high;     /* range of whole-number arguments; both 0: any */
    const moot_field_spec *fields; /* its own; NULL-name terminated; NULL */
    const char *doc;       /* one line for a policy lead */
    const char *example;   /* a script, or the part of one, that loads */
} moot_word;

/* All words in the order of the reference, parts last. */
extern const moot_word moot_words[];
extern const size_t moot_word_count;
/* clause, open, in_force, because, patch, expected: every noun has them after its own; ended by a NULL name. */
extern const moot_field_spec moot_common_fields[];

/* What the reference says of a word beside its row (schema_pages.c). */
#define MOOT_MAX_MISTAKES 3
typedef struct moot_word_page {
    const char *word;
    const char *use;    /* when to use it: sentences for a policy lead; NULL */
    const char *from;   /* table and clause of the sample, "stockport-2018 3.5/1"; NULL */
    const char *sample; /* how the word says that clause: a script, or the part of one, that loads; NULL */
    const char *mistakes[MOOT_MAX_MISTAKES]; /* scripts that do not load, ended by NULL */
} moot_word_page;
/* Those of words that stand in fields, ended by a NULL word (schema_pages_values.c). */
extern const moot_word_page moot_word_pages_of_values[];
/* NULL if the word has none. */
const moot_word_page *moot_word_page_of(const char *word);

/* Words of one purpose stand together in the reference, in help and in a file of definitions. */
typedef struct moot_word_group {
    const char *name;  /* "triggers" */
    const char *title; /* "Triggers: the moments from which things start and times run" */
} moot_word_group;
extern const moot_word_group moot_word_groups[];
extern const size_t moot_word_group_count;
/* Which group a word is of: an index. It follows from the word's class. */
size_t moot_word_group_of(const moot_word *word);

/* NULL if there is none. */
const moot_word *moot_word_find(const char *name);
/* A field of the word, its own or a common one; for words with open or date fields, NULL means: any_field. */
const moot_field_spec *moot_word_field(const moot_word *word, const char *name);
/* The i-th of its fields, common ones after its own; NULL past the last. */
const moot_field_spec *moot_word_field_at(const moot_word *word, size_t i);
const moot_want *moot_want_of(int want);
/* The word of moot that a mistyped one most likely meant; NULL. */
const char *moot_word_nearest(const char *name);
/* The field of this word that a mistyped one most likely meant; NULL. */
const char *moot_word_nearest_field(const moot_word *word, const char *name);
/* A word that has a field of this name, the first of the table; NULL. */
const moot_word *moot_word_with_field(const char *name);

/* What class a node is of, given its word and whether it was called. Poison (an undefined word) is of every class. */
moot_classes moot_node_class(const moot_node *node);

#endif
