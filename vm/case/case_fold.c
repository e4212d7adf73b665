#include "vm/case/case_fold.h"

#include <string.h>

/* Appends a zeroed element to one of the case's arrays; NULL (and no_memory) when memory ends. */
static inline void *append(moot_case *c, void **array, size_t *cap, int32_t *count, size_t size)
{
    if (!moot_grow(array, cap, (size_t)*count + 1, size)) {
        c->no_memory = 1;
        return NULL;
    }
    void *slot = (char *)*array + (size_t)*count * size;
    memset(slot, 0, size);
    (*count)++;
    return slot;
}
#define APPEND(c, array) \
    append((c), (void **)&(c)->array, &(c)->array##_cap, &(c)->array##_count, sizeof *(c)->array)

static const moot_when NONE = { MOOT_NEVER, MOOT_NEVER };

/* ---- journey ---- */

void moot_case__close(moot_case *c, int32_t n, moot_when at, const char *outcome)
{
    for (int32_t i = c->visits_over; i < c->visits_count; i++) {
        if (moot_visit_open(&c->visits[i])) {
            moot_case__leave(c, n, at, i, -1, -1, 1);
        }
    }
    c->status = MOOT_CASE_CLOSED;
    c->outcome = outcome;
    c->closed_at = at;
    c->facts.night = MOOT_NOT_RECORDED; /* a place holds until the next, its end, or the close (rule 14) */
    c->facts.night_place = NULL;
}

/* ---- facts ---- */

/* What a letter must say is known: that is needed for it no more. */
static void drop_letter_needs(moot_case *c, int32_t fact)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < c->needs_count; i++) {
        if (c->needs[i].fact != fact || strcmp(c->needs[i].what, MOOT_NEED_LETTER) != 0) {
            c->needs[kept++] = c->needs[i];
        }
    }
    c->needs_count = kept;
}

MOOT_APART static void set_value(moot_case *c, int32_t fact, int32_t child, moot_value value)
{
    moot_facts *f = &c->facts;
    c->blank_values = 0;
    if (c->needs_count > 0 && moot_known(value)) {
        drop_letter_needs(c, fact);
    }
    int per_child = c->protocol->facts[fact].per_child;
    if (child >= 0 && (per_child || fact == f->dob_fact)) { /* each child has a birth of its own */
        f->values[(child + 1) * f->fact_count + fact] = value;
    } else if (!per_child) {
        f->values[fact] = value;
    } else {
        for (int32_t row = 0; row <= f->child_count; row++) { /* speaks for all */
            f->values[row * f->fact_count + fact] = value;
        }
    }
}

void moot_case__derived(moot_case *c, int32_t n, moot_when at, int32_t fact, int32_t child, int32_t row, const moot_value *value)
{
    moot_derivation *d = APPEND(c, derivations);
    if (child < 0 && c->needs_count == 0 && !c->protocol->facts[fact].per_child) {
        c->blank_values = 0;
        c->facts.values[fact] = *value;
    } else {
        set_value(c, fact, child, *value);
    }
    if (d) {
        d->fact = fact;
        d->child = child;
        d->row = row;
        d->value = *value;
        d->at = at;
        d->entry = n;
    }
}

MOOT_APART static void fold_set(moot_case *c, const moot_entry *e)
{
    if (e->ref != MOOT_SET_LEAD) {
        set_value(c, e->ref, e->child, e->value);
        return;
    }
    int32_t lead = (int32_t)e->value.a;
    c->facts.handovers += c->facts.lead >= 0 && c->facts.lead != lead;
    c->facts.lead = lead;
}

/* ---- clocks ---- */

static void fold_clock(moot_case *c, const moot_entry *e)
{
    moot_clock_start s = { e->ref, e->visit, e->child, (moot_clock_status)e->ref2, e->mark, e->due, e->not_before, e->value,
                           e->flags };
    moot_case__clock(c, e->n, e->at, &s);
}

MOOT_APART static void fold_moved(moot_case *c, const moot_entry *e)
{
    moot_clock *k = &c->clocks[e->clock];
    k->due = e->due;
    k->not_before = e->not_before;
    k->counted = e->value;
    k->flags = (uint8_t)((k->flags & ~(MOOT_ENTRY_PROVISIONAL | MOOT_ENTRY_TOO_OLD)) |
                         (e->flags & (MOOT_ENTRY_PROVISIONAL | MOOT_ENTRY_TOO_OLD)));
    if (e->mark.lo != MOOT_NEVER) {
        k->since = e->mark; /* what it runs from has come */
    }
    if (!k->ended && !k->broke && k->status != MOOT_CLOCK_CANNOT_TELL) {
        k->status = e->due.lo == MOOT_NEVER ? MOOT_CLOCK_UNDATED : MOOT_CLOCK_LIVE;
    }
}

void moot_case__breach(moot_case *c, int32_t n, moot_when at, int32_t clock)
{
    moot_breach *b = APPEND(c, breaches);
    if (b) {
        b->clock = clock;
        b->invariant = -1;
        b->child = c->clocks[clock].child;
        b->at = at;
        b->until = NONE;
        b->entry = n;
    }
}

/* Consent is settled, its letter complete: nothing is needed for this act any more. */
static void drop_needs(moot_case *c, const moot_effect *f)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < c->needs_count; i++) {
        int letter = strcmp(c->needs[i].what, MOOT_NEED_LETTER) == 0;
        if (c->needs[i].decl != &f->decl || (c->needs[i].fact != f->consent && !letter)) {
            c->needs[kept++] = c->needs[i];
        }
    }
    c->needs_count = kept;
}

/* An act waits no longer than its clock runs (rule 10): it is as any other that was called and whose clock is void, and what it
 * waited for is not asked any more, unless another call of it waits. */
void moot_case__waits_no_more(moot_case *c, int32_t clock)
{
    int32_t effect = c->protocol->clocks[c->clocks[clock].rule].effect;
    int was_waiting = 0, others_wait = 0;
    for (int32_t i = 0; effect >= 0 && i < c->acts_count; i++) {
        moot_act *a = &c->acts[i];
        if (a->effect == effect && a->state == MOOT_ACT_WAITING) {
            if (a->clock == clock) {
                a->state = MOOT_ACT_ASKED;
                was_waiting = 1;
            } else {
                others_wait = 1;
            }
        }
    }
    if (was_waiting && !others_wait) {
        drop_needs(c, &c->protocol->effects[effect]);
    }
}

/* ---- acts and places ---- */

/* Whether an act may go on to a state: a waiting one to any other, one that was called to its end. */
static int goes_on(const moot_act *a, int32_t state)
{
    int called_now = state == MOOT_ACT_ASKED && a->clock >= 0; /* without a clock it would be another call */
    return (a->state == MOOT_ACT_WAITING && called_now)
           || ((a->state == MOOT_ACT_WAITING || a->state == MOOT_ACT_ASKED) && state != MOOT_ACT_ASKED
               && state != MOOT_ACT_WAITING);
}

MOOT_APART static void fold_act(moot_case *c, const moot_entry *e)
{
    for (int32_t i = c->acts_count; i-- > 0;) { /* a later word on the same call */
        moot_act *a = &c->acts[i];
        if (a->effect == e->ref && a->visit == e->visit && a->child == e->child && a->clock == e->clock
            && goes_on(a, e->ref2)) {
            if (a->state == MOOT_ACT_WAITING) {
                drop_needs(c, &c->protocol->effects[e->ref]);
            }
            a->state = (uint8_t)e->ref2;
            a->at = e->at;
            a->assumed = (e->flags & MOOT_ENTRY_ASSUMED) != 0;
            return;
        }
    }
    moot_act *a = APPEND(c, acts);
    if (a) {
        a->effect = e->ref;
        a->clock = e->clock;
        a->visit = e->visit;
        a->child = e->child;
        a->at = a->called = e->at;
        a->state = (uint8_t)e->ref2;
        a->assumed = (e->flags & MOOT_ENTRY_ASSUMED) != 0;
        a->lacks = e->ref2 == MOOT_ACT_WAITING && e->text != NULL;
        a->entry = e->n;
    }
}

MOOT_APART static void fold_placed(moot_case *c, const moot_entry *e)
{
    moot_bed *b = APPEND(c, beds);
    c->facts.night = (moot_night)e->value.a;
    c->facts.night_place = e->text;
    if (b) {
        b->from = e->at;
        b->night = c->facts.night;
        b->place = e->text;
        b->provider = e->provider;
        b->paid_by = e->paid_by;
        b->decl = e->decl;
        b->entry = e->n;
    }
}

MOOT_APART static void fold_signed(moot_case *c, const moot_entry *e)
{
    moot_sign *s = NULL;
    for (int32_t i = 0; i < c->signs_count; i++) {
        if (c->signs[i].visit == e->visit && c->signs[i].party == e->who) {
            s = &c->signs[i]; /* a later one by the same role replaces it */
        }
    }
    s = s ? s : APPEND(c, signs);
    if (s) {
        s->visit = e->visit;
        s->party = e->who;
        s->outcome = e->ref2;
        s->at = e->at;
    }
}

MOOT_APART static void fold_level(moot_case *c, const moot_entry *e)
{
    moot_level_at *l = APPEND(c, levels);
    if (l) {
        l->ladder = e->ref;
        l->level = e->ref2;
        l->at = e->at;
        l->stage = e->visit >= 0 ? c->visits[e->visit].stage : -1;
        l->entry = e->n;
    }
}

/* ---- invariants, needs, counts ---- */

MOOT_APART static void fold_counted(moot_case *c, const moot_entry *e)
{
    moot_counted *k = APPEND(c, counts);
    if (k) {
        k->measure = e->ref;
        k->at = e->mark;
        k->value = e->value;
        k->entry = e->n;
    }
}

MOOT_APART static void fold_broken(moot_case *c, const moot_entry *e)
{
    moot_breach *b = APPEND(c, breaches);
    if (b) {
        b->clock = -1;
        b->invariant = e->ref;
        b->child = e->child;
        b->at = e->at;
        b->until = NONE;
        b->nights = c->protocol->invariants[e->ref].nightly;
        b->entry = e->n;
    }
}

MOOT_APART static void fold_kept(moot_case *c, const moot_entry *e)
{
    for (int32_t i = c->breaches_count; i-- > 0;) {
        moot_breach *b = &c->breaches[i];
        if (b->invariant == e->ref && b->until.lo == MOOT_NEVER) {
            b->until = e->at;
            b->nights = (int32_t)e->value.a;
            return;
        }
    }
}

MOOT_APART static void fold_undecided(moot_case *c, const moot_entry *e)
{
    moot_need *n = APPEND(c, needs);
    if (n) {
        n->fact = e->ref;
        n->child = e->child;
        n->decl = e->decl;
        n->what = e->text;
        n->since = e->at;
        n->entry = e->n;
        n->blocks = e->ref2 == 1;
    }
}

void moot_case__fold(moot_case *c, const moot_entry *e)
{
    switch ((moot_what)e->what) {
    case MOOT_LOG_ENTER: moot_case__enter(c, e->n, e->at, e->ref, e->child, e->flags & MOOT_ENTRY_DEPARTED); break;
    case MOOT_LOG_LEAVE: moot_case__leave(c, e->n, e->at, e->visit, e->ref2, e->who, 0); break;
    case MOOT_LOG_STOP: moot_case__leave(c, e->n, e->at, e->visit, -1, e->who, 1); break;
    case MOOT_LOG_CLOSE: moot_case__close(c, e->n, e->at, e->text); break;
    case MOOT_LOG_FACT: set_value(c, e->ref, e->child, e->value); break;
    case MOOT_LOG_DERIVED: moot_case__derived(c, e->n, e->at, e->ref, e->child, e->ref2, &e->value); break;
    case MOOT_LOG_SET: fold_set(c, e); break;
    case MOOT_LOG_CLOCK: fold_clock(c, e); break;
    case MOOT_LOG_MOVED: fold_moved(c, e); break;
    case MOOT_LOG_VERDICT:
        moot_case__verdict(c, e->n, e->at, e->clock, (moot_clock_status)e->ref2, e->mark, e->flags, e->text);
        break;
    case MOOT_LOG_ACT: fold_act(c, e); break;
    case MOOT_LOG_PLACED: fold_placed(c, e); break;
    case MOOT_LOG_QUEUED: moot_case__queued(c, e->visit, e->due); break;
    case MOOT_LOG_SIGNED: fold_signed(c, e); break;
    case MOOT_LOG_ESCALATED: fold_level(c, e); break;
    case MOOT_LOG_BROKEN: fold_broken(c, e); break;
    case MOOT_LOG_KEPT: fold_kept(c, e); break;
    case MOOT_LOG_UNDECIDED: fold_undecided(c, e); break;
    case MOOT_LOG_COUNTED: fold_counted(c, e); break;
    case MOOT_LOG_FAULT:
        c->status = MOOT_CASE_FAILED;
        c->fault = e->text;
        break;
    case MOOT_LOG_START: case MOOT_LOG_EVENT: case MOOT_LOG_ENTER_OPEN: case MOOT_LOG_NOTICE: case MOOT_LOG_DISPUTE:
    case MOOT_LOG_SESSION: case MOOT_LOG_DEPARTURE: case MOOT_LOG_GAP: case MOOT_LOG_NOTE:
    case MOOT_LOG_CORRECTED: case MOOT_LOG_SUPERSEDES:
        break; /* told, and nothing changes by it */
    case MOOT_LOG_COUNT:
        MOOT_BUG("an entry of no kind");
    }
}
