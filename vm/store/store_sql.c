/* The only place where SQLite is stepped: statements, binds, columns, and what SQLite says as
 * one sentence. */
#include "vm/store/store_sql.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "vm/store/store_internal.h"

static const char *const statement_texts[] = {
#define X(name, text) text,
    MOOT_STATEMENTS(X)
#undef X
#define X(name, columns, text) text,
    MOOT_REPORT_STATEMENTS(X)
#undef X
};

/* ---- failing on purpose (tests) ---- */

static MOOT_THREAD_LOCAL unsigned long calls, fail_at;

void moot_store_fail_at(unsigned long n)
{
    calls = 0;
    fail_at = n;
}

unsigned long moot_store_calls(void)
{
    return calls;
}

int moot_store__trip(void)
{
    calls++;
    return fail_at != 0 && calls >= fail_at;
}

/* ---- what SQLite says ---- */

static moot_code fail_kind(const moot_store *store, int rc, moot_err *err)
{
    const char *path = store->path;
    switch (rc & 0xff) {
    case SQLITE_NOMEM:
        return moot_fail_memory(err);
    case SQLITE_FULL:
        return moot_fail(err, MOOT_ESTORE,
                         "the disk is full: %s cannot grow; what was committed before is safe",
                         path);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return moot_fail(err, MOOT_ESTORE,
                         "%s cannot be written: the file or its folder is read-only", path);
    case SQLITE_CANTOPEN:
        return moot_fail(err, MOOT_ESTORE,
                         "%s cannot be opened: look whether its folder exists and may be written",
                         path);
    case SQLITE_NOTADB:
        return moot_fail(err, MOOT_ESTORE, "%s is not a moot store: it is not an SQLite file",
                         path);
    case SQLITE_CORRUPT:
        return moot_fail(err, MOOT_ESTORE,
                         "%s is damaged: take it from a copy, or run the caseload again", path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return moot_fail(err, MOOT_ESTORE,
                         "%s is being written by another program: try again when it has finished",
                         path);
    case SQLITE_IOERR:
        return moot_fail(err, MOOT_ESTORE, "the disk would not read or write %s", path);
    case SQLITE_TOOBIG:
        return moot_fail(err, MOOT_ELIMIT, "a text is too long for the store %s", path);
    default:
        break;
    }
    return moot_fail(err, MOOT_ESTORE, "the store %s refused: %s", path,
                     store->db ? sqlite3_errmsg(store->db) : sqlite3_errstr(rc));
}

moot_code moot_store__fail(moot_store *store, int rc, moot_err *err)
{
    return fail_kind(store, rc, err);
}

/* ---- statements ---- */

moot_sql moot_store__sql(moot_store *store, moot_statement which)
{
    moot_sql sql = { store, store->statements[which], SQLITE_OK, 0 };
    if (!sql.stmt) {
        sql.rc = moot_store__trip()
                     ? SQLITE_FULL
                     : sqlite3_prepare_v3(store->db, statement_texts[which], -1,
                                          SQLITE_PREPARE_PERSISTENT, &sql.stmt, NULL);
        store->statements[which] = sql.stmt;
    }
    return sql;
}

void moot_sql_int(moot_sql *sql, int64_t value)
{
    sql->at++;
    if (sql->rc == SQLITE_OK) {
        sql->rc = sqlite3_bind_int64(sql->stmt, sql->at, value);
    }
}

void moot_sql_int_or_null(moot_sql *sql, int64_t value, int is_null)
{
    if (is_null) {
        sql->at++; /* a parameter without a value is NULL */
    } else {
        moot_sql_int(sql, value);
    }
}

void moot_sql_index(moot_sql *sql, int32_t index)
{
    moot_sql_int_or_null(sql, index, index < 0);
}

void moot_sql_text(moot_sql *sql, const char *text)
{
    sql->at++;
    if (sql->rc == SQLITE_OK && text) {
        sql->rc = sqlite3_bind_text(sql->stmt, sql->at, text, -1, SQLITE_STATIC);
    }
}

void moot_sql_real(moot_sql *sql, double value)
{
    sql->at++;
    if (sql->rc == SQLITE_OK && !isnan(value)) {
        sql->rc = sqlite3_bind_double(sql->stmt, sql->at, value);
    }
}

void moot_sql_when(moot_sql *sql, moot_when when)
{
    moot_sql_int_or_null(sql, when.lo, when.lo == MOOT_NEVER);
    moot_sql_int_or_null(sql, when.hi, when.hi == MOOT_NEVER);
}

static int step(moot_sql *sql)
{
    return moot_store__trip() ? SQLITE_FULL : sqlite3_step(sql->stmt);
}

moot_code moot_sql_end(moot_sql *sql, moot_err *err)
{
    moot_code code = MOOT_OK;
    if (sql->rc != SQLITE_OK && sql->rc != SQLITE_ROW && sql->rc != SQLITE_DONE) {
        code = moot_store__fail(sql->store, sql->rc, err);
    }
    if (sql->stmt) {
        sqlite3_reset(sql->stmt); /* repeats the step's own failure, which is told above */
        sqlite3_clear_bindings(sql->stmt);
    }
    return code;
}

moot_code moot_sql_run(moot_sql *sql, moot_err *err)
{
    if (sql->rc == SQLITE_OK) {
        sql->rc = step(sql);
    }
    return moot_sql_end(sql, err);
}

int moot_sql_next(moot_sql *sql)
{
    if (sql->rc == SQLITE_OK || sql->rc == SQLITE_ROW) {
        sql->rc = step(sql);
    }
    return sql->rc == SQLITE_ROW;
}

/* ---- columns ---- */

int moot_sql_is_null(const moot_sql *sql, int column)
{
    return sqlite3_column_type(sql->stmt, column) == SQLITE_NULL;
}

int64_t moot_sql_get(const moot_sql *sql, int column)
{
    return sqlite3_column_int64(sql->stmt, column);
}

double moot_sql_get_real(const moot_sql *sql, int column)
{
    return moot_sql_is_null(sql, column) ? (double)NAN : sqlite3_column_double(sql->stmt, column);
}

int32_t moot_sql_get_index(const moot_sql *sql, int column)
{
    int64_t value = moot_sql_get(sql, column);
    return moot_sql_is_null(sql, column) || value < 0 || value > INT32_MAX ? -1 : (int32_t)value;
}

moot_when moot_sql_get_when(const moot_sql *sql, int column, moot_instant none)
{
    moot_when when = { none, none };
    if (!moot_sql_is_null(sql, column)) {
        when.lo = moot_sql_get(sql, column);
        when.hi = moot_sql_is_null(sql, column + 1) ? MOOT_NEVER : moot_sql_get(sql, column + 1);
    }
    return when;
}

const char *moot_sql_get_text(moot_sql *sql, int column, moot_arena *arena)
{
    if (moot_sql_is_null(sql, column)) {
        return NULL;
    }
    const unsigned char *text = sqlite3_column_text(sql->stmt, column);
    size_t len = (size_t)sqlite3_column_bytes(sql->stmt, column);
    const char *kept = text ? moot_arena_strn(arena, (const char *)text, len) : NULL;
    if (!kept) {
        sql->rc = SQLITE_NOMEM;
    }
    return kept;
}

/* ---- text that is not in the list ---- */

moot_code moot_store__exec(moot_store *store, const char *text, moot_err *err)
{
    int rc = moot_store__trip() ? SQLITE_FULL : sqlite3_exec(store->db, text, NULL, NULL, NULL);
    return rc == SQLITE_OK ? MOOT_OK : moot_store__fail(store, rc, err);
}

moot_code moot_store__ask(moot_store *store, const char *text, int64_t *out_value, moot_err *err)
{
    moot_sql sql = { store, NULL, SQLITE_OK, 0 };
    sql.rc =
        moot_store__trip() ? SQLITE_FULL : sqlite3_prepare_v2(store->db, text, -1, &sql.stmt, NULL);
    if (moot_sql_next(&sql)) {
        *out_value = moot_sql_get(&sql, 0);
    }
    moot_code code = moot_sql_end(&sql, err);
    sqlite3_finalize(sql.stmt);
    return code;
}

int64_t moot_store__last_id(const moot_store *store)
{
    return sqlite3_last_insert_rowid(store->db);
}

/* ---- transactions ---- */

moot_code moot_store__begin(moot_store *store, moot_err *err)
{
    if (store->broken) {
        return moot_fail(err, MOOT_ESTORE, "nothing more is written to %s after the failure before",
                         store->path);
    }
    if (store->in_chunk) {
        return MOOT_OK;
    }
    moot_sql sql = moot_store__sql(store, SQL_BEGIN);
    moot_code code = moot_sql_run(&sql, err);
    store->in_chunk = code == MOOT_OK;
    return code;
}

moot_code moot_store__commit(moot_store *store, moot_err *err)
{
    if (!store->in_chunk) {
        return MOOT_OK;
    }
    moot_sql sql = moot_store__sql(store, SQL_COMMIT);
    moot_code code = moot_sql_run(&sql, err);
    if (code) {
        moot_store__rollback(store);
    }
    store->in_chunk = 0;
    return code;
}

/* Not through moot_store__trip: it must always be possible to give up. */
void moot_store__rollback(moot_store *store)
{
    if (store->in_chunk && !sqlite3_get_autocommit(store->db)) {
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    }
    store->in_chunk = 0;
}

/* ---- from one store to another ---- */

/* Names of tables and columns are the schema's own, never a value. `key`: of the rows that are copied, NULL: all. */
static int prepare_copy(moot_store *from, moot_store *to, const char *table, const char *key, sqlite3_stmt **read, sqlite3_stmt **write)
{
    char text[512];
    int some = snprintf(text, sizeof text, "SELECT * FROM %.100s", table);
    if (key) {
        snprintf(text + some, sizeof text - (size_t)some, " WHERE %.40s BETWEEN ?1 AND ?2 ORDER BY %.40s", key, key);
    }
    int rc = sqlite3_prepare_v2(from->db, text, -1, read, NULL);
    if (rc != SQLITE_OK) {
        return rc;
    }
    size_t len = (size_t)snprintf(text, sizeof text, "INSERT INTO %.100s VALUES (?", table);
    for (int i = 1; i < sqlite3_column_count(*read) && len + 4 < sizeof text; i++) {
        memcpy(text + len, ",?", 3);
        len += 2;
    }
    memcpy(text + len, ")", 2);
    return sqlite3_prepare_v2(to->db, text, -1, write, NULL);
}

static int copy_row(sqlite3_stmt *read, sqlite3_stmt *write, const moot_store_copied *rows)
{
    int rc = SQLITE_OK;
    for (int i = 0; i < sqlite3_column_count(read) && rc == SQLITE_OK; i++) {
        if (rows && i == 0) {
            rc = sqlite3_bind_int64(write, 1, sqlite3_column_int64(read, 0) + rows->add);
        } else if (rows && i == 1 && rows->second) {
            rc = sqlite3_bind_int64(write, 2, rows->second);
        } else {
            rc = sqlite3_bind_value(write, i + 1, sqlite3_column_value(read, i));
        }
    }
    return rc;
}

static moot_code copy(moot_store *from, moot_store *to, const char *table, const moot_store_copied *rows, moot_err *err)
{
    sqlite3_stmt *read = NULL, *write = NULL;
    const char *key = rows ? strcmp(table, "run_rows") == 0 ? "run" : "case_no" : NULL;
    int rc = moot_store__trip() ? SQLITE_FULL : prepare_copy(from, to, table, key, &read, &write), row = SQLITE_ROW;
    if (rc == SQLITE_OK && rows) {
        rc = sqlite3_bind_int64(read, 1, rows->first);
        rc = rc == SQLITE_OK ? sqlite3_bind_int64(read, 2, rows->last) : rc;
    }
    while (rc == SQLITE_OK && (row = sqlite3_step(read)) == SQLITE_ROW) {
        rc = copy_row(read, write, rows);
        if (rc == SQLITE_OK) {
            rc = sqlite3_step(write) == SQLITE_DONE ? SQLITE_OK : sqlite3_errcode(to->db);
            sqlite3_reset(write);
        }
    }
    moot_code code = rc != SQLITE_OK ? moot_store__fail(to, rc, err) : row != SQLITE_DONE ? moot_store__fail(from, row, err) : MOOT_OK;
    sqlite3_finalize(read);
    sqlite3_finalize(write);
    return code;
}

moot_code moot_store__copy_table(moot_store *from, moot_store *to, const char *table, moot_err *err)
{
    return copy(from, to, table, NULL, err);
}

moot_code moot_store__copy_rows(moot_store *from, moot_store *to, const char *table, const moot_store_copied *rows, moot_err *err)
{
    return copy(from, to, table, rows, err);
}

void moot_store__take_away(const char *path)
{
    static const char *const ends[] = { "", "-wal", "-shm" };
    char name[4200];
    for (size_t i = 0; i < MOOT_COUNT(ends); i++) {
        if (snprintf(name, sizeof name, "%s%s", path, ends[i]) < (int)sizeof name) {
            (void)unlink(name);
        }
    }
}
