/* spool: a temporary table on disk, for what a reader cannot keep in memory: which ids it has seen, and the rows of events.csv
 * and spells.csv until their case comes.
 *
 * It is SQLite's own temporary file: it stays in memory while it is small, goes to a nameless file in the folder for
 * temporary files (TMPDIR) when it is not, and is gone with its process. One thread at a time. */
#ifndef MOOT_SPOOL_H
#define MOOT_SPOOL_H

#include "vm/base/err.h"

typedef struct moot_spool moot_spool;

/* Errors of all: MOOT_ESYSTEM (disk full), MOOT_ENOMEM. */
moot_code moot_spool_open(moot_spool **out_spool, moot_err *err) MOOT_MUST_CHECK;
void moot_spool_close(moot_spool *spool); /* takes NULL */

/* Remembers an id. *out_line is the line with which it was remembered before, else 0. */
moot_code moot_spool_id(moot_spool *spool, const char *id, int32_t line, int32_t *out_line, moot_err *err) MOOT_MUST_CHECK;

/* A row of a sheet (a small number that the caller chooses). cells NULL: a row that was refused. */
typedef struct moot_spooled {
    int sheet;
    int32_t line, row;
    const char *cells; /* `len` bytes; borrowed until the next call */
    size_t len;
} moot_spooled;
moot_code moot_spool_add(moot_spool *spool, const char *id, const moot_spooled *row, moot_err *err) MOOT_MUST_CHECK;
/* The rows of an id, by sheet and row: _find once, then _next until *out_found is 0. */
moot_code moot_spool_find(moot_spool *spool, const char *id, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_spool_next(moot_spool *spool, moot_spooled *out_row, int *out_found, moot_err *err) MOOT_MUST_CHECK;
/* Ids of rows that moot_spool_id never saw, each with its first row; by sheet and row. `id` is borrowed until the next call. */
moot_code moot_spool_orphan(moot_spool *spool, const char **out_id, moot_spooled *out_row, int *out_found, moot_err *err)
    MOOT_MUST_CHECK;

#endif
