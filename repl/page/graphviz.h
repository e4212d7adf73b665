/* graphviz: the program `dot`, run where it is installed. moot links no part of it, and does without it. */
#ifndef MOOT_GRAPHVIZ_H
#define MOOT_GRAPHVIZ_H

#include "vm/protocol/chart.h"

/* Has `dot` place a chart and appends its <svg>, to which a role, a title and a description are given; `id` makes these unique.
 * *out_found is 0, and nothing is written, where there is no such program. Errors: MOOT_ESYSTEM when it is there and does not do
 * it; MOOT_ENOMEM. */
moot_code moot_graphviz_svg(const moot_chart *chart, const moot_buf *dot, const char *id, moot_buf *out, int *out_found,
                            moot_err *err) MOOT_MUST_CHECK;

#endif
