/* oracle_internal: answers that more than one oracle gives. Only vm/engine/oracle*.c include it. */
#ifndef MOOT_ORACLE_INTERNAL_H
#define MOOT_ORACLE_INTERNAL_H

#include "vm/base/random.h"
#include "vm/engine/oracle.h"
#include "vm/protocol/model.h"

/* A question that this oracle does not answer by itself: the record does, or the trainer on the screen. */
moot_code moot_oracle__no_answer(moot_oracle *o, const moot_case *c, int32_t index, moot_err *err);
/* A fact that nobody draws. */
int moot_oracle__no_fact(moot_oracle *o, const moot_case *c, int32_t fact, int32_t child, moot_value *out_value);
/* No fact is drawn as a case starts. */
int32_t moot_oracle__no_first_fact(const moot_oracle *o, int32_t i);
/* No record is seen before it is told. */
int moot_oracle__none_follows(moot_oracle *o, const moot_case *c, int32_t clock_rule);
const moot_record *moot_oracle__none_left(moot_oracle *o, const moot_case *c, int32_t i);

/* ---- oracle_ahead.c ---- */

/* What the file itself says of the fact, sooner or later. */
int moot_oracle__told_later(const moot_case *c, int32_t fact, int32_t child, moot_value *out);
/* A date so long before or after the case's first record, a number, or a sum. */
moot_value moot_oracle__drawn_amount(const moot_assume *a, const moot_case *c, const moot_assumed *row, const moot_draw_key *key);
/* The first moment after `facts->now` at which time alone, nothing else changing, lets in one of a row's outcomes that has a
 * weight; out_barred (as long as the row's chances) marks those that are not let in then. MOOT_NEVER: there is none. */
moot_instant moot_oracle__time_lets(const moot_assume *a, const moot_facts *facts, const moot_assumed *row, int32_t child,
                                    uint8_t *out_barred);

#endif
