/* case_fold: the fold: what one entry does to the state of a case. Nothing else changes state.
 *
 * What most entries of a life say has a function of its own below. A case whose log nobody reads (moot_case.brief) is told it by
 * that alone: an entry is 192 bytes, and filling one that is folded and forgotten was a tenth of all that a drawn life took.
 * Then its number is taken by moot_case_number, in the order in which entries would have been logged. */
#ifndef MOOT_CASE_FOLD_H
#define MOOT_CASE_FOLD_H

#include <string.h>

#include "vm/case/case.h"

void moot_case__fold(moot_case *c, const moot_entry *entry);

/* The number of the next entry; of a brief case only. */
static inline int32_t moot_case_number(moot_case *c)
{
    return ++c->entry_count;
}

/* ---- ENTER, LEAVE, STOP, QUEUED, CLOSE ---- */

/* A new entry opens a closed case again (rule 4). */
static inline void moot_case__open_again(moot_case *c)
{
    c->status = MOOT_CASE_OPEN;
    c->outcome = NULL;
    c->closed_at = moot_when_at(MOOT_NEVER);
}

static inline void moot_case__enter(moot_case *c, int32_t n, moot_when at, int32_t stage, int32_t child, int departed)
{
    if (!moot_grow((void **)&c->visits, &c->visits_cap, (size_t)c->visits_count + 1, sizeof *c->visits)) {
        c->no_memory = 1;
        return;
    }
    moot_visit *v = &c->visits[c->visits_count];
    memset(v, 0, sizeof *v);
    v->stage = stage;
    v->child = child;
    v->entered = at;
    v->left = v->session = moot_when_at(MOOT_NEVER);
    v->outcome = v->decided_by = -1;
    v->entry = n;
    v->serial = c->step;
    v->departed = departed != 0;
    c->open_visit[(child + 1) * c->protocol->stages_count + stage] = c->visits_count++;
    if (c->status == MOOT_CASE_CLOSED && !c->protocol->stages[stage].effects_only && !departed) {
        moot_case__open_again(c);
    }
}

static inline void moot_case__leave(moot_case *c, int32_t n, moot_when at, int32_t visit, int32_t outcome, int32_t who,
                                    int stopped)
{
    moot_visit *v = &c->visits[visit];
    v->left = at;
    v->outcome = outcome;
    v->left_entry = n;
    v->stopped = stopped != 0;
    v->decided_by = who;
    c->open_visit[(v->child + 1) * c->protocol->stages_count + v->stage] = -1;
    while (c->visits_over < c->visits_count && !moot_visit_open(&c->visits[c->visits_over])) {
        c->visits_over++;
    }
}

static inline void moot_case__queued(moot_case *c, int32_t visit, moot_when session)
{
    c->visits[visit].session = session;
}

void moot_case__close(moot_case *c, int32_t n, moot_when at, const char *outcome);

/* ---- DERIVED ---- */

void moot_case__derived(moot_case *c, int32_t n, moot_when at, int32_t fact, int32_t child, int32_t row, const moot_value *value);

/* ---- CLOCK, VERDICT ---- */

/* What starts; since: lo == MOOT_NEVER: from `at`. */
typedef struct moot_clock_start {
    int32_t rule, visit, child;
    moot_clock_status status;
    moot_when since, due, not_before;
    moot_value counted;
    uint8_t flags;
} moot_clock_start;

static inline void moot_case__clock(moot_case *c, int32_t n, moot_when at, const moot_clock_start *s)
{
    if (!moot_grow((void **)&c->clocks, &c->clocks_cap, (size_t)c->clocks_count + 1, sizeof *c->clocks)) {
        c->no_memory = 1;
        return;
    }
    moot_clock *k = &c->clocks[c->clocks_count++];
    memset(k, 0, sizeof *k);
    k->rule = s->rule;
    k->visit = s->visit;
    k->child = s->child;
    k->status = (uint8_t)s->status;
    k->since = s->since.lo == MOOT_NEVER ? at : s->since;
    k->due = s->due;
    k->met_at = moot_when_at(MOOT_NEVER);
    k->not_before = s->not_before;
    k->counted = s->counted;
    k->flags = s->flags & (MOOT_ENTRY_PROVISIONAL | MOOT_ENTRY_TOO_OLD);
    k->entry = n;
}

void moot_case__breach(moot_case *c, int32_t n, moot_when at, int32_t clock); /* a deadline that was not kept */
void moot_case__waits_no_more(moot_case *c, int32_t clock);                   /* the act of a void clock */

static inline void moot_case__verdict(moot_case *c, int32_t n, moot_when at, int32_t clock, moot_clock_status status,
                                      moot_when done, uint8_t flags, const char *why)
{
    moot_clock *k = &c->clocks[clock];
    k->status = (uint8_t)status;
    k->flags |= flags;
    if (done.lo != MOOT_NEVER) {
        k->done = 1;
        k->met_at = done;
        k->met_entry = n;
    }
    k->ended = k->done || status == MOOT_CLOCK_VOID || why; /* late, and with a reason: replaced by another */
    if (status == MOOT_CLOCK_VOID) {
        k->why_void = why;
        moot_case__waits_no_more(c, clock);
    }
    while (c->clocks_over < c->clocks_count && c->clocks[c->clocks_over].ended) {
        c->clocks_over++;
    }
    if ((status == MOOT_CLOCK_LATE || status == MOOT_CLOCK_EARLY) && !k->broke && !(flags & MOOT_ENTRY_RIGHT)) {
        k->broke = 1;
        k->late_entry = n;
        moot_case__breach(c, n, at, clock);
    }
}

#endif
