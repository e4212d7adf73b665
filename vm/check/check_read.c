/* Reads the wanted conditions in a cell.
 *
 * From one cell to the next one or two inputs change, and most of what the conditions read does not. So each answer and
 * each derived fact is kept with what it hangs on: it is read again only when an input that it names has changed, or a
 * decision that it names gives something else now. What the law says, and whatever is counted from the moment, hangs on
 * the moment, which is input 0. */
#include <string.h>

#include "vm/check/check_internal.h"

#define ALL_OF_THEM UINT64_MAX
#define BIT(i) ((i) < 64 ? (uint64_t)1 << (i) : ALL_OF_THEM) /* beyond what fits: all */

/* ---- who reads what ---- */

static void add_var(const moot_check *k, check_var_kind kind, int32_t ref, check_reads *out)
{
    const check_problem *q = &k->problem;
    int by_trigger = kind == CHECK_TIMES || kind == CHECK_TRIGGER;
    for (int32_t i = 0; i < q->var_count; i++) {
        const check_var *v = &q->vars[i];
        if (v->kind == kind && (by_trigger ? check_same_trigger(k->p, v->ref, ref) : v->ref == ref)) {
            out->own_inputs |= BIT(i);
        }
    }
}

static void add_trigger(const moot_check *k, check_var_kind kind, int32_t trigger, check_reads *out)
{
    if (trigger >= 0 && kind == CHECK_TRIGGER && k->p->triggers[trigger].kind == MOOT_ON_TURNS) {
        add_var(k, CHECK_BORN, 0, out);
    }
    if (trigger >= 0) {
        add_var(k, kind, trigger, out);
    }
}

static void add_fact(const moot_check *k, int32_t fact, check_reads *out)
{
    int32_t decision = k->p->facts[fact].decision;
    if (decision >= 0 && k->problem.decision_seen[decision]) { /* of a lower rank, so complete */
        const check_reads *its = &k->problem.reads[decision];
        out->inputs |= its->inputs;
        out->decisions |= its->decisions;
        out->own_decisions |= its->self;
    } else if (decision >= 0) {
        return; /* nothing reads its rows, so it stays unknown */
    } else if (fact == k->p->dob_fact) {
        add_var(k, CHECK_BORN, 0, out);
    } else {
        add_var(k, k->p->facts[fact].type == MOOT_T_SPELLS ? CHECK_SPELLS : CHECK_FACT, fact, out);
    }
}

static void add_operand(const moot_check *k, int32_t operand, check_reads *out)
{
    const moot_operand *o = &k->p->operands[operand];
    switch ((moot_operand_kind)o->kind) {
    case MOOT_OPERAND_FACT:
        add_fact(k, o->ref, out);
        break;
    case MOOT_OPERAND_TRIGGER:
        add_trigger(k, CHECK_TRIGGER, o->ref, out);
        break;
    case MOOT_OPERAND_AGE:
        add_var(k, CHECK_BORN, 0, out);
        break;
    case MOOT_OPERAND_CONST:
    case MOOT_OPERAND_PARAM:
    case MOOT_OPERAND_NOW:
    case MOOT_OPERAND_TODAY:
        break; /* the moment alone */
    }
}

static void add_subject(const moot_check *k, const moot_cond_node *n, check_reads *out)
{
    switch ((moot_subject)n->subject) {
    case MOOT_SUBJECT_FACT:
        add_fact(k, n->ref, out);
        break;
    case MOOT_SUBJECT_AGE:
        add_var(k, CHECK_BORN, 0, out);
        break;
    case MOOT_SUBJECT_TONIGHT:
        add_var(k, CHECK_TONIGHT, 0, out);
        break;
    case MOOT_SUBJECT_LEAD:
        add_var(k, CHECK_LEAD, 0, out);
        break;
    case MOOT_SUBJECT_HANDOVERS:
        add_var(k, CHECK_HANDOVERS, 0, out);
        break;
    case MOOT_SUBJECT_TIMES:
        add_trigger(k, CHECK_TIMES, n->ref, out);
        break;
    case MOOT_SUBJECT_NOW:
    case MOOT_SUBJECT_TODAY:
    case MOOT_SUBJECT_LAW:
        break;
    }
}

static void add_spells(const moot_check *k, const moot_cond_node *n, check_reads *out)
{
    add_trigger(k, CHECK_TRIGGER, n->from, out);
    add_trigger(k, CHECK_TRIGGER, n->to, out);
    if ((n->spells.which & MOOT_SPELL_LASTING) != 0) {
        add_operand(k, n->spells.lasting, out);
    }
    if ((n->spells.which & MOOT_SPELL_FOLLOWS) != 0) {
        add_fact(k, n->spells.follows, out);
    }
    if ((n->spells.which & MOOT_SPELL_TOGETHER) != 0) {
        add_fact(k, n->spells.together, out);
    }
}

static void add_cond(const moot_check *k, int32_t cond, check_reads *out)
{
    for (int32_t i = cond; cond != MOOT_NO_COND && i < k->p->nodes[cond].next; i++) {
        const moot_cond_node *n = &k->p->nodes[i];
        if (n->kind != MOOT_COND_TEST) {
            continue;
        }
        add_subject(k, n, out);
        if (n->spell != MOOT_SPELL_NONE) {
            add_spells(k, n, out);
        }
        for (int32_t o = 0; o < n->count; o++) {
            add_operand(k, n->first + o, out);
        }
    }
}

static void see_decision(moot_check *k, int32_t place)
{
    check_problem *q = &k->problem;
    const moot_decision *d = &k->p->decisions[q->derived[place]];
    check_reads all = { .own_inputs = BIT(0) };
    for (int32_t i = 0; i < d->rows.count; i++) {
        const moot_row *row = &k->p->rows[d->rows.first + i];
        add_cond(k, row->when, &all);
        add_operand(k, row->value, &all);
    }
    all.inputs |= all.own_inputs;
    all.self = BIT(place);
    all.decisions |= all.self;
    q->reads[q->derived[place]] = all;
}

/* Wants at one moment stand side by side; each such stretch has its own values of decisions. */
static int begins_stretch(const check_problem *q, int32_t want)
{
    return want == 0 || q->wants[want].after != q->wants[want - 1].after;
}

void check_read_ready(moot_check *k)
{
    check_problem *q = &k->problem;
    q->changed = ALL_OF_THEM; /* nothing was read yet */
    q->memo_count = 0;
    for (int32_t i = 0; i < q->derived_count; i++) {
        see_decision(k, i);
    }
    for (int32_t i = 0; i < q->want_count; i++) {
        check_reads all = { .own_inputs = BIT(0) };
        add_cond(k, q->wants[i].cond, &all);
        all.inputs |= all.own_inputs;
        q->want_reads[i] = all;
        q->memo_count += begins_stretch(q, i) ? (size_t)q->derived_count : 0;
    }
    if (!moot_grow((void **)&q->memo, &q->memo_cap, q->memo_count + 1, sizeof *q->memo)) {
        k->no_memory = 1;
        return;
    }
    memset(q->memo, 0, q->memo_count * sizeof *q->memo);
    memset(q->want_memo, 0, (size_t)q->want_count * sizeof *q->want_memo);
}

/* ---- derived facts, as the engine derives them ---- */

static int64_t option_bit(const moot_check *k, int32_t fact, moot_value v)
{
    const moot_fact *f = &k->p->facts[fact];
    for (int32_t i = 0; i < f->options.count && i < 63; i++) {
        if (moot_span_at(k->p, f->options, i) == v.a) {
            return (int64_t)1 << i;
        }
    }
    return 0;
}

static moot_value derive(const moot_check *k, const moot_decision *d)
{
    const moot_facts *f = &k->problem.facts;
    moot_value out = d->hit == MOOT_HIT_COLLECT ? moot_value_of(MOOT_T_SET, 0, 0) : moot_unknown();
    for (int32_t i = 0; i < d->rows.count; i++) {
        const moot_row *row = &k->p->rows[d->rows.first + i];
        moot_tri t = moot_cond_eval(&k->rules, f, row->when, -1);
        if (t == MOOT_UNKNOWN && d->hit != MOOT_HIT_UNIQUE) {
            return moot_unknown();
        }
        if (t != MOOT_TRUE) {
            continue;
        }
        moot_value v = moot_operand_value(&k->rules, f, row->value, -1);
        if (d->hit != MOOT_HIT_COLLECT) {
            return v;
        }
        out.a |= option_bit(k, d->fact, v);
    }
    return out;
}

static int same(moot_value a, moot_value b)
{
    return a.type == b.type && a.a == b.a && a.b == b.b && a.text == b.text;
}

/* ---- the wants ---- */

static int is_stale(const check_memo *memo, const check_reads *reads)
{
    return (memo->inputs & reads->own_inputs) != 0 || (memo->decisions & reads->own_decisions) != 0;
}

static void make_fresh(check_memo *memo)
{
    memo->inputs = memo->decisions = 0;
}

/* A stretch of wants at one moment, with its values of decisions. */
typedef struct stretch {
    int32_t first, end;
    check_memo *memo;
} stretch;

/* Tells what stands behind a decision that it gives something else now. */
static void decision_changed(check_problem *q, const stretch *s, int32_t place)
{
    for (int32_t i = place + 1; i < q->derived_count; i++) {
        s->memo[i].decisions |= BIT(place);
    }
    for (int32_t i = s->first; i < s->end; i++) {
        q->want_memo[i].decisions |= BIT(place);
    }
}

/* Puts what a want reads of decisions into the facts. */
static void derive_for(moot_check *k, int32_t want, const stretch *s)
{
    check_problem *q = &k->problem;
    for (int32_t i = 0; i < q->derived_count; i++) {
        const moot_decision *d = &k->p->decisions[q->derived[i]];
        check_memo *memo = &s->memo[i];
        if ((q->want_reads[want].decisions & BIT(i)) == 0) {
            continue;
        }
        if (is_stale(memo, &q->reads[q->derived[i]])) {
            moot_value now = derive(k, d);
            if (!same(now, memo->value)) {
                decision_changed(q, s, i);
            }
            memo->value = now;
        }
        make_fresh(memo);
        q->facts.values[d->fact] = memo->value;
    }
}

static moot_tri answer(moot_check *k, int32_t want, const stretch *s)
{
    check_problem *q = &k->problem;
    check_memo *memo = &q->want_memo[want];
    const check_reads *reads = &q->want_reads[want];
    if ((memo->inputs & reads->inputs) != 0) {
        derive_for(k, want, s);
        if (is_stale(memo, reads)) {
            memo->answer = (uint8_t)moot_cond_eval(&k->rules, &q->facts, q->wants[want].cond, -1);
        }
        make_fresh(memo);
    }
    return (moot_tri)memo->answer;
}

static void make_stale(check_problem *q)
{
    for (int32_t i = 0; i < q->want_count; i++) {
        q->want_memo[i].inputs |= q->changed;
    }
    for (size_t i = 0; i < q->memo_count; i++) {
        q->memo[i].inputs |= q->changed;
    }
    q->changed = 0;
}

/* On to the stretch that begins with a want: its moment. */
static void begin_stretch(moot_check *k, int32_t want, stretch *s)
{
    check_problem *q = &k->problem;
    moot_instant at = q->moment + q->wants[want].after;
    s->memo += want > 0 ? q->derived_count : 0;
    s->first = want;
    for (s->end = want + 1; s->end < q->want_count && !begins_stretch(q, s->end); s->end++) {
    }
    q->facts.now = moot_when_at(at);
    q->facts.law_day = moot_day_at(k->p->zone, at);
}

check_state check_read(moot_check *k)
{
    check_problem *q = &k->problem;
    stretch s = { 0, 0, q->memo };
    check_state so_far = CHECK_HOLDS;
    int all = q->depth == q->var_count;
    make_stale(q);
    for (int32_t i = 0; i < q->want_count; i++) {
        const check_want *w = &q->wants[i];
        if (begins_stretch(q, i)) {
            begin_stretch(k, i, &s);
        }
        moot_tri t = answer(k, i, &s);
        if (w->answer == MOOT_UNKNOWN ? t != MOOT_UNKNOWN
                                      : (t != w->answer && (t != MOOT_UNKNOWN || all))) {
            return CHECK_EXCLUDED;
        }
        if (t != w->answer || (w->answer == MOOT_UNKNOWN && !all)) {
            so_far = CHECK_OPEN;
        }
    }
    return so_far;
}
