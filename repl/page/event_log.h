/* event_log: what happened in the cases of a run, for programs that look at processes: as XES (IEEE 1849-2016, one trace a case) or as
 * OCEL 2.0 in JSON (cases, those who act, and sessions of panels as objects of their own). What was taken back by a correction is not in it.
 *
 * A stage is two events, its start and its end with the outcome; a deadline is one when it is late. A moment of which only the day is
 * known stands at its first second in the zone, marked "day". Clauses are those of the text. The same rows give the same bytes. */
#ifndef MOOT_EVENT_LOG_H
#define MOOT_EVENT_LOG_H

#include "vm/base/buf.h"
#include "vm/store/store_report.h"
#include "vm/time/time.h"

typedef struct moot_event_log {
    const moot_report_rows *events; /* MOOT_REPORT_EVENTS, cases in their order */
    const moot_zone *zone;
    const char *protocol, *about, *law; /* what it is and who may see it; on what law it rests, "": none */
} moot_event_log;

/* Memory that is missing stands in the buffer (moot_buf_ok). */
void moot_event_log_xes(const moot_event_log *log, moot_buf *out);
/* Errors: MOOT_ENOMEM. */
moot_code moot_event_log_ocel(const moot_event_log *log, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
