#include "vm/base/rarity.h"

#include <stdlib.h>
#include <string.h>

#include "vm/base/arena.h"

#define BETWEEN 0x1f /* stands in no text that is known of anybody */

void moot_rarity_told(const moot_rarity_column *column, const char *known, int level, moot_buf *out)
{
    if (level == 0) {
        moot_buf_str(out, known);
    } else if (level + 1 < column->levels && *known) {
        column->coarser(known, level, out);
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Each row as one text, so that those of a class are the same. */
static moot_code texts_of(const moot_rarity *r, const int *levels, moot_arena *arena, const char **texts, moot_err *err)
{
    moot_buf text;
    moot_buf_init(&text);
    for (size_t row = 0; row < r->rows && !text.failed; row++) {
        moot_buf_clear(&text);
        for (size_t c = 0; c < r->column_count; c++) {
            moot_rarity_told(&r->columns[c], r->known[row * r->column_count + c], levels[c], &text);
            moot_buf_char(&text, BETWEEN);
        }
        texts[row] = moot_buf_ok(&text) ? moot_arena_strn(arena, moot_buf_text(&text), text.len) : NULL;
        text.failed |= !texts[row];
    }
    moot_code code = moot_buf_ok(&text) ? MOOT_OK : moot_fail_memory(err);
    moot_buf_done(&text);
    return code;
}

static void count_classes(const char *const *sorted, size_t rows, size_t below, moot_rarity_found *out)
{
    *out = (moot_rarity_found){ rows, 0, 0 };
    for (size_t first = 0, next; first < rows; first = next) {
        for (next = first + 1; next < rows && strcmp(sorted[first], sorted[next]) == 0; next++) {
        }
        size_t size = next - first;
        out->smallest = size < out->smallest ? size : out->smallest;
        out->small_rows += size < below ? size : 0;
        out->unique += size == 1 ? 1 : 0;
    }
}

moot_code moot_rarity_count(const moot_rarity *r, const int *levels, size_t below, moot_rarity_found *out_found, moot_err *err)
{
    moot_arena arena;
    moot_arena_init(&arena);
    const char **texts = moot_arena_array(&arena, r->rows + 1, sizeof *texts);
    moot_code code = texts ? texts_of(r, levels, &arena, texts, err) : moot_fail_memory(err);
    if (!code) {
        qsort(texts, r->rows, sizeof *texts, by_text);
        count_classes(texts, r->rows, below, out_found);
    }
    moot_arena_done(&arena);
    return code;
}

moot_code moot_rarity_helps(const moot_rarity *r, const int *levels, size_t below, size_t *out_column, moot_rarity_found *out_found, moot_err *err)
{
    int tried[MOOT_RARITY_COLUMNS];
    moot_rarity_found found;
    *out_column = MOOT_RARITY_NONE;
    for (int dropped = 0; dropped <= 1 && *out_column == MOOT_RARITY_NONE; dropped++) {
        for (size_t c = 0; c < r->column_count; c++) {
            if (levels[c] + 1 >= r->columns[c].levels || (levels[c] + 2 == r->columns[c].levels) != dropped) {
                continue;
            }
            memcpy(tried, levels, r->column_count * sizeof *tried);
            tried[c]++;
            if (moot_rarity_count(r, tried, below, &found, err)) {
                return err->code;
            }
            if (*out_column == MOOT_RARITY_NONE || found.small_rows < out_found->small_rows) {
                *out_column = c;
                *out_found = found;
            }
        }
    }
    return MOOT_OK;
}

/* What a later step made needless is taken back. */
static moot_code come_down(const moot_rarity *r, const int *least, int *levels, size_t below, moot_rarity_found *out_found, moot_err *err)
{
    moot_rarity_found found;
    for (size_t c = 0; c < r->column_count; c++) {
        while (levels[c] > least[c]) {
            levels[c]--;
            if (moot_rarity_count(r, levels, below, &found, err)) {
                return err->code;
            }
            if (found.small_rows > 0) {
                levels[c]++;
                break;
            }
            *out_found = found;
        }
    }
    return MOOT_OK;
}

moot_code moot_rarity_climb(const moot_rarity *r, int *levels, size_t below, moot_rarity_found *out_found, moot_err *err)
{
    int least[MOOT_RARITY_COLUMNS];
    memcpy(least, levels, r->column_count * sizeof *least);
    moot_code code = moot_rarity_count(r, levels, below, out_found, err);
    while (!code && out_found->small_rows > 0) {
        moot_rarity_found next;
        size_t column;
        code = moot_rarity_helps(r, levels, below, &column, &next, err);
        if (code || column == MOOT_RARITY_NONE) {
            break;
        }
        levels[column]++;
        *out_found = next;
    }
    return code || out_found->small_rows > 0 ? code : come_down(r, least, levels, below, out_found, err);
}
