/* err: the one error type.
 *
 * A function that can fail returns a moot_code (0 is success), is marked MOOT_MUST_CHECK, and
 * fills the moot_err that it was given as last argument. Set it where the failure is seen
 * (moot_fail); add the place and the declaration while returning (moot_err_at, moot_err_in),
 * which fill only what is still empty, so that the innermost place wins. Show it with
 * moot_err_format. Nobody prints but `repl`.
 *
 *     moot_err err;
 *     moot_err_init(&err);
 *     if (moot_x(..., &err)) { moot_err_at(&err, file, line, col); return err.code; } */
#ifndef MOOT_ERR_H
#define MOOT_ERR_H

#include "vm/base/base.h"
#include "vm/base/buf.h"

/* code, exit status of the program (interface.md), one-line meaning */
#define MOOT_CODES(X)                                                       \
    X(OK, 0, "done")                                                        \
    X(ENO, 1, "the answer is no: a finding, a test that did not pass")      \
    X(EUSAGE, 2, "the command line is not understood")                      \
    X(EDATA, 3, "bad input: script, caseload, assumptions")                 \
    X(ELIMIT, 4, "a limit was hit: size, memory, instructions, steps")      \
    X(ESTORE, 5, "the store cannot be used")                                \
    X(ESYSTEM, 5, "the system refused: file, disk, thread")                 \
    X(ENOMEM, 5, "out of memory")                                           \
    X(EINTR, 130, "stopped by the user")

typedef enum moot_code {
#define X(name, status, meaning) MOOT_##name,
    MOOT_CODES(X)
#undef X
} moot_code;

typedef struct moot_err {
    moot_code code;
    char msg[512];           /* what was wrong and what was expected; no trailing newline       */
    char file[128];          /* place in the script, caseload or assumptions; "" if none        */
    int line, col;           /* 1-based; 0 if none; col counts code points                      */
    int width;               /* code points to underline from col; 0 or 1: one caret            */
    char decl[96];           /* stage "Mediation"                                               */
    char clause[64];         /* stockport-2018 3.5/1                                            */
    const char *c_file;      /* place in moot, for MOOT_DEBUG; static storage                   */
    int c_line;
} moot_err;

void moot_err_init(moot_err *err);

/* Sets code and message, and the place in moot. Returns the code, so `return moot_fail(...)`
 * reads well. An error that is already set is kept (the first failure is the cause); err may be
 * NULL. */
#define moot_fail(err, code, ...) moot_fail_from(err, code, __FILE__, __LINE__, __VA_ARGS__)
moot_code moot_fail_from(moot_err *err, moot_code code, const char *c_file, int c_line,
                         const char *fmt, ...) MOOT_PRINTF(5, 6);
moot_code moot_fail_memory(moot_err *err); /* MOOT_ENOMEM, without allocating */

/* Add context; each fills only what is empty. Both return err->code. */
moot_code moot_err_at(moot_err *err, const char *file, int line, int col);
moot_code moot_err_in(moot_err *err, const char *decl, const char *clause);

/* Exit status of a code, as interface.md lists it. */
int moot_code_status(moot_code code);
const char *moot_code_name(moot_code code); /* "EDATA" */

/* Appends `file:line:col: message`, then, if `source` is the text of that file (may be NULL),
 * the source line with a caret under the span, then `in stage "x", clause y`. Lines are ended by
 * \n. The message stands first, as people read it (ux.md 6). Errors: none; a buffer that could
 * not grow says so itself. */
void moot_err_format(const moot_err *err, const char *source, size_t source_len, moot_buf *out);

/* A list of errors, for readers and the loader, which report several in one run. At most `limit`
 * are kept (0: 100), the rest are counted. */
typedef struct moot_errs {
    moot_err *list;
    size_t count, cap, limit, dropped;
} moot_errs;
void moot_errs_init(moot_errs *errs, size_t limit);
void moot_errs_done(moot_errs *errs);
/* Puts the errors from `first` on in the order of file and place; equal places stay in the order in which they were
 * found. */
void moot_errs_sort(moot_errs *errs, size_t first);
/* Copies *err into the list and clears *err. Out of memory drops and counts it. */
void moot_errs_take(moot_errs *errs, moot_err *err);

#endif
