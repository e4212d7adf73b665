#include "vm/engine_internal.h"
#include "vm/panel.h"

/* Panels (rule 12). A case that runs alone is never turned away for lack of a place: recorded and asked cases do not compete, their
 * sessions are facts. It queues for the first session that it is in time for; if that session sits and nothing is recorded or chosen,
 * it waits for the next. */

static void queue(moot_engine *e, int32_t visit, moot_instant after)
{
    const moot_visit *v = &e->c->visits[visit];
    int32_t panel = e->p->stages[v->stage].panel;
    int32_t n = moot_panel_next(e->p, panel, v->entered.hi, after);
    moot_entry entry = engine_entry(e, MOOT_LOG_QUEUED, &e->p->panels[panel].decl);
    entry.ref = panel;
    entry.ref2 = v->stage;
    entry.visit = visit;
    entry.child = v->child;
    if (n >= 0) {
        entry.due = moot_when_at(moot_panel_session(e->p, panel, n));
    }
    e->cause = engine_log(e, &entry);
    if (n >= 0) {
        timer t = { entry.due.lo, CLASS_SESSION, TIMER_SESSION, panel, 0, visit, n, entry.due, 0 };
        agenda_set(e, t);
    }
}

void panel_queue(moot_engine *e, int32_t visit)
{
    int32_t cause = e->cause;
    queue(e, visit, MOOT_ALWAYS);
    e->cause = cause;
}

void panel_session_timer(moot_engine *e, const timer *t)
{
    const moot_visit *v = &e->c->visits[t->a];
    if (!moot_visit_open(v)) {
        return; /* a case that has left does not come up */
    }
    int32_t panel = e->p->stages[v->stage].panel;
    moot_entry entry = engine_entry(e, MOOT_LOG_SESSION, &e->p->panels[panel].decl);
    entry.ref = panel;
    entry.visit = t->a;
    entry.child = v->child;
    entry.due = t->when;
    entry.text = "nothing decided";
    e->cause = engine_log(e, &entry);
    queue(e, t->a, t->at);
    e->no_memory |= e->oracle->cls->stage_opened(e->oracle, e->c, t->a, NULL) != MOOT_OK;
}
