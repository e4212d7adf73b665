/* caseload: the cases of a file, one after the other, whatever the form of the file.
 *
 *     JSON Lines       a file, or "-" for stdin: one object a line                             (read_json.h)
 *     CSV              a folder with cases.csv, and events.csv and spells.csv if there are any (read_csv.h)
 *     a store          the cases of its newest run as they were given, through moot_store_caseload (store.h)
 *
 * One thread alone:
 *
 *     moot_caseload_open
 *     moot_caseload_next, until *out_found is 0: each gives the next good case
 *     moot_caseload_counts, moot_caseload_close
 *
 * A bad case is set aside: told to `errs`, counted, and the good cases go on. Nothing of it is kept. Memory does not grow
 * with the number of cases: ids and rows that cannot be joined at once go to a temporary table on disk (spool.h).
 *
 * Many threads (batch.c): the work is cut into a part that must run in the file's order and one that need not.
 *
 *     moot_caseload_pull    in order, one thread at a time: the text of the next case, unread
 *     moot_caseload_read    any thread, each with its own reader: the text becomes an input
 *     moot_caseload_admit   in order, one thread at a time: is the id new? counts it
 *     moot_caseload_finish  at the true end of the file: what can be said only then
 *
 * pull and admit may run at the same time as each other. */
#ifndef MOOT_CASELOAD_H
#define MOOT_CASELOAD_H

#include "vm/case/read_case.h"

typedef struct moot_caseload moot_caseload;

typedef struct moot_caseload_options {
    moot_instant as_of; /* of the run: nobody is born after it. MOOT_NEVER: not given */
    const moot_protocol *const *others; /* that run the same cases beside this one (read_case.h); borrowed */
    int32_t other_count;
} moot_caseload_options;

typedef struct moot_caseload_counts {
    int64_t cases;     /* good ones */
    int64_t bad;       /* set aside */
    int64_t foreign;   /* records set aside in good cases: what only another protocol knows */
    moot_code worst;   /* the gravest mistake in the file, MOOT_OK if none: says how the program ends */
} moot_caseload_counts;

/* One case as it stands in the file. */
typedef struct moot_raw {
    moot_buf text;
    int32_t line, row;      /* row: 0, or the row of cases.csv */
    int32_t events, spells; /* CSV: rows that belong to it */
    int bad;                /* CSV: one of its rows was refused and told already */
    moot_err err;           /* what is wrong with its text; code MOOT_OK: nothing */
} moot_raw;
void moot_raw_init(moot_raw *raw);
void moot_raw_done(moot_raw *raw);

/* options may be NULL. The protocol is borrowed. Call it before threads start. Errors: MOOT_EDATA (no such file, UTF-16, a
 * CSV folder without cases.csv or without an id column), MOOT_ESYSTEM, MOOT_ENOMEM. */
moot_code moot_caseload_open(const char *path, const moot_protocol *protocol, const moot_caseload_options *options,
                             moot_caseload **out_caseload, moot_err *err) MOOT_MUST_CHECK;
/* The same for a form that stands elsewhere: that of a store (moot_store_caseload). `path` is what messages call it. The form
 * is taken over, also on failure. Errors: MOOT_ENOMEM. */
struct moot_form;
moot_code moot_caseload_of(struct moot_form *take_form, const char *path, const moot_protocol *protocol,
                           const moot_caseload_options *options, moot_caseload **out_caseload, moot_err *err)
    MOOT_MUST_CHECK;
/* Is this an SQLite file? Such a file is a store or nothing: moot_caseload_open refuses it. */
int moot_caseload_is_sqlite(const char *path);
void moot_caseload_close(moot_caseload *caseload); /* takes NULL */

/* Puts the next good case into an input that was init or cleared; *out_found is 0 at the end. Errors of cases go to errs; the
 * code is that of what ends the reading: MOOT_ESYSTEM, MOOT_ENOMEM. */
moot_code moot_caseload_next(moot_caseload *caseload, moot_input *input, moot_errs *errs, int *out_found, moot_err *err)
    MOOT_MUST_CHECK;
moot_caseload_counts moot_caseload_count(const moot_caseload *caseload);
/* Remarks on the whole file ("cases.jsonl is empty"); borrowed until _close. More may come until the end is reached. */
int moot_caseload_warning_count(const moot_caseload *caseload);
const char *moot_caseload_warning(const moot_caseload *caseload, int i);
const char *moot_caseload_path(const moot_caseload *caseload);
const moot_protocol *moot_caseload_protocol(const moot_caseload *caseload);
moot_instant moot_caseload_as_of(const moot_caseload *caseload);
/* A reader of the caseload's cases under a protocol: its own, or one of the others. */
void moot_caseload_reader(const moot_caseload *caseload, const moot_protocol *protocol, moot_reader *out_reader);

/* ---- the steps of _next, for threads ---- */

moot_code moot_caseload_pull(moot_caseload *caseload, moot_raw *raw, int *out_found, moot_err *err) MOOT_MUST_CHECK;
/* Result as moot_read_case. The input is cleared first. */
moot_code moot_caseload_read(const moot_caseload *caseload, const moot_raw *raw, moot_reader *reader, moot_input *input,
                             moot_errs *errs) MOOT_MUST_CHECK;
/* `read` is what moot_caseload_read gave. *out_good says whether the case is to be used. */
moot_code moot_caseload_admit(moot_caseload *caseload, moot_code read, const moot_raw *raw, const moot_input *input,
                              moot_errs *errs, int *out_good, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_caseload_finish(moot_caseload *caseload, moot_errs *errs, moot_err *err) MOOT_MUST_CHECK;

#endif
