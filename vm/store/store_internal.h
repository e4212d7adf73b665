/* store_internal: what the files of the store share. A statement is used through a moot_sql:
 *
 *     moot_sql sql = moot_store__sql(store, SQL_PUT_STAGE);
 *     moot_sql_int(&sql, case_no);
 *     moot_sql_text(&sql, name);
 *     return moot_sql_run(&sql, err);
 *
 * Binds go to ?1, ?2, … in the order of the calls; the first failure sticks and the rest does
 * nothing, so that one check at the end is enough. _run and _end reset the statement and clear
 * its bindings on every path. Texts are borrowed until then. */
#ifndef MOOT_STORE_INTERNAL_H
#define MOOT_STORE_INTERNAL_H

#include "vm/store/store.h"
#include "vm/store/store_sql.h"

struct sqlite3;
struct sqlite3_stmt;

#define MOOT_APPLICATION_ID 0x6d6f6f74 /* "moot" */

/* kind, table of the protocol: what has a row in `declarations`, in the order of their numbers
 * after the protocol itself */
#define MOOT_DECLARATIONS(X)                                                                      \
    X("party", parties) X("fact", facts) X("event", events) X("decision", decisions)              \
    X("param", params) X("reading", readings) X("stage", stages) X("outcome", outcomes)           \
    X("deadline", clocks) X("act", effects) X("notice", notices) X("invariant", invariants)       \
    X("panel", panels) X("ladder", ladders) X("entitlement", entitlements)       \
    X("quota", quotas) X("measure", measures) X("helper", helpers) X("not run", not_runs)

struct moot_store {
    struct sqlite3 *db;
    char *path; /* for messages only; never stored */
    moot_store_mode mode;
    moot_store_durability durability;
    int64_t version; /* of its tables: below moot_store__version() where an old one is only read */
    int in_chunk; /* a transaction is open */
    int broken;   /* a put failed: nothing more is written until the chunk is taken back */
    struct sqlite3_stmt *statements[SQL_COUNT]; /* prepared when first used */
    /* the run at hand */
    int64_t run;
    const moot_protocol *protocol;
    int64_t first_declaration; /* number of the protocol's own row */
    moot_arena arena;          /* scratch of one case */
    moot_buf buf;
};

typedef struct moot_sql {
    moot_store *store;
    struct sqlite3_stmt *stmt;
    int rc; /* sticky */
    int at; /* last bound parameter */
} moot_sql;

/* ---- store_sql.c ---- */

moot_sql moot_store__sql(moot_store *store, moot_statement which);
void moot_sql_int(moot_sql *sql, int64_t value);
void moot_sql_int_or_null(moot_sql *sql, int64_t value, int is_null);
void moot_sql_index(moot_sql *sql, int32_t index);   /* -1: NULL */
void moot_sql_text(moot_sql *sql, const char *text); /* NULL: NULL */
void moot_sql_real(moot_sql *sql, double value);     /* NAN: NULL */
void moot_sql_when(moot_sql *sql, moot_when when);   /* two parameters; no end: NULL */
/* Runs a statement that gives no row. */
moot_code moot_sql_run(moot_sql *sql, moot_err *err) MOOT_MUST_CHECK;
/* 1: a row is there; 0: no more, or a failure, which moot_sql_end tells. */
int moot_sql_next(moot_sql *sql);
moot_code moot_sql_end(moot_sql *sql, moot_err *err) MOOT_MUST_CHECK;
int moot_sql_is_null(const moot_sql *sql, int column);
int64_t moot_sql_get(const moot_sql *sql, int column);
int32_t moot_sql_get_index(const moot_sql *sql, int column); /* NULL: -1 */
double moot_sql_get_real(const moot_sql *sql, int column);   /* NULL: NAN */
moot_when moot_sql_get_when(const moot_sql *sql, int column,
                            moot_instant none); /* column and the next */
/* Copied to the arena; NULL stays NULL. A failure of memory sticks. */
const char *moot_sql_get_text(moot_sql *sql, int column, moot_arena *arena);
/* SQL text that is not in the list: the schema, pragmas. */
moot_code moot_store__exec(moot_store *store, const char *text, moot_err *err) MOOT_MUST_CHECK;
/* All rows of a table of one store into the same, empty, of another. */
moot_code moot_store__copy_table(moot_store *from, moot_store *to, const char *table, moot_err *err) MOOT_MUST_CHECK;
/* Rows of a run or of cases into another store, where they have other numbers. */
typedef struct moot_store_copied {
    int64_t first, last; /* numbers of the runs (table run_rows) or cases that are copied */
    int64_t add;         /* to these numbers */
    int64_t second;      /* what the second column becomes; 0: it stays */
} moot_store_copied;
moot_code moot_store__copy_rows(moot_store *from, moot_store *to, const char *table, const moot_store_copied *rows,
                                moot_err *err) MOOT_MUST_CHECK;
/* Removes the file of a store that could not be made whole, and what SQLite puts beside it. */
void moot_store__take_away(const char *path);
int64_t moot_store__last_id(const moot_store *store); /* of the row inserted last */
/* The value of a one-valued query: a pragma. */
moot_code moot_store__ask(moot_store *store, const char *text, int64_t *out_value,
                          moot_err *err) MOOT_MUST_CHECK;
/* 0 while there is none. */
moot_code moot_store__newest_run(moot_store *store, int64_t *out_run,
                                 moot_err *err) MOOT_MUST_CHECK;
/* One sentence for what SQLite said. */
moot_code moot_store__fail(moot_store *store, int rc, moot_err *err);
/* As often as SQLite is called: lets a test make the n-th one fail. Non-zero: fail now. */
int moot_store__trip(void);
moot_code moot_store__begin(moot_store *store, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_store__commit(moot_store *store, moot_err *err) MOOT_MUST_CHECK;
void moot_store__rollback(moot_store *store);

/* ---- store_schema.c ---- */

/* Brings a store of schema `from` (0: empty) up to date, or to `upto` when that is not 0
 * (tests). */
moot_code moot_store__migrate(moot_store *store, int64_t from, int64_t upto,
                              moot_err *err) MOOT_MUST_CHECK;
int64_t moot_store__version(void);
/* The SQL of a version, with what it abbreviates written out. */
moot_code moot_store__expand(const char *text, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* ---- store_protocol.c ---- */

moot_code moot_store__put_protocol(moot_store *store, const moot_run_info *info,
                                   int64_t *out_protocol_no, moot_err *err) MOOT_MUST_CHECK;
/* *out_protocol_no 0: not there. Sets store->first_declaration. */
moot_code moot_store__find_protocol(moot_store *store, const char *hash, const char *sha,
                                    int64_t *out_protocol_no, moot_err *err) MOOT_MUST_CHECK;
/* Fingerprint of the files. */
moot_code moot_store__sources_sha(const moot_run_info *info, char out_hex[65],
                                  moot_err *err) MOOT_MUST_CHECK;
/* Number of a declaration within its protocol (0: the protocol itself), -1 when it is none; and
 * back. */
int32_t moot_store__declaration(const moot_protocol *protocol, const moot_decl *decl);
const moot_decl *moot_store__declared(const moot_protocol *protocol, int32_t number);

/* ---- store_load.c ---- */

/* Id, hash and files of a protocol, in the arena. */
moot_code moot_store__get_protocol(moot_store *store, int64_t protocol_no, moot_arena *arena,
                                   moot_store_found *out, moot_err *err) MOOT_MUST_CHECK;

/* ---- store_sound.c ---- */

/* Number of the first entry of a log that the fold could not carry out; 0: none; -1: out of
 * memory. */
int32_t moot_store__unsound(const moot_protocol *protocol, const moot_input *input,
                            const moot_entry *log, int32_t count);

/* ---- store_rows.c ---- */

moot_code moot_store__put_rows(moot_store *store, int64_t case_no, const moot_result *result,
                               moot_err *err) MOOT_MUST_CHECK;
moot_code moot_store__clear_rows(moot_store *store, int64_t case_no, moot_err *err) MOOT_MUST_CHECK;
void moot_sql_decl(moot_sql *sql, const moot_decl *decl); /* its number in `declarations` */

#endif
