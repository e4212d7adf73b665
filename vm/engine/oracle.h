/* oracle: what actually happened, at each open question. Three of them behind one interface (design.md 1):
 *
 * - *recorded*: the dated records of a caseload; it sees all of them up to as_of (rule 9);
 * - *asked*: what a trainer chose; records are put in one by one with moot_oracle_tell;
 * - *modelled*: draws what people do from assumptions (vm/protocol/model.h), with a counter-based generator (rule 15).
 *
 * The engine asks for the next happening, and for whether an act was done; it never knows which oracle answers. */
#ifndef MOOT_ORACLE_H
#define MOOT_ORACLE_H

#include "vm/case/case.h"
#include "vm/protocol/model.h"

typedef enum moot_act_answer {
    MOOT_ACT_DONE,    /* at once */
    MOOT_ACT_WAIT,    /* a record of it follows, or may follow */
    MOOT_ACT_ASSUMED, /* the record is silent: done, some time between the call and the case's now */
    MOOT_ACT_NO_MEMORY
} moot_act_answer;

typedef struct moot_oracle moot_oracle;
typedef struct moot_oracle_class {
    const char *name; /* "recorded", "asked", "modelled" */
    int judges_guards; /* a chosen outcome's guard bars it (asked, modelled) rather than being noted (recorded): rule 5 */
    int letters_wait;  /* a letter is not sent while a fact that it must say is unknown (asked); a record that is silent about
                          what a letter said does not say that it was left out */
    int draws;         /* what is left open is drawn (modelled): its records name their visit or clock (moot_record.of), and
                          nothing is ever told afresh */
    /* Clears what it knows and starts on a case. */
    moot_code (*begin)(moot_oracle *o, const moot_case *c, moot_instant as_of, moot_err *err);
    /* Back to the first record, for a refold; corrections are kept. */
    moot_code (*rewind)(moot_oracle *o, const moot_case *c, moot_err *err);
    /* Record `number` of the case should have read `to`; NULL: it never happened. Takes effect at the next rewind. */
    moot_code (*correct)(moot_oracle *o, const moot_case *c, int32_t number, const moot_record *to, moot_err *err);
    /* The record that comes next, with its window as it stands (rule 2), or NULL when none is left. It is taken by _take. */
    const moot_record *(*peek)(moot_oracle *o, const moot_case *c, moot_when *out_at);
    void (*take)(moot_oracle *o, const moot_case *c);
    /* A stage was entered (visit), or a clock started: questions that a model answers by drawing. A stage at a panel is
     * asked about once its session is known, and again for each further session. */
    moot_code (*stage_opened)(moot_oracle *o, const moot_case *c, int32_t visit, moot_err *err);
    moot_code (*clock_started)(moot_oracle *o, const moot_case *c, int32_t clock, moot_err *err);
    /* A stage's chosen outcome was barred by its guard: a model draws again among those now admissible. */
    moot_code (*barred)(moot_oracle *o, const moot_case *c, int32_t visit, moot_err *err);
    /* A guard needs a fact that is not known: a model draws it (returns 1 and *out_value); the others have no answer (0). */
    int (*fact)(moot_oracle *o, const moot_case *c, int32_t fact, int32_t child, moot_value *out_value);
    /* An act or a guard needs to know a consent: a model draws whether it is given, and when (a record of it comes). */
    moot_code (*consent_wanted)(moot_oracle *o, const moot_case *c, int32_t fact, moot_err *err);
    /* The i-th fact that is to be known as the case starts, if the oracle has a value for it; -1 past the last. */
    int32_t (*first_fact)(const moot_oracle *o, int32_t i);
    /* Whether a record of this clock rule is still to come: a deadline with a record of its own goes by it alone (rule 8). */
    int (*record_follows)(moot_oracle *o, const moot_case *c, int32_t clock_rule);
    /* The i-th of all records still to come, in their order; NULL past the last, or where none is seen before it is told. */
    const moot_record *(*record_left)(moot_oracle *o, const moot_case *c, int32_t i);
    /* An act that is listed as a deadline (clock) was called. */
    moot_act_answer (*act)(moot_oracle *o, const moot_case *c, int32_t clock, moot_when at);
    /* How long the record runs: the case's now when as_of is not given. */
    moot_instant (*last)(moot_oracle *o, const moot_case *c);
    void (*free)(moot_oracle *o);
} moot_oracle_class;

struct moot_oracle {
    const moot_oracle_class *cls;
    int asks_again; /* what it had no answer to may have one as time goes by: it looks at each step, as it is peeked at */
};

moot_code moot_oracle_recorded(moot_oracle **out_oracle, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_oracle_asked(moot_oracle **out_oracle, moot_err *err) MOOT_MUST_CHECK;
/* seed and replicate key every draw, with the case's id, the child, the name of what is drawn, the visit and the attempt. What
 * the case's records say of events, facts and consents stands; what people decided and when is drawn anew. The model is
 * borrowed. */
moot_code moot_oracle_modelled(const moot_model *model, uint64_t seed, uint64_t replicate, moot_oracle **out_oracle,
                               moot_err *err) MOOT_MUST_CHECK;
/* The same oracle for another world, from the next begin on. */
void moot_oracle_modelled_for(moot_oracle *oracle, const moot_model *model, uint64_t seed, uint64_t replicate);
/* The instant of the first record of a case that stands under a model; MOOT_NEVER: none does. */
moot_instant moot_oracle_modelled_first(const moot_input *input);
void moot_oracle_free(moot_oracle *oracle); /* takes NULL */

/* asked only: a record to be taken next (copied; its strings are borrowed until _free). Instants must not go back. */
moot_code moot_oracle_tell(moot_oracle *oracle, const moot_record *record, moot_err *err) MOOT_MUST_CHECK;
/* asked only: acts called from now on are done at once (1, the default) or wait for a record (0). */
void moot_oracle_acts_at_once(moot_oracle *oracle, int at_once);

#endif
