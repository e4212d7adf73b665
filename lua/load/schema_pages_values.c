/* What the reference says of the words that stand in fields: triggers, tests, groups, types, lengths of time, and the
 * tables that have no word of their own. schema_pages.c says what each part of a row is. */
#include "lua/load/schema.h"

const moot_word_page moot_word_pages_of_values[] = {
    { "entered",
      .use = "Where a time runs from the beginning of a stage, or something starts with it.",
      .from = "stockport-2018 3.7/1",
      .sample = "reading \"assessment clock starts\" { clause = \"3.7/1\", chosen = \"referral\",\n"
                "  options = { referral = entered \"joint assessment\", approach = event \"presents homeless\" } }",
      .mistakes = { "deadline \"joint assessment\" { clause = \"3.7/1\", within = hours(48), from = \"joint assessment\" }" } },
    { "left",
      .use = "Where something follows from the end of a stage. With two names in brackets, only from that "
             "one outcome. stop and close do not count as leaving.",
      .from = "stockport-2018 2.8/2",
      .sample = "stage \"refusals at Panel\" { clause = \"2.8/2\", panel = \"Accommodation Panel\",\n"
                "  on = left(\"offer\", \"refused\"),\n"
                "}",
      .mistakes = { "stage \"refusals at Panel\" { clause = \"2.8/2\", on = left { \"offer\", \"refused\" } }" } },
    { "met",
      .use = "Where something follows from a deadline that was met, or an act that was done.",
      .from = "stockport-2018 3.3/1",
      .sample = "reading \"signposting\" { clause = \"3.3/1\", chosen = \"told where to go\",\n"
                "  options = { [\"told where to go\"] = event \"comes to Housing Options\",\n"
                "    [\"handed over\"] = met \"signpost to Housing Options\" } }",
      .mistakes = { "stage \"mediation\" { clause = \"3.3/1\", on = met event \"comes to Housing Options\" }" } },
    { "missed",
      .use = "Where something follows from a deadline that went late. For what follows at once, late "
             "inside the deadline is shorter.",
      .from = "luton kpi.2",
      .sample = "measure \"households contacted too late\" { clause = \"kpi.2\",\n"
                "  count = missed \"contact the household\", per = \"quarter\" }",
      .mistakes = { "measure \"households contacted too late\" { clause = \"kpi.2\", count = missed, per = \"quarter\" }" } },
    { "due",
      .use = "Where a time is counted from the day on which something else is due, such as so long before "
             "the end of a notice.",
      .from = "luton other-authorities.8",
      .sample = "deadline \"finish the assessment\" { clause = \"other-authorities.8\", from = event \"placed\",\n"
                "  by = due \"end of notice\" - days(1) }",
      .mistakes = { "deadline \"finish the assessment\" { clause = \"other-authorities.8\", by = due(\"end of notice\", days(1)) }" } },
    { "turns",
      .use = "For a birthday, and for a time before or after one: turns(18) - months(6). Somebody born on "
             "29 February turns a year older on 1 March in other years. The age may be a param: then it is the first day "
             "on which somebody is as old as the figure in force on that day says.",
      .from = "luton first-approach-16-17.2",
      .sample = "deadline \"discussed at the 17+ Panel\" { clause = \"first-approach-16-17.2\",\n"
                "  from = turns(16), by = turns(18) - months(6) }",
      .mistakes = { "deadline \"discussed at the 17+ Panel\" { clause = \"first-approach-16-17.2\", by = turns(18) - 6 }",
                    "deadline \"discussed at the 17+ Panel\" { clause = \"first-approach-16-17.2\", by = turns \"18\" }" } },
    { "becomes",
      .use = "Where something starts when a condition comes to be true, without an event of its own. If it "
             "is true from the start, that counts.",
      .from = "stockport-2018 2.4/1",
      .sample = "stage \"pathway planning\" { clause = \"2.4/1\", owner = \"Personal adviser\",\n"
                "  on = becomes { may_move_on = true, age = at_least(16) },\n"
                "}",
      .mistakes = { "stage \"pathway planning\" { clause = \"2.4/1\", on = becomes \"may_move_on\" }" } },
    { "any",
      .use = "Where one of several is enough: either of two owners, the first of two moments, one of some "
             "tests.",
      .from = "stockport-2018 2.12/3",
      .sample = "stage \"formal meeting\" { clause = \"2.12/3\", owner = \"Housing Options Officer\",\n"
                "  with = any { \"Social worker\", \"Personal adviser\" },\n"
                "}",
      .mistakes = { "stage \"formal meeting\" { clause = \"2.12/3\", owner = any(\"Social worker\", \"Personal adviser\") }" } },
    { "all",
      .use = "Where each of several is needed. Of moments it is the last: a stage that waits for two "
             "others begins when both are over.",
      .from = "stockport-2018 2.5/4",
      .sample = "stage \"appointment\" { clause = \"2.5/4\", owner = \"Housing Options Officer\",\n"
                "  on = all { left(\"own tenancy at Panel\", \"accepted\"), event \"housing application completed\" },\n"
                "}",
      .mistakes = { "stage \"appointment\" { clause = \"2.5/4\", on = all { \"own tenancy at Panel\" } }" } },
    { "none",
      .use = "Where not one of some tests may hold. To say that one thing is not so, none with a single "
             "test.",
      .from = "luton referrals-into-mash.8",
      .sample = "always \"somewhere to stay\" { clause = \"referrals-into-mash.8\",\n"
                "  that = { none { tonight = \"nowhere\" } } }",
      .mistakes = { "always \"somewhere to stay\" { clause = \"referrals-into-mash.8\", that = none { tonight = \"nowhere\" } }" } },
    { "some_child",
      .use = "Where a rule looks at the children of a household and one of them is enough. Inside it, age "
             "is the child's.",
      .from = "luton cin-assessment.2",
      .sample = "stage \"child in need assessment\" { clause = \"cin-assessment.2\", owner = \"Assessment Service\",\n"
                "  on = event \"presents homeless\", when = { some_child { age = under(18) } },\n"
                "}",
      .mistakes = { "stage \"child in need assessment\" { clause = \"cin-assessment.2\", when = { some_child(\"age\") } }" } },
    { "every_child",
      .use = "Where a rule asks that something is so for each child of a household. Inside it, facts and "
             "age are the child's.",
      .from = "luton cin-assessment.2",
      .sample = "fact \"seen\" { yesno, per = \"child\", ask = \"Was the child seen?\", clause = \"cin-assessment.2\" }\n"
                "stage \"assessment\" { clause = \"cin-assessment.2\", owner = \"Assessment Service\",\n"
                "  outcome \"complete\" { when = { every_child { seen = true } }, close \"assessed\" },\n"
                "}",
      .mistakes = { "stage \"assessment\" { clause = \"cin-assessment.2\", when = { every_child \"seen\" } }" } },
    { "otherwise",
      .use = "In the last row of a decision, or at the last outcome of a stage that routes by itself: when "
             "none of its siblings holds.",
      .from = "stockport-2018 2.3/2",
      .sample = "decision \"home_size\" { hit = \"first\", clause = \"2.3/2\",\n"
                "  { when = { is_parent = true }, value = \"family home\" },\n"
                "  { when = otherwise, value = \"studio or one bedroom\" },\n"
                "}",
      .mistakes = { "decision \"home_size\" { clause = \"2.3/2\", { when = { otherwise }, value = \"studio\" } }" } },
    { "between",
      .use = "For an age or a figure in a range. Both ends are included: between(16, 17) is 16 and 17, "
             "until the 18th birthday.",
      .from = "stockport-2018 1.1",
      .sample = "stage \"mediation\" { clause = \"3.5/1\", owner = \"Mediation Service\",\n"
                "  on = event \"presents homeless\", when = { age = between(16, 17) },\n"
                "}",
      .mistakes = { "never \"x\" { clause = \"1.1\", that = { age = between(16) } }" } },
    { "under",
      .use = "For less than a figure. under(18) ends as the 18th birthday begins.",
      .from = "stockport-2018 2.9/1",
      .sample = "stage \"sign-up\" { clause = \"2.9/1\", owner = \"Stockport Homes Group\",\n"
                "  outcome \"equitable tenancy\" { clause = \"2.9/1\", when = { age = under(18) },\n"
                "    go \"equitable tenancy\" },\n"
                "}",
      .mistakes = { "never \"x\" { clause = \"2.9/1\", that = { age < 18 } }" } },
    { "over",
      .use = "For more than a figure. over(21) begins with the 22nd birthday, just as at_least(22) does.",
      .from = "stockport-2024 7.2/2",
      .sample = "stage \"needs assessment\" { clause = \"7.2/2\", owner = \"Leaving Care Team\",\n"
                "  on = event \"presents homeless\", when = { age = over(21) },\n"
                "}",
      .mistakes = { "never \"x\" { clause = \"7.2/2\", that = { age = over { 21 } } }" } },
    { "at_least",
      .use = "For a figure or more: an age, a number of times, a length of spells.",
      .from = "stockport-2018 2.9/3",
      .sample = "stage \"sign-up\" { clause = \"2.10/1\", owner = \"Stockport Homes Group\",\n"
                "  outcome \"secure tenancy\" { clause = \"2.9/3\", when = { age = at_least(18) }, go \"tenancy\" },\n"
                "}",
      .mistakes = { "never \"x\" { clause = \"2.9/3\", that = { age = atleast(18) } }" } },
    { "at_most",
      .use = "For a figure or less.",
      .from = "stockport-2024 6.4/2",
      .sample = "stage \"register\" { clause = \"6.4/2\", owner = \"Housing Options Officer\",\n"
                "  on = event \"presents homeless\", when = { age = at_most(24) },\n"
                "}",
      .mistakes = { "never \"x\" { clause = \"6.4/2\", that = { age = at_most } }" } },
    { "earlier_than",
      .use = "For a date or moment before another. The other may be a date in quotes, a fact that is a "
             "date, or a trigger.",
      .from = "stockport-2024 6.3/2",
      .sample = "fact \"in_area_since\" { date, clause = \"6.3/2\",\n"
                "  ask = \"Since when has the person lived in the area?\" }\n"
                "decision \"long_in_area\" { hit = \"first\", clause = \"6.3/2\",\n"
                "  { when = { in_area_since = earlier_than(turns(16)) }, value = true },\n"
                "  { when = otherwise, value = false } }",
      .mistakes = { "never \"x\" { clause = \"6.3/2\", that = { dob = earlier_than 2005 } }" } },
    { "later_than",
      .use = "For a date or moment after another. The other may be a date in quotes, a fact that is a "
             "date, or a trigger.",
      .from = "medway-2021 6.5/3",
      .sample = "fact \"moved_in_on\" { date, ask = \"When did the person move into the area?\" }\n"
                "decision \"part_before_16\" { hit = \"first\", clause = \"6.5/3\",\n"
                "  { when = { moved_in_on = later_than(turns(16)) }, value = false },\n"
                "  { when = otherwise, value = true } }",
      .mistakes = { "never \"x\" { clause = \"6.5/3\", that = { dob = later_than } }" } },
    { "one_of",
      .use = "As a test, where several answers will do. As the type of a fact, to list the answers that "
             "there are.",
      .from = "stockport-2018 2.12/1",
      .sample = "stage \"tenancy problem\" { clause = \"2.12/1\", owner = \"Stockport Homes Group\",\n"
                "  on = event \"problem with the tenancy\",\n"
                "  when = { tenancy = one_of { \"equitable\", \"introductory or secure\" } },\n"
                "}",
      .mistakes = { "fact \"tenancy\" { one_of(\"none\", \"equitable\") }" } },
    { "known",
      .use = "Where it matters only that somebody has told, not what. Unlike other tests it always has an "
             "answer.",
      .from = "stockport-2018 1.1",
      .sample = "decision \"leaving_care\" { hit = \"first\", clause = \"1.1\",\n"
                "  { when = { care_status = \"none\" }, value = false },\n"
                "  { when = { care_status = known }, value = true },\n"
                "}",
      .mistakes = { "never \"x\" { clause = \"1.1\", that = { care_status = \"known\" }, }" } },
    { "unknown",
      .use = "Where a rule is about what has not been found out yet. Unlike other tests it always has an "
             "answer.",
      .from = "luton first-approach.3",
      .sample = "never \"housed without a check\" { clause = \"first-approach.3\",\n"
                "  that = { tonight = \"own tenancy\", known_to_service = unknown } }",
      .mistakes = { "never \"x\" { clause = \"first-approach.3\", that = { known_to_service = nil } }" } },
    { "inside",
      .use = "In a guard, where it matters that a calendar's desk is open at that moment. Both ends of the "
             "hours are inside.",
      .from = "luton referrals-into-mash.10",
      .sample = "stage \"seen by MASH\" { clause = \"referrals-into-mash.10\", owner = \"MASH\",\n"
                "  on = event \"presents homeless\", when = { now = inside \"Town Hall\" },\n"
                "}",
      .mistakes = { "stage \"seen by MASH\" { clause = \"referrals-into-mash.10\", when = { now = inside(\"09:00-16:30\") } }" } },
    { "outside",
      .use = "In a guard, where it matters that a calendar's desk is closed at that moment: the way out of "
             "hours.",
      .from = "luton referrals-into-mash.11",
      .sample = "stage \"emergency duty\" { clause = \"referrals-into-mash.11\", owner = \"Emergency Duty Team\",\n"
                "  on = event \"presents homeless\", when = { now = outside \"Town Hall\" },\n"
                "}",
      .mistakes = { "stage \"emergency duty\" { clause = \"referrals-into-mash.11\", when = { outside \"Town Hall\" } }" } },
    { "times",
      .use = "Where a rule counts how often something has happened in the case. It stands by itself in a "
             "condition, without a name before it.",
      .from = "stockport-2018 2.8/2",
      .sample = "stage \"refusals at Panel\" { clause = \"2.8/2\", panel = \"Accommodation Panel\",\n"
                "  on = left(\"offer\", \"refused\"), when = { times(left(\"offer\", \"refused\"), at_least(2)) },\n"
                "}",
      .mistakes = { "never \"x\" { clause = \"2.8/2\", that = { refused = times(2) } }" } },
    { "total",
      .use = "For how long spells last in all, such as 13 weeks in care since the 14th birthday. A window "
             "says from when to when is counted.",
      .from = "medway-2021 6.5/3",
      .sample = "decision \"local_connection\" { hit = \"first\", clause = \"6.5/3\",\n"
                "  { when = { [\"at an address\"] = total(at_least(years(2)), { to = turns(21) }) }, value = true },\n"
                "  { when = otherwise, value = false } }",
      .mistakes = { "never \"x\" { clause = \"6.5/3\", that = { [\"looked after\"] = total(weeks(13)) } }" } },
    { "longest",
      .use = "For the longest single spell, where a break starts the count again.",
      .from = "medway-2021 6.5/3",
      .sample = "decision \"local_connection\" { hit = \"first\", clause = \"6.5/3\",\n"
                "  { when = { [\"at an address\"] = longest(at_least(years(2))) }, value = true },\n"
                "  { when = otherwise, value = false } }",
      .mistakes = { "never \"x\" { clause = \"6.5/3\", that = { [\"looked after\"] = longest(at_least(2)), [\"looked after\"] = known } }" } },
    { "running",
      .use = "When it matters whether a period runs at this moment, or how long the one that runs has lasted: in "
             "hours, which elapse, in days with both ends in, or in months, from a day to the same day. The window's "
             "from is another moment to ask it of.",
      .from = "stockport-2024 6.3/2",
      .sample = "decision \"settled\" { hit = \"first\", clause = \"6.3/2\",\n"
                "  { when = { [\"at an address\"] = running(at_least(months(6))) }, value = true },\n"
                "  { when = otherwise, value = false },\n"
                "}",
      .mistakes = { "never \"x\" { clause = \"6.3/2\", that = { [\"at home\"] = running(months(6)) } }" } },
    { "any_at",
      .use = "For whether a spell is running at a moment, such as being in care on the 16th birthday.",
      .from = "stockport-2024 6.3/2",
      .sample = "decision \"in_area_since_before_16\" { hit = \"first\", clause = \"6.3/2\",\n"
                "  { when = { [\"at an address\"] = any_at(turns(16)) }, value = true },\n"
                "  { when = otherwise, value = false } }",
      .mistakes = { "never \"x\" { clause = \"6.3/2\", that = { [\"looked after\"] = any_at(16) } }" } },
    { "yesno",
      .use = "For a fact whose answer is yes or no. In conditions the answer is written true or false.",
      .from = "stockport-2018 3.5/2",
      .sample = "fact \"simple_contact_enough\" { yesno, presumed = true, clause = \"3.5/2\",\n"
                "  ask = \"Is simple contact with parents or other family enough?\" }",
      .mistakes = { "fact \"simple_contact_enough\" { \"yesno\" }" } },
    { "integer",
      .use = "For a fact that is a whole number. The brackets hold the lowest and the highest that can be; "
             "anything else is refused as a mistake of typing.",
      .from = "stockport-2018 2.8/2",
      .sample = "fact \"offers_in_all\" { integer(1, 99), clause = \"2.8/2\",\n"
                "  ask = \"How many offers in all does the Panel allow?\" }",
      .mistakes = { "fact \"offers_in_all\" { integer }",
                    "fact \"offers_in_all\" { integer(99, 1) }" } },
    { "money",
      .use = "As a type, for a fact that is a sum. With pounds in brackets, for a sum: money(72.50). Never "
             "a bare number, so that pounds and pence cannot be mixed up.",
      .from = "stockport-2024 6.8/4",
      .sample = "entitlement \"white goods\" { clause = \"6.8/4\", amount = money(1000) }",
      .mistakes = { "entitlement \"white goods\" { clause = \"6.8/4\", amount = money(\"1,000\") }" } },
    { "date",
      .use = "For a fact that is a day. Records may know only its month or year; then a rule that needs "
             "the day cannot tell.",
      .from = "medway-2021 12.7/4",
      .sample = "fact \"date_to_leave\" { date, clause = \"12.7/4\",\n"
                "  ask = \"By which date must interim accommodation be left?\" }",
      .mistakes = { "fact \"date_to_leave\" { date() }" } },
    { "instant",
      .use = "For a fact that is a day and a time of day.",
      .from = "luton referrals-into-mash.9",
      .sample = "fact \"arrived_at\" { instant, clause = \"referrals-into-mash.9\",\n"
                "  ask = \"When did the household arrive at the Town Hall?\" }",
      .mistakes = { "fact \"arrived_at\" { instance }" } },
    { "text",
      .use = "For words that are kept with the case and that no rule reads. Where a rule has to look at "
             "the answer, use one_of.",
      .from = "stockport-2018 2.1/2",
      .sample = "fact \"wishes\" { text, clause = \"2.1/2\", ask = \"Which options does the young person want?\" }",
      .mistakes = { "fact \"wishes\" { txt }" } },
    { "spells",
      .use = "For periods that a case lists with their dates: in care, at an address. Tests on them are "
             "total, longest, running and any_at.",
      .from = "medway-2021 6.5/3",
      .sample = "fact \"lived_in_area\" { spells, clause = \"6.5/3\", ask = \"When has the person lived in the area?\" }",
      .mistakes = { "fact \"lived_in_area\" { spells = true }" } },
    { "minutes",
      .use = "Where the text says minutes. They run by the clock, from the very minute of what starts them.",
      .from = "luton process-map.16",
      .sample = "deadline \"meet the young person\" { clause = \"process-map.16\", within = minutes(30),\n"
                "  from = event \"presents homeless\" }",
      .mistakes = { "deadline \"x\" { clause = \"process-map.16\", within = minutes }" } },
    { "hours",
      .use = "Where the text says hours. They run by the clock: 48 hours are 48 hours, nights and weekends "
             "included.",
      .from = "stockport-2018 3.7/1",
      .sample = "param \"assess_within\" { [\"2018-01-01\"] = hours(48), clause = \"3.7/1\" }",
      .mistakes = { "deadline \"x\" { clause = \"3.7/1\", within = hours 48 }",
                    "deadline \"x\" { clause = \"3.7/1\", within = hour(48) }" } },
    { "days",
      .use = "Where the text says days and means every day, weekends included. The last day is whole: it "
             "ends at midnight. The day of the trigger is day 0, unless counting says \"beginning with\".",
      .from = "medway-2021 12.7/5",
      .sample = "deadline \"ask for a review\" { clause = \"12.7/5\", owner = applicant, within = days(21),\n"
                "  from = event \"section 184 letter received\", met_by = event \"asks for a review\" }",
      .mistakes = { "deadline \"x\" { clause = \"12.7/5\", within = days(\"21\") }" } },
    { "weeks",
      .use = "Where the text says weeks or a fortnight. weeks(2) ends on the same day of the week.",
      .from = "stockport-2018 2.4/3",
      .sample = "panel \"Accommodation Panel\" { clause = \"2.4/3\", every = weeks(2) }",
      .mistakes = { "panel \"Accommodation Panel\" { clause = \"2.4/3\", every = week(2) }" } },
    { "months",
      .use = "Where the text says months. A month ends on the same date; if the next month is too short, "
             "on its last day.",
      .from = "medway-2021 10.2/1",
      .sample = "deadline \"talk through the routes\" { clause = \"10.2/1\", from = turns(16),\n"
                "  by = turns(18) - months(6) }",
      .mistakes = { "deadline \"x\" { clause = \"10.2/1\", within = months(1.5) }" } },
    { "years",
      .use = "Where the text says years. From 29 February they end on 28 February if the last year has no "
             "29th; a birthday, turns, is then on 1 March.",
      .from = "medway-2021 6.5/3",
      .sample = "decision \"local_connection\" { hit = \"first\", clause = \"6.5/3\",\n"
                "  { when = { [\"at an address\"] = total(at_least(years(2)), { to = turns(21) }) }, value = true },\n"
                "  { when = otherwise, value = false } }",
      .mistakes = { "deadline \"x\" { clause = \"6.5/3\", within = years(-2) }" } },
    { "working_days",
      .use = "Where the text says working days. Weekends, the bank holidays of England and Wales, and the "
             "closed days of the protocol's calendar are not counted; no other unit skips them.",
      .from = "stockport-2018 3.9",
      .sample = "param \"meet_within\" { [\"2018-01-01\"] = working_days(10), clause = \"3.9\" }",
      .mistakes = { "param \"meet_within\" { [\"2018-01-01\"] = workingdays(10), clause = \"3.9\" }" } },
    { "statutory_working_days",
      .use = "Where a statute says working days. Weekends and the bank holidays of England and Wales are not "
             "counted; the closed days of the council's own calendar are, because they move no statutory limit. "
             "What the standard library takes from the law is counted so.",
      .from = "luton process-map.13",
      .sample = "deadline \"single assessment\" { clause = \"process-map.13\",\n"
                "  within = statutory_working_days(45), from = event \"referral to MASH\" }",
      .mistakes = { "deadline \"x\" { clause = \"1.1\", within = statutory_days(10) }" } },
    { "same_day",
      .use = "Where the text says on the same day. It ends at midnight, weekends included.",
      .from = "luton kpi.1",
      .sample = "deadline \"refer to MASH\" { clause = \"kpi.1\", within = same_day,\n"
                "  from = event \"decision letter sent\" }",
      .mistakes = { "deadline \"x\" { clause = \"kpi.1\", within = same_day(1) }" } },
    { "next_working_day",
      .use = "Where the text says by the next working day. After a Friday that is Monday, or Tuesday if "
             "Monday is a bank holiday.",
      .from = "luton referrals-into-mash.10",
      .sample = "deadline \"seen by MASH\" { clause = \"referrals-into-mash.10\", within = next_working_day,\n"
                "  from = event \"placed\" }",
      .mistakes = { "deadline \"x\" { clause = \"referrals-into-mash.10\", within = next_day }" } },
    { "undated",
      .use = "In a reading, where a text may set a time and may set none. Chosen, the duty is owed without a date, and "
             "nothing done for it is late. Where a text plainly sets no time, no reading is needed: leave by and within out.",
      .from = "stockport-2024 6.13/3",
      .sample = "reading \"the managers meet\" { clause = \"6.13/3\", chosen = \"at no set time\",\n"
                "  options = { [\"at no set time\"] = undated,\n"
                "    [\"before possession is sought\"] = event \"possession sought\" } }",
      .mistakes = { "deadline \"planning meeting\" { clause = \"6.13/3\", by = undated }" } },
    { "applicant",
      .use = "Where the young person is the one who acts or is told. It is built in and needs no "
             "declaring. A deadline that the applicant owns is a right: unused it expires, and nobody is "
             "in breach.",
      .from = "medway-2021 12.7/5",
      .sample = "stage \"decision letter\" { clause = \"12.7/3\", owner = \"Housing Options Officer\",\n"
                "  notify { applicant, as = \"send the letter\", clause = \"12.7/3\" },\n"
                "}",
      .mistakes = { "deadline \"x\" { clause = \"12.7/5\", owner = aplicant, within = days(21), from = event \"y\" }" } },
    { "row",
      .use = "In a decision: the condition, and the value that follows from it.",
      .mistakes = { "decision \"minor\" { clause = \"1.1\", { when = { age = under(18) } } }" } },
    { "level",
      .use = "In a ladder: who tries to settle the dispute, and how long they have if the text says so.",
      .mistakes = { "ladder \"dispute\" { clause = \"3.12\", { within = days(5) } }" } },
    { "window",
      .use = "As the second part of total and longest: the time that is counted.",
      .mistakes = { "never \"x\" { clause = \"6.5/3\", that = { [\"looked after\"] = total(at_least(days(1)), { since = turns(14) }) } }" } },
    { "from and to",
      .use = "In closed, for several days in a row.",
      .mistakes = { "calendar \"x\" { closed = { { \"2018-12-27\" } } }" } },
    { "in force",
      .use = "In in_force, when a rule is the law only for a time. Which dates of a case count is decided "
             "by when its things happen. Where no more is known of the first than its year, the year stands there: the rule is "
             "surely not the law before, and taken to be from its first day on.",
      .mistakes = { "event \"x\" { in_force = { \"2018-01-01\" } }" } },
    { "assume",
      .use = "In an assumptions file, which stands beside the protocol and has nothing else in it. It says what a protocol "
             "never says: how often people choose what, how long things take, what there is of something. One is about one "
             "thing, which its first field names. `moot check PROTOCOL --assume FILE` checks it, and writes the line to add "
             "for whatever a modelled run would miss. Several about the same thing may each have a `when`; the last has none.",
      .from = "stockport-2018 3.5/1",
      .sample = "assume { stage = \"mediation\", when = { known_to_service = true }, source = \"assumed\",\n"
                "  takes = between(days(1), days(7)),\n"
                "  outcomes = { [\"prevented\"] = 0.2, [\"still homeless\"] = 0.6,\n"
                "    [\"threat remains\"] = { weight = 0.2, takes = weeks(2) }, [\"concern remains\"] = 0 } }",
      .mistakes = { "assume { stage = \"mediation\", takes = days(5), outcomes = { [\"prevented\"] = 0.35 } }",
                    "assume { stage = \"mediation\", source = \"assumed\", takes = days(5),\n"
                    "  outcomes = { [\"prevented\"] = { waight = 0.35 } } }" } },
    { "lognormal",
      .use = "Where most are done soon and some take very long, as most of what people do. Two figures that everybody "
             "understands say it: within which time half are done, and within which time nine of ten.",
      .from = "stockport-2018 3.9",
      .sample = "assume { stage = \"care planning meeting\", source = \"assumed\",\n"
                "  takes = lognormal { half_within = working_days(8), nine_in_ten_within = working_days(15) },\n"
                "  outcomes = { [\"section 20\"] = 0.4, [\"Housing Act duty\"] = 0.5, [\"no rule\"] = 0.1 } }",
      .mistakes = { "assume { event = \"parents seen\", source = \"assumed\", takes = lognormal { half_within = days(3) } }" } },
    { "weibull",
      .use = "As lognormal, where the tail is shorter: a home that is left, a duty that ends, the longer the surer.",
      .mistakes = { "assume { event = \"parents seen\", source = \"assumed\", takes = weibull(days(3), days(9)) }" } },
    { "gamma",
      .use = "Where something is the sum of several steps of about the same length. shape is how many; mean is their sum.",
      .mistakes = { "assume { event = \"parents seen\", source = \"assumed\", takes = gamma { mean = 30, shape = 3 } }" } },
    { "exponential",
      .use = "For what may happen on any day alike, however long it has not: arrears, a row at home, losing a place.",
      .mistakes = { "assume { event = \"parents seen\", source = \"assumed\", takes = exponential(days(90)) }" } },
    { "empirical",
      .use = "Where you have counted: what was seen in your own records, each as often as it was seen.",
      .mistakes = { "assume { event = \"parents seen\", source = \"assumed\", takes = empirical { \"3 days\" } }" } },
    { "chance",
      .use = "In outcomes, where one outcome takes another time than the rest.",
      .mistakes = { "assume { stage = \"mediation\", source = \"assumed\", outcomes = { [\"prevented\"] = { takes = days(2) } } }" } },
    { "seen",
      .use = "In empirical, for what was seen more than once.",
      .mistakes = { "assume { event = \"parents seen\", source = \"assumed\", takes = empirical { { days(2) } } }" } },
    { "expected",
      .use = "In expected, when `moot check` finds something that the text really leaves so, and you know it. Give "
             "the kind of the finding (gap, overlap, dead, impossible, tight, loop) and the reason; it is then "
             "counted, and told no more. A mark for what is not found is a finding itself.",
      .mistakes = { "event \"x\" { expected = { gaps = \"why\" } }" } },
    { "without",
      .use = "In a patch, for what goes: a field by its name in quotes, a child such as outcome \"...\", "
             "or by itself at the top for a whole declaration.",
      .mistakes = { "without { \"mediation\" }" } },
    { "section",
      .use = "In a notice, for a part of the letter: its heading first, then words, facts and due dates in "
             "the order in which they are read.",
      .mistakes = { "notice \"section 184 letter\" { clause = \"12.7/3\", { } }" } },
    { .word = NULL },
};
