/* Looks for a cell in which conditions have wanted answers.
 *
 * The cells are walked depth first, one input after the other. Under a part of the inputs the conditions are read with the
 * rest unknown: an answer that is already sure stays so whatever the rest is, because the logic is three-valued, so a wrong
 * one excludes all cells below, and the right ones need no more inputs. That holds for all but presumptions, which are left
 * out here (the bare rules), and what is not simply unknown while it is open: counts, spells, whether something is known.
 * Such inputs are eager: chosen before anything is concluded. */
#include <string.h>

#include "vm/check/check_date.h"

static const int CELLS_OF_ONE = 5000;
static const int64_t COMBINATIONS_MOST = 200;

moot_day check_moment_day(const moot_check *k)
{
    return moot_day_at(k->p->zone, k->problem.moment);
}

/* ---- one input ---- */

static moot_day born_on(const moot_check *k, const check_choice *c)
{
    moot_day day = check_moment_day(k);
    if (c->relative == 2) { /* the birthday itself is so many days after the moment */
        day += (moot_day)k->problem.born_after;
        return moot_add_months(day, -12 * (int)c->value.a);
    }
    return moot_add_months(day, -12 * (int)c->value.a) - 120;
}

/* A birthday, or so long before or after one, as a condition reads it (tell_conditions in engine_trigger.c). */
static moot_when turned(const moot_check *k, const moot_trigger *t, moot_day born)
{
    const moot_calendar *calendar = k->p->calendars[0];
    moot_moment m = moot_moment_of(moot_when_at(moot_day_start(k->p->zone, moot_turns_on(k->p, &k->problem.facts, t, born))));
    if (!check_shift(k, t, &m)) {
        return moot_when_at(MOOT_NEVER);
    }
    return t->use == MOOT_USE_COMPARED ? moot_moment_due(calendar, &m) : moot_moment_begins(calendar, &m);
}

static void apply_born(moot_check *k, const check_choice *c)
{
    check_problem *q = &k->problem;
    moot_value v = moot_unknown();
    if (c && moot_known(c->value)) {
        moot_day born = born_on(k, c);
        v = moot_value_of(MOOT_T_DATE, born, born);
    }
    if (k->p->dob_fact >= 0) {
        q->facts.values[k->p->dob_fact] = v;
    }
    for (int32_t i = 0; q->turns && i < k->p->triggers_count; i++) {
        const moot_trigger *t = &k->p->triggers[i];
        if (t->kind == MOOT_ON_TURNS && moot_use_is_read((moot_use)t->use)) {
            q->trigger_last[i] = moot_known(v) ? turned(k, t, (moot_day)v.a) : moot_when_at(MOOT_NEVER);
        }
    }
}

static moot_value value_of(const moot_check *k, const check_choice *c)
{
    moot_value v = c->value;
    if (c->relative && v.type == MOOT_T_DATE) {
        v.a += check_moment_day(k);
        v.b += check_moment_day(k);
    } else if (c->relative && v.type == MOOT_T_INSTANT) {
        v.a += k->problem.moment;
        v.b += k->problem.moment;
    }
    return v;
}

static void apply_spell(moot_check *k, const check_var *v, const check_choice *c)
{
    check_problem *q = &k->problem;
    int32_t kept = 0;
    for (int32_t i = 0; i < q->facts.spell_count; i++) {
        if (q->spells[i].fact != v->ref) {
            q->spells[kept++] = q->spells[i];
        }
    }
    if (c && moot_known(c->value) && c->value.a > 0) {
        moot_spell s = { .fact = v->ref, .child = -1, .to_lo = MOOT_NEVER, .to_hi = MOOT_NEVER };
        moot_day first = check_moment_day(k) - (moot_day)c->value.a + 1;
        s.from_lo = moot_day_start(k->p->zone, first);
        s.from_hi = moot_day_end(k->p->zone, first);
        q->spells[kept++] = s;
    }
    q->facts.spell_count = kept;
}

static void apply_times(moot_check *k, const check_var *v, const check_choice *c)
{
    check_problem *q = &k->problem;
    for (int32_t i = 0; i < k->p->triggers_count; i++) {
        if (q->trigger_seen[i] && check_same_trigger(k->p, i, v->ref)) {
            if (v->kind == CHECK_TIMES) {
                q->trigger_count[i] = c && moot_known(c->value) ? (uint32_t)c->value.a : 0;
            } else {
                q->trigger_last[i] = moot_when_at(
                    c && moot_known(c->value) ? k->problem.moment + c->value.a : MOOT_NEVER);
            }
        }
    }
}

void check_apply(moot_check *k, int32_t var)
{
    check_problem *q = &k->problem;
    const check_var *v = &q->vars[var];
    const check_choice *c = v->at >= 0 ? &q->choices[v->first + v->at] : NULL;
    q->changed |= (uint64_t)1 << var;
    switch ((check_var_kind)v->kind) {
    case CHECK_FACT:
        q->facts.values[v->ref] = c ? value_of(k, c) : moot_unknown();
        break;
    case CHECK_BORN:
        apply_born(k, c);
        break;
    case CHECK_MOMENT:
        q->moment = c ? c->value.a : k->base;
        break;
    case CHECK_TIMES:
    case CHECK_TRIGGER:
        apply_times(k, v, c);
        break;
    case CHECK_HANDOVERS:
        q->facts.handovers = c ? (int32_t)c->value.a : 0;
        break;
    case CHECK_LEAD:
        q->facts.lead = c && moot_known(c->value) ? (int32_t)c->value.a : -1;
        break;
    case CHECK_TONIGHT:
        q->facts.night = !c || !moot_known(c->value)             ? MOOT_NOT_RECORDED
                         : strcmp(c->value.text, "nowhere") == 0 ? MOOT_NOWHERE
                                                                 : MOOT_SOMEWHERE;
        q->facts.night_place = c ? c->value.text : NULL;
        break;
    case CHECK_SPELLS:
        apply_spell(k, v, c);
        break;
    }
}

/* ---- the cost ---- */

/* What reading a cell costs: a table of many rows, or a question of many wants, is more work than one. */
static int64_t cost_of_cell(const moot_check *k)
{
    const check_problem *q = &k->problem;
    int64_t reads = q->want_count;
    for (int32_t i = 0; i < q->derived_count; i++) {
        reads += k->p->decisions[q->derived[i]].rows.count;
    }
    return 1 + reads / 8;
}

/* ---- the walk ---- */

static void choose(moot_check *k, int32_t depth, int32_t at)
{
    check_problem *q = &k->problem;
    int32_t var = q->order[depth];
    q->vars[var].at = at;
    check_apply(k, var);
    for (int32_t i = 0; var == 0 && i < depth;
         i++) { /* what is counted from the moment moves with it */
        check_apply(k, q->order[i]);
    }
}

/* To the next cell that is not below the one in hand; 0: there is none. */
static int step_on(moot_check *k)
{
    check_problem *q = &k->problem;
    while (q->depth > 0) {
        int32_t depth = q->depth - 1;
        const check_var *v = &q->vars[q->order[depth]];
        if (v->at + 1 < v->count) {
            choose(k, depth, v->at + 1);
            return 1;
        }
        choose(k, depth, -1);
        q->depth = depth;
    }
    q->depth = -1;
    return 0;
}

/* The first choice of the next input; one without choices stays unknown. */
static void step_down(moot_check *k)
{
    check_problem *q = &k->problem;
    choose(k, q->depth, q->vars[q->order[q->depth]].count > 0 ? 0 : -1);
    q->depth++;
}

int32_t check_cells_of_one(const moot_check *k)
{
    return k->options.cells_most > 0 ? k->options.cells_most : CELLS_OF_ONE;
}

static int spent(const moot_check *k)
{
    return k->problem.looked >= check_cells_of_one(k) || k->problem.too_big;
}

/* Of all inputs that the question reads; what is looked at is far fewer where conditions exclude most. */
static double count_combinations(const check_problem *q)
{
    double all = 1;
    for (int32_t i = 0; i < q->var_count; i++) {
        all *= q->vars[i].count > 0 ? q->vars[i].count : 1;
    }
    return all;
}

/* A walk that came to its end, by itself or by what is kept of it. `key`: "": it is too short to be kept, or was kept. */
static check_answer end_walk(moot_check *k, const char *key, check_answer answer)
{
    check_problem *q = &k->problem;
    if (key[0] && !check_stopped(k)) {
        check_kept_add(k, key, answer);
    }
    if (answer == CHECK_CUT) {
        check_cut_off(k, q->too_big ? 0 : count_combinations(q));
    }
    q->depth = -1;
    return answer;
}

check_answer check_next(moot_check *k)
{
    check_problem *q = &k->problem;
    char key[65] = "";
    check_answer kept;
    if (q->depth > 0 && !step_on(k)) { /* behind the cell that was given last */
        return CHECK_NONE;
    }
    while (q->depth >= 0 && !check_stopped(k)) {
        if (spent(k)) {
            return end_walk(k, key, CHECK_CUT);
        }
        if (q->looked == CHECK_KEPT_FROM && check_kept_find(k, cost_of_cell(k), key, &kept)) {
            return end_walk(k, "", kept);
        }
        q->looked++;
        k->cells++;
        check_spend(k, cost_of_cell(k));
        check_state s = q->depth < q->eager_count ? CHECK_OPEN : check_read(k);
        if (s == CHECK_HOLDS) {
            return CHECK_FOUND;
        }
        if (s == CHECK_OPEN && q->depth < q->var_count) {
            step_down(k);
        } else if (!step_on(k)) {
            break;
        }
    }
    return end_walk(k, key, CHECK_NONE);
}

/* ---- what a cell is about ---- */

static int holds_with(moot_check *k, int32_t var, int32_t at)
{
    check_problem *q = &k->problem;
    q->vars[var].at = at;
    check_apply(k, var);
    for (int32_t i = 0; var == 0 && i < q->var_count; i++) {
        check_apply(k, i);
    }
    return check_read(k) == CHECK_HOLDS;
}

/* Whether the answers stand with each combination of the values of some inputs. */
static int stands_with_all(moot_check *k, const int32_t *vars, int32_t count)
{
    check_problem *q = &k->problem;
    int32_t at[CHECK_VARS_MOST] = { 0 };
    int64_t all = 1;
    for (int32_t i = 0; i < count; i++) {
        all *= q->vars[vars[i]].count > 0 ? q->vars[vars[i]].count : 1;
        if (all > COMBINATIONS_MOST) {
            return 0;
        }
    }
    for (int64_t n = 0; n < all; n++) {
        int holds = 1;
        for (int32_t i = 0; i < count; i++) {
            holds = holds_with(k, vars[i], at[i]);
        }
        if (!holds) {
            return 0;
        }
        for (int32_t i = 0; i < count && ++at[i] == q->vars[vars[i]].count; i++) {
            at[i] = 0;
        }
    }
    return 1;
}

/* An input that is simply unknown while it is open is left out if the answers stand without it; any other, if they stand
 * with each of its values, whatever those of the others that were left out so. */
void check_reduce(moot_check *k, int32_t *out_kept)
{
    check_problem *q = &k->problem;
    int32_t any[CHECK_VARS_MOST], any_count = 0;
    for (int32_t i = 0; i < q->var_count; i++) {
        out_kept[i] = q->vars[i].at;
        q->vars[i].idle = 0;
    }
    for (int32_t n = q->target_count; n-- > 0;) {
        if (q->vars[n].at < 0) {
            continue;
        }
        if (!q->vars[n].eager && holds_with(k, n, -1)) {
            q->vars[n].idle = 1;
            continue;
        }
        any[any_count] = n;
        q->vars[n].idle = (uint8_t)stands_with_all(k, any, any_count + 1);
        for (int32_t i = 0; i <= any_count; i++) {
            (void)holds_with(k, any[i], out_kept[any[i]]);
        }
        any_count += q->vars[n].idle;
    }
}

void check_restore(moot_check *k, const int32_t *kept)
{
    for (int32_t i = 0; i < k->problem.var_count; i++) {
        (void)holds_with(k, i, kept[i]);
    }
}

check_answer check_any(moot_check *k, const check_want *wants, int32_t count)
{
    check_begin(k);
    for (int32_t i = 0; i < count; i++) {
        check_want_(k, wants[i].cond, (moot_tri)wants[i].answer, wants[i].after);
    }
    check_ready(k);
    return check_next(k);
}

int check_exact(const moot_check *k)
{
    return !k->problem.inexact && !k->problem.too_big && !check_stopped(k);
}
