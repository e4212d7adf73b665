#include "vm/case/case.h"

#include <string.h>

#include "vm/case/case_count.h"
#include "vm/case/case_fold.h"

void moot_case_init(moot_case *c)
{
    memset(c, 0, sizeof *c);
    moot_arena_init(&c->arena);
}

void moot_case_done(moot_case *c)
{
#define X(type, array) moot_free(c->array);
    MOOT_CASE_ARRAYS(X)
#undef X
    moot_free(c->facts.values);
    moot_free(c->open_visit);
    moot_free(c->trigger_count);
    moot_free(c->trigger_last);
    moot_free(c->trigger_serial);
    moot_free(c->reading_used);
    moot_free(c->holds);
    moot_arena_done(&c->arena);
    moot_case_init(c);
}

/* ---- room ---- */

static int make_room(moot_case *c, size_t values, size_t open)
{
    const moot_protocol *p = c->protocol;
    size_t triggers = (size_t)p->triggers_count + 1;
    if (values > c->fixed_values) {
        moot_value *v = moot_reallocarray(c->facts.values, values, sizeof *v);
        if (!v) {
            return 0;
        }
        c->facts.values = v;
        c->fixed_values = values;
        c->blank_values = 0;
    }
    if (open > c->fixed_open) {
        int32_t *o = moot_reallocarray(c->open_visit, open, sizeof *o);
        if (!o) {
            return 0;
        }
        c->open_visit = o;
        c->fixed_open = open;
    }
    if (triggers > c->fixed_triggers) {
        moot_free(c->trigger_count);
        moot_free(c->trigger_last);
        moot_free(c->trigger_serial);
        c->fixed_triggers = 0;
        c->trigger_count = moot_calloc(triggers, sizeof *c->trigger_count);
        c->trigger_last = moot_calloc(triggers, sizeof *c->trigger_last);
        c->trigger_serial = moot_calloc(triggers, sizeof *c->trigger_serial);
        if (!c->trigger_count || !c->trigger_last || !c->trigger_serial) {
            return 0;
        }
        c->fixed_triggers = triggers;
    }
    if ((size_t)p->readings_count + 1 > c->fixed_readings) {
        moot_free(c->reading_used);
        c->fixed_readings = 0;
        c->reading_used = moot_calloc((size_t)p->readings_count + 1, 1);
        if (!c->reading_used) {
            return 0;
        }
        c->fixed_readings = (size_t)p->readings_count + 1;
    }
    return 1;
}

/* The state at the start of the case; the log is not touched. */
static moot_code reset_state(moot_case *c, moot_err *err)
{
    const moot_protocol *p = c->protocol;
    size_t rows = 1 + (size_t)c->input->child_count;
    size_t values = rows * (size_t)p->facts_count;
    size_t open = rows * (size_t)p->stages_count;
    if (!make_room(c, values, open + 1)) {
        return moot_fail_memory(err);
    }
    if (values > 0 && c->input->values) {
        memcpy(c->facts.values, c->input->values, values * sizeof *c->facts.values);
        c->blank_values = 0;
    } else if (values > c->blank_values) {
        memset(c->facts.values, 0, values * sizeof *c->facts.values);
        c->blank_values = values;
    }
    for (size_t i = 0; i < open; i++) {
        c->open_visit[i] = -1;
    }
    for (int32_t t = 0; t < p->triggers_count; t++) {
        c->trigger_count[t] = 0;
        c->trigger_last[t].lo = c->trigger_last[t].hi = MOOT_NEVER;
        c->trigger_serial[t] = 0;
    }
    memset(c->reading_used, 0, (size_t)p->readings_count);
    moot_facts *f = &c->facts;
    f->fact_count = p->facts_count;
    f->child_count = c->input->child_count;
    f->spells = c->input->spells;
    f->spell_count = c->input->spell_count;
    f->dob_fact = p->dob_fact;
    f->now = moot_when_at(MOOT_ALWAYS);
    f->aged.at = MOOT_NEVER;
    f->law_day = MOOT_DAY_MIN;
    f->held = MOOT_DAY_MAX;
    f->law_is_fixed = 0;
    f->night = MOOT_NOT_RECORDED;
    f->night_place = NULL;
    f->lead = -1;
    f->handovers = 0;
    f->trigger_count = c->trigger_count;
    f->trigger_last = c->trigger_last;
    c->visits_count = c->clocks_count = c->acts_count = c->beds_count = c->breaches_count = 0;
    c->visits_over = c->clocks_over = 0;
    c->needs_count = c->waits_count = c->levels_count = c->derivations_count = c->signs_count = c->counts_count = 0;
    c->step = 0;
    c->status = MOOT_CASE_OPEN;
    c->outcome = c->fault = NULL;
    c->closed_at = moot_when_at(MOOT_NEVER);
    c->as_of = MOOT_NEVER;
    return MOOT_OK;
}

moot_code moot_case_begin(moot_case *c, const moot_protocol *protocol, const moot_input *input, int keep_log,
                          moot_err *err)
{
    c->protocol = protocol;
    c->input = input;
    c->keep_log = keep_log;
    c->brief = !keep_log;
    c->entry_count = c->log_count = c->reads_count = 0;
    c->no_memory = 0;
    c->refolding = 0;
    c->same_upto = c->holds_count = 0;
    c->known_floor = MOOT_ALWAYS;
    moot_arena_clear(&c->arena);
    return reset_state(c, err);
}

/* ---- the log ---- */

moot_entry moot_entry_blank(moot_what what, moot_when at)
{
    moot_entry e;
    memset(&e, 0, sizeof e);
    e.what = (uint8_t)what;
    e.at = at;
    e.known = at.lo;
    e.ref = e.ref2 = e.visit = e.clock = e.child = e.who = e.paid_by = -1;
    e.due = e.mark = moot_when_at(MOOT_NEVER);
    e.not_before = moot_when_at(MOOT_ALWAYS);
    return e;
}

static int same_when(moot_when x, moot_when y)
{
    return x.lo == y.lo && x.hi == y.hi;
}

static int same_text(const char *x, const char *y)
{
    return x == y || (x && y && strcmp(x, y) == 0);
}

/* Whether an entry says what another said; `known`, numbers and the facts read are not part of what it says. */
static int same_entry(const moot_entry *x, const moot_entry *y)
{
    return x->what == y->what && ((x->flags ^ y->flags) & ~MOOT_ENTRY_KNOWN_LATE) == 0 && same_when(x->at, y->at) && x->ref == y->ref
           && x->ref2 == y->ref2 && x->visit == y->visit && x->clock == y->clock && x->child == y->child
           && x->who == y->who && x->cause == y->cause && x->decl == y->decl && moot_value_same(x->value, y->value)
           && same_when(x->due, y->due) && same_when(x->mark, y->mark) && same_when(x->not_before, y->not_before)
           && same_text(x->text, y->text);
}

/* 0, and no_memory, when memory ends. */
static int copy_to_log(moot_case *c, const moot_entry *e)
{
    if (!moot_grow((void **)&c->log, &c->log_cap, (size_t)c->log_count + 1, sizeof *c->log)
        || !moot_grow((void **)&c->holds, &c->holds_cap, (size_t)c->holds_count + 1, sizeof *c->holds)) {
        c->no_memory = 1;
        return 0;
    }
    c->log[c->log_count++] = *e;
    if (e->what != MOOT_LOG_SUPERSEDES) {
        c->holds[c->holds_count++] = e->n;
    }
    return 1;
}

static inline int32_t keep(moot_case *c, moot_entry *e)
{
    e->n = ++c->entry_count;
    if (e->known < c->known_floor) { /* told afresh by what became known later */
        e->flags |= e->what == MOOT_LOG_VERDICT ? MOOT_ENTRY_KNOWN_LATE : 0;
        e->known = c->known_floor;
    }
    if (!c->keep_log || copy_to_log(c, e)) {
        moot_case__fold(c, e);
    }
    return e->n;
}

/* The first entry that comes out differently: all that held from here on no longer does. */
MOOT_APART static void diverge(moot_case *c, moot_when at)
{
    moot_entry e = moot_entry_blank(MOOT_LOG_SUPERSEDES, at);
    c->refolding = 0;
    if (c->same_upto >= c->holds_count) {
        return; /* nothing that held is lost: the case only goes on */
    }
    e.ref = c->holds[c->same_upto];
    e.ref2 = c->log_count;
    e.known = c->known_floor;
    c->holds_count = c->same_upto;
    (void)keep(c, &e);
}

int32_t moot_case_log(moot_case *c, moot_entry *entry)
{
    if (c->refolding) {
        if (c->same_upto < c->holds_count && same_entry(&c->log[c->holds[c->same_upto] - 1], entry)) {
            const moot_entry *held = &c->log[c->holds[c->same_upto++] - 1];
            moot_case__fold(c, held);
            return held->n;
        }
        diverge(c, moot_when_at(c->known_floor));
    }
    return keep(c, entry);
}

moot_code moot_case_refold(moot_case *c, moot_instant known, moot_err *err)
{
    c->refolding = c->keep_log;
    c->brief = 0;
    c->same_upto = 0;
    c->known_floor = known > c->known_floor ? known : c->known_floor;
    if (!c->keep_log) {
        c->entry_count = 0;
    }
    return reset_state(c, err);
}

int32_t moot_case_superseded(const moot_case *c, int32_t n)
{
    int32_t by = 0;
    for (int32_t i = n; i < c->log_count; i++) {
        const moot_entry *e = &c->log[i];
        if (e->what == MOOT_LOG_SUPERSEDES && e->ref <= n && n <= e->ref2) {
            by = e->n;
        }
    }
    return by;
}

/* ---- replay ---- */

/* Marks the entries of a log that no later entry supersedes. */
static uint8_t *holding(const moot_entry *log, int32_t count)
{
    uint8_t *holds = moot_malloc((size_t)count + 1);
    if (!holds) {
        return NULL;
    }
    memset(holds, 1, (size_t)count + 1);
    for (int32_t i = 0; i < count; i++) {
        if (log[i].what == MOOT_LOG_SUPERSEDES && log[i].ref > 0) {
            for (int32_t n = log[i].ref; n <= log[i].ref2 && n <= count; n++) {
                holds[n - 1] = 0;
            }
        }
    }
    return holds;
}

uint8_t *moot_case_holding(const moot_case *c)
{
    return holding(c->log, c->log_count);
}

moot_code moot_case_replay(moot_case *c, const moot_protocol *protocol, const moot_input *input, const moot_entry *log,
                           int32_t count, int32_t upto, moot_err *err)
{
    moot_code code = moot_case_begin(c, protocol, input, 1, err);
    if (code != MOOT_OK) {
        return code;
    }
    int32_t end = upto > 0 && upto < count ? upto : count;
    uint8_t *holds = holding(log, end);
    if (!holds) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < end && !c->no_memory; i++) {
        if (!moot_grow((void **)&c->log, &c->log_cap, (size_t)c->log_count + 1, sizeof *c->log)) {
            c->no_memory = 1;
            break;
        }
        c->log[c->log_count++] = log[i];
        c->entry_count = log[i].n;
        if (holds[i]) {
            moot_case__fold(c, &log[i]);
        }
    }
    moot_free(holds);
    return c->no_memory ? moot_fail_memory(err) : MOOT_OK;
}

/* ---- the end ---- */

/* Nights in [from, to): how many last seconds of a day lie in it. */
static int32_t nights_between(const moot_protocol *p, moot_instant from, moot_instant to)
{
    moot_day first = moot_day_at(p->zone, from);
    moot_day last = moot_day_at(p->zone, to);
    return last - first + (moot_day_end(p->zone, last) <= to ? 1 : 0);
}

void moot_case_conclude(moot_case *c, moot_instant as_of)
{
    c->as_of = as_of;
    for (int32_t i = 0; i < c->breaches_count && as_of != MOOT_NEVER; i++) {
        moot_breach *b = &c->breaches[i];
        if (b->invariant >= 0 && b->until.lo == MOOT_NEVER && c->protocol->invariants[b->invariant].nightly) {
            b->nights = nights_between(c->protocol, b->at.lo, as_of);
        }
    }
    for (int32_t i = 0; i < c->needs_count && c->status != MOOT_CASE_FAILED; i++) {
        if (c->needs[i].blocks) {
            c->status = MOOT_CASE_UNDECIDED;
        }
    }
}

void moot_case_drop_log(moot_case *c)
{
    c->keep_log = c->refolding = 0;
    c->log_count = c->reads_count = c->holds_count = 0;
}

/* ---- asking ---- */

int64_t moot_case_late_by(const moot_case *c, const moot_clock *clock, const char **out_unit, char *text, size_t size)
{
    moot_instant done = clock->done ? clock->met_at.lo : c->as_of;
    text[0] = '\0';
    *out_unit = "minutes";
    if (clock->status != MOOT_CLOCK_LATE || clock->due.lo == MOOT_NEVER || done == MOOT_NEVER) {
        return 0;
    }
    moot_count count;
    moot_duration unit = { 1, MOOT_MINUTES };
    if (moot_case_count(c, clock, &count) && count.steps_count > 0) {
        unit = count.steps[count.steps_count - 1].length; /* the rule's own unit: the last that was counted */
    } else if (clock->due.hi == moot_day_end(c->protocol->zone, moot_day_at(c->protocol->zone, clock->due.hi))) {
        unit.unit = MOOT_DAYS; /* due by the end of a day: late by days */
    }
    if (moot_unit_by_day((moot_unit)unit.unit)) {
        *out_unit = moot_unit_working((moot_unit)unit.unit) ? "working days" : "days";
    }
    return moot_calendar_late_by(c->protocol->calendars[0], clock->due.hi, done, unit, text, size);
}

const char *moot_entry_clause(const moot_entry *entry)
{
    if (entry->clause) {
        return entry->clause;
    }
    return entry->decl && entry->decl->clause ? entry->decl->clause : "";
}

const char *moot_what_text(moot_what what)
{
    static const char *const text[] = {
#define X(name, word) word,
        MOOT_ENTRIES(X)
#undef X
    };
    return text[what];
}

const char *moot_clock_status_text(moot_clock_status status)
{
    static const char *const text[] = {
#define X(name, word) word,
        MOOT_CLOCK_STATUSES(X)
#undef X
    };
    return text[status];
}

const char *moot_status_text(moot_status status)
{
    static const char *const text[] = { "open", "closed", "undecided", "failed" };
    return text[status];
}
