/* store: runs kept in one SQLite file: what was run, each case as it was given, its log, and the
 * lists of its result.
 *
 * Anybody may open the file with the sqlite3 shell: `SELECT * FROM store_documentation` lists what
 * there is to ask. The views (cases, stages, deadlines, tonight, nights, breaches_by_clause …)
 * carry the words of interface.md and local times as people write them; the tables under them
 * (stage_rows, deadline_rows …) hold numbers. All times are seconds UTC, in pairs _lo and _hi
 * because a record may know only the day; a view turns them into Europe/London through the table
 * local_time, which holds the clock changes: so no text is stored twice, no machine's zone can
 * change an answer, and the views work in any program that reads SQLite.
 *
 * The log is append-only: triggers refuse UPDATE and DELETE. No wall-clock time and no path is
 * stored, so the same run gives the same dump on any machine: a run is known by its inputs
 * (moot_run_info).
 *
 * Order of calls when writing:
 *
 *     moot_store_open(path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &store, &err)
 *     moot_store_run_resume, and if there is nothing to resume: moot_store_run_begin
 *         for each case, in the order of the caseload: moot_store_put_case
 *         about every 1,000 cases: moot_store_chunk_end
 *     moot_store_run_end
 *     moot_store_close
 *
 * What is put is safe at the next moot_store_chunk_end or moot_store_run_end: a chunk is one
 * transaction, with the progress of the run in it. A put that fails takes its whole chunk back; the
 * committed ones stay, and moot_store_run_resume says how many cases these are. In the REPL end a
 * chunk after each command; putting a case again (REPL only) appends the entries that are new and
 * writes its result anew.
 *
 * A store belongs to one thread at a time. One process writes; readers may look on meanwhile.
 * Errors of every function: MOOT_ESTORE (one sentence that names the file), MOOT_ENOMEM. */
#ifndef MOOT_STORE_H
#define MOOT_STORE_H

#include "vm/base/hash.h"
#include "vm/case/caseload.h"
#include "vm/engine/result.h"

typedef struct moot_store moot_store;

typedef enum moot_store_mode {
    MOOT_STORE_READ,  /* must exist; works in a read-only folder too */
    MOOT_STORE_WRITE, /* must exist */
    MOOT_STORE_CREATE /* made if it is missing, readable by its maker alone */
} moot_store_mode;

typedef enum moot_store_durability {
    MOOT_STORE_BATCH, /* survives a kill; a power cut may take the last chunks, never the rest */
    MOOT_STORE_REPL   /* survives a power cut */
} moot_store_durability;

/* Refuses, each in a sentence: a file that is no SQLite file, one of another program, one of a
 * newer moot, one that cannot be read or written. An older store is brought up to date when
 * opened for writing, and read as it is otherwise. */
moot_code moot_store_open(const char *path, moot_store_mode mode, moot_store_durability durability,
                          moot_store **out_store, moot_err *err) MOOT_MUST_CHECK;
/* How long a lock of another program is waited for from now on; else five seconds. */
void moot_store_wait(moot_store *store, int milliseconds);
/* Drops what was put since the last chunk's end. Takes NULL. */
void moot_store_close(moot_store *store);

/* The whole file: SQLite's own integrity check, foreign keys, schema, the triggers that keep the
 * log append-only, the numbering of every log. MOOT_ESTORE with the first thing that is wrong. */
moot_code moot_store_check(moot_store *store, moot_err *err) MOOT_MUST_CHECK;

typedef struct moot_store_summary {
    int64_t version; /* of the schema */
    int64_t protocols, runs, unfinished_runs, cases, entries, bytes;
} moot_store_summary;
moot_code moot_store_info(moot_store *store, moot_store_summary *out_summary,
                          moot_err *err) MOOT_MUST_CHECK;

/* ---- writing runs ---- */

/* One file of a protocol: the script, then what it extends or requires of its own folder. */
typedef struct moot_source {
    const char *file; /* relative to the protocol's own folder */
    const char *text;
} moot_source;

/* What a run is: the same answers follow from the same of these. */
typedef struct moot_run_info {
    const moot_protocol *protocol; /* id and hash */
    const moot_source *sources;    /* kept, so that `moot why` needs no file but the store */
    int32_t source_count;
    const char *caseload;     /* a name, not a path: "cases.jsonl" */
    const char *caseload_sha; /* SHA-256 of what was read, "" when there was none (REPL) */
    moot_instant as_of;       /* MOOT_NEVER: not given */
    moot_day law_as_at;       /* MOOT_DAY_MIN: each case's own dates */
    const char *oracle;       /* "recorded", "asked", "modelled" */
    uint64_t seed, replicate;
    const char *moot;    /* version */
    const char *options; /* others that change an answer, in a fixed order: "--strict" */
} moot_run_info;

/* With this begin the options of a run that was made beside others: what only one of them knows was set aside in its cases, so
 * they are no caseload. */
#define MOOT_COMPARED_WITH "compared with "

/* With this end the options of a run that is a part of several (moot run --shard): replicates of all parts, part, parts. */
#define MOOT_RUN_PART "--replicates %ld --shard %d/%d "

/* A new run; the protocol is kept if it is not there yet. */
moot_code moot_store_run_begin(moot_store *store, const moot_run_info *info, int64_t *out_run,
                               moot_err *err) MOOT_MUST_CHECK;
/* The newest unfinished run with the same identity, ready to be gone on with: *out_run is 0 if
 * there is none, else its number, and *out_done how many cases of the caseload are done. */
moot_code moot_store_run_resume(moot_store *store, const moot_run_info *info, int64_t *out_run,
                                int64_t *out_done, moot_err *err) MOOT_MUST_CHECK;
/* The newest finished run with the same identity; *out_run is 0 if there is none. */
moot_code moot_store_run_finished(moot_store *store, const moot_run_info *info, int64_t *out_run, moot_err *err) MOOT_MUST_CHECK;
/* The same of each replicate of a run, from 0 to so many: whether a finished run of it is there. info->replicate is not looked at. */
moot_code moot_store_replicates_finished(moot_store *store, const moot_run_info *info, int64_t count, uint8_t *out_there,
                                         moot_err *err) MOOT_MUST_CHECK;
/* Of several runs that were begun, whose cases come next; `protocol`: of that run. */
moot_code moot_store_run_turn(moot_store *store, int64_t run, const moot_protocol *protocol, moot_err *err) MOOT_MUST_CHECK;
/* The case as given, its log with the facts read, its result (made here from the case, in
 * scratch memory that the store reuses). The run is that of the last _begin or _resume. */
moot_code moot_store_put_case(moot_store *store, int64_t run, const moot_case *c,
                              moot_err *err) MOOT_MUST_CHECK;
/* Commits. `done`: cases of the caseload that are dealt with so far, the bad ones that were set
 * aside included, in caseload order: where a resumed run goes on. */
moot_code moot_store_chunk_end(moot_store *store, int64_t run, int64_t done,
                               moot_err *err) MOOT_MUST_CHECK;
/* Commits and marks the run as finished. */
moot_code moot_store_run_end(moot_store *store, int64_t run, int64_t done,
                             moot_err *err) MOOT_MUST_CHECK;

/* ---- reading back ---- */

/* Where a case is: its run, and the protocol that it ran under with its files, from which it is
 * compiled again. */
typedef struct moot_store_found {
    int64_t run, case_no;
    const char *protocol, *hash;
    const moot_source *sources;
    int32_t source_count;
    moot_instant as_of; /* of the case */
    moot_day law_as_at; /* MOOT_DAY_MIN: its own dates */
    const char *options; /* of the run: moot_run_info */
} moot_store_found;

/* `run` 0: the newest run that has the case. Texts in the arena. MOOT_ESTORE when no such case
 * is there, with the nearest id. */
moot_code moot_store_find_case(moot_store *store, int64_t run, const char *id, moot_arena *arena,
                               moot_store_found *out_found, moot_err *err) MOOT_MUST_CHECK;

/* How many runs have the case. */
moot_code moot_store_case_runs(moot_store *store, const char *id, int64_t *out_count, moot_err *err) MOOT_MUST_CHECK;

/* A case as it was stored. Fill with moot_store_load_case, then moot_loaded_replay; free with
 * moot_loaded_done. */
typedef struct moot_loaded {
    moot_input input;
    moot_entry *log; /* in the arena, strings too */
    int32_t log_count;
    moot_read *reads;
    int32_t read_count;
    uint8_t *readings; /* per reading: the case came to depend on it */
    moot_instant as_of;
    moot_arena arena;
} moot_loaded;
void moot_loaded_init(moot_loaded *loaded);
void moot_loaded_done(moot_loaded *loaded);
/* Reads a found case under its protocol, compiled again by the caller. MOOT_ESTORE when the
 * protocol's hash is not that of the run: its entries would be told by other rules. MOOT_EDATA
 * when the case as given does not read any more. */
moot_code moot_store_load_case(moot_store *store, const moot_store_found *found,
                               const moot_protocol *protocol, moot_loaded *loaded,
                               moot_err *err) MOOT_MUST_CHECK;
/* The case as it was at the end of its run, log and facts read included: for `why`, the REPL and
 * answers. Borrows `loaded`. */
moot_code moot_loaded_replay(const moot_loaded *loaded, const moot_protocol *protocol, moot_case *c,
                             moot_err *err) MOOT_MUST_CHECK;

/* For each case of a run (0: the newest) in the order stored; stops when `told` returns
 * non-zero. */
typedef int moot_store_case_told(void *user, int64_t run, const char *id, const char *status);
moot_code moot_store_each_case(moot_store *store, int64_t run, moot_store_case_told *told,
                               void *user, moot_err *err) MOOT_MUST_CHECK;

/* The cases of a store's newest run, as they were given, as a caseload: they run again, under the
 * same protocol or another; MOOT_EDATA when all runs are of a comparison. The store is opened for reading, so it cannot be written to by the same
 * run. Errors: those of moot_store_open. */
moot_code moot_store_caseload(const char *path, const moot_protocol *protocol,
                              const moot_caseload_options *options, moot_caseload **out_caseload,
                              moot_err *err) MOOT_MUST_CHECK;
/* Adds these cases to a hash, each with a line feed: that of the file that a query could make of
 * them. */
moot_code moot_store_caseload_hash(const char *path, moot_sha *sha, moot_err *err) MOOT_MUST_CHECK;

/* For tests only: lets the n-th call to SQLite of this thread from now on fail (1 is the next)
 * as on a full disk, and each one after it; 0 turns it off. moot_store_calls gives the number
 * made since it was last set. */
void moot_store_fail_at(unsigned long n);
unsigned long moot_store_calls(void);

#endif
