#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store_file.h"

const char *const three[3] = { "C1", "C2", "C3" };

int store_file_make(void **state)
{
    store_file *f = calloc(1, sizeof *f);
    assert_non_null(f);
    f->p = house_protocol();
    moot_input_init(&f->input);
    moot_case_init(&f->c);
    moot_err_init(&f->err);
    snprintf(f->folder, sizeof f->folder, "/tmp/moot-store-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/run.db", f->folder);
    *state = f;
    return 0;
}

static void sweep(const char *folder)
{
    char command[96];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    assert_int_equal(system(command), 0);
}

int store_file_unmake(void **state)
{
    store_file *f = *state;
    moot_store_fail_at(0);
    sweep(f->folder);
    moot_case_done(&f->c);
    moot_input_done(&f->input);
    moot_protocol_free(f->p);
    free(f);
    return 0;
}

void said(store_file *f, const char *part)
{
    if (!strstr(f->err.msg, part)) {
        fail_msg("said: %s, not: %s", f->err.msg, part);
    }
    moot_err_init(&f->err);
}

moot_store *open_new(store_file *f)
{
    moot_store *store = NULL;
    OK(f, moot_store_open(f->path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &store, &f->err));
    return store;
}

moot_code put(store_file *f, moot_store *store, int64_t run, const char *id)
{
    house_input(f->p, &f->input, id);
    house_case(f->p, &f->input, &f->c);
    return moot_store_put_case(store, run, &f->c, &f->err);
}

void write_run(store_file *f, const char *const *ids, int count)
{
    int64_t run = 0;
    moot_run_info info = house_run(f->p);
    moot_store *store = open_new(f);
    OK(f, moot_store_run_begin(store, &info, &run, &f->err));
    for (int i = 0; i < count; i++) {
        OK(f, put(f, store, run, ids[i]));
    }
    OK(f, moot_store_run_end(store, run, count, &f->err));
    moot_store_close(store);
}

/* ---- asking the file as another program would ---- */

static sqlite3 *raw(const char *path)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    return db;
}

static int add_row(void *user, int columns, char **values, char **names)
{
    (void)names;
    for (int i = 0; i < columns; i++) {
        moot_buf_str(user, i ? "|" : "");
        moot_buf_str(user, values[i] ? values[i] : "-");
    }
    moot_buf_char(user, '\n');
    return 0;
}

void ask(const char *path, const char *sql, moot_buf *out)
{
    sqlite3 *db = raw(path);
    char *error = NULL;
    moot_buf_clear(out);
    if (sqlite3_exec(db, sql, add_row, out, &error) != SQLITE_OK) {
        fail_msg("%s: %s", sql, error);
    }
    sqlite3_close(db);
}

void answers(const char *path, const char *sql, const char *want)
{
    moot_buf out;
    moot_buf_init(&out);
    ask(path, sql, &out);
    assert_string_equal(moot_buf_text(&out), want);
    moot_buf_done(&out);
}

void refuses(const char *path, const char *sql, const char *part)
{
    sqlite3 *db = raw(path);
    char *error = NULL;
    assert_int_not_equal(sqlite3_exec(db, sql, NULL, NULL, &error), SQLITE_OK);
    assert_non_null(strstr(error, part));
    sqlite3_free(error);
    sqlite3_close(db);
}

void changes(const char *path, const char *sql)
{
    sqlite3 *db = raw(path);
    char *error = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK) {
        fail_msg("%s: %s", sql, error);
    }
    sqlite3_close(db);
}

void each_name(const char *path, const char *sql,
               void (*body)(const char *path, const char *name, void *user), void *user)
{
    moot_buf names;
    moot_buf_init(&names);
    ask(path, sql, &names);
    for (char *name = names.text, *end; name && (end = strchr(name, '\n')); name = end + 1) {
        *end = '\0';
        body(path, name, user);
    }
    moot_buf_done(&names);
}

static void dump_table(const char *path, const char *name, void *user)
{
    char sql[96];
    moot_buf rows;
    moot_buf_init(&rows);
    snprintf(sql, sizeof sql, "SELECT * FROM %s", name);
    ask(path, sql, &rows);
    moot_buf_printf(user, "%s\n%s", name, moot_buf_text(&rows));
    moot_buf_done(&rows);
}

void dump(const char *path, moot_buf *out)
{
    ask(path, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", out);
    each_name(path, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", dump_table,
              out);
}
