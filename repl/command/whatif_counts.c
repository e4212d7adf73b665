#include "repl/command/whatif_counts.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "vm/base/disclose.h"

#define MOVES_TOLD 3

/* Sums over replicates are whole; of these a mean of 5 at most is small. */
static int64_t below_of(const moot_whatif_page *page)
{
    return (MOOT_SUPPRESS_BELOW - 1) * (int64_t)page->replicates + 1;
}

static int64_t sum_of(const moot_whatif_page *page, double mean)
{
    return llround(mean * (double)page->replicates);
}

static int is_small(const moot_whatif_page *page, double mean)
{
    return moot_count_is_small(sum_of(page, mean), below_of(page));
}

static void numbers_of(const moot_whatif_page *page, int32_t branch, double numbers[MOOT_WAYS + 1])
{
    moot_whatif_moved m = moot_whatif_moves(page->whatif, branch);
    const double all[MOOT_WAYS + 1] = { m.gains, m.losses, m.both, m.others, m.same, m.queue };
    memcpy(numbers, all, sizeof all);
}

/* Variants are over the same people, so a small difference from an earlier one is a small count too: the later one is hidden. */
static int is_near_earlier(const moot_whatif_page *page, int32_t branch, int way, double number)
{
    double before[MOOT_WAYS + 1];
    int near = 0;
    for (int32_t b = 1; b < branch && !near; b++) {
        numbers_of(page, b, before);
        near = is_small(page, number - before[way]);
    }
    return near;
}

moot_code moot_whatif_counts_of(const moot_whatif_page *page, int32_t branch, moot_whatif_counts *out, moot_err *err)
{
    moot_whatif_moved m = moot_whatif_moves(page->whatif, branch);
    double numbers[MOOT_WAYS + 1];
    int64_t cells[MOOT_WAYS + 1];
    uint8_t hidden[MOOT_WAYS + 1] = { 0 }, near[MOOT_WAYS + 1] = { 0 };
    const moot_count_table table = { cells, hidden, 1, MOOT_WAYS + 1, 1, 0, near };
    memset(out, 0, sizeof *out);
    numbers_of(page, branch, numbers);
    for (int i = 0; i < MOOT_WAYS; i++) {
        out->ways[i].number = numbers[i];
        cells[i] = sum_of(page, numbers[i]);
        near[i] = page->hides && is_near_earlier(page, branch, i, numbers[i]);
    }
    cells[MOOT_WAYS] = moot_whatif_lives(page->whatif);
    out->turned.number = m.gains + m.losses + m.both + m.others;
    out->queue.number = m.queue;
    if (!page->hides || out->turned.number <= 0) { /* that all stay the same tells of nobody */
        return MOOT_OK;
    }
    moot_code code = moot_disclose(&table, below_of(page), err);
    for (int i = 0; i < MOOT_WAYS && !code; i++) {
        out->ways[i].hidden = hidden[i] != MOOT_CELL_SHOWN;
    }
    /* How many are turned is all cases less those that stay the same: the two are shown together, or neither is. */
    out->turned.hidden = is_small(page, out->turned.number) || out->ways[MOOT_WAY_SAME].hidden;
    out->ways[MOOT_WAY_SAME].hidden |= out->turned.hidden;
    out->queue.hidden = m.queue > 0 && (out->turned.hidden || is_small(page, m.queue) || is_small(page, out->turned.number - m.queue) ||
                                      is_near_earlier(page, branch, MOOT_WAYS, m.queue));
    return code;
}

/* ---- why ---- */

enum { GAIN, LOSE, OTHER, COLUMNS };

static void fill_row(const moot_whatif_reason *r, int64_t *row)
{
    row[GAIN] = r->gains;
    row[LOSE] = r->losses;
    row[OTHER] = r->others;
}

/* Where an earlier variant has a few cases more or less at the same place. `all`: sorted by branch, with r among them. */
static void mark_near_earlier(const moot_whatif_page *page, const moot_whatif_reason *all, const moot_whatif_reason *r, uint8_t *near)
{
    int64_t row[COLUMNS], before[COLUMNS];
    fill_row(r, row);
    for (int32_t i = 0; all[i].branch < r->branch; i++) {
        if (all[i].queue != r->queue || strcmp(all[i].name, r->name) != 0 || strcmp(all[i].clause, r->clause) != 0) {
            continue;
        }
        fill_row(&all[i], before);
        for (int k = 0; k < COLUMNS; k++) {
            near[k] |= (uint8_t)moot_count_is_small(row[k] - before[k], below_of(page));
        }
    }
}

/* What the page does not tell of the variant, the sum of a column must not tell either. */
static moot_code mark_hidden_sums(const moot_whatif_page *page, int32_t branch, uint8_t *sums, moot_err *err)
{
    moot_whatif_counts told;
    moot_code code = moot_whatif_counts_of(page, branch, &told, err);
    sums[GAIN] = told.ways[MOOT_WAY_GAIN].hidden;
    sums[LOSE] = told.ways[MOOT_WAY_LOSE].hidden;
    sums[OTHER] = told.ways[MOOT_WAY_BOTH].hidden || told.ways[MOOT_WAY_OTHER].hidden;
    return code;
}

/* Each column adds up to what the page tells of the variant: a small one that was hidden alone could be worked out. */
static moot_code hide(const moot_whatif_page *page, int32_t branch, const moot_whatif_reason *all, moot_whatif_why *list, int32_t count,
                      moot_err *err)
{
    size_t cells_count = ((size_t)count + 1) * COLUMNS;
    int64_t *cells = moot_calloc(cells_count, sizeof *cells);
    uint8_t *hidden = moot_calloc(cells_count, 1), *also = moot_calloc(cells_count, 1);
    const moot_count_table table = { cells, hidden, (size_t)count + 1, COLUMNS, 0, 1, also };
    moot_code code = cells && hidden && also ? mark_hidden_sums(page, branch, also + (size_t)count * COLUMNS, err) : moot_fail_memory(err);
    for (int32_t i = 0; i < count && !code; i++) {
        fill_row(list[i].reason, cells + (size_t)i * COLUMNS);
        mark_near_earlier(page, all, list[i].reason, also + (size_t)i * COLUMNS);
        for (int k = 0; k < COLUMNS; k++) {
            cells[(size_t)count * COLUMNS + (size_t)k] += cells[(size_t)i * COLUMNS + (size_t)k];
        }
    }
    code = code ? code : moot_disclose(&table, below_of(page), err);
    for (int32_t i = 0; i < count && !code; i++) {
        const uint8_t *row = hidden + (size_t)i * COLUMNS;
        list[i].gain.hidden = row[GAIN] != MOOT_CELL_SHOWN;
        list[i].lose.hidden = row[LOSE] != MOOT_CELL_SHOWN;
        list[i].other.hidden = row[OTHER] != MOOT_CELL_SHOWN;
    }
    moot_free(cells);
    moot_free(hidden);
    moot_free(also);
    return code;
}

moot_code moot_whatif_why_of(const moot_whatif_page *page, int32_t branch, moot_whatif_why **out_list, int32_t *out_count, moot_err *err)
{
    const moot_whatif_reason *reasons;
    int32_t count = moot_whatif_reasons(page->whatif, &reasons), found = 0;
    double n = (double)page->replicates;
    moot_whatif_why *list = moot_calloc((size_t)count + 1, sizeof *list);
    if (!list) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < count; i++) {
        const moot_whatif_reason *r = &reasons[i];
        if (r->branch == branch) {
            list[found++] = (moot_whatif_why){ r, { (double)r->gains / n, 0 }, { (double)r->losses / n, 0 }, { (double)r->others / n, 0 } };
        }
    }
    moot_code code = page->hides ? hide(page, branch, reasons, list, found, err) : MOOT_OK;
    if (code) {
        moot_free(list);
        return code;
    }
    *out_list = list;
    *out_count = found;
    return MOOT_OK;
}

/* ---- texts ---- */

const char *moot_whatif_count_text(moot_whatif_count count, int decimals, char *buf, size_t size)
{
    if (count.hidden) {
        snprintf(buf, size, MOOT_SUPPRESSED);
    } else {
        snprintf(buf, size, "%.*f", decimals, moot_stats_round(count.number, decimals));
    }
    return buf;
}

void moot_whatif_count_json(moot_buf *out, const char *key, moot_whatif_count count)
{
    if (count.hidden) {
        moot_buf_printf(out, ",\"%s\":\"" MOOT_SUPPRESSED "\"", key);
    } else {
        moot_buf_printf(out, ",\"%s\":%.4f", key, moot_stats_round(count.number, 4));
    }
}

/* ---- what a reading turns ---- */

int32_t moot_whatif_turns(const moot_whatif_page *page)
{
    int32_t count = 0;
    for (int32_t b = 1; b < page->branch_count; b++) {
        count += page->turns[b].reading != NULL;
    }
    return count;
}

static int32_t put_moves(const moot_whatif_page *page, int32_t branch, int mains, int32_t most, int32_t told, moot_buf *out)
{
    const moot_whatif_figure *figures;
    int32_t count = moot_whatif_figures(page->whatif, &figures);
    for (int32_t i = 0; i < count; i++) {
        moot_figure effect = moot_whatif_effect(page->whatif, branch, i, 0);
        char name[160];
        if (moot_whatif_is_main(figures[i].kind) != mains || !moot_whatif_is_sure(page, &effect)) {
            continue;
        }
        if (told++ < most) {
            moot_buf_printf(out, "%s%s %+.2f", out->len ? "; " : "", moot_whatif_figure_name(&figures[i], name, sizeof name),
                            moot_stats_round(effect.value, 2));
        }
    }
    return told;
}

void moot_whatif_moves_text(const moot_whatif_page *page, int32_t branch, int32_t most, moot_buf *out)
{
    int32_t told = put_moves(page, branch, 1, most, 0, out);
    told = put_moves(page, branch, 0, most, told, out);
    if (told > most) {
        moot_buf_printf(out, "; and %" PRId32 " more", told - most);
    }
}

static void add_row(const moot_whatif_page *page, int32_t branch, const moot_whatif_counts *counts, moot_table *table, moot_buf *moves)
{
    const moot_whatif_turn *turn = &page->turns[branch];
    char text[24];
    moot_buf_clear(moves);
    moot_whatif_moves_text(page, branch, MOVES_TOLD, moves);
    moot_table_row(table);
    moot_table_cell(table, 0, turn->reading);
    moot_table_cell(table, 1, turn->clause);
    moot_table_cell(table, 2, turn->option);
    moot_table_cell(table, 3, moot_whatif_count_text(counts->turned, 1, text, sizeof text));
    moot_table_cell(table, 4, moot_whatif_count_text(counts->ways[MOOT_WAY_GAIN], 1, text, sizeof text));
    moot_table_cell(table, 5, moot_whatif_count_text(counts->ways[MOOT_WAY_LOSE], 1, text, sizeof text));
    moot_table_cell(table, 6, moves->len ? moot_buf_text(moves) : "none");
}

moot_code moot_whatif_turns_tell(const moot_whatif_page *page, moot_err *err)
{
    static const moot_table_column columns[] = { { "READING", 0, 1 }, { "CLAUSE", 0, 0 }, { "READ AS", 0, 1 }, { "TURNS", 1, 0 },
                                                 { "GAIN", 1, 0 }, { "LOSE", 1, 0 }, { "SURELY MOVES", 0, 1 } };
    moot_table *table = NULL;
    moot_buf moves;
    moot_buf_init(&moves);
    moot_code code = moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err);
    for (int32_t b = 1; b < page->branch_count && !code; b++) {
        moot_whatif_counts counts;
        if (page->turns[b].reading) {
            code = moot_whatif_counts_of(page, b, &counts, err);
            if (!code) {
                add_row(page, b, &counts, table, &moves);
            }
        }
    }
    code = code || moot_buf_ok(&moves) ? code : moot_fail_memory(err);
    if (!code) {
        char cases[64];
        printf("\nWhat a reading turns: of %s so many go another way if one reading alone is read as it stands here,\n"
               "so many of them for the better and for the worse, and these figures surely move; --json has all.\n\n",
               moot_whatif_cases_text(page, cases, sizeof cases));
        code = moot_table_print(table, err);
    }
    moot_table_free(table);
    moot_buf_done(&moves);
    return code;
}

void moot_whatif_turn_json(const moot_whatif_page *page, int32_t branch, const moot_whatif_counts *counts, moot_buf *out)
{
    const moot_whatif_turn *turn = &page->turns[branch];
    moot_buf moves;
    moot_buf_init(&moves);
    moot_whatif_moves_text(page, branch, INT32_MAX, &moves);
    moot_buf_str(out, "{\"variant\":");
    moot_buf_json(out, page->branches[branch].name);
    moot_buf_str(out, ",\"reading\":");
    moot_buf_json(out, turn->reading);
    moot_buf_str(out, ",\"clause\":");
    moot_buf_json(out, turn->clause);
    moot_buf_str(out, ",\"chosen\":");
    moot_buf_json(out, turn->chosen);
    moot_buf_str(out, ",\"read_as\":");
    moot_buf_json(out, turn->option);
    moot_whatif_count_json(out, "turns", counts->turned);
    moot_whatif_count_json(out, "gain", counts->ways[MOOT_WAY_GAIN]);
    moot_whatif_count_json(out, "lose", counts->ways[MOOT_WAY_LOSE]);
    moot_buf_str(out, ",\"moves\":");
    moot_buf_json(out, moot_buf_text(&moves));
    moot_buf_str(out, "}\n");
    out->failed |= !moot_buf_ok(&moves);
    moot_buf_done(&moves);
}
