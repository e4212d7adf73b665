/* assume_internal: what assume.c (subjects and what is said of each) and assume_figures.c (lengths, shares, weights, tests)
 * share. Mistakes are reported, not returned: a function that finds one gives back -1 or 0, and its caller goes on. */
#ifndef MOOT_LUA_ASSUME_INTERNAL_H
#define MOOT_LUA_ASSUME_INTERNAL_H

#include "lua/assume/assume.h"
#include "lua/compile/compile_internal.h"

typedef struct moot_binder {
    moot_compiler c; /* for its reports: script, errs, the declaration in hand */
    const moot_protocol *protocol, *baseline;
    moot_assume *out;
} moot_binder;

/* "no stage is called \"x\"; did you mean \"y\"?", or the names that there are. */
void moot_assume__unknown(moot_binder *b, const moot_node *at, const char *said, const char *name, const char *const *names,
                          size_t count);
/* The index of a thing of a kind (moot_assumed_kind) by its name, -1. */
int32_t moot_assume__index(const moot_protocol *p, int kind, const char *name);
/* The index of the subject; -1 after an error, or when only the baseline has it. */
int32_t moot_assume__find(moot_binder *b, int kind, const moot_node *value);
/* A number of a node, for any that a script can write. */
double moot_assume__number(const moot_node *node);
/* A share from 0 to 1 as parts of MOOT_ASSUME_ONE; `absent` when there is no such field. */
uint32_t moot_assume__share(moot_binder *b, const moot_node *node, const char *field, uint32_t absent);
/* A whole number of a field from 0 to `most`, -1 when absent. */
int32_t moot_assume__whole(moot_binder *b, const moot_node *node, const char *field, int32_t most);
/* The spread of a field; -1 when it is absent or wrong. `number`: 0 a length of time, else MOOT_T_INTEGER or MOOT_T_MONEY. */
int32_t moot_assume__spread(moot_binder *b, const moot_node *node, const char *field, moot_type number);
int32_t moot_assume__spread_of(moot_binder *b, const moot_node *value, const char *field, moot_type number);
/* Weights that were collected as they were written become parts of MOOT_ASSUME_ONE. `at`: their table. */
void moot_assume__weigh(moot_binder *b, const moot_node *at, moot_span chances, const double *weights);
/* `when`: the tests of a row. */
moot_span moot_assume__tests(moot_binder *b, const moot_node *node);
/* `facts`: answers that are so from the start. */
moot_span moot_assume__facts(moot_binder *b, const moot_node *node);

#endif
