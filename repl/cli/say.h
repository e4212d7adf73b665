/* say: everything that the program tells people, and the exit status that follows from it.
 *
 * Standard output is data, standard error is talk. An error is shown as vm/base/err.h lays it out, with
 * the source line and a caret where there is one; with --json it is one JSON object a line, still
 * on standard error. The highest status of all that was said is the program's. */
#ifndef MOOT_SAY_H
#define MOOT_SAY_H

#include "vm/base/err.h"

typedef struct moot_say {
    int json;    /* --json */
    int quiet;   /* --quiet: no summaries, no progress; errors and warnings are said */
    int answers; /* what is said is the answer (moot check): it goes to standard output */
    int colour;  /* where it is said can show bold */
    int status;  /* highest so far: what main returns */
} moot_say;

void moot_say_init(moot_say *say);

/* An error; raises the status to the code's. `source` may be NULL. Returns the code. */
moot_code moot_say_error(moot_say *say, const moot_err *err);
moot_code moot_say_error_in(moot_say *say, const moot_err *err, const char *source,
                            size_t source_len);
/* A finding that does not stop and changes no status. */
void moot_say_warning(moot_say *say, const moot_err *err);
void moot_say_warning_in(moot_say *say, const moot_err *err, const char *source, size_t source_len);
/* One sentence of summary on standard error; silent with --quiet and --json. */
void moot_say_note(const moot_say *say, const char *fmt, ...) MOOT_PRINTF(2, 3);

/* The errors of a script that was loaded from `path`: each with its source line (of the script or
 * of stdlib). Returns how many there were. Places are shown as the user named the file. */
size_t moot_say_findings(moot_say *say, const moot_errs *errs, const char *path, int warnings);

/* Writes to standard output. What cannot be written (a full disk) is told by moot_say_end. */
void moot_say_out(const char *text, size_t len);
void moot_say_buf(const moot_buf *buf);
/* Flushes standard output; a write that failed is an error. Returns the final status. */
int moot_say_end(moot_say *say);
void moot_say_raise(moot_say *say, int status);

/* Reads a small file whole (at most limit bytes) into *out. Errors: MOOT_EDATA when there is none
 * of that name, MOOT_ESYSTEM, MOOT_ELIMIT. */
moot_code moot_file_read(const char *path, size_t limit, moot_buf *out,
                         moot_err *err) MOOT_MUST_CHECK;

#endif
