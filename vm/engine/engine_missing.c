#include "vm/engine/engine_internal.h"

/* Which facts a condition that cannot be told waits for: those of its tests that are unknown, and of a derived fact those from
 * which it is derived. */

/* What a moment waits for that a condition reads: a birth or a date, as far as they alone could say when it is. A condition
 * reads the applicant's. Groups nest as deep as the script wrote them, at most MOOT_COND_DEPTH: the compiler holds that. */
static void miss_trigger(missing *m, int32_t trigger)
{
    const moot_protocol *p = m->e->p;
    const moot_facts *f = &m->e->c->facts;
    const moot_trigger *t = &p->triggers[trigger];
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_TURNS:
        if (p->dob_fact >= 0 && !moot_known(f->values[p->dob_fact])) {
            missing_fact(m, p->dob_fact, -1);
        }
        break;
    case MOOT_ON_DATE:
        if (!moot_known(moot_fact_value(&p->rules, f, t->ref, -1, NULL))) {
            missing_fact(m, t->ref, -1);
        }
        break;
    case MOOT_ON_ANY: case MOOT_ON_ALL:
        for (int32_t i = 0; i < t->children.count; i++) {
            miss_trigger(m, moot_span_at(p, t->children, i));
        }
        break;
    default: break; /* what has not happened yet is no fact that somebody could be asked for */
    }
}

static void miss_moment(missing *m, int32_t root)
{
    if (root >= 0 && m->e->c->facts.trigger_last[root].lo == MOOT_NEVER) {
        miss_trigger(m, root);
    }
}

static void miss_operand(missing *m, int32_t operand, int32_t child)
{
    const moot_operand *o = &m->e->p->operands[operand];
    if (o->kind == MOOT_OPERAND_TRIGGER) {
        miss_moment(m, o->ref);
    } else if (!moot_known(moot_operand_value(&m->e->p->rules, &m->e->c->facts, operand, child))) {
        if (o->kind == MOOT_OPERAND_FACT) {
            missing_fact(m, o->ref, child);
        } else if (o->kind == MOOT_OPERAND_AGE) {
            missing_fact(m, m->e->p->dob_fact, child);
        }
    }
}

static void miss_read(void *user, int32_t node, int32_t child, moot_value seen, int presumed, moot_tri verdict)
{
    missing *m = user;
    const moot_cond_node *n = &m->e->p->nodes[node];
    (void)seen;
    (void)presumed;
    if (verdict != MOOT_UNKNOWN) {
        /* "known" is answered; but were the fact known, that row of the decision would have been another. */
        if (m->depth > 0 && n->subject == MOOT_SUBJECT_FACT && n->test == MOOT_TEST_KNOWN && !moot_known(seen)) {
            missing_fact(m, n->ref, child);
        }
        return;
    }
    int before = m->found;
    for (int32_t i = 0; i < n->count; i++) {
        miss_operand(m, n->first + i, child);
    }
    if (n->spell != MOOT_SPELL_NONE) {
        miss_moment(m, n->from);
        miss_moment(m, n->to);
    }
    if (n->subject == MOOT_SUBJECT_AGE && (m->found == before || !moot_known(seen))) {
        missing_fact(m, m->e->p->dob_fact, child);
    } else if (n->subject == MOOT_SUBJECT_FACT && (m->found == before || (n->spell == MOOT_SPELL_NONE && !moot_known(seen)))) {
        missing_fact(m, n->ref, child);
    }
}

static void miss_inputs(missing *m, const moot_helper *h, int32_t child)
{
    m->depth++;
    for (int32_t i = 0; i < h->inputs.count; i++) {
        if (helper_waits_for(m->e, h, i, child)) {
            missing_fact(m, moot_span_at(m->e->p, h->inputs, i), child);
        }
    }
    m->depth--;
}

void missing_fact(missing *m, int32_t fact, int32_t child)
{
    const moot_protocol *p = m->e->p;
    if (fact < 0) {
        return;
    }
    int32_t whose = p->facts[fact].per_child || fact == p->dob_fact ? child : -1; /* each child has a birth of its own */
    if (p->facts[fact].decision >= 0 && m->depth < MISSING_DEPTH) { /* a derived fact misses what it is derived from */
        const moot_decision *d = &p->decisions[p->facts[fact].decision];
        int before = m->found;
        m->depth++;
        for (int32_t i = 0; i < d->rows.count; i++) {
            const moot_row *row = &p->rows[d->rows.first + i];
            if (moot_cond_explain(&p->rules, &m->e->c->facts, row->when, child, miss_read, m) == MOOT_TRUE) {
                miss_operand(m, row->value, child); /* the row holds, and what it gives is not known */
            }
        }
        m->depth--;
        if (m->found > before) {
            return;
        }
    }
    int32_t helper = m->depth < MISSING_DEPTH && p->helpers_count > 0 ? moot_helper_of(p, fact) : -1;
    if (helper >= 0) {
        int before = m->found;
        miss_inputs(m, &p->helpers[helper], child);
        if (m->found > before) {
            return;
        }
    }
    m->found++;
    for (int i = 0; i < m->count; i++) {
        if (m->fact[i] == fact && m->child[i] == whose) {
            return;
        }
    }
    if (m->count < MISSING_MAX) {
        m->fact[m->count] = fact;
        m->child[m->count++] = whose;
    }
}

missing missing_of(const moot_engine *e, int32_t cond, int32_t child)
{
    missing m = { e, { 0 }, { 0 }, 0, 0, 0 };
    (void)moot_cond_explain(&e->p->rules, &e->c->facts, cond, child, miss_read, &m);
    return m;
}
