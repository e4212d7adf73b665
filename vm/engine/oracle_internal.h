/* oracle_internal: answers that more than one oracle gives. Only vm/engine/oracle*.c include it. */
#ifndef MOOT_ORACLE_INTERNAL_H
#define MOOT_ORACLE_INTERNAL_H

#include "vm/engine/oracle.h"

/* A question that this oracle does not answer by itself: the record does, or the trainer on the screen. */
moot_code moot_oracle__no_answer(moot_oracle *o, const moot_case *c, int32_t index, moot_err *err);
/* A fact that nobody draws. */
int moot_oracle__no_fact(moot_oracle *o, const moot_case *c, int32_t fact, int32_t child, moot_value *out_value);
/* No fact is drawn as a case starts. */
int32_t moot_oracle__no_first_fact(const moot_oracle *o, int32_t i);
/* No record is seen before it is told. */
int moot_oracle__none_follows(moot_oracle *o, const moot_case *c, int32_t clock_rule);
const moot_record *moot_oracle__none_left(moot_oracle *o, const moot_case *c, int32_t i);

#endif
