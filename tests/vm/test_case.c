/* A case is a fold over its log: what each entry changes, how a refold numbers and supersedes, and that a log played again
 * gives the state that the run had (design.md 1; rules 1, 4, 7, 8, 11, 14, 16). */
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
    moot_case c, other;
} fixture;

static int make(void **state)
{
    static fixture f;
    memset(&f, 0, sizeof f);
    f.p = house_protocol();
    moot_input_init(&f.input);
    moot_case_init(&f.c);
    moot_case_init(&f.other);
    house_input(f.p, &f.input, "C1");
    *state = &f;
    return (int)moot_case_begin(&f.c, f.p, &f.input, 1, NULL);
}

static int unmake(void **state)
{
    fixture *f = *state;
    moot_case_done(&f->other);
    moot_case_done(&f->c);
    moot_input_done(&f->input);
    moot_protocol_free(f->p);
    return 0;
}

/* ---- entries, as short as a test wants them ---- */

static moot_when on(const fixture *f, const char *text)
{
    return moot_when_at(house_at(f->p, text));
}

static int32_t put(fixture *f, moot_what what, const char *at, int32_t ref, int32_t ref2)
{
    moot_entry e = moot_entry_blank(what, on(f, at));
    e.ref = ref;
    e.ref2 = ref2;
    return moot_case_log(&f->c, &e);
}

static int32_t of_visit(fixture *f, moot_what what, const char *at, int32_t visit, int32_t ref2)
{
    moot_entry e = moot_entry_blank(what, on(f, at));
    e.ref = f->c.visits[visit].stage;
    e.ref2 = ref2;
    e.visit = visit;
    return moot_case_log(&f->c, &e);
}

static int32_t put_close(fixture *f, const char *at, const char *how)
{
    moot_entry e = moot_entry_blank(MOOT_LOG_CLOSE, on(f, at));
    e.text = how;
    return moot_case_log(&f->c, &e);
}

static int32_t put_fact(fixture *f, const char *at, int32_t fact, moot_value value)
{
    moot_entry e = moot_entry_blank(MOOT_LOG_FACT, on(f, at));
    e.ref = fact;
    e.value = value;
    return moot_case_log(&f->c, &e);
}

static int32_t put_clock(fixture *f, const char *at, const char *due)
{
    moot_entry e = moot_entry_blank(MOOT_LOG_CLOCK, on(f, at));
    e.ref = K_ASSESSMENT;
    e.ref2 = due ? MOOT_CLOCK_LIVE : MOOT_CLOCK_UNDATED;
    e.clock = f->c.clocks_count;
    e.visit = 0;
    e.mark = e.at;
    e.due = due ? on(f, due) : e.due;
    return moot_case_log(&f->c, &e);
}

static int32_t put_verdict(fixture *f, const char *at, moot_clock_status status, const char *done, int flags)
{
    moot_entry e = moot_entry_blank(MOOT_LOG_VERDICT, on(f, at));
    e.ref = K_ASSESSMENT;
    e.ref2 = (int32_t)status;
    e.clock = 0;
    e.mark = done ? on(f, done) : e.mark;
    e.flags = (uint8_t)flags;
    return moot_case_log(&f->c, &e);
}

/* ---- what an entry changes ---- */

static void visits_open_and_end(void **state)
{
    fixture *f = *state;
    assert_int_equal(moot_case_open_visit(&f->c, S_MEDIATION, -1), -1);
    put(f, MOOT_LOG_ENTER, "2026-05-21 09:00", S_MEDIATION, -1);
    put(f, MOOT_LOG_ENTER, "2026-05-21 10:00", S_ASSESSMENT, -1);
    assert_int_equal(moot_case_open_visit(&f->c, S_MEDIATION, -1), 0);
    assert_int_equal(moot_case_open_visit(&f->c, S_ASSESSMENT, -1), 1);
    of_visit(f, MOOT_LOG_LEAVE, "2026-05-21 11:00", 0, O_HOMELESS);
    of_visit(f, MOOT_LOG_STOP, "2026-05-21 12:00", 1, -1);
    assert_int_equal(f->c.visits[0].outcome, O_HOMELESS);
    assert_int_equal(f->c.visits[0].stopped, 0);
    assert_true(f->c.visits[0].left.lo == house_at(f->p, "2026-05-21 11:00"));
    assert_int_equal(f->c.visits[1].outcome, -1);
    assert_int_equal(f->c.visits[1].stopped, 1);
    assert_int_equal(moot_case_open_visit(&f->c, S_MEDIATION, -1), -1);
    put(f, MOOT_LOG_ENTER, "2026-05-22 09:00", S_MEDIATION, -1);
    assert_int_equal(moot_case_open_visit(&f->c, S_MEDIATION, -1), 2);
    assert_int_equal(f->c.visits_count, 3);
}

/* Rule 4: `close` ends the journey, not the case: a new entry opens it, and the status is that of the last. */
static void a_close_ends_what_is_open_and_an_entry_opens_again(void **state)
{
    fixture *f = *state;
    put(f, MOOT_LOG_ENTER, "2026-05-21 09:00", S_MEDIATION, -1);
    put_close(f, "2026-05-21 10:00", "helped");
    assert_int_equal(f->c.status, MOOT_CASE_CLOSED);
    assert_string_equal(f->c.outcome, "helped");
    assert_int_equal(f->c.visits[0].stopped, 1);
    assert_int_equal(moot_case_open_visit(&f->c, S_MEDIATION, -1), -1);
    put(f, MOOT_LOG_ENTER, "2026-05-22 09:00", S_MEDIATION, -1);
    assert_int_equal(f->c.status, MOOT_CASE_OPEN);
    assert_null(f->c.outcome);
    put_close(f, "2026-05-22 10:00", "refused");
    assert_string_equal(f->c.outcome, "refused");
}

static void facts_become_known_and_the_start_is_the_inputs(void **state)
{
    fixture *f = *state;
    assert_true(moot_value_same(f->c.facts.values[F_DOB], f->input.values[F_DOB]));
    assert_false(moot_known(f->c.facts.values[F_IN_NEED]));
    put_fact(f, "2026-05-21 09:00", F_IN_NEED, moot_value_yesno(1));
    assert_true(moot_value_same(f->c.facts.values[F_IN_NEED], moot_value_yesno(1)));
    put_fact(f, "2026-05-22 09:00", F_IN_NEED, moot_value_yesno(0));
    assert_true(moot_value_same(f->c.facts.values[F_IN_NEED], moot_value_yesno(0)));
    assert_false(moot_known(f->input.values[F_IN_NEED])); /* the input is not touched */
}

/* Rule 8: met after due stays late, with met_at, and is one breach. */
static void late_stays_late_and_is_one_breach(void **state)
{
    fixture *f = *state;
    put(f, MOOT_LOG_ENTER, "2026-05-21 09:00", S_ASSESSMENT, -1);
    put_clock(f, "2026-05-21 09:00", "2026-05-23 09:00");
    assert_int_equal(f->c.clocks[0].status, MOOT_CLOCK_LIVE);
    put_verdict(f, "2026-05-23 09:00", MOOT_CLOCK_LATE, NULL, 0);
    assert_int_equal(f->c.clocks[0].ended, 0);
    put_verdict(f, "2026-05-23 12:00", MOOT_CLOCK_LATE, "2026-05-23 12:00", 0);
    assert_int_equal(f->c.clocks[0].status, MOOT_CLOCK_LATE);
    assert_int_equal(f->c.clocks[0].done, 1);
    assert_true(f->c.clocks[0].met_at.lo == house_at(f->p, "2026-05-23 12:00"));
    assert_int_equal(f->c.breaches_count, 1);
    assert_true(f->c.breaches[0].at.lo == house_at(f->p, "2026-05-23 09:00"));
}

/* Rule 8: a right that is used late is late, and never a breach. */
static void a_right_is_never_a_breach(void **state)
{
    fixture *f = *state;
    put(f, MOOT_LOG_ENTER, "2026-05-21 09:00", S_ASSESSMENT, -1);
    put_clock(f, "2026-05-21 09:00", "2026-05-23 09:00");
    put_verdict(f, "2026-05-23 12:00", MOOT_CLOCK_LATE, "2026-05-23 12:00", MOOT_ENTRY_RIGHT);
    assert_int_equal(f->c.clocks[0].status, MOOT_CLOCK_LATE);
    assert_int_equal(f->c.breaches_count, 0);
}

static void a_due_date_that_moves_keeps_what_was_said_before(void **state)
{
    fixture *f = *state;
    moot_entry moved;
    put(f, MOOT_LOG_ENTER, "2026-05-21 09:00", S_ASSESSMENT, -1);
    put_clock(f, "2026-05-21 09:00", NULL);
    assert_int_equal(f->c.clocks[0].status, MOOT_CLOCK_UNDATED);
    moved = moot_entry_blank(MOOT_LOG_MOVED, on(f, "2026-05-22 09:00"));
    moved.ref = K_ASSESSMENT;
    moved.clock = 0;
    moved.mark = moved.at;
    moved.due = on(f, "2026-05-24 09:00");
    (void)moot_case_log(&f->c, &moved);
    assert_int_equal(f->c.clocks[0].status, MOOT_CLOCK_LIVE);
    assert_true(f->c.clocks[0].since.lo == moved.at.lo);
    assert_true(f->c.clocks[0].due.lo == moved.due.lo);
}

/* Rule 11: a later signature by the same role replaces its first. */
static void a_signature_is_replaced_by_the_roles_next(void **state)
{
    fixture *f = *state;
    moot_entry e;
    put(f, MOOT_LOG_ENTER, "2026-05-21 09:00", S_ASSESSMENT, -1);
    e = moot_entry_blank(MOOT_LOG_SIGNED, on(f, "2026-05-21 10:00"));
    e.ref = S_ASSESSMENT;
    e.ref2 = O_ESTRANGED;
    e.visit = 0;
    e.who = P_SW;
    (void)moot_case_log(&f->c, &e);
    e.who = P_HOO;
    (void)moot_case_log(&f->c, &e);
    e.ref2 = O_AGREED;
    (void)moot_case_log(&f->c, &e);
    assert_int_equal(f->c.signs_count, 2);
    assert_int_equal(f->c.signs[0].outcome, O_ESTRANGED);
    assert_int_equal(f->c.signs[1].outcome, O_AGREED);
}

static void a_need_makes_the_case_undecided_at_its_end(void **state)
{
    fixture *f = *state;
    moot_entry e = moot_entry_blank(MOOT_LOG_UNDECIDED, on(f, "2026-05-21 09:00"));
    e.ref = F_IN_NEED;
    e.ref2 = 0; /* a deadline that cannot be told blocks nothing */
    e.text = "deadline";
    (void)moot_case_log(&f->c, &e);
    moot_case_conclude(&f->c, house_at(f->p, "2026-05-22 09:00"));
    assert_int_equal(f->c.status, MOOT_CASE_OPEN);
    e.ref2 = 1;
    e.text = "stage";
    (void)moot_case_log(&f->c, &e);
    moot_case_conclude(&f->c, house_at(f->p, "2026-05-22 09:00"));
    assert_int_equal(f->c.status, MOOT_CASE_UNDECIDED);
}

/* ---- refold (rule 16): what comes out the same keeps its number, the first that differs supersedes the rest ---- */

static void log_three(fixture *f, const char *second)
{
    put(f, MOOT_LOG_ENTER, "2026-05-21 09:00", S_MEDIATION, -1);
    put_fact(f, second, F_IN_NEED, moot_value_yesno(1));
    of_visit(f, MOOT_LOG_LEAVE, "2026-05-21 11:00", 0, O_HOMELESS);
}

static void a_refold_that_changes_nothing_says_nothing(void **state)
{
    fixture *f = *state;
    log_three(f, "2026-05-21 10:00");
    assert_int_equal(moot_case_refold(&f->c, house_at(f->p, "2026-05-25 09:00"), NULL), MOOT_OK);
    assert_int_equal(f->c.visits_count, 0); /* the state is at its start, the log stays */
    assert_int_equal(f->c.log_count, 3);
    log_three(f, "2026-05-21 10:00");
    assert_int_equal(f->c.log_count, 3);
    assert_int_equal(f->c.visits[0].outcome, O_HOMELESS);
    assert_int_equal(put(f, MOOT_LOG_ENTER, "2026-05-25 09:00", S_ASSESSMENT, -1), 4); /* and the case goes on */
    assert_int_equal(f->c.log[3].what, MOOT_LOG_ENTER);
}

static void the_first_that_differs_supersedes_the_rest(void **state)
{
    fixture *f = *state;
    moot_instant known = house_at(f->p, "2026-05-25 09:00");
    log_three(f, "2026-05-21 10:00");
    assert_int_equal(moot_case_refold(&f->c, known, NULL), MOOT_OK);
    log_three(f, "2026-05-21 10:30");
    assert_int_equal(f->c.log_count, 6);
    assert_int_equal(f->c.log[3].what, MOOT_LOG_SUPERSEDES);
    assert_int_equal(f->c.log[3].ref, 2);
    assert_int_equal(f->c.log[3].ref2, 3);
    assert_true(f->c.log[3].known == known);
    assert_int_equal(f->c.log[4].what, MOOT_LOG_FACT);
    assert_true(f->c.log[4].at.lo == house_at(f->p, "2026-05-21 10:30"));
    assert_true(f->c.log[4].known == known); /* holds from then, known from the correction */
    assert_int_equal(moot_case_superseded(&f->c, 1), 0);
    assert_int_equal(moot_case_superseded(&f->c, 2), 4);
    assert_int_equal(moot_case_superseded(&f->c, 3), 4);
    assert_int_equal(moot_case_superseded(&f->c, 5), 0);
}

/* A second refold compares with what held after the first, passing over what that superseded. */
static void a_refold_of_a_refold(void **state)
{
    fixture *f = *state;
    log_three(f, "2026-05-21 10:00");
    assert_int_equal(moot_case_refold(&f->c, house_at(f->p, "2026-05-25 09:00"), NULL), MOOT_OK);
    log_three(f, "2026-05-21 10:30");
    assert_int_equal(moot_case_refold(&f->c, house_at(f->p, "2026-05-26 09:00"), NULL), MOOT_OK);
    log_three(f, "2026-05-21 10:00"); /* as at first, yet told anew: entries 2 and 3 stay superseded */
    assert_int_equal(f->c.log_count, 9);
    assert_int_equal(f->c.log[6].what, MOOT_LOG_SUPERSEDES);
    assert_int_equal(f->c.log[6].ref, 5);
    assert_int_equal(f->c.log[6].ref2, 6);
    assert_int_equal(moot_case_superseded(&f->c, 2), 4);
    assert_int_equal(moot_case_superseded(&f->c, 6), 7);
    assert_int_equal(moot_case_superseded(&f->c, 8), 0);
    for (int32_t i = 1; i < f->c.log_count; i++) { /* rule 1: the log is ordered by `known` */
        assert_true(f->c.log[i - 1].known <= f->c.log[i].known);
    }
}

/* Rule 7: what is judged in a refold by its true date is marked known late. */
static void a_verdict_of_a_refold_is_known_late(void **state)
{
    fixture *f = *state;
    put(f, MOOT_LOG_ENTER, "2026-05-21 09:00", S_ASSESSMENT, -1);
    put_clock(f, "2026-05-21 09:00", "2026-05-23 09:00");
    put_verdict(f, "2026-05-22 09:00", MOOT_CLOCK_MET, "2026-05-22 09:00", 0);
    assert_int_equal(moot_case_refold(&f->c, house_at(f->p, "2026-05-25 09:00"), NULL), MOOT_OK);
    put(f, MOOT_LOG_ENTER, "2026-05-21 09:00", S_ASSESSMENT, -1);
    put_clock(f, "2026-05-21 09:00", "2026-05-23 09:00");
    put_verdict(f, "2026-05-23 09:00", MOOT_CLOCK_LATE, NULL, 0);
    assert_int_equal(f->c.clocks[0].status, MOOT_CLOCK_LATE);
    assert_int_equal(f->c.clocks[0].flags & MOOT_ENTRY_KNOWN_LATE, MOOT_ENTRY_KNOWN_LATE);
    assert_int_equal(f->c.breaches_count, 1);
    put_verdict(f, "2026-05-26 09:00", MOOT_CLOCK_LATE, "2026-05-26 09:00", 0); /* after the refold: as ever */
    assert_int_equal(f->c.log[f->c.log_count - 1].flags & MOOT_ENTRY_KNOWN_LATE, 0);
}

/* ---- replay ---- */

#define SAME(array)                                                                  \
    do {                                                                             \
        assert_int_equal(f->c.array##_count, f->other.array##_count);                \
        for (int32_t i = 0; i < f->c.array##_count; i++) {                           \
            assert_memory_equal(&f->c.array[i], &f->other.array[i], sizeof f->c.array[i]); \
        }                                                                            \
    } while (0)

static void same_state(fixture *f)
{
    SAME(visits);
    SAME(clocks);
    SAME(acts);
    SAME(beds);
    SAME(breaches);
    SAME(needs);
    SAME(levels);
    SAME(derivations);
    SAME(signs);
    for (int32_t i = 0; i < f->p->facts_count; i++) {
        assert_true(moot_value_same(f->c.facts.values[i], f->other.facts.values[i]));
    }
    assert_int_equal(f->c.status, f->other.status);
    assert_int_equal(f->c.facts.night, f->other.facts.night);
    assert_int_equal(f->c.facts.lead, f->other.facts.lead);
}

static void a_log_played_again_gives_the_same_state(void **state)
{
    fixture *f = *state;
    house_case(f->p, &f->input, &f->c); /* one of everything, with an entry that another supersedes */
    assert_int_equal(moot_case_replay(&f->other, f->p, &f->input, f->c.log, f->c.log_count, 0, NULL), MOOT_OK);
    moot_case_conclude(&f->other, f->c.as_of);
    same_state(f);
    assert_int_equal(f->c.log_count, f->other.log_count);
}

static void a_log_played_again_leaves_out_what_was_superseded(void **state)
{
    fixture *f = *state;
    log_three(f, "2026-05-21 10:00");
    assert_int_equal(moot_case_refold(&f->c, house_at(f->p, "2026-05-25 09:00"), NULL), MOOT_OK);
    log_three(f, "2026-05-21 10:30");
    assert_int_equal(moot_case_replay(&f->other, f->p, &f->input, f->c.log, f->c.log_count, 0, NULL), MOOT_OK);
    same_state(f);
}

/* The state as known before the correction: the log up to entry 3, in which nothing is superseded yet. */
static void a_log_played_to_an_earlier_entry_is_the_state_of_then(void **state)
{
    fixture *f = *state;
    log_three(f, "2026-05-21 10:00");
    assert_int_equal(moot_case_refold(&f->c, house_at(f->p, "2026-05-25 09:00"), NULL), MOOT_OK);
    put(f, MOOT_LOG_ENTER, "2026-05-21 08:00", S_ASSESSMENT, -1);
    assert_int_equal(moot_case_replay(&f->other, f->p, &f->input, f->c.log, f->c.log_count, 3, NULL), MOOT_OK);
    assert_int_equal(f->other.log_count, 3);
    assert_int_equal(f->other.visits_count, 1);
    assert_int_equal(f->other.visits[0].outcome, O_HOMELESS);
    assert_int_equal(moot_case_replay(&f->other, f->p, &f->input, f->c.log, f->c.log_count, 2, NULL), MOOT_OK);
    assert_true(moot_visit_open(&f->other.visits[0]));
}

/* With the log off entries are folded and forgotten; the answers are the same. */
static void without_a_log_the_state_is_the_same(void **state)
{
    fixture *f = *state;
    log_three(f, "2026-05-21 10:00");
    assert_int_equal(moot_case_begin(&f->other, f->p, &f->input, 0, NULL), MOOT_OK);
    for (int32_t i = 0; i < f->c.log_count; i++) {
        moot_entry e = f->c.log[i];
        assert_int_equal(moot_case_log(&f->other, &e), i + 1);
    }
    same_state(f);
    assert_int_equal(f->other.log_count, 0);
    assert_int_equal(f->other.entry_count, 3);
    assert_int_equal(moot_case_refold(&f->other, house_at(f->p, "2026-05-25 09:00"), NULL), MOOT_OK);
    assert_int_equal(f->other.visits_count, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(visits_open_and_end, make, unmake),
        cmocka_unit_test_setup_teardown(a_close_ends_what_is_open_and_an_entry_opens_again, make, unmake),
        cmocka_unit_test_setup_teardown(facts_become_known_and_the_start_is_the_inputs, make, unmake),
        cmocka_unit_test_setup_teardown(late_stays_late_and_is_one_breach, make, unmake),
        cmocka_unit_test_setup_teardown(a_right_is_never_a_breach, make, unmake),
        cmocka_unit_test_setup_teardown(a_due_date_that_moves_keeps_what_was_said_before, make, unmake),
        cmocka_unit_test_setup_teardown(a_signature_is_replaced_by_the_roles_next, make, unmake),
        cmocka_unit_test_setup_teardown(a_need_makes_the_case_undecided_at_its_end, make, unmake),
        cmocka_unit_test_setup_teardown(a_refold_that_changes_nothing_says_nothing, make, unmake),
        cmocka_unit_test_setup_teardown(the_first_that_differs_supersedes_the_rest, make, unmake),
        cmocka_unit_test_setup_teardown(a_refold_of_a_refold, make, unmake),
        cmocka_unit_test_setup_teardown(a_verdict_of_a_refold_is_known_late, make, unmake),
        cmocka_unit_test_setup_teardown(a_log_played_again_gives_the_same_state, make, unmake),
        cmocka_unit_test_setup_teardown(a_log_played_again_leaves_out_what_was_superseded, make, unmake),
        cmocka_unit_test_setup_teardown(a_log_played_to_an_earlier_entry_is_the_state_of_then, make, unmake),
        cmocka_unit_test_setup_teardown(without_a_log_the_state_is_the_same, make, unmake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
