/* export_rows: the cases of a run one by one for use outside, without names and dates: what is known of a person as far as it is shared by
 * enough others, and what came of the case. `moot export STORE --as csv|jsonl --rows`. */
#ifndef MOOT_EXPORT_ROWS_H
#define MOOT_EXPORT_ROWS_H

#include "vm/store/store_report.h"

typedef struct moot_export_rows {
    const moot_report_cell *run; /* of MOOT_REPORT_RUNS */
    int as_csv, is_made_up;
    int generalise;              /* told more coarsely until it may be told */
    size_t below;                /* each case is like so many in all */
} moot_export_rows;

/* Errors: MOOT_EDATA (some case is like too few others, and what would help), those of the store. */
moot_code moot_export_rows_put(moot_store *store, const moot_export_rows *rows, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* "; 7 of 12 cases are like fewer than 5 others in born and sex (2 like nobody)", of a run whose cases are written with their names; nothing
 * where none is. */
moot_code moot_export_rows_note(moot_store *store, int64_t run, size_t below, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
