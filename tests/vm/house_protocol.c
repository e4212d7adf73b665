#include "house_protocol.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void must(int good, const char *what)
{
    if (!good) {
        fprintf(stderr, "the test's protocol: %s\n", what);
        abort();
    }
}

/* ---- the protocol ---- */

static void name(moot_decl *decl, const char *text, const char *clause, int line)
{
    moot_decl_blank(decl);
    decl->name = text;
    decl->clause = clause;
    decl->file = "house-2018.lua";
    decl->line = line;
}

static moot_span span_of(moot_protocol *p, const int32_t *ints, int32_t count)
{
    moot_span span = { p->ints_count, count };
    for (int32_t i = 0; i < count; i++) {
        must(moot_protocol_add_int(p, ints[i]) >= 0, "ints");
    }
    return span;
}

static void add_parties(moot_protocol *p)
{
    static const struct {
        const char *name;
        uint8_t kind;
        int32_t service;
    } all[] = {
        { "Stockport Family", MOOT_PARTY_SERVICE, -1 },
        { "Stockport Homes Group", MOOT_PARTY_SERVICE, -1 },
        { "Social worker", MOOT_PARTY_ROLE, P_FAMILY },
        { "Housing Options Officer", MOOT_PARTY_ROLE, P_HOMES },
        { "Mediation Service", MOOT_PARTY_ROLE, P_HOMES },
    };
    for (size_t i = 0; i < MOOT_COUNT(all); i++) {
        moot_party *party = moot_protocol_add_party(p);
        must(party != NULL, "party");
        name(&party->decl, all[i].name, "", 3 + (int)i);
        party->kind = all[i].kind;
        party->service = all[i].service;
        party->cover = -1;
    }
}

static moot_fact *add_fact(moot_protocol *p, const char *text, moot_type type, const char *ask)
{
    moot_fact *fact = moot_protocol_add_fact(p);
    must(fact != NULL, "fact");
    name(&fact->decl, text, "3.1/2", 10);
    fact->type = (uint8_t)type;
    fact->ask = ask;
    fact->overridden_by = MOOT_NO_COND;
    fact->decision = -1;
    return fact;
}

static void add_facts(moot_protocol *p)
{
    static const int32_t states[] = { 0, 1, 2, 3,
                                      4 }; /* the symbols that every protocol begins with */
    add_fact(p, "dob", MOOT_T_DATE, "When was the young person born?");
    p->dob_fact = F_DOB;
    add_fact(p, "in_need", MOOT_T_YESNO, "Is the young person in need?");
    add_fact(p, "care", MOOT_T_CONSENT, NULL)->options = span_of(p, states, 5);
    add_fact(p, "looked after", MOOT_T_SPELLS, NULL);
    add_fact(p, "worker", MOOT_T_PARTY, NULL);
    moot_fact *priority = add_fact(p, "priority", MOOT_T_YESNO, NULL);
    priority->source = MOOT_FACT_DERIVED;
    priority->decision = 0;
}

static moot_cond_node *add_test(moot_protocol *p, int32_t fact, moot_value value)
{
    moot_operand *operand = moot_protocol_add_operand(p);
    must(operand != NULL, "operand");
    operand->reading = -1;
    operand->value = value;
    moot_cond_node *node = moot_protocol_add_cond_node(p);
    must(node != NULL, "node");
    node->kind = MOOT_COND_TEST;
    node->subject = MOOT_SUBJECT_FACT;
    node->test = MOOT_TEST_IS;
    node->ref = fact;
    node->next = p->nodes_count;
    node->first = p->operands_count - 1;
    node->count = 1;
    node->calendar = node->from = node->to = -1;
    return node;
}

static void add_decision(moot_protocol *p)
{
    (void)add_test(p, F_IN_NEED, moot_value_yesno(1)); /* node 0 */
    moot_operand *yes = moot_protocol_add_operand(p);
    must(yes != NULL, "operand");
    yes->reading = -1;
    yes->value = moot_value_yesno(1);
    moot_row *row = moot_protocol_add_row(p);
    must(row != NULL, "row");
    row->when = 0;
    row->value = p->operands_count - 1;
    row->clause = "3.1/3";
    row->line = 12;
    moot_decision *decision = moot_protocol_add_decision(p);
    must(decision != NULL, "decision");
    name(&decision->decl, "priority", "3.1", 11);
    decision->fact = F_PRIORITY;
    decision->hit = MOOT_HIT_FIRST;
    decision->rows.count = 1;
    decision->decl.law = "CA89 s.20";
}

static void add_laws(moot_protocol *p)
{
    moot_law *care = moot_protocol_add_law(p);
    must(care != NULL, "law");
    name(&care->decl, "CA89 s.20", "", 1);
    care->act = "Children Act 1989";
    care->title = "Accommodation for a child in need";
    care->mark = 'K';
    care->dates_mark = '\0';
    care->as_at = moot_day_of(2026, 9, 1);
    moot_law *intent = moot_protocol_add_law(p);
    must(intent != NULL, "law");
    name(&intent->decl, "CWSA26 s.9", "", 2);
    intent->act = "Children's Wellbeing and Schools Act 2026";
    intent->title = "No care leaver is intentionally homeless";
    intent->decl.in_force_from = MOOT_NOT_COMMENCED;
    intent->mark = intent->dates_mark = '\0';
    intent->as_at = moot_day_of(2026, 6, 1);
}

static void add_event(moot_protocol *p)
{
    moot_event *event = moot_protocol_add_event(p);
    must(event != NULL, "event");
    name(&event->decl, "presents homeless", "3.3/1", 9);
    moot_trigger *trigger = moot_protocol_blank_trigger(p);
    must(trigger != NULL, "trigger");
    trigger->kind = MOOT_ON_EVENT;
    trigger->use = MOOT_USE_STAGE;
    trigger->use_id = S_MEDIATION;
    trigger->ref = 0;
}

static void add_reading(moot_protocol *p)
{
    moot_reading *reading = moot_protocol_add_reading(p);
    int symbol = moot_names_add(&p->symbols, "referral");
    must(reading != NULL && symbol >= 0, "reading");
    name(&reading->decl, "assessment clock starts", "3.7/1", 20);
    reading->options = span_of(p, &(int32_t){ symbol }, 1);
    reading->chosen = symbol;
}

static moot_stage *add_stage(moot_protocol *p, const char *text, const char *clause,
                             const int32_t *owners, int32_t count)
{
    moot_stage *stage = moot_protocol_blank_stage(p);
    must(stage != NULL, "stage");
    name(&stage->decl, text, clause, 21);
    stage->owner.kind = count ? MOOT_OWNER_ALL : MOOT_OWNER_FACT;
    stage->owner.parties = span_of(p, owners, count);
    stage->owner.fact = count ? -1 : F_WORKER;
    return stage;
}

static void add_outcome(moot_protocol *p, int32_t stage, const char *text, const char *clause,
                        int32_t when)
{
    moot_outcome *outcome = moot_protocol_blank_outcome(p);
    must(outcome != NULL, "outcome");
    name(&outcome->decl, text, clause, 24);
    outcome->stage = stage;
    outcome->when = when;
    moot_span *span = &p->stages[stage].outcomes;
    span->first = span->count ? span->first : p->outcomes_count - 1;
    span->count++;
}

static void add_stages(moot_protocol *p)
{
    static const int32_t mediator[] = { P_MEDIATOR }, both[] = { P_SW, P_HOO };
    add_stage(p, "mediation", "3.5/1", mediator, 1)->on = 0;
    add_stage(p, "joint assessment", "3.6/2", both, 2)->duty = "a joint assessment";
    add_stage(p, "17+ Panel decides", "3.11", NULL, 0)->panel = 0;
    add_outcome(p, S_MEDIATION, "prevented", "3.5/3", 0);
    add_outcome(p, S_MEDIATION, "still homeless", "3.6/1", MOOT_NO_COND);
    add_outcome(p, S_ASSESSMENT, "estranged", "3.9", MOOT_NO_COND);
    add_outcome(p, S_PANEL, "agreed", "3.11", MOOT_NO_COND);
}

static void add_clocks(moot_protocol *p)
{
    moot_operand *within = moot_protocol_add_operand(p);
    must(within != NULL, "operand");
    within->reading = -1;
    within->value = moot_value_of(MOOT_T_DURATION, 48, MOOT_HOURS);
    for (int32_t i = K_ASSESSMENT; i <= K_REFERRAL; i++) {
        moot_clock_rule *rule = moot_protocol_blank_clock(p);
        must(rule != NULL, "clock");
        name(&rule->decl, i == K_ASSESSMENT ? "joint assessment" : "ask for joint assessment",
             i == K_ASSESSMENT ? "3.7/1" : "3.6/1", 22 + i);
        rule->stage = S_ASSESSMENT;
        rule->effect = i == K_REFERRAL ? E_REFER : -1;
        rule->within = i == K_ASSESSMENT ? p->operands_count - 1 : -1;
        moot_span *span = &p->stages[S_ASSESSMENT].clocks;
        span->first = i == K_ASSESSMENT ? p->ints_count : span->first;
        must(moot_protocol_add_int(p, i) >= 0, "ints");
        span->count++;
    }
}

static moot_effect *add_effect(moot_protocol *p, moot_verb verb, const char *text,
                               const char *clause)
{
    moot_effect *effect = moot_protocol_blank_effect(p);
    must(effect != NULL, "effect");
    effect->verb = (uint8_t)verb;
    name(&effect->decl, text, clause, 30);
    return effect;
}

static void add_effects(moot_protocol *p)
{
    moot_effect *refer = add_effect(p, MOOT_REFER, "ask for joint assessment", "3.6/1");
    refer->party = P_SW;
    refer->text = "online form";
    refer->clock = K_REFERRAL;
    moot_effect *letter = add_effect(p, MOOT_NOTIFY, "Mediation Service", "3.5/4");
    letter->party = P_MEDIATOR;
    letter->notice = 0;
    add_effect(p, MOOT_GRANT, "", "3.12")->entitlement = 0;
    moot_effect *place = add_effect(p, MOOT_PLACE, "interim accommodation", "3.10");
    place->text = "interim accommodation";
    place->paid_by = P_FAMILY;
    place->provider = "Crash pad";
}

static void add_others(moot_protocol *p)
{
    moot_notice *notice = moot_protocol_add_notice(p);
    moot_invariant *bed = moot_protocol_add_invariant(p);
    moot_panel *panel = moot_protocol_add_panel(p);
    moot_level *level = moot_protocol_add_level(p);
    moot_ladder *ladder = moot_protocol_add_ladder(p);
    moot_entitlement *money = moot_protocol_add_entitlement(p);
    must(notice && bed && panel && level && ladder && money, "others");
    name(&notice->decl, "decision letter", "3.8", 40);
    name(&bed->decl, "a bed tonight", "3.2", 41);
    bed->nightly = 1;
    bed->that = MOOT_NO_COND;
    name(&panel->decl, "17+ Panel", "3.11", 42);
    panel->first = MOOT_DAY_MIN;
    panel->chair = -1;
    level->owner.kind = MOOT_OWNER_ALL;
    level->owner.parties = span_of(p, &(int32_t){ P_SW }, 1);
    level->within = -1;
    level->clause = "4.2";
    name(&ladder->decl, "disputes", "4.1", 43);
    ladder->levels.count = 1;
    name(&money->decl, "setting up home", "3.12", 44);
    money->pence = 200000;
    money->payee = P_APPLICANT;
    money->paid_by = P_FAMILY;
    money->quota = -1;
}

static void add_measures(moot_protocol *p)
{
    for (int32_t i = M_CAME; i <= M_ASSESSED; i++) {
        moot_measure *measure = moot_protocol_add_measure(p);
        must(measure != NULL, "a measure");
        name(&measure->decl, i == M_CAME ? "came homeless" : "assessed in time",
             i == M_CAME ? "14.1" : "14.2", 45 + i);
        measure->count = -1; /* its entries are made by hand */
        measure->share = i == M_CAME ? -1 : K_ASSESSMENT;
        measure->per = i == M_CAME ? MOOT_PERIOD_MONTH : MOOT_PERIOD_QUARTER;
        measure->split = i == M_CAME ? F_IN_NEED : -1;
        measure->target = i == M_CAME ? -1 : 95;
    }
}

moot_protocol *house_protocol(void)
{
    moot_protocol *p = NULL;
    moot_err err;
    moot_err_init(&err);
    must(moot_protocol_new("house-2018", &p, &err) == MOOT_OK, err.msg);
    p->council = "House";
    p->file = "house-2018.lua";
    moot_zone *zone = NULL;
    moot_calendar *calendar = NULL;
    p->calendars = moot_calloc(1, sizeof *p->calendars);
    must(p->calendars && moot_zone_load("Europe/London", &zone, &err) == MOOT_OK, err.msg);
    must(moot_calendar_new(zone, "", &calendar, &err) == MOOT_OK, err.msg);
    must(moot_calendar_freeze(calendar, &err) == MOOT_OK, err.msg);
    p->zone = zone;
    p->calendars[0] = calendar;
    p->calendars_count = 1;
    add_parties(p);
    add_facts(p);
    add_decision(p);
    add_laws(p);
    add_event(p);
    add_reading(p);
    add_stages(p);
    add_clocks(p);
    add_effects(p);
    add_others(p);
    add_measures(p);
    must(moot_protocol_freeze(p, &err) == MOOT_OK, err.msg);
    return p;
}

const moot_source house_sources[2] = {
    { "house-2018.lua", "protocol \"house-2018\" {}\n" },
    { "common.lua", "-- shared\n" },
};

moot_run_info house_run(const moot_protocol *p)
{
    moot_run_info info = {
        .protocol = p,
        .sources = house_sources,
        .source_count = 2,
        .caseload = "cases.jsonl",
        .caseload_sha = "c0ffee",
        .as_of = MOOT_NEVER,
        .law_as_at = MOOT_DAY_MIN,
        .oracle = "recorded",
        .seed = 7,
        .replicate = 0,
        .moot = "0.1",
        .options = "",
    };
    return info;
}

/* ---- the case ---- */

moot_instant house_at(const moot_protocol *p, const char *text)
{
    moot_when when;
    must(moot_when_parse(p->zone, text, &when, NULL) == MOOT_OK, text);
    return when.lo;
}

static moot_record *add_record(moot_input *input, const moot_protocol *p, moot_record_kind kind,
                               const char *at)
{
    moot_record *r = &input->records[input->record_count++];
    memset(r, 0, sizeof *r);
    r->kind = (uint8_t)kind;
    r->number = input->record_count;
    r->at = moot_when_at(house_at(p, at));
    r->ref = r->outcome = r->fact = r->who = r->child = r->paid_by = -1;
    r->due = r->session = moot_when_at(MOOT_NEVER);
    return r;
}

void house_input(const moot_protocol *p, moot_input *input, const char *id)
{
    moot_input_clear(input);
    input->id = moot_arena_str(&input->arena, id);
    input->values = moot_arena_array(&input->arena, (size_t)p->facts_count, sizeof *input->values);
    input->spells = moot_arena_array(&input->arena, 1, sizeof *input->spells);
    input->records = moot_arena_array(&input->arena, 5, sizeof *input->records);
    input->warnings = moot_arena_array(&input->arena, 1, sizeof *input->warnings);
    must(input->id && input->values && input->spells && input->records && input->warnings,
         "memory");
    moot_day born = moot_day_of(2009, 2, 11);
    input->values[F_DOB] = moot_value_of(MOOT_T_DATE, born, born);
    moot_spell spell = { .fact = F_LOOKED_AFTER, .child = -1 };
    spell.from_lo = moot_day_start(p->zone, moot_day_of(2024, 3, 4));
    spell.from_hi = moot_day_end(p->zone, moot_day_of(2024, 3, 4));
    spell.to_lo = spell.to_hi = MOOT_NEVER;
    input->spells[input->spell_count++] = spell;
    add_record(input, p, MOOT_RECORD_EVENT, "2026-05-21 09:15")->ref = 0;
    moot_record *left = add_record(input, p, MOOT_RECORD_OUTCOME, "2026-05-21 11:30");
    left->ref = S_MEDIATION;
    left->outcome = O_HOMELESS;
    left->note = "told by \"telephone\"";
    moot_record *fact = add_record(input, p, MOOT_RECORD_FACT, "2026-05-22 10:00");
    fact->ref = F_IN_NEED;
    fact->value = moot_value_yesno(1);
    moot_record *late = add_record(input, p, MOOT_RECORD_DEADLINE, "2026-05-23 14:45");
    late->ref = K_ASSESSMENT;
    late->met = 1;
    moot_record *correct = add_record(input, p, MOOT_RECORD_CORRECT, "2026-05-28 09:00");
    moot_record *to = moot_arena_alloc(&input->arena, sizeof *to);
    must(to != NULL, "memory");
    *to = *fact;
    to->at = moot_when_at(house_at(p, "2026-05-22 11:00"));
    correct->ref = 3;
    correct->to = to;
    input->warnings[input->warning_count++] = "events 2 and 3 are out of order: sorted";
}

static moot_entry at(const moot_case *c, moot_what what, const char *text)
{
    return moot_entry_blank(what, moot_when_at(house_at(c->protocol, text)));
}

static int32_t put(moot_case *c, moot_entry e, const moot_decl *decl, int32_t cause)
{
    e.decl = decl;
    e.cause = cause;
    return moot_case_log(c, &e);
}

/* The assessment: entered, its clock runs, the referral is asked for, and it is late. */
static void assess(moot_case *c, int32_t cause)
{
    const moot_protocol *p = c->protocol;
    moot_entry e = at(c, MOOT_LOG_ENTER, "2026-05-21 11:30");
    e.ref = S_ASSESSMENT;
    int32_t entered = put(c, e, &p->stages[S_ASSESSMENT].decl, cause);
    e = at(c, MOOT_LOG_CLOCK, "2026-05-21 11:30");
    e.ref = K_ASSESSMENT;
    e.ref2 = MOOT_CLOCK_LIVE;
    e.visit = 1;
    e.clock = 0;
    e.due = moot_when_at(house_at(p, "2026-05-23 11:30"));
    e.mark = e.at;
    int32_t clock = put(c, e, &p->clocks[K_ASSESSMENT].decl, entered);
    e.ref = K_REFERRAL;
    e.ref2 = MOOT_CLOCK_UNDATED;
    e.clock = 1;
    e.due = moot_when_at(MOOT_NEVER);
    put(c, e, &p->clocks[K_REFERRAL].decl, entered);
    e = at(c, MOOT_LOG_ACT, "2026-05-21 11:30");
    e.ref = E_REFER;
    e.ref2 = MOOT_ACT_ASKED;
    e.clock = 1;
    e.visit = 1;
    put(c, e, &p->effects[E_REFER].decl, entered);
    e = at(c, MOOT_LOG_VERDICT, "2026-05-23 11:30");
    e.ref = K_ASSESSMENT;
    e.ref2 = MOOT_CLOCK_LATE;
    e.clock = 0;
    e.due = moot_when_at(house_at(p, "2026-05-23 11:30"));
    put(c, e, &p->clocks[K_ASSESSMENT].decl, clock);
    e.at = e.mark = moot_when_at(house_at(p, "2026-05-23 14:45"));
    e.known = e.at.lo;
    e.flags = MOOT_ENTRY_RECORD;
    put(c, e, &p->clocks[K_ASSESSMENT].decl, clock);
}

/* Where they sleep: nowhere for two nights, then a place; what is paid, granted and told. */
static void sleep_and_pay(moot_case *c, int32_t cause)
{
    const moot_protocol *p = c->protocol;
    moot_entry e = at(c, MOOT_LOG_PLACED, "2026-05-21 12:00");
    e.value = moot_value_of(MOOT_T_INTEGER, MOOT_NOWHERE, 0);
    put(c, e, NULL, cause);
    e = at(c, MOOT_LOG_BROKEN, "2026-05-21 23:59:59");
    e.ref = 0;
    int32_t broken = put(c, e, &p->invariants[0].decl, cause);
    e = at(c, MOOT_LOG_ACT, "2026-05-23 15:00");
    e.ref = E_PLACE;
    e.ref2 = MOOT_ACT_IS_DONE;
    e.paid_by = P_FAMILY;
    int32_t act = put(c, e, &p->effects[E_PLACE].decl, cause);
    e = at(c, MOOT_LOG_PLACED, "2026-05-23 15:00");
    e.ref = E_PLACE;
    e.value = moot_value_of(MOOT_T_INTEGER, MOOT_SOMEWHERE, 0);
    e.text = "interim accommodation";
    e.provider = "Crash pad";
    e.paid_by = P_FAMILY;
    put(c, e, &p->effects[E_PLACE].decl, act);
    e = at(c, MOOT_LOG_KEPT, "2026-05-23 15:00");
    e.ref = 0;
    e.value = moot_value_of(MOOT_T_INTEGER, 2, 0);
    put(c, e, &p->invariants[0].decl, broken);
    for (int32_t effect = E_LETTER; effect <= E_GRANT; effect++) {
        e = at(c, MOOT_LOG_ACT, "2026-05-23 16:00");
        e.ref = effect;
        e.ref2 = effect == E_LETTER ? MOOT_ACT_IS_DONE : MOOT_ACT_WITHHELD;
        put(c, e, &p->effects[effect].decl, cause);
    }
    e = at(c, MOOT_LOG_NOTICE, "2026-05-24 10:00");
    e.ref = 0;
    e.value = moot_value_yesno(1);
    put(c, e, &p->notices[0].decl, 0);
}

static void decide(moot_case *c, int32_t cause)
{
    const moot_protocol *p = c->protocol;
    void *reads = c->reads;
    must(moot_grow(&reads, &c->reads_cap, 1, sizeof *c->reads), "memory");
    c->reads = reads;
    moot_read read = { .node = 0, .child = -1, .verdict = MOOT_TRUE, .seen = moot_value_yesno(1) };
    c->reads[c->reads_count++] = read;
    moot_entry e = at(c, MOOT_LOG_FACT, "2026-05-22 10:00");
    e.ref = F_IN_NEED;
    e.value = moot_value_yesno(1);
    e.flags = MOOT_ENTRY_RECORD;
    int32_t fact = put(c, e, &p->facts[F_IN_NEED].decl, cause);
    e = at(c, MOOT_LOG_DERIVED, "2026-05-22 10:00");
    e.ref = F_PRIORITY;
    e.ref2 = 0;
    e.value = moot_value_yesno(1);
    e.clause = "3.1/3";
    e.line = 12;
    e.read_first = 0;
    e.read_count = 1;
    put(c, e, &p->decisions[0].decl, fact);
}

/* A panel, a dispute, a departure, something missing, and a remark that a correction took back. */
static void trouble(moot_case *c, int32_t cause)
{
    const moot_protocol *p = c->protocol;
    moot_entry e = at(c, MOOT_LOG_ENTER, "2026-05-24 09:00");
    e.ref = S_PANEL;
    int32_t entered = put(c, e, &p->stages[S_PANEL].decl, cause);
    e = at(c, MOOT_LOG_QUEUED, "2026-05-24 09:00");
    e.ref = 0;
    e.ref2 = S_PANEL;
    e.visit = 2;
    put(c, e, &p->panels[0].decl, entered);
    e = at(c, MOOT_LOG_ESCALATED, "2026-05-25 09:00");
    e.ref = 0;
    e.ref2 = 0;
    e.visit = 1;
    put(c, e, &p->ladders[0].decl, cause);
    e = at(c, MOOT_LOG_DEPARTURE, "2026-05-25 10:00");
    e.ref = 4;
    e.text = "the panel sat without a chair";
    put(c, e, &p->panels[0].decl, 0);
    e = at(c, MOOT_LOG_UNDECIDED, "2026-05-25 11:00");
    e.ref = F_CONSENT;
    e.ref2 = 0;
    e.text = "act";
    put(c, e, &p->effects[E_GRANT].decl, cause);
    e = at(c, MOOT_LOG_DEPARTURE, "2026-05-25 12:00");
    e.ref = 5;
    e.text = "taken back";
    int32_t wrong = put(c, e, NULL, 0);
    e = at(c, MOOT_LOG_SUPERSEDES, "2026-05-28 09:00");
    e.ref = e.ref2 = wrong;
    put(c, e, NULL, 0);
    e = at(c, MOOT_LOG_COUNTED, "2026-05-28 09:00");
    e.ref = M_CAME;
    e.mark = moot_when_at(house_at(p, "2026-05-21 09:15"));
    e.value = moot_value_yesno(1);
    put(c, e, &p->measures[M_CAME].decl, 0);
}

void house_case(const moot_protocol *p, const moot_input *input, moot_case *c)
{
    moot_err err;
    moot_err_init(&err);
    must(moot_case_begin(c, p, input, 1, &err) == MOOT_OK, err.msg);
    int32_t start = put(c, at(c, MOOT_LOG_START, "2026-05-21 09:15"), NULL, 0);
    moot_entry e = at(c, MOOT_LOG_EVENT, "2026-05-21 09:15");
    e.ref = 0;
    e.flags = MOOT_ENTRY_RECORD;
    int32_t event = put(c, e, &p->events[0].decl, start);
    e = at(c, MOOT_LOG_ENTER, "2026-05-21 09:15");
    e.ref = S_MEDIATION;
    put(c, e, &p->stages[S_MEDIATION].decl, event);
    e = at(c, MOOT_LOG_LEAVE, "2026-05-21 11:30");
    e.ref = S_MEDIATION;
    e.ref2 = O_HOMELESS;
    e.visit = 0;
    e.who = P_MEDIATOR;
    e.flags = MOOT_ENTRY_RECORD;
    int32_t left = put(c, e, &p->outcomes[O_HOMELESS].decl, 0);
    assess(c, left);
    decide(c, 0);
    sleep_and_pay(c, left);
    trouble(c, left);
    c->reading_used[0] = 1;
    moot_case_conclude(c, house_at(p, "2026-05-28 09:00"));
    must(!c->no_memory, "memory");
}
