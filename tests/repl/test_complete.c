/* What a walk offers when its reader presses the key for completion: words, names of the protocol, words to be helped
 * with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lua/compile.h"
#include "repl/walk.h"

static const char script[] = "protocol \"demo-2026\" { council = \"Demo\", effective = \"2026-01-01\" }\n"
                             "event \"sits at the desk\" {}\n"
                             "local sw = role \"Social worker\" {}\n"
                             "stage \"talk\" { clause = \"1\", owner = sw, on = event \"sits at the desk\",\n"
                             "  outcome \"done\" { close \"done\" } }\n";

static moot_protocol *load(void)
{
    moot_protocol *protocol = NULL;
    moot_errs errs, warnings;
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    FILE *file = fopen("demo-2026.lua", "w");
    assert_non_null(file);
    assert_true(fputs(script, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(moot_protocol_load("demo-2026.lua", NULL, &protocol, &errs, &warnings), MOOT_OK);
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return protocol;
}

/* All that is offered, joined by commas. */
static void expect_offer(const moot_walk *walk, const char *line, const char *word, const char *expected)
{
    moot_buf out;
    moot_buf_init(&out);
    const char *one;
    for (size_t i = 0; (one = moot_walk_complete(walk, line, word, i)) != NULL; i++) {
        moot_buf_printf(&out, "%s%s", out.len ? "," : "", one);
    }
    assert_string_equal(moot_buf_text(&out), expected);
    moot_buf_done(&out);
}

static void words_names_and_help_are_completed(void **state)
{
    (void)state;
    moot_protocol *protocol = load();
    moot_walk *walk = NULL;
    moot_err err;
    moot_err_init(&err);
    moot_walk_options options = { .script = "demo-2026.lua", .law_as_at = MOOT_DAY_MIN };
    assert_int_equal(moot_walk_new(protocol, &options, &walk, &err), MOOT_OK);
    expect_offer(walk, "", "ev", "event,evicted"); /* an event's name alone is a line too */
    expect_offer(walk, "", "sit", "sits at the desk");
    expect_offer(walk, "sits at ", "the", "the desk");
    expect_offer(walk, "event sits at ", "th", "the desk,Thursday");
    expect_offer(walk, "until next ", "pan", "panel");
    expect_offer(walk, "event sits at the desk at ", "tom", "tomorrow");
    expect_offer(walk, "fact welfare_concern ", "y", "yes");
    expect_offer(walk, "what if ", "welfare_c", "welfare_concern");
    expect_offer(walk, "done ", "x", "");
    expect_offer(walk, "event ", "sits", "sits at the desk");
    expect_offer(walk, "help ", "working", "working_days");
    expect_offer(walk, "help ", "outc", "outcome");
    expect_offer(walk, "helpful ", "outc", "");
    moot_walk_free(walk);
    moot_protocol_free(protocol);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_names_and_help_are_completed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
