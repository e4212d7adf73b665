/* Variants of a protocol: what they share, and that their hash is that of their text and of nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lua/compile/compile.h"
#include "lua/load/load.h"
#include "vm/base/hash.h"
#include "vm/protocol/protocol_index.h"
#include "vm/protocol/protocol_show.h"

#define HEAD "baseline \"base\"\n"
#define QUICK "variant \"quick\" { stage \"s\" { deadline \"answer\" { within = days(1) } } }\n"
#define WEEKLY "variant \"weekly\" { panel \"P\" { every = weeks(1) } }\n"
#define MOVED "variant \"moved\" { stage \"s\" { outcome \"moved\" { close \"moved\" } } }\n"
#define LATER "variant \"later\" { stage \"s\" { on = event \"left care\" } }\n"
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

/* Unfolded, for good. */
static const moot_protocol *variant(const moot_variants *v, const char *id)
{
    for (int32_t i = 0; i < v->count; i++) {
        if (strcmp(v->list[i]->id, id) == 0) {
            assert_int_equal(moot_protocol_unfold(v->list[i], NULL), MOOT_OK);
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
    compile(HEAD QUICK WEEKLY MOVED LATER, &v, NULL);
    assert_int_equal(v.count, 4);
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
    assert_ptr_equal(moved->index, v.baseline->index); /* who waits for what is as before */
    const moot_protocol *later = variant(&v, "base / later");
    assert_ptr_not_equal(later->index, v.baseline->index);
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
    assert_string_equal(variant(&v, "base / weekly")->stages[0].decl.name, "s");
    moot_variants_done(&v);
}

/* ---- variants at random against the same protocol written out ---- */

#define STAGES 60 /* so that tables are longer than a page */
#define ROUNDS 80

static int below(uint64_t *random, int n)
{
    *random = moot_mix64(*random, 1);
    return (int)((*random >> 33) % (uint64_t)n);
}

/* What a stage says: the first is the baseline's. */
typedef struct stage {
    int days, age, text, third, trigger, more, gone;
} stage;

static void write_stage(moot_buf *out, int i, const stage *s)
{
    static const char *const events[] = { "presents homeless", "left care" };
    moot_buf_printf(out,
                    "stage \"s%d\" { clause = \"%d\", owner = \"Worker\", on = event \"%s\",\n"
                    "  when = { age = under(%d)%s }, deadline \"d%d\" { clause = \"%d\", within = days(%d) },\n"
                    "  deadline \"p%d\" { clause = \"%d\", by = turns(18) - days(%d) },\n"
                    "  outcome \"yes\" { go \"s0\" }",
                    i, i, events[s->trigger], s->age, s->more ? ", lead = known" : "", i, i, s->days, i, i, s->days);
    if (!s->gone) {
        moot_buf_printf(out, ", outcome \"no\" { close \"text %d\" }", s->text);
    }
    moot_buf_str(out, s->third ? ", outcome \"third way\" { close \"third\" } }\n" : " }\n");
}

/* One thing of a stage, changed; `patch` gets what says so. */
static void change(uint64_t *random, stage *s, int i, moot_buf *patch)
{
    switch (below(random, 7)) {
    case 0:
        s->days += 1 + below(random, 9);
        moot_buf_printf(patch, "  stage \"s%d\" { deadline \"d%d\" { within = days(%d) },\n"
                               "    deadline \"p%d\" { by = turns(18) - days(%d) } },\n", i, i, s->days, i, s->days);
        break;
    case 1:
        s->age += 1;
        moot_buf_printf(patch, "  stage \"s%d\" { when = { age = under(%d)%s } },\n", i, s->age, s->more ? ", lead = known" : "");
        break;
    case 2:
        s->text += 100;
        moot_buf_printf(patch, "  stage \"s%d\" { outcome \"no\" { close \"text %d\" } },\n", i, s->text);
        break;
    case 3:
        s->trigger = 1;
        moot_buf_printf(patch, "  stage \"s%d\" { on = event \"left care\" },\n", i);
        break;
    case 4: /* another test */
        s->more = 1;
        moot_buf_printf(patch, "  stage \"s%d\" { when = { age = under(%d), lead = known } },\n", i, s->age);
        break;
    case 5:
        s->gone = 1;
        moot_buf_printf(patch, "  stage \"s%d\" { without { outcome \"no\" } },\n", i);
        break;
    default:
        s->third = 1;
        moot_buf_printf(patch, "  stage \"s%d\" { outcome \"third way\" { close \"third\" } },\n", i);
        break;
    }
}

static void write_all(moot_buf *out, const stage *stages)
{
    moot_buf_str(out, "protocol \"base\" { council = \"B\", effective = \"2020-01-01\" }\nlocal w = role \"Worker\" {}\n");
    for (int i = 0; i < STAGES; i++) {
        write_stage(out, i, &stages[i]);
    }
}

static moot_script *load_text(const char *file, const moot_buf *text, const moot_script_text *others)
{
    moot_load_options options = { .source = moot_buf_text(text), .source_len = text->len, .others = others,
                                  .other_count = others ? 1 : 0 };
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    if (moot_script_load(file, &options, &script, &errs)) {
        fail_msg("%s", errs.list[0].msg);
    }
    moot_errs_done(&errs);
    return script;
}

static void assert_same_buckets(const moot_buckets *one, const moot_buckets *other)
{
    assert_int_equal(one->keys, other->keys);
    assert_memory_equal(one->first, other->first, ((size_t)one->keys + 1) * sizeof *one->first);
    assert_memory_equal(one->ids, other->ids, (size_t)one->first[one->keys] * sizeof *one->ids);
}

static void assert_same_dates(const moot_protocol_index *one, const moot_protocol_index *other)
{
    assert_int_equal(one->dated_count, other->dated_count);
    for (int32_t i = 0; i < one->dated_count; i++) {
        assert_int_equal(one->dated[i].trigger, other->dated[i].trigger);
        assert_int_equal(one->dated[i].like, other->dated[i].like);
        assert_int_equal(one->dated[i].idle, other->dated[i].idle);
    }
}

static void assert_same_index(const moot_protocol_index *one, const moot_protocol_index *other)
{
    assert_same_dates(one, other);
    assert_same_buckets(&one->event, &other->event);
    assert_same_buckets(&one->entered, &other->entered);
    assert_same_buckets(&one->left, &other->left);
    assert_same_buckets(&one->fact_watchers, &other->fact_watchers);
    assert_same_buckets(&one->other_watchers, &other->other_watchers);
    assert_int_equal(one->watcher_count, other->watcher_count);
    assert_int_equal(one->case_clock_count, other->case_clock_count);
}

/* All that it says, but for its own name, which stands in the first line. */
static void assert_same_dump(const moot_protocol *one, const moot_protocol *other)
{
    moot_buf texts[2];
    moot_buf_init(&texts[0]);
    moot_buf_init(&texts[1]);
    moot_protocol_dump(one, &texts[0]);
    moot_protocol_dump(other, &texts[1]);
    const char *a = strchr(moot_buf_text(&texts[0]), '\n'), *b = strchr(moot_buf_text(&texts[1]), '\n');
    assert_non_null(a);
    assert_non_null(b);
    assert_string_equal(a, b);
    moot_buf_done(&texts[0]);
    moot_buf_done(&texts[1]);
}

static void assert_as_written_out(const moot_protocol *variant, const stage *stages)
{
    moot_buf text;
    moot_protocol *p = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_buf_init(&text);
    write_all(&text, stages);
    moot_script *script = load_text("base.lua", &text, NULL);
    assert_int_equal(moot_compile_script(script, 0, &p, &errs, NULL), MOOT_OK);
    assert_true(moot_protocol_same(variant, p));
    assert_same_dump(variant, p);
    assert_same_index(variant->index, p->index);
    moot_protocol_free(p);
    moot_script_free(script);
    moot_buf_done(&text);
    moot_errs_done(&errs);
}

/* Patches of one to four things each: what a variant shares, copies and hashes anew comes out as if it stood there whole. */
static void a_variant_is_the_protocol_written_out(void **state)
{
    (void)state;
    static stage all[ROUNDS][STAGES];
    uint64_t random = 2026;
    moot_buf whole, text;
    moot_variants v = { NULL, NULL, 0, NULL };
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_buf_init(&whole);
    moot_buf_init(&text);
    moot_buf_str(&text, HEAD);
    stage plain[STAGES];
    for (int i = 0; i < STAGES; i++) {
        plain[i] = (stage){ .days = 1 + i % 20, .age = 16 + i % 4, .text = i };
    }
    write_all(&whole, plain);
    for (int round = 0; round < ROUNDS; round++) {
        memcpy(all[round], plain, sizeof plain);
        moot_buf_printf(&text, "variant \"v%d\" {\n", round);
        for (int n = 1 + below(&random, 4), i = below(&random, STAGES / 4); n > 0; n--, i += 1 + below(&random, 14)) {
            change(&random, &all[round][i], i, &text);
        }
        moot_buf_str(&text, "}\n");
    }
    const moot_script_text base_whole = { .file = "base.lua", .text = moot_buf_text(&whole), .len = whole.len };
    moot_script *script = load_text("variants.lua", &text, &base_whole);
    assert_int_equal(moot_variants_compile(script, 0, &v, &errs, NULL), MOOT_OK);
    assert_int_equal(v.count, ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
        moot_protocol *p = v.list[round];
        for (int again = 0; again < 2; again++) { /* folded, read, folded and read again */
            assert_int_equal(moot_protocol_unfold(p, NULL), MOOT_OK);
            assert_as_written_out(p, all[round]);
            moot_protocol_fold(p);
        }
    }
    assert_as_written_out(v.baseline, plain); /* none of them touched it */
    moot_variants_done(&v);
    moot_script_free(script);
    moot_buf_done(&whole);
    moot_buf_done(&text);
    moot_errs_done(&errs);
}

/* Where it happens to stand in the line of the figure that it replaces, the tables of triggers and tests are those of the other;
 * which dates come at the same time, and what an age is compared with, is not. */
static void a_figure_in_the_same_line_is_another(void **state)
{
    static const char whole[] = "protocol \"base\" { council = \"B\", effective = \"2020-01-01\" }\n"
                                "stage \"s\" { clause = \"1\", owner = role \"Worker\" {}, on = event \"presents homeless\",\n"
                                "  outcome \"done\" {}, deadline \"a\" { clause = \"2\", by = turns(18) - days(9) },\n"
                                "  deadline \"b\" { clause = \"3\", when = { age = under(18) }, by = turns(18) - days(9) } }\n";
    const moot_script_text base_whole = { .file = "base.lua", .text = whole, .len = sizeof whole - 1 };
    moot_variants v = { NULL, NULL, 0, NULL };
    moot_buf text;
    moot_errs errs;
    (void)state;
    moot_errs_init(&errs, 0);
    moot_buf_init(&text);
    moot_buf_str(&text, HEAD "\n\nvariant \"v\" { stage \"s\" { deadline \"b\" { by = turns(18) - days(7) } } }"
                             " variant \"w\" { stage \"s\" { deadline \"b\" { when = { age = under(17) } } } }\n");
    moot_script *script = load_text("variants.lua", &text, &base_whole);
    assert_int_equal(moot_variants_compile(script, 0, &v, &errs, NULL), MOOT_OK);
    const moot_protocol *p = variant(&v, "base / v");
    assert_true(shares(p, MOOT_TABLE_triggers) && shares(p, MOOT_TABLE_shifts));
    assert_int_equal(v.baseline->index->dated_count, 2);
    assert_int_equal(v.baseline->index->dated[1].like, 0);
    assert_int_equal(p->index->dated[1].like, 1);
    const moot_protocol *younger = variant(&v, "base / w");
    assert_true(shares(younger, MOOT_TABLE_nodes) && !shares(younger, MOOT_TABLE_operands));
    int32_t when = younger->clocks[1].when;
    assert_int_equal(v.baseline->index->plain.links[v.baseline->index->plain.first[when]].want, 18);
    assert_int_equal(younger->index->plain.links[younger->index->plain.first[when]].want, 17);
    moot_variants_done(&v);
    moot_script_free(script);
    moot_buf_done(&text);
    moot_errs_done(&errs);
}

/* A patch of a long protocol costs what it says, not the tables in which it stands, whether rows changed or moved. */
static void a_patch_costs_little(void **state)
{
    (void)state;
    static const char *const patches[] = { "deadline \"d7\" { within = days(9) }", "outcome \"third way\" { close \"third\" }",
                                           "deadline \"another\" { clause = \"7\", within = days(9) }", "without { outcome \"no\" }",
                                           "when = { age = under(18), lead = known }", "on = event \"left care\"" };
    for (size_t k = 0; k < MOOT_COUNT(patches); k++) {
        moot_buf whole, text;
        moot_variants v = { NULL, NULL, 0, NULL };
        moot_errs errs;
        moot_errs_init(&errs, 0);
        moot_buf_init(&whole);
        moot_buf_init(&text);
        stage plain[STAGES];
        for (int i = 0; i < STAGES; i++) {
            plain[i] = (stage){ .days = 1, .age = 18, .text = i };
        }
        write_all(&whole, plain);
        moot_buf_printf(&text, HEAD "variant \"v\" { stage \"s7\" { %s } }\n", patches[k]);
        const moot_script_text base_whole = { .file = "base.lua", .text = moot_buf_text(&whole), .len = whole.len };
        moot_script *script = load_text("variants.lua", &text, &base_whole);
        assert_int_equal(moot_variants_compile(script, 0, &v, &errs, NULL), MOOT_OK);
        size_t folded = moot_protocol_bytes(v.list[0]);
        const moot_protocol *p = variant(&v, "base / v");
        if (folded > 7 * 1024 || folded > moot_protocol_bytes(p)) {
            fail_msg("%s: %zu bytes, and %zu when it is read", patches[k], folded, moot_protocol_bytes(p));
        }
        assert_int_equal(p->operands[p->clocks[2 * 7].within].value.a, k == 0 ? 9 : 1);
        moot_variants_done(&v);
        moot_script_free(script);
        moot_buf_done(&whole);
        moot_buf_done(&text);
        moot_errs_done(&errs);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_touched_is_shared),     cmocka_unit_test(a_touched_calendar_is_its_own),
        cmocka_unit_test(the_hash_is_that_of_the_text_alone), cmocka_unit_test(one_that_changes_nothing_is_told),
        cmocka_unit_test(a_figure_in_the_same_line_is_another),
        cmocka_unit_test(it_outlives_its_baseline),          cmocka_unit_test(a_variant_is_the_protocol_written_out),
        cmocka_unit_test(a_patch_costs_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
