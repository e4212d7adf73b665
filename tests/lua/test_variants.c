/* Variants of a protocol: what they share, and that their hash is that of their text and of nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lua/compile.h"
#include "lua/load.h"

#define HEAD "baseline \"base\"\n"
#define QUICK "variant \"quick\" { stage \"s\" { deadline \"answer\" { within = days(1) } } }\n"
#define WEEKLY "variant \"weekly\" { panel \"P\" { every = weeks(1) } }\n"
#define MOVED "variant \"moved\" { stage \"s\" { outcome \"moved\" { close \"moved\" } } }\n"
#define SWEEP "sweep \"cadence\" { panel \"P\" { every = over { weeks(1), weeks(2), weeks(4) } } }\n"

static const char base_text[] =
    "protocol \"base\" { council = \"B\", effective = \"2020-01-01\" }\n"
    "calendar \"desk\" { mon_fri = \"09:00-17:00\" }\n"
    "panel \"P\" { clause = \"1\", every = weeks(2), first = \"2020-01-07\" }\n"
    "stage \"s\" { clause = \"1\", on = event \"presents homeless\", when = { now = inside \"desk\" },\n"
    "  deadline \"answer\" { clause = \"2\", within = days(3) },\n"
    "  outcome \"housed\" { go \"t\" }, outcome \"left\" { close \"left\" } }\n"
    "stage \"t\" { clause = \"3\", panel = \"P\", outcome \"heard\" { close \"heard\" } }\n";
static const moot_script_text base = { .file = "base.lua", .text = base_text, .len = sizeof base_text - 1 };

static moot_load_options options_for(const char *text, const char *variant)
{
    moot_load_options options = { .source = text, .source_len = strlen(text), .others = &base, .other_count = 1,
                                  .variant = variant };
    return options;
}

static void compile(const char *text, moot_variants *out, moot_errs *warnings)
{
    moot_load_options options = options_for(text, NULL);
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_code code = moot_script_load("variants.lua", &options, &script, &errs);
    code = code ? code : moot_variants_compile(script, 0, out, &errs, warnings);
    if (code) {
        fail_msg("%s", errs.list[0].msg);
    }
    moot_script_free(script);
    moot_errs_done(&errs);
}

static const moot_protocol *variant(const moot_variants *v, const char *id)
{
    for (int32_t i = 0; i < v->count; i++) {
        if (strcmp(v->list[i]->id, id) == 0) {
            return v->list[i];
        }
    }
    fail_msg("there is no %s", id);
    return NULL;
}

/* As `moot run --variant` loads it, alone. */
static void hash_alone(const char *text, const char *name, char out_hex[65])
{
    moot_load_options options = options_for(text, name);
    moot_script *script = NULL;
    moot_protocol *p = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    assert_int_equal(moot_script_load("variants.lua", &options, &script, &errs), MOOT_OK);
    assert_int_equal(moot_compile_script(script, 0, &p, &errs, NULL), MOOT_OK);
    memcpy(out_hex, p->hash, 65);
    moot_protocol_free(p);
    moot_script_free(script);
    moot_errs_done(&errs);
}

static int shares(const moot_protocol *p, int table)
{
    return (p->shared_tables >> table & 1U) != 0;
}

static void what_is_not_touched_is_shared(void **state)
{
    (void)state;
    moot_variants v;
    compile(HEAD QUICK WEEKLY MOVED, &v, NULL);
    assert_int_equal(v.count, 3);
    const moot_protocol *weekly = variant(&v, "base / weekly");
    for (int t = 0; t < MOOT_TABLE_COUNT; t++) {
        if (shares(weekly, t) != (t != MOOT_TABLE_panels)) {
            fail_msg("table %d is %sshared", t, shares(weekly, t) ? "" : "not ");
        }
    }
    assert_ptr_equal(weekly->stages, v.baseline->stages);
    assert_ptr_equal(weekly->index, v.baseline->index);
    assert_ptr_equal(weekly->zone, v.baseline->zone);
    assert_ptr_equal(weekly->calendars, v.baseline->calendars);
    assert_int_equal(weekly->panels[0].every.count, 1);
    assert_int_equal(v.baseline->panels[0].every.count, 2);
    const moot_protocol *quick = variant(&v, "base / quick"); /* the figure, and where it was written */
    assert_false(shares(quick, MOOT_TABLE_operands));
    assert_false(shares(quick, MOOT_TABLE_clocks));
    assert_true(shares(quick, MOOT_TABLE_stages));
    const moot_protocol *moved = variant(&v, "base / moved"); /* rows moved, and texts are the same */
    assert_int_equal(moved->stages[0].outcomes.count, 3);
    assert_string_equal(moved->outcomes[2].decl.name, "moved");
    assert_ptr_equal(moved->stages[0].decl.name, v.baseline->stages[0].decl.name);
    assert_ptr_not_equal(moved->index, v.baseline->index);
    assert_true(moot_protocol_bytes(weekly) < moot_protocol_bytes(v.baseline) / 2);
    moot_variants_done(&v);
}

static void a_touched_calendar_is_its_own(void **state)
{
    (void)state;
    moot_variants v;
    compile(HEAD "variant \"late\" { calendar \"desk\" { mon_fri = \"09:00-20:00\" } }\n", &v, NULL);
    assert_ptr_not_equal(v.list[0]->calendars, v.baseline->calendars);
    assert_ptr_equal(v.list[0]->zone, v.baseline->zone);
    assert_string_not_equal(v.list[0]->hash, v.baseline->hash);
    moot_variants_done(&v);
}

static void the_hash_is_that_of_the_text_alone(void **state)
{
    (void)state;
    moot_variants some, other;
    char alone[65];
    compile(HEAD QUICK WEEKLY MOVED SWEEP, &some, NULL);
    compile(HEAD SWEEP MOVED "-- a remark\n" QUICK, &other, NULL);
    static const char *const names[] = { "quick", "moved", "cadence = 1 week", "cadence = 4 weeks" };
    for (size_t i = 0; i < MOOT_COUNT(names); i++) {
        char id[64] = "base / ";
        memcpy(id + 7, names[i], strlen(names[i]) + 1);
        assert_string_equal(variant(&some, id)->hash, variant(&other, id)->hash);
        hash_alone(HEAD QUICK MOVED SWEEP, names[i], alone);
        assert_string_equal(variant(&some, id)->hash, alone);
        assert_string_not_equal(alone, some.baseline->hash);
    }
    hash_alone(HEAD WEEKLY, "", alone); /* the only one need not be named */
    assert_string_equal(variant(&some, "base / weekly")->hash, alone);
    moot_variants_done(&some);
    moot_variants_done(&other);
}

static void one_that_changes_nothing_is_told(void **state)
{
    (void)state;
    moot_variants v;
    moot_errs warnings;
    moot_errs_init(&warnings, 0);
    compile(HEAD SWEEP WEEKLY, &v, &warnings);
    int told = 0;
    for (size_t i = 0; i < warnings.count; i++) { /* the baseline meets every two weeks; its own warnings come first */
        const moot_err *w = &warnings.list[i];
        if (strcmp(w->file, "variants.lua") == 0) {
            told++;
            assert_string_equal(w->msg, "the variant \"cadence = 2 weeks\" changes nothing: all that it says is so in base "
                                        "already");
            assert_int_equal(w->line, 2);
        }
    }
    assert_int_equal(told, 1);
    moot_errs_done(&warnings);
    moot_variants_done(&v);
}

static void it_outlives_its_baseline(void **state)
{
    (void)state;
    moot_variants v;
    compile(HEAD WEEKLY, &v, NULL);
    moot_protocol_free(v.baseline);
    v.baseline = NULL;
    assert_string_equal(v.list[0]->stages[0].decl.name, "s");
    moot_variants_done(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_touched_is_shared),     cmocka_unit_test(a_touched_calendar_is_its_own),
        cmocka_unit_test(the_hash_is_that_of_the_text_alone), cmocka_unit_test(one_that_changes_nothing_is_told),
        cmocka_unit_test(it_outlives_its_baseline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
