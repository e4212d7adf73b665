/* The rows that a finished case comes to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "house_protocol.h"

typedef struct fixture {
    moot_protocol *p;
    moot_input input;
    moot_case c;
    moot_arena arena;
    moot_result r;
} fixture;

static int make(void **state)
{
    static fixture f;
    memset(&f, 0, sizeof f);
    f.p = house_protocol();
    moot_input_init(&f.input);
    moot_case_init(&f.c);
    moot_arena_init(&f.arena);
    house_input(f.p, &f.input, "C1");
    house_case(f.p, &f.input, &f.c);
    assert_int_equal(moot_result_of(&f.c, &f.arena, &f.r, NULL), MOOT_OK);
    *state = &f;
    return 0;
}

static int unmake(void **state)
{
    fixture *f = *state;
    moot_arena_done(&f->arena);
    moot_case_done(&f->c);
    moot_input_done(&f->input);
    moot_protocol_free(f->p);
    return 0;
}

static void heading_says_who_and_how(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_string_equal(r->id, "C1");
    assert_string_equal(r->protocol, "house-2018");
    assert_string_equal(r->status, "open");
    assert_null(r->outcome);
    assert_int_equal(r->closed_at.lo, MOOT_NEVER);
    assert_int_equal(r->warnings_count, 1);
}

static void stages_carry_owner_and_outcome(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_int_equal(r->stages_count, 3);
    assert_string_equal(r->stages[0].stage, "mediation");
    assert_string_equal(r->stages[0].outcome, "still homeless");
    assert_string_equal(r->stages[0].outcome_clause, "3.6/1");
    assert_string_equal(r->stages[0].decided_by, "Mediation Service");
    assert_int_equal(r->stages[1].owner.count, 2);
    assert_string_equal(r->stages[1].owner.names[1], "Housing Options Officer");
    assert_int_equal(r->stages[1].left.lo, MOOT_NEVER);
    assert_int_equal(r->stages[2].owner.count, 0); /* a fact names it, and is unknown */
}

static void a_deadline_says_how_late_in_its_own_unit(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_int_equal(r->deadlines_count, 2);
    const moot_result_deadline *d = &r->deadlines[0];
    assert_string_equal(d->deadline, "joint assessment");
    assert_string_equal(d->rule, "48 hours");
    assert_string_equal(d->status, "late");
    assert_string_equal(d->late_by, "3 hours 15 minutes");
    assert_int_equal(d->late, 195);
    assert_string_equal(d->late_unit, "minutes");
    assert_true(d->breach);
    assert_false(d->act);
    d = &r->deadlines[1];
    assert_string_equal(d->deadline, "ask for joint assessment");
    assert_string_equal(d->rule, "");
    assert_string_equal(d->status, "undated");
    assert_null(d->late_by);
    assert_true(d->act);
    assert_string_equal(d->owner.names[0],
                        "Social worker"); /* the stage's, having none of its own */
}

static void a_decision_says_its_row_and_what_it_read(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_int_equal(r->decisions_count, 1);
    assert_string_equal(r->decisions[0].fact, "priority");
    assert_string_equal(r->decisions[0].clause, "3.1/3");
    assert_int_equal(r->decisions[0].because_count, 1);
    assert_string_equal(r->decisions[0].because[0].fact, "in_need");
    assert_string_equal(r->decisions[0].because[0].text, "true");
}

static void acts_become_referrals_notices_grants_and_charges(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_int_equal(r->referrals_count, 1);
    assert_string_equal(r->referrals[0].to, "Social worker");
    assert_string_equal(r->referrals[0].via, "online form");
    assert_string_equal(r->referrals[0].state, "called");
    assert_int_equal(r->notices_count, 2);
    assert_string_equal(r->notices[0].notice, "decision letter");
    assert_string_equal(r->notices[0].state, "done");
    assert_true(r->notices[1].recorded);
    assert_string_equal(r->notices[1].state, "received");
    assert_int_equal(r->entitlements_count, 1);
    assert_string_equal(r->entitlements[0].entitlement, "setting up home");
    assert_string_equal(r->entitlements[0].payee, "applicant");
    assert_string_equal(r->entitlements[0].state, "withheld");
    assert_int_equal(r->entitlements[0].pence, 200000);
    assert_int_equal(r->charges_count, 2);
    assert_string_equal(r->charges[0].charge, "interim accommodation");
    assert_string_equal(r->charges[0].paid_by, "Stockport Family");
    assert_string_equal(r->charges[1].charge, "setting up home");
}

static void duties_name_both_owners(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_int_equal(r->duties_count, 1);
    assert_string_equal(r->duties[0].owed_by, "Social worker and Housing Options Officer");
    assert_int_equal(r->duties[0].ended.lo, MOOT_NEVER);
}

static void nights_are_counted_to_the_next_bed_and_to_now(void **state)
{
    const fixture *f = *state;
    const moot_result *r = &f->r;
    assert_int_equal(r->beds_count, 2);
    assert_string_equal(r->beds[0].place, "nowhere");
    assert_int_equal(r->beds[0].nights, 2); /* 21 and 22 May */
    assert_int_equal(r->beds[0].first_night, moot_day_of(2026, 5, 21));
    assert_int_equal(r->beds[1].nights, 5); /* 23 to 27 May: the 28th is not over */
    assert_ptr_equal(r->tonight, &r->beds[1]);
    assert_string_equal(r->tonight->provider, "Crash pad");
    assert_string_equal(r->tonight->clause, "3.10");
}

static void a_bed_ends_at_the_close(void **state)
{
    fixture *f = *state;
    moot_result r;
    moot_entry e =
        moot_entry_blank(MOOT_LOG_CLOSE, moot_when_at(house_at(f->p, "2026-05-26 10:00")));
    e.text = "returned home";
    assert_true(moot_case_log(&f->c, &e) > 0);
    assert_int_equal(moot_result_of(&f->c, &f->arena, &r, NULL), MOOT_OK);
    assert_string_equal(r.status, "closed");
    assert_string_equal(r.outcome, "returned home");
    assert_null(r.tonight);
    assert_int_equal(r.beds[1].nights, 3); /* 23 to 25 May */
    assert_true(r.stages[1].stopped);
}

static void breaches_are_deadlines_and_invariants(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_int_equal(r->breaches_count, 2);
    assert_string_equal(r->breaches[0].kind, "deadline");
    assert_string_equal(r->breaches[0].late_by, "3 hours 15 minutes");
    assert_string_equal(r->breaches[1].kind, "invariant");
    assert_string_equal(r->breaches[1].name, "a bed tonight");
    assert_int_equal(r->breaches[1].nights, 2);
}

static void what_is_superseded_does_not_count(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_int_equal(r->departures_count, 1);
    assert_string_equal(r->departures[0].what, "the panel sat without a chair");
    assert_string_equal(r->departures[0].clause, "3.11");
}

static void panels_levels_needs_readings(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_int_equal(r->panels_count, 1);
    assert_string_equal(r->panels[0].panel, "17+ Panel");
    assert_string_equal(r->panels[0].stage, "17+ Panel decides");
    assert_int_equal(r->panels[0].session.lo, MOOT_NEVER);
    assert_true(r->panels[0].waits);
    assert_int_equal(r->panels[0].waits_for.lo, MOOT_NEVER); /* undated */
    assert_int_equal(r->escalations_count, 1);
    assert_int_equal(r->escalations[0].level, 1);
    assert_string_equal(r->escalations[0].clause, "4.2");
    assert_string_equal(r->escalations[0].owner.names[0], "Social worker");
    assert_int_equal(r->needs_count, 1);
    assert_string_equal(r->needs[0].fact, "care");
    assert_string_equal(r->needs[0].kind, "act");
    assert_string_equal(r->needs[0].clause, "3.12");
    assert_int_equal(r->readings_count, 1);
    assert_string_equal(r->readings[0].chosen, "referral");
}

static void measures_count_firings_and_clocks(void **state)
{
    const moot_result *r = &((fixture *)*state)->r;
    assert_int_equal(r->measures_count, 2);
    assert_string_equal(r->measures[0].measure, "came homeless");
    assert_string_equal(r->measures[0].kind, "count");
    assert_string_equal(r->measures[0].period, "2026-05");
    assert_string_equal(r->measures[0].split, "true");
    assert_string_equal(r->measures[0].status, "counted");
    assert_string_equal(r->measures[1].measure, "assessed in time");
    assert_string_equal(r->measures[1].kind, "share");
    assert_string_equal(r->measures[1].period, "2026-04 to 2026-06");
    assert_null(r->measures[1].split);
    assert_string_equal(r->measures[1].status, "late");
}

static void an_entry_says_what_it_is_about(void **state)
{
    fixture *f = *state;
    static const struct {
        moot_what what;
        const char *name, *detail;
    } want[] = {
        { MOOT_LOG_START, "C1", NULL },
        { MOOT_LOG_LEAVE, "mediation", "still homeless" },
        { MOOT_LOG_VERDICT, "joint assessment", "late" },
        { MOOT_LOG_FACT, "in_need", "true" },
        { MOOT_LOG_PLACED, "nowhere", NULL },
        { MOOT_LOG_ESCALATED, "disputes", "level 1" },
        { MOOT_LOG_QUEUED, "17+ Panel", "17+ Panel decides" },
        { MOOT_LOG_COUNTED, "came homeless", "true" },
        { MOOT_LOG_SUPERSEDES, NULL, "entry 25" },
    };
    for (size_t i = 0; i < MOOT_COUNT(want); i++) {
        const moot_entry *e = f->c.log;
        while (e->what != want[i].what) {
            e++;
        }
        const char *name, *detail;
        assert_true(moot_result_subject(&f->c, e, &f->arena, &name, &detail));
        assert_true((name == NULL) == (want[i].name == NULL) &&
                    (!name || strcmp(name, want[i].name) == 0));
        if (want[i].what == MOOT_LOG_SUPERSEDES) {
            assert_non_null(detail);
        } else {
            assert_true((detail == NULL) == (want[i].detail == NULL) &&
                        (!detail || strcmp(detail, want[i].detail) == 0));
        }
    }
}

static void a_rule_is_its_file_and_line(void **state)
{
    fixture *f = *state;
    const moot_entry *e = f->c.log;
    assert_string_equal(moot_result_rule(&e[0], &f->arena), "");
    assert_string_equal(moot_result_rule(&e[1], &f->arena), "house-2018.lua:9");
    while (e->what != MOOT_LOG_DERIVED) {
        e++;
    }
    assert_string_equal(moot_result_rule(e, &f->arena), "house-2018.lua:12");
}

static void memory_that_ends_anywhere_is_told(void **state)
{
    fixture *f = *state;
    for (unsigned long n = 1; n < 400; n++) {
        moot_arena arena;
        moot_result r;
        moot_err err;
        moot_err_init(&err);
        moot_arena_init(&arena);
        moot_alloc_fail_at(n);
        moot_code code = moot_result_of(&f->c, &arena, &r, &err);
        unsigned long made = moot_alloc_count();
        moot_alloc_fail_at(0);
        moot_arena_done(&arena);
        if (made < n) {
            assert_int_equal(code, MOOT_OK);
            return;
        }
        assert_int_equal(code, MOOT_ENOMEM);
    }
    fail();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(heading_says_who_and_how, make, unmake),
        cmocka_unit_test_setup_teardown(stages_carry_owner_and_outcome, make, unmake),
        cmocka_unit_test_setup_teardown(a_deadline_says_how_late_in_its_own_unit, make, unmake),
        cmocka_unit_test_setup_teardown(a_decision_says_its_row_and_what_it_read, make, unmake),
        cmocka_unit_test_setup_teardown(acts_become_referrals_notices_grants_and_charges, make,
                                        unmake),
        cmocka_unit_test_setup_teardown(duties_name_both_owners, make, unmake),
        cmocka_unit_test_setup_teardown(nights_are_counted_to_the_next_bed_and_to_now, make,
                                        unmake),
        cmocka_unit_test_setup_teardown(a_bed_ends_at_the_close, make, unmake),
        cmocka_unit_test_setup_teardown(breaches_are_deadlines_and_invariants, make, unmake),
        cmocka_unit_test_setup_teardown(what_is_superseded_does_not_count, make, unmake),
        cmocka_unit_test_setup_teardown(panels_levels_needs_readings, make, unmake),
        cmocka_unit_test_setup_teardown(measures_count_firings_and_clocks, make, unmake),
        cmocka_unit_test_setup_teardown(an_entry_says_what_it_is_about, make, unmake),
        cmocka_unit_test_setup_teardown(a_rule_is_its_file_and_line, make, unmake),
        cmocka_unit_test_setup_teardown(memory_that_ends_anywhere_is_told, make, unmake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
