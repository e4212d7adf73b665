#include "vm/engine/engine_internal.h"

/* A moment on its way, and what its shifts are counted from (unknown when several moments share in it). */
typedef struct point {
    moot_moment m;
    moot_value base;
} point;

static const moot_when NOT_YET = { MOOT_NEVER, MOOT_NEVER };

moot_duration engine_duration_read(moot_engine *e, int32_t operand, int32_t child, int *out_known)
{
    const moot_operand *o = &e->p->operands[operand];
    moot_value v = o->kind == MOOT_OPERAND_CONST ? o->value : moot_operand_value(&e->p->rules, &e->c->facts, operand, child);
    moot_duration d = { (int32_t)v.a, (uint8_t)v.b };
    if (o->reading >= 0) {
        e->c->reading_used[o->reading] = 1;
    }
    *out_known = v.type == MOOT_T_DURATION;
    return d;
}

/* ---- when ---- */

static int is_known(const point *p)
{
    return p->m.by_day || p->m.at.lo != MOOT_NEVER;
}

static point point_at(moot_when at)
{
    point p = { moot_moment_of(at), moot_unknown() };
    return p;
}

static void shift(moot_engine *e, point *p, const moot_shift *s, int32_t child)
{
    int known;
    moot_duration d = engine_duration(e, s->operand, child, &known);
    d.count *= s->sign;
    if (s->counting_reading >= 0) {
        e->c->reading_used[s->counting_reading] = 1;
    }
    if (known) {
        moot_moment_shift(e->p->calendars[0], &p->m, d, (moot_counting)s->counting);
    } else {
        p->m = moot_moment_of(NOT_YET);
    }
}

static moot_when settle_point(const moot_engine *e, const point *p, trigger_mode mode)
{
    const moot_calendar *calendar = e->p->calendars[0];
    return mode == TRIGGER_DUE ? moot_moment_due(calendar, &p->m) : moot_moment_begins(calendar, &p->m);
}

static moot_value born(const moot_engine *e, int32_t child)
{
    const moot_facts *f = &e->c->facts;
    return f->dob_fact < 0 ? moot_unknown() : f->values[(child + 1) * f->fact_count + f->dob_fact];
}

/* The latest clock of a rule, of this visit if one is given: for `due`. */
static moot_when latest_due(const moot_engine *e, int32_t rule, int32_t visit, int *out_provisional)
{
    for (int32_t i = e->c->clocks_count; i-- > 0;) {
        const moot_clock *k = &e->c->clocks[i];
        if (k->rule == rule && (visit < 0 || k->visit == visit || k->visit < 0)) {
            *out_provisional = moot_flags_provisional(k->flags);
            return k->due;
        }
    }
    return NOT_YET;
}

/* What is made inside a stage (its acts and deadlines, its own entry) counts only from this visit; anything else by its
 * latest firing, however early (rule 7). */
static int counts(const moot_engine *e, int32_t trigger, int32_t visit)
{
    const moot_trigger *t = &e->p->triggers[trigger];
    int32_t stage = -1;
    if (e->c->trigger_count[trigger] == 0) {
        return 0;
    }
    if (t->kind == MOOT_ON_MET || t->kind == MOOT_ON_MISSED) {
        stage = e->p->clocks[t->ref].stage;
    } else if (t->kind == MOOT_ON_ENTERED || t->kind == MOOT_ON_LEFT) {
        stage = t->ref;
    }
    return visit < 0 || stage != e->c->visits[visit].stage || e->c->trigger_serial[trigger] >= e->c->visits[visit].serial;
}

/* As the day begins on which somebody turns so old. */
static moot_instant birthday(moot_engine *e, int64_t born_on, const moot_trigger *t)
{
    turned *kept = &e->turned[(uint32_t)t->ref % TURNED_KEPT];
    if (e->p->leap_reading >= 0) {
        int year, month, mday;
        moot_day_split((moot_day)born_on, &year, &month, &mday);
        if (month == 2 && mday == 29) {
            e->c->reading_used[e->p->leap_reading] = 1;
        }
    }
    if (t->param >= 0 || t->ref < 0) {
        return moot_day_start(e->p->zone, moot_turns_on(e->p, &e->c->facts, t, (moot_day)born_on));
    }
    if (kept->age != t->ref || kept->born != born_on) {
        moot_day on = moot_turns_on(e->p, &e->c->facts, t, (moot_day)born_on);
        *kept = (turned){ (moot_day)born_on, t->ref, moot_day_start(e->p->zone, on) };
    }
    return kept->at;
}

static int base_point(moot_engine *e, int32_t trigger, int32_t visit, int32_t child, point *out)
{
    const moot_trigger *t = &e->p->triggers[trigger];
    moot_value v;
    *out = point_at(NOT_YET);
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_TURNS:
        v = born(e, child);
        if (v.type == MOOT_T_DATE) {
            out->m.at.lo = birthday(e, v.a, t);
            out->m.at.hi = v.b == v.a ? out->m.at.lo : birthday(e, v.b, t);
        }
        break;
    case MOOT_ON_DATE:
        v = moot_fact_value(&e->p->rules, &e->c->facts, t->ref, child, NULL);
        out->base = v;
        if (v.type == MOOT_T_DATE) {
            out->m = moot_moment_of_days((moot_day)v.a, (moot_day)v.b);
        } else if (v.type == MOOT_T_INSTANT) {
            out->m.at.lo = v.a;
            out->m.at.hi = v.b;
        }
        break;
    case MOOT_ON_DUE:
        out->m.at = latest_due(e, t->ref, visit, &out->m.provisional);
        break;
    default:
        if (counts(e, trigger, visit)) {
            out->m.at = e->c->trigger_last[trigger];
        }
        break;
    }
    if (t->kind != MOOT_ON_DATE && is_known(out)) {
        out->base = (moot_value){ MOOT_T_INSTANT, out->m.at.lo, out->m.at.hi, NULL };
    }
    return is_known(out);
}

static moot_when time_of(moot_engine *e, int32_t trigger, trigger_mode mode, int32_t visit, int32_t child, point *out);

/* `any`: the earliest that is known; `all`: the last, once all are. Of a window each end by itself, so that two may share
 * in it. */
static int group_point(moot_engine *e, int32_t trigger, trigger_mode mode, int32_t visit, int32_t child, point *out)
{
    const moot_trigger *t = &e->p->triggers[trigger];
    int any = t->kind == MOOT_ON_ANY;
    moot_when best = NOT_YET;
    point of_lo = point_at(NOT_YET);
    int32_t lo_child = -1, hi_child = -1;
    int of_hi = MOOT_SURE; /* whether the later end of the window is provisional */
    for (int32_t i = 0; i < t->children.count; i++) {
        point p;
        moot_when w = time_of(e, moot_span_at(e->p, t->children, i), mode, visit, child, &p);
        if (w.lo == MOOT_NEVER) {
            if (!any) {
                best = NOT_YET; /* `all`: the last has yet to come */
                break;
            }
            continue;
        }
        if (best.lo == MOOT_NEVER || (any ? w.lo < best.lo : w.lo > best.lo)) {
            lo_child = i;
            of_lo = p;
            of_hi = best.lo == MOOT_NEVER ? p.m.provisional : of_hi;
            best.hi = best.lo == MOOT_NEVER ? w.hi : best.hi;
            hi_child = best.lo == MOOT_NEVER ? i : hi_child;
            best.lo = w.lo;
        }
        if (any ? w.hi < best.hi : w.hi > best.hi) {
            hi_child = i;
            best.hi = w.hi;
            of_hi = p.m.provisional;
        }
    }
    int provisional = of_lo.m.provisional | (lo_child != hi_child ? of_hi : MOOT_SURE);
    *out = of_lo;
    out->m = moot_moment_of(best);
    out->m.provisional = provisional;
    if (lo_child != hi_child) {
        out->base = moot_unknown();
    }
    return best.lo != MOOT_NEVER;
}

/* Groups nest as deep as the script wrote them, at most MOOT_COND_DEPTH: the compiler holds that. */
static moot_when time_of(moot_engine *e, int32_t trigger, trigger_mode mode, int32_t visit, int32_t child, point *out)
{
    const moot_trigger *t = &e->p->triggers[trigger];
    if (t->reading >= 0 && t->use != MOOT_USE_ADDS_UP) {
        e->c->reading_used[t->reading] = 1;
    }
    int known = t->kind == MOOT_ON_ANY || t->kind == MOOT_ON_ALL ? group_point(e, trigger, mode, visit, child, out)
                                                                 : base_point(e, trigger, visit, child, out);
    for (int32_t i = 0; known && i < t->shifts.count; i++) {
        shift(e, out, &e->p->shifts[t->shifts.first + i], child);
        known = is_known(out);
    }
    return known ? settle_point(e, out, mode) : NOT_YET;
}

moot_when trigger_time(moot_engine *e, int32_t trigger, trigger_mode mode, int32_t visit, int32_t child)
{
    point p;
    return time_of(e, trigger, mode, visit, child, &p);
}

moot_when trigger_due(moot_engine *e, int32_t trigger, int32_t visit, int32_t child, moot_value *out_base,
                      int *out_provisional)
{
    point p;
    int32_t dated = child < 0 && e->dates_set ? e->x->fixed_date[trigger] : -1;
    if (dated >= 0) { /* counted as its timer was set, and again whenever its birth or fact has changed */
        const counted_date *d = &e->dates[e->x->dated[dated].like];
        int known = d->fires.lo != MOOT_NEVER;
        *out_base = known ? d->base : moot_unknown();
        *out_provisional = known ? d->provisional : MOOT_SURE;
        return known ? d->due : NOT_YET;
    }
    moot_when when = time_of(e, trigger, TRIGGER_DUE, visit, child, &p);
    *out_base = when.lo == MOOT_NEVER ? moot_unknown() : p.base;
    *out_provisional = when.lo != MOOT_NEVER ? p.m.provisional : MOOT_SURE;
    return when;
}

/* The shifts alone, on a firing that has just been. */
static moot_when shifted(moot_engine *e, int32_t trigger, moot_when when)
{
    const moot_trigger *t = &e->p->triggers[trigger];
    point p = point_at(when);
    for (int32_t i = 0; i < t->shifts.count && is_known(&p); i++) {
        shift(e, &p, &e->p->shifts[t->shifts.first + i], -1);
    }
    return settle_point(e, &p, TRIGGER_FIRES);
}

/* ---- what conditions read ---- */

static int is_read(const moot_trigger *root)
{
    return moot_use_is_read((moot_use)root->use);
}

/* A condition reads the moment with its shifts, as soon as it can be counted, though it is still to come. As a bound of spells
 * it is when the trigger goes off; what a date is compared with is the day itself: ten days on is that day, not its midnight. */
static trigger_mode mode_of(const moot_trigger *root)
{
    return root->use == MOOT_USE_COMPARED ? TRIGGER_DUE : TRIGGER_FIRES;
}

static void tell_conditions(moot_engine *e, int32_t root)
{
    int32_t like = e->x->compared_like[root];
    if (like >= 0 && like != root) { /* told before it, of the same event */
        e->c->trigger_last[root] = e->c->trigger_last[like];
    } else if (like < 0 || e->p->triggers[root].shifts.count > 0) { /* else it is as it went off */
        e->c->trigger_last[root] = trigger_time(e, root, mode_of(&e->p->triggers[root]), -1, -1);
    }
    decide_trigger_changed(e, root);
}

/* ---- firing ---- */

static void dispatch(moot_engine *e, int32_t trigger, moot_when when)
{
    const moot_trigger *t = &e->p->triggers[trigger];
    if (t->reading >= 0) {
        e->c->reading_used[t->reading] = 1; /* what happens now hangs on how the text is read */
    }
    switch ((moot_use)t->use) {
    case MOOT_USE_STAGE: stage_start(e, t->use_id); break;
    case MOOT_USE_OUTCOME: stage_arm(e, t->use_id); break;
    case MOOT_USE_FROM: clock_from(e, t->use_id, when); break;
    case MOOT_USE_BY:
    case MOOT_USE_NOT_BEFORE: clock_by(e, t->use_id, 1); break;
    case MOOT_USE_MET_BY: clock_met_by(e, t->use_id, when); break;
    case MOOT_USE_ENDS: clock_ends(e, t->use_id); break;
    case MOOT_USE_PLACE_ENDS: act_place_ends(e, t->use_id); break;
    case MOOT_USE_CONDITION:
    case MOOT_USE_COMPARED: decide_trigger_changed(e, trigger); break;
    case MOOT_USE_MEASURE: measure_fired(e, t->use_id, when); break;
    case MOOT_USE_ADDS_UP: /* read as a clock starts */
    case MOOT_USE_CHILD:
        break;
    }
}

static int all_pending(const moot_engine *e, const moot_trigger *all)
{
    for (int32_t i = 0; i < all->children.count; i++) {
        if (!e->pending[moot_span_at(e->p, all->children, i)]) {
            return 0;
        }
    }
    return 1;
}

void trigger_fire(moot_engine *e, int32_t trigger, moot_when when)
{
    int32_t parent = e->p->triggers[trigger].parent;
    if (parent < 0) {
        dispatch(e, trigger, when);
        return;
    }
    const moot_trigger *up = &e->p->triggers[parent];
    if (up->kind == MOOT_ON_ALL) {
        e->pending[trigger] = 1;
        if (!all_pending(e, up)) {
            return;
        }
        for (int32_t i = 0; i < up->children.count; i++) {
            e->pending[moot_span_at(e->p, up->children, i)] = 0;
        }
    }
    trigger_occurs(e, parent, when);
}

static int32_t root_of(const moot_engine *e, int32_t trigger)
{
    while (e->p->triggers[trigger].parent >= 0) {
        trigger = e->p->triggers[trigger].parent;
    }
    return trigger;
}

/* By one length that is written as it is, and is not nothing. */
static int goes_forward(const moot_engine *e, const moot_trigger *t)
{
    const moot_shift *s = &e->p->shifts[t->shifts.first];
    const moot_operand *o = &e->p->operands[s->operand];
    return t->shifts.count == 1 && s->sign > 0 && o->kind == MOOT_OPERAND_CONST && o->reading < 0 && s->counting_reading < 0
           && s->counting == MOOT_COUNT_OF && o->value.type == MOOT_T_DURATION && o->value.a > 0;
}

void trigger_occurs(moot_engine *e, int32_t trigger, moot_when when)
{
    const moot_trigger *t = &e->p->triggers[trigger];
    e->c->trigger_count[trigger]++;
    e->c->trigger_last[trigger] = when;
    e->c->trigger_serial[trigger] = e->c->step;
    int32_t root_at = root_of(e, trigger);
    const moot_trigger *root = &e->p->triggers[root_at];
    if (is_read(root)) {
        tell_conditions(e, root_at);
    }
    if (root->use == MOOT_USE_BY || root->use == MOOT_USE_NOT_BEFORE) {
        clock_by(e, root->use_id, 1); /* a date is known as soon as what it is counted from, however far off it is */
        return;
    }
    if (t->shifts.count == 0) {
        trigger_fire(e, trigger, when);
        return;
    }
    if (when.lo >= e->horizon && goes_forward(e, t)) {
        return; /* it fires when nothing comes any more */
    }
    moot_when later = shifted(e, trigger, when);
    if (later.lo == MOOT_NEVER) {
        return;
    }
    if (later.hi <= e->now.hi) {
        trigger_fire(e, trigger, later);
        return;
    }
    timer set = { later.hi, CLASS_DATE, TIMER_SHIFT, trigger, 0, trigger, -1, later, 0 };
    agenda_set(e, set);
}

/* ---- signals ---- */

/* The atoms of one kind that the signal concerns: those that conditions count, or all others. */
static void tell_some(moot_engine *e, const moot_buckets *b, const signal *s, int counted)
{
    for (int32_t i = 0; i < moot_bucket_count(b, s->ref) && !e->stopped; i++) {
        int32_t atom = moot_bucket_at(b, s->ref, i);
        const moot_trigger *t = &e->p->triggers[atom];
        if (is_read(&e->p->triggers[root_of(e, atom)]) != counted) {
            continue;
        }
        if (s->kind == SIGNAL_LEFT && t->outcome >= 0 && t->outcome != s->outcome) {
            continue;
        }
        if (s->kind == SIGNAL_DUE && t->shifts.count > 0) {
            continue; /* set when the due date was known: trigger_due_set */
        }
        e->cause = s->cause;
        trigger_occurs(e, atom, s->when);
    }
}

/* What conditions count comes first, so that a guard of what the signal starts counts that signal too. */
static void tell(moot_engine *e, const moot_buckets *b, const signal *s)
{
    tell_some(e, b, s, 1);
    tell_some(e, b, s, 0);
}

void trigger_signal(moot_engine *e, const signal *s)
{
    tell(e, agenda_hearers(e, (signal_kind)s->kind), s);
}

/* ---- dates ---- */

/* Of a birth that is known to the day, with no shifts: the moment itself. */
static int count_birthday(moot_engine *e, const moot_trigger *t, counted_date *d)
{
    const moot_value v = born(e, -1);
    if (t->kind != MOOT_ON_TURNS || t->shifts.count > 0 || t->reading >= 0 || v.type != MOOT_T_DATE || v.a != v.b) {
        return 0;
    }
    d->fires = d->due = moot_when_at(birthday(e, v.a, t));
    d->base = (moot_value){ MOOT_T_INSTANT, d->due.lo, d->due.hi, NULL };
    d->provisional = MOOT_SURE;
    return 1;
}

/* When the i-th dated atom is, and with it those that are like it. */
static void count_date(moot_engine *e, int32_t i)
{
    counted_date *d = &e->dates[i];
    point p;
    if (count_birthday(e, &e->p->triggers[e->x->dated[i].trigger], d)) {
        return;
    }
    d->fires = time_of(e, e->x->dated[i].trigger, TRIGGER_FIRES, -1, -1, &p);
    if (d->fires.lo != MOOT_NEVER) {
        d->base = p.base;
        d->provisional = p.m.provisional;
        d->due = p.m.by_day ? moot_moment_due(e->p->calendars[0], &p.m) : d->fires;
    }
}

/* Past, to the second, as the case starts, and nothing comes of it: it has been, and that is all. */
static int passes(moot_engine *e, const moot_dated *dated, moot_when when)
{
    int32_t atom = dated->trigger;
    if (!dated->idle || when.hi > e->now.lo || !moot_when_exact(when)) {
        return 0;
    }
    e->c->trigger_count[atom]++;
    e->c->trigger_serial[atom] = e->c->step;
    if (!dated->read) {
        e->c->trigger_last[atom] = when;
    }
    return 1;
}

/* Past at the start, or past when it becomes known, a date fires at once (rule 3), by its true date. */
static void set_date(moot_engine *e, int32_t i, int starts)
{
    const moot_dated *dated = &e->x->dated[i];
    int32_t atom = dated->trigger;
    if (dated->like == i) {
        count_date(e, i);
    }
    const counted_date *d = &e->dates[dated->like];
    if (d->fires.lo == MOOT_NEVER) {
        return;
    }
    int32_t root = dated->root;
    if (dated->read && root == atom) { /* the same moment, counted already */
        e->c->trigger_last[root] = mode_of(&e->p->triggers[root]) == TRIGGER_DUE ? d->due : d->fires;
        decide_trigger_changed(e, root);
    } else if (dated->read) {
        tell_conditions(e, root);
    }
    moot_instant at = d->fires.hi > e->now.lo ? d->fires.hi : e->now.lo;
    if ((!starts || !passes(e, dated, d->fires)) && agenda_takes(e, at)) {
        timer set = { at, CLASS_DATE, TIMER_DATED, atom, 0, atom, 0, d->fires, 0 };
        agenda_set(e, set);
    }
}

void trigger_dates(moot_engine *e, int32_t fact)
{
    for (int32_t i = 0; i < e->x->dated_count; i++) {
        const moot_trigger *t = &e->p->triggers[e->x->dated[i].trigger];
        if (fact < 0 || (t->kind == MOOT_ON_DATE ? t->ref == fact : fact == e->p->dob_fact)) {
            set_date(e, i, fact < 0);
        }
    }
    e->dates_set |= fact < 0;
}

void trigger_dated_timer(moot_engine *e, const timer *t)
{
    moot_when when = trigger_time(e, t->a, TRIGGER_FIRES, -1, -1);
    if (when.lo != t->when.lo || when.hi != t->when.hi) {
        return; /* the date has moved since: another timer stands for it */
    }
    if (e->c->trigger_count[t->a] > 0 && e->c->trigger_last[t->a].lo == when.lo) {
        return; /* told twice, fired once */
    }
    e->c->trigger_count[t->a]++;
    e->c->trigger_serial[t->a] = e->c->step;
    if (!is_read(&e->p->triggers[t->a])) {
        e->c->trigger_last[t->a] = when;
    }
    trigger_fire(e, t->a, when);
}

void trigger_due_known(moot_engine *e, int32_t clock)
{
    const moot_clock *k = &e->c->clocks[clock];
    const moot_buckets *b = &e->x->due;
    for (int32_t i = 0; i < moot_bucket_count(b, k->rule) && k->due.lo != MOOT_NEVER; i++) {
        int32_t atom = moot_bucket_at(b, k->rule, i);
        int32_t root = root_of(e, atom);
        if (is_read(&e->p->triggers[root])) {
            e->c->trigger_last[root] = trigger_time(e, root, TRIGGER_DUE, k->visit, k->child);
            decide_trigger_changed(e, root);
        } else if (e->p->triggers[root].use == MOOT_USE_BY || e->p->triggers[root].use == MOOT_USE_NOT_BEFORE) {
            clock_by(e, e->p->triggers[root].use_id, 0);
        } else if (e->p->triggers[atom].shifts.count > 0) {
            moot_when when = shifted(e, atom, k->due);
            timer set = { when.hi > e->now.lo ? when.hi : e->now.lo, CLASS_DATE, TIMER_SHIFT, atom, 0, atom, clock, when,
                          0 };
            agenda_set(e, set);
        }
    }
}

void trigger_shift_timer(moot_engine *e, const timer *t)
{
    if (t->b >= 0) { /* before or after a due date: it stands only while that date does */
        moot_when when = shifted(e, t->a, e->c->clocks[t->b].due);
        if (e->c->clocks[t->b].ended || when.lo != t->when.lo || when.hi != t->when.hi) {
            return;
        }
        e->c->trigger_count[t->a]++;
        e->c->trigger_last[t->a] = e->c->clocks[t->b].due;
        e->c->trigger_serial[t->a] = e->c->step;
    }
    trigger_fire(e, t->a, t->when);
}

/* ---- joins ---- */

void trigger_forget_branch(moot_engine *e, int32_t stage)
{
    if (stage < 0) { /* the close of a case forgets every branch (rule 4) */
        for (int32_t t = 0; t < e->p->triggers_count; t++) {
            e->pending[t] = 0;
        }
        return;
    }
    for (int32_t i = 0; i < moot_bucket_count(&e->x->left, stage); i++) {
        int32_t atom = moot_bucket_at(&e->x->left, stage, i);
        while (atom >= 0) {
            e->pending[atom] = 0;
            atom = e->p->triggers[atom].parent;
        }
    }
}
