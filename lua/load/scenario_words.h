/* scenario_words: the words of scenarios and what can be expected, one table each. The runner, the messages, help, the
 * reference pages and the definitions for editors come from them; the loader knows by them a word that stands in a
 * protocol and belongs into a scenario (lua/scenario/scenario.h says what a scenario is). */
#ifndef MOOT_SCENARIO_WORDS_H
#define MOOT_SCENARIO_WORDS_H

#include "vm/engine/result.h"

/* ---- what the runner calls them: `id` of a word, and of a kind ---- */

enum scenario_word_id {
    WORD_USE,
    WORD_SCENARIO,
    WORD_GIVEN,
    WORD_PRESENT,
    WORD_AT,
    WORD_AFTER,
    WORD_WAIT,
    WORD_EVENT,
    WORD_ANSWER,
    WORD_SIGN,
    WORD_DONE,
    WORD_NOT_DONE,
    WORD_FACT,
    WORD_CONSENT,
    WORD_PLACE,
    WORD_PANEL,
    WORD_NOTICE,
    WORD_NOTE,
    WORD_CORRECT,
    WORD_EXPECT /* not in the table: kind says what is expected */
};

enum scenario_kind_id {
    KIND_STATUS,
    KIND_STAGE,
    KIND_CHOICE,
    KIND_DECISION,
    KIND_DEADLINE,
    KIND_BREACH,
    KIND_DEPARTURE,
    KIND_NEEDS,
    KIND_TONIGHT,
    KIND_BED,
    KIND_PANEL,
    KIND_REFERRAL,
    KIND_NOTICE,
    KIND_DUTY,
    KIND_ENTITLEMENT,
    KIND_CHARGE,
    KIND_ESCALATION,
    KIND_READING,
    KIND_ENTRY
};

/* ---- rows that the result (vm/engine/result.h) does not have as such ---- */

typedef struct scenario_status_row {
    const char *status, *outcome, *fault;
    moot_when closed, now;
    int32_t entry;
} scenario_status_row;
typedef struct scenario_choice_row {
    const char *outcome, *stage, *child, *clause, *state, *missing;
} scenario_choice_row;
typedef struct scenario_tonight_row {
    const char *place, *provider, *paid_by, *clause;
    moot_when since;
    int32_t entry;
} scenario_tonight_row;
typedef struct scenario_entry_row {
    const char *name, *what, *detail, *clause, *who, *child;
    moot_when at;
    int32_t entry;
} scenario_entry_row;

/* ---- the tables ---- */

/* What stands in a field: how a value of the script is compared with the case. */
typedef enum moot_scenario_type {
    MOOT_SCENARIO_TEXT,  /* "mediation", or nothing                                       */
    MOOT_SCENARIO_TIME,  /* "2026-05-23 11:30", or as little as matters ("2026-05-23")    */
    MOOT_SCENARIO_VALUE, /* a fact's: true, 17, "given", "2009-02-11"                     */
    MOOT_SCENARIO_YESNO,
    MOOT_SCENARIO_COUNT,
    MOOT_SCENARIO_PENCE,
    MOOT_SCENARIO_NAMES, /* one name or a list of them, in any order                      */
    MOOT_SCENARIO_TABLE, /* more of the same kind: children, spells                       */
    MOOT_SCENARIO_ANY    /* of several types: see its line of help                        */
} moot_scenario_type;

typedef struct moot_scenario_field {
    const char *name;
    uint8_t type;        /* moot_scenario_type */
    uint8_t wide;        /* the number in the row has 64 bits */
    uint16_t offset;     /* of the row, for expectations */
    const char *choices; /* "live|met|late"; NULL: free */
    const char *doc;     /* one line for a policy lead */
} moot_scenario_field;

enum { MOOT_SCENARIO_NO_TABLE, MOOT_SCENARIO_MAY_TABLE, MOOT_SCENARIO_MUST_TABLE };

typedef struct moot_scenario_word {
    const char *name;
    uint8_t id;                        /* for the runner */
    uint8_t least, most;               /* values before the table: event "x", answer("x", "y") */
    uint8_t table;                     /* MOOT_SCENARIO_MAY_TABLE … */
    uint8_t facts;                     /* other fields of the table are facts */
    const moot_scenario_field *fields; /* ended by a NULL name; NULL: none */
    const char *doc, *example;
} moot_scenario_word;
extern const moot_scenario_word moot_scenario_words[];
extern const size_t moot_scenario_word_count;

/* What follows `expect.` (and `expect.no.`): a list of the result (interface.md) and the fields
 * of its rows. */
typedef struct moot_scenario_kind {
    const char *name;   /* "deadline" */
    uint8_t id;         /* for the runner */
    const char *found;  /* "the deadline" */
    const char *absent; /* "never started" */
    const moot_scenario_field *fields;
    const char *doc, *example;
} moot_scenario_kind;
extern const moot_scenario_kind moot_scenario_kinds[];
extern const size_t moot_scenario_kind_count;

#endif
