/* ics: dates as a calendar that other programs read (RFC 5545). Whole days are days, hours are written in UTC, so that no rule of
 * a time zone has to travel with them. Lines are folded at 75 bytes, never inside a character, and end in CR LF.
 *
 *     moot_ics_begin; moot_ics_put for each date, at least one (a calendar without a component is none); moot_ics_end
 *
 * Memory that is missing stands in the buffer (moot_buf_ok). */
#ifndef MOOT_ICS_H
#define MOOT_ICS_H

#include "vm/base/buf.h"
#include "vm/time/time.h"

typedef struct moot_ics_date {
    const char *uid;          /* the same whenever the same date is written again */
    const char *summary, *description;
    moot_instant at, stamp;   /* the last second of a day in the zone is the day; when it was set, or written */
    int64_t sequence;         /* goes up if the date may have moved; 0: it is written once */
} moot_ics_date;

/* `by`: the part of moot that writes it. `about` what it rests on and who may see it; "": nothing. */
void moot_ics_begin(moot_buf *out, const char *by, const char *about);
void moot_ics_put(moot_buf *out, const moot_zone *zone, const moot_ics_date *date);
void moot_ics_end(moot_buf *out);

#endif
