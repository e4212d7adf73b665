#include "vm/engine/engine_internal.h"

#include <string.h>

/* ---- reading conditions, and keeping what was read for `because` ---- */

static void keep_read(void *user, int32_t node, int32_t child, moot_value seen, int presumed, moot_tri verdict)
{
    moot_engine *e = user;
    moot_case *c = e->c;
    if (!moot_grow((void **)&c->reads, &c->reads_cap, (size_t)c->reads_count + 1, sizeof *c->reads)) {
        e->no_memory = 1;
        return;
    }
    moot_read r = { node, child, (uint8_t)verdict, (uint8_t)presumed, seen };
    c->reads[c->reads_count++] = r;
    e->reads_count++;
}

/* What a test comes to hangs on the reading that chose the figure on its right: the case has come to depend on it. */
static void read_reading(void *user, int32_t node, int32_t child, moot_value seen, int presumed, moot_tri verdict)
{
    moot_engine *e = user;
    const moot_cond_node *test = &e->p->nodes[node];
    if (e->tells_reads) {
        keep_read(user, node, child, seen, presumed, verdict);
    }
    for (int32_t i = 0; verdict != MOOT_UNKNOWN && i < test->count; i++) {
        int32_t reading = e->p->operands[test->first + i].reading;
        if (reading >= 0) {
            e->c->reading_used[reading] = 1;
        }
    }
}

/* The age is worked out once at each moment. */
static inline void know_age(moot_engine *e)
{
    if (e->x->reads_age && e->c->facts.aged.at != e->now.lo) {
        moot_facts_age(&e->p->rules, &e->c->facts);
    }
}

/* As a chain, where nobody is told what was read and no reading chose a figure. UNKNOWN: the tree is to be asked. */
static inline moot_tri read_chain(const moot_engine *e, int32_t cond, int32_t child)
{
    const moot_plain *plain = &e->x->plain;
    int32_t link = e->tells_reads || cond == MOOT_NO_COND ? -1 : plain->first[cond];
    return link >= 0 && !(plain->links[link].flags & MOOT_CHAIN_CHOSEN)
               ? moot_plain_eval(&e->p->rules, &e->c->facts, link, child)
               : MOOT_UNKNOWN;
}

MOOT_APART static moot_tri read_tree(moot_engine *e, int32_t cond, int32_t child)
{
    moot_cond_read *read = e->tells_reads ? keep_read : NULL;
    engine_forget_reads(e);
    if (cond != MOOT_NO_COND && e->x->chosen_before[e->p->nodes[cond].next] > e->x->chosen_before[cond]) {
        read = read_reading;
    }
    return moot_cond_explain(&e->p->rules, &e->c->facts, cond, child, read, e);
}

moot_tri decide_read(moot_engine *e, int32_t cond, int32_t child)
{
    know_age(e);
    moot_tri t = read_chain(e, cond, child);
    return t == MOOT_UNKNOWN ? read_tree(e, cond, child) : t;
}

/* ---- needs ---- */

static void log_need(moot_engine *e, const moot_decl *decl, const char *what, int32_t fact, int32_t child)
{
    for (int32_t i = 0; i < e->c->needs_count; i++) {
        const moot_need *n = &e->c->needs[i];
        if (n->decl == decl && n->fact == fact && n->child == child) {
            return; /* said already; the first time is the one that counts */
        }
    }
    moot_entry entry = engine_entry(e, MOOT_LOG_UNDECIDED, decl);
    entry.ref = fact;
    entry.ref2 = what[0] != 'd'; /* a deadline that cannot be told does not stop the case */
    entry.child = child;
    entry.text = what;
    (void)engine_log(e, &entry);
}

/* ---- guards ---- */

static int supply(moot_engine *e, int32_t fact, int32_t child, moot_value value)
{
    const moot_facts *f = &e->c->facts;
    if (moot_value_same(f->values[(child + 1) * f->fact_count + fact], value)) {
        return 0; /* said already, for another guard of this moment */
    }
    moot_entry entry = engine_entry(e, MOOT_LOG_FACT, &e->p->facts[fact].decl);
    entry.ref = fact;
    entry.child = child;
    entry.value = value;
    entry.flags = MOOT_ENTRY_RECORD;
    (void)engine_log(e, &entry);
    decide_fact_changed(e, fact);
    return 1;
}

/* What a model draws of what is missing; what is derived from it is derived before the guard is read. `any`: something is new
 * already. Whether anything is. */
static int supply_drawn(moot_engine *e, const missing *m, int any)
{
    for (int i = 0; i < m->count; i++) {
        moot_value v;
        if (e->oracle->cls->fact(e->oracle, e->c, m->fact[i], m->child[i], &v)) {
            any |= supply(e, m->fact[i], m->child[i], v);
        }
    }
    while (any && !e->stopped && decide_next(e)) {
    }
    return any;
}

/* What a refold knows by now of this very guard (rule 3), or what a model draws. Whether anything came of it. */
static int supply_missing(moot_engine *e, const moot_decl *decl, int32_t cond, int32_t child)
{
    int any = 0;
    for (int32_t i = 0; i < e->amendments_count; i++) {
        const amendment *a = &e->amendments[i];
        if (a->decl == decl && a->at == e->now.lo) {
            any |= supply(e, a->fact, a->child, a->value);
        }
    }
    missing m = missing_of(e, cond, child);
    return supply_drawn(e, &m, any);
}

/* Whoever asks whether a fact is known reads it (rule 15), though neither answer misses anything: a model draws it then. */
static void known_read(void *user, int32_t node, int32_t child, moot_value seen, int presumed, moot_tri verdict)
{
    missing *m = user;
    const moot_cond_node *n = &m->e->p->nodes[node];
    (void)presumed;
    (void)verdict;
    if (n->subject == MOOT_SUBJECT_FACT && (n->test == MOOT_TEST_KNOWN || n->test == MOOT_TEST_UNKNOWN) && !moot_known(seen)) {
        missing_fact(m, n->ref, child);
    }
}

static void want_known(moot_engine *e, int32_t cond, int32_t child)
{
    int asks = 0;
    for (int32_t i = cond; i < e->p->nodes[cond].next && !asks; i++) {
        const moot_cond_node *n = &e->p->nodes[i];
        asks = n->kind == MOOT_COND_TEST && (n->test == MOOT_TEST_KNOWN || n->test == MOOT_TEST_UNKNOWN);
    }
    if (asks) {
        missing m = { e, { 0 }, { 0 }, 0, 0, 0 };
        (void)moot_cond_explain(&e->p->rules, &e->c->facts, cond, child, known_read, &m);
        (void)supply_drawn(e, &m, 0);
    }
}

/* A consent that nobody has asked for reads "not asked": whoever reads it lets a model ask, also where what is read is derived
 * from it. */
static void want_consents(moot_engine *e, int32_t cond, int depth)
{
    if (cond == MOOT_NO_COND || depth > MISSING_DEPTH) {
        return;
    }
    for (int32_t i = cond; i < e->p->nodes[cond].next; i++) {
        const moot_cond_node *n = &e->p->nodes[i];
        if (n->kind != MOOT_COND_TEST || n->subject != MOOT_SUBJECT_FACT) {
            continue;
        }
        const moot_fact *f = &e->p->facts[n->ref];
        if (f->type == MOOT_T_CONSENT) {
            e->no_memory |= e->oracle->cls->consent_wanted(e->oracle, e->c, n->ref, NULL) != MOOT_OK;
        } else if (f->decision >= 0) {
            const moot_decision *d = &e->p->decisions[f->decision];
            for (int32_t row = 0; row < d->rows.count; row++) {
                want_consents(e, e->p->rows[d->rows.first + row].when, depth + 1);
            }
        }
    }
}

moot_tri decide_condition(moot_engine *e, const moot_decl *decl, const char *what, int32_t cond, int32_t child)
{
    if (e->oracle->cls->draws && e->x->has_consents) {
        want_consents(e, cond, 0);
    }
    if (e->x->reads_moment) {
        decide_at_moment(e);
    }
    if (e->oracle->cls->draws) {
        want_known(e, cond, child);
    }
    moot_tri t = decide_read(e, cond, child);
    if (t == MOOT_UNKNOWN && supply_missing(e, decl, cond, child)) {
        t = decide_read(e, cond, child);
    }
    if (t == MOOT_UNKNOWN && what) {
        missing m = missing_of(e, cond, child);
        for (int i = 0; i < m.count; i++) {
            log_need(e, decl, what, m.fact[i], m.child[i]);
        }
        if (m.count == 0) {
            log_need(e, decl, what, -1, child);
        }
    }
    return t;
}

/* ---- what must be read again ---- */

static void dirty(moot_engine *e, const moot_buckets *b, int32_t key)
{
    const int32_t *w = b->ids + b->first[key], *end = b->ids + b->first[key + 1];
    int32_t more = 0;
    for (uint8_t *is_dirty = e->dirty; w < end; w++) {
        more += !is_dirty[*w];
        is_dirty[*w] = 1;
    }
    e->dirty_count += more;
}

void decide_fact_changed(moot_engine *e, int32_t fact)
{
    uint8_t type = e->p->facts[fact].type;
    dirty(e, &e->x->fact_watchers, fact);
    e->acts_wait = e->acts_wait == ACTS_NONE_WAIT ? ACTS_NONE_WAIT : ACTS_TO_RETRY;
    if (fact == e->p->dob_fact) {
        dirty(e, &e->x->other_watchers, MOOT_WATCH_AGE);
    }
    if (type == MOOT_T_DATE || type == MOOT_T_INSTANT) {
        trigger_dates(e, fact);
        clock_dates_changed(e);
    }
    stage_retry(e);
}

void decide_other_changed(moot_engine *e, moot_watch_other what)
{
    dirty(e, &e->x->other_watchers, (int32_t)what);
    stage_retry(e);
}

void decide_trigger_told(moot_engine *e, int32_t trigger)
{
    dirty(e, &e->x->trigger_watchers, trigger);
}

void decide_all(moot_engine *e)
{
    for (int32_t w = 0; w < e->x->watcher_count; w++) {
        e->dirty[w] = 1;
    }
    e->dirty_count = e->x->watcher_count;
}

void decide_first_facts(moot_engine *e)
{
    int32_t fact;
    for (int32_t i = 0; (fact = e->oracle->cls->first_fact(e->oracle, i)) >= 0; i++) {
        int each = e->p->facts[fact].per_child || fact == e->p->dob_fact;
        for (int32_t child = -1; child < (each ? e->c->facts.child_count : 0); child++) {
            moot_value v, stands = e->c->facts.values[(child + 1) * e->c->facts.fact_count + fact];
            if (!moot_known(stands) && e->oracle->cls->fact(e->oracle, e->c, fact, child, &v)) {
                (void)supply(e, fact, child, v);
            }
        }
    }
}

/* ---- derived facts ---- */

static int64_t option_bit(const moot_engine *e, int32_t fact, moot_value v)
{
    const moot_fact *f = &e->p->facts[fact];
    for (int32_t i = 0; i < f->options.count; i++) {
        if (moot_span_at(e->p, f->options, i) == v.a) {
            return (int64_t)1 << i;
        }
    }
    return 0;
}

typedef struct derived {
    moot_value value;
    int32_t row; /* that gave it, -1 */
    int gap;     /* every row is surely false: the text has no rule */
} derived;

static derived collect(moot_engine *e, const moot_decision *d, int32_t child)
{
    derived out = { moot_value_of(MOOT_T_SET, 0, d->fact), -1, 0 };
    for (int32_t i = 0; i < d->rows.count; i++) {
        const moot_row *row = &e->p->rows[d->rows.first + i];
        moot_tri t = decide_read(e, row->when, child);
        if (t == MOOT_UNKNOWN) {
            out.value = moot_unknown();
            return out;
        }
        if (t == MOOT_TRUE) {
            out.value.a |= option_bit(e, d->fact, moot_operand_value(&e->p->rules, &e->c->facts, row->value, child));
            out.row = d->rows.first + i;
        }
    }
    return out;
}

static MOOT_WITHIN moot_value value_of_row(moot_engine *e, int32_t row, int32_t child)
{
    const moot_operand *value = &e->p->operands[e->p->rows[row].value];
    if (value->reading >= 0) {
        e->c->reading_used[value->reading] = 1;
    }
    return value->kind == MOOT_OPERAND_CONST ? value->value
                                             : moot_operand_value(&e->p->rules, &e->c->facts, e->p->rows[row].value, child);
}

/* By the chain of its rows. 0: it has none, or it cannot tell. */
static int derive_by_chain(moot_engine *e, const moot_decision *d, int32_t child, derived *out)
{
    int32_t link = e->x->tables[d - e->p->decisions];
    if (e->tells_reads || link < 0) {
        return 0;
    }
    know_age(e);
    int32_t end = moot_plain_end(&e->p->rules, &e->c->facts, link, child);
    if (end == MOOT_LINK_UNKNOWN) {
        return 0;
    }
    out->gap = end == MOOT_LINK_FAILS;
    if (end <= MOOT_LINK_ROW(0)) {
        out->row = d->rows.first + MOOT_LINK_ROW(end);
        out->value = value_of_row(e, out->row, child);
    }
    return 1;
}

/* `first` stops at a row that cannot be told; `unique` trusts its one true row and refuses a second. */
static derived derive(moot_engine *e, const moot_decision *d, int32_t child)
{
    derived out = { moot_unknown(), -1, 1 };
    if (!engine_in_force(e, &d->decl)) {
        out.gap = 0; /* not the law on this day: nothing is derived, and the text is not silent */
        return out;
    }
    if (d->hit == MOOT_HIT_COLLECT) {
        return collect(e, d, child);
    }
    if (derive_by_chain(e, d, child, &out)) {
        return out;
    }
    for (int32_t i = 0; i < d->rows.count; i++) {
        int32_t index = d->rows.first + i;
        moot_tri t = decide_read(e, e->p->rows[index].when, child);
        out.gap &= t == MOOT_FALSE;
        if (t == MOOT_UNKNOWN && d->hit == MOOT_HIT_FIRST) {
            return out;
        }
        if (t != MOOT_TRUE) {
            continue;
        }
        if (out.row >= 0) {
            engine_fault(e, &d->decl, engine_text(e, "two rows of decision \"%s\" hold at once (lines %d and %d)",
                                                  d->decl.name, e->p->rows[out.row].line, e->p->rows[index].line));
            return out;
        }
        out.row = index;
        if (d->hit == MOOT_HIT_FIRST) {
            break;
        }
    }
    if (out.row >= 0) {
        if (d->hit != MOOT_HIT_FIRST) { /* read once more, so that `because` holds this row's facts and no others */
            (void)decide_read(e, e->p->rows[out.row].when, child);
        }
        out.value = value_of_row(e, out.row, child);
    }
    return out;
}

MOOT_APART static int32_t log_derived(moot_engine *e, const moot_decision *d, int32_t child, const derived *got)
{
    moot_entry entry;
    engine_fill_entry(e, &entry, MOOT_LOG_DERIVED, &d->decl);
    entry.ref = d->fact;
    entry.ref2 = got->row;
    entry.child = child;
    entry.value = got->value;
    if (got->row >= 0) {
        entry.clause = e->p->rows[got->row].clause;
        entry.line = e->p->rows[got->row].line;
    }
    return engine_log(e, &entry);
}

static void decide_one(moot_engine *e, int32_t decision, int32_t watcher, int32_t child)
{
    const moot_decision *d = &e->p->decisions[decision];
    const moot_facts *f = &e->c->facts;
    derived got = derive(e, d, child);
    if (e->stopped) {
        return;
    }
    if (watcher >= 0 && got.gap != e->holds[watcher]) {
        e->holds[watcher] = (uint8_t)got.gap;
        if (got.gap) {
            moot_entry gap = engine_entry(e, MOOT_LOG_GAP, &d->decl);
            gap.text = engine_text(e, "no row of decision \"%s\" holds", d->decl.name);
            (void)engine_log(e, &gap);
        }
    }
    if (moot_value_same(f->values[(child + 1) * f->fact_count + d->fact], got.value)) {
        engine_forget_reads(e);
        return;
    }
    if (e->c->brief) {
        e->cause = moot_case_number(e->c);
        moot_case__derived(e->c, e->cause, e->now, d->fact, child, got.row, &got.value);
    } else {
        e->cause = log_derived(e, d, child, &got);
    }
    decide_fact_changed(e, d->fact);
}

static MOOT_WITHIN void decide_decision(moot_engine *e, int32_t decision, int32_t watcher)
{
    int32_t children = e->p->facts[e->p->decisions[decision].fact].per_child ? e->c->facts.child_count : 0;
    if (children == 0) {
        decide_one(e, decision, watcher, -1);
    }
    for (int32_t child = 0; child < children && !e->stopped; child++) {
        decide_one(e, decision, -1, child);
    }
}

void decide_at_moment(moot_engine *e)
{
    for (int32_t i = 0; i < e->p->decisions_count; i++) {
        if (e->p->decisions[i].at_moment) {
            decide_decision(e, i, -1);
        }
    }
}

/* What a decision would come out as now; two rows of `unique` that hold at once are found when it is derived for good. */
static moot_value peek(moot_engine *e, const moot_decision *d, int32_t child)
{
    if (d->hit == MOOT_HIT_COLLECT) {
        return collect(e, d, child).value;
    }
    for (int32_t i = 0; i < d->rows.count; i++) {
        const moot_row *row = &e->p->rows[d->rows.first + i];
        moot_tri t = decide_read(e, row->when, child);
        if (t == MOOT_TRUE) {
            return moot_operand_value(&e->p->rules, &e->c->facts, row->value, child);
        }
        if (t == MOOT_UNKNOWN && d->hit == MOOT_HIT_FIRST) {
            break;
        }
    }
    return moot_unknown();
}

int32_t decide_peek(moot_engine *e, moot_value *kept, int32_t room)
{
    const moot_facts *f = &e->c->facts;
    int32_t n = 0;
    for (int32_t i = 0; i < e->p->decisions_count; i++) {
        const moot_decision *d = &e->p->decisions[i];
        for (int32_t child = -1; d->at_moment && child < f->child_count; child++) {
            if (n < room && (child < 0 || e->p->facts[d->fact].per_child)) {
                moot_value *slot = &f->values[(child + 1) * f->fact_count + d->fact];
                kept[n++] = *slot;
                *slot = peek(e, d, child);
            }
        }
    }
    engine_forget_reads(e);
    return n;
}

void decide_unpeek(moot_engine *e, const moot_value *kept, int32_t count)
{
    const moot_facts *f = &e->c->facts;
    int32_t n = 0;
    for (int32_t i = 0; i < e->p->decisions_count; i++) {
        const moot_decision *d = &e->p->decisions[i];
        for (int32_t child = -1; d->at_moment && child < f->child_count; child++) {
            if (n < count && (child < 0 || e->p->facts[d->fact].per_child)) {
                f->values[(child + 1) * f->fact_count + d->fact] = kept[n++];
            }
        }
    }
}

/* ---- becomes, invariants ---- */

static void decide_becomes(moot_engine *e, int32_t trigger, int32_t watcher)
{
    moot_tri t = decide_read(e, e->p->triggers[trigger].ref, -1);
    int was = e->holds[watcher];
    e->holds[watcher] = t == MOOT_TRUE;
    if (t != MOOT_UNKNOWN) {
        e->unknown[watcher].since.lo = MOOT_NEVER;
    } else if (e->unknown[watcher].since.lo == MOOT_NEVER) {
        e->unknown[watcher] = (not_told){ e->now, e->cause };
    }
    if (t == MOOT_TRUE && !was) {
        trigger_occurs(e, trigger, e->now);
    }
}

/* The nights of the run that ends now: those judged since it was broken. */
static int32_t nights_since(const moot_engine *e, int32_t invariant)
{
    for (int32_t i = e->c->breaches_count; i-- > 0;) {
        const moot_breach *b = &e->c->breaches[i];
        if (b->invariant == invariant) {
            return moot_day_at(e->p->zone, e->now.lo) - moot_day_at(e->p->zone, b->at.lo);
        }
    }
    return 0;
}

static void decide_invariant(moot_engine *e, int32_t invariant, uint8_t *broken)
{
    const moot_invariant *i = &e->p->invariants[invariant];
    if (!engine_in_force(e, &i->decl)) {
        return;
    }
    moot_tri t = decide_read(e, i->that, -1);
    int bad = t == (i->never ? MOOT_TRUE : MOOT_FALSE);
    int good = t == (i->never ? MOOT_FALSE : MOOT_TRUE);
    if (bad && !*broken) {
        moot_entry entry = engine_entry(e, MOOT_LOG_BROKEN, &i->decl);
        entry.ref = invariant;
        (void)engine_log(e, &entry);
    } else if (*broken && (good || t == MOOT_UNKNOWN)) { /* the run of known breaches ends where it cannot be told */
        moot_entry entry = engine_entry(e, MOOT_LOG_KEPT, &i->decl);
        entry.ref = invariant;
        entry.value = moot_value_of(MOOT_T_INTEGER, i->nightly ? nights_since(e, invariant) : 0, 0);
        (void)engine_log(e, &entry);
    }
    *broken = (uint8_t)bad;
}

/* ---- time alone ---- */

/* A rule begins with the first day on which it is in force, and is over with the day after the last. */
static moot_instant law_changes(const moot_engine *e, const moot_decl *decl)
{
    moot_day today = moot_day_at(e->p->zone, e->now.lo), next = MOOT_DAY_MAX;
    if (e->options.law_as_at != MOOT_DAY_MIN) {
        return MOOT_NEVER; /* the law of one day for the whole case */
    }
    if (decl->in_force_from > today) {
        next = decl->in_force_from;
    } else if (decl->in_force_to >= today && decl->in_force_to < MOOT_DAY_MAX) {
        next = decl->in_force_to + 1;
    }
    return next < MOOT_DAY_MAX ? moot_day_start(e->p->zone, next) : MOOT_NEVER;
}

/* What time alone does to the conditions that a watcher reads. */
static moot_instant conditions_change(const moot_engine *e, const moot_watcher *w)
{
    moot_instant next = MOOT_NEVER;
    if (w->kind != MOOT_WATCH_DECISION) {
        int32_t cond = w->kind == MOOT_WATCH_BECOMES ? e->p->triggers[w->id].ref : e->p->invariants[w->id].that;
        return moot_cond_next_change(&e->p->rules, &e->c->facts, cond, -1);
    }
    const moot_decision *d = &e->p->decisions[w->id];
    for (int32_t i = 0; i < d->rows.count; i++) {
        for (int32_t child = -1; child < e->c->facts.child_count; child++) {
            moot_instant at = moot_cond_next_change(&e->p->rules, &e->c->facts, e->p->rows[d->rows.first + i].when, child);
            next = at < next ? at : next;
        }
    }
    return next;
}

static const moot_decl *decl_of(const moot_engine *e, const moot_watcher *w)
{
    switch ((moot_watch_kind)w->kind) {
    case MOOT_WATCH_DECISION: return &e->p->decisions[w->id].decl;
    case MOOT_WATCH_HELPER: return &e->p->helpers[w->id].decl;
    case MOOT_WATCH_INVARIANT: return &e->p->invariants[w->id].decl;
    case MOOT_WATCH_BECOMES: break;
    }
    return NULL;
}

static void set_watch_timer(moot_engine *e, int32_t watcher)
{
    if (e->now.lo >= e->horizon) {
        return; /* nothing comes later */
    }
    const moot_watcher *w = &e->x->watchers[watcher];
    moot_instant next = w->timed & MOOT_TIMED_LAW ? law_changes(e, decl_of(e, w)) : MOOT_NEVER, at = MOOT_NEVER;
    if (w->kind != MOOT_WATCH_HELPER) { /* a helper's inputs tell of themselves when they change */
        at = w->timed & MOOT_TIMED_READ ? conditions_change(e, w)
                                        : (w->timed & MOOT_TIMED_AGE ? moot_next_birthday(&e->p->rules, &e->c->facts) : MOOT_NEVER);
    }
    next = at < next ? at : next;
    if (next != e->watch_at[watcher]) {
        timer t = { next, CLASS_DATE, TIMER_WATCH, watcher, 0, watcher, 0, moot_when_at(next), 0 };
        e->watch_at[watcher] = next;
        agenda_set(e, t);
    }
}

/* Those that name `tonight` are read once the day is over on which something changed that they name. */
static void judge_tonight(moot_engine *e)
{
    moot_day day = moot_day_at(e->p->zone, e->now.lo);
    if (e->night_set == day) {
        return;
    }
    moot_instant at = moot_day_end(e->p->zone, day);
    timer t = { at, CLASS_NIGHT, TIMER_NIGHT, 0, 0, 0, 0, moot_when_at(at), 0 };
    e->night_set = day;
    agenda_set(e, t);
}

static void decide_watcher(moot_engine *e, int32_t w)
{
    e->dirty[w] = 0;
    e->dirty_count--;
    const moot_watcher *watcher = &e->x->watchers[w];
    switch ((moot_watch_kind)watcher->kind) {
    case MOOT_WATCH_DECISION:
        if (!e->p->decisions[watcher->id].at_moment) {
            decide_decision(e, watcher->id, w);
        }
        break;
    case MOOT_WATCH_HELPER: helper_derive(e, watcher->id); break;
    case MOOT_WATCH_BECOMES: decide_becomes(e, watcher->id, w); break;
    case MOOT_WATCH_INVARIANT:
        if (e->p->invariants[watcher->id].nightly) {
            judge_tonight(e);
        } else {
            decide_invariant(e, watcher->id, &e->holds[w]);
        }
        break;
    }
    if (watcher->timed && !e->stopped) {
        set_watch_timer(e, w);
    }
}

int decide_next(moot_engine *e)
{
    if (e->dirty_count == 0) {
        return 0;
    }
    const uint8_t *first = memchr(e->dirty, 1, (size_t)e->x->watcher_count);
    decide_watcher(e, (int32_t)(first - e->dirty));
    return 1;
}

/* Decisions and helpers stand before all that only reads them (protocol_index.c). */
void decide_facts(moot_engine *e)
{
    int32_t cause = e->cause;
    const uint8_t *first; /* each time anew: what was changed may be read by one before it */
    while (!e->stopped && (first = memchr(e->dirty, 1, (size_t)e->x->deriving_count))) {
        decide_watcher(e, (int32_t)(first - e->dirty));
        engine_step(e);
        e->cause = cause;
    }
}

/* ---- nights ---- */

void decide_tonight_changed(moot_engine *e)
{
    decide_other_changed(e, MOOT_WATCH_TONIGHT);
}

void decide_night_timer(moot_engine *e)
{
    for (int32_t i = 0; i < e->p->invariants_count && !e->stopped; i++) {
        if (e->p->invariants[i].nightly) {
            decide_invariant(e, i, &e->night_broken[i]);
        }
    }
}
