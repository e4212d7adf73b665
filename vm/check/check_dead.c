/* What can never be entered, chosen or called. A condition is dead when no cell of its inputs makes it true; a stage, when
 * every way into it begins with what is dead. What follows from a dead stage alone is not told beside it. */
#include <string.h>

#include "vm/check/check_internal.h"
#include "vm/protocol/protocol_show.h"

#define MAY_COME "whether it can ever come about"

/* ---- conditions that cannot hold ---- */

typedef struct guards {
    check_want wants[4];
    int32_t count;
} guards;

static void add_guard(guards *g, int32_t cond)
{
    check_want w = { cond, MOOT_TRUE, 0 };
    if (cond != MOOT_NO_COND && g->count < (int32_t)MOOT_COUNT(g->wants)) {
        g->wants[g->count++] = w;
    }
}

static int never(moot_check *k, const guards *g)
{
    return g->count > 0 && check_any(k, g->wants, g->count) == CHECK_NONE && check_exact(k);
}

static int never_one(moot_check *k, int32_t cond)
{
    guards g = { .count = 0 };
    add_guard(&g, cond);
    return never(k, &g);
}

static int sets(const moot_check *k, moot_span block)
{
    for (int32_t i = 0; i < block.count; i++) {
        if (k->p->effects[block.first + i].verb == MOOT_SET) {
            return 1;
        }
    }
    return 0;
}

/* What holds as this way is taken, and so as a stage that routes reads its guards; nothing, where something is set on the way. */
static void way_guards(const moot_check *k, const check_way *w, guards *g)
{
    const moot_stage *s = &k->p->stages[w->stage];
    if (sets(k, s->block)) {
        return;
    }
    if (w->effect < 0) {
        const moot_trigger *t = &k->p->triggers[s->on];
        add_guard(g, s->when);
        if (t->kind == MOOT_ON_BECOMES && t->shifts.count == 0) {
            add_guard(g, t->ref);
        }
        return;
    }
    const check_holder *h = &k->holders[w->effect];
    if (h->outcome >= 0 && !sets(k, k->p->outcomes[h->outcome].block)) {
        add_guard(g, k->p->outcomes[h->outcome].when);
        add_guard(g, k->p->effects[w->effect].when);
    }
}

static int outcome_never(moot_check *k, int32_t outcome)
{
    const moot_outcome *o = &k->p->outcomes[outcome];
    if (o->when == MOOT_NO_COND) {
        return 0;
    }
    if (never_one(k, o->when)) {
        return 1;
    }
    int32_t first = k->way_first[o->stage], end = k->way_first[o->stage + 1];
    if (!check_routes(&k->p->stages[o->stage]) || check_by_itself(o) || first == end) {
        return 0;
    }
    for (int32_t w = first; w < end; w++) { /* it reads its guards as it is entered */
        guards g = { .count = 0 };
        way_guards(k, &k->ways[w], &g);
        add_guard(&g, o->when);
        if (!never(k, &g)) {
            return 0;
        }
    }
    return 1;
}

static int way_never(moot_check *k, const check_way *w)
{
    guards g = { .count = 0 };
    if (w->effect < 0) {
        const moot_trigger *t = &k->p->triggers[k->p->stages[w->stage].on];
        add_guard(&g, k->p->stages[w->stage].when);
        if (t->kind == MOOT_ON_BECOMES && t->shifts.count == 0) {
            add_guard(&g, t->ref);
        }
    } else {
        add_guard(&g, k->p->effects[w->effect].when);
    }
    return never(k, &g);
}

/* ---- what can come about: grows from nothing until nothing is added ---- */

static int clock_lives(const moot_check *k, int32_t clock)
{
    int32_t stage = k->p->clocks[clock].stage;
    return stage < 0 || !k->dead_stage[stage];
}

static int outcome_lives(const moot_check *k, int32_t outcome)
{
    return !k->dead_outcome[outcome] && !k->dead_stage[k->p->outcomes[outcome].stage];
}

/* Groups nest at most MOOT_COND_DEPTH deep. */
static int trigger_lives(const moot_check *k, int32_t trigger)
{
    const moot_trigger *t = &k->p->triggers[trigger];
    int32_t live = 0;
    if (t->reading >= 0) {
        return 1; /* read otherwise, it waits for something else */
    }
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_ENTERED:
        return !k->dead_stage[t->ref];
    case MOOT_ON_LEFT:
        if (t->outcome >= 0) {
            return outcome_lives(k, t->outcome);
        }
        for (int32_t i = 0; i < k->p->stages[t->ref].outcomes.count; i++) {
            live += outcome_lives(k, k->p->stages[t->ref].outcomes.first + i);
        }
        return live > 0;
    case MOOT_ON_MET:
    case MOOT_ON_MISSED:
    case MOOT_ON_DUE:
        return clock_lives(k, t->ref);
    case MOOT_ON_ANY:
    case MOOT_ON_ALL:
        for (int32_t i = 0; i < t->children.count; i++) {
            live += trigger_lives(k, moot_span_at(k->p, t->children, i));
        }
        return t->kind == MOOT_ON_ANY ? live > 0 : live == t->children.count;
    default:
        return 1;
    }
}

static int way_lives(const moot_check *k, int32_t way)
{
    const check_way *w = &k->ways[way];
    if (k->dead_way[way]) {
        return 0;
    }
    if (w->effect < 0) {
        return trigger_lives(k, k->p->stages[w->stage].on);
    }
    const check_holder *h = &k->holders[w->effect];
    return h->outcome >= 0 ? outcome_lives(k, h->outcome)
           : h->stage >= 0 ? !k->dead_stage[h->stage]
           : h->clock >= 0 ? clock_lives(k, h->clock)
                           : 1;
}

static void spread_life(moot_check *k)
{
    memset(k->dead_stage, 1, (size_t)k->p->stages_count + 1);
    for (int moved = 1; moved;) {
        moved = 0;
        for (int32_t s = 0; s < k->p->stages_count; s++) {
            for (int32_t w = k->way_first[s]; k->dead_stage[s] && w < k->way_first[s + 1]; w++) {
                if (way_lives(k, w)) {
                    k->dead_stage[s] = 0;
                    moved = 1;
                }
            }
        }
    }
}

/* ---- witnesses: what a record of it comes to ---- */

/* A cell in which the plan can be taken and a condition is surely false; 0: none was found. */
static int find_cell(moot_check *k, const check_plan *plan, int32_t cond)
{
    check_begin(k);
    check_want_plan(k, plan);
    check_want_(k, cond, MOOT_FALSE, plan->after);
    check_ready(k);
    return check_next(k) == CHECK_FOUND;
}

static int32_t first_chosen(const moot_check *k, int32_t stage)
{
    const moot_stage *s = &k->p->stages[stage];
    for (int32_t i = 0; i < s->outcomes.count && !check_routes(s); i++) {
        if (!check_by_itself(&k->p->outcomes[s->outcomes.first + i])) {
            return s->outcomes.first + i;
        }
    }
    return -1;
}

static int entered(const moot_check *k, int32_t stage)
{
    for (int32_t i = 0; i < k->c.visits_count; i++) {
        if (k->c.visits[i].stage == stage && !k->c.visits[i].departed) {
            return 1;
        }
    }
    return 0;
}

static void tell_stage(moot_check *k, int32_t stage, const char *text)
{
    check_plan plan;
    int32_t outcome = first_chosen(k, stage);
    check_plan_enter(k, stage, 0, &plan);
    if (plan.failed) {
        check_plan_empty(&plan);
        check_plan_step(&plan, CHECK_NOTE, -1, -1);
    }
    plan.want_count = 0; /* it cannot be entered: the records alone are shown */
    if (outcome >= 0) {
        check_plan_step(&plan, CHECK_OUTCOME, stage, outcome);
    }
    check_begin(k);
    check_want_plan(k, &plan);
    check_ready(k);
    if (check_next(k) != CHECK_FOUND || !check_run(k, &plan) || entered(k, stage)) {
        return;
    }
    moot_finding *f = check_add(k, MOOT_FINDING_DEAD, &k->p->stages[stage].decl);
    int32_t said = check_logged(k, MOOT_LOG_DEPARTURE, 0);
    if (f) {
        f->label = check_stage_label(k, stage);
        f->text = text;
        (void)check_attach(k, f,
                           said >= 0 ? check_entry_words(k, said) : "the stage is not entered");
    }
}

static const char *shown(moot_check *k, int32_t cond)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_cond_show(k->p, cond, &out);
    return check_keep(k, &out);
}

static void tell_outcome(moot_check *k, int32_t outcome)
{
    const moot_outcome *o = &k->p->outcomes[outcome];
    int chosen = !check_by_itself(o) && !check_routes(&k->p->stages[o->stage]);
    check_plan plan;
    for (int32_t way = 0; way < check_way_count(k, o->stage) && !check_stopped(k); way++) {
        check_plan_enter(k, o->stage, way, &plan);
        if (plan.failed || !find_cell(k, &plan, o->when)) {
            continue;
        }
        if (chosen) {
            check_plan_step(&plan, CHECK_OUTCOME, o->stage, outcome);
        }
        int ran = check_run(k, &plan);
        int32_t said = check_logged(k, chosen ? MOOT_LOG_DEPARTURE : MOOT_LOG_ENTER, 0);
        int taken = 0;
        for (int32_t i = 0; i < k->c.visits_count; i++) {
            taken |= !chosen && k->c.visits[i].outcome == outcome;
        }
        if (!ran || taken || said < 0 || (chosen && k->c.log[said].decl != &o->decl) ||
            !entered(k, o->stage)) {
            continue;
        }
        moot_finding *f = check_add(k, MOOT_FINDING_DEAD, &o->decl);
        if (f) {
            f->label = check_outcome_label(k, outcome);
            f->text =
                check_text(k, "this outcome can never be %s: it asks that %s, and that cannot be",
                           chosen ? "chosen" : "taken", shown(k, o->when));
            (void)check_attach(k, f,
                               chosen ? check_entry_words(k, said)
                                      : "the stage is entered and not left by this outcome");
        }
        return;
    }
}

/* ---- stages ---- */

/* Why its ways are dead, if one of them is so by itself and not only through what comes before; NULL. */
static const char *own_reason(moot_check *k, int32_t stage)
{
    const moot_stage *s = &k->p->stages[stage];
    if (k->way_first[stage] == k->way_first[stage + 1]) {
        return "nothing enters this stage: it has no trigger (`on`) and no `go` leads to it";
    }
    for (int32_t w = k->way_first[stage]; w < k->way_first[stage + 1]; w++) {
        if (k->dead_way[w]) {
            int32_t cond = k->ways[w].effect < 0 ? s->when : k->p->effects[k->ways[w].effect].when;
            return check_text(
                k, "this stage can never be entered: it asks that %s, and that cannot be",
                shown(k, cond));
        }
    }
    return NULL;
}

static int any_dead_outcome(const moot_check *k)
{
    for (int32_t i = 0; i < k->p->outcomes_count; i++) {
        if (k->dead_outcome[i]) {
            return 1;
        }
    }
    return 0;
}

static void tell_stages(moot_check *k)
{
    int32_t first = -1, told = 0;
    for (int32_t s = 0; s < k->p->stages_count && !check_stopped(k); s++) {
        if (!k->dead_stage[s]) {
            continue;
        }
        first = first < 0 ? s : first;
        const char *why = own_reason(k, s);
        if (why) {
            tell_stage(k, s, why);
            told++;
        }
    }
    if (first >= 0 && told == 0 && !any_dead_outcome(k)) { /* else it follows from what was told */
        tell_stage(k, first,
                   "this stage can never be entered: only stages lead to it that are themselves "
                   "never entered");
    }
}

/* ---- acts and deadlines ---- */

/* Neither was it called nor did it start. */
static int came_about(const moot_check *k, int32_t effect, int32_t clock)
{
    for (int32_t i = 0; i < k->c.log_count; i++) {
        const moot_entry *e = &k->c.log[i];
        if ((e->what == MOOT_LOG_ACT && e->ref == effect) ||
            (e->what == MOOT_LOG_CLOCK && e->ref == clock)) {
            return 1;
        }
    }
    return 0;
}

static void tell_unasked(moot_check *k, const moot_decl *decl, const char *label, int32_t effect,
                         int32_t clock, int32_t cond)
{
    check_plan plan;
    check_plan_empty(&plan);
    if (effect >= 0) {
        check_plan_effect(k, effect, &plan);
    } else {
        check_plan_clock(k, clock, &plan);
        plan.want_count -= plan.want_count > 0; /* the last is its own */
    }
    if (plan.count == 0) {
        check_plan_step(&plan, CHECK_NOTE, -1, -1);
    }
    if (plan.failed || !find_cell(k, &plan, cond) || !check_run(k, &plan) ||
        came_about(k, effect, clock)) {
        return;
    }
    moot_finding *f = check_add(k, MOOT_FINDING_DEAD, decl);
    if (f) {
        f->label = label;
        f->text = check_text(k, "this is never asked for: it asks that %s, and that cannot be",
                             shown(k, cond));
        (void)check_attach(k, f, "it is not asked for");
    }
}

static void tell_effects(moot_check *k)
{
    for (int32_t i = 0; i < k->p->effects_count && !check_stopped(k); i++) {
        const moot_effect *e = &k->p->effects[i];
        check_about(k, check_text(k, "the act \"%s\"", e->decl.name), MAY_COME);
        if (e->verb >= MOOT_REFER && e->when != MOOT_NO_COND && never_one(k, e->when)) {
            tell_unasked(k, &e->decl, check_text(k, "the act \"%s\"", e->decl.name), i, -1,
                         e->when);
        }
    }
    for (int32_t i = 0; i < k->p->clocks_count && !check_stopped(k); i++) {
        const moot_clock_rule *r = &k->p->clocks[i];
        check_about(k, check_text(k, "deadline \"%s\"", r->decl.name), MAY_COME);
        if (r->effect < 0 && r->when != MOOT_NO_COND && never_one(k, r->when)) {
            tell_unasked(k, &r->decl, check_text(k, "deadline \"%s\"", r->decl.name), -1, i,
                         r->when);
        }
    }
}

void check_dead(moot_check *k)
{
    k->dead_way = moot_arena_array(&k->arena, (size_t)k->way_first[k->p->stages_count] + 1, 1);
    if (!k->dead_way) {
        k->no_memory = 1;
        return;
    }
    for (int32_t i = 0; i < k->p->outcomes_count && !check_stopped(k); i++) {
        check_about(k, check_outcome_label(k, i), MAY_COME);
        k->dead_outcome[i] = (uint8_t)outcome_never(k, i);
    }
    for (int32_t w = 0; w < k->way_first[k->p->stages_count] && !check_stopped(k); w++) {
        check_about(k, check_stage_label(k, k->ways[w].stage), MAY_COME);
        k->dead_way[w] = (uint8_t)way_never(k, &k->ways[w]);
    }
    spread_life(k);
    for (int32_t i = 0; i < k->p->outcomes_count && !check_stopped(k); i++) {
        if (k->dead_outcome[i] && !k->dead_stage[k->p->outcomes[i].stage]) {
            tell_outcome(k, i);
        }
    }
    tell_stages(k);
    tell_effects(k);
}
