/* The table of names, and the guess at what a mistyped word meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "vm/base/names.h"

static const char *const words[] = { "stage",   "deadline", "outcome", "panel", "reading",
                                     "in_need", NULL,       "notice",  "notify" };

static const char *guess(const char *word)
{
    return moot_nearest(word, words, MOOT_COUNT(words));
}

static void the_nearest_name_is_found(void **state)
{
    (void)state;
    assert_string_equal(guess("stge"), "stage");
    assert_string_equal(guess("satge"), "stage"); /* swapped neighbours count once */
    assert_string_equal(guess("STAGE"), "stage");
    assert_string_equal(guess("dedline"), "deadline");
    assert_string_equal(guess("in need"), "in_need");
    assert_string_equal(guess("notic"), "notice");
}

static void what_is_not_near_is_not_guessed(void **state)
{
    (void)state;
    assert_null(guess("xyz"));
    assert_null(guess("elephant"));
    assert_null(guess(""));
    assert_null(guess("pl")); /* "panel" is three letters away */
    char longest[200];
    memset(longest, 's', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_null(guess(longest));
}

static void of_equals_the_first_in_order_wins(void **state)
{
    (void)state;
    static const char *const pair[] = { "bat", "cat", "cut" };
    assert_string_equal(moot_nearest("rat", pair, 3), "bat");
    assert_string_equal(moot_nearest("cut", pair, 3), "cut");
    assert_string_equal(moot_nearest("cet", pair, 3), "cat");
}

static void a_name_is_near_that_has_most_of_the_words(void **state)
{
    (void)state;
    static const char *const acts[] = { "ask for a review", "ask for support at once", "ask for support", NULL, "joint assessment" };
    assert_string_equal(moot_nearest("ask support", acts, 5), "ask for support"); /* the fewest letters besides */
    assert_string_equal(moot_nearest("Assessment", acts, 5), "joint assessment");
    assert_null(moot_nearest("support plan made", acts, 5)); /* one of its three words, and of two: not more than half */
    assert_null(moot_nearest("support plan", acts, 5));
    assert_null(moot_nearest("ask for", acts, 5)); /* short words are in many names */
}

static void letters_are_code_points_not_bytes(void **state)
{
    (void)state;
    static const char *const names[] = { "\xc3\xa9t\xc3\xa9" };
    assert_string_equal(moot_nearest("\xc3\x89t\xc3\xa9", names, 1), names[0]);
    assert_string_equal(moot_nearest("et\xc3\xa9", names, 1), names[0]);
}

static void ids_count_up_in_the_order_of_adding(void **state)
{
    (void)state;
    moot_names names;
    moot_names_init(&names);
    char text[24];
    for (int i = 0; i < 3000; i++) {
        snprintf(text, sizeof text, "name %d", i);
        assert_int_equal(moot_names_add(&names, text), i);
    }
    assert_int_equal(moot_names_add(&names, "name 7"), 7);
    assert_int_equal(moot_names_find(&names, "name 2999"), 2999);
    assert_int_equal(moot_names_findn(&names, "name 12345", 7), 12);
    assert_int_equal(moot_names_find(&names, "name"), -1);
    assert_string_equal(moot_names_text(&names, 42), "name 42");
    assert_string_equal(moot_names_nearest(&names, "nmae 8"), "name 8");
    moot_names_done(&names);
    assert_int_equal(moot_names_find(&names, "name 1"), -1);
    moot_names_done(&names);
}

/* Fails each allocation in turn until the whole job gets through; names that are in stay in. */
static void a_table_survives_each_failing_allocation(void **state)
{
    (void)state;
    char text[24];
    for (unsigned long n = 1;; n++) {
        moot_names names;
        moot_names_init(&names);
        moot_alloc_fail_at(n);
        int added = 0;
        while (added < 500) {
            snprintf(text, sizeof text, "name %d", added);
            if (moot_names_add(&names, text) < 0) {
                break;
            }
            added++;
        }
        moot_alloc_fail_at(0);
        assert_int_equal(names.count, added);
        for (int i = 0; i < added; i++) {
            snprintf(text, sizeof text, "name %d", i);
            assert_int_equal(moot_names_find(&names, text), i);
        }
        assert_int_equal(moot_names_add(&names, "after"), added);
        moot_names_done(&names);
        if (added == 500) {
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_name_is_found),
        cmocka_unit_test(what_is_not_near_is_not_guessed),
        cmocka_unit_test(of_equals_the_first_in_order_wins),
        cmocka_unit_test(a_name_is_near_that_has_most_of_the_words),
        cmocka_unit_test(letters_are_code_points_not_bytes),
        cmocka_unit_test(ids_count_up_in_the_order_of_adding),
        cmocka_unit_test(a_table_survives_each_failing_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
