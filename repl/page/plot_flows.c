/* Bands between two columns: on the left what was left, on the right what came after. A thing stands once on each side, in the
 * order in which it is first named; its height is that of all bands that end there. Bands of one thing have one colour; the labels
 * and their figures say which it is. */
#include <math.h>
#include <string.h>

#include "repl/page/plot_draw.h"

enum {
    SIDE = 220,       /* for labels */
    NODE = 12,        /* width */
    GAP = 2 * MOOT_PLOT_LINE + 4, /* room of a label beside a thin thing */
    HEIGHT = 260,     /* of all bands together */
    SIDE_CELLS = 27
};

typedef struct node {
    const char *name;
    double sum, y, used; /* used: what of its height bands have taken */
    int hides;           /* a band of it is not shown */
} node;

typedef struct flows {
    const moot_plot_point *points;
    size_t count;
    node *sides[2];      /* count of them each, at most */
    size_t counts[2];
    double scale;        /* pixels of one */
} flows;

static const char *end_of(const moot_plot_point *point, int side)
{
    return side ? point->to : point->label;
}

static node *find(flows *f, int side, const char *name)
{
    for (size_t i = 0; i < f->counts[side]; i++) {
        if (strcmp(f->sides[side][i].name, name) == 0) {
            return &f->sides[side][i];
        }
    }
    f->sides[side][f->counts[side]] = (node){ .name = name };
    return &f->sides[side][f->counts[side]++];
}

static int is_drawn(const moot_plot_point *point)
{
    return moot_plot__is_shown(point->y) && point->y > 0;
}

static double place(flows *f, int side)
{
    double y = 4;
    for (size_t i = 0; i < f->counts[side]; i++) {
        node *n = &f->sides[side][i];
        double height = n->sum * f->scale;
        n->y = y;
        y += (height > GAP ? height : GAP) + 8;
    }
    return y;
}

static void band(flows *f, const moot_plot_point *point, moot_buf *out)
{
    node *from = find(f, 0, point->label), *to = find(f, 1, point->to);
    double height = point->y * f->scale, y0 = from->y + from->used, y1 = to->y + to->used;
    double x0 = SIDE + NODE, x1 = MOOT_PLOT_WIDTH - SIDE - NODE, middle = (x0 + x1) / 2;
    const double way[] = { x0, y0, middle, y0, middle, y1, x1, y1, x1, y1 + height, middle, y1 + height, middle, y0 + height, x0,
                           y0 + height };
    static const char *const signs[] = { "M ", " C ", ", ", ", ", " L ", " C ", ", ", ", " };
    moot_buf_str(out, "<path d=\"");
    for (size_t i = 0; i < MOOT_COUNT(way); i += 2) {
        moot_buf_str(out, signs[i / 2]);
        moot_plot__px(out, way[i]);
        moot_buf_char(out, ' ');
        moot_plot__px(out, way[i + 1]);
    }
    moot_buf_printf(out, " Z\" fill=\"%s\" stroke=\"" MOOT_PLOT_PAPER "\" stroke-width=\"1\"/>\n",
                    moot_plot_colours[(size_t)(from - f->sides[0]) % MOOT_PLOT_SERIES]);
    from->used += height;
    to->used += height;
}

static void label(const moot_plot *p, const flows *f, int side, const node *n, moot_buf *out)
{
    moot_buf told;
    double x = side ? MOOT_PLOT_WIDTH - SIDE + 8 : SIDE - 8, height = n->sum * f->scale;
    moot_buf_init(&told);
    moot_buf_str(out, "<rect x=\"");
    moot_plot__px(out, side ? MOOT_PLOT_WIDTH - SIDE - NODE : SIDE);
    moot_buf_str(out, "\" y=\"");
    moot_plot__px(out, n->y);
    moot_buf_printf(out, "\" width=\"%d\" height=\"", NODE);
    moot_plot__px(out, height > 1 ? height : 1);
    moot_buf_str(out, "\" fill=\"" MOOT_PLOT_GREY "\"/>\n");
    moot_plot__text(out, x, n->y + 12, side ? "start" : "end", n->name, SIDE_CELLS);
    moot_plot_figure(n->hides && n->sum <= 0 ? MOOT_PLOT_HIDDEN : n->sum, p->places, &told);
    moot_buf_str(&told, n->hides && n->sum > 0 ? " and c" : "");
    moot_plot__text(out, x, n->y + 12 + MOOT_PLOT_LINE, side ? "start" : "end", moot_buf_text(&told), SIDE_CELLS);
    out->failed |= !moot_buf_ok(&told);
    moot_buf_done(&told);
}

static double draw(const moot_plot *p, flows *f, moot_buf *out)
{
    double sum = 0;
    for (size_t i = 0; i < f->count; i++) {
        int drawn = is_drawn(&f->points[i]);
        for (int side = 0; side < 2 && (drawn || f->points[i].y != 0); side++) {
            node *n = find(f, side, end_of(&f->points[i], side));
            n->sum += drawn ? f->points[i].y : 0;
            n->hides |= !drawn;
        }
        sum += drawn ? f->points[i].y : 0;
    }
    f->scale = sum > 0 ? HEIGHT / sum : 1;
    double left = place(f, 0), right = place(f, 1);
    for (size_t i = 0; i < f->count; i++) {
        if (is_drawn(&f->points[i])) {
            band(f, &f->points[i], out);
        }
    }
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < f->counts[side]; i++) {
            label(p, f, side, &f->sides[side][i], out);
        }
    }
    return left > right ? left : right;
}

double moot_plot__flows(const moot_plot *plot, moot_buf *out)
{
    flows f = { .points = plot->series[0].points, .count = plot->series[0].count };
    double height = 4;
    f.sides[0] = moot_calloc(f.count + 1, sizeof *f.sides[0]);
    f.sides[1] = moot_calloc(f.count + 1, sizeof *f.sides[1]);
    if (f.sides[0] && f.sides[1]) {
        height = draw(plot, &f, out);
    } else {
        out->failed = 1;
    }
    moot_free(f.sides[0]);
    moot_free(f.sides[1]);
    return height;
}
