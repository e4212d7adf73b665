#include <stdio.h>

#include "vm/engine/engine_internal.h"
#include "vm/protocol/panel.h"

/* Panels (rule 12). A case that runs alone is never turned away for lack of a place: recorded and asked cases do not compete, their
 * sessions are facts. It queues for the first session that it is in time for; if that session sits and nothing is recorded or chosen,
 * it waits for the next. In a world places are given at the cut-off: until then the session is only the one that it is in time for,
 * and whoever is asked what the panel decides is asked once the place is given. */

static moot_sitting find_sitting(moot_engine *e, int32_t panel, moot_instant ready, moot_instant after)
{
    if (e->commons) {
        return moot_commons_sitting(e->commons, panel, ready, after);
    }
    const moot_panel *x = &e->p->panels[panel];
    moot_sitting s = { moot_panel_next(e->p, x, ready, after), MOOT_NEVER, MOOT_NEVER };
    s.session = s.n >= 0 ? moot_panel_session(e->p, x, s.n) : MOOT_NEVER;
    return s;
}

static void set_timer(moot_engine *e, int32_t visit, const moot_sitting *s, timer_kind kind)
{
    int32_t panel = e->p->stages[e->c->visits[visit].stage].panel;
    int places = kind == TIMER_PLACES;
    moot_instant at = places ? s->cut_off : s->session;
    timer t = { at > e->clock ? at : e->clock, places ? CLASS_PLACES : CLASS_SESSION, (uint8_t)kind, panel, 0, visit, s->n,
                moot_when_at(s->session), 0 };
    agenda_set(e, t);
}

MOOT_APART static int32_t log_queued_entry(moot_engine *e, int32_t visit, int32_t panel, moot_when session)
{
    const moot_visit *v = &e->c->visits[visit];
    moot_entry entry;
    engine_fill_entry(e, &entry, MOOT_LOG_QUEUED, &e->p->panels[panel].decl);
    entry.ref = panel;
    entry.ref2 = v->stage;
    entry.visit = visit;
    entry.child = v->child;
    entry.due = session;
    return engine_log(e, &entry);
}

static void log_queued(moot_engine *e, int32_t visit, int32_t panel, moot_when session)
{
    if (e->c->brief) {
        e->cause = moot_case_number(e->c);
        moot_case__queued(e->c, visit, session);
    } else {
        e->cause = log_queued_entry(e, visit, panel, session);
    }
}

/* Waits for the first session after `after` that it is in time for. */
static void queue(moot_engine *e, int32_t visit, moot_instant after)
{
    const moot_visit *v = &e->c->visits[visit];
    int32_t panel = e->p->stages[v->stage].panel;
    moot_sitting s = find_sitting(e, panel, v->entered.hi, after);
    log_queued(e, visit, panel, moot_when_at(s.n >= 0 ? s.session : MOOT_NEVER));
    if (s.n >= 0) {
        set_timer(e, visit, &s, e->commons ? TIMER_PLACES : TIMER_SESSION);
    }
}

static void join_queue(moot_engine *e, int32_t visit)
{
    if (e->commons) {
        const moot_visit *v = &e->c->visits[visit];
        moot_commons_queue(e->commons, e->p->stages[v->stage].panel, e->member, visit, v->entered.hi);
    }
}

void panel_queue(moot_engine *e, int32_t visit)
{
    int32_t cause = e->cause;
    queue(e, visit, MOOT_ALWAYS);
    join_queue(e, visit);
    e->cause = cause;
}

/* "the session of 2026-01-14 12:00 is full: the last of its 8 places went to case C12" */
static void log_full(moot_engine *e, int32_t visit, int32_t panel, moot_when session, const char *last)
{
    char when[160];
    moot_entry note = engine_entry(e, MOOT_LOG_NOTE, &e->p->panels[panel].decl);
    int places = (int)moot_commons_places(e->commons, panel);
    moot_when_text(e->p->zone, session, when, sizeof when);
    note.visit = visit;
    note.child = e->c->visits[visit].child;
    note.flags = MOOT_ENTRY_COMPETES;
    note.text = places == 1 ? engine_text(e, "the session of %s is full: its one place went to case %s", when, last ? last : "")
                            : engine_text(e, "the session of %s is full: the last of its %d places went to case %s", when, places,
                                          last ? last : "");
    e->cause = engine_log(e, &note);
}

void panel_places_timer(moot_engine *e, const timer *t)
{
    const char *last = NULL;
    if (!moot_visit_open(&e->c->visits[t->a])) {
        return; /* it has left, and frees its place until now */
    }
    int32_t panel = e->p->stages[e->c->visits[t->a].stage].panel;
    if (!moot_commons_has_place(e->commons, panel, t->b, e->member, t->a, &last)) {
        log_full(e, t->a, panel, t->when, last);
        queue(e, t->a, t->when.lo);
        return;
    }
    moot_sitting s = { t->b, t->when.lo, t->at };
    set_timer(e, t->a, &s, TIMER_SESSION);
    e->no_memory |= e->oracle->cls->stage_opened(e->oracle, e->c, t->a, NULL) != MOOT_OK;
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
    join_queue(e, t->a);
    if (!e->commons) {
        e->no_memory |= e->oracle->cls->stage_opened(e->oracle, e->c, t->a, NULL) != MOOT_OK;
    }
}
