/* What came out, table by table: which deadlines were met, and the lists that need no more than a row each. */
#include <string.h>

#include "repl/page/report_read.h"
#include "vm/base/disclose.h"
#include "vm/base/hash.h"
#include "vm/base/stats.h"

#define BARS_MOST 15

static const moot_report_cell *cell(const moot_report_rows *rows, size_t row, size_t column)
{
    return &rows->cells[row * rows->columns + column];
}

/* A picture of bars for a finding: one a row of `points`, which are in the arena. */
static moot_code draw(moot_report *r, moot_finding *f, const moot_plot_point *points, size_t count, const char *y_name, const char *unit, int places,
                      moot_err *err)
{
    moot_plot plot = { .kind = MOOT_PLOT_BARS, .finding = f->headline, .subtitle = f->subtitle, .x_name = f->columns[0].head, .y_name = y_name,
                       .unit = unit, .places = places, .count = 1 };
    return moot_report_draw(r, f, &plot, points, count, err);
}

/* ---- deadlines ---- */

enum { D_NAME, D_CLAUSE, D_STAGE, D_MET, D_LATE, D_EARLY, D_LIVE, D_UNDATED, D_VOID, D_UNTOLD, D_BREACH, D_PROVISIONAL, D_ASSUMED };

/* MOOT_PLOT_HIDDEN once one of them is hidden. */
static double judged(const moot_report_cell *row)
{
    double sum = 0;
    for (size_t k = D_MET; k <= D_EARLY; k++) {
        sum = sum < 0 || row[k].number < 0 ? MOOT_PLOT_HIDDEN : sum + row[k].number;
    }
    return sum;
}

/* What became of a deadline adds up to how often it ran, which other tables tell, so a row is hidden as one with its sum. */
static moot_code hide_row(const moot_report_reader *rd, moot_report_cell *row, moot_err *err)
{
    double counts[D_UNTOLD + 1 - D_MET], sum = 0;
    uint64_t figures[MOOT_COUNT(counts)];
    for (size_t k = 0; k < MOOT_COUNT(counts); k++) {
        counts[k] = row[D_MET + k].number;
        figures[k] = moot_mix64(moot_report__figure("deadlines", row[D_NAME].text, row[D_STAGE].text), k);
    }
    if (moot_report__hide_beside_sum(rd, figures, NULL, counts, MOOT_COUNT(counts), &sum, err) ||
        moot_report__tell_all(rd, figures, counts, MOOT_COUNT(counts), err)) {
        return err->code;
    }
    for (size_t k = 0; k < MOOT_COUNT(counts); k++) {
        row[D_MET + k].number = counts[k];
    }
    return MOOT_OK;
}

/* Of one run Wilson's interval; of replicates that of the mean of their shares, which is Student's. */
static moot_code late_share(moot_report_reader *rd, const moot_report_group *g, const moot_report_cell *row, const moot_report_rows *each,
                            moot_finding_cell *out, moot_err *err)
{
    *out = judged(row) < 0 ? moot_cell_number(MOOT_PLOT_HIDDEN) : moot_report__share(rd, row[D_LATE].number, judged(row), g->count == 1);
    if (g->count == 1 || !(out->number >= 0)) {
        return MOOT_OK;
    }
    double *shares = moot_arena_array(&rd->report->arena, g->count, sizeof *shares);
    size_t n = 0;
    if (!shares) {
        return moot_fail_memory(err);
    }
    for (size_t run = 0; run < g->count; run++) {
        for (size_t i = 0; i < each[run].count; i++) {
            const moot_report_cell *one = cell(&each[run], i, 0);
            if (strcmp(one[D_NAME].text, row[D_NAME].text) == 0 && strcmp(one[D_CLAUSE].text, row[D_CLAUSE].text) == 0 &&
                strcmp(one[D_STAGE].text ? one[D_STAGE].text : "", row[D_STAGE].text ? row[D_STAGE].text : "") == 0 && judged(one) > 0) {
                shares[n++] = 100 * one[D_LATE].number / judged(one);
            }
        }
    }
    moot_figure mean = moot_mean_of(shares, n, MOOT_STATS_LEVEL);
    out->low = mean.low < 0 ? 0 : mean.low;
    out->high = mean.high > 100 ? 100 : mean.high;
    out->number = mean.value;
    return MOOT_OK;
}

/* A sum of a column may not be told where one of its counts alone is hidden: it would be the difference. */
static double column_sum(const moot_report_rows *rows, size_t column)
{
    double sum = 0;
    size_t hidden = 0;
    for (size_t i = 0; i < rows->count; i++) {
        double count = cell(rows, i, column)->number;
        hidden += count < 0 ? 1 : 0;
        sum += count < 0 ? 0 : count;
    }
    return hidden > 0 ? MOOT_PLOT_HIDDEN : sum;
}

static moot_code remember(const moot_report_reader *rd, moot_report_group *g, moot_report_rows *rows, moot_err *err)
{
    double most = 0;
    for (size_t i = 0; i < rows->count; i++) {
        moot_report_cell *row = &rows->cells[i * rows->columns];
        if (hide_row(rd, row, err)) {
            return err->code;
        }
        double late = moot_report__shown(rd, row[D_LATE].number);
        g->late_hides |= late < 0;
        if (late > most) {
            most = late;
            g->worst = row[D_NAME].text;
            g->worst_clause = row[D_CLAUSE].text;
            g->worst_late = row[D_LATE].number;
            g->worst_judged = judged(row);
        }
    }
    g->undated = column_sum(rows, D_UNDATED);
    g->untold = column_sum(rows, D_UNTOLD);
    g->provisional = moot_report__shown(rd, column_sum(rows, D_PROVISIONAL));
    g->assumed = moot_report__shown(rd, column_sum(rows, D_ASSUMED));
    if (moot_report__tell(rd, moot_report__figure("provisional", "", ""), &g->provisional, err)) {
        return err->code;
    }
    return moot_report__tell(rd, moot_report__figure("assumed", "", ""), &g->assumed, err);
}

/* The most often late first; those that were never late, or of which that is hidden, are not drawn. */
static moot_code late_bars(moot_report *r, moot_finding *f, moot_plot_point *points, size_t count, moot_err *err)
{
    for (size_t i = 1; i < count; i++) {
        moot_plot_point point = points[i];
        size_t k = i;
        for (; k > 0 && points[k - 1].y < point.y; k--) {
            points[k] = points[k - 1];
        }
        points[k] = point;
    }
    return draw(r, f, points, count < BARS_MOST ? count : BARS_MOST, "Late, of those that can be judged", "%", 1, err);
}

static moot_code deadline_rows(moot_report_reader *rd, moot_report_group *g, const moot_report_rows *rows, const moot_report_rows *each,
                               moot_finding *f, moot_err *err)
{
    moot_plot_point *points = moot_arena_array(&rd->report->arena, rows->count + 1, sizeof *points);
    size_t count = 0;
    if (!points) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < rows->count; i++) {
        const moot_report_cell *row = cell(rows, i, 0);
        moot_finding_cell cells[10] = { moot_cell_text(row[D_NAME].text), moot_cell_text(row[D_CLAUSE].text) };
        for (size_t k = D_MET; k <= D_UNTOLD; k++) {
            cells[k - D_MET + 2] = moot_cell_number(row[k].number);
        }
        if (late_share(rd, g, row, each, &cells[9], err) || moot_report_row(f, cells, err)) {
            return err->code;
        }
        if (cells[9].number > 0) {
            points[count] = (moot_plot_point){ .y = cells[9].number, .low = cells[9].low, .high = cells[9].high };
            points[count].label = *row[D_CLAUSE].text ? moot_report_text(rd->report, "%s (%s)", row[D_NAME].text, row[D_CLAUSE].text) : row[D_NAME].text;
            if (!points[count++].label) {
                return moot_fail_memory(err);
            }
        }
    }
    return late_bars(rd->report, f, points, count, err);
}

static moot_code deadlines(moot_report_reader *rd, moot_report_group *g, moot_err *err)
{
    static const moot_finding_column columns[2][10] = {
#define COLUMNS(p)                                                                                                                      \
    { { .key = "deadline", .head = "Deadline or act" }, { .key = "clause", .head = "Clause" }, { .key = "met", .head = "Met", .places = p },           \
      { .key = "late", .head = "Late", .places = p }, { .key = "early", .head = "Early", .places = p }, { .key = "live", .head = "Live", .places = p }, \
      { .key = "undated", .head = "Undated", .places = p }, { .key = "void", .head = "Void", .places = p },                                             \
      { .key = "cannot_tell", .head = "Cannot tell", .places = p },                                                                                     \
      { .key = "late_share", .head = "Late, of those judged (95% interval)", .unit = "%", .places = 1 } }
        COLUMNS(0), COLUMNS(1)
#undef COLUMNS
    };
    moot_report *r = rd->report;
    moot_report_rows rows, *each = moot_arena_array(&r->arena, g->count, sizeof *each);
    moot_finding *f;
    if (!each) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < g->count; i++) {
        if (moot_store_report(rd->store, MOOT_REPORT_DEADLINES, g->runs[i], NULL, &r->arena, &each[i], err)) {
            return err->code;
        }
    }
    if (moot_report__gather(rd, g, MOOT_REPORT_DEADLINES, 3, &rows, err) || rows.count == 0) {
        return err->code;
    }
    if (remember(rd, g, &rows, err)) {
        return err->code;
    }
    moot_finding like = { .id = "deadlines", .of = g->name, .columns = columns[moot_report__places(g)], .column_count = 10 };
    const char *late = moot_report__count(rd, g, g->worst_late), *before = g->late_hides ? MOOT_REPORT_WHERE_SHOWN : "";
    like.headline = !g->worst ? moot_report_text(r, g->late_hides ? "%s: deadlines were missed; how often is not shown"
                                                                   : "%s: no deadline is known to have been missed", g->name)
                    : late    ? moot_report_text(r, "%s: %s\"%s\" was late most often (%s)", g->name, before, g->worst, late)
                              : NULL;
    like.subtitle = moot_report_text(r, "Deadlines and acts under %s; shares are of those met, late or early", g->name);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    return deadline_rows(rd, g, &rows, each, f, err);
}

/* ---- lists ---- */

/* How each column of the question is told: t a text, n a count, s a part of the count before it, h a figure that is hidden with any count
 * of its row, p pence, - not at all. The headline is before + the row with most + between + its count. */
typedef struct listed {
    moot_report_ask ask;
    size_t keys;
    const char *id, *before, *between, *after, *subtitle, *types;
    moot_finding_column columns[6];
    size_t column_count;
    int beside_sum; /* the counts add up to what the page tells elsewhere */
} listed;

static const listed lists[] = {
    { MOOT_REPORT_INVARIANTS, 2, "invariants", "broken most often was \"", "\" (", ")", "Rules that must always hold, and did not", "ttnnh",
      { { .key = "rule", .head = "Rule" }, { .key = "clause", .head = "Clause" }, { .key = "breaches", .head = "Breaches" },
        { .key = "cases", .head = "Cases" }, { .key = "nights", .head = "Nights" } }, 5, 0 },
    { MOOT_REPORT_TONIGHT, 1, "tonight", "where most open cases sleep at the end of what is known: \"", "\" (", ")",
      "Open cases by where they sleep at the end of what is known", "tn",
      { { .key = "where", .head = "Where" }, { .key = "cases", .head = "Cases" } }, 2, 1 },
    { MOOT_REPORT_DUTIES, 1, "duties", "most duties were owed by ", " (", ")", "Duties by who owed them; joint ones once", "tns",
      { { .key = "services", .head = "Owed by" }, { .key = "duties", .head = "Duties" }, { .key = "still", .head = "Still owed" } }, 3, 0 },
    { MOOT_REPORT_CHARGES, 1, "charges", "most was paid by ", " (", " acts)", "Acts that somebody pays for; sums where the text names them all", "tnp-",
      { { .key = "paid_by", .head = "Paid by" }, { .key = "acts", .head = "Acts" }, { .key = "pounds", .head = "Pounds", .places = 2 } }, 3, 0 },
    { MOOT_REPORT_ESCALATIONS, 2, "escalations", "disputes went up \"", "\" most often (", ")", "Levels of disputes that were reached; 0 is past the last",
      "ttn", { { .key = "ladder", .head = "Ladder" }, { .key = "level", .head = "Level" }, { .key = "times", .head = "Times" } }, 3, 0 },
    { MOOT_REPORT_DEPARTURES, 1, "departures", "practice left the text most often at clause \"", "\" (", ")",
      "What was done though the protocol does not admit it, by clause", "tnn",
      { { .key = "clause", .head = "Clause" }, { .key = "departures", .head = "Departures" }, { .key = "cases", .head = "Cases" } }, 3, 0 },
    { MOOT_REPORT_READINGS, 3, "readings", "the reading on which most cases hang is \"", "\" (", ")",
      "What the text leaves open, how it was read here, and how many cases came to hang on it", "tttn",
      { { .key = "reading", .head = "What is open" }, { .key = "chosen", .head = "Read as" }, { .key = "clause", .head = "Clause" },
        { .key = "cases", .head = "Cases" } }, 4, 0 },
    { MOOT_REPORT_NEEDS, 1, "needs", "missing most often is \"", "\" (", ")", "Facts that something waits for, and the question to ask", "ttn-",
      { { .key = "fact", .head = "Fact" }, { .key = "ask", .head = "Question" }, { .key = "cases", .head = "Cases" } }, 3, 0 },
};

/* What a row is of, in any run: for a reading however it was read. */
static uint64_t list_figure(const listed *l, const moot_report_cell *row)
{
    return moot_report__figure(l->id, row[0].text, l->ask == MOOT_REPORT_ESCALATIONS ? row[1].text : "");
}

static moot_finding_cell list_cell(const moot_report_reader *rd, const moot_report_cell *row, const char *types, size_t k, int hidden)
{
    double before = k > 0 ? row[k - 1].number : 0;
    switch (types[k]) {
    case 't': return moot_cell_text(row[k].text && *row[k].text ? row[k].text : "none");
    case 'n': return moot_cell_number(moot_report__shown(rd, row[k].number));
    case 's': return moot_cell_number(hidden ? MOOT_PLOT_HIDDEN : moot_report__part(rd, row[k].number, before));
    case 'h': return moot_cell_number(hidden ? MOOT_PLOT_HIDDEN : row[k].number);
    case 'p': return moot_cell_number(hidden ? MOOT_PLOT_HIDDEN : row[k + 1].number > 0 ? NAN : row[k].number / 100);
    default: return moot_cell_number(row[k].number);
    }
}

/* `count`: the first one of the row, as it may be shown. */
static moot_code list_row(const moot_report_reader *rd, const listed *l, const moot_report_cell *row, double count, moot_finding *f, moot_err *err)
{
    moot_finding_cell cells[MOOT_COUNT(l->columns)];
    size_t n = 0, first = strcspn(l->types, "n");
    int hidden = 0;
    for (size_t k = 0; l->types[k]; k++) {
        if (l->types[k] != '-') {
            cells[n] = k == first ? moot_cell_number(count) : list_cell(rd, row, l->types, k, hidden);
            if (k > first && moot_report__tell(rd, moot_mix64(list_figure(l, row), k), &cells[n].number, err)) {
                return err->code;
            }
            hidden |= l->types[k] == 'n' && cells[n].number < 0;
            n++;
        }
    }
    return moot_report_row(f, cells, err);
}

/* The first count of each row, as it may be shown. */
static moot_code list_counts(const moot_report_reader *rd, const listed *l, const moot_report_rows *rows, double **out_counts, moot_err *err)
{
    double *counts = moot_arena_array(&rd->report->arena, rows->count, sizeof *counts), sum = 0;
    uint64_t *figures = moot_arena_array(&rd->report->arena, rows->count, sizeof *figures);
    size_t counted = strcspn(l->types, "n");
    if (!counts || !figures) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < rows->count; i++) {
        counts[i] = cell(rows, i, counted)->number;
        counts[i] = l->beside_sum ? counts[i] : moot_report__shown(rd, counts[i]);
        figures[i] = moot_mix64(list_figure(l, cell(rows, i, 0)), counted);
    }
    *out_counts = counts;
    if (l->beside_sum && moot_report__hide_beside_sum(rd, figures, NULL, counts, rows->count, &sum, err)) {
        return err->code;
    }
    return moot_report__tell_all(rd, figures, counts, rows->count, err);
}

static const moot_finding_column *list_columns(moot_report *r, const moot_report_group *g, const listed *l)
{
    moot_finding_column *columns = moot_arena_array(&r->arena, l->column_count, sizeof *columns);
    for (size_t i = 0; columns && i < l->column_count; i++) {
        columns[i] = l->columns[i];
        columns[i].places = columns[i].places ? columns[i].places : moot_report__places(g);
    }
    return columns;
}

static moot_code list(moot_report_reader *rd, moot_report_group *g, const listed *l, moot_err *err)
{
    moot_report *r = rd->report;
    moot_report_rows rows;
    moot_finding *f;
    const char *before;
    double *counts = NULL;
    if (moot_report__gather(rd, g, l->ask, l->keys, &rows, err) || rows.count == 0) {
        return err->code;
    }
    if (list_counts(rd, l, &rows, &counts, err)) {
        return err->code;
    }
    size_t most = moot_report__most(rd, counts, rows.count, &before);
    int none = most == MOOT_FINDING_NONE;
    const char *name = cell(&rows, none ? 0 : most, 0)->text, *count = none ? "" : moot_report__count(rd, g, counts[most]);
    moot_finding like = { .id = l->id, .of = g->name, .columns = list_columns(r, g, l), .column_count = l->column_count };
    like.headline = !count || !like.columns ? NULL
                    : none ? moot_report__none_shown(r, g, like.id)
                           : moot_report_text(r, "%s: %s%s%s%s%s%s", g->name, before, l->before, name && *name ? name : "none", l->between, count, l->after);
    like.subtitle = moot_report_text(r, "%s: %s", l->subtitle, g->name);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < rows.count; i++) {
        if (list_row(rd, l, cell(&rows, i, 0), counts[i], f, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* ---- measures ---- */

enum { M_NAME, M_KIND, M_CLAUSE, M_PERIOD, M_SPLIT, M_N, M_MET, M_TOTAL, M_TARGET };

static int is_same_text(const moot_report_rows *rows, size_t a, size_t b, size_t column)
{
    const char *x = cell(rows, a, column)->text, *y = cell(rows, b, column)->text;
    return strcmp(x ? x : "", y ? y : "") == 0;
}

static uint64_t measure_figure(const moot_report_cell *row, const char *what)
{
    uint64_t of = moot_report__figure(row[M_NAME].text, row[M_CLAUSE].text, row[M_SPLIT].text);
    return moot_mix64(of, moot_report__figure("measures", row[M_PERIOD].text, what));
}

/* A measure as a table: its periods down, the parts that it is split into across. Both add up to what other tables tell. */
typedef struct measured {
    moot_report_rows *rows;
    size_t *down, *across; /* of each row of the finding */
    size_t periods, parts;
    int64_t *cells;
    uint8_t *hidden, *also;
} measured;

static int is_of_measure(const moot_report_rows *rows, size_t a, size_t b)
{
    return is_same_text(rows, a, b, M_NAME) && is_same_text(rows, a, b, M_CLAUSE);
}

/* The place of a row's text among those of its measure, `*count` of which are known. */
static size_t place(const measured *m, const size_t *places, size_t first, size_t row, size_t column, size_t *count)
{
    for (size_t i = first; i < row; i++) {
        if (is_of_measure(m->rows, first, i) && is_same_text(m->rows, i, row, column)) {
            return places[i];
        }
    }
    return (*count)++;
}

static void fill_measure(const moot_report_reader *rd, measured *m, size_t first)
{
    size_t columns = m->parts + 1;
    memset(m->cells, 0, (m->periods + 1) * columns * sizeof *m->cells);
    memset(m->also, 0, (m->periods + 1) * columns);
    for (size_t i = first; i < m->rows->count; i++) {
        if (is_of_measure(m->rows, first, i)) {
            const moot_report_cell *row = cell(m->rows, i, 0);
            size_t at = m->down[i] * columns + m->across[i];
            double n = row[M_N].number;
            m->cells[at] = n > 0 && n < 1 ? 1 : llround(n);
            m->cells[m->down[i] * columns + m->parts] += m->cells[at];
            m->cells[m->periods * columns + m->across[i]] += m->cells[at];
            m->cells[m->periods * columns + m->parts] += m->cells[at];
            m->also[at] = (uint8_t)moot_report__tells_apart(rd, measure_figure(row, "n"), n);
        }
    }
}

static moot_code hide_measure(const moot_report_reader *rd, measured *m, size_t first, uint8_t *done, moot_err *err)
{
    m->periods = m->parts = 0;
    for (size_t i = first; i < m->rows->count; i++) {
        if (is_of_measure(m->rows, first, i)) {
            m->down[i] = place(m, m->down, first, i, M_PERIOD, &m->periods);
            m->across[i] = place(m, m->across, first, i, M_SPLIT, &m->parts);
            done[i] = 1;
        }
    }
    size_t all = (m->periods + 1) * (m->parts + 1);
    m->cells = moot_arena_array(&rd->report->arena, all, sizeof *m->cells);
    m->hidden = moot_arena_array(&rd->report->arena, all, sizeof *m->hidden);
    m->also = moot_arena_array(&rd->report->arena, all, sizeof *m->also);
    if (!m->cells || !m->hidden || !m->also) {
        return moot_fail_memory(err);
    }
    fill_measure(rd, m, first);
    const moot_count_table table = { m->cells, m->hidden, m->periods + 1, m->parts + 1, 1, 1, m->also };
    if (moot_disclose(&table, rd->report->below, err)) {
        return err->code;
    }
    for (size_t i = first; i < m->rows->count; i++) {
        if (is_of_measure(m->rows, first, i)) {
            moot_report_cell *row = &m->rows->cells[i * m->rows->columns];
            row[M_N].number = m->hidden[m->down[i] * (m->parts + 1) + m->across[i]] ? MOOT_PLOT_HIDDEN : row[M_N].number;
            if (moot_report__tell(rd, measure_figure(row, "n"), &row[M_N].number, err) ||
                moot_report__tell(rd, measure_figure(row, "met"), &row[M_MET].number, err)) {
                return err->code;
            }
        }
    }
    return MOOT_OK;
}

static moot_code hide_measures(const moot_report_reader *rd, moot_report_rows *rows, moot_err *err)
{
    measured m = { .rows = rows };
    uint8_t *done = moot_arena_array(&rd->report->arena, rows->count, sizeof *done);
    m.down = moot_arena_array(&rd->report->arena, rows->count, sizeof *m.down);
    m.across = moot_arena_array(&rd->report->arena, rows->count, sizeof *m.across);
    if (!done || !m.down || !m.across) {
        return moot_fail_memory(err);
    }
    memset(done, 0, rows->count);
    for (size_t first = 0; rd->report->hides && first < rows->count; first++) {
        if (!done[first] && hide_measure(rd, &m, first, done, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* Its interval would tell of how many it is a share. */
static moot_finding_cell measured_share(const moot_report_reader *rd, const moot_report_group *g, const moot_report_cell *row)
{
    if (strcmp(row[M_KIND].text, "share") != 0) {
        return moot_cell_text("not a share");
    }
    return row[M_N].number < 0 || row[M_MET].number < 0 ? moot_cell_number(MOOT_PLOT_HIDDEN) : moot_report__share(rd, row[M_MET].number, row[M_TOTAL].number, g->count == 1);
}

static const char *part_name(const char *split)
{
    return !split ? "all" : strcmp(split, "true") == 0 ? "yes" : strcmp(split, "false") == 0 ? "no" : split;
}

static moot_code measures(moot_report_reader *rd, moot_report_group *g, moot_err *err)
{
    static const moot_finding_column columns[2][7] = {
#define COLUMNS(p)                                                                                                                      \
    { { .key = "measure", .head = "Measure" }, { .key = "clause", .head = "Clause" }, { .key = "period", .head = "Period" },            \
      { .key = "split", .head = "Of" }, { .key = "counted", .head = "Counted", .places = p },                                           \
      { .key = "in_time", .head = "In time, of those judged (95% interval)", .unit = "%", .places = 1 },                                \
      { .key = "target", .head = "Target", .unit = "%" } }
        COLUMNS(0), COLUMNS(1)
#undef COLUMNS
    };
    moot_report *r = rd->report;
    moot_report_rows rows;
    moot_finding *f;
    if (moot_report__gather(rd, g, MOOT_REPORT_MEASURES, 5, &rows, err) || rows.count == 0 || hide_measures(rd, &rows, err)) {
        return err->code;
    }
    moot_finding like = { .id = "measures", .of = g->name, .columns = columns[moot_report__places(g)], .column_count = 7 };
    like.headline = moot_report_text(r, "%s: what the protocol itself measures", g->name);
    like.subtitle = moot_report_text(r, "Measures of %s, by period", g->name);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < rows.count; i++) {
        const moot_report_cell *row = cell(&rows, i, 0);
        const moot_finding_cell cells[] = {
            moot_cell_text(row[M_NAME].text), moot_cell_text(row[M_CLAUSE].text), moot_cell_text(row[M_PERIOD].text ? row[M_PERIOD].text : "undated"),
            moot_cell_text(part_name(row[M_SPLIT].text)), moot_cell_number(row[M_N].number),
            measured_share(rd, g, row),
            isnan(row[M_TARGET].number) ? moot_cell_text("none") : moot_cell_number(row[M_TARGET].number),
        };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* ---- what no case came to ---- */

static moot_code never(moot_report_reader *rd, moot_report_group *g, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "name", .head = "Name" }, { .key = "kind", .head = "What it is" }, { .key = "clause", .head = "Clause" } };
    moot_report *r = rd->report;
    moot_report_rows rows;
    moot_finding *f;
    if (moot_store_report(rd->store, MOOT_REPORT_NEVER, g->runs[0], NULL, &r->arena, &rows, err) || rows.count == 0) {
        return err->code;
    }
    moot_finding like = { .id = "never", .of = g->name, .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.headline = moot_report_text(r, "%s: %zu stages, deadlines and panels were come to by no case%s", g->name, rows.count,
                                     g->count > 1 ? " of the first replicate" : "");
    like.subtitle = moot_report_text(r, "What the protocol says under %s and these cases do not tell anything of", g->name);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < rows.count; i++) {
        const moot_finding_cell cells[] = { moot_cell_text(*cell(&rows, i, 1)->text ? cell(&rows, i, 1)->text : "without a name"),
                                            moot_cell_text(cell(&rows, i, 0)->text), moot_cell_text(cell(&rows, i, 2)->text) };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

moot_code moot_report__of_group(moot_report_reader *rd, moot_report_group *group, moot_err *err)
{
    if (moot_report__ends(rd, group, err) || deadlines(rd, group, err) || moot_report__queue(rd, group, err) || moot_report__flows(rd, group, err) ||
        measures(rd, group, err)) {
        return err->code;
    }
    for (size_t i = 0; i < MOOT_COUNT(lists); i++) {
        if (list(rd, group, &lists[i], err)) {
            return err->code;
        }
    }
    return never(rd, group, err);
}
