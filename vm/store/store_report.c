#include "vm/store/store_report.h"

#include <math.h>
#include <string.h>

#include "vm/store/store_internal.h"
#include "vm/store/store_schema.h"

static const struct {
    moot_statement statement;
    const char *columns;
} asks[MOOT_REPORT_ASKS] = {
#define X(name, columns, text) { SQL_##name, columns },
    MOOT_REPORT_STATEMENTS(X)
#undef X
};

static moot_report_cell cell(moot_sql *sql, int column, char type, moot_arena *arena)
{
    moot_report_cell c = { NULL, NAN };
    if (type == 't') {
        c.text = moot_sql_get_text(sql, column, arena);
    } else if (!moot_sql_is_null(sql, column)) {
        c.number = type == 'r' ? moot_sql_get_real(sql, column) : (double)moot_sql_get(sql, column);
    }
    return c;
}

/* The cells grow outside the arena and move into it when all are there: an arena keeps what it once gave. */
moot_code moot_store_report(moot_store *store, moot_report_ask ask, int64_t run, const char *id, moot_arena *arena,
                            moot_report_rows *out_rows, moot_err *err)
{
    moot_report_rows rows = { .columns = strlen(asks[ask].columns) };
    moot_report_cell *cells = NULL;
    size_t cap = 0;
    int no_memory = 0;
    if (store->version < MOOT_ANSWERS_VERSION && ask >= MOOT_COMPARE_ALL && ask <= MOOT_COVERAGE_FINDINGS) {
        *out_rows = rows; /* it is older than such tables */
        return MOOT_OK;
    }
    moot_sql sql = moot_store__sql(store, asks[ask].statement);
    moot_sql_int(&sql, run);
    if (id) {
        moot_sql_text(&sql, id);
    }
    while (!no_memory && moot_sql_next(&sql)) {
        no_memory = !moot_grow((void **)&cells, &cap, (rows.count + 1) * rows.columns, sizeof *cells);
        for (size_t i = 0; !no_memory && i < rows.columns; i++) {
            cells[rows.count * rows.columns + i] = cell(&sql, (int)i, asks[ask].columns[i], arena);
        }
        rows.count += !no_memory;
    }
    moot_code code = moot_sql_end(&sql, err);
    if (!code) {
        rows.cells = moot_arena_array(arena, rows.count * rows.columns + 1, sizeof *cells);
        code = no_memory || !rows.cells ? moot_fail_memory(err) : MOOT_OK;
    }
    if (!code) {
        if (rows.count > 0) {
            memcpy(rows.cells, cells, rows.count * rows.columns * sizeof *cells);
        }
        *out_rows = rows;
    }
    moot_free(cells);
    return code;
}
