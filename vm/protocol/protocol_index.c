#include "vm/protocol/protocol_index.h"

/* Pairs (key, id) in the order in which they are found; buckets_build keeps that order within a key. */
typedef struct pairs {
    struct pair {
        int32_t key, id;
    } *list;
    size_t cap;
    int32_t count;
    int failed;
} pairs;

static void pairs_add(pairs *p, int32_t key, int32_t id)
{
    if (p->count > 0 && p->list[p->count - 1].key == key && p->list[p->count - 1].id == id) {
        return; /* a condition that names a fact twice needs one telling */
    }
    if (!moot_grow((void **)&p->list, &p->cap, (size_t)p->count + 1, sizeof *p->list)) {
        p->failed = 1;
        return;
    }
    p->list[p->count].key = key;
    p->list[p->count].id = id;
    p->count++;
}

/* Who reads something at several places needs one telling. 0: no memory. */
static int pairs_once(pairs *p, int32_t keys)
{
    int32_t *last = moot_calloc((size_t)keys + 1, sizeof *last); /* of a key: the id that came last, and one */
    int32_t kept = 0;
    for (int32_t i = 0; last && i < p->count; i++) {
        if (last[p->list[i].key] != p->list[i].id + 1) {
            last[p->list[i].key] = p->list[i].id + 1;
            p->list[kept++] = p->list[i];
        }
    }
    moot_free(last);
    p->count = kept;
    return last != NULL;
}

static int buckets_build(moot_buckets *b, pairs *p, int32_t keys)
{
    b->keys = keys;
    b->first = moot_calloc((size_t)keys + 2, sizeof *b->first);
    if (!b->first || p->failed || !pairs_once(p, keys)) {
        return 0;
    }
    b->ids = moot_calloc((size_t)p->count + 1, sizeof *b->ids);
    if (!b->ids) {
        return 0;
    }
    for (int32_t i = 0; i < p->count; i++) {
        b->first[p->list[i].key + 2]++;
    }
    for (int32_t k = 1; k <= keys; k++) {
        b->first[k + 1] += b->first[k];
    }
    for (int32_t i = 0; i < p->count; i++) { /* first[key + 1] is the running end of key's list */
        b->ids[b->first[p->list[i].key + 1]++] = p->list[i].id;
    }
    return 1;
}

static void buckets_done(moot_buckets *b)
{
    moot_free(b->first);
    moot_free(b->ids);
}

/* ---- trigger atoms ---- */

static int atoms_of(const moot_protocol *p, moot_trigger_kind kind, int32_t keys, moot_buckets *out)
{
    pairs found = { 0 };
    for (int32_t t = 0; t < p->triggers_count; t++) {
        if (p->triggers[t].kind == kind) {
            pairs_add(&found, p->triggers[t].ref, t);
        }
    }
    int ok = buckets_build(out, &found, keys);
    moot_free(found.list);
    return ok;
}

static int is_dated(const moot_trigger *t)
{
    return t->kind == MOOT_ON_TURNS || t->kind == MOOT_ON_DATE;
}

/* Shifts that are written as they are, and that no reading chose. */
static int is_fixed(const moot_protocol *p, const moot_trigger *t)
{
    int fixed = t->param < 0 && t->reading < 0;
    for (int32_t i = 0; i < t->shifts.count && fixed; i++) {
        const moot_shift *s = &p->shifts[t->shifts.first + i];
        const moot_operand *o = &p->operands[s->operand];
        fixed = o->kind == MOOT_OPERAND_CONST && o->reading < 0 && s->counting_reading < 0;
    }
    return fixed;
}

/* Of the same birthday, fact or event, shifted alike. */
static int is_like(const moot_protocol *p, const moot_trigger *t, const moot_trigger *other)
{
    int like = t->kind == other->kind && t->ref == other->ref && t->outcome == other->outcome
               && t->shifts.count == other->shifts.count && is_fixed(p, other);
    for (int32_t i = 0; i < t->shifts.count && like; i++) {
        const moot_shift *s = &p->shifts[t->shifts.first + i], *o = &p->shifts[other->shifts.first + i];
        like = s->sign == o->sign && s->counting == o->counting
               && moot_value_same(p->operands[s->operand].value, p->operands[o->operand].value);
    }
    return like;
}

/* Conditions have read when it is, and a deadline has its date: as a case starts neither hears anything new. */
static int is_idle(const moot_protocol *p, const moot_trigger *t)
{
    if (t->parent >= 0 || !is_fixed(p, t)) {
        return 0;
    }
    if (t->use == MOOT_USE_BY || t->use == MOOT_USE_NOT_BEFORE) {
        const moot_clock_rule *r = &p->clocks[t->use_id];
        return r->from < 0 && r->every < 0 && r->effect < 0;
    }
    return t->use == MOOT_USE_COMPARED;
}

/* The earliest that conditions compare with as they do with this one: what is a root, goes off by a signal, and is fixed. */
static int32_t compared_like(const moot_protocol *p, const moot_protocol_index *x, int32_t trigger)
{
    const moot_trigger *t = &p->triggers[trigger];
    const moot_buckets *b = &x->event;
    int compared = t->kind == MOOT_ON_EVENT && t->use == MOOT_USE_COMPARED && t->parent < 0 && is_fixed(p, t);
    for (int32_t i = 0; compared && i < b->first[t->ref + 1] - b->first[t->ref]; i++) {
        int32_t other = moot_bucket_at(b, t->ref, i);
        const moot_trigger *o = &p->triggers[other];
        if (o->use == MOOT_USE_COMPARED && o->parent < 0 && is_like(p, t, o)) {
            return other;
        }
    }
    return -1;
}

static void add_dated(const moot_protocol *p, moot_protocol_index *x, int32_t trigger)
{
    const moot_trigger *t = &p->triggers[trigger];
    int32_t root = trigger;
    while (p->triggers[root].parent >= 0) {
        root = p->triggers[root].parent;
    }
    const moot_trigger *up = &p->triggers[root];
    moot_dated d = { trigger, x->dated_count, root, (uint8_t)is_idle(p, t), (uint8_t)moot_use_is_read((moot_use)up->use) };
    for (int32_t i = 0; i < x->dated_count && is_fixed(p, t); i++) {
        if (is_like(p, t, &p->triggers[x->dated[i].trigger])) {
            d.like = i;
            break;
        }
    }
    x->fixed_date[trigger] = is_fixed(p, t) ? x->dated_count : -1;
    x->dated[x->dated_count++] = d;
}

static int index_atoms(moot_protocol *p, moot_protocol_index *x)
{
    x->dated = moot_calloc((size_t)p->triggers_count + 1, sizeof *x->dated);
    x->fixed_date = moot_calloc((size_t)p->triggers_count + 1, sizeof *x->fixed_date);
    x->compared_like = moot_calloc((size_t)p->triggers_count + 1, sizeof *x->compared_like);
    if (!x->dated || !x->fixed_date || !x->compared_like || !atoms_of(p, MOOT_ON_EVENT, p->events_count, &x->event)) {
        return 0;
    }
    for (int32_t t = 0; t < p->triggers_count; t++) {
        x->fixed_date[t] = -1;
        x->compared_like[t] = compared_like(p, x, t);
        if (is_dated(&p->triggers[t])) {
            add_dated(p, x, t);
        }
    }
    return atoms_of(p, MOOT_ON_ENTERED, p->stages_count, &x->entered)
           && atoms_of(p, MOOT_ON_LEFT, p->stages_count, &x->left) && atoms_of(p, MOOT_ON_MET, p->clocks_count, &x->met)
           && atoms_of(p, MOOT_ON_MISSED, p->clocks_count, &x->missed)
           && atoms_of(p, MOOT_ON_DUE, p->clocks_count, &x->due)
           && atoms_of(p, MOOT_ON_DATE, p->facts_count, &x->date_fact);
}

/* ---- watchers ---- */

typedef struct reads {
    const moot_protocol *p;
    pairs facts, triggers, others;
    int32_t watcher;
    int timed, spells;
} reads;

static void read_operand(reads *r, int32_t operand)
{
    const moot_operand *o = &r->p->operands[operand];
    if (o->kind == MOOT_OPERAND_FACT) {
        pairs_add(&r->facts, o->ref, r->watcher);
    } else if (o->kind == MOOT_OPERAND_TRIGGER) {
        pairs_add(&r->triggers, o->ref, r->watcher);
    } else if (o->kind == MOOT_OPERAND_AGE) {
        pairs_add(&r->others, MOOT_WATCH_AGE, r->watcher);
    }
}

static void read_test(reads *r, const moot_cond_node *n)
{
    switch ((moot_subject)n->subject) {
    case MOOT_SUBJECT_FACT:
        pairs_add(&r->facts, n->ref, r->watcher);
        break;
    case MOOT_SUBJECT_AGE:
        pairs_add(&r->others, MOOT_WATCH_AGE, r->watcher);
        if (r->p->dob_fact >= 0) {
            pairs_add(&r->facts, r->p->dob_fact, r->watcher);
        }
        r->timed |= MOOT_TIMED_AGE;
        break;
    case MOOT_SUBJECT_TONIGHT:
        pairs_add(&r->others, MOOT_WATCH_TONIGHT, r->watcher);
        break;
    case MOOT_SUBJECT_LEAD:
    case MOOT_SUBJECT_HANDOVERS:
        pairs_add(&r->others, MOOT_WATCH_LEAD, r->watcher);
        break;
    case MOOT_SUBJECT_TIMES:
        pairs_add(&r->triggers, n->ref, r->watcher);
        break;
    case MOOT_SUBJECT_LAW:
        r->timed |= MOOT_TIMED_READ;
        break;
    case MOOT_SUBJECT_NOW:
    case MOOT_SUBJECT_TODAY:
        break; /* read only at a moment (rule 5): the compiler holds that */
    }
    if (n->spell == MOOT_SPELL_TOTAL || n->spell == MOOT_SPELL_LONGEST || n->spell == MOOT_SPELL_RUNNING) {
        r->timed |= MOOT_TIMED_READ;
    }
    r->spells |= n->spell != MOOT_SPELL_NONE;
    if (n->spell != MOOT_SPELL_NONE && (n->spells.which & MOOT_SPELL_LASTING)) {
        read_operand(r, n->spells.lasting);
    }
    if (n->spell != MOOT_SPELL_NONE && (n->spells.which & MOOT_SPELL_FOLLOWS)) {
        pairs_add(&r->facts, n->spells.follows, r->watcher);
    }
    if (n->spell != MOOT_SPELL_NONE && (n->spells.which & MOOT_SPELL_TOGETHER)) {
        pairs_add(&r->facts, n->spells.together, r->watcher);
    }
    for (int32_t i = 0; i < n->count; i++) {
        read_operand(r, n->first + i);
    }
    for (int i = 0; i < 2; i++) {
        int32_t clip = i ? n->to : n->from;
        if (n->spell != MOOT_SPELL_NONE && clip >= 0) {
            pairs_add(&r->triggers, clip, r->watcher);
        }
    }
}

static void read_cond(reads *r, int32_t cond)
{
    for (int32_t i = cond; cond != MOOT_NO_COND && i < r->p->nodes[cond].next; i++) {
        if (r->p->nodes[i].kind == MOOT_COND_TEST) {
            read_test(r, &r->p->nodes[i]);
        }
    }
}

static void watch(reads *r, moot_protocol_index *x, moot_watch_kind kind, int32_t id)
{
    r->watcher = x->watcher_count;
    r->timed = r->spells = 0;
    if (kind == MOOT_WATCH_DECISION) {
        const moot_decision *d = &r->p->decisions[id];
        for (int32_t i = 0; i < d->rows.count; i++) {
            read_cond(r, r->p->rows[d->rows.first + i].when);
            read_operand(r, r->p->rows[d->rows.first + i].value);
        }
    } else if (kind == MOOT_WATCH_HELPER) {
        read_cond(r, r->p->helpers[id].known);
    } else {
        read_cond(r, kind == MOOT_WATCH_BECOMES ? r->p->triggers[id].ref : r->p->invariants[id].that);
    }
    if (kind != MOOT_WATCH_BECOMES) {
        const moot_decl *d = kind == MOOT_WATCH_DECISION ? &r->p->decisions[id].decl
                             : kind == MOOT_WATCH_HELPER ? &r->p->helpers[id].decl
                                                         : &r->p->invariants[id].decl;
        r->timed |= d->in_force_from != MOOT_DAY_MIN || d->in_force_to != MOOT_DAY_MAX ? MOOT_TIMED_LAW : 0;
    }
    r->timed |= r->timed && r->spells ? MOOT_TIMED_READ : 0; /* spells of any sort are looked at, once time is */
    x->watchers[x->watcher_count].kind = (uint8_t)kind;
    x->watchers[x->watcher_count].timed = (uint8_t)r->timed;
    x->watchers[x->watcher_count++].id = id;
}

static int index_watchers(moot_protocol *p, moot_protocol_index *x)
{
    reads r = { p, { 0 }, { 0 }, { 0 }, 0, 0, 0 };
    size_t most = (size_t)p->decisions_count + (size_t)p->helpers_count + (size_t)p->triggers_count +
                  (size_t)p->invariants_count;
    int ok = 0;
    x->watchers = moot_calloc(most + 1, sizeof *x->watchers);
    if (!x->watchers) {
        return 0;
    }
    for (int32_t i = 0; i < p->decisions_count; i++) {
        watch(&r, x, MOOT_WATCH_DECISION, i);
    }
    for (int32_t i = 0; i < p->helpers_count; i++) {
        watch(&r, x, MOOT_WATCH_HELPER, i);
    }
    x->deriving_count = x->watcher_count;
    for (int32_t i = 0; i < p->triggers_count; i++) {
        if (p->triggers[i].kind == MOOT_ON_BECOMES) {
            watch(&r, x, MOOT_WATCH_BECOMES, i);
        }
    }
    for (int32_t i = 0; i < p->invariants_count; i++) {
        watch(&r, x, MOOT_WATCH_INVARIANT, i);
    }
    ok = buckets_build(&x->fact_watchers, &r.facts, p->facts_count)
         && buckets_build(&x->trigger_watchers, &r.triggers, p->triggers_count)
         && buckets_build(&x->other_watchers, &r.others, MOOT_WATCH_OTHERS);
    moot_free(r.facts.list);
    moot_free(r.triggers.list);
    moot_free(r.others.list);
    return ok;
}

static int index_clocks(moot_protocol *p, moot_protocol_index *x)
{
    x->case_clocks = moot_calloc((size_t)p->clocks_count + 1, sizeof *x->case_clocks);
    if (!x->case_clocks) {
        return 0;
    }
    for (int32_t i = 0; i < p->clocks_count; i++) {
        if (p->clocks[i].stage < 0 && p->clocks[i].from < 0 && p->clocks[i].effect < 0) {
            x->case_clocks[x->case_clock_count++] = i;
        }
    }
    return 1;
}

static int index_readings(const moot_protocol *p, moot_protocol_index *x)
{
    int32_t chosen = 0;
    x->chosen_before = moot_calloc((size_t)p->nodes_count + 1, sizeof *x->chosen_before);
    if (!x->chosen_before) {
        return 0;
    }
    for (int32_t i = 0; i < p->nodes_count; i++) {
        const moot_cond_node *node = &p->nodes[i];
        x->chosen_before[i] = chosen;
        for (int32_t o = 0; node->kind == MOOT_COND_TEST && o < node->count; o++) {
            chosen += p->operands[node->first + o].reading >= 0;
        }
    }
    x->chosen_before[p->nodes_count] = chosen;
    return 1;
}

/* The first row that holds is wanted: `otherwise`, at the end, holds if it is reached. */
static moot_code index_table(const moot_protocol *p, moot_protocol_index *x, int32_t decision, int32_t *whens)
{
    const moot_decision *d = &p->decisions[decision];
    x->tables[decision] = -1;
    if (d->hit != MOOT_HIT_FIRST) {
        return MOOT_OK;
    }
    for (int32_t i = 0; i < d->rows.count; i++) {
        const moot_row *row = &p->rows[d->rows.first + i];
        whens[i] = row->otherwise && i + 1 == d->rows.count ? MOOT_NO_COND : row->when;
    }
    return moot_plain_table(&x->plain, p->nodes, p->operands, whens, d->rows.count, &x->tables[decision], NULL);
}

static int index_chains(const moot_protocol *p, moot_protocol_index *x)
{
    int32_t *whens = moot_calloc((size_t)p->rows_count + 1, sizeof *whens);
    x->tables = moot_calloc((size_t)p->decisions_count + 1, sizeof *x->tables);
    int ok = whens && x->tables && moot_plain_build(&x->plain, p->nodes, p->nodes_count, p->operands, NULL) == MOOT_OK;
    for (int32_t i = 0; ok && i < p->decisions_count; i++) {
        ok = index_table(p, x, i, whens) == MOOT_OK;
    }
    moot_free(whens);
    return ok;
}

/* What is not asked of protocols that do not need it. */
static void index_needs(const moot_protocol *p, moot_protocol_index *x)
{
    for (int32_t i = 0; i < p->facts_count; i++) {
        x->has_consents |= p->facts[i].type == MOOT_T_CONSENT;
    }
    for (int32_t i = 0; i < p->nodes_count; i++) {
        x->reads_age |= p->nodes[i].kind == MOOT_COND_TEST && p->nodes[i].subject == MOOT_SUBJECT_AGE;
    }
    for (int32_t i = 0; i < p->decisions_count; i++) {
        x->reads_moment |= p->decisions[i].at_moment != 0;
    }
}

moot_code moot_protocol_index_build(moot_protocol *protocol, moot_err *err)
{
    moot_protocol_index *x = moot_calloc(1, sizeof *x);
    if (!x) {
        return moot_fail_memory(err);
    }
    if (!index_atoms(protocol, x) || !index_watchers(protocol, x) || !index_clocks(protocol, x)
        || !index_readings(protocol, x) || !index_chains(protocol, x)) {
        moot_protocol_index_free(x);
        return moot_fail_memory(err);
    }
    index_needs(protocol, x);
    protocol->index = x;
    protocol->rules.plain = &x->plain;
    return MOOT_OK;
}

#define ALL_BUCKETS(x)                                                                                             \
    {                                                                                                              \
        &(x)->event, &(x)->entered, &(x)->left, &(x)->met, &(x)->missed, &(x)->due, &(x)->date_fact,               \
            &(x)->fact_watchers, &(x)->trigger_watchers, &(x)->other_watchers                                      \
    }

size_t moot_protocol_index_bytes(const moot_protocol *p, const moot_protocol_index *index)
{
    const moot_buckets *all[] = ALL_BUCKETS(index);
    size_t ints = (size_t)index->case_clock_count + 2 * (size_t)p->triggers_count + (size_t)p->decisions_count + 2 * (size_t)p->nodes_count;
    for (size_t i = 0; i < MOOT_COUNT(all); i++) {
        ints += (size_t)all[i]->keys + 2 + (size_t)all[i]->first[all[i]->keys];
    }
    return sizeof *index + ints * sizeof(int32_t) + (size_t)index->watcher_count * sizeof *index->watchers
           + (size_t)index->dated_count * sizeof *index->dated + (size_t)index->plain.links_count * sizeof *index->plain.links;
}

void moot_protocol_index_free(moot_protocol_index *index)
{
    if (!index) {
        return;
    }
    moot_buckets *all[] = ALL_BUCKETS(index);
    for (size_t i = 0; i < MOOT_COUNT(all); i++) {
        buckets_done(all[i]);
    }
    moot_free(index->dated);
    moot_free(index->fixed_date);
    moot_free(index->compared_like);
    moot_free(index->watchers);
    moot_free(index->case_clocks);
    moot_free(index->chosen_before);
    moot_plain_done(&index->plain);
    moot_free(index->tables);
    moot_free(index);
}
