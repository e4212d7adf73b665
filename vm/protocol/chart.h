/* chart: a protocol as a picture has it: what begins it, its stages in the lanes of those who own them, which way each leads, how
 * long each may take, at which panel it is taken, and by which clause. What is drawn from it (Graphviz, Mermaid, SVG) and what is
 * written beside it name the same boxes and arrows in the same order, which is that of the protocol.
 *
 * A box is
 *     start    something that happens: an event, a birthday, a date, a fact that comes to be true
 *     stage    one that has an outcome, a duty or a panel, or that another goes to
 *     ladder   an escalation ladder that something opens
 *     end      how a journey is closed
 * A stage of nothing but effects is no box: what it starts is an arrow from what starts it, and what it tells others is not
 * drawn. An arrow says which outcome, or what happens; `late` is one that is followed when a deadline was missed. Guards are not
 * drawn: they are in the document beside the picture. */
#ifndef MOOT_CHART_H
#define MOOT_CHART_H

#include "vm/protocol/protocol.h"

typedef enum moot_chart_kind {
    MOOT_CHART_START, MOOT_CHART_STAGE, MOOT_CHART_LADDER, MOOT_CHART_END
} moot_chart_kind;

/* Who owns what stands in it: a service, the young person, several services together; the first lane is of what begins and the
 * last of what ends. */
typedef struct moot_chart_lane {
    const char *name;
    int32_t party;  /* service, or party 0, the applicant; -1 for the others */
    int32_t boxes;
} moot_chart_lane;

typedef struct moot_chart_box {
    uint8_t kind;
    int32_t ref;        /* stage, ladder; -1 */
    int32_t lane;
    const char *title;  /* "joint assessment" */
    const char *owner;  /* "Social worker and Housing Options Officer"; "" */
    const char *clause; /* "3.7/1"; "" */
    const char *time;   /* what is set for it: "within 48 hours; at Accommodation Panel, every 2 weeks"; "" */
    const char *dead_ends; /* outcomes that lead nowhere: "not accepted, not signed"; "" */
} moot_chart_box;

typedef enum moot_chart_way {
    MOOT_CHART_BY_OUTCOME, /* somebody chose it, or it was taken by itself */
    MOOT_CHART_BY_ITSELF,  /* what happened starts it */
    MOOT_CHART_LATE        /* a deadline was missed */
} moot_chart_way;

typedef struct moot_chart_arrow {
    int32_t from, to;   /* boxes */
    uint8_t way;
    const char *label;  /* "still homeless"; outcomes that lead the same way are one arrow: "a, b" */
    const char *clause;
} moot_chart_arrow;

typedef struct moot_chart {
    const moot_protocol *protocol; /* borrowed */
    moot_chart_lane *lanes;
    int32_t lane_count;
    size_t lane_cap;
    moot_chart_box *boxes;
    int32_t box_count;
    size_t box_cap;
    moot_chart_arrow *arrows;
    int32_t arrow_count;
    size_t arrow_cap;
    moot_arena arena;
    int failed; /* memory ended while it was made */
} moot_chart;

/* Fills *out, which is the caller's whatever came of it. MOOT_ENOMEM is the only failure. */
moot_code moot_chart_init(const moot_protocol *protocol, moot_chart *out, moot_err *err) MOOT_MUST_CHECK;
void moot_chart_done(moot_chart *chart);

#endif
