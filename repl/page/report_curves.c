/* What came out over time: how long until a place that lasts, the queue of a panel; and one case from day to day. */
#include <string.h>

#include "repl/page/report_read.h"
#include "vm/base/disclose.h"
#include "vm/base/hash.h"
#include "vm/base/stats.h"

#define WEEKS_MOST 520
#define ROWS_OF_QUEUE 13 /* in the table; the picture has each week */

static const moot_report_cell *cell(const moot_report_rows *rows, size_t row, size_t column)
{
    return &rows->cells[row * rows->columns + column];
}

/* ---- the place that lasts ---- */

typedef struct homes {
    moot_plot_series series[MOOT_PLOT_SERIES];
    int with_interval[MOOT_PLOT_SERIES]; /* not every protocol has a curve */
    size_t count;
    int64_t longest;
    double at[8];
    size_t at_count;
} homes;

/* Between two points that are told as many must have come to a place as may be told, and so many wait still, or none. */
static size_t coarse(const moot_report_reader *rd, const moot_survival_step *steps, size_t count, moot_plot_point *points, int with_interval)
{
    size_t n = 0, told = 0;
    int64_t since = 0;
    points[n++] = (moot_plot_point){ .x = 0, .y = 100, .low = NAN, .high = NAN };
    for (size_t i = 0; i < count; i++) {
        int64_t after = steps[i].at_risk - steps[i].happened - steps[i].lost;
        since += steps[i].happened;
        if (rd->report->hides && (since < rd->options->below || moot_count_is_small(after, rd->options->below))) {
            continue;
        }
        if (steps[i].happened > 0 || i + 1 == count) {
            points[n++] = (moot_plot_point){ .x = (double)steps[i].time, .y = 100 * steps[i].waiting, .low = NAN, .high = NAN };
            if (with_interval && !isnan(steps[i].low)) {
                points[n - 1].low = 100 * steps[i].low;
                points[n - 1].high = 100 * steps[i].high;
            }
            since = 0;
            told = i + 1;
        }
    }
    if (rd->report->hides && told < count) { /* from there on it may have gone down, and that is not told */
        points[n++] = (moot_plot_point){ .x = (double)steps[told].time, .y = MOOT_PLOT_HIDDEN, .low = NAN, .high = NAN };
    }
    return n;
}

static double height(const moot_plot_series *series, double x)
{
    double y = series->points[0].y;
    for (size_t i = 1; i < series->count && series->points[i].x <= x; i++) {
        y = series->points[i].y;
    }
    return y;
}

/* Whether two curves, both over the same people, are somewhere apart by no more than a few of them. */
static int is_near(const moot_report_reader *rd, const moot_plot_series *a, const moot_plot_series *b, double cases)
{
    for (size_t i = 0; i < a->count; i++) {
        double x = a->points[i].x, y = height(a, x), other = height(b, x), apart = fabs(y - other) * cases / 100;
        if (y >= 0 && other >= 0 && apart > MOOT_REPORT_ALIKE * cases && apart < (double)rd->report->below) {
            return 1;
        }
    }
    return 0;
}

static int is_near_another(const moot_report_reader *rd, const homes *h, const moot_plot_series *curve, double cases)
{
    int found = 0;
    for (size_t i = 0; i < h->count && rd->report->hides; i++) {
        found |= is_near(rd, curve, &h->series[i], cases) || is_near(rd, &h->series[i], curve, cases);
    }
    return found;
}

static moot_code curve(moot_report_reader *rd, moot_report_group *g, homes *h, moot_err *err)
{
    moot_arena *arena = &rd->report->arena;
    moot_report_rows rows;
    size_t happened = 0;
    if (moot_report__gather(rd, g, MOOT_REPORT_HOMES, 0, &rows, err)) {
        return err->code;
    }
    moot_followed *lives = moot_arena_array(arena, rows.count + 1, sizeof *lives);
    moot_survival_step *steps = moot_arena_array(arena, rows.count + 1, sizeof *steps);
    moot_plot_point *points = moot_arena_array(arena, rows.count + 3, sizeof *points);
    int64_t half, low, high;
    if (!lives || !steps || !points) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < rows.count; i++) {
        lives[i] = (moot_followed){ (int64_t)cell(&rows, i, 0)->number, cell(&rows, i, 1)->number > 0 };
        happened += (size_t)lives[i].happened;
        h->longest = lives[i].time > h->longest ? lives[i].time : h->longest;
    }
    if (happened == 0 || (rd->report->hides && ((int64_t)happened < rd->options->below || moot_base_is_small((int64_t)rows.count, rd->options->below)))) {
        return MOOT_OK;
    }
    size_t count = moot_survival(lives, rows.count, MOOT_STATS_LEVEL, steps), told = coarse(rd, steps, count, points, g->count == 1);
    const moot_plot_series series = { g->name, points, told };
    if (is_near_another(rd, h, &series, (double)rows.count / (double)g->count)) {
        return moot_report_say(rd->report, &rd->report->unknown,
                               moot_report_text(rd->report, "%s: how long until a place that lasts is not shown, because beside the curve of another protocol it "
                                                            "would tell of few cases.", g->name), err);
    }
    for (size_t i = told; i-- > 0;) {
        g->half_days = points[i].y <= 50 && points[i].y >= 0 ? points[i].x : g->half_days;
    }
    g->homes = !isnan(g->half_days) || !moot_survival_quantile(steps, count, 0.5, &half, &low, &high);
    if (h->count < MOOT_PLOT_SERIES && (!rd->report->hides || told > 3)) { /* more than the beginning and where it ends to be told */
        h->with_interval[h->count] = g->count == 1;
        h->series[h->count++] = series;
    }
    return MOOT_OK;
}

static const char *homes_headline(moot_report_reader *rd)
{
    const moot_report_group *only = rd->count == 1 && rd->groups[0].homes ? &rd->groups[0] : NULL;
    if (only && isnan(only->half_days)) {
        return moot_report_text(rd->report, "%s: fewer than half came to the place where they then stayed, as far as is known", only->name);
    }
    if (only) {
        return moot_report_text(rd->report, "%s: half came to the place where they then stayed within %.0f days", only->name, only->half_days);
    }
    const char *text = "Half came to the place where they then stayed";
    int told = 0;
    for (size_t i = 0; i < rd->count && text; i++) {
        const moot_report_group *g = &rd->groups[i];
        const char *days = isnan(g->half_days) ? "in none of the time that is known" : moot_report_text(rd->report, "within %.0f days", g->half_days);
        if (g->homes) {
            text = days ? moot_report_text(rd->report, "%s%s %s (%s)", text, told ? "," : "", days, g->name) : NULL;
            told = 1;
        }
    }
    return told ? text : "How long until the place where they then stayed";
}

static moot_code home_rows(moot_report_reader *rd, moot_finding *f, const homes *h, moot_err *err)
{
    moot_finding_column *columns = moot_arena_array(&rd->report->arena, h->count + 1, sizeof *columns);
    if (!columns) {
        return moot_fail_memory(err);
    }
    columns[0] = (moot_finding_column){ .key = "days", .head = "Days since the first record" };
    for (size_t i = 0; i < h->count; i++) {
        const char *head = moot_report_text(rd->report, h->with_interval[i] ? "%s (95%% interval)" : "%s", h->series[i].name);
        columns[i + 1] = (moot_finding_column){ .key = h->series[i].name, .head = head, .unit = "%", .places = 1 };
        if (!head) {
            return moot_fail_memory(err);
        }
    }
    f->columns = columns;
    f->column_count = h->count + 1;
    for (size_t at = 0; at < h->at_count; at++) {
        moot_finding_cell cells[1 + MOOT_PLOT_SERIES] = { moot_cell_number(h->at[at]) };
        for (size_t s = 0; s < h->count; s++) {
            const moot_plot_point *point = h->series[s].points;
            for (size_t i = 1; i < h->series[s].count && h->series[s].points[i].x <= h->at[at]; i++) {
                point = &h->series[s].points[i];
            }
            cells[s + 1] = (moot_finding_cell){ .number = point->y, .low = point->low, .high = point->high };
        }
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* One picture for all protocols. It is the page's first finding, so it comes first. */
moot_code moot_report__homes(moot_report_reader *rd, moot_err *err)
{
    static const double days[] = { 7, 28, 56, 91, 182, 365, 730 };
    moot_report *r = rd->report;
    homes *h = moot_arena_alloc(&r->arena, sizeof *h);
    moot_finding *f;
    if (!h) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < rd->count; i++) {
        if (curve(rd, &rd->groups[i], h, err)) {
            return err->code;
        }
    }
    for (size_t i = 0; i < MOOT_COUNT(days) && days[i] <= (double)h->longest; i++) {
        h->at[h->at_count++] = days[i];
    }
    if (h->count == 0 || h->at_count == 0) {
        return MOOT_OK;
    }
    moot_finding like = { .id = "homes", .of = "" };
    like.headline = homes_headline(rd);
    like.subtitle = moot_report_text(r, "Cases that had not yet come to the place where they slept at the end of what is known; those not followed so "
                                        "far count as long as they were%s",
                                     r->hides ? "; told only where enough more had come" : "");
    if (moot_report_finding(r, &like, &f, err) || home_rows(rd, f, h, err)) {
        return err->code;
    }
    f->plot = (moot_plot){ .kind = MOOT_PLOT_STEPS, .id = "plot-homes", .finding = f->headline, .subtitle = f->subtitle,
                           .x_name = "Days since the first record", .y_name = "Not yet in the place where they stayed", .unit = "%", .places = 1,
                           .of_hundred = 1, .series = h->series, .count = h->count, .at = h->at, .at_count = h->at_count };
    return MOOT_OK;
}

/* ---- the queue of a panel ---- */

typedef struct queue {
    const char *panel;
    double waits, days, ended;
    double shown; /* waits of a replicate, as they may be shown */
} queue;

/* The panels, those with most waits first; those of which that is hidden last, as they came. */
static moot_code list_panels(moot_report_reader *rd, const moot_report_group *g, const moot_report_rows *rows, queue **out, size_t *out_count, moot_err *err)
{
    queue *list = moot_arena_array(&rd->report->arena, rows->count + 1, sizeof *list);
    size_t count = 0;
    if (!list) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < rows->count; i++) {
        size_t k = 0;
        while (k < count && strcmp(list[k].panel, cell(rows, i, 0)->text) != 0) {
            k++;
        }
        count += k == count;
        list[k].panel = cell(rows, i, 0)->text;
        list[k].waits++;
        if (!isnan(cell(rows, i, 2)->number) && cell(rows, i, 3)->number < 1) {
            list[k].days += cell(rows, i, 2)->number - cell(rows, i, 1)->number;
            list[k].ended++;
        }
    }
    for (size_t i = 0; i < count; i++) {
        list[i].shown = moot_report__shown(rd, list[i].waits / (double)g->count);
        if (moot_report__tell(rd, moot_report__figure("panels", list[i].panel, ""), &list[i].shown, err)) {
            return err->code;
        }
    }
    for (size_t i = 1; i < count; i++) {
        queue one = list[i];
        size_t k = i;
        for (; k > 0 && list[k - 1].shown < one.shown; k--) {
            list[k] = list[k - 1];
        }
        list[k] = one;
    }
    *out = list;
    *out_count = count;
    return MOOT_OK;
}

/* How many wait at the end of each week: listed by then, and their session still to come; *out_longest: the most that may be shown. */
static moot_code count_queue(const moot_report_reader *rd, const moot_report_group *g, const moot_report_rows *rows, const char *panel, double first,
                             moot_plot_point *points, size_t weeks, double *out_longest, moot_err *err)
{
    for (size_t w = 0; w < weeks; w++) {
        points[w] = (moot_plot_point){ .x = first + 7 * (double)w, .low = NAN, .high = NAN };
    }
    for (size_t i = 0; i < rows->count; i++) {
        double from = cell(rows, i, 1)->number, to = cell(rows, i, 2)->number;
        for (size_t w = 0; strcmp(cell(rows, i, 0)->text, panel) == 0 && w < weeks; w++) {
            points[w].y += from <= points[w].x && to > points[w].x ? 1.0 / (double)g->count : 0;
        }
    }
    for (size_t w = 0; w < weeks; w++) {
        points[w].y = moot_report__shown(rd, points[w].y);
        if (moot_report__tell(rd, moot_mix64(moot_report__figure("queue", panel, ""), (uint64_t)(int64_t)points[w].x), &points[w].y, err)) {
            return err->code;
        }
        *out_longest = points[w].y > *out_longest ? points[w].y : *out_longest;
    }
    return MOOT_OK;
}

static moot_code queue_waits(moot_report_reader *rd, moot_report_group *g, const queue *list, size_t count, moot_err *err)
{
    static const moot_finding_column columns[2][3] = {
        { { .key = "panel", .head = "Panel" }, { .key = "waits", .head = "Waits for a session" },
          { .key = "mean_days", .head = "Days until it sat, on average", .places = 1 } },
        { { .key = "panel", .head = "Panel" }, { .key = "waits", .head = "Waits for a session (mean)", .places = 1 },
          { .key = "mean_days", .head = "Days until it sat, on average", .places = 1 } },
    };
    moot_report *r = rd->report;
    moot_finding *f;
    moot_finding like = { .id = "panels", .of = g->name, .columns = columns[moot_report__places(g)], .column_count = 3 };
    double longest = list[0].shown, least = list[count - 1].shown;
    const char *waits = moot_report__count(rd, g, longest);
    like.headline = longest < 0 ? moot_report__none_shown(r, g, like.id)
                    : waits ? moot_report_text(r, "%s: %smost wait for the %s (%s)", g->name, least < 0 ? MOOT_REPORT_WHERE_SHOWN : "", list[0].panel, waits)
                            : NULL;
    like.subtitle = moot_report_text(r, "Waits for a session of each panel under %s", g->name);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < count; i++) {
        int small = list[i].shown < 0 || (rd->report->hides && moot_base_is_small((int64_t)list[i].ended, rd->options->below));
        const moot_finding_cell cells[] = { moot_cell_text(list[i].panel), moot_cell_number(list[i].shown),
                                            moot_cell_number(small ? MOOT_PLOT_HIDDEN : list[i].ended > 0 ? list[i].days / list[i].ended : NAN) };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

static moot_code queue_table(moot_report_reader *rd, moot_finding *f, const moot_plot_series *series, size_t count, const double *at, size_t at_count,
                             moot_err *err)
{
    moot_finding_column *columns = moot_arena_array(&rd->report->arena, count + 1, sizeof *columns);
    if (!columns) {
        return moot_fail_memory(err);
    }
    columns[0] = (moot_finding_column){ .key = "day", .head = "Day" };
    for (size_t i = 0; i < count; i++) {
        columns[i + 1] = (moot_finding_column){ .key = series[i].name, .head = series[i].name, .places = f->plot.places };
    }
    f->columns = columns;
    f->column_count = count + 1;
    for (size_t row = 0; row < at_count; row++) {
        moot_finding_cell cells[1 + MOOT_PLOT_SERIES];
        moot_buf day;
        moot_buf_init(&day);
        moot_plot_day(at[row], &day);
        const char *text = moot_buf_ok(&day) ? moot_report_text(rd->report, "%s", moot_buf_text(&day)) : NULL;
        moot_buf_done(&day);
        cells[0] = moot_cell_text(text);
        for (size_t i = 0; i < count; i++) {
            cells[i + 1] = moot_cell_number(series[i].points[(size_t)llround((at[row] - at[0]) / 7)].y);
        }
        if (!text || moot_report_row(f, cells, err)) {
            return err->code ? err->code : moot_fail_memory(err);
        }
    }
    return MOOT_OK;
}

static moot_code queue_curve(moot_report_reader *rd, moot_report_group *g, const moot_report_rows *rows, const queue *list, size_t count, moot_err *err)
{
    moot_report *r = rd->report;
    double first = INFINITY, last = -INFINITY, longest = 0;
    for (size_t i = 0; i < rows->count; i++) {
        double to = cell(rows, i, 2)->number, from = cell(rows, i, 1)->number;
        first = from < first ? from : first;
        last = to > last ? to : last;
    }
    if (!(last > first + 14)) { /* also: no session is dated */
        return MOOT_OK;
    }
    first = floor(first);
    size_t weeks = (size_t)((last - first) / 7) + 1, every;
    weeks = weeks < WEEKS_MOST ? weeks : WEEKS_MOST;
    every = (weeks + ROWS_OF_QUEUE - 1) / ROWS_OF_QUEUE;
    moot_plot_series *series = moot_arena_array(&r->arena, MOOT_PLOT_SERIES, sizeof *series);
    double *at = moot_arena_array(&r->arena, weeks, sizeof *at);
    size_t shown = count < MOOT_PLOT_SERIES ? count : MOOT_PLOT_SERIES, at_count = 0;
    moot_finding *f;
    moot_finding like = { .id = "queue", .of = g->name, .headline = moot_report_text(r, "%s: how many wait for a panel, week by week", g->name),
                          .subtitle = moot_report_text(r, "Cases under %s that wait for a session%s", g->name,
                                                       count > MOOT_PLOT_SERIES ? ", of the four panels with most" : "") };
    if (!series || !at) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < shown; i++) {
        moot_plot_point *points = moot_arena_array(&r->arena, weeks, sizeof *points);
        if (!points) {
            return moot_fail_memory(err);
        }
        if (count_queue(rd, g, rows, list[i].panel, first, points, weeks, &longest, err)) {
            return err->code;
        }
        series[i] = (moot_plot_series){ list[i].panel, points, weeks };
    }
    for (size_t w = 0; w < weeks; w += every) {
        at[at_count++] = first + 7 * (double)w;
    }
    if (longest <= 0 || moot_report_finding(r, &like, &f, err)) {
        return err->code; /* where none may be shown, there is no picture */
    }
    f->plot = (moot_plot){ .kind = MOOT_PLOT_LINES, .id = moot_report_text(r, "plot-%zu", r->count), .finding = f->headline, .subtitle = f->subtitle,
                           .x_name = "Day", .y_name = "Cases that wait", .places = moot_report__places(g), .x_is_day = 1, .series = series, .count = shown,
                           .at = at, .at_count = at_count };
    return queue_table(rd, f, series, shown, at, at_count, err);
}

moot_code moot_report__queue(moot_report_reader *rd, moot_report_group *group, moot_err *err)
{
    moot_report_rows rows;
    queue *list = NULL;
    size_t count = 0;
    if (moot_report__gather(rd, group, MOOT_REPORT_PANELS, 0, &rows, err) || rows.count == 0 || list_panels(rd, group, &rows, &list, &count, err) ||
        queue_waits(rd, group, list, count, err)) {
        return err->code;
    }
    return queue_curve(rd, group, &rows, list, count, err);
}

/* ---- one case ---- */

static moot_code case_stages(moot_report_reader *rd, const moot_report_group *g, size_t *out_count, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "stage", .head = "Stage" }, { .key = "from", .head = "From" }, { .key = "to", .head = "To" },
                                                   { .key = "outcome", .head = "Outcome" }, { .key = "clause", .head = "Clause" } };
    moot_report *r = rd->report;
    moot_report_rows rows;
    moot_finding *f;
    moot_finding like = { .id = "stages", .of = g->name, .columns = columns, .column_count = MOOT_COUNT(columns), .subtitle = "Stages of the case, as they were entered" };
    if (moot_store_report(rd->store, MOOT_REPORT_CASE_STAGES, g->runs[0], rd->options->case_id, &r->arena, &rows, err)) {
        return err->code;
    }
    like.headline = moot_report_text(r, "%s: %zu visit%s of stages", rd->options->case_id, rows.count, rows.count == 1 ? "" : "s");
    moot_plot_point *points = moot_arena_array(&r->arena, rows.count + 1, sizeof *points);
    if (!points || moot_report_finding(r, &like, &f, err)) {
        return err->code ? err->code : moot_fail_memory(err);
    }
    for (size_t i = 0; i < rows.count; i++) {
        const moot_report_cell *row = cell(&rows, i, 0);
        moot_buf from, to;
        moot_buf_init(&from);
        moot_buf_init(&to);
        moot_plot_day(row[1].number, &from);
        moot_plot_day(row[2].number, &to);
        const moot_finding_cell cells[] = { moot_cell_text(row[0].text), moot_cell_text(moot_report_text(r, "%s", moot_buf_text(&from))),
                                            moot_cell_text(isnan(row[2].number) ? "still runs" : moot_report_text(r, "%s", moot_buf_text(&to))),
                                            moot_cell_text(row[3].text ? row[3].text : "none"), moot_cell_text(row[4].text) };
        points[i] = (moot_plot_point){ .label = row[0].text, .low = row[1].number, .high = row[2].number };
        moot_code code = moot_buf_ok(&from) && moot_buf_ok(&to) ? moot_report_row(f, cells, err) : moot_fail_memory(err);
        moot_buf_done(&from);
        moot_buf_done(&to);
        if (code) {
            return code;
        }
    }
    moot_plot plot = { .kind = MOOT_PLOT_SPANS, .finding = f->headline, .subtitle = f->subtitle, .x_name = "Stage", .y_name = "", .count = 1 };
    *out_count = rows.count;
    return moot_report_draw(r, f, &plot, points, rows.count, err);
}

static moot_code case_deadlines(moot_report_reader *rd, const moot_report_group *g, size_t *out_count, moot_err *err)
{
    static const moot_finding_column columns[] = {
        { .key = "deadline", .head = "Deadline or act" }, { .key = "clause", .head = "Clause" }, { .key = "owner", .head = "Whose" },
        { .key = "since", .head = "Since" }, { .key = "rule", .head = "Rule" }, { .key = "due", .head = "Due" }, { .key = "status", .head = "What came of it" },
        { .key = "met_at", .head = "Done" },
    };
    moot_report *r = rd->report;
    moot_report_rows rows;
    moot_finding *f;
    moot_finding like = { .id = "dates", .of = g->name, .columns = columns, .column_count = MOOT_COUNT(columns), .subtitle = "Deadlines and acts of the case" };
    if (moot_store_report(rd->store, MOOT_REPORT_CASE_DEADLINES, g->runs[0], rd->options->case_id, &r->arena, &rows, err)) {
        return err->code;
    }
    like.headline = moot_report_text(r, "%s: %zu deadlines and acts", rd->options->case_id, rows.count);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < rows.count; i++) {
        moot_finding_cell cells[MOOT_COUNT(columns)];
        for (size_t k = 0; k < MOOT_COUNT(columns); k++) {
            const char *text = cell(&rows, i, k)->text;
            cells[k] = moot_cell_text(text && *text ? text : "none");
        }
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    *out_count = rows.count;
    return MOOT_OK;
}

/* Its stages and its dates, under each protocol; the newest replicate's are not another case. */
moot_code moot_report__one_case(moot_report_reader *rd, moot_err *err)
{
    moot_arena arena;
    moot_store_found found;
    moot_arena_init(&arena);
    moot_code code = moot_store_find_case(rd->store, rd->groups[0].runs[0], rd->options->case_id, &arena, &found, err);
    moot_arena_done(&arena);
    for (size_t i = 0; i < rd->count && !code; i++) {
        size_t stages = 0, dates = 0;
        code = case_stages(rd, &rd->groups[i], &stages, err);
        code = code ? code : case_deadlines(rd, &rd->groups[i], &dates, err);
        code = code ? code : moot_report_say(rd->report, &rd->report->answer,
                                             moot_report_text(rd->report, "Under %s the case came to %zu stage%s, with %zu deadline%s and acts.",
                                                              rd->groups[i].name, stages, stages == 1 ? "" : "s", dates, dates == 1 ? "" : "s"), err);
    }
    return code;
}
