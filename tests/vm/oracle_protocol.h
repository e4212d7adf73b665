/* A protocol made by hand for the tests of the oracles: a stage that "asks" starts, three outcomes of which one is guarded, a
 * deadline that an event meets, and acts that have names. And the measure of evenness that draws are held to. */
#ifndef MOOT_TESTS_ORACLE_PROTOCOL_H
#define MOOT_TESTS_ORACLE_PROTOCOL_H

#include "vm/protocol/assume.h"

enum { EV_ASKS, EV_CALLS, EV_REPLIES };
enum { S_LOOK, S_LATER };
enum { O_YES, O_NO, O_URGENT, O_ONLY };
enum { K_TELL, K_REPLY, K_BED, K_LETTER };
enum { F_URGENT };

/* Frozen; the caller frees it. */
moot_protocol *oracle_protocol(moot_err *err);

/* What people do there: each outcome of "look" is as likely as another, a fact is yes in one case of two, and whatever takes
 * time takes from one minute to fourteen days, each minute alike. Frozen; the caller frees it. */
moot_assume *oracle_assumptions(const moot_protocol *p, moot_err *err);

/* Pearson's statistic of counts that should be even. */
double chi_square(const int *counts, int kinds, int total);

#endif
