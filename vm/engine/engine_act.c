#include <string.h>

#include "vm/engine/engine_internal.h"

/* ---- acts: what people must do (rules 9, 10, 14) ---- */

static void log_act(moot_engine *e, int32_t effect, int32_t clock, int32_t visit, int32_t child, moot_act_state state,
                    moot_when when, int flags)
{
    const moot_effect *f = &e->p->effects[effect];
    moot_entry entry = engine_entry(e, MOOT_LOG_ACT, &f->decl);
    entry.ref = effect;
    entry.ref2 = (int32_t)state;
    entry.clock = clock;
    entry.visit = visit;
    entry.child = child;
    entry.who = f->party;
    entry.paid_by = f->paid_by;
    entry.flags = (uint8_t)flags;
    if (state == MOOT_ACT_IS_DONE) {
        entry.mark = when;
    }
    e->cause = engine_log(e, &entry);
}

void act_place(moot_engine *e, const moot_decl *decl, int32_t effect, moot_night night, const char *place,
               const char *provider, int32_t paid_by)
{
    moot_entry entry = engine_entry(e, MOOT_LOG_PLACED, decl);
    entry.ref = effect;
    entry.value = moot_value_of(MOOT_T_INTEGER, (int64_t)night, 0);
    entry.text = night == MOOT_SOMEWHERE ? place : NULL;
    entry.provider = provider;
    entry.paid_by = paid_by;
    e->cause = engine_log(e, &entry);
    decide_tonight_changed(e);
}

static void place_effect(moot_engine *e, int32_t effect)
{
    const moot_effect *f = &e->p->effects[effect];
    int nowhere = f->text && strcmp(f->text, "nowhere") == 0;
    act_place(e, &f->decl, effect, nowhere ? MOOT_NOWHERE : MOOT_SOMEWHERE, f->text, f->provider, f->paid_by);
}

void act_place_ends(moot_engine *e, int32_t effect)
{
    const moot_case *c = e->c;
    if (c->beds_count == 0 || c->facts.night != MOOT_SOMEWHERE) {
        return;
    }
    const moot_bed *b = &c->beds[c->beds_count - 1];
    if (b->decl == &e->p->effects[effect].decl) { /* the place that this act gave still holds */
        act_place(e, b->decl, effect, MOOT_NOT_RECORDED, NULL, NULL, -1);
    }
}

void act_done(moot_engine *e, int32_t clock, moot_when when, int flags)
{
    const moot_clock k = e->c->clocks[clock];
    int32_t effect = e->p->clocks[k.rule].effect;
    int32_t cause = e->cause;
    log_act(e, effect, clock, k.visit, k.child, MOOT_ACT_IS_DONE, when, flags & ~PLACE_IS_TOLD);
    if (e->p->effects[effect].verb == MOOT_PLACE && !(flags & PLACE_IS_TOLD)) {
        place_effect(e, effect);
    }
    e->cause = cause;
}

/* ---- consent (rule 10) ---- */

typedef enum consent {
    CONSENT_STANDS, CONSENT_WITHHELD, CONSENT_WAITS,
    LETTER_LACKS /* consent stands, and a fact that the letter must say is not known yet */
} consent;

static consent consent_of(moot_engine *e, int32_t fact)
{
    const moot_fact *f = &e->p->facts[fact];
    moot_value v = moot_fact_value(&e->p->rules, &e->c->facts, fact, -1, NULL);
    const char *state = moot_known(v) ? moot_symbol(e->p, v.a) : "not asked";
    if (f->overridden_by != MOOT_NO_COND
        && moot_cond_eval(&e->p->rules, &e->c->facts, f->overridden_by, -1) == MOOT_TRUE) {
        return CONSENT_STANDS;
    }
    if (strcmp(state, "given") == 0) {
        return CONSENT_STANDS;
    }
    return strcmp(state, "refused") == 0 || strcmp(state, "withdrawn") == 0 ? CONSENT_WITHHELD : CONSENT_WAITS;
}

/* ---- letters: what they must say ---- */

static void need_content(moot_engine *e, const moot_effect *f, int32_t fact)
{
    for (int32_t i = 0; i < e->c->needs_count; i++) {
        if (e->c->needs[i].decl == &f->decl && e->c->needs[i].fact == fact) {
            return;
        }
    }
    moot_entry entry = engine_entry(e, MOOT_LOG_UNDECIDED, &f->decl);
    entry.ref = fact;
    entry.ref2 = 0; /* the letter waits, the case goes on */
    entry.text = MOOT_NEED_LETTER;
    (void)engine_log(e, &entry);
}

int32_t act_letter_lacks(moot_engine *e, int32_t effect)
{
    const moot_effect *f = &e->p->effects[effect];
    int32_t first = -1;
    if (f->verb != MOOT_NOTIFY || f->notice < 0 || !e->oracle->cls->letters_wait) {
        return -1;
    }
    moot_span contents = e->p->notices[f->notice].contents;
    for (int32_t i = 0; i < contents.count; i++) {
        const moot_content *said = &e->p->contents[contents.first + i];
        if (said->kind == MOOT_CONTENT_FACT
            && !moot_known(moot_fact_value(&e->p->rules, &e->c->facts, said->ref, -1, NULL))) {
            need_content(e, f, said->ref);
            first = first < 0 ? said->ref : first;
        }
    }
    return first;
}

static consent may_go(moot_engine *e, int32_t effect)
{
    const moot_effect *f = &e->p->effects[effect];
    consent with = f->consent >= 0 ? consent_of(e, f->consent) : CONSENT_STANDS;
    return with == CONSENT_STANDS && act_letter_lacks(e, effect) >= 0 ? LETTER_LACKS : with;
}

static moot_instant case_now(const moot_engine *e)
{
    moot_instant last = e->options.as_of != MOOT_NEVER ? e->options.as_of : e->oracle->cls->last(e->oracle, e->c);
    return last == MOOT_NEVER || last < e->now.hi ? e->now.hi : last;
}

/* The record is silent: it is taken as done, some time between the call and the case's now. Where somebody sleeps is never
 * assumed: tonight is not recorded (rules 9, 14). */
static void assume(moot_engine *e, int32_t effect, int32_t clock)
{
    moot_when window = { e->now.lo, case_now(e) };
    if (e->p->effects[effect].verb == MOOT_PLACE) {
        act_place(e, &e->p->effects[effect].decl, effect, MOOT_NOT_RECORDED, NULL, NULL, -1);
    } else if (!e->options.strict) {
        clock_meet(e, clock, window, MOOT_ENTRY_ASSUMED, -1);
    }
}

/* ---- acts that are called again (rules 8, 9) ---- */

/* Calls of one act that still wait for a record, those of every child; the newest is the last. */
typedef struct calls {
    int32_t *clocks;
    int32_t count;
} calls;

static int is_waiting(const moot_engine *e, int32_t clock, int32_t rule)
{
    const moot_clock *k = &e->c->clocks[clock];
    return k->rule == rule && !k->ended && !k->done && !clock_is_silent(e, k);
}

static int32_t count_waiting(const moot_engine *e, int32_t rule)
{
    int32_t count = 0;
    for (int32_t i = e->c->clocks_over; i < e->c->clocks_count; i++) {
        count += is_waiting(e, i, rule);
    }
    return count;
}

static calls waiting_calls(moot_engine *e, int32_t rule)
{
    calls w = { NULL, 0 };
    int32_t count = count_waiting(e, rule);
    w.clocks = moot_calloc((size_t)count + 1, sizeof *w.clocks);
    e->no_memory |= w.clocks == NULL;
    for (int32_t i = e->c->clocks_over; w.clocks && i < e->c->clocks_count; i++) {
        if (is_waiting(e, i, rule)) {
            w.clocks[w.count++] = i;
        }
    }
    return w;
}

static int child_has_it(const moot_engine *e, const calls *w, int32_t from, int32_t child)
{
    for (int32_t i = from; i < w->count; i++) {
        if (w->clocks[i] < 0 && e->c->clocks[~w->clocks[i]].child == child) {
            return 1;
        }
    }
    return 0;
}

/* Gives a record to the latest call that may have it; one that names no child, to that of each child. */
static void give(const moot_engine *e, const moot_record *r, calls *w)
{
    int32_t left = 0;
    for (int32_t i = w->count; i-- > 0;) {
        const moot_clock *k = &e->c->clocks[w->clocks[i]];
        if (record_is_of(e, r, k) && !child_has_it(e, w, i + 1, k->child)) {
            w->clocks[i] = ~w->clocks[i];
            if (k->child < 0 || r->child >= 0) {
                break;
            }
        }
    }
    for (int32_t i = 0; i < w->count; i++) {
        if (w->clocks[i] >= 0) {
            w->clocks[left++] = w->clocks[i];
        }
    }
    w->count = left;
}

/* Which of the calls have a record still to come: the last record is of the last call, and so on back. An earlier call for
 * which none is left was silent: the case is folded again, and it is taken as done when it was called. 0: the new call is. */
static int record_is_to_come(moot_engine *e, int32_t clock)
{
    int32_t rule = e->c->clocks[clock].rule, left = 0;
    if (e->c->clocks[clock].child < 0 && count_waiting(e, rule) == 1) {
        return 1; /* as nearly always */
    }
    calls w = waiting_calls(e, rule);
    while (e->oracle->cls->record_left(e->oracle, e->c, left)) {
        left++;
    }
    while (left-- > 0 && w.count > 0) {
        give(e, e->oracle->cls->record_left(e->oracle, e->c, left), &w);
    }
    int comes = 1;
    for (int32_t i = 0; i < w.count; i++) {
        if (w.clocks[i] == clock) {
            comes = 0;
        } else {
            clock_told(e, &e->c->clocks[w.clocks[i]], 1);
        }
    }
    moot_free(w.clocks);
    return comes;
}

static moot_act_answer answer_to(moot_engine *e, int32_t clock)
{
    const moot_clock *k = &e->c->clocks[clock];
    moot_act_answer answer = e->oracle->cls->act(e->oracle, e->c, clock, e->now);
    int place = e->p->effects[e->p->clocks[k->rule].effect].verb == MOOT_PLACE; /* meets the earliest (rule 14) */
    if (answer != MOOT_ACT_WAIT || place || !e->oracle->cls->record_left(e->oracle, e->c, 0)) {
        return answer;
    }
    return clock_is_silent(e, k) || !record_is_to_come(e, clock) ? MOOT_ACT_ASSUMED : MOOT_ACT_WAIT;
}

/* ---- homes that cases compete for (rule 15) ---- */

static void note_home(moot_engine *e, int32_t effect, int32_t clock, const char *text)
{
    moot_entry note = engine_entry(e, MOOT_LOG_NOTE, &e->p->effects[effect].decl);
    note.clock = clock;
    note.flags = MOOT_ENTRY_COMPETES;
    note.text = text;
    (void)engine_log(e, &note);
}

/* Whether a home for this act is free, or is none that anybody counts; if not, it waits. An act without a name or a time is done
 * at once, whether there is a home for it or not. */
static int has_home(moot_engine *e, int32_t effect, int32_t clock)
{
    int32_t homes = e->commons && e->p->effects[effect].verb == MOOT_PLACE ? moot_commons_homes_of(e->commons, effect) : -1;
    if (homes < 0) {
        return 1;
    }
    int count = (int)moot_commons_count(e->commons, homes);
    const char *last = moot_commons_last(e->commons, homes), *name = moot_commons_name(e->commons, homes);
    const char *by = last ? ", the last by case " : "";
    moot_waiting who = { MOOT_WAIT_HOME, e->member, clock, e->now.lo };
    if (clock < 0) {
        if (!moot_commons_take(e->commons, homes, e->member, e->now.lo)) {
            note_home(e, effect, -1, engine_text(e, "no \"%s\" is free: all %d are taken%s%s; this place is one more", name, count, by,
                                                 last ? last : ""));
        }
        return 1;
    }
    if (moot_commons_claim(e->commons, homes, who, e->now.lo)) {
        return 1;
    }
    note_home(e, effect, clock, engine_text(e, "waits for a \"%s\": all %d are taken%s%s", name, count, by, last ? last : ""));
    return 0;
}

/* ---- carrying out ---- */

static void answer(moot_engine *e, int32_t effect, int32_t clock);

/* Consent stands (or none is wanted): the act is done at once, waited for, or assumed. */
static void carry_out(moot_engine *e, int32_t effect, int32_t clock, int32_t visit, int32_t child)
{
    const moot_effect *f = &e->p->effects[effect];
    if (!has_home(e, effect, clock)) {
        return;
    }
    if (clock < 0) {
        log_act(e, effect, -1, visit, child, MOOT_ACT_IS_DONE, e->now, 0);
        if (f->verb == MOOT_PLACE) {
            place_effect(e, effect);
        }
        return;
    }
    answer(e, effect, clock);
}

void act_home_is_free(moot_engine *e, int32_t clock)
{
    int32_t effect = e->p->clocks[e->c->clocks[clock].rule].effect;
    int32_t homes = moot_commons_homes_of(e->commons, effect);
    note_home(e, effect, clock, engine_text(e, "a \"%s\" is free", moot_commons_name(e->commons, homes)));
    answer(e, effect, clock);
}

static void answer(moot_engine *e, int32_t effect, int32_t clock)
{
    switch (answer_to(e, clock)) {
    case MOOT_ACT_DONE: clock_meet(e, clock, e->now, 0, -1); break;
    case MOOT_ACT_ASSUMED: assume(e, effect, clock); break;
    case MOOT_ACT_WAIT: break;
    case MOOT_ACT_NO_MEMORY: e->no_memory = 1; break;
    }
}

static void need_consent(moot_engine *e, const moot_effect *f)
{
    for (int32_t i = 0; i < e->c->needs_count; i++) {
        if (e->c->needs[i].decl == &f->decl && e->c->needs[i].fact == f->consent) {
            return;
        }
    }
    moot_entry entry = engine_entry(e, MOOT_LOG_UNDECIDED, &f->decl);
    entry.ref = f->consent;
    entry.ref2 = 0; /* the act waits, the case goes on */
    entry.text = "act";
    (void)engine_log(e, &entry);
}

/* It waits for consent, or for what its letter must say (the entry's text tells which), or is withheld. */
static void log_unsent(moot_engine *e, int32_t effect, int32_t clock, int32_t visit, int32_t child, consent with)
{
    const moot_effect *f = &e->p->effects[effect];
    moot_entry entry = engine_entry(e, MOOT_LOG_ACT, &f->decl);
    entry.ref = effect;
    entry.ref2 = with == CONSENT_WITHHELD ? MOOT_ACT_WITHHELD : MOOT_ACT_WAITING;
    entry.clock = clock;
    entry.visit = visit;
    entry.child = child;
    entry.who = f->party;
    entry.paid_by = f->paid_by;
    entry.text = with == LETTER_LACKS ? MOOT_NEED_LETTER : NULL;
    e->cause = engine_log(e, &entry);
}

MOOT_APART static void call(moot_engine *e, int32_t effect, int32_t visit, int32_t child)
{
    const moot_effect *f = &e->p->effects[effect];
    int32_t cause = e->cause;
    engine_forget_reads(e);
    if (!engine_in_force(e, &f->decl) || decide_guard(e, &f->decl, "act", f->when, child) != MOOT_TRUE) {
        return;
    }
    consent with = may_go(e, effect);
    int32_t clock = f->clock >= 0 ? clock_start(e, f->clock, visit, child, e->now) : -1;
    if (f->clock >= 0 && clock < 0) {
        return; /* not in force, or no memory */
    }
    if (with == CONSENT_STANDS) {
        if (clock >= 0) {
            log_act(e, effect, clock, visit, child, MOOT_ACT_ASKED, e->now, 0);
        }
        carry_out(e, effect, clock, visit, child);
    } else {
        log_unsent(e, effect, clock, visit, child, with);
        if (with != CONSENT_WITHHELD) {
            if (with == CONSENT_WAITS) {
                need_consent(e, f);
                e->no_memory |= e->oracle->cls->consent_wanted(e->oracle, e->c, f->consent, NULL) != MOOT_OK;
            }
            e->acts_wait = e->acts_wait == ACTS_TO_RETRY ? ACTS_TO_RETRY : ACTS_WAIT;
        } else if (clock >= 0) {
            clock_void(e, clock, "consent was not given");
        }
    }
    e->cause = cause;
}

/* Consent is settled, or a letter complete, for an act that waited: it is done, or withheld. */
static void settle_consent(moot_engine *e, const moot_act *a, consent with)
{
    int is_listed = a->clock >= 0;
    if (with == CONSENT_WITHHELD) {
        log_act(e, a->effect, a->clock, a->visit, a->child, MOOT_ACT_WITHHELD, e->now, 0);
        if (is_listed) {
            clock_void(e, a->clock, "consent was not given");
        }
        return;
    }
    if (is_listed) {
        log_act(e, a->effect, a->clock, a->visit, a->child, MOOT_ACT_ASKED, e->now, 0);
    }
    carry_out(e, a->effect, a->clock, a->visit, a->child);
}

/* Facts have changed: acts that waited are done once consent is given or not needed and their letter says all that it must, or
 * are withheld; what was done before is not undone. */
int act_retry(moot_engine *e)
{
    int32_t cause = e->cause;
    int32_t count = e->c->acts_count;
    if (e->acts_wait != ACTS_TO_RETRY) {
        return 0;
    }
    e->acts_wait = ACTS_NONE_WAIT;
    for (int32_t i = 0; i < count && !e->stopped; i++) {
        const moot_act a = e->c->acts[i];
        if (a.state != MOOT_ACT_WAITING) {
            continue;
        }
        consent with = may_go(e, a.effect);
        if (with == CONSENT_WAITS || with == LETTER_LACKS) {
            e->acts_wait = e->acts_wait == ACTS_TO_RETRY ? ACTS_TO_RETRY : ACTS_WAIT;
        } else {
            e->cause = cause;
            settle_consent(e, &a, with);
        }
    }
    e->cause = cause;
    return 1;
}

/* ---- ladders (rule 11) ---- */

MOOT_APART static void log_level(moot_engine *e, int32_t ladder, int32_t level, int32_t visit)
{
    const moot_ladder *l = &e->p->ladders[ladder];
    moot_entry entry = engine_entry(e, MOOT_LOG_ESCALATED, &l->decl);
    entry.ref = ladder;
    entry.ref2 = level;
    entry.visit = visit;
    if (level >= 0) {
        entry.clause = e->p->levels[l->levels.first + level].clause;
        entry.line = e->p->levels[l->levels.first + level].line;
    } else {
        entry.text = "past the last level: the text has no further rule";
    }
    e->cause = engine_log(e, &entry);
}

void act_escalate(moot_engine *e, int32_t ladder, int32_t visit)
{
    const moot_ladder *l = &e->p->ladders[ladder];
    int32_t stage = visit >= 0 ? e->c->visits[visit].stage : -1;
    int32_t level = 0;
    for (int32_t i = 0; i < e->c->levels_count; i++) {
        const moot_level_at *at = &e->c->levels[i];
        if (at->ladder == ladder && at->stage == stage && at->at.lo >= (visit >= 0 ? e->c->visits[visit].entered.lo : 0)) {
            level = at->level < 0 ? l->levels.count : at->level + 1;
        }
    }
    if (level >= l->levels.count) {
        log_level(e, ladder, -1, visit);
        return;
    }
    log_level(e, ladder, level, visit);
    const moot_level *now = &e->p->levels[l->levels.first + level];
    if (now->within >= 0) { /* out of time opens the next */
        int known;
        moot_duration d = engine_duration(e, now->within, -1, &known);
        if (known) {
            moot_instant at = moot_calendar_due(e->p->calendars[0], e->now.hi, d, MOOT_COUNT_OF).at;
            timer t = { at, CLASS_EXPIRY, TIMER_LEVEL, ladder, 0, e->c->levels_count - 1, visit, moot_when_at(at), 0 };
            agenda_set(e, t);
        }
    }
    act_block(e, now->block, visit, -1);
}

void act_level_timer(moot_engine *e, const timer *t)
{
    const moot_level_at at = e->c->levels[t->a];
    int resolved = t->b >= 0 && !moot_visit_open(&e->c->visits[t->b]);
    for (int32_t i = t->a + 1; i < e->c->levels_count; i++) {
        resolved |= e->c->levels[i].ladder == at.ladder && e->c->levels[i].stage == at.stage; /* opened by then */
    }
    if (!resolved) {
        act_escalate(e, at.ladder, t->b);
    }
}

/* ---- the engine's own verbs ---- */

MOOT_APART static void set_fact(moot_engine *e, const moot_effect *f, int32_t child)
{
    moot_entry entry = engine_entry(e, MOOT_LOG_SET, &f->decl);
    entry.ref = f->fact;
    entry.value = moot_operand_value(&e->p->rules, &e->c->facts, f->operand, child);
    if (e->p->operands[f->operand].reading >= 0) {
        e->c->reading_used[e->p->operands[f->operand].reading] = 1;
    }
    if (f->fact == MOOT_SET_LEAD) {
        e->cause = engine_log(e, &entry);
        decide_other_changed(e, MOOT_WATCH_LEAD);
        return;
    }
    entry.child = e->p->facts[f->fact].per_child ? child : -1;
    e->cause = engine_log(e, &entry);
    decide_fact_changed(e, f->fact);
}

static inline void go(moot_engine *e, const moot_effect *f, int32_t child)
{
    for (int32_t s = 0; s < f->stages.count && !e->stopped; s++) {
        int32_t stage = moot_span_at(e->p, f->stages, s);
        stage_enter(e, stage, e->p->stages[stage].per_child ? child : -1);
    }
}

static MOOT_WITHIN int applies(moot_engine *e, const moot_effect *f, int32_t child)
{
    engine_forget_reads(e);
    return engine_in_force(e, &f->decl) && decide_guard(e, &f->decl, "act", f->when, child) == MOOT_TRUE;
}

MOOT_APART static void run_verb(moot_engine *e, int32_t effect, moot_span block, int32_t visit, int32_t child)
{
    const moot_effect *f = &e->p->effects[effect];
    switch ((moot_verb)f->verb) {
    case MOOT_REFER: case MOOT_NOTIFY: case MOOT_GRANT: case MOOT_PLACE:
        call(e, effect, visit, child);
        return;
    default:
        break;
    }
    if (!applies(e, f, child)) {
        return;
    }
    switch ((moot_verb)f->verb) {
    case MOOT_STOP:
        for (int32_t s = 0; s < f->stages.count; s++) {
            stage_stop(e, moot_span_at(e->p, f->stages, s));
        }
        break;
    case MOOT_CLOSE: stage_close(e, f, block); break;
    case MOOT_SET: set_fact(e, f, child); break;
    case MOOT_ESCALATE: act_escalate(e, f->ladder, visit); break;
    default: MOOT_BUG("effect %d of no kind", (int)effect);
    }
}

/* Most effects enter the next stage. */
static inline void run(moot_engine *e, int32_t effect, moot_span block, int32_t visit, int32_t child)
{
    const moot_effect *f = &e->p->effects[effect];
    if (f->verb != MOOT_GO) {
        run_verb(e, effect, block, visit, child);
    } else if (applies(e, f, child)) {
        go(e, f, child);
    }
}

/* A block's effects run as written, each an entry; what they trigger waits until the block is done (rule 1). */
void act_run(moot_engine *e, moot_span block, int32_t visit, int32_t child)
{
    int32_t cause = e->cause;
    e->depth++;
    for (int32_t i = 0; i < block.count && !e->stopped && !e->no_memory && !e->c->no_memory; i++) {
        e->cause = cause;
        engine_step(e);
        if (!e->stopped) {
            run(e, block.first + i, block, visit, child);
        }
    }
    e->depth--;
    e->cause = cause;
}
