/* The compiler on script text, through the loader: for each rule what works, and what is refused, by its whole message.
 * Rules are those of "Semantics, exactly" in the design. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/compile/compile.h"
#include "lua/load/load.h"
#include "vm/protocol/protocol_show.h"

#define HEAD "protocol \"test-2026\" { council = \"Test\", effective = \"2026-01-01\" }\n"
/* A party, an event and a fact of one's own, used so that nothing is said of them. Lines 2 to 5. */
#define BASE                                                                                             \
    HEAD "local team = service \"Team\" {}\n"                                                            \
    "local worker = role \"Worker\" { service = team }\n"                                                \
    "event \"comes\" {}\n"                                                                               \
    "stage \"start\" { clause = \"1\", owner = worker, on = event \"comes\", outcome \"done\" { close \"done\" } }\n"

typedef struct compiled {
    moot_protocol *protocol;
    moot_errs errs, warnings;
    moot_buf listing;
} compiled;

static void compile(compiled *out, const char *source)
{
    const moot_load_options options = { .source = source, .source_len = strlen(source) };
    moot_script *script = NULL;
    memset(out, 0, sizeof *out);
    moot_errs_init(&out->errs, 0);
    moot_errs_init(&out->warnings, 0);
    moot_buf_init(&out->listing);
    if (moot_script_load("test.lua", &options, &script, &out->errs) != MOOT_OK) {
        return;
    }
    if (moot_compile(script, NULL, &out->protocol, &out->errs, &out->warnings) == MOOT_OK) {
        moot_protocol_dump(out->protocol, &out->listing);
    }
    moot_script_free(script);
}

static void done(compiled *c)
{
    moot_protocol_free(c->protocol);
    moot_errs_done(&c->errs);
    moot_errs_done(&c->warnings);
    moot_buf_done(&c->listing);
}

/* ---- what works: the listing holds these lines ---- */

typedef struct good {
    const char *name, *source, *listed;
} good;

static const good goods[] = {
    { "rule 3: a trigger and its guard",
      BASE "stage \"x\" { clause = \"2\", on = event \"comes\", when = { age = between(16, 17) }, duty = \"d\" }\n",
      "stage \"x\" [2] nobody on event \"comes\" when age between 16 and 17, duty: d\n" },
    { "rule 4: an effects-only stage may be nameless",
      BASE "stage { clause = \"2\", on = left \"start\", notify { worker } }\n",
      "stage \"\" [2] nobody on left \"start\", effects only\n    notify \"Worker\" [2]\n" },
    { "rule 4: a join",
      BASE "stage \"x\" { clause = \"2\", on = all { left \"start\", event \"comes\" }, duty = \"d\" }\n",
      "on last of (left \"start\", event \"comes\")" },
    { "rule 5: now is read at a moment",
      BASE "calendar \"desk\" { mon_fri = \"09:00-16:30\" }\n"
           "stage \"x\" { clause = \"2\", on = event \"comes\", when = { now = inside \"desk\" }, duty = \"d\" }\n",
      "when now inside \"desk\"" },
    { "rule 5: a decision that reads now is read at the moment",
      BASE "decision \"late_call\" { clause = \"2\", { when = { today = later_than(\"2026-05-01\") }, value = true },\n"
           "  { when = otherwise, value = false } }\n"
           "decision \"second\" { clause = \"2\", { when = { late_call = true }, value = \"a\" } }\n",
      "decision \"second\" [2] unique, read at the moment\n" },
    { "rule 6: a per-child fact under a quantifier",
      BASE "fact \"at_school\" { yesno, per = \"child\" }\n"
           "never \"x\" { clause = \"2\", that = { some_child { at_school = false } } }\n",
      "never \"x\" [2] some child with (at_school is false)\n" },
    { "rule 6: a per-child fact in a per-child stage",
      BASE "fact \"at_school\" { yesno, per = \"child\" }\n"
           "stage \"x\" { clause = \"2\", per = \"child\", on = event \"comes\", when = { at_school = true }, duty = \"d\" }\n",
      "when at_school is true, per child, duty: d" },
    { "rule 6: set makes a fact set",
      BASE "fact \"route\" { one_of { \"a\", \"b\" } }\n"
           "stage \"x\" { clause = \"2\", on = event \"comes\", set { route = \"b\", lead = team } }\n",
      "fact \"route\" one of a list, set (\"a\", \"b\")\n" },
    { "rule 7: counted back from a birthday",
      BASE "deadline \"plan\" { clause = \"2\", owner = worker, by = turns(18) - months(6) + days(1) }\n",
      "deadline \"plan\" [2] Worker: by turning 18 - 6 months + 1 day\n" },
    { "rule 7: within, counting",
      BASE "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = working_days(10),\n"
           "  counting = \"beginning with\" }\n",
      "deadline \"x\" [2] Worker: 10 working days beginning with the day from event \"comes\"\n" },
    { "rule 7: clear days before a date",
      BASE "fact \"hearing_on\" { date }\n"
           "deadline \"x\" { clause = \"2\", owner = worker, by = fact \"hearing_on\" - days(3), counting = \"clear\" }\n",
      "deadline \"x\" [2] Worker: by hearing_on - 3 days clear\n" },
    { "rule 7: counting is what a reading chooses",
      BASE "reading \"the day itself\" { clause = \"2\", chosen = \"counts\",\n"
           "  options = { counts = \"beginning with\", [\"does not count\"] = \"of\" } }\n"
           "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = days(21),\n"
           "  counting = reading \"the day itself\" }\n",
      "deadline \"x\" [2] Worker: 21 days beginning with the day from event \"comes\"\n" },
    { "rule 9: an act with a name, a time, a consent",
      BASE "consent \"share\" {}\n"
           "stage \"x\" { clause = \"2\", owner = worker, on = event \"comes\", duty = \"d\",\n"
           "  refer { team, as = \"ask\", via = \"telephone\", within = hours(2), with_consent = \"share\", clause = \"3\" } }\n",
      "    refer \"Team\" as \"ask\" via telephone with consent \"share\" [3]\n    act \"ask\" [3] Worker: 2 hours\n" },
    { "rule 9: several told at once are an act each",
      BASE "stage \"x\" { clause = \"2\", owner = worker, on = event \"comes\", notify { team, worker, within = days(1) } }\n",
      "    act \"Team\" [2] Worker: 1 day\n    act \"Worker\" [2] Worker: 1 day\n" },
    { "rule 11: owners jointly and either",
      BASE "stage \"x\" { clause = \"2\", owner = any { team, worker }, with = { \"Worker\", applicant }, on = event \"comes\",\n"
           "  duty = \"d\" }\n",
      "stage \"x\" [2] Team or Worker on" },
    { "rule 11: the owner is whom a fact names",
      BASE "fact \"decider\" { one_of { team, worker } }\n"
           "stage \"x\" { clause = \"2\", owner = fact \"decider\", on = event \"comes\", duty = \"d\" }\n",
      "stage \"x\" [2] whoever decider names on" },
    { "rule 11: a ladder implies its roles",
      BASE "ladder \"dispute\" { clause = \"2\", { owner = \"line managers\", within = days(5) }, { owner = team } }\n",
      "ladder \"dispute\" [2]\n    line managers within 5 days\n    Team\n" },
    { "rule 14: an invariant that names tonight is nightly",
      BASE "always \"a bed\" { clause = \"2\", that = { none { tonight = \"nowhere\" } } }\n",
      "always \"a bed\" [2] none of (tonight is nowhere), each night\n" },
    { "a decision of several values is a set",
      BASE "decision \"needs\" { clause = \"2\", hit = \"collect\", { when = { in_need = true }, value = \"a\" },\n"
           "  { when = { homeless = true }, value = \"b\" } }\n"
           "never \"x\" { clause = \"2\", that = { needs = one_of { \"a\", \"b\" } } }\n",
      "never \"x\" [2] needs one of a, b\n" },
    { "spells",
      BASE "never \"x\" { clause = \"2\", that = { [\"looked after\"] = total(at_least(weeks(13)), { from = turns(14) }) } }\n",
      "never \"x\" [2] total of looked after from turning 14 at least 13 weeks\n" },
    { "spells at a moment",
      BASE "never \"x\" { clause = \"2\", that = { [\"in custody\"] = any_at(turns(16)) } }\n",
      "any in custody at turning 16" },
    { "times in a group",
      BASE "never \"x\" { clause = \"2\", that = { any { in_need = true, times(event \"comes\", at_least(2)) } } }\n",
      "any of (in_need is true, times of event \"comes\" at least 2)" },
    { "a reading's trigger, shifted",
      BASE "reading \"r\" { clause = \"2\", chosen = \"b\", options = { a = entered \"start\", b = turns(16) + days(2) } }\n"
           "deadline \"x\" { clause = \"2\", owner = worker, by = reading \"r\" + days(3) }\n",
      "by turning 16 + 2 days + 3 days" },
    { "a reading's duration is a param",
      BASE "param \"p\" { clause = \"2\", [\"2026-01-01\"] = hours(48), [\"2020-01-01\"] = hours(24) }\n"
           "reading \"r\" { clause = \"2\", chosen = \"a\", options = { a = param \"p\", b = working_days(2) } }\n"
           "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = reading \"r\" }\n",
      "param \"p\" [2] 2020-01-01: 24 hours 2026-01-01: 48 hours\n" },
    { "a reading in a test",
      BASE "reading \"r\" { clause = \"2\", chosen = \"a\", options = { a = 16, b = 17 } }\n"
           "never \"x\" { clause = \"2\", that = { age = under(reading \"r\") } }\n",
      "never \"x\" [2] age under 16\n" },
    { "money is pounds",
      BASE "entitlement \"grant\" { clause = \"2\", amount = money(12.5), payee = applicant, paid_by = team }\n"
           "stage \"x\" { clause = \"2\", on = event \"comes\", grant \"grant\" }\n",
      "entitlement \"grant\" [2] \xc2\xa3" "12.50 to \"applicant\" paid by \"Team\"\n" },
    { "a late block",
      BASE "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = days(2),\n"
           "  late { notify { team, as = \"tell\" } } }\n",
      "    when late:\n            notify \"Team\" as \"tell\" [2]\nact \"tell\" [2] Worker: \n" },
    { "panels",
      BASE "panel \"p\" { clause = \"2\", every = weeks(2), first = \"2026-01-06\", at = \"14:00\", places = 4, chair = worker,\n"
           "  members = { worker, \"Team\" } }\n"
           "stage \"x\" { clause = \"2\", panel = \"p\", on = event \"comes\" }\n",
      "panel \"p\" [2] every 2 weeks first 2026-01-06 at 14:00, 4 places chaired by \"Worker\"" },
    { "a panel's papers",
      BASE "panel \"p\" { clause = \"2\", every = months(1), first = \"2026-01-06\", papers = working_days(3) }\n"
           "stage \"x\" { clause = \"2\", panel = \"p\", on = event \"comes\" }\n",
      "panel \"p\" [2] every 1 month first 2026-01-06 at 12:00, papers close 3 working days before\n" },
    { "rule 13: a quota",
      BASE "param \"most\" { clause = \"2\", [\"2026-01-01\"] = 10 }\n"
           "quota \"lets\" { clause = \"2\", limit = param \"most\", per = \"financial year\" }\n"
           "entitlement \"let\" { clause = \"3\", quota = \"lets\" }\n"
           "stage \"x\" { clause = \"2\", on = event \"comes\", outcome \"a\" { grant \"let\" } }\n",
      "entitlement \"let\" [3], quota \"lets\"\nquota \"lets\" [2] param \"most\" (10) a financial year\n" },
    { "rule 16: measures",
      BASE "fact \"kind\" { one_of { \"a\", \"b\" } }\n"
           "measure \"m\" { clause = \"2\", count = left(\"start\", \"done\"), per = \"quarter\", split = \"kind\" }\n"
           "measure \"n\" { clause = \"3\", share = deadline \"x\", per = \"month\", target = 95 }\n"
           "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = days(2) }\n",
      "measure \"m\" [2] count of left \"start\" by \"done\" a quarter by kind\n"
      "measure \"n\" [3] share of \"x\" a month, target 95%\n" },
    { "a helper",
      BASE "fact \"a\" { money }\nfact \"b\" { yesno }\nfact \"c\" { date }\n"
           "helper \"h\" { clause = \"2\", inputs = { \"a\", fact \"dob\" }, outputs = { fact \"b\", \"c\" },\n"
           "  run = function() return {} end }\n",
      "helper \"h\" [2] gives b, c from a, dob\n" },
    { "what a helper gives is derived",
      BASE "fact \"a\" { money }\nfact \"b\" { yesno, per = \"child\" }\n"
           "helper \"h\" { clause = \"2\", inputs = { \"a\" }, outputs = { \"b\" }, run = function() return {} end }\n",
      "fact \"b\" yes or no, derived, per child\n" },
    { "in force",
      BASE "always \"x\" { clause = \"2\", in_force = { \"2026-02-01\", false }, that = { in_need = true } }\n",
      "always \"x\" [2] from 2026-02-01 in_need is true\n" },
    { "otherwise among outcomes",
      BASE "stage \"x\" { clause = \"2\", on = event \"comes\", outcome \"a\" { when = { in_need = true } },\n"
           "  outcome \"b\" { when = otherwise } }\n",
      "outcome \"b\" [2] when none of (all of (in_need is true))" },
};

static void works(void **state)
{
    size_t i, failed = 0;
    (void)state;
    for (i = 0; i < MOOT_COUNT(goods); i++) {
        compiled c;
        compile(&c, goods[i].source);
        if (c.protocol == NULL) {
            print_error("%s: line %d: %s\n", goods[i].name, c.errs.count > 0 ? c.errs.list[0].line : 0,
                        c.errs.count > 0 ? c.errs.list[0].msg : "no error told");
            failed++;
        } else if (strstr(moot_buf_text(&c.listing), goods[i].listed) == NULL) {
            print_error("%s: not listed: %s\nin\n%s\n", goods[i].name, goods[i].listed, moot_buf_text(&c.listing));
            failed++;
        }
        done(&c);
    }
    assert_int_equal(failed, 0);
}

/* ---- what is refused: one error, whole, with its line ---- */

typedef struct bad {
    const char *source;
    int line;
    const char *msg;
} bad;

static const bad bads[] = {
    { BASE "stage \"x\" { clause = \"2\", on = event \"comess\", duty = \"d\" }\n", 6,
      "no event is called \"comess\"; did you mean \"comes\"?" },
    { BASE "stage \"x\" { clause = \"2\", on = left(\"start\", \"don\"), duty = \"d\" }\n", 6,
      "stage \"start\" has no outcome \"don\"; did you mean \"done\"?" },
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", when = { homles = true }, duty = \"d\" }\n", 6,
      "no fact is called \"homles\"; did you mean \"homeless\"?" },
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", when = { homeless = under(3) }, duty = \"d\" }\n", 6,
      "`under` does not fit homeless, which is yes or no; its tests are true, false, known and unknown" },
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", when = { homeless = \"yes\" }, duty = \"d\" }\n", 6,
      "homeless takes true or false, not \"yes\"; write true, without quotes" },
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", when = { approached = \"housng\" }, duty = \"d\" }\n", 6,
      "approached has no option \"housng\"; did you mean \"housing\"?" },
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", when = { dob = later_than(\"2008-02-30\") }, duty = \"d\" }\n",
      6, NULL },
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", when = { age = between(17, 16) }, duty = \"d\" }\n", 6,
      "`between` takes the lower end first; nothing lies between these two" },
    { BASE "fact \"score\" { integer(0, 5) }\n"
           "never \"x\" { clause = \"2\", that = { score = 6 } }\n", 7,
      "score goes from 0 to 5, so it is never 6" },
    /* rule 5 */
    { BASE "always \"x\" { clause = \"2\", that = { today = later_than(\"2026-01-01\") } }\n", 6,
      "`today` may not be read in `always`: it changes at every moment" },
    { BASE "stage \"x\" { clause = \"2\", on = becomes { now = later_than(\"2026-01-01\") }, duty = \"d\" }\n", 6,
      "`now` may not be read in `becomes`: it changes at every moment" },
    { BASE "decision \"d\" { clause = \"2\", { when = { today = later_than(\"2026-01-01\") }, value = true } }\n"
           "never \"x\" { clause = \"2\", that = { d = true } }\n", 7,
      "\"d\" may not be read in `never`: its decision reads now, today or a calendar's hours, which change at every moment" },
    /* rule 6 */
    { BASE "fact \"at_school\" { yesno, per = \"child\" }\n"
           "never \"x\" { clause = \"2\", that = { at_school = false } }\n", 7,
      "\"at_school\" is a fact of each child: read it in a stage with per = \"child\", or under some_child or every_child" },
    { BASE "decision \"d\" { clause = \"2\", { when = { in_need = true }, value = true } }\n"
           "stage \"x\" { clause = \"2\", on = event \"comes\", set { d = false } }\n", 7,
      "\"d\" is derived by the decision of that name, so `set` cannot change it: a fact has one source" },
    { BASE "decision \"a\" { clause = \"2\", { when = { b = true }, value = true } }\n"
           "fact \"b\" { yesno }\n"
           "decision \"b\" { clause = \"2\", { when = { a = true }, value = true } }\n"
           "decision \"c\" { clause = \"2\", { when = { a = true }, value = true } }\n", 6,
      "this decision reads, itself or through others, what it derives: \"a\" reads \"b\" reads \"a\"" },
    /* rule 7 */
    { BASE "deadline \"x\" { clause = \"2\", owner = worker, by = event \"comes\" - days(1) }\n", 6,
      "only a birthday, a date fact or a due date can be counted back from: it is known beforehand" },
    { BASE "deadline \"x\" { clause = \"2\", owner = worker, within = days(2), by = event \"comes\" }\n", 6,
      "`within` and `by` both say when it is due; keep one (within = D, from = T is by = T + D)" },
    { BASE "deadline \"x\" { clause = \"2\", owner = worker, within = days(2) }\n", 6,
      "a deadline outside a stage needs `from` or `by`, or no clock of it ever starts" },
    { BASE "deadline \"x\" { clause = \"2\", owner = worker, by = turns(18), counting = \"of\" }\n", 6,
      "`counting` says how days are counted, and here none are: no `within`, and nothing added or taken away in `by` or "
      "`not_before`" },
    { BASE "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = days(3), counting = \"clear\" }\n",
      6, "clear days say how much must lie between: write by = … - days(3) or not_before = … + days(3), not `within`" },
    { BASE "stage \"x\" { clause = \"2\", owner = worker, on = event \"comes\",\n"
           "  outcome \"a\" { counting = \"of\" } }\n", 7,
      "`counting` says how days are counted, and there is no `after` that counts any" },
    { BASE "reading \"r\" { clause = \"2\", chosen = \"a\", options = { a = \"of\", b = \"ending\" } }\n"
           "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = days(3),\n"
           "  counting = reading \"r\" }\n", 6,
      "`counting` takes \"of\", \"beginning with\" or \"clear\", not \"ending\"" },
    { BASE "calendar \"c\" { mon = \"09:00-16:30\", known_on = \"1899-01-01\" }\n"
           "never \"x\" { clause = \"2\", that = { now = inside(calendar \"c\") } }\n", 6, NULL },
    { BASE "deadline \"x\" { clause = \"2\", owner = worker, by = fact \"homeless\" }\n", 6,
      "a fact is a trigger if it is a date; \"homeless\" is yes or no (becomes { … } waits for a test)" },
    /* rule 8 */
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", outcome \"a\" { meets = true } }\n", 6,
      "a chosen outcome meets the stage's deadlines anyway; `meets` is for one with `on` or `after`" },
    /* rule 10 */
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", notify { team, with_consent = \"homeless\" } }\n", 6,
      "`with_consent` takes a consent; \"homeless\" is yes or no" },
    /* rule 11 */
    { BASE "stage \"x\" { clause = \"2\", owner = { worker, worker }, on = event \"comes\", duty = \"d\" }\n", 6,
      "\"Worker\" stands here twice" },
    { BASE "stage \"x\" { clause = \"2\", owner = fact \"homeless\", on = event \"comes\", duty = \"d\" }\n", 6,
      "an owner may be a fact whose values are roles; \"homeless\" is yes or no" },
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", escalate {} }\n", 6,
      "`escalate` opens a ladder, and the script declares none" },
    /* rule 18 */
    { BASE "stage \"x\" { clause = \"2\", on = event \"comes\", duty = \"d\",\n"
           "  notify { team, as = \"tell\" }, deadline \"tell\" { clause = \"2\" } }\n", 7,
      "the name \"tell\" is taken already by the act of test.lua line 7: deadlines and acts share one set of names, so give "
      "this one another (an act: as = \"…\")" },
    { BASE "stage { clause = \"2\", on = event \"comes\", duty = \"d\" }\n", 6,
      "only a stage of nothing but effects may go without a name; this one needs one" },
    { BASE "role \"Team\" {}\n", 6,
      "the name \"Team\" is taken already by service \"Team\" in test.lua line 2; choose another name" },
    /* readings and params */
    { BASE "param \"p\" { clause = \"2\", [\"2026-01-01\"] = days(2) }\n", 6,
      "nothing uses this param, so it can change nothing; use it or remove it" },
    { BASE "reading \"r\" { clause = \"2\", chosen = \"a\", options = { a = days(2), b = days(3) } }\n", 6,
      "nothing uses this reading, so it can change nothing; use it or remove it" },
    { BASE "reading \"r\" { clause = \"2\", chosen = \"frst\", options = { first = days(2), second = days(3) } }\n"
           "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = reading \"r\" }\n", 6,
      "this reading has no option \"frst\"; did you mean \"first\"?" },
    { BASE "reading \"r\" { clause = \"2\", chosen = \"a\", options = { a = days(2), b = entered \"start\" } }\n"
           "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = reading \"r\" }\n", 6,
      "`within` takes a length of time such as hours(48), not entered \"start\"" },
    { BASE "param \"p\" { clause = \"2\", [\"2026-01-01\"] = 3 }\n"
           "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", within = param \"p\" }\n", 7,
      "`within` takes a length of time such as hours(48); the param \"p\" is a whole number" },
    /* decisions */
    { BASE "decision \"d\" { clause = \"2\", { when = { in_need = true }, value = true },\n"
           "  { when = otherwise, value = \"no\" } }\n", 6,
      "the values of this decision are of different types" },
    { BASE "decision \"care\" { clause = \"2\", { when = { in_need = true }, value = \"given\" } }\n", 6,
      "\"care\" is a consent, which cannot be derived by a decision" },
    { BASE "decision \"d\" { clause = \"2\", { when = otherwise, value = true } }\n", 6,
      "`otherwise` means that no other guard here holds, and there is no other guard" },
    { BASE "fact \"in_need\" { date }\n", 6, NULL },
    /* spells */
    { BASE "never \"x\" { clause = \"2\", that = { missing = total(at_least(months(3))) } }\n", 6,
      "missing is counted in days: compare it with days(…) or weeks(…)" },
    { BASE "never \"x\" { clause = \"2\", that = { missing = known } }\n", 6,
      "`known` does not fit missing, which is spells; its tests are total, longest, running and any_at" },
    /* stages without a trigger */
    { BASE "stage \"x\" { clause = \"2\", when = { in_need = true }, duty = \"d\" }\n", 6,
      "`when` is read as the trigger `on` fires, and there is none; guard the outcome that goes here" },
};

static void refuses(void **state)
{
    size_t i, failed = 0;
    (void)state;
    for (i = 0; i < MOOT_COUNT(bads); i++) {
        compiled c;
        compile(&c, bads[i].source);
        const moot_err *e = c.errs.count > 0 ? &c.errs.list[0] : NULL;
        if (e == NULL || c.errs.count != 1 || e->line != bads[i].line
            || (bads[i].msg != NULL && strcmp(e->msg, bads[i].msg) != 0)) {
            print_error("%zu errors for\n%s", c.errs.count, strchr(strstr(bads[i].source, "\"done\" } }"), '\n') + 1);
            for (size_t k = 0; k < c.errs.count; k++) {
                print_error("  line %d: %s (%s)\n", c.errs.list[k].line, c.errs.list[k].msg, c.errs.list[k].decl);
            }
            failed++;
        }
        done(&c);
    }
    assert_int_equal(failed, 0);
}

/* ---- findings that do not stop ---- */

static const bad findings[] = {
    { BASE "event \"goes\" {}\n", 6, "nothing uses this event" },
    { BASE "role \"Clerk\" {}\n", 6, "nothing uses this role" },
    { BASE "deadline \"x\" { clause = \"2\", by = turns(18) }\n", 6,
      "nobody owns this deadline; say `owner`, or give its stage one" },
    { BASE "deadline \"x\" { clause = \"2\", owner = worker, from = event \"comes\", late { escalate {} } }\n"
           "ladder \"dispute\" { clause = \"2\", { owner = worker } }\n", 6,
      "this deadline has no date, so its `late` effects never run" },
    { BASE "stage \"x\" { clause = \"2\", owner = worker, on = event \"comes\", deadline \"y\" { clause = \"2\" } }\n", 6,
      "the stage of this deadline ends at once, since it has no outcome, duty or panel; say outlives = true, or move the "
      "deadline" },
    { BASE "ladder \"dispute\" { clause = \"2\", { owner = \"Workers\" } }\n", 6,
      "\"Workers\" is taken to be a role of its own; was \"Worker\" meant?" },
    { BASE "not_run { \"1\", because = \"principle\" }\n", 6,
      "clause \"1\" is listed as not run, and a declaration cites it" },
};

static void finds(void **state)
{
    size_t i, failed = 0;
    (void)state;
    for (i = 0; i < MOOT_COUNT(findings); i++) {
        compiled c;
        compile(&c, findings[i].source);
        const moot_err *w = c.warnings.count > 0 ? &c.warnings.list[0] : NULL;
        if (c.protocol == NULL || w == NULL || c.warnings.count != 1 || strcmp(w->msg, findings[i].msg) != 0
            || w->line != findings[i].line) {
            print_error("expected: %s\ngot %zu: %s\n", findings[i].msg, c.warnings.count, w != NULL ? w->msg : "nothing");
            for (size_t k = 0; k < c.errs.count; k++) {
                print_error("  error: %s\n", c.errs.list[k].msg);
            }
            failed++;
        }
        done(&c);
    }
    assert_int_equal(failed, 0);
}

/* A row of a `collect` decision gives one option; a test of the set that it fills gives that option's bit. */
static void sets_are_bits(void **state)
{
    compiled c;
    const moot_fact *needs;
    const moot_operand *row, *asked;
    (void)state;
    compile(&c, BASE "decision \"needs\" { clause = \"2\", hit = \"collect\", { when = { in_need = true }, value = \"a\" },\n"
                     "  { when = { homeless = true }, value = \"b\" } }\n"
                     "never \"x\" { clause = \"2\", that = { needs = \"b\" } }\n");
    assert_non_null(c.protocol);
    needs = &c.protocol->facts[moot_find_fact(c.protocol, "needs")];
    row = &c.protocol->operands[c.protocol->rows[1].value];
    asked = &c.protocol->operands[c.protocol->nodes[c.protocol->invariants[0].that].first];
    assert_int_equal(needs->type, MOOT_T_SET);
    assert_int_equal(row->value.type, MOOT_T_ONE_OF);
    assert_int_equal(row->value.a, moot_span_at(c.protocol, needs->options, 1));
    assert_int_equal(asked->value.type, MOOT_T_SET);
    assert_int_equal(asked->value.a, 2);
    done(&c);
}

/* ---- the hash ---- */

static void hash_of(const char *source, char out[65])
{
    compiled c;
    compile(&c, source);
    assert_non_null(c.protocol);
    memcpy(out, c.protocol->hash, 65);
    done(&c);
}

#define HELPER(code)                                                                                       \
    BASE "fact \"a\" { integer(0, 9) }\nfact \"b\" { integer(-9, 9) }\n"                                       \
         "helper \"h\" { clause = \"2\", inputs = { \"a\" }, outputs = { \"b\" }, run = function(f) " code " end }\n"

#define READING(because)                                                                                   \
    BASE "reading \"r\" { clause = \"2\", chosen = \"a\", because = \"" because "\", options = { a = 16, b = 17 } }\n" \
         "never \"x\" { clause = \"2\", that = { age = under(reading \"r\") } }\n"

static void hash_is_of_content(void **state)
{
    static const char *const changed[] = {
        BASE "never \"x\" { clause = \"2\", that = { age = under(17) } }\n",
        BASE "never \"x\" { clause = \"3\", that = { age = under(16) } }\n",
        BASE "always \"x\" { clause = \"2\", that = { age = under(16) } }\n",
        BASE "calendar \"c\" { closed = { \"2026-12-29\" } }\nnever \"x\" { clause = \"2\", that = { age = under(16) } }\n",
    };
    char first[65], other[65];
    size_t i;
    (void)state;
    hash_of(BASE "never \"x\" { clause = \"2\", that = { age = under(16) } }\n", first);
    hash_of("-- a comment\n\n" BASE "never \"x\" {\n  clause = \"2\",\n  that = { age = under(16) } }\n", other);
    assert_string_equal(first, other);
    hash_of(HELPER("return { b = f.a }"), first);
    hash_of(HELPER("\n  return { -- the same\n    b = f.a }\n"), other);
    assert_string_equal(first, other);
    hash_of(HELPER("return { b = -f.a }"), other);
    assert_string_not_equal(first, other);
    hash_of(READING("no age is named"), first); /* it is said in answers */
    hash_of(READING("two ages are named"), other);
    assert_string_not_equal(first, other);
    hash_of(BASE "never \"x\" { clause = \"2\", that = { age = under(16) } }\n", first);
    for (i = 0; i < MOOT_COUNT(changed); i++) {
        hash_of(changed[i], other);
        assert_string_not_equal(first, other);
    }
}

/* ---- the real thing ---- */

static const char *stockport_path(char *buf, size_t size)
{
    const char *root = getenv("MOOT_ROOT");
    (void)snprintf(buf, size, "%s/protocols/stockport-2018.lua", root != NULL ? root : ".");
    return buf;
}

static void compiles_stockport(void **state)
{
    moot_errs errs, warnings;
    moot_protocol *p = NULL;
    moot_code code;
    char path[4096];
    (void)state;
    (void)stockport_path(path, sizeof path);
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    code = moot_protocol_load(path, NULL, &p, &errs, &warnings);
    if (code != MOOT_OK) {
        fail_msg("line %d: %s", errs.list[0].line, errs.list[0].msg);
    }
    assert_int_equal(warnings.count, 0);
    assert_string_equal(p->id, "stockport-2018");
    assert_true(moot_find_stage(p, "joint assessment") >= 0);
    assert_true(moot_find_clock(p, "ask for joint assessment") >= 0);
    moot_protocol_free(p);
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
}

/* Whichever allocation fails, the compiler says so and leaks nothing. */
static void compile_without_memory(moot_script *script)
{
    moot_errs errs;
    unsigned long n;
    moot_code code = MOOT_ENOMEM;
    moot_errs_init(&errs, 0);
    for (n = 1; code != MOOT_OK && n < 20000; n++) {
        moot_protocol *p = NULL;
        moot_alloc_fail_at(n);
        code = moot_compile(script, NULL, &p, &errs, NULL);
        moot_alloc_fail_at(0);
        assert_true(code == MOOT_OK || code == MOOT_ENOMEM);
        moot_protocol_free(p);
    }
    assert_int_equal(code, MOOT_OK);
    moot_errs_done(&errs);
}

static void survives_failing_memory(void **state)
{
    static const char counts[] = HELPER("return { b = f.a }")
        "quota \"q\" { clause = \"2\", limit = 3, per = \"year\" }\nentitlement \"e\" { clause = \"2\", quota = \"q\" }\n"
        "measure \"m\" { clause = \"2\", count = event \"comes\", per = \"month\", split = \"a\" }\n"
        "stage \"x\" { clause = \"2\", on = event \"comes\", outcome \"a\" { grant \"e\" } }\n";
    const moot_load_options options = { .source = counts, .source_len = strlen(counts) };
    moot_script *script = NULL;
    moot_errs errs;
    char path[4096];
    (void)state;
    moot_errs_init(&errs, 0);
    assert_int_equal(moot_script_load(stockport_path(path, sizeof path), NULL, &script, &errs), MOOT_OK);
    compile_without_memory(script);
    moot_script_free(script);
    assert_int_equal(moot_script_load("test.lua", &options, &script, &errs), MOOT_OK);
    compile_without_memory(script);
    moot_script_free(script);
    moot_errs_done(&errs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(works),
        cmocka_unit_test(refuses),
        cmocka_unit_test(finds),
        cmocka_unit_test(sets_are_bits),
        cmocka_unit_test(hash_is_of_content),
        cmocka_unit_test(compiles_stockport),
        cmocka_unit_test(survives_failing_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
