/* Which inputs a set of conditions reads, and into which cells their tests cut them. */
#include <string.h>

#include "vm/check/check_internal.h"

static const int64_t SECONDS_A_DAY = 86400;

/* ---- inputs ---- */

static int32_t find_var(const check_problem *q, check_var_kind kind, int32_t ref)
{
    for (int32_t i = 0; i < q->var_count; i++) {
        if (q->vars[i].kind == kind && q->vars[i].ref == ref) {
            return i;
        }
    }
    return -1;
}

static int32_t add_var(check_problem *q, check_var_kind kind, int32_t ref)
{
    int32_t found = find_var(q, kind, ref);
    if (found >= 0) {
        return found;
    }
    if (q->var_count >= CHECK_VARS_MOST) {
        q->too_big = 1;
        return -1;
    }
    check_var *v = &q->vars[q->var_count];
    memset(v, 0, sizeof *v);
    v->kind = (uint8_t)kind;
    v->ref = ref;
    v->at = -1;
    v->eager = kind == CHECK_MOMENT || kind == CHECK_TIMES || kind == CHECK_HANDOVERS ||
               kind == CHECK_SPELLS;
    v->free = kind == CHECK_TIMES || kind == CHECK_HANDOVERS || kind == CHECK_LEAD ||
              kind == CHECK_TONIGHT || kind == CHECK_TRIGGER;
    return q->var_count++;
}

static void add_mark(moot_check *k, int32_t var, moot_value value, int relative)
{
    check_problem *q = &k->problem;
    if (var < 0) {
        return;
    }
    if (!moot_grow((void **)&q->marks, &q->marks_cap, q->mark_count + 1, sizeof *q->marks)) {
        k->no_memory = 1;
        return;
    }
    check_mark m = { var, value, (uint8_t)relative };
    q->marks[q->mark_count++] = m;
}

static void mark_cut(moot_check *k, int32_t var, int64_t at)
{
    add_mark(k, var, moot_value_of(MOOT_T_INTEGER, at, 0), 0);
}

/* The input behind a fact: the fact itself, the date of birth by its age; -1: it is derived, and what derives it is read
 * later. */
static int32_t touch_fact(moot_check *k, int32_t fact)
{
    check_problem *q = &k->problem;
    const moot_fact *f = &k->p->facts[fact];
    if (f->decision >= 0) {
        if (!q->decision_seen[f->decision]) {
            q->decision_seen[f->decision] = 1;
            q->todo[q->todo_count++] = f->decision;
        }
        return -1;
    }
    int32_t var = fact == k->p->dob_fact     ? add_var(q, CHECK_BORN, 0)
                  : f->type == MOOT_T_SPELLS ? add_var(q, CHECK_SPELLS, fact)
                                             : add_var(q, CHECK_FACT, fact);
    if (var >= 0 && f->source != MOOT_FACT_GIVEN) {
        q->vars[var].free = 1;
    }
    return var;
}

int check_same_trigger(const moot_protocol *p, int32_t a, int32_t b)
{
    const moot_trigger *x = &p->triggers[a], *y = &p->triggers[b];
    return a == b || (x->kind == y->kind && x->ref == y->ref && x->outcome == y->outcome && x->param == y->param &&
                      x->children.count == 0 && y->children.count == 0 && x->shifts.count == 0 &&
                      y->shifts.count == 0 && x->kind != MOOT_ON_BECOMES);
}

/* One input for all places that name the same trigger. */
static int32_t touch_trigger(moot_check *k, check_var_kind kind, int32_t trigger)
{
    check_problem *q = &k->problem;
    if (trigger < 0) {
        return -1;
    }
    q->inexact |= kind == CHECK_TRIGGER;
    if (k->p->triggers[trigger].kind == MOOT_ON_TURNS && kind == CHECK_TRIGGER) {
        q->turns = 1;
        return add_var(q, CHECK_BORN, 0);
    }
    q->trigger_seen[trigger] = 1;
    for (int32_t i = 0; i < q->var_count; i++) {
        if (q->vars[i].kind == kind && check_same_trigger(k->p, q->vars[i].ref, trigger)) {
            return i;
        }
    }
    return add_var(q, kind, trigger);
}

/* ---- what tests compare with ---- */

static int64_t number_of(moot_value v)
{
    return v.type == MOOT_T_DURATION && v.b == MOOT_WEEKS ? 7 * v.a : v.a;
}

/* A comparison with a fixed value cuts the input there; `nth` is the operand's place in the test. */
static void mark_value(moot_check *k, int32_t var, const moot_cond_node *n, int32_t nth,
                       moot_value v)
{
    if (v.type == MOOT_T_PARTY || v.type == MOOT_T_TEXT) {
        add_mark(k, var, v, 0);
        return;
    }
    if (v.type == MOOT_T_YESNO || v.type == MOOT_T_ONE_OF || v.type == MOOT_T_CONSENT || var < 0) {
        return;
    }
    int64_t at = number_of(v);
    switch ((moot_test)n->test) {
    case MOOT_TEST_UNDER:
    case MOOT_TEST_AT_LEAST:
    case MOOT_TEST_EARLIER_THAN:
        mark_cut(k, var, at);
        break;
    case MOOT_TEST_OVER:
    case MOOT_TEST_AT_MOST:
    case MOOT_TEST_LATER_THAN:
        mark_cut(k, var, at + 1);
        break;
    case MOOT_TEST_BETWEEN:
        mark_cut(k, var, at + (nth > 0));
        break;
    default:
        mark_cut(k, var, at);
        mark_cut(k, var, at + 1);
        break;
    }
}

/* A figure that changes on a date: both figures, and a case before and after the change. */
static void mark_param(moot_check *k, int32_t var, const moot_cond_node *n, int32_t nth,
                       int32_t param)
{
    const moot_param *m = &k->p->params[param];
    for (int32_t i = 0; i < m->steps.count; i++) {
        const moot_param_step *step = &k->p->steps[m->steps.first + i];
        if (n) {
            mark_value(k, var, n, nth, step->value);
        }
        if (i > 0) {
            add_mark(k, 0, moot_value_of(MOOT_T_DATE, step->from, 0), 0);
        }
    }
}

static void link(check_problem *q, int32_t a, int32_t b)
{
    q->inexact = 1;
    if (a >= 0) {
        q->vars[a].linked = 1;
    }
    if (b >= 0) {
        q->vars[b].linked = 1;
    }
}

static void see_operand(moot_check *k, int32_t var, const moot_cond_node *n, int32_t nth,
                        int32_t operand)
{
    const moot_operand *o = &k->p->operands[operand];
    check_problem *q = &k->problem;
    q->inexact |= o->reading >= 0; /* another reading of the text gives another value */
    switch ((moot_operand_kind)o->kind) {
    case MOOT_OPERAND_CONST:
        if (n) {
            mark_value(k, var, n, nth, o->value);
        }
        break;
    case MOOT_OPERAND_FACT:
        link(q, var, touch_fact(k, o->ref));
        break;
    case MOOT_OPERAND_PARAM:
        mark_param(k, var, n, nth, o->ref);
        break;
    case MOOT_OPERAND_TRIGGER:
        link(q, var, touch_trigger(k, CHECK_TRIGGER, o->ref));
        break;
    case MOOT_OPERAND_AGE:
        link(q, var, add_var(q, CHECK_BORN, 0));
        break;
    case MOOT_OPERAND_NOW:
    case MOOT_OPERAND_TODAY:
        add_mark(k, var, moot_value_of(MOOT_T_DATE, 0, 0), 1);
        break;
    }
}

static int32_t subject_var(moot_check *k, const moot_cond_node *n)
{
    check_problem *q = &k->problem;
    switch ((moot_subject)n->subject) {
    case MOOT_SUBJECT_FACT:
        return touch_fact(k, n->ref);
    case MOOT_SUBJECT_AGE:
        return add_var(q, CHECK_BORN, 0);
    case MOOT_SUBJECT_NOW:
    case MOOT_SUBJECT_TODAY:
    case MOOT_SUBJECT_LAW:
        return 0;
    case MOOT_SUBJECT_TONIGHT:
        return add_var(q, CHECK_TONIGHT, 0);
    case MOOT_SUBJECT_LEAD:
        return add_var(q, CHECK_LEAD, 0);
    case MOOT_SUBJECT_HANDOVERS:
        return add_var(q, CHECK_HANDOVERS, 0);
    case MOOT_SUBJECT_TIMES:
        return touch_trigger(k, CHECK_TIMES, n->ref);
    }
    return -1;
}

/* Whether something is known can be asked of an input itself, not of what is derived from inputs still open. */
static void see_known(check_problem *q, int32_t var)
{
    if (var < 0) {
        q->all_eager = 1;
    } else {
        q->vars[var].eager = 1;
        q->vars[var].linked |= 2;
    }
}

static void see_test(moot_check *k, const moot_cond_node *n)
{
    check_problem *q = &k->problem;
    int32_t var = subject_var(k, n);
    if (n->test == MOOT_TEST_KNOWN || n->test == MOOT_TEST_UNKNOWN) {
        see_known(q, var);
    }
    if (n->test == MOOT_TEST_INSIDE || n->test == MOOT_TEST_OUTSIDE) {
        add_mark(k, 0, moot_value_of(MOOT_T_INTEGER, n->calendar, 0), 0);
    }
    if (n->spell != MOOT_SPELL_NONE) {
        q->inexact = 1;
        (void)touch_trigger(k, CHECK_TRIGGER, n->from);
        (void)touch_trigger(k, CHECK_TRIGGER, n->to);
        mark_cut(k, var, 400); /* for `any_at`: one that runs */
    }
    if (var == 0) { /* now, today: a case before, at and after each date */
        for (int32_t i = 0; i < n->count; i++) {
            const moot_operand *o = &k->p->operands[n->first + i];
            if (o->kind == MOOT_OPERAND_CONST && o->value.type == MOOT_T_DATE) {
                add_mark(k, 0, o->value, 2);
            }
            q->inexact = 1;
        }
        var = -1;
    }
    for (int32_t i = 0; i < n->count; i++) {
        see_operand(k, var, n, i, n->first + i);
    }
}

static void see_cond(moot_check *k, int32_t cond)
{
    for (int32_t i = cond; cond != MOOT_NO_COND && i < k->p->nodes[cond].next; i++) {
        if (k->p->nodes[i].kind == MOOT_COND_TEST) {
            see_test(k, &k->p->nodes[i]);
        }
    }
}

static void see_decision(moot_check *k, int32_t decision)
{
    const moot_decision *d = &k->p->decisions[decision];
    for (int32_t i = 0; i < d->rows.count; i++) {
        const moot_row *row = &k->p->rows[d->rows.first + i];
        see_cond(k, row->when);
        see_operand(k, -1, NULL, 0, row->value);
    }
}

/* ---- choices ---- */

static void add_choice(moot_check *k, check_var *v, moot_value value, int relative, int64_t lo,
                       int64_t hi)
{
    check_problem *q = &k->problem;
    if (!moot_grow((void **)&q->choices, &q->choices_cap, q->choice_count + 1,
                   sizeof *q->choices)) {
        k->no_memory = 1;
        return;
    }
    check_choice c = { value, (uint8_t)relative, lo, hi };
    q->choices[q->choice_count++] = c;
    v->count++;
}

/* The smallest cut of an input that is over `after`; 0 when there is none. */
static int next_cut(const check_problem *q, int32_t var, int64_t after, int64_t *out)
{
    int found = 0;
    for (size_t i = 0; i < q->mark_count; i++) {
        const check_mark *m = &q->marks[i];
        if (m->var == var && !m->relative && m->value.a > after && (!found || m->value.a < *out)) {
            *out = m->value.a;
            found = 1;
        }
    }
    return found;
}

/* What stands for an interval: seventeen where it can, as it is the age that protocols are about; else its near end. */
static int64_t stands_for(int born, int64_t lo, int64_t hi)
{
    if (born) {
        return lo > 17 ? lo : (hi < 17 ? hi : 17);
    }
    return lo == CHECK_OPEN_LO ? hi : lo;
}

/* The intervals between the cuts of [least, most]; an open end is told as open. */
static void add_intervals(moot_check *k, int32_t var, moot_type type, int64_t least, int64_t most)
{
    check_problem *q = &k->problem;
    check_var *v = &q->vars[var];
    int64_t lo = least, cut = 0;
    for (int more = 1; more && v->count < 64;) {
        more = next_cut(q, var, lo, &cut) && cut <= most;
        int64_t hi = more ? cut - 1 : most;
        int64_t at = stands_for(v->kind == CHECK_BORN, lo, hi);
        int64_t b = type == MOOT_T_DATE || type == MOOT_T_INSTANT ? at : 0;
        add_choice(k, v, moot_value_of(type, at, b), v->kind == CHECK_BORN,
                   lo == least ? CHECK_OPEN_LO : lo, more ? hi : CHECK_OPEN_HI);
        for (int64_t i = 1; (v->linked & 1) && i <= 2 && at <= hi - i;
             i++) { /* to compare with another's */
            add_choice(k, v, moot_value_of(type, at + i, b ? b + i : 0), 0, at + i, at + i);
        }
        q->inexact |= v->count >= 64;
        lo = more ? cut : hi;
    }
}

static int has_mark(const check_problem *q, int32_t var, int relative)
{
    for (size_t i = 0; i < q->mark_count; i++) {
        if (q->marks[i].var == var && q->marks[i].relative == relative) {
            return 1;
        }
    }
    return 0;
}

/* Dates against fixed dates are cut by those; against each other, or today, by the day of the moment. */
static void add_dates(moot_check *k, int32_t var, moot_type type)
{
    check_problem *q = &k->problem;
    check_var *v = &q->vars[var];
    int64_t unit = type == MOOT_T_INSTANT ? SECONDS_A_DAY : 1;
    int fixed = has_mark(q, var, 0), moving = has_mark(q, var, 1) || (v->linked & 1);
    if (fixed && type == MOOT_T_DATE) {
        add_intervals(k, var, type, MOOT_DAY_MIN, MOOT_DAY_MAX);
    }
    q->inexact |= type == MOOT_T_INSTANT || (fixed && moving);
    if (moving || !fixed || type == MOOT_T_INSTANT) {
        for (int64_t i = -2; i <= 2; i++) {
            if ((i > -2 && i < 2) || (v->linked & 1)) {
                add_choice(k, v, moot_value_of(type, i * unit, i * unit), 1, i * unit, i * unit);
            }
        }
    }
}

static void add_options(moot_check *k, check_var *v, const moot_fact *f)
{
    if (moot_known(f->presumed)) {
        add_choice(k, v, f->presumed, 0, 0, 0);
    }
    for (int32_t i = 0; i < f->options.count; i++) {
        int32_t symbol = moot_span_at(k->p, f->options, i);
        if (!moot_known(f->presumed) || f->presumed.a != symbol) {
            add_choice(k, v, moot_value_of((moot_type)f->type, symbol, 0), 0, 0, 0);
        }
    }
}

static void add_yesno(moot_check *k, check_var *v, const moot_fact *f)
{
    int first = moot_known(f->presumed) && f->presumed.a != 0;
    add_choice(k, v, moot_value_yesno(first), 0, 0, 0);
    add_choice(k, v, moot_value_yesno(!first), 0, 0, 0);
}

static int is_marked(const check_problem *q, int32_t var, moot_value value)
{
    for (size_t i = 0; i < q->mark_count; i++) {
        if (q->marks[i].var == var && moot_value_same(q->marks[i].value, value)) {
            return 1;
        }
    }
    return 0;
}

/* The values that tests name, and one that none of them names. */
static void add_marked(moot_check *k, int32_t var, moot_type type)
{
    check_problem *q = &k->problem;
    for (size_t i = 0; i < q->mark_count; i++) {
        if (q->marks[i].var == var && q->marks[i].value.type == type) {
            add_choice(k, &q->vars[var], q->marks[i].value, 0, 0, 0);
        }
    }
    if (type == MOOT_T_TEXT) {
        add_choice(k, &q->vars[var], moot_value_text_of("something else"), 0, 0, 0);
    }
    for (int32_t i = 1; type == MOOT_T_PARTY && i < k->p->parties_count; i++) {
        moot_value other = moot_value_of(MOOT_T_PARTY, i, 0);
        if (!is_marked(q, var, other)) {
            add_choice(k, &q->vars[var], other, 0, 0, 0);
            return;
        }
    }
}

static void add_fact_choices(moot_check *k, int32_t var)
{
    check_problem *q = &k->problem;
    check_var *v = &q->vars[var];
    const moot_fact *f = &k->p->facts[v->ref];
    switch ((moot_type)f->type) {
    case MOOT_T_YESNO:
        add_yesno(k, v, f);
        break;
    case MOOT_T_ONE_OF:
    case MOOT_T_CONSENT:
        add_options(k, v, f);
        break;
    case MOOT_T_INTEGER:
    case MOOT_T_MONEY:
        add_intervals(k, var, (moot_type)f->type, f->min, f->max);
        break;
    case MOOT_T_DATE:
    case MOOT_T_INSTANT:
        add_dates(k, var, (moot_type)f->type);
        break;
    default:
        add_marked(k, var, (moot_type)f->type);
        break;
    }
    q->inexact |= v->count == 0;
}

/* ---- the moment ---- */

static moot_instant at_ten(const moot_check *k, moot_day day)
{
    moot_instant at = k->base;
    (void)moot_instant_of(k->p->zone, day, 10 * 3600, &at, NULL);
    return at;
}

static void add_moment(moot_check *k, moot_instant at)
{
    check_problem *q = &k->problem;
    check_var *v = &q->vars[0];
    for (int32_t i = 0; i < v->count; i++) {
        if (q->choices[v->first + i].value.a == at) {
            return;
        }
    }
    add_choice(k, v, moot_value_of(MOOT_T_INSTANT, at, at), 0, at, at);
}

/* A moment of the base day's week at which a desk is open, and one at which it is shut. */
static void add_desk(moot_check *k, int32_t calendar)
{
    int found[2] = { 0, 0 };
    for (int32_t hour = 10; hour < 7 * 24 && !(found[0] && found[1]); hour++) {
        moot_instant at = at_ten(k, k->base_day) + (moot_instant)(hour - 10) * 3600;
        int open = moot_calendar_inside(k->p->calendars[calendar], at) != 0;
        if (!found[open]) {
            found[open] = 1;
            add_moment(k, at);
        }
    }
}

static void add_moments(moot_check *k)
{
    const check_problem *q = &k->problem;
    if (q->fixed_moment != MOOT_NEVER) {
        add_moment(k, q->fixed_moment);
        return;
    }
    add_moment(k, k->base);
    for (size_t i = 0; i < k->problem.mark_count; i++) {
        const check_mark m = q->marks[i];
        if (m.var != 0) {
            continue;
        }
        if (m.value.type == MOOT_T_DATE && m.value.a > MOOT_DAY_MIN + 40 &&
            m.value.a < MOOT_DAY_MAX - 40) {
            moot_day day = (moot_day)m.value.a;
            add_moment(k, at_ten(k, day));
            add_moment(k, at_ten(k, day - 1));
            if (m.relative == 2) {
                add_moment(k, at_ten(k, day + 1));
            }
        } else if (m.value.type == MOOT_T_INTEGER && m.value.a < k->p->calendars_count) {
            add_desk(k, (int32_t)m.value.a);
        }
    }
}

static void add_choices(moot_check *k, int32_t var)
{
    check_problem *q = &k->problem;
    check_var *v = &q->vars[var];
    v->first = (int32_t)q->choice_count;
    v->count = 0;
    switch ((check_var_kind)v->kind) {
    case CHECK_FACT:
        add_fact_choices(k, var);
        break;
    case CHECK_BORN:
        if (q->born_turns > 0) {
            add_choice(k, v, moot_value_of(MOOT_T_INTEGER, q->born_turns, 0), 2, q->born_turns,
                       q->born_turns);
        } else {
            add_intervals(k, var, MOOT_T_INTEGER, 0, 39);
        }
        break;
    case CHECK_MOMENT:
        add_moments(k);
        break;
    case CHECK_TIMES:
    case CHECK_HANDOVERS:
        add_intervals(k, var, MOOT_T_INTEGER, 0, 1000000);
        break;
    case CHECK_SPELLS:
        add_intervals(k, var, MOOT_T_INTEGER, 0, 9000);
        break;
    case CHECK_LEAD:
        add_marked(k, var, MOOT_T_PARTY);
        break;
    case CHECK_TONIGHT:
        add_marked(k, var, MOOT_T_TEXT);
        break;
    case CHECK_TRIGGER:
        add_choice(k, v, moot_value_of(MOOT_T_INSTANT, -SECONDS_A_DAY, 0), 1, 0, 0);
        add_choice(k, v, moot_value_of(MOOT_T_INSTANT, 0, 0), 1, 0, 0);
        break;
    }
    if ((v->linked & 2) || (q->all_eager && v->kind != CHECK_MOMENT)) {
        add_choice(k, v, moot_unknown(), 0, 0, 0);
    }
}

/* ---- the problem ---- */

void check_begin(moot_check *k)
{
    check_problem *q = &k->problem;
    q->var_count = q->want_count = q->eager_count = 0;
    q->choice_count = q->mark_count = 0;
    q->derived_count = q->todo_count = 0;
    q->too_big = q->inexact = q->all_eager = q->turns = 0;
    q->born_turns = 0;
    q->born_after = 0;
    q->looked = 0;
    q->depth = 0;
    q->plan = NULL;
    q->fixed_moment = MOOT_NEVER;
    q->plan_wants = q->target_count = 0;
    memset(q->decision_seen, 0, (size_t)k->p->decisions_count + 1);
    memset(q->trigger_seen, 0, (size_t)k->p->triggers_count + 1);
    memset(q->facts.values, 0, (size_t)(k->p->facts_count + 1) * sizeof *q->facts.values);
    memset(q->trigger_count, 0, (size_t)(k->p->triggers_count + 1) * sizeof *q->trigger_count);
    for (int32_t i = 0; i < k->p->triggers_count; i++) {
        q->trigger_last[i] = moot_when_at(MOOT_NEVER);
    }
    q->facts.spell_count = 0;
    q->facts.handovers = 0;
    q->facts.lead = -1;
    q->facts.night = MOOT_NOT_RECORDED;
    q->facts.night_place = NULL;
    (void)add_var(q, CHECK_MOMENT, 0);
}

void check_want_(moot_check *k, int32_t cond, moot_tri answer, int64_t after)
{
    check_problem *q = &k->problem;
    if (cond == MOOT_NO_COND && answer == MOOT_TRUE) {
        return;
    }
    if (q->want_count >= CHECK_WANTS_MOST) {
        q->too_big = 1;
        return;
    }
    check_want w = { cond, (uint8_t)answer, after };
    q->wants[q->want_count++] = w;
}

void check_want_plan(moot_check *k, const check_plan *plan)
{
    check_problem *q = &k->problem;
    for (int32_t i = 0; i < plan->want_count; i++) {
        check_want_(k, plan->wants[i].cond, (moot_tri)plan->wants[i].answer, plan->wants[i].after);
    }
    q->plan = plan;
    q->plan_wants = q->want_count;
    q->born_turns = plan->born_turns;
    q->born_after = plan->born_after;
    if (plan->born_turns > 0) {
        int32_t born = add_var(q, CHECK_BORN, 0);
        if (born >= 0) {
            q->vars[born].eager = 1; /* the birthday comes then, whether or not a condition asks */
        }
    }
}

void check_ready(moot_check *k)
{
    check_problem *q = &k->problem;
    int32_t plan = q->plan ? q->plan_wants : 0, seen = 0;
    check_spend(k, 20);
    for (int32_t i = 0; i < q->want_count; i++) { /* what is asked first, then what leads there */
        int32_t want = (i + plan) % q->want_count;
        q->target_count = want == 0 && plan > 0 ? q->var_count : q->target_count;
        see_cond(k, q->wants[want].cond);
        for (; seen < q->todo_count; seen++) {
            see_decision(k, q->todo[seen]);
        }
    }
    q->target_count = plan == 0 ? q->var_count : q->target_count;
    for (int32_t i = 0; i < k->p->decisions_count; i++) {
        if (q->decision_seen[k->rank[i]]) {
            q->derived[q->derived_count++] = k->rank[i];
        }
    }
    for (int32_t i = 0; i < q->var_count && !check_stopped(k); i++) {
        q->vars[i].eager |= (uint8_t)q->all_eager;
        add_choices(k, i);
    }
    int32_t n = 0;
    for (int eager = 1; eager >= 0; eager--) {
        for (int32_t i = 0; i < q->var_count; i++) {
            if ((q->vars[i].eager != 0) == eager) {
                q->order[n++] = i;
            }
        }
        q->eager_count = eager ? n : q->eager_count;
    }
    check_read_ready(k);
}
