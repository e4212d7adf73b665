-- Part 7 as the modules of stdlib give it, beside the traps. Worked out by hand; 1 June 2026 is a
-- Monday.

use "part7-2026"

----------------------------------------------------------------------------------------------------
-- Threatened with homelessness
----------------------------------------------------------------------------------------------------

-- 56 days after Monday 1 June is Monday 27 July.
scenario "A notice under section 8 threatens from 56 days before its date" { clauses = { "HA96 s.175(5)", "HA96 s.195(1)" } }
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false,
  possession_notice = "section 8", possession_notice_valid = true, only_home = true, notice_ends_on = "2026-07-27",
  decision_in_words = "prevention is owed" }
at "2026-05-31 12:00"
event "presents homeless"
expect.choice "threatened" { state = "barred" }
at "2026-06-01 09:00"
expect.choice "threatened"
answer("homelessness application", "threatened")
expect.decision "threatened_by_law" { value = true, clause = "HA96 s.175(5)" }
expect.duty "prevention" { since = "2026-06-01 09:00" }
expect.notice "decision letter" { state = "done", to = "applicant" }

scenario "A notice under section 21 threatened until the end of April 2026" { clauses = { "HA96 s.175(5), to April 2026" } }
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false,
  possession_notice = "section 21", possession_notice_valid = true, only_home = true, notice_ends_on = "2026-06-10",
  decision_in_words = "prevention is owed" }
at "2026-04-20 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
expect.decision "threatened_by_law" { value = true, clause = "HA96 s.175(5), to April 2026" }

-- Since then it is for the officer to say whether homelessness is likely.
scenario "A notice under section 21 threatens nobody by itself from 1 May 2026 (change 2026-05-01)" {
  clauses = { "HA96 s.175(4)" },
}
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false,
  possession_notice = "section 21", possession_notice_valid = true, only_home = true, notice_ends_on = "2026-06-10" }
at "2026-05-01 09:00"
event "presents homeless"
expect.choice "threatened" { state = "barred" }
fact { likely_homeless_in_56_days = true }
expect.choice "threatened"

scenario "An invalid notice, or one on a second home, threatens nobody by itself" { clauses = { "HA96 s.175(5)" } }
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false,
  possession_notice = "section 8", possession_notice_valid = false, only_home = true, notice_ends_on = "2026-06-10" }
at "2026-06-01 09:00"
event "presents homeless"
expect.choice "threatened" { state = "barred" }
fact { possession_notice_valid = true, only_home = false }
expect.choice "threatened" { state = "barred" }

scenario "A notice under section 8 whose day is past still threatens: a reading" { clauses = { "HA96 s.175(5)" } }
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false,
  possession_notice = "section 8", possession_notice_valid = true, only_home = true, notice_ends_on = "2026-06-10",
  decision_in_words = "prevention is owed" }
at "2026-06-11 09:00"
event "presents homeless"
expect.reading "a notice to leave whose day is past" { chosen = "still threatens" }
answer("homelessness application", "threatened")
expect.decision "threatened_by_law" { value = true, clause = "HA96 s.175(5)" }

scenario "Read otherwise, it threatens on its last day, and after it only who is likely to be homeless" {
  protocol = "part7-waits-2026", clauses = { "HA96 s.175(5)", "HA96 s.175(4)" },
}
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false,
  possession_notice = "section 8", possession_notice_valid = true, only_home = true, notice_ends_on = "2026-06-10",
  decision_in_words = "prevention is owed" }
at "2026-06-10 09:00"
event "presents homeless"
expect.choice "threatened"
at "2026-06-11 09:00"
expect.choice "threatened" { state = "barred" }
fact { likely_homeless_in_56_days = true }
expect.choice "threatened"

----------------------------------------------------------------------------------------------------
-- Prevention, relief, assessment and plan
----------------------------------------------------------------------------------------------------

-- 56 days beginning with 2 March are over with 26 April, and the notice runs to the day after.
scenario "56 days do not end prevention where a valid section 21 notice is what threatens" {
  clauses = { "HA96 s.195(6)", "HA96 s.195(8)" },
}
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = false,
  possession_notice = "section 21", possession_notice_valid = true, only_home = true, notice_ends_on = "2026-04-27",
  decision_in_words = "prevention is owed", decision_reasons = "56 days have passed" }
at "2026-03-02 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-04-27 09:00"
fact { prevention_end_ground = "56 days have passed" }
expect.decision "prevention_may_end_by_time" { value = false, clause = "HA96 s.195(6)" }
expect.choice "ended after 56 days" { state = "barred" }
expect.duty "prevention" { ended = nothing }
fact { possession_notice_valid = false }
expect.choice "ended after 56 days" { missing = nothing }

scenario "Who loses the home while it is being kept goes on to relief" {
  clauses = { "HA96 s.195(8)", "HA96 s.189B(1)", "HA96 s.195(5)" },
}
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = true,
  decision_in_words = "prevention is owed", decision_reasons = "the home was lost", prevention_end_ground = "now homeless" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-06-15 09:00"
fact { homeless = true }
expect.stage "prevention duty" { outcome = "became homeless", left = "2026-06-15 09:00" }
expect.duty "relief" { since = "2026-06-15 09:00" }
expect.notice "prevention ends letter" { state = "done" }
-- 56 days beginning with 15 June end with 9 August.
at "2026-08-09 23:59"
expect.duty "relief" { ended = nothing }

scenario "A home is secured" { clauses = { "HA96 s.189B(7)", "HA96 s.188(1ZA)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, reason_to_believe_homeless = true,
  reason_to_believe_eligible = true, reason_to_believe_priority_need = true, decision_in_words = "relief is owed",
  decision_reasons = "a flat was found" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-20 12:00"
fact { relief_end_ground = "a home is secured" }
answer("relief duty", "home secured")
expect.stage "interim accommodation" { left = "2026-06-20 12:00" }
expect.status "closed" { outcome = "homelessness relieved" }

scenario "The plan is written once the needs are known and the steps of both" { clauses = { "HA96 s.189A", "HA96 s.202(3)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
expect.duty "assessment and plan under review" { since = "2026-06-01 09:00" }
expect.notice "personalised housing plan" { state = "called" }
expect.needs "needs_found" { kind = "letter", waiting = "give the housing plan", blocks = false }
at "2026-06-03 10:00"
fact { needs_found = "needs a place near college" }
expect.deadline "assess circumstances, housing and support needs" { status = "met", met_at = "2026-06-03 10:00" }
fact { council_steps = "look for a room" }
expect.notice "personalised housing plan" { state = "called" }
at "2026-06-04 10:00"
fact { own_steps = "collect payslips" }
expect.notice "personalised housing plan" { state = "done", done = "2026-06-04 10:00" }
-- 21 days beginning with Thursday 4 June end with Wednesday 24 June.
expect.deadline "ask for a review of the steps of the plan" { due = "2026-06-24" }

----------------------------------------------------------------------------------------------------
-- Interim accommodation
----------------------------------------------------------------------------------------------------

scenario "Interim accommodation on mere reason to believe, whatever the local connection" { clauses = { "HA96 s.188(1)" } }
given { dob = "2004-02-11", reason_to_believe_homeless = true, reason_to_believe_eligible = true, care_status = "none",
  lives_here_by_choice = false, works_here = false, family_here = false, special_circumstances_here = false,
  in_care_here_for_two_years = false }
at "2026-06-01 09:00"
event "presents homeless"
expect.no.duty "interim accommodation"
expect.decision "local_connection" { value = false }
at "16:30"
fact { reason_to_believe_priority_need = true }
expect.duty "interim accommodation" { since = "2026-06-01 16:30", owner = "Housing officer" }
expect.tonight "interim accommodation" { provider = "Housing authority", paid_by = "Housing authority" }

scenario "It is not ended by a view, only by the letter that says so" {
  clauses = { "Mitchell v Islington", "HA96 s.184", "HA96 s.193(1)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", history_complete = true,
  vulnerable_from_care = false, priority_need_on_other_ground = false, intentionally_homeless = false,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  decision_in_words = "no main duty is owed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-08-03 10:00"
expect.decision "priority_need" { value = false }
fact { relief_end_ground = "56 days have passed" }
answer("relief duty after 56 days", "ended after 56 days")
answer("main duty decision", "no priority need")
expect.notice "adverse decision letter" { state = "called" }
expect.needs "decision_reasons" { kind = "letter" }
expect.duty "interim accommodation" { ended = nothing }
at "2026-08-05 09:30"
fact { decision_reasons = "none of the grounds of priority need is met" }
expect.notice "adverse decision letter" { state = "done", done = "2026-08-05 09:30" }
expect.duty "interim accommodation" { ended = "2026-08-05 09:30" }

scenario "The main duty takes over from interim accommodation" {
  clauses = { "HA96 s.188(1ZA)", "HA96 s.189B(2)", "HA96 s.193(2)", "HA96 s.193(5)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true, decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-27 09:00"
expect.duty "interim accommodation" { ended = "2026-07-27 00:00" }
expect.tonight "temporary accommodation" { since = "2026-07-27 00:00" }
expect.choice "ended" { state = "barred", missing = nothing }
at "2026-11-02 09:00"
fact { main_duty_end_ground = "accepted a council or housing association home" }
answer("main duty", "ended")
expect.duty "main duty" { ended = "2026-11-02 09:00" }

-- 56 days beginning with 1 June are over with 26 July.
scenario "What nobody has decided is not intentional: relief ends by itself, by the words of the section" {
  clauses = { "HA96 s.189B(4)", "HA96 s.193(1)(a)", "HA96 s.193(2)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-27 09:00"
expect.decision "held_intentional" { value = false, clause = "HA96 s.193(1)(a)" }
expect.reading "intention of which nothing is recorded" { chosen = "not intentional until decided" }
expect.duty "relief" { ended = "2026-07-27 00:00" }
expect.duty "main duty" { since = "2026-07-27 00:00" }

scenario "Read otherwise, relief and the main duty wait for the decision" {
  protocol = "part7-waits-2026", clauses = { "HA96 s.189B(4)", "HA96 s.193(1)(a)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-27 09:00"
expect.reading "intention of which nothing is recorded" { chosen = "waits for the decision" }
expect.duty "relief" { ended = nothing }
expect.no.decision "held_intentional"
expect.needs "intentionally_homeless" { waiting = "56 days over" }
at "2026-08-03 09:00"
fact { intentionally_homeless = false }
expect.duty "main duty" { since = "2026-08-03 09:00" }

-- 56 days beginning with 1 June are over with 26 July; whether homelessness is intentional is still looked into, and that is
-- recorded.
scenario "Undecided after 56 days relief goes on, and a notice may end it" {
  clauses = { "HA96 s.189B(4)", "HA96 s.189B(7)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intention_in_question = true, decision_in_words = "relief is owed", decision_reasons = "56 days have passed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-27 09:00"
expect.duty "relief" { ended = nothing }
expect.no.choice "ended after 56 days"
at "2026-07-28 09:00"
fact { relief_end_ground = "56 days have passed" }
expect.stage "relief duty" { outcome = "56 days over, and nothing decided" }
answer("relief duty after 56 days", "ended after 56 days")
expect.duty "relief" { ended = "2026-07-28 09:00" }

-- It is told by a letter, which does not go without reasons. 21 days beginning with Thursday 30 July end with Wednesday 19
-- August; asked on that day, 8 weeks beginning with it end with Tuesday 13 October.
scenario "Who is no longer eligible, or left, is owed the main duty no more; a letter says so, and can be reviewed" {
  clauses = { "HA96 s.193(5)", "HA96 s.193(6)", "HA96 s.202(1)", "HA96 s.202(3)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-27 09:00"
fact { main_duty_end_ground = "left the temporary home" }
expect.choice "ended by an offer" { state = "barred" }
answer("main duty", "ended")
expect.duty "main duty" { ended = "2026-07-27 09:00" }
expect.notice "main duty ends letter" { state = "called" }
expect.needs "decision_reasons" { kind = "letter", waiting = "tell that the main duty has ended" }
expect.no.deadline "ask for a review of the decision"
at "2026-07-30 09:00"
fact { decision_reasons = "the flat stood empty" }
expect.notice "main duty ends letter" { state = "done", done = "2026-07-30 09:00" }
expect.deadline "ask for a review of the decision" { due = "2026-08-19", status = "live", owner = "applicant" }
at "2026-08-19 16:00"
event "asks for a review"
expect.deadline "decide the review of the decision" { due = "2026-10-13", status = "live" }

-- Offered and told on Monday 3 August. Without that letter a refusal ends nothing.
scenario "A refused offer ends the main duty only once a letter has told what follows, and of the review" {
  clauses = { "HA96 s.193(7)", "HA96 s.193(5)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_reasons = "the flat was suitable, and was refused" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 09:00"
fact { main_duty_end_ground = "refused a council or housing association home" }
expect.choice "ended" { state = "barred" }
expect.choice "ended by an offer" { state = "barred" }
at "2026-08-03 09:00"
fact { home_offered = "2 Mill Lane" }
event "accommodation is offered"
expect.notice "offer letter" { state = "called" }
expect.needs "offer_consequences" { kind = "letter" }
expect.choice "ended by an offer" { state = "barred" }
fact { offer_consequences = "if you say no, our duty to house you ends" }
expect.notice "offer letter" { state = "done", done = "2026-08-03 09:00" }
at "2026-08-05 09:00"
answer("main duty", "ended by an offer")
expect.duty "main duty" { ended = "2026-08-05 09:00" }
expect.notice "main duty ends letter" { state = "done", done = "2026-08-05 09:00" }
-- 21 days beginning with Wednesday 5 August end with Tuesday 25 August.
expect.deadline "ask for a review of the decision" { due = "2026-08-25", status = "live" }

----------------------------------------------------------------------------------------------------
-- Intentional homelessness
----------------------------------------------------------------------------------------------------

scenario "From 3 May 2024 to find a care leaver intentionally homeless should be exceptional (change 2024-05-03)" {
  clauses = { "Code ch 22, from May 2024" },
}
given { dob = "2004-02-11", care_status = "former_relevant" }
at "2024-05-02 09:00"
event "presents homeless"
expect.no.decision "intentionality_exceptional"
at "2024-05-03 09:00"
expect.decision "intentionality_exceptional" { value = true, clause = "Code ch 22, from May 2024" }
expect.decision "may_be_intentional" { value = true } -- it bars nothing

-- Relief since 1 June: beyond 26 July it is ended by notice, since homelessness is found to be
-- intentional.
scenario "A finding comes after what was minded to be found, and gives a reasonable opportunity" {
  clauses = { "HA96 s.191", "HA96 s.190", "HA96 s.184" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", priority_need_on_other_ground = true,
  intentionally_homeless = true, reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true, decision_in_words = "homeless intentionally",
  decision_reasons = "the tenancy was given up", relief_end_ground = "56 days have passed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 10:00"
answer("relief duty after 56 days", "ended after 56 days")
expect.choice "main duty owed" { state = "barred" }
answer("main duty decision", "intentionality in view")
expect.notice "minded-to letter" { state = "called" }
expect.choice "finding made" { state = "barred" }
at "2026-07-29 10:00"
fact { provisional_findings = "the tenancy was given up without need", how_to_answer = "by 12 August, by telephone or letter" }
expect.notice "minded-to letter" { state = "done", done = "2026-07-29 10:00" }
expect.deadline "answer the minded-to letter" { status = "undated", owner = "applicant" }
at "2026-08-14 10:00"
answer("minded to find intentionality", "finding made")
expect.duty "accommodation for a reasonable opportunity" { since = "2026-08-14 10:00", ended = nothing }
expect.duty "interim accommodation" { ended = "2026-08-14 10:00" }
expect.notice "intentionality letter" { state = "called" }
expect.needs "accommodation_until" { kind = "letter" }
at "11:00"
fact { accommodation_until = "2026-09-11" }
expect.notice "intentionality letter" { state = "done", done = "2026-08-14 11:00" }
-- 21 days beginning with 14 August end with 3 September.
expect.deadline "ask for a review of the decision" { due = "2026-09-03", status = "live" }
at "2026-09-11 23:00"
expect.duty "accommodation for a reasonable opportunity" { ended = nothing }
at "2026-09-12 09:00"
expect.duty "accommodation for a reasonable opportunity" { ended = "2026-09-12 00:00" }
expect.status "closed" { outcome = "intentionally homeless" }

----------------------------------------------------------------------------------------------------
-- Non-co-operation
----------------------------------------------------------------------------------------------------

scenario "Help ends for non-co-operation only after a warning, and when somebody else has authorised it" {
  clauses = { "HA96 s.193B(1)", "HA96 s.193B(2)", "HA96 s.193B(4)", "SI 2018/223 reg 3", "HA96 s.193C(4)" },
}
given { dob = "2006-09-01", eligible = true, homeless = true, care_status = "former_relevant",
  priority_need_on_other_ground = true, intentionally_homeless = false, decision_in_words = "relief is owed",
  decision_reasons = "viewings were refused without a reason" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-10 09:00"
event "refuses to co-operate"
fact { refusal_deliberate_and_unreasonable = true }
expect.choice "help should end" { state = "barred" } -- the warning has not gone
fact { steps_not_taken = "three viewings were refused" }
expect.notice "warning to co-operate" { state = "done", done = "2026-06-10 09:00" }
at "2026-06-24 09:00"
answer("non-co-operation", "help should end")
expect.choice "authorised" { state = "cannot tell" }
fact { authoriser_at_least_as_senior = true, authoriser_of_childrens_services = false }
expect.choice "authorised" { state = "barred" } -- for a care leaver somebody of children's services
fact { authoriser_of_childrens_services = true }
answer("ending help for non-co-operation", "authorised")
expect.stage "relief duty" { stopped = true, left = "2026-06-24 09:00" }
expect.notice "non-co-operation letter" { state = "done" }
expect.duty "accommodation until a final offer" { since = "2026-06-24 09:00", clause = "HA96 s.193C(4)" }
expect.deadline "ask for a review of the decision" { due = "2026-07-14" }

scenario "Accommodation after non-co-operation ends with a final offer, once its letter has gone" {
  clauses = { "HA96 s.193C(4)", "HA96 s.193C(6)", "HA96 s.193A(5)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_in_words = "relief is owed", decision_reasons = "viewings were refused",
  steps_not_taken = "three viewings were refused", refusal_deliberate_and_unreasonable = true,
  authoriser_at_least_as_senior = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-10 09:00"
event "refuses to co-operate"
answer("non-co-operation", "help should end")
answer("ending help for non-co-operation", "authorised")
expect.duty "accommodation until a final offer" { since = "2026-06-10 09:00", ended = nothing }
expect.tonight "accommodation until a final offer" { provider = "Housing authority" }
at "2026-07-01 09:00"
fact { reduced_duty_end_ground = "refused our final offer of a home", final_offer_kind = "final Part 6 offer",
  home_offered_suitable = true }
expect.choice "final offer refused" { state = "barred" } -- no letter has told what follows
event "final offer is made"
fact { home_offered = "2 Mill Lane", offer_consequences = "if you say no, we need not house you" }
expect.notice "final offer letter" { state = "done", done = "2026-07-01 09:00" }
-- 21 days beginning with Wednesday 1 July end with Tuesday 21 July.
expect.deadline "ask for a review of the suitability of the final offer" { due = "2026-07-21", status = "live" }
at "2026-07-08 09:00"
answer("reduced duty", "final offer refused")
expect.duty "accommodation until a final offer" { ended = "2026-07-08 09:00" }
expect.notice "accommodation ends letter" { state = "done" }
-- 21 days beginning with Wednesday 8 July end with Tuesday 28 July.
expect.deadline "ask for a review of the decision" { due = "2026-07-28", status = "live" }

scenario "It ends without an offer for who leaves, is no longer eligible or rents elsewhere" { clauses = { "HA96 s.193C(5)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_in_words = "relief is owed", decision_reasons = "viewings were refused",
  steps_not_taken = "three viewings were refused", refusal_deliberate_and_unreasonable = true,
  authoriser_at_least_as_senior = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-10 09:00"
event "refuses to co-operate"
answer("non-co-operation", "help should end")
answer("ending help for non-co-operation", "authorised")
at "2026-07-01 09:00"
fact { reduced_duty_end_ground = "left the temporary home" }
expect.choice "final offer refused" { state = "barred" }
answer("reduced duty", "ended without an offer")
expect.duty "accommodation until a final offer" { ended = "2026-07-01 09:00" }
expect.notice "accommodation ends letter" { state = "done" }

-- part7-two-officers lets either of two officers decide each step. Who decided that help should end may not authorise it;
-- recorded all the same, it is a departure from regulation 3, and is followed.
scenario "Who decided that help should end may not authorise it" {
  protocol = "part7-two-officers", clauses = { "SI 2018/223 reg 3", "HA96 s.193B(2)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_in_words = "relief is owed", decision_reasons = "viewings were refused",
  steps_not_taken = "three viewings were refused", refusal_deliberate_and_unreasonable = true,
  authoriser_at_least_as_senior = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-10 09:00"
event "refuses to co-operate"
sign("non-co-operation", "help should end", "Housing officer")
expect.stage "non-co-operation" { decided_by = "Housing officer" }
at "2026-06-11 09:00"
sign("ending help for non-co-operation", "authorised", "Housing officer")
expect.departure "may not decide" { clause = "SI 2018/223 reg 3" }

scenario "Somebody else may, and by signing takes it" {
  protocol = "part7-two-officers", clauses = { "SI 2018/223 reg 3", "HA96 s.193B(2)", "HA96 s.193C(4)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_in_words = "relief is owed", decision_reasons = "viewings were refused",
  steps_not_taken = "three viewings were refused", refusal_deliberate_and_unreasonable = true,
  authoriser_at_least_as_senior = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-10 09:00"
event "refuses to co-operate"
sign("non-co-operation", "help should end", "Housing officer")
at "2026-06-11 09:00"
sign("ending help for non-co-operation", "authorised", "Authorising officer")
expect.no "departure"
expect.duty "accommodation until a final offer" { since = "2026-06-11 09:00" }

----------------------------------------------------------------------------------------------------
-- Offers
----------------------------------------------------------------------------------------------------

-- Offered and told on Monday 15 June: 21 days beginning with it end with Sunday 5 July.
scenario "A final offer that is refused ends relief, and there is no main duty; not before its letter" {
  clauses = { "HA96 s.193A(1)", "HA96 s.193A(2)", "HA96 s.193A(4)", "HA96 s.193A(6)", "HA96 s.188(2A)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true, decision_in_words = "relief is owed",
  decision_reasons = "the flat was suitable, and was refused", final_offer_kind = "final accommodation offer",
  tenancy_offered = "assured tenancy" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-15 09:00"
fact { relief_end_ground = "a final offer was refused" }
expect.choice "final offer refused" { state = "barred" }
fact { home_offered = "2 Mill Lane", offer_consequences = "if you say no, we need not house you" }
event "final offer is made"
expect.notice "final offer letter" { state = "done", done = "2026-06-15 09:00" }
expect.deadline "ask for a review of the suitability of the final offer" { due = "2026-07-05", status = "live" }
expect.choice "final offer refused" { state = "cannot tell" } -- is it suitable?
fact { home_offered_suitable = true }
expect.decision "final_offer_stands" { value = true, clause = "HA96 s.193A(4)" }
at "2026-06-20 09:00"
answer("relief duty", "final offer refused")
expect.duty "relief" { ended = "2026-06-20 09:00" }
expect.notice "relief ends letter" { state = "done" }
expect.duty "interim accommodation" { ended = "2026-06-20 09:00" }
at "2026-08-03 09:00"
expect.no.duty "main duty"
expect.no.stage "main duty decision"

-- Asked on Thursday 18 June: 8 weeks beginning with it end with Wednesday 12 August.
scenario "While it is looked at again whether a final offer was suitable, interim accommodation goes on" {
  clauses = { "HA96 s.188(2A)", "HA96 s.202(1)(h)", "SI 2018/223 reg 9" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true, decision_in_words = "relief is owed",
  decision_reasons = "the flat was suitable, and was refused", final_offer_kind = "final Part 6 offer",
  home_offered_suitable = true, home_offered = "2 Mill Lane", offer_consequences = "if you say no, we need not house you",
  review_in_words = "the flat was suitable", review_reasons = "it was near college" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-15 09:00"
event "final offer is made"
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
expect.deadline "decide the review of the suitability of the final offer" { due = "2026-08-12", status = "live" }
at "2026-06-20 09:00"
fact { relief_end_ground = "a final offer was refused" }
answer("relief duty", "final offer refused")
expect.duty "interim accommodation" { ended = nothing }
at "2026-07-10 09:00"
answer("review of the suitability of the final offer", "decision stands")
expect.duty "interim accommodation" { ended = "2026-07-10 09:00" }

scenario "A review of a final offer that is withdrawn keeps interim accommodation no longer" { clauses = { "HA96 s.188(2A)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true, decision_in_words = "relief is owed",
  decision_reasons = "the flat was suitable, and was refused", final_offer_kind = "final Part 6 offer",
  home_offered_suitable = true, home_offered = "2 Mill Lane", offer_consequences = "if you say no, we need not house you" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-15 09:00"
event "final offer is made"
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-06-20 09:00"
fact { relief_end_ground = "a final offer was refused" }
answer("relief duty", "final offer refused")
at "2026-06-24 09:00"
expect.duty "interim accommodation" { ended = nothing }
answer("review of the suitability of the final offer", "withdrawn")
expect.duty "interim accommodation" { ended = "2026-06-24 09:00" }

scenario "Bound to another home, nobody can be made a final offer" { clauses = { "HA96 s.193A(6)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, final_offer_kind = "final Part 6 offer", home_offered_suitable = true,
  tied_to_another_home = true, home_offered = "2 Mill Lane", offer_consequences = "if you say no, we need not house you" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-15 09:00"
event "final offer is made"
fact { relief_end_ground = "a final offer was refused" }
expect.decision "final_offer_stands" { value = false, clause = "HA96 s.193A(6)" }
expect.choice "final offer refused" { state = "barred" }

scenario "Six months of an assured shorthold tenancy made a final offer until the end of April 2026 (change 2026-05-01)" {
  clauses = { "HA96 s.193A(4), to April 2026", "HA96 s.193A(4)", "HA96 s.193A(1)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, home_offered_suitable = true,
  final_offer_kind = "final accommodation offer", tenancy_offered = "assured shorthold tenancy", fixed_term_in_months = 5 }
at "2026-04-30 09:00"
event "presents homeless"
expect.decision "final_offer_stands" { value = false, clause = "HA96 s.193A(1)" }
fact { fixed_term_in_months = 6 }
expect.decision "final_offer_stands" { value = true, clause = "HA96 s.193A(4), to April 2026" }
at "2026-05-01 09:00"
expect.decision "final_offer_stands" { value = false, clause = "HA96 s.193A(1)" }
fact { tenancy_offered = "assured tenancy", fixed_term_in_months = 0 }
expect.decision "final_offer_stands" { value = true, clause = "HA96 s.193A(4)" }

scenario "Another offer that is refused in relief does not take the main duty away" {
  clauses = { "HA96 s.189B(7)", "HA96 s.193(1)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_in_words = "the main duty is owed",
  decision_reasons = "the room was suitable, and was refused", relief_end_ground = "an offer was refused" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-20 09:00"
answer("relief duty", "ended on another ground")
answer("main duty decision", "main duty owed")
expect.duty "main duty" { since = "2026-06-20 09:00" }

-- Until the end of April 2026 a year of a fixed term was needed; since then no tenancy has one.
scenario "What a private landlord must offer to end the main duty (change 2026-05-01)" {
  clauses = { "HA96 s.193(7AC), to April 2026", "HA96 s.193(7AC)", "HA96 s.193(7)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_reasons = "the flat was suitable, and was refused", home_offered = "2 Mill Lane",
  offer_consequences = "if you say yes or no, our duty to house you ends", tenancy_offered = "assured shorthold tenancy",
  fixed_term_in_months = 11 }
at "2026-02-02 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-04-30 09:00" -- relief ended with 29 March
event "accommodation is offered"
fact { main_duty_end_ground = "refused a private rented home" }
expect.decision "private_rented_offer" { value = false, clause = "HA96 s.193(7)" }
expect.choice "ended by an offer" { state = "barred" }
fact { fixed_term_in_months = 12 }
expect.decision "private_rented_offer" { value = true, clause = "HA96 s.193(7AC), to April 2026" }
expect.choice "ended by an offer"
at "2026-05-01 09:00"
expect.choice "ended by an offer" { state = "barred" }
fact { tenancy_offered = "assured tenancy", fixed_term_in_months = 0 }
expect.decision "private_rented_offer" { value = true, clause = "HA96 s.193(7AC)" }
answer("main duty", "ended by an offer")
expect.duty "main duty" { ended = "2026-05-01 09:00" }

----------------------------------------------------------------------------------------------------
-- Another authority
----------------------------------------------------------------------------------------------------

-- In care in this district from 3 March 2020: two years are over on 3 March 2022, the day on which
-- it ceases. 16 on 1 September 2022, 21 on 1 September 2027.
scenario "Two years in care in a district, some of it before 16, give a connection until 21" { clauses = { "HA96 s.199(10)" } }
given { dob = "2006-09-01", care_status = "qualifying", lives_here_by_choice = false, works_here = false, family_here = false,
  special_circumstances_here = false, in_care_here_for_two_years = false,
  spells = { { kind = "in_care_here", from = "2020-03-03", to = "2022-03-03" } } }
at "2027-08-31 09:00"
event "presents homeless"
expect.decision "connected_by_two_years_in_care" { value = true, clause = "HA96 s.199(10)" }
expect.decision "local_connection" { value = true }
at "2027-09-01 09:00"
expect.decision "local_connection" { value = false }

scenario "A day short of two years is not enough" { clauses = { "HA96 s.199(10)" } }
given { dob = "2006-09-01", care_status = "qualifying", lives_here_by_choice = false, works_here = false, family_here = false,
  special_circumstances_here = false, in_care_here_for_two_years = false,
  spells = { { kind = "in_care_here", from = "2020-03-03", to = "2022-03-02" } } }
at "2026-06-01 09:00"
event "presents homeless"
expect.decision "local_connection" { value = false }

-- 14 days beginning with Monday 1 June end with Sunday 14 June.
scenario "A home in another district is told to the council there in 14 days" { clauses = { "HA96 s.208(4)" } }
given { dob = "2004-02-11" }
at "2026-06-01 15:00"
event "accommodation made available in another district"
expect.deadline "out-of-area notice" { due = "2026-06-14", status = "live", owner = "Housing officer" }
at "2026-06-14 23:59"
done "out-of-area notice"
expect.deadline "out-of-area notice" { status = "met" }
expect.no "breach"

----------------------------------------------------------------------------------------------------
-- Two summaries
----------------------------------------------------------------------------------------------------

-- 24, so article 4 is past; not vulnerable, and no other ground: not in priority need.
scenario "Whether a home is owed: none, for a while, or until it is ended" {
  clauses = { "HA96 s.189(1)", "HA96 s.190", "HA96 s.193(2)", "HA96 s.188(1)" },
}
given { dob = "2002-03-01", care_status = "former_relevant", homeless = true, eligible = true, vulnerable_from_care = false,
  priority_need_on_other_ground = false, was_in_care_at_any_time = true }
at "2026-06-01 09:00"
event "presents homeless"
expect.decision "accommodation_owed" { value = "none", clause = "HA96 s.189(1)" }
fact { priority_need_on_other_ground = true }
expect.decision "accommodation_owed" { value = "owed" } -- of intention nothing is recorded
fact { intention_in_question = true }
expect.decision "accommodation_owed" { value = nothing }
fact { intentionally_homeless = true }
expect.decision "accommodation_owed" { value = "limited", clause = "HA96 s.190" }
fact { intentionally_homeless = false }
expect.decision "accommodation_owed" { value = "owed", clause = "HA96 s.193(2)" }
fact { homeless = false }
expect.decision "accommodation_owed" { value = "none", clause = "HA96 s.188(1)" }

scenario "In care, a care leaver, or neither" {
  clauses = { "CA89 s.22(1)", "CA89 s.23A(2)", "CA89 s.23C(1)", "CA89 s.24(1B)" },
}
given { dob = "2006-03-01" }
at "2026-06-01 09:00"
fact { care_status = "eligible" }
expect.decision "in_care" { value = true }
expect.decision "care_leaver" { value = false }
expect.decision "in_or_from_care" { value = true }
fact { care_status = "qualifying" }
expect.decision "in_care" { value = false }
expect.decision "care_leaver" { value = true, clause = "CA89 s.24(1B)" }
expect.decision "in_or_from_care" { value = true }
fact { care_status = "none" }
expect.decision "care_leaver" { value = false }
expect.decision "in_or_from_care" { value = false }
fact { care_status = "former_relevant" }
expect.decision "care_leaver" { value = true, clause = "CA89 s.23C(1)" }
fact { care_status = "looked_after" }
expect.decision "care_leaver" { value = false }
fact { care_status = "relevant" }
expect.decision "care_leaver" { value = true, clause = "CA89 s.23A(2)" }

----------------------------------------------------------------------------------------------------
-- Who is no longer eligible, or withdraws, while relief is owed
----------------------------------------------------------------------------------------------------

scenario "Eligible no more while relief is owed: that no duty follows is told too, and interim accommodation ends with it" {
  clauses = { "HA96 s.189B(7)", "Mitchell v Islington" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  decision_in_words = "what we must do", decision_reasons = "why" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
expect.duty "interim accommodation" { since = "2026-06-01 09:00" }
at "2026-06-20 09:00"
fact { eligible = false, relief_end_ground = "no longer eligible" }
answer("relief duty", "ended on another ground")
expect.notice "relief ends letter" { state = "done" }
expect.notice "adverse decision letter" { state = "done" }
expect.stage "interim accommodation" { outcome = "told that no duty follows", left = "2026-06-20 09:00" }

scenario "Withdrawn while relief is owed: interim accommodation ends once the letter says that relief has ended" {
  clauses = { "HA96 s.189B(7)", "HA96 s.188(1ZA)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  decision_in_words = "what we must do" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-20 09:00"
fact { relief_end_ground = "the application was withdrawn" }
answer("relief duty", "ended on another ground")
expect.stage "interim accommodation" { left = nothing }
at "2026-06-22 09:00"
fact { decision_reasons = "you told us so" }
expect.stage "interim accommodation" { outcome = "the application was withdrawn", left = "2026-06-22 09:00" }

-- The 56th day of 1 June is Sunday 26 July.
scenario "Not eligible when the 56 days are over: no main duty, and a letter that says so" {
  clauses = { "HA96 s.189B(4)", "Mitchell v Islington" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  decision_in_words = "what we must do", decision_reasons = "why" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-20 09:00"
fact { eligible = false }
at "2026-07-27 09:00"
expect.stage "relief duty" { outcome = "56 days over", left = "2026-07-27 00:00" }
expect.no.stage "main duty"
expect.notice "adverse decision letter" { state = "done" }
expect.stage "interim accommodation" { outcome = "told that no duty follows", left = "2026-07-27 00:00" }

scenario "Not eligible when the main duty is decided: none is owed, and a letter says so" { clauses = { "HA96 s.193(1)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  decision_in_words = "what we must do", decision_reasons = "why" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-20 09:00"
fact { eligible = false, relief_end_ground = "an offer was refused" }
answer("relief duty", "ended on another ground")
answer("main duty decision", "not homeless, or not eligible")
expect.notice "adverse decision letter" { state = "done" }
expect.stage "interim accommodation" { outcome = "told that no duty follows", left = "2026-06-20 09:00" }
