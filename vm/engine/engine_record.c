#include <string.h>

#include "vm/engine/engine_internal.h"

/* ---- facts (rules 3, 6, 10) ---- */

static int same_amendment(const amendment *a, const moot_need *n, moot_value value)
{
    return a->decl == n->decl && a->child == n->child && a->fact == n->fact && a->at == n->since.lo
           && moot_value_same(a->value, value);
}

/* Whether a record about `child` speaks of what `other` needs: of nobody by name it speaks for all, but a birth is one's own. */
static int speaks_of(const moot_engine *e, int32_t fact, int32_t child, int32_t other)
{
    return child == other || (fact != e->p->dob_fact && (child < 0 || other < 0));
}

/* A fact that an undecided guard waited for: the case is folded again from that guard, with the fact known from there. */
static void settle_needs(moot_engine *e, const moot_record *r, int32_t fact, int32_t child, moot_value value)
{
    if (e->oracle->cls->draws) {
        return; /* what was open was drawn: nothing is told afresh */
    }
    for (int32_t i = 0; i < e->c->needs_count && moot_known(value); i++) {
        const moot_need *n = &e->c->needs[i];
        int again = 0;
        if (n->fact != fact || !speaks_of(e, fact, child, n->child)
            || e->p->facts[fact].type == MOOT_T_CONSENT || strcmp(n->what, MOOT_NEED_LETTER) == 0) {
            continue; /* a consent, and what a letter must say, reach the act that waits for it, and later ones */
        }
        for (int32_t k = 0; k < e->amendments_count; k++) {
            again |= same_amendment(&e->amendments[k], n, value);
        }
        if (!again) { /* told once and still unknown: telling it twice changes nothing */
            amendment a = { n->decl, n->child, fact, n->since.lo, value, r->number };
            engine_amend(e, a, e->now.lo);
        }
    }
}

static void log_fact(moot_engine *e, const moot_record *r, int32_t fact, int32_t child, moot_value value)
{
    moot_entry entry = engine_entry(e, MOOT_LOG_FACT, &e->p->facts[fact].decl);
    entry.ref = fact;
    entry.child = child;
    entry.value = value;
    entry.who = r->who;
    entry.flags = MOOT_ENTRY_RECORD;
    e->cause = engine_log(e, &entry);
}

/* A fact has one source: a record of a derived or set fact changes nothing; if it differs it is a departure (rule 6). */
static void other_source(moot_engine *e, const moot_record *r, int32_t fact, int32_t child, moot_value value)
{
    const moot_fact *f = &e->p->facts[fact];
    moot_value own = moot_fact_value(&e->p->rules, &e->c->facts, fact, child, NULL);
    if (moot_known(own) && !moot_value_same(own, value)) {
        engine_departure(e, r, &f->decl, engine_text(e, "fact \"%s\" is recorded otherwise than the protocol %s it",
                                                     f->decl.name, f->source == MOOT_FACT_SET ? "sets" : "derives"));
    }
}

static void fact(moot_engine *e, const moot_record *r, int32_t fact, int32_t child, moot_value value)
{
    if (e->p->facts[fact].source != MOOT_FACT_GIVEN) {
        other_source(e, r, fact, child, value);
        return;
    }
    log_fact(e, r, fact, child, value);
    decide_fact_changed(e, fact);
    settle_needs(e, r, fact, child, value);
}

/* ---- deadlines (rule 8) ---- */

static int of_occurrence(const moot_clock *k, const moot_record *r)
{
    return r->due.lo == MOOT_NEVER || (k->due.lo <= r->due.hi && r->due.lo <= k->due.hi);
}

int record_is_of(const moot_engine *e, const moot_record *r, const moot_clock *k)
{
    int32_t effect = e->p->clocks[k->rule].effect;
    if (r->kind == MOOT_RECORD_NOTICE) {
        return effect >= 0 && e->p->effects[effect].verb == MOOT_NOTIFY && e->p->effects[effect].notice == r->ref;
    }
    return r->kind == MOOT_RECORD_DEADLINE && k->rule == r->ref && of_occurrence(k, r)
           && (r->child < 0 || r->child == k->child);
}

/* An earlier call of an act that is known to have no record of its own takes none. */
static int takes_records(const moot_engine *e, const moot_clock *k)
{
    return e->p->clocks[k->rule].effect < 0 || !clock_is_silent(e, k);
}

/* The earliest clock of the rule (child -1: of any child) not yet met, unless the record's `due` names one; -1. */
static int32_t clock_for(const moot_engine *e, const moot_record *r, int32_t child)
{
    for (int32_t i = 0; i < e->c->clocks_count; i++) {
        const moot_clock *k = &e->c->clocks[i];
        if (clock_can_be_met(k) && record_is_of(e, r, k) && (child < 0 || k->child == child) && takes_records(e, k)
            && (r->due.lo != MOOT_NEVER || clock_takes(k, e->now))) {
            return i;
        }
    }
    return -1;
}

/* A letter that does not say yet what it must is not sent, whatever was told. Whether that is so. */
static int cannot_be_sent(moot_engine *e, const moot_record *r, const moot_decl *decl, int32_t clock)
{
    int32_t effect = clock >= 0 ? e->p->clocks[e->c->clocks[clock].rule].effect : -1;
    int32_t lacks = effect >= 0 && r->met ? act_letter_lacks(e, effect) : -1;
    if (lacks < 0) {
        return 0;
    }
    const moot_fact *f = &e->p->facts[lacks];
    moot_entry entry = engine_entry(e, MOOT_LOG_NOTE, decl);
    entry.text = engine_text(e, "\"%s\" cannot be sent yet, because it must say \"%s\"", decl->name,
                             f->ask ? f->ask : f->decl.name);
    entry.who = r->who;
    entry.flags = MOOT_ENTRY_RECORD;
    (void)engine_log(e, &entry);
    return 1;
}

static void tell_clock(moot_engine *e, const moot_record *r, int32_t clock)
{
    const moot_clock_rule *rule = &e->p->clocks[r->ref];
    if (r->met) {
        clock_meet(e, clock, e->now, MOOT_ENTRY_RECORD, r->who);
    } else { /* not done by then: if it was due by then the clock has gone late by itself; else nothing follows yet */
        moot_entry entry = engine_entry(e, MOOT_LOG_NOTE, &rule->decl);
        entry.text = engine_text(e, "\"%s\" is recorded as not done by then", rule->decl.name);
        entry.clock = clock;
        entry.who = r->who;
        entry.flags = MOOT_ENTRY_RECORD;
        (void)engine_log(e, &entry);
        clock_told(e, &e->c->clocks[clock], 0);
    }
}

/* The clock of the record's rule whose date is nearest to the one that the record names; NULL. */
static const moot_clock *nearest_due(const moot_engine *e, const moot_record *r)
{
    const moot_clock *nearest = NULL;
    int64_t least = 0;
    for (int32_t i = 0; i < e->c->clocks_count; i++) {
        const moot_clock *k = &e->c->clocks[i];
        if (k->rule != r->ref || k->due.lo == MOOT_NEVER || (r->child >= 0 && r->child != k->child)) {
            continue;
        }
        int64_t gap = k->due.lo > r->due.lo ? k->due.lo - r->due.lo : r->due.lo - k->due.lo;
        if (!nearest || gap < least) {
            nearest = k;
            least = gap;
        }
    }
    return nearest;
}

static void not_owed(moot_engine *e, const moot_record *r, const moot_clock_rule *rule)
{
    const char *done = r->met ? "done" : "not done";
    const moot_clock *near = r->due.lo != MOOT_NEVER ? nearest_due(e, r) : NULL;
    char asked[64], due[64];
    if (near && !of_occurrence(near, r)) {
        engine_departure(e, r, &rule->decl, engine_text(e, "\"%s\" due %s is recorded as %s, but none was due then; the nearest "
                                                        "is due %s", rule->decl.name,
                                                        moot_when_text(e->p->zone, r->due, asked, sizeof asked), done,
                                                        moot_when_text(e->p->zone, near->due, due, sizeof due)));
        return;
    }
    engine_departure(e, r, &rule->decl, engine_text(e, "\"%s\" is recorded as %s, but nothing of that name was owed then",
                                                    rule->decl.name, done));
}

/* One that names no child speaks for all (rule 6). */
static void deadline(moot_engine *e, const moot_record *r)
{
    const moot_clock_rule *rule = &e->p->clocks[r->ref];
    int32_t clock = r->of > 0 ? r->of - 1 : clock_for(e, r, -1), cause = e->cause;
    if (r->of > 0) { /* drawn for this very clock */
        clock_meet(e, clock, e->now, MOOT_ENTRY_RECORD, r->who);
        return;
    }
    if (cannot_be_sent(e, r, &rule->decl, clock)) {
        return;
    }
    if (clock < 0) {
        not_owed(e, r, rule);
        return;
    }
    if (r->child >= 0 || e->c->clocks[clock].child < 0) {
        tell_clock(e, r, clock);
        return;
    }
    for (int32_t child = 0; child < e->c->facts.child_count && !e->stopped; child++) {
        clock = clock_for(e, r, child);
        if (clock >= 0) {
            e->cause = cause;
            tell_clock(e, r, clock);
        }
    }
}

/* ---- places and letters ---- */

static int32_t open_act(const moot_engine *e, moot_verb verb, int32_t notice)
{
    for (int32_t i = 0; i < e->c->clocks_count; i++) {
        const moot_clock *k = &e->c->clocks[i];
        int32_t effect = e->p->clocks[k->rule].effect;
        if (effect >= 0 && e->p->effects[effect].verb == verb && !k->ended && !k->done
            && (notice < 0 || (e->p->effects[effect].notice == notice && takes_records(e, k)))) {
            return i;
        }
    }
    return -1;
}

/* Records of place set tonight, and meet the earliest open `place` act (rule 14). */
static void place(moot_engine *e, const moot_record *r)
{
    int32_t clock = open_act(e, MOOT_PLACE, -1);
    const moot_decl *decl = NULL;
    int nowhere = !r->text || strcmp(r->text, "nowhere") == 0;
    if (clock >= 0 && !nowhere) {
        decl = &e->p->clocks[e->c->clocks[clock].rule].decl;
        clock_meet(e, clock, e->now, MOOT_ENTRY_RECORD | PLACE_IS_TOLD, r->who);
    }
    act_place(e, decl, -1, nowhere ? MOOT_NOWHERE : MOOT_SOMEWHERE, r->text, r->provider, r->paid_by);
}

static void letter(moot_engine *e, const moot_record *r)
{
    moot_entry entry = engine_entry(e, MOOT_LOG_NOTICE, &e->p->notices[r->ref].decl);
    int32_t clock = open_act(e, MOOT_NOTIFY, r->ref);
    moot_record sent = *r;
    sent.met = 1;
    if (cannot_be_sent(e, &sent, &e->p->notices[r->ref].decl, clock)) {
        return;
    }
    entry.ref = r->ref;
    entry.value = moot_value_yesno(r->met);
    entry.who = r->who;
    entry.flags = MOOT_ENTRY_RECORD;
    e->cause = engine_log(e, &entry);
    if (clock >= 0) {
        clock_meet(e, clock, e->now, MOOT_ENTRY_RECORD, r->who);
    }
}

/* ---- panels ---- */

/* The open stage at this panel that has an outcome of the recorded name; else any stage of the panel that has one. */
static void panel(moot_engine *e, const moot_record *r)
{
    int32_t stage = -1, outcome = -1;
    for (int32_t s = 0; s < e->p->stages_count; s++) {
        int32_t found = e->p->stages[s].panel == r->ref && r->text ? moot_find_outcome(e->p, s, r->text) : -1;
        int open = 0;
        for (int32_t child = -1; found >= 0 && child < e->c->facts.child_count; child++) {
            open |= moot_case_open_visit(e->c, s, child) >= 0;
        }
        if (found >= 0 && (stage < 0 || open)) {
            stage = s;
            outcome = found;
            if (open) {
                break;
            }
        }
    }
    const moot_panel *p = &e->p->panels[r->ref];
    if (stage < 0) {
        engine_departure(e, r, &p->decl, engine_text(e, "\"%s\" is recorded as an outcome of %s, where no stage has it",
                                                     r->text ? r->text : "", p->decl.name));
        return;
    }
    moot_entry entry = engine_entry(e, MOOT_LOG_SESSION, &p->decl);
    entry.ref = r->ref;
    entry.ref2 = outcome;
    entry.due = r->session.lo != MOOT_NEVER ? r->session : e->now;
    entry.flags = MOOT_ENTRY_RECORD;
    (void)engine_log(e, &entry);
    stage_record(e, r, stage, outcome);
}

/* ---- corrections (rule 16) ---- */

static void correct_record(moot_engine *e, const moot_record *r)
{
    if (r->ref == 0) {
        amendment a = { NULL, r->child, r->fact, MOOT_ALWAYS, r->to ? r->to->value : moot_unknown(), r->number };
        engine_amend(e, a, e->now.lo);
        return;
    }
    engine_unamend(e, r->ref);
    if (e->oracle->cls->correct(e->oracle, e->c, r->ref, r->to, NULL) != MOOT_OK) {
        e->no_memory = 1;
    }
    e->told_count = 0; /* told anew: which record is whose may have changed */
    e->refold = 1;
    e->afresh++;
    e->refold_known = e->now.lo;
}

/* Met for the first time a correction folds the case again; met again, on that way, it is only told. */
static void correct(moot_engine *e, const moot_record *r)
{
    if (r->number < e->corrected_count && e->corrected[r->number]) {
        moot_entry entry = engine_entry(e, MOOT_LOG_CORRECTED, NULL);
        entry.ref = r->ref;
        entry.text = r->ref == 0 ? engine_text(e, "fact \"%s\" corrected", e->p->facts[r->fact].decl.name)
                                 : engine_text(e, "record %d %s", (int)r->ref, r->to ? "corrected" : "never happened");
        entry.flags = MOOT_ENTRY_RECORD;
        (void)engine_log(e, &entry);
        return;
    }
    if (!moot_grow((void **)&e->corrected, &e->corrected_cap, (size_t)r->number + 1, sizeof *e->corrected)) {
        e->no_memory = 1;
        return;
    }
    while (e->corrected_count <= r->number) {
        e->corrected[e->corrected_count++] = 0;
    }
    e->corrected[r->number] = 1;
    correct_record(e, r);
}

/* ---- one record ---- */

static void event(moot_engine *e, const moot_record *r)
{
    if (e->c->brief) {
        e->cause = moot_case_number(e->c);
    } else {
        moot_entry entry = engine_entry(e, MOOT_LOG_EVENT, &e->p->events[r->ref].decl);
        entry.ref = r->ref;
        entry.who = r->who;
        entry.child = r->child;
        entry.text = r->note;
        entry.flags = MOOT_ENTRY_RECORD;
        e->cause = engine_log(e, &entry);
    }
    agenda_raise(e, SIGNAL_EVENT, r->ref, -1, e->now);
}

static void note(moot_engine *e, const moot_record *r)
{
    moot_entry entry = engine_entry(e, MOOT_LOG_NOTE, NULL);
    entry.text = r->note;
    entry.who = r->who;
    entry.flags = MOOT_ENTRY_RECORD;
    (void)engine_log(e, &entry);
}

void record_apply(moot_engine *e, const moot_record *r)
{
    engine_forget_reads(e);
    for (int32_t i = 0; i < r->extra_count; i++) { /* facts recorded with it are known as it happens */
        fact(e, r, r->extras[i].fact, r->child, r->extras[i].value);
        while (!e->stopped && !e->refold && decide_next(e)) {
        }
    }
    if (e->refold || e->stopped) {
        return;
    }
    switch ((moot_record_kind)r->kind) {
    case MOOT_RECORD_EVENT: event(e, r); break;
    case MOOT_RECORD_OUTCOME: stage_record(e, r, r->ref, r->outcome); break;
    case MOOT_RECORD_DEADLINE: deadline(e, r); break;
    case MOOT_RECORD_FACT:
    case MOOT_RECORD_CONSENT: fact(e, r, r->ref, r->child, r->value); break;
    case MOOT_RECORD_PANEL: panel(e, r); break;
    case MOOT_RECORD_NOTICE: letter(e, r); break;
    case MOOT_RECORD_PLACE: place(e, r); break;
    case MOOT_RECORD_CORRECT: correct(e, r); break;
    case MOOT_RECORD_NOTE: note(e, r); break;
    }
}
