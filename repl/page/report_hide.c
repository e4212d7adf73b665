/* Which figures of a report may be shown: none that is small, none from which with its sum a small one could be worked out, and none
 * whose difference from what another run over the same people shows is small. */
#include <math.h>
#include <string.h>

#include "repl/page/report_read.h"
#include "vm/base/disclose.h"
#include "vm/base/hash.h"
#include "vm/base/stats.h"

/* ---- one figure ---- */

double moot_report__shown(const moot_report_reader *rd, double count)
{
    int small = rd->report->hides && fabs(count) > 0 && fabs(count) < (double)rd->report->below;
    return small ? MOOT_PLOT_HIDDEN : count;
}

size_t moot_report__most(const moot_report_reader *rd, const double *counts, size_t count, const char **out_before)
{
    size_t most = MOOT_FINDING_NONE;
    int hides = 0;
    for (size_t i = 0; i < count; i++) {
        double shown = moot_report__shown(rd, counts[i]);
        hides |= shown < 0;
        most = shown >= 0 && (most == MOOT_FINDING_NONE || shown > counts[most]) ? i : most;
    }
    *out_before = hides ? MOOT_REPORT_WHERE_SHOWN : "";
    return hides && most != MOOT_FINDING_NONE && counts[most] <= 0 ? MOOT_FINDING_NONE : most;
}

const char *moot_report__none_shown(moot_report *report, const moot_report_group *group, const char *what)
{
    return moot_report_text(report, "%s, %s: some are so few that no number is shown", group->name, what);
}

double moot_report__part(const moot_report_reader *rd, double part, double whole)
{
    return moot_report__shown(rd, whole - part) < 0 ? MOOT_PLOT_HIDDEN : moot_report__shown(rd, part);
}

/* ---- beside what other runs show ---- */

uint64_t moot_report__figure(const char *finding, const char *name, const char *of)
{
    uint64_t h = moot_hash64(finding, strlen(finding) + 1, 0);
    h = moot_hash64(name ? name : "", name ? strlen(name) + 1 : 1, h);
    return moot_hash64(of ? of : "", of ? strlen(of) + 1 : 1, h);
}

int moot_report__tells_apart(const moot_report_reader *rd, uint64_t figure, double count)
{
    for (size_t i = 0; i < rd->told->count; i++) {
        const moot_report_shown *told = &rd->told->list[i];
        double apart = fabs(told->count - count);
        if (told->figure == figure && apart > MOOT_REPORT_ALIKE && apart < (double)rd->report->below) {
            return 1;
        }
    }
    return 0;
}

moot_code moot_report__tell(const moot_report_reader *rd, uint64_t figure, double *count, moot_err *err)
{
    moot_report_told *told = rd->told;
    if (!rd->report->hides || !(*count >= 0)) {
        return MOOT_OK;
    }
    if (moot_report__tells_apart(rd, figure, *count)) {
        *count = MOOT_PLOT_HIDDEN;
        return MOOT_OK;
    }
    if (!moot_grow((void **)&told->list, &told->cap, told->count + 1, sizeof *told->list)) {
        return moot_fail_memory(err);
    }
    told->list[told->count++] = (moot_report_shown){ figure, *count };
    return MOOT_OK;
}

moot_code moot_report__tell_all(const moot_report_reader *rd, const uint64_t *figures, double *counts, size_t count, moot_err *err)
{
    for (size_t i = 0; i < count; i++) {
        if (moot_report__tell(rd, figures[i], &counts[i], err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* ---- a column with its sum ---- */

moot_code moot_report__hide_beside_sum(const moot_report_reader *rd, const uint64_t *figures, const uint8_t *also, double *counts, size_t count,
                                       double *sum, moot_err *err)
{
    moot_arena *arena = &rd->report->arena;
    if (!rd->report->hides) {
        return MOOT_OK;
    }
    int64_t *cells = moot_arena_array(arena, count + 1, sizeof *cells);
    uint8_t *hidden = moot_arena_array(arena, count + 1, sizeof *hidden), *hides = moot_arena_array(arena, count + 1, sizeof *hides);
    if (!cells || !hidden || !hides) {
        return moot_fail_memory(err);
    }
    cells[count] = 0;
    hides[count] = *sum < MOOT_PLOT_HIDDEN / 2;
    for (size_t i = 0; i < count; i++) {
        hides[i] = (also && also[i]) || (figures && moot_report__tells_apart(rd, figures[i], counts[i]));
        cells[i] = counts[i] > 0 && counts[i] < 1 ? 1 : llround(counts[i]); /* a mean below one is small, not nought */
        cells[count] += cells[i];
    }
    moot_count_table table = { .cells = cells, .hidden = hidden, .rows = count + 1, .columns = 1, .column_totals = 1, .also = hides };
    if (moot_disclose(&table, rd->report->below, err)) {
        return err->code;
    }
    for (size_t i = 0; i < count; i++) {
        counts[i] = hidden[i] ? MOOT_PLOT_HIDDEN : counts[i];
    }
    *sum = hidden[count] ? MOOT_PLOT_HIDDEN : *sum;
    return MOOT_OK;
}

moot_finding_cell moot_report__share(const moot_report_reader *rd, double hits, double of, int with_interval)
{
    moot_finding_cell out = moot_cell_number(NAN);
    if (of > 0) {
        int hidden = rd->report->hides && (of < MOOT_SUPPRESS_BASE || moot_report__shown(rd, hits) < 0 || moot_report__shown(rd, of - hits) < 0);
        moot_figure share = moot_share_of(llround(hits), llround(of), MOOT_STATS_LEVEL);
        out.number = hidden ? MOOT_PLOT_HIDDEN : 100 * hits / of;
        out.low = hidden || !with_interval ? NAN : 100 * share.low;
        out.high = hidden || !with_interval ? NAN : 100 * share.high;
    }
    return out;
}

const char *moot_report__count(const moot_report_reader *rd, const moot_report_group *group, double count)
{
    moot_buf text;
    if (count < MOOT_PLOT_HIDDEN / 2) {
        return "a number that is not shown";
    }
    if (moot_report__shown(rd, count) < count) {
        return moot_report_text(rd->report, "fewer than %d", (int)rd->report->below);
    }
    moot_buf_init(&text);
    moot_plot_figure(count, fabs(count - floor(count)) > 1e-9 && moot_report__places(group), &text);
    const char *told = moot_buf_ok(&text) ? moot_report_text(rd->report, "%s", moot_buf_text(&text)) : NULL;
    moot_buf_done(&text);
    return told;
}
