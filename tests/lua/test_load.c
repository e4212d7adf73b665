/* What a script declares as nodes, and every kind of mistake with its whole message, line and column. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lua/load/load.h"
#include "lua/load/schema.h"
#include "script_text.h"

/* ---- works ---- */

static void each_form_has_its_node(void **state)
{
    (void)state;
    expect_script("service \"S\" {}", "service \"S\" {}\n");
    expect_script("fact \"f\" { integer(0, 25), presumed = 17 }", "fact \"f\" {presumed=17; integer(0, 25)}\n");
    expect_script("entitlement \"e\" { clause = \"1\", amount = money(12.5) }",
                  "entitlement \"e\" {clause=\"1\", amount=money(12.500)}\n");
    expect_script("entitlement \"e\" { clause = \"1\", amount = money(12.0) }",
                  "entitlement \"e\" {clause=\"1\", amount=money(12)}\n");
    expect_script("stage \"x\" { clause = \"1\", when = { age = 1, any { in_need = true, b = known } } }",
                  "stage \"x\" {clause=\"1\", when={age=1; any {in_need=true, b=known}}}\n");
    expect_script("stage \"x\" { clause = \"1\", on = left(\"s\", \"o\"), outcome \"y\" { go \"z\", close \"w\" } }",
                  "stage \"x\" {clause=\"1\", on=left(\"s\", \"o\"); outcome \"y\" {; go \"z\", close \"w\"}}\n");
    expect_script("stage \"x\" { clause = \"1\", notify { \"MASH\", via = \"telephone\" }, go { \"a\", \"b\" } }",
                  "stage \"x\" {clause=\"1\"; notify {via=\"telephone\"; \"MASH\"}, go {; \"a\", \"b\"}}\n");
    expect_script("deadline \"d\" { clause = \"1\", by = turns(18) - months(6), within = same_day }",
                  "deadline \"d\" {clause=\"1\", by=-(turns(18), months(6)), within=same_day}\n");
    expect_script("deadline \"d\" { clause = \"1\", by = turns(18) - months(6) + days(1) }",
                  "deadline \"d\" {clause=\"1\", by=+(-(turns(18), months(6)), days(1))}\n");
    expect_script("fact \"f\" { yesno } fact \"g\" { money }", "fact \"f\" {; yesno}\nfact \"g\" {; money}\n");
    expect_script("stage { clause = \"1\", on = event \"e\", go \"y\" }",
                  "stage {clause=\"1\", on=event \"e\"; go \"y\"}\n");
}

static void a_local_stands_for_its_declaration(void **state)
{
    (void)state;
    expect_script("local m = role \"MASH\" {}\n"
                  "stage \"x\" { clause = \"1\", owner = m, refer { m } }",
                  "role \"MASH\" {}\n"
                  "stage \"x\" {clause=\"1\", owner=role \"MASH\" {}; refer {; role \"MASH\" {}}}\n");
    expect_script("local s = stage \"x\" { clause = \"1\", outcome \"y\" {} }\n"
                  "stage \"z\" { clause = \"1\", on = left(s), outcome \"w\" { go(s) } }",
                  "stage \"x\" {clause=\"1\"; outcome \"y\" {}}\n"
                  "stage \"z\" {clause=\"1\", on=left \"x\"; outcome \"w\" {; go \"x\"}}\n");
}

static void inner_declarations_in_fields_stand_at_the_top_in_the_order_of_calls(void **state)
{
    (void)state;
    expect_script("role \"Police officer\" { service = service \"Police\" {} }\n"
                  "panel \"P\" { clause = \"1\", chair = role \"C\" {} }\n"
                  "notice \"N\" { clause = \"1\", fact \"f\" { yesno } }",
                  "service \"Police\" {}\n"
                  "role \"Police officer\" {service=service \"Police\" {}}\n"
                  "role \"C\" {}\n"
                  "panel \"P\" {clause=\"1\", chair=role \"C\" {}}\n"
                  "fact \"f\" {; yesno}\n"
                  "notice \"N\" {clause=\"1\"; fact \"f\" {; yesno}}\n");
}

static void positional_parts_belong_to_their_parent(void **state)
{
    (void)state;
    expect_script("stage \"x\" { clause = \"1\", deadline \"d\" { clause = \"2\", late { escalate {} } },\n"
                  "  outcome \"y\" { set { lead = \"S\", in_need = true } } }\n"
                  "deadline \"alone\" { clause = \"3\", by = turns(18) }",
                  "stage \"x\" {clause=\"1\"; deadline \"d\" {clause=\"2\"; late {; escalate {}}}, "
                  "outcome \"y\" {; set {lead=\"S\", in_need=true}}}\n"
                  "deadline \"alone\" {clause=\"3\", by=turns(18)}\n");
    expect_script("ladder \"l\" { clause = \"1\", { owner = \"managers\", notify { \"MASH\" } } }",
                  "ladder \"l\" {clause=\"1\"; {owner=\"managers\"; notify {; \"MASH\"}}}\n");
    expect_script("local d = deadline \"d\" { clause = \"2\" }\nstage \"x\" { clause = \"1\", d }",
                  "stage \"x\" {clause=\"1\"; deadline \"d\" {clause=\"2\"}}\n");
}

static void fields_keep_the_order_in_which_they_were_written(void **state)
{
    (void)state;
    expect_script("reading \"r\" { options = { zebra = days(1), apple = days(2), [\"m n\"] = days(3) },\n"
                  "  chosen = \"apple\", clause = \"1\" }",
                  "reading \"r\" {options={zebra=days(1), apple=days(2), m n=days(3)}, chosen=\"apple\", "
                  "clause=\"1\"}\n");
    /* a table that was built elsewhere: by bytes */
    expect_script("local o = {} o.zebra = days(1) o.apple = days(2) o.Mango = days(3)\n"
                  "reading \"r\" { clause = \"1\", chosen = \"apple\", options = o }",
                  "reading \"r\" {clause=\"1\", chosen=\"apple\", options={Mango=days(3), apple=days(2), "
                  "zebra=days(1)}}\n");
}

static void nodes_know_their_places(void **state)
{
    (void)state;
    expect_places("-- remark\n  service \"A B\" { clause = \"1.1\" }   role \"Ünï\" {}",
                  "service \"A B\" @2:3+13 {clause@2:19=\"1.1\" @2:28+5}\n"
                  "role \"Ünï\" @2:38+10 {}\n");
    expect_places("stage \"x\"\n{ clause = \"1\",\n\toutcome \"y\" { go \"z\" },\n  when = { age = between(1,\n 2) } }",
                  "stage \"x\" @1:1+9 {clause@2:3=\"1\" @2:12+3, when@4:3={age@4:12=between @4:18+7(1 @4:26+1, 2 "
                  "@5:2+1)} @4:10+1; outcome \"y\" @3:2+11 {; go \"z\" @3:16+6}}\n");
    /* a reference stands where it is used, a part where it was declared */
    expect_places("local m, s = role \"M\" {}, service \"S\" {}\n"
                  "local d = deadline \"d\" { clause = \"2\" }\n"
                  "stage \"x\" { clause = \"1\", owner = m, d }",
                  "role \"M\" @1:14+8 {}\nservice \"S\" @1:27+11 {}\n"
                  "stage \"x\" @3:1+9 {clause@3:13=\"1\" @3:22+3, owner@3:27=role \"M\" @3:35+1 {}; "
                  "deadline \"d\" @2:11+12 {clause@2:26=\"2\" @2:35+3}}\n");
}

static void scripts_may_compute_what_they_declare(void **state)
{
    (void)state;
    expect_script(
        "for _, name in ipairs { \"A\", \"B\" } do role(name) { clause = (\"%s/%d\"):format(name:lower(), 7) } end",
        "role \"A\" {clause=\"a/7\"}\nrole \"B\" {clause=\"b/7\"}\n");
    expect_script("for k, v in each { b = 2, a = 1, [3] = \"x\" } do service(k .. v) {} end",
                  "service \"3x\" {}\nservice \"a1\" {}\nservice \"b2\" {}\n");
    expect_script("local function pair(a, b) return role(a) { service = b } end\npair(\"A\", \"S\")",
                  "role \"A\" {service=\"S\"}\n");
    expect_script("if tostring(role \"X\" {}) == [[role \"X\"]] then service(tostring(stage)) {} end",
                  "role \"X\" {}\nservice \"stage\" {}\n");
}

static void the_vocabulary_comes_first_and_is_common(void **state)
{
    (void)state;
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    static const char source[] = "service \"S\" {}\r\n";
    moot_load_options options = { .source = source, .source_len = sizeof source - 1 };
    assert_int_equal(moot_script_load("a/b/test.lua", &options, &script, &errs), MOOT_OK);
    assert_true(script->decl_count > 10);
    assert_true(script->decls[0]->common);
    assert_string_equal(script->decls[0]->file, "stdlib/vocabulary.lua");
    const moot_node *last = script->decls[script->decl_count - 1];
    assert_false(last->common);
    assert_string_equal(last->file, "test.lua");
    assert_ptr_equal(last->file, script->file);
    assert_string_equal(script->path, "a/b/test.lua");
    assert_string_equal(script->sources[0].text, source);
    /* the hash of a text does not depend on its line ends */
    moot_script *other = NULL;
    options.source = "service \"S\" {}\n";
    options.source_len = strlen(options.source);
    assert_int_equal(moot_script_load("test.lua", &options, &other, &errs), MOOT_OK);
    assert_string_equal(script->source_hash, other->source_hash);
    assert_string_equal(script->stdlib_hash, other->stdlib_hash);
    moot_script_free(script);
    moot_script_free(other);
    moot_errs_done(&errs);
}

static void an_accent_is_one_name_however_it_was_typed(void **state)
{
    (void)state;
    expect_script("role \"Caf\xc3\xa9\" {} role \"Cafe\xcc\x81\" {}",
                  "role \"Caf\xc3\xa9\" {}\nrole \"Caf\xc3\xa9\" {}\n");
}

/* Words of files of variants: their baseline is given, and stands before what is no baseline itself. */
static void expect_variants(const moot_word *word)
{
    static const char text[] =
        "protocol \"stockport-2018\" { council = \"S\", effective = \"2018-01-01\" }\n"
        "reading \"fortnightly\" { clause = \"1\", chosen = \"a\", options = { a = weeks(2), [\"two a month\"] = days(15) } }\n"
        "panel \"Accommodation Panel\" { clause = \"1\", every = reading \"fortnightly\" }\n";
    static const moot_script_text base = { .file = "stockport-2018.lua", .text = text, .len = sizeof text - 1 };
    char script[400];
    moot_script *loaded = NULL;
    moot_errs errs;
    int is_baseline = (word->is & MOOT_CLASS(BASELINE)) != 0;
    snprintf(script, sizeof script, "%s%s", is_baseline ? "" : "baseline \"stockport-2018\"\n", word->example);
    moot_load_options options = { .source = script, .source_len = strlen(script), .others = &base, .other_count = 1 };
    moot_errs_init(&errs, 0);
    if (moot_script_load("x.lua", &options, &loaded, &errs)) {
        fail_msg("the example of %s: %s", word->name, errs.list[0].msg);
    }
    assert_int_equal(loaded->variant_count > 0, !is_baseline);
    moot_script_free(loaded);
    moot_errs_done(&errs);
}

static void every_example_of_the_schema_loads(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_word *word = &moot_words[i];
        assert_non_null(word->doc);
        assert_non_null(word->example);
        if (word->flags & MOOT_PART) {
            continue;
        }
        if (word->is & (MOOT_CLASS(BASELINE) | MOOT_CLASS(VARIANT))) {
            expect_variants(word);
            continue;
        }
        moot_buf out;
        moot_buf_init(&out);
        if (script_text(word->example, &out)) {
            fail_msg("the example of %s: %s\n%s", word->name, word->example, moot_buf_text(&out));
        }
        assert_non_null(strstr(word->example, word->name));
        moot_buf_done(&out);
    }
}

static void the_schema_is_sound(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_word *word = &moot_words[i];
        assert_ptr_equal(moot_word_find(word->name), word);
        assert_true(word->shape != 0 || (word->flags & MOOT_PART));
        const moot_field_spec *field;
        for (size_t f = 0; (field = moot_word_field_at(word, f)); f++) {
            assert_ptr_equal(moot_word_field(word, field->name), field);
            assert_non_null(field->doc);
            assert_true(field->want != MOOT_WANT_CHOICE || field->choices);
        }
    }
    for (int want = 0; want < MOOT_WANT_COUNT; want++) {
        const moot_want *w = moot_want_of(want);
        assert_non_null(w->plain);
        assert_non_null(w->name);
        assert_true(!w->part || moot_word_find(w->part));
    }
    assert_null(moot_word_find("version"));
    assert_string_equal(moot_word_nearest("deadlin"), "deadline");
}

static void what_a_node_is_called(void **state)
{
    (void)state;
    char buf[40];
    moot_node node = {
        .type = MOOT_NODE_WORD, .word = "stage", .name = "mediation", .file = "x.lua", .line = 3, .col = 5
    };
    assert_string_equal(moot_node_label(&node, buf, sizeof buf), "stage \"mediation\"");
    assert_true(moot_node_is(&node, "stage"));
    assert_null(moot_node_field(&node, "clause"));
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "wrong");
    assert_int_equal(moot_node_blame(&node, &err), MOOT_EDATA);
    assert_string_equal(err.decl, "stage \"mediation\"");
    assert_int_equal(err.line * 100 + err.col, 305);
    char small[12];
    assert_string_equal(moot_node_label(&node, small, sizeof small), "stage \"medi");
}

/* ---- refuses: the whole message, with line and column ---- */

typedef struct refusal {
    const char *source, *expected;
} refusal;

static void expect_all(const refusal *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        expect_script(cases[i].source, cases[i].expected);
    }
}

static void unknown_words(void **state)
{
    (void)state;
    static const refusal cases[] = {
        { "\n stagee \"a\" { clause = \"1\", outcome \"z\" { close \"q\" } }",
          "2:2 \"stagee\" is not a word of moot; did you mean \"stage\"?\n" },
        { "local mash = role \"MASH\" {}\nstage \"x\" { clause = \"1\", owner = mesh }",
          "2:35 \"mesh\" is not a word of moot; did you mean \"mash\"?\n" },
        { "xyzzy(1)", "1:1 \"xyzzy\" is not a word of moot; a text stands in \"quotes\"\n" },
        { "survey \"x\" { clause = \"1\" }", "1:1 \"survey\" is not a word of moot; a text stands in \"quotes\"\n" },
        { "stage \"x\" { clause \"1\" }",
          "1:13 \"clause\" is a field, not a word; write clause = …\n" },
        { "for k in pairs({}) do end",
          "1:10 \"pairs\" is not a word of moot; each(t) walks a table, always in the same order\n" },
        { "os.exit(1)",
          "1:1 \"os\" is not a word of moot; a script cannot reach the machine, its files or its clock\n" },
    };
    expect_all(cases, MOOT_COUNT(cases));
}

static void globals(void **state)
{
    (void)state;
    static const refusal cases[] = {
        { "mash = role \"MASH\" {}\nstage \"x\" { clause = \"1\", owner = mash }",
          "1:1 write local before a new name: local mash = …\n" },
        { "stage = 5", "1:1 \"stage\" is a word of moot and cannot be given a value\n" },
        { "function f() end", "1:10 write local before a new name: local f = …\n" },
    };
    expect_all(cases, MOOT_COUNT(cases));
}

static void fields(void **state)
{
    (void)state;
    static const refusal cases[] = {
        { "stage \"x\" { clause = \"1\",\n  ownr = \"a\" }",
          "2:3 unknown field \"ownr\" of stage; did you mean \"owner\"?\n" },
        { "stage \"x\" { clause = \"1\", within = days(1) }",
          "1:27 unknown field \"within\" of stage; it is a field of deadline\n" },
        { "service \"x\" { colour = 1 }",
          "1:15 unknown field \"colour\" of service; its fields are: called, contact, clause, open, in_force, law, because, "
          "patch, expected\n" },
        { "stage \"x\" { clause = \"1\", duty = \"a\",\n  duty = \"b\" }",
          "2:3 \"duty\" is given twice here, first at line 1, column 27; keep one\n" },
        { "param \"p\" { [\"2018-01-01\"] = 1, [\"2018-01-01\"] = 2, clause = \"1\" }",
          "1:34 \"2018-01-01\" is given twice here, first at line 1, column 14; keep one\n" },
        { "stage \"x\" { duty = \"a\" }",
          "1:1 stage \"x\" needs clause = \"…\": the clause of the text that it carries out\n" },
        { "reading \"r\" { clause = \"1\" }",
          "1:1 reading \"r\" needs chosen = …: a text in \"quotes\"\n"
          "1:1 reading \"r\" needs options = …: options by name, such as { referral = entered \"…\", approach = event "
          "\"…\" }\n" },
        { "param \"p\" { clause = \"1\" }",
          "1:1 param \"p\" needs a figure under its first date, such as [\"2018-01-01\"] = …\n" },
        { "param \"p\" { [\"2018-02-30\"] = 1, clause = \"1\" }",
          "1:30 a figure stands under its first date, such as [\"2018-01-01\"] = …, not \"2018-02-30\"; February has no day 30 in that year\n" },
        { "decision \"d\" { { when = otherwise, value = true } }",
          "1:1 decision \"d\" needs clause = \"…\": the clause of the text that it carries out\n" },
        { "decision \"d\" { clause = \"1\", { when = otherwise, valu = true, value = 1 } }",
          "1:50 unknown field \"valu\" of a row; did you mean \"value\"?\n" },
        { "decision \"d\" { clause = \"1\", { value = true } }",
          "1:30 a row needs when = …: a condition, such as { age = under(18) }, or otherwise\n" },
        { "local a, b = role \"A\" {}\nstage \"x\" { clause = \"1\", owner = b }",
          "2:35 owner is given nothing: \"b\" holds no value here\n" },
        { "stage \"x\" { clause = \"1\", [true] = 5 }", "1:11 a field's name is a text, not true or false\n" },
    };
    expect_all(cases, MOOT_COUNT(cases));
}

static void values(void **state)
{
    (void)state;
    static const refusal cases[] = {
        { "deadline \"d\" { clause = \"1\", within = \"48 hours\" }",
          "1:39 within takes a duration, such as hours(48) or working_days(5), not the text \"48 hours\"; write hours(48)\n" },
        { "deadline \"d\" { clause = \"1\", within = 48 }",
          "1:39 within takes a duration, such as hours(48) or working_days(5), not the number 48; write days(48), hours(48) or another unit\n" },
        { "stage \"x\" { clause = \"1\", on = hours(48) }",
          "1:32 on takes a trigger, such as event \"…\", entered \"…\" or turns(18), not hours(48)\n" },
        { "stage \"x\" { clause = \"1\", on = event }", "1:32 event needs a name: event \"…\"\n" },
        { "stage \"x\" { clause = \"1\", when = { age = under } }",
          "1:42 under needs a value in brackets: under(…)\n" },
        { "stage \"x\" { clause = \"1\", on = any }", "1:32 any needs a body: any { … }\n" },
        { "stage \"x\" { clause = \"1\", when = otherwise }",
          "1:34 when takes a condition, such as { age = under(18) }, not otherwise\n" },
        { "stage \"x\" { clause = \"1\", when = { age = hours(1) } }",
          "1:42 age takes a value or a test, such as true, \"home\", known or under(18), not hours(1)\n" },
        { "stage \"x\" { clause = \"1\", on = any { turns(18), age = 3 } }",
          "1:55 on takes a trigger, such as event \"…\", entered \"…\" or turns(18) here, and no field \"age\"\n" },
        { "stage \"x\" { clause = \"1\", owner = { \"a\", 5 } }",
          "1:42 owner takes a role, a service or applicant, not the number 5\n" },
        { "stage \"x\" { clause = \"1\", owner = stage \"y\" }",
          "1:35 owner takes a role or a service, or several: { a, b } jointly, any { a, b } either, not stage "
          "\"y\"\n" },
        { "stage \"x\" { clause = \"1\", per = \"kid\" }", "1:33 per takes \"child\", not the text \"kid\"\n" },
        { "deadline \"d\" { clause = \"1\", counting = \"off\" }",
          "1:41 counting takes \"of\", \"beginning with\" or \"clear\", not the text \"off\"\n" },
        { "protocol \"p\" { council = \"C\", effective = \"2018-06-31\" }",
          "1:43 effective takes a date, such as \"2018-01-01\", not the text \"2018-06-31\"; June has no day 31\n" },
        { "calendar \"c\" { mon = \"9-5\" }",
          "1:22 mon takes hours of a day, such as \"09:00-16:30\", not the text \"9-5\"; write \"09:00-17:00\"\n" },
        { "panel \"p\" { clause = \"1\", at = \"25:00\" }",
          "1:32 at takes a time of day, such as \"09:30\", not the text \"25:00\"\n" },
        { "panel \"p\" { clause = \"1\", places = 2.5 }", "1:36 places takes a whole number, or a param that is one, not the number 2.5\n" },
        { "fact \"f\" { yesno, in_force = { \"2018-01-01\", true } }",
          "1:46 in_force takes a date, such as \"2018-01-01\" (for the first a year will do), or false, or unknown where it is not commenced, not true\n" },
        { "calendar \"c\" { closed = { \"2018-01-01\", { \"2018-01-02\" } } }",
          "1:41 calendar \"c\" needs 2 items here: a date, such as \"2018-01-01\"\n" },
        { "stage \"x\" { clause = \"\" }", "1:22 clause takes a text in \"quotes\", not the text \"\"\n" },
        { "stage \"x\" { clause = \"1\", duty = function() end }", "1:34 duty takes a text in \"quotes\", not a function\n" },
        { "panel \"p\" { clause = \"1\", places = 0/0 }",
          "1:36 this is no number that can be counted with: a division by 0?\n" },
    };
    expect_all(cases, MOOT_COUNT(cases));
}

static void words_written_wrongly(void **state)
{
    (void)state;
    static const refusal cases[] = {
        { "role { service = \"S\" }", "1:6 role is written role \"…\" { … }, not with a table { … }\n" },
        { "stage \"x\" { clause = \"1\", when = { age = between(16) } }",
          "1:50 between is written between(…, …), not with 1 value\n" },
        { "stage \"x\" { clause = \"1\", on = turns() }", "1:32 turns is written turns(…), not with empty brackets\n" },
        { "stage \"x\" { clause = \"1\", close { \"y\" } }",
          "1:33 close is written close \"…\", not with a table { … }\n" },
        { "stage \"x\" { clause = \"1\", go(5) }", "1:30 go is written go \"…\" or go { … }, not with the number 5\n" },
        { "fact \"f\" { yesno \"x\" }",
          "1:18 yesno is written yesno, with nothing behind it, not with the text \"x\"\n" },
        { "stage \"x\" { clause = \"1\", outcome \"y\" { go \"a\" \"b\" } }",
          "1:48 a comma is missing behind go \"a\"\n" },
        { "role \"a\" \"b\"", "1:10 a comma or a body { … } is missing behind role \"a\"\n" },
        { "role \"a\" {} {}", "1:13 a comma is missing behind role \"a\"\n" },
        { "role \"\" {}", "1:6 a name has 1 to 200 letters and stands on one line\n" },
        { "role \"a\\nb\" {}", "1:6 a name has 1 to 200 letters and stands on one line\n" },
        { "role \"a\\0b\" {}", "1:6 this text has a character that is none: a \\0 or a broken \\x\n" },
        { "role \"a\\xffb\" {}", "1:6 this text has a character that is none: a \\0 or a broken \\x\n" },
    };
    expect_all(cases, MOOT_COUNT(cases));
}

static void items_and_places(void **state)
{
    (void)state;
    static const refusal cases[] = {
        { "stage \"x\" { clause = \"1\",\n  stage \"y\" { clause = \"2\" } }",
          "2:3 stage \"y\" cannot stand in stage \"x\"; is a } missing before it?\n" },
        { "stage \"x\" { clause = \"1\", outcome \"y\" { deadline \"d\" { clause = \"1\" } } }",
          "1:41 deadline \"d\" cannot stand in outcome \"y\"; is a } missing before it? It stands in a stage, beside its outcomes\n" },
        { "stage \"x\" { clause = \"1\", \"text\" }",
          "1:27 stage takes an outcome, a deadline or a verb, not the text \"text\"\n" },
        { "stage \"x\" { clause = \"1\", outcome \"y\" }",
          "1:27 outcome \"y\" has no body; write outcome \"y\" { … }\n" },
        { "role \"x\" { \"y\" }", "1:12 role takes only fields with a name, not the text \"y\"\n" },
        { "outcome \"y\" {}", "1:1 outcome \"y\" stands outside a stage; write it between the { and } of one\n" },
        { "go \"y\"",
          "1:1 go \"y\" stands outside a stage; a verb is written between the { and } of a stage, an outcome, a "
          "level or late\n" },
        { "late {}", "1:1 late stands outside a deadline; write it between the { and } of one\n" },
        { "stage \"x\"", "1:1 stage \"x\" has no body { … }, and nothing refers to it\n" },
        { "hours(48)", "1:1 hours(48) stands alone; it belongs in a field or between the { and } of a declaration\n" },
        { "fact \"f\" {}",
          "1:1 fact \"f\" needs a type: yesno, integer(0, 25), money, date, instant, one_of { … }, text or "
          "spells between its { and }\n" },
        { "fact \"f\" { yesno, date }", "1:19 fact \"f\" takes only one of these\n" },
        { "local a, b = role \"A\" {}\nstage \"x\" { clause = \"1\", owner = { b, a } }",
          "2:37 \"b\" holds nothing here; was it given a value before?\n" },
        { "local a, b = role \"A\" {}\nstage \"x\" { clause = \"1\", owner = { a, b } }",
          "2:40 \"b\" holds nothing here; was it given a value before?\n" },
        { "local t = { [1] = \"a\", [3] = \"b\" }\nstage \"x\" { clause = \"1\", owner = t }",
          "2:35 item 2 of this list is empty\n" },
        { "ladder \"l\" { clause = \"1\", {} }",
          "1:28 a level needs owner = …: a role or a service, or several: { a, b } jointly, any { a, b } either\n" },
        { "not_run { \"1\" }", "1:1 not_run needs because = …: a text in \"quotes\"\n" },
        { "stage \"x\" { clause = \"1\", when = {} }", "1:34 when has nothing between { and }\n" },
    };
    expect_all(cases, MOOT_COUNT(cases));
}

static void numbers_and_shifts(void **state)
{
    (void)state;
    static const refusal cases[] = {
        { "deadline \"d\" { clause = \"1\", within = days(100001) }",
          "1:44 days takes a whole number from 0 to 100000, not 100001\n" },
        { "deadline \"d\" { clause = \"1\", within = days(-1) }",
          "1:44 days takes a whole number from 0 to 100000, not -1\n" },
        { "deadline \"d\" { clause = \"1\", within = days(1.5) }",
          "1:44 days takes a whole number, not the number 1.5\n" },
        { "deadline \"d\" { clause = \"1\", by = turns(121) }",
          "1:41 turns takes a whole number from 0 to 120, not 121\n" },
        { "deadline \"d\" { clause = \"1\", by = turns(18) - 6 }",
          "1:45 a trigger is shifted by a duration, such as months(6), not by the number 6; write days(6), hours(6) or another unit\n" },
        { "deadline \"d\" { clause = \"1\", by = days(1) + days(2) }",
          "1:43 durations are not added; write their sum in one unit, such as hours(52)\n" },
        { "deadline \"d\" { clause = \"1\", by = -days(1) }",
          "1:35 a minus stands between a trigger and a duration: turns(18) - months(6)\n" },
        { "fact \"f\" { integer(5, 2) }", "1:12 integer takes the lower number first\n" },
        { "entitlement \"e\" { clause = \"1\", amount = money(1.555) }",
          "1:48 money takes pounds, with two decimals at most, such as money(72.50)\n" },
        { "entitlement \"e\" { clause = \"1\", amount = 300 }",
          "1:42 amount takes a sum of money, such as money(3000), not the number 300; write money(300)\n" },
    };
    expect_all(cases, MOOT_COUNT(cases));
}

static void luas_own_words_made_plain(void **state)
{
    (void)state;
    static const refusal cases[] = {
        { "stage \"a\" {\n  clause = \"1\"\n  owner = \"x\"\n}", "3:3 a comma is missing before owner\n" },
        { "stage \"a\" { clause = \"1\" outcome \"x\" {} }", "1:26 a comma is missing before outcome\n" },
        { "stage \"a\" {\n  clause = \"1\",\n  outcome \"x\" { close \"y\" }\n\nlocal x = 1",
          "5:1 } is missing before local: the { of line 1, column 11 is still open\n" },
        { "stage \"a\" {\n  clause = \"1\",\n  outcome \"x\" { close \"y\",\n",
          "3:15 this { is never closed: } is missing\n" },
        { "if 1 = 2 then end", "1:6 = gives a value; to compare, write ==\n" },
        { "stage \"a\" { clause: \"1\" }", "1:19 a field is written name = value, with = and not with :\n" },
        { "stage \"a\" { \"clause\" = \"1\" }",
          "1:22 a field is written name = value, its name without quotes and with no name before it\n" },
        { "stage \"a\" { end = 5 }", "1:13 \"end\" is a word of Lua itself and cannot name a field; did you mean \"ends\"?\n" },
        { "stage \"a\" { clause = \"1\",, }", "1:26 this comma stands alone: a value is missing before it\n" },
        { "stage \"a\" { clause = 3.7.1 }", "1:22 3.7.1 is no number; a clause id or a date stands in \"quotes\"\n" },
        { "stage \"a\" { clause = \"a\\qb\" }", "1:22 a \\ in a text is written twice: \\\\\n" },
        { "stage \"a\" { clause = \"1 }\nstage \"b\" {}", "1:22 this text is not closed: \" is missing, here or earlier on this line\n" },
        { "stage \"a\" { clause = \xe2\x80\x9c"
          "1\xe2\x80\x9d }",
          "1:22 \xe2\x80\x9c is a curly quotation mark; write the straight one: \"\n"
          "1:24 \xe2\x80\x9d is a curly quotation mark; write the straight one: \"\n" },
        { "// remark", "1:1 a remark begins with --, not with //\n" },
        { "# remark", "1:1 a remark begins with --, not with #\n" },
        { "if a != 3 then end", "1:6 ! has no meaning here; in a condition, \"is not\" is written none { in_need = true }\n" },
        { "stage mediation {}", "1:7 a name stands in quotes: stage \"mediation\"\n" },
        { "stage", "1:1 stage does nothing by itself; a declaration is written word \"name\" { … }\n" },
        { "stage \"a\" { clause = \"1\" } }",
          "1:28 this } closes nothing: one too many, or one that opens is missing\n" },
        { "role(\"x\"", "1:5 this ( is never closed: ) is missing\n" },
        { "local function f() return 1", "1:7 this function is never closed: end is missing\n" },
        { "--[[ remark", "1:3 this comment is not closed: ]] is missing\n" },
        { "break", "1:1 there is no loop here to break out of\n" },
        { "local x = role \"a\" .. \"b\"", "1:20 .. joins texts and numbers; this is a declaration\n" },
        { "if role \"a\" < 5 then end",
          "1:13 < and > cannot compare these; a condition says { age = under(18) } or { age = at_least(18) }\n" },
        { "local t = {} t.x.y = 5", "1:18 \"x\" is nothing and has no parts to read with a dot\n" },
        { "local t = {} t.x()", "1:14 there is no \"x\" here to call\n" },
        { "local t = \"a\" t \"b\"",
          "1:15 \"t\" is a text, so nothing in brackets or quotes can follow it; is a comma missing?\n" },
        { "error(\"my own words\")", "1:1 my own words\n" },
    };
    expect_all(cases, MOOT_COUNT(cases));
}

static void several_mistakes_come_in_one_run_in_the_order_of_the_text(void **state)
{
    (void)state;
    expect_script(
        "stage \"x\" { owner = 5, outcome \"o\" { whenn = {} } }\n"
        "rolle \"y\" {}\n"
        "deadline \"d\" { clause = \"1\", within = 3 }\n"
        "go \"z\"\n"
        "error(\"stop\")",
        "1:1 stage \"x\" needs clause = \"…\": the clause of the text that it carries out\n"
        "1:21 owner takes a role or a service, or several: { a, b } jointly, any { a, b } either, not the number "
        "5\n"
        "1:38 unknown field \"whenn\" of outcome; did you mean \"when\"?\n"
        "2:1 \"rolle\" is not a word of moot; did you mean \"role\"?\n"
        "3:39 within takes a duration, such as hours(48) or working_days(5), not the number 3; write days(3), hours(3) or another unit\n"
        "5:1 stop\n");
}

static void at_most_a_hundred_are_kept(void **state)
{
    (void)state;
    static const char source[] = "for i = 1, 500 do role(\"r\" .. i) { [\"f\" .. i] = 1 } end";
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_load_options options = { .source = source, .source_len = sizeof source - 1 };
    assert_int_equal(moot_script_load("x.lua", &options, &script, &errs), MOOT_EDATA);
    assert_null(script);
    assert_int_equal(errs.count, 100);
    assert_true(errs.dropped >= 400);
    moot_errs_done(&errs);
}

static void a_mistake_knows_its_declaration_and_clause(void **state)
{
    (void)state;
    static const char source[] = "stage \"x\" { clause = \"3.7\", owner = 5 }";
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_load_options options = { .source = source, .source_len = sizeof source - 1 };
    assert_int_equal(moot_script_load("protocols/x.lua", &options, &script, &errs), MOOT_EDATA);
    moot_buf out;
    moot_buf_init(&out);
    moot_err_format(&errs.list[0], source, sizeof source - 1, &out);
    assert_string_equal(
        moot_buf_text(&out),
        "protocols/x.lua:1:37: owner takes a role or a service, or several: { a, b } jointly, any { a, b } "
        "either, not the number 5\n"
        "  stage \"x\" { clause = \"3.7\", owner = 5 }\n"
        "                                      ^\n"
        "  in stage \"x\", clause 3.7\n");
    moot_buf_done(&out);
    moot_errs_done(&errs);
}

/* ---- at the door ---- */

static void expect_code(const char *source, size_t len, moot_code code, const char *expected)
{
    moot_buf out;
    moot_buf_init(&out);
    assert_int_equal(script_text_n(source, len, &out), code);
    assert_string_equal(moot_buf_text(&out), expected);
    moot_buf_done(&out);
}

static void what_is_no_text_is_refused_at_the_door(void **state)
{
    (void)state;
    expect_code("\x1bLuaT\0\x19\x93", 8, MOOT_EDATA, "1:1 this is compiled Lua; give the script as text\n");
    moot_buf out;
    moot_buf_init(&out);
    assert_int_equal(script_text_n("role \"a\" {}\nx\0y", 15, &out), MOOT_EDATA);
    assert_int_equal(strncmp(moot_buf_text(&out), "2:2 ", 4), 0);
    moot_buf_clear(&out);
    assert_int_equal(script_text_n("-- caf\xe9\n", 8, &out), MOOT_EDATA);
    assert_int_equal(strncmp(moot_buf_text(&out), "1:7 ", 4), 0);
    moot_buf_done(&out);
    expect_code("\xef\xbb\xbfrole \"a\" {}", 14, MOOT_OK, "role \"a\" {}\n");
    expect_code("", 0, MOOT_OK, "");
}

static void a_file_that_cannot_be_read_says_so(void **state)
{
    (void)state;
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    assert_int_equal(moot_script_load("no/such/file.lua", NULL, &script, &errs), MOOT_ESYSTEM);
    assert_string_equal(errs.list[0].msg, "the script cannot be read: No such file or directory");
    assert_string_equal(errs.list[0].file, "no/such/file.lua");
    assert_int_equal(moot_script_load("tests", NULL, &script, &errs), MOOT_ESYSTEM);
    moot_load_options options = { .stdlib_dir = "no/such/dir", .source = "", .source_len = 0 };
    assert_int_equal(moot_script_load("x.lua", &options, &script, &errs), MOOT_ESYSTEM);
    assert_string_equal(errs.list[2].file, "no/such/dir/vocabulary.lua");
    moot_errs_done(&errs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_form_has_its_node),
        cmocka_unit_test(a_local_stands_for_its_declaration),
        cmocka_unit_test(inner_declarations_in_fields_stand_at_the_top_in_the_order_of_calls),
        cmocka_unit_test(positional_parts_belong_to_their_parent),
        cmocka_unit_test(fields_keep_the_order_in_which_they_were_written),
        cmocka_unit_test(nodes_know_their_places),
        cmocka_unit_test(scripts_may_compute_what_they_declare),
        cmocka_unit_test(the_vocabulary_comes_first_and_is_common),
        cmocka_unit_test(an_accent_is_one_name_however_it_was_typed),
        cmocka_unit_test(every_example_of_the_schema_loads),
        cmocka_unit_test(the_schema_is_sound),
        cmocka_unit_test(what_a_node_is_called),
        cmocka_unit_test(unknown_words),
        cmocka_unit_test(globals),
        cmocka_unit_test(fields),
        cmocka_unit_test(values),
        cmocka_unit_test(words_written_wrongly),
        cmocka_unit_test(items_and_places),
        cmocka_unit_test(numbers_and_shifts),
        cmocka_unit_test(luas_own_words_made_plain),
        cmocka_unit_test(several_mistakes_come_in_one_run_in_the_order_of_the_text),
        cmocka_unit_test(at_most_a_hundred_are_kept),
        cmocka_unit_test(a_mistake_knows_its_declaration_and_clause),
        cmocka_unit_test(what_is_no_text_is_refused_at_the_door),
        cmocka_unit_test(a_file_that_cannot_be_read_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
