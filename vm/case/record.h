/* record: what a caseload says of one case: its facts from the start, its spells, and the dated things that happened.
 *
 * A moot_input is made by a reader (read_json.h, read_csv.h) against one protocol: names are resolved to indexes of that
 * protocol, values are typed and checked. It owns everything in its arena and is not changed by a run. Records keep the
 * order of the file; their order in time is the engine's business (rule 2), because a window has no single time. */
#ifndef MOOT_RECORD_H
#define MOOT_RECORD_H

#include "vm/protocol/protocol.h"

typedef enum moot_record_kind {
    MOOT_RECORD_EVENT,    /* ref: event                                              */
    MOOT_RECORD_OUTCOME,  /* ref: stage, outcome                                     */
    MOOT_RECORD_DEADLINE, /* ref: clock rule; met 1 done then, 0 known not done by then; due: which occurrence */
    MOOT_RECORD_FACT,     /* ref: fact, value                                        */
    MOOT_RECORD_CONSENT,  /* ref: fact, value: the state                             */
    MOOT_RECORD_PANEL,    /* ref: panel, text: its outcome's name; session: when (may be unknown) */
    MOOT_RECORD_NOTICE,   /* ref: notice, met 1 received, 0 sent                     */
    MOOT_RECORD_PLACE,    /* text: where (NULL: nowhere), provider, paid_by          */
    MOOT_RECORD_CORRECT,  /* ref: number of the record that was wrong, or 0: a fact (`fact`) from the start; `to` */
    MOOT_RECORD_NOTE      /* only a note or only extra facts                         */
} moot_record_kind;

typedef struct moot_extra {
    int32_t fact;
    moot_value value;
} moot_extra;

typedef struct moot_record moot_record;
struct moot_record {
    uint8_t kind;
    int8_t met;
    int32_t number;         /* as written in the case, from 1 */
    int32_t line;           /* of the file; CSV: row */
    moot_when at;
    int32_t ref, outcome, fact;
    int32_t who;            /* party that signs, -1: speaks for all */
    int32_t child;          /* -1: the applicant, or all children */
    moot_value value;
    moot_when due;          /* lo == MOOT_NEVER: not given */
    moot_when session;      /* likewise */
    const char *text, *provider, *note;
    int32_t paid_by;
    const moot_extra *extras; /* facts recorded with it */
    int32_t extra_count;
    int32_t of;             /* drawn by a model: the visit (OUTCOME) or clock (DEADLINE) that it is of, from 1; 0: read from a file */
    const moot_record *to;  /* CORRECT: how it should have read; NULL: it never happened */
};

typedef struct moot_input {
    const char *id;
    const char *generated;    /* by what it was made up; NULL: it may be about somebody */
    moot_value *values;       /* (1 + child_count) rows of the protocol's fact_count */
    const char **children;    /* ids */
    int32_t child_count;
    moot_spell *spells;
    int32_t spell_count;
    moot_record *records;
    int32_t record_count;
    int32_t set_aside;        /* what only another protocol knows: records of its stages and outcomes */
    const char **warnings;    /* "events 2 and 3 are out of order: sorted" */
    int32_t warning_count;
    int32_t line;             /* where the case stands in its file */
    moot_arena arena;
} moot_input;

void moot_input_init(moot_input *input);
void moot_input_done(moot_input *input);
void moot_input_clear(moot_input *input); /* for the next case, keeping memory */

#endif
