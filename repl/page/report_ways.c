/* How cases stand, and what came after each stage: two tables of the same cases, so that what is hidden in one is hidden in the other.
 *
 *     ends   those of closed cases add up to how many came to an end; where that is not told, all of the table to all cases
 *     ways   those from one stage add up to its visits; those into an end to that end; those into a stage that begins in no other way
 *            to its visits again
 *
 * Each of these sums is hidden as one column; what that hides may be a cell of another, which is then hidden again, until nothing more
 * is. */
#include <string.h>

#include "repl/page/report_read.h"

#define BANDS_MOST 24

enum { END_STATE, END_OUTCOME, END_CASES };
enum { WAY_FROM, WAY_TO, WAY_TIMES };

static const moot_report_cell *cell(const moot_report_rows *rows, size_t row, size_t column)
{
    return &rows->cells[row * rows->columns + column];
}

/* ---- what may be shown ---- */

/* One of the two tables: its counts as they are, which must be hidden, and as they may be shown. */
typedef struct counted {
    const moot_report_rows *rows;
    size_t column; /* the count's */
    uint64_t *figures;
    uint8_t *also;
    double *shown;
} counted;

typedef struct ways {
    const moot_report_reader *rd;
    counted ends, flows;
    /* of a part of one of them */
    size_t *at;
    double *counts;
    uint64_t *figures;
    uint8_t *also, *done;
    int grew;
} ways;

static double count_of(const counted *t, size_t row)
{
    return cell(t->rows, row, t->column)->number;
}

static int is_named(const moot_report_rows *rows, size_t row, size_t column, const char *name)
{
    return strcmp(cell(rows, row, column)->text, name) == 0;
}

static moot_code begin(ways *w, counted *t, const char *finding, moot_err *err)
{
    moot_arena *arena = &w->rd->report->arena;
    t->figures = moot_arena_array(arena, t->rows->count + 1, sizeof *t->figures);
    t->also = moot_arena_array(arena, t->rows->count + 1, sizeof *t->also);
    t->shown = moot_arena_array(arena, t->rows->count + 1, sizeof *t->shown);
    if (!t->figures || !t->also || !t->shown) {
        return moot_fail_memory(err);
    }
    memset(t->also, 0, t->rows->count + 1);
    for (size_t i = 0; i < t->rows->count; i++) {
        t->figures[i] = moot_report__figure(finding, cell(t->rows, i, 0)->text, cell(t->rows, i, 1)->text);
        t->shown[i] = count_of(t, i);
    }
    return MOOT_OK;
}

/* The states of cases that are not closed were hidden beside all of them, and stay so; what is hidden of them here is hidden there. */
static void share_states(moot_report_group *g, counted *t)
{
    static const char *const states[] = { "closed", "open", "undecided", "failed" };
    for (size_t i = 0; i < t->rows->count; i++) {
        for (size_t s = 1; s < MOOT_COUNT(states); s++) {
            if (is_named(t->rows, i, END_STATE, states[s])) {
                t->also[i] = t->also[i] || t->shown[i] < 0 || g->cases[CASES_CLOSED + s] < 0;
                t->shown[i] = t->also[i] ? MOOT_PLOT_HIDDEN : t->shown[i];
                g->cases[CASES_CLOSED + s] = t->shown[i];
            }
        }
    }
}

/* The rows w->at of a table are one column with its sum. */
static moot_code hide_column(ways *w, counted *t, size_t count, moot_err *err)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        w->counts[i] = count_of(t, w->at[i]);
        w->figures[i] = t->figures[w->at[i]];
        w->also[i] = t->also[w->at[i]];
    }
    if (moot_report__hide_beside_sum(w->rd, w->figures, w->also, w->counts, count, &sum, err)) {
        return err->code;
    }
    for (size_t i = 0; i < count; i++) {
        t->shown[w->at[i]] = w->counts[i];
    }
    return MOOT_OK;
}

/* Puts the rows whose `column` is `name` into w->at. */
static size_t pick(ways *w, const counted *t, size_t column, const char *name)
{
    size_t n = 0;
    for (size_t i = 0; i < t->rows->count; i++) {
        if (is_named(t->rows, i, column, name)) {
            w->at[n++] = i;
        }
    }
    return n;
}

static moot_code hide_ends(ways *w, const moot_report_group *g, moot_err *err)
{
    size_t count = g->cases[CASES_CLOSED] >= 0 ? pick(w, &w->ends, END_STATE, "closed") : w->ends.rows->count;
    for (size_t i = 0; g->cases[CASES_CLOSED] < 0 && i < count; i++) {
        w->at[i] = i;
    }
    return hide_column(w, &w->ends, count, err);
}

static moot_code hide_columns(ways *w, const moot_report_group *g, moot_err *err)
{
    if (hide_ends(w, g, err)) {
        return err->code;
    }
    memset(w->done, 0, w->flows.rows->count);
    for (size_t first = 0; first < w->flows.rows->count; first++) {
        size_t n = w->done[first] ? 0 : pick(w, &w->flows, WAY_FROM, cell(w->flows.rows, first, WAY_FROM)->text);
        for (size_t i = 0; i < n; i++) {
            w->done[w->at[i]] = 1;
        }
        if (n > 0 && hide_column(w, &w->flows, n, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* Of some rows: how many there are, how many are hidden, what they come to, and the smallest that is not nought. */
typedef struct some {
    size_t count, hidden, least;
    double sum;
} some;

static some look(const counted *t, size_t column, const char *name)
{
    some s = { 0, 0, SIZE_MAX, 0 };
    for (size_t i = 0; i < t->rows->count; i++) {
        if (is_named(t->rows, i, column, name)) {
            double count = count_of(t, i);
            s.count++;
            s.hidden += t->shown[i] < 0 ? 1 : 0;
            s.sum += count;
            s.least = count > 0 && (s.least == SIZE_MAX || count < count_of(t, s.least)) ? i : s.least;
        }
    }
    return s;
}

static void hide_too(ways *w, counted *t, size_t row)
{
    if (row != SIZE_MAX && !t->also[row]) {
        t->also[row] = 1;
        w->grew = 1;
    }
}

/* An end, and the ways into it, if all that came to it went one of these. */
static void link_end(ways *w, size_t row)
{
    some in = look(&w->flows, WAY_TO, cell(w->ends.rows, row, END_OUTCOME)->text);
    if (in.count == 0 || fabs(in.sum - count_of(&w->ends, row)) > MOOT_REPORT_ALIKE) {
        return;
    }
    if (in.hidden > 0 && w->ends.shown[row] >= 0) {
        hide_too(w, &w->ends, row);
    } else if (in.hidden == 0 && w->ends.shown[row] < 0) {
        hide_too(w, &w->flows, in.least);
    }
}

/* The ways into a stage and those out of it, if it begins in no other way. */
static void link_stage(ways *w, const char *stage)
{
    some in = look(&w->flows, WAY_TO, stage), out = look(&w->flows, WAY_FROM, stage);
    if (in.count == 0 || fabs(in.sum - out.sum) > MOOT_REPORT_ALIKE) {
        return;
    }
    if (in.hidden > 0 && out.hidden == 0) {
        hide_too(w, &w->flows, out.least);
    } else if (in.hidden == 0 && out.hidden == 1) {
        hide_too(w, &w->flows, in.least);
    }
}

static void link_all(ways *w)
{
    w->grew = 0;
    for (size_t i = 0; i < w->ends.rows->count; i++) {
        if (is_named(w->ends.rows, i, END_STATE, "closed")) {
            link_end(w, i);
        }
    }
    for (size_t i = 0; i < w->flows.rows->count; i++) {
        link_stage(w, cell(w->flows.rows, i, WAY_FROM)->text);
    }
}

static void put_back(const counted *t)
{
    for (size_t i = 0; i < t->rows->count; i++) {
        t->rows->cells[i * t->rows->columns + t->column].number = t->shown[i];
    }
}

moot_code moot_report__hide_ways(moot_report_reader *rd, moot_report_group *g, moot_err *err)
{
    ways w = { .rd = rd, .ends = { .rows = &g->ends, .column = END_CASES }, .flows = { .rows = &g->flows, .column = WAY_TIMES } };
    moot_arena *arena = &rd->report->arena;
    if (moot_report__gather(rd, g, MOOT_REPORT_ENDS, 2, &g->ends, err) || moot_report__gather(rd, g, MOOT_REPORT_FLOWS, 2, &g->flows, err) ||
        !rd->report->hides) {
        return err->code;
    }
    size_t most = g->ends.count + g->flows.count + 1;
    w.at = moot_arena_array(arena, most, sizeof *w.at);
    w.counts = moot_arena_array(arena, most, sizeof *w.counts);
    w.figures = moot_arena_array(arena, most, sizeof *w.figures);
    w.also = moot_arena_array(arena, most, sizeof *w.also);
    w.done = moot_arena_array(arena, most, sizeof *w.done);
    if (!w.at || !w.counts || !w.figures || !w.also || !w.done) {
        return moot_fail_memory(err);
    }
    moot_code code = begin(&w, &w.ends, "ends", err);
    code = code ? code : begin(&w, &w.flows, "flows", err);
    for (w.grew = 1; w.grew && !code;) {
        share_states(g, &w.ends);
        code = hide_columns(&w, g, err);
        if (!code) {
            link_all(&w);
        }
    }
    if (!code) {
        share_states(g, &w.ends);
        code = moot_report__tell_all(rd, w.ends.figures, w.ends.shown, g->ends.count, err);
        code = code ? code : moot_report__tell_all(rd, w.flows.figures, w.flows.shown, g->flows.count, err);
        put_back(&w.ends);
        put_back(&w.flows);
    }
    return code;
}

/* ---- how the cases stand ---- */

static const char *end_name(moot_report *r, const moot_report_cell *row)
{
    return strcmp(row[0].text, "closed") != 0 ? row[0].text : moot_report_text(r, "closed: %s", *row[1].text ? row[1].text : "without an outcome");
}

moot_code moot_report__ends(moot_report_reader *rd, moot_report_group *g, moot_err *err)
{
    static const moot_finding_column columns[2][2] = {
        { { .key = "end", .head = "How it stands" }, { .key = "cases", .head = "Cases" } },
        { { .key = "end", .head = "How it stands" }, { .key = "cases", .head = "Cases (mean)", .places = 1 } },
    };
    moot_report *r = rd->report;
    const moot_report_rows rows = g->ends;
    moot_finding *f;
    double *counts = moot_arena_array(&r->arena, rows.count + 1, sizeof *counts);
    moot_plot_point *points = moot_arena_array(&r->arena, rows.count + 1, sizeof *points);
    if (!counts || !points) {
        return moot_fail_memory(err);
    }
    if (rows.count == 0) {
        return MOOT_OK;
    }
    for (size_t i = 0; i < rows.count; i++) {
        counts[i] = cell(&rows, i, END_CASES)->number;
    }
    const char *before;
    size_t most = moot_report__most(rd, counts, rows.count, &before);
    int none = most == MOOT_FINDING_NONE;
    const char *name = end_name(r, cell(&rows, none ? 0 : most, 0)), *count = none ? "" : moot_report__count(rd, g, counts[most]);
    moot_finding like = { .id = "ends", .of = g->name, .columns = columns[moot_report__places(g)], .column_count = 2 };
    like.headline = none ? moot_report__none_shown(r, g, like.id)
                    : name && count ? moot_report_text(r, "%s: %smost cases are \"%s\" (%s)", g->name, before, name, count)
                                    : NULL;
    like.subtitle = moot_report_text(r, "Cases under %s by how they stand at the end of what is known", g->name);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < rows.count; i++) {
        const moot_finding_cell cells[] = { moot_cell_text(end_name(r, cell(&rows, i, 0))), moot_cell_number(counts[i]) };
        points[i] = (moot_plot_point){ .label = cells[0].text, .y = counts[i], .low = NAN, .high = NAN };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    moot_plot plot = { .kind = MOOT_PLOT_BARS, .finding = f->headline, .subtitle = f->subtitle, .x_name = columns[0][0].head, .y_name = "Cases",
                       .unit = "", .places = moot_report__places(g), .count = 1 };
    return moot_report_draw(r, f, &plot, points, rows.count, err);
}

/* ---- what came after what ---- */

/* The most travelled ways are drawn; all are in the table. */
static size_t bands(const moot_report_rows *rows, const moot_finding *f, moot_plot_point *points)
{
    double least = 0;
    size_t n = 0, over;
    for (;; least++) {
        over = 0;
        for (size_t i = 0; i < rows->count; i++) {
            over += f->cells[i * 3 + 2].number > least;
        }
        if (over <= BANDS_MOST) {
            break;
        }
    }
    for (size_t i = 0; i < rows->count; i++) {
        const moot_finding_cell *row = &f->cells[i * 3];
        if (row[2].number > least) {
            points[n++] = (moot_plot_point){ .label = row[0].text, .to = row[1].text, .y = row[2].number, .low = NAN, .high = NAN };
        }
    }
    return n;
}

moot_code moot_report__flows(moot_report_reader *rd, moot_report_group *group, moot_err *err)
{
    static const moot_finding_column columns[2][3] = {
        { { .key = "stage", .head = "From" }, { .key = "to", .head = "To" }, { .key = "times", .head = "Times" } },
        { { .key = "stage", .head = "From" }, { .key = "to", .head = "To" }, { .key = "times", .head = "Times (mean)", .places = 1 } },
    };
    moot_report *r = rd->report;
    const moot_report_rows rows = group->flows;
    moot_finding *f;
    const char *before;
    if (rows.count == 0) {
        return MOOT_OK;
    }
    double *counts = moot_arena_array(&r->arena, rows.count, sizeof *counts);
    for (size_t i = 0; counts && i < rows.count; i++) {
        counts[i] = cell(&rows, i, 2)->number;
    }
    size_t most = counts ? moot_report__most(rd, counts, rows.count, &before) : MOOT_FINDING_NONE;
    const char *count = !counts || most == MOOT_FINDING_NONE ? NULL : moot_report__count(rd, group, counts[most]);
    moot_finding like = { .id = "flows", .of = group->name, .columns = columns[moot_report__places(group)], .column_count = 3 };
    like.headline = count ? moot_report_text(r, "%s: %sthe way most often gone is from \"%s\" to \"%s\" (%s)", group->name, before,
                                             cell(&rows, most, 0)->text, cell(&rows, most, 1)->text, count)
                    : counts && most == MOOT_FINDING_NONE ? moot_report__none_shown(r, group, like.id)
                                                          : NULL;
    like.subtitle = moot_report_text(r, "What came after each stage under %s; the most travelled ways are drawn", group->name);
    moot_plot_point *points = moot_arena_array(&r->arena, rows.count, sizeof *points);
    if (!points || moot_report_finding(r, &like, &f, err)) {
        return err->code ? err->code : moot_fail_memory(err);
    }
    for (size_t i = 0; i < rows.count; i++) {
        const moot_finding_cell cells[] = { moot_cell_text(cell(&rows, i, 0)->text), moot_cell_text(cell(&rows, i, 1)->text),
                                            moot_cell_number(cell(&rows, i, 2)->number) };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    moot_plot plot = { .kind = MOOT_PLOT_FLOWS, .finding = f->headline, .subtitle = f->subtitle, .x_name = "", .y_name = "Times",
                       .places = moot_report__places(group), .count = 1 };
    return moot_report_draw(r, f, &plot, points, bands(&rows, f, points), err);
}
