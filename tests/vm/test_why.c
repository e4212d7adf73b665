/* Reasons as plain sentences. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "house_protocol.h"
#include "vm/engine/why.h"

typedef struct fixture {
    moot_protocol *p;
    moot_input input;
    moot_case c;
    moot_buf out;
    moot_err err;
} fixture;

static int make(void **state)
{
    static fixture f;
    memset(&f, 0, sizeof f);
    f.p = house_protocol();
    moot_input_init(&f.input);
    moot_case_init(&f.c);
    moot_buf_init(&f.out);
    house_input(f.p, &f.input, "C1");
    house_case(f.p, &f.input, &f.c);
    *state = &f;
    return 0;
}

static int unmake(void **state)
{
    fixture *f = *state;
    moot_buf_done(&f->out);
    moot_case_done(&f->c);
    moot_input_done(&f->input);
    moot_protocol_free(f->p);
    return 0;
}

static void says(fixture *f, moot_code code, const char *want)
{
    if (code) {
        fail_msg("%s", f->err.msg);
    }
    if (strcmp(moot_buf_text(&f->out), want) != 0) {
        fail_msg("said:\n%s\nnot:\n%s", moot_buf_text(&f->out), want);
    }
    moot_buf_clear(&f->out);
}

static void starts(fixture *f, const char *want)
{
    if (strncmp(moot_buf_text(&f->out), want, strlen(want)) != 0) {
        fail_msg("said:\n%s\nnot, to begin with:\n%s", moot_buf_text(&f->out), want);
    }
    moot_buf_clear(&f->out);
}

static void a_chain_goes_back_to_the_start(void **state)
{
    fixture *f = *state;
    says(f, moot_why_entry(&f->c, 9, &f->out, &f->err),
         "entry 9, 2026-05-23 11:30: the deadline \"joint assessment\" is late\n"
         "    by clause 3.7/1, rule at house-2018.lua:22\n"
         "which comes from\n"
         "entry 6, 2026-05-21 11:30: the deadline \"joint assessment\" starts, due 2026-05-23 "
         "11:30\n"
         "    by clause 3.7/1, rule at house-2018.lua:22\n"
         "    48 hours, counted from 2026-05-21 11:30:\n"
         "        Thu 2026-05-21 11:30 the clock starts\n"
         "        Sat 2026-05-23 11:30 48 hours later (due)\n"
         "which comes from\n"
         "entry 5, 2026-05-21 11:30: the stage \"joint assessment\" begins\n"
         "    by clause 3.6/2, rule at house-2018.lua:21\n"
         "which comes from\n"
         "entry 4, 2026-05-21 11:30: the stage \"mediation\" ends with \"still homeless\"\n"
         "    by clause 3.6/1, rule at house-2018.lua:24\n"
         "    decided by Mediation Service\n"
         "    as recorded\n"
         "in the stage that began with\n"
         "entry 3, 2026-05-21 09:15: the stage \"mediation\" begins\n"
         "    by clause 3.5/1, rule at house-2018.lua:21\n"
         "which comes from\n"
         "entry 2, 2026-05-21 09:15: \"presents homeless\" happens\n"
         "    by clause 3.3/1, rule at house-2018.lua:9\n"
         "    as recorded\n"
         "which comes from\n"
         "entry 1, 2026-05-21 09:15: the case C1 starts\n");
}

static void a_decision_names_what_it_read(void **state)
{
    fixture *f = *state;
    says(f, moot_why_entry(&f->c, 12, &f->out, &f->err),
         "entry 12, 2026-05-22 10:00: \"priority\" follows: true\n"
         "    by clause 3.1/3, rule at house-2018.lua:12\n"
         "    because in_need is true\n"
         "which comes from\n"
         "entry 11, 2026-05-22 10:00: \"in_need\" becomes known: true\n"
         "    by clause 3.1/2, rule at house-2018.lua:10\n"
         "    as recorded\n");
}

static void the_whole_log_is_told(void **state)
{
    fixture *f = *state;
    assert_int_equal(moot_why_case(&f->c, &f->out, &f->err), MOOT_OK);
    static const char *const lines[] = {
        "   1  2026-05-21 09:15  the case C1 starts\n",
        "   2  2026-05-21 09:15  \"presents homeless\" happens (clause 3.3/1)\n",
        "the act \"ask for joint assessment\" starts, without a date (clause 3.6/1)\n",
        "the referral \"ask for joint assessment\" is called for (clause 3.6/1)\n",
        "the deadline \"joint assessment\" is late, done 2026-05-23 14:45 (clause 3.7/1)\n",
        "there is nowhere to sleep\n",
        "\"a bed tonight\" no longer holds, which is a breach (clause 3.2)\n",
        "they sleep at \"interim accommodation\" (clause 3.10)\n",
        "\"a bed tonight\" holds again (clause 3.2)\n",
        "the news \"decision letter\" is done (clause 3.5/4)\n",
        "the grant \"setting up home\" is withheld: consent was refused or withdrawn (clause",
        "the letter \"decision letter\" is received (clause 3.8)\n",
        "the panel \"17+ Panel\" is waited for by the stage \"17+ Panel decides\" (clause 3.11)\n",
        "the dispute goes up the ladder \"disputes\": level 1 (clause 4.1)\n",
        "a departure from the protocol: the panel sat without a chair (clause 3.11)\n",
        "\"care\" is not known, and the act \"3.12\" waits for it (clause 3.12)\n",
        "a departure from the protocol: taken back [no longer holds: see entry 27]\n",
        "told afresh: no longer holds what is said in entry 26\n",
        "the measure \"came homeless\" counts this as true (clause 14.1)\n",
    };
    for (size_t i = 0; i < MOOT_COUNT(lines); i++) {
        if (!strstr(f->out.text, lines[i])) {
            fail_msg("not said: %sbut:\n%s", lines[i], f->out.text);
        }
    }
}

static void a_date_tells_its_count(void **state)
{
    fixture *f = *state;
    says(f, moot_why_due(&f->c, 0, &f->out, &f->err),
         "the deadline \"joint assessment\", clause 3.7/1: late by 3 hours 15 minutes\n"
         "    due 2026-05-23 11:30\n"
         "    48 hours, counted from 2026-05-21 11:30:\n"
         "        Thu 2026-05-21 11:30 the clock starts\n"
         "        Sat 2026-05-23 11:30 48 hours later (due)\n");
    says(f, moot_why_due(&f->c, 1, &f->out, &f->err),
         "the act \"ask for joint assessment\", clause 3.6/1: undated\n"
         "    no date: the text sets none\n");
}

#define MEDIATION_ENDED                                                               \
    "the stage ended so:\n"                                                           \
    "entry 4, 2026-05-21 11:30: the stage \"mediation\" ends with \"still homeless\"\n" \
    "    by clause 3.6/1, rule at house-2018.lua:24\n"                                \
    "    decided by Mediation Service\n"                                              \
    "    as recorded\n"                                                               \
    "in the stage that began with\n" MEDIATION_BEGAN
#define MEDIATION_BEGAN                                                  \
    "entry 3, 2026-05-21 09:15: the stage \"mediation\" begins\n"        \
    "    by clause 3.5/1, rule at house-2018.lua:21\n"                   \
    "which comes from\n"                                                 \
    "entry 2, 2026-05-21 09:15: \"presents homeless\" happens\n"         \
    "    by clause 3.3/1, rule at house-2018.lua:9\n    as recorded\n"   \
    "which comes from\nentry 1, 2026-05-21 09:15: the case C1 starts\n"

static void why_not_names_the_tests(void **state)
{
    fixture *f = *state;
    says(f, moot_why_not(&f->c, "mediation", "prevented", &f->out, &f->err),
         "the outcome \"prevented\" was not taken (clause 3.5/3, rule at house-2018.lua:24)\n"
         "    the stage \"mediation\" ended 2026-05-21 11:30 with \"still homeless\" instead "
         "(entry 4)\n"
         "    its condition holds:\n"
         "        in_need is true: holds, it is true\n" MEDIATION_ENDED);
    f->c.facts.values[F_IN_NEED] = moot_value_yesno(0);
    says(f, moot_why_not(&f->c, NULL, "prevented", &f->out, &f->err),
         "the outcome \"prevented\" was not taken (clause 3.5/3, rule at house-2018.lua:24)\n"
         "    the stage \"mediation\" ended 2026-05-21 11:30 with \"still homeless\" instead "
         "(entry 4)\n"
         "    its condition does not hold:\n"
         "        in_need is true: does not hold, it is false\n" MEDIATION_ENDED);
    assert_int_equal(moot_why_not(&f->c, NULL, "estranged", &f->out, &f->err), MOOT_OK);
    starts(f,
         "the outcome \"estranged\" was not taken (clause 3.9, rule at house-2018.lua:24)\n"
         "    the stage \"joint assessment\" is still open (entry 5)\n"
         "    it is for Social worker and Housing Options Officer to choose, and nothing is "
         "recorded\n"
         "the stage began so:\nentry 5, 2026-05-21 11:30: the stage \"joint assessment\" begins\n");
    assert_int_equal(moot_why_not(&f->c, NULL, "still homeless", &f->out, &f->err), MOOT_OK);
    assert_non_null(strstr(f->out.text, "was taken:\nentry 4, "));
}

/* Done 195 minutes after the 48 hours: first the date with its count, then what judged it. */
static void a_deadline_tells_its_date_and_its_end(void **state)
{
    fixture *f = *state;
    assert_int_equal(moot_why_deadline(&f->c, "joint assessment", &f->out, &f->err), MOOT_OK);
    assert_non_null(strstr(f->out.text, "        Sat 2026-05-23 11:30 48 hours later (due)\n"));
    starts(f, "the deadline \"joint assessment\", clause 3.7/1: late by 3 hours 15 minutes\n"
              "    due 2026-05-23 11:30\n");
    assert_int_equal(moot_why_deadline(&f->c, "joint assesment", &f->out, &f->err), MOOT_EUSAGE);
    assert_string_equal(f->err.msg, "the protocol has no deadline or act \"joint assesment\"; did"
                                    " you mean \"joint assessment\"?");
}

/* The panel is still waited for, and the protocol gives it no first session. */
static void a_panel_tells_its_wait(void **state)
{
    fixture *f = *state;
    assert_int_equal(moot_why_panel(&f->c, "17+ Panel", &f->out, &f->err), MOOT_OK);
    assert_non_null(strstr(f->out.text, "    no date is known: the protocol gives no first"
                                        " session\n"));
    starts(f, "the panel \"17+ Panel\", clause 3.11: waited for by the stage \"17+ Panel"
              " decides\"\n");
    assert_int_equal(moot_why_panel(&f->c, "Panel", &f->out, &f->err), MOOT_EUSAGE);
}

static void names_that_are_not_there(void **state)
{
    fixture *f = *state;
    assert_int_equal(moot_why_entry(&f->c, 99, &f->out, &f->err), MOOT_EUSAGE);
    assert_string_equal(f->err.msg, "the case C1 has the entries 1 to 28; there is no entry 99");
    moot_err_init(&f->err);
    assert_int_equal(moot_why_not(&f->c, "mediatoin", "x", &f->out, &f->err), MOOT_EUSAGE);
    assert_string_equal(f->err.msg,
                        "the protocol has no stage \"mediatoin\"; did you mean \"mediation\"?");
    moot_err_init(&f->err);
    assert_int_equal(moot_why_not(&f->c, NULL, "prevent", &f->out, &f->err), MOOT_EUSAGE);
    assert_string_equal(f->err.msg,
                        "the protocol has no outcome or stage \"prevent\"; did you mean \"prevented\"?");
    moot_err_init(&f->err);
    assert_int_equal(moot_why_due(&f->c, 7, &f->out, &f->err), MOOT_EUSAGE);
}

static void every_kind_of_entry_has_a_sentence(void **state)
{
    fixture *f = *state;
    for (int what = 0; what < MOOT_LOG_COUNT; what++) {
        moot_entry e = moot_entry_blank((moot_what)what, moot_when_at(0));
        e.ref = what == MOOT_LOG_SUPERSEDES ? 1 : 0;
        e.ref2 = what == MOOT_LOG_SUPERSEDES ? 2 : 0;
        e.text = "TEXT";
        assert_int_equal(moot_why_sentence(&f->c, &e, &f->out, &f->err), MOOT_OK);
        assert_true(f->out.len > 5);
        moot_buf_clear(&f->out);
    }
}

static void memory_that_ends_anywhere_is_told(void **state)
{
    fixture *f = *state;
    for (unsigned long n = 1; n < 500; n++) {
        moot_buf out;
        moot_buf_init(&out);
        moot_alloc_fail_at(n);
        moot_code code = moot_why_case(&f->c, &out, &f->err);
        code = code ? code : moot_why_entry(&f->c, 9, &out, &f->err);
        code = code ? code : moot_why_not(&f->c, NULL, "prevented", &out, &f->err);
        unsigned long made = moot_alloc_count();
        moot_alloc_fail_at(0);
        moot_buf_done(&out);
        if (made < n) {
            assert_int_equal(code, MOOT_OK);
            return;
        }
        assert_int_equal(code, MOOT_ENOMEM);
        moot_err_init(&f->err);
    }
    fail();
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, unmake)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_chain_goes_back_to_the_start),
        TEST(a_decision_names_what_it_read),
        TEST(the_whole_log_is_told),
        TEST(a_date_tells_its_count),
        TEST(why_not_names_the_tests),
        TEST(a_deadline_tells_its_date_and_its_end),
        TEST(a_panel_tells_its_wait),
        TEST(names_that_are_not_there),
        TEST(every_kind_of_entry_has_a_sentence),
        TEST(memory_that_ends_anywhere_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
