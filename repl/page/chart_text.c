/* Charts as text for programs that place the boxes: Graphviz and Mermaid. */
#include <string.h>

#include "repl/page/chart_draw.h"

/* ---- Graphviz ---- */

/* A quoted string; a line break in it is \n. */
static void dot_text(moot_buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') {
            moot_buf_char(out, '\\');
        }
        moot_buf_char(out, *text == '\n' ? ' ' : *text);
    }
}

/* On a line of its own, folded at about 32 bytes so that boxes stay narrow. */
static void dot_line(moot_buf *out, const char *text)
{
    size_t width = 0;
    char one[8];
    if (!*text) {
        return;
    }
    moot_buf_str(out, "\\n");
    for (const char *at = text; *at; at++, width++) {
        if (*at == ' ' && width > 32) {
            moot_buf_str(out, "\\n");
            width = 0;
            continue;
        }
        one[0] = *at;
        one[1] = '\0';
        dot_text(out, one);
    }
}

static const char *dot_shape(const moot_chart_box *box)
{
    switch ((moot_chart_kind)box->kind) {
    case MOOT_CHART_START: return "shape=ellipse, style=filled, fillcolor=\"#f4f8fb\"";
    case MOOT_CHART_END: return "shape=box, style=\"rounded,filled\", fillcolor=\"#cecece\"";
    case MOOT_CHART_LADDER: return "shape=hexagon, style=filled, fillcolor=\"#ffffff\"";
    case MOOT_CHART_STAGE: break;
    }
    return "shape=box, style=filled, fillcolor=\"#ffffff\"";
}

static void dot_box(const moot_chart_box *box, int32_t number, moot_buf *out)
{
    moot_buf_printf(out, "    b%d [%s, label=\"", (int)number, dot_shape(box));
    dot_text(out, box->title);
    if (*box->clause) {
        moot_buf_str(out, " (");
        dot_text(out, box->clause);
        moot_buf_char(out, ')');
    }
    dot_line(out, box->owner);
    dot_line(out, box->time);
    if (*box->dead_ends) {
        moot_buf_str(out, "\\nor ends:");
        dot_line(out, box->dead_ends);
    }
    moot_buf_str(out, "\"];\n");
}

static const char *dot_way(uint8_t way)
{
    return way == MOOT_CHART_LATE        ? ", style=dashed, color=\"#801650\", fontcolor=\"#801650\""
           : way == MOOT_CHART_BY_ITSELF ? ", style=dotted"
                                         : "";
}

void moot_chart_dot(const moot_chart *chart, moot_buf *out)
{
    moot_buf_str(out, "digraph protocol {\n  label=\"");
    dot_text(out, chart->protocol->council);
    moot_buf_str(out, ": ");
    dot_text(out, chart->protocol->id);
    moot_buf_str(out, "\";\n  labelloc=t;\n  rankdir=TB;\n  fontname=\"Arial\";\n  node [fontname=\"Arial\", fontsize=11, "
                      "fontcolor=\"#0b0c0c\"];\n  edge [fontname=\"Arial\", fontsize=9, color=\"#12436D\", "
                      "fontcolor=\"#0b0c0c\"];\n");
    for (int32_t lane = 0; lane < chart->lane_count; lane++) {
        moot_buf_printf(out, "  subgraph cluster_%d {\n    label=\"", (int)lane);
        dot_text(out, chart->lanes[lane].name);
        moot_buf_str(out, "\";\n    style=filled; color=\"#f4f8fb\";\n");
        for (int32_t i = 0; i < chart->box_count; i++) {
            if (chart->boxes[i].lane == lane) {
                dot_box(&chart->boxes[i], i, out);
            }
        }
        moot_buf_str(out, "  }\n");
    }
    for (int32_t i = 0; i < chart->arrow_count; i++) {
        const moot_chart_arrow *a = &chart->arrows[i];
        moot_buf_printf(out, "  b%d -> b%d [label=\"", (int)a->from, (int)a->to);
        dot_text(out, a->label);
        dot_line(out, chart->boxes[a->to].time);
        dot_line(out, a->clause);
        moot_buf_printf(out, "\"%s];\n", dot_way(a->way));
    }
    moot_buf_str(out, "}\n");
}

/* ---- Mermaid ---- */

/* Inside double quotes; entities are those of Mermaid: #quot; and #35;. */
static void mermaid_text(moot_buf *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '"': moot_buf_str(out, "#quot;"); break;
        case '#': moot_buf_str(out, "#35;"); break;
        case '<': moot_buf_str(out, "#lt;"); break;
        case '>': moot_buf_str(out, "#gt;"); break;
        case '\n': moot_buf_char(out, ' '); break;
        default: moot_buf_char(out, *text);
        }
    }
}

static void mermaid_line(moot_buf *out, const char *text)
{
    if (*text) {
        moot_buf_str(out, "<br>");
        mermaid_text(out, text);
    }
}

static void mermaid_box(const moot_chart_box *box, int32_t number, moot_buf *out)
{
    static const char *const brackets[][2] = {
        [MOOT_CHART_START] = { "([", "])" }, [MOOT_CHART_STAGE] = { "[", "]" },
        [MOOT_CHART_LADDER] = { "{{", "}}" }, [MOOT_CHART_END] = { "(", ")" },
    };
    moot_buf_printf(out, "    b%d%s\"", (int)number, brackets[box->kind][0]);
    mermaid_text(out, box->title);
    if (*box->clause) {
        moot_buf_str(out, " (");
        mermaid_text(out, box->clause);
        moot_buf_char(out, ')');
    }
    mermaid_line(out, box->owner);
    mermaid_line(out, box->time);
    if (*box->dead_ends) {
        mermaid_line(out, "or ends:");
        moot_buf_char(out, ' ');
        mermaid_text(out, box->dead_ends);
    }
    moot_buf_printf(out, "\"%s\n", brackets[box->kind][1]);
}

void moot_chart_mermaid(const moot_chart *chart, moot_buf *out)
{
    moot_buf_str(out, "flowchart TB\n");
    for (int32_t lane = 0; lane < chart->lane_count; lane++) {
        moot_buf_printf(out, "  subgraph lane%d[\"", (int)lane);
        mermaid_text(out, chart->lanes[lane].name);
        moot_buf_str(out, "\"]\n");
        for (int32_t i = 0; i < chart->box_count; i++) {
            if (chart->boxes[i].lane == lane) {
                mermaid_box(&chart->boxes[i], i, out);
            }
        }
        moot_buf_str(out, "  end\n");
    }
    for (int32_t i = 0; i < chart->arrow_count; i++) {
        const moot_chart_arrow *a = &chart->arrows[i];
        moot_buf_printf(out, "  b%d %s", (int)a->from, a->way == MOOT_CHART_BY_OUTCOME ? "-->" : "-.->");
        moot_buf_str(out, "|\"");
        mermaid_text(out, *a->label ? a->label : "begins");
        mermaid_line(out, chart->boxes[a->to].time);
        mermaid_line(out, a->clause);
        moot_buf_printf(out, "\"| b%d\n", (int)a->to);
    }
}

void moot_chart_told(const moot_chart *chart, moot_buf *out)
{
    int32_t stages = 0;
    for (int32_t i = 0; i < chart->box_count; i++) {
        stages += chart->boxes[i].kind == MOOT_CHART_STAGE;
    }
    moot_buf_printf(out, "%d stages in %d lanes, %d ways between them.", (int)stages, (int)chart->lane_count,
                    (int)chart->arrow_count);
}
