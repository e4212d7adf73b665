/* The beginning of a script: it loads as it is, and so does each suggestion when its arrow is taken away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/reference/skeleton.h"
#include "script_text.h"

static void make(const char *table, moot_buf *out)
{
    static char text[128 * 1024];
    char path[512];
    moot_err err;
    moot_err_init(&err);
    const char *root = getenv("MOOT_ROOT");
    snprintf(path, sizeof path, "%s/protocols/clauses/%s.tsv", root ? root : ".", table);
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    size_t len = fread(text, 1, sizeof text, in);
    (void)fclose(in);
    assert_in_range(len, 1000, sizeof text - 1);
    assert_int_equal(moot_skeleton_clauses("larkshire-2026", table, text, len, table, out, &err), MOOT_OK);
}

static void expect_loads(const char *what, const char *source)
{
    moot_buf out;
    moot_buf_init(&out);
    if (script_text(source, &out)) {
        fail_msg("%s: %s", what, moot_buf_text(&out));
    }
    moot_buf_done(&out);
}

/* Takes every arrow away. */
static void without_arrows(const char *text, moot_buf *out)
{
    while (*text) {
        size_t len = strcspn(text, "\n");
        size_t skip = strncmp(text, "--> ", 4) == 0 ? 4 : 0;
        moot_buf_printf(out, "%.*s\n", (int)(len - skip), text + skip);
        text += len + (text[len] == '\n');
    }
}

static void each_table_makes_a_script_that_loads_with_and_without_its_arrows(void **state)
{
    (void)state;
    static const char *const tables[] = { "luton", "medway-2021", "stockport-2018", "stockport-2024",
                                          "worcestershire-2017" };
    for (size_t i = 0; i < MOOT_COUNT(tables); i++) {
        moot_buf text, bare;
        moot_buf_init(&text);
        moot_buf_init(&bare);
        make(tables[i], &text);
        expect_loads(tables[i], moot_buf_text(&text));
        without_arrows(moot_buf_text(&text), &bare);
        expect_loads(tables[i], moot_buf_text(&bare));
        moot_buf_done(&text);
        moot_buf_done(&bare);
    }
}

/* One row of a table, as the script has it. */
static void expect_row(const char *line, const char *expected)
{
    static const char heads[] = "clause\tkind\tactor\ttrigger\trule\tdeadline\tambiguity\toperational\n";
    moot_buf table, out;
    moot_err err;
    moot_buf_init(&table);
    moot_buf_init(&out);
    moot_err_init(&err);
    moot_buf_str(&table, heads);
    moot_buf_str(&table, line);
    assert_int_equal(moot_skeleton_clauses("a-2026", NULL, moot_buf_text(&table), table.len, "t.tsv", &out, &err), MOOT_OK);
    const char *row = strstr(moot_buf_text(&out), "\n\n-- 3");
    assert_non_null(row);
    assert_string_equal(row + 2, expected);
    expect_loads(line, moot_buf_text(&out));
    moot_buf_done(&table);
    moot_buf_done(&out);
}

static void time_limits_become_fields(void **state)
{
    (void)state;
    expect_row("3.7\tdeadline\tSHG\treferral\tSeen soon.\t48 hours from mash-referral\t\tyes",
               "-- 3.7: Seen soon.\n--   who: SHG\n--   when: referral\n--   time: 48 hours from mash-referral\n"
               "--> deadline \"…\" { clause = \"3.7\", owner = \"SHG\", within = hours(48), from = event \"mash referral\" }\n");
    expect_row("3.7\tdeadline\t\t\tA plan.\tage 18 minus 6 months; every 1 months\t\tyes",
               "-- 3.7: A plan.\n--   time: age 18 minus 6 months; every 1 months\n"
               "--> deadline \"…\" { clause = \"3.7\", owner = \"…\", by = turns(18) - months(6) }\n");
    expect_row("3.7\tpanel+recurring\tA + B (implied)\talways\tIt meets.\tevery 14 days\t\tpartly: no day",
               "-- 3.7: It meets.\n--   who: A + B (implied)\n--   when: always\n--   time: every 14 days\n"
               "--> panel \"…\" { clause = \"3.7\", every = days(14) }\n");
    expect_row("3.7\tdeadline\tA + B (implied)\t\tTold.\tsame day as approach\t\tyes",
               "-- 3.7: Told.\n--   who: A + B (implied)\n--   time: same day as approach\n"
               "--> deadline \"…\" { clause = \"3.7\", owner = { \"A\", \"B\" }, within = same_day, from = event \"approach\" }\n");
    /* "until age 25" is no time by which something is due: it stays a remark. */
    expect_row("3.7\trecurring\tA\t\tSupport.\tuntil age 25\t\tyes",
               "-- 3.7: Support.\n--   who: A\n--   time: until age 25\n"
               "--> deadline \"…\" { clause = \"3.7\", owner = \"A\", from = event \"…\" }\n");
}

static void a_row_that_is_a_step_is_one_stage(void **state)
{
    (void)state;
    expect_row("3.6/1\tstage+referral\tSHG\tstill \"homeless\"\tReferred.\t5 working days from referral\t\tyes",
               "-- 3.6/1: Referred.\n--   who: SHG\n--   when: still \"homeless\"\n--   time: 5 working days from referral\n"
               "--> stage \"…\" {\n"
               "-->   clause = \"3.6/1\", owner = \"SHG\",\n"
               "-->   on = event \"still 'homeless'\",\n"
               "-->   refer { \"…\", as = \"…\", clause = \"3.6/1\" },\n"
               "-->   deadline \"…\" { clause = \"3.6/1\", within = working_days(5), from = event \"referral\" },\n"
               "-->   outcome \"…\" { clause = \"3.6/1\", close \"…\" },\n"
               "--> }\n");
}

static void what_cannot_run_says_so_with_a_reason(void **state)
{
    (void)state;
    expect_row("3.1\tprinciple\t\t\tBe kind.\t\t\tno\n3.2\tprinciple+safeguard\t\t\tListen.\t\t\tno\n"
               "3.3\tother\t\t\tHistory.\t\t\tno\n3.4\tquota\t\t\tA number.\t\t\tno\n",
               "-- 3.1: Be kind.\n-- 3.2: Listen.\nnot_run { \"3.1\", \"3.2\",\n  because = \"principle\" }\n"
               "\n-- 3.3: History.\nnot_run { \"3.3\",\n  because = \"background\" }\n"
               "\n-- 3.4: A number.\nnot_run { \"3.4\",\n  because = \"a judgement, or its text is missing\" }\n");
}

/* A lone carriage return would end the remark, and what follows would run. */
static void nothing_in_a_table_gets_out_of_its_remark(void **state)
{
    (void)state;
    expect_row("3\"\\x\tother\t\t\tA\rerror(\"out\")\t\t\tpartly", "-- 3''x: A error(\"out\")\n");
}

static void names_are_council_and_year(void **state)
{
    (void)state;
    static const char *const good[] = { "luton-2019", "west-northants-2021" };
    static const char *const bad[] = { "", "luton", "Luton-2019", "luton2019", "luton-19", "luton-20199", "-2019",
                                       "luton--2019", "lu/ton-2019", "../x-2019", "luton-2019.lua", "2019", "l_uton-2019" };
    for (size_t i = 0; i < MOOT_COUNT(good); i++) {
        assert_true(moot_skeleton_name_ok(good[i]));
    }
    for (size_t i = 0; i < MOOT_COUNT(bad); i++) {
        if (moot_skeleton_name_ok(bad[i])) {
            fail_msg("\"%s\" passes for a name", bad[i]);
        }
    }
}

static void a_script_from_nothing_loads(void **state)
{
    (void)state;
    moot_buf text, bare;
    moot_buf_init(&text);
    moot_buf_init(&bare);
    moot_skeleton_empty("west-northants-2021", &text);
    assert_non_null(strstr(moot_buf_text(&text), "council = \"West Northants\", effective = \"2021-01-01\""));
    expect_loads("empty", moot_buf_text(&text));
    without_arrows(moot_buf_text(&text), &bare);
    expect_loads("empty, without arrows", moot_buf_text(&bare));
    moot_buf_done(&text);
    moot_buf_done(&bare);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_table_makes_a_script_that_loads_with_and_without_its_arrows),
        cmocka_unit_test(time_limits_become_fields),
        cmocka_unit_test(a_row_that_is_a_step_is_one_stage),
        cmocka_unit_test(what_cannot_run_says_so_with_a_reason),
        cmocka_unit_test(nothing_in_a_table_gets_out_of_its_remark),
        cmocka_unit_test(names_are_council_and_year),
        cmocka_unit_test(a_script_from_nothing_loads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
