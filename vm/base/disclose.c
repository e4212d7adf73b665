#include "vm/base/disclose.h"

#include <string.h>

/* A hidden cell joins its row and its column. Each row with a total and each column with one is an equation, so a hidden cell can
 * be worked out exactly when no ring of hidden cells passes through it: when, without it, its row and its column are not joined.
 * Where only the rows have totals a column ties nothing, and a second hidden cell of the row suffices. */
enum { OF_ROW = 1, OF_COLUMN = 2 };
typedef struct search {
    const moot_count_table *t;
    uint8_t *side;  /* of rows, then columns: joined to the row of the cell at hand, or to its column, without that cell */
    size_t *queue;
} search;

static int64_t size_of(int64_t count)
{
    return count < 0 ? -count : count;
}

int moot_count_is_small(int64_t count, int64_t below)
{
    return count != 0 && count > -below && count < below;
}

int moot_base_is_small(int64_t cases, int64_t below)
{
    return below > 1 && cases < MOOT_SUPPRESS_BASE;
}

static int is_hidden(const moot_count_table *t, size_t row, size_t column)
{
    return t->hidden[row * t->columns + column] != MOOT_CELL_SHOWN;
}

/* Whether a line of the table ties its cells together: an equation. */
static int row_ties(const moot_count_table *t)
{
    return t->row_totals && t->columns > 1;
}

static int column_ties(const moot_count_table *t)
{
    return t->column_totals && t->rows > 1;
}

/* Marks the lines that are joined to `from` through hidden cells other than (row, column). Lines are numbered rows first. */
static void reach(search *s, size_t from, uint8_t mark, size_t row, size_t column)
{
    const moot_count_table *t = s->t;
    size_t first = 0, last = 0;
    s->side[from] = mark;
    s->queue[last++] = from;
    while (first < last) {
        size_t at = s->queue[first++];
        int is_row = at < t->rows;
        for (size_t i = 0; i < (is_row ? t->columns : t->rows); i++) {
            size_t r = is_row ? at : i, c = is_row ? i : at - t->rows, next = is_row ? t->rows + i : i;
            if (s->side[next] == 0 && is_hidden(t, r, c) && (r != row || c != column)) {
                s->side[next] = mark;
                s->queue[last++] = next;
            }
        }
    }
}

static size_t hidden_in_row(const moot_count_table *t, size_t row)
{
    size_t n = 0;
    for (size_t c = 0; c < t->columns; c++) {
        n += is_hidden(t, row, c) ? 1 : 0;
    }
    return n;
}

static size_t hidden_in_column(const moot_count_table *t, size_t column)
{
    size_t n = 0;
    for (size_t r = 0; r < t->rows; r++) {
        n += is_hidden(t, r, column) ? 1 : 0;
    }
    return n;
}

static int is_total(const moot_count_table *t, size_t row, size_t column)
{
    return (t->row_totals && column + 1 == t->columns) || (t->column_totals && row + 1 == t->rows);
}

/* Whether it is better to hide a than b: not a nought, not a total, the smaller, the earlier. */
static int protects_better(const moot_count_table *t, size_t a, size_t b)
{
    int nought_a = t->cells[a] == 0, nought_b = t->cells[b] == 0;
    int total_a = is_total(t, a / t->columns, a % t->columns), total_b = is_total(t, b / t->columns, b % t->columns);
    if (nought_a != nought_b) {
        return nought_b;
    }
    if (total_a != total_b) {
        return total_b;
    }
    if (size_of(t->cells[a]) != size_of(t->cells[b])) {
        return size_of(t->cells[a]) < size_of(t->cells[b]);
    }
    return a < b;
}

static int can_be_worked_out(search *s, size_t row, size_t column)
{
    const moot_count_table *t = s->t;
    if (!row_ties(t) || !column_ties(t)) {
        return row_ties(t) ? hidden_in_row(t, row) == 1 : column_ties(t) && hidden_in_column(t, column) == 1;
    }
    memset(s->side, 0, t->rows + t->columns);
    reach(s, row, OF_ROW, row, column);
    if (s->side[t->rows + column] != 0) {
        return 0;
    }
    reach(s, t->rows + column, OF_COLUMN, row, column);
    return 1;
}

/* Hides one more cell, which brings a ring around the small one nearer; 0 when it is safe. First a second one in its row, then one
 * in its column, then the one that joins the two. */
static int protect(search *s, size_t row, size_t column)
{
    const moot_count_table *t = s->t;
    size_t best = SIZE_MAX;
    if (!can_be_worked_out(s, row, column)) {
        return 0;
    }
    int row_alone = row_ties(t) && hidden_in_row(t, row) == 1;
    int column_alone = column_ties(t) && hidden_in_column(t, column) == 1;
    for (size_t i = 0; i < t->rows * t->columns; i++) {
        size_t r = i / t->columns, c = i % t->columns;
        int fits = row_alone      ? r == row
                   : column_alone ? c == column
                                  : s->side[r] != 0 && s->side[t->rows + c] != 0 && s->side[r] != s->side[t->rows + c];
        if (fits && t->hidden[i] == MOOT_CELL_SHOWN && (best == SIZE_MAX || protects_better(t, i, best))) {
            best = i;
        }
    }
    if (best == SIZE_MAX) {
        return 0; /* a line of one cell beside its total, both hidden: there is nothing left to hide */
    }
    t->hidden[best] = MOOT_CELL_SECONDARY;
    return 1;
}

static void protect_all(search *s)
{
    const moot_count_table *t = s->t;
    for (size_t i = 0; i < t->rows * t->columns; i++) {
        if (t->hidden[i] == MOOT_CELL_SMALL) {
            while (protect(s, i / t->columns, i % t->columns)) {
            }
        }
    }
}

moot_code moot_disclose(const moot_count_table *table, int64_t below, moot_err *err)
{
    search s = { table, NULL, NULL };
    int any = 0;
    for (size_t i = 0; i < table->rows * table->columns; i++) {
        int hides = (table->also && table->also[i]) || moot_count_is_small(table->cells[i], below);
        table->hidden[i] = hides ? MOOT_CELL_SMALL : MOOT_CELL_SHOWN;
        any |= table->hidden[i];
    }
    if (!any || (!row_ties(table) && !column_ties(table))) {
        return MOOT_OK;
    }
    s.side = moot_malloc(table->rows + table->columns);
    s.queue = moot_reallocarray(NULL, table->rows + table->columns, sizeof *s.queue);
    moot_code code = s.side && s.queue ? MOOT_OK : moot_fail_memory(err);
    if (code == MOOT_OK) {
        protect_all(&s);
    }
    moot_free(s.side);
    moot_free(s.queue);
    return code;
}
