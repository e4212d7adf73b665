/* read_as: which readings of the text something hangs on.
 *
 * A script chooses one option of each reading, and what stands in the tables is that option, marked with the reading. So a
 * rule tells by itself which readings it is as it is by; and an entry of a log, by which readings it came: those of its own
 * rule, those of the figures that it was tested against, and those by which the facts that it read were derived.
 *
 * `marks` has a byte for each reading of the protocol; those that are found are set to 1, none is cleared. Groups of
 * triggers nest at most MOOT_COND_DEPTH deep: the compiler holds that. */
#ifndef MOOT_READ_AS_H
#define MOOT_READ_AS_H

#include "vm/case.h"

/* Of rules, whatever becomes of them. trigger, cond and operand may be none (-1, MOOT_NO_COND). */
void moot_read_as_trigger(const moot_protocol *p, int32_t trigger, uint8_t *marks);
void moot_read_as_operand(const moot_protocol *p, int32_t operand, uint8_t *marks);
void moot_read_as_clock(const moot_protocol *p, int32_t clock, uint8_t *marks);   /* its time, what meets it, who owes it */
void moot_read_as_outcome(const moot_protocol *p, int32_t outcome, uint8_t *marks); /* by what it is taken by itself */

/* Of an entry of the case's log. Memory for the while from the arena. Linear in the log for each fact on the way. */
moot_code moot_read_as_entry(const moot_case *c, const moot_entry *entry, moot_arena *arena, uint8_t *marks,
                             moot_err *err) MOOT_MUST_CHECK;

#endif
