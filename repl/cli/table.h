/* table: rows and columns for people, laid out by libsmartcols: no rules, no boxes, headings in
 * capitals as they were given, numbers to the right, long texts wrapped at words. Never wider than
 * the terminal, and the same without one.
 *
 *     moot_table *table;
 *     moot_table_new(columns, MOOT_COUNT(columns), width, &table, err)
 *     for each row: moot_table_row(table); moot_table_cell(table, 0, "…"); …
 *     moot_table_print(table, err);  moot_table_free(table);
 *
 * Texts are copied. What memory could not hold is told by _print. */
#ifndef MOOT_TABLE_H
#define MOOT_TABLE_H

#include <stdio.h>

#include "vm/base/err.h"

typedef struct moot_table_column {
    const char *heading;
    int number; /* to the right */
    int wraps;  /* may take several lines; others keep their width */
} moot_table_column;

typedef struct moot_table moot_table;

moot_code moot_table_new(const moot_table_column *columns, size_t count, int width,
                         moot_table **out_table, moot_err *err) MOOT_MUST_CHECK;
void moot_table_free(moot_table *table);
void moot_table_row(moot_table *table); /* starts a row of empty cells */
void moot_table_cell(moot_table *table, size_t column, const char *text);
void moot_table_int(moot_table *table, size_t column, int64_t number);
size_t moot_table_rows(const moot_table *table);
/* To standard output; a table without rows prints nothing. Errors: MOOT_ENOMEM. */
moot_code moot_table_print(moot_table *table, moot_err *err) MOOT_MUST_CHECK;

#endif
