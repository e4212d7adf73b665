/* Tables that are kept as what differs from another: the same bytes again, whatever differs; and few where little does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "vm/base/fold.h"
#include "vm/base/hash.h"

#define ROWS 300
#define WORDS 12

typedef struct row {
    int32_t word[WORDS];
} row;

/* A name of its own, an index that grows with the rows, one that is mostly none, and what is the same in all. */
static row row_at(int32_t i)
{
    row r = { { 1000 + 37 * i, 7, i, i % 3 ? -1 : i, 5 } };
    return r;
}

static size_t fill(row *rows)
{
    for (int32_t i = 0; i < ROWS; i++) {
        rows[i] = row_at(i);
    }
    return ROWS;
}

static moot_table_view view(const row *rows, size_t count)
{
    return (moot_table_view){ rows, (int32_t)count, sizeof *rows };
}

/* Words of the fold; the table comes out of it as it was. 0: it was not folded. */
static size_t folded(const row *rows, size_t count, const row *like, size_t like_count)
{
    static row again[2 * ROWS];
    moot_fold fold;
    if (!moot_fold_make(view(rows, count), view(like, like_count), &fold)) {
        return 0;
    }
    memset(again, 0x55, sizeof again);
    moot_fold_open(&fold, view(like, like_count), again);
    assert_memory_equal(again, rows, count * sizeof *rows);
    size_t words = fold.count;
    moot_fold_done(&fold);
    assert_null(fold.words);
    return words;
}

/* All indexes of rows from `at` on grow by one, as they do if something was added to what they are of. */
static void move_all(row *rows, size_t count, int32_t at)
{
    for (size_t i = 0; i < count; i++) {
        rows[i].word[2] += rows[i].word[2] >= at;
        rows[i].word[3] += rows[i].word[3] >= at;
    }
}

static void a_table_folds_into_what_differs(void **state)
{
    (void)state;
    static row like[ROWS], rows[ROWS + 1];
    size_t count = fill(like);
    memcpy(rows, like, sizeof like);
    assert_in_range(folded(rows, count, like, count), 1, 1);
    rows[100].word[1] = 8; /* a figure */
    assert_in_range(folded(rows, count, like, count), 1, 10);
    memcpy(rows, like, sizeof like);
    move_all(rows, count, 40);
    assert_in_range(folded(rows, count, like, count), 1, 20);
    for (size_t i = count; i > 120; i--) { /* and a row more */
        rows[i] = rows[i - 1];
    }
    memset(&rows[120], 0x11, sizeof *rows);
    assert_in_range(folded(rows, count + 1, like, count), 1, 20 + WORDS + 4);
    assert_in_range(folded(like, count, rows, count + 1), 1, 24); /* a row less */
    assert_in_range(folded(rows, 120, like, count), 1, 20);
}

static void what_is_not_alike_stays_as_it_is(void **state)
{
    (void)state;
    static row like[ROWS], rows[ROWS];
    size_t count = fill(like);
    uint64_t random = 1;
    for (size_t i = 0; i < count; i++) {
        for (int w = 0; w < WORDS; w++) {
            random = moot_mix64(random, 1);
            rows[i].word[w] = (int32_t)random;
        }
    }
    assert_int_equal(folded(rows, count, like, count), 0);
    assert_int_equal(folded(rows, 0, like, count), 0);
    assert_int_equal(folded(rows, count, like, 0), 0);
}

/* Words that point nowhere where the other's do, and the other way about; the least and the largest number. */
static void what_points_nowhere_is_never_moved(void **state)
{
    (void)state;
    static const int32_t edges[] = { -1, 0, 1, INT32_MAX, INT32_MIN, -2 };
    static row like[ROWS], rows[ROWS];
    for (size_t a = 0; a < MOOT_COUNT(edges); a++) {
        for (size_t b = 0; b < MOOT_COUNT(edges); b++) {
            size_t count = fill(like);
            memcpy(rows, like, sizeof like);
            move_all(rows, count, 0);
            like[150].word[3] = edges[a];
            rows[150].word[3] = edges[b];
            assert_in_range(folded(rows, count, like, count), 1, 100);
        }
    }
}

static int below(uint64_t *random, int n)
{
    *random = moot_mix64(*random, 1);
    return (int)((*random >> 33) % (uint64_t)n);
}

static void any_changes_come_back(void **state)
{
    (void)state;
    static row like[ROWS], rows[2 * ROWS];
    uint64_t random = 2026;
    size_t like_count = fill(like), folds = 0;
    for (int round = 0; round < 400; round++) {
        size_t count = like_count;
        memcpy(rows, like, sizeof like);
        for (int n = below(&random, 6); n >= 0; n--) {
            int at = below(&random, (int)count - 20), some = 1 + below(&random, 4);
            switch (below(&random, 4)) {
            case 0:
                memmove(&rows[at + some], &rows[at], (count - (size_t)at) * sizeof *rows);
                memset(&rows[at], 0x22 + n, (size_t)some * sizeof *rows);
                count += (size_t)some;
                break;
            case 1:
                memmove(&rows[at], &rows[at + some], (count - (size_t)(at + some)) * sizeof *rows);
                count -= (size_t)some;
                break;
            case 2:
                move_all(rows, count, at);
                break;
            default:
                rows[at].word[below(&random, WORDS)] = below(&random, 3) - 1;
                break;
            }
        }
        folds += folded(rows, count, like, like_count) > 0;
    }
    assert_true(folds > 380);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_folds_into_what_differs),
        cmocka_unit_test(what_is_not_alike_stays_as_it_is),
        cmocka_unit_test(what_points_nowhere_is_never_moved),
        cmocka_unit_test(any_changes_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
