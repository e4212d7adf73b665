/* What the reference says of a word beside its row in schema_words.c: when to use it, how it says a clause of a real
 * protocol, and scripts with the mistakes that people make. What a mistake is answered with is not written here: the
 * loader is asked (reference.h). A word without a row has a shorter page.
 *
 * Here are the words that declare and those that do something; those that stand in fields are in schema_pages_values.c. */
#include "lua/load/schema.h"

#include <string.h>

static const moot_word_page pages[] = {
    { "protocol",
      .use = "Once, at the top of the script. Its name is council and year, and so is the name of the file.",
      .from = "stockport-2018 title",
      .sample = "protocol \"stockport-2018\" {\n"
                "  council = \"Stockport\", effective = \"2018-01-01\", clauses = \"stockport-2018\",\n"
                "}",
      .mistakes = { "protocol \"stockport-2018\" { council = \"Stockport\", effective = \"1 January 2018\" }",
                    "protocol { council = \"Stockport\", effective = \"2018-01-01\" }" } },
    { "service",
      .use = "For each organisation that the text gives something to do. Keep it in a local, so that roles "
             "can name it. If the text says how people reach it, say so with contact: letters of its posts print it.",
      .from = "stockport-2018 1.4/1",
      .sample = "local SHG = service \"Stockport Homes Group\" { clause = \"1.4/1\" }\n"
                "role \"Housing Options Officer\" { service = SHG }",
      .mistakes = { "role \"MASH\" { service = \"Stockport Famly\" }\n"
                    "service \"Stockport Family\" {}",
                    "service \"Stockport Family\" { telephone = \"a number\" }" } },
    { "role",
      .use = "For each job or team that the text gives something to do. If the text says who steps in, say "
             "so with cover. Who covers signs for the role, and so does the service that it belongs to; "
             "what any other signs is a departure. Letters that it sends print its contact, or else that of its service.",
      .from = "stockport-2018 3.5/1",
      .sample = "local SHG = service \"Stockport Homes Group\" {}\n"
                "local hoo = role \"Housing Options Officer\" { service = SHG }\n"
                "role \"Mediation Service\" { service = SHG, cover = hoo, clause = \"3.5/1\" }",
      .mistakes = { "role \"MASH\" { servise = service \"Stockport Family\" {} }",
                    "role MASH {}" } },
    { "calendar",
      .use = "When the text depends on opening hours, or when the council closes on days that are no bank "
             "holidays. Both ends of the hours are inside: at 16:30 exactly the desk is still open. All times "
             "are of one clock, London's; zone = \"UTC\" is for made-up data whose clock is never changed.",
      .from = "luton referrals-into-mash.9",
      .sample = "calendar \"Town Hall\" { mon_thu = \"09:00-16:30\", fri = \"09:00-16:00\",\n"
                "  clause = \"referrals-into-mash.9\" }",
      .mistakes = { "calendar \"Town Hall\" { mon_thu = \"9 to 16:30\" }",
                    "calendar \"Town Hall\" { monday = \"09:00-16:30\" }" } },
    { "event",
      .use = "For something that happens and that a rule waits for: somebody comes, writes, moves, is "
             "told. Many events are known without being declared; declare again only to add a clause, or "
             "what is your own.",
      .from = "stockport-2018 2.5/1",
      .sample = "event \"own tenancy considered\" { clause = \"2.5/1\" }",
      .mistakes = { "local pa = role \"Personal adviser\" {}\n"
                    "event \"own tenancy considered\" {}\n"
                    "stage \"referral\" { clause = \"2.5/1\", owner = pa, on = event \"own tenancy considerd\",\n"
                    "  outcome \"referred\" { close \"referred\" } }" } },
    { "fact",
      .use = "For what a rule has to know about the young person. Write the question as you would ask it. "
             "A fact that nobody has told is unknown, never \"no\"; if the text presumes an answer, say so "
             "with presumed.",
      .from = "stockport-2018 3.1/2",
      .sample = "fact \"in_need\" { yesno, presumed = true, clause = \"3.1/2\",\n"
                "  ask = \"Is the young person a child in need?\" }",
      .mistakes = { "fact \"in_need\" { presumed = true }",
                    "fact \"in_need\" { yesno, presumed = \"yes\" }" } },
    { "consent",
      .use = "When something may be done only with the young person's agreement. It is not yet asked, "
             "asked, given, refused or withdrawn. Put its name at the act, as with_consent.",
      .from = "stockport-2024 6.12/1",
      .sample = "consent \"care-leaver marker\" { clause = \"6.12/1\",\n"
                "  ask = \"May we put a marker on our housing system?\" }",
      .mistakes = { "consent \"care-leaver marker\" { yesno, clause = \"6.12/1\" }" } },
    { "decision",
      .use = "When the text says what follows from facts: who is eligible, which duty is owed, how large a "
             "home. Each row has a condition and a value. The table gives the fact of its own name, which "
             "guards can then read.",
      .from = "stockport-2018 2.3/2",
      .sample = "decision \"home_size\" { hit = \"first\", clause = \"2.3/2\",\n"
                "  { when = { is_parent = true }, value = \"family home\" },\n"
                "  { when = otherwise, value = \"studio or one bedroom\" },\n"
                "}",
      .mistakes = { "decision \"home_size\" { hit = \"frist\", clause = \"2.3/2\",\n"
                    "  { when = { is_parent = true }, value = \"family home\" } }",
                    "decision \"home_size\" { clause = \"2.3/2\", { value = \"family home\" } }" } },
    { "param",
      .use = "For a figure in the text that a new edition might change: a time limit, an age, a sum. The "
             "date says from when it holds; a later date beside it changes the figure from that day.",
      .from = "stockport-2018 3.7/1",
      .sample = "param \"assess_within\" { [\"2018-01-01\"] = hours(48), clause = \"3.7/1\" }",
      .mistakes = { "param \"assess_within\" { hours(48), clause = \"3.7/1\" }",
                    "param \"assess_within\" { [\"2018-1-1\"] = hours(48), clause = \"3.7/1\" }" } },
    { "reading",
      .use = "When the words can fairly be read in two ways, and it changes a date, an owner, a bed, money "
             "or a right. Name each reading, choose one, and put the reading where the value would stand. "
             "Then anyone can see what the other reading would change.",
      .from = "stockport-2018 3.7/1",
      .sample = "reading \"assessment clock starts\" { clause = \"3.7/1\", chosen = \"referral\",\n"
                "  options = {\n"
                "    referral = entered \"joint assessment\",\n"
                "    approach = event \"presents homeless\",\n"
                "  } }",
      .mistakes = { "reading \"assessment clock starts\" { clause = \"3.7/1\", chosen = \"referal\",\n"
                    "  options = { referral = entered \"joint assessment\", approach = event \"presents homeless\" } }",
                    "reading \"assessment clock starts\" { clause = \"3.7/1\",\n"
                    "  options = { referral = entered \"joint assessment\", approach = event \"presents homeless\" } }" } },
    { "stage",
      .use = "For each step of the journey: somebody has the case and something must come of it. Give it "
             "an owner who decides, or a panel. A stage with neither routes by its guards, or only does "
             "what it says and ends.",
      .from = "stockport-2018 3.5/1",
      .sample = "stage \"mediation\" {\n"
                "  clause = \"3.5/1\", owner = \"Mediation Service\", on = event \"presents homeless\",\n"
                "  when = { age = between(16, 17) },\n"
                "  outcome \"prevented\" { clause = \"3.5/3\", close \"homelessness prevented\" },\n"
                "  outcome \"still homeless\" { clause = \"3.6/1\", go \"joint assessment\" },\n"
                "}",
      .mistakes = { "stage \"mediation\" { owner = \"Mediation Service\" }",
                    "stage \"mediation\" {\n"
                    "  clause = \"3.5/1\"\n"
                    "  owner = \"Mediation Service\" }",
                    "stage \"mediation\" { clause = \"3.5/1\", ownr = \"Mediation Service\" }" } },
    { "outcome",
      .use = "For each way in which a stage can end. The owner chooses one; with on or after it is taken "
             "by itself. Inside stand its effects, in the order in which they happen.",
      .from = "stockport-2018 3.5/3",
      .sample = "stage \"mediation\" { clause = \"3.5/1\", owner = \"Mediation Service\",\n"
                "  outcome \"prevented\" { clause = \"3.5/3\", when = { welfare_concern = false },\n"
                "    close \"homelessness prevented\" },\n"
                "}",
      .mistakes = { "outcome \"prevented\" { clause = \"3.5/3\", close \"homelessness prevented\" }",
                    "stage \"mediation\" { clause = \"3.5/1\", owner = \"Mediation Service\",\n"
                    "  outcome \"prevented\" { when = welfare_concern == false } }" } },
    { "deadline",
      .use = "When something must be done by a time, not before a time, or again and again. Inside a stage "
             "it runs from the stage's beginning and is met by its end, unless it says otherwise. Where "
             "the text sets no time, leave within out: the duty is then tracked without a date, and moot "
             "invents none. One of the young person's own is a right; in_words is how a letter that starts it tells it: "
             "\"You can ask us to look at this decision again. The last day is …\"",
      .from = "stockport-2018 3.9",
      .sample = "stage \"care planning meeting\" { clause = \"3.9\", owner = \"Stockport Family\",\n"
                "  deadline \"care planning meeting\" { clause = \"3.9\", within = working_days(10) },\n"
                "}",
      .mistakes = { "deadline \"care planning meeting\" { clause = \"3.9\", within = \"10 working days\" }",
                    "deadline \"care planning meeting\" { within = working_days(10) }" } },
    { "notice",
      .use = "For a letter that the text names or whose contents it lists. An act sends it: notify { "
             "applicant, notice = \"...\" }.",
      .from = "medway-2021 12.7/3",
      .sample = "notice \"section 184 letter\" { clause = \"12.7/3\",\n"
                "  \"the full reasons\", \"the right to ask for a review\", \"the time for it\" }",
      .mistakes = { "notice \"section 184 letter\" { \"the full reasons\" }" } },
    { "always",
      .use = "For what must be so at every moment of a case. If it ever is not, that is a breach, with the "
             "nights or the time that it lasted.",
      .from = "luton referrals-into-mash.8",
      .sample = "always \"somewhere to stay\" { clause = \"referrals-into-mash.8\",\n"
                "  that = { none { tonight = \"nowhere\" } } }",
      .mistakes = { "always \"somewhere to stay\" { clause = \"referrals-into-mash.8\", tonight = \"nowhere\" }" } },
    { "never",
      .use = "For what may be so at no moment of a case. The same as always, said the other way round: "
             "choose the one that reads like the text.",
      .from = "luton other-authorities.7",
      .sample = "never \"passed back\" { clause = \"other-authorities.7\", that = { handovers = at_least(2) } }",
      .mistakes = { "never \"passed back\" { clause = \"other-authorities.7\" }" } },
    { "panel",
      .use = "When cases wait for the sessions of a meeting. Give it its rhythm; a first date if the text "
             "has one, for without it sessions are undated. A stage with panel = \"...\" waits for it.",
      .from = "stockport-2018 2.4/3",
      .sample = "panel \"Accommodation Panel\" { clause = \"2.4/3\", every = weeks(2) }",
      .mistakes = { "panel \"Accommodation Panel\" { clause = \"2.4/3\", every = \"fortnight\" }",
                    "panel \"Accommodation Panel\" { clause = \"2.4/3\", every = weeks(2), frist = \"2018-01-09\" }" } },
    { "ladder",
      .use = "When the text says who settles a dispute, and who next if they do not. Each level is a table "
             "with an owner. Give a level a time only if the text does.",
      .from = "stockport-2018 3.12",
      .sample = "ladder \"dispute\" { clause = \"3.12\",\n"
                "  { owner = { \"Line manager, Stockport Family\", \"Line manager, Stockport Homes\" } },\n"
                "  { owner = { \"Service Manager, Stockport Family\", \"Service Manager, Stockport Homes\" } },\n"
                "}",
      .mistakes = { "ladder \"dispute\" { clause = \"3.12\", \"line managers\", \"service managers\" }",
                    "ladder \"dispute\" { clause = \"3.12\" }" } },
    { "entitlement",
      .use = "For money or goods that the text promises: a grant, a deposit, furniture. An act gives it: "
             "grant \"...\". Leave the amount out where the text names none.",
      .from = "stockport-2024 6.8/3",
      .sample = "entitlement \"setting-up-home grant\" { clause = \"6.8/3\", amount = money(3000) }",
      .mistakes = { "entitlement \"setting-up-home grant\" { clause = \"6.8/3\", amount = 3000 }",
                    "entitlement \"setting-up-home grant\" { clause = \"6.8/3\", amount = \"£3,000\" }" } },
    { "quota",
      .use = "When the text caps how many grants there may be in a period. An entitlement names it; an "
             "outcome that would grant one too many cannot be chosen.",
      .from = "luton leaving-care.16",
      .sample = "quota \"direct allocations\" { clause = \"leaving-care.16\", limit = 10, per = \"financial year\" }\n"
                "entitlement \"direct allocation\" { clause = \"leaving-care.16\",\n"
                "  quota = quota \"direct allocations\" }",
      .mistakes = { "quota \"direct allocations\" { clause = \"leaving-care.16\", limit = 10, per = \"annum\" }" } },
    { "law",
      .use = "In the standard library only, in its table of law: a source that its rules cite as their clause. In a "
             "protocol, patch one to say from when it is the law, if that is known by then; and cite one as the law of "
             "a rule whose clause is the document's own.",
      .mistakes = { "law \"HA96 s.204(2)\" { act = \"Housing Act 1996\", title = \"County court\", "
                    "as_at = \"autumn 2026\" }" } },
    { "standard",
      .use = "In the standard library only, in its checklists: what a good protocol contains, and which rules clash with "
             "the law. `moot law --checklists` lists them.",
      .mistakes = { "standard \"Y2\" { list = \"homeless 16 and 17\", says = \"A bed tonight\" }" } },
    { "measure",
      .use = "For a figure that the text wants reported: count says what is counted, share says of which "
             "deadline the part met in time is told.",
      .from = "medway-2021 14.1/2",
      .sample = "measure \"care leavers who present as homeless\" { clause = \"14.1/2\",\n"
                "  count = event \"presents homeless\", per = \"quarter\" }",
      .mistakes = { "measure \"care leavers who present as homeless\" { clause = \"14.1/2\",\n"
                    "  count = \"presents homeless\", per = \"quarter\" }" } },
    { "helper",
      .use = "Only where a figure must be worked out and no table of conditions can say it. A helper "
             "cannot be looked into, so why can name its inputs and its result but not the steps between.",
      .from = "luton outcomes.7",
      .sample = "fact \"deposit\" { money, ask = \"How large is the deposit?\" }\n"
                "fact \"monthly_rent\" { money, ask = \"How large is the rent of a month?\" }\n"
                "helper \"advance\" { clause = \"outcomes.7\", inputs = { \"deposit\", \"monthly_rent\" },\n"
                "  outputs = { \"to_pay\" },\n"
                "  run = function(f) return { to_pay = f.deposit + f.monthly_rent } end }",
      .mistakes = { "helper \"advance\" { clause = \"outcomes.7\", inputs = { \"deposit\" }, outputs = { \"to_pay\" } }" } },
    { "not_run",
      .use = "For the clauses that nobody can run: principles, judgements, texts that are named but "
             "missing. List them, and say why. Then moot coverage knows that they were not forgotten.",
      .from = "stockport-2018 1.2",
      .sample = "not_run { \"1.2\", \"1.3\", because = \"principle\" }",
      .mistakes = { "not_run { \"1.2\", \"1.3\" }" } },
    { "baseline",
      .use = "Once, at the top of a file of variants: the protocol that they change. No protocol stands in such a "
             "file, and nothing but variants and sweeps.",
      .mistakes = { "baseline \"stockport-2081\"" } },
    { "variant",
      .use = "In a file of variants, to ask what if: another reading of an unclear text, another limit, a stage more or "
             "less. All in it is a patch; what is new says patch = false. A variant that stands above may be named in it, "
             "variant \"both\" { variant \"weekly panel\", variant \"other reading\" }: then both hold, in the order of the text.",
      .mistakes = { "variant \"weekly panel\" { panel \"Accommodation Panel\" { every = weeks(1) } }" } },
    { "sweep",
      .use = "In a file of variants, when one figure is to be tried with several values: one variant for each value of "
             "over { … }.",
      .mistakes = { "sweep \"panel cadence\" { panel \"Accommodation Panel\" { every = over { weeks(1), weeks(2) } } }" } },
    { "late",
      .use = "Inside a deadline, when the text says what follows if it is missed. It happens once, at the "
             "moment the deadline goes late.",
      .from = "luton leaving-care.6",
      .sample = "deadline \"tell the managers\" { clause = \"leaving-care.6\", within = same_day,\n"
                "  from = event \"final warning\",\n"
                "  late { notify { \"Head of Housing Needs\", clause = \"leaving-care.6\" } },\n"
                "}",
      .mistakes = { "late { notify { \"Head of Housing Needs\" } }" } },
    { "go",
      .use = "In an outcome, when the journey goes on elsewhere. Several names at once begin several "
             "stages side by side. It does not test the stage's own when: put the guard at the outcome.",
      .from = "stockport-2018 3.4/2",
      .sample = "stage \"mediation\" { clause = \"3.5/1\", owner = \"Mediation Service\",\n"
                "  outcome \"still homeless\" { clause = \"3.4/2\",\n"
                "    go { \"joint assessment\", \"interim placement\" } },\n"
                "}",
      .mistakes = { "go \"joint assessment\"",
                    "stage \"mediation\" { clause = \"3.5/1\", owner = role \"Mediation Service\" {},\n"
                    "  outcome \"still homeless\" { go \"joint asessment\" } }\n"
                    "stage \"joint assessment\" { clause = \"3.6/2\", owner = role \"Social worker\" {},\n"
                    "  outcome \"returned home\" { close \"returned home\" } }" } },
    { "stop",
      .use = "When one of two routes that run side by side has won and the other must end. The stage that "
             "is stopped has no outcome, and its clocks end without a breach.",
      .from = "stockport-2018 2.12/4",
      .sample = "stage \"other options\" { clause = \"2.12/4\", owner = \"Personal adviser\",\n"
                "  outcome \"moved on\" { clause = \"2.12/4\",\n"
                "    stop { \"equitable tenancy\", \"tenancy\" }, close \"moved on from the tenancy\" },\n"
                "}",
      .mistakes = { "stage \"other options\" { clause = \"2.12/4\", owner = \"Personal adviser\",\n"
                    "  outcome \"moved on\" { stop } }" } },
    { "close",
      .use = "At the end of the journey, with the words by which the ending is to be counted. A closed "
             "case opens again if a stage is entered.",
      .from = "stockport-2018 3.8",
      .sample = "stage \"joint assessment\" { clause = \"3.6/2\", owner = \"Social worker\",\n"
                "  outcome \"returned home\" { clause = \"3.8\", close \"returned home\" },\n"
                "}",
      .mistakes = { "stage \"joint assessment\" { clause = \"3.6/2\", owner = \"Social worker\",\n"
                    "  outcome \"returned home\" { close = \"returned home\" } }" } },
    { "set",
      .use = "When the protocol itself makes something so: a marker is put on, another service takes the "
             "lead. Not for what people find out: that is a fact, and is recorded.",
      .from = "stockport-2018 2.6/5",
      .sample = "stage \"marker\" { clause = \"2.6/2\", owner = \"Stockport Homes Group\",\n"
                "  outcome \"withdrawn\" { clause = \"2.6/5\", set { marked = false } },\n"
                "}",
      .mistakes = { "stage \"marker\" { clause = \"2.6/2\", owner = \"Stockport Homes Group\",\n"
                    "  outcome \"withdrawn\" { set \"marked\" } }" } },
    { "escalate",
      .use = "When something goes up to the first level of a ladder. A disagreement between joint owners "
             "goes there by itself.",
      .from = "stockport-2024 13.3/1",
      .sample = "stage \"offer\" { clause = \"6.7/4\", owner = \"Housing Options Officer\",\n"
                "  outcome \"not agreed\" { clause = \"13.3/1\", escalate \"dispute\" },\n"
                "}",
      .mistakes = { "stage \"offer\" { clause = \"6.7/4\", owner = \"Housing Options Officer\",\n"
                    "  outcome \"not agreed\" { escalate } }" } },
    { "refer",
      .use = "When a case is handed or reported to somebody who then has something to do. With as it gets "
             "a name, so that it is listed, can be due, and can be recorded as done.",
      .from = "stockport-2018 3.6/1",
      .sample = "stage \"joint assessment\" { clause = \"3.6/2\", owner = \"Social worker\",\n"
                "  refer { \"MASH\", as = \"ask for joint assessment\", via = \"online form\", clause = \"3.6/1\" },\n"
                "}",
      .mistakes = { "stage \"joint assessment\" { clause = \"3.6/2\", owner = \"Social worker\",\n"
                    "  refer \"MASH\" }",
                    "stage \"joint assessment\" { clause = \"3.6/2\", owner = \"Social worker\",\n"
                    "  refer { to = \"MASH\", clause = \"3.6/1\" } }" } },
    { "notify",
      .use = "When somebody is told something. If it is a letter, name the notice. Two people in one "
             "notify are told the same thing.",
      .from = "stockport-2018 3.5/4",
      .sample = "stage \"mediation\" { clause = \"3.5/1\", owner = \"Mediation Service\",\n"
                "  outcome \"prevented\" { clause = \"3.5/3\",\n"
                "    notify { \"MASH\", as = \"tell MASH\", via = \"telephone\", clause = \"3.5/4\" },\n"
                "    close \"homelessness prevented\" },\n"
                "}",
      .mistakes = { "notify { \"MASH\", via = \"telephone\" }",
                    "stage \"mediation\" { clause = \"3.5/1\", owner = \"Mediation Service\",\n"
                    "  outcome \"prevented\" { notify { \"MASH\", within = 24 } } }" } },
    { "grant",
      .use = "When an entitlement is given. Declare the entitlement first, with its sum and who pays.",
      .from = "stockport-2024 6.8/3",
      .sample = "stage \"moving in\" { clause = \"6.8/1\", owner = \"Personal adviser\",\n"
                "  outcome \"moved in\" { clause = \"6.8/3\", grant \"setting-up-home grant\" },\n"
                "}",
      .mistakes = { "stage \"moving in\" { clause = \"6.8/1\", owner = \"Personal adviser\",\n"
                    "  outcome \"moved in\" { grant { money(3000) } } }" } },
    { "place",
      .use = "When it is settled where the young person sleeps from now on. \"nowhere\" is an answer, and "
             "differs from saying nothing.",
      .from = "stockport-2018 3.7/3",
      .sample = "stage \"interim placement\" { clause = \"3.7/3\", owner = \"Stockport Homes Group\",\n"
                "  outcome \"found\" { clause = \"3.7/3\",\n"
                "    place { \"interim accommodation\", ends = left \"care planning meeting\" } },\n"
                "}",
      .mistakes = { "stage \"interim placement\" { clause = \"3.7/3\", owner = \"Stockport Homes Group\",\n"
                    "  outcome \"found\" { place \"interim accommodation\" } }" } },
};

const moot_word_page *moot_word_page_of(const char *word)
{
    for (size_t i = 0; i < MOOT_COUNT(pages); i++) {
        if (strcmp(pages[i].word, word) == 0) {
            return &pages[i];
        }
    }
    for (const moot_word_page *page = moot_word_pages_of_values; page->word; page++) {
        if (strcmp(page->word, word) == 0) {
            return page;
        }
    }
    return NULL;
}
