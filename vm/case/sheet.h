/* sheet: rows of one CSV file, by libcsv, with the line on which each begins.
 *
 * libcsv counts no lines and skips blank ones silently, so lines are counted here. What is wrong with a row (a quote out of
 * place, bytes that are not UTF-8, a NUL, a field over 1 MB) is told with the row, and the rows after it are read. */
#ifndef MOOT_SHEET_H
#define MOOT_SHEET_H

#include "vm/base/err.h"

typedef struct moot_sheet moot_sheet;

typedef struct moot_sheet_row {
    const char *cells; /* `count` texts, each trimmed and ended by NUL, back to back: `len` bytes; borrowed until _next */
    size_t len;
    int32_t count;
    int32_t line, row;     /* where it begins; row 1 is the header */
    const moot_err *error; /* what is wrong with it, NULL if nothing; the cells may be cut short */
} moot_sheet_row;

/* Errors: those of moot_lines_open. */
moot_code moot_sheet_open(const char *path, moot_sheet **out_sheet, moot_err *err) MOOT_MUST_CHECK;
void moot_sheet_close(moot_sheet *sheet); /* takes NULL */
/* The next row that is not blank. Errors: MOOT_ESYSTEM, MOOT_ENOMEM. */
moot_code moot_sheet_next(moot_sheet *sheet, moot_sheet_row *out_row, int *out_found, moot_err *err) MOOT_MUST_CHECK;

#endif
