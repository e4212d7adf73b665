/* plot_draw: what the files of repl/page/plot.h share. */
#ifndef MOOT_PLOT_DRAW_H
#define MOOT_PLOT_DRAW_H

#include "repl/page/plot.h"

int moot_plot__is_shown(double value); /* neither NAN nor hidden */
int moot_plot__is_curve(const moot_plot *plot);
int moot_plot__has_interval(const moot_plot *plot);
/* The point that holds at x: of STEPS the last one up to it, of LINES the one there. NULL: none. */
const moot_plot_point *moot_plot__at(const moot_plot *plot, size_t series, double x);
void moot_plot__told(const moot_plot *plot, const moot_plot_point *point, moot_buf *out);
void moot_plot__description(const moot_plot *plot, moot_buf *out);

/* ---- plot_svg.c ---- */

enum {
    MOOT_PLOT_WIDTH = 680,
    MOOT_PLOT_LINE = 18 /* of text, at 14 pixels */
};

/* A coordinate, to a tenth of a pixel, whatever the locale. */
void moot_plot__px(moot_buf *out, double value);
/* Text at x, y; anchor: "start", "middle" or "end". What is wider than `cells` letters is cut, and says so by "…". */
void moot_plot__text(moot_buf *out, double x, double y, const char *anchor, const char *text, size_t cells);

/* ---- plot_flows.c ---- */

/* Returns the height. */
double moot_plot__flows(const moot_plot *plot, moot_buf *out);

#endif
