/* Assumptions bound to a protocol: which row counts for which facts, what a row holds, and what the hash hangs on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lua/assume/assume.h"
#include "lua/load/load.h"
#include "tests/lua/small_case.h"

static const char house[] =
    "protocol \"house\" { council = \"H\", effective = \"2020-01-01\" }\n"
    "fact \"household\" { one_of { \"alone\", \"couple\", \"family\" }, ask = \"Who?\" }\n"
    "role \"Officer\" {}\n"
    "stage \"talk\" { clause = \"1\", owner = \"Officer\", on = event \"presents homeless\", when = { household = \"alone\", "
    "in_need = true, age = under(18) },\n"
    "  refer { applicant, as = \"tell\", clause = \"1\" },\n"
    "  outcome \"helped\" { place { \"flat\" }, close \"helped\" }, outcome \"not\" { place { \"flat\" }, close \"not\" } }\n";

/* A case that presents on a day, with an answer about its household (NULL: none) and a date of birth. */
static void run(small_case *s, const char *household, const char *dob)
{
    small_begin(s, house);
    moot_err err;
    moot_day lo, hi;
    moot_err_init(&err);
    assert_int_equal(moot_days_parse(dob, &lo, &hi, &err), MOOT_OK);
    small_fact(s, "2026-05-21 09:00", "dob", moot_value_of(MOOT_T_DATE, lo, hi));
    if (household) {
        small_fact(s, "2026-05-21 09:00", "household",
                   moot_value_of(MOOT_T_ONE_OF, moot_names_find(&s->p->symbols, household), 0));
    }
    small_event(s, "2026-05-21 09:15", "presents homeless");
    moot_oracle *oracle = NULL;
    moot_engine *engine = NULL;
    assert_int_equal(moot_oracle_recorded(&oracle, &err), MOOT_OK);
    assert_int_equal(moot_engine_new(NULL, &engine, &err), MOOT_OK);
    assert_int_equal(moot_engine_case(engine, &s->c, s->p, &s->input, oracle, &err), MOOT_OK);
    moot_engine_free(engine);
    moot_oracle_free(oracle);
}

static int32_t line_for(const char *household, const char *dob, const char *text)
{
    small_case s;
    run(&s, household, dob);
    moot_assume *a = small_assume(s.p, NULL, text);
    int32_t row = moot_assume_find(a, a->of_stage[moot_find_stage(s.p, "talk")], &s.c.facts, -1);
    int32_t line = row < 0 ? -1 : a->rows[row].line;
    moot_assume_free(a);
    small_end(&s);
    return line;
}

#define TALK(when, weight) "assume { stage = \"talk\"," when " takes = days(1), source = \"s\", outcomes = { [\"helped\"] = " weight ", [\"not\"] = 1 } }\n"

static const char by_fact[] = TALK(" when = { household = \"alone\", age = under(17) },", "1")
    TALK(" when = { household = one_of { \"couple\", \"family\" } },", "2")
    TALK(" when = { household = unknown },", "3")
    TALK("", "4");

static void the_first_whose_tests_hold_counts(void **state)
{
    (void)state;
    assert_int_equal(line_for("alone", "2010-01-01", by_fact), 1);  /* 16 */
    assert_int_equal(line_for("alone", "2009-01-01", by_fact), 4);  /* 17 */
    assert_int_equal(line_for("family", "2009-01-01", by_fact), 2);
    assert_int_equal(line_for(NULL, "2009-01-01", by_fact), 3);
}

static void none_counts_where_none_holds(void **state)
{
    (void)state;
    assert_int_equal(line_for("alone", "2009-01-01", TALK(" when = { household = \"family\" },", "1")), -1);
}

static void names_are_resolved_once(void **state)
{
    (void)state;
    moot_protocol *p = small_protocol(house);
    moot_assume *a = small_assume(p, NULL, TALK("", "3")
        "assume { act = \"tell\", takes = hours(2), omitted = 0.25, source = \"s\" }\n"
        "assume { homes = \"flat\", count = 5, taken = 2, stays = days(300), source = \"s\" }\n"
        "assume { arrivals = \"presents homeless\", per_year = 12.5, facts = { household = \"couple\" }, source = \"s\" }\n"
        "assume { fact = \"dob\", before = between(years(16), years(18)), source = \"s\" }\n");
    int32_t stage = moot_find_stage(p, "talk"), helped = moot_find_outcome(p, stage, "helped");
    const moot_assumed *talk = &a->rows[a->of_stage[stage]];
    const moot_chance *chances = &a->chances[talk->chances.first];
    assert_int_equal(talk->chances.count, 2);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(chances[i].weight, chances[i].ref == helped ? 750000000 : 250000000);
        assert_int_equal(moot_spread_draw(a, chances[i].takes, 1), 1);
        assert_int_equal(a->spreads[chances[i].takes].unit, MOOT_SPREAD_DAYS);
    }
    const moot_assumed *tell = &a->rows[a->of_clock[moot_find_clock(p, "tell")]];
    assert_int_equal(tell->omitted, MOOT_ASSUME_ONE / 4);
    assert_int_equal(moot_spread_draw(a, tell->takes, 1), 120);
    assert_int_equal(a->spreads[tell->takes].unit, MOOT_SPREAD_MINUTES);
    int32_t places = 0;
    for (int32_t i = 0; i < p->effects_count; i++) {
        places += a->of_place[i] >= 0 && a->rows[a->of_place[i]].count == 5;
    }
    assert_int_equal(places, 2);
    const moot_assumed *arrivals = &a->rows[3];
    assert_int_equal(arrivals->per_year, 12500);
    assert_int_equal(a->tests[arrivals->facts.first].fact, moot_find_fact(p, "household"));
    assert_int_equal(a->tests[arrivals->facts.first].low, moot_names_find(&p->symbols, "couple"));
    const moot_spread *born = &a->spreads[a->rows[a->of_fact[moot_find_fact(p, "dob")]].takes];
    assert_true(born->a == 5844 && born->b == 6574); /* 16 and 18 times 365.2425 days */
    moot_assume_free(a);
    moot_protocol_free(p);
}

static void hash_of(const moot_protocol *p, const char *text, char out[65])
{
    moot_assume *a = small_assume(p, NULL, text);
    memcpy(out, a->hash, 65);
    moot_assume_free(a);
}

static void the_hash_is_that_of_the_figures(void **state)
{
    char one[65], other[65];
    (void)state;
    moot_protocol *p = small_protocol(house);
    hash_of(p, TALK("", "1") "assume { act = \"tell\", takes = hours(2), source = \"s\" }\n", one);
    hash_of(p, "-- remark\nassume { act = \"tell\", takes = minutes(120), source = \"other\" }\n" TALK("", "1"), other);
    assert_string_equal(one, other);
    hash_of(p, TALK("", "1") "assume { act = \"tell\", takes = hours(3), source = \"s\" }\n", other);
    assert_string_not_equal(one, other);
    hash_of(p, TALK("", "1.5") "assume { act = \"tell\", takes = hours(2), source = \"s\" }\n", other);
    assert_string_not_equal(one, other);
    moot_protocol_free(p);
}

/* A variant without the stage: what is assumed of it is set aside, because the baseline has it. */
static void what_only_the_baseline_has_is_set_aside(void **state)
{
    (void)state;
    moot_protocol *baseline = small_protocol(house);
    moot_protocol *variant = small_protocol("protocol \"house\" { council = \"H\", effective = \"2020-01-01\" }\n");
    moot_assume *a = small_assume(variant, baseline, TALK("", "1"));
    assert_int_equal(a->rows_count, 0);
    assert_int_equal(a->aside, 1);
    moot_assume_free(a);
    moot_protocol_free(variant);
    moot_protocol_free(baseline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_whose_tests_hold_counts),
        cmocka_unit_test(none_counts_where_none_holds),
        cmocka_unit_test(names_are_resolved_once),
        cmocka_unit_test(the_hash_is_that_of_the_figures),
        cmocka_unit_test(what_only_the_baseline_has_is_set_aside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
