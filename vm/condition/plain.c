#include "vm/condition/plain.h"

#include <limits.h>

/* ---- making: a group's members come one behind the other, each telling where it leads by what stands behind it ---- */

/* "Whatever comes behind the member", in links that are not complete yet, per depth of groups. */
#define BEHIND(depth) (INT32_MIN + (depth))

typedef struct maker {
    moot_plain *out;
    const moot_cond_node *nodes;
    const moot_operand *operands;
    int failed;
} maker;

/* Where a subtree leads to. */
typedef struct ways {
    int32_t yes, no;
} ways;

static ways turned(ways w)
{
    return (ways){ w.no, w.yes };
}

static moot_link *add(maker *m, moot_link_kind kind, int32_t fact, int64_t want, ways w)
{
    moot_plain *p = m->out;
    if (!moot_grow((void **)&p->links, &p->links_cap, (size_t)p->links_count + 1, sizeof *p->links)) {
        m->failed = 1;
        return NULL;
    }
    moot_link *added = &p->links[p->links_count++];
    *added = (moot_link){ (uint8_t)kind, MOOT_T_UNKNOWN, 0, fact, w.yes, w.no, want, 0 };
    return added;
}

static void complete(maker *m, int32_t from, int32_t behind, int32_t with)
{
    for (int32_t i = from; i < m->out->links_count; i++) {
        moot_link *l = &m->out->links[i];
        l->yes = l->yes == behind ? with : l->yes;
        l->no = l->no == behind ? with : l->no;
    }
}

/* Constants of one type that compares as a number; MOOT_T_UNKNOWN: they are not. */
static moot_type plain_type(const maker *m, const moot_cond_node *n)
{
    if (n->count == 0) {
        return MOOT_T_UNKNOWN;
    }
    const moot_operand *of = &m->operands[n->first];
    moot_type type = (moot_type)of->value.type;
    int plain = type == MOOT_T_YESNO || type == MOOT_T_ONE_OF || type == MOOT_T_INTEGER;
    for (int32_t i = 0; i < n->count && plain; i++) {
        plain = of[i].kind == MOOT_OPERAND_CONST && of[i].value.type == type;
    }
    return plain ? type : MOOT_T_UNKNOWN;
}

/* Whether the number lies between two that are written, both counted in. */
static void within(maker *m, const moot_cond_node *n, int64_t least, int64_t most, ways w)
{
    int of_age = n->subject == MOOT_SUBJECT_AGE;
    moot_link *l = add(m, of_age ? MOOT_LINK_AGE : MOOT_LINK_FACT, of_age ? 0 : n->ref, least, w);
    if (l) {
        l->type = m->operands[n->first].value.type;
        l->more = (uint64_t)most - (uint64_t)least;
    }
}

static void one_of(maker *m, const moot_cond_node *n, ways w)
{
    for (int32_t i = 0; i < n->count; i++) {
        int32_t next = i + 1 < n->count ? m->out->links_count + 1 : w.no;
        int64_t want = m->operands[n->first + i].value.a;
        within(m, n, want, want, (ways){ w.yes, next });
    }
}

/* 0: it is no comparison of numbers. */
static int make_compared(maker *m, const moot_cond_node *n, ways w)
{
    moot_type type = plain_type(m, n);
    if (type == MOOT_T_UNKNOWN || n->spell != MOOT_SPELL_NONE || n->subject > MOOT_SUBJECT_AGE
        || (n->subject == MOOT_SUBJECT_AGE && type != MOOT_T_INTEGER)) {
        return 0;
    }
    int64_t first = m->operands[n->first].value.a, last = m->operands[n->first + n->count - 1].value.a;
    int ordered = type == MOOT_T_INTEGER;
    switch ((moot_test)n->test) {
    case MOOT_TEST_IS: within(m, n, first, first, w); return 1;
    case MOOT_TEST_ONE_OF: one_of(m, n, w); return 1;
    case MOOT_TEST_UNDER: within(m, n, first, INT64_MAX, turned(w)); return ordered;
    case MOOT_TEST_OVER: within(m, n, INT64_MIN, first, turned(w)); return ordered;
    case MOOT_TEST_AT_LEAST: within(m, n, first, INT64_MAX, w); return ordered;
    case MOOT_TEST_AT_MOST: within(m, n, INT64_MIN, first, w); return ordered;
    case MOOT_TEST_BETWEEN: within(m, n, first, last, w); return ordered && first <= last;
    default: return 0;
    }
}

/* A date against the day of a trigger. */
static int make_dated(maker *m, const moot_cond_node *n, ways w)
{
    if (n->subject != MOOT_SUBJECT_FACT || n->spell != MOOT_SPELL_NONE || n->count != 1
        || m->operands[n->first].kind != MOOT_OPERAND_TRIGGER) {
        return 0;
    }
    const moot_operand *of = &m->operands[n->first];
    switch ((moot_test)n->test) {
    case MOOT_TEST_UNDER: case MOOT_TEST_EARLIER_THAN: (void)add(m, MOOT_LINK_BEFORE, n->ref, of->ref, w); return 1;
    case MOOT_TEST_OVER: case MOOT_TEST_LATER_THAN: (void)add(m, MOOT_LINK_AFTER, n->ref, of->ref, w); return 1;
    case MOOT_TEST_AT_LEAST: (void)add(m, MOOT_LINK_BEFORE, n->ref, of->ref, turned(w)); return 1;
    case MOOT_TEST_AT_MOST: (void)add(m, MOOT_LINK_AFTER, n->ref, of->ref, turned(w)); return 1;
    default: return 0;
    }
}

static void make_test(maker *m, int32_t node, ways w)
{
    const moot_cond_node *n = &m->nodes[node];
    int32_t from = m->out->links_count;
    if (n->subject == MOOT_SUBJECT_FACT && n->spell == MOOT_SPELL_NONE
        && (n->test == MOOT_TEST_KNOWN || n->test == MOOT_TEST_UNKNOWN)) {
        (void)add(m, MOOT_LINK_KNOWN, n->ref, 0, n->test == MOOT_TEST_KNOWN ? w : turned(w));
    } else if (!make_compared(m, n, w) && !make_dated(m, n, w)) {
        m->out->links_count = from;
        (void)add(m, MOOT_LINK_ASK, 0, node, w);
    }
}

static void make(maker *m, int32_t node, ways w, int depth);

/* All hold, or (`any`) one does. */
static void make_members(maker *m, int32_t group, ways w, int any, int depth)
{
    int32_t end = m->nodes[group].next;
    if (group + 1 == end) {
        (void)add(m, MOOT_LINK_ALWAYS, 0, 0, any ? turned(w) : w);
    }
    for (int32_t i = group + 1; i < end; i = m->nodes[i].next) {
        int32_t from = m->out->links_count;
        int last = m->nodes[i].next == end;
        ways on = { any || last ? w.yes : BEHIND(depth), any && !last ? BEHIND(depth) : w.no };
        make(m, i, on, depth + 1);
        complete(m, from, BEHIND(depth), m->out->links_count);
    }
}

/* What is read of each child stands behind the link that reads it of each. */
static void make_children(maker *m, int32_t group, ways w, moot_link_kind kind, int depth)
{
    static const ways ends = { MOOT_LINK_HOLDS, MOOT_LINK_FAILS };
    (void)add(m, kind, 0, m->out->links_count + 1, w);
    make_members(m, group, ends, 0, depth);
}

/* Groups nest at most MOOT_COND_DEPTH deep: the compiler holds that. */
static void make(maker *m, int32_t node, ways w, int depth)
{
    switch ((moot_node_kind)m->nodes[node].kind) {
    case MOOT_COND_ALL: make_members(m, node, w, 0, depth); return;
    case MOOT_COND_ANY: make_members(m, node, w, 1, depth); return;
    case MOOT_COND_NONE: make_members(m, node, turned(w), 1, depth); return;
    case MOOT_COND_SOME_CHILD: make_children(m, node, w, MOOT_LINK_SOME_CHILD, depth); return;
    case MOOT_COND_EVERY_CHILD: make_children(m, node, w, MOOT_LINK_EVERY_CHILD, depth); return;
    case MOOT_COND_TEST: make_test(m, node, w); return;
    }
}

static uint8_t flags_of(const maker *m, int32_t root)
{
    int flags = m->nodes[root].kind == MOOT_COND_TEST ? MOOT_CHAIN_ALONE : 0;
    for (int32_t i = root; i < m->nodes[root].next; i++) {
        const moot_cond_node *n = &m->nodes[i];
        int asks = n->kind == MOOT_COND_TEST && (n->test == MOOT_TEST_KNOWN || n->test == MOOT_TEST_UNKNOWN);
        flags |= asks ? MOOT_CHAIN_ASKS : 0;
        for (int32_t k = 0; n->kind == MOOT_COND_TEST && k < n->count; k++) {
            flags |= m->operands[n->first + k].reading >= 0 ? MOOT_CHAIN_CHOSEN : 0;
        }
    }
    return (uint8_t)flags;
}

moot_code moot_plain_build(moot_plain *plain, const moot_cond_node *nodes, int32_t nodes_count, const moot_operand *operands,
                           moot_err *err)
{
    static const ways ends = { MOOT_LINK_HOLDS, MOOT_LINK_FAILS };
    maker m = { plain, nodes, operands, 0 };
    *plain = (moot_plain){ 0 };
    plain->first = moot_calloc((size_t)nodes_count + 1, sizeof *plain->first);
    if (!plain->first) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < nodes_count; i++) {
        plain->first[i] = -1;
    }
    for (int32_t root = 0; root < nodes_count && !m.failed; root = nodes[root].next) {
        int32_t first = plain->first[root] = plain->links_count;
        make(&m, root, ends, 0);
        if (!m.failed) {
            plain->links[first].flags = flags_of(&m, root);
        }
    }
    return m.failed ? moot_fail_memory(err) : MOOT_OK;
}

moot_code moot_plain_table(moot_plain *plain, const moot_cond_node *nodes, const moot_operand *operands, const int32_t *rows,
                           int32_t count, int32_t *out_first, moot_err *err)
{
    maker m = { plain, nodes, operands, 0 };
    int32_t first = plain->links_count;
    int flags = 0;
    for (int32_t i = 0; i < count && !m.failed; i++) {
        ways w = { MOOT_LINK_ROW(i), i + 1 < count ? BEHIND(MOOT_COND_DEPTH + 1) : MOOT_LINK_FAILS };
        int32_t from = plain->links_count;
        if (rows[i] == MOOT_NO_COND && i > 0) {
            complete(&m, first, from, MOOT_LINK_ROW(i)); /* what led behind the rows before it */
            break;
        } else if (rows[i] == MOOT_NO_COND) {
            (void)add(&m, MOOT_LINK_ALWAYS, 0, 0, w);
        } else {
            make(&m, rows[i], w, 0);
            if (!m.failed) {
                plain->links[from].flags = flags_of(&m, rows[i]);
                flags |= plain->links[from].flags;
            }
        }
        complete(&m, from, BEHIND(MOOT_COND_DEPTH + 1), plain->links_count);
    }
    *out_first = count > 0 && !(flags & MOOT_CHAIN_CHOSEN) ? first : -1;
    return m.failed ? moot_fail_memory(err) : MOOT_OK;
}

void moot_plain_done(moot_plain *plain)
{
    moot_free(plain->links);
    moot_free(plain->first);
}

/* ---- reading ---- */

static const moot_value *value_at(const moot_conditions *rules, const moot_facts *f, int32_t fact, int32_t child)
{
    int own = child >= 0 && child < f->child_count && f->fact_count > 0 && rules->facts[fact].per_child;
    return &f->values[(own ? child + 1 : 0) * f->fact_count + fact];
}

/* Whether the applicant's age has been worked out for now. */
static int is_aged(const moot_facts *f, int32_t child)
{
    const moot_value *dob = f->dob_fact >= 0 ? &f->values[f->dob_fact] : NULL;
    return (child < 0 || child >= f->child_count) && dob && f->aged.at == f->now.lo && f->now.lo == f->now.hi
           && dob->type == MOOT_T_DATE && dob->a == dob->b && dob->a == f->aged.born;
}

/* A day that is known against a moment that is. */
static moot_tri on_day(const moot_conditions *rules, const moot_facts *f, const moot_link *l, const moot_value *seen)
{
    moot_when w = f->trigger_last[l->want];
    if (seen->type != MOOT_T_DATE || seen->a != seen->b || w.lo == MOOT_NEVER || w.lo != w.hi) {
        return MOOT_UNKNOWN;
    }
    moot_day day = moot_day_at(moot_calendar_zone(rules->calendars[0]), w.lo);
    int holds = l->kind == MOOT_LINK_BEFORE ? seen->a < day : seen->a > day;
    return holds ? MOOT_TRUE : MOOT_FALSE;
}

/* A test that is all of its condition, of a fact that is not known or a moment that has yet to come: no tree tells more. */
static int32_t why_unknown(const moot_conditions *rules, const moot_facts *f, const moot_link *l, const moot_value *seen)
{
    int untold = 0;
    if (l->kind == MOOT_LINK_BEFORE || l->kind == MOOT_LINK_AFTER) {
        untold = seen->type == MOOT_T_DATE && f->trigger_last[l->want].lo == MOOT_NEVER;
    } else if (l->kind == MOOT_LINK_FACT) {
        untold = !moot_known(*seen) && !moot_known(rules->facts[l->fact].presumed);
    }
    return untold && (l->flags & MOOT_CHAIN_ALONE) ? MOOT_LINK_UNTOLD : MOOT_LINK_UNKNOWN;
}

/* Without children the applicant is the only child (rule 6). */
MOOT_APART static moot_tri of_children(const moot_conditions *rules, const moot_facts *f, const moot_link *l)
{
    moot_tri stop = l->kind == MOOT_LINK_SOME_CHILD ? MOOT_TRUE : MOOT_FALSE;
    if (f->child_count == 0) {
        return moot_plain_eval(rules, f, (int32_t)l->want, -1);
    }
    for (int32_t child = 0; child < f->child_count; child++) {
        moot_tri t = moot_plain_eval(rules, f, (int32_t)l->want, child);
        if (t == stop || t == MOOT_UNKNOWN) {
            return t;
        }
    }
    return moot_tri_not(stop);
}

/* What is no number between two: where it leads, or why it cannot be told. */
MOOT_APART static int32_t lead(const moot_conditions *rules, const moot_facts *f, const moot_link *l, int32_t child)
{
    const moot_value *seen = value_at(rules, f, l->fact, child);
    moot_tri t = MOOT_TRUE;
    switch ((moot_link_kind)l->kind) {
    case MOOT_LINK_BEFORE: case MOOT_LINK_AFTER: t = on_day(rules, f, l, seen); break;
    case MOOT_LINK_KNOWN: t = moot_known(*seen) ? MOOT_TRUE : MOOT_FALSE; break;
    case MOOT_LINK_SOME_CHILD: case MOOT_LINK_EVERY_CHILD: t = of_children(rules, f, l); break;
    case MOOT_LINK_ASK: t = moot_cond_explain(rules, f, (int32_t)l->want, child, NULL, NULL); break;
    case MOOT_LINK_ALWAYS: case MOOT_LINK_FACT: case MOOT_LINK_AGE: break;
    }
    return t == MOOT_UNKNOWN ? why_unknown(rules, f, l, seen) : t == MOOT_TRUE ? l->yes : l->no;
}

int32_t moot_plain_end(const moot_conditions *rules, const moot_facts *f, int32_t link, int32_t child)
{
    const moot_link *links = rules->plain->links;
    int aged = 0; /* not looked yet */
    do {
        const moot_link *l = &links[link];
        int64_t number;
        if (l->kind == MOOT_LINK_FACT) {
            const moot_value *seen = child < 0 ? &f->values[l->fact] : value_at(rules, f, l->fact, child);
            if (seen->type != l->type) {
                return why_unknown(rules, f, l, seen);
            }
            number = seen->a;
        } else if (l->kind == MOOT_LINK_AGE) {
            if (!aged && !is_aged(f, child)) {
                return MOOT_LINK_UNKNOWN;
            }
            aged = 1;
            number = f->aged.age;
        } else {
            link = lead(rules, f, l, child);
            continue;
        }
        link = (uint64_t)number - (uint64_t)l->want <= l->more ? l->yes : l->no;
    } while (link >= 0);
    return link;
}
