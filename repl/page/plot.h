/* plot: figures as a picture, with the same figures as a table beside it.
 *
 *     BARS   one row a thing, its label above its bar: breaches by clause, differences; intervals as lines
 *     STEPS  a curve that holds from each x to the next: the share that still waits
 *     LINES  joined points: a queue over a year, a sweep
 *     FLOWS  bands from a thing to another, as thick as many went that way: stages and what came after them
 *     SPANS  bars on a line of days: one case, what ran from when to when; a moment is a diamond
 *
 * A picture is one <svg role="img"> that needs nothing else. Its title says what is found, its description says each figure of the
 * table, made by the same function. Colours are the four of the Analysis Function, each at 3 to 1 or more on white; besides
 * colour, curves differ by dashes and marks, and everything is labelled in words, in a colour for text. All text lies level; bars
 * begin at nought. What cannot be told (NAN) is left out of the picture and is "cannot tell" in the table; what is suppressed
 * (MOOT_PLOT_HIDDEN) is left out and is "c"; what was thrown in with something else is neither. */
#ifndef MOOT_PLOT_H
#define MOOT_PLOT_H

#include "repl/page/page.h"

#define MOOT_PLOT_SERIES 4       /* curves in one picture, at most */
#define MOOT_PLOT_HIDDEN (-1e300)

#define MOOT_PLOT_INK "#0b0c0c"  /* of all text, and of the lines that bound */
#define MOOT_PLOT_GREY "#3d3d3d"
#define MOOT_PLOT_PAPER "#ffffff"
extern const char *const moot_plot_colours[MOOT_PLOT_SERIES];

typedef enum moot_plot_kind { MOOT_PLOT_BARS, MOOT_PLOT_STEPS, MOOT_PLOT_LINES, MOOT_PLOT_FLOWS, MOOT_PLOT_SPANS } moot_plot_kind;

typedef struct moot_plot_point {
    const char *label;   /* BARS, SPANS: of the row; FLOWS: from where */
    const char *to;      /* FLOWS: where to */
    double x;            /* STEPS, LINES: ascending */
    double y;            /* SPANS: not read */
    double low, high;    /* the interval, NAN: there is none; SPANS: from when to when, high NAN: it still runs */
} moot_plot_point;

typedef struct moot_plot_series {
    const char *name; /* NULL where there is one */
    const moot_plot_point *points;
    size_t count;
} moot_plot_series;

/* All is borrowed. */
typedef struct moot_plot {
    moot_plot_kind kind;
    int level;            /* of its heading: 2 or 3 (0) */
    const char *id;       /* letters, digits and -; once in its page */
    const char *finding;  /* the headline: a sentence, without its stop */
    const char *subtitle; /* measure, group, area, period; it names the table */
    const char *x_name;   /* "Days since presenting"; BARS, SPANS: what a row is */
    const char *y_name;   /* "Still without a settled home" */
    const char *unit;     /* "%" stands at each figure; another in the names; "" */
    int places;           /* after the point, 0 to 3 */
    int x_is_day;         /* x is days since 1970: told as "21 May 2026". SPANS always */
    int of_hundred;       /* the axis ends at 100 */
    const moot_plot_series *series;
    size_t count;         /* 1 … MOOT_PLOT_SERIES; BARS, FLOWS, SPANS: 1 */
    const double *at;     /* STEPS, LINES: the x that the description and the table tell, ascending; LINES: points have them */
    size_t at_count;
} moot_plot;

/* Heading, subtitle, picture and table go on the page; Markdown gets all but the picture. Error: MOOT_ENOMEM. */
moot_code moot_plot_write(const moot_plot *plot, moot_page *page, moot_err *err) MOOT_MUST_CHECK;
/* The picture in its box on the page. Nothing on a page of Markdown. Error: MOOT_ENOMEM. */
moot_code moot_plot_picture(const moot_plot *plot, moot_page *page, moot_err *err) MOOT_MUST_CHECK;
/* The picture alone. Memory: a failure shows in moot_buf_ok. */
void moot_plot_svg(const moot_plot *plot, moot_buf *out);

/* The table, for those who write it in another form: the cell of a row and column, the heads likewise. */
size_t moot_plot_rows(const moot_plot *plot);
size_t moot_plot_columns(const moot_plot *plot);
void moot_plot_head(const moot_plot *plot, size_t column, moot_buf *out);
void moot_plot_cell(const moot_plot *plot, size_t row, size_t column, moot_buf *out);
/* A figure as pictures and tables have it: "12.5", "1,200", "cannot tell", "c"; a day: "21 May 2026". */
void moot_plot_figure(double value, int places, moot_buf *out);
void moot_plot_day(double day, moot_buf *out);

#endif
