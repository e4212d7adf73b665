#include "vm/base/fold.h"

#include <string.h>

/* What a fold is made of: a word that says what comes and how many, then that. */
typedef enum step {
    LIKE, /* so many rows as the other's next ones, each word moved as far as was told */
    MOVE, /* so many pairs: a word of the row, how far it is moved from here on */
    ROWS, /* so many rows, written out */
    SKIP  /* so many rows of the other, which are not here */
} step;
#define STEP_BITS 2

#define WIDEST (MOOT_FOLD_WIDEST / 4)
#define NONE UINT32_MAX /* -1 */
#define FARTHEST 24     /* rows that may have been added or taken away in one place */
#define AHEAD 48        /* words that are compared to see how it goes on from a place … */
#define WEIGHT 16       /* … each counting for so many: what is out of step there stays so */
#define SEARCHES 200    /* places in a table; more differ too much */

typedef struct folder {
    moot_table_view table, like;
    size_t width; /* words of a row */
    uint32_t moved[WIDEST];
    uint16_t movers[WIDEST]; /* words that were moved once, in the order of a row */
    size_t movers_count;
    uint32_t *words;
    size_t count, cap, most;
    int32_t alike; /* rows that are so, and not yet written */
    int searches, failed;
} folder;

static void row_of(moot_table_view table, int32_t i, uint32_t out[WIDEST])
{
    memcpy(out, (const char *)table.rows + (size_t)i * table.size, table.size);
}

/* None, and where there are none of: these point nowhere, so they never move. */
static int is_still(uint32_t word)
{
    return word == NONE || word == 0;
}

static uint32_t expected(uint32_t like, uint32_t moved)
{
    return is_still(like) ? like : like + moved;
}

/* ---- writing ---- */

static void put(folder *f, uint32_t word)
{
    f->failed |= f->count >= f->most || !moot_grow((void **)&f->words, &f->cap, f->count + 1, sizeof *f->words);
    if (!f->failed) {
        f->words[f->count++] = word;
    }
}

static void put_alike(folder *f)
{
    if (f->alike > 0) {
        put(f, (uint32_t)f->alike << STEP_BITS | LIKE);
        f->alike = 0;
    }
}

static void put_step(folder *f, step what, int32_t count)
{
    if (count > 0) {
        put_alike(f);
        put(f, (uint32_t)count << STEP_BITS | (uint32_t)what);
    }
}

static void put_rows(folder *f, int32_t first, int32_t count)
{
    uint32_t row[WIDEST];
    put_step(f, ROWS, count);
    for (int32_t i = first; i < first + count; i++) {
        row_of(f->table, i, row);
        for (size_t w = 0; w < f->width; w++) {
            put(f, row[w]);
        }
    }
}

/* ---- finding what is like what ---- */

/* Nearly all rows are alike, so that is seen first: between words that move, bytes are compared. */
static int is_alike(const folder *f, int32_t i, int32_t j)
{
    const char *row = (const char *)f->table.rows + (size_t)i * f->table.size;
    const char *like = (const char *)f->like.rows + (size_t)j * f->like.size;
    size_t from = 0;
    for (size_t k = 0; k < f->movers_count; k++) {
        size_t at = (size_t)f->movers[k] * 4;
        uint32_t ours, theirs;
        memcpy(&ours, row + at, sizeof ours);
        memcpy(&theirs, like + at, sizeof theirs);
        if (ours != expected(theirs, f->moved[f->movers[k]]) || memcmp(row + from, like + from, at - from) != 0) {
            return 0;
        }
        from = at + 4;
    }
    return memcmp(row + from, like + from, f->table.size - from) == 0;
}

static void note_mover(folder *f, size_t word)
{
    size_t k = f->movers_count;
    while (k > 0 && f->movers[k - 1] > word) {
        k--;
    }
    if (k > 0 && f->movers[k - 1] == word) {
        return;
    }
    memmove(&f->movers[k + 1], &f->movers[k], (f->movers_count - k) * sizeof *f->movers);
    f->movers[k] = (uint16_t)word;
    f->movers_count++;
}

static size_t count_unlike(const folder *f, const uint32_t *row, const uint32_t *like)
{
    size_t unlike = 0;
    for (size_t w = 0; w < f->width; w++) {
        unlike += row[w] != expected(like[w], f->moved[w]);
    }
    return unlike;
}

/* How much is out of step if row i is the other's row j and those after it follow: a word may also have moved from here on. */
static size_t out_of_step(const folder *f, int32_t i, int32_t j)
{
    uint32_t row[WIDEST], like[WIDEST], moved[WIDEST];
    int32_t rows = (int32_t)(AHEAD / f->width) + 2;
    size_t found = 0;
    if (i >= f->table.count || j >= f->like.count) {
        return i == f->table.count && j == f->like.count ? 0 : WEIGHT * f->width;
    }
    row_of(f->table, i, row);
    row_of(f->like, j, like);
    for (size_t w = 0; w < f->width; w++) {
        int told = !is_still(row[w]) && !is_still(like[w]);
        moved[w] = told ? row[w] - like[w] : f->moved[w];
        found += row[w] != expected(like[w], f->moved[w]);
    }
    for (int32_t k = 1; k <= rows && i + k < f->table.count && j + k < f->like.count; k++) {
        row_of(f->table, i + k, row);
        row_of(f->like, j + k, like);
        for (size_t w = 0; w < f->width; w++) {
            found += row[w] != expected(like[w], f->moved[w]) && row[w] != expected(like[w], moved[w]) ? WEIGHT : 0;
        }
    }
    return found;
}

/* What comes before the next two rows that are like each other: rows that are only here, or only there. */
static void find_step(const folder *f, int32_t i, int32_t j, int32_t *out_added, int32_t *out_gone)
{
    size_t best = out_of_step(f, i, j);
    *out_added = *out_gone = 0;
    for (int32_t k = 1; k <= FARTHEST && best >= WEIGHT; k++) {
        size_t added = i + k <= f->table.count ? out_of_step(f, i + k, j) + (size_t)k * f->width : SIZE_MAX;
        size_t gone = j + k <= f->like.count ? out_of_step(f, i, j + k) + 1 : SIZE_MAX;
        if (added < best) {
            best = added;
            *out_added = k;
            *out_gone = 0;
        }
        if (gone < best) {
            best = gone;
            *out_added = 0;
            *out_gone = k;
        }
    }
}

/* A row that is the other's with some words changed, or moved from here on. 0: it cannot be said so. */
static int put_moves(folder *f, const uint32_t *row, const uint32_t *like)
{
    size_t unlike = count_unlike(f, row, like);
    for (size_t w = 0; w < f->width; w++) {
        if (is_still(like[w]) && row[w] != like[w]) {
            return 0;
        }
    }
    if (unlike * 2 > f->width && f->width > 1) {
        return 0; /* written out it is shorter */
    }
    put_step(f, MOVE, (int32_t)unlike);
    for (size_t w = 0; w < f->width; w++) {
        if (row[w] != expected(like[w], f->moved[w])) {
            f->moved[w] = row[w] - like[w];
            note_mover(f, w);
            put(f, (uint32_t)w);
            put(f, f->moved[w]);
        }
    }
    return 1;
}

/* Row i and the other's row j are not alike: how the fold goes on. */
static void take_unlike(folder *f, int32_t *i, int32_t *j)
{
    uint32_t row[WIDEST], like[WIDEST];
    int32_t added, gone;
    f->failed |= ++f->searches > SEARCHES;
    row_of(f->table, *i, row);
    row_of(f->like, *j, like);
    find_step(f, *i, *j, &added, &gone);
    if (added == 0 && gone == 0) {
        if (put_moves(f, row, like)) {
            f->alike = 1;
        } else {
            put_rows(f, *i, 1);
            put_step(f, SKIP, 1);
        }
        added = gone = 1;
    } else {
        put_rows(f, *i, added);
        put_step(f, SKIP, gone);
    }
    *i += added;
    *j += gone;
}

static void fold_rows(folder *f)
{
    int32_t i = 0, j = 0;
    while (i < f->table.count && j < f->like.count && !f->failed) {
        if (is_alike(f, i, j)) {
            f->alike++;
            i++;
            j++;
        } else {
            take_unlike(f, &i, &j);
        }
    }
    put_rows(f, i, f->table.count - i);
    put_alike(f);
}

/* ---- public ---- */

int moot_fold_make(moot_table_view table, moot_table_view like, moot_fold *out)
{
    folder f = { .table = table, .like = like, .width = table.size / 4 };
    size_t words = (size_t)table.count * f.width;
    if (table.size != like.size || table.size % 4 != 0 || table.size > MOOT_FOLD_WIDEST) {
        MOOT_BUG("rows of %zu and %zu bytes do not fold", table.size, like.size);
    }
    f.most = words / 2;
    out->words = NULL;
    out->count = 0;
    if (table.count > 0 && like.count > 0) {
        fold_rows(&f);
    }
    if (f.failed || f.count == 0) {
        moot_free(f.words);
        return 0;
    }
    out->words = moot_reallocarray(f.words, f.count, sizeof *f.words);
    out->words = out->words ? out->words : f.words;
    out->count = f.count;
    return 1;
}

static void open_alike(const uint32_t *moved, moot_table_view like, int32_t first, int32_t count, unsigned char *out)
{
    uint32_t row[WIDEST];
    for (int32_t i = 0; i < count; i++, out += like.size) {
        row_of(like, first + i, row);
        for (size_t w = 0; w < like.size / 4; w++) {
            row[w] = expected(row[w], moved[w]);
        }
        memcpy(out, row, like.size);
    }
}

void moot_fold_open(const moot_fold *fold, moot_table_view like, void *out_rows)
{
    uint32_t moved[WIDEST] = { 0 };
    unsigned char *out = out_rows;
    int32_t j = 0;
    for (size_t at = 0; at < fold->count;) {
        uint32_t count = fold->words[at] >> STEP_BITS;
        step what = (step)(fold->words[at++] & ((1U << STEP_BITS) - 1));
        if (what == LIKE) {
            open_alike(moved, like, j, (int32_t)count, out);
            out += count * like.size;
            j += (int32_t)count;
        } else if (what == ROWS) {
            memcpy(out, &fold->words[at], count * like.size);
            out += count * like.size;
            at += count * (like.size / 4);
        } else if (what == SKIP) {
            j += (int32_t)count;
        } else {
            for (; count > 0; count--, at += 2) {
                moved[fold->words[at]] = fold->words[at + 1];
            }
        }
    }
}

void moot_fold_done(moot_fold *fold)
{
    moot_free(fold->words);
    fold->words = NULL;
    fold->count = 0;
}
