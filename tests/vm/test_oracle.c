/* The three oracles behind their one interface: recorded (rules 2, 9), asked (rule 5), modelled (rule 15). The protocol is made by hand: a stage that "asks" starts, three outcomes of which one is guarded, a deadline that an
 * event meets, and acts that have names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "tests/vm/oracle_protocol.h"
#include "vm/engine/engine.h"
#include "vm/base/hash.h"
#include "vm/base/random.h"

#define RECORDS_MAX 64
#define LIVES 3000

typedef struct world {
    moot_protocol *p;
    moot_assume *assume;
    moot_model *model;
    moot_engine *engine;
    moot_case c;
    moot_input input;
    moot_record records[RECORDS_MAX];
    moot_value values[1];
    char id[32];
    moot_err err;
} world;

/* ---- one case ---- */

static void set_case(world *w, const char *id, int urgent) /* urgent: 1, 0, or -1 for unknown */
{
    (void)snprintf(w->id, sizeof w->id, "%s", id);
    w->values[F_URGENT] = urgent < 0 ? moot_unknown() : moot_value_yesno(urgent);
    moot_input_clear(&w->input);
    w->input.id = w->id;
    w->input.values = w->values;
    w->input.records = w->records;
    w->input.record_count = 0;
}

static moot_record *add(world *w, moot_record_kind kind, const char *at, int32_t ref)
{
    assert_true(w->input.record_count < RECORDS_MAX);
    moot_record *r = &w->records[w->input.record_count++];
    memset(r, 0, sizeof *r);
    r->kind = (uint8_t)kind;
    r->number = w->input.record_count;
    assert_int_equal(moot_when_parse(w->p->zone, at, &r->at, &w->err), MOOT_OK);
    r->ref = ref;
    r->outcome = r->fact = r->who = r->child = r->paid_by = -1;
    r->due = r->session = moot_when_at(MOOT_NEVER);
    r->met = 1;
    return r;
}

static void add_event(world *w, const char *at, int32_t event)
{
    (void)add(w, MOOT_RECORD_EVENT, at, event);
}

static void add_leaving(world *w, const char *at, int32_t outcome)
{
    add(w, MOOT_RECORD_OUTCOME, at, S_LOOK)->outcome = outcome;
}

static moot_oracle *recorded(void)
{
    moot_oracle *o = NULL;
    assert_int_equal(moot_oracle_recorded(&o, NULL), MOOT_OK);
    return o;
}

static moot_oracle *asked(void)
{
    moot_oracle *o = NULL;
    assert_int_equal(moot_oracle_asked(&o, NULL), MOOT_OK);
    return o;
}

static moot_oracle *modelled(const world *w, uint64_t seed, uint64_t replicate)
{
    moot_oracle *o = NULL;
    assert_int_equal(moot_oracle_modelled(w->model, seed, replicate, &o, NULL), MOOT_OK);
    return o;
}

static moot_instant at_text(const world *w, const char *text)
{
    moot_when when;
    assert_int_equal(moot_when_parse(w->p->zone, text, &when, NULL), MOOT_OK);
    return when.lo;
}

/* The oracle alone, without an engine: the case is begun, its facts and log stay empty. */
static void begin(world *w, moot_oracle *o, moot_instant as_of)
{
    assert_int_equal(moot_case_begin(&w->c, w->p, &w->input, 1, &w->err), MOOT_OK);
    assert_int_equal(o->cls->begin(o, &w->c, as_of, &w->err), MOOT_OK);
}

static void run(world *w, moot_oracle *o)
{
    assert_int_equal(moot_engine_case(w->engine, &w->c, w->p, &w->input, o, &w->err), MOOT_OK);
}

/* Takes the next record and shows it: "2 2026-05-21 10:00", "" when none is left. */
static const char *next(const world *w, moot_oracle *o, char *buf, size_t size)
{
    char text[160];
    moot_when at;
    const moot_record *r = o->cls->peek(o, &w->c, &at);
    buf[0] = '\0';
    if (r) {
        (void)snprintf(buf, size, "%d %s", (int)r->number, moot_when_text(w->p->zone, at, text, sizeof text));
        o->cls->take(o, &w->c);
    }
    return buf;
}

static void expect_next(const world *w, moot_oracle *o, const char *want)
{
    char got[200];
    assert_string_equal(next(w, o, got, sizeof got), want);
}

static int open_world(void **state)
{
    world *w = moot_calloc(1, sizeof *w);
    if (!w) {
        return -1;
    }
    moot_err_init(&w->err);
    w->p = oracle_protocol(&w->err);
    w->assume = oracle_assumptions(w->p, &w->err);
    assert_int_equal(moot_model_new(w->assume, &w->model, &w->err), MOOT_OK);
    moot_case_init(&w->c);
    moot_input_init(&w->input);
    *state = w;
    return moot_engine_new(NULL, &w->engine, &w->err) == MOOT_OK ? 0 : -1;
}

static int close_world(void **state)
{
    world *w = *state;
    moot_engine_free(w->engine);
    moot_case_done(&w->c);
    moot_input_done(&w->input);
    moot_model_free(w->model);
    moot_assume_free(w->assume);
    moot_protocol_free(w->p);
    moot_free(w);
    return 0;
}

/* ---- recorded: the order of rule 2 ---- */

static void records_come_by_time_and_then_as_written(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    set_case(w, "A", -1);
    add_event(w, "2026-05-21 12:00", EV_CALLS);
    add_event(w, "2026-05-21 10:00", EV_ASKS);
    add_event(w, "2026-05-21 12:00", EV_REPLIES);
    add_event(w, "2026-05-20 12:00", EV_ASKS);
    begin(w, o, MOOT_NEVER);
    expect_next(w, o, "4 2026-05-20 12:00");
    expect_next(w, o, "2 2026-05-21 10:00");
    expect_next(w, o, "1 2026-05-21 12:00");
    expect_next(w, o, "3 2026-05-21 12:00");
    expect_next(w, o, "");
    moot_oracle_free(o);
}

/* The day of the 21st may be before or after 10:00, so it keeps its place in the file; the 20th is surely before both. */
static void a_window_keeps_its_place_unless_another_is_surely_before(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    set_case(w, "A", -1);
    add_event(w, "2026-05-21", EV_ASKS);
    add_event(w, "2026-05-21 10:00", EV_CALLS);
    add_event(w, "2026-05-20 09:00", EV_ASKS);
    begin(w, o, MOOT_NEVER);
    expect_next(w, o, "3 2026-05-20 09:00");
    expect_next(w, o, "1 2026-05-21");
    expect_next(w, o, "2 2026-05-21 10:00");
    moot_oracle_free(o);
}

static void a_window_is_cut_at_the_record_ahead_of_it(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    set_case(w, "A", -1);
    add_event(w, "2026-05-21 10:00", EV_ASKS);
    add_event(w, "2026-05", EV_CALLS);
    add_event(w, "2026", EV_CALLS);
    add_event(w, "2026-05-21 12:00", EV_CALLS);
    begin(w, o, MOOT_NEVER);
    expect_next(w, o, "1 2026-05-21 10:00");
    expect_next(w, o, "2 2026-05-21 10:00 to 2026-05-31");
    expect_next(w, o, "3 2026-05-21 10:00 to 2026-12-31");
    expect_next(w, o, "4 2026-05-21 12:00");
    moot_oracle_free(o);
}

/* A month first, then June, then a day in May: the day is surely before June, the month is not surely after anything. */
static void a_later_line_that_is_surely_before_is_fetched(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    set_case(w, "A", -1);
    add_event(w, "2026-05", EV_ASKS);
    add_event(w, "2026-06-02", EV_CALLS);
    add_event(w, "2026-05-10", EV_CALLS);
    begin(w, o, MOOT_NEVER);
    expect_next(w, o, "1 2026-05");
    expect_next(w, o, "3 2026-05-10");
    expect_next(w, o, "2 2026-06-02");
    moot_oracle_free(o);
}

/* Rule 2 read slowly: the first record in file order that no remaining record surely precedes. */
static int32_t slow_next(const world *w, const uint8_t *taken)
{
    for (int32_t i = 0; i < w->input.record_count; i++) {
        int preceded = taken[i];
        for (int32_t k = 0; k < w->input.record_count; k++) {
            preceded |= !taken[k] && w->records[k].at.hi < w->records[i].at.lo;
        }
        if (!preceded) {
            return i;
        }
    }
    return -1;
}

static void any_windows_come_in_the_order_of_rule_2(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    for (uint32_t round = 0; round < 200; round++) {
        uint8_t taken[RECORDS_MAX] = { 0 };
        moot_when ahead = moot_when_at(MOOT_ALWAYS);
        set_case(w, "A", -1);
        for (uint32_t i = 0; i < 3 + round % 40; i++) {
            moot_draw_key from = { 1, round, i, 0, 0, 0, 0 }, width = { 1, round, i, 1, 0, 0, 0 };
            moot_record *r = add(w, MOOT_RECORD_EVENT, "2026-05-21", EV_CALLS);
            r->at.lo = 1000 + moot_draw_below(&from, 60);
            r->at.hi = r->at.lo + (i % 2 ? moot_draw_below(&width, 30) : 0);
        }
        begin(w, o, MOOT_NEVER);
        for (int32_t n = 0; n < w->input.record_count; n++) {
            moot_when at;
            int32_t want = slow_next(w, taken);
            const moot_record *got = o->cls->peek(o, &w->c, &at);
            assert_non_null(got);
            assert_int_equal(got->number, want + 1);
            assert_int_equal(at.lo, got->at.lo > ahead.lo ? got->at.lo : ahead.lo);
            assert_true(at.hi == got->at.hi || at.hi == at.lo);
            taken[want] = 1;
            ahead = at;
            o->cls->take(o, &w->c);
        }
        assert_null(o->cls->peek(o, &w->c, &ahead));
    }
    moot_oracle_free(o);
}

/* ---- recorded: what it sees ---- */

static void nothing_after_as_of_is_seen(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    set_case(w, "A", -1);
    add_event(w, "2026-05-21 10:00", EV_ASKS);
    add_event(w, "2026-05-22 10:00", EV_CALLS);
    add_event(w, "2026-05-22 10:01", EV_REPLIES);
    begin(w, o, at_text(w, "2026-05-22 10:00"));
    expect_next(w, o, "1 2026-05-21 10:00");
    expect_next(w, o, "2 2026-05-22 10:00"); /* on the minute is seen */
    expect_next(w, o, "");
    begin(w, o, MOOT_NEVER);
    assert_int_equal(o->cls->last(o, &w->c), at_text(w, "2026-05-22 10:01"));
    moot_oracle_free(o);
}

static void the_case_s_now_is_the_end_of_the_last_window(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    set_case(w, "A", -1);
    begin(w, o, MOOT_NEVER);
    assert_int_equal(o->cls->last(o, &w->c), MOOT_NEVER); /* no record: no now */
    add_event(w, "2026-05", EV_ASKS);
    add_event(w, "2026-05-22 10:00", EV_CALLS);
    begin(w, o, MOOT_NEVER);
    assert_int_equal(o->cls->last(o, &w->c), at_text(w, "2026-06-01 00:00") - 1);
    moot_oracle_free(o);
}

/* An act is called: its clock starts, and the oracle is asked whether it was done. */
static moot_act_answer act(world *w, moot_oracle *o, int32_t rule)
{
    moot_when at = moot_when_at(at_text(w, "2026-05-21 10:00"));
    moot_entry called = moot_entry_blank(MOOT_LOG_CLOCK, at);
    called.ref = rule;
    called.clock = w->c.clocks_count;
    called.ref2 = MOOT_CLOCK_LIVE;
    (void)moot_case_log(&w->c, &called);
    return o->cls->act(o, &w->c, called.clock, at);
}

/* An act waits for its own record, a place also for a record of place, a letter for one of the letter; else it is assumed. */
static void a_silent_act_is_told_from_one_whose_record_is_to_come(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    char text[200];
    set_case(w, "A", -1);
    add_event(w, "2026-05-21 10:00", EV_ASKS);
    begin(w, o, MOOT_NEVER);
    assert_int_equal(act(w, o, K_TELL), MOOT_ACT_ASSUMED);
    assert_int_equal(act(w, o, K_BED), MOOT_ACT_ASSUMED);
    assert_int_equal(act(w, o, K_LETTER), MOOT_ACT_ASSUMED);
    assert_false(o->cls->record_follows(o, &w->c, K_REPLY));
    (void)add(w, MOOT_RECORD_DEADLINE, "2026-05-22 10:00", K_TELL);
    (void)add(w, MOOT_RECORD_PLACE, "2026-05-23 10:00", -1);
    (void)add(w, MOOT_RECORD_NOTICE, "2026-05-24 10:00", 0);
    (void)add(w, MOOT_RECORD_DEADLINE, "2026-05-25 10:00", K_REPLY);
    begin(w, o, MOOT_NEVER);
    assert_int_equal(act(w, o, K_TELL), MOOT_ACT_WAIT);
    assert_int_equal(act(w, o, K_BED), MOOT_ACT_WAIT);
    assert_int_equal(act(w, o, K_LETTER), MOOT_ACT_WAIT);
    assert_true(o->cls->record_follows(o, &w->c, K_REPLY));
    (void)next(w, o, text, sizeof text);
    (void)next(w, o, text, sizeof text);
    assert_int_equal(act(w, o, K_TELL), MOOT_ACT_ASSUMED); /* its record was that of an earlier call */
    assert_int_equal(act(w, o, K_BED), MOOT_ACT_WAIT);
    begin(w, o, at_text(w, "2026-05-21 12:00"));
    assert_int_equal(act(w, o, K_TELL), MOOT_ACT_ASSUMED); /* not known by then */
    assert_false(o->cls->record_follows(o, &w->c, K_REPLY));
    moot_oracle_free(o);
}

static void a_correction_is_read_from_the_next_rewind_on(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    moot_record to;
    set_case(w, "A", -1);
    add_event(w, "2026-05-21 10:00", EV_ASKS);
    add_event(w, "2026-05-22 10:00", EV_CALLS);
    add_event(w, "2026-05-23 10:00", EV_REPLIES);
    to = w->records[2];
    to.at = moot_when_at(at_text(w, "2026-05-20 10:00"));
    begin(w, o, MOOT_NEVER);
    assert_int_equal(o->cls->correct(o, &w->c, 2, NULL, &w->err), MOOT_OK);
    assert_int_equal(o->cls->correct(o, &w->c, 3, &to, &w->err), MOOT_OK);
    expect_next(w, o, "1 2026-05-21 10:00");
    assert_int_equal(o->cls->rewind(o, &w->c, &w->err), MOOT_OK);
    expect_next(w, o, "3 2026-05-20 10:00");
    expect_next(w, o, "1 2026-05-21 10:00");
    expect_next(w, o, ""); /* 2 never happened */
    begin(w, o, MOOT_NEVER);
    expect_next(w, o, "1 2026-05-21 10:00"); /* a new case knows of no correction */
    moot_oracle_free(o);
}

static void what_is_recorded_is_taken_whatever_its_guard_says(void **state)
{
    world *w = *state;
    moot_oracle *o = recorded();
    set_case(w, "A", 0);
    add_event(w, "2026-05-21 10:00", EV_ASKS);
    add_leaving(w, "2026-05-22 10:00", O_URGENT);
    run(w, o);
    assert_int_equal(w->c.visits[0].outcome, O_URGENT);
    assert_int_equal(o->cls->judges_guards, 0);
    moot_oracle_free(o);
}

/* ---- asked ---- */

/* Tells the last record that was added, and runs to it. */
static moot_code tell(world *w, moot_oracle *o)
{
    const moot_record *r = &w->records[w->input.record_count - 1];
    moot_code code = moot_oracle_tell(o, r, &w->err);
    return code == MOOT_OK ? moot_engine_run(w->engine, r->at.hi, &w->err) : code;
}

static void start_asked(world *w, moot_oracle *o, int urgent)
{
    set_case(w, "A", urgent);
    assert_int_equal(moot_engine_begin(w->engine, &w->c, w->p, &w->input, o, &w->err), MOOT_OK);
    add_event(w, "2026-05-21 10:00", EV_ASKS);
    assert_int_equal(tell(w, o), MOOT_OK);
}

static void what_is_told_happens_and_nothing_else(void **state)
{
    world *w = *state;
    moot_oracle *o = asked();
    moot_when at;
    start_asked(w, o, -1);
    assert_null(o->cls->peek(o, &w->c, &at));
    assert_int_equal(w->c.visits_count, 1);
    assert_true(moot_visit_open(&w->c.visits[0]));
    add_leaving(w, "2026-05-21 12:00", O_NO);
    assert_int_equal(tell(w, o), MOOT_OK);
    assert_false(moot_visit_open(&w->c.visits[0]));
    assert_int_equal(w->c.visits[0].outcome, O_NO);
    assert_int_equal(w->c.visits[0].left.lo, at_text(w, "2026-05-21 12:00"));
    moot_oracle_free(o);
}

static void the_asked_do_not_go_back(void **state)
{
    world *w = *state;
    moot_oracle *o = asked();
    start_asked(w, o, -1);
    add_event(w, "2026-05-21 09:59", EV_CALLS);
    assert_int_equal(tell(w, o), MOOT_EDATA);
    assert_non_null(strstr(w->err.msg, "undo"));
    add_event(w, "2026-05-21 10:00", EV_REPLIES); /* the same minute is not back */
    assert_int_equal(tell(w, o), MOOT_OK);
    assert_int_equal(w->c.clocks[1].status, MOOT_CLOCK_MET);
    moot_err_init(&w->err);
    moot_oracle_free(o);
}

static void acts_are_done_at_once_unless_the_trainer_says_not(void **state)
{
    world *w = *state;
    moot_oracle *o = asked();
    start_asked(w, o, -1);
    assert_int_equal(w->c.clocks[0].rule, K_TELL);
    assert_int_equal(w->c.clocks[0].status, MOOT_CLOCK_MET);
    assert_int_equal(w->c.clocks[0].met_at.hi, at_text(w, "2026-05-21 10:00"));
    moot_oracle_acts_at_once(o, 0);
    start_asked(w, o, -1);
    assert_false(w->c.clocks[0].done);
    (void)add(w, MOOT_RECORD_DEADLINE, "2026-05-21 15:00", K_TELL);
    assert_int_equal(tell(w, o), MOOT_OK);
    assert_int_equal(w->c.clocks[0].met_at.lo, at_text(w, "2026-05-21 15:00"));
    moot_oracle_free(o);
}

/* Rule 5: asked, a false guard bars the outcome, an unknown one leaves the case undecided. */
static void a_guard_bars_what_is_asked_for(void **state)
{
    world *w = *state;
    moot_oracle *o = asked();
    assert_int_equal(o->cls->judges_guards, 1);
    start_asked(w, o, 0);
    add_leaving(w, "2026-05-21 12:00", O_URGENT);
    assert_int_equal(tell(w, o), MOOT_OK);
    assert_true(moot_visit_open(&w->c.visits[0]));
    assert_int_equal(w->c.status, MOOT_CASE_OPEN);
    start_asked(w, o, -1);
    add_leaving(w, "2026-05-21 12:00", O_URGENT);
    assert_int_equal(tell(w, o), MOOT_OK);
    assert_true(moot_visit_open(&w->c.visits[0]));
    assert_int_equal(w->c.status, MOOT_CASE_UNDECIDED);
    assert_int_equal(w->c.needs[0].fact, F_URGENT);
    start_asked(w, o, 1);
    add_leaving(w, "2026-05-21 12:00", O_URGENT);
    assert_int_equal(tell(w, o), MOOT_OK);
    assert_int_equal(w->c.visits[0].outcome, O_URGENT);
    moot_oracle_free(o);
}

static void the_choices_say_what_is_open_barred_or_waits(void **state)
{
    world *w = *state;
    moot_oracle *o = asked();
    static const moot_tri urgent[] = { MOOT_UNKNOWN, MOOT_FALSE, MOOT_TRUE };
    for (int i = 0; i < 3; i++) {
        moot_choice choices[8];
        start_asked(w, o, i - 1);
        assert_int_equal(moot_engine_choices(w->engine, choices, 8), 3);
        assert_int_equal(choices[0].admissible, MOOT_TRUE);
        assert_int_equal(choices[1].outcome, O_NO);
        assert_int_equal(choices[2].admissible, urgent[i]);
    }
    assert_int_equal(moot_engine_next_timer(w->engine), at_text(w, "2026-05-23 10:00")); /* the reply is due */
    moot_oracle_free(o);
}

/* ---- modelled ---- */

static void live(world *w, moot_oracle *o, const char *id, int urgent)
{
    set_case(w, id, urgent);
    add_event(w, "2026-05-21 10:00", EV_ASKS);
    run(w, o);
}

/* A life as one number: what happened, when, and how. */
static uint64_t life(world *w, moot_oracle *o, const char *id, int urgent)
{
    uint64_t sum = 0;
    live(w, o, id, urgent);
    for (int32_t i = 0; i < w->c.log_count; i++) {
        const moot_entry *e = &w->c.log[i];
        sum = moot_mix64(sum, (uint64_t)e->what);
        sum = moot_mix64(sum, (uint64_t)e->at.lo);
        sum = moot_mix64(sum, (uint64_t)(uint32_t)e->ref2);
    }
    return sum;
}

static void the_same_seed_lives_the_same_life(void **state)
{
    world *w = *state;
    moot_oracle *o = modelled(w, 7, 0), *again = modelled(w, 7, 0);
    uint64_t a = life(w, o, "A", 1), b = life(w, o, "B", 1);
    assert_true(life(w, again, "B", 1) == b); /* whatever was lived before it */
    assert_true(life(w, again, "A", 1) == a);
    assert_true(life(w, o, "A", 1) == a);
    moot_oracle_free(o);
    moot_oracle_free(again);
}

static void another_seed_replicate_or_case_lives_another(void **state)
{
    world *w = *state;
    moot_oracle *o = modelled(w, 7, 0), *seed = modelled(w, 8, 0), *replicate = modelled(w, 7, 1);
    uint64_t a = life(w, o, "A", 1);
    assert_true(life(w, seed, "A", 1) != a);
    assert_true(life(w, replicate, "A", 1) != a);
    assert_true(life(w, o, "B", 1) != a);
    moot_oracle_free(o);
    moot_oracle_free(seed);
    moot_oracle_free(replicate);
}

/* An outcome whose guard is false is drawn like any other, barred at its end, and another is drawn (rule 15). */
static void a_barred_outcome_is_drawn_again(void **state)
{
    world *w = *state;
    moot_oracle *o = modelled(w, 7, 0);
    int urgent = 0;
    char id[16];
    for (int i = 0; i < 300; i++) {
        (void)snprintf(id, sizeof id, "C%d", i);
        live(w, o, id, 0);
        assert_false(moot_visit_open(&w->c.visits[0]));
        assert_true(w->c.visits[0].outcome == O_YES || w->c.visits[0].outcome == O_NO);
        assert_int_equal(w->c.status, MOOT_CASE_OPEN);
        live(w, o, id, 1);
        urgent += w->c.visits[0].outcome == O_URGENT;
    }
    assert_in_range(urgent, 60, 140); /* a third of 300, give or take five standard deviations */
    moot_oracle_free(o);
}

static void with_no_admissible_outcome_the_stage_waits(void **state)
{
    world *w = *state;
    moot_oracle *o = modelled(w, 7, 0);
    set_case(w, "A", 0);
    add_event(w, "2026-05-21 10:00", EV_CALLS);
    run(w, o);
    assert_int_equal(w->c.visits_count, 1);
    assert_true(moot_visit_open(&w->c.visits[0]));
    assert_int_equal(w->c.status, MOOT_CASE_OPEN);
    moot_oracle_free(o);
}

/* What nobody knows is drawn as a guard first reads it, and stays. */
static void a_fact_that_is_not_known_is_drawn(void **state)
{
    world *w = *state;
    moot_oracle *o = modelled(w, 7, 0);
    int yes = 0, read = 0;
    char id[16];
    for (int i = 0; i < 300; i++) {
        moot_value v;
        (void)snprintf(id, sizeof id, "C%d", i);
        set_case(w, id, -1);
        add_event(w, "2026-05-21 10:00", EV_CALLS);
        run(w, o);
        v = w->c.facts.values[F_URGENT];
        if (moot_known(v)) {
            read++;
            yes += v.a != 0;
            assert_int_equal(moot_visit_open(&w->c.visits[0]), v.a == 0);
        }
    }
    assert_int_equal(read, 300);
    assert_in_range(yes, 107, 193);
    moot_oracle_free(o);
}

/* What the case's own records say stands, and an event that a live clock waits for is drawn from the clock's start on. */
static void an_event_that_a_clock_waits_for_is_drawn(void **state)
{
    world *w = *state;
    moot_oracle *o = modelled(w, 7, 0);
    moot_instant asked_at = at_text(w, "2026-05-21 10:00");
    int met = 0, late = 0;
    char id[16];
    for (int i = 0; i < 200; i++) {
        (void)snprintf(id, sizeof id, "C%d", i);
        live(w, o, id, 1);
        const moot_clock *k = &w->c.clocks[1];
        assert_int_equal(w->c.visits[0].entered.lo, asked_at);
        assert_int_equal(k->rule, K_REPLY);
        assert_true(k->done && k->met_at.lo > asked_at);
        met += k->status == MOOT_CLOCK_MET;
        late += k->status == MOOT_CLOCK_LATE;
    }
    assert_int_equal(met + late, 200);
    assert_true(met > 0 && late > met); /* two days out of fourteen */
    moot_oracle_free(o);
}

/* Limits: what a fair draw exceeds once in a thousand times, for 2 and 13 degrees of freedom. The seed is fixed. */
static void outcomes_and_durations_are_even(void **state)
{
    world *w = *state;
    moot_oracle *o = modelled(w, 2026, 0);
    int outcomes[3] = { 0 }, days[14] = { 0 };
    moot_instant entered = at_text(w, "2026-05-21 10:00");
    char id[16];
    for (int i = 0; i < LIVES; i++) {
        (void)snprintf(id, sizeof id, "C%d", i);
        live(w, o, id, 1);
        moot_instant took = w->c.visits[0].left.lo - entered;
        assert_true(took >= 60 && took <= 14 * 86400);
        outcomes[w->c.visits[0].outcome]++;
        days[(took - 60) / 86400]++;
    }
    assert_true(chi_square(outcomes, 3, LIVES) < 13.82);
    assert_true(chi_square(days, 14, LIVES) < 34.53);
    moot_oracle_free(o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_come_by_time_and_then_as_written),
        cmocka_unit_test(a_window_keeps_its_place_unless_another_is_surely_before),
        cmocka_unit_test(a_window_is_cut_at_the_record_ahead_of_it),
        cmocka_unit_test(a_later_line_that_is_surely_before_is_fetched),
        cmocka_unit_test(any_windows_come_in_the_order_of_rule_2),
        cmocka_unit_test(nothing_after_as_of_is_seen),
        cmocka_unit_test(the_case_s_now_is_the_end_of_the_last_window),
        cmocka_unit_test(a_silent_act_is_told_from_one_whose_record_is_to_come),
        cmocka_unit_test(a_correction_is_read_from_the_next_rewind_on),
        cmocka_unit_test(what_is_recorded_is_taken_whatever_its_guard_says),
        cmocka_unit_test(what_is_told_happens_and_nothing_else),
        cmocka_unit_test(the_asked_do_not_go_back),
        cmocka_unit_test(acts_are_done_at_once_unless_the_trainer_says_not),
        cmocka_unit_test(a_guard_bars_what_is_asked_for),
        cmocka_unit_test(the_choices_say_what_is_open_barred_or_waits),
        cmocka_unit_test(the_same_seed_lives_the_same_life),
        cmocka_unit_test(another_seed_replicate_or_case_lives_another),
        cmocka_unit_test(a_barred_outcome_is_drawn_again),
        cmocka_unit_test(with_no_admissible_outcome_the_stage_waits),
        cmocka_unit_test(a_fact_that_is_not_known_is_drawn),
        cmocka_unit_test(an_event_that_a_clock_waits_for_is_drawn),
        cmocka_unit_test(outcomes_and_durations_are_even),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
