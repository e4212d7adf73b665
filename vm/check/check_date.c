/* Dates ahead of any case. What hangs on the moment in hand is worked out as the engine works it out
 * (engine_trigger.c), by the same arithmetic; what hangs on anything else is not known. */
#include "vm/check/check_date.h"

#include "vm/engine/route.h"

typedef enum how { AS_DUE, AS_BEGINNING } how;

int check_shift(const moot_check *k, const moot_trigger *t, moot_moment *m)
{
    const moot_protocol *p = k->p;
    for (int32_t i = 0; i < t->shifts.count; i++) {
        const moot_shift *s = &p->shifts[t->shifts.first + i];
        moot_duration d;
        if (check_seconds(k, s->operand, &d) == 0) {
            return 0;
        }
        d.count *= s->sign;
        moot_moment_shift(p->calendars[0], m, d, (moot_counting)s->counting);
    }
    return 1;
}

static moot_instant settled(const check_world *w, const moot_moment *m, how as)
{
    const moot_calendar *calendar = w->k->p->calendars[0];
    return as == AS_DUE ? moot_moment_due(calendar, m).lo : moot_moment_begins(calendar, m).lo;
}

/* ---- what starts with the clock ---- */

static int same_base(const moot_trigger *a, const moot_trigger *b)
{
    return a->kind == b->kind && a->ref == b->ref && a->outcome == b->outcome && a->kind != MOOT_ON_ANY &&
           a->kind != MOOT_ON_ALL;
}

/* A trigger, without its shifts, that fires at the very moment at which the clock's own does. */
static int fires_with_it(const check_world *w, const moot_trigger *t)
{
    const moot_protocol *p = w->k->p;
    const moot_clock_rule *r = &p->clocks[w->clock];
    const moot_trigger *from = r->from >= 0 ? &p->triggers[r->from] : NULL;
    return from ? same_base(t, from) : t->kind == MOOT_ON_ENTERED && t->ref == r->stage;
}

static int since_of(const check_world *w, int32_t clock, moot_instant *out)
{
    const moot_protocol *p = w->k->p;
    const moot_clock_rule *r = &p->clocks[clock], *own = &p->clocks[w->clock];
    moot_moment m = moot_moment_of(moot_when_at(w->start));
    if (r->from < 0) {
        *out = w->start;
        return own->from < 0 && r->stage == own->stage;
    }
    const moot_trigger *from = &p->triggers[r->from];
    if (clock != w->clock && !fires_with_it(w, from)) {
        return 0;
    }
    if (!check_shift(w->k, from, &m)) {
        return 0;
    }
    *out = from->shifts.count > 0 ? settled(w, &m, AS_BEGINNING) : w->start;
    return 1;
}

int check_since(const check_world *w, moot_instant *out)
{
    return since_of(w, w->clock, out);
}

static int by_length(const check_world *w, int32_t clock, moot_instant *out)
{
    const moot_clock_rule *r = &w->k->p->clocks[clock];
    int32_t operand = r->within >= 0 ? r->within : r->every;
    moot_instant since;
    moot_duration d;
    if (operand < 0 || check_seconds(w->k, operand, &d) == 0 || !since_of(w, clock, &since)) {
        return 0;
    }
    *out = moot_calendar_due(w->k->p->calendars[0], since, d, (moot_counting)r->counting).at;
    return 1;
}

/* ---- triggers ---- */

static int date_of(const check_world *w, const moot_trigger *t, moot_moment *m)
{
    const moot_protocol *p = w->k->p;
    if (t->kind == MOOT_ON_TURNS) { /* other ages have their birthdays in other years */
        moot_day day = moot_add_months(w->day, 12 * (t->ref - w->anchor.ref));
        *m = moot_moment_of(moot_when_at(moot_day_start(p->zone, day)));
        return w->anchor.kind == CHECK_TURNS;
    }
    *m = p->facts[t->ref].type == MOOT_T_DATE ? moot_moment_of_days(w->day, w->day)
                                              : moot_moment_of(moot_when_at(moot_day_start(p->zone, w->day)));
    return w->anchor.kind == CHECK_DATE && w->anchor.ref == t->ref;
}

static int when_of(const check_world *w, int32_t trigger, how as, moot_instant *out);

/* `any`: the earliest that is known; `all`: the last, once all are. */
static int group_of(const check_world *w, const moot_trigger *t, how as, moot_moment *m)
{
    int any = t->kind == MOOT_ON_ANY, known = 0;
    moot_instant best = 0;
    for (int32_t i = 0; i < t->children.count; i++) {
        moot_instant at;
        if (!when_of(w, moot_span_at(w->k->p, t->children, i), as, &at)) {
            if (!any) {
                return 0;
            }
            continue;
        }
        if (known++ == 0 || (any ? at < best : at > best)) {
            best = at;
        }
    }
    *m = moot_moment_of(moot_when_at(best));
    return known > 0;
}

/* Groups nest at most MOOT_COND_DEPTH deep: the compiler holds that. */
static int when_of(const check_world *w, int32_t trigger, how as, moot_instant *out)
{
    const moot_trigger *t = &w->k->p->triggers[trigger];
    moot_moment m = moot_moment_of(moot_when_at(w->start));
    moot_instant due;
    int known = fires_with_it(w, t);
    if (!known) {
        switch ((moot_trigger_kind)t->kind) {
        case MOOT_ON_TURNS:
        case MOOT_ON_DATE:
            known = date_of(w, t, &m);
            break;
        case MOOT_ON_DUE:
            known = t->ref != w->clock && by_length(w, t->ref, &due);
            m = known ? moot_moment_of(moot_when_at(due)) : m;
            break;
        case MOOT_ON_ANY:
        case MOOT_ON_ALL:
            known = group_of(w, t, as, &m);
            break;
        default:
            break;
        }
    }
    if (!known || !check_shift(w->k, t, &m)) {
        return 0;
    }
    *out = settled(w, &m, as);
    return 1;
}

int check_due(const check_world *w, moot_instant *out)
{
    const moot_clock_rule *r = &w->k->p->clocks[w->clock];
    return r->within >= 0 || r->every >= 0 ? by_length(w, w->clock, out)
                                           : r->by >= 0 && when_of(w, r->by, AS_DUE, out);
}

int check_not_before(const check_world *w, moot_instant *out)
{
    int32_t trigger = w->k->p->clocks[w->clock].not_before;
    return trigger >= 0 && when_of(w, trigger, AS_BEGINNING, out);
}

/* ---- anchors ---- */

/* The first leaf of a tree that is a date; a tree's leaves stand before its root (protocol.h). */
static check_anchor first_date(const moot_check *k, int32_t root)
{
    check_anchor none = { CHECK_NO_ANCHOR, -1 };
    for (int32_t i = 0; i <= root; i++) {
        const moot_trigger *t = &k->p->triggers[i];
        int32_t top = i;
        while (k->p->triggers[top].parent >= 0) {
            top = k->p->triggers[top].parent;
        }
        if (top == root && (t->kind == MOOT_ON_TURNS || t->kind == MOOT_ON_DATE)) {
            check_anchor found = { t->kind == MOOT_ON_TURNS ? CHECK_TURNS : CHECK_DATE, t->ref };
            return found;
        }
    }
    return none;
}

check_anchor check_anchor_of(const moot_check *k, int32_t clock)
{
    const moot_clock_rule *r = &k->p->clocks[clock];
    check_anchor found = { CHECK_NO_ANCHOR, -1 };
    if (r->within < 0 && r->every < 0 && r->by >= 0) {
        found = first_date(k, r->by);
    }
    return found;
}
