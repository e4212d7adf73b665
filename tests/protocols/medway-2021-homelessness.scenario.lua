-- Medway 2021, section 12: towards an application, prevention and relief, the main duty, intentional homelessness and its
-- review. Worked out by hand from the table of clauses (protocols/clauses/medway-2021.tsv) and, where the text leaves it to
-- the Act, from the Act; the comments are the workings.
--
-- The days: 1 June 2026 is a Monday. 56 days beginning with it end with Sunday 26 July. Who is born on 1 March 2003 is 23.

use "medway-2021"

----------------------------------------------------------------------------------------------------
-- 12.1, 12.2. Towards an application
----------------------------------------------------------------------------------------------------

-- Two clauses against each other: as read, the duties follow from eligibility alone.
scenario "An application before planned routes are used up is taken all the same" { clauses = { "12.1", "12.3/1", "14.1/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  planned_routes_used_up = false, decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
expect.decision "application_taken" { value = true, clause = "12.1" }
expect.reading "an application before that" { chosen = "is taken all the same", clause = "12.1", against = "12.3/1" }
expect.entry "care leavers presenting as homeless" { what = "counted", clause = "14.1/2" }
answer("homelessness application", "homeless")
expect.duty "relief" { owner = "Housing Options Officer", since = "2026-06-01 09:00", clause = "12.6/1" }

scenario "No officer yet: the duty to refer, with consent" { clauses = { "12.2/1", "12.2/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, known_to_housing_options = false }
at "2026-06-01 09:00"
event "may be homeless or threatened"
expect.stage "towards an application" { outcome = "no officer yet", clause = "12.2/1" }
expect.stage "duty to refer" { owner = "Personal Advisor", clause = "12.2/2" }
expect.referral "refer under the duty to refer" { state = "waits for consent", to = "Housing Options Team" }
at "10:00"
consent("referral", "given")
fact { authority_chosen = "Medway" }
expect.referral "refer under the duty to refer" { state = "done", via = "housing mailbox", clause = "12.2/2" }
answer("duty to refer", "referred")
expect.stage "duty to refer" { outcome = "referred" }
expect.deadline "ask which authority the young person chooses" { status = "met" }

-- As read, section 213B binds after an earlier contact too.
scenario "An officer has the case: to that officer, and the duty to refer all the same" { clauses = { "12.2/1", "12.2/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, known_to_housing_options = true }
at "2026-06-01 09:00"
event "may be homeless or threatened"
expect.referral "go to the officer in the case" { to = "Housing Options Officer", clause = "12.2/1" }
expect.decision "referred_on_consent" { value = true, clause = "12.2/2" }
expect.reading "the duty to refer" { chosen = "a duty, as in the Act" }
consent("referral", "refused")
expect.referral "refer under the duty to refer" { state = "withheld" }
answer("duty to refer", "no consent")
expect.stage "duty to refer" { outcome = "no consent" }
expect.no "breach"

----------------------------------------------------------------------------------------------------
-- 12.3 to 12.5. Applying
----------------------------------------------------------------------------------------------------

scenario "Interim accommodation on reason to believe" { clauses = { "12.3/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, reason_to_believe_homeless = true,
  reason_to_believe_eligible = true }
at "2026-06-01 09:00"
event "presents homeless"
expect.no.duty "interim accommodation"
at "16:30"
fact { reason_to_believe_priority_need = true }
expect.duty "interim accommodation" { owner = "Housing Options Officer", since = "2026-06-01 16:30", clause = "12.3/2" }
expect.tonight "interim accommodation" { provider = "Medway Housing Services", paid_by = "Medway Housing Services" }
expect.reading "interim accommodation begins" { chosen = "on reason to believe, as in the Act" }
at "2026-06-02 09:00"
answer("homelessness application", "withdrawn")
expect.duty "interim accommodation" { ended = "2026-06-02 09:00" }
expect.status "closed" { outcome = "application withdrawn" }

scenario "Not eligible: no duty" { clauses = { "12.3/1" } }
given { dob = "2003-03-01", care_status = "none", medways_own = false, eligible = false, decision_in_words = "not eligible",
  decision_reasons = "no right to help", reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true }
at "2026-06-01 09:00"
event "presents homeless"
expect.choice "homeless" { state = "barred" }
answer("homelessness application", "no duty")
expect.deadline "send the adverse decision" { status = "met", owner = "Housing Options Officer" }
expect.stage "interim accommodation" { outcome = "told that no duty follows", left = "2026-06-01 09:00" }

scenario "The assessment, the plan, and what is likely" { clauses = { "12.4/1", "12.4/2", "12.5/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
expect.duty "assessment and plan under review" { owner = "Housing Options Officer", clause = "12.4/1" }
expect.deadline "assess circumstances, housing and support needs" { status = "undated" }
expect.notice "personalised housing plan" { state = "called" }
expect.notice "tell of the shortage of homes" { to = "applicant", clause = "12.5/2" }
at "2026-06-03 10:00"
fact { needs_found = "near college", council_steps = "look for a room", own_steps = "collect payslips" }
expect.deadline "assess circumstances, housing and support needs" { status = "met" }
expect.notice "personalised housing plan" { state = "done", done = "2026-06-03 10:00" }
expect.deadline "give the housing plan" { status = "met", clause = "12.4/2" }

----------------------------------------------------------------------------------------------------
-- 12.6. Prevention, relief, the main duty
----------------------------------------------------------------------------------------------------

-- 56 days beginning with Monday 1 June end with Sunday 26 July; prevention goes on until a letter ends it.
scenario "Prevention for 56 days, and on, and a home is secured" { clauses = { "12.6/1", "12.3/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = false,
  likely_homeless_in_56_days = true, decision_in_words = "prevention is owed", decision_reasons = "a flat was found" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-07-26 23:59"
expect.stage "prevention duty" { left = nothing, clause = "12.6/1" }
after "2026-07-27 00:00"
expect.stage "prevention duty" { outcome = "56 days over", left = "2026-07-27 00:00" }
expect.stage "prevention duty after 56 days" { owner = "Housing Options Officer", left = nothing, clause = "12.6/1" }
at "2026-08-03 10:00"
fact { prevention_end_ground = "a home is secured" }
answer("prevention duty after 56 days", "home secured")
expect.status "closed" { outcome = "homelessness prevented" }
expect.deadline "tell that prevention has ended" { status = "met" }

scenario "Prevention ended after 56 days" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = false,
  likely_homeless_in_56_days = true, possession_notice = "none", decision_in_words = "prevention is owed",
  decision_reasons = "56 days" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-07-27 10:00"
fact { prevention_end_ground = "56 days have passed" }
answer("prevention duty after 56 days", "ended after 56 days")
expect.stage "prevention duty after 56 days" { outcome = "ended after 56 days" }

scenario "Prevention ended on another ground, early and late" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = false,
  likely_homeless_in_56_days = true, decision_in_words = "prevention is owed", decision_reasons = "a refusal",
  prevention_end_ground = "an offer was refused" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-06-08 09:00"
answer("prevention duty", "ended on another ground")
expect.stage "prevention duty" { outcome = "ended on another ground" }
-- A second application, on Tuesday 9 June: 56 days beginning with it end with Monday 3 August.
at "2026-06-09 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-08-04 09:00"
expect.stage "prevention duty" { outcome = "56 days over", left = "2026-08-04 00:00" }
answer("prevention duty after 56 days", "ended on another ground")
expect.stage "prevention duty after 56 days" { outcome = "ended on another ground" }

scenario "A home is secured while prevention runs" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = false,
  likely_homeless_in_56_days = true, decision_in_words = "prevention is owed", decision_reasons = "a flat was found" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-06-15 09:00"
fact { prevention_end_ground = "a home is secured" }
answer("prevention duty", "home secured")
expect.status "closed" { outcome = "homelessness prevented" }

-- Homeless on Monday 5 October 2026: 56 days beginning with it, across the change of the clocks, end with Sunday 29 November.
scenario "Prevention, then relief, then the main duty" {
  clauses = { "12.6/1", "12.6/3", "12.6/4", "12.3/2" },
}
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = false,
  likely_homeless_in_56_days = true, priority_need_on_other_ground = true, intentionally_homeless = false,
  decision_in_words = "prevention is owed", decision_reasons = "the home was lost", prevention_end_ground = "now homeless",
  reason_to_believe_homeless = false, reason_to_believe_eligible = true, reason_to_believe_priority_need = true }
at "2026-09-21 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-10-05 09:00"
fact { homeless = true, reason_to_believe_homeless = true }
expect.stage "prevention duty" { outcome = "became homeless", left = "2026-10-05 09:00" }
expect.duty "relief" { since = "2026-10-05 09:00", clause = "12.6/1" }
expect.duty "interim accommodation" { since = "2026-10-05 09:00" }
at "2026-11-29 23:59"
expect.duty "relief" { ended = nothing }
after "2026-11-30 00:00"
expect.stage "relief duty" { outcome = "56 days over", left = "2026-11-30 00:00" }
expect.stage "interim accommodation" { outcome = "main duty begins" }
expect.stage "assessment and plan" { outcome = "the duties have ended" }
expect.duty "main duty" { owner = "Housing Options Officer", since = "2026-11-30 00:00", clause = "12.6/4" }
expect.notice "say that it is no permanent home" { to = "applicant", clause = "12.6/3" }
expect.tonight "temporary accommodation" { provider = "Medway Housing Services", paid_by = "Medway Housing Services" }
at "2027-03-01 10:00"
fact { main_duty_end_ground = "accepted a council or housing association home" }
answer("main duty", "ended")
expect.duty "main duty" { ended = "2027-03-01 10:00" }
-- 21 days beginning with Monday 1 March end with Sunday 21 March.
expect.notice "main duty ends letter" { state = "done", to = "applicant" }
expect.deadline "ask for a review of the decision" { due = "2027-03-21", status = "live" }

-- Told on Saturday 20 June that it stays in Medway: 21 days beginning with that end with Friday 10 July.
scenario "While another council is asked there is a bed; Medway keeps the case" { clauses = { "6.5/4", "12.3/2" } }
given { dob = "2006-03-01", care_status = "former_relevant", medways_own = true, section_23c_owed_by = "this council",
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  other_authority = "the other council", decision_reasons = "it was settled that Medway helps" }
at "2026-06-01 09:00"
event "presents homeless"
expect.duty "interim accommodation" { since = "2026-06-01 09:00", ended = nothing }
at "2026-06-08 09:00"
event "another authority is asked"
expect.duty "interim accommodation" { ended = "2026-06-08 09:00" }
expect.duty "accommodation until the referral is settled" { since = "2026-06-08 09:00", ended = nothing }
expect.tonight "accommodation while a referral is open"
at "2026-06-20 09:00"
event "referral to another authority considered"
answer("referral to another authority", "not referred")
expect.notice "referral not made letter" { state = "done", done = "2026-06-20 09:00" }
expect.duty "accommodation until the referral is settled" { ended = "2026-06-20 09:00" }
expect.tonight "interim accommodation"
expect.deadline "ask for a review of the referral" { due = "2026-07-10", status = "live" }
at "2026-07-10 09:00"
event "asks for a review of the referral"
expect.deadline "ask for a review of the referral" { status = "met" }

-- Told on Tuesday 10 February: 21 days beginning with that end with Monday 2 March.
scenario "Another council is asked, and must help" { clauses = { "6.5/4", "12.3/2" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = false, section_23c_owed_by = "another council",
  in_care_here_for_two_years = false, lives_here_by_choice = false, works_here = false, family_here = false,
  special_circumstances_here = false, connection_elsewhere = true, risk_elsewhere = false,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  other_authority = "the other council", decision_reasons = "no connection with Medway" }
at "2026-02-02 10:00"
event "presents homeless"
event "another authority is asked"
expect.duty "accommodation until the referral is settled" { since = "2026-02-02 10:00", ended = nothing }
at "2026-02-10 10:00"
event "referral to another authority considered"
answer("referral to another authority", "referred")
expect.duty "accommodation until the referral is settled" { ended = "2026-02-10 10:00" }
expect.deadline "ask for a review of the referral" { due = "2026-03-02", status = "live" }
at "2026-03-03 10:00"
event "asks for a review of the referral"
expect.deadline "ask for a review of the referral" { status = "late" }

-- 56 days beginning with 1 June end with 26 July. The offer of Monday 3 August is told with what follows; it is refused.
scenario "The main duty is lawfully ended by an offer that was refused" { clauses = { "12.6/4" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = false, decision_in_words = "relief is owed",
  decision_reasons = "a suitable flat was refused", tenancy_offered = "assured tenancy",
  home_offered = "a flat in Gillingham",
  offer_consequences = "if you say no, our duty to house you ends" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-08-03 09:00"
event "accommodation is offered"
expect.notice "offer letter" { state = "done", to = "applicant" }
-- 21 days beginning with 3 August end with Sunday 23 August.
expect.deadline "ask for a review of the suitability of the accommodation" { due = "2026-08-23", status = "live" }
at "2026-08-10 10:00"
fact { main_duty_end_ground = "refused a private rented home" }
answer("main duty", "ended by an offer")
expect.duty "main duty" { ended = "2026-08-10 10:00", clause = "12.6/4" }
expect.notice "main duty ends letter" { state = "done" }
at "2026-08-23 10:00"
event "asks for a review of the suitability of the accommodation"
expect.deadline "ask for a review of the suitability of the accommodation" { status = "met" }

scenario "A review of suitability is asked for a day late" { clauses = { "12.6/4" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = false, decision_in_words = "relief is owed",
  home_offered = "a room in Chatham", offer_consequences = "if you say no, our duty to house you ends" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-08-03 09:00"
event "accommodation is offered"
at "2026-08-24 10:00"
event "asks for a review of the suitability of the accommodation"
expect.deadline "ask for a review of the suitability of the accommodation" { status = "late", due = "2026-08-23" }
expect.duty "main duty" { ended = nothing, clause = "12.6/4" }

-- Threatened since 1 June; homeless on 3 August, eight days after prevention could have been ended. Relief from 3 August: 56
-- days beginning with it end with Sunday 27 September.
scenario "Homeless after 56 days of prevention; relief without priority need" { clauses = { "12.6/1", "12.6/2", "12.6/3" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = false,
  likely_homeless_in_56_days = true, vulnerable_from_care = false, priority_need_on_other_ground = false,
  intentionally_homeless = false, decision_in_words = "prevention is owed", decision_reasons = "no priority need",
  prevention_end_ground = "now homeless", relief_end_ground = "56 days have passed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-08-03 09:00"
fact { homeless = true }
expect.stage "prevention duty after 56 days" { outcome = "became homeless", left = "2026-08-03 09:00" }
after "2026-09-28 00:00"
expect.stage "relief duty" { outcome = "56 days over, and a notice is needed", left = "2026-09-28 00:00" }
at "2026-09-30 10:00"
answer("relief duty after 56 days", "ended after 56 days")
expect.deadline "tell that relief has ended" { status = "met", owner = "Housing Options Officer" }
expect.deadline "decide on the main duty" { status = "undated", owner = "Housing Options Officer", clause = "12.6/2" }
expect.notice "say that it is no permanent home" { to = "applicant", clause = "12.6/3" }
at "2026-10-02 10:00"
answer("main duty decision", "no priority need")
expect.deadline "decide on the main duty" { status = "met", met_at = "2026-10-02 10:00" }
expect.notice "adverse decision letter" { state = "done" }

scenario "Homelessness is relieved" { clauses = { "12.6/1", "12.3/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  decision_in_words = "relief is owed", decision_reasons = "a flat was found", relief_end_ground = "a home is secured" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-20 12:00"
answer("relief duty", "home secured")
expect.duty "interim accommodation" { ended = "2026-06-20 12:00" }
expect.status "closed" { outcome = "homelessness relieved" }

scenario "Relief ends on another ground" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  decision_in_words = "relief is owed", decision_reasons = "an offer was refused", relief_end_ground = "an offer was refused" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-20 12:00"
answer("relief duty", "ended on another ground")
expect.stage "relief duty" { outcome = "ended on another ground" }

scenario "Beyond 56 days without priority need: a home is secured" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  vulnerable_from_care = false, priority_need_on_other_ground = false, intentionally_homeless = false,
  decision_in_words = "relief is owed", decision_reasons = "a flat was found", relief_end_ground = "a home is secured" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 10:00"
answer("relief duty after 56 days", "home secured")
expect.status "closed" { outcome = "homelessness relieved" }

scenario "Beyond 56 days without priority need: an offer is refused" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  vulnerable_from_care = false, priority_need_on_other_ground = false, intentionally_homeless = false,
  decision_in_words = "relief is owed", decision_reasons = "an offer was refused", relief_end_ground = "an offer was refused" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 10:00"
answer("relief duty after 56 days", "ended on another ground")
expect.stage "relief duty after 56 days" { outcome = "ended on another ground" }

----------------------------------------------------------------------------------------------------
-- 12.7, 12.8. Intentional homelessness
----------------------------------------------------------------------------------------------------

-- Authorised on Monday 14 September 2026. The letter lets the young person stay to Friday 2 October, sooner than 28 days, which
-- end with Monday 12 October. 21 days beginning with the 14th end with Sunday 4 October.
scenario "A finding: pre-intent letter, comment, sign-off, letter" {
  clauses = { "12.7/1", "12.7/2", "12.7/3", "12.7/4", "12.7/5", "12.8/1", "12.8/2", "12.8/3", "12.8/4" },
}
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = true, decision_in_words = "homeless intentionally",
  decision_reasons = "gave up a tenancy", relief_end_ground = "56 days have passed", provisional_findings = "gave up a tenancy",
  how_to_answer = "by letter or telephone", accommodation_until = "2026-10-02", notice_to_leave = "18 days",
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 10:00"
answer("relief duty after 56 days", "ended after 56 days")
at "2026-08-03 10:00"
answer("main duty decision", "intentionality in view")
expect.stage "minded to find intentionality" { owner = "Housing Options Officer", clause = "12.8/2" }
expect.deadline "careful enquiries" { status = "undated", clause = "12.8/1" }
expect.notice "minded-to letter" { to = "Personal Advisor", state = "done" }
expect.deadline "send the minded-to letter" { status = "met" }
expect.deadline "send it to the Personal Advisor" { status = "met", clause = "12.8/2" }
expect.no.deadline "send it to the social worker"
expect.deadline "ask the Group Manager to comment" { status = "met", clause = "12.8/4" }
expect.stage "comment of leaving care" { owner = "Group Manager (Leaving Care)", clause = "12.8/4" }
at "2026-08-10 10:00"
done "answer the minded-to letter"
answer("comment of leaving care", "commented")
at "2026-09-07 10:00"
answer("minded to find intentionality", "finding made")
expect.deadline "careful enquiries" { status = "met" }
expect.deadline "answer the minded-to letter" { status = "met" }
expect.stage "authorisation" { clause = "12.8/3", left = nothing }
expect.no.duty "accommodation for a reasonable opportunity"
at "2026-09-14 10:00"
sign("authorisation", "authorised", "Head of Housing Services")
expect.duty "accommodation for a reasonable opportunity" { since = "2026-09-14 10:00", clause = "12.7/2" }
expect.stage "interim accommodation" { outcome = "found intentionally homeless" }
expect.notice "intentionality letter" { state = "done" }
expect.deadline "send the finding of intentionality" { status = "met", owner = "Housing Options Officer" }
expect.deadline "tell the day to leave" { status = "met", clause = "12.7/4" }
expect.deadline "ask for a review of the decision" {
  status = "live", due = "2026-10-04", owner = "applicant", clause = "12.7/5",
}
expect.reading "21 days to ask for a review" { chosen = "beginning with the day, as in the Act" }
expect.tonight "accommodation for a reasonable opportunity" { provider = "Medway Housing Services" }
at "2026-10-02 23:00"
expect.duty "accommodation for a reasonable opportunity" { ended = nothing }
after "2026-10-03 00:00"
expect.stage "intentionally homeless" { outcome = "time is over", left = "2026-10-03 00:00" }
expect.reading "typically up to 28 days" {
  chosen = "to the date in the letter", clause = "12.7/2", against = "12.7/4",
}
expect.no "breach"

-- As above, but the letter names 20 October. 28 days are typical and no limit, as read: to the end of Tuesday 20 October, eight
-- days after the 28th.
scenario "A letter that goes beyond 28 days" { clauses = { "12.7/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = true, decision_in_words = "homeless intentionally",
  decision_reasons = "gave up a tenancy", relief_end_ground = "56 days have passed", provisional_findings = "gave up a tenancy",
  how_to_answer = "by letter or telephone", accommodation_until = "2026-10-20", notice_to_leave = "36 days" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 10:00"
answer("relief duty after 56 days", "ended after 56 days")
answer("main duty decision", "intentionality in view")
answer("minded to find intentionality", "finding made")
at "2026-09-14 10:00"
answer("authorisation", "authorised")
expect.stage "comment of leaving care" { outcome = "decided without" }
at "2026-10-20 23:00"
expect.duty "accommodation for a reasonable opportunity" { ended = nothing }
after "2026-10-21 00:00"
expect.stage "intentionally homeless" { outcome = "time is over", left = "2026-10-21 00:00" }

scenario "The letter does not go without the notice and the day to leave" { clauses = { "12.7/3", "12.7/4" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = true, decision_in_words = "homeless intentionally",
  decision_reasons = "gave up a tenancy", relief_end_ground = "56 days have passed", provisional_findings = "gave up a tenancy",
  how_to_answer = "by letter or telephone", accommodation_until = "2026-10-02" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 10:00"
answer("relief duty after 56 days", "ended after 56 days")
answer("main duty decision", "intentionality in view")
answer("minded to find intentionality", "finding made")
at "2026-09-14 10:00"
answer("authorisation", "authorised")
expect.notice "intentionality letter" { state = "called" }
expect.needs "notice_to_leave" { kind = "letter", ask = "How much notice to leave does the letter give?" }
expect.deadline "tell the day to leave" { status = "undated" }
at "2026-09-15 10:00"
fact { notice_to_leave = "17 days" }
expect.notice "intentionality letter" { state = "done", done = "2026-09-15 10:00" }
-- 21 days beginning with Tuesday 15 September end with Monday 5 October.
expect.deadline "ask for a review of the decision" { status = "live", due = "2026-10-05" }

scenario "With a social worker; not authorised; and no finding in the end" { clauses = { "12.8/2", "12.8/3" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = true, has_social_worker = true,
  decision_in_words = "the main duty is owed", relief_end_ground = "56 days have passed",
  provisional_findings = "gave up a tenancy", how_to_answer = "by letter or telephone", decision_reasons = "56 days" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 10:00"
answer("relief duty after 56 days", "ended after 56 days")
answer("main duty decision", "intentionality in view")
expect.deadline "send it to the social worker" { status = "met", clause = "12.8/2" }
expect.reading "the Personal Advisor or the social worker" {
  chosen = "the social worker, where there is one", clause = "12.8/2",
}
expect.no.deadline "send it to the Personal Advisor"
at "2026-08-10 10:00"
answer("minded to find intentionality", "finding made")
at "2026-08-17 10:00"
answer("authorisation", "not authorised")
expect.stage "authorisation" { outcome = "not authorised", clause = "12.8/3" }
answer("main duty decision", "intentionality in view")
at "2026-08-24 10:00"
fact { intentionally_homeless = false }
answer("minded to find intentionality", "no finding")
expect.duty "main duty" { since = "2026-08-24 10:00" }

-- Entered again, the decision is free: the main duty.
scenario "Not authorised, and the main duty is owed" { clauses = { "12.6/2", "12.8/3" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = true, decision_in_words = "the main duty is owed",
  relief_end_ground = "56 days have passed", provisional_findings = "gave up a tenancy", how_to_answer = "by letter",
  decision_reasons = "56 days" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 10:00"
answer("relief duty after 56 days", "ended after 56 days")
answer("main duty decision", "intentionality in view")
answer("minded to find intentionality", "finding made")
answer("authorisation", "not authorised")
at "2026-08-17 10:00"
fact { intentionally_homeless = false }
answer("main duty decision", "main duty owed")
expect.duty "main duty" { since = "2026-08-17 10:00", clause = "12.6/4" }

-- Authorised at 10:00 on 14 September; the Group Manager is asked at 16:00.
scenario "The Group Manager is asked after the sign-off; a home is found" { clauses = { "12.7/2", "12.8/4" }, acts = "wait" }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = true, decision_in_words = "homeless intentionally",
  decision_reasons = "gave up a tenancy", relief_end_ground = "56 days have passed", provisional_findings = "gave up a tenancy",
  how_to_answer = "by letter or telephone", accommodation_until = "2026-10-02", notice_to_leave = "18 days" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 10:00"
answer("relief duty after 56 days", "ended after 56 days")
answer("main duty decision", "intentionality in view")
expect.choice "finding made" { state = "barred" }
done "send the minded-to letter"
answer("minded to find intentionality", "finding made")
at "2026-09-14 10:00"
answer("authorisation", "authorised")
at "2026-09-14 16:00"
done "ask the Group Manager to comment"
expect.breach "ask the Group Manager to comment" { due = "2026-09-14 10:00", late_by = "6 hours", clause = "12.8/4" }
expect.reading "comment of leaving care" { chosen = "asked for before the sign-off", clause = "12.8/4", against = "12.8/3" }
at "2026-09-21 10:00"
answer("intentionally homeless", "found a home")
expect.status "closed" { outcome = "found a home" }
expect.deadline "advice and assistance" { status = "met" }

----------------------------------------------------------------------------------------------------
-- 12.7. The review, by the Act
----------------------------------------------------------------------------------------------------

-- Told on 1 June 2026: 21 days beginning with it end with Sunday 21 June. 8 weeks beginning with 2 June end with Monday
-- 27 July.
scenario "A review in time" { clauses = { "12.7/5" } }
given { dob = "2003-03-01", care_status = "none", medways_own = false, eligible = false, decision_in_words = "not eligible",
  decision_reasons = "no right to help", review_in_words = "the decision is changed",
  review_in_favour = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
expect.deadline "ask for a review of the decision" { status = "live", due = "2026-06-21", clause = "12.7/5" }
at "2026-06-02 09:00"
event "asks for a review"
expect.deadline "ask for a review of the decision" { status = "met" }
expect.stage "review of the decision" { owner = "Reviewing officer" }
expect.deadline "decide the review of the decision" { status = "live", due = "2026-07-27" }
at "2026-07-20 10:00"
answer("review of the decision", "decision changed")
expect.deadline "decide the review of the decision" { status = "met" }
expect.notice "changed decision letter" { state = "done" }

-- Asked for on Monday 22 June, a day too late.
scenario "Asked for a day too late, allowed in writing, and withdrawn" { clauses = { "12.7/5" } }
given { dob = "2003-03-01", care_status = "none", medways_own = false, eligible = false, decision_in_words = "not eligible",
  decision_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
at "2026-06-22 09:00"
event "asks for a review"
expect.deadline "ask for a review of the decision" { status = "late", late_by = "1 day" }
expect.no.stage "review of the decision"
expect.no "breach"
at "2026-06-24 09:00"
event "later request for a review of the decision allowed in writing"
answer("review of the decision", "withdrawn")
expect.stage "review of the decision" { outcome = "withdrawn" }

-- Asked for on 1 June: 8 weeks beginning with it end with Sunday 26 July. 21 days of that day end with Sunday 16 August, when
-- the court is shut: Monday 17 August. Told on Monday 3 August after all: 21 days of it end with Monday 24 August.
scenario "A review out of time, and an appeal" { clauses = { "12.7/5" } }
given { dob = "2003-03-01", care_status = "none", medways_own = false, eligible = false, decision_in_words = "not eligible",
  decision_reasons = "no right to help", review_in_words = "the decision stands", review_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
event "asks for a review"
at "2026-07-27 09:00"
expect.breach "decide the review of the decision" { due = "2026-07-26", owner = "Reviewing officer" }
expect.deadline "appeal to the county court on the decision" { status = "live", due = "2026-08-17" }
at "2026-08-03 10:00"
answer("review of the decision", "decision stands")
expect.stage "appeal on the decision" { left = nothing }
expect.deadline "appeal to the county court on the decision" { status = "live", due = "2026-08-24" }
at "2026-08-20 10:00"
event "appeals to the county court"
expect.deadline "appeal to the county court on the decision" { status = "met" }
expect.stage "appeal on the decision" { outcome = "appealed" }

-- Asked for on 1 June, longer time agreed to 14 August, decided on the 17th. Told that day: 21 days of it end with Monday 7
-- September; nobody appeals by then.
scenario "A longer time is agreed, and missed; nobody appeals in time" { clauses = { "12.7/5" } }
given { dob = "2003-03-01", care_status = "none", medways_own = false, eligible = false, decision_in_words = "not eligible",
  decision_reasons = "no right to help", review_in_words = "the decision stands", review_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
event "asks for a review"
at "2026-07-01 09:00"
fact { review_agreed_until = "2026-08-14" }
expect.stage "review of the decision" { outcome = "longer time agreed" }
expect.deadline "decide the review of the decision in the time agreed" { status = "live", due = "2026-08-14" }
at "2026-08-17 10:00"
answer("review of the decision in the time agreed", "decision stands")
expect.breach "decide the review of the decision in the time agreed" { due = "2026-08-14", late_by = "3 days" }
expect.deadline "appeal to the county court on the decision" { status = "live", due = "2026-09-07" }
after "2026-09-08 00:00"
expect.stage "appeal on the decision" { outcome = "out of time" }

scenario "A longer time is agreed, and the decision is changed in it" { clauses = { "12.7/5" } }
given { dob = "2003-03-01", care_status = "none", medways_own = false, eligible = false, decision_in_words = "not eligible",
  decision_reasons = "no right to help", review_in_words = "the decision is changed", review_reasons = "new papers" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
event "asks for a review"
fact { review_agreed_until = "2026-08-14" }
at "2026-08-14 17:00"
answer("review of the decision in the time agreed", "decision changed")
expect.deadline "decide the review of the decision in the time agreed" { status = "met" }

scenario "A longer time is agreed, and the request is withdrawn" { clauses = { "12.7/5" } }
given { dob = "2003-03-01", care_status = "none", medways_own = false, eligible = false, decision_in_words = "not eligible",
  decision_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
event "asks for a review"
fact { review_agreed_until = "2026-08-14" }
at "2026-06-08 09:00"
answer("review of the decision in the time agreed", "withdrawn")
expect.stage "review of the decision in the time agreed" { outcome = "withdrawn" }

-- Told on 1 June, decided the same day, so 21 days of it end with Monday 22 June; recorded as brought on
-- Wednesday the 24th, two working days later.
scenario "An appeal that comes too late" { clauses = { "12.7/5" }, recorded = true }
given { dob = "2003-03-01", care_status = "none", medways_own = false, eligible = false, decision_in_words = "not eligible",
  decision_reasons = "no right to help", review_in_words = "the decision stands", review_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
event "asks for a review"
at "2026-06-01 10:00"
answer("review of the decision", "decision stands")
expect.deadline "appeal to the county court on the decision" { status = "live", due = "2026-06-22" }
at "2026-06-24 10:00"
done "appeal to the county court on the decision"
expect.deadline "appeal to the county court on the decision" { status = "late", late_by = "2 working days" }
expect.no "breach"

----------------------------------------------------------------------------------------------------
-- Who does not co-operate: the Act's
----------------------------------------------------------------------------------------------------

scenario "Help ends for who refuses to co-operate, and a final offer is accepted" { clauses = { "12.6/1", "12.7/5" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = false, decision_in_words = "relief is owed",
  steps_not_taken = "no payslips", decision_reasons = "a refusal on purpose", refusal_deliberate_and_unreasonable = true,
  authoriser_at_least_as_senior = true, authoriser_of_childrens_services = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-10 09:00"
event "refuses to co-operate"
expect.stage "non-co-operation" { owner = "Housing Options Officer" }
expect.deadline "warn" { status = "met" }
at "2026-06-12 09:00"
answer("non-co-operation", "help should end")
answer("ending help for non-co-operation", "authorised")
expect.stage "relief duty" { stopped = true }
expect.deadline "send the notice of non-co-operation" { status = "met", owner = "Housing Options Officer" }
-- Beginning with Friday 12 June, 21 days end with Thursday 2 July.
expect.deadline "ask for a review of the decision" { status = "live", due = "2026-07-02" }
expect.duty "accommodation until a final offer" { owner = "Housing Options Officer" }
at "2026-07-01 09:00"
fact { home_offered = "a flat in Gillingham", offer_consequences = "if you say yes or no, our duty ends",
  final_offer_kind = "final Part 6 offer", home_offered_suitable = true }
event "final offer is made"
expect.notice "final offer letter" { state = "done" }
at "2026-07-03 09:00"
fact { reduced_duty_end_ground = "accepted our final offer of a home" }
answer("reduced duty", "final offer accepted")
expect.duty "accommodation until a final offer" { ended = "2026-07-03 09:00" }
expect.notice "accommodation ends letter" { state = "done" }

scenario "Help does not end; then it does, and a final offer is refused" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = false, decision_in_words = "relief is owed",
  steps_not_taken = "no payslips", decision_reasons = "a refusal on purpose", refusal_deliberate_and_unreasonable = true,
  authoriser_at_least_as_senior = true, authoriser_of_childrens_services = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-10 09:00"
event "refuses to co-operate"
answer("non-co-operation", "no further step")
at "2026-06-15 09:00"
event "refuses to co-operate"
answer("non-co-operation", "help should end")
answer("ending help for non-co-operation", "not authorised")
expect.duty "relief" { ended = nothing }
at "2026-06-22 09:00"
event "refuses to co-operate"
answer("non-co-operation", "help should end")
answer("ending help for non-co-operation", "authorised")
fact { home_offered = "a flat in Gillingham", offer_consequences = "if you say yes or no, our duty ends",
  final_offer_kind = "final Part 6 offer", home_offered_suitable = true }
event "final offer is made"
at "2026-06-29 09:00"
fact { reduced_duty_end_ground = "refused our final offer of a home" }
answer("reduced duty", "final offer refused")
expect.duty "accommodation until a final offer" { ended = "2026-06-29 09:00" }

scenario "The accommodation that is left after help has ended is given up" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = false, decision_in_words = "relief is owed",
  steps_not_taken = "no payslips", decision_reasons = "a refusal on purpose", refusal_deliberate_and_unreasonable = true,
  authoriser_at_least_as_senior = true, authoriser_of_childrens_services = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-10 09:00"
event "refuses to co-operate"
answer("non-co-operation", "help should end")
answer("ending help for non-co-operation", "authorised")
at "2026-07-01 09:00"
fact { reduced_duty_end_ground = "left the temporary home" }
answer("reduced duty", "ended without an offer")
expect.duty "accommodation until a final offer" { ended = "2026-07-01 09:00" }

-- 56 days beginning with 1 June are over with 26 July; whether homelessness is intentional is still looked into.
scenario "Relief undecided after 56 days is ended by a notice" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intention_in_question = true, decision_in_words = "relief is owed",
  decision_reasons = "56 days" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 09:00"
fact { relief_end_ground = "56 days have passed" }
expect.stage "relief duty" { outcome = "56 days over, and nothing decided" }
expect.stage "relief duty after 56 days" { left = nothing }

-- Withdrawn on Saturday 20 June; the letter waits for its reasons, and interim accommodation for the letter.
scenario "An application is withdrawn in relief, and interim accommodation ends with the letter" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  decision_in_words = "relief is owed" }
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

scenario "Who is no longer eligible is owed no main duty, and is told" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true, decision_in_words = "what we must do", decision_reasons = "why" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-20 09:00"
fact { eligible = false, relief_end_ground = "an offer was refused" }
answer("relief duty", "ended on another ground")
answer("main duty decision", "not homeless, or not eligible")
expect.no.stage "main duty"
expect.stage "interim accommodation" { outcome = "told that no duty follows", left = "2026-06-20 09:00" }
