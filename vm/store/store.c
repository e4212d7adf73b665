/* Opening, closing and checking a store. */
#include "vm/store/store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vm/store/store_internal.h"
#include "vm/store/store_schema.h"

#define BUSY_MILLISECONDS 5000
#define PAUSE_MILLISECONDS 5

/* ---- opening ---- */

/* A path as SQLite's URI has it: what is not plain is escaped. */
static void put_uri(const char *path, moot_buf *out)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/";
    moot_buf_str(out, "file:");
    for (; *path; path++) {
        if (strchr(plain, *path)) {
            moot_buf_char(out, *path);
        } else {
            moot_buf_printf(out, "%%%02X", (unsigned)(unsigned char)*path);
        }
    }
    moot_buf_str(out, "?immutable=1");
}

static int connect_to(moot_store *store, const char *name, int flags)
{
    int rc = moot_store__trip()
                 ? SQLITE_FULL
                 : sqlite3_open_v2(name, &store->db,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (rc == SQLITE_OK) {
        sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
        sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
        sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
        sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
        sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    }
    return rc;
}

static void disconnect(moot_store *store)
{
    for (int i = 0; i < SQL_COUNT; i++) {
        sqlite3_finalize(store->statements[i]);
        store->statements[i] = NULL;
    }
    sqlite3_close(store->db);
    store->db = NULL;
}

/* A store in a read-only folder cannot have the side file that readers share, so it is read as
 * something that nobody changes: true enough when nobody can, and when no writer left a log
 * behind. */
static int connect_unchanging(moot_store *store)
{
    struct stat log;
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_printf(&text, "%s-wal", store->path);
    int left = !moot_buf_ok(&text) || (stat(moot_buf_text(&text), &log) == 0 && log.st_size > 0);
    int rc = SQLITE_CANTOPEN;
    if (!left) {
        disconnect(store);
        moot_buf_clear(&text);
        put_uri(store->path, &text);
        rc = moot_buf_ok(&text)
                 ? connect_to(store, moot_buf_text(&text), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
                 : SQLITE_NOMEM;
    }
    moot_buf_done(&text);
    return rc;
}

/* The first question that touches the file: before it SQLite has looked at nothing. */
static int touch(moot_store *store)
{
    sqlite3_stmt *stmt = NULL;
    int rc =
        moot_store__trip()
            ? SQLITE_FULL
            : sqlite3_prepare_v2(store->db, "SELECT count(*) FROM sqlite_schema", -1, &stmt, NULL);
    if (rc == SQLITE_OK) {
        rc = sqlite3_step(stmt) == SQLITE_ROW ? SQLITE_OK : sqlite3_errcode(store->db);
    }
    sqlite3_finalize(stmt);
    return rc;
}

static moot_code check_file(const moot_store *store, moot_err *err)
{
    struct stat file;
    if (stat(store->path, &file) != 0) {
        return store->mode == MOOT_STORE_CREATE
                   ? MOOT_OK
                   : moot_fail(err, MOOT_ESTORE, "there is no store %s", store->path);
    }
    if (S_ISDIR(file.st_mode)) {
        return moot_fail(err, MOOT_ESTORE, "%s is a folder, but a store is one file", store->path);
    }
    if (file.st_size == 0 && store->mode != MOOT_STORE_CREATE) {
        return moot_fail(err, MOOT_ESTORE, "%s is not a moot store: it is empty", store->path);
    }
    return MOOT_OK;
}

/* A new store is for its maker alone, whatever the umask, for it holds what is known of children; the
 * files that SQLite lays beside it take its mode. What cannot be made is SQLite's to say. */
static void make_private(const moot_store *store)
{
    int fd = store->mode == MOOT_STORE_CREATE && strcmp(store->path, ":memory:") != 0
                 ? open(store->path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR)
                 : -1;
    if (fd >= 0) {
        close(fd);
    }
}

static moot_code open_file(moot_store *store, moot_err *err)
{
    static const int flags[] = {
        [MOOT_STORE_READ] = SQLITE_OPEN_READONLY,
        [MOOT_STORE_WRITE] = SQLITE_OPEN_READWRITE,
        [MOOT_STORE_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    };
    moot_code code = check_file(store, err);
    if (code) {
        return code;
    }
    make_private(store);
    int rc = connect_to(store, store->path, flags[store->mode]);
    rc = rc == SQLITE_OK ? touch(store) : rc;
    if (store->mode == MOOT_STORE_READ &&
        ((rc & 0xff) == SQLITE_CANTOPEN || (rc & 0xff) == SQLITE_READONLY)) {
        rc = connect_unchanging(store);
        rc = rc == SQLITE_OK ? touch(store) : rc;
    }
    return rc == SQLITE_OK ? MOOT_OK : moot_store__fail(store, rc, err);
}

/* ---- whose file it is ---- */

static moot_code check_owner(moot_store *store, int64_t *out_version, moot_err *err)
{
    int64_t application = 0, objects = 0;
    moot_code code = moot_store__exec(store, "BEGIN", err); /* all three as of one moment */
    code = code ? code : moot_store__ask(store, "SELECT count(*) FROM sqlite_schema", &objects, err);
    code = code ? code : moot_store__ask(store, "PRAGMA application_id", &application, err);
    code = code ? code : moot_store__ask(store, "PRAGMA user_version", out_version, err);
    code = code ? code : moot_store__exec(store, "COMMIT", err);
    if (code) {
        return code; /* the caller closes the store, and the transaction with it */
    }
    int empty = application == 0 && *out_version == 0 && objects == 0;
    int fresh = empty && store->mode == MOOT_STORE_CREATE;
    if (empty && !fresh) {
        return moot_fail(
            err, MOOT_ESTORE,
            "%s is empty: whatever made it was stopped before anything was stored in it",
            store->path);
    }
    if (application != MOOT_APPLICATION_ID && !fresh) {
        return moot_fail(err, MOOT_ESTORE,
                         "%s is not a moot store: it is an SQLite file of another program",
                         store->path);
    }
    if (*out_version > moot_store__version()) {
        return moot_fail(err, MOOT_ESTORE,
                         "%s was made by a newer moot (store version %lld, this one knows up to "
                         "%lld): use that one",
                         store->path, (long long)*out_version, (long long)moot_store__version());
    }
    if (*out_version < 1 && !fresh) {
        return moot_fail(err, MOOT_ESTORE,
                         "%s says that it is a moot store of version %lld, which never was",
                         store->path, (long long)*out_version);
    }
    return MOOT_OK;
}

/* The first writer of a new store makes its log. SQLite does not wait here for another that is just about it, because it holds
 * the file for reading by then; so it is asked again, as often as it would have waited. */
static moot_code use_log(moot_store *store, moot_err *err)
{
    static const char text[] = "PRAGMA journal_mode = WAL";
    int rc = moot_store__trip() ? SQLITE_FULL : sqlite3_exec(store->db, text, NULL, NULL, NULL);
    for (int waited = 0; (rc & 0xff) == SQLITE_BUSY && waited < BUSY_MILLISECONDS; waited += PAUSE_MILLISECONDS) {
        sqlite3_sleep(PAUSE_MILLISECONDS);
        rc = sqlite3_exec(store->db, text, NULL, NULL, NULL);
    }
    return rc == SQLITE_OK ? MOOT_OK : moot_store__fail(store, rc, err);
}

static moot_code settings(moot_store *store, moot_err *err)
{
    moot_code code = moot_store__exec(store, "PRAGMA foreign_keys = ON", err);
    if (code || store->mode == MOOT_STORE_READ) {
        return code;
    }
    code = use_log(store, err);
    if (code || store->durability == MOOT_STORE_REPL) {
        return code ? code : moot_store__exec(store, "PRAGMA synchronous = FULL", err);
    }
    /* Room for a chunk of about 1,000 cases, so that none is written twice; the log is folded in
     * every 16 MB. */
    return moot_store__exec(store,
                            "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384;"
                            "PRAGMA wal_autocheckpoint = 4000",
                            err);
}

static moot_code open_all(moot_store *store, moot_err *err)
{
    int64_t version = 0;
    moot_code code = open_file(store, err);
    code = code ? code : check_owner(store, &version, err);
    code = code ? code : settings(store, err);
    if (!code && store->mode != MOOT_STORE_READ) {
        code = moot_store__migrate(store, version, 0, err);
        version = moot_store__version();
    }
    store->version = version;
    return code ? code : moot_store__check_words(store, err);
}

moot_code moot_store_open(const char *path, moot_store_mode mode, moot_store_durability durability,
                          moot_store **out_store, moot_err *err)
{
    moot_store *store = moot_calloc(1, sizeof *store);
    if (!store) {
        return moot_fail_memory(err);
    }
    store->mode = mode;
    store->durability = durability;
    moot_arena_init(&store->arena);
    moot_buf_init(&store->buf);
    store->path = moot_strdup(path);
    moot_code code = store->path ? open_all(store, err) : moot_fail_memory(err);
    if (code) {
        moot_store_close(store);
        return code;
    }
    *out_store = store;
    return MOOT_OK;
}

void moot_store_wait(moot_store *store, int milliseconds)
{
    sqlite3_busy_timeout(store->db, milliseconds);
}

void moot_store_close(moot_store *store)
{
    if (!store) {
        return;
    }
    moot_store__rollback(store);
    disconnect(store);
    moot_arena_done(&store->arena);
    moot_buf_done(&store->buf);
    moot_free(store->path);
    moot_free(store);
}

/* ---- checking ---- */

static moot_code check_pages(moot_store *store, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_INTEGRITY);
    const char *said = moot_sql_next(&sql) ? moot_sql_get_text(&sql, 0, &store->arena) : NULL;
    moot_code code = moot_sql_end(&sql, err);
    if (code || !said || strcmp(said, "ok") == 0) {
        return code;
    }
    return moot_fail(err, MOOT_ESTORE,
                     "%s is damaged (%s): take it from a copy, or run the caseload again",
                     store->path, said);
}

static moot_code check_keys(moot_store *store, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_FOREIGN_KEYS);
    int found = moot_sql_next(&sql);
    const char *table = found ? moot_sql_get_text(&sql, 0, &store->arena) : NULL;
    const char *parent = found ? moot_sql_get_text(&sql, 2, &store->arena) : NULL;
    moot_code code = moot_sql_end(&sql, err);
    if (code || !found) {
        return code;
    }
    return moot_fail(err, MOOT_ESTORE,
                     "%s was changed by hand: a row of %s belongs to a row of %s that is gone",
                     store->path, table ? table : "a table", parent ? parent : "a table");
}

static moot_code check_log(moot_store *store, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_BAD_LOG);
    int found = moot_sql_next(&sql);
    const char *id = found ? moot_sql_get_text(&sql, 0, &store->arena) : NULL;
    int64_t said = found ? moot_sql_get(&sql, 1) : 0, kept = found ? moot_sql_get(&sql, 2) : 0;
    moot_code code = moot_sql_end(&sql, err);
    if (code || !found) {
        return code;
    }
    return moot_fail(err, MOOT_ESTORE,
                     "the log of case %s in %s has %lld entries, but %lld were written",
                     id ? id : "", store->path, (long long)kept, (long long)said);
}

/* An empty store in memory, of a version. */
static moot_code model_store(int64_t version, moot_store **out_store, moot_err *err)
{
    moot_store *store = moot_calloc(1, sizeof *store);
    if (!store) {
        return moot_fail_memory(err);
    }
    store->mode = MOOT_STORE_CREATE;
    store->path = moot_strdup("the model store");
    int rc = store->path ? connect_to(store, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
                         : SQLITE_NOMEM;
    moot_code code = rc == SQLITE_OK ? moot_store__migrate(store, 0, version, err)
                                     : moot_store__fail(store, rc, err);
    if (code) {
        moot_store_close(store);
        return code;
    }
    *out_store = store;
    return MOOT_OK;
}

/* Every table, view and trigger that this version makes must be there, word for word: a store
 * made in memory is the model. */
static moot_code check_object(moot_store *store, moot_sql *wanted, moot_err *err)
{
    const char *type = moot_sql_get_text(wanted, 0, &store->arena);
    const char *name = moot_sql_get_text(wanted, 1, &store->arena);
    const char *text = moot_sql_get_text(wanted, 2, &store->arena);
    int same = 0, there = 0;
    if (!type || !name || !text) {
        return moot_fail_memory(err);
    }
    moot_sql sql = moot_store__sql(store, SQL_OBJECTS);
    while (moot_sql_next(&sql) && !there) {
        const char *have = moot_sql_get_text(&sql, 1, &store->arena);
        const char *its_text = moot_sql_get_text(&sql, 2, &store->arena);
        there = have && strcmp(have, name) == 0;
        same = there && its_text && strcmp(its_text, text) == 0;
    }
    moot_code code = moot_sql_end(&sql, err);
    if (code || same) {
        return code;
    }
    return moot_fail(err, MOOT_ESTORE, "%s was changed by hand: its %s %s %s", store->path, type,
                     name, there ? "is not as moot made it" : "is gone");
}

static moot_code check_schema(moot_store *store, moot_err *err)
{
    moot_store *model = NULL;
    int64_t version = 0;
    moot_code code = moot_store__ask(store, "PRAGMA user_version", &version, err);
    code = code ? code : model_store(version, &model, err);
    if (code) {
        return code;
    }
    moot_sql wanted = moot_store__sql(model, SQL_OBJECTS);
    while (!code && moot_sql_next(&wanted)) {
        moot_arena_clear(&store->arena);
        code = check_object(store, &wanted, err);
    }
    moot_code ended = moot_sql_end(&wanted, err);
    moot_store_close(model);
    return code ? code : ended;
}

moot_code moot_store_check(moot_store *store, moot_err *err)
{
    static moot_code (*const checks[])(moot_store *, moot_err *) = { check_pages, check_schema,
                                                                     check_keys, check_log };
    moot_code code = MOOT_OK;
    for (size_t i = 0; i < MOOT_COUNT(checks) && !code; i++) {
        moot_arena_clear(&store->arena);
        code = checks[i](store, err);
    }
    return code;
}

moot_code moot_store_info(moot_store *store, moot_store_summary *out_summary, moot_err *err)
{
    int64_t pages = 0, page = 0;
    moot_store_summary s;
    memset(&s, 0, sizeof s);
    moot_code code = moot_store__ask(store, "PRAGMA user_version", &s.version, err);
    code = code ? code : moot_store__ask(store, "PRAGMA page_count", &pages, err);
    code = code ? code : moot_store__ask(store, "PRAGMA page_size", &page, err);
    if (code) {
        return code;
    }
    moot_sql sql = moot_store__sql(store, SQL_SUMMARY);
    if (moot_sql_next(&sql)) {
        s.protocols = moot_sql_get(&sql, 0);
        s.runs = moot_sql_get(&sql, 1);
        s.unfinished_runs = moot_sql_get(&sql, 2);
        s.cases = moot_sql_get(&sql, 3);
        s.entries = moot_sql_get(&sql, 4);
    }
    code = moot_sql_end(&sql, err);
    s.bytes = pages * page;
    if (!code) {
        *out_summary = s;
    }
    return code;
}
