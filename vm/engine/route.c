#include "vm/engine/route.h"

#include <stdio.h>
#include <string.h>

#include "vm/protocol/panel.h"

static const moot_instant A_DAY = 86400;
static const moot_hop NO_HOP = { -1, -1, 0, 0, 0 };

/* ---- making one ---- */

moot_code moot_route_init(moot_route *r, const moot_protocol *p, const moot_conditions *rules,
                          const moot_facts *facts, moot_arena *arena, moot_err *err)
{
    size_t count = (size_t)p->stages_count + 1;
    memset(r, 0, sizeof *r);
    r->p = p;
    r->rules = rules;
    r->facts = facts;
    r->child = -1;
    r->at = moot_arena_array(arena, count, sizeof *r->at);
    r->by = moot_arena_array(arena, count, sizeof *r->by);
    r->open = moot_arena_array(arena, count, sizeof *r->open);
    r->been = moot_arena_array(arena, count, sizeof *r->been);
    return r->at && r->by && r->open && r->been ? MOOT_OK : moot_fail_memory(err);
}

void moot_route_open(moot_route *r, int32_t stage, moot_instant entered)
{
    r->open[stage] = 1;
    r->at[stage] = entered;
}

int moot_route_length(const moot_route *r, int32_t operand, moot_duration *out)
{
    const moot_operand *o = &r->p->operands[operand];
    moot_value v = moot_operand_value(r->rules, r->facts, operand, r->child);
    if ((o->kind != MOOT_OPERAND_CONST && o->kind != MOOT_OPERAND_PARAM) || v.type != MOOT_T_DURATION) {
        return 0;
    }
    out->count = (int32_t)v.a;
    out->unit = (uint8_t)v.b;
    return 1;
}

/* ---- how long one step takes ---- */

int32_t moot_route_hours(const moot_protocol *p, int32_t cond)
{
    if (cond == MOOT_NO_COND) {
        return -1;
    }
    const moot_cond_node *root = &p->nodes[cond];
    int32_t i = root->kind == MOOT_COND_ALL ? cond + 1 : cond;
    for (; i < root->next; i = p->nodes[i].next) {
        if (p->nodes[i].kind == MOOT_COND_TEST && p->nodes[i].test == MOOT_TEST_INSIDE) {
            return p->nodes[i].calendar;
        }
    }
    return -1;
}

/* The first moment from `at` on at which a desk is open; MOOT_NEVER within three weeks. */
static moot_instant next_open(const moot_calendar *calendar, moot_instant at)
{
    moot_when window = { at, at + 21 * A_DAY };
    if (moot_calendar_inside(calendar, at)) {
        return at;
    }
    if (!moot_calendar_opens_within(calendar, window)) {
        return MOOT_NEVER;
    }
    moot_instant shut = at; /* not open from `at` to here; open somewhere from `at` to window.hi */
    while (window.hi - shut > 1) {
        moot_when half = { at, shut + (window.hi - shut) / 2 };
        if (moot_calendar_opens_within(calendar, half)) {
            window.hi = half.hi;
        } else {
            shut = half.hi;
        }
    }
    return window.hi;
}

/* A day so much later, at the same time of day; hours are added as they are. */
static moot_instant shifted(const moot_protocol *p, moot_instant at, moot_duration d)
{
    if (!moot_unit_by_day((moot_unit)d.unit)) {
        return at + (moot_instant)d.count * (d.unit == MOOT_HOURS ? 3600 : 60);
    }
    moot_instant to = at;
    moot_day day = moot_calendar_shift(p->calendars[0], moot_day_at(p->zone, at), d, MOOT_COUNT_OF);
    (void)moot_instant_of(p->zone, day, moot_second_of_day(p->zone, at), &to, NULL);
    return to;
}

/* The session at which somebody who waits from `ready` on comes up, not before the start. Without a
 * first date any day may be one, so the worst is taken: the papers of one have just closed. */
static moot_instant session_for(const moot_route *r, int32_t panel, moot_instant ready)
{
    const moot_panel *x = &r->p->panels[panel];
    int waits = ready < r->start; /* its papers are in */
    int32_t n = moot_panel_next(r->p, &r->p->panels[panel], ready, waits ? r->start - 1 : MOOT_ALWAYS);
    if (n >= 0) {
        return moot_panel_session(r->p, &r->p->panels[panel], n);
    }
    if (x->first != MOOT_DAY_MIN || x->every.count == 0) {
        return waits ? r->start : ready;
    }
    if (waits) {
        return shifted(r->p, r->start, x->every);
    }
    return shifted(r->p, x->cut_off.count > 0 ? shifted(r->p, ready, x->cut_off) : ready, x->every);
}

/* ---- triggers ---- */

static int is_chosen(const moot_route *r, int32_t outcome)
{
    const moot_outcome *o = &r->p->outcomes[outcome];
    const moot_stage *s = &r->p->stages[o->stage];
    int routes = s->owner.kind == MOOT_OWNER_NONE && s->panel < 0;
    return o->on < 0 && o->after < 0 && !routes;
}

/* Keeps the sooner way of leaving a stage. */
static void leave_sooner(const moot_route *r, int32_t outcome, moot_instant *best, moot_hop *out)
{
    int32_t stage = r->p->outcomes[outcome].stage;
    moot_instant at = moot_route_leave(r, outcome, r->at[stage]);
    if (at < *best) {
        *best = at;
        *out = NO_HOP;
        out->stage = stage;
        out->outcome = outcome;
    } else if (at == *best && at != MOOT_NEVER && out->stage == stage) {
        out->any = 1;
    }
}

static moot_instant leaves_any(const moot_route *r, int32_t stage, moot_hop *out)
{
    const moot_stage *s = &r->p->stages[stage];
    moot_instant best = MOOT_NEVER;
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        leave_sooner(r, s->outcomes.first + i, &best, out);
    }
    return best;
}

/* Of a case whose dates are known: that date, if it is still to come. */
static moot_instant dated(const moot_route *r, const moot_trigger *t)
{
    int32_t fact = t->kind == MOOT_ON_TURNS ? r->facts->dob_fact : t->ref;
    moot_value v = r->dated && fact >= 0 ? moot_fact_value(r->rules, r->facts, fact, r->child, NULL)
                                         : moot_unknown();
    moot_instant at = r->start;
    if (v.type == MOOT_T_DATE && t->kind == MOOT_ON_TURNS) {
        at = moot_day_start(r->p->zone, moot_turns_on(r->p, r->facts, t, (moot_day)v.a));
    } else if (v.type == MOOT_T_DATE) {
        at = moot_day_start(r->p->zone, (moot_day)v.a);
    } else if (v.type == MOOT_T_INSTANT) {
        at = v.a;
    }
    return at > r->start ? at : r->start;
}

/* A join waits only for what has not been yet. */
static int has_been(const moot_route *r, const moot_trigger *t)
{
    return (t->kind == MOOT_ON_LEFT || t->kind == MOOT_ON_ENTERED) && r->been[t->ref];
}

/* Groups nest at most MOOT_COND_DEPTH deep. */
static moot_instant fires_group(const moot_route *r, const moot_trigger *t, moot_hop *out)
{
    int any = t->kind == MOOT_ON_ANY;
    moot_instant best = any ? MOOT_NEVER : r->start;
    for (int32_t i = 0; i < t->children.count; i++) {
        moot_hop hop = NO_HOP;
        int32_t child = moot_span_at(r->p, t->children, i);
        moot_instant at = !any && has_been(r, &r->p->triggers[child]) ? r->start : moot_route_fires(r, child, &hop);
        if (any ? at < best : at > best) {
            best = at;
            *out = hop;
        }
    }
    return best;
}

moot_instant moot_route_fires(const moot_route *r, int32_t trigger, moot_hop *out)
{
    const moot_protocol *p = r->p;
    const moot_trigger *t = &p->triggers[trigger];
    moot_instant at = r->start;
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_ENTERED:
        at = r->at[t->ref];
        *out = r->by[t->ref];
        break;
    case MOOT_ON_LEFT:
        if (t->outcome >= 0) {
            at = MOOT_NEVER;
            leave_sooner(r, t->outcome, &at, out);
        } else {
            at = leaves_any(r, t->ref, out);
        }
        break;
    case MOOT_ON_ANY:
    case MOOT_ON_ALL:
        at = fires_group(r, t, out);
        break;
    case MOOT_ON_TURNS:
    case MOOT_ON_DATE:
        at = dated(r, t);
        break;
    default:
        break; /* people: perhaps at once */
    }
    for (int32_t i = 0; i < t->shifts.count && at != MOOT_NEVER; i++) {
        const moot_shift *s = &p->shifts[t->shifts.first + i];
        moot_duration d;
        if (s->sign > 0 && moot_route_length(r, s->operand, &d)) {
            at = shifted(p, at, d);
        }
    }
    return at;
}

moot_instant moot_route_leave(const moot_route *r, int32_t outcome, moot_instant entered)
{
    const moot_protocol *p = r->p;
    const moot_outcome *o = &p->outcomes[outcome];
    const moot_stage *s = &p->stages[o->stage];
    moot_duration d;
    moot_hop hop = NO_HOP;
    if (entered == MOOT_NEVER || (r->dead && r->dead[outcome])) {
        return MOOT_NEVER;
    }
    moot_instant at = entered > r->start ? entered : r->start;
    if (o->after >= 0) {
        if (!moot_route_length(r, o->after, &d)) {
            return at;
        }
        moot_instant over =
            moot_calendar_due(p->calendars[0], entered, d, (moot_counting)o->counting).at +
            (moot_unit_by_day((moot_unit)d.unit) ? 1 : 0);
        return over > at ? over : at;
    }
    if (o->on >= 0) {
        moot_instant fires = moot_route_fires(r, o->on, &hop);
        return fires > at ? fires : at;
    }
    at = s->panel >= 0 ? session_for(r, s->panel, entered) : at;
    int32_t calendar = moot_route_hours(p, o->when);
    return calendar >= 0 && at != MOOT_NEVER ? next_open(p->calendars[calendar], at) : at;
}

/* The earliest moment at which leaving its stage meets a deadline; MOOT_NEVER: no outcome does. */
static moot_instant left_in_time(const moot_route *r, int32_t clock, moot_hop *out)
{
    int32_t stage = r->p->clocks[clock].stage;
    const moot_stage *s = &r->p->stages[stage];
    moot_instant best = MOOT_NEVER;
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        const moot_outcome *o = &r->p->outcomes[s->outcomes.first + i];
        if (is_chosen(r, s->outcomes.first + i) ? !o->voids : o->meets) {
            leave_sooner(r, s->outcomes.first + i, &best, out);
        }
    }
    return best;
}

moot_instant moot_route_meets(const moot_route *r, int32_t clock, moot_hop *out)
{
    const moot_clock_rule *rule = &r->p->clocks[clock];
    *out = NO_HOP;
    if (rule->met_by >= 0) {
        return moot_route_fires(r, rule->met_by, out);
    }
    moot_instant at = rule->stage >= 0 ? left_in_time(r, clock, out) : r->start;
    return at == MOOT_NEVER ? r->start : at; /* a record of its own can meet it at any time */
}

/* ---- from stage to stage ---- */

static int sooner(moot_route *r, int32_t stage, moot_instant at, moot_hop by)
{
    if (at >= r->at[stage]) {
        return 0;
    }
    r->at[stage] = at;
    r->by[stage] = by;
    return 1;
}

/* The stages that a block goes to, from a moment. */
static int through_block(moot_route *r, moot_span block, moot_instant at, moot_hop by)
{
    const moot_protocol *p = r->p;
    int moved = 0;
    for (int32_t e = block.first; e < block.first + block.count && at != MOOT_NEVER; e++) {
        moot_span stages = p->effects[e].stages;
        for (int32_t i = 0; p->effects[e].verb == MOOT_GO && i < stages.count; i++) {
            moved |= sooner(r, moot_span_at(p, stages, i), at, by);
        }
    }
    return moved;
}

static int through_stage(moot_route *r, int32_t stage)
{
    const moot_protocol *p = r->p;
    const moot_stage *s = &p->stages[stage];
    moot_hop by = NO_HOP;
    int moved = 0;
    if (s->on >= 0 && r->at[stage] > r->start && !(r->shut && r->shut[stage])) {
        moot_instant at = moot_route_fires(r, s->on, &by);
        moved |= sooner(r, stage, at, by);
    }
    if (!r->open[stage]) { /* else its block ran when it was entered */
        moved |= through_block(r, s->block, r->at[stage], r->by[stage]);
    }
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        by = NO_HOP;
        by.stage = stage;
        by.outcome = s->outcomes.first + i;
        moved |= through_block(r, p->outcomes[by.outcome].block,
                               moot_route_leave(r, by.outcome, r->at[stage]), by);
    }
    return moved;
}

/* What goes late, or up a ladder: not counted against anybody. */
static int through_others(moot_route *r)
{
    int moved = 0;
    for (int32_t i = 0; i < r->p->clocks_count; i++) {
        moved |= through_block(r, r->p->clocks[i].late, r->start, NO_HOP);
    }
    for (int32_t i = 0; i < r->p->levels_count; i++) {
        moved |= through_block(r, r->p->levels[i].block, r->start, NO_HOP);
    }
    return moved;
}

void moot_route_from(moot_route *r, moot_instant start, int32_t stage)
{
    int moved = 1;
    r->start = start;
    for (int32_t s = 0; s < r->p->stages_count; s++) {
        r->at[s] = r->open[s] ? r->at[s] : MOOT_NEVER;
        r->by[s] = NO_HOP;
    }
    if (stage >= 0) {
        r->at[stage] = start;
    }
    for (int32_t round = 0; moved && round <= r->p->stages_count; round++) {
        moved = 0;
        for (int32_t s = 0; s < r->p->stages_count; s++) {
            moved |= through_stage(r, s);
        }
        moved |= through_others(r);
    }
}

int32_t moot_route_hops(const moot_route *r, moot_hop last, moot_hop out[MOOT_HOPS_MOST])
{
    int32_t n = 0;
    for (moot_hop at = last; at.stage >= 0 && n < MOOT_HOPS_MOST; at = r->by[at.stage]) {
        at.enter = r->at[at.stage];
        at.leave = moot_route_leave(r, at.outcome, at.enter);
        memmove(out + 1, out, (size_t)n * sizeof *out);
        out[0] = at;
        n++; /* a stage is entered sooner than what follows it, or was found before it: this ends */
    }
    return n;
}

/* ---- how late ---- */

/* The latest moment, not before `from`, at which the outcome's stage may be entered so that it is
 * left by `until`; MOOT_NEVER: there is none. */
static moot_instant latest_entry(const moot_route *r, int32_t outcome, moot_instant until, moot_instant from)
{
    if (until == MOOT_NEVER || moot_route_leave(r, outcome, from) > until) {
        return MOOT_NEVER;
    }
    moot_instant good = from, bad = until + 1;
    while (bad - good > 1) { /* entered later, left later */
        moot_instant half = good + (bad - good) / 2;
        if (moot_route_leave(r, outcome, half) <= until) {
            good = half;
        } else {
            bad = half;
        }
    }
    return good;
}

/* Somebody whose papers are in may come up at any session that is still to come. */
static moot_instant last_session(const moot_route *r, int32_t panel, moot_instant entered, moot_instant until)
{
    int32_t first = moot_panel_next(r->p, &r->p->panels[panel], entered, r->start - 1);
    int32_t after = moot_panel_next(r->p, &r->p->panels[panel], entered, until);
    moot_instant at = after > 0 ? moot_panel_session(r->p, &r->p->panels[panel], after - 1) : MOOT_NEVER;
    return first >= 0 && after > first && at <= until ? at : MOOT_NEVER;
}

/* The latest moment, by `until`, at which a stage that is entered, or open already, can be left. */
static moot_instant latest_leave(const moot_route *r, const moot_hop *h, moot_instant until, moot_instant *out_enter)
{
    const moot_outcome *o = &r->p->outcomes[h->outcome];
    const moot_stage *s = &r->p->stages[h->stage];
    int open = r->open[h->stage];
    *out_enter = open ? MOOT_NEVER : latest_entry(r, h->outcome, until, r->start);
    if (!open) {
        return *out_enter == MOOT_NEVER ? MOOT_NEVER : moot_route_leave(r, h->outcome, *out_enter);
    }
    if (until != MOOT_NEVER && until >= r->start && s->panel >= 0 && is_chosen(r, h->outcome) &&
        r->p->panels[s->panel].first == MOOT_DAY_MIN) {
        return until; /* on which days it sits is not known: any may be one */
    }
    if (until == MOOT_NEVER || moot_route_leave(r, h->outcome, r->at[h->stage]) > until) {
        return MOOT_NEVER;
    }
    if (o->after >= 0) {
        return moot_route_leave(r, h->outcome, r->at[h->stage]);
    }
    if (s->panel >= 0 && is_chosen(r, h->outcome)) {
        return last_session(r, s->panel, r->at[h->stage], until);
    }
    return moot_route_leave(r, h->outcome, latest_entry(r, h->outcome, until, r->start));
}

int32_t moot_route_steps(const moot_route *r, const moot_hop *hops, int32_t count, moot_instant due,
                         moot_route_step out[2 * MOOT_HOPS_MOST])
{
    moot_instant until = due;
    int32_t n = 2 * MOOT_HOPS_MOST, kept = 0;
    for (int32_t i = count; i-- > 0;) {
        const moot_hop *h = &hops[i];
        moot_instant enter, leave = latest_leave(r, h, until, &enter);
        out[--n] = (moot_route_step){ *h, 0, leave };
        out[n].hop.any = h->any && i == count - 1;
        if (r->p->stages[h->stage].panel >= 0 && is_chosen(r, h->outcome) && !r->open[h->stage]) {
            out[--n] = (moot_route_step){ *h, 1, enter };
        }
        until = enter;
    }
    kept = 2 * MOOT_HOPS_MOST - n;
    memmove(out, out + n, (size_t)kept * sizeof *out);
    return kept;
}

const char *moot_route_step_words(const moot_protocol *p, const moot_route_step *step, char *buf,
                                  size_t size, const char **out_clause)
{
    const moot_outcome *o = &p->outcomes[step->hop.outcome];
    const moot_stage *s = &p->stages[step->hop.stage];
    *out_clause = o->decl.clause;
    if (step->papers) {
        *out_clause = p->panels[s->panel].decl.clause;
        snprintf(buf, size, "%s for \"%s\"", p->panels[s->panel].cut_off.count ? "papers" : "listed",
                 p->panels[s->panel].decl.name);
    } else if (step->hop.any) {
        *out_clause = s->decl.clause;
        snprintf(buf, size, "stage \"%s\" left", s->decl.name);
    } else {
        snprintf(buf, size, "outcome \"%s\" of stage \"%s\"", o->decl.name, s->decl.name);
    }
    return buf;
}
