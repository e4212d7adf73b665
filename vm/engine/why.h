/* why: the reasons behind an answer as plain sentences, read from a case's log and from nothing
 * else.
 *
 * Each step says what happened, when, who did it, by which clause, where the rule stands in the
 * script, which facts it read with their values, and on which readings of the text it hangs, each
 * once in an answer, with its reason and the other options; then the entry that caused it, up to
 * the start of the case. A date tells its count, day by day. The case must have kept its log (and
 * its reads, for the facts). Nothing here changes a case.
 *
 * Texts are appended to `out`, lines ended by \n. Errors of every function: MOOT_ENOMEM, and
 * those it names. Time is linear in the chain, and in the log where that is told whole. */
#ifndef MOOT_WHY_H
#define MOOT_WHY_H

#include "vm/engine/result.h"

/* One entry as a sentence without its number: `enters the stage "mediation"`. */
moot_code moot_why_sentence(const moot_case *c, const moot_entry *entry, moot_buf *out,
                            moot_err *err) MOOT_MUST_CHECK;

/* The whole log, a line an entry, superseded ones marked. */
moot_code moot_why_case(const moot_case *c, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* The chain of reasons of entry n, the newest first. MOOT_EUSAGE when there is no such entry,
 * saying which there are. */
moot_code moot_why_entry(const moot_case *c, int32_t n, moot_buf *out,
                         moot_err *err) MOOT_MUST_CHECK;

/* The first step of that chain alone, ending with the number of the entry that it comes from. */
moot_code moot_why_step(const moot_case *c, int32_t n, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* Why an outcome was not taken, or could not be: the stage was not entered (and which of its own
 * tests failed), was left otherwise, or waits; and each test of the outcome's guard that does
 * not hold, with what was seen, as at the case's now; then the chain by which the stage began or
 * ended. For an outcome that was taken, the chain of reasons. `stage` NULL: the outcome's name must
 * be enough, or is that of a stage, a panel, a deadline or an act: what became of it, or why
 * it has not begun. MOOT_EUSAGE for a name that the protocol lacks, with the nearest. */
moot_code moot_why_not(const moot_case *c, const char *stage, const char *outcome, moot_buf *out,
                       moot_err *err) MOOT_MUST_CHECK;

/* How a clock's date came about: its rule, its trigger, each day counted or skipped and why, and
 * what became of it. `clock` is an index into the case's clocks. */
moot_code moot_why_due(const moot_case *c, int32_t clock, moot_buf *out,
                       moot_err *err) MOOT_MUST_CHECK;

/* Why a clock has no date, as the end of a sentence: `limited by event "hearing", which has not come`,
 * `counted from left "talk", which has not come`, "the text sets none". */
void moot_why_no_date(const moot_case *c, const moot_clock *clock, moot_buf *out);

/* What became of a deadline, or of an act with a name: for each clock of it, how it stands, then
 * the chain from its newest entry back, with the count of its date. If none started, why not.
 * MOOT_EUSAGE for a name that the protocol lacks, with the nearest. */
moot_code moot_why_deadline(const moot_case *c, const char *name, moot_buf *out,
                            moot_err *err) MOOT_MUST_CHECK;

/* What a panel decided, for each time that a stage waited for it: the outcome, the sessions that
 * the case was at or listed for, why it was not in time for an earlier one, and how it came there.
 * If it was never waited for, why not. MOOT_EUSAGE likewise. */
moot_code moot_why_panel(const moot_case *c, const char *name, moot_buf *out,
                         moot_err *err) MOOT_MUST_CHECK;

#endif
