/* The page of moot coverage: built in memory, top to bottom. Colours are those of the Government Analysis Function and the
 * GOV.UK Design System, each at least 4.5 to 1 against what it stands on. */
#include "repl/coverage_page.h"

#include <inttypes.h>
#include <string.h>

#include "repl/clause.h"
#include "vm/law.h"

typedef struct page {
    const moot_coverage_view *v;
    moot_buf *out;
} page;

/* ---- what is counted ---- */

const char *moot_coverage_state(const moot_coverage_row *row, int counted)
{
    if (row->not_run) {
        return "not run";
    }
    if (!row->declared) {
        return "no rule";
    }
    return !counted ? "declared" : row->ran ? "ran" : "never ran";
}

int moot_coverage_is_law(const moot_protocol *protocol, const moot_coverage_row *row)
{
    return !row->operational && moot_find_law(protocol, row->clause) >= 0;
}

void moot_coverage_count(const moot_coverage *coverage, int32_t n[MOOT_COVERAGE_COUNTS])
{
    int32_t count;
    const moot_coverage_row *rows = moot_coverage_rows(coverage, &count);
    memset(n, 0, MOOT_COVERAGE_COUNTS * sizeof *n);
    for (int32_t i = 0; i < count; i++) {
        if (rows[i].operational) {
            n[MOOT_COVERAGE_OF_TABLE]++;
            n[MOOT_COVERAGE_WITH_RULE] += rows[i].declared > 0 && !rows[i].not_run;
            n[MOOT_COVERAGE_NOT_RUN] += rows[i].not_run > 0;
            n[MOOT_COVERAGE_RAN] += rows[i].ran > 0;
            n[MOOT_COVERAGE_NEITHER] += !rows[i].declared && !rows[i].not_run;
        }
    }
}

/* ---- words ---- */

static void text_len(page *p, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        switch (text[i]) {
        case '&':
            moot_buf_str(p->out, "&amp;");
            break;
        case '<':
            moot_buf_str(p->out, "&lt;");
            break;
        case '>':
            moot_buf_str(p->out, "&gt;");
            break;
        case '"':
            moot_buf_str(p->out, "&quot;");
            break;
        default:
            moot_buf_char(p->out, text[i]);
        }
    }
}

static void text(page *p, const char *words)
{
    text_len(p, words ? words : "", words ? strlen(words) : 0);
}

static void cell(page *p, const char *words)
{
    moot_buf_str(p->out, "<td>");
    text(p, words);
    moot_buf_str(p->out, "</td>");
}

static void row_head(page *p, const char *words)
{
    moot_buf_str(p->out, "<tr><th scope=\"row\">");
    text(p, words);
    moot_buf_str(p->out, "</th>");
}

/* The box scrolls by itself where the screen is narrow, and the keyboard reaches it. */
static void table_begin(page *p, const char *name, const char *const *heads, size_t count)
{
    moot_buf_printf(p->out,
                    "<div class=\"box\" role=\"region\" tabindex=\"0\" "
                    "aria-label=\"%s\">\n<table>\n<caption>%s</caption>\n"
                    "<thead><tr>",
                    name, name);
    for (size_t i = 0; i < count; i++) {
        moot_buf_printf(p->out, "<th scope=\"col\">%s</th>", heads[i]);
    }
    moot_buf_str(p->out, "</tr></thead>\n<tbody>\n");
}

static void table_end(page *p)
{
    moot_buf_str(p->out, "</tbody>\n</table>\n</div>\n");
}

/* One line of what the clause table says, such as "rule". */
static void told(page *p, const char *clause_text, const char *what)
{
    size_t len = strlen(what);
    for (const char *line = clause_text; *line;) {
        size_t whole = strcspn(line, "\n");
        if (whole > len + 4 && strncmp(line + 2, what, len) == 0 && line[2 + len] == ':') {
            text_len(p, line + len + 4, whole - len - 4);
            return;
        }
        line += whole + (line[whole] == '\n');
    }
}

/* ---- the parts ---- */

static void head(page *p)
{
    moot_buf_str(
        p->out,
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    text(p, p->v->protocol->id);
    moot_buf_str(p->out,
                 ": clauses and rules</title>\n<style>\n"
                 "body{font:1.1875rem/1.32 "
                 "Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff;margin:1.5rem auto;"
                 "max-width:75rem;padding:0 1rem}\n"
                 "h1{font-size:2.25rem;line-height:1.15}h2{font-size:1.6875rem;margin-top:2.5rem}p,"
                 "li{max-width:44rem}\n"
                 "a{color:#1a65a6}a:focus,.box:focus{outline:3px solid "
                 "#0b0c0c;background:#ffdd00}.box:focus{background:#fff}\n"
                 ".skip{position:absolute;left:-999rem}.skip:focus{position:static}\n"
                 ".box{overflow-x:auto}table{border-collapse:collapse;font-size:1rem;width:100%}\n"
                 "caption{text-align:left;font-weight:bold;padding:.5rem 0}\n"
                 "th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem "
                 "0;border-bottom:1px solid #cecece}\n"
                 "td.n{text-align:right}tr.found{background:#fff7bf}.open{color:#484949}\n"
                 "@media "
                 "print{body{font-size:10pt;margin:0}thead{display:table-header-group}tr{break-"
                 "inside:avoid}}\n"
                 "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the "
                 "answer</a>\n<main id=\"main\">\n<h1>");
    text(p, p->v->protocol->council);
    moot_buf_str(p->out, ": clauses and rules</h1>\n");
}

static void counted_item(page *p, const char *what, int64_t count)
{
    moot_buf_printf(p->out, "<li>%s: %" PRId64 "</li>\n", what, count);
}

static void summary(page *p)
{
    int32_t n[MOOT_COVERAGE_COUNTS];
    int64_t cases = moot_coverage_cases(p->v->coverage);
    moot_coverage_count(p->v->coverage, n);
    moot_buf_str(p->out, "<p>Protocol ");
    text(p, p->v->protocol->id);
    moot_buf_printf(p->out, ", hash %.12s, beside the clauses of its document.</p>\n<ul>\n",
                    p->v->protocol->hash);
    counted_item(p, "Clauses", n[MOOT_COVERAGE_OF_TABLE]);
    counted_item(p, "Carried out by a rule", n[MOOT_COVERAGE_WITH_RULE]);
    counted_item(p, "Not run by nature, each with its reason", n[MOOT_COVERAGE_NOT_RUN]);
    counted_item(p, "With neither", n[MOOT_COVERAGE_NEITHER]);
    if (cases > 0) {
        counted_item(p, "Cases that were looked at", cases);
        counted_item(p, "Clauses that ran in them", n[MOOT_COVERAGE_RAN]);
    }
    counted_item(p, "Findings", p->v->findings_count);
    moot_buf_str(p->out,
                 "</ul>\n<p>What a clause says is told in other words than the document's.</p>\n");
}

static void findings(page *p)
{
    if (p->v->findings_count == 0) {
        return;
    }
    moot_buf_str(p->out, "<h2>Findings</h2>\n<ul>\n");
    for (int32_t i = 0; i < p->v->findings_count; i++) {
        const moot_coverage_finding *f = &p->v->findings[i];
        moot_buf_str(p->out, "<li>Clause ");
        text(p, *f->clause ? f->clause : "(none)");
        moot_buf_char(p->out, ' ');
        text(p, f->what);
        if (f->decl) {
            moot_buf_str(p->out, " (");
            text(p, f->decl->file);
            moot_buf_printf(p->out, ", line %d)", (int)f->decl->line);
        }
        moot_buf_str(p->out, ".</li>\n");
    }
    moot_buf_str(p->out, "</ul>\n");
}

static int is_found(const page *p, const char *clause)
{
    for (int32_t i = 0; i < p->v->findings_count; i++) {
        if (strcmp(p->v->findings[i].clause, clause) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Why it is not run, else its first rule and where that stands. */
static void first_rule(page *p, const moot_coverage_row *row)
{
    const moot_protocol *protocol = p->v->protocol;
    for (int32_t i = 0; row->not_run && i < protocol->not_runs_count; i++) {
        if (strcmp(protocol->not_runs[i].decl.name, row->clause) == 0) {
            text(p, protocol->not_runs[i].because);
            return;
        }
    }
    if (row->first) {
        text(p, *row->first->name ? row->first->name : "(nameless)");
        moot_buf_str(p->out, "<br><span class=\"open\">");
        text(p, row->first->file);
        moot_buf_printf(p->out, ", line %d</span>", (int)row->first->line);
    }
}

static void clause_row(page *p, const moot_coverage_row *row, int counted)
{
    moot_buf said;
    moot_buf_init(&said);
    if (p->v->protocol->clause_file) {
        (void)moot_clause_text(p->v->script, p->v->protocol->clause_file, row->clause, &said);
    }
    moot_buf_printf(p->out, "<tr%s><th scope=\"row\">",
                    is_found(p, row->clause) ? " class=\"found\"" : "");
    text(p, row->clause);
    moot_buf_str(p->out, "</th><td>");
    told(p, moot_buf_text(&said), "rule");
    moot_buf_str(p->out, "</td>");
    cell(p, row->operational ? row->operational : "not in the table");
    cell(p, moot_coverage_state(row, counted));
    moot_buf_printf(p->out, "<td class=\"n\">%d</td><td class=\"n\">%d</td>", (int)row->declared,
                    (int)row->open);
    if (counted) {
        moot_buf_printf(p->out, "<td class=\"n\">%" PRId64 "</td>", row->ran);
    }
    moot_buf_str(p->out, "<td>");
    first_rule(p, row);
    moot_buf_str(p->out, "</td></tr>\n");
    moot_buf_done(&said);
}

static void clauses(page *p)
{
    static const char *const uncounted[] = {
        "Clause", "What it says", "Can it run?",           "State",
        "Rules",  "Left open",    "First rule, or why not"
    };
    static const char *const with_runs[] = { "Clause",       "What it says",
                                             "Can it run?",  "State",
                                             "Rules",        "Left open",
                                             "Times it ran", "First rule, or why not" };
    int32_t count;
    const moot_coverage_row *rows = moot_coverage_rows(p->v->coverage, &count);
    int counted = moot_coverage_cases(p->v->coverage) > 0;
    moot_buf_str(p->out, "<h2>Clause by clause</h2>\n");
    table_begin(p, "Clauses of the document, in its order", counted ? with_runs : uncounted,
                counted ? MOOT_COUNT(with_runs) : MOOT_COUNT(uncounted));
    for (int32_t i = 0; i < count; i++) {
        if (!moot_coverage_is_law(p->v->protocol, &rows[i])) {
            clause_row(p, &rows[i], counted);
        }
    }
    table_end(p);
}

static void reading_row(page *p, const moot_protocol *protocol, const moot_reading *r)
{
    int others = 0;
    row_head(p, r->decl.clause);
    moot_buf_str(p->out, "<td>");
    text(p, r->decl.name);
    if (r->against) {
        moot_buf_str(p->out, " (against ");
        text(p, r->against);
        moot_buf_char(p->out, ')');
    }
    moot_buf_str(p->out, "</td>");
    cell(p, moot_symbol(protocol, r->chosen));
    moot_buf_str(p->out, "<td>");
    for (int32_t k = 0; k < r->options.count; k++) {
        int32_t option = moot_span_at(protocol, r->options, k);
        if (option != r->chosen) {
            moot_buf_str(p->out, others++ ? "; " : "");
            text(p, moot_symbol(protocol, option));
        }
    }
    moot_buf_str(p->out, "</td></tr>\n");
}

static void readings(page *p)
{
    static const char *const heads[] = { "Clause", "What is unclear", "Read as", "Or else" };
    const moot_protocol *protocol = p->v->protocol;
    if (protocol->readings_count == 0) {
        return;
    }
    moot_buf_str(p->out, "<h2>What the text leaves open, and can change an answer</h2>\n"
                         "<p>Each of these can change a date, an owner, a bed, money or a right. "
                         "The protocol follows one "
                         "reading and names the others.</p>\n");
    table_begin(p, "Readings", heads, MOOT_COUNT(heads));
    for (int32_t i = 0; i < protocol->readings_count; i++) {
        reading_row(p, protocol, &protocol->readings[i]);
    }
    table_end(p);
}

static void open_point(page *p, const moot_decl *d)
{
    if (d->open) {
        row_head(p, d->clause);
        cell(p, d->name);
        cell(p, d->open);
        moot_buf_str(p->out, "</tr>\n");
    }
}

/* In the order of the kinds: who acts, what is known, what happens. */
static void open_points(page *p)
{
    static const char *const heads[] = { "Clause", "Where", "What is not said" };
    const moot_protocol *protocol = p->v->protocol;
    moot_buf_str(p->out, "<h2>Smaller points that are not said</h2>\n");
    table_begin(p, "Open points, which change no answer", heads, MOOT_COUNT(heads));
#define ALL(table)                                                                                 \
    for (int32_t i = 0; i < protocol->table##_count; i++) {                                        \
        open_point(p, &protocol->table[i].decl);                                                   \
    }
    ALL(parties)
    ALL(facts)
    ALL(decisions) ALL(stages) ALL(outcomes) ALL(clocks) ALL(notices) ALL(panels) ALL(ladders)
        ALL(entitlements) ALL(invariants) ALL(measures)
#undef ALL
            table_end(p);
}

static void laws(page *p)
{
    static const char *const heads[] = { "Source", "What it says", "Rules that carry it out" };
    int32_t count, shown = 0;
    const moot_coverage_row *rows = moot_coverage_rows(p->v->coverage, &count);
    moot_buf note;
    for (int32_t i = 0; i < count; i++) {
        int32_t law = rows[i].operational ? -1 : moot_find_law(p->v->protocol, rows[i].clause);
        if (law < 0) {
            continue;
        }
        if (shown++ == 0) {
            moot_buf_str(p->out, "<h2>The law that it rests on</h2>\n");
            table_begin(p, "Sources of law", heads, MOOT_COUNT(heads));
        }
        row_head(p, rows[i].clause);
        cell(p, p->v->protocol->laws[law].title);
        moot_buf_printf(p->out, "<td class=\"n\">%d</td></tr>\n", (int)rows[i].declared);
    }
    if (shown) {
        table_end(p);
    }
    if (p->v->protocol->laws_count > 0) {
        moot_buf_init(&note);
        moot_law_note(p->v->protocol, &note);
        moot_buf_str(p->out, "<p>");
        text(p, moot_buf_text(&note));
        moot_buf_str(p->out, "</p>\n");
        moot_buf_done(&note);
    }
}

void moot_coverage_page(const moot_coverage_view *view, moot_buf *out)
{
    page p = { view, out };
    head(&p);
    summary(&p);
    findings(&p);
    clauses(&p);
    readings(&p);
    open_points(&p);
    laws(&p);
    moot_buf_str(out, "</main>\n<footer><p>Made by <code>moot coverage --html ");
    text(&p, view->script);
    moot_buf_str(out, "</code>.</p></footer>\n</body>\n</html>\n");
}
