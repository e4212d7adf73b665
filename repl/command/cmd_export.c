/* moot export: a protocol as a chart (dot, mermaid, svg) or as a document (md, html); a store for other programs (csv, jsonl, ics, xes, ocel). */
#include <stdio.h>
#include <string.h>

#include "repl/cli/cmd.h"
#include "repl/cli/put.h"
#include "repl/command/export_store.h"
#include "repl/page/chart_draw.h"
#include "repl/page/document.h"
#include "repl/page/graphviz.h"
#include "repl/page/page.h"
#include "vm/protocol/law.h"

typedef enum format { AS_DOT, AS_MERMAID, AS_SVG, AS_MD, AS_HTML, AS_CSV, AS_JSONL, AS_ICS, AS_XES, AS_OCEL } format;
static const char *const formats[] = { "dot", "mermaid", "svg", "md", "html", "csv", "jsonl", "ics", "xes", "ocel" };

#define SQRT_2 1.4142135623730951 /* A3 is so much broader than A4 */

typedef enum layout { LAYOUT_BEST, LAYOUT_DOT, LAYOUT_OWN } layout;
static const char *const layouts[] = { "best", "dot", "own" };

typedef struct exported {
    moot_app *app;
    moot_cmd_script script;
    moot_protocol *protocol;
    moot_chart chart;
    int as, layout;
} exported;

/* A chart by itself is placed by Graphviz where that is there and can, else by moot. In a document it is moot's own unless asked
 * otherwise: its words fold, and the page is the same on every machine. */
static moot_code picture(exported *x, moot_buf *out, moot_err *err)
{
    if (x->layout == LAYOUT_DOT || (x->layout == LAYOUT_BEST && x->as == AS_SVG)) {
        moot_err why;
        moot_buf dot;
        int found = 0;
        moot_err_init(&why);
        moot_buf_init(&dot);
        moot_chart_dot(&x->chart, &dot);
        moot_code code = moot_buf_ok(&dot) ? moot_graphviz_svg(&x->chart, &dot, "chart", out, &found, &why) : moot_fail_memory(&why);
        moot_buf_done(&dot);
        if (code == MOOT_OK && found) {
            return MOOT_OK;
        }
        if (x->layout == LAYOUT_DOT) {
            return code ? moot_fail(err, code, "%s", why.msg)
                        : moot_fail(err, MOOT_ESYSTEM, "there is no program \"dot\" here to place the chart (apt-get install "
                                                       "graphviz); --layout own places it without");
        }
    }
    moot_chart_fit fit = { 0, 0 };
    moot_code code = moot_chart_svg(&x->chart, "chart", x->as == AS_HTML, out, &fit, err);
    if (code == MOOT_OK && x->as == AS_HTML && fit.points < MOOT_CHART_POINTS) {
        moot_say_note(&x->app->say, "%d services stand side by side in the chart: printed on A4 its type has %.1f points, on A3 %.1f", fit.lanes, fit.points,
                      fit.points * SQRT_2);
    }
    return code;
}

static moot_code document(exported *x, const char *command, moot_buf *out, moot_err *err)
{
    moot_buf svg;
    moot_code code = MOOT_OK;
    moot_buf_init(&svg);
    if (x->as == AS_HTML) {
        code = picture(x, &svg, err);
    }
    if (code == MOOT_OK) {
        moot_document d = { &x->chart, x->script.protocol, svg.len > 0 ? moot_buf_text(&svg) : NULL, command };
        code = moot_document_write(&d, x->as == AS_HTML ? MOOT_PAGE_HTML : MOOT_PAGE_MARKDOWN, out, err);
    }
    moot_buf_done(&svg);
    return code;
}

/* What the chart rests on that is law: a remark of its language; in a picture at the end of what it says of itself. */
static void chart_with_law(const exported *x, const moot_buf *chart, moot_buf *out)
{
    moot_buf note;
    const char *text = moot_buf_text(chart), *end = strstr(text, "</desc>");
    moot_buf_init(&note);
    moot_law_note(x->protocol, &note);
    size_t before = x->as == AS_SVG && end ? (size_t)(end - text) : 0;
    moot_buf_add(out, text, before);
    if (note.len > 0 && x->as != AS_SVG) {
        moot_buf_printf(out, "%s %s\n", x->as == AS_DOT ? "//" : "%%", moot_buf_text(&note));
    }
    if (note.len > 0 && before > 0) {
        moot_buf_char(out, ' ');
        moot_html_text(out, moot_buf_text(&note));
    }
    moot_buf_add(out, text + before, chart->len - before);
    out->failed |= !moot_buf_ok(&note) || !moot_buf_ok(chart);
    moot_buf_done(&note);
}

static moot_code make(exported *x, moot_buf *out, moot_err *err)
{
    moot_buf command, chart;
    moot_code code = MOOT_OK;
    moot_buf_init(&command);
    moot_buf_init(&chart);
    moot_buf_printf(&command, "moot export %s --as %s", moot_cli_text(&x->app->cli, "protocol"), formats[x->as]);
    switch ((format)x->as) {
    case AS_DOT: moot_chart_dot(&x->chart, &chart); break;
    case AS_MERMAID: moot_chart_mermaid(&x->chart, &chart); break;
    case AS_SVG: code = picture(x, &chart, err); break;
    case AS_MD:
    case AS_HTML: code = document(x, moot_buf_text(&command), out, err); break;
    case AS_CSV:
    case AS_JSONL:
    case AS_ICS:
    case AS_XES:
    case AS_OCEL: break; /* of a store */
    }
    if (code == MOOT_OK && chart.len > 0) {
        chart_with_law(x, &chart, out);
    }
    moot_buf_done(&chart);
    moot_buf_done(&command);
    return code == MOOT_OK && !moot_buf_ok(out) ? moot_fail_memory(err) : code;
}

static moot_code put(const exported *x, const moot_buf *out, moot_err *err)
{
    const char *path = moot_cli_text(&x->app->cli, "output");
    if (!path || strcmp(path, "-") == 0) {
        moot_say_buf(out);
        return MOOT_OK;
    }
    return moot_put_file(path, moot_buf_text(out), out->len, err);
}

static moot_code run(exported *x, moot_err *err)
{
    moot_buf out;
    moot_code code;
    moot_buf_init(&out);
    code = moot_chart_init(x->protocol, &x->chart, err);
    if (code == MOOT_OK) {
        code = make(x, &out, err);
    }
    if (code == MOOT_OK) {
        code = put(x, &out, err);
    }
    moot_chart_done(&x->chart);
    moot_buf_done(&out);
    return code;
}

/* The form fits what is exported: 0, or what is wrong was put into err. */
static moot_code check_form(const exported *x, const char *named, int is_store, moot_err *err)
{
    const char *rows = moot_cli_flag(&x->app->cli, "internal") ? "--internal"
                       : moot_cli_flag(&x->app->cli, "rows")     ? "--rows"
                       : moot_cli_flag(&x->app->cli, "generalise") ? "--generalise"
                       : moot_cli_flag(&x->app->cli, "suppress-below") ? "--suppress-below" : NULL;
    if (x->as < 0) {
        return moot_fail(err, MOOT_EUSAGE, is_store ? "export of a store needs a form: --as csv, jsonl, ics, xes or ocel" : "export needs a form: --as dot, mermaid, svg, md or html");
    }
    if (is_store != (x->as >= AS_CSV)) {
        return moot_fail(err, MOOT_EUSAGE, is_store ? "%.200s is a store: --as csv, jsonl, ics, xes or ocel writes what is in it" : "%.200s is no store: --as %s writes what is in one", named,
                         formats[x->as]);
    }
    return is_store || !rows ? MOOT_OK : moot_fail(err, MOOT_EUSAGE, "%s is about cases, and goes with a store", rows);
}

static moot_code run_store(exported *x, const char *path, moot_err *err)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_code code = moot_export_store(x->app, path, (moot_export_form)(x->as - AS_CSV), &out, err);
    code = code ? code : put(x, &out, err);
    moot_buf_done(&out);
    return code;
}

void moot_cmd_export(moot_app *app)
{
    exported x = { .app = app, .as = -1 };
    moot_err err;
    moot_err_init(&err);
    if (moot_cli_choice(&app->cli, "as", formats, MOOT_COUNT(formats), &x.as, &err)
        || moot_cli_choice(&app->cli, "layout", layouts, MOOT_COUNT(layouts), &x.layout, &err)) {
        moot_say_error(&app->say, &err);
        return;
    }
    const char *path = moot_cli_text(&app->cli, "output");
    if (path && !*path) {
        moot_fail(&err, MOOT_EUSAGE, "-o takes the name of a file, such as luton.html; it was given \"\"");
        moot_say_error(&app->say, &err);
        return;
    }
    const char *named = moot_cli_text(&app->cli, "protocol");
    int is_store = moot_caseload_is_sqlite(named);
    if (check_form(&x, named, is_store, &err) || (is_store && run_store(&x, named, &err))) {
        moot_say_error(&app->say, &err);
        return;
    }
    if (!is_store && !moot_cmd_script_load(app, moot_cli_text(&app->cli, "protocol"), &x.script, &x.protocol) && run(&x, &err)) {
        moot_say_error(&app->say, &err);
    }
    moot_protocol_free(x.protocol);
}
