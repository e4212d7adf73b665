/* oracle_drawn: what the modelled oracle knows of a case, and a single draw. Only vm/engine/oracle_modelled.c (how stages end,
 * events, deadlines, acts, consents) and oracle_fact.c (facts, and which row of the assumptions counts) include it. */
#ifndef MOOT_ORACLE_DRAWN_H
#define MOOT_ORACLE_DRAWN_H

#include "vm/base/hash.h"
#include "vm/engine/oracle_internal.h"

enum { PURPOSE_OUTCOME = 1, PURPOSE_DURATION, PURPOSE_FACT, PURPOSE_EVENT, PURPOSE_OMITTED };

/* What is to come; `given`: a record of the file, which stands. */
typedef struct drawn {
    moot_instant at;
    const moot_record *given;
    uint8_t kind;
    int32_t ref, outcome, child, of;
} drawn;

/* The draws of one visit. */
typedef struct visit_draws {
    uint32_t nth, attempts;
} visit_draws;

typedef struct modelled {
    moot_oracle base;
    const moot_model *model;
    uint64_t seed, replicate, subject;
    uint64_t applicant; /* the subject, where no child is drawn for */
    drawn *queue; /* the next is the last: by time, then in the order of drawing; short: one per open question */
    size_t queue_cap;
    int32_t queue_count;
    size_t columns;  /* of times */
    uint32_t *times; /* how often drawn: for the applicant and each child: stages, then clock rules, then events */
    size_t times_cap;
    moot_instant *event_at; /* per event: when it was drawn last */
    size_t event_cap;
    uint8_t *asked; /* per fact: this consent has been drawn */
    size_t asked_cap;
    visit_draws *visits; /* by visit of the case */
    size_t visits_cap;
    int32_t visits_count;
    int32_t *held; /* visits whose end has come and that have no admissible outcome */
    size_t held_cap;
    int32_t held_count;
    uint8_t *barred; /* of the outcomes drawn among: those that may not be taken now */
    size_t barred_cap;
    moot_record current; /* what peek showed last, if it was drawn: the queue may move before it is taken */
} modelled;

static inline const moot_protocol *protocol_of(const modelled *o)
{
    return o->model->assume->protocol;
}

static inline const moot_assumed *row_at(const modelled *o, int32_t row)
{
    return &o->model->assume->rows[row];
}

/* ---- draws ---- */

static inline moot_draw_key key_of(const modelled *o, uint64_t name, int32_t child, uint32_t purpose, uint32_t visit, uint32_t attempt)
{
    uint64_t whose = child < 0 ? o->applicant : moot_mix64(o->subject, (uint64_t)(child + 1));
    moot_draw_key k = { o->seed, o->replicate, whose, name, purpose, visit, attempt };
    return k;
}

/* The key's draw made a length of time; a fixed one is itself, whatever is drawn. */
static inline moot_instant later(const modelled *o, int32_t spread, moot_instant from, const moot_draw_key *key)
{
    int fixed = o->model->assume->spreads[spread].family == MOOT_SPREAD_FIXED;
    return moot_model_later(o->model, spread, from, fixed ? 0 : moot_draw(key));
}

/* One of a row's chances, as its weights are; `barred` marks those that may not be (NULL: none). -1: none is left. A draw is a
 * function of its key, so one that could come out in one way only need not be made. */
int32_t moot_oracle__pick(const modelled *o, int32_t row_index, const uint8_t *barred, const moot_draw_key *key);
static inline int32_t pick(const modelled *o, int32_t row_index, const uint8_t *barred, const moot_draw_key *key)
{
    int32_t sure = barred ? -1 : o->model->sure[row_index];
    return sure >= 0 ? sure : moot_oracle__pick(o, row_index, barred, key);
}

/* ---- facts ---- */

/* What is assumed of a fact may hang on another fact, and so on: so deep and no deeper, which also ends a circle. moot_oracle__draw_fact,
 * find_row and test_holds call each other no deeper than that, whatever the file says. */
#define TESTS_DEPTH 6

/* What is drawn of a fact that is not known; 0: nothing is. */
int moot_oracle__draw_fact(const modelled *o, const moot_case *c, int32_t fact, int32_t child, int depth, moot_value *out);
int32_t moot_oracle__search_rows(const modelled *o, const moot_case *c, int32_t first, int32_t child, int depth);

/* The row that counts, from the first of its subject on; -1. Most subjects have one, which always does. */
static inline int32_t find_row(const modelled *o, const moot_case *c, int32_t first, int32_t child, int depth)
{
    int always = first < 0 || o->model->assume->rows[first].tests.count == 0;
    return always ? first : moot_oracle__search_rows(o, c, first, child, depth);
}

#endif
