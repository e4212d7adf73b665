#include <string.h>

#include "vm/engine/engine_internal.h"

static int by_itself(const moot_outcome *o)
{
    return o->on >= 0 || o->after >= 0;
}

static const moot_outcome *outcome_at(const moot_engine *e, const moot_stage *s, int32_t i)
{
    return &e->p->outcomes[s->outcomes.first + i];
}

/* ---- entering (rule 3) ---- */

void stage_start(moot_engine *e, int32_t stage)
{
    const moot_stage *s = &e->p->stages[stage];
    int32_t cause = e->cause;
    int32_t children = s->per_child ? e->c->facts.child_count : 0;
    if (!engine_in_force(e, &s->decl)) {
        return;
    }
    for (int32_t child = children > 0 ? 0 : -1; child < children && !e->stopped; child++) {
        e->cause = cause;
        if (decide_guard(e, &s->decl, "stage", s->when, child) == MOOT_TRUE) {
            stage_enter(e, stage, child);
        }
        engine_forget_reads(e);
    }
}

/* Whether a date of a trigger is already past: it then counts at entry (rule 5). Groups nest as the script wrote them. */
MOOT_APART static int dated_past(moot_engine *e, int32_t trigger, int32_t child)
{
    const moot_trigger *t = &e->p->triggers[trigger];
    if (t->kind == MOOT_ON_ANY || t->kind == MOOT_ON_ALL) {
        int past = 0;
        for (int32_t i = 0; i < t->children.count; i++) {
            past += dated_past(e, moot_span_at(e->p, t->children, i), child);
        }
        return t->kind == MOOT_ON_ANY ? past > 0 : past == t->children.count;
    }
    if (t->kind != MOOT_ON_TURNS && t->kind != MOOT_ON_DATE) {
        return 0;
    }
    moot_when w = trigger_time(e, trigger, TRIGGER_FIRES, -1, child);
    return w.lo != MOOT_NEVER && w.hi <= e->now.lo;
}

static void set_take(moot_engine *e, int32_t visit, int32_t outcome, moot_instant at, moot_when when)
{
    timer t = { at, CLASS_SELF, TIMER_TAKE, outcome, 0, visit, outcome, when, 0 };
    agenda_set(e, t);
}

/* `after = D` is entry + D; a count of days is taken at the midnight that ends it (rule 7). */
static void set_after(moot_engine *e, int32_t visit, int32_t outcome)
{
    const moot_outcome *o = &e->p->outcomes[outcome];
    const moot_visit *v = &e->c->visits[visit];
    int known;
    moot_duration d = engine_duration(e, o->after, v->child, &known);
    if (!known) {
        return;
    }
    moot_instant midnight = moot_unit_by_day((moot_unit)d.unit) ? 1 : 0;
    moot_when w;
    w.lo = moot_calendar_due(e->p->calendars[0], v->entered.lo, d, (moot_counting)o->counting).at + midnight;
    w.hi = moot_when_exact(v->entered)
               ? w.lo
               : moot_calendar_due(e->p->calendars[0], v->entered.hi, d, (moot_counting)o->counting).at + midnight;
    set_take(e, visit, outcome, w.hi, w);
}

/* A child's own birthday is its own; the applicant's is told by the one timer of its trigger. */
MOOT_APART static void set_childs_birthday(moot_engine *e, int32_t visit, int32_t outcome)
{
    const moot_visit *v = &e->c->visits[visit];
    int32_t on = e->p->outcomes[outcome].on;
    if (v->child < 0 || e->p->triggers[on].kind != MOOT_ON_TURNS) {
        return;
    }
    moot_when w = trigger_time(e, on, TRIGGER_FIRES, -1, v->child);
    if (w.lo != MOOT_NEVER && w.hi > e->now.lo) {
        set_take(e, visit, outcome, w.hi, w);
    }
}

MOOT_APART static void set_outcome(moot_engine *e, int32_t visit, int32_t outcome)
{
    const moot_outcome *o = &e->p->outcomes[outcome];
    if (o->after >= 0) {
        set_after(e, visit, outcome);
    } else if (dated_past(e, o->on, e->c->visits[visit].child)) {
        set_take(e, visit, outcome, e->now.lo, e->now);
    } else {
        set_childs_birthday(e, visit, outcome);
    }
}

static inline void set_outcomes(moot_engine *e, const moot_stage *s, int32_t visit)
{
    const moot_outcome *outcomes = &e->p->outcomes[s->outcomes.first];
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        if (by_itself(&outcomes[i])) {
            set_outcome(e, visit, s->outcomes.first + i);
        }
    }
}

/* An ownerless stage routes by its guards: exactly one must hold (rule 5). */
MOOT_APART static void route(moot_engine *e, int32_t visit)
{
    const moot_stage *s = &e->p->stages[e->c->visits[visit].stage];
    int32_t child = e->c->visits[visit].child;
    int32_t found = -1, unknown = 0, choices = 0, quota = -1;
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        const moot_outcome *o = outcome_at(e, s, i);
        if (by_itself(o)) {
            continue;
        }
        choices++;
        moot_tri t = decide_guard(e, &o->decl, NULL, o->when, child);
        int32_t bars = t == MOOT_TRUE ? quota_bars(e, s->outcomes.first + i, child) : -1;
        unknown += t == MOOT_UNKNOWN;
        if (bars >= 0) { /* inadmissible: as if its guard did not hold (rule 13) */
            quota = bars;
            continue;
        }
        if (t == MOOT_TRUE && found >= 0) {
            engine_fault(e, &s->decl, engine_text(e, "stage \"%s\": outcomes \"%s\" and \"%s\" hold at once", s->decl.name,
                                                  e->p->outcomes[found].decl.name, o->decl.name));
            return;
        }
        found = t == MOOT_TRUE ? s->outcomes.first + i : found;
    }
    if (found >= 0) {
        (void)decide_guard(e, &e->p->outcomes[found].decl, NULL, e->p->outcomes[found].when, child);
        stage_leave(e, visit, found, 0, -1);
    } else if (unknown > 0) {
        for (int32_t i = 0; i < s->outcomes.count; i++) {
            const moot_outcome *o = outcome_at(e, s, i);
            (void)(by_itself(o) ? MOOT_FALSE : decide_guard(e, &o->decl, "outcome", o->when, child));
        }
    } else if (choices > 0) {
        moot_entry gap = engine_entry(e, MOOT_LOG_GAP, &s->decl);
        engine_forget_reads(e);
        gap.ref = e->c->visits[visit].stage;
        gap.visit = visit;
        gap.text = quota >= 0 ? quota_text(e, quota)
                              : engine_text(e, "no outcome of this stage fits the case");
        (void)engine_log(e, &gap);
    }
}

static int routes(const moot_stage *s)
{
    return s->owner.kind == MOOT_OWNER_NONE && s->panel < 0 && s->outcomes.count > 0;
}

MOOT_APART static int32_t log_enter_entry(moot_engine *e, int32_t stage, int32_t child, uint8_t flags)
{
    moot_entry entry;
    engine_fill_entry(e, &entry, MOOT_LOG_ENTER, &e->p->stages[stage].decl);
    entry.ref = stage;
    entry.child = child;
    entry.flags = flags;
    entry.visit = e->c->visits_count;
    return engine_log(e, &entry);
}

/* The visit; where memory has ended there may be no such. */
static inline int32_t log_enter(moot_engine *e, int32_t stage, int32_t child, uint8_t flags)
{
    if (e->c->brief) {
        e->cause = moot_case_number(e->c);
        moot_case__enter(e->c, e->cause, e->now, stage, child, flags & MOOT_ENTRY_DEPARTED);
    } else {
        e->cause = log_enter_entry(e, stage, child, flags);
    }
    return e->c->visits_count - 1;
}

static void ask_oracle(moot_engine *e, int32_t visit)
{
    e->no_memory |= e->oracle->cls->stage_opened(e->oracle, e->c, visit, NULL) != MOOT_OK;
}

/* Everybody of the role that decides has as many cases as they can hold. */
MOOT_APART static void log_no_worker(moot_engine *e, int32_t visit, int32_t people)
{
    moot_entry note = engine_entry(e, MOOT_LOG_NOTE, &e->p->stages[e->c->visits[visit].stage].decl);
    const char *last = moot_commons_last(e->commons, people);
    note.visit = visit;
    note.child = e->c->visits[visit].child;
    note.flags = MOOT_ENTRY_COMPETES;
    note.text = engine_text(e, "waits for a %s: all that they can take on, %d, is taken%s%s",
                            moot_commons_name(e->commons, people), (int)moot_commons_count(e->commons, people),
                            last ? ", the last by case " : "", last ? last : "");
    (void)engine_log(e, &note);
}

/* Whether somebody of the role that decides has time for it; if not, it waits. */
MOOT_APART static int claim_worker(moot_engine *e, int32_t visit, int32_t people)
{
    moot_waiting who = { MOOT_WAIT_ROLE, e->member, visit, e->now.lo };
    if (moot_commons_claim(e->commons, people, who, e->now.lo)) {
        return 1;
    }
    log_no_worker(e, visit, people);
    return 0;
}

/* How the stage will end is asked as somebody begins on it; at a panel, once its session is certain. */
static inline void ask(moot_engine *e, const moot_stage *s, int32_t stage, int32_t visit)
{
    if (e->commons && s->panel >= 0) {
        return;
    }
    int32_t people = e->commons ? moot_commons_people_of(e->commons, stage) : -1;
    if (people < 0 || claim_worker(e, visit, people)) {
        ask_oracle(e, visit);
    }
}

void stage_has_worker(moot_engine *e, int32_t visit)
{
    const moot_visit *v = &e->c->visits[visit];
    moot_entry note = engine_entry(e, MOOT_LOG_NOTE, &e->p->stages[v->stage].decl);
    note.visit = visit;
    note.child = v->child;
    note.flags = MOOT_ENTRY_COMPETES;
    note.text = engine_text(e, "a %s has time", moot_commons_name(e->commons, moot_commons_people_of(e->commons, v->stage)));
    (void)engine_log(e, &note);
    ask_oracle(e, visit);
}

/* Ends as its effects have run, without `left` (rule 4); what outlives it runs on. */
MOOT_APART static void leave_at_once(moot_engine *e, int32_t visit)
{
    const moot_visit *v = &e->c->visits[visit];
    moot_entry leave = engine_entry(e, MOOT_LOG_LEAVE, &e->p->stages[v->stage].decl);
    leave.ref = v->stage;
    leave.visit = visit;
    leave.child = v->child;
    (void)engine_log(e, &leave);
}

/* What a stage does as it is entered: tells it, opens its questions, runs its block, starts its clocks. */
static inline void open_visit(moot_engine *e, const moot_stage *s, int32_t stage, int32_t child)
{
    int32_t visit = log_enter(e, stage, child, 0);
    int32_t cause = e->cause;
    if (e->c->no_memory) {
        return; /* there may be no such visit */
    }
    engine_note_owner(e, &s->owner);
    engine_note_owner(e, &s->with);
    trigger_forget(e, stage); /* a join forgets a branch that is entered again */
    agenda_raise(e, SIGNAL_ENTERED, stage, -1, e->now);
    if (s->panel >= 0) {
        panel_queue(e, visit);
    }
    if (s->block.count > 0) {
        act_run(e, s->block, visit, child);
        e->cause = cause;
        if (e->stopped || e->c->no_memory || !moot_visit_open(&e->c->visits[visit])) {
            return;
        }
    }
    if (s->clocks.count > 0) {
        clock_enter(e, visit);
    }
    if (s->effects_only) {
        leave_at_once(e, visit);
        return;
    }
    set_outcomes(e, s, visit);
    if (routes(s)) {
        route(e, visit);
    } else {
        ask(e, s, stage, visit);
    }
}

MOOT_APART static void enter_open(moot_engine *e, int32_t stage, int32_t child)
{
    moot_entry entry = engine_entry(e, MOOT_LOG_ENTER_OPEN, &e->p->stages[stage].decl);
    entry.ref = stage;
    entry.child = child;
    entry.visit = moot_case_open_visit(e->c, stage, child);
    (void)engine_log(e, &entry);
}

MOOT_APART static void enter_for_each_child(moot_engine *e, int32_t stage)
{
    for (int32_t child = 0; child < e->c->facts.child_count && !e->stopped; child++) {
        stage_enter(e, stage, child);
    }
}

/* One that no child is named for is entered for each. */
void stage_enter(moot_engine *e, int32_t stage, int32_t child)
{
    const moot_stage *s = &e->p->stages[stage];
    int32_t cause = e->cause;
    if (s->per_child && child < 0 && e->c->facts.child_count > 0) {
        enter_for_each_child(e, stage);
        return;
    }
    child = s->per_child ? child : -1;
    if (e->stopped) {
        return;
    }
    if (moot_case_open_visit(e->c, stage, child) < 0) {
        open_visit(e, s, stage, child);
    } else {
        enter_open(e, stage, child);
    }
    e->cause = cause;
}

/* ---- leaving (rule 4) ---- */

/* `left` of a per-child stage fires when none is open or waiting: one whose guard cannot be read yet may still be entered. */
MOOT_APART static int last_child_of_its_kind(const moot_engine *e, int32_t stage)
{
    const moot_stage *s = &e->p->stages[stage];
    for (int32_t child = -1; child < e->c->facts.child_count; child++) {
        if (moot_case_open_visit(e->c, stage, child) >= 0) {
            return 0;
        }
    }
    for (int32_t i = 0; i < e->c->needs_count; i++) {
        if (e->c->needs[i].decl == &s->decl) {
            return 0;
        }
    }
    return 1;
}

/* Whether one party may sign as another: it covers for that role, is a role of that service, or the service of that role. */
static int stands_for(const moot_engine *e, int32_t who, int32_t party)
{
    return party == who || e->p->parties[party].cover == who || e->p->parties[who].service == party
           || e->p->parties[party].service == who;
}

/* The owner that a signature stands for, -1 if it is no owner's: its own where it has one, else the first that it may sign as. */
static int32_t signs_for(const moot_engine *e, const moot_owner *owner, int32_t who)
{
    int32_t found = -1;
    for (int32_t i = 0; i < moot_owner_count(owner); i++) {
        int32_t party = moot_owner_party(e->p, owner, i);
        if (party == who) {
            return party;
        }
        found = found < 0 && stands_for(e, who, party) ? party : found;
    }
    if (owner->kind == MOOT_OWNER_FACT) {
        moot_value v = moot_fact_value(&e->p->rules, &e->c->facts, owner->fact, -1, NULL);
        return v.type == MOOT_T_PARTY && stands_for(e, who, (int32_t)v.a) ? (int32_t)v.a : -1;
    }
    return found;
}

/* The role as which somebody else signed, for the log: "by Children's Services for Social worker"; NULL: as themselves. */
static const char *signed_as(const moot_engine *e, const moot_owner *owner, int32_t who)
{
    int32_t party = who >= 0 ? signs_for(e, owner, who) : -1;
    return party >= 0 && party != who ? e->p->parties[party].decl.name : NULL;
}

MOOT_APART static int32_t log_leave_entry(moot_engine *e, int32_t visit, int32_t outcome, int32_t who)
{
    const moot_outcome *o = &e->p->outcomes[outcome];
    moot_entry entry;
    engine_fill_entry(e, &entry, MOOT_LOG_LEAVE, &o->decl);
    entry.ref = o->stage;
    entry.ref2 = outcome;
    entry.visit = visit;
    entry.child = e->c->visits[visit].child;
    entry.who = who;
    entry.text = signed_as(e, &e->p->stages[o->stage].owner, who);
    if (!*entry.decl->clause) {
        entry.clause = e->p->stages[o->stage].decl.clause;
    }
    return engine_log(e, &entry);
}

static inline void log_leave(moot_engine *e, int32_t visit, int32_t outcome, int32_t who)
{
    if (e->c->brief) {
        e->cause = moot_case_number(e->c);
        moot_case__leave(e->c, e->cause, e->now, visit, outcome, who, 0);
    } else {
        e->cause = log_leave_entry(e, visit, outcome, who);
    }
}

static MOOT_WITHIN void leave(moot_engine *e, int32_t visit, int32_t outcome, int chosen, int32_t who)
{
    const moot_outcome *o = &e->p->outcomes[outcome];
    if (!chosen) {
        clock_expire_due(e, visit); /* what is due at this very instant is judged first (rule 8) */
    }
    log_leave(e, visit, outcome, who);
    if (!e->p->stages[o->stage].per_child || last_child_of_its_kind(e, o->stage)) {
        agenda_raise(e, SIGNAL_LEFT, o->stage, outcome, e->now);
    }
    if (e->c->clocks_over < e->c->clocks_count) {
        clock_left(e, visit, o, chosen);
    }
    act_block(e, o->block, visit, e->c->visits[visit].child);
}

void stage_leave(moot_engine *e, int32_t visit, int32_t outcome, int chosen, int32_t who)
{
    leave(e, visit, outcome, chosen, who);
}

void stage_stop(moot_engine *e, int32_t stage)
{
    int32_t cause = e->cause;
    for (int32_t child = -1; child < e->c->facts.child_count; child++) {
        int32_t visit = moot_case_open_visit(e->c, stage, child);
        if (visit < 0) {
            continue;
        }
        moot_entry entry = engine_entry(e, MOOT_LOG_STOP, &e->p->stages[stage].decl);
        entry.ref = stage;
        entry.visit = visit;
        entry.child = child;
        e->cause = engine_log(e, &entry);
        for (int32_t k = e->c->clocks_over; k < e->c->clocks_count; k++) {
            if (e->c->clocks[k].visit == visit) {
                clock_void(e, k, "its stage was stopped");
            }
        }
        e->cause = cause;
    }
}

/* `close` ends the journey and voids all clocks save the acts of the block that closes, those that outlive their stage, and
 * those declared outside stages (rule 8). */
void stage_close(moot_engine *e, const moot_effect *effect, moot_span block)
{
    for (int32_t k = e->c->clocks_over; k < e->c->clocks_count; k++) {
        const moot_clock_rule *rule = &e->p->clocks[e->c->clocks[k].rule];
        int of_block = rule->effect >= block.first && rule->effect < block.first + block.count;
        if (!of_block && !rule->outlives && (rule->stage >= 0 || rule->effect >= 0)) {
            clock_void(e, k, "the case was closed");
        }
    }
    if (e->c->brief) {
        e->cause = moot_case_number(e->c);
        moot_case__close(e->c, e->cause, e->now, effect->text);
    } else {
        moot_entry entry = engine_entry(e, MOOT_LOG_CLOSE, &effect->decl);
        entry.text = effect->text;
        e->cause = engine_log(e, &entry);
    }
    trigger_forget(e, -1);
    decide_tonight_changed(e);
}

/* ---- outcomes taken by themselves (rule 5) ---- */

void stage_arm(moot_engine *e, int32_t outcome)
{
    int32_t stage = e->p->outcomes[outcome].stage;
    for (int32_t child = -1; child < e->c->facts.child_count; child++) {
        int32_t visit = moot_case_open_visit(e->c, stage, child);
        if (visit >= 0) {
            set_take(e, visit, outcome, e->now.hi, e->now);
        }
    }
}

static int take_is_set(const moot_engine *e, int32_t visit, int32_t outcome, moot_instant at)
{
    for (int32_t i = 0; i < e->timers_count; i++) {
        const timer *t = &e->timers[i];
        if (t->kind == TIMER_TAKE && t->a == visit && t->b == outcome && t->at == at) {
            return 1;
        }
    }
    return 0;
}

static int is_waiting(const moot_engine *e, int32_t visit, int32_t outcome)
{
    for (int32_t i = 0; i < e->waiting_count; i++) {
        if (e->waiting[i].visit == visit && e->waiting[i].outcome == outcome) {
            return 1;
        }
    }
    return 0;
}

/* Its trigger has fired and its guard does not hold: it waits for what the guard reads, and for the birthday or the total of
 * spells at which time alone may make it hold. */
MOOT_APART static void wait_for_guard(moot_engine *e, int32_t visit, int32_t outcome)
{
    const moot_outcome *o = &e->p->outcomes[outcome];
    moot_instant next = moot_cond_next_change(&e->p->rules, &e->c->facts, o->when, e->c->visits[visit].child);
    armed a = { visit, outcome, e->now };
    if (next != MOOT_NEVER && !take_is_set(e, visit, outcome, next)) {
        set_take(e, visit, outcome, next, moot_when_at(next));
    }
    if (is_waiting(e, visit, outcome)) {
        return;
    }
    if (!moot_grow((void **)&e->waiting, &e->waiting_cap, (size_t)e->waiting_count + 1, sizeof *e->waiting)) {
        e->no_memory = 1;
        return;
    }
    e->waiting[e->waiting_count++] = a;
}

void stage_take_timer(moot_engine *e, const timer *t)
{
    if (!moot_visit_open(&e->c->visits[t->a])) {
        return;
    }
    const moot_outcome *o = &e->p->outcomes[t->b];
    moot_when now = t->when;
    now.hi = now.hi < t->at ? t->at : now.hi;
    now.lo = now.lo < e->c->visits[t->a].entered.lo ? e->c->visits[t->a].entered.lo : now.lo;
    engine_set_now(e, moot_when_exact(t->when) ? moot_when_at(t->at) : now);
    int32_t child = e->c->visits[t->a].child;
    moot_tri holds = decide_guard(e, &o->decl, NULL, o->when, child);
    int32_t quota = holds == MOOT_TRUE ? quota_bars(e, t->b, child) : -1;
    if (quota >= 0) { /* a new period may let it, or a grant that is given back */
        moot_instant renews = quota_renews(e, quota);
        if (!take_is_set(e, t->a, t->b, renews)) {
            set_take(e, t->a, t->b, renews, moot_when_at(renews));
        }
        holds = MOOT_FALSE;
    }
    if (holds == MOOT_TRUE) {
        stage_leave(e, t->a, t->b, 0, -1);
    } else {
        wait_for_guard(e, t->a, t->b);
    }
}

void stage_retry_all(moot_engine *e)
{
    for (int32_t i = 0; i < e->waiting_count; i++) {
        set_take(e, e->waiting[i].visit, e->waiting[i].outcome, e->now.lo, e->now);
    }
    e->waiting_count = 0;
}

/* ---- outcomes that a record or a trainer chose (rules 5, 11) ---- */

static const moot_sign *signature(const moot_engine *e, int32_t visit, int32_t party)
{
    for (int32_t i = 0; i < e->c->signs_count; i++) {
        if (e->c->signs[i].visit == visit && e->c->signs[i].party == party) {
            return &e->c->signs[i];
        }
    }
    return NULL;
}

MOOT_APART static void dispute(moot_engine *e, int32_t visit)
{
    const moot_stage *s = &e->p->stages[e->c->visits[visit].stage];
    moot_entry entry = engine_entry(e, MOOT_LOG_DISPUTE, &s->decl);
    entry.ref = e->c->visits[visit].stage;
    entry.visit = visit;
    e->cause = engine_log(e, &entry);
    int32_t ladder = s->ladder >= 0 ? s->ladder : (e->p->ladders_count == 1 ? 0 : -1);
    if (ladder >= 0) {
        act_escalate(e, ladder, visit);
    }
}

/* A joint decision is taken at the last signature; different ones are a dispute and leave the stage open. 1: taken. */
MOOT_APART static int all_signed(moot_engine *e, const moot_record *r, int32_t visit, int32_t outcome, int32_t party)
{
    const moot_stage *s = &e->p->stages[e->c->visits[visit].stage];
    moot_entry entry = engine_entry(e, MOOT_LOG_SIGNED, &e->p->outcomes[outcome].decl);
    entry.ref = e->c->visits[visit].stage;
    entry.ref2 = outcome;
    entry.visit = visit;
    entry.who = party;
    entry.text = party != r->who ? e->p->parties[r->who].decl.name : NULL;
    entry.flags = MOOT_ENTRY_RECORD;
    e->cause = engine_log(e, &entry);
    int differs = 0;
    for (int32_t i = 0; i < moot_owner_count(&s->owner); i++) {
        const moot_sign *sign = signature(e, visit, moot_owner_party(e->p, &s->owner, i));
        if (!sign) {
            return 0;
        }
        differs |= sign->outcome != outcome;
    }
    if (differs) {
        dispute(e, visit);
    }
    return !differs;
}

/* Who signed, against who may. 1: the outcome stands. */
MOOT_APART static int signer_may_take(moot_engine *e, const moot_record *r, int32_t visit, int32_t outcome)
{
    const moot_stage *s = &e->p->stages[e->c->visits[visit].stage];
    int32_t party = signs_for(e, &s->owner, r->who);
    if (party < 0) {
        engine_departure(e, r, &s->decl,
                         engine_text(e, "\"%s\" decided stage \"%s\", which is not theirs to decide",
                                     e->p->parties[r->who].decl.name, s->decl.name));
        return 1;
    }
    for (int32_t v = 0; s->not_by >= 0 && v < e->c->visits_count; v++) {
        int32_t by = e->c->visits[v].decided_by;
        if (e->c->visits[v].stage == s->not_by && (by == r->who || by == party)) {
            engine_departure(e, r, &s->decl,
                             engine_text(e, "\"%s\" decided stage \"%s\" and may not decide \"%s\"",
                                         e->p->parties[r->who].decl.name, e->p->stages[s->not_by].decl.name, s->decl.name));
            break;
        }
    }
    return s->owner.kind != MOOT_OWNER_ALL || moot_owner_count(&s->owner) < 2 || all_signed(e, r, visit, outcome, party);
}

/* Where nobody is named, it speaks for all. */
static int may_take(moot_engine *e, const moot_record *r, int32_t visit, int32_t outcome)
{
    return r->who < 0 || e->p->stages[e->c->visits[visit].stage].owner.kind == MOOT_OWNER_NONE
           || signer_may_take(e, r, visit, outcome);
}

/* What a guard that does not surely hold means for what was recorded: it happened, and is noted. */
MOOT_APART static void note_guard(moot_engine *e, const moot_record *r, const moot_outcome *o, moot_tri t)
{
    if (t == MOOT_FALSE) {
        engine_departure(e, r, &o->decl, engine_text(e, "outcome \"%s\" of stage \"%s\" was taken although its condition "
                                                     "did not hold", o->decl.name, e->p->stages[o->stage].decl.name));
    } else {
        moot_entry note = engine_entry(e, MOOT_LOG_NOTE, &o->decl);
        note.text = engine_text(e, "cannot tell whether the condition of outcome \"%s\" held", o->decl.name);
        (void)engine_log(e, &note);
    }
}

/* A guard that does not hold bars what is asked or modelled; what is recorded happened, and is noted. 1: take it. */
MOOT_APART static int taken_all_the_same(moot_engine *e, const moot_record *r, int32_t visit, int32_t outcome, moot_tri t, int32_t quota)
{
    if (quota >= 0 && e->commons) {
        quota_note(e, quota, visit);
    }
    if (!e->oracle->cls->judges_guards) {
        note_guard(e, r, &e->p->outcomes[outcome], t);
        return 1;
    }
    if (t == MOOT_FALSE && e->oracle->cls->barred(e->oracle, e->c, visit, NULL) != MOOT_OK) {
        e->no_memory = 1;
    }
    return 0;
}

/* The guard of a chosen outcome. 1: take it. */
static inline int guard_lets(moot_engine *e, const moot_record *r, int32_t visit, int32_t outcome)
{
    const moot_outcome *o = &e->p->outcomes[outcome];
    int judges = e->oracle->cls->judges_guards;
    moot_tri t = MOOT_TRUE;
    int32_t quota = -1;
    if (o->when != MOOT_NO_COND && !by_itself(o)) {
        t = decide_guard(e, &o->decl, judges ? "outcome" : NULL, o->when, e->c->visits[visit].child);
    }
    if (judges && t == MOOT_TRUE && e->p->quotas_count > 0) {
        quota = quota_bars(e, outcome, e->c->visits[visit].child);
        t = quota >= 0 ? MOOT_FALSE : t; /* inadmissible (rule 13) */
    }
    return t == MOOT_TRUE || taken_all_the_same(e, r, visit, outcome, t, quota);
}

/* Recorded for a stage that is not open: entered and left at that instant, without its entry acts and clocks. */
MOOT_APART static void departed(moot_engine *e, const moot_record *r, int32_t stage, int32_t outcome, int32_t child)
{
    const moot_stage *s = &e->p->stages[stage];
    engine_departure(e, r, &s->decl, engine_text(e, "outcome \"%s\" is recorded for stage \"%s\", which was not open",
                                                 e->p->outcomes[outcome].decl.name, s->decl.name));
    int32_t visit = log_enter(e, stage, s->per_child ? child : -1, MOOT_ENTRY_DEPARTED);
    quota_departure(e, r, outcome, s->per_child ? child : -1);
    if (!e->c->no_memory) {
        stage_leave(e, visit, outcome, 1, r->who);
    }
}

static MOOT_WITHIN void record_of_visit(moot_engine *e, const moot_record *r, int32_t visit, int32_t outcome)
{
    e->cause = 0;
    if (guard_lets(e, r, visit, outcome) && may_take(e, r, visit, outcome) && !e->stopped) {
        if (!e->oracle->cls->judges_guards) {
            quota_departure(e, r, outcome, e->c->visits[visit].child);
        }
        leave(e, visit, outcome, !by_itself(&e->p->outcomes[outcome]), r->who);
    }
}

void stage_drawn(moot_engine *e, const moot_record *r)
{
    if (moot_visit_open(&e->c->visits[r->of - 1])) {
        record_of_visit(e, r, r->of - 1, r->outcome);
    }
}

void stage_record(moot_engine *e, const moot_record *r, int32_t stage, int32_t outcome)
{
    int any = 0;
    for (int32_t child = -1; child < e->c->facts.child_count && !e->stopped; child++) {
        int32_t visit = moot_case_open_visit(e->c, stage, child);
        if (visit >= 0 && (r->child < 0 || child == r->child)) {
            any = 1;
            record_of_visit(e, r, visit, outcome);
        }
    }
    if (!any && !e->oracle->cls->judges_guards) {
        departed(e, r, stage, outcome, r->child);
    }
}
