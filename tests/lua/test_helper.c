/* Helpers behind the engine: how often they are called, what ends a case and what ends a run, and that threads and
 * failures of memory change nothing. What a function may and may not do is in tests/cli/helpers.txt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lua/helper/helper.h"
#include "tests/lua/small_case.h"

#define HEAD                                                                                                       \
    "protocol \"test\" { council = \"Nowhere\", effective = \"2018-01-01\" }\n"                                    \
    "event \"asks\" { clause = \"1\" }\n"                                                                          \
    "fact \"a\" { integer(0, 1000) }\nfact \"b\" { integer(0, 1000) }\n"                                           \
    "fact \"sum\" { integer(0, 2000) }\nfact \"on\" { date }\nfact \"later\" { date }\n"
#define SUM(code)                                                                                                  \
    "helper \"add\" { clause = \"2\", inputs = { \"a\", \"b\" }, outputs = { \"sum\" }, run = function(f) " code " end }\n"
#define LATER                                                                                                      \
    "helper \"later\" { clause = \"3\", inputs = { \"on\" }, outputs = { \"later\" },\n"                           \
    "  run = function(f) return { later = f.on } end }\n"
#define STAGE                                                                                                      \
    "stage \"x\" { clause = \"4\", on = event \"asks\", when = { sum = at_least(5) }, duty = \"x\" }\n"

/* A host that counts, before the true one. */
typedef struct counting {
    moot_helper_host host;
    const moot_helper_host *inner;
    int opens, calls;
} counting;

typedef struct trial {
    small_case s;
    moot_helper_script script;
    counting count;
    moot_load_options load;
    moot_engine *engine;
    moot_oracle *oracle;
} trial;

static moot_code count_open(void *user, const moot_protocol *protocol, void **out_state, moot_err *err)
{
    counting *k = user;
    k->opens++;
    return k->inner->open(k->inner->user, protocol, out_state, err);
}

static counting *counts; /* of the test that runs: a state does not know its host */

static moot_code count_call(void *state, int32_t helper, const moot_value *inputs, moot_value *outputs, moot_arena *arena,
                            moot_err *err)
{
    counts->calls++;
    return counts->inner->call(state, helper, inputs, outputs, arena, err);
}

static void count_close(void *state)
{
    counts->inner->close(state);
}

static void begin(trial *t, const char *source)
{
    memset(t, 0, sizeof *t);
    small_begin(&t->s, source);
    t->load.source = source;
    t->load.source_len = strlen(source);
    moot_helper_script_init(&t->script, "test.lua", &t->load);
    t->count.inner = &t->script.host;
    t->count.host = (moot_helper_host){ &t->count, count_open, count_call, count_close };
    counts = &t->count;
    moot_options options = moot_options_default();
    options.helpers = &t->count.host;
    assert_int_equal(moot_engine_new(&options, &t->engine, &t->s.err), MOOT_OK);
    assert_int_equal(moot_oracle_recorded(&t->oracle, &t->s.err), MOOT_OK);
}

static void end(trial *t)
{
    moot_engine_free(t->engine);
    moot_oracle_free(t->oracle);
    moot_helper_script_done(&t->script);
    small_end(&t->s);
}

static void asks(trial *t, const char *at)
{
    small_event(&t->s, at, "asks");
}

static void becomes_known(trial *t, const char *at, const char *fact, int64_t number)
{
    small_fact(&t->s, at, fact, moot_value_of(MOOT_T_INTEGER, number, 0));
}

static moot_code run(trial *t)
{
    moot_err_init(&t->s.err);
    return moot_engine_case(t->engine, &t->s.c, t->s.p, &t->s.input, t->oracle, &t->s.err);
}

static int64_t value(const trial *t, const char *fact)
{
    moot_value v = t->s.c.facts.values[moot_find_fact(t->s.p, fact)];
    return moot_known(v) ? v.a : -1;
}

/* ---- how often ---- */

static void once_for_each_set_of_inputs(void **state)
{
    trial t;
    (void)state;
    begin(&t, HEAD SUM("return { sum = f.a + f.b }"));
    asks(&t, "2026-06-01 09:00");
    becomes_known(&t, "2026-06-01 10:00", "a", 1);
    becomes_known(&t, "2026-06-01 11:00", "b", 2);
    becomes_known(&t, "2026-06-01 12:00", "b", 3);
    becomes_known(&t, "2026-06-01 13:00", "b", 2);
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(value(&t, "sum"), 3);
    assert_int_equal(t.count.calls, 2); /* 1 + 2 and 1 + 3; the third set was met before */
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(t.count.calls, 4); /* another case, as far as the engine knows */
    assert_int_equal(t.count.opens, 1);
    end(&t);
}

static void not_while_an_input_is_unknown(void **state)
{
    trial t;
    (void)state;
    begin(&t, HEAD SUM("return { sum = f.a + f.b }"));
    asks(&t, "2026-06-01 09:00");
    becomes_known(&t, "2026-06-01 10:00", "a", 1);
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(value(&t, "sum"), -1);
    assert_int_equal(t.count.calls, 0);
    end(&t);
}

/* A guard that waits for the sum names what the sum waits for; told later, the case is folded again, without a new call. */
static void a_refold_calls_nothing_again(void **state)
{
    trial t;
    (void)state;
    begin(&t, HEAD SUM("return { sum = f.a + f.b }") STAGE);
    becomes_known(&t, "2026-06-01 08:00", "a", 4);
    asks(&t, "2026-06-01 09:00");
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(t.s.c.needs_count, 1);
    assert_int_equal(t.s.c.needs[0].fact, moot_find_fact(t.s.p, "b"));
    assert_int_equal(t.s.c.visits_count, 0);
    becomes_known(&t, "2026-06-01 10:00", "b", 2);
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(t.s.c.needs_count, 0);
    assert_int_equal(t.s.c.visits_count, 1);
    assert_int_equal(t.count.calls, 1);
    end(&t);
}

static void a_date_known_to_the_month_is_not_known_enough(void **state)
{
    trial t;
    moot_day lo, hi;
    (void)state;
    begin(&t, HEAD LATER);
    asks(&t, "2026-06-01 09:00");
    for (int i = 0; i < 2; i++) {
        assert_int_equal(moot_days_parse(i ? "2018-05-06" : "2018-05", &lo, &hi, &t.s.err), MOOT_OK);
        small_fact(&t.s, i ? "2026-06-01 11:00" : "2026-06-01 10:00", "on", moot_value_of(MOOT_T_DATE, lo, hi));
        assert_int_equal(run(&t), MOOT_OK);
        assert_int_equal(t.count.calls, i);
    }
    assert_int_equal(value(&t, "later"), lo);
    end(&t);
}

static void what_it_leaves_out_is_unknown(void **state)
{
    trial t;
    (void)state;
    begin(&t, HEAD SUM("if f.a > 1 then return { sum = f.a + f.b } end return {}"));
    asks(&t, "2026-06-01 09:00");
    becomes_known(&t, "2026-06-01 10:00", "b", 2);
    becomes_known(&t, "2026-06-01 11:00", "a", 1);
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(value(&t, "sum"), -1);
    becomes_known(&t, "2026-06-01 12:00", "a", 2);
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(value(&t, "sum"), 4);
    becomes_known(&t, "2026-06-01 13:00", "a", 0);
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(value(&t, "sum"), -1);
    end(&t);
}

/* ---- what goes wrong ---- */

static void a_mistake_fails_its_case_and_no_other(void **state)
{
    trial t;
    (void)state;
    begin(&t, HEAD SUM("if f.a == 7 then while true do end end return { sum = f.a + f.b }"));
    asks(&t, "2026-06-01 09:00");
    becomes_known(&t, "2026-06-01 10:00", "b", 2);
    becomes_known(&t, "2026-06-01 11:00", "a", 7);
    for (int i = 0; i < 3; i++) { /* a limit spoils the state: a new one is opened, as long as it takes */
        assert_int_equal(run(&t), MOOT_OK);
        assert_int_equal(t.s.c.status, MOOT_CASE_FAILED);
        assert_string_equal(t.s.c.fault,
                            "helper \"add\", test.lua:8: the script works too long: a loop in it may never end");
    }
    t.s.records[2].value.a = 8;
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(t.s.c.status, MOOT_CASE_OPEN);
    assert_int_equal(value(&t, "sum"), 10);
    end(&t);
}

/* Each call begins with nothing of the one before, so a limit is met by the same case whatever ran before it. */
static void a_limit_does_not_depend_on_the_calls_before(void **state)
{
    trial t;
    (void)state;
    begin(&t, HEAD SUM("local s = string.rep(\"x\", 60000) for i = 1, f.a do s = s .. i end return { sum = 1 }"));
    asks(&t, "2026-06-01 09:00");
    becomes_known(&t, "2026-06-01 10:00", "b", 0);
    becomes_known(&t, "2026-06-01 11:00", "a", 0);
    int64_t first = 0; /* the first that fails in a fresh state */
    for (int64_t a = 40; a < 100 && !first; a++) {
        trial fresh;
        begin(&fresh, t.load.source);
        memcpy(fresh.s.records, t.s.records, sizeof t.s.records);
        fresh.s.input.record_count = t.s.input.record_count;
        fresh.s.records[2].value.a = a;
        assert_int_equal(run(&fresh), MOOT_OK);
        first = fresh.s.c.status == MOOT_CASE_FAILED ? a : 0;
        end(&fresh);
    }
    assert_true(first > 0);
    counts = &t.count;
    for (int i = 0; i < 30; i++) {
        t.s.records[2].value.a = first - 1;
        t.s.records[1].value.a = i; /* another set of inputs each time */
        assert_int_equal(run(&t), MOOT_OK);
        assert_int_equal(t.s.c.status, MOOT_CASE_OPEN);
    }
    t.s.records[2].value.a = first;
    assert_int_equal(run(&t), MOOT_OK);
    assert_int_equal(t.s.c.status, MOOT_CASE_FAILED);
    end(&t);
}

static void without_a_host_it_is_refused(void **state)
{
    trial t;
    (void)state;
    begin(&t, HEAD SUM("return {}"));
    moot_engine *engine = NULL;
    assert_int_equal(moot_engine_new(NULL, &engine, &t.s.err), MOOT_OK);
    assert_int_equal(moot_engine_begin(engine, &t.s.c, t.s.p, &t.s.input, t.oracle, &t.s.err), MOOT_EUSAGE);
    assert_string_equal(t.s.err.msg, "protocol \"test\" has helpers, and nothing here can call them");
    moot_engine_free(engine);
    end(&t);
}

/* The function is part of what the protocol hashes: a script that says another one is not called for it. */
static void a_changed_script_is_not_called(void **state)
{
    static const char before[] = HEAD SUM("return { sum = f.a + f.b }"), after[] = HEAD SUM("return { sum = f.a * f.b }");
    static const char laid_out[] = "-- a remark\n" HEAD SUM("\n  return { -- plus\n    sum = f.a + f.b }\n");
    trial t;
    (void)state;
    begin(&t, before);
    t.script.options.source = after;
    t.script.options.source_len = strlen(after);
    assert_int_equal(run(&t), MOOT_ESYSTEM);
    assert_string_equal(t.s.err.msg,
                        "the script test.lua was changed while it ran: its helpers are not those of the protocol");
    t.script.options.source = laid_out;
    t.script.options.source_len = strlen(laid_out);
    assert_int_equal(run(&t), MOOT_OK);
    end(&t);
}

/* ---- threads, memory ---- */

static void *run_often(void *arg)
{
    trial *t = arg;
    for (int i = 0; i < 20; i++) {
        t->s.records[2].value.a = i;
        if (run(t) != MOOT_OK || value(t, "sum") != i + 2) {
            return arg;
        }
    }
    return NULL;
}

static void threads_have_states_of_their_own(void **state)
{
    enum { THREADS = 8 };
    static trial t[THREADS];
    pthread_t threads[THREADS];
    void *wrong = NULL;
    (void)state;
    for (int i = 0; i < THREADS; i++) { /* engines of one protocol and one host; opened before the threads start */
        begin(&t[i], HEAD SUM("return { sum = f.a + f.b }"));
        moot_options options = moot_options_default();
        options.helpers = &t[0].script.host;
        moot_engine_free(t[i].engine);
        assert_int_equal(moot_engine_new(&options, &t[i].engine, &t[i].s.err), MOOT_OK);
        asks(&t[i], "2026-06-01 09:00");
        becomes_known(&t[i], "2026-06-01 10:00", "b", 2);
        becomes_known(&t[i], "2026-06-01 11:00", "a", 0);
        assert_int_equal(moot_engine_prepare(t[i].engine, t[i].s.p, &t[i].s.err), MOOT_OK);
    }
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, run_often, &t[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], &wrong), 0);
        assert_null(wrong);
    }
    for (int i = THREADS; i-- > 0;) {
        end(&t[i]);
    }
}

static void memory_that_ends_anywhere_is_told(void **state)
{
    unsigned long n = 1;
    int over = 0; /* nothing failed any more */
    (void)state;
    for (; !over; n += n < 60 ? 1 : 211) {
        trial t;
        begin(&t, HEAD SUM("return { sum = f.a + f.b }"));
        asks(&t, "2026-06-01 09:00");
        becomes_known(&t, "2026-06-01 10:00", "b", 2);
        becomes_known(&t, "2026-06-01 11:00", "a", 1);
        moot_alloc_fail_at(n);
        moot_code code = run(&t);
        over = moot_alloc_count() < n;
        moot_alloc_fail_at(0);
        if (code != (over ? MOOT_OK : MOOT_ENOMEM)) {
            fail_msg("allocation %lu failed, and the run came to %d: %s", n, (int)code, t.s.err.msg);
        }
        assert_int_equal(run(&t), MOOT_OK);
        assert_int_equal(value(&t, "sum"), 3);
        end(&t);
    }
    assert_true(n > 200);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(once_for_each_set_of_inputs),
        cmocka_unit_test(not_while_an_input_is_unknown),
        cmocka_unit_test(a_refold_calls_nothing_again),
        cmocka_unit_test(a_date_known_to_the_month_is_not_known_enough),
        cmocka_unit_test(what_it_leaves_out_is_unknown),
        cmocka_unit_test(a_mistake_fails_its_case_and_no_other),
        cmocka_unit_test(a_limit_does_not_depend_on_the_calls_before),
        cmocka_unit_test(without_a_host_it_is_refused),
        cmocka_unit_test(a_changed_script_is_not_called),
        cmocka_unit_test(threads_have_states_of_their_own),
        cmocka_unit_test(memory_that_ends_anywhere_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
