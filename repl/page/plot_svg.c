/* Bars, curves and spans as SVG. Each is drawn into a buffer of its own, from 0 down; its height is known only then. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/page/plot_draw.h"
#include "vm/base/text.h"
#include "vm/time/time.h"

enum {
    LABEL_CELLS = 88, /* letters of 14 pixels that surely fit across */
    BAR = 14,
    ROW = MOOT_PLOT_LINE + BAR + 10,
    BARS_END = 340,    /* so that bars are seen whole on a telephone */
    LEFT = 56,         /* of the curves' field */
    RIGHT = MOOT_PLOT_WIDTH - 16,
    FIELD = 260,
    TICKS = 6,
    MARKS_MOST = 16    /* a curve with more points that are told has no marks */
};

static const char *const dashes[MOOT_PLOT_SERIES] = { "", "9 4", "3 4", "12 4 3 4" };

void moot_plot__px(moot_buf *out, double value)
{
    static const double far_off = 1e6; /* no page is that large; a figure may be anything */
    double near = isnan(value) ? 0 : fmax(-far_off, fmin(far_off, value));
    long tenths = lround(near * 10);
    moot_buf_printf(out, "%s%ld", tenths < 0 ? "-" : "", labs(tenths) / 10);
    if (labs(tenths) % 10) {
        moot_buf_printf(out, ".%ld", labs(tenths) % 10);
    }
}

static void attribute(moot_buf *out, const char *name, double value)
{
    moot_buf_printf(out, " %s=\"", name);
    moot_plot__px(out, value);
    moot_buf_char(out, '"');
}

void moot_plot__text(moot_buf *out, double x, double y, const char *anchor, const char *text, size_t cells)
{
    char cut[400];
    size_t len = strlen(text), fits = moot_text_fit(text, len, cells);
    moot_buf_str(out, "<text");
    attribute(out, "x", x);
    attribute(out, "y", y);
    moot_buf_printf(out, " text-anchor=\"%s\">", anchor);
    if (fits < len) {
        fits = moot_text_fit(text, len, cells - 1);
        fits = fits < sizeof cut - 4 ? fits : moot_utf8_cut(text, sizeof cut - 4);
        memcpy(cut, text, fits);
        memcpy(cut + fits, "\xe2\x80\xa6", 4);
        text = cut;
    }
    moot_html_text(out, text);
    moot_buf_str(out, "</text>\n");
}

static void line(moot_buf *out, double x0, double y0, double x1, double y1, const char *colour, double width)
{
    moot_buf_str(out, "<line");
    attribute(out, "x1", x0);
    attribute(out, "y1", y0);
    attribute(out, "x2", x1);
    attribute(out, "y2", y1);
    moot_buf_printf(out, " stroke=\"%s\"", colour);
    attribute(out, "stroke-width", width);
    moot_buf_str(out, "/>\n");
}

static void rect(moot_buf *out, double x, double y, double width, double height, const char *colour)
{
    moot_buf_str(out, "<rect");
    attribute(out, "x", x);
    attribute(out, "y", y);
    attribute(out, "width", width);
    attribute(out, "height", height);
    moot_buf_printf(out, " fill=\"%s\"/>\n", colour);
}

/* Circle, square, triangle, diamond. */
static void mark(moot_buf *out, size_t series, double x, double y)
{
    static const signed char corners[MOOT_PLOT_SERIES][8] = {
        { 0 }, { -5, -5, 5, -5, 5, 5, -5, 5 }, { 0, -6, 6, 5, -6, 5, -6, 5 }, { 0, -7, 7, 0, 0, 7, -7, 0 }
    };
    if (series == 0) {
        moot_buf_str(out, "<circle");
        attribute(out, "cx", x);
        attribute(out, "cy", y);
        moot_buf_printf(out, " r=\"5\" fill=\"%s\"/>\n", moot_plot_colours[0]);
        return;
    }
    moot_buf_str(out, "<path d=\"M");
    for (int i = 0; i < 8; i += 2) {
        moot_buf_char(out, ' ');
        moot_plot__px(out, x + corners[series][i]);
        moot_buf_char(out, ' ');
        moot_plot__px(out, y + corners[series][i + 1]);
    }
    moot_buf_printf(out, " Z\" fill=\"%s\"/>\n", moot_plot_colours[series]);
}

/* ---- axes ---- */

typedef struct axis {
    double low, high, step; /* in its unit */
    double from, to;        /* in pixels */
} axis;

static double px(const axis *a, double value)
{
    return a->from + (value - a->low) / (a->high - a->low) * (a->to - a->from);
}

/* 1, 2 or 5 times a power of ten, so that about TICKS steps cover the span. */
static double nice_step(double span)
{
    double rough = span / TICKS, ten = pow(10, floor(log10(rough)));
    double times = rough / ten;
    return ten * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
}

static axis axis_of(double low, double high, double from, double to)
{
    axis a = { low, high > low ? high : low + 1, 0, from, to };
    a.step = nice_step(a.high - a.low);
    return a;
}

static void widen(double value, double *low, double *high)
{
    if (moot_plot__is_shown(value)) {
        *low = value < *low ? value : *low;
        *high = value > *high ? value : *high;
    }
}

static void y_range(const moot_plot *p, double *low, double *high)
{
    *low = 0;
    *high = p->of_hundred ? 100 : 0;
    for (size_t s = 0; s < p->count; s++) {
        for (size_t i = 0; i < p->series[s].count; i++) {
            const moot_plot_point *point = &p->series[s].points[i];
            widen(point->y, low, high);
            if (moot_plot__is_shown(point->y) && moot_plot__is_shown(point->low) && moot_plot__is_shown(point->high)) {
                widen(point->low, low, high);
                widen(point->high, low, high);
            }
        }
    }
}

static int places_of(double step)
{
    return step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
}

static void tick_label(double x, double y, const char *anchor, double value, double step, const char *unit, moot_buf *out)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_plot_figure(value, places_of(step), &text);
    moot_buf_str(&text, unit && strcmp(unit, "%") == 0 ? "%" : "");
    moot_plot__text(out, x, y, anchor, moot_buf_text(&text), LABEL_CELLS);
    out->failed |= !moot_buf_ok(&text);
    moot_buf_done(&text);
}

/* The first of each month, or of each second, third …, so that labels keep apart. */
static void day_ticks(const axis *a, double y, moot_buf *out)
{
    static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    int year, month, mday;
    double span = (a->high - a->low) / 30.5;
    int every = span <= 7 ? 1 : span <= 14 ? 2 : span <= 21 ? 3 : span <= 42 ? 6 : 12 * (1 + (int)(span / 84));
    moot_day_split((moot_day)floor(a->low), &year, &month, &mday);
    if (span < 1.5) { /* no two firsts lie in it: its ends */
        moot_buf text;
        moot_buf_init(&text);
        moot_plot_day(a->low, &text);
        moot_plot__text(out, a->from, y, "start", moot_buf_text(&text), LABEL_CELLS);
        moot_buf_clear(&text);
        moot_plot_day(a->high, &text);
        moot_plot__text(out, a->to, y, "end", moot_buf_text(&text), LABEL_CELLS);
        out->failed |= !moot_buf_ok(&text);
        moot_buf_done(&text);
        return;
    }
    for (int i = year * 12 + month - 1 + (mday > 1); moot_day_of(i / 12, i % 12 + 1, 1) <= a->high; i++) {
        double x = px(a, moot_day_of(i / 12, i % 12 + 1, 1));
        if (i % every == 0) {
            char label[16] = "";
            snprintf(label, sizeof label, "%s %04d", months[i % 12], i / 12 % 10000);
            line(out, x, y - 2 * MOOT_PLOT_LINE + 16, x, y - 2 * MOOT_PLOT_LINE + 22, MOOT_PLOT_INK, 1);
            moot_plot__text(out, x, y, x > a->to - 30 ? "end" : x < a->from + 30 ? "start" : "middle", label, LABEL_CELLS);
        }
    }
}

static void x_ticks(const moot_plot *p, const axis *a, double y, moot_buf *out)
{
    if (p->x_is_day) {
        day_ticks(a, y, out);
        return;
    }
    double first = ceil(a->low / a->step);
    for (int i = 0; i <= 2 * TICKS && (first + i) * a->step <= a->high + a->step / 1000; i++) {
        double value = (first + i) * a->step;
        tick_label(px(a, value), y, px(a, value) > a->to - 12 ? "end" : "middle", value, a->step, "", out);
    }
}

/* ---- bars ---- */

static void whisker(moot_buf *out, double low, double high, double y)
{
    line(out, low, y, high, y, MOOT_PLOT_INK, 2);
    line(out, low, y - 4, low, y + 4, MOOT_PLOT_INK, 2);
    line(out, high, y - 4, high, y + 4, MOOT_PLOT_INK, 2);
}

/* The label of a bar and, behind it, its figure: there it is in view however long the bar is. */
static void bar_words(const moot_plot *p, const moot_plot_point *point, double y, moot_buf *out)
{
    moot_buf label, told;
    moot_buf_init(&label);
    moot_buf_init(&told);
    moot_plot__told(p, point, &told);
    size_t len = strlen(point->label), room = told.len + 2 < LABEL_CELLS ? LABEL_CELLS - told.len - 2 : 0;
    size_t fits = moot_text_fit(point->label, len, room);
    moot_buf_add(&label, point->label, fits);
    moot_buf_str(&label, fits < len ? "\xe2\x80\xa6" : "");
    moot_buf_str(out, "<text x=\"0\"");
    attribute(out, "y", y);
    moot_buf_char(out, '>');
    moot_html_text(out, moot_buf_text(&label));
    moot_buf_str(out, *point->label ? " <tspan dx=\"4\" font-weight=\"bold\">" : "<tspan font-weight=\"bold\">");
    moot_html_text(out, moot_buf_text(&told));
    moot_buf_str(out, "</tspan></text>\n");
    out->failed |= !moot_buf_ok(&label) || !moot_buf_ok(&told);
    moot_buf_done(&label);
    moot_buf_done(&told);
}

static void bar(const moot_plot *p, const axis *a, const moot_plot_point *point, double y, moot_buf *out)
{
    double zero = px(a, 0);
    bar_words(p, point, y + 14, out);
    if (moot_plot__is_shown(point->y)) {
        double tip = px(a, point->y);
        rect(out, tip < zero ? tip : zero, y + MOOT_PLOT_LINE + 2, fabs(tip - zero), BAR, moot_plot_colours[1]);
        if (moot_plot__is_shown(point->low) && moot_plot__is_shown(point->high)) {
            whisker(out, px(a, point->low), px(a, point->high), y + MOOT_PLOT_LINE + 2 + BAR / 2.0);
        }
    }
}

static double bars(const moot_plot *p, moot_buf *out)
{
    double low, high, y = 4;
    y_range(p, &low, &high);
    axis a = axis_of(low, high, 2, BARS_END);
    for (size_t i = 0; i < p->series[0].count; i++, y += ROW) {
        bar(p, &a, &p->series[0].points[i], y, out);
        line(out, px(&a, 0), y + MOOT_PLOT_LINE, px(&a, 0), y + MOOT_PLOT_LINE + BAR + 4, MOOT_PLOT_INK, 1.5);
    }
    return y;
}

/* ---- curves ---- */

static double key(const moot_plot *p, moot_buf *out)
{
    double y = 6;
    for (size_t s = 0; p->count > 1 && s < p->count; s++, y += MOOT_PLOT_LINE + 2) {
        moot_buf_printf(out, "<path d=\"M 0 %d H 44\" fill=\"none\" stroke=\"%s\" stroke-width=\"3\" stroke-dasharray=\"%s\"/>\n",
                        (int)y + 8, moot_plot_colours[s], dashes[s]);
        mark(out, s, 22, y + 8);
        moot_plot__text(out, 54, y + 13, "start", p->series[s].name, LABEL_CELLS - 8);
    }
    return y;
}

static void curve(const moot_plot *p, size_t s, const axis *x, const axis *y, moot_buf *out)
{
    int pen = 0;
    double last = 0;
    moot_buf_str(out, "<path d=\"");
    for (size_t i = 0; i < p->series[s].count; i++) {
        const moot_plot_point *point = &p->series[s].points[i];
        double at_x = px(x, point->x), at_y = px(y, point->y);
        if (pen && p->kind == MOOT_PLOT_STEPS) {
            moot_buf_str(out, " H ");
            moot_plot__px(out, at_x);
        }
        if (!moot_plot__is_shown(point->y)) {
            pen = 0;
            continue;
        }
        moot_buf_str(out, !pen ? " M " : p->kind == MOOT_PLOT_STEPS ? " V " : " L ");
        if (!pen || p->kind == MOOT_PLOT_LINES) {
            moot_plot__px(out, at_x);
            moot_buf_char(out, ' ');
        }
        moot_plot__px(out, at_y);
        pen = 1;
        last = at_x;
    }
    if (pen && p->kind == MOOT_PLOT_STEPS && last < x->to) {
        moot_buf_str(out, " H ");
        moot_plot__px(out, x->to);
    }
    moot_buf_printf(out, "\" fill=\"none\" stroke=\"%s\" stroke-width=\"3\" stroke-dasharray=\"%s\"/>\n", moot_plot_colours[s], dashes[s]);
}

/* What the table tells is marked on the curve, with its interval; those of two curves stand a little apart. */
static void marks(const moot_plot *p, size_t s, const axis *x, const axis *y, moot_buf *out)
{
    for (size_t i = 0; p->at_count <= MARKS_MOST && i < p->at_count; i++) {
        const moot_plot_point *point = moot_plot__at(p, s, p->at[i]);
        double at_x = px(x, p->at[i]) + 4 * ((double)s - ((double)p->count - 1) / 2);
        if (!point || !moot_plot__is_shown(point->y)) {
            continue;
        }
        if (moot_plot__is_shown(point->low) && moot_plot__is_shown(point->high)) {
            line(out, at_x, px(y, point->low), at_x, px(y, point->high), moot_plot_colours[s], 1.5);
        }
        mark(out, s, at_x, px(y, point->y));
    }
}

static void x_range(const moot_plot *p, double *low, double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t s = 0; s < p->count; s++) {
        if (p->series[s].count > 0) {
            widen(p->series[s].points[0].x, low, high);
            widen(p->series[s].points[p->series[s].count - 1].x, low, high);
        }
    }
    for (size_t i = 0; i < p->at_count; i++) {
        widen(p->at[i], low, high);
    }
    if (*low > *high) {
        *low = 0;
        *high = 1;
    }
}

static double curves(const moot_plot *p, moot_buf *out)
{
    double low, high, top = key(p, out) + MOOT_PLOT_LINE + 8, bottom = top + FIELD;
    x_range(p, &low, &high);
    axis x = axis_of(low, high, LEFT, RIGHT);
    y_range(p, &low, &high);
    axis y = axis_of(low, high, bottom, top);
    y.step = p->places == 0 && y.step < 1 ? 1 : y.step;
    y.high = ceil(y.high / y.step - 0.001) * y.step;
    y.low = floor(y.low / y.step + 0.001) * y.step;
    moot_plot__text(out, 0, top - 12, "start", p->y_name, LABEL_CELLS);
    for (int i = 0; i <= 2 * TICKS && y.low + i * y.step <= y.high + y.step / 1000; i++) {
        double value = y.low + i * y.step;
        line(out, LEFT, px(&y, value), RIGHT, px(&y, value), fabs(value) < y.step / 1000 ? MOOT_PLOT_INK : "#b1b4b6", 1);
        tick_label(LEFT - 8, px(&y, value) + 5, "end", value, y.step, p->unit, out);
    }
    x_ticks(p, &x, bottom + MOOT_PLOT_LINE + 2, out);
    moot_plot__text(out, RIGHT, bottom + 2 * MOOT_PLOT_LINE + 4, "end", p->x_name, LABEL_CELLS);
    for (size_t s = 0; s < p->count; s++) {
        curve(p, s, &x, &y, out);
    }
    for (size_t s = 0; s < p->count; s++) {
        marks(p, s, &x, &y, out);
    }
    return bottom + 2 * MOOT_PLOT_LINE + 12;
}

/* ---- spans ---- */

static void span(const axis *a, const moot_plot_point *point, double y, moot_buf *out)
{
    double from = px(a, point->low), to = isnan(point->high) ? a->to : px(a, point->high);
    moot_plot__text(out, 0, y + 14, "start", point->label, LABEL_CELLS);
    y += MOOT_PLOT_LINE + 2;
    if (!isnan(point->high) && to - from < 3) {
        mark(out, 3, from, y + BAR / 2.0);
        return;
    }
    rect(out, from, y, to - from, BAR, moot_plot_colours[isnan(point->high) ? 0 : 1]);
    if (isnan(point->high)) {
        moot_plot__text(out, to - 4, y + BAR + 15, "end", "still runs", LABEL_CELLS);
    }
}

static double spans(const moot_plot *p, moot_buf *out)
{
    double low = INFINITY, high = -INFINITY, y = 4;
    int runs = 0;
    for (size_t i = 0; i < p->series[0].count; i++) {
        widen(p->series[0].points[i].low, &low, &high);
        widen(p->series[0].points[i].high, &low, &high);
        runs |= isnan(p->series[0].points[i].high);
    }
    if (low > high) {
        low = high = 0;
    }
    high += runs ? 1 + (high - low) / 12 : 0; /* so that what still runs can be seen to */
    axis a = axis_of(low, high, 8, MOOT_PLOT_WIDTH - 8);
    for (size_t i = 0; i < p->series[0].count; i++) {
        span(&a, &p->series[0].points[i], y, out);
        y += ROW + (isnan(p->series[0].points[i].high) ? 8 : 0);
    }
    line(out, a.from, y + 2, a.to, y + 2, MOOT_PLOT_INK, 1);
    day_ticks(&a, y + MOOT_PLOT_LINE + 2, out);
    return y + MOOT_PLOT_LINE + 8;
}

/* ---- the picture ---- */

void moot_plot_svg(const moot_plot *plot, moot_buf *out)
{
    moot_buf body, told;
    double height;
    moot_buf_init(&body);
    moot_buf_init(&told);
    height = plot->kind == MOOT_PLOT_BARS    ? bars(plot, &body)
             : plot->kind == MOOT_PLOT_FLOWS ? moot_plot__flows(plot, &body)
             : plot->kind == MOOT_PLOT_SPANS ? spans(plot, &body)
                                             : curves(plot, &body);
    moot_buf_printf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"%s-t %s-d\" width=\"%d\" "
                         "height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"Arial,Helvetica,sans-serif\" font-size=\"14\" "
                         "fill=\"" MOOT_PLOT_INK "\">\n<title id=\"%s-t\">",
                    plot->id, plot->id, MOOT_PLOT_WIDTH, (int)ceil(height), MOOT_PLOT_WIDTH, (int)ceil(height), plot->id);
    moot_html_text(out, plot->finding);
    moot_buf_printf(out, "</title>\n<desc id=\"%s-d\">", plot->id);
    moot_plot__description(plot, &told);
    moot_html_text(out, moot_buf_text(&told));
    moot_buf_str(out, "</desc>\n");
    moot_buf_str(out, moot_buf_text(&body));
    moot_buf_str(out, "</svg>\n");
    out->failed |= !moot_buf_ok(&body) || !moot_buf_ok(&told);
    moot_buf_done(&body);
    moot_buf_done(&told);
}
