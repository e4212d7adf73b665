/* Files that are no store, newer, older, read-only, spoilt or on a full disk; calls and memory
 * that fail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store_file.h"
#include "vm/store/store_internal.h"

/* ---- whose file it is ---- */

static moot_code try_open(store_file *f, const char *path, moot_store_mode mode)
{
    moot_store *store = NULL;
    moot_code code = moot_store_open(path, mode, MOOT_STORE_BATCH, &store, &f->err);
    moot_store_close(store);
    return code;
}

static void write_file(const char *path, const char *text, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    fclose(file);
}

static void other_files_are_refused(void **state)
{
    store_file *f = *state;
    char text[4096];
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "there is no store");
    assert_int_equal(try_open(f, f->folder, MOOT_STORE_CREATE), MOOT_ESTORE);
    said(f, "is a folder");
    assert_int_equal(try_open(f, "/tmp/no-such-folder-here/x.db", MOOT_STORE_CREATE), MOOT_ESTORE);
    said(f, "cannot be opened");
    write_file(f->path, "", 0);
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "it is empty");
    memset(text, 'x', sizeof text);
    write_file(f->path, text, sizeof text);
    assert_int_equal(try_open(f, f->path, MOOT_STORE_CREATE), MOOT_ESTORE);
    said(f, "it is not an SQLite file");
    (void)unlink(f->path);
    changes(f->path, "CREATE TABLE mine(x)");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_CREATE), MOOT_ESTORE);
    said(f, "of another program");
    answers(f->path, "SELECT name FROM sqlite_schema", "mine\n"); /* and left alone */
    (void)unlink(f->path);
    changes(f->path, "PRAGMA application_id = 123; CREATE TABLE mine(x)");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "of another program");
}

static void a_newer_store_is_refused(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    changes(f->path, "PRAGMA user_version = 99");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "by a newer moot (store version 99");
    changes(f->path, "PRAGMA user_version = 0");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_WRITE), MOOT_ESTORE);
    said(f, "version 0, which never was");
}

static void other_words_in_the_log_are_refused(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    changes(f->path, "UPDATE words SET word = 'opens' WHERE word = 'enters'");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "\"opens\" what this one calls \"enters\"");
}

static void every_old_version_opens(void **state)
{
    store_file *f = *state;
    for (int64_t version = 1; version <= moot_store__version(); version++) {
        (void)unlink(f->path);
        write_file(f->path, "", 0);
        moot_store *store = calloc(1, sizeof *store);
        assert_non_null(store);
        store->path = strdup(f->path);
        store->mode = MOOT_STORE_CREATE;
        assert_int_equal(sqlite3_open(f->path, &store->db), SQLITE_OK);
        OK(f, moot_store__migrate(store, 0, version, &f->err));
        for (int i = 0; i < SQL_COUNT; i++) {
            sqlite3_finalize(store->statements[i]);
        }
        sqlite3_close(store->db);
        free(store->path);
        free(store);
        OK(f, try_open(f, f->path, MOOT_STORE_READ));
        OK(f, try_open(f, f->path, MOOT_STORE_WRITE));
        answers(f->path, "PRAGMA user_version", "8\n");
    }
}

/* Runs a check as somebody whom permissions bind; root is above them. */
static void as_nobody(store_file *f, void (*body)(store_file *))
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0) {
            _exit(9);
        }
        body(f);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void open_read_only(store_file *f)
{
    if (try_open(f, f->path, MOOT_STORE_READ) != MOOT_OK) {
        fprintf(stderr, "%s\n", f->err.msg);
        _exit(1);
    }
    if (try_open(f, f->path, MOOT_STORE_WRITE) != MOOT_ESTORE || !strstr(f->err.msg, "read-only")) {
        fprintf(stderr, "%s\n", f->err.msg);
        _exit(2);
    }
}

static void create_in_read_only(store_file *f)
{
    snprintf(f->path, sizeof f->path, "%s/new.db", f->folder);
    if (try_open(f, f->path, MOOT_STORE_CREATE) != MOOT_ESTORE ||
        !strstr(f->err.msg, "cannot be opened")) {
        fprintf(stderr, "%s\n", f->err.msg);
        _exit(1);
    }
}

static void a_read_only_file_or_folder_is_read_but_not_written(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    assert_int_equal(chmod(f->path, 0444), 0);
    assert_int_equal(chmod(f->folder, 0555), 0);
    as_nobody(f, open_read_only);
    as_nobody(f, create_in_read_only);
    assert_int_equal(chmod(f->folder, 0755), 0);
}

static void fill_the_disk(store_file *f)
{
    struct rlimit limit = { 1500000, 1500000 };
    int64_t run = 0;
    moot_run_info info = house_run(f->p);
    moot_store *store = open_new(f);
    signal(SIGXFSZ, SIG_IGN);
    if (moot_store_run_begin(store, &info, &run, &f->err) || setrlimit(RLIMIT_FSIZE, &limit)) {
        _exit(1);
    }
    moot_code code = MOOT_OK;
    for (int i = 0; i < 2000 && !code; i++) {
        char id[16];
        snprintf(id, sizeof id, "C%d", i);
        code = put(f, store, run, id);
        code = code || i % 10 ? code : moot_store_chunk_end(store, run, i + 1, &f->err);
    }
    moot_store_close(store);
    if (code != MOOT_ESTORE || (!strstr(f->err.msg, "disk"))) {
        fprintf(stderr, "%d: %s\n", (int)code, f->err.msg);
        _exit(2);
    }
}

static void a_full_disk_keeps_what_was_committed(void **state)
{
    store_file *f = *state;
    moot_store *store = NULL;
    assert_int_equal(chmod(f->folder, 0777), 0);
    as_nobody(f, fill_the_disk);
    OK(f, moot_store_open(f->path, MOOT_STORE_WRITE, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, moot_store_check(store, &f->err));
    moot_store_close(store);
    answers(f->path,
            "SELECT count(*) > 0 AND count(*) = max(cases_done) FROM case_rows JOIN run_rows USING "
            "(run)",
            "1\n");
}

/* ---- checking ---- */

static void checks(store_file *f, const char *part)
{
    moot_store *store = NULL;
    moot_code code = moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err);
    code = code ? code : moot_store_check(store, &f->err);
    moot_store_close(store);
    assert_int_equal(code, part ? MOOT_ESTORE : MOOT_OK);
    if (part) {
        said(f, part);
    }
}

static void check_finds_what_was_changed(void **state)
{
    static const struct {
        const char *harm, *part;
    } all[] = {
        { "DROP TRIGGER log_loses_nothing", "its trigger log_loses_nothing is gone" },
        { "DROP VIEW tonight", "its view tonight is gone" },
        { "DROP VIEW tonight; CREATE VIEW tonight AS SELECT 1",
          "its view tonight is not as moot made it" },
        { "PRAGMA foreign_keys = OFF; DELETE FROM case_rows WHERE id = 'C1'", "that is gone" },
        { "UPDATE case_rows SET entries = 99 WHERE id = 'C2'", "the log of case C2" },
    };
    store_file *f = *state;
    for (size_t i = 0; i < MOOT_COUNT(all); i++) {
        (void)unlink(f->path);
        write_run(f, three, 3);
        checks(f, NULL);
        changes(f->path, all[i].harm);
        checks(f, all[i].part);
    }
}

static void a_spoilt_page_is_told(void **state)
{
    store_file *f = *state;
    char noise[4096];
    write_run(f, three, 3);
    memset(noise, 0xa5, sizeof noise);
    for (long page = 2; page < 12; page++) {
        FILE *file = fopen(f->path, "r+b");
        assert_non_null(file);
        assert_int_equal(fseek(file, page * 4096, SEEK_SET), 0);
        assert_int_equal(fwrite(noise, 1, sizeof noise, file), sizeof noise);
        fclose(file);
    }
    checks(f, "is damaged");
}

static void info_counts(void **state)
{
    store_file *f = *state;
    moot_store *store = NULL;
    moot_store_summary s;
    write_run(f, three, 3);
    OK(f, moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, moot_store_info(store, &s, &f->err));
    moot_store_close(store);
    assert_int_equal(s.version, 8);
    assert_int_equal(s.protocols, 1);
    assert_int_equal(s.runs, 1);
    assert_int_equal(s.unfinished_runs, 0);
    assert_int_equal(s.cases, 3);
    assert_int_equal(s.entries, 3 * 28);
}

/* ---- failing anywhere ---- */

static moot_code whole_run(store_file *f)
{
    int64_t run = 0;
    moot_store *store = NULL;
    moot_run_info info = house_run(f->p);
    moot_code code = moot_store_open(f->path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &store, &f->err);
    code = code ? code : moot_store_run_begin(store, &info, &run, &f->err);
    for (int i = 0; i < 2 && !code; i++) {
        code = moot_store_put_case(store, run, &f->c, &f->err);
        code = code ? code : moot_store_chunk_end(store, run, i + 1, &f->err);
        f->input.id = "C2";
    }
    code = code ? code : moot_store_run_end(store, run, 2, &f->err);
    moot_store_close(store);
    f->input.id = "C1";
    return code;
}

/* Whatever call fails: one sentence, no leak, and a file that is whole or was never begun. */
static void the_nth_store_call_fails(void **state)
{
    store_file *f = *state;
    house_input(f->p, &f->input, "C1");
    house_case(f->p, &f->input, &f->c);
    unsigned long step = 1;
    for (unsigned long n = 1;; n += step) {
        (void)unlink(f->path);
        moot_store_fail_at(n);
        moot_code code = whole_run(f);
        unsigned long made = moot_store_calls();
        moot_store_fail_at(0);
        if (made < n) {
            OK(f, code);
            break;
        }
        assert_int_equal(code, MOOT_ESTORE);
        said(f, "the disk is full");
        moot_store *store = NULL;
        struct stat file;
        if (stat(f->path, &file) == 0 && file.st_size > 0) {
            if (moot_store_open(f->path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &store, &f->err)) {
                fail_msg("after call %lu: %s", n, f->err.msg);
            }
            moot_store_close(store);
        }
        step = n < 30 ? 1 : n < 400 ? 37 : 97; /* the middle is one insert after the other */
    }
}

static void memory_that_ends_anywhere_is_told(void **state)
{
    store_file *f = *state;
    house_input(f->p, &f->input, "C1");
    house_case(f->p, &f->input, &f->c);
    for (unsigned long n = 1; n < 4000; n += 1 + n / 4) {
        (void)unlink(f->path);
        moot_alloc_fail_at(n);
        moot_code code = whole_run(f);
        unsigned long made = moot_alloc_count();
        moot_alloc_fail_at(0);
        if (made < n) {
            OK(f, code);
            return;
        }
        assert_int_equal(code, MOOT_ENOMEM);
        moot_err_init(&f->err);
    }
    fail();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(other_files_are_refused),
        STORE_TEST(a_newer_store_is_refused),
        STORE_TEST(other_words_in_the_log_are_refused),
        STORE_TEST(every_old_version_opens),
        STORE_TEST(a_read_only_file_or_folder_is_read_but_not_written),
        STORE_TEST(a_full_disk_keeps_what_was_committed),
        STORE_TEST(check_finds_what_was_changed),
        STORE_TEST(a_spoilt_page_is_told),
        STORE_TEST(info_counts),
        STORE_TEST(the_nth_store_call_fails),
        STORE_TEST(memory_that_ends_anywhere_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
