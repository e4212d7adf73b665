#include "vm/condition/spells.h"

/* One reading of the spells: of one kind and person, each at its longest or at its shortest, none after `until`. */
typedef struct view {
    const moot_conditions *rules;
    const moot_facts *facts;
    int32_t fact, together, child; /* together: another kind that counts as this one, -1 */
    int longest;
    moot_instant until;
} view;

typedef struct period {
    moot_instant begin, end;
    int begin_exact, end_exact; /* known to the second */
    int runs;                   /* it is still running */
} period;

static const moot_zone *zone_of(const moot_conditions *rules)
{
    return moot_calendar_zone(rules->calendars[0]);
}

static moot_day day_of(const view *v, moot_instant at)
{
    return moot_day_at(zone_of(v->rules), at);
}

/* ---- periods ---- */

/* A spell as this view sees it; 0 when it has nothing of it. */
static int seen(const view *v, const moot_spell *s, period *out)
{
    if ((s->fact != v->fact && s->fact != v->together) || (s->child != v->child && v->rules->facts[s->fact].per_child)) {
        return 0;
    }
    out->begin = v->longest ? s->from_lo : s->from_hi;
    out->end = v->longest ? s->to_hi : s->to_lo;
    out->begin_exact = s->from_lo == s->from_hi;
    out->end_exact = s->to_lo == s->to_hi;
    if (out->begin > out->end && day_of(v, out->begin) == day_of(v, out->end)) {
        out->begin = out->end; /* both are known to one day: at its shortest it is still of that day */
    }
    out->runs = out->end > v->until;
    if (out->runs) {
        out->end = v->until;
        out->end_exact = 1;
    }
    return out->begin <= out->end;
}

/* What begins at `begin` goes on from what ended at `end`: they share a moment, or a day of which an hour is not known. */
static int touches(const view *v, moot_instant end, int end_exact, moot_instant begin, int begin_exact)
{
    return begin <= end || (!(end_exact && begin_exact) && day_of(v, begin) == day_of(v, end));
}

/* The period that begins first after `done`. Spells are few, so each is looked at for each period. */
static int next_period(const view *v, moot_instant done, period *out)
{
    int found = 0, grown = 1;
    period p;
    for (int32_t i = 0; i < v->facts->spell_count; i++) {
        if (seen(v, &v->facts->spells[i], &p) && p.begin > done && (!found || p.begin < out->begin)) {
            *out = p;
            found = 1;
        }
    }
    while (found && grown) {
        grown = 0;
        for (int32_t i = 0; i < v->facts->spell_count; i++) {
            if (seen(v, &v->facts->spells[i], &p) && p.begin >= out->begin && p.end > out->end
                && touches(v, out->end, out->end_exact, p.begin, p.begin_exact)) {
                out->end = p.end;
                out->end_exact = p.end_exact;
                out->runs = p.runs;
                grown = 1;
            }
        }
    }
    return found;
}

/* ---- lengths ---- */

moot_spell_unit moot_spell_unit_of(moot_value operand)
{
    if (operand.type != MOOT_T_DURATION) {
        return MOOT_SPELL_DAYS;
    }
    switch ((moot_unit)operand.b) {
    case MOOT_MINUTES:
    case MOOT_HOURS:
        return MOOT_SPELL_SECONDS;
    case MOOT_MONTHS:
    case MOOT_YEARS:
        return MOOT_SPELL_HALVES;
    default:
        return MOOT_SPELL_DAYS;
    }
}

int moot_spell_length(moot_value operand, moot_spell_unit unit, int64_t *out_length)
{
    static const int64_t factors[] = { [MOOT_MINUTES] = 60, [MOOT_HOURS] = 3600, [MOOT_DAYS] = 1,
                                       [MOOT_WEEKS] = 7,    [MOOT_MONTHS] = 2,   [MOOT_YEARS] = 24 };
    if (operand.type == MOOT_T_INTEGER && unit == MOOT_SPELL_DAYS) {
        *out_length = operand.a;
        return 1;
    }
    if (operand.type != MOOT_T_DURATION || operand.b > MOOT_YEARS || moot_spell_unit_of(operand) != unit) {
        return 0;
    }
    *out_length = operand.a * factors[operand.b];
    return 1;
}

static int64_t halves(moot_day from, moot_day to)
{
    int64_t months = 0;
    int y0, m0, d0, y1, m1, d1;
    if (to < from) {
        return 0;
    }
    moot_day_split(from, &y0, &m0, &d0);
    moot_day_split(to, &y1, &m1, &d1);
    months = (int64_t)(y1 - y0) * 12 + (m1 - m0);
    if (moot_add_months(from, (int)months) > to) {
        months--;
    }
    return 2 * months + (moot_add_months(from, (int)months) < to);
}

static int64_t length(const view *v, moot_instant begin, moot_instant end, moot_spell_unit unit)
{
    switch (unit) {
    case MOOT_SPELL_SECONDS:
        return end - begin;
    case MOOT_SPELL_HALVES:
        return halves(day_of(v, begin), day_of(v, end));
    case MOOT_SPELL_DAYS:
        break;
    }
    return (int64_t)day_of(v, end) - day_of(v, begin) + 1;
}

/* ---- which periods count ---- */

static int lasts(const view *v, const moot_cond_node *n, const period *p)
{
    moot_value want = moot_operand_value(v->rules, v->facts, n->spells.lasting, v->child);
    moot_spell_unit unit = moot_spell_unit_of(want);
    int64_t least = 0, have = length(v, p->begin, p->end, unit);
    return moot_spell_length(want, unit, &least) && (n->spells.longer ? have > least : have >= least);
}

/* A spell of the other kind ends as this period begins, or runs into it. Where one ends on a day and the other begins on
 * the next, it may be so. */
static int follows(const view *v, int32_t other, const period *p)
{
    view before = *v;
    period o;
    before.fact = other;
    before.together = -1;
    for (int32_t i = 0; i < v->facts->spell_count; i++) {
        if (seen(&before, &v->facts->spells[i], &o) && (o.begin < p->begin || day_of(v, o.begin) == day_of(v, p->begin))
            && (touches(v, o.end, o.end_exact, p->begin, p->begin_exact)
                || (v->longest && p->begin - o.end == 1 && !o.end_exact && !p->begin_exact))) {
            return 1;
        }
    }
    return 0;
}

static int counts(const view *v, const moot_cond_node *n, const period *p, moot_instant from)
{
    uint8_t which = n->spells.which;
    return (!(which & MOOT_SPELL_LASTING) || lasts(v, n, p)) && (!(which & MOOT_SPELL_INSIDE) || p->begin >= from)
           && (!(which & MOOT_SPELL_FOLLOWS) || follows(v, n->spells.follows, p));
}

/* What is in the window: from its first moment, and before its last, so that a day on whose first second it ends (a
 * birthday) is not in it. */
static int clip(const period *p, moot_instant from, moot_instant to, period *out)
{
    *out = *p;
    out->begin = p->begin < from ? from : p->begin;
    out->end = p->end >= to && to != MOOT_NEVER ? to - 1 : p->end;
    return out->begin <= out->end;
}

/* ---- the measures ---- */

static int64_t total_days(const view *v, const moot_cond_node *n, moot_instant from, moot_instant to)
{
    moot_instant done = MOOT_ALWAYS;
    moot_day last = MOOT_DAY_MIN - 1;
    int64_t total = 0;
    period p, part;
    while (next_period(v, done, &p)) {
        done = p.end;
        if ((n && !counts(v, n, &p, from)) || !clip(&p, from, to, &part)) {
            continue;
        }
        moot_day first = day_of(v, part.begin);
        first = first <= last ? last + 1 : first; /* two periods of one day: it counts once */
        if (day_of(v, part.end) >= first) {
            last = day_of(v, part.end);
            total += (int64_t)last - first + 1;
        }
    }
    return total;
}

static int64_t longest(const view *v, const moot_cond_node *n, moot_instant from, moot_instant to, moot_spell_unit unit)
{
    moot_instant done = MOOT_ALWAYS;
    int64_t most = 0;
    period p, part;
    while (next_period(v, done, &p)) {
        done = p.end;
        if (counts(v, n, &p, from) && clip(&p, from, to, &part)) {
            int64_t one = length(v, part.begin, part.end, unit);
            most = one > most ? one : most;
        }
    }
    return most;
}

/* The period that covers a stretch of time; 0 if none does. */
static int covering(const view *v, const moot_cond_node *n, moot_when at, period *out)
{
    moot_instant done = MOOT_ALWAYS;
    while (next_period(v, done, out)) {
        done = out->end;
        if (v->longest ? out->begin <= at.hi && out->end >= at.lo : out->begin <= at.lo && out->end >= at.hi) {
            return counts(v, n, out, MOOT_ALWAYS);
        }
    }
    return 0;
}

/* ---- asking ---- */

static view view_of(const moot_conditions *rules, const moot_facts *facts, int32_t fact, int32_t child, int at_longest)
{
    view v = { rules, facts, fact, -1, child, at_longest, at_longest ? facts->now.hi : facts->now.lo };
    return v;
}

static int32_t together_of(const moot_cond_node *n)
{
    return n->spells.which & MOOT_SPELL_TOGETHER ? n->spells.together : -1;
}

/* The spells that a test is about. */
static view view_for(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *n, int32_t child,
                     int at_longest)
{
    view v = view_of(rules, facts, n->ref, child, at_longest);
    v.together = together_of(n);
    return v;
}

void moot_spells_total(const moot_conditions *rules, const moot_facts *facts, int32_t fact, int32_t child,
                       moot_instant from, moot_instant to, int64_t *out_lo, int64_t *out_hi)
{
    view least = view_of(rules, facts, fact, child, 0), most = view_of(rules, facts, fact, child, 1);
    *out_lo = total_days(&least, NULL, from, to);
    *out_hi = total_days(&most, NULL, from, to);
}

/* The moment of a trigger; -1 is `open`. 0 when it has not come and no date of it is known. */
static int moment(const moot_facts *facts, int32_t trigger, moot_when open, moot_when *out)
{
    *out = trigger < 0 ? open : facts->trigger_last[trigger];
    return trigger < 0 || out->lo != MOOT_NEVER;
}

/* How long what runs at a moment has lasted by then. */
static int64_t running(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *n, int32_t child,
                       moot_when at, int at_longest, moot_spell_unit unit)
{
    view v = view_for(rules, facts, n, child, at_longest);
    period p;
    v.until = at_longest ? at.hi : at.lo;
    return covering(&v, n, at_longest ? at : moot_when_at(at.lo), &p) ? length(&v, p.begin, p.end, unit) : 0;
}

/* A clip that is a window makes a range: the least is counted from its end, the most from its start. */
int moot_spells_range(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *n, int32_t child,
                      moot_spell_unit unit, int64_t *out_lo, int64_t *out_hi)
{
    view least = view_for(rules, facts, n, child, 0), most = view_for(rules, facts, n, child, 1);
    moot_when from, to;
    if (n->spell == MOOT_SPELL_RUNNING) {
        if (!moment(facts, n->from, facts->now, &from)) {
            return 0;
        }
        *out_lo = moot_spells_run(rules, facts, n, child) == MOOT_TRUE ? running(rules, facts, n, child, from, 0, unit) : 0;
        *out_hi = running(rules, facts, n, child, from, 1, unit);
        return 1;
    }
    if (!moment(facts, n->from, moot_when_at(MOOT_ALWAYS), &from) || !moment(facts, n->to, moot_when_at(MOOT_NEVER), &to)) {
        return 0;
    }
    if (n->spell == MOOT_SPELL_LONGEST) {
        *out_lo = longest(&least, n, from.hi, to.lo, unit);
        *out_hi = longest(&most, n, from.lo, to.hi, unit);
    } else {
        *out_lo = total_days(&least, n, from.hi, to.lo);
        *out_hi = total_days(&most, n, from.lo, to.hi);
    }
    return 1;
}

moot_tri moot_spells_run(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *n, int32_t child)
{
    view least = view_for(rules, facts, n, child, 0), most = view_for(rules, facts, n, child, 1);
    moot_when at;
    period p;
    if (!moment(facts, n->from, facts->now, &at)) {
        return MOOT_UNKNOWN;
    }
    /* What is asked of a moment looks at the spells as they are known, also behind it; a length that has to be reached by
     * then must not. */
    least.until = n->spells.which & MOOT_SPELL_LASTING ? at.lo : MOOT_NEVER;
    most.until = n->spells.which & MOOT_SPELL_LASTING ? at.hi : MOOT_NEVER;
    if (covering(&least, n, n->spells.which & MOOT_SPELL_LASTING ? moot_when_at(at.lo) : at, &p)) {
        return MOOT_TRUE;
    }
    return covering(&most, n, at, &p) ? MOOT_UNKNOWN : MOOT_FALSE;
}

/* ---- when time alone changes an answer ---- */

static void sooner(const moot_facts *facts, moot_instant at, moot_instant *next)
{
    if (at > facts->now.lo && at < *next) {
        *next = at;
    }
}

/* What begins at an instant has lasted so long: the first instant at which it has, and the first at which it is longer. */
static void crossing(const moot_conditions *rules, const moot_facts *facts, moot_instant begin, moot_value want,
                     moot_instant *next)
{
    const moot_zone *zone = zone_of(rules);
    moot_spell_unit unit = moot_spell_unit_of(want);
    int64_t size;
    if (!moot_spell_length(want, unit, &size) || size > 1000000000) {
        return;
    }
    if (unit == MOOT_SPELL_SECONDS) {
        sooner(facts, begin + size, next);
        sooner(facts, begin + size + 1, next);
        return;
    }
    moot_day day = moot_day_at(zone, begin);
    day = unit == MOOT_SPELL_HALVES ? moot_add_months(day, (int)(size / 2)) : moot_day_clamp((int64_t)day + size - 1);
    sooner(facts, moot_day_start(zone, day), next);
    sooner(facts, moot_day_start(zone, moot_day_clamp((int64_t)day + 1)), next);
}

/* A running total adds a day a day: it crosses its bound after the days that are missing, and not before. */
static void next_total(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *n, int32_t child,
                       moot_value want, moot_instant *next)
{
    const moot_zone *zone = zone_of(rules);
    int64_t size, have[2];
    if (!moot_spell_length(want, MOOT_SPELL_DAYS, &size)
        || !moot_spells_range(rules, facts, n, child, MOOT_SPELL_DAYS, &have[0], &have[1])) {
        return;
    }
    for (int k = 0; k < 2; k++) {
        int64_t missing = size - have[k];
        if (missing >= 0) {
            moot_day day = moot_day_clamp((int64_t)moot_day_at(zone, facts->now.lo) + (missing > 0 ? missing : 1));
            sooner(facts, moot_day_start(zone, day), next);
        }
    }
}

moot_instant moot_spells_next(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *n,
                              int32_t child)
{
    moot_instant next = MOOT_NEVER;
    int edges = n->spell == MOOT_SPELL_RUNNING || n->spell == MOOT_SPELL_LONGEST || n->spells.which != 0;
    for (int32_t k = 0; n->spell == MOOT_SPELL_TOTAL && k < n->count; k++) {
        next_total(rules, facts, n, child, moot_operand_value(rules, facts, n->first + k, child), &next);
    }
    for (int32_t i = 0; edges && i < facts->spell_count; i++) {
        const moot_spell *s = &facts->spells[i];
        if ((s->fact != n->ref && s->fact != together_of(n)) || (s->child != child && rules->facts[s->fact].per_child)) {
            continue;
        }
        moot_instant begins[2] = { s->from_lo, s->from_hi };
        for (int b = 0; b < 2; b++) {
            for (int32_t k = 0; n->spell != MOOT_SPELL_TOTAL && k < n->count; k++) {
                crossing(rules, facts, begins[b], moot_operand_value(rules, facts, n->first + k, child), &next);
            }
            if (n->spells.which & MOOT_SPELL_LASTING) {
                crossing(rules, facts, begins[b], moot_operand_value(rules, facts, n->spells.lasting, child), &next);
            }
            sooner(facts, begins[b], &next);
        }
        sooner(facts, s->to_lo, &next);
        sooner(facts, s->to_lo == MOOT_NEVER ? s->to_lo : s->to_lo + 1, &next);
        sooner(facts, s->to_hi == MOOT_NEVER ? s->to_hi : s->to_hi + 1, &next);
    }
    return next;
}

/* ---- telling ---- */

void moot_spells_each(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *n, int32_t child,
                      moot_when from, moot_when to, moot_spell_tell *tell, void *user)
{
    view v = view_for(rules, facts, n, child, 1);
    moot_instant done = MOOT_ALWAYS;
    period p, part;
    while (next_period(&v, done, &p)) {
        int64_t days = counts(&v, n, &p, from.lo) && clip(&p, from.lo, to.hi, &part)
                           ? length(&v, part.begin, part.end, MOOT_SPELL_DAYS) : 0;
        done = p.end;
        moot_when begins = { p.begin, p.begin_exact ? p.begin : moot_day_end(zone_of(rules), day_of(&v, p.begin)) };
        moot_when ends = { p.end_exact ? p.end : moot_day_start(zone_of(rules), day_of(&v, p.end)), p.end };
        tell(user, begins, p.runs ? moot_when_at(MOOT_NEVER) : ends, days);
    }
}
