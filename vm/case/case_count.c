#include "vm/case/case_count.h"

#include "vm/calendar/moment.h"

static int same(moot_when a, moot_when b)
{
    return a.lo == b.lo && a.hi == b.hi;
}

static moot_due due_of(const moot_case *c, moot_instant from, const moot_count_step *s)
{
    return moot_calendar_due(c->protocol->calendars[0], from, s->length, s->counting);
}

/* ---- within and every ---- */

/* What adds up stays of which it is not known how long they were ends at its earliest after fewer days than are told. */
static int comes_of_fewer(const moot_case *c, const moot_clock *clock, const moot_count_step *step)
{
    moot_count_step fewer = *step;
    if (!c->protocol->clocks[clock->rule].adds_up || step->length.unit != MOOT_DAYS) {
        return 0;
    }
    while (fewer.length.count > 0 && due_of(c, clock->since.lo, &fewer).at > clock->due.lo) {
        fewer.length.count--;
    }
    return due_of(c, clock->since.lo, &fewer).at == clock->due.lo;
}

static int is_by_length(const moot_case *c, const moot_clock *clock, moot_value length, moot_count *out)
{
    if (length.type != MOOT_T_DURATION) {
        return 0;
    }
    moot_count_step s = { clock->since, { (int32_t)length.a, (uint8_t)length.b },
                          (moot_counting)c->protocol->clocks[clock->rule].counting };
    moot_due lo = due_of(c, s.from.lo, &s), hi = due_of(c, s.from.hi, &s);
    moot_when due = { lo.at, hi.at };
    out->base = clock->since;
    out->steps[0] = s;
    out->steps_count = 1;
    out->provisional = lo.provisional | hi.provisional;
    return same(due, clock->due) || (due.hi == clock->due.hi && comes_of_fewer(c, clock, &s));
}

/* The figure that a param has now, or had or will have: whichever gives the date. */
static int is_by_operand(const moot_case *c, const moot_clock *clock, int32_t operand, moot_count *out)
{
    const moot_protocol *p = c->protocol;
    if (is_by_length(c, clock, moot_operand_value(&p->rules, &c->facts, operand, clock->child), out)) {
        return 1;
    }
    if (p->operands[operand].kind != MOOT_OPERAND_PARAM) {
        return 0;
    }
    moot_span steps = p->params[p->operands[operand].ref].steps;
    for (int32_t i = 0; i < steps.count; i++) {
        if (is_by_length(c, clock, p->steps[steps.first + i].value, out)) {
            return 1;
        }
    }
    return 0;
}

/* ---- by ---- */

static moot_when now_at(const moot_calendar *calendar, const moot_moment *m)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_when days = { m->by_day ? moot_day_start(zone, m->first) : 0, m->by_day ? moot_day_start(zone, m->last) : 0 };
    return m->by_day ? days : m->at;
}

static int shift_by(const moot_case *c, const moot_clock *clock, int32_t trigger, moot_moment *m, moot_count *out)
{
    const moot_protocol *p = c->protocol;
    moot_span shifts = p->triggers[trigger].shifts;
    for (int32_t i = 0; i < shifts.count; i++) {
        const moot_shift *shift = &p->shifts[shifts.first + i];
        moot_value v = moot_operand_value(&p->rules, &c->facts, shift->operand, clock->child);
        if (v.type != MOOT_T_DURATION || out->steps_count == MOOT_COUNT_STEPS) {
            return 0;
        }
        moot_count_step *s = &out->steps[out->steps_count++];
        s->from = now_at(p->calendars[0], m);
        s->length = (moot_duration){ shift->sign * (int32_t)v.a, (uint8_t)v.b };
        s->counting = (moot_counting)shift->counting;
        moot_moment_shift(p->calendars[0], m, s->length, s->counting);
    }
    return 1;
}

static moot_when read_as(const moot_calendar *calendar, const moot_moment *m, int begins)
{
    return begins ? moot_moment_begins(calendar, m) : moot_moment_due(calendar, m);
}

/* Its own shifts, then those of the groups around it, each of which takes it as it is read: as a due date, or as what
 * begins. Whether the moment that is wanted comes out. */
static int is_by_trigger(const moot_case *c, const moot_clock *clock, int32_t trigger, moot_value base, int begins,
                         moot_when wanted, moot_count *out)
{
    const moot_protocol *p = c->protocol;
    const moot_calendar *calendar = p->calendars[0];
    moot_when at = { base.a, base.b };
    moot_moment m = base.type == MOOT_T_DATE ? moot_moment_of_days((moot_day)base.a, (moot_day)base.b) : moot_moment_of(at);
    out->trigger = trigger;
    out->base = now_at(calendar, &m);
    out->steps_count = 0;
    for (int32_t t = trigger; t >= 0; t = p->triggers[t].parent) {
        if (!shift_by(c, clock, t, &m, out)) {
            return 0;
        }
        int provisional = m.provisional;
        out->forward = m.forward && m.by_day;
        at = read_as(calendar, &m, begins);
        m = p->triggers[t].parent >= 0 ? moot_moment_of(at) : m;
        m.provisional = provisional;
    }
    out->provisional = m.provisional;
    return same(at, wanted);
}

static int is_group(const moot_trigger *t)
{
    return t->kind == MOOT_ON_ANY || t->kind == MOOT_ON_ALL;
}

/* Whether what it hangs on may be of this kind: a date fact keeps its days, everything else an instant. */
static int fits(const moot_trigger *t, moot_value base)
{
    return t->kind == MOOT_ON_DATE || base.type == MOOT_T_INSTANT;
}

/* Leaves of one tree stand before the root, side by side with those of no other, so each trigger is asked whether its root
 * is this one. */
static int is_leaf_of(const moot_protocol *p, int32_t leaf, int32_t root)
{
    int32_t t = leaf;
    while (p->triggers[t].parent >= 0) {
        t = p->triggers[t].parent;
    }
    return t == root && !is_group(&p->triggers[leaf]);
}

/* The leaf of `by` from whose moment the date comes out. */
static int is_by(const moot_case *c, const moot_clock *clock, int32_t root, moot_count *out)
{
    const moot_protocol *p = c->protocol;
    if (clock->counted.type != MOOT_T_DATE && clock->counted.type != MOOT_T_INSTANT) {
        return 0;
    }
    for (int32_t leaf = 0; leaf <= root; leaf++) {
        if (is_leaf_of(p, leaf, root) && fits(&p->triggers[leaf], clock->counted)
            && is_by_trigger(c, clock, leaf, clock->counted, 0, clock->due, out)) {
            return 1;
        }
    }
    return 0;
}

/* ---- not before ---- */

static moot_value instants(moot_when at)
{
    return at.lo == MOOT_NEVER ? moot_unknown() : moot_value_of(MOOT_T_INSTANT, at.lo, at.hi);
}

static moot_when latest_event(const moot_case *c, int32_t event)
{
    moot_when none = { MOOT_NEVER, MOOT_NEVER };
    for (int32_t i = c->log_count; i-- > 0;) {
        const moot_entry *e = &c->log[i];
        if (e->what == MOOT_LOG_EVENT && e->ref == event && !moot_case_superseded(c, e->n)) {
            return e->at;
        }
    }
    return none;
}

static moot_when latest_visit(const moot_case *c, const moot_trigger *t)
{
    moot_when at = { MOOT_NEVER, MOOT_NEVER };
    for (int32_t i = 0; i < c->visits_count; i++) {
        const moot_visit *v = &c->visits[i];
        if (v->stage == t->ref && (t->kind == MOOT_ON_ENTERED || (!moot_visit_open(v) &&
                                   (t->outcome < 0 || t->outcome == v->outcome)))) {
            at = t->kind == MOOT_ON_ENTERED ? v->entered : v->left;
        }
    }
    return at;
}

/* The moment that a trigger hangs on, as far as the case knows it now. */
static moot_value base_of(const moot_case *c, const moot_clock *clock, int32_t leaf)
{
    const moot_protocol *p = c->protocol;
    const moot_trigger *t = &p->triggers[leaf];
    moot_when at = { MOOT_NEVER, MOOT_NEVER };
    moot_value v;
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_DATE:
        return moot_fact_value(&p->rules, &c->facts, t->ref, clock->child, NULL);
    case MOOT_ON_TURNS:
        v = p->dob_fact < 0 ? moot_unknown() : c->facts.values[(clock->child + 1) * c->facts.fact_count + p->dob_fact];
        if (v.type == MOOT_T_DATE) {
            at.lo = moot_day_start(p->zone, moot_turns_on(p, &c->facts, t, (moot_day)v.a));
            at.hi = moot_day_start(p->zone, moot_turns_on(p, &c->facts, t, (moot_day)v.b));
        }
        return instants(at);
    case MOOT_ON_DUE:
        for (int32_t i = 0; i < c->clocks_count; i++) {
            at = c->clocks[i].rule == t->ref ? c->clocks[i].due : at;
        }
        return instants(at);
    case MOOT_ON_EVENT:
        return instants(latest_event(c, t->ref));
    case MOOT_ON_ENTERED:
    case MOOT_ON_LEFT:
        return instants(latest_visit(c, t));
    default:
        return c->trigger_count[leaf] > 0 ? instants(c->trigger_last[leaf]) : moot_unknown();
    }
}

int moot_case_count_not_before(const moot_case *c, const moot_clock *clock, moot_count *out)
{
    const moot_protocol *p = c->protocol;
    int32_t root = p->clocks[clock->rule].not_before;
    *out = (moot_count){ .trigger = -1, .base = clock->not_before };
    if (clock->not_before.lo == MOOT_ALWAYS || clock->not_before.lo == MOOT_NEVER || clock->not_before.hi == MOOT_NEVER) {
        return 0;
    }
    for (int32_t leaf = 0; leaf <= root; leaf++) {
        moot_value base = is_leaf_of(p, leaf, root) ? base_of(c, clock, leaf) : moot_unknown();
        if (moot_known(base) && fits(&p->triggers[leaf], base)
            && is_by_trigger(c, clock, leaf, base, 1, clock->not_before, out)) {
            return 1;
        }
    }
    return 0;
}

/* ---- either ---- */

int moot_case_count(const moot_case *c, const moot_clock *clock, moot_count *out)
{
    const moot_clock_rule *rule = &c->protocol->clocks[clock->rule];
    int32_t operand = rule->within >= 0 ? rule->within : rule->every;
    *out = (moot_count){ .trigger = -1, .base = clock->since };
    if (clock->due.lo == MOOT_NEVER) {
        return 0;
    }
    if (operand >= 0) {
        return is_by_length(c, clock, clock->counted, out) || is_by_operand(c, clock, operand, out);
    }
    return rule->by >= 0 && is_by(c, clock, rule->by, out);
}

/* ---- several visits ---- */

static moot_instant later(moot_instant a, moot_instant b)
{
    return a > b ? a : b;
}

void moot_case_stays(const moot_case *c, int32_t stage, int32_t child, int32_t before, moot_when since, int64_t *out_least,
                     int64_t *out_most)
{
    const moot_zone *zone = c->protocol->zone;
    moot_when from = since.lo == MOOT_NEVER ? moot_when_at(MOOT_ALWAYS) : since;
    *out_least = *out_most = 0;
    for (int32_t i = 0; i < before; i++) {
        const moot_visit *v = &c->visits[i];
        if (v->stage == stage && v->child == child && !moot_visit_open(v)) {
            int64_t least = (int64_t)moot_day_at(zone, v->left.lo) - moot_day_at(zone, later(v->entered.hi, from.hi));
            int64_t most = (int64_t)moot_day_at(zone, v->left.hi) - moot_day_at(zone, later(v->entered.lo, from.lo));
            *out_least += least > 0 ? least : 0;
            *out_most += most > 0 ? most : 0;
        }
    }
}

/* The entry of the log, before `entry`, by which an atom last went off; 0: none. */
static int32_t last_fired(const moot_case *c, const moot_trigger *t, int32_t entry, moot_when *out)
{
    if (t->kind == MOOT_ON_EVENT) {
        for (int32_t i = entry - 1; i-- > 0;) {
            const moot_entry *e = &c->log[i];
            if (e->what == MOOT_LOG_EVENT && e->ref == t->ref && !moot_case_superseded(c, e->n)) {
                *out = e->at;
                return e->n;
            }
        }
        return 0;
    }
    for (int32_t i = c->visits_count; i-- > 0;) {
        const moot_visit *v = &c->visits[i];
        int by_outcome = !moot_visit_open(v) && v->outcome >= 0 && (t->outcome < 0 || t->outcome == v->outcome);
        int32_t n = t->kind == MOOT_ON_ENTERED ? v->entry : by_outcome ? v->left_entry : entry;
        if (v->stage == t->ref && n < entry) {
            *out = t->kind == MOOT_ON_ENTERED ? v->entered : v->left;
            return n;
        }
    }
    return 0;
}

moot_when moot_case_adds_since(const moot_case *c, const moot_clock *clock)
{
    const moot_protocol *p = c->protocol;
    int32_t root = p->clocks[clock->rule].adds_up_since, latest = 0;
    moot_when since = { MOOT_NEVER, MOOT_NEVER }, at = since;
    for (int32_t leaf = 0; leaf <= root; leaf++) {
        int32_t n = is_leaf_of(p, leaf, root) ? last_fired(c, &p->triggers[leaf], clock->entry, &at) : 0;
        if (n > latest) {
            latest = n;
            since = at;
        }
    }
    return since;
}
