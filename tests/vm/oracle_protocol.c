#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/vm/oracle_protocol.h"

static void name(moot_decl *decl, const char *text)
{
    moot_decl_blank(decl);
    decl->name = text;
    decl->clause = "1";
    decl->file = "oracle.lua";
}

static moot_span ints(moot_protocol *p, int32_t first, int32_t count)
{
    moot_span span = { p->ints_count, count };
    for (int32_t i = 0; i < count; i++) {
        assert_true(moot_protocol_add_int(p, first + i) >= 0);
    }
    return span;
}

static void add_facts_and_events(moot_protocol *p)
{
    static const char *const events[] = { "asks", "calls", "replies" };
    moot_party *officer = moot_protocol_add_party(p);
    moot_fact *urgent = moot_protocol_add_fact(p);
    assert_true(officer && urgent);
    name(&officer->decl, "Officer");
    officer->kind = MOOT_PARTY_ROLE;
    officer->service = officer->cover = -1;
    name(&urgent->decl, "urgent");
    urgent->type = MOOT_T_YESNO;
    urgent->overridden_by = MOOT_NO_COND;
    urgent->decision = -1;
    for (size_t i = 0; i < MOOT_COUNT(events); i++) {
        moot_event *event = moot_protocol_add_event(p);
        assert_non_null(event);
        name(&event->decl, events[i]);
    }
}

/* Node 0: urgent is true. Operand 0: true; operand 1: 48 hours. */
static void add_condition(moot_protocol *p)
{
    moot_operand *yes = moot_protocol_add_operand(p);
    assert_non_null(yes);
    yes->reading = -1;
    yes->value = moot_value_yesno(1);
    moot_operand *hours = moot_protocol_add_operand(p);
    assert_non_null(hours);
    hours->reading = -1;
    hours->value = moot_value_of(MOOT_T_DURATION, 48, MOOT_HOURS);
    moot_cond_node *node = moot_protocol_add_cond_node(p);
    assert_non_null(node);
    node->kind = MOOT_COND_TEST;
    node->subject = MOOT_SUBJECT_FACT;
    node->test = MOOT_TEST_IS;
    node->ref = F_URGENT;
    node->next = 1;
    node->count = 1;
    node->calendar = node->from = node->to = -1;
}

static void add_trigger(moot_protocol *p, int32_t event, moot_use use, int32_t id)
{
    moot_trigger *t = moot_protocol_blank_trigger(p);
    assert_non_null(t);
    t->kind = MOOT_ON_EVENT;
    t->ref = event;
    t->use = (uint8_t)use;
    t->use_id = id;
}

static void add_outcome(moot_protocol *p, int32_t stage, const char *text, int32_t when)
{
    moot_outcome *o = moot_protocol_blank_outcome(p);
    assert_non_null(o);
    name(&o->decl, text);
    o->stage = stage;
    o->when = when;
}

static void add_stage(moot_protocol *p, const char *text, int32_t on, moot_span outcomes)
{
    moot_stage *s = moot_protocol_blank_stage(p);
    assert_non_null(s);
    name(&s->decl, text);
    s->owner.kind = MOOT_OWNER_ALL;
    s->owner.parties = ints(p, 1, 1);
    s->on = on;
    s->outcomes = outcomes;
}

static void add_act(moot_protocol *p, moot_verb verb, const char *text, int32_t clock)
{
    moot_effect *f = moot_protocol_blank_effect(p);
    assert_non_null(f);
    f->verb = (uint8_t)verb;
    name(&f->decl, text);
    f->clock = clock;
    f->party = verb == MOOT_PLACE ? -1 : 1;
    f->text = verb == MOOT_PLACE ? "hostel" : NULL;
    f->notice = verb == MOOT_NOTIFY ? 0 : -1;
}

static void add_clock(moot_protocol *p, const char *text, int32_t stage, int32_t effect)
{
    moot_clock_rule *k = moot_protocol_blank_clock(p);
    assert_non_null(k);
    name(&k->decl, text);
    k->stage = stage;
    k->effect = effect;
}

static void add_stages(moot_protocol *p)
{
    add_stage(p, "look", 0, (moot_span){ O_YES, 3 });
    add_stage(p, "later", 2, (moot_span){ O_ONLY, 1 });
    add_outcome(p, S_LOOK, "yes", MOOT_NO_COND);
    add_outcome(p, S_LOOK, "no", MOOT_NO_COND);
    add_outcome(p, S_LOOK, "urgent", 0);
    add_outcome(p, S_LATER, "only", 0);
    add_act(p, MOOT_REFER, "tell", K_TELL);
    add_act(p, MOOT_PLACE, "find a bed", K_BED);
    add_act(p, MOOT_NOTIFY, "write", K_LETTER);
    add_clock(p, "tell", S_LOOK, 0);
    add_clock(p, "reply", S_LOOK, -1);
    add_clock(p, "find a bed", -1, 1);
    add_clock(p, "write", -1, 2);
    p->clocks[K_REPLY].within = 1;
    p->clocks[K_REPLY].met_by = 1;
    p->clocks[K_REPLY].outlives = 1;
    p->stages[S_LOOK].block = (moot_span){ 0, 1 };
    p->stages[S_LOOK].clocks = ints(p, K_TELL, 2);
}

moot_protocol *oracle_protocol(moot_err *err)
{
    moot_protocol *p = NULL;
    moot_zone *zone = NULL;
    moot_calendar *calendar = NULL;
    assert_int_equal(moot_protocol_new("oracle", &p, err), MOOT_OK);
    p->file = "oracle.lua";
    p->calendars = moot_calloc(1, sizeof *p->calendars);
    assert_non_null(p->calendars);
    assert_int_equal(moot_zone_load("Europe/London", &zone, err), MOOT_OK);
    assert_int_equal(moot_calendar_new(zone, "", &calendar, err), MOOT_OK);
    assert_int_equal(moot_calendar_freeze(calendar, err), MOOT_OK);
    p->zone = zone;
    p->calendars[0] = calendar;
    p->calendars_count = 1;
    add_facts_and_events(p);
    add_condition(p);
    add_trigger(p, EV_ASKS, MOOT_USE_STAGE, S_LOOK);
    add_trigger(p, EV_REPLIES, MOOT_USE_MET_BY, K_REPLY);
    add_trigger(p, EV_CALLS, MOOT_USE_STAGE, S_LATER);
    add_stages(p);
    moot_notice *letter = moot_protocol_add_notice(p);
    assert_non_null(letter);
    name(&letter->decl, "letter");
    assert_int_equal(moot_protocol_freeze(p, err), MOOT_OK);
    return p;
}

/* ---- what people do ---- */

static int32_t a_fortnight(moot_assume *a)
{
    moot_spread *s = moot_assume_add_spread(a);
    assert_non_null(s);
    s->family = MOOT_SPREAD_BETWEEN;
    s->unit = MOOT_SPREAD_MINUTES;
    s->a = 1;
    s->b = 14 * 24 * 60;
    return a->spreads_count - 1;
}

static void add_row(moot_assume *a, moot_assumed_kind kind, int32_t ref, const char *text, int32_t takes)
{
    moot_assumed *row = moot_assume_add_assumed(a);
    assert_non_null(row);
    row->kind = (uint8_t)kind;
    row->ref = ref;
    row->name = text;
    row->takes = takes;
    row->chances.first = a->chances_count;
}

/* One more chance of the newest row. */
static void add_chance(moot_assume *a, int32_t ref, uint32_t weight)
{
    moot_chance *chance = moot_assume_add_chance(a);
    assert_non_null(chance);
    chance->ref = ref;
    chance->weight = weight;
    chance->takes = a->rows[a->rows_count - 1].takes;
    a->rows[a->rows_count - 1].chances.count++;
}

moot_assume *oracle_assumptions(const moot_protocol *p, moot_err *err)
{
    moot_assume *a = NULL;
    assert_int_equal(moot_assume_new(p, &a, err), MOOT_OK);
    int32_t takes = a_fortnight(a);
    add_row(a, MOOT_ASSUMED_STAGE, S_LOOK, "look", takes);
    add_chance(a, O_YES, MOOT_ASSUME_ONE / 3);
    add_chance(a, O_NO, MOOT_ASSUME_ONE / 3);
    add_chance(a, O_URGENT, MOOT_ASSUME_ONE / 3);
    add_row(a, MOOT_ASSUMED_STAGE, S_LATER, "later", takes);
    add_chance(a, O_ONLY, MOOT_ASSUME_ONE);
    add_row(a, MOOT_ASSUMED_EVENT, EV_REPLIES, "replies", takes);
    add_row(a, MOOT_ASSUMED_FACT, F_URGENT, "urgent", -1);
    add_chance(a, 1, MOOT_ASSUME_ONE / 2);
    add_chance(a, 0, MOOT_ASSUME_ONE / 2);
    assert_int_equal(moot_assume_freeze(a, err), MOOT_OK);
    return a;
}

double chi_square(const int *counts, int kinds, int total)
{
    double each = (double)total / kinds, sum = 0;
    for (int i = 0; i < kinds; i++) {
        sum += (counts[i] - each) * (counts[i] - each) / each;
    }
    return sum;
}
