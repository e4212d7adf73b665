#include "repl/page/document.h"

#include <string.h>

#include "repl/cli/clause.h"
#include "repl/page/chart_draw.h"
#include "vm/protocol/law.h"
#include "vm/protocol/protocol_show.h"

typedef struct writer {
    const moot_document *d;
    const moot_protocol *p;
    moot_page page;
} writer;

/* ---- texts ---- */

static const char *text(writer *w)
{
    return moot_buf_text(&w->page.text);
}

static moot_buf *fresh(writer *w)
{
    return moot_page_fresh(&w->page);
}

static void cell_owner(writer *w, const moot_owner *owner)
{
    if (owner->kind != MOOT_OWNER_NONE) {
        moot_owner_show(w->p, owner, fresh(w));
        moot_page_cell(&w->page, text(w));
    } else {
        moot_page_cell(&w->page, "nobody is named");
    }
}

static void cell_rule(writer *w, int32_t clock)
{
    moot_clock_rule_show(w->p, clock, fresh(w));
    moot_page_cell(&w->page, w->page.text.len > 0 ? text(w) : "no time is set");
}

static void item(writer *w)
{
    moot_page_item(&w->page, text(w));
}

/* ---- what it is ---- */

static void lead(writer *w)
{
    const moot_protocol *p = w->p;
    char day[16];
    moot_buf *out = fresh(w);
    moot_buf_printf(out, "Protocol %s, in force from %s", p->id,
                    p->effective_from == MOOT_DAY_MIN ? "an unknown day" : moot_day_text(p->effective_from, day, sizeof day));
    if (p->effective_to != MOOT_DAY_MAX) {
        moot_buf_printf(out, " to %s", moot_day_text(p->effective_to, day, sizeof day));
    }
    moot_buf_printf(out, "; hash %.12s. It is told in other words than the council's own text, which alone counts.", p->hash);
    moot_page_para(&w->page, text(w));
    if (p->decl.open) {
        moot_buf_printf(fresh(w), "What is missing: %s.", p->decl.open);
        moot_page_para(&w->page, text(w));
    }
    if (p->laws_count > 0) {
        moot_law_note(p, fresh(w));
        moot_page_para(&w->page, text(w));
    }
}

/* ---- the chart, and the same as a table ---- */

static void chart(writer *w)
{
    static const char *const heads[] = { "From", "Which way", "To", "Time set there", "Clause" };
    static const char *const ways[] = { "", "(by itself)", "(too late)" };
    const moot_chart *c = w->d->chart;
    moot_buf *out;
    moot_page_heading(&w->page, 2, "The way through");
    moot_chart_told(c, fresh(w));
    moot_buf_str(&w->page.text, " A column for each service. Dashes: a deadline was missed. Dots: it begins by itself. The table below "
                           "says the same; what must hold for a way to be open stands under each stage.");
    moot_page_para(&w->page, text(w));
    if (w->d->picture) {
        moot_page_html(&w->page, "<figure class=\"chart\">\n<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"Chart of the stages\">\n");
        moot_page_html(&w->page, w->d->picture);
        moot_page_html(&w->page, "</div>\n</figure>\n");
    }
    if (w->page.form == MOOT_PAGE_MARKDOWN) {
        out = fresh(w);
        moot_chart_mermaid(c, out);
        moot_page_fence(&w->page, "mermaid", text(w));
    }
    moot_page_table_begin(&w->page, "Ways from stage to stage", heads, MOOT_COUNT(heads));
    for (int32_t i = 0; i < c->arrow_count; i++) {
        const moot_chart_arrow *a = &c->arrows[i];
        moot_page_cell(&w->page, c->boxes[a->from].title);
        moot_buf_printf(fresh(w), "%s%s%s", *a->label ? a->label : "begins", *ways[a->way] && *a->label ? " " : "",
                        *a->label ? ways[a->way] : "");
        moot_page_cell(&w->page, text(w));
        moot_page_cell(&w->page, c->boxes[a->to].title);
        moot_page_cell(&w->page, c->boxes[a->to].time);
        moot_page_cell(&w->page, a->clause);
    }
    moot_page_table_end(&w->page);
}

/* ---- stage by stage ---- */

static void guard(writer *w, int32_t cond, const char *before)
{
    if (cond != MOOT_NO_COND) {
        moot_buf_str(&w->page.text, before);
        moot_cond_show(w->p, cond, &w->page.text);
    }
}

/* What a block does, joined; acts with their owner and time where they have one. */
static void effects(writer *w, moot_span block)
{
    for (int32_t i = 0; i < block.count; i++) {
        const moot_effect *e = &w->p->effects[block.first + i];
        moot_buf_str(&w->page.text, i > 0 ? "; " : "");
        moot_effect_show(w->p, block.first + i, &w->page.text);
        guard(w, e->when, " if ");
    }
}

static void stage_begins(writer *w, const moot_stage *s)
{
    if (s->on >= 0) {
        moot_buf_str(fresh(w), "Begins with ");
        moot_trigger_show(w->p, s->on, &w->page.text);
        guard(w, s->when, ", if ");
        item(w);
    }
    if (s->owner.kind != MOOT_OWNER_NONE) {
        moot_buf_str(fresh(w), s->effects_only ? "Done by " : "Owned by ");
        moot_owner_show(w->p, &s->owner, &w->page.text);
        if (s->with.kind != MOOT_OWNER_NONE) {
            moot_buf_str(&w->page.text, ", with ");
            moot_owner_show(w->p, &s->with, &w->page.text);
        }
        item(w);
    }
    if (s->duty) {
        moot_buf_printf(fresh(w), "Owed while it runs: %s", s->duty);
        item(w);
    }
    if (s->panel >= 0) {
        moot_buf_printf(fresh(w), "Taken at %s", w->p->panels[s->panel].decl.name);
        item(w);
    }
    if (s->block.count > 0) {
        moot_buf_str(fresh(w), "At once: ");
        effects(w, s->block);
        item(w);
    }
}

static void stage_deadlines(writer *w, const moot_stage *s)
{
    for (int32_t i = 0; i < s->clocks.count; i++) {
        int32_t clock = moot_span_at(w->p, s->clocks, i);
        const moot_clock_rule *rule = &w->p->clocks[clock];
        moot_buf_printf(fresh(w), "%s \"%s\" (%s): ", rule->effect < 0 ? "Deadline" : "Act", rule->decl.name, rule->decl.clause);
        size_t before = w->page.text.len;
        moot_clock_rule_show(w->p, clock, &w->page.text);
        if (w->page.text.len == before) {
            moot_buf_str(&w->page.text, "no time is set");
        }
        if (rule->owner.kind != MOOT_OWNER_NONE) {
            moot_buf_str(&w->page.text, ", owed by ");
            moot_owner_show(w->p, &rule->owner, &w->page.text);
        }
        guard(w, rule->when, ", if ");
        moot_buf_str(&w->page.text, rule->late.count > 0 ? "; once it is missed: " : "");
        effects(w, rule->late);
        item(w);
    }
}

static void stage_outcomes(writer *w, const moot_stage *s)
{
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        const moot_outcome *o = &w->p->outcomes[s->outcomes.first + i];
        moot_buf_printf(fresh(w), "Outcome \"%s\" (%s)", o->decl.name, o->decl.clause);
        if (o->on >= 0) {
            moot_buf_str(&w->page.text, ", by itself with ");
            moot_trigger_show(w->p, o->on, &w->page.text);
        } else if (o->after >= 0) {
            moot_buf_str(&w->page.text, ", by itself after ");
            moot_operand_show(w->p, o->after, &w->page.text);
        }
        guard(w, o->when, ", if ");
        moot_buf_str(&w->page.text, o->block.count > 0 ? ": " : "");
        effects(w, o->block);
        item(w);
    }
}

static void stages(writer *w)
{
    moot_page_heading(&w->page, 2, "Stage by stage");
    for (int32_t i = 0; i < w->p->stages_count; i++) {
        const moot_stage *s = &w->p->stages[i];
        moot_buf_printf(fresh(w), "%s (%s)", *s->decl.name ? s->decl.name : "What happens by itself",
                        *s->decl.clause ? s->decl.clause : s->decl.law ? s->decl.law : "no clause");
        moot_page_heading(&w->page, 3, text(w));
        moot_page_list_begin(&w->page);
        stage_begins(w, s);
        stage_deadlines(w, s);
        stage_outcomes(w, s);
        if (s->decl.open) {
            moot_buf_printf(fresh(w), "Not said: %s", s->decl.open);
            item(w);
        }
        moot_page_list_end(&w->page);
    }
}

/* ---- who owes what, by when ---- */

static int owns(const writer *w, const moot_owner *owner, int32_t party)
{
    for (int32_t i = 0; i < moot_owner_count(owner); i++) {
        if (moot_owner_party(w->p, owner, i) == party) {
            return 1;
        }
    }
    return 0;
}

static void duty_row(writer *w, const moot_decl *who, const char *what, const char *time, const moot_decl *decl)
{
    moot_page_cell(&w->page, who->name);
    moot_page_cell(&w->page, what);
    moot_page_cell(&w->page, time);
    moot_page_cell(&w->page, *decl->clause ? decl->clause : decl->law ? decl->law : "");
}

static void duties_of(writer *w, int32_t party)
{
    const moot_protocol *p = w->p;
    const moot_decl *who = &p->parties[party].decl;
    moot_buf time;
    moot_buf_init(&time);
    for (int32_t i = 0; i < p->stages_count; i++) {
        const moot_stage *s = &p->stages[i];
        if (owns(w, &s->owner, party) && !s->effects_only) {
            moot_buf_printf(fresh(w), "%s%s%s", s->decl.name, s->duty ? ": " : "", s->duty ? s->duty : "");
            duty_row(w, who, text(w), "", &s->decl);
        }
    }
    for (int32_t i = 0; i < p->clocks_count; i++) {
        if (owns(w, &p->clocks[i].owner, party)) {
            moot_buf_clear(&time);
            moot_clock_rule_show(p, i, &time);
            duty_row(w, who, p->clocks[i].decl.name, time.len > 0 ? moot_buf_text(&time) : "no time is set", &p->clocks[i].decl);
        }
    }
    w->page.failed |= !moot_buf_ok(&time);
    moot_buf_done(&time);
}

static void duties(writer *w)
{
    static const char *const heads[] = { "Who", "Owes", "By when", "Clause" };
    moot_page_heading(&w->page, 2, "Who owes what");
    moot_page_table_begin(&w->page, "Stages, deadlines and acts, by role", heads, MOOT_COUNT(heads));
    for (int32_t i = 0; i < w->p->parties_count; i++) {
        duties_of(w, i);
    }
    moot_page_table_end(&w->page);
}

static void deadlines(writer *w)
{
    static const char *const heads[] = { "Deadline or act", "Owed by", "Time", "Counted from", "Clause" };
    const moot_protocol *p = w->p;
    moot_page_heading(&w->page, 2, "Every time limit");
    moot_page_table_begin(&w->page, "What has a time, in the order of the text", heads, MOOT_COUNT(heads));
    for (int32_t i = 0; i < p->clocks_count; i++) {
        const moot_clock_rule *rule = &p->clocks[i];
        if (rule->within < 0 && rule->by < 0 && rule->every < 0 && rule->not_before < 0) {
            continue;
        }
        moot_page_cell(&w->page, rule->decl.name);
        cell_owner(w, &rule->owner);
        cell_rule(w, i);
        if (rule->from >= 0) {
            moot_trigger_show(p, rule->from, fresh(w));
        } else if (rule->stage >= 0) {
            moot_buf_printf(fresh(w), "%s begins", p->stages[rule->stage].decl.name);
        } else {
            moot_buf_str(fresh(w), rule->effect >= 0 ? "the call for it" : "");
        }
        moot_page_cell(&w->page, text(w));
        moot_page_cell(&w->page, *rule->decl.clause ? rule->decl.clause : rule->decl.law ? rule->decl.law : "");
    }
    moot_page_table_end(&w->page);
}

static void panels(writer *w)
{
    static const char *const heads[] = { "Panel", "Sits", "Papers", "Places", "Chair", "Clause" };
    const moot_protocol *p = w->p;
    char length[64];
    if (p->panels_count == 0) {
        return;
    }
    moot_page_heading(&w->page, 2, "Panels");
    moot_page_table_begin(&w->page, "Panels", heads, MOOT_COUNT(heads));
    for (int32_t i = 0; i < p->panels_count; i++) {
        const moot_panel *panel = &p->panels[i];
        moot_page_cell(&w->page, panel->decl.name);
        moot_buf_str(fresh(w), panel->every.count > 0 ? "every " : "how often is not said");
        moot_buf_str(&w->page.text, panel->every.count > 0 ? moot_duration_text(panel->every, length, sizeof length) : "");
        moot_page_cell(&w->page, text(w));
        moot_buf_str(fresh(w), panel->cut_off.count > 0 ? moot_duration_text(panel->cut_off, length, sizeof length) : "");
        moot_buf_str(&w->page.text, panel->cut_off.count > 0 ? " before" : "no last day is said");
        moot_page_cell(&w->page, text(w));
        moot_buf_printf(fresh(w), panel->places > 0 ? "%d a session" : "no limit is said", (int)panel->places);
        moot_page_cell(&w->page, text(w));
        moot_page_cell(&w->page, panel->chair >= 0 ? p->parties[panel->chair].decl.name : "nobody is named");
        moot_page_cell(&w->page, panel->decl.clause);
    }
    moot_page_table_end(&w->page);
}

/* ---- what is open ---- */

static void readings(writer *w)
{
    static const char *const heads[] = { "What is unclear", "Read as", "Or else", "Clause" };
    const moot_protocol *p = w->p;
    if (p->readings_count == 0) {
        return;
    }
    moot_page_heading(&w->page, 2, "What the text leaves open, and how it is read");
    moot_page_table_begin(&w->page, "Readings that can change an answer", heads, MOOT_COUNT(heads));
    for (int32_t i = 0; i < p->readings_count; i++) {
        const moot_reading *r = &p->readings[i];
        moot_page_cell(&w->page, r->decl.name);
        moot_page_cell(&w->page, moot_symbol(p, r->chosen));
        moot_reading_others_show(p, r, "; ", fresh(w));
        moot_page_cell(&w->page, text(w));
        moot_buf_printf(fresh(w), "%s%s%s", r->decl.clause, r->against ? " against " : "", r->against ? r->against : "");
        moot_page_cell(&w->page, text(w));
    }
    moot_page_table_end(&w->page);
}

static void not_run(writer *w)
{
    static const char *const heads[] = { "Clause", "Why no rule runs it" };
    if (w->p->not_runs_count == 0) {
        return;
    }
    moot_page_heading(&w->page, 2, "Clauses that no rule runs");
    moot_page_table_begin(&w->page, "Clauses that no rule runs", heads, MOOT_COUNT(heads));
    for (int32_t i = 0; i < w->p->not_runs_count; i++) {
        moot_page_cell(&w->page, w->p->not_runs[i].decl.name);
        moot_page_cell(&w->page, w->p->not_runs[i].because ? w->p->not_runs[i].because : "");
    }
    moot_page_table_end(&w->page);
}

/* ---- clauses ---- */

typedef struct clause_use {
    const char *clause, *kind, *name;
    int32_t line, order;
} clause_use;

typedef struct uses {
    clause_use *list;
    int32_t count;
    size_t cap;
    int failed;
} uses;

static void used(uses *u, const moot_decl *decl, const char *kind)
{
    if (!*decl->clause) {
        return;
    }
    if (!moot_grow((void **)&u->list, &u->cap, (size_t)u->count + 1, sizeof *u->list)) {
        u->failed = 1;
        return;
    }
    u->list[u->count] = (clause_use){ decl->clause, kind, decl->name, decl->line, u->count };
    u->count++;
}

/* A part of a declaration that has a clause of its own. */
static void part_used(uses *u, const moot_decl *of, const char *clause, int32_t line, const char *kind)
{
    if (clause && *clause) {
        moot_decl decl = *of;
        decl.clause = clause;
        decl.line = line;
        used(u, &decl, kind);
    }
}

static void gather_parts(const moot_protocol *p, uses *u)
{
    for (int32_t i = 0; i < p->decisions_count; i++) {
        for (int32_t k = 0; k < p->decisions[i].rows.count; k++) {
            const moot_row *row = &p->rows[p->decisions[i].rows.first + k];
            part_used(u, &p->decisions[i].decl, row->clause, row->line, "row of decision");
        }
    }
    for (int32_t i = 0; i < p->ladders_count; i++) {
        for (int32_t k = 0; k < p->ladders[i].levels.count; k++) {
            const moot_level *level = &p->levels[p->ladders[i].levels.first + k];
            part_used(u, &p->ladders[i].decl, level->clause, level->line, "level of ladder");
        }
    }
}

static void gather(const moot_protocol *p, uses *u)
{
    gather_parts(p, u);
    for (int32_t i = 0; i < p->effects_count; i++) {
        if (p->effects[i].clock < 0) { /* else it is among the clocks */
            used(u, &p->effects[i].decl, "act");
        }
    }
#define ALL(table, kind)                                                                                                \
    for (int32_t i = 0; i < p->table##_count; i++) {                                                                    \
        used(u, &p->table[i].decl, kind);                                                                               \
    }
    ALL(parties, "role or service")
    ALL(facts, "fact")
    ALL(events, "event")
    ALL(params, "figure")
    ALL(helpers, "helper")
    ALL(stages, "stage")
    ALL(outcomes, "outcome")
    ALL(clocks, "deadline or act")
    ALL(decisions, "decision")
    ALL(panels, "panel")
    ALL(ladders, "ladder")
    ALL(notices, "notice")
    ALL(entitlements, "entitlement")
    ALL(quotas, "quota")
    ALL(invariants, "invariant")
    ALL(measures, "measure")
    ALL(readings, "reading")
#undef ALL
}

/* In the order in which clauses first appear in the script. */
static void clause_index(writer *w)
{
    static const char *const heads[] = { "Clause", "What it says", "Rules" };
    uses u = { 0 };
    gather(w->p, &u);
    moot_page_heading(&w->page, 2, "Clause by clause");
    moot_page_table_begin(&w->page, "Clauses and the rules that say them", heads, MOOT_COUNT(heads));
    for (int32_t line = 0; line < u.count; line++) {
        const clause_use *first = NULL;
        for (int32_t i = 0; i < u.count; i++) { /* the next clause, by the line of its first rule */
            clause_use *one = &u.list[i];
            first = one->order >= 0 && (!first || one->line < first->line) ? one : first;
        }
        if (!first) {
            break;
        }
        const char *clause = first->clause;
        moot_page_cell(&w->page, clause);
        moot_clause_rule(w->d->script, w->p->clause_file, clause, fresh(w));
        moot_page_cell(&w->page, text(w));
        fresh(w);
        for (int32_t i = 0; i < u.count; i++) {
            clause_use *one = &u.list[i];
            if (one->order >= 0 && strcmp(one->clause, clause) == 0) {
                moot_buf_printf(&w->page.text, "%s%s \"%s\"", w->page.text.len > 0 ? "; " : "", one->kind, one->name);
                one->order = -1;
            }
        }
        moot_page_cell(&w->page, text(w));
    }
    moot_page_table_end(&w->page);
    w->page.failed |= u.failed;
    moot_free(u.list);
}

moot_code moot_document_write(const moot_document *document, moot_page_form form, moot_buf *out, moot_err *err)
{
    writer w = { .d = document, .p = document->chart->protocol };
    moot_buf title;
    moot_buf_init(&title);
    moot_buf_printf(&title, "%s: joint protocol %s", w.p->council, w.p->id);
    moot_page_init(&w.page, form, moot_buf_text(&title));
    moot_page_contents(&w.page);
    lead(&w);
    chart(&w);
    stages(&w);
    duties(&w);
    deadlines(&w);
    panels(&w);
    readings(&w);
    not_run(&w);
    clause_index(&w);
    moot_code code = moot_page_end(&w.page, document->made_by, out, err);
    if (code == MOOT_OK && !moot_buf_ok(&title)) {
        code = moot_fail_memory(err);
    }
    moot_page_done(&w.page);
    moot_buf_done(&title);
    return code;
}
