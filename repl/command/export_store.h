/* export_store: what is in a store, for other programs: `moot export STORE --as csv|jsonl`. Sums, with small counts hidden where the cases
 * may be about people, as a report has them; or, only with --internal, the newest run row by row, which its first line says. */
#ifndef MOOT_EXPORT_STORE_H
#define MOOT_EXPORT_STORE_H

#include "repl/cli/cmd.h"

/* --internal: each case of the newest run, its stages and its deadlines, one a row. Errors: MOOT_EUSAGE, MOOT_EDATA (nothing was run),
 * those of the store and of reports. */
moot_code moot_export_store(const moot_app *app, const char *path, int as_csv, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
