/* chart_draw: a protocol's chart (vm/protocol/chart.h) as Graphviz, as Mermaid and as SVG. Lanes by service, a box for each stage with its
 * clause, its deadlines and its panel, an arrow for each way on. The three say the same; Graphviz and Mermaid place the boxes
 * themselves, the SVG is placed here, so that it needs no other program. Texts are escaped for each. */
#ifndef MOOT_CHART_DRAW_H
#define MOOT_CHART_DRAW_H

#include "vm/protocol/chart.h"

#define MOOT_CHART_POINTS 7 /* of its type on a page, if all lanes fit */

typedef struct moot_chart_fit {
    int lanes;
    double points; /* of the type, if a strip is as broad as a page */
} moot_chart_fit;

void moot_chart_dot(const moot_chart *chart, moot_buf *out);
void moot_chart_mermaid(const moot_chart *chart, moot_buf *out);

/* One element <svg role="img"> with a title and a description: boxes in columns by lane, in rows by how far they are from the
 * start, which way each leads written in the box, with an arrow from there. Colour never stands alone: what was missed is dashed,
 * what starts by itself dotted. `id` makes its references unique in a page. With `strips` it is as many elements as it needs pages
 * of A4 on its side, to stand one under the other without a gap; each names the lanes anew. *out_fit, unless it is NULL: how it fits
 * such a page. Error: MOOT_ENOMEM. */
moot_code moot_chart_svg(const moot_chart *chart, const char *id, int strips, moot_buf *out, moot_chart_fit *out_fit, moot_err *err) MOOT_MUST_CHECK;

/* "12 stages in 4 lanes, 31 ways between them." */
void moot_chart_told(const moot_chart *chart, moot_buf *out);

#endif
