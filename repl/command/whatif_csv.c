/* What `moot whatif --csv` writes: the figures of the page, one a line, in the columns of `moot report --csv`. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "repl/command/whatif_counts.h"
#include "repl/command/whatif_equality.h"
#include "vm/base/text.h"
#include "vm/protocol/law.h"

static void begin(moot_buf *out, const char *finding, const char *of, const char *row, const char *figure)
{
    const char *const cells[] = { finding, of, row, figure };
    for (size_t i = 0; i < MOOT_COUNT(cells); i++) {
        moot_text_csv(cells[i], out);
        moot_buf_char(out, ',');
    }
}

static void put_number(moot_buf *out, double value)
{
    if (!isnan(value)) {
        moot_buf_printf(out, "%.10g", moot_stats_round(value, 4));
    }
}

static void put_count(moot_buf *out, const char *finding, const char *of, const char *row, const char *figure, moot_whatif_count count)
{
    char text[40];
    begin(out, finding, of, row, figure);
    moot_buf_printf(out, "%s,,\n", moot_whatif_count_text(count, 4, text, sizeof text));
}

void moot_whatif_csv_cell(moot_buf *out, const char *finding, const char *of, const char *row, const char *figure, double value, int hidden)
{
    begin(out, finding, of, row, figure);
    if (hidden) {
        moot_buf_str(out, "c");
    } else {
        put_number(out, value);
    }
    moot_buf_str(out, ",,\n");
}

static void put_figure(const moot_whatif_page *page, int32_t branch, int32_t figure, int32_t group, moot_buf *out)
{
    const moot_whatif_figure *figures;
    const char *const *groups;
    char name[160], row[260];
    (void)moot_whatif_figures(page->whatif, &figures);
    (void)moot_whatif_groups(page->whatif, &groups);
    const char *of = page->branches[branch].name;
    moot_figure effect = moot_whatif_effect(page->whatif, branch, figure, group);
    snprintf(row, sizeof row, "%s%s%s", moot_whatif_figure_name(&figures[figure], name, sizeof name), group ? ": " : "",
             group ? groups[group] : "");
    begin(out, "figures", of, row, "baseline");
    put_number(out, moot_whatif_value(page->whatif, 0, figure, group).value);
    moot_buf_str(out, ",,\n");
    begin(out, "figures", of, row, "value");
    put_number(out, moot_whatif_value(page->whatif, branch, figure, group).value);
    moot_buf_str(out, ",,\n");
    begin(out, "figures", of, row, "change");
    put_number(out, effect.value);
    moot_buf_char(out, ',');
    put_number(out, effect.low);
    moot_buf_char(out, ',');
    put_number(out, effect.high);
    moot_buf_char(out, '\n');
}

static void put_moved(const moot_whatif_page *page, int32_t branch, const moot_whatif_counts *counts, moot_buf *out)
{
    static const char *const ways[MOOT_WAYS] = { "gain", "lose", "both", "other", "same" };
    const char *of = page->branches[branch].name;
    for (int i = 0; i < MOOT_WAYS; i++) {
        put_count(out, "moved", of, ways[i], "cases", counts->ways[i]);
    }
    put_count(out, "moved", of, "through a queue", "cases", counts->queue);
}

static void put_turn(const moot_whatif_page *page, int32_t branch, const moot_whatif_counts *counts, moot_buf *out)
{
    const moot_whatif_turn *turn = &page->turns[branch];
    moot_buf moves;
    moot_buf_init(&moves);
    moot_whatif_moves_text(page, branch, INT32_MAX, &moves);
    put_count(out, "what a reading turns", turn->reading, turn->option, "turns", counts->turned);
    put_count(out, "what a reading turns", turn->reading, turn->option, "gain", counts->ways[MOOT_WAY_GAIN]);
    put_count(out, "what a reading turns", turn->reading, turn->option, "lose", counts->ways[MOOT_WAY_LOSE]);
    begin(out, "what a reading turns", turn->reading, turn->option, "moves");
    moot_text_csv(moot_buf_text(&moves), out);
    moot_buf_str(out, ",,\n");
    out->failed |= !moot_buf_ok(&moves);
    moot_buf_done(&moves);
}

static moot_code put_why(const moot_whatif_page *page, int32_t branch, moot_buf *out, moot_err *err)
{
    moot_whatif_why *list = NULL;
    int32_t count = 0;
    moot_code code = moot_whatif_why_of(page, branch, &list, &count, err);
    for (int32_t i = 0; i < count && !code; i++) {
        const char *of = page->branches[branch].name;
        char row[300];
        snprintf(row, sizeof row, "%.160s, clause %.60s, through %s", list[i].reason->name, list[i].reason->clause,
                 list[i].reason->queue ? "a queue" : "the change");
        put_count(out, "reasons", of, row, "gain", list[i].gain);
        put_count(out, "reasons", of, row, "lose", list[i].lose);
        put_count(out, "reasons", of, row, "other", list[i].other);
    }
    moot_free(list);
    return code;
}

/* On what each whole protocol rests, as `moot report --csv` ends; nothing of one that cites no law. */
static void put_law(const moot_whatif_page *page, moot_buf *out)
{
    int row = 0;
    for (int32_t b = 0; b < page->branch_count; b++) {
        const moot_protocol *p = page->branches[b].model->assume->protocol;
        if (p->laws_count > 0 && (b == 0 || page->assumes[b])) {
            moot_buf note;
            moot_buf_init(&note);
            moot_buf_printf(&note, "%s: ", p->id);
            moot_law_note(p, &note);
            moot_buf_printf(out, "rests on,,%d,says,", ++row);
            moot_text_csv(moot_buf_text(&note), out);
            moot_buf_str(out, ",,\n");
            out->failed |= !moot_buf_ok(&note);
            moot_buf_done(&note);
        }
    }
}

moot_code moot_whatif_csv(const moot_whatif_page *page, moot_err *err)
{
    const moot_whatif_figure *figures;
    const char *const *groups;
    moot_buf out;
    moot_code code = MOOT_OK;
    int32_t count = moot_whatif_figures(page->whatif, &figures), of = moot_whatif_groups(page->whatif, &groups);
    moot_buf_init(&out);
    moot_buf_printf(&out, "finding,of,row,figure,value,low,high\ndisclosure,,1,says,%s,,\n", moot_whatif_disclosure(page));
    for (int32_t b = 1; b < page->branch_count && !code; b++) {
        moot_whatif_counts counts;
        code = moot_whatif_counts_of(page, b, &counts, err);
        for (int32_t k = 0; k < count * of && !code; k++) {
            put_figure(page, b, k / of, k % of, &out);
        }
        if (!code) {
            put_moved(page, b, &counts, &out);
        }
        if (!code && page->turns[b].reading) {
            put_turn(page, b, &counts, &out);
        }
        code = code ? code : put_why(page, b, &out, err);
        code = code || !page->equality ? code : moot_whatif_equality_csv(page, b, &out, err);
    }
    put_law(page, &out);
    code = code || moot_buf_ok(&out) ? code : moot_fail_memory(err);
    if (!code) {
        moot_say_buf(&out);
    }
    moot_buf_done(&out);
    return code;
}
