#include "tests/bench/insert_loop.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "vm/base/base.h"
#include "vm/base/buf.h"

#define CASES_A_CHUNK 1000
#define MOST_TABLES 64

typedef struct cell {
    int type; /* SQLITE_INTEGER, SQLITE_TEXT, SQLITE_NULL */
    int len;
    int64_t number;
    char *text; /* owned */
} cell;

typedef struct table {
    char *name, *ddl; /* owned */
    int columns;
    int of_cases;     /* its first column is case_no */
    cell *cells;      /* rows of `columns` */
    size_t cells_cap;
    int64_t rows;
} table;

struct insert_loop {
    table tables[MOST_TABLES];
    int count;
    int64_t cases, rows;
};

/* ---- SQLite, failing loudly ---- */

static void check(sqlite3 *db, int rc)
{
    if (rc != SQLITE_OK && rc != SQLITE_ROW && rc != SQLITE_DONE) {
        bench_fail("SQLite: %s", sqlite3_errmsg(db));
    }
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    check(db, sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL));
    return stmt;
}

static void exec(sqlite3 *db, const char *sql)
{
    check(db, sqlite3_exec(db, sql, NULL, NULL, NULL));
}

/* ---- reading a store ---- */

static void take_cell(sqlite3_stmt *stmt, int column, cell *to)
{
    to->type = sqlite3_column_type(stmt, column);
    to->number = sqlite3_column_int64(stmt, column);
    to->text = NULL;
    to->len = 0;
    if (to->type == SQLITE_TEXT) {
        to->len = sqlite3_column_bytes(stmt, column);
        to->text = moot_strndup((const char *)sqlite3_column_text(stmt, column), (size_t)to->len);
    }
}

static void read_rows(sqlite3 *db, table *t)
{
    char sql[256];
    snprintf(sql, sizeof sql, "SELECT * FROM \"%s\"", t->name); /* by its key: the order in which it was put */
    sqlite3_stmt *stmt = prepare(db, sql);
    t->columns = sqlite3_column_count(stmt);
    t->of_cases = strcmp(sqlite3_column_name(stmt, 0), "case_no") == 0;
    for (; sqlite3_step(stmt) == SQLITE_ROW; t->rows++) {
        size_t from = (size_t)t->rows * (size_t)t->columns;
        if (!moot_grow((void **)&t->cells, &t->cells_cap, from + (size_t)t->columns, sizeof *t->cells)) {
            bench_fail("no memory for the rows of %s", t->name);
        }
        for (int i = 0; i < t->columns; i++) {
            take_cell(stmt, i, &t->cells[from + (size_t)i]);
        }
    }
    sqlite3_finalize(stmt);
}

insert_loop *insert_loop_new(const char *store)
{
    sqlite3 *db = NULL;
    insert_loop *loop = moot_calloc(1, sizeof *loop);
    if (!loop || sqlite3_open_v2(store, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
        bench_fail("the store %s cannot be read", store);
    }
    sqlite3_stmt *stmt = prepare(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
    while (sqlite3_step(stmt) == SQLITE_ROW && loop->count < MOST_TABLES) {
        table *t = &loop->tables[loop->count++];
        t->name = moot_strdup((const char *)sqlite3_column_text(stmt, 0));
        t->ddl = moot_strdup((const char *)sqlite3_column_text(stmt, 1));
        read_rows(db, t);
        loop->rows += t->of_cases ? t->rows : 0;
        loop->cases = strcmp(t->name, "case_rows") == 0 ? t->rows : loop->cases;
    }
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    return loop;
}

void insert_loop_free(insert_loop *loop)
{
    for (int i = 0; i < loop->count; i++) {
        table *t = &loop->tables[i];
        for (int64_t k = 0; k < t->rows * t->columns; k++) {
            moot_free(t->cells[k].text);
        }
        moot_free(t->cells);
        moot_free(t->name);
        moot_free(t->ddl);
    }
    moot_free(loop);
}

int64_t insert_loop_rows(const insert_loop *loop)
{
    return loop->rows;
}

/* ---- the schema, with something left out ---- */

/* Blanks every `word` and, if it is followed by brackets, these too. */
static void blank(char *ddl, const char *word)
{
    for (char *at = strstr(ddl, word); at; at = strstr(at, word)) {
        char *end = at + strlen(word);
        char *open = end + strspn(end, " ");
        if (*open == '(') {
            int depth = 0;
            for (end = open; depth > 0 || end == open; end++) {
                depth += (*end == '(') - (*end == ')');
            }
        }
        memset(at, ' ', (size_t)(end - at));
    }
}

/* A comma that parts nothing any more. */
static void blank_commas(char *ddl)
{
    for (char *comma = strchr(ddl, ','); comma; comma = strchr(comma + 1, ',')) {
        char next = comma[1 + strspn(comma + 1, " \n")];
        if (next == ',' || next == ')') {
            *comma = ' ';
        }
    }
}

/* Comments end at the line, so a comma may stand before one: they go first. */
static void blank_comments(char *ddl)
{
    for (char *at = strstr(ddl, "--"); at; at = strstr(at, "--")) {
        memset(at, ' ', strcspn(at, "\n"));
    }
}

static void leave_out(char *ddl, insert_variant variant)
{
    blank_comments(ddl);
    switch (variant) {
    case INSERT_NO_STRICT:
        blank(ddl, strstr(ddl, "STRICT,") ? "STRICT," : "STRICT");
        break;
    case INSERT_NO_CHECK:
        blank(ddl, "CHECK");
        break;
    case INSERT_NO_UNIQUE_ID:
        blank(ddl, "UNIQUE (run, id)");
        break;
    case INSERT_NO_KEYS:
        blank(ddl, "PRIMARY KEY");
        blank(ddl, ", WITHOUT ROWID");
        break;
    default:
        break;
    }
    blank_commas(ddl);
}

static sqlite3 *make_file(const insert_loop *loop, const char *path, insert_variant variant)
{
    sqlite3 *db = NULL;
    char side[4200];
    (void)unlink(path);
    snprintf(side, sizeof side, "%s-wal", path);
    (void)unlink(side);
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        bench_fail("%s cannot be made", path);
    }
    int keys = variant != INSERT_NO_FOREIGN_KEYS && variant != INSERT_NO_KEYS;
    exec(db, keys ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF");
    exec(db, "PRAGMA journal_mode = WAL");
    exec(db, "PRAGMA synchronous = NORMAL");
    for (int i = 0; i < loop->count; i++) {
        char *ddl = moot_strdup(loop->tables[i].ddl);
        if (!ddl) {
            bench_fail("no memory for a schema");
        }
        leave_out(ddl, variant);
        exec(db, ddl);
        moot_free(ddl);
    }
    return db;
}

/* ---- writing ---- */

static sqlite3_stmt *insert_into(sqlite3 *db, const table *t)
{
    char sql[512];
    size_t len = (size_t)snprintf(sql, sizeof sql, "INSERT INTO \"%s\" VALUES (?", t->name);
    for (int i = 1; i < t->columns && len + 4 < sizeof sql; i++) {
        len += (size_t)snprintf(sql + len, sizeof sql - len, ",?");
    }
    snprintf(sql + len, sizeof sql - len, ")");
    return prepare(db, sql);
}

static void insert_row(sqlite3 *db, sqlite3_stmt *stmt, const table *t, int64_t row)
{
    const cell *cells = &t->cells[row * t->columns];
    for (int i = 0; i < t->columns; i++) {
        if (cells[i].type == SQLITE_INTEGER) {
            sqlite3_bind_int64(stmt, i + 1, cells[i].number);
        } else if (cells[i].type == SQLITE_TEXT) {
            sqlite3_bind_text(stmt, i + 1, cells[i].text, cells[i].len, SQLITE_STATIC);
        }
    }
    check(db, sqlite3_step(stmt));
    check(db, sqlite3_reset(stmt));
    sqlite3_clear_bindings(stmt);
}

static void insert_cases(const insert_loop *loop, sqlite3 *db, sqlite3_stmt **statements)
{
    int64_t next[MOST_TABLES] = { 0 };
    for (int64_t number = 1; number <= loop->cases; number++) {
        for (int i = 0; i < loop->count; i++) {
            const table *t = &loop->tables[i];
            while (t->of_cases && next[i] < t->rows && t->cells[next[i] * t->columns].number == number) {
                insert_row(db, statements[i], t, next[i]++);
            }
        }
        if (number % CASES_A_CHUNK == 0) {
            exec(db, "UPDATE run_rows SET cases_done = cases_done");
            exec(db, "COMMIT; BEGIN IMMEDIATE");
        }
    }
}

insert_time insert_loop_run(const insert_loop *loop, const char *path, insert_variant variant)
{
    sqlite3_stmt *statements[MOST_TABLES];
    insert_time time = { bench_now(), bench_processor() };
    sqlite3 *db = make_file(loop, path, variant);
    exec(db, "BEGIN IMMEDIATE");
    for (int i = 0; i < loop->count; i++) {
        const table *t = &loop->tables[i];
        statements[i] = insert_into(db, t);
        for (int64_t row = 0; row < t->rows && !t->of_cases; row++) {
            insert_row(db, statements[i], t, row);
        }
    }
    insert_cases(loop, db, statements);
    exec(db, "COMMIT");
    for (int i = 0; i < loop->count; i++) {
        sqlite3_finalize(statements[i]);
    }
    sqlite3_close(db);
    time.seconds = bench_now() - time.seconds;
    time.processor = bench_processor() - time.processor;
    return time;
}
