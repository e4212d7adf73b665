#include "vm/condition/condition.h"

#include <string.h>

#include "vm/condition/plain.h"
#include "vm/condition/spells.h"

/* A value as an ordered range: ages, totals and dates may be known only within bounds. */
typedef struct range {
    int64_t lo, hi;
    int known;
} range;

typedef struct asking {
    const moot_conditions *rules;
    const moot_facts *facts;
    moot_cond_read *read; /* NULL: only the verdict is wanted, so groups stop early */
    void *user;
} asking;

static const range NO_RANGE = { 0, 0, 0 };

static const moot_zone *zone_of(const moot_conditions *rules)
{
    return moot_calendar_zone(rules->calendars[0]);
}

static int32_t row_of(const moot_conditions *rules, const moot_facts *facts, int32_t fact, int32_t child)
{
    return rules->facts[fact].per_child && child >= 0 && child < facts->child_count ? child + 1 : 0;
}

moot_value moot_fact_value(const moot_conditions *rules, const moot_facts *facts, int32_t fact, int32_t child,
                           int *out_presumed)
{
    moot_value v = facts->values[row_of(rules, facts, fact, child) * facts->fact_count + fact];
    int presumed = !moot_known(v) && moot_known(rules->facts[fact].presumed);
    if (out_presumed) {
        *out_presumed = presumed;
    }
    return presumed ? rules->facts[fact].presumed : v;
}

/* A child's own date of birth, never somebody else's: unknown if it is not given. Without a child the applicant's (rule 6). */
static moot_value born(const moot_facts *facts, int32_t child)
{
    int32_t row = child >= 0 && child < facts->child_count ? child + 1 : 0;
    return facts->dob_fact < 0 ? moot_unknown() : facts->values[row * facts->fact_count + facts->dob_fact];
}

/* A date of birth known to the day, read at one moment. */
static int is_exact(const moot_facts *facts, const moot_value *dob)
{
    return dob->type == MOOT_T_DATE && dob->a == dob->b && moot_when_exact(facts->now);
}

static int is_worked_out(const moot_facts *facts, const moot_value *dob)
{
    return facts->aged.at == facts->now.lo && facts->aged.born == dob->a && is_exact(facts, dob);
}

void moot_facts_age(const moot_conditions *rules, moot_facts *facts)
{
    const moot_value *dob = facts->dob_fact < 0 ? NULL : &facts->values[facts->dob_fact];
    if (!dob || is_worked_out(facts, dob) || !is_exact(facts, dob)) {
        return;
    }
    moot_day today = moot_day_at(zone_of(rules), facts->now.lo);
    int age = moot_calendar_age(rules->calendars[0], (moot_day)dob->a, today);
    facts->aged = (moot_aged){ facts->now.lo, (moot_day)dob->a, age };
}

int moot_age(const moot_conditions *rules, const moot_facts *facts, int32_t child, int *out_lo, int *out_hi)
{
    moot_value dob = born(facts, child);
    if (dob.type != MOOT_T_DATE) {
        return 0;
    }
    if (is_worked_out(facts, &dob)) {
        *out_lo = *out_hi = facts->aged.age;
        return 1;
    }
    const moot_zone *zone = zone_of(rules);
    const moot_calendar *calendar = rules->calendars[0]; /* its reading of 29 February */
    *out_lo = moot_calendar_age(calendar, (moot_day)dob.b, moot_day_at(zone, facts->now.lo));
    *out_hi = dob.a == dob.b && moot_when_exact(facts->now)
                  ? *out_lo
                  : moot_calendar_age(calendar, (moot_day)dob.a, moot_day_at(zone, facts->now.hi));
    return 1;
}

/* A council's figure that begins with a change which this case does not have. */
static int is_held(const moot_facts *facts, const moot_param_step *step)
{
    return step->from == facts->held && !step->of_law;
}

moot_value moot_param_value(const moot_conditions *rules, const moot_facts *facts, int32_t param)
{
    int32_t first = rules->param_first[param];
    int32_t end = rules->param_first[param + 1];
    moot_value v = first < end ? rules->steps[first].value : moot_unknown();
    for (int32_t i = first + 1; i < end && rules->steps[i].from <= facts->law_day; i++) {
        v = is_held(facts, &rules->steps[i]) ? v : rules->steps[i].value;
    }
    return v;
}

static int age_of(moot_value figure)
{
    return (int)figure.a; /* years(25) has its count there too */
}

int moot_param_age(const moot_conditions *rules, const moot_facts *facts, int32_t param)
{
    return age_of(moot_param_value(rules, facts, param));
}

moot_day moot_param_birthday(const moot_conditions *rules, const moot_facts *facts, int32_t param, moot_day born)
{
    const moot_calendar *calendar = rules->calendars[0];
    int32_t i = rules->param_first[param], end = rules->param_first[param + 1];
    if (facts->law_is_fixed) {
        return moot_calendar_birthday(calendar, born, moot_param_age(rules, facts, param));
    }
    for (moot_day since = MOOT_DAY_MIN;; since = rules->steps[i].from) {
        moot_day reached = moot_calendar_birthday(calendar, born, age_of(rules->steps[i].value));
        moot_day on = reached > since ? reached : since;
        i++;
        i += i < end && is_held(facts, &rules->steps[i]);
        if (i >= end || on < rules->steps[i].from) {
            return on;
        }
    }
}

static moot_value today(const moot_conditions *rules, const moot_facts *facts)
{
    const moot_zone *zone = zone_of(rules);
    return moot_value_of(MOOT_T_DATE, moot_day_at(zone, facts->now.lo), moot_day_at(zone, facts->now.hi));
}

static moot_value trigger_value(const moot_facts *facts, int32_t trigger)
{
    moot_when w = facts->trigger_last[trigger];
    return w.lo == MOOT_NEVER ? moot_unknown() : moot_value_of(MOOT_T_INSTANT, w.lo, w.hi);
}

moot_value moot_operand_value(const moot_conditions *rules, const moot_facts *facts, int32_t operand, int32_t child)
{
    const moot_operand *o = &rules->operands[operand];
    int lo, hi;
    switch ((moot_operand_kind)o->kind) {
    case MOOT_OPERAND_CONST:
        return o->value;
    case MOOT_OPERAND_FACT:
        return moot_fact_value(rules, facts, o->ref, child, NULL);
    case MOOT_OPERAND_PARAM:
        return moot_param_value(rules, facts, o->ref);
    case MOOT_OPERAND_TRIGGER:
        return trigger_value(facts, o->ref);
    case MOOT_OPERAND_AGE:
        return moot_age(rules, facts, child, &lo, &hi) && lo == hi ? moot_value_of(MOOT_T_INTEGER, lo, 0)
                                                                  : moot_unknown();
    case MOOT_OPERAND_NOW:
        return moot_value_of(MOOT_T_INSTANT, facts->now.lo, facts->now.hi);
    case MOOT_OPERAND_TODAY:
        return today(rules, facts);
    }
    MOOT_BUG("operand of kind %d", o->kind);
}

/* ---- one test ---- */

/* The unit in which a test of spells compares: that of its first operand. */
static moot_spell_unit unit_of(const asking *a, const moot_cond_node *n, int32_t child)
{
    return n->count > 0 ? moot_spell_unit_of(moot_operand_value(a->rules, a->facts, n->first, child)) : MOOT_SPELL_DAYS;
}

/* What is told of spells: how long they last, where that is known and a unit of people's says it. */
static moot_value spells_value(const asking *a, const moot_cond_node *n, int32_t child)
{
    int64_t lo, hi;
    moot_spell_unit unit = unit_of(a, n, child);
    if (n->spell == MOOT_SPELL_ANY_AT || n->count == 0
        || !moot_spells_range(a->rules, a->facts, n, child, unit, &lo, &hi) || lo != hi) {
        return moot_unknown();
    }
    switch (unit) {
    case MOOT_SPELL_SECONDS:
        return moot_value_of(MOOT_T_DURATION, lo % 3600 == 0 ? lo / 3600 : lo / 60, lo % 3600 == 0 ? MOOT_HOURS : MOOT_MINUTES);
    case MOOT_SPELL_HALVES:
        return moot_value_of(MOOT_T_DURATION, lo / 2, MOOT_MONTHS);
    case MOOT_SPELL_DAYS:
        break;
    }
    return moot_value_of(MOOT_T_DURATION, lo, MOOT_DAYS);
}

static moot_value subject_value(const asking *a, const moot_cond_node *n, int32_t child, int *presumed)
{
    const moot_facts *f = a->facts;
    *presumed = 0;
    switch ((moot_subject)n->subject) {
    case MOOT_SUBJECT_FACT:
        return n->spell != MOOT_SPELL_NONE ? spells_value(a, n, child)
                                           : moot_fact_value(a->rules, f, n->ref, child, presumed);
    case MOOT_SUBJECT_AGE: {
        int lo, hi;
        return moot_age(a->rules, f, child, &lo, &hi) ? moot_value_of(MOOT_T_INTEGER, lo, hi) : moot_unknown();
    }
    case MOOT_SUBJECT_NOW:
        return moot_value_of(MOOT_T_INSTANT, f->now.lo, f->now.hi);
    case MOOT_SUBJECT_TODAY:
        return today(a->rules, f);
    case MOOT_SUBJECT_TONIGHT:
        return f->night == MOOT_NOT_RECORDED ? moot_unknown()
                                             : moot_value_text_of(f->night == MOOT_NOWHERE ? "nowhere" : f->night_place);
    case MOOT_SUBJECT_LEAD:
        return f->lead < 0 ? moot_unknown() : moot_value_of(MOOT_T_PARTY, f->lead, 0);
    case MOOT_SUBJECT_HANDOVERS:
        return moot_value_of(MOOT_T_INTEGER, f->handovers, 0);
    case MOOT_SUBJECT_TIMES:
        return moot_value_of(MOOT_T_INTEGER, f->trigger_count[n->ref], 0);
    case MOOT_SUBJECT_LAW:
        return f->law_day == MOOT_DAY_MIN ? moot_unknown() : moot_value_of(MOOT_T_DATE, f->law_day, f->law_day);
    }
    MOOT_BUG("subject of kind %d", n->subject);
}

/* Dates and times compare as days when either is a date: a day has no hour. */
static range range_of(const asking *a, moot_value v, int as_days)
{
    range r = { v.a, v.a, 1 };
    switch ((moot_type)v.type) {
    case MOOT_T_INTEGER:
    case MOOT_T_MONEY:
    case MOOT_T_YESNO:
        return r;
    case MOOT_T_DATE:
        r.hi = v.b;
        return r;
    case MOOT_T_INSTANT:
        r.hi = v.b;
        if (as_days) {
            r.lo = moot_day_at(zone_of(a->rules), v.a);
            r.hi = moot_day_at(zone_of(a->rules), v.b);
        }
        return r;
    case MOOT_T_DURATION: /* against a length of spells, in its own unit */
        r.known = moot_spell_length(v, moot_spell_unit_of(v), &r.lo);
        r.hi = r.lo;
        return r;
    default:
        return NO_RANGE;
    }
}

static range subject_range(const asking *a, const moot_cond_node *n, int32_t child, moot_value seen, int as_days)
{
    if (n->spell != MOOT_SPELL_NONE) {
        range length = NO_RANGE;
        length.known = moot_spells_range(a->rules, a->facts, n, child, unit_of(a, n, child), &length.lo, &length.hi);
        return length;
    }
    range r = range_of(a, seen, as_days);
    if (n->subject == MOOT_SUBJECT_AGE && r.known) {
        r.hi = seen.b; /* the age may be either when the birth is known only to the month */
    }
    return r;
}

static moot_tri less(range x, range y)
{
    if (!x.known || !y.known) {
        return MOOT_UNKNOWN;
    }
    return x.hi < y.lo ? MOOT_TRUE : (x.lo >= y.hi ? MOOT_FALSE : MOOT_UNKNOWN);
}

static moot_tri both(moot_tri x, moot_tri y)
{
    if (x == MOOT_FALSE || y == MOOT_FALSE) {
        return MOOT_FALSE;
    }
    return x == MOOT_UNKNOWN || y == MOOT_UNKNOWN ? MOOT_UNKNOWN : MOOT_TRUE;
}

static moot_tri equal(const asking *a, const moot_cond_node *n, int32_t child, moot_value seen, moot_value want)
{
    if ((!moot_known(seen) && n->spell == MOOT_SPELL_NONE) || !moot_known(want)) {
        return MOOT_UNKNOWN;
    }
    if (seen.type == MOOT_T_SET) {
        return (seen.a & want.a) != 0 ? MOOT_TRUE : MOOT_FALSE;
    }
    int as_days = seen.type == MOOT_T_DATE || want.type == MOOT_T_DATE;
    range x = subject_range(a, n, child, seen, as_days);
    range y = range_of(a, want, as_days);
    if (!x.known || !y.known) {
        return moot_value_equal(seen, want); /* texts, parties, options */
    }
    if (x.hi < y.lo || x.lo > y.hi) {
        return MOOT_FALSE;
    }
    return x.lo == x.hi && y.lo == y.hi ? MOOT_TRUE : MOOT_UNKNOWN;
}

static moot_tri one_of(const asking *a, const moot_cond_node *n, int32_t child, moot_value seen)
{
    moot_tri answer = MOOT_FALSE;
    for (int32_t i = 0; i < n->count; i++) {
        moot_tri t = equal(a, n, child, seen, moot_operand_value(a->rules, a->facts, n->first + i, child));
        if (t == MOOT_TRUE) {
            return t;
        }
        answer = t == MOOT_UNKNOWN ? t : answer;
    }
    return answer;
}

/* Opening hours are one stretch a day, so two moments inside it on one day are sure of all between them. */
static moot_tri desk(const asking *a, const moot_cond_node *n)
{
    const moot_calendar *cal = a->rules->calendars[n->calendar];
    moot_when now = a->facts->now;
    const moot_zone *zone = zone_of(a->rules);
    if (moot_when_exact(now)) {
        return moot_calendar_inside(cal, now.lo) ? MOOT_TRUE : MOOT_FALSE;
    }
    if (moot_day_at(zone, now.lo) == moot_day_at(zone, now.hi) && moot_calendar_inside(cal, now.lo)
        && moot_calendar_inside(cal, now.hi)) {
        return MOOT_TRUE;
    }
    return moot_calendar_opens_within(cal, now) ? MOOT_UNKNOWN : MOOT_FALSE;
}

static moot_tri ordered(const asking *a, const moot_cond_node *n, int32_t child, moot_value seen)
{
    moot_value first = moot_operand_value(a->rules, a->facts, n->first, child);
    int as_days = seen.type == MOOT_T_DATE || first.type == MOOT_T_DATE;
    range x = subject_range(a, n, child, seen, as_days);
    range y = range_of(a, first, as_days);
    switch ((moot_test)n->test) {
    case MOOT_TEST_UNDER:
    case MOOT_TEST_EARLIER_THAN:
        return less(x, y);
    case MOOT_TEST_OVER:
    case MOOT_TEST_LATER_THAN:
        return less(y, x);
    case MOOT_TEST_AT_LEAST:
        return moot_tri_not(less(x, y));
    case MOOT_TEST_AT_MOST:
        return moot_tri_not(less(y, x));
    case MOOT_TEST_BETWEEN: {
        range z = range_of(a, moot_operand_value(a->rules, a->facts, n->first + 1, child), as_days);
        return both(moot_tri_not(less(x, y)), moot_tri_not(less(z, x)));
    }
    default:
        MOOT_BUG("test %d is not one of order", n->test);
    }
}

static moot_tri known(const asking *a, const moot_cond_node *n, int32_t child, moot_value seen)
{
    if (n->subject == MOOT_SUBJECT_FACT) { /* a presumption is not knowledge */
        int32_t row = row_of(a->rules, a->facts, n->ref, child);
        return moot_known(a->facts->values[row * a->facts->fact_count + n->ref]) ? MOOT_TRUE : MOOT_FALSE;
    }
    return moot_known(seen) ? MOOT_TRUE : MOOT_FALSE;
}

static moot_tri test(const asking *a, const moot_cond_node *n, int32_t child, moot_value seen)
{
    if (n->spell == MOOT_SPELL_ANY_AT || (n->spell == MOOT_SPELL_RUNNING && n->count == 0)) {
        return moot_spells_run(a->rules, a->facts, n, child);
    }
    switch ((moot_test)n->test) {
    case MOOT_TEST_IS:
        return equal(a, n, child, seen, moot_operand_value(a->rules, a->facts, n->first, child));
    case MOOT_TEST_ONE_OF:
        return one_of(a, n, child, seen);
    case MOOT_TEST_KNOWN:
        return known(a, n, child, seen);
    case MOOT_TEST_UNKNOWN:
        return moot_tri_not(known(a, n, child, seen));
    case MOOT_TEST_INSIDE:
        return desk(a, n);
    case MOOT_TEST_OUTSIDE:
        return moot_tri_not(desk(a, n));
    default:
        return ordered(a, n, child, seen);
    }
}

/* ---- groups: recursion is bounded by MOOT_COND_DEPTH, which the compiler holds ---- */

static moot_tri eval(const asking *a, int32_t index, int32_t child);

static moot_tri eval_test(const asking *a, int32_t index, int32_t child)
{
    const moot_cond_node *n = &a->rules->nodes[index];
    int presumed;
    moot_value seen = subject_value(a, n, child, &presumed);
    moot_tri t = test(a, n, child, seen);
    if (a->read) {
        a->read(a->user, index, child, seen, presumed, t);
    }
    return t;
}

/* All members hold, or (want == MOOT_TRUE decides) any does: `stop` is the verdict that ends it early. */
static moot_tri eval_members(const asking *a, const moot_cond_node *group, int32_t index, int32_t child, moot_tri stop)
{
    moot_tri answer = moot_tri_not(stop);
    for (int32_t i = index + 1; i < group->next; i = a->rules->nodes[i].next) {
        moot_tri t = eval(a, i, child);
        if (t == stop) {
            answer = stop;
            if (!a->read) {
                return stop;
            }
        } else if (t == MOOT_UNKNOWN && answer != stop) {
            answer = MOOT_UNKNOWN;
        }
    }
    return answer;
}

static moot_tri eval_children(const asking *a, const moot_cond_node *group, int32_t index, moot_tri stop)
{
    int32_t count = a->facts->child_count;
    moot_tri answer = moot_tri_not(stop);
    if (count == 0) { /* without children the applicant is the only child (rule 6) */
        return eval_members(a, group, index, -1, MOOT_FALSE);
    }
    for (int32_t child = 0; child < count; child++) {
        moot_tri t = eval_members(a, group, index, child, MOOT_FALSE);
        if (t == stop) {
            answer = stop;
            if (!a->read) {
                return stop;
            }
        } else if (t == MOOT_UNKNOWN && answer != stop) {
            answer = MOOT_UNKNOWN;
        }
    }
    return answer;
}

static moot_tri eval(const asking *a, int32_t index, int32_t child)
{
    const moot_cond_node *n = &a->rules->nodes[index];
    switch ((moot_node_kind)n->kind) {
    case MOOT_COND_ALL:
        return eval_members(a, n, index, child, MOOT_FALSE);
    case MOOT_COND_ANY:
        return eval_members(a, n, index, child, MOOT_TRUE);
    case MOOT_COND_NONE:
        return moot_tri_not(eval_members(a, n, index, child, MOOT_TRUE));
    case MOOT_COND_SOME_CHILD:
        return eval_children(a, n, index, MOOT_TRUE);
    case MOOT_COND_EVERY_CHILD:
        return eval_children(a, n, index, MOOT_FALSE);
    case MOOT_COND_TEST:
        return eval_test(a, index, child);
    }
    MOOT_BUG("condition node of kind %d", n->kind);
}

moot_tri moot_cond_eval(const moot_conditions *rules, const moot_facts *facts, int32_t cond, int32_t child)
{
    moot_tri t = MOOT_UNKNOWN;
    if (cond == MOOT_NO_COND) {
        return MOOT_TRUE;
    }
    if (rules->plain && rules->plain->first[cond] >= 0) {
        t = moot_plain_eval(rules, facts, rules->plain->first[cond], child);
    }
    return t == MOOT_UNKNOWN ? moot_cond_explain(rules, facts, cond, child, NULL, NULL) : t;
}

moot_tri moot_cond_explain(const moot_conditions *rules, const moot_facts *facts, int32_t cond, int32_t child,
                           moot_cond_read *read, void *user)
{
    asking a = { rules, facts, read, user };
    return cond == MOOT_NO_COND ? MOOT_TRUE : eval(&a, cond, child);
}

/* ---- when time alone changes an answer ---- */

static moot_instant earlier(moot_instant x, moot_instant y)
{
    return x < y ? x : y;
}

static moot_instant next_birthday(const moot_conditions *rules, const moot_facts *facts, moot_value dob)
{
    const moot_zone *zone = zone_of(rules);
    moot_instant next = MOOT_NEVER;
    if (dob.type != MOOT_T_DATE) {
        return next;
    }
    moot_day now = moot_day_at(zone, facts->now.lo);
    moot_day bounds[2] = { (moot_day)dob.a, (moot_day)dob.b };
    for (int i = 0; i < (dob.a == dob.b ? 1 : 2); i++) {
        int age = moot_calendar_age(rules->calendars[0], bounds[i], now) + 1;
        if (age > 0) {
            moot_day birthday = moot_calendar_birthday(rules->calendars[0], bounds[i], age);
            moot_instant at = moot_day_start(zone, birthday);
            next = at > facts->now.lo ? earlier(next, at) : next; /* past 2199 every birthday is its last day */
        }
    }
    return next;
}

moot_instant moot_next_birthday(const moot_conditions *rules, const moot_facts *facts)
{
    moot_instant next = MOOT_NEVER;
    for (int32_t child = -1; child < facts->child_count; child++) {
        next = earlier(next, next_birthday(rules, facts, born(facts, child)));
    }
    return next;
}

/* The first day, or the day after the last, between which it is the law. */
static moot_instant next_law_day(const asking *a, const moot_cond_node *n, int32_t child)
{
    const moot_zone *zone = zone_of(a->rules);
    moot_instant next = MOOT_NEVER;
    for (int32_t i = 0; i < n->count; i++) {
        moot_value day = moot_operand_value(a->rules, a->facts, n->first + i, child);
        moot_instant at = day.type == MOOT_T_DATE ? moot_day_start(zone, moot_day_clamp(day.a)) : MOOT_NEVER;
        if (at > a->facts->now.lo && day.a < MOOT_NOT_COMMENCED) {
            next = earlier(next, at);
        }
    }
    return next;
}

moot_instant moot_cond_next_change(const moot_conditions *rules, const moot_facts *facts, int32_t cond, int32_t child)
{
    asking a = { rules, facts, NULL, NULL };
    moot_instant next = MOOT_NEVER;
    if (cond == MOOT_NO_COND) {
        return next;
    }
    for (int32_t i = cond; i < rules->nodes[cond].next; i++) {
        const moot_cond_node *n = &rules->nodes[i];
        if (n->kind != MOOT_COND_TEST) {
            continue;
        }
        if (n->subject == MOOT_SUBJECT_AGE) {
            next = earlier(next, next_birthday(rules, facts, born(facts, child)));
            for (int32_t k = 0; child < 0 && k < facts->child_count; k++) { /* under a quantifier: any child's */
                next = earlier(next, next_birthday(rules, facts, born(facts, k)));
            }
        } else if (n->subject == MOOT_SUBJECT_LAW) {
            next = earlier(next, next_law_day(&a, n, child));
        } else if (n->spell != MOOT_SPELL_NONE) {
            next = earlier(next, moot_spells_next(rules, facts, n, child));
        }
    }
    return next;
}
