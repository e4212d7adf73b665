/* One connection to SQLite's temporary database, one transaction that is never ended. */
#include "vm/base/spool.h"

#include <limits.h>
#include <sqlite3.h>
#include <string.h>

/* The cache bounds memory; what does not fit is on disk. No journal: what a crash leaves behind is deleted, not mended. */
static const char setup[] =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096; PRAGMA temp_store = FILE;"
    "PRAGMA locking_mode = EXCLUSIVE;"
    "CREATE TABLE ids(id TEXT PRIMARY KEY, line INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE rows(id TEXT NOT NULL, sheet INTEGER NOT NULL, row INTEGER NOT NULL, line INTEGER NOT NULL, cells BLOB,"
    " PRIMARY KEY(id, sheet, row)) STRICT, WITHOUT ROWID;"
    "BEGIN;";

#define STATEMENTS(X)                                                                                                  \
    X(ADD_ID, "INSERT INTO ids(id, line) VALUES(?1, ?2) ON CONFLICT DO NOTHING")                                       \
    X(OLD_ID, "SELECT line FROM ids WHERE id = ?1")                                                                    \
    X(ADD, "INSERT INTO rows(id, sheet, row, line, cells) VALUES(?1, ?2, ?3, ?4, ?5)")                                 \
    X(FIND, "SELECT id, sheet, row, line, cells FROM rows WHERE id = ?1 ORDER BY sheet, row")                          \
    X(ORPHANS, "SELECT id, sheet, min(row), line, NULL FROM rows WHERE NOT EXISTS (SELECT 1 FROM ids"                  \
               " WHERE ids.id = rows.id) GROUP BY id, sheet ORDER BY sheet, min(row)")

typedef enum statement {
#define X(name, sql) S_##name,
    STATEMENTS(X)
#undef X
    S_COUNT
} statement;

static const char *const texts[] = {
#define X(name, sql) sql,
    STATEMENTS(X)
#undef X
};

struct moot_spool {
    sqlite3 *db;
    sqlite3_stmt *statements[S_COUNT];
};

static moot_code refuse(moot_spool *spool, moot_err *err)
{
    int code = sqlite3_errcode(spool->db) & 0xff;
    if (code == SQLITE_NOMEM) {
        return moot_fail_memory(err);
    }
    return moot_fail(err, MOOT_ESYSTEM, "the temporary table for the caseload cannot be written (%s); is the disk full? "
                     "TMPDIR says where it lies", sqlite3_errmsg(spool->db));
}

moot_code moot_spool_open(moot_spool **out_spool, moot_err *err)
{
    moot_spool *spool = moot_calloc(1, sizeof *spool);
    if (!spool) {
        return moot_fail_memory(err);
    }
    /* The name "" means a temporary file of SQLite's own. */
    int bad = sqlite3_open_v2("", &spool->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) ||
              sqlite3_exec(spool->db, setup, NULL, NULL, NULL);
    for (int i = 0; !bad && i < S_COUNT; i++) {
        bad = sqlite3_prepare_v3(spool->db, texts[i], -1, SQLITE_PREPARE_PERSISTENT, &spool->statements[i], NULL);
    }
    if (bad) {
        moot_code code = spool->db ? refuse(spool, err) : moot_fail_memory(err);
        moot_spool_close(spool);
        return code;
    }
    *out_spool = spool;
    return MOOT_OK;
}

void moot_spool_close(moot_spool *spool)
{
    if (!spool) {
        return;
    }
    for (int i = 0; i < S_COUNT; i++) {
        sqlite3_finalize(spool->statements[i]);
    }
    sqlite3_close(spool->db);
    moot_free(spool);
}

static sqlite3_stmt *begin(moot_spool *spool, statement which, const char *id)
{
    sqlite3_stmt *stmt = spool->statements[which];
    sqlite3_reset(stmt);
    if (id) {
        sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC);
    }
    return stmt;
}

/* Runs a statement that gives no row. */
static moot_code run(moot_spool *spool, sqlite3_stmt *stmt, moot_err *err)
{
    int code = sqlite3_step(stmt);
    moot_code result = code == SQLITE_DONE ? MOOT_OK : refuse(spool, err);
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
    return result;
}

moot_code moot_spool_id(moot_spool *spool, const char *id, int32_t line, int32_t *out_line, moot_err *err)
{
    sqlite3_stmt *stmt = begin(spool, S_ADD_ID, id);
    sqlite3_bind_int(stmt, 2, line);
    moot_code code = run(spool, stmt, err);
    *out_line = 0;
    if (code || sqlite3_changes(spool->db) > 0) {
        return code;
    }
    stmt = begin(spool, S_OLD_ID, id);
    if (sqlite3_step(stmt) != SQLITE_ROW) {
        return refuse(spool, err);
    }
    *out_line = sqlite3_column_int(stmt, 0);
    sqlite3_reset(stmt);
    return MOOT_OK;
}

moot_code moot_spool_add(moot_spool *spool, const char *id, const moot_spooled *row, moot_err *err)
{
    sqlite3_stmt *stmt = begin(spool, S_ADD, id);
    sqlite3_bind_int(stmt, 2, row->sheet);
    sqlite3_bind_int(stmt, 3, row->row);
    sqlite3_bind_int(stmt, 4, row->line);
    if (row->cells) {
        sqlite3_bind_blob64(stmt, 5, row->cells, row->len, SQLITE_STATIC);
    } else {
        sqlite3_bind_null(stmt, 5);
    }
    return run(spool, stmt, err);
}

moot_code moot_spool_find(moot_spool *spool, const char *id, moot_err *err)
{
    sqlite3_stmt *stmt = spool->statements[S_FIND];
    sqlite3_reset(stmt);
    /* Copied: the caller's text may move while rows are taken. */
    return sqlite3_bind_text(stmt, 1, id, -1, SQLITE_TRANSIENT) ? refuse(spool, err) : MOOT_OK;
}

static moot_code next(moot_spool *spool, statement which, const char **out_id, moot_spooled *out_row, int *out_found,
                      moot_err *err)
{
    sqlite3_stmt *stmt = spool->statements[which];
    int code = sqlite3_step(stmt);
    *out_found = code == SQLITE_ROW;
    if (!*out_found) {
        moot_code result = code == SQLITE_DONE ? MOOT_OK : refuse(spool, err);
        sqlite3_reset(stmt);
        return result;
    }
    *out_id = (const char *)sqlite3_column_text(stmt, 0);
    out_row->sheet = sqlite3_column_int(stmt, 1);
    out_row->row = sqlite3_column_int(stmt, 2);
    out_row->line = sqlite3_column_int(stmt, 3);
    int refused = sqlite3_column_type(stmt, 4) == SQLITE_NULL;
    const void *cells = sqlite3_column_blob(stmt, 4);
    out_row->cells = refused ? NULL : cells ? cells : "";
    out_row->len = (size_t)sqlite3_column_bytes(stmt, 4);
    return MOOT_OK;
}

moot_code moot_spool_next(moot_spool *spool, moot_spooled *out_row, int *out_found, moot_err *err)
{
    const char *id;
    return next(spool, S_FIND, &id, out_row, out_found, err);
}

moot_code moot_spool_orphan(moot_spool *spool, const char **out_id, moot_spooled *out_row, int *out_found, moot_err *err)
{
    return next(spool, S_ORPHANS, out_id, out_row, out_found, err);
}
