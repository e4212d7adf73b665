/* Scenarios where memory ends, and the words' own examples. What scripts are told is in tests/cli/test.txt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lua/scenario/scenario.h"

#define SCRIPT "test_scenario.scenario.lua"
#define PROTOCOL "test_scenario_demo.lua"

static const char protocol[] =
    "protocol \"demo-2026\" { council = \"Demo\", effective = \"2026-01-01\" }\n"
    "local hg = service \"Homes Group\" { clause = \"1\" }\n"
    "fact \"welfare_concern\" { yesno, clause = \"3.5\" }\n"
    "stage \"mediation\" { clause = \"3.5\", owner = hg, on = event \"presents homeless\",\n"
    "  deadline \"joint assessment\" { clause = \"3.7\", within = hours(48) },\n"
    "  outcome \"prevented\" { clause = \"3.5\", when = { welfare_concern = false }, close \"prevented\" },\n"
    "  outcome \"still homeless\" { clause = \"3.6\", place { \"hostel\" } } }\n";

static const char story[] =
    "use \"" PROTOCOL "\"\n"
    "scenario \"All kinds\" { clauses = { \"3.5\" } }\n"
    "present { at = \"2026-05-21 09:15\", dob = \"2009-02-11\", welfare_concern = true }\n"
    "local visit = note \"rang\" { who = \"Homes Group\" }\n"
    "after \"2026-05-23 09:15\"\n"
    "expect.deadline \"joint assessment\" { status = \"met\", owner = { \"Homes Group\" } }\n"
    "expect.no \"breach\"\n"
    "expect.choice \"prevented\"\n"
    "answer(\"mediation\", \"still homless\")\n"
    "scenario \"Mistakes\" { clauses = \"3.9\" }\n"
    "evnt \"x\"\n"
    "expect.tonight \"hostel\"\n"
    "expect.entry {}\n";

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static moot_code run(const char *path, moot_scenario_file **out, moot_scenario_library **library)
{
    moot_err err;
    moot_err_init(&err);
    moot_code code = moot_scenario_library_new(NULL, library, &err);
    return code ? code : moot_scenario_run(path, *library, out, &err);
}

/* ---- memory ---- */

/* Memory may end anywhere: the run says so, or tells what it could, and nothing leaks or is lost. */
static void memory_may_end_anywhere(void **state)
{
    unsigned long step = 1;
    (void)state;
    write_file(PROTOCOL, protocol);
    write_file(SCRIPT, story);
    for (unsigned long n = 1;; n += step) {
        moot_scenario_file *file = NULL;
        moot_scenario_library *library = NULL;
        moot_alloc_fail_at(n);
        moot_code code = run(SCRIPT, &file, &library);
        int ended = moot_alloc_count() < n;
        moot_alloc_fail_at(0);
        assert_true(code == MOOT_OK || code == MOOT_ENOMEM || code == MOOT_ESYSTEM);
        assert_true(code == MOOT_OK || !file);
        if (ended) {
            assert_int_equal(file->trial_count, 2);
            assert_int_equal(moot_scenario_trial_at(file, 0)->failure_count, 4);
        }
        moot_scenario_file_free(file);
        moot_scenario_library_free(library);
        if (ended) {
            break;
        }
        step = n < 3000 ? 7 : 101; /* loading the protocol is most of it, and has tests of its own */
    }
    remove(SCRIPT);
    remove(PROTOCOL);
}

/* ---- what the tables say of the words ---- */

static void no_mistake_in(const moot_scenario_failure *list, int32_t count, const char *example)
{
    static const char *const mistakes[] = { "is written like this", "has no field", "no word",
                                            "there is no expect", "braces" };
    for (int32_t i = 0; i < count; i++) {
        for (size_t k = 0; k < MOOT_COUNT(mistakes); k++) {
            if (strstr(list[i].message, mistakes[k])) {
                fail_msg("%s: %s", example, list[i].message);
            }
        }
    }
}

/* Each example of a word is understood as it stands, whatever the protocol makes of it. */
static void check_example(const char *example)
{
    char script[1024];
    moot_scenario_file *file = NULL;
    moot_scenario_library *library = NULL;
    snprintf(script, sizeof script,
             "use \"" PROTOCOL "\"\nscenario \"x\" { clauses = { \"3.5\" } }\n"
             "at \"2026-05-21 09:15\"\n%s\n",
             example);
    write_file(SCRIPT, script);
    assert_int_equal(run(SCRIPT, &file, &library), MOOT_OK);
    if (file->errs.count) {
        fail_msg("%s: %s", example, file->errs.list[0].msg);
    }
    no_mistake_in(file->failures, file->failure_count, example);
    for (int32_t i = 0; i < file->trial_count; i++) {
        const moot_scenario_trial *trial = moot_scenario_trial_at(file, i);
        no_mistake_in(trial->failures, trial->failure_count, example);
    }
    moot_scenario_file_free(file);
    moot_scenario_library_free(library);
}

static void every_example_is_understood(void **state)
{
    (void)state;
    write_file(PROTOCOL, protocol);
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        check_example(moot_scenario_words[i].example);
    }
    for (size_t i = 0; i < moot_scenario_kind_count; i++) {
        check_example(moot_scenario_kinds[i].example);
    }
    remove(SCRIPT);
    remove(PROTOCOL);
}

/* Every field says what it is, and those that have choices take texts. */
static void check_fields(const char *word, const moot_scenario_field *fields)
{
    for (const moot_scenario_field *f = fields; f && f->name; f++) {
        if (!f->doc || !f->doc[0] || (f->choices && f->type != MOOT_SCENARIO_TEXT)) {
            fail_msg("%s: the field %s", word, f->name);
        }
    }
}

static void every_word_has_its_line_of_help(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        assert_non_null(moot_scenario_words[i].doc);
        check_fields(moot_scenario_words[i].name, moot_scenario_words[i].fields);
    }
    for (size_t i = 0; i < moot_scenario_kind_count; i++) {
        assert_non_null(moot_scenario_kinds[i].doc);
        check_fields(moot_scenario_kinds[i].name, moot_scenario_kinds[i].fields);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_may_end_anywhere),
        cmocka_unit_test(every_example_is_understood),
        cmocka_unit_test(every_word_has_its_line_of_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
