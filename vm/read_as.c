#include "vm/read_as.h"

#include <string.h>

/* ---- rules ---- */

static void mark(int32_t reading, uint8_t *marks)
{
    if (reading >= 0) {
        marks[reading] = 1;
    }
}

void moot_read_as_operand(const moot_protocol *p, int32_t operand, uint8_t *marks)
{
    if (operand >= 0) {
        mark(p->operands[operand].reading, marks);
    }
}

void moot_read_as_trigger(const moot_protocol *p, int32_t trigger, uint8_t *marks)
{
    if (trigger < 0) {
        return;
    }
    const moot_trigger *t = &p->triggers[trigger];
    mark(t->reading, marks);
    for (int32_t i = 0; i < t->shifts.count; i++) {
        const moot_shift *shift = &p->shifts[t->shifts.first + i];
        moot_read_as_operand(p, shift->operand, marks);
        mark(shift->counting_reading, marks);
    }
    for (int32_t i = 0; i < t->children.count; i++) {
        moot_read_as_trigger(p, moot_span_at(p, t->children, i), marks);
    }
}

void moot_read_as_clock(const moot_protocol *p, int32_t clock, uint8_t *marks)
{
    const moot_clock_rule *r = &p->clocks[clock];
    const int32_t triggers[] = { r->from, r->by, r->not_before, r->ends, r->met_by };
    for (size_t i = 0; i < MOOT_COUNT(triggers); i++) {
        moot_read_as_trigger(p, triggers[i], marks);
    }
    moot_read_as_operand(p, r->within, marks);
    moot_read_as_operand(p, r->every, marks);
    mark(r->counting_reading, marks);
    mark(r->undated_reading, marks);
    mark(r->owner.reading, marks);
}

void moot_read_as_outcome(const moot_protocol *p, int32_t outcome, uint8_t *marks)
{
    const moot_outcome *o = &p->outcomes[outcome];
    moot_read_as_trigger(p, o->on, marks);
    moot_read_as_operand(p, o->after, marks);
    mark(o->counting_reading, marks);
}

/* ---- entries ---- */

/* Facts that are still to be followed to what they were derived by; each once. */
typedef struct way {
    const moot_case *c;
    const moot_protocol *p;
    uint8_t *marks, *seen;
    int32_t *facts, *children;
    int32_t count;
} way;

static void follow(way *w, int32_t fact, int32_t child)
{
    if (fact >= 0 && !w->seen[fact] && w->p->facts[fact].decision >= 0) {
        w->seen[fact] = 1;
        w->facts[w->count] = fact;
        w->children[w->count++] = w->p->facts[fact].per_child ? child : -1;
    }
}

static void test(way *w, int32_t node, int32_t child)
{
    const moot_cond_node *n = &w->p->nodes[node];
    if (n->kind != MOOT_COND_TEST) {
        return;
    }
    for (int32_t i = 0; i < n->count; i++) {
        moot_read_as_operand(w->p, n->first + i, w->marks);
    }
    if (n->subject == MOOT_SUBJECT_FACT) {
        follow(w, n->ref, child);
    }
}

/* Of `first` the rows before were read as well, and did not hold. */
static void rows(way *w, const moot_entry *derived)
{
    const moot_decision *d = &w->p->decisions[w->p->facts[derived->ref].decision];
    int32_t from = d->hit == MOOT_HIT_FIRST ? d->rows.first : derived->ref2;
    for (int32_t i = derived->ref2 < 0 ? 0 : from; i <= derived->ref2; i++) {
        int32_t when = w->p->rows[i].when;
        for (int32_t n = when; n >= 0 && n < w->p->nodes[when].next; n++) {
            test(w, n, derived->child);
        }
    }
    if (derived->ref2 >= 0) {
        moot_read_as_operand(w->p, w->p->rows[derived->ref2].value, w->marks);
    }
}

/* The entry that last derived a fact before another. */
static const moot_entry *derivation(const moot_case *c, int32_t fact, int32_t child, int32_t before)
{
    for (int32_t i = before - 1; i-- > 0;) {
        const moot_entry *e = &c->log[i];
        if (e->what == MOOT_LOG_DERIVED && e->ref == fact && (e->child == child || e->child < 0) &&
            !moot_case_superseded(c, e->n)) {
            return e;
        }
    }
    return NULL;
}

static void own_rule(way *w, const moot_entry *e)
{
    const moot_protocol *p = w->p;
    switch ((moot_what)e->what) {
    case MOOT_LOG_CLOCK:
    case MOOT_LOG_MOVED:
    case MOOT_LOG_VERDICT:
        moot_read_as_clock(p, e->ref, w->marks);
        break;
    case MOOT_LOG_ENTER:
        moot_read_as_trigger(p, p->stages[e->ref].on, w->marks);
        mark(p->stages[e->ref].owner.reading, w->marks);
        break;
    case MOOT_LOG_LEAVE:
        if (e->ref2 >= 0) {
            moot_read_as_outcome(p, e->ref2, w->marks);
        }
        break;
    case MOOT_LOG_COUNTED:
        moot_read_as_trigger(p, p->measures[e->ref].count, w->marks);
        break;
    case MOOT_LOG_DERIVED:
        rows(w, e);
        break;
    default:
        break;
    }
}

moot_code moot_read_as_entry(const moot_case *c, const moot_entry *entry, moot_arena *arena, uint8_t *marks,
                             moot_err *err)
{
    const moot_protocol *p = c->protocol;
    way w = { .c = c, .p = p, .marks = marks };
    size_t facts = (size_t)p->facts_count + 1;
    w.seen = moot_arena_array(arena, facts, 1);
    w.facts = moot_arena_array(arena, facts, sizeof *w.facts);
    w.children = moot_arena_array(arena, facts, sizeof *w.children);
    if (!w.seen || !w.facts || !w.children) {
        return moot_fail_memory(err);
    }
    memset(w.seen, 0, facts);
    own_rule(&w, entry);
    for (int32_t i = 0; i < entry->read_count; i++) {
        const moot_read *read = &c->reads[entry->read_first + i];
        if (read->node >= 0) {
            test(&w, read->node, read->child);
        }
    }
    for (int32_t i = 0; i < w.count; i++) { /* grows as it goes, by each fact at most once */
        const moot_entry *e = derivation(c, w.facts[i], w.children[i], entry->n);
        if (e && p->facts[e->ref].decision >= 0) {
            rows(&w, e);
        }
    }
    return MOOT_OK;
}
