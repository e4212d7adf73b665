/* What a walk offers when its reader presses the key for completion: words, names of the protocol, words to be helped
 * with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "lua/compile/compile.h"
#include "repl/walk/session.h"

static const char script[] = "protocol \"demo-2026\" { council = \"Demo\", effective = \"2026-01-01\" }\n"
                             "event \"sits at the desk\" {}\n"
                             "local sw = role \"Social worker\" {}\n"
                             "stage \"talk\" { clause = \"1\", owner = sw, on = event \"sits at the desk\",\n"
                             "  deadline \"talk\" { clause = \"1\", within = hours(336) }, outcome \"done\" { close \"done\" } }\n";

/* With a role who signs, two stages, a panel, a letter, a consent, a bed and a child. */
static const char more[] = "protocol \"more-2026\" { council = \"More\", effective = \"2026-01-01\" }\n"
                           "fact \"bed\" { one_of { \"a room\", \"a hostel\" }, ask = \"Which?\" }\n"
                           "fact \"at school\" { yesno, per = \"child\", ask = \"At school?\" }\n"
                           "consent \"zz sharing\" { clause = \"9\" }\n"
                           "panel \"Zed Panel\" { clause = \"8\", every = weeks(2), first = \"2026-05-26\" }\n"
                           "notice \"zed letter\" { clause = \"7\", \"what was decided\" }\n"
                           "local sw, ho = role \"Zed worker\" {}, role \"Zed officer\" {}\n"
                           "stage \"talk\" { clause = \"3.5\", owner = { sw, ho }, on = event \"presents homeless\",\n"
                           "  outcome \"at home\" { clause = \"3.6\", place { \"zed house\" }, close \"at home\" },\n"
                           "  outcome \"still out\" { clause = \"3.7\", close \"out\" } }\n"
                           "stage \"visit\" { clause = \"4\", owner = sw, on = event \"evicted\",\n"
                           "  deadline \"zed visit\" { clause = \"4.1\", within = hours(336) }, outcome \"seen\" {} }\n";

static moot_protocol *load_text(const char *path, const char *text)
{
    moot_protocol *protocol = NULL;
    moot_errs errs, warnings;
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(moot_protocol_load(path, NULL, &protocol, &errs, &warnings), MOOT_OK);
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return protocol;
}

static moot_protocol *load(void)
{
    return load_text("demo-2026.lua", script);
}

/* All that is offered, joined by commas. */
static void expect_offer(moot_walk *walk, const char *line, const char *word, const char *expected)
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

static void tell(moot_walk *walk, const char *line)
{
    moot_buf out;
    moot_err err;
    int quit = 0;
    moot_buf_init(&out);
    moot_err_init(&err);
    assert_int_equal(moot_walk_line(walk, line, &out, &quit, &err), MOOT_OK);
    moot_buf_done(&out);
}

/* A day of the weeks that come, the month behind a number and the year behind it; when what runs is due, to the minute. */
static void dates_are_completed(void **state)
{
    (void)state;
    moot_protocol *protocol = load();
    moot_walk *walk = NULL;
    moot_err err;
    moot_err_init(&err);
    moot_walk_options options = { .script = "demo-2026.lua", .law_as_at = MOOT_DAY_MIN };
    assert_int_equal(moot_walk_new(protocol, &options, &walk, &err), MOOT_OK);
    expect_offer(walk, "fact dob 11 ", "F", "February");
    expect_offer(walk, "fact dob ", "1", ""); /* of any year: nothing can be guessed */
    tell(walk, "sits at the desk at 2026-05-21 09:15");
    expect_offer(walk, "until 21 ", "Ma", "March,March 2026,March 2027,May,May 2026,May 2027");
    expect_offer(walk, "until 5 June ", "", "2026,2027");
    expect_offer(walk, "until ", "2026-06-0",
                 "2026-06-04 09:15,2026-06-01,2026-06-02,2026-06-03,2026-06-04,2026-06-05,2026-06-06,2026-06-07,"
                 "2026-06-08,2026-06-09");
    expect_offer(walk, "answer done at 2026-06-04 ", "0", "09:15");
    expect_offer(walk, "until 40 ", "", "");
    char blanks[300];
    snprintf(blanks, sizeof blanks, "until 21%200s", ""); /* longer than any date is made here */
    expect_offer(walk, blanks, "M", "");
    moot_walk_free(walk);
    moot_protocol_free(protocol);
}

/* Behind a name, what the grammar goes on with: states, outcomes, roles, children, at and by. */
static void what_follows_a_name_is_completed(void **state)
{
    (void)state;
    moot_protocol *protocol = load_text("more-2026.lua", more);
    moot_walk *walk = NULL;
    moot_err err;
    moot_err_init(&err);
    moot_walk_options options = { .script = "more-2026.lua", .law_as_at = MOOT_DAY_MIN };
    assert_int_equal(moot_walk_new(protocol, &options, &walk, &err), MOOT_OK);
    tell(walk, "child Kit");
    tell(walk, "presents homeless at 2026-05-21 09:15");
    expect_offer(walk, "answer ", "", "at home,still out"); /* one stage is open, and need not be said */
    expect_offer(walk, "answer at ", "h", "home");          /* a name that begins as a time would */
    expect_offer(walk, "answer talk ", "", "at home,still out");
    expect_offer(walk, "answer still out ", "", "at,by");
    expect_offer(walk, "answer talk at home ", "b", "by");
    expect_offer(walk, "answer \"still out\" by ", "Z", "Zed worker,Zed officer");
    expect_offer(walk, "2 ", "", "at,by");
    expect_offer(walk, "2 by Zed ", "w", "worker");
    expect_offer(walk, "2 by Zed worker ", "", "at");
    expect_offer(walk, "2 by Zed worker at ", "tom", "tomorrow");
    expect_offer(walk, "sign ", "zed w", "Zed worker");
    expect_offer(walk, "sign Zed worker ", "", "at home,still out");
    expect_offer(walk, "sign Zed worker still out ", "", "at");
    expect_offer(walk, "consent zz sharing ", "g", "given");
    expect_offer(walk, "consent zz sharing given ", "", "at");
    expect_offer(walk, "notice zed letter ", "", "sent,received");
    expect_offer(walk, "notice zed letter sent ", "", "at");
    expect_offer(walk, "done zed visit ", "", "at");
    expect_offer(walk, "presents homeless ", "", "at");
    expect_offer(walk, "place ", "zed", "zed house");
    expect_offer(walk, "fact bed ", "", "a room,a hostel");
    expect_offer(walk, "fact bed a ", "h", "hostel");
    expect_offer(walk, "fact bed a room ", "", "at");
    expect_offer(walk, "fact at school yes ", "", "at,of");
    expect_offer(walk, "fact at school yes of ", "", "Kit");
    expect_offer(walk, "what if ", "bed=", "bed=a room,bed=a hostel");
    expect_offer(walk, "what if ", "welfare_concern=y", "welfare_concern=yes");
    expect_offer(walk, "clause ", "", "3.5,4,3.6,3.7,4,4.1,3.6,3.6,3.7"); /* the session tells each once */
    expect_offer(walk, "back ", "", "to");
    expect_offer(walk, "", "?zed v", "?zed visit");
    expect_offer(walk, "?zed ", "v", "visit");
    expect_offer(walk, "help zed ", "l", "letter");
    expect_offer(walk, "guess ", "Zed w", "Zed worker");
    expect_offer(walk, "show ", "", "");
    tell(walk, "hide bed");
    expect_offer(walk, "show ", "", "bed");
    expect_offer(walk, "switch ", "", ""); /* none but the present one */
    tell(walk, "fork other");
    expect_offer(walk, "switch ", "", "main");
    tell(walk, "evicted at 2026-05-21 10:00");
    expect_offer(walk, "answer ", "", "talk,at home,still out,visit,seen");
    expect_offer(walk, "answer ", "v", "visit");
    expect_offer(walk, "answer visit ", "", "seen");
    moot_walk_free(walk);
    moot_protocol_free(protocol);
}

static void expect_of_session(moot_session *s, const char *line, const char *word, const char *expected)
{
    moot_buf out;
    moot_buf_init(&out);
    const char *one;
    for (size_t i = 0; (one = moot_session_complete(s, line, word, i)) != NULL; i++) {
        moot_buf_printf(&out, "%s%s", out.len ? "," : "", one);
    }
    assert_string_equal(moot_buf_text(&out), expected);
    moot_buf_done(&out);
}

static void put_file(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
}

/* Where a file is wanted, files: of the kind that is wanted, folders with a slash, none that would be two words. */
static void files_are_completed(void **state)
{
    (void)state;
    moot_session s;
    memset(&s, 0, sizeof s);
    moot_names_init(&s.offers);
    assert_int_equal(mkdir("zz", 0700), 0);
    put_file("zz/b.lua");
    put_file("zz/a.md");
    put_file("zz/a.txt");
    put_file("zz/two words.lua");
    put_file("zz/.hidden.lua");
    assert_int_equal(mkdir("zz/more", 0700), 0);
    expect_of_session(&s, "open ", "z", "zz/");
    expect_of_session(&s, "open ", "zz/", "zz/a.md,zz/b.lua,zz/more/");
    expect_of_session(&s, "lesson ", "zz/", "zz/b.lua,zz/more/");
    expect_of_session(&s, ".read ", "zz/a", "zz/a.md,zz/a.txt");
    expect_of_session(&s, ".transcript ", "zz/a.t", "zz/a.txt");
    expect_of_session(&s, "export ", "ca", "calendar,case");
    expect_of_session(&s, "export handout ", "zz/m", "zz/more/");
    expect_of_session(&s, "open ", "nowhere/", "");
    expect_of_session(&s, "", ".mo", ".mode");
    expect_of_session(&s, ".mode ", "m", "markdown");
    expect_of_session(&s, ".timer ", "o", "on,off");
    expect_of_session(&s, ".help ", ".o", ".once");
    expect_of_session(&s, "export handout \"a b.html\" ", "", "for,with hidden facts");
    expect_of_session(&s, "export handout a.html for ", "", ""); /* without a protocol nobody is */
    moot_protocol *protocol = load();
    moot_err err;
    moot_err_init(&err);
    moot_walk_options options = { .script = "demo-2026.lua", .law_as_at = MOOT_DAY_MIN };
    assert_int_equal(moot_walk_new(protocol, &options, &s.walk, &err), MOOT_OK);
    expect_of_session(&s, "export handout a.html for Social ", "w", "worker");
    expect_of_session(&s, ".edit ", "tal", "talk");
    moot_walk_free(s.walk);
    moot_protocol_free(protocol);
    moot_names_done(&s.offers);
}

/* A hint is shown where only one thing can be meant. */
static void hints_are_sure(void **state)
{
    (void)state;
    moot_session s;
    moot_protocol *protocol = load();
    moot_err err;
    moot_err_init(&err);
    memset(&s, 0, sizeof s);
    moot_names_init(&s.offers);
    moot_walk_options options = { .script = "demo-2026.lua", .law_as_at = MOOT_DAY_MIN };
    assert_int_equal(moot_walk_new(protocol, &options, &s.walk, &err), MOOT_OK);
    assert_string_equal(moot_session_hint(&s, "sits at the d"), "esk");
    assert_null(moot_session_hint(&s, "s")); /* sits, set, say, save ... */
    assert_null(moot_session_hint(&s, "answer d")); /* nothing can be chosen yet */
    tell(s.walk, "sits at the desk at 2026-05-21 09:15");
    assert_string_equal(moot_session_hint(&s, "ans"), "wer done"); /* the one outcome that can be chosen */
    assert_string_equal(moot_session_hint(&s, "answer "), "done");
    assert_null(moot_session_hint(&s, "answer done"));
    assert_string_equal(moot_session_hint(&s, ".mode mark"), "down");
    moot_walk_free(s.walk);
    moot_names_done(&s.offers);
    moot_protocol_free(protocol);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_names_and_help_are_completed),
        cmocka_unit_test(dates_are_completed),
        cmocka_unit_test(what_follows_a_name_is_completed),
        cmocka_unit_test(files_are_completed),
        cmocka_unit_test(hints_are_sure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
