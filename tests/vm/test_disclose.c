/* Small counts: what is hidden cannot be worked out from what is shown, and no more is hidden than that takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "vm/base/disclose.h"
#include "vm/base/random.h"

#define ROWS_MOST 7
#define COLUMNS_MOST 7
#define CELLS_MOST (ROWS_MOST * COLUMNS_MOST)

/* '.' shown, 'c' small, 's' secondary; row after row. */
static void expect(int64_t *cells, size_t rows, size_t columns, int row_totals, int column_totals, const char *hidden)
{
    uint8_t got[CELLS_MOST];
    moot_err err;
    moot_count_table t = { cells, got, rows, columns, row_totals, column_totals, NULL };
    memset(&err, 0, sizeof err);
    assert_int_equal(moot_disclose(&t, MOOT_SUPPRESS_BELOW, &err), MOOT_OK);
    for (size_t i = 0; i < rows * columns; i++) {
        assert_int_equal(".cs"[got[i]], hidden[i]);
    }
}

static void one_to_five_are_hidden_and_nought_is_not(void **state)
{
    int64_t list[] = { 0, 1, 5, 6, 100, -1, -5, -6 };
    (void)state;
    expect(list, 1, 8, 0, 0, ".cc..cc.");
    assert_false(moot_count_is_small(3, 0));
    assert_true(moot_count_is_small(9, 10));
    assert_true(moot_base_is_small(9, MOOT_SUPPRESS_BELOW));
    assert_false(moot_base_is_small(10, MOOT_SUPPRESS_BELOW));
    assert_false(moot_base_is_small(0, 0));
}

static void a_shown_total_hides_the_smallest_other_cell(void **state)
{
    int64_t row[] = { 3, 20, 9, 0, 32 };
    int64_t two[] = { 3, 2, 9, 0, 14 };
    int64_t nothing_else[] = { 0, 4, 0, 4 };
    int64_t only_total[] = { 0, 4, 0, 4, 0, 40, 1, 41 };
    (void)state;
    expect(row, 1, 5, 1, 0, "c.s..");
    expect(two, 1, 5, 1, 0, "cc...");
    expect(nothing_else, 1, 4, 1, 0, ".c.c");
    expect(only_total, 2, 4, 1, 0, ".c.c.sc.");
    int64_t column[] = { 3, 20, 9, 32 };
    expect(column, 4, 1, 0, 1, "c.s.");
}

/* 20 is hidden whatever its size: 12 is the smallest other of its row. A nought that is to be hidden is, too. */
static void what_is_to_be_hidden_is_protected_as_a_small_count_is(void **state)
{
    int64_t cells[] = { 12, 20, 30, 62 }, nought[] = { 0, 20, 30, 50 };
    const uint8_t second[] = { 0, 1, 0, 0 }, first[] = { 1, 0, 0, 0 };
    uint8_t got[4];
    moot_count_table t = { cells, got, 1, 4, 1, 0, second };
    moot_err err;
    (void)state;
    moot_err_init(&err);
    assert_int_equal(moot_disclose(&t, MOOT_SUPPRESS_BELOW, &err), MOOT_OK);
    assert_memory_equal(got, ((uint8_t[]){ MOOT_CELL_SECONDARY, MOOT_CELL_SMALL, MOOT_CELL_SHOWN, MOOT_CELL_SHOWN }), 4);
    t.cells = nought;
    t.also = first;
    assert_int_equal(moot_disclose(&t, MOOT_SUPPRESS_BELOW, &err), MOOT_OK);
    assert_memory_equal(got, ((uint8_t[]){ MOOT_CELL_SMALL, MOOT_CELL_SECONDARY, MOOT_CELL_SHOWN, MOOT_CELL_SHOWN }), 4);
}

/* One small cell of a table with both totals takes three more: a ring of four. By hand: 2 is hidden; the smallest other of its row
 * is 11, of its column 12; the one that joins them is 30. */
static void a_table_takes_a_ring(void **state)
{
    int64_t cells[] = { 2,  11, 20, 33,
                        12, 30, 40, 82,
                        25, 50, 60, 135,
                        39, 91, 120, 250 };
    (void)state;
    expect(cells, 4, 4, 1, 1, "cs..ss..........");
}

/* Two hidden cells in every line, and yet one of them alone between two rings: it could be subtracted out. */
static void a_bridge_between_two_rings_is_found(void **state)
{
    int64_t c[CELLS_MOST];
    size_t n = 6;
    static const int small[][2] = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 }, { 1, 3 }, { 3, 3 }, { 3, 4 }, { 4, 3 }, { 4, 4 } };
    uint8_t hidden[CELLS_MOST];
    moot_err err;
    (void)state;
    memset(&err, 0, sizeof err);
    for (size_t i = 0; i < n * n; i++) {
        c[i] = 0;
    }
    for (size_t i = 0; i < n - 1; i++) {
        for (size_t j = 0; j < n - 1; j++) {
            c[i * n + j] = 50 + (int64_t)(i * 5 + j);
        }
    }
    for (size_t k = 0; k < MOOT_COUNT(small); k++) {
        c[(size_t)small[k][0] * n + (size_t)small[k][1]] = 4;
    }
    for (size_t i = 0; i < n - 1; i++) {
        for (size_t j = 0; j < n - 1; j++) {
            c[i * n + n - 1] += c[i * n + j];
            c[(n - 1) * n + j] += c[i * n + j];
            c[n * n - 1] += c[i * n + j];
        }
    }
    moot_count_table t = { c, hidden, n, n, 1, 1, NULL };
    assert_int_equal(moot_disclose(&t, MOOT_SUPPRESS_BELOW, &err), MOOT_OK);
    size_t secondary = 0;
    for (size_t i = 0; i < n * n; i++) {
        secondary += hidden[i] == MOOT_CELL_SECONDARY;
    }
    assert_int_equal(secondary, 1); /* and one more suffices: it joins the two rings a second time */
}

/* A reader with pencil and paper, and all the time there is: solves the equations that the shown cells leave, and says whether
 * this hidden cell has one answer only. Gauss and Jordan, with fractions of doubles that are small whole numbers here. */
static int reader_works_out(const moot_count_table *t, size_t cell)
{
    static double m[ROWS_MOST + COLUMNS_MOST][CELLS_MOST];
    size_t lines = 0, n = t->rows * t->columns, rank = 0;
    memset(m, 0, sizeof m);
    for (size_t r = 0; r < t->rows && t->row_totals; r++, lines++) {
        for (size_t c = 0; c < t->columns; c++) {
            m[lines][r * t->columns + c] = c + 1 == t->columns ? -1 : 1;
        }
    }
    for (size_t c = 0; c < t->columns && t->column_totals; c++, lines++) {
        for (size_t r = 0; r < t->rows; r++) {
            m[lines][r * t->columns + c] = r + 1 == t->rows ? -1 : 1;
        }
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t l = 0; l < lines && t->hidden[i] == MOOT_CELL_SHOWN; l++) {
            m[l][i] = 0;
        }
    }
    for (size_t i = 0; i < n; i++) {
        size_t column = i == n - 1 ? cell : i >= cell ? i + 1 : i; /* the cell asked for comes last */
        size_t pivot = rank;
        while (pivot < lines && fabs(m[pivot][column]) < 1e-9) {
            pivot++;
        }
        if (pivot == lines) {
            continue;
        }
        if (column == cell) {
            return 1; /* an equation that names no other unknown */
        }
        for (size_t k = 0; k < n; k++) {
            double swap = m[pivot][k];
            m[pivot][k] = m[rank][k];
            m[rank][k] = swap;
        }
        for (size_t l = 0; l < lines; l++) {
            double times = l == rank ? 0 : m[l][column] / m[rank][column];
            for (size_t k = 0; k < n && times != 0; k++) {
                m[l][k] -= times * m[rank][k];
            }
        }
        rank++;
    }
    return 0;
}

static int64_t draw_cell(uint32_t table, uint32_t i)
{
    moot_draw_key key = { 11, 0, table, i, 0, 0, 0 };
    uint32_t kind = moot_draw_below(&key, 10);
    key.purpose = 1;
    return kind < 3 ? 0 : kind < 5 ? 1 + (int64_t)moot_draw_below(&key, 5) : 6 + (int64_t)moot_draw_below(&key, 60);
}

static void draw_table(moot_count_table *t, uint32_t number)
{
    moot_draw_key key = { 12, 0, number, 0, 0, 0, 0 };
    t->rows = 2 + moot_draw_below(&key, ROWS_MOST - 1);
    key.purpose = 1;
    t->columns = 2 + moot_draw_below(&key, COLUMNS_MOST - 1);
    t->row_totals = number % 3 != 0;
    t->column_totals = number % 3 != 1;
    for (size_t i = 0; i < t->rows * t->columns; i++) {
        t->cells[i] = draw_cell(number, (uint32_t)i);
    }
    for (size_t r = 0; r < t->rows && t->row_totals; r++) {
        t->cells[(r + 1) * t->columns - 1] = 0;
        for (size_t c = 0; c + 1 < t->columns; c++) {
            t->cells[(r + 1) * t->columns - 1] += t->cells[r * t->columns + c];
        }
    }
    for (size_t c = 0; c < t->columns && t->column_totals; c++) {
        t->cells[(t->rows - 1) * t->columns + c] = 0;
        for (size_t r = 0; r + 1 < t->rows; r++) {
            t->cells[(t->rows - 1) * t->columns + c] += t->cells[r * t->columns + c];
        }
    }
}

static void no_small_count_can_be_worked_out(void **state)
{
    int64_t cells[CELLS_MOST];
    uint8_t hidden[CELLS_MOST];
    moot_count_table t = { cells, hidden, 0, 0, 0, 0, NULL };
    moot_err err;
    size_t small = 0;
    (void)state;
    memset(&err, 0, sizeof err);
    for (uint32_t number = 0; number < 3000; number++) {
        draw_table(&t, number);
        assert_int_equal(moot_disclose(&t, MOOT_SUPPRESS_BELOW, &err), MOOT_OK);
        for (size_t i = 0; i < t.rows * t.columns; i++) {
            int is_small = moot_count_is_small(cells[i], MOOT_SUPPRESS_BELOW);
            assert_int_equal(hidden[i] == MOOT_CELL_SMALL, is_small);
            if (is_small) {
                assert_false(reader_works_out(&t, i));
                small++;
            }
        }
    }
    assert_true(small > 10000);
}

static void the_reader_of_this_test_can_subtract(void **state)
{
    int64_t cells[] = { 3, 20, 9, 32 };
    uint8_t hidden[] = { MOOT_CELL_SMALL, 0, 0, 0 };
    moot_count_table t = { cells, hidden, 1, 4, 1, 0, NULL };
    (void)state;
    assert_true(reader_works_out(&t, 0));
    hidden[2] = MOOT_CELL_SECONDARY;
    assert_false(reader_works_out(&t, 0));
}

static void want_of_memory_is_told(void **state)
{
    int64_t cells[] = { 3, 20, 9, 32 };
    uint8_t hidden[4];
    moot_count_table t = { cells, hidden, 1, 4, 1, 0, NULL };
    moot_err err;
    (void)state;
    memset(&err, 0, sizeof err);
    for (unsigned long n = 1; n <= 2; n++) {
        moot_alloc_fail_at(n);
        assert_int_equal(moot_disclose(&t, MOOT_SUPPRESS_BELOW, &err), MOOT_ENOMEM);
        moot_alloc_fail_at(0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_to_five_are_hidden_and_nought_is_not),
        cmocka_unit_test(a_shown_total_hides_the_smallest_other_cell),
        cmocka_unit_test(what_is_to_be_hidden_is_protected_as_a_small_count_is),
        cmocka_unit_test(a_table_takes_a_ring),
        cmocka_unit_test(a_bridge_between_two_rings_is_found),
        cmocka_unit_test(no_small_count_can_be_worked_out),
        cmocka_unit_test(the_reader_of_this_test_can_subtract),
        cmocka_unit_test(want_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
