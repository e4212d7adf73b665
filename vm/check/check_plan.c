/* Ways into a stage, and the records that take one.
 *
 * A plan is what somebody would write down so that a stage is entered or a clock starts: events, outcomes, and time that
 * passes; with the conditions that must hold on the way. It follows the way with the fewest records. Plans may be wrong
 * where a protocol is intricate: the engine runs every one of them, and only what it confirms counts. */
#include <string.h>

#include "vm/check/check_internal.h"

static const int64_t A_DAY = 86400;

/* ---- durations ---- */

/* More than any such duration lasts, bank holidays included: what is due in it is due by then. */
int64_t check_seconds(const moot_check *k, int32_t operand, moot_duration *out)
{
    static const int64_t days[] = { [MOOT_DAYS] = 1,
                                    [MOOT_WEEKS] = 7,
                                    [MOOT_MONTHS] = 31,
                                    [MOOT_YEARS] = 366,
                                    [MOOT_WORKING_DAYS] = 2,
                                    [MOOT_SAME_DAY] = 1,
                                    [MOOT_NEXT_WORKING_DAY] = 6,
                                    [MOOT_EACH_MONTH] = 31,
                                    [MOOT_EACH_QUARTER] = 92,
                                    [MOOT_EACH_YEAR] = 366,
                                    [MOOT_EACH_FINANCIAL_YEAR] = 366,
                                    [MOOT_STATUTORY_DAYS] = 2 };
    const moot_operand *o = &k->p->operands[operand];
    moot_value v = moot_operand_value(&k->rules, &k->problem.facts, operand, -1);
    if ((o->kind != MOOT_OPERAND_CONST && o->kind != MOOT_OPERAND_PARAM) ||
        v.type != MOOT_T_DURATION) {
        return 0;
    }
    out->count = (int32_t)v.a;
    out->unit = (uint8_t)v.b;
    if (v.b == MOOT_MINUTES || v.b == MOOT_HOURS) {
        return v.a * (v.b == MOOT_HOURS ? 3600 : 60) + 60;
    }
    int64_t count = v.a > 20000 ? 20000 : v.a;
    return (days[v.b] * (count > 0 ? count : 1) + (v.b == MOOT_WORKING_DAYS || v.b == MOOT_STATUTORY_DAYS ? 8 : 1)) * A_DAY;
}

/* ---- how far things are ---- */

static int32_t sum(int32_t a, int32_t b)
{
    return a + b >= CHECK_FAR ? CHECK_FAR : a + b;
}

static int32_t outcome_cost(const moot_check *k, int32_t outcome);

/* Groups nest at most MOOT_COND_DEPTH deep: the compiler holds that. */
static int32_t trigger_cost(const moot_check *k, int32_t trigger)
{
    const moot_trigger *t = &k->p->triggers[trigger];
    int32_t best = CHECK_FAR, all = 0, count;
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_EVENT:
    case MOOT_ON_TURNS:
        return t->shifts.count == 0 || t->kind == MOOT_ON_EVENT ? 1 : CHECK_FAR;
    case MOOT_ON_ENTERED:
        return k->enter[t->ref];
    case MOOT_ON_LEFT:
        if (t->outcome >= 0) {
            return outcome_cost(k, t->outcome);
        }
        for (int32_t i = 0; i < k->p->stages[t->ref].outcomes.count; i++) {
            int32_t cost = outcome_cost(k, k->p->stages[t->ref].outcomes.first + i);
            best = cost < best ? cost : best;
        }
        return best;
    case MOOT_ON_MET:
    case MOOT_ON_MISSED:
    case MOOT_ON_DUE: {
        const moot_clock_rule *r = &k->p->clocks[t->ref];
        int32_t stage = r->stage;
        return stage >= 0 ? sum(k->enter[stage], 1) : (r->from >= 0 ? 2 : 1);
    }
    case MOOT_ON_DATE:
    case MOOT_ON_BECOMES:
        return 0;
    case MOOT_ON_ANY:
    case MOOT_ON_ALL:
        for (int32_t i = 0; i < t->children.count; i++) {
            count = trigger_cost(k, moot_span_at(k->p, t->children, i));
            best = count < best ? count : best;
            all = sum(all, count);
        }
        return t->kind == MOOT_ON_ANY ? best : all;
    }
    return CHECK_FAR;
}

static int32_t outcome_cost(const moot_check *k, int32_t outcome)
{
    const moot_outcome *o = &k->p->outcomes[outcome];
    const moot_stage *s = &k->p->stages[o->stage];
    const moot_trigger *t = o->on >= 0 ? &k->p->triggers[o->on] : NULL;
    int32_t more = check_routes(s) && !check_by_itself(o) ? 0 : 1;
    if (t && (t->kind == MOOT_ON_LEFT || t->kind == MOOT_ON_ENTERED) && t->outcome < 0) {
        more = k->enter[t->ref] < CHECK_FAR ? k->enter[t->ref] + 1 : CHECK_FAR;
    }
    return sum(k->enter[o->stage], more);
}

static int32_t way_cost(const moot_check *k, const check_way *w)
{
    if (w->effect < 0) {
        return trigger_cost(k, k->p->stages[w->stage].on);
    }
    const check_holder *h = &k->holders[w->effect];
    if (h->outcome >= 0) {
        return outcome_cost(k, h->outcome);
    }
    if (h->clock >= 0) {
        int32_t stage = k->p->clocks[h->clock].stage;
        return stage >= 0 ? sum(k->enter[stage], 1) : 2;
    }
    return h->stage >= 0 ? k->enter[h->stage] : CHECK_FAR;
}

/* ---- the tables of ways ---- */

static void hold(moot_check *k, moot_span block, check_holder h)
{
    for (int32_t i = 0; i < block.count; i++) {
        k->holders[block.first + i] = h;
    }
}

static void find_holders(moot_check *k)
{
    const moot_protocol *p = k->p;
    check_holder none = { -1, -1, -1, -1 };
    for (int32_t i = 0; i < p->effects_count; i++) {
        k->holders[i] = none;
    }
    for (int32_t i = 0; i < p->stages_count; i++) {
        check_holder h = { i, -1, -1, -1 };
        hold(k, p->stages[i].block, h);
    }
    for (int32_t i = 0; i < p->outcomes_count; i++) {
        check_holder h = { -1, i, -1, -1 };
        hold(k, p->outcomes[i].block, h);
    }
    for (int32_t i = 0; i < p->clocks_count; i++) {
        check_holder h = { -1, -1, i, -1 };
        hold(k, p->clocks[i].late, h);
    }
    for (int32_t i = 0; i < p->levels_count; i++) {
        check_holder h = { -1, -1, -1, i };
        hold(k, p->levels[i].block, h);
    }
}

static int32_t go_count(const moot_protocol *p)
{
    int32_t n = p->stages_count;
    for (int32_t i = 0; i < p->effects_count; i++) {
        n += p->effects[i].verb == MOOT_GO ? p->effects[i].stages.count : 0;
    }
    return n;
}

/* The ways of each stage, in the order of the script: counted, then filled in. */
static void find_ways(moot_check *k)
{
    const moot_protocol *p = k->p;
    for (int fill = 0; fill < 2; fill++) {
        int32_t *next = k->enter; /* scratch until the costs are known */
        for (int32_t s = 0; s < p->stages_count; s++) {
            next[s] = fill ? k->way_first[s] : 0;
            if (p->stages[s].on >= 0 && fill) {
                check_way w = { s, -1 };
                k->ways[next[s]] = w;
            }
            next[s] += p->stages[s].on >= 0;
        }
        for (int32_t i = 0; i < p->effects_count; i++) {
            for (int32_t j = 0; p->effects[i].verb == MOOT_GO && j < p->effects[i].stages.count;
                 j++) {
                int32_t s = moot_span_at(p, p->effects[i].stages, j);
                check_way w = { s, i };
                if (fill) {
                    k->ways[next[s]] = w;
                }
                next[s]++;
            }
        }
        for (int32_t s = 0; !fill && s < p->stages_count; s++) {
            k->way_first[s + 1] = k->way_first[s] + next[s];
        }
    }
}

/* Each round may shorten what another was counted from, until nothing moves. */
static void find_costs(moot_check *k)
{
    int moved = 1;
    for (int32_t s = 0; s < k->p->stages_count; s++) {
        k->enter[s] = CHECK_FAR;
        k->via[s] = -1;
    }
    for (int32_t round = 0; moved && round <= k->p->stages_count; round++) {
        moved = 0;
        for (int32_t s = 0; s < k->p->stages_count; s++) {
            for (int32_t w = k->way_first[s]; w < k->way_first[s + 1]; w++) {
                int32_t cost = way_cost(k, &k->ways[w]);
                if (cost < k->enter[s]) {
                    k->enter[s] = cost;
                    k->via[s] = w; /* only ever shorter, so following it never goes round */
                    moved = 1;
                }
            }
        }
    }
}

moot_code check_plan_init(moot_check *k, moot_err *err)
{
    const moot_protocol *p = k->p;
    k->holders = moot_arena_array(&k->arena, (size_t)p->effects_count + 1, sizeof *k->holders);
    k->ways = moot_arena_array(&k->arena, (size_t)go_count(p) + 1, sizeof *k->ways);
    k->way_first = moot_arena_array(&k->arena, (size_t)p->stages_count + 1, sizeof *k->way_first);
    k->enter = moot_arena_array(&k->arena, (size_t)p->stages_count + 1, sizeof *k->enter);
    k->via = moot_arena_array(&k->arena, (size_t)p->stages_count + 1, sizeof *k->via);
    if (!k->holders || !k->ways || !k->way_first || !k->enter || !k->via) {
        return moot_fail_memory(err);
    }
    find_holders(k);
    find_ways(k);
    find_costs(k);
    return MOOT_OK;
}

/* ---- writing a plan ---- */

void check_plan_empty(check_plan *plan)
{
    memset(plan, 0, sizeof *plan);
}

void check_plan_want(check_plan *plan, int32_t cond, moot_tri answer)
{
    if (cond == MOOT_NO_COND && answer == MOOT_TRUE) {
        return;
    }
    if (plan->want_count >= CHECK_WANTS_MOST) {
        plan->failed = 1;
        return;
    }
    check_want w = { cond, (uint8_t)answer, plan->after };
    plan->wants[plan->want_count++] = w;
}

void check_plan_step(check_plan *plan, check_step_kind kind, int32_t ref, int32_t outcome)
{
    if (plan->count >= CHECK_STEPS_MOST) {
        plan->failed = 1;
        return;
    }
    if (plan->count > 0) {
        plan->after += CHECK_STEP_SECONDS;
    }
    check_step s = { (uint8_t)kind, ref, outcome, plan->after };
    plan->steps[plan->count++] = s;
}

static int is_entered(const check_plan *plan, int32_t stage)
{
    for (int32_t i = 0; i < plan->entered_count; i++) {
        if (plan->entered[i] == stage) {
            return 1;
        }
    }
    return 0;
}

static void note_entered(check_plan *plan, int32_t stage)
{
    if (plan->entered_count >= CHECK_STEPS_MOST) {
        plan->failed = 1;
    } else {
        plan->entered[plan->entered_count++] = stage;
    }
}

static int has_event(const check_plan *plan, int32_t event)
{
    for (int32_t i = 0; i < plan->count; i++) {
        if (plan->steps[i].kind == CHECK_EVENT && plan->steps[i].ref == event) {
            return 1;
        }
    }
    return 0;
}

static void enter(const moot_check *k, int32_t stage, int32_t way, check_plan *plan);

static int32_t nearest_outcome(const moot_check *k, int32_t stage)
{
    int32_t best = -1, least = CHECK_FAR;
    for (int32_t i = 0; i < k->p->stages[stage].outcomes.count; i++) {
        int32_t o = k->p->stages[stage].outcomes.first + i;
        int32_t cost = outcome_cost(k, o);
        if (cost < least) {
            least = cost;
            best = o;
        }
    }
    return best;
}

static void birthday(check_plan *plan, int32_t age)
{
    if (plan->born_turns > 0 && plan->born_turns != age) {
        plan->failed = 1;
        return;
    }
    if (plan->born_turns == 0) { /* the day after tomorrow's midnight is past by any clock */
        plan->born_turns = age;
        plan->born_after = plan->after / A_DAY + 1;
    }
    if (plan->after < plan->born_after * A_DAY) {
        plan->after = plan->born_after * A_DAY;
        check_plan_step(plan, CHECK_NOTE, -1, -1);
    }
}

static void pass_shifts(const moot_check *k, const moot_trigger *t, check_plan *plan)
{
    plan->fired = plan->after;
    for (int32_t i = 0; i < t->shifts.count; i++) {
        const moot_shift *s = &k->p->shifts[t->shifts.first + i];
        moot_duration d;
        int64_t seconds = check_seconds(k, s->operand, &d);
        plan->failed |= seconds == 0 || s->sign < 0;
        plan->after += seconds;
    }
    if (t->shifts.count > 0) {
        check_plan_step(plan, CHECK_NOTE, -1, -1);
    }
}

static void fire(const moot_check *k, int32_t trigger, check_plan *plan);

static void start_clock(const moot_check *k, int32_t clock, check_plan *plan)
{
    const moot_clock_rule *r = &k->p->clocks[clock];
    if (r->effect >= 0) {
        check_plan_effect(k, r->effect, plan);
        check_plan_want(plan, k->p->effects[r->effect].when, MOOT_TRUE);
        return;
    }
    if (r->stage >= 0) {
        enter(k, r->stage, 0, plan);
    }
    plan->fired = plan->after;
    if (r->from >= 0) {
        const moot_trigger *t = &k->p->triggers[r->from];
        if (t->kind != MOOT_ON_EVENT || !has_event(plan, t->ref)) {
            fire(k, r->from, plan);
        } else {
            pass_shifts(k, t, plan); /* it has just happened: nothing comes after it but what it starts */
        }
    } else if (r->stage < 0 && plan->count == 0) {
        check_plan_step(plan, CHECK_NOTE, -1, -1);
    }
    check_plan_want(plan, r->when, MOOT_TRUE);
}

static void expire(const moot_check *k, int32_t clock, check_plan *plan)
{
    const moot_clock_rule *r = &k->p->clocks[clock];
    moot_duration d;
    int64_t seconds = r->within >= 0 ? check_seconds(k, r->within, &d) : 0;
    plan->failed |= seconds == 0;
    plan->after += seconds;
    check_plan_step(plan, CHECK_NOTE, -1, -1);
}

static void fire_child(const moot_check *k, const moot_trigger *t, check_plan *plan)
{
    int32_t best = -1, least = CHECK_FAR;
    for (int32_t i = 0; i < t->children.count && !plan->failed; i++) {
        int32_t child = moot_span_at(k->p, t->children, i);
        int32_t cost = trigger_cost(k, child);
        if (t->kind == MOOT_ON_ALL) {
            fire(k, child, plan);
        } else if (cost < least) {
            least = cost;
            best = child;
        }
    }
    if (t->kind == MOOT_ON_ANY && best >= 0) {
        fire(k, best, plan);
    }
    plan->failed |= t->kind == MOOT_ON_ANY && best < 0;
}

/* Makes a trigger fire. It follows what costs less at each turn, so it ends. */
static void fire(const moot_check *k, int32_t trigger, check_plan *plan)
{
    const moot_trigger *t = &k->p->triggers[trigger];
    if (plan->failed || trigger_cost(k, trigger) > CHECK_STEPS_MOST) {
        plan->failed = 1;
        return;
    }
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_EVENT:
        check_plan_step(plan, CHECK_EVENT, t->ref, -1);
        break;
    case MOOT_ON_ENTERED:
        enter(k, t->ref, 0, plan);
        break;
    case MOOT_ON_LEFT: {
        int32_t outcome = t->outcome >= 0 ? t->outcome : nearest_outcome(k, t->ref);
        enter(k, t->ref, 0, plan);
        plan->failed |= outcome < 0 || !check_plan_leave(k, outcome, plan);
        break;
    }
    case MOOT_ON_MET:
        start_clock(k, t->ref, plan);
        check_plan_step(plan, CHECK_MET, t->ref, -1);
        break;
    case MOOT_ON_MISSED:
    case MOOT_ON_DUE:
        start_clock(k, t->ref, plan);
        expire(k, t->ref, plan);
        break;
    case MOOT_ON_TURNS:
        birthday(plan, t->ref);
        break;
    case MOOT_ON_DATE:
        if (plan->dates_count < (int32_t)MOOT_COUNT(plan->dates)) {
            plan->dates[plan->dates_count++] = t->ref;
        }
        break;
    case MOOT_ON_BECOMES:
        check_plan_want(plan, t->ref, MOOT_TRUE);
        break;
    case MOOT_ON_ANY:
    case MOOT_ON_ALL:
        fire_child(k, t, plan);
        break;
    }
    pass_shifts(k, t, plan);
}

int check_plan_leave(const moot_check *k, int32_t outcome, check_plan *plan)
{
    const moot_outcome *o = &k->p->outcomes[outcome];
    moot_duration d;
    if (o->after >= 0) {
        int64_t seconds = check_seconds(k, o->after, &d);
        plan->after += seconds;
        check_plan_step(plan, CHECK_NOTE, -1, -1);
        plan->failed |= seconds == 0;
    } else if (o->on >= 0) {
        fire(k, o->on, plan);
    } else if (!check_routes(&k->p->stages[o->stage])) {
        check_plan_step(plan, CHECK_OUTCOME, o->stage, outcome);
    }
    check_plan_want(plan, o->when, MOOT_TRUE);
    return !plan->failed;
}

void check_plan_effect(const moot_check *k, int32_t effect, check_plan *plan)
{
    const check_holder *h = &k->holders[effect];
    if (h->outcome >= 0) {
        enter(k, k->p->outcomes[h->outcome].stage, 0, plan);
        (void)check_plan_leave(k, h->outcome, plan);
    } else if (h->clock >= 0) {
        start_clock(k, h->clock, plan);
        expire(k, h->clock, plan);
    } else if (h->stage >= 0) {
        enter(k, h->stage, 0, plan);
    } else {
        plan->failed = 1; /* a ladder's level: disputes are not planned */
    }
}

/* The index of a stage's way-th way: the shortest, then the others in the order of the script; -1. */
static int32_t nth_way(const moot_check *k, int32_t stage, int32_t way)
{
    int32_t n = 0;
    if (way == 0) {
        return k->via[stage];
    }
    for (int32_t w = k->way_first[stage]; w < k->way_first[stage + 1]; w++) {
        n += w != k->via[stage];
        if (n == way && w != k->via[stage]) {
            return w;
        }
    }
    return -1;
}

/* Each stage is entered once in a plan, and a plan is short: so are the calls. */
static void enter(const moot_check *k, int32_t stage, int32_t way, check_plan *plan)
{
    int32_t w = nth_way(k, stage, way);
    if (is_entered(plan, stage) || plan->failed) {
        return;
    }
    if (w < 0 || way_cost(k, &k->ways[w]) > CHECK_STEPS_MOST) {
        plan->failed = 1;
        return;
    }
    note_entered(plan, stage);
    if (k->ways[w].effect >= 0) {
        check_plan_effect(k, k->ways[w].effect, plan);
        check_plan_want(plan, k->p->effects[k->ways[w].effect].when, MOOT_TRUE);
        return;
    }
    int32_t on = k->p->stages[stage].on;
    const moot_trigger *t = &k->p->triggers[on];
    if (t->kind != MOOT_ON_EVENT || !has_event(plan, t->ref)) {
        fire(k, on, plan);
    }
    check_plan_want(plan, k->p->stages[stage].when, MOOT_TRUE);
}

int32_t check_way_count(const moot_check *k, int32_t stage)
{
    int32_t n = k->way_first[stage + 1] - k->way_first[stage];
    return n < CHECK_WAYS_MOST ? n : CHECK_WAYS_MOST;
}

void check_plan_enter(const moot_check *k, int32_t stage, int32_t way, check_plan *out)
{
    check_plan_empty(out);
    enter(k, stage, way, out);
    if (out->count ==
        0) { /* started by a date, a condition or a birthday: a case still needs a record */
        check_plan_step(out, CHECK_NOTE, -1, -1);
    }
}

void check_plan_clock(const moot_check *k, int32_t clock, check_plan *out)
{
    check_plan_empty(out);
    start_clock(k, clock, out);
    if (out->count == 0) {
        check_plan_step(out, CHECK_NOTE, -1, -1);
    }
}
