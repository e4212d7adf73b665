#include "repl/page/coverage_page.h"

#include <inttypes.h>
#include <string.h>

#include "repl/cli/clause.h"
#include "repl/page/page.h"
#include "vm/protocol/law.h"
#include "vm/protocol/protocol_show.h"

typedef struct writer {
    const moot_coverage_view *v;
    moot_page page;
} writer;

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

static moot_buf *fresh(writer *w)
{
    return moot_page_fresh(&w->page);
}

static void para(writer *w)
{
    moot_page_para(&w->page, moot_buf_text(&w->page.text));
}

static void cell(writer *w)
{
    moot_page_cell(&w->page, moot_buf_text(&w->page.text));
}

/* Where a rule stands, if there is one. */
static void place(writer *w, const moot_decl *decl)
{
    if (decl) {
        moot_buf_printf(&w->page.text, " (%s, line %d)", decl->file, (int)decl->line);
    }
}

/* ---- the parts ---- */

static void counted_item(writer *w, const char *what, int64_t count)
{
    moot_buf_printf(fresh(w), "%s: %" PRId64, what, count);
    moot_page_item(&w->page, moot_buf_text(&w->page.text));
}

static void summary(writer *w)
{
    int32_t n[MOOT_COVERAGE_COUNTS];
    int64_t cases = moot_coverage_cases(w->v->coverage);
    moot_coverage_count(w->v->coverage, n);
    moot_buf_printf(fresh(w), "Protocol %s, hash %.12s, beside the clauses of its document.", w->v->protocol->id, w->v->protocol->hash);
    para(w);
    moot_page_list_begin(&w->page);
    counted_item(w, "Clauses", n[MOOT_COVERAGE_OF_TABLE]);
    counted_item(w, "Carried out by a rule", n[MOOT_COVERAGE_WITH_RULE]);
    counted_item(w, "Not run by nature, each with its reason", n[MOOT_COVERAGE_NOT_RUN]);
    counted_item(w, "With neither", n[MOOT_COVERAGE_NEITHER]);
    if (cases > 0) {
        counted_item(w, "Cases that were looked at", cases);
        counted_item(w, "Clauses that ran in them", n[MOOT_COVERAGE_RAN]);
    }
    counted_item(w, "Findings", w->v->findings_count);
    moot_page_list_end(&w->page);
    moot_page_para(&w->page, "What a clause says is told in other words than the document's.");
}

static void findings(writer *w)
{
    if (w->v->findings_count == 0) {
        return;
    }
    moot_page_heading(&w->page, 2, "Findings");
    moot_page_list_begin(&w->page);
    for (int32_t i = 0; i < w->v->findings_count; i++) {
        const moot_coverage_finding *f = &w->v->findings[i];
        moot_buf_printf(fresh(w), "Clause %s %s", *f->clause ? f->clause : "(none)", f->what);
        place(w, f->decl);
        moot_buf_char(&w->page.text, '.');
        moot_page_item(&w->page, moot_buf_text(&w->page.text));
    }
    moot_page_list_end(&w->page);
}

static int is_found(const writer *w, const char *clause)
{
    for (int32_t i = 0; i < w->v->findings_count; i++) {
        if (strcmp(w->v->findings[i].clause, clause) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Why it is not run, else its first rule and where that stands. */
static void first_rule(writer *w, const moot_coverage_row *row)
{
    const moot_protocol *protocol = w->v->protocol;
    fresh(w);
    for (int32_t i = 0; row->not_run && i < protocol->not_runs_count; i++) {
        if (strcmp(protocol->not_runs[i].decl.name, row->clause) == 0) {
            const char *because = protocol->not_runs[i].because;
            moot_buf_str(&w->page.text, because ? because : "");
            return;
        }
    }
    if (row->first) {
        moot_buf_str(&w->page.text, *row->first->name ? row->first->name : "(nameless)");
        place(w, row->first);
    }
}

static void clause_row(writer *w, const moot_coverage_row *row, int counted)
{
    if (is_found(w, row->clause)) {
        moot_page_stand_out(&w->page);
    }
    moot_page_cell(&w->page, row->clause);
    moot_clause_rule(w->v->script, w->v->protocol->clause_file, row->clause, fresh(w));
    cell(w);
    moot_page_cell(&w->page, row->operational ? row->operational : "not in the table");
    moot_page_cell(&w->page, moot_coverage_state(row, counted));
    moot_page_number(&w->page, row->declared);
    moot_page_number(&w->page, row->open);
    if (counted) {
        moot_page_number(&w->page, row->ran);
    }
    first_rule(w, row);
    cell(w);
}

static void clauses(writer *w)
{
    static const char *const uncounted[] = { "Clause", "What it says", "Can it run?", "State", "Rules", "Left open",
                                             "First rule, or why not" };
    static const char *const with_runs[] = { "Clause", "What it says", "Can it run?", "State", "Rules", "Left open",
                                             "Times it ran", "First rule, or why not" };
    int32_t count;
    const moot_coverage_row *rows = moot_coverage_rows(w->v->coverage, &count);
    int counted = moot_coverage_cases(w->v->coverage) > 0;
    moot_page_heading(&w->page, 2, "Clause by clause");
    moot_page_table_begin(&w->page, "Clauses of the document, in its order", counted ? with_runs : uncounted,
                          counted ? MOOT_COUNT(with_runs) : MOOT_COUNT(uncounted));
    for (int32_t i = 0; i < count; i++) {
        if (!moot_coverage_is_law(w->v->protocol, &rows[i])) {
            clause_row(w, &rows[i], counted);
        }
    }
    moot_page_table_end(&w->page);
}

static void reading_row(writer *w, const moot_reading *r)
{
    const moot_protocol *protocol = w->v->protocol;
    moot_page_cell(&w->page, r->decl.clause);
    moot_buf_str(fresh(w), r->decl.name);
    if (r->against) {
        moot_buf_printf(&w->page.text, " (against %s)", r->against);
    }
    cell(w);
    moot_page_cell(&w->page, moot_symbol(protocol, r->chosen));
    moot_reading_others_show(protocol, r, "; ", fresh(w));
    cell(w);
}

static void readings(writer *w)
{
    static const char *const heads[] = { "Clause", "What is unclear", "Read as", "Or else" };
    const moot_protocol *protocol = w->v->protocol;
    if (protocol->readings_count == 0) {
        return;
    }
    moot_page_heading(&w->page, 2, "What the text leaves open, and can change an answer");
    moot_page_para(&w->page, "Each of these can change a date, an owner, a bed, money or a right. The protocol follows one reading and "
                             "names the others.");
    moot_page_table_begin(&w->page, "Readings", heads, MOOT_COUNT(heads));
    for (int32_t i = 0; i < protocol->readings_count; i++) {
        reading_row(w, &protocol->readings[i]);
    }
    moot_page_table_end(&w->page);
}

static void open_point(writer *w, const moot_decl *d)
{
    if (d->open) {
        moot_page_cell(&w->page, d->clause);
        moot_page_cell(&w->page, d->name);
        moot_page_cell(&w->page, d->open);
    }
}

/* In the order of the kinds: who acts, what is known, what happens. */
static void open_points(writer *w)
{
    static const char *const heads[] = { "Clause", "Where", "What is not said" };
    const moot_protocol *protocol = w->v->protocol;
    moot_page_heading(&w->page, 2, "Smaller points that are not said");
    moot_page_table_begin(&w->page, "Open points, which change no answer", heads, MOOT_COUNT(heads));
#define ALL(table)                                                                                                                 \
    for (int32_t i = 0; i < protocol->table##_count; i++) {                                                                        \
        open_point(w, &protocol->table[i].decl);                                                                                   \
    }
    ALL(parties)
    ALL(facts)
    ALL(decisions)
    ALL(stages)
    ALL(outcomes)
    ALL(clocks)
    ALL(notices)
    ALL(panels)
    ALL(ladders)
    ALL(entitlements)
    ALL(invariants)
    ALL(measures)
#undef ALL
    moot_page_table_end(&w->page);
}

static void laws(writer *w)
{
    static const char *const heads[] = { "Source", "What it says", "Rules that carry it out" };
    const moot_protocol *protocol = w->v->protocol;
    int32_t count, shown = 0;
    const moot_coverage_row *rows = moot_coverage_rows(w->v->coverage, &count);
    for (int32_t i = 0; i < count; i++) {
        int32_t law = rows[i].operational ? -1 : moot_find_law(protocol, rows[i].clause);
        if (law < 0) {
            continue;
        }
        if (shown++ == 0) {
            moot_page_heading(&w->page, 2, "The law that it rests on");
            moot_page_table_begin(&w->page, "Sources of law", heads, MOOT_COUNT(heads));
        }
        moot_page_cell(&w->page, rows[i].clause);
        moot_page_cell(&w->page, protocol->laws[law].title ? protocol->laws[law].title : "");
        moot_page_number(&w->page, rows[i].declared);
    }
    if (shown) {
        moot_page_table_end(&w->page);
    }
    if (protocol->laws_count > 0) {
        moot_law_note(protocol, fresh(w));
        para(w);
    }
}

moot_code moot_coverage_page(const moot_coverage_view *view, moot_buf *out, moot_err *err)
{
    writer w = { .v = view };
    moot_buf title, command;
    moot_buf_init(&title);
    moot_buf_init(&command);
    moot_buf_printf(&title, "%s: clauses and rules of %s", view->protocol->council ? view->protocol->council : "", view->protocol->id);
    moot_buf_printf(&command, "moot coverage --html %s", view->named);
    moot_page_init(&w.page, MOOT_PAGE_HTML, moot_buf_text(&title));
    summary(&w);
    findings(&w);
    clauses(&w);
    readings(&w);
    open_points(&w);
    laws(&w);
    moot_code code = moot_page_end(&w.page, moot_buf_text(&command), out, err);
    if (code == MOOT_OK && (!moot_buf_ok(&title) || !moot_buf_ok(&command))) {
        code = moot_fail_memory(err);
    }
    moot_page_done(&w.page);
    moot_buf_done(&command);
    moot_buf_done(&title);
    return code;
}
