/* What large questions came to, kept for the next check.
 *
 * A variant asks nearly all that its baseline asks, and a script after a save nearly all that it asked before; what takes
 * time is the few hundred questions that walk thousands of cells and find none. Each of those is known by all that its walk
 * reads: the inputs and their choices, the conditions that are wanted, the tables that derive, down to the figures. Inputs,
 * derived facts and triggers are named by their place in the question, never by their row in a table of the protocol, for
 * rows move with each line that is added above. What is left out changes no walk: names, lines, clauses.
 *
 * A walk that comes to a cell is never kept: its cases are run again, since what the engine makes of them hangs on all of
 * the protocol. */
#include <string.h>

#include "vm/base/hash.h"
#include "vm/base/names.h"
#include "vm/check/check_internal.h"

#define KEPT_MOST 50000 /* questions; then all are forgotten */
#define DERIVED_FROM 1000 /* places of derived facts, behind those of inputs */

typedef struct kept_answer {
    moot_instant moment; /* at the end of the walk */
    int32_t looked;
    uint8_t answer; /* check_answer: NONE or CUT */
} kept_answer;

struct moot_check_kept {
    moot_names keys;
    kept_answer *answers; /* by the number of the key */
    size_t cap;
    moot_buf key; /* of the question in hand */
};

moot_check_kept *moot_check_kept_new(void)
{
    moot_check_kept *kept = moot_calloc(1, sizeof *kept);
    if (kept) {
        moot_names_init(&kept->keys);
        moot_buf_init(&kept->key);
    }
    return kept;
}

void moot_check_kept_free(moot_check_kept *kept)
{
    if (!kept) {
        return;
    }
    moot_names_done(&kept->keys);
    moot_buf_done(&kept->key);
    moot_free(kept->answers);
    moot_free(kept);
}

/* ---- all that a walk reads ---- */

static void put(moot_check *k, int64_t value)
{
    moot_buf_add(&k->options.kept->key, (const char *)&value, sizeof value);
}

static void put_text(moot_check *k, const char *text)
{
    size_t len = text ? strlen(text) : 0;
    put(k, text ? (int64_t)len : -1);
    moot_buf_add(&k->options.kept->key, text ? text : "", len);
}

static void put_value(moot_check *k, const moot_value *v)
{
    put(k, v->type);
    put(k, v->a);
    put(k, v->b);
    put_text(k, v->type == MOOT_T_TEXT ? v->text : NULL);
}

static void put_param(moot_check *k, int32_t param)
{
    int32_t first = k->rules.param_first[param], end = k->rules.param_first[param + 1];
    put(k, end - first);
    for (int32_t i = first; i < end; i++) {
        put(k, k->rules.steps[i].from);
        put(k, k->rules.steps[i].of_law);
        put_value(k, &k->rules.steps[i].value);
    }
}

/* The input that a fact is, or its place among what is derived; -1: neither, and it stays unknown. */
static int32_t place_of_fact(const moot_check *k, int32_t fact)
{
    const check_problem *q = &k->problem;
    int32_t decision = fact >= 0 ? k->p->facts[fact].decision : -1;
    for (int32_t i = 0; fact >= 0 && i < q->var_count; i++) {
        const check_var *v = &q->vars[i];
        if (v->kind == CHECK_BORN ? fact == k->p->dob_fact
                                  : (v->kind == CHECK_FACT || v->kind == CHECK_SPELLS) && v->ref == fact) {
            return i;
        }
    }
    for (int32_t i = 0; decision >= 0 && i < q->derived_count; i++) {
        if (q->derived[i] == decision) {
            return DERIVED_FROM + i;
        }
    }
    return -1;
}

static int32_t place_of_trigger(const moot_check *k, check_var_kind kind, int32_t trigger)
{
    const check_problem *q = &k->problem;
    for (int32_t i = 0; i < q->var_count; i++) {
        if (q->vars[i].kind == kind && check_same_trigger(k->p, q->vars[i].ref, trigger)) {
            return i;
        }
    }
    return -1;
}

/* What is simple about an operand; what a trigger is has operands of its own. */
static void put_figure(moot_check *k, int32_t operand)
{
    const moot_operand *o = &k->p->operands[operand];
    put(k, o->kind);
    if (o->kind == MOOT_OPERAND_CONST) {
        put_value(k, &o->value);
    } else if (o->kind == MOOT_OPERAND_PARAM) {
        put_param(k, o->ref);
    } else if (o->kind == MOOT_OPERAND_FACT) {
        put(k, place_of_fact(k, o->ref));
    }
}

/* Only a birthday is worked out from what the trigger says; any other is an input. */
static void put_trigger(moot_check *k, int32_t trigger)
{
    const moot_trigger *t = trigger >= 0 ? &k->p->triggers[trigger] : NULL;
    put(k, t ? t->kind : -1);
    if (!t) {
        return;
    }
    put(k, t->use);
    put(k, place_of_trigger(k, CHECK_TIMES, trigger));
    put(k, place_of_trigger(k, CHECK_TRIGGER, trigger));
    if (t->kind != MOOT_ON_TURNS) {
        return;
    }
    put(k, t->param >= 0 ? -1 : t->ref);
    if (t->param >= 0) {
        put_param(k, t->param);
    }
    put(k, t->shifts.count);
    for (int32_t i = 0; i < t->shifts.count; i++) {
        const moot_shift *s = &k->p->shifts[t->shifts.first + i];
        put(k, s->sign);
        put(k, s->counting);
        put_figure(k, s->operand);
    }
}

static void put_operand(moot_check *k, int32_t operand)
{
    const moot_operand *o = &k->p->operands[operand];
    put_figure(k, operand);
    if (o->kind == MOOT_OPERAND_TRIGGER) {
        put_trigger(k, o->ref);
    }
}

static void put_spells(moot_check *k, const moot_cond_node *n)
{
    put_trigger(k, n->from);
    put_trigger(k, n->to);
    put(k, n->spells.which);
    put(k, n->spells.longer);
    if ((n->spells.which & MOOT_SPELL_LASTING) != 0) {
        put_operand(k, n->spells.lasting);
    }
    put(k, (n->spells.which & MOOT_SPELL_FOLLOWS) != 0 ? place_of_fact(k, n->spells.follows) : -1);
    put(k, (n->spells.which & MOOT_SPELL_TOGETHER) != 0 ? place_of_fact(k, n->spells.together) : -1);
}

static void put_test(moot_check *k, const moot_cond_node *n)
{
    put(k, n->subject);
    put(k, n->test);
    put(k, n->spell);
    if (n->subject == MOOT_SUBJECT_FACT) {
        put(k, place_of_fact(k, n->ref));
    } else if (n->subject == MOOT_SUBJECT_TIMES) {
        put_trigger(k, n->ref);
    }
    if (n->test == MOOT_TEST_INSIDE || n->test == MOOT_TEST_OUTSIDE) {
        put(k, (int64_t)moot_calendar_digest(k->p->calendars[n->calendar]));
    }
    if (n->spell != MOOT_SPELL_NONE) {
        put_spells(k, n);
    }
    put(k, n->count);
    for (int32_t i = 0; i < n->count; i++) {
        put_operand(k, n->first + i);
    }
}

static void put_cond(moot_check *k, int32_t cond)
{
    int32_t end = cond == MOOT_NO_COND ? cond : k->p->nodes[cond].next;
    put(k, end - cond);
    for (int32_t i = cond; i < end; i++) {
        const moot_cond_node *n = &k->p->nodes[i];
        put(k, n->kind);
        put(k, n->next - i);
        if (n->kind == MOOT_COND_TEST) {
            put_test(k, n);
        }
    }
}

static void put_decision(moot_check *k, const moot_decision *d)
{
    const moot_fact *f = &k->p->facts[d->fact];
    put(k, d->hit);
    put(k, f->type);
    put(k, f->per_child);
    put(k, f->options.count);
    for (int32_t i = 0; i < f->options.count; i++) {
        put(k, moot_span_at(k->p, f->options, i));
    }
    put(k, d->rows.count);
    for (int32_t i = 0; i < d->rows.count; i++) {
        const moot_row *row = &k->p->rows[d->rows.first + i];
        put_cond(k, row->when);
        put_operand(k, row->value);
    }
}

static void put_var(moot_check *k, const check_var *v)
{
    int is_fact = v->kind == CHECK_FACT || v->kind == CHECK_SPELLS;
    put(k, v->kind);
    put(k, v->eager);
    put(k, is_fact ? k->rules.facts[v->ref].type : 0);
    put(k, is_fact ? k->rules.facts[v->ref].per_child : 0);
    put(k, v->count);
    for (int32_t i = 0; i < v->count; i++) {
        const check_choice *c = &k->problem.choices[v->first + i];
        put(k, c->relative);
        put_value(k, &c->value);
    }
}

static void put_problem(moot_check *k)
{
    const check_problem *q = &k->problem;
    moot_buf_clear(&k->options.kept->key);
    put(k, (int64_t)moot_zone_digest(k->p->zone));
    put(k, (int64_t)moot_calendar_digest(k->p->calendars[0]));
    put(k, k->base);
    put(k, check_cells_of_one(k));
    put(k, k->p->dob_fact >= 0);
    put(k, q->turns);
    put(k, q->born_after);
    put(k, q->var_count);
    for (int32_t i = 0; i < q->var_count; i++) {
        put_var(k, &q->vars[i]);
    }
    put(k, q->derived_count);
    for (int32_t i = 0; i < q->derived_count; i++) {
        put_decision(k, &k->p->decisions[q->derived[i]]);
    }
    put(k, q->want_count);
    for (int32_t i = 0; i < q->want_count; i++) {
        put(k, q->wants[i].answer);
        put(k, q->wants[i].after);
        put_cond(k, q->wants[i].cond);
    }
}

/* ---- the walk ---- */

int check_kept_find(moot_check *k, int64_t cost, char out_key[65], check_answer *out_answer)
{
    moot_check_kept *kept = k->options.kept;
    if (!kept) {
        return 0;
    }
    put_problem(k);
    if (!moot_buf_ok(&kept->key)) {
        k->no_memory = 1;
        return 0;
    }
    moot_hash_bytes(kept->key.text, kept->key.len, out_key);
    int id = moot_names_find(&kept->keys, out_key);
    int64_t more = id >= 0 ? kept->answers[id].looked - k->problem.looked : 0;
    if (id < 0 || more * cost > check_work_left(k)) { /* else this walk would not come to its end */
        return 0;
    }
    k->problem.looked += (int32_t)more;
    k->problem.moment = kept->answers[id].moment;
    k->cells += more;
    k->spared += more;
    check_spend(k, more * cost);
    *out_answer = (check_answer)kept->answers[id].answer;
    return 1;
}

void check_kept_add(moot_check *k, const char *key, check_answer answer)
{
    moot_check_kept *kept = k->options.kept;
    if (kept->keys.count >= KEPT_MOST) {
        moot_names_clear(&kept->keys);
    }
    if (!moot_grow((void **)&kept->answers, &kept->cap, kept->keys.count + 1, sizeof *kept->answers)) {
        k->no_memory = 1;
        return;
    }
    int id = moot_names_add(&kept->keys, key);
    if (id < 0) {
        k->no_memory = 1;
        return;
    }
    kept->answers[id] = (kept_answer){ k->problem.moment, k->problem.looked, (uint8_t)answer };
}
