/* The quickest way through stages from a moment: when each stage could be entered at the earliest, if everybody acted at
 * once and every queue were empty. What takes time is what the protocol says takes time: a panel's next session, opening
 * hours, an `after`. What people may do at any moment (an event, a record of its own) is taken to be done at the start, so
 * nothing is called late that could have been in time. */
#include "vm/check_route.h"

#include <string.h>

#include "vm/panel.h"

static const moot_instant A_DAY = 86400;

/* ---- how long one step takes ---- */

int32_t check_route_hours(const moot_protocol *p, int32_t cond)
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

/* The session that somebody who waits from `ready` on comes up at. Without a first date any day may be one, so the worst
 * is taken: the papers of one have just closed. */
static moot_instant session_after(const moot_protocol *p, int32_t panel, moot_instant ready)
{
    const moot_panel *x = &p->panels[panel];
    int32_t n = moot_panel_next(p, panel, ready, MOOT_ALWAYS);
    if (n >= 0) {
        return moot_panel_session(p, panel, n);
    }
    if (x->first != MOOT_DAY_MIN || x->every.count == 0) {
        return ready;
    }
    return shifted(p, x->cut_off.count > 0 ? shifted(p, ready, x->cut_off) : ready, x->every);
}

/* ---- triggers ---- */

static moot_instant fires(const check_route *r, int32_t trigger, check_hop *out);

static moot_instant leaves_any(const check_route *r, int32_t stage, check_hop *out)
{
    const moot_stage *s = &r->k->p->stages[stage];
    moot_instant best = MOOT_NEVER;
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        moot_instant at = check_route_leave(r, s->outcomes.first + i, r->at[stage]);
        if (at < best) {
            best = at;
            out->stage = stage;
            out->outcome = s->outcomes.first + i;
        }
    }
    return best;
}

/* Groups nest at most MOOT_COND_DEPTH deep. */
static moot_instant fires_group(const check_route *r, const moot_trigger *t, check_hop *out)
{
    int any = t->kind == MOOT_ON_ANY;
    moot_instant best = any ? MOOT_NEVER : r->start;
    for (int32_t i = 0; i < t->children.count; i++) {
        check_hop hop = { -1, -1, 0, 0 };
        moot_instant at = fires(r, moot_span_at(r->k->p, t->children, i), &hop);
        if (any ? at < best : at > best) {
            best = at;
            *out = hop;
        }
    }
    return best;
}

static moot_instant fires(const check_route *r, int32_t trigger, check_hop *out)
{
    const moot_protocol *p = r->k->p;
    const moot_trigger *t = &p->triggers[trigger];
    moot_instant at = r->start;
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_ENTERED:
        at = r->at[t->ref];
        *out = r->by[t->ref];
        break;
    case MOOT_ON_LEFT:
        if (t->outcome >= 0) {
            at = check_route_leave(r, t->outcome, r->at[t->ref]);
            out->stage = t->ref;
            out->outcome = t->outcome;
        } else {
            at = leaves_any(r, t->ref, out);
        }
        break;
    case MOOT_ON_ANY:
    case MOOT_ON_ALL:
        at = fires_group(r, t, out);
        break;
    default:
        break; /* people, dates: perhaps at once */
    }
    for (int32_t i = 0; i < t->shifts.count && at != MOOT_NEVER; i++) {
        const moot_shift *s = &p->shifts[t->shifts.first + i];
        moot_duration d;
        if (s->sign > 0 && check_seconds(r->k, s->operand, &d) > 0) {
            at = shifted(p, at, d);
        }
    }
    return at;
}

moot_instant check_route_fires(const check_route *r, int32_t trigger, check_hop *out)
{
    return fires(r, trigger, out);
}

moot_instant check_route_leave(const check_route *r, int32_t outcome, moot_instant entered)
{
    const moot_protocol *p = r->k->p;
    const moot_outcome *o = &p->outcomes[outcome];
    const moot_stage *s = &p->stages[o->stage];
    moot_duration d;
    check_hop hop = { -1, -1, 0, 0 };
    if (entered == MOOT_NEVER || r->k->dead_outcome[outcome]) {
        return MOOT_NEVER;
    }
    if (o->after >= 0) {
        if (check_seconds(r->k, o->after, &d) == 0) {
            return entered;
        }
        return moot_calendar_due(p->calendars[0], entered, d, (moot_counting)o->counting).at +
               (moot_unit_by_day((moot_unit)d.unit) ? 1 : 0);
    }
    if (o->on >= 0) {
        moot_instant at = fires(r, o->on, &hop);
        return at > entered ? at : entered;
    }
    moot_instant at = s->panel >= 0 ? session_after(p, s->panel, entered) : entered;
    int32_t calendar = check_route_hours(p, o->when);
    return calendar >= 0 && at != MOOT_NEVER ? next_open(p->calendars[calendar], at) : at;
}

/* ---- from stage to stage ---- */

static int sooner(check_route *r, int32_t stage, moot_instant at, check_hop by)
{
    if (at >= r->at[stage]) {
        return 0;
    }
    r->at[stage] = at;
    r->by[stage] = by;
    return 1;
}

static int through_effect(check_route *r, int32_t effect)
{
    const moot_protocol *p = r->k->p;
    const moot_effect *e = &p->effects[effect];
    const check_holder *h = &r->k->holders[effect];
    check_hop by = { -1, -1, 0, 0 };
    moot_instant at = MOOT_NEVER;
    int moved = 0;
    if (e->verb != MOOT_GO) {
        return 0;
    }
    if (h->outcome >= 0) {
        by.stage = p->outcomes[h->outcome].stage;
        by.outcome = h->outcome;
        at = check_route_leave(r, h->outcome, r->at[by.stage]);
    } else if (h->stage >= 0) {
        at = r->at[h->stage];
        by = r->by[h->stage];
    } else {
        at = r->start; /* late, or a ladder: not counted against anybody */
    }
    for (int32_t i = 0; i < e->stages.count && at != MOOT_NEVER; i++) {
        moved |= sooner(r, moot_span_at(p, e->stages, i), at, by);
    }
    return moved;
}

void check_route_from(check_route *r, moot_instant start, int32_t stage)
{
    const moot_protocol *p = r->k->p;
    check_hop none = { -1, -1, 0, 0 };
    int moved = 1;
    r->start = start;
    check_spend(r->k, 1 + (p->stages_count + p->effects_count) / 50);
    for (int32_t s = 0; s < p->stages_count; s++) {
        r->at[s] = MOOT_NEVER;
        r->by[s] = none;
    }
    if (stage >= 0) {
        r->at[stage] = start;
    }
    for (int32_t round = 0; moved && round <= p->stages_count; round++) {
        moved = 0;
        for (int32_t s = 0; s < p->stages_count; s++) {
            check_hop by = none;
            int32_t on = p->stages[s].on;
            if (on >= 0 && r->at[s] > start) {
                moot_instant at = fires(r, on, &by);
                moved |= sooner(r, s, at, by);
            }
        }
        for (int32_t e = 0; e < p->effects_count; e++) {
            moved |= through_effect(r, e);
        }
    }
}

int32_t check_route_hops(const check_route *r, check_hop last, check_hop *out, int32_t max)
{
    int32_t n = 0;
    for (check_hop at = last; at.stage >= 0 && n < max; at = r->by[at.stage]) {
        at.enter = r->at[at.stage];
        at.leave = check_route_leave(r, at.outcome, at.enter);
        memmove(out + 1, out, (size_t)n * sizeof *out);
        out[0] = at;
        n++; /* a stage is entered sooner than what follows it, or was found before it: this ends */
    }
    return n;
}

/* ---- backwards ---- */

moot_instant check_route_latest(const check_route *r, int32_t outcome, moot_instant until,
                                moot_instant from)
{
    if (check_route_leave(r, outcome, from) > until) {
        return MOOT_NEVER;
    }
    moot_instant good = from, bad = until + 1;
    while (bad - good > 1) { /* entered later, left later */
        moot_instant half = good + (bad - good) / 2;
        if (check_route_leave(r, outcome, half) <= until) {
            good = half;
        } else {
            bad = half;
        }
    }
    return good;
}
