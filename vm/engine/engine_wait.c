#include "vm/engine/engine_internal.h"

/* What nobody decides and a missing fact holds up: a stage that begins, an outcome that is taken or a deadline that runs or is
 * met as a condition becomes true; and an outcome whose trigger has fired and whose guard cannot be told (rules 3, 5). Nothing
 * else would tell that they wait. The case is not undecided for them: told the fact, they happen from then on. */

static int said_already(const moot_need *needs, int32_t count, const moot_need *n)
{
    for (int32_t i = 0; i < count; i++) {
        if (needs[i].decl == n->decl && needs[i].fact == n->fact && needs[i].child == n->child) {
            return 1;
        }
    }
    return 0;
}

/* What waits: `n` says what, of whom and since when; the facts are those that the condition misses. What misses none (tonight
 * is not recorded, a time is known too roughly) is told by its own line of the screen. */
static void add_waits(moot_engine *e, moot_need n, int32_t cond, int32_t child)
{
    moot_case *c = e->c;
    missing m = missing_of(e, cond, child);
    for (int i = 0; i < m.count; i++) {
        n.fact = m.fact[i];
        n.child = m.child[i];
        if (said_already(c->needs, c->needs_count, &n) || said_already(c->waits, c->waits_count, &n)) {
            continue;
        }
        if (!moot_grow((void **)&c->waits, &c->waits_cap, (size_t)c->waits_count + 1, sizeof *c->waits)) {
            e->no_memory = 1;
            return;
        }
        c->waits[c->waits_count++] = n;
    }
}

static int may_hold(const moot_engine *e, int32_t cond, int32_t child)
{
    return moot_cond_eval(&e->p->rules, &e->c->facts, cond, child) != MOOT_FALSE;
}

/* A stage may begin if it is law, is not open, and its guard does not bar it: for a child, if there are any. */
static int may_begin(const moot_engine *e, int32_t stage)
{
    const moot_stage *s = &e->p->stages[stage];
    int32_t children = s->per_child ? e->c->facts.child_count : 0;
    for (int32_t child = children > 0 ? 0 : -1; engine_in_force(e, &s->decl) && child < children; child++) {
        if (moot_case_open_visit(e->c, stage, child) < 0 && may_hold(e, s->when, child)) {
            return 1;
        }
    }
    return 0;
}

/* An open visit in which the outcome may be taken, -1: none. */
static int32_t may_be_taken(const moot_engine *e, int32_t outcome)
{
    const moot_outcome *o = &e->p->outcomes[outcome];
    for (int32_t v = e->c->visits_over; v < e->c->visits_count; v++) {
        const moot_visit *visit = &e->c->visits[v];
        if (visit->stage == o->stage && moot_visit_open(visit) && may_hold(e, o->when, visit->child)) {
            return v;
        }
    }
    return -1;
}

/* The first clock of a rule that still runs, one that has no date yet if so asked; -1. */
static int32_t running(const moot_engine *e, int32_t rule, int undated)
{
    for (int32_t i = e->c->clocks_over; i < e->c->clocks_count; i++) {
        const moot_clock *k = &e->c->clocks[i];
        if (k->rule == rule && !k->ended && !k->done && (!undated || k->due.lo == MOOT_NEVER)) {
            return i;
        }
    }
    return -1;
}

/* Outside a stage a clock starts with its `from`, and there is none before. */
static int may_start(const moot_engine *e, int32_t rule)
{
    const moot_clock_rule *r = &e->p->clocks[rule];
    return r->stage < 0 && r->effect < 0 && engine_in_force(e, &r->decl) && running(e, rule, 0) < 0 && may_hold(e, r->when, -1);
}

/* What waits for a trigger that fires as its condition comes to be true. 0: nothing that could still follow from it. */
static int waiter_of(const moot_engine *e, const moot_trigger *root, moot_need *out)
{
    int32_t id = root->use_id, clock = -1;
    switch ((moot_use)root->use) {
    case MOOT_USE_STAGE:
        out->decl = &e->p->stages[id].decl;
        out->what = "stage";
        return may_begin(e, id);
    case MOOT_USE_OUTCOME:
        out->decl = &e->p->outcomes[id].decl;
        out->what = "outcome";
        return may_be_taken(e, id) >= 0;
    case MOOT_USE_FROM: case MOOT_USE_BY: case MOOT_USE_NOT_BEFORE:
        clock = running(e, id, root->use != MOOT_USE_NOT_BEFORE);
        break;
    case MOOT_USE_MET_BY: case MOOT_USE_ENDS:
        clock = running(e, id, 0);
        break;
    case MOOT_USE_ADDS_UP:
    case MOOT_USE_CHILD: case MOOT_USE_PLACE_ENDS: case MOOT_USE_CONDITION: case MOOT_USE_MEASURE: case MOOT_USE_COMPARED:
        return 0;
    }
    out->decl = &e->p->clocks[id].decl;
    out->what = e->p->clocks[id].effect >= 0 ? "act" : "deadline";
    return clock >= 0 || (root->use == MOOT_USE_FROM && may_start(e, id));
}

static int ends_a_clock(const moot_trigger *root)
{
    return root->use == MOOT_USE_MET_BY || root->use == MOOT_USE_ENDS;
}

/* Of those that end a clock, or of all others. */
static void wait_becomes(moot_engine *e, int32_t watcher, int ends)
{
    int32_t trigger = e->x->watchers[watcher].id;
    const moot_trigger *root = &e->p->triggers[trigger];
    moot_need n = { .since = e->unknown[watcher].since, .entry = e->unknown[watcher].entry };
    while (root->parent >= 0) {
        root = &e->p->triggers[root->parent];
    }
    if (e->unknown[watcher].since.lo != MOOT_NEVER && ends_a_clock(root) == ends && waiter_of(e, root, &n)) {
        add_waits(e, n, e->p->triggers[trigger].ref, -1);
    }
}

static void wait_guard(moot_engine *e, const armed *a)
{
    const moot_outcome *o = &e->p->outcomes[a->outcome];
    const moot_visit *v = &e->c->visits[a->visit];
    if (moot_visit_open(v) && moot_cond_eval(&e->p->rules, &e->c->facts, o->when, v->child) == MOOT_UNKNOWN) {
        moot_need n = { .decl = &o->decl, .what = "outcome", .since = a->since, .entry = v->entry };
        add_waits(e, n, o->when, v->child);
    }
}

void wait_gather(moot_engine *e)
{
    e->c->waits_count = 0;
    if (e->oracle->cls->draws || !e->started || e->stopped || e->c->status == MOOT_CASE_CLOSED) {
        return;
    }
    for (int32_t i = 0; i < e->waiting_count; i++) {
        wait_guard(e, &e->waiting[i]);
    }
    for (int ends = 0; ends <= 1; ends++) { /* a bed that is owed is asked about before a deadline that may be met */
        for (int32_t w = 0; w < e->x->watcher_count; w++) {
            if (e->x->watchers[w].kind == MOOT_WATCH_BECOMES) {
                wait_becomes(e, w, ends);
            }
        }
    }
}
