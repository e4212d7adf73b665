/* What the tests of the store share: a folder of their own, a store in it, and asking the file
 * as another program would. */
#ifndef TESTS_VM_STORE_FILE_H
#define TESTS_VM_STORE_FILE_H

#include "house_protocol.h"

typedef struct store_file {
    moot_protocol *p;
    moot_input input;
    moot_case c;
    moot_err err;
    char folder[64], path[96];
} store_file;

int store_file_make(void **state);
int store_file_unmake(void **state);
#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, store_file_make, store_file_unmake)

/* A call that must succeed; else the test ends with its sentence. */
#define OK(f, call)                                                                                \
    do {                                                                                           \
        if ((call) != MOOT_OK) {                                                                   \
            fail_msg("%s: %s", #call, (f)->err.msg);                                               \
        }                                                                                          \
    } while (0)
/* The last error's sentence has this part; it is forgotten then. */
void said(store_file *f, const char *part);

extern const char *const three[3]; /* "C1", "C2", "C3" */
moot_store *open_new(store_file *f);
moot_code put(store_file *f, moot_store *store, int64_t run, const char *id);
/* A whole run of these cases. */
void write_run(store_file *f, const char *const *ids, int count);

/* Rows as lines, values by |, NULL as -. */
void ask(const char *path, const char *sql, moot_buf *out);
void answers(const char *path, const char *sql, const char *want);
void refuses(const char *path, const char *sql, const char *part);
void changes(const char *path, const char *sql);
/* Calls for each row of a one-column query. */
void each_name(const char *path, const char *sql,
               void (*body)(const char *path, const char *name, void *user), void *user);
/* Schema and every row of every table. */
void dump(const char *path, moot_buf *out);

#endif
