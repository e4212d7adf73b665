/* pathway_loop: pathway.lua carried out by hand, the yardstick of worlds: one heap of events over all cases, a queue for the panel,
 * the same draws by the same generator, working days from a table; and nothing that another protocol would need: no text, no
 * windows, no conditions, no log, no reasons. */
#ifndef MOOT_PATHWAY_LOOP_H
#define MOOT_PATHWAY_LOOP_H

#include "vm/calendar/calendar.h"

typedef struct pathway_loop pathway_loop;

/* Days are copied out of the calendar. `referred`: when each case begins. */
pathway_loop *pathway_loop_new(const moot_calendar *calendar, const moot_instant *referred, int32_t count);
void pathway_loop_free(pathway_loop *loop);
/* Runs all cases for two years each. Returns how many were housed. */
int32_t pathway_loop_run(pathway_loop *loop, uint64_t seed, uint64_t replicate);

#endif
