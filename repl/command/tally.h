/* tally: the measures of a run, by period and split, summed over its cases as they are handed on. */
#ifndef MOOT_TALLY_H
#define MOOT_TALLY_H

#include "vm/engine/result.h"

typedef struct moot_tally moot_tally;

moot_code moot_tally_new(const moot_protocol *protocol, moot_tally **out_tally,
                         moot_err *err) MOOT_MUST_CHECK;
void moot_tally_free(moot_tally *tally); /* takes NULL */
moot_code moot_tally_add(moot_tally *tally, const moot_case *c, moot_err *err) MOOT_MUST_CHECK;
/* A table of what was counted and one of shares, on standard output; nothing of a protocol without
 * measures. Errors: MOOT_ENOMEM. */
moot_code moot_tally_print(moot_tally *tally, moot_err *err) MOOT_MUST_CHECK;

#endif
