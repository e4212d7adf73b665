-- Traps of Part 7: what is easily got wrong, each named by its letter. Worked out by hand; the
-- comments are the workings.
--
-- 1 June 2026 is a Monday. N days "beginning with" a day end N - 1 days later, N days "of" a day N
-- days later. Nothing slides off a weekend but what is counted in working days, and the county
-- court.

use "part7-2026"

----------------------------------------------------------------------------------------------------
-- (a) Two limits of 21 days
----------------------------------------------------------------------------------------------------

-- Beginning with Monday 1 June: the 21st day is Sunday 21 June. Of Monday 8 June: Monday 29 June;
-- beginning with it would be the 28th.
scenario "(a) 21 days beginning with, to ask for a review; 21 days of, to go to court" {
  clauses = { "HA96 s.202(3)", "HA96 s.204(2)" },
}
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false, possession_notice = "none",
  decision_in_words = "no duty is owed", decision_reasons = "there is a home", review_in_words = "the decision stands",
  review_reasons = "there is a home" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
expect.deadline "ask for a review of the decision" {
  due = "2026-06-21", status = "live", owner = "applicant", clause = "HA96 s.202(3)",
}
at "2026-06-02 10:00"
event "asks for a review"
expect.deadline "ask for a review of the decision" { status = "met" }
at "2026-06-08 15:00"
answer("review of the decision", "decision stands")
expect.deadline "appeal to the county court on the decision" {
  due = "2026-06-29", status = "live", owner = "applicant", clause = "HA96 s.204(2)",
}

-- On the last day, to the minute.
scenario "(a) On the 21st day a review can be asked for, on the 22nd it cannot" { clauses = { "HA96 s.202(3)" } }
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false, possession_notice = "none",
  decision_in_words = "no duty is owed", decision_reasons = "there is a home" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
at "2026-06-21 23:59"
expect.deadline "ask for a review of the decision" { status = "live" }
at "2026-06-22 00:01"
expect.deadline "ask for a review of the decision" { status = "void", void_because = "expired" }
event "asks for a review"
expect.no.stage "review of the decision"
expect.no "breach"

-- Of Saturday 30 May the 21st day is Saturday 20 June. The court's office is shut: Monday 22 June.
scenario "(a) A last day on which the court's office is shut moves on, a last day to ask for a review does not" {
  clauses = { "HA96 s.202(3)", "HA96 s.204(2)" },
}
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false, possession_notice = "none",
  decision_in_words = "no duty is owed", decision_reasons = "there is a home", review_in_words = "the decision stands",
  review_reasons = "there is a home" }
at "2026-05-25 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
expect.deadline "ask for a review of the decision" { due = "2026-06-14" } -- a Sunday
at "2026-05-26 10:00"
event "asks for a review"
at "2026-05-30 10:00"
answer("review of the decision", "decision stands")
expect.deadline "appeal to the county court on the decision" { due = "2026-06-22" }

-- Told on Friday 13 March 2026: 21 days of it end with 3 April, which is Good Friday; then come a weekend and Easter Monday.
-- A right to a review ends on the day on which it falls, a Sunday here.
scenario "rule 8, for court steps: a last day on which the office is shut moves to the next on which it is open" {
  clauses = { "HA96 s.204(2)", "HA96 s.202(3)" },
}
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false, possession_notice = "none",
  decision_in_words = "no duty is owed", decision_reasons = "there is a home", review_in_words = "the decision stands",
  review_reasons = "there is a home" }
at "2026-03-09 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
expect.deadline "ask for a review of the decision" { due = "2026-03-29" } -- a Sunday, and it stays
at "2026-03-10 10:00"
event "asks for a review"
at "2026-03-13 10:00"
answer("review of the decision", "decision stands")
expect.deadline "appeal to the county court on the decision" { due = "2026-04-07", status = "live" }
at "2026-04-07 23:00"
expect.deadline "appeal to the county court on the decision" { status = "live" }
at "2026-04-08 00:01"
expect.stage "appeal on the decision" { outcome = "out of time" }

----------------------------------------------------------------------------------------------------
-- (b) 56 days beginning with, and (c) relief ends by itself only where the main duty is next
----------------------------------------------------------------------------------------------------

-- The 56th day is Sunday 26 July; the main duty is owed from the 27th. "56 days after" would make
-- it the 28th.
scenario "(b) Relief first owed on 1 June ends with 26 July" { clauses = { "HA96 s.189B(4)", "HA96 s.193(2)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
expect.duty "relief" { since = "2026-06-01 09:00", ended = nothing, owner = "Housing officer" }
at "2026-07-26 23:59"
expect.duty "relief" { ended = nothing }
expect.no.duty "main duty"
at "2026-07-27 00:01"
expect.duty "relief" { ended = "2026-07-27 00:00" }
expect.duty "main duty" { since = "2026-07-27 00:00", clause = "HA96 s.193(2)" }

scenario "(c) Without priority need relief goes on until a notice ends it" {
  clauses = { "HA96 s.189B(4)", "HA96 s.189B(5)", "HA96 s.189B(7)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", history_complete = true,
  vulnerable_from_care = false, priority_need_on_other_ground = false, intentionally_homeless = false,
  decision_in_words = "relief is owed", decision_reasons = "56 days have passed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
expect.decision "priority_need" { value = false }
at "2026-07-30 10:00"
expect.stage "relief duty" { outcome = "56 days over, and a notice is needed", left = "2026-07-27 00:00" }
expect.stage "relief duty after 56 days" { left = nothing }
expect.no.duty "main duty"
expect.choice "ended after 56 days" { state = "cannot tell", missing = "relief_end_ground" }
fact { relief_end_ground = "56 days have passed" }
answer("relief duty after 56 days", "ended after 56 days")
expect.notice "relief ends letter" { state = "done", done = "2026-07-30 10:00", to = "applicant" }
expect.stage "relief duty after 56 days" { left = "2026-07-30 10:00" }

scenario "(c) While priority need is not known relief neither ends nor is ended" { clauses = { "HA96 s.189B(4)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", history_complete = true,
  vulnerable_from_care = false, intentionally_homeless = false, decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-08-03 10:00"
expect.stage "relief duty" { left = nothing }
fact { priority_need_on_other_ground = true }
expect.stage "relief duty" { outcome = "56 days over" }
expect.duty "main duty" {}

-- 56 days beginning with 1 June are over with 26 July; the notice goes on Monday 10 August, and
-- only that ends it.
scenario "(c) Prevention never ends by itself" { clauses = { "HA96 s.195(2)", "HA96 s.195(5)", "HA96 s.195(8)" } }
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = true,
  possession_notice = "none", decision_in_words = "prevention is owed", decision_reasons = "56 days have passed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
expect.duty "prevention" { since = "2026-06-01 09:00" }
at "2026-07-26 12:00"
fact { prevention_end_ground = "56 days have passed" }
expect.no.choice "ended after 56 days"
at "2026-07-27 09:00"
expect.choice "ended after 56 days"
at "2026-08-10 11:00"
answer("prevention duty after 56 days", "ended after 56 days")
expect.notice "prevention ends letter" { state = "done", done = "2026-08-10 11:00" }
expect.deadline "ask for a review of the end of prevention" { due = "2026-08-30" }

----------------------------------------------------------------------------------------------------
-- (d), (e) and (j) Priority need
----------------------------------------------------------------------------------------------------

-- Born 15 January 2007: 17 from 15 January 2024 to 14 January 2025, and 19 in June 2026. One stay
-- of 25 hours is neither 13 weeks nor a status that lasts, and it is enough.
scenario "(d) One night in care at 17 gives priority need at 19" {
  clauses = { "SI 2002/2051 art 4", "CA89 s.24(2)", "HA96 s.189(1)" },
}
given { dob = "2007-01-15", history_complete = true, is_looked_after = false, activity = "neet_other",
  spells = { { kind = "looked after", from = "2024-06-10 18:00", to = "2024-06-11 19:00" } } }
at "2026-06-01 09:00"
event "presents homeless"
expect.decision "care_status_in_law" { value = "qualifying" }
expect.decision "priority_need_article_4" { value = true }
expect.decision "priority_need" { value = true }

-- Born 15 June 2005: under 21 to the end of 14 June 2026.
scenario "(e) On the 21st birthday a former relevant child is no longer in priority need as such" {
  clauses = { "SI 2002/2051 art 4", "SI 2002/2051 art 5" },
}
given { dob = "2005-06-15", care_status = "former_relevant", history_complete = false, was_in_care_at_16_or_17 = true,
  activity = "neet_other", vulnerable_from_care = false, priority_need_on_other_ground = false }
at "2026-06-14 23:00"
event "presents homeless"
expect.decision "priority_need" { value = true }
at "2026-06-15 00:01"
expect.decision "priority_need" { value = false }
expect.decision "leaver_status" { value = "former_relevant" }
at "2026-06-16 10:00"
fact { vulnerable_from_care = true }
expect.decision "priority_need_article_5" { value = true }
expect.decision "priority_need" { value = true }

scenario "(j) A student whose term-time home is shut in the vacation is helped by children's services instead" {
  clauses = { "SI 2002/2051 art 4", "CA89 s.24B(5)" },
}
given { dob = "2006-09-01", care_status = "former_relevant", history_complete = false, was_in_care_at_16_or_17 = true,
  full_time = true, activity = "higher_education", priority_need_on_other_ground = false }
at "2026-07-06 09:00"
event "presents homeless"
expect.decision "relevant_student" { value = false } -- nothing says that the home is shut
expect.decision "priority_need" { value = true }
at "10:00"
fact { term_time_home_closed = true }
expect.decision "relevant_student" { value = true }
expect.decision "priority_need" { value = false }
expect.duty "somewhere to stay in the vacation, or the money for it" {
  owner = "Children's services", since = "2026-07-06 10:00", clause = "CA89 s.24B(5)",
}
at "2026-09-14 09:00"
fact { term_time_home_closed = false }
expect.duty "somewhere to stay in the vacation, or the money for it" { ended = "2026-09-14 09:00" }
expect.decision "priority_need" { value = true }

-- Born 1 July 2003, 23: no longer qualifying, which ends at 21; but neither left to housing nor to nobody.
scenario "(j) At 23, who would qualify if under 21 is still helped in the vacation" {
  clauses = { "CA89 s.24B(5)", "SI 2002/2051 art 5" },
}
given { dob = "2003-07-01", care_status = "none", history_complete = false, was_in_care_at_16_or_17 = true, full_time = true,
  activity = "higher_education", term_time_home_closed = true, vulnerable_from_care = true,
  priority_need_on_other_ground = false }
at "2026-07-06 09:00"
event "presents homeless"
expect.decision "priority_need" { value = false }
expect.duty "somewhere to stay in the vacation, or the money for it" { owner = "Children's services" }

-- Born 1 September 2003, 22; left care at 12. Section 24B lets nobody help in the vacation, so article 5 leaves nobody out.
scenario "(j) A student who left care before 16 is no relevant student, and is not left out of article 5" {
  clauses = { "SI 2002/2051 art 4", "SI 2002/2051 art 5" },
}
given { dob = "2003-09-01", care_status = "none", full_time = true, activity = "higher_education",
  term_time_home_closed = true, vulnerable_from_care = true, priority_need_on_other_ground = false,
  history_complete = true, spells = { { kind = "looked after", from = "2010-01-04", to = "2015-09-01" } } }
at "2026-07-06 09:00"
event "presents homeless"
expect.decision "relevant_student" { value = false }
expect.decision "priority_need_article_5" { value = true, clause = "SI 2002/2051 art 5" }
expect.no.duty "somewhere to stay in the vacation, or the money for it"

-- Born 1 February 2009, 17, and nothing known of section 20.
scenario "(d) Whoever is known to live with their child is in priority need, and no other ground is asked for" {
  clauses = { "HA96 s.189(1)" },
}
given { dob = "2004-02-11", child_lives_with_them = true }
at "2026-06-01 09:00"
event "presents homeless"
expect.decision "priority_need" { value = true, clause = "HA96 s.189(1)" }
expect.no.needs "priority_need_on_other_ground"

scenario "(d) Whose child lives elsewhere is asked for the other grounds" { clauses = { "HA96 s.189(1)" } }
given { dob = "2000-02-11", child_lives_with_them = false, care_status = "none", history_complete = true,
  vulnerable_from_care = false }
at "2026-06-01 09:00"
event "presents homeless"
expect.no.decision "priority_need"
fact { priority_need_on_other_ground = false }
expect.decision "priority_need" { value = false }

scenario "(d) A pregnant girl of 17 is in priority need before section 20 is decided" { clauses = { "HA96 s.189(1)" } }
given { dob = "2009-02-01", care_status = "none", pregnant = true }
at "2026-07-06 09:00"
event "presents homeless"
expect.no.decision "priority_need_article_3"
expect.decision "priority_need" { value = true, clause = "HA96 s.189(1)" }

-- Born 1 July 2001: 25 as 1 July 2026 begins.
scenario "(j) From 21 such a student is out of article 5 too, until 25" {
  clauses = { "SI 2002/2051 art 5", "Hotak v Southwark" },
}
given { dob = "2001-07-01", care_status = "former_relevant", history_complete = false, was_in_care_at_16_or_17 = true,
  full_time = true, activity = "higher_education", term_time_home_closed = true, vulnerable_from_care = true,
  priority_need_on_other_ground = false }
at "2026-06-30 09:00"
event "presents homeless"
expect.decision "priority_need" { value = false }
at "2026-07-01 09:00"
expect.decision "relevant_student" { value = false, clause = "SI 2002/2051 art 5" }
expect.decision "priority_need" { value = true }

----------------------------------------------------------------------------------------------------
-- (k) A county's care leaver in any of its districts; (m) Part 6 is not Part 7
----------------------------------------------------------------------------------------------------

scenario "(k) Who is owed the duties by a county has a connection with each of its districts" { clauses = { "HA96 s.199(8)" } }
given { dob = "2006-09-01", care_status = "former_relevant", section_23c_owed_by = "the county of this district",
  lives_here_by_choice = false, works_here = false, family_here = false, special_circumstances_here = false,
  in_care_here_for_two_years = false }
at "2026-06-01 09:00"
event "presents homeless"
expect.decision "local_connection" { value = true, clause = "HA96 s.199" }
at "10:00"
fact { section_23c_owed_by = "another council" }
expect.decision "local_connection" { value = false }

-- 22, with no programme of education: the duties of s.23C ended at 21, so no connection comes of
-- them; the register may not ask for one until 25.
scenario "(m) The ban of 2025 is for the register; homelessness help still asks for a connection" {
  clauses = { "SI 2025/706", "HA96 s.199" },
}
given { dob = "2003-09-01", care_status = "former_relevant", in_programme = false, section_23c_owed_by = "this council",
  lives_here_by_choice = false, works_here = false, family_here = false, special_circumstances_here = false,
  in_care_here_for_two_years = false }
at "2026-06-01 09:00"
event "presents homeless"
expect.decision "part_6_connection_test" { value = "barred", clause = "SI 2025/706" }
expect.decision "local_connection" { value = false }

scenario "(m) The ban begins with 10 July 2025 (change 2025-07-10)" { clauses = { "SI 2025/706", "HA96 s.160ZA" } }
given { dob = "2003-09-01", care_status = "former_relevant" }
at "2025-07-09 12:00"
event "presents homeless"
expect.decision "part_6_connection_test" { value = "allowed", clause = "HA96 s.160ZA" }
at "2025-07-10 12:00"
expect.decision "part_6_connection_test" { value = "barred", clause = "SI 2025/706" }

scenario "(m) Who only qualifies may be asked for a connection by the register" { clauses = { "HA96 s.160ZA" } }
given { dob = "2006-09-01", care_status = "qualifying" }
at "2026-06-01 09:00"
event "presents homeless"
expect.decision "part_6_connection_test" { value = "allowed" }

----------------------------------------------------------------------------------------------------
-- (l) Calendar days and working days
----------------------------------------------------------------------------------------------------

-- From Wednesday 23 December 2026: 25 and 28 December and 1 January are no working days, nor
-- Saturdays and Sundays. The next working day is the 24th, the 45th is 1 March 2027. 14 days
-- beginning with the 23rd end with 5 January, through all of them.
scenario "(l) A referral before Christmas is counted in working days, an out-of-area notice in days" {
  clauses = { "WT", "HA96 s.208(4)" },
}
given { dob = "2010-01-20", approached = "housing" }
at "2026-12-23 10:00"
event "presents homeless"
event "accommodation made available in another district"
expect.deadline "next step on the referral" { due = "2026-12-24" }
expect.deadline "assessment after a referral" { due = "2027-03-01" }
expect.deadline "out-of-area notice" { due = "2027-01-05" }

----------------------------------------------------------------------------------------------------
-- (n) Intentional homelessness of care leavers
----------------------------------------------------------------------------------------------------

scenario "(n) Section 9 of the 2026 Act is off: no date is known on which it begins (change prospective s.9)" {
  clauses = { "HA96 s.191" },
}
given { dob = "2005-09-01", care_status = "former_relevant" }
at "2026-06-01 09:00"
event "presents homeless"
expect.decision "may_be_intentional" { value = true, clause = "HA96 s.191" }

-- part7-s9-on-2026 is the same protocol in a year in which regulations bring section 9 in on 1
-- April 2027: an assumption.

scenario "(n) Once on, section 9 reaches an application that is still undecided" {
  protocol = "part7-s9-on-2026", clauses = { "CWSA26 s.9", "HA96 s.191" },
}
given { dob = "2005-09-01", care_status = "former_relevant", homeless = true, eligible = true,
  priority_need_on_other_ground = true, decision_in_words = "relief is owed", provisional_findings = "left a home by choice",
  how_to_answer = "by telephone" }
at "2027-03-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
fact { intentionally_homeless = true }
at "2027-03-31 12:00"
expect.decision "may_be_intentional" { value = true }
at "2027-04-01 00:01"
expect.decision "may_be_intentional" { value = false, clause = "CWSA26 s.9", at = "2027-04-01 00:00" }
-- 56 days beginning with 1 March are over with 25 April; what was found before does not give the
-- main duty, and is no finding that can be made now.
at "2027-04-27 10:00"
fact { relief_end_ground = "56 days have passed", decision_reasons = "56 days have passed" }
answer("relief duty after 56 days", "ended after 56 days")
expect.choice "intentionality in view" { state = "barred" }
fact { intentionally_homeless = false }
answer("main duty decision", "main duty owed")
expect.duty "main duty" {}

scenario "(n) A finding made the day before it begins stands" { protocol = "part7-s9-on-2026", clauses = { "HA96 s.191" } }
given { dob = "2005-09-01", care_status = "former_relevant", homeless = true, eligible = true,
  priority_need_on_other_ground = true, intentionally_homeless = true, decision_in_words = "relief is owed",
  provisional_findings = "left a home by choice", how_to_answer = "by telephone", decision_reasons = "left a home by choice",
  accommodation_until = "2027-04-30" }
at "2027-02-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2027-03-30 10:00"
fact { relief_end_ground = "56 days have passed" }
answer("relief duty after 56 days", "ended after 56 days")
answer("main duty decision", "intentionality in view")
at "2027-03-31 16:00"
answer("minded to find intentionality", "finding made")
at "2027-04-02 09:00"
expect.duty "accommodation for a reasonable opportunity" { since = "2027-03-31 16:00", ended = nothing }
expect.no "departure"

scenario "(n) Section 9 leaves out who only qualifies, and who is 25" {
  protocol = "part7-s9-on-2026", clauses = { "CWSA26 s.9", "HA96 s.191" },
}
given { dob = "2007-09-01", care_status = "qualifying" }
at "2027-06-01 09:00"
event "presents homeless"
expect.decision "may_be_intentional" { value = true }

-- Born 2 June 2002: 25 as 2 June 2027 begins.
scenario "(n) Section 9 ends with the 25th birthday" { protocol = "part7-s9-on-2026", clauses = { "CWSA26 s.9", "HA96 s.191" } }
given { dob = "2002-06-02", care_status = "former_relevant" }
at "2027-06-01 09:00"
event "presents homeless"
expect.decision "may_be_intentional" { value = false }
at "2027-06-02 09:00"
expect.decision "may_be_intentional" { value = true }

----------------------------------------------------------------------------------------------------
-- (o) The 18th birthday in the middle of an assessment
----------------------------------------------------------------------------------------------------

-- Born 1 July 2008. From Monday 1 June 2026 the 45th working day is Monday 3 August; 18 begins at
-- midnight on 1 July. The next step was due on Tuesday 2 June and is not taken until the 4th: late
-- then, and late for good.
scenario "(o) Turning 18 ends the assessment, not the help, and forgives nothing" { clauses = { "WT", "CA89 s.105" } }
given { dob = "2008-07-01", approached = "housing", safe_tonight = false }
at "2026-06-01 09:00"
event "presents homeless"
expect.deadline "assessment after a referral" { due = "2026-08-03" }
expect.tonight "interim accommodation"
at "2026-06-04 09:00"
event "next step decided"
expect.breach "next step on the referral" { due = "2026-06-02" }
at "2026-06-30 23:59"
expect.stage "assessment at 16 or 17" { left = nothing }
at "2026-07-01 09:00"
expect.stage "assessment at 16 or 17" { outcome = "turned 18", left = "2026-07-01 00:00" }
expect.deadline "assessment after a referral" { status = "void" }
expect.breach "next step on the referral" { due = "2026-06-02" }
expect.decision "section_20" { value = "18 or over" }
expect.notice "hand over at 18" { to = "Housing officer", at = "2026-07-01 00:00" }
expect.stage "homelessness application" { left = nothing }
expect.tonight "interim accommodation"

-- Relief came at 17, on Monday 15 June: its 56th day is Sunday 9 August, and the birthday moves it no more than it begins anew.
scenario "(o) An application that brought relief at 17 is not made again at 18, and its days go on" {
  clauses = { "CA89 s.105", "HA96 s.189B(4)" },
}
given { dob = "2008-07-01", approached = "housing", safe_tonight = false, eligible = true, homeless = true,
  priority_need_on_other_ground = true, decision_in_words = "we must help you find a home" }
at "2026-06-15 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-02 09:00"
expect.notice "hand over at 18" { to = "Housing officer", at = "2026-07-01 00:00" }
expect.stage "homelessness application" { outcome = "homeless", left = "2026-06-15 09:00" }
at "2026-08-10 09:00"
expect.duty "relief" { since = "2026-06-15 09:00", ended = "2026-08-10 00:00" }
expect.duty "main duty" { since = "2026-08-10 00:00" }
