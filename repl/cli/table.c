/* libsmartcols wraps inside words and only on a terminal, so that texts are broken into lines here,
 * before it sees them; it then does what it does well: cells of any script side by side. */
#include "repl/cli/table.h"

#include <inttypes.h>
#include <libsmartcols.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vm/base/text.h"

#define MOST_COLUMNS 12
#define GAP 2 /* cells between two columns */
#define LEAST_WRAPPED 16

struct moot_table {
    const moot_table_column *columns; /* borrowed: tables are static */
    size_t count, rows;
    int width;
    char **cells; /* owned, rows * count, each owned; NULL is empty */
    size_t cap;
    int no_memory;
};

moot_code moot_table_new(const moot_table_column *columns, size_t count, int width,
                         moot_table **out_table, moot_err *err)
{
    if (count > MOST_COLUMNS) {
        MOOT_BUG("a table of %zu columns", count);
    }
    moot_table *table = moot_calloc(1, sizeof *table);
    if (!table) {
        return moot_fail_memory(err);
    }
    table->columns = columns;
    table->count = count;
    table->width = width;
    *out_table = table;
    return MOOT_OK;
}

void moot_table_free(moot_table *table)
{
    if (!table) {
        return;
    }
    for (size_t i = 0; i < table->rows * table->count; i++) {
        moot_free(table->cells[i]);
    }
    moot_free(table->cells);
    moot_free(table);
}

void moot_table_row(moot_table *table)
{
    size_t need = (table->rows + 1) * table->count;
    if (!moot_grow((void **)&table->cells, &table->cap, need, sizeof *table->cells)) {
        table->no_memory = 1;
        return;
    }
    memset(table->cells + table->rows * table->count, 0, table->count * sizeof *table->cells);
    table->rows++;
}

void moot_table_cell(moot_table *table, size_t column, const char *text)
{
    if (table->no_memory || !table->rows || column >= table->count) {
        return;
    }
    char **cell = &table->cells[(table->rows - 1) * table->count + column];
    moot_free(*cell);
    *cell = moot_strdup(text ? text : "");
    table->no_memory |= *cell == NULL;
}

void moot_table_int(moot_table *table, size_t column, int64_t number)
{
    char text[32];
    snprintf(text, sizeof text, "%" PRId64, number);
    moot_table_cell(table, column, text);
}

size_t moot_table_rows(const moot_table *table)
{
    return table->rows;
}

/* ---- widths ---- */

static const char *cell_at(const moot_table *table, size_t row, size_t column)
{
    const char *text = table->cells[row * table->count + column];
    return text ? text : "";
}

static size_t natural_width(const moot_table *table, size_t column)
{
    size_t widest =
        moot_text_width(table->columns[column].heading, strlen(table->columns[column].heading));
    for (size_t row = 0; row < table->rows; row++) {
        const char *text = cell_at(table, row, column);
        size_t width = moot_text_width(text, strlen(text));
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Columns that wrap share what the others leave: each gets its natural width, or its part if that
 * is less. */
static void choose_widths(const moot_table *table, size_t *widths)
{
    size_t wrapping = 0, used = GAP * (table->count - 1);
    for (size_t i = 0; i < table->count; i++) {
        widths[i] = natural_width(table, i);
        wrapping += table->columns[i].wraps != 0;
        used += table->columns[i].wraps ? 0 : widths[i];
    }
    size_t left = (size_t)table->width > used ? (size_t)table->width - used : 0;
    for (size_t i = 0; i < table->count; i++) {
        if (!table->columns[i].wraps) {
            continue;
        }
        size_t part = left / wrapping > LEAST_WRAPPED ? left / wrapping : LEAST_WRAPPED;
        widths[i] = widths[i] < part ? widths[i] : part;
        left -= widths[i] < left ? widths[i] : left;
        wrapping--;
    }
}

/* ---- wrapping ---- */

/* The bytes of the next line: up to the last space that fits, or as much of a long word as fits. */
static size_t line_length(const char *text, size_t cells)
{
    size_t len = strlen(text);
    size_t fit = moot_text_fit(text, len, cells);
    if (fit >= len) {
        return len;
    }
    for (size_t at = fit; at > 0; at--) {
        if (text[at] == ' ') {
            return at;
        }
    }
    return fit ? fit : 1;
}

static void wrap(const char *text, size_t cells, moot_buf *out)
{
    while (*text) {
        size_t len = line_length(text, cells);
        moot_buf_add(out, text, len);
        text += len;
        while (*text == ' ') {
            text++;
        }
        if (*text) {
            moot_buf_char(out, '\n');
        }
    }
}

/* ---- printing ---- */

static int add_columns(struct libscols_table *sheet, const moot_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const moot_table_column *column = &table->columns[i];
        int flags = (column->number ? SCOLS_FL_RIGHT : 0) | (column->wraps ? SCOLS_FL_WRAP : 0);
        struct libscols_column *made = scols_table_new_column(sheet, column->heading, 0, flags);
        if (!made || scols_column_set_safechars(made, "\n") != 0 ||
            scols_column_set_wrapfunc(made, scols_wrapnl_chunksize, scols_wrapnl_nextchunk, NULL) !=
                0) {
            return 0;
        }
    }
    return 1;
}

static int add_row(struct libscols_table *sheet, const moot_table *table, size_t row,
                   const size_t *widths)
{
    struct libscols_line *line = scols_table_new_line(sheet, NULL);
    moot_buf text;
    moot_buf_init(&text);
    int good = line != NULL;
    for (size_t i = 0; good && i < table->count; i++) {
        moot_buf_clear(&text);
        wrap(cell_at(table, row, i), table->columns[i].wraps ? widths[i] : SIZE_MAX, &text);
        good = moot_buf_ok(&text) && scols_line_set_data(line, i, moot_buf_text(&text)) == 0;
    }
    moot_buf_done(&text);
    return good;
}

/* Trailing blanks help nobody and make transcripts hard to write. */
static void print_trimmed(const char *text)
{
    while (*text) {
        size_t len = strcspn(text, "\n");
        size_t kept = len;
        while (kept > 0 && text[kept - 1] == ' ') {
            kept--;
        }
        fwrite(text, 1, kept, stdout);
        fputc('\n', stdout);
        text += len;
        text += *text == '\n';
    }
}

static int print_sheet(struct libscols_table *sheet, const moot_table *table)
{
    size_t widths[MOST_COLUMNS];
    char *text = NULL;
    choose_widths(table, widths);
    if (scols_table_set_termforce(sheet, SCOLS_TERMFORCE_ALWAYS) != 0 ||
        scols_table_set_termwidth(sheet, (size_t)table->width) != 0 ||
        scols_table_set_column_separator(sheet, "  ") != 0 || !add_columns(sheet, table)) {
        return 0;
    }
    for (size_t row = 0; row < table->rows; row++) {
        if (!add_row(sheet, table, row, widths)) {
            return 0;
        }
    }
    if (scols_print_table_to_string(sheet, &text) != 0) {
        return 0;
    }
    print_trimmed(text);
    free(text); /* smartcols' own allocation */
    return 1;
}

moot_code moot_table_print(moot_table *table, moot_err *err)
{
    if (table->no_memory) {
        return moot_fail_memory(err);
    }
    if (table->rows == 0) {
        return MOOT_OK;
    }
    struct libscols_table *sheet = scols_new_table();
    int printed = sheet && print_sheet(sheet, table);
    scols_unref_table(sheet);
    return printed ? MOOT_OK : moot_fail_memory(err);
}
