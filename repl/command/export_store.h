/* export_store: what is in a store, for other programs: `moot export STORE --as csv|jsonl|ics|xes|ocel`. Sums, with small counts hidden where the cases
 * may be about people, as a report has them; or, only with --internal, the newest run row by row, which its first line says; or its cases one by one without
 * names, as far as each is like enough others (export_rows.h); or the
 * dates of the newest run that are still to come or have passed undone, as a calendar, which names cases: so it wants --internal too; or what happened in it, as an event log
 * (repl/page/event_log.h), which does as well. */
#ifndef MOOT_EXPORT_STORE_H
#define MOOT_EXPORT_STORE_H

#include "repl/cli/cmd.h"

typedef enum moot_export_form { MOOT_EXPORT_CSV, MOOT_EXPORT_JSONL, MOOT_EXPORT_ICS, MOOT_EXPORT_XES, MOOT_EXPORT_OCEL } moot_export_form;

/* --internal: each case of the newest run, its stages and its deadlines, one a row. A calendar or an event log of cases that were all
 * made up needs it not. Errors: MOOT_EUSAGE, MOOT_EDATA (nothing was run; no date is left to do; no log was kept), those of the store and of reports. */
moot_code moot_export_store(const moot_app *app, const char *path, moot_export_form form, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
