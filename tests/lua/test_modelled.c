/* The modelled oracle (rule 15): draws agree with what is assumed, and their keys with what they are of. Limits of chi-square
 * are those that a fair draw exceeds once in a thousand times; seeds are fixed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "tests/lua/small_case.h"

#define LIVES 2000
#define HEAD "protocol \"test\" { council = \"Nowhere\", effective = \"2018-01-01\" }\n" \
    "local officer = role \"Officer\" {}\n" \
    "event \"asks\" { clause = \"1\" }\n"
#define ASSUMED ", source = \"assumed\" }\n"

typedef struct town {
    small_case s;
    moot_assume *assume;
    moot_model *model;
    moot_engine *engine;
    moot_oracle *oracle;
    char id[32];
} town;

static void open_town(town *t, const char *protocol, const char *assumed)
{
    small_begin(&t->s, protocol);
    t->assume = small_assume(t->s.p, NULL, assumed);
    t->model = small_model(t->assume);
    assert_int_equal(moot_engine_new(NULL, &t->engine, &t->s.err), MOOT_OK);
    assert_int_equal(moot_oracle_modelled(t->model, 2026, 0, &t->oracle, &t->s.err), MOOT_OK);
    t->s.input.id = t->id;
}

static void close_town(town *t)
{
    moot_oracle_free(t->oracle);
    moot_engine_free(t->engine);
    moot_model_free(t->model);
    moot_assume_free(t->assume);
    small_end(&t->s);
}

static void live(town *t, int n)
{
    snprintf(t->id, sizeof t->id, "C%d", n);
    assert_int_equal(moot_engine_case(t->engine, &t->s.c, t->s.p, &t->s.input, t->oracle, &t->s.err), MOOT_OK);
    assert_int_not_equal(t->s.c.status, MOOT_CASE_FAILED);
}

static const moot_visit *visit_of(const town *t, const char *name)
{
    int32_t stage = moot_find_stage(t->s.p, name);
    for (int32_t i = 0; i < t->s.c.visits_count; i++) {
        if (t->s.c.visits[i].stage == stage) {
            return &t->s.c.visits[i];
        }
    }
    fail_msg("the stage %s was never entered", name);
    return &t->s.c.visits[0];
}

static const char *outcome_of(const town *t, const moot_visit *v)
{
    return v->outcome >= 0 ? t->s.p->outcomes[v->outcome].decl.name : "";
}

static void expect_at(const town *t, moot_when when, const char *text)
{
    char got[160];
    assert_string_equal(moot_when_text(t->s.p->zone, when, got, sizeof got), text);
}

static double chi(const int *seen, const double *expected, int kinds)
{
    double sum = 0;
    for (int i = 0; i < kinds; i++) {
        sum += (seen[i] - expected[i]) * (seen[i] - expected[i]) / expected[i];
    }
    return sum;
}

/* ---- shares ---- */

static const char two_ends[] = HEAD
    "fact \"urgent\" { yesno, clause = \"1\", ask = \"?\" }\n"
    "stage \"look\" { clause = \"1\", owner = officer, on = event \"asks\",\n"
    "  outcome \"yes\" { clause = \"1\", go \"next\" }, outcome \"no\" { clause = \"1\" } }\n"
    "stage \"next\" { clause = \"2\", owner = officer,\n"
    "  outcome \"urgent\" { clause = \"2\", when = { urgent = true } }, outcome \"calm\" { clause = \"2\" } }\n";

/* 0.2 against 0.8 of 2,000: 400 and 1,600. By a fact: of the urgent 0.9, of the others 0.3 get a yes; half are urgent. */
static void outcomes_are_drawn_as_their_weights_say(void **state)
{
    town t;
    int seen[4] = { 0 };
    (void)state;
    open_town(&t, two_ends,
              "assume { fact = \"urgent\", yes = 0.5" ASSUMED
              "assume { stage = \"look\", when = { urgent = true }, outcomes = { yes = 9, no = 1 }, takes = days(1)" ASSUMED
              "assume { stage = \"look\", outcomes = { yes = 0.3, no = 0.7 }, takes = days(1)" ASSUMED
              "assume { stage = \"next\", outcomes = { urgent = 1, calm = 0 }, takes = days(1)" ASSUMED);
    small_event(&t.s, "2026-05-21 10:00", "asks");
    for (int i = 0; i < LIVES; i++) {
        live(&t, i);
        moot_value drawn = moot_unknown();
        assert_true(t.oracle->cls->fact(t.oracle, &t.s.c, moot_find_fact(t.s.p, "urgent"), -1, &drawn));
        seen[2 * (int)drawn.a + (strcmp(outcome_of(&t, visit_of(&t, "look")), "yes") == 0)]++;
    }
    const double expected[] = { 700, 300, 100, 900 };
    assert_true(chi(seen, expected, 4) < 16.27); /* 3 degrees of freedom */
    close_town(&t);
}

/* Whoever is not urgent finds the only outcome that has a weight barred, and waits; nothing is invented. */
static void what_has_no_weight_never_comes(void **state)
{
    town t;
    (void)state;
    open_town(&t, two_ends,
              "assume { fact = \"urgent\", yes = 0.5" ASSUMED
              "assume { stage = \"look\", outcomes = { yes = 1, no = 0 }, takes = days(1)" ASSUMED
              "assume { stage = \"next\", outcomes = { urgent = 1, calm = 0 }, takes = days(1)" ASSUMED);
    small_event(&t.s, "2026-05-21 10:00", "asks");
    for (int i = 0; i < 200; i++) {
        live(&t, i);
        const moot_visit *next = visit_of(&t, "next");
        assert_int_equal(moot_visit_open(next), t.s.c.facts.values[moot_find_fact(t.s.p, "urgent")].a == 0);
    }
    close_town(&t);
}

/* Far more outcomes than anybody writes, each barred while the household is to wait; then only the first is drawn among. */
static void open_wide_town(town *t)
{
    enum { OUTCOMES = 300 };
    static char protocol[64 * OUTCOMES], waits[64 * OUTCOMES], all[16 * OUTCOMES], first[16 * OUTCOMES];
    size_t at = (size_t)snprintf(protocol, sizeof protocol, HEAD "fact \"wait\" { yesno, clause = \"1\", ask = \"?\" }\n"
                                 "stage \"look\" { clause = \"1\", owner = officer, on = event \"asks\",\n");
    size_t of_all = 0, of_first = 0;
    for (int i = 1; i <= OUTCOMES; i++) {
        at += (size_t)snprintf(protocol + at, sizeof protocol - at, "outcome \"o%d\" { clause = \"1\", when = { wait = false } },\n", i);
        of_all += (size_t)snprintf(all + of_all, sizeof all - of_all, "o%d = 1, ", i);
        of_first += (size_t)snprintf(first + of_first, sizeof first - of_first, "o%d = %d, ", i, i == 1);
    }
    snprintf(protocol + at, sizeof protocol - at, "}\n");
    snprintf(waits, sizeof waits, "assume { stage = \"look\", when = { wait = true }, outcomes = { %s }, takes = days(1)" ASSUMED
             "assume { stage = \"look\", outcomes = { %s }, takes = days(1)" ASSUMED, first, all);
    open_town(t, protocol, waits);
    small_event(&t->s, "2026-05-21 10:00", "asks");
}

/* At entry, and again once nothing bars them: the household that waits need not on the 25th. */
static void three_hundred_outcomes_are_drawn_among(void **state)
{
    town t;
    (void)state;
    for (int waits = 0; waits < 2; waits++) {
        open_wide_town(&t);
        small_fact(&t.s, "2026-05-21 10:00", "wait", moot_value_yesno(waits));
        small_fact(&t.s, "2026-05-25 09:00", "wait", moot_value_yesno(0));
        live(&t, 1);
        expect_at(&t, visit_of(&t, "look")->left, waits ? "2026-05-25 09:00" : "2026-05-22 10:00");
        close_town(&t);
    }
}

/* ---- lengths of time ---- */

static const char timed[] = HEAD
    "stage \"look\" { clause = \"1\", owner = officer, on = event \"asks\",\n"
    "  deadline \"write\" { clause = \"1\", within = days(2), outlives = true, met_by = event \"written\" },\n"
    "  refer { officer, as = \"tell\", clause = \"1\", within = days(2) },\n"
    "  outcome \"seen\" { clause = \"1\" } }\n"
    "event \"written\" { clause = \"1\" }\n";

/* From Friday 27 March 2026, 15:30: five working days end on Tuesday 7 April, because Good Friday and Easter Monday are none;
 * two days end on Sunday at 15:30, with an hour less between; 48 hours at 16:30, by the new clock. */
static void lengths_are_counted_as_people_count_them(void **state)
{
    town t;
    (void)state;
    open_town(&t, timed,
              "assume { stage = \"look\", outcomes = { seen = 1 }, takes = working_days(5)" ASSUMED
              "assume { act = \"tell\", takes = days(2)" ASSUMED
              "assume { event = \"written\", takes = hours(48)" ASSUMED);
    small_event(&t.s, "2026-03-27 15:30", "asks");
    live(&t, 1);
    expect_at(&t, visit_of(&t, "look")->left, "2026-04-07 15:30");
    for (int32_t i = 0; i < t.s.c.clocks_count; i++) {
        const moot_clock *k = &t.s.c.clocks[i];
        int told = strcmp(t.s.p->clocks[k->rule].decl.name, "tell") == 0;
        expect_at(&t, k->met_at, told ? "2026-03-29 15:30" : "2026-03-29 16:30");
        assert_int_equal(k->status, MOOT_CLOCK_MET);
    }
    assert_int_equal(t.s.c.clocks_count, 2);
    close_town(&t);
}

/* One act in four is left out: it goes late and stays so. 500 of 2,000, give or take four standard deviations. */
static void what_is_left_out_is_not_done(void **state)
{
    town t;
    int late = 0;
    (void)state;
    open_town(&t, timed,
              "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(9)" ASSUMED
              "assume { act = \"tell\", omitted = 0.25" ASSUMED
              "assume { event = \"written\", takes = days(1), omitted = 1" ASSUMED);
    small_event(&t.s, "2026-03-27 15:30", "asks");
    for (int i = 0; i < LIVES; i++) {
        live(&t, i);
        assert_int_equal(t.s.c.clocks_count, 2);
        for (int32_t k = 0; k < 2; k++) {
            const moot_clock *clock = &t.s.c.clocks[k];
            if (strcmp(t.s.p->clocks[clock->rule].decl.name, "tell") == 0) {
                late += clock->status == MOOT_CLOCK_LATE;
                assert_true(clock->done || clock->status == MOOT_CLOCK_LATE);
            } else {
                assert_int_equal(clock->status, MOOT_CLOCK_LATE);
            }
        }
    }
    assert_in_range(late, 500 - 78, 500 + 78);
    close_town(&t);
}

/* ---- keys ---- */

static const char one_stage[] = HEAD
    "stage \"b\" { clause = \"1\", owner = officer, on = event \"asks\",\n"
    "  outcome \"x\" { clause = \"1\" }, outcome \"y\" { clause = \"1\" } }\n";
static const char two_stages[] = HEAD
    "event \"aside\" { clause = \"1\" }\n"
    "stage \"a\" { clause = \"1\", owner = officer, on = event \"asks\",\n"
    "  outcome \"x\" { clause = \"1\" }, outcome \"y\" { clause = \"1\" } }\n"
    "stage \"b\" { clause = \"1\", owner = officer, on = event \"asks\",\n"
    "  outcome \"x\" { clause = \"1\" }, outcome \"y\" { clause = \"1\" } }\n";
#define OF_STAGE(name) "assume { stage = \"" name "\", outcomes = { x = 1, y = 1 }, takes = between(hours(1), days(60))" ASSUMED

static void a_stage_more_changes_no_other_draw(void **state)
{
    town one, two;
    int differ = 0;
    (void)state;
    open_town(&one, one_stage, OF_STAGE("b"));
    open_town(&two, two_stages, OF_STAGE("a") OF_STAGE("b"));
    small_event(&one.s, "2026-05-21 10:00", "asks");
    small_event(&two.s, "2026-05-21 10:00", "asks");
    for (int i = 0; i < 300; i++) {
        live(&one, i);
        live(&two, i);
        const moot_visit *alone = visit_of(&one, "b"), *beside = visit_of(&two, "b"), *other = visit_of(&two, "a");
        assert_int_equal(alone->left.lo, beside->left.lo);
        assert_string_equal(outcome_of(&one, alone), outcome_of(&two, beside));
        differ += other->left.lo != beside->left.lo;
    }
    assert_true(differ > 290);
    close_town(&one);
    close_town(&two);
}

/* A second visit of a stage draws anew, and each visit as it would without the other. */
static void each_visit_draws_for_itself(void **state)
{
    town t;
    int same = 0;
    moot_instant first;
    (void)state;
    open_town(&t, one_stage, OF_STAGE("b"));
    small_event(&t.s, "2026-01-01 10:00", "asks");
    live(&t, 1);
    first = t.s.c.visits[0].left.lo - t.s.c.visits[0].entered.lo;
    small_event(&t.s, "2026-05-21 10:00", "asks");
    for (int i = 1; i < 100; i++) {
        live(&t, i);
        assert_int_equal(t.s.c.visits_count, 2);
        moot_instant took = t.s.c.visits[0].left.lo - t.s.c.visits[0].entered.lo;
        same += took == t.s.c.visits[1].left.lo - t.s.c.visits[1].entered.lo;
        assert_true(i > 1 || took == first);
    }
    assert_true(same < 3);
    close_town(&t);
}

/* ---- facts, consents, events ---- */

static const char known[] = HEAD
    "stage \"look\" { clause = \"1\", owner = officer, on = event \"asks\",\n"
    "  refer { officer, as = \"tell\", with_consent = consent \"sharing\", clause = \"1\" },\n"
    "  outcome \"seen\" { clause = \"1\", when = { sharing = \"given\" } },\n"
    "  outcome \"gone\" { clause = \"1\", on = turns(18) } }\n"
    "consent \"sharing\" { clause = \"1\", ask = \"?\" }\n";

/* Nobody asks in so many words: the guard reads what is derived from the consent. */
static const char derived_from_consent[] = HEAD
    "decision \"may_share\" { hit = \"first\", clause = \"1\", { when = { sharing = \"given\" }, value = true },\n"
    "  { when = otherwise, value = false } }\n"
    "stage \"look\" { clause = \"1\", owner = officer, on = event \"asks\",\n"
    "  outcome \"seen\" { clause = \"1\", when = { may_share = true } },\n"
    "  outcome \"gone\" { clause = \"1\", on = turns(18) } }\n"
    "consent \"sharing\" { clause = \"1\", ask = \"?\" }\n";

/* Born 17 to 18 years before: nobody is 18 at first, everybody within a year, and then the stage is left. Consent comes after
 * three days for some; until then the only outcome that is chosen waits. */
/* Asked as the act is called, or an hour later, as the guard is read. */
static void dates_and_consents_are_drawn(const char *protocol, int asked_at_once)
{
    town t;
    int given = 0;
    open_town(&t, protocol,
              "assume { fact = \"dob\", before = between(years(17), years(18))" ASSUMED
              "assume { consent = \"sharing\", given = 0.5, takes = days(3)" ASSUMED
              "assume { stage = \"look\", outcomes = { seen = 1 }, takes = hours(1)" ASSUMED);
    small_event(&t.s, "2026-05-21 10:00", "asks");
    for (int i = 0; i < 400; i++) {
        live(&t, i);
        const moot_visit *v = visit_of(&t, "look");
        assert_int_equal(t.s.c.facts.values[t.s.p->dob_fact].type, MOOT_T_DATE);
        assert_false(moot_visit_open(v));
        if (strcmp(outcome_of(&t, v), "seen") == 0) {
            expect_at(&t, v->left, asked_at_once ? "2026-05-24 10:00" : "2026-05-24 11:00");
            given++;
        } else {
            assert_true(v->left.lo - v->entered.lo < 370 * (moot_instant)86400);
        }
    }
    assert_in_range(given, 160, 240);
    close_town(&t);
}

static void dates_of_birth_and_consents_are_drawn(void **state)
{
    (void)state;
    dates_and_consents_are_drawn(known, 1);
    dates_and_consents_are_drawn(derived_from_consent, 0);
}

/* The file says that it was written on day 3: that stands, and none is drawn beside it. */
static void what_is_recorded_stands(void **state)
{
    town t;
    (void)state;
    open_town(&t, timed,
              "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(30)" ASSUMED
              "assume { act = \"tell\", takes = days(1)" ASSUMED
              "assume { event = \"written\", takes = days(1)" ASSUMED);
    small_event(&t.s, "2026-05-21 10:00", "asks");
    small_event(&t.s, "2026-05-24 09:00", "written");
    for (int i = 0; i < 20; i++) {
        live(&t, i);
        int written = 0;
        for (int32_t k = 0; k < t.s.c.log_count; k++) {
            const moot_entry *e = &t.s.c.log[k];
            written += e->what == MOOT_LOG_EVENT && strcmp(e->decl->name, "written") == 0;
        }
        assert_int_equal(written, 1);
    }
    close_town(&t);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(outcomes_are_drawn_as_their_weights_say),
        cmocka_unit_test(what_has_no_weight_never_comes),
        cmocka_unit_test(three_hundred_outcomes_are_drawn_among),
        cmocka_unit_test(lengths_are_counted_as_people_count_them),
        cmocka_unit_test(what_is_left_out_is_not_done),
        cmocka_unit_test(a_stage_more_changes_no_other_draw),
        cmocka_unit_test(each_visit_draws_for_itself),
        cmocka_unit_test(dates_of_birth_and_consents_are_drawn),
        cmocka_unit_test(what_is_recorded_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
