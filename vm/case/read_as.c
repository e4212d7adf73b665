#include "vm/case/read_as.h"

#include <string.h>

/* What an entry came by; the facts are those that are still to be followed to what they were derived by; each once. */
typedef struct way {
    const moot_case *c;
    const moot_protocol *p;
    uint8_t *marks, *seen;
    int32_t *facts, *children;
    int32_t count;
} way;

/* ---- rules ---- */

static void mark(const way *w, int32_t reading)
{
    if (reading >= 0) {
        w->marks[reading] = 1;
    }
}

static void operand_rule(const way *w, int32_t operand)
{
    if (operand >= 0) {
        mark(w, w->p->operands[operand].reading);
    }
}

/* Groups nest at most MOOT_COND_DEPTH deep: the compiler holds that. */
static void trigger_rule(const way *w, int32_t trigger)
{
    if (trigger < 0) {
        return;
    }
    const moot_trigger *t = &w->p->triggers[trigger];
    mark(w, t->reading);
    if (t->kind == MOOT_ON_TURNS && w->p->leap_reading >= 0 && w->c->reading_used[w->p->leap_reading]) {
        mark(w, w->p->leap_reading); /* somebody was born on 29 February */
    }
    for (int32_t i = 0; i < t->shifts.count; i++) {
        const moot_shift *shift = &w->p->shifts[t->shifts.first + i];
        operand_rule(w, shift->operand);
        mark(w, shift->counting_reading);
    }
    for (int32_t i = 0; i < t->children.count; i++) {
        trigger_rule(w, moot_span_at(w->p, t->children, i));
    }
}

/* Its time, what meets it, who owes it. */
static void clock_rule(const way *w, int32_t clock)
{
    const moot_clock_rule *r = &w->p->clocks[clock];
    const int32_t triggers[] = { r->from, r->by, r->not_before, r->ends, r->met_by, r->adds_up_since };
    for (size_t i = 0; i < MOOT_COUNT(triggers); i++) {
        trigger_rule(w, triggers[i]);
    }
    operand_rule(w, r->within);
    operand_rule(w, r->every);
    mark(w, r->counting_reading);
    mark(w, r->undated_reading);
    mark(w, r->owner.reading);
}

/* By what it is taken by itself. */
static void outcome_rule(const way *w, int32_t outcome)
{
    const moot_outcome *o = &w->p->outcomes[outcome];
    trigger_rule(w, o->on);
    operand_rule(w, o->after);
    mark(w, o->counting_reading);
}

/* ---- entries ---- */

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
        operand_rule(w, n->first + i);
    }
    if (n->subject == MOOT_SUBJECT_FACT) {
        follow(w, n->ref, child);
    }
}

/* Of `first` the rows before were read as well, and did not hold. What a helper derived has no rows. */
static void rows(way *w, const moot_entry *derived)
{
    int32_t decision = w->p->facts[derived->ref].decision;
    if (decision < 0) {
        return;
    }
    const moot_decision *d = &w->p->decisions[decision];
    int32_t from = d->hit == MOOT_HIT_FIRST ? d->rows.first : derived->ref2;
    for (int32_t i = derived->ref2 < 0 ? 0 : from; i <= derived->ref2; i++) {
        int32_t when = w->p->rows[i].when;
        for (int32_t n = when; n >= 0 && n < w->p->nodes[when].next; n++) {
            test(w, n, derived->child);
        }
    }
    if (derived->ref2 >= 0) {
        operand_rule(w, w->p->rows[derived->ref2].value);
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
        clock_rule(w, e->ref);
        break;
    case MOOT_LOG_ENTER:
        trigger_rule(w, p->stages[e->ref].on);
        mark(w, p->stages[e->ref].owner.reading);
        break;
    case MOOT_LOG_LEAVE:
        if (e->ref2 >= 0) {
            outcome_rule(w, e->ref2);
        }
        break;
    case MOOT_LOG_COUNTED:
        trigger_rule(w, p->measures[e->ref].count);
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
        if (e) {
            rows(&w, e);
        }
    }
    return MOOT_OK;
}
