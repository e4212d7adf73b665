/* panel: when a panel sits, and which session a case can still be in time for (rule 12).
 *
 * Session n (0, 1, 2 …) is `first` + n times `every`, at midday unless the protocol gives a time of day. One that falls on a day
 * which is not a working day moves to the next working day, and does not move the next. A panel without a first date sits at no known
 * date: its sessions are undated. The panel is one of the protocol's, or one to which assumptions have added what the protocol
 * does not say (vm/engine/commons.h). */
#ifndef MOOT_PANEL_H
#define MOOT_PANEL_H

#include "vm/protocol/protocol.h"

/* The instant of session n; MOOT_NEVER when the panel has no first date or no cadence, or past the calendar's end. */
moot_instant moot_panel_session(const moot_protocol *protocol, const moot_panel *panel, int32_t n);
/* The last instant at which papers for session n are in time: the session less its cut-off. Days are counted back, and the whole
 * of the last day is in time. */
moot_instant moot_panel_cut_off(const moot_protocol *protocol, const moot_panel *panel, int32_t n);
/* The number of the first session that sits after `after` (MOOT_ALWAYS: any) and for which `ready` is in time; -1 if undated. */
int32_t moot_panel_next(const moot_protocol *protocol, const moot_panel *panel, moot_instant ready, moot_instant after);

#endif
