/* store_report: what a report asks of a store: rows of texts and numbers, sums over the cases of one run. Nothing is hidden here
 * and nothing rounded: what may be shown of cases that may be about people is decided by whoever shows it (vm/base/disclose.h).
 *
 *     moot_report_rows rows;
 *     if (!moot_store_report(store, MOOT_REPORT_ENDS, run, NULL, &arena, &rows, &err)) { rows.cells[row * rows.columns + column] … }
 */
#ifndef MOOT_STORE_REPORT_H
#define MOOT_STORE_REPORT_H

#include "vm/store/store.h"
#include "vm/store/store_report_sql.h"

/* The columns of MOOT_COMPARE_ALL, MOOT_COMPARE_SIDES and MOOT_COVERAGE_ALL. */
enum {
    MOOT_COMPARE_NO, MOOT_COMPARE_PROTOCOLS, MOOT_COMPARE_CASELOAD, MOOT_COMPARE_SHA, MOOT_COMPARE_AS_OF, MOOT_COMPARE_LAW, MOOT_COMPARE_CASES,
    MOOT_COMPARE_SET_ASIDE, MOOT_COMPARE_GENERATED, MOOT_COMPARE_MOOT, MOOT_COMPARE_OPTIONS
};
enum { MOOT_SIDE_PROTOCOL, MOOT_SIDE_HASH, MOOT_SIDE_CLOSED, MOOT_SIDE_OPEN, MOOT_SIDE_UNDECIDED, MOOT_SIDE_FAILED, MOOT_SIDE_NUMBERS };
enum {
    MOOT_COVERAGE_NO, MOOT_COVERAGE_PROTOCOL, MOOT_COVERAGE_HASH, MOOT_COVERAGE_TABLE, MOOT_COVERAGE_TABLE_SHA, MOOT_COVERAGE_CASELOAD,
    MOOT_COVERAGE_SHA, MOOT_COVERAGE_CASES, MOOT_COVERAGE_GENERATED, MOOT_COVERAGE_MOOT, MOOT_COVERAGE_NOTE
};
/* The columns of MOOT_WHATIF_TURNS; `chosen` by the baseline. */
enum { MOOT_TURN_SIDE, MOOT_TURN_CLAUSE, MOOT_TURN_CHOSEN, MOOT_TURN_READ_AS };

/* The columns of MOOT_REPORT_DATES. */
enum {
    MOOT_DATE_CASE, MOOT_DATE_CHILD, MOOT_DATE_DEADLINE, MOOT_DATE_CLAUSE, MOOT_DATE_DUE, MOOT_DATE_STATUS, MOOT_DATE_OWNER, MOOT_DATE_AT, MOOT_DATE_SET,
    MOOT_DATE_ENTRIES, MOOT_DATE_NTH
};

/* The columns of MOOT_REPORT_EVENTS. */
enum {
    MOOT_EVENT_AT, MOOT_EVENT_DAY, MOOT_EVENT_CASE, MOOT_EVENT_CHILD, MOOT_EVENT_KIND, MOOT_EVENT_NAME, MOOT_EVENT_DETAIL, MOOT_EVENT_TEXT,
    MOOT_EVENT_WHO, /* names, char(31) between them */
    MOOT_EVENT_CLAUSE, MOOT_EVENT_WHEN
};

/* The columns of MOOT_REPORT_RUNS. */
enum {
    MOOT_RUN_NO, MOOT_RUN_PROTOCOL, MOOT_RUN_HASH, MOOT_RUN_COUNCIL, MOOT_RUN_CASELOAD, MOOT_RUN_SHA, MOOT_RUN_AS_OF, MOOT_RUN_LAW,
    MOOT_RUN_MODELLED, MOOT_RUN_SEED, MOOT_RUN_OPTIONS, MOOT_RUN_MOOT, MOOT_RUN_REPLICATE, MOOT_RUN_FINISHED, MOOT_RUN_CASES, MOOT_RUN_GENERATED
};

typedef struct moot_report_cell {
    const char *text; /* NULL: nothing, or a number */
    double number;    /* NAN: nothing, or a text; whole numbers up to 2^53 exactly */
} moot_report_cell;

typedef struct moot_report_rows {
    size_t columns, count;
    moot_report_cell *cells; /* row after row; in the arena */
} moot_report_rows;

/* The columns of each are told in store_report_sql.h. `id` is that of a case where one is asked for, else NULL. Errors: MOOT_ESTORE,
 * MOOT_ENOMEM. */
moot_code moot_store_report(moot_store *store, moot_report_ask ask, int64_t run, const char *id, moot_arena *arena,
                            moot_report_rows *out_rows, moot_err *err) MOOT_MUST_CHECK;

#endif
