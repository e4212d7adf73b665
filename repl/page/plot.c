/* What a picture says in words and figures: one function tells a cell, for the table and for the picture's description. */
#include "repl/page/plot.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "repl/page/plot_draw.h"
#include "vm/base/disclose.h"
#include "vm/base/stats.h"
#include "vm/time/time.h"

const char *const moot_plot_colours[MOOT_PLOT_SERIES] = { "#12436d", "#28a197", "#801650", "#f46a25" };

/* ---- figures ---- */

int moot_plot__is_shown(double value)
{
    return isfinite(value) && value > MOOT_PLOT_HIDDEN / 2;
}

/* "1,234,567" */
static void thousands(int64_t value, moot_buf *out)
{
    int64_t part = 1;
    while (value / part >= 1000) {
        part *= 1000;
    }
    moot_buf_printf(out, "%" PRId64, value / part);
    for (part /= 1000; part > 0; part /= 1000) {
        moot_buf_printf(out, ",%03" PRId64, value / part % 1000);
    }
}

void moot_plot_figure(double value, int places, moot_buf *out)
{
    if (!moot_plot__is_shown(value) || fabs(value) > 1e15) {
        moot_buf_str(out, value < MOOT_PLOT_HIDDEN / 2 ? MOOT_SUPPRESSED : "cannot tell");
        return;
    }
    int64_t ten = 1;
    for (int i = 0; i < places; i++) {
        ten *= 10;
    }
    int64_t whole = llround(moot_stats_round(value, places) * (double)ten);
    moot_buf_str(out, whole < 0 ? "-" : "");
    whole = whole < 0 ? -whole : whole;
    thousands(whole / ten, out);
    if (places > 0) {
        moot_buf_printf(out, ".%0*" PRId64, places, whole % ten);
    }
}

void moot_plot_day(double day, moot_buf *out)
{
    static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December" };
    int year, month, mday;
    if (!moot_plot__is_shown(day) || fabs(day) > 1e7) {
        moot_plot_figure(NAN, 0, out);
        return;
    }
    moot_day_split((moot_day)floor(day), &year, &month, &mday);
    moot_buf_printf(out, "%d %s %d", mday, months[month - 1], year);
}

static void figure(const moot_plot *p, double value, moot_buf *out)
{
    moot_plot_figure(value, p->places, out);
    moot_buf_str(out, moot_plot__is_shown(value) && strcmp(p->unit ? p->unit : "", "%") == 0 ? "%" : "");
}

/* "12.5% (10.0% to 15.0%)" */
void moot_plot__told(const moot_plot *p, const moot_plot_point *point, moot_buf *out)
{
    figure(p, point->y, out);
    if (moot_plot__is_shown(point->y) && moot_plot__is_shown(point->low) && moot_plot__is_shown(point->high)) {
        moot_buf_str(out, " (");
        figure(p, point->low, out);
        moot_buf_str(out, " to ");
        figure(p, point->high, out);
        moot_buf_char(out, ')');
    }
}

/* ---- the table ---- */

int moot_plot__is_curve(const moot_plot *p)
{
    return p->kind == MOOT_PLOT_STEPS || p->kind == MOOT_PLOT_LINES;
}

int moot_plot__has_interval(const moot_plot *p)
{
    for (size_t s = 0; s < p->count; s++) {
        for (size_t i = 0; i < p->series[s].count; i++) {
            if (moot_plot__is_shown(p->series[s].points[i].low) && moot_plot__is_shown(p->series[s].points[i].high)) {
                return p->kind != MOOT_PLOT_SPANS;
            }
        }
    }
    return 0;
}

/* Points ascend; the one that holds at x. */
const moot_plot_point *moot_plot__at(const moot_plot *p, size_t series, double x)
{
    const moot_plot_series *s = &p->series[series];
    size_t low = 0, high = s->count;
    while (low < high) { /* the first point behind x */
        size_t middle = low + (high - low) / 2;
        if (s->points[middle].x > x) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    const moot_plot_point *point = low > 0 ? &s->points[low - 1] : NULL;
    return point && (p->kind == MOOT_PLOT_STEPS || point->x >= x) ? point : NULL;
}

size_t moot_plot_rows(const moot_plot *plot)
{
    return moot_plot__is_curve(plot) ? plot->at_count : plot->series[0].count;
}

size_t moot_plot_columns(const moot_plot *plot)
{
    return moot_plot__is_curve(plot) ? 1 + plot->count : plot->kind == MOOT_PLOT_BARS ? 2 : 3;
}

void moot_plot_head(const moot_plot *plot, size_t column, moot_buf *out)
{
    static const char *const spans[] = { "", "From", "To" };
    const char *text = column == 0 ? plot->x_name : plot->y_name;
    if (plot->kind == MOOT_PLOT_SPANS && column > 0) {
        text = spans[column];
    } else if (plot->kind == MOOT_PLOT_FLOWS && column < 2) {
        text = column == 0 ? "From" : "To";
    } else if (moot_plot__is_curve(plot) && column > 0 && plot->series[column - 1].name) {
        text = plot->series[column - 1].name;
    }
    moot_buf_str(out, text);
    moot_buf_str(out, column > 0 && moot_plot__has_interval(plot) && strcmp(text, "To") != 0 ? " (95% interval)" : "");
}

static void x_told(const moot_plot *p, double x, moot_buf *out)
{
    if (p->x_is_day) {
        moot_plot_day(x, out);
    } else {
        moot_plot_figure(x, fabs(x - floor(x)) > 0.001 ? 2 : 0, out);
    }
}

static void span_cell(const moot_plot_point *point, size_t column, moot_buf *out)
{
    if (column == 2 && isnan(point->high)) {
        moot_buf_str(out, "still runs");
    } else {
        moot_plot_day(column == 1 ? point->low : point->high, out);
    }
}

void moot_plot_cell(const moot_plot *plot, size_t row, size_t column, moot_buf *out)
{
    if (moot_plot__is_curve(plot)) {
        const moot_plot_point *point = column > 0 ? moot_plot__at(plot, column - 1, plot->at[row]) : NULL;
        if (column == 0) {
            x_told(plot, plot->at[row], out);
        } else if (point) {
            moot_plot__told(plot, point, out);
        } else {
            moot_plot_figure(NAN, 0, out);
        }
        return;
    }
    const moot_plot_point *point = &plot->series[0].points[row];
    if (column == 0) {
        moot_buf_str(out, point->label);
    } else if (plot->kind == MOOT_PLOT_SPANS) {
        span_cell(point, column, out);
    } else if (plot->kind == MOOT_PLOT_FLOWS && column == 1) {
        moot_buf_str(out, point->to);
    } else {
        moot_plot__told(plot, point, out);
    }
}

/* ---- the description ---- */

/* What stands before a cell. */
static const char *between(moot_plot_kind kind, size_t column)
{
    size_t to = kind == MOOT_PLOT_FLOWS ? 1 : kind == MOOT_PLOT_SPANS ? 2 : 0;
    if (column == 0) {
        return "";
    }
    return column == to ? " to " : column == 1 || kind == MOOT_PLOT_FLOWS ? ": " : ", ";
}

/* Each row of the table: "joint assessment: 12.5%; …", "28: luton 40%, medway 30%; …", "mediation to home: 3; …". */
void moot_plot__description(const moot_plot *p, moot_buf *out)
{
    size_t columns = moot_plot_columns(p);
    moot_buf_printf(out, "%s.", p->subtitle);
    if (moot_plot__is_curve(p)) {
        moot_buf_printf(out, " %s:", p->x_name);
    }
    for (size_t row = 0; row < moot_plot_rows(p); row++) {
        moot_buf_str(out, row > 0 ? "; " : " ");
        for (size_t column = 0; column < columns; column++) {
            moot_buf_str(out, between(p->kind, column));
            if (moot_plot__is_curve(p) && p->count > 1 && column > 0) {
                moot_buf_printf(out, "%s ", p->series[column - 1].name);
            }
            moot_plot_cell(p, row, column, out);
        }
    }
    moot_buf_char(out, '.');
}

/* ---- on a page ---- */

moot_code moot_plot_picture(const moot_plot *plot, moot_page *page, moot_err *err)
{
    moot_buf svg;
    if (page->form != MOOT_PAGE_HTML) {
        return MOOT_OK;
    }
    moot_buf_init(&svg);
    moot_buf_str(&svg, "<figure>\n<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"Picture: ");
    moot_html_text(&svg, plot->finding);
    moot_buf_str(&svg, "\">\n");
    moot_plot_svg(plot, &svg);
    moot_buf_str(&svg, "</div>\n</figure>\n");
    moot_code code = moot_buf_ok(&svg) ? MOOT_OK : moot_fail_memory(err);
    if (code == MOOT_OK) {
        moot_page_html(page, moot_buf_text(&svg));
    }
    moot_buf_done(&svg);
    return code;
}

static void table(const moot_plot *p, moot_page *page)
{
    moot_buf names[1 + MOOT_PLOT_SERIES];
    const char *heads[1 + MOOT_PLOT_SERIES];
    size_t columns = moot_plot_columns(p);
    for (size_t i = 0; i < columns; i++) {
        moot_buf_init(&names[i]);
        moot_plot_head(p, i, &names[i]);
        page->failed |= !moot_buf_ok(&names[i]);
        heads[i] = moot_buf_text(&names[i]);
    }
    moot_page_table_begin(page, p->subtitle, heads, (int32_t)columns);
    for (size_t row = 0; row < moot_plot_rows(p); row++) {
        for (size_t column = 0; column < columns; column++) {
            moot_plot_cell(p, row, column, moot_page_fresh(page));
            moot_page_cell(page, moot_buf_text(&page->text));
        }
    }
    moot_page_table_end(page);
    for (size_t i = 0; i < columns; i++) {
        moot_buf_done(&names[i]);
    }
}

moot_code moot_plot_write(const moot_plot *plot, moot_page *page, moot_err *err)
{
    moot_page_heading(page, plot->level == 2 ? 2 : 3, plot->finding);
    moot_code code = moot_plot_picture(plot, page, err);
    if (code == MOOT_OK) {
        table(plot, page);
    }
    return code;
}
