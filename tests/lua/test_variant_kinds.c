/* A patch of each kind of declaration, in one file: each variant is the protocol in which that stood from the start, table by
 * table and to its hash, whatever of the baseline it took over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lua/compile/compile.h"
#include "lua/load/load.h"
#include "vm/base/buf.h"
#include "vm/protocol/protocol_show.h"

static const char base_text[] =
    "protocol \"base\" { council = \"B\", effective = \"2020-01-01\" }\n"
    "calendar \"desk\" { mon_fri = \"09:00-17:00\" }\n"
    "service \"Housing\" {}\n"
    "role \"Worker\" { service = \"Housing\" }\n"
    "role \"Manager\" { service = \"Housing\" }\n"
    "event \"knocks\" { clause = \"1\" }\n"
    "fact \"in_care\" { yesno, presumed = true, clause = \"1\" }\n"
    "consent \"share\" { clause = \"2\" }\n"
    "param \"look within\" { [\"2020-01-01\"] = days(3), clause = \"3\" }\n"
    "reading \"clock starts\" { clause = \"3\", chosen = \"entry\",\n"
    "  options = { entry = entered \"look\", knock = event \"knocks\" } }\n"
    "decision \"band\" { clause = \"4\",\n"
    "  { when = { age = under(18) }, value = \"young\" }, { when = otherwise, value = \"old\" } }\n"
    "helper \"sum\" { clause = \"4\", inputs = { \"in_care\" }, outputs = { \"summed\" },\n"
    "  run = function(f) return { summed = f.in_care } end }\n"
    "fact \"summed\" { yesno, clause = \"4\" }\n"
    "panel \"P\" { clause = \"5\", every = weeks(2), first = \"2020-01-07\" }\n"
    "ladder \"up\" { clause = \"6\", { owner = \"Worker\", within = days(2) }, { owner = \"Manager\" } }\n"
    "notice \"letter\" { clause = \"7\", \"why\" }\n"
    "quota \"beds\" { clause = \"8\", limit = 3, per = \"year\" }\n"
    "entitlement \"bed\" { clause = \"8\", payee = \"applicant\", quota = \"beds\" }\n"
    "measure \"looks\" { clause = \"9\", count = entered \"look\", per = \"month\" }\n"
    "never \"out\" { clause = \"9\", that = { tonight = \"street\" }, in_force = { \"2021-01-01\", false } }\n"
    "not_run { \"10\", because = \"a principle\" }\n"
    "stage \"look\" { clause = \"3\", owner = \"Worker\", on = event \"knocks\",\n"
    "  when = { in_care = true, now = inside \"desk\", summed = true },\n"
    "  open = \"which worker\", ladder = \"up\", expected = { gap = \"the text is silent\" },\n"
    "  notify { \"applicant\", notice = \"letter\", as = \"write\", within = days(1), with_consent = \"share\" },\n"
    "  deadline \"looked at\" { clause = \"3\", within = param \"look within\", from = reading \"clock starts\",\n"
    "    late { escalate \"up\" } },\n"
    "  outcome \"housed\" { when = { band = \"young\" }, grant \"bed\", go \"meet\" },\n"
    "  outcome \"left\" { close \"left\" } }\n"
    "stage \"meet\" { clause = \"5\", panel = \"P\", outcome \"heard\" { place { \"home\" }, close \"heard\" } }\n";

/* What a patch says, and the same written out: what stands in the baseline, and what stands there instead. "" for `was` is
 * the end of the text: something new. */
typedef struct kind {
    const char *patch, *was, *now;
} kind;

static const kind kinds[] = {
    { "calendar \"desk\" { mon_fri = \"08:00-17:00\" }", "mon_fri = \"09:00", "mon_fri = \"08:00" },
    { "role \"Manager\" { without { \"service\" } }", "\"Manager\" { service = \"Housing\" }", "\"Manager\" {}" },
    { "event \"knocks\" { clause = \"1a\" }", "event \"knocks\" { clause = \"1\"", "event \"knocks\" { clause = \"1a\"" },
    { "fact \"in_care\" { presumed = false }", "presumed = true", "presumed = false" },
    { "fact \"in_care\" { without { \"presumed\" } }", "presumed = true, ", "" },
    { "consent \"share\" { clause = \"2b\" }", "consent \"share\" { clause = \"2\"", "consent \"share\" { clause = \"2b\"" },
    { "param \"look within\" { [\"2020-01-01\"] = weeks(3) }", "= days(3), clause", "= weeks(3), clause" },
    { "param \"look within\" { [\"2023-01-01\"] = days(5) }", "= days(3), clause = \"3\"",
      "= days(3), clause = \"3\", [\"2023-01-01\"] = days(5)" },
    { "reading \"clock starts\" { chosen = \"knock\" }", "chosen = \"entry\"", "chosen = \"knock\"" },
    { "panel \"P\" { every = days(5), places = 4 }", "every = weeks(2), first = \"2020-01-07\"",
      "every = days(5), first = \"2020-01-07\", places = 4" },
    { "notice \"letter\" { title = \"Why\" }", "clause = \"7\", \"why\"", "clause = \"7\", title = \"Why\", \"why\"" },
    { "quota \"beds\" { limit = 4 }", "limit = 3", "limit = 4" },
    { "entitlement \"bed\" { amount = money(5) }", "quota = \"beds\" }", "quota = \"beds\", amount = money(5) }" },
    { "measure \"looks\" { per = \"year\" }", "per = \"month\"", "per = \"year\"" },
    { "never \"out\" { in_force = { \"2022-01-01\", false } }", "{ \"2021-01-01\", false }", "{ \"2022-01-01\", false }" },
    { "stage \"look\" { deadline \"looked at\" { within = days(9) }, "
      "deadline \"other\" { clause = \"3\", within = param \"look within\" } }",
      "within = param \"look within\", from = reading \"clock starts\",\n    late { escalate \"up\" } }",
      "within = days(9), from = reading \"clock starts\",\n    late { escalate \"up\" } }, "
      "deadline \"other\" { clause = \"3\", within = param \"look within\" }" },
    { "stage \"look\" { owner = \"Manager\" }", "owner = \"Worker\", on", "owner = \"Manager\", on" },
    { "stage \"look\" { open = \"who\" }", "open = \"which worker\"", "open = \"who\"" },
    { "stage \"look\" { outcome \"left\" { close \"gone\" } }", "close \"left\"", "close \"gone\"" },
    { "stage \"look\" { without { outcome \"left\" } }", ",\n  outcome \"left\" { close \"left\" }", "" },
    { "stage \"look\" { without { \"expected\" } }", ", expected = { gap = \"the text is silent\" }", "" },
    { "stage \"meet\" { outcome \"put off\" { go \"look\" } }",
      "close \"heard\" } }\n",
      "close \"heard\" }, outcome \"put off\" { go \"look\" } }\n" },
    { "stage \"meet\" { outcome \"heard\" { place { \"hostel\", ends = turns(18) } } }", "place { \"home\" }, close \"heard\"",
      "place { \"hostel\", ends = turns(18) }" },
    { "stage \"new\" { patch = false, clause = \"11\", on = entered \"look\", notify { \"Manager\", clause = \"10a\" } }", "",
      "stage \"new\" { clause = \"11\", on = entered \"look\", notify { \"Manager\", clause = \"10a\" } }\n" },
    { "law \"3\" { patch = false, act = \"The Act\", title = \"Looking\", as_at = \"2026-01-01\" }", "",
      "law \"3\" { act = \"The Act\", title = \"Looking\", as_at = \"2026-01-01\" }\n" },
};

static void replaced(moot_buf *out, const kind *k)
{
    const char *at = k->was[0] != '\0' ? strstr(base_text, k->was) : base_text + strlen(base_text);
    if (at == NULL) {
        fail_msg("the baseline does not say %s", k->was);
        return;
    }
    moot_buf_add(out, base_text, (size_t)(at - base_text));
    moot_buf_str(out, k->now);
    moot_buf_str(out, at + strlen(k->was));
}

static moot_script *load(const char *file, const char *text, const moot_script_text *other)
{
    moot_load_options options = { .source = text, .source_len = strlen(text), .others = other, .other_count = other ? 1 : 0 };
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    if (moot_script_load(file, &options, &script, &errs)) {
        fail_msg("%s: %d: %s", file, errs.list[0].line, errs.list[0].msg);
    }
    moot_errs_done(&errs);
    return script;
}

/* All that it says, but for its own name and the places in its text. */
static void dumped(const moot_protocol *p, moot_buf *out)
{
    moot_protocol_dump(p, out);
    const char *rest = strchr(moot_buf_text(out), '\n');
    assert_non_null(rest);
    memmove(out->text, rest, strlen(rest) + 1);
}

static void assert_written_out(const moot_protocol *variant, const kind *k)
{
    moot_buf text, told[2];
    moot_protocol *p = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_buf_init(&text);
    moot_buf_init(&told[0]);
    moot_buf_init(&told[1]);
    replaced(&text, k);
    moot_script *script = load("base.lua", moot_buf_text(&text), NULL);
    if (moot_compile_script(script, 0, &p, &errs, NULL)) {
        fail_msg("%s", errs.list[0].msg);
        return;
    }
    dumped(variant, &told[0]);
    dumped(p, &told[1]);
    assert_string_equal(moot_buf_text(&told[0]), moot_buf_text(&told[1]));
    if (!moot_protocol_same(variant, p)) {
        fail_msg("another hash: %s", k->patch);
    }
    moot_protocol_free(p);
    moot_script_free(script);
    moot_buf_done(&text);
    moot_buf_done(&told[0]);
    moot_buf_done(&told[1]);
    moot_errs_done(&errs);
}

static void a_patch_of_each_kind_is_the_protocol_written_out(void **state)
{
    (void)state;
    const moot_script_text base = { .file = "base.lua", .text = base_text, .len = sizeof base_text - 1 };
    moot_buf text;
    moot_variants v = { NULL, NULL, 0, NULL };
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_buf_init(&text);
    moot_buf_str(&text, "baseline \"base\"\n");
    for (size_t i = 0; i < MOOT_COUNT(kinds); i++) {
        moot_buf_printf(&text, "variant \"v%zu\" { %s }\n", i, kinds[i].patch);
    }
    moot_script *script = load("variants.lua", moot_buf_text(&text), &base);
    if (moot_variants_compile(script, 0, &v, &errs, NULL)) {
        fail_msg("%d: %s", errs.list[0].line, errs.list[0].msg);
        return;
    }
    assert_int_equal(v.count, MOOT_COUNT(kinds));
    for (size_t i = 0; i < MOOT_COUNT(kinds); i++) {
        assert_int_equal(moot_protocol_unfold(v.list[i], NULL), MOOT_OK);
        if (moot_protocol_same(v.list[i], v.baseline) != (strstr(kinds[i].patch, "\"expected\"") != NULL)) {
            fail_msg("is it another protocol? %s", kinds[i].patch); /* a mark is no rule */
        }
        assert_written_out(v.list[i], &kinds[i]);
    }
    moot_variants_done(&v);
    moot_script_free(script);
    moot_buf_done(&text);
    moot_errs_done(&errs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_patch_of_each_kind_is_the_protocol_written_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
