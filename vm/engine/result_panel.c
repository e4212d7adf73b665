/* The list of panels: one row for each session that a stage waited for, and for each that is
 * recorded without one waiting (rule 12). From the log, or without it a row a visit. */
#include <string.h>

#include "vm/engine/result_build.h"

typedef struct panel_rows {
    moot_result_build *b;
    moot_result_panel *rows;
    int32_t count;
    int32_t *of_visit; /* per visit: its latest row, -1 */
} panel_rows;

static const moot_stage *stage_of(const moot_result_build *b, int32_t visit)
{
    return &b->protocol->stages[b->c->visits[visit].stage];
}

static int at_panel(const moot_result_build *b, int32_t visit)
{
    return stage_of(b, visit)->panel >= 0;
}

static moot_result_panel *new_row(panel_rows *r, int32_t panel, int32_t entry)
{
    moot_result_panel *row = &r->rows[r->count++];
    row->decl = &r->b->protocol->panels[panel].decl;
    row->panel = moot_result__label(row->decl);
    row->clause = moot_result__clause(row->decl);
    row->listed = row->session = row->waits_for = moot_result__none();
    row->entry = entry;
    return row;
}

static moot_result_panel *visit_row(panel_rows *r, int32_t visit, int32_t entry)
{
    const moot_visit *v = &r->b->c->visits[visit];
    const moot_stage *stage = stage_of(r->b, visit);
    moot_result_panel *row = new_row(r, stage->panel, entry);
    r->of_visit[visit] = r->count - 1;
    row->stage_decl = &stage->decl;
    row->stage = moot_result__label(&stage->decl);
    row->child = moot_result_child(r->b->c, v->child);
    row->clause = moot_result__clause(&stage->decl);
    row->listed = v->entered;
    return row;
}

/* It waits for the next session: in a row of its own, if one has sat without deciding it. */
static void queued(panel_rows *r, const moot_entry *entry)
{
    int32_t last = r->of_visit[entry->visit];
    if (last < 0 || r->rows[last].session.lo != MOOT_NEVER) {
        (void)visit_row(r, entry->visit, last < 0 ? r->b->c->visits[entry->visit].entry : entry->n);
    }
}

static void take(moot_result_panel *row, moot_when session, const char *outcome)
{
    row->session = session;
    row->outcome = outcome;
}

/* What a record says of a session: of the visits that ended so at it, else of one that waits on (a
 * signature), else of none. */
static void recorded(panel_rows *r, const moot_entry *entry, moot_when session, const char *outcome)
{
    const moot_case *c = r->b->c;
    int32_t found = 0, waiting = -1;
    for (int32_t i = 0; i < c->visits_count; i++) {
        int32_t row = r->of_visit[i];
        if (row < 0 || r->rows[row].session.lo != MOOT_NEVER || stage_of(r->b, i)->panel != entry->ref) {
            continue;
        }
        if (c->visits[i].outcome == entry->ref2 && c->visits[i].left_entry > entry->n) {
            take(&r->rows[row], session, outcome);
            found = 1;
        }
        waiting = moot_visit_open(&c->visits[i]) ? row : waiting;
    }
    if (!found && waiting >= 0) {
        take(&r->rows[waiting], session, outcome);
    } else if (!found) {
        moot_result_panel *row = new_row(r, entry->ref, entry->n);
        row->child = moot_result_child(c, entry->child);
        row->clause = moot_entry_clause(entry)[0] ? moot_entry_clause(entry) : row->clause;
        take(row, session, outcome);
    }
}

static void sat(panel_rows *r, const moot_entry *entry)
{
    const moot_protocol *p = r->b->protocol;
    moot_when session = entry->due.lo != MOOT_NEVER ? entry->due : entry->at;
    int named = entry->ref2 >= 0 && entry->ref2 < p->outcomes_count;
    const char *outcome =
        named ? moot_result__label(&p->outcomes[entry->ref2].decl) : entry->text;
    if (entry->visit >= 0 && r->of_visit[entry->visit] >= 0) {
        take(&r->rows[r->of_visit[entry->visit]], session, outcome);
    } else {
        recorded(r, entry, session, outcome);
    }
}

static void read_log(panel_rows *r)
{
    const moot_case *c = r->b->c;
    for (int32_t i = 0; i < c->log_count; i++) {
        const moot_entry *entry = &c->log[i];
        if (moot_result__holds(r->b, entry, MOOT_LOG_QUEUED) && entry->visit >= 0 &&
            entry->visit < c->visits_count) {
            queued(r, entry);
        } else if (moot_result__holds(r->b, entry, MOOT_LOG_SESSION) && entry->ref >= 0) {
            sat(r, entry);
        }
    }
}

/* How each visit stands at the end; those that the log has no queue of get their row here. */
static void end_visits(panel_rows *r)
{
    const moot_case *c = r->b->c;
    for (int32_t i = 0; i < c->visits_count; i++) {
        const moot_visit *v = &c->visits[i];
        if (!at_panel(r->b, i)) {
            continue;
        }
        moot_result_panel *row =
            r->of_visit[i] >= 0 ? &r->rows[r->of_visit[i]] : visit_row(r, i, v->entry);
        if (v->outcome >= 0 && !row->outcome) {
            row->outcome = moot_result__label(&r->b->protocol->outcomes[v->outcome].decl);
        }
        if (moot_visit_open(v)) {
            row->waits = 1;
            row->waits_for = v->session;
        }
    }
}

void moot_result__panels(moot_result_build *b, moot_result *out)
{
    int32_t visits = b->c->visits_count;
    int32_t most = visits + moot_result__count_what(b, MOOT_LOG_QUEUED) +
                   moot_result__count_what(b, MOOT_LOG_SESSION);
    panel_rows r = { .b = b };
    int32_t any = most - visits;
    for (int32_t i = 0; i < visits; i++) {
        any += at_panel(b, i);
    }
    if (any == 0) {
        return;
    }
    r.rows = moot_result__rows(b, most, sizeof *r.rows);
    r.of_visit = moot_result__rows(b, visits + 1, sizeof *r.of_visit);
    if (!r.rows || !r.of_visit) {
        return;
    }
    memset(r.of_visit, -1, ((size_t)visits + 1) * sizeof *r.of_visit);
    read_log(&r);
    end_visits(&r);
    out->panels = r.rows;
    out->panels_count = r.count;
}
