#include "vm/engine/engine.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "vm/engine/engine_internal.h"

#define STEPS_AT_ONE_INSTANT 1000

moot_options moot_options_default(void)
{
    moot_options o;
    memset(&o, 0, sizeof o);
    o.as_of = MOOT_NEVER;
    o.law_as_at = MOOT_DAY_MIN;
    o.keep_log = 1;
    o.keep_reads = 1;
    o.max_steps = STEPS_AT_ONE_INSTANT;
    return o;
}

moot_code moot_engine_new(const moot_options *options, moot_engine **out_engine, moot_err *err)
{
    moot_engine *e = moot_calloc(1, sizeof *e);
    if (!e) {
        return moot_fail_memory(err);
    }
    e->options = options ? *options : moot_options_default();
    if (e->options.max_steps <= 0) {
        e->options.max_steps = STEPS_AT_ONE_INSTANT;
    }
    e->held = MOOT_DAY_MAX;
    *out_engine = e;
    return MOOT_OK;
}

void moot_engine_free(moot_engine *e)
{
    if (!e) {
        return;
    }
    moot_free(e->timers);
    moot_free(e->signals);
    moot_free(e->amendments);
    moot_free(e->told);
    moot_free(e->waiting);
    moot_free(e->corrected);
    moot_free(e->pending);
    moot_free(e->dirty);
    moot_free(e->holds);
    moot_free(e->unknown);
    moot_free(e->watch_at);
    moot_free(e->dates);
    moot_free(e->night_broken);
    helper_close(e);
    moot_free(e->calls);
    moot_free(e->given);
    moot_free(e);
}

/* ---- what every part uses ---- */

const moot_entry engine_blank = { .ref = -1,
                                  .ref2 = -1,
                                  .visit = -1,
                                  .clock = -1,
                                  .child = -1,
                                  .who = -1,
                                  .paid_by = -1,
                                  .due = { MOOT_NEVER, MOOT_NEVER },
                                  .mark = { MOOT_NEVER, MOOT_NEVER },
                                  .not_before = { MOOT_ALWAYS, MOOT_ALWAYS } };

const char *engine_text(moot_engine *e, const char *fmt, ...)
{
    char text[512];
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    const char *kept = moot_arena_str(&e->c->arena, text);
    if (!kept) {
        e->no_memory = 1;
    }
    return kept ? kept : "";
}

void engine_fault(moot_engine *e, const moot_decl *decl, const char *text)
{
    moot_entry entry = engine_entry(e, MOOT_LOG_FAULT, decl);
    entry.text = text;
    (void)engine_log(e, &entry);
    e->stopped = 1;
}

void engine_departure(moot_engine *e, const moot_record *r, const moot_decl *decl, const char *text)
{
    moot_entry entry = engine_entry(e, MOOT_LOG_DEPARTURE, decl);
    entry.text = text;
    entry.ref = r ? r->number : -1;
    entry.who = r ? r->who : -1;
    entry.flags = MOOT_ENTRY_RECORD;
    (void)engine_log(e, &entry);
}

void engine_begin_moment(moot_engine *e, moot_instant at)
{
    moot_facts *f = &e->c->facts;
    e->steps_here = 0;
    f->held = e->held;
    f->law_is_fixed = e->options.law_as_at != MOOT_DAY_MIN;
    f->law_day = f->law_is_fixed ? e->options.law_as_at : moot_day_at(e->p->zone, at);
}

void engine_amend(moot_engine *e, amendment a, moot_instant known)
{
    if (!moot_grow((void **)&e->amendments, &e->amendments_cap, (size_t)e->amendments_count + 1, sizeof *e->amendments)) {
        e->no_memory = 1;
        return;
    }
    e->amendments[e->amendments_count++] = a;
    e->refold = 1;
    e->afresh++;
    e->refold_known = known;
}

void engine_unamend(moot_engine *e, int32_t record)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < e->amendments_count; i++) {
        if (e->amendments[i].record != record) {
            e->amendments[kept++] = e->amendments[i];
        }
    }
    e->amendments_count = kept;
}

/* ---- begin ---- */

static int resize(void **array, size_t have, size_t need, size_t size)
{
    if (need <= have && *array) {
        return 1;
    }
    void *fresh = moot_calloc(need, size);
    if (!fresh) {
        return 0;
    }
    moot_free(*array);
    *array = fresh;
    return 1;
}

static int make_room(moot_engine *e)
{
    size_t triggers = (size_t)e->p->triggers_count + 1;
    size_t watchers = (size_t)e->x->watcher_count + 1;
    size_t invariants = (size_t)e->p->invariants_count + 1;
    size_t dated = (size_t)e->x->dated_count + 1;
    if (!resize((void **)&e->pending, e->per_trigger, triggers, 1)
        || !resize((void **)&e->dirty, e->per_watcher, watchers, 1)
        || !resize((void **)&e->holds, e->per_watcher, watchers, 1)
        || !resize((void **)&e->unknown, e->per_watcher, watchers, sizeof *e->unknown)
        || !resize((void **)&e->watch_at, e->per_watcher, watchers, sizeof *e->watch_at)
        || !resize((void **)&e->dates, e->per_dated, dated, sizeof *e->dates)
        || !resize((void **)&e->night_broken, e->per_invariant, invariants, 1)) {
        return 0;
    }
    e->per_trigger = triggers > e->per_trigger ? triggers : e->per_trigger;
    e->per_watcher = watchers > e->per_watcher ? watchers : e->per_watcher;
    e->per_invariant = invariants > e->per_invariant ? invariants : e->per_invariant;
    e->per_dated = dated > e->per_dated ? dated : e->per_dated;
    return 1;
}

/* Scratch as it is before the first record; amendments and the corrections' mark survive a refold. */
static void clear_scratch(moot_engine *e)
{
    agenda_clear(e);
    e->now = moot_when_at(MOOT_ALWAYS);
    e->clock = MOOT_ALWAYS;
    e->cause = 0;
    e->started = e->stopped = e->refold = e->dates_set = 0;
    e->steps_here = e->depth = 0;
    for (int32_t i = 0; i < TURNED_KEPT; i++) {
        e->turned[i].age = -1;
    }
    e->night_set = MOOT_DAY_MIN - 1;
    e->reads_first = e->c->reads_count;
    e->reads_count = 0;
    e->waiting_count = 0;
    e->acts_wait = ACTS_NONE_WAIT;
    e->dirty_count = 0;
    memset(e->pending, 0, e->per_trigger);
    memset(e->dirty, 0, e->per_watcher);
    memset(e->holds, 0, e->per_watcher);
    memset(e->night_broken, 0, e->per_invariant);
    for (size_t i = 0; i < e->per_watcher; i++) {
        e->watch_at[i] = e->unknown[i].since.lo = MOOT_NEVER;
    }
}

moot_code moot_engine_prepare(moot_engine *e, const moot_protocol *protocol, moot_err *err)
{
    return helper_open(e, protocol, err);
}

/* The engine's case at its start. */
static moot_code begin(moot_engine *e, const moot_input *input, int keep_log, moot_err *err)
{
    moot_code code = moot_case_begin(e->c, e->p, input, keep_log, err);
    if (code != MOOT_OK) {
        return code;
    }
    e->no_memory = 0;
    e->amendments_count = 0;
    e->told_count = 0;
    e->corrected_count = e->afresh = 0;
    if (!make_room(e)) {
        return moot_fail_memory(err);
    }
    clear_scratch(e);
    code = helper_open(e, e->p, err);
    return code != MOOT_OK ? code : e->oracle->cls->begin(e->oracle, e->c, e->options.as_of, err);
}

/* A model draws what is asked for and what is read of consents; what is derived when it is read is derived first. */
static uint8_t chains_not(const moot_engine *e)
{
    int draws = e->oracle->cls->draws;
    if (e->tells_reads || e->x->reads_moment || (draws && e->x->has_consents)) {
        return UINT8_MAX;
    }
    return (uint8_t)(MOOT_CHAIN_CHOSEN | (draws ? MOOT_CHAIN_ASKS : 0));
}

moot_code moot_engine_begin(moot_engine *e, moot_case *c, const moot_protocol *protocol, const moot_input *input,
                            moot_oracle *oracle, moot_err *err)
{
    if (!protocol->frozen) {
        MOOT_BUG("protocol %s is not frozen", protocol->id);
    }
    e->c = c;
    e->p = protocol;
    e->x = protocol->index;
    e->oracle = oracle;
    e->horizon = MOOT_NEVER;
    e->tells_reads = e->options.keep_log && e->options.keep_reads;
    e->chains_not = chains_not(e);
    quota_shared(e);
    return begin(e, input, e->options.keep_log, err);
}

/* A case starts at its first record (rule 3): facts are derived, dates already past fire at once, all conditions are read
 * once. */
MOOT_APART static void start(moot_engine *e, moot_when at)
{
    e->started = 1;
    e->clock = at.lo;
    engine_set_now(e, at);
    e->cause = engine_tell(e, MOOT_LOG_START, &e->p->decl);
    for (int32_t i = 0; i < e->amendments_count; i++) {
        if (!e->amendments[i].decl) {
            moot_entry entry = engine_entry(e, MOOT_LOG_FACT, &e->p->facts[e->amendments[i].fact].decl);
            entry.ref = e->amendments[i].fact;
            entry.child = e->amendments[i].child;
            entry.value = e->amendments[i].value;
            entry.flags = MOOT_ENTRY_RECORD;
            (void)engine_log(e, &entry);
        }
    }
    decide_all(e);
    decide_first_facts(e);
    trigger_dates(e, -1); /* birthdays and dates are known, and fire once all else is settled */
    decide_facts(e); /* what is derived from the facts given holds from the start, for the guards below too */
    clock_case_starts(e);
    decide_tonight_changed(e);
}

/* ---- the loop ---- */

/* The visits that make the loop, [*out_first, the last): from where the last stage that was entered was entered before. */
static int32_t find_loop(const moot_case *c, int32_t *out_first)
{
    int32_t last = c->visits_count - 1;
    for (int32_t i = last; i-- > 0;) {
        if (c->visits[i].stage == c->visits[last].stage) {
            *out_first = i;
            return last - i;
        }
    }
    return 0;
}

/* Names the stages of the loop, the one declared first in front, so that a loop has one sentence wherever it was noticed. */
static const char *loop_text(moot_engine *e)
{
    enum { NAMES_MOST = 6 };
    char path[320];
    int32_t first = 0, front = 0, count = find_loop(e->c, &first);
    size_t used = 0;
    for (int32_t i = 1; i < count; i++) {
        front = e->c->visits[first + i].stage < e->c->visits[first + front].stage ? i : front;
    }
    path[0] = '\0';
    for (int32_t i = 0; i < count && i < NAMES_MOST && used < sizeof path; i++) {
        const moot_visit *v = &e->c->visits[first + (front + i) % count];
        int n = snprintf(path + used, sizeof path - used, "%s\"%s\"", i > 0 ? ", " : "", e->p->stages[v->stage].decl.name);
        used += n > 0 ? (size_t)n : 0;
    }
    if (count == 0) {
        return engine_text(e, "a loop that takes no time: over %d steps at one instant",
                           e->depth > DEPTH_AT_ONE_INSTANT ? DEPTH_AT_ONE_INSTANT : (int)e->options.max_steps);
    }
    return engine_text(e, "a loop that takes no time: %s %s%s, all at one instant",
                       count > 1 ? "round and round the stages" : "again and again the stage", path,
                       count > NAMES_MOST ? " and others" : "");
}

void engine_too_many_steps(moot_engine *e)
{
    if (e->stopped) {
        return;
    }
    const moot_case *c = e->c;
    const moot_decl *last = c->visits_count > 0 ? &e->p->stages[c->visits[c->visits_count - 1].stage].decl : &e->p->decl;
    engine_fault(e, last, loop_text(e));
}

/* Each thing that happens is settled before the next: what it triggers, then the decisions that it changes (rule 1). */
MOOT_APART static void settle_more(moot_engine *e)
{
    while (!e->stopped && !e->no_memory && !e->c->no_memory && !e->refold) {
        engine_forget_reads(e);
        if (e->signals_count > 0) {
            signal s = agenda_signal(e);
            e->cause = s.cause;
            trigger_signal(e, &s);
        } else {
            e->cause = e->unheard >= 0 ? e->unheard : e->cause;
            e->unheard = -1;
            if (!decide_next(e) && !act_retry(e)) {
                return;
            }
        }
        engine_step(e);
    }
}

/* Most often nobody waits for what happened, and nothing reads what has changed. */
static MOOT_WITHIN void settle(moot_engine *e)
{
    if (e->signals_count > 0 || e->dirty_count > 0 || e->acts_wait == ACTS_TO_RETRY) {
        settle_more(e);
    }
    engine_forget_reads(e);
    e->unheard = -1;
}

MOOT_APART static void run_timer(moot_engine *e)
{
    timer t = agenda_take(e);
    engine_forget_reads(e);
    e->cause = t.cause;
    if (t.at > e->clock) {
        e->clock = t.at;
        engine_set_now(e, moot_when_at(t.at));
    } else if (t.kind == TIMER_WATCH) { /* what time alone changes is read at the moment itself, never in the window before */
        engine_set_now(e, moot_when_at(e->clock));
    }
    if (!moot_when_exact(t.when) && t.when.hi == t.at) {
        engine_set_now(e, t.when); /* it comes at the end of its window, and what it causes carries the window (rule 2) */
    }
    switch ((timer_kind)t.kind) {
    case TIMER_DATED: trigger_dated_timer(e, &t); break;
    case TIMER_SHIFT: trigger_shift_timer(e, &t); break;
    case TIMER_TAKE: stage_take_timer(e, &t); break;
    case TIMER_EXPIRE: clock_expire_timer(e, &t); break;
    case TIMER_SESSION: panel_session_timer(e, &t); break;
    case TIMER_PLACES: panel_places_timer(e, &t); break;
    case TIMER_LEVEL: act_level_timer(e, &t); break;
    case TIMER_WATCH:
        if (e->watch_at[t.a] == t.at) {
            e->watch_at[t.a] = MOOT_NEVER;
            e->dirty_count += !e->dirty[t.a];
            e->dirty[t.a] = 1;
        }
        break;
    case TIMER_NIGHT: decide_night_timer(e); break;
    }
}

/* What comes next in time: a record of the oracle, or the top of the agenda. */
typedef struct next_thing {
    const moot_record *record; /* NULL: the timer */
    moot_when at;              /* of the record */
    moot_engine_next next;
} next_thing;

/* A deadline that is met, or a stage that is left: nothing comes of its timer. */
static MOOT_WITHIN int is_dead(const moot_engine *e, const timer *t)
{
    return (t->kind == TIMER_EXPIRE && (e->c->clocks[t->a].ended || e->c->clocks[t->a].broke))
           || (t->kind == TIMER_TAKE && !moot_visit_open(&e->c->visits[t->a]));
}

/* A life that is drawn passes over its dead timers, unless somebody looks around at each step: the oracle, or other cases. */
MOOT_APART static const timer *next_living(moot_engine *e)
{
    const timer *t = agenda_top(e);
    if (e->oracle->cls->draws && !e->oracle->asks_again && !(e->commons && moot_commons_each_step(e->commons))) {
        do {
            agenda_drop(e);
            t = agenda_top(e);
        } while (t && is_dead(e, t));
    }
    return t;
}

static MOOT_WITHIN const timer *next_timer(moot_engine *e)
{
    const timer *t = agenda_top(e);
    return t && is_dead(e, t) ? next_living(e) : t;
}

/* 0 when nothing is left up to `until`. */
static MOOT_WITHIN int look(moot_engine *e, moot_instant until, next_thing *out)
{
    out->record = e->oracle->cls->peek(e->oracle, e->c, &out->at);
    const timer *t = next_timer(e);
    if (t && (!out->record || t->at < out->at.lo || (t->at == out->at.lo && t->cls <= CLASS_RECORD))) {
        out->record = NULL;
        out->next = (moot_engine_next){ t->at, t->cls, t->kind == TIMER_PLACES };
        return t->at <= until;
    }
    if (!out->record || out->at.lo > until) {
        return 0;
    }
    out->next = (moot_engine_next){ out->at.lo > e->clock ? out->at.lo : e->clock, CLASS_RECORD, 0 };
    return 1;
}

/* The case starts before its first record is taken: what was past at the start comes before it. */
static MOOT_WITHIN void take(moot_engine *e, const next_thing *thing)
{
    moot_when at = thing->at;
    e->c->step++;
    engine_step(e);
    if (!thing->record) {
        run_timer(e);
        return;
    }
    if (!e->started) {
        start(e, at);
        return;
    }
    if (at.lo < e->clock) {
        at.lo = e->clock;
        at.hi = at.hi < at.lo ? at.lo : at.hi;
    }
    e->clock = at.lo;
    engine_set_now(e, at);
    e->cause = 0;
    e->steps_here = 0; /* a loop that takes no time is one without records */
    e->oracle->cls->take(e->oracle, e->c);
    if (thing->record->of > 0 && thing->record->kind == MOOT_RECORD_OUTCOME) {
        engine_forget_reads(e);
        stage_drawn(e, thing->record);
    } else {
        record_apply(e, thing->record);
    }
}

/* All that a correction changes is told again, so thousands of them in one case would take time and room as their square. */
MOOT_APART static int too_often(moot_engine *e)
{
    if (e->afresh <= MOOT_AFRESH_MOST && (e->afresh == 0 || e->c->log_count <= MOOT_AFRESH_ENTRIES_MOST)) {
        return 0;
    }
    engine_fault(e, &e->p->decl,
                 e->afresh > MOOT_AFRESH_MOST
                     ? engine_text(e, "told afresh over %d times, by corrections or by facts known only later: the most for one case",
                                   MOOT_AFRESH_MOST)
                     : engine_text(e, "told afresh, by corrections or by facts known only later, till its log had over %d entries: "
                                   "the most for one case", MOOT_AFRESH_ENTRIES_MOST));
    return 1;
}

/* Runs the case again from its start with what has become known; entries that come out the same are kept. */
MOOT_APART static moot_code refold(moot_engine *e, moot_err *err)
{
    if (too_often(e)) {
        return MOOT_OK;
    }
    if (!e->c->keep_log && !e->oracle->cls->judges_guards) { /* only against a log can be told what has changed */
        return begin(e, e->c->input, 1, err);
    }
    moot_code code = moot_case_refold(e->c, e->refold_known, err);
    if (code == MOOT_OK) {
        clear_scratch(e);
        code = e->oracle->cls->rewind(e->oracle, e->c, err);
    }
    return code;
}

static int has_no_memory(const moot_engine *e)
{
    return e->no_memory || e->c->no_memory;
}

/* What settling does not end by itself. */
MOOT_APART static moot_code after_settling(moot_engine *e, moot_err *err)
{
    if (has_no_memory(e)) {
        return moot_fail_memory(err);
    }
    moot_code code = e->refold ? refold(e, err) : MOOT_OK;
    return code == MOOT_OK && has_no_memory(e) ? moot_fail_memory(err) : code;
}

/* Settles what was taken. */
static MOOT_WITHIN moot_code settle_all(moot_engine *e, moot_err *err)
{
    settle(e);
    return e->refold || has_no_memory(e) ? after_settling(e, err) : MOOT_OK;
}

/* What is only known at the end of a run up to `end`. */
static moot_code conclude(moot_engine *e, moot_instant end, moot_err *err)
{
    if (has_no_memory(e) || (e->commons && moot_commons_no_memory(e->commons))) {
        return moot_fail_memory(err);
    }
    if (e->helper_err.code != MOOT_OK) {
        *err = e->helper_err;
        return err->code;
    }
    if (e->started && end != MOOT_NEVER && end > e->clock) {
        e->clock = end;
        engine_set_now(e, moot_when_at(end));
    }
    wait_gather(e);
    moot_case_conclude(e->c, e->started ? end : MOOT_NEVER);
    if (has_no_memory(e)) {
        return moot_fail_memory(err);
    }
    if (!e->options.keep_log) {
        moot_case_drop_log(e->c);
    }
    return MOOT_OK;
}

static moot_instant end_of(moot_engine *e, moot_instant until)
{
    if (until != MOOT_NEVER) {
        return until;
    }
    return e->options.as_of != MOOT_NEVER ? e->options.as_of : e->oracle->cls->last(e->oracle, e->c);
}

moot_code moot_engine_run(moot_engine *e, moot_instant until, moot_err *err)
{
    moot_instant end = end_of(e, until);
    next_thing thing;
    while (!e->stopped && look(e, end, &thing)) {
        take(e, &thing);
        moot_code code = settle_all(e, err);
        if (code != MOOT_OK) {
            return code;
        }
    }
    return conclude(e, end, err);
}

/* ---- among others ---- */

void moot_engine_join(moot_engine *e, moot_commons *commons, int32_t member)
{
    e->commons = commons;
    e->member = member;
}

void moot_engine_hold(moot_engine *e, moot_day day)
{
    e->held = day;
}

void moot_engine_arrival(const moot_input *input, moot_engine_next *out_next)
{
    out_next->at = moot_oracle_modelled_first(input);
    out_next->order = CLASS_RECORD;
    out_next->competes = 0;
}

/* What comes next, in what `look` left. */
static void see_next(moot_engine *e, moot_engine_next *out_next)
{
    next_thing thing;
    out_next->at = MOOT_NEVER;
    if (!e->stopped && look(e, e->end, &thing)) {
        *out_next = thing.next;
    }
}

void moot_engine_first(moot_engine *e, moot_instant until, moot_engine_next *out_next)
{
    e->end = end_of(e, until);
    see_next(e, out_next);
}

moot_code moot_engine_advance(moot_engine *e, moot_engine_next *out_next, moot_err *err)
{
    next_thing thing;
    int each = moot_commons_each_step(e->commons);
    moot_code code = MOOT_OK;
    out_next->at = MOOT_NEVER;
    for (int taken = 0; code == MOOT_OK && !e->stopped && look(e, e->end, &thing); taken = 1) {
        if (taken && (each || thing.next.competes)) {
            *out_next = thing.next;
            return MOOT_OK;
        }
        take(e, &thing);
        code = settle_all(e, err);
    }
    return code;
}

moot_code moot_engine_serve(moot_engine *e, const moot_waiting *what, moot_instant at, moot_engine_next *out_next, moot_err *err)
{
    moot_code code = MOOT_OK;
    if (!e->stopped && at <= e->end) {
        e->c->step++;
        e->clock = at > e->clock ? at : e->clock;
        engine_set_now(e, moot_when_at(e->clock));
        e->cause = 0;
        engine_forget_reads(e);
        if (what->kind == MOOT_WAIT_HOME) {
            act_home_is_free(e, what->of);
        } else {
            stage_has_worker(e, what->of);
        }
        code = settle_all(e, err);
    }
    see_next(e, out_next);
    return code;
}

moot_code moot_engine_finish(moot_engine *e, moot_err *err)
{
    return conclude(e, e->end, err);
}

moot_code moot_engine_case(moot_engine *e, moot_case *c, const moot_protocol *protocol, const moot_input *input,
                           moot_oracle *oracle, moot_err *err)
{
    moot_code code = moot_engine_begin(e, c, protocol, input, oracle, err);
    if (code != MOOT_OK) {
        return code;
    }
    e->horizon = end_of(e, MOOT_NEVER);
    return moot_engine_run(e, e->horizon, err);
}

/* ---- for the REPL ---- */

moot_instant moot_engine_next_timer(const moot_engine *e)
{
    moot_instant next = MOOT_NEVER;
    for (int32_t i = 0; i < e->timers_count; i++) {
        const timer *t = &e->timers[i];
        if (!is_dead(e, t) && t->at < next) {
            next = t->at;
        }
    }
    return next;
}

#define PEEKED 64 /* facts derived when read, those of each child counted */

int32_t moot_engine_choices(moot_engine *e, moot_choice *out, int32_t max)
{
    moot_value kept[PEEKED];
    int32_t n = 0, peeked = decide_peek(e, kept, PEEKED);
    for (int32_t v = 0; v < e->c->visits_count; v++) {
        const moot_visit *visit = &e->c->visits[v];
        const moot_stage *stage = &e->p->stages[visit->stage];
        for (int32_t i = 0; moot_visit_open(visit) && i < stage->outcomes.count; i++) {
            const moot_outcome *o = &e->p->outcomes[stage->outcomes.first + i];
            if (o->on >= 0 || o->after >= 0 || (stage->owner.kind == MOOT_OWNER_NONE && stage->panel < 0)) {
                continue; /* taken by itself */
            }
            if (n < max) {
                out[n].visit = v;
                out[n].outcome = stage->outcomes.first + i;
                out[n].admissible = moot_cond_eval(&e->p->rules, &e->c->facts, o->when, visit->child);
                out[n].quota = quota_bars(e, out[n].outcome, visit->child);
                out[n].admissible = out[n].quota >= 0 ? MOOT_FALSE : out[n].admissible;
            }
            n++;
        }
    }
    decide_unpeek(e, kept, peeked);
    return n < max ? n : max;
}
