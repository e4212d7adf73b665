/* Quotas where people or a model choose (rule 13): what is over one is barred, said so, and free again in the next period.
 * What a record does is in tests/rules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "tests/lua/small_case.h"
#include "vm/engine/why.h"

static const char lets[] =
    "protocol \"test\" { council = \"Nowhere\", effective = \"2018-01-01\" }\n"
    "local officer = role \"Officer\" {}\n"
    "event \"asks\" { clause = \"1\" }\n"
    "quota \"lets\" { clause = \"16\", limit = 2, per = \"month\" }\n"
    "entitlement \"let\" { clause = \"16\", quota = \"lets\" }\n"
    "stage \"let\" { clause = \"1\", owner = officer, on = event \"asks\",\n"
    "  outcome \"two\" { clause = \"17\", grant { \"let\", \"let\" } },\n"
    "  outcome \"one\" { clause = \"17\", grant \"let\" },\n"
    "  outcome \"none\" { clause = \"18\" } }\n";

static const char lets_assumed[] =
    "assume { stage = \"let\", source = \"assumed\", takes = between(hours(1), days(14)),\n"
    "  outcomes = { two = 1, one = 1, none = 1 } }\n";

typedef struct asked {
    small_case s;
    moot_engine *engine;
    moot_oracle *oracle;
} asked;

static void begin(asked *a)
{
    small_begin(&a->s, lets);
    assert_int_equal(moot_engine_new(NULL, &a->engine, &a->s.err), MOOT_OK);
    assert_int_equal(moot_oracle_asked(&a->oracle, &a->s.err), MOOT_OK);
    assert_int_equal(moot_engine_begin(a->engine, &a->s.c, a->s.p, &a->s.input, a->oracle, &a->s.err), MOOT_OK);
}

static void end(asked *a)
{
    moot_engine_free(a->engine);
    moot_oracle_free(a->oracle);
    small_end(&a->s);
}

/* Tells the record just made, and runs to it. */
static void tell(asked *a, const moot_record *r)
{
    assert_int_equal(moot_oracle_tell(a->oracle, r, &a->s.err), MOOT_OK);
    assert_int_equal(moot_engine_run(a->engine, r->at.lo, &a->s.err), MOOT_OK);
}

/* The quota that bars each outcome of the open stage, in the order in which they are declared. */
static void expect_bars(asked *a, int two, int one, int none)
{
    const int bars[] = { two, one, none };
    moot_choice choices[4];
    assert_int_equal(moot_engine_choices(a->engine, choices, 4), 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(choices[i].quota, bars[i] ? 0 : -1);
        assert_int_equal(choices[i].admissible, bars[i] ? MOOT_FALSE : MOOT_TRUE);
    }
}

static void what_is_over_a_quota_is_barred(void **state)
{
    asked a;
    (void)state;
    begin(&a);
    tell(&a, small_event(&a.s, "2026-06-01 09:00", "asks"));
    expect_bars(&a, 0, 0, 0);
    tell(&a, small_outcome(&a.s, "2026-06-01 10:00", "let", "one"));
    tell(&a, small_event(&a.s, "2026-06-02 09:00", "asks"));
    expect_bars(&a, 1, 0, 0); /* one is left */
    tell(&a, small_outcome(&a.s, "2026-06-02 10:00", "let", "one"));
    tell(&a, small_event(&a.s, "2026-06-03 09:00", "asks"));
    expect_bars(&a, 1, 1, 0);
    int32_t entries = a.s.c.log_count;
    tell(&a, small_outcome(&a.s, "2026-06-03 10:00", "let", "one"));
    assert_int_equal(a.s.c.log_count, entries); /* barred: it was not taken, and nothing follows */
    assert_true(moot_visit_open(&a.s.c.visits[a.s.c.visits_count - 1]));
    tell(&a, small_record(&a.s, "2026-07-01 00:00", MOOT_RECORD_NOTE));
    expect_bars(&a, 0, 0, 0); /* a new month */
    tell(&a, small_outcome(&a.s, "2026-07-01 10:00", "let", "two"));
    tell(&a, small_event(&a.s, "2026-07-02 09:00", "asks"));
    expect_bars(&a, 1, 1, 0);
    end(&a);
}

static void why_not_names_the_quota(void **state)
{
    asked a;
    moot_buf out;
    (void)state;
    begin(&a);
    moot_buf_init(&out);
    tell(&a, small_event(&a.s, "2026-06-01 09:00", "asks"));
    tell(&a, small_outcome(&a.s, "2026-06-01 10:00", "let", "two"));
    tell(&a, small_event(&a.s, "2026-06-02 09:00", "asks"));
    assert_int_equal(moot_why_not(&a.s.c, "let", "one", &out, &a.s.err), MOOT_OK);
    if (!strstr(moot_buf_text(&out),
                "quota \"lets\" (clause 16) bars it: 2 of 2 are granted in the month 2026-06\n")) {
        fail_msg("%s", moot_buf_text(&out));
    }
    moot_buf_done(&out);
    end(&a);
}

/* ---- modelled ---- */

static int32_t granted(const moot_case *c, moot_day month)
{
    int32_t count = 0;
    for (int32_t i = 0; i < c->acts_count; i++) {
        moot_day day = moot_day_at(c->protocol->zone, c->acts[i].called.lo);
        count += moot_period_first(MOOT_PERIOD_MONTH, day) == month;
    }
    return count;
}

/* Thirty askings in January and February: whatever is drawn, no month has over two lets, and some have two. */
static void a_model_stays_within_its_quotas(void **state)
{
    int full = 0;
    small_case s;
    moot_engine *engine = NULL;
    (void)state;
    small_begin(&s, lets);
    moot_assume *assume = small_assume(s.p, NULL, lets_assumed);
    moot_model *model = small_model(assume);
    for (int i = 0; i < 30; i++) {
        char day[16], at[32];
        moot_day_text(moot_day_of(2026, 1, 1) + 2 * i, day, sizeof day);
        snprintf(at, sizeof at, "%s 09:00", day);
        small_event(&s, at, "asks");
    }
    assert_int_equal(moot_engine_new(NULL, &engine, &s.err), MOOT_OK);
    for (uint64_t seed = 1; seed <= 50; seed++) {
        moot_oracle *oracle = NULL;
        assert_int_equal(moot_oracle_modelled(model, seed, 0, &oracle, &s.err), MOOT_OK);
        assert_int_equal(moot_engine_case(engine, &s.c, s.p, &s.input, oracle, &s.err), MOOT_OK);
        for (int month = 1; month <= 4; month++) {
            int32_t count = granted(&s.c, moot_day_of(2026, month, 1));
            assert_true(count <= 2);
            full += count == 2;
        }
        moot_oracle_free(oracle);
    }
    assert_true(full > 20);
    moot_engine_free(engine);
    moot_model_free(model);
    moot_assume_free(assume);
    small_end(&s);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_over_a_quota_is_barred),
        cmocka_unit_test(why_not_names_the_quota),
        cmocka_unit_test(a_model_stays_within_its_quotas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
