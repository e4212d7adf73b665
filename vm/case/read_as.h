/* read_as: which readings of the text an entry of a log hangs on.
 *
 * A script chooses one option of each reading, and what stands in the tables is that option, marked with the reading. So an
 * entry tells by which readings it came: those of its own rule, those of the figures that it was tested against, and those
 * by which the facts that it read were derived. */
#ifndef MOOT_READ_AS_H
#define MOOT_READ_AS_H

#include "vm/case/case.h"

/* `marks` has a byte for each reading of the protocol; those that are found are set to 1, none is cleared. Memory for the
 * while from the arena. Linear in the log for each fact on the way. */
moot_code moot_read_as_entry(const moot_case *c, const moot_entry *entry, moot_arena *arena, uint8_t *marks,
                             moot_err *err) MOOT_MUST_CHECK;

#endif
