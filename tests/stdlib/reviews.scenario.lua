-- Reviews: 3, 8, 10 or 12 weeks beginning with the request. From Monday 1 June 2026 that is Sunday
-- 21 June, Sunday 26 July, Sunday 9 August and Sunday 23 August: a week ends on the day before the
-- one that bears its name.

use "part7-2026"

scenario "Most reviews: 8 weeks" { clauses = { "SI 2018/223 reg 9", "HA96 s.203" } }
given { dob = "2004-02-11", eligible = false, decision_in_words = "not eligible", decision_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
event "asks for a review"
expect.deadline "decide the review of the decision" {
  due = "2026-07-26", owner = "Reviewing officer", clause = "SI 2018/223 reg 9",
}
at "2026-07-26 18:00"
expect.deadline "decide the review of the decision" { status = "live" }
answer("review of the decision", "decision changed")
expect.deadline "decide the review of the decision" { status = "met" }
expect.notice "review decision letter" { state = "called" } -- neither the decision nor its reasons are put in words yet
expect.no.stage "appeal on the decision"

-- Due at the end of Sunday 26 July. 21 days of that day end with Sunday 16 August: the court opens
-- on Monday the 17th. Told on Monday 3 August after all: 21 days of it end with Monday 24 August.
scenario "A review that is not decided in time can be appealed, too" { clauses = { "SI 2018/223 reg 9", "HA96 s.204(2)" } }
given { dob = "2004-02-11", eligible = false, decision_in_words = "not eligible", decision_reasons = "no right to help",
  review_in_words = "the decision stands", review_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
event "asks for a review"
at "2026-07-27 09:00"
expect.breach "decide the review of the decision" { due = "2026-07-26", owner = "Reviewing officer" }
expect.deadline "appeal to the county court on the decision" { due = "2026-08-17", status = "live" }
at "2026-08-03 10:00"
answer("review of the decision", "decision stands")
expect.deadline "appeal to the county court on the decision" { due = "2026-08-24", status = "live" }

scenario "Of the end of prevention: 3 weeks, and 3 weeks anew with representations" { clauses = { "SI 2018/223 reg 9" } }
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = true,
  decision_in_words = "prevention is owed", decision_reasons = "an offer was refused",
  prevention_end_ground = "an offer was refused" }
at "2026-05-29 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-05-30 09:00"
answer("prevention duty", "ended on another ground")
at "2026-06-01 09:00"
event "asks for a review of the end of prevention"
expect.no.stage "review of the decision"
expect.deadline "decide the review of the end of prevention" { due = "2026-06-21", status = "live" }
at "2026-06-10 09:00"
event "makes representations"
expect.deadline "decide the review of the end of prevention" { status = "void" }
-- 3 weeks beginning with Wednesday 10 June end with Tuesday 30 June.
expect.deadline "decide the review of the end of prevention with representations" { due = "2026-06-30", status = "live" }
at "2026-06-12 09:00"
fact { review_agreed_until = "2026-07-10" }
expect.deadline "decide the review of the end of prevention in the time agreed" { due = "2026-07-10", status = "live" }
expect.no "breach"

scenario "Of a joint referral: 10 weeks; of one that was arbitrated: 12" { clauses = { "SI 2018/223 reg 9", "HA96 s.198(1)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, care_status = "none", lives_here_by_choice = false, works_here = false, family_here = false,
  special_circumstances_here = false, in_care_here_for_two_years = false, connection_elsewhere = true, risk_elsewhere = false,
  other_authority = "the next council", decision_in_words = "referred", decision_reasons = "no connection here" }
at "2026-05-28 09:00"
event "referral to another authority considered"
answer("referral to another authority", "referred")
expect.notice "referral letter" { state = "done" }
at "2026-06-01 09:00"
event "asks for a review of the referral"
expect.deadline "decide the review of the referral" { due = "2026-08-09", clause = "SI 2018/223 reg 9" }

scenario "Of an arbitrated referral: 12 weeks" { clauses = { "SI 2018/223 reg 9", "HA96 s.198(5)" } }
given { dob = "2004-02-11", care_status = "none", lives_here_by_choice = false, works_here = false, family_here = false,
  special_circumstances_here = false, in_care_here_for_two_years = false, connection_elsewhere = true, risk_elsewhere = false,
  referral_arbitrated = true, other_authority = "the next council", decision_reasons = "no connection here" }
at "2026-05-28 09:00"
event "referral to another authority considered"
expect.choice "referred" { state = "barred" }
answer("referral to another authority", "referred after arbitration")
at "2026-06-01 09:00"
event "asks for a review of the arbitrated referral"
expect.deadline "decide the review of the arbitrated referral" { due = "2026-08-23" }

-- The letter goes on Monday 3 August: 21 days beginning with it end with Sunday 23 August. Asked on Friday 14 August: 8 weeks
-- beginning with it end with Thursday 8 October.
scenario "Of whether a private rented offer is suitable: a right of its own, from its own letter" {
  clauses = { "HA96 s.202(1)(g)", "HA96 s.193(7)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_in_words = "the main duty is owed", decision_reasons = "it was refused",
  home_offered = "2 Mill Lane", offer_consequences = "if you say no, our duty ends", tenancy_offered = "assured tenancy" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-08-03 09:00"
fact { main_duty_end_ground = "refused a private rented home" }
expect.choice "ended by an offer" { state = "barred" }
event "private rented home is offered"
expect.notice "private rented offer letter" { state = "done", done = "2026-08-03 09:00" }
expect.deadline "ask for a review of the suitability of the private rented offer" { due = "2026-08-23", owner = "applicant" }
expect.no.deadline "ask for a review of the suitability of the accommodation"
expect.choice "ended by an offer"
at "2026-08-14 09:00"
event "asks for a review of the suitability of the private rented offer"
expect.deadline "decide the review of the suitability of the private rented offer" { due = "2026-10-08", status = "live" }

scenario "Nobody reviews a review" { clauses = { "HA96 s.203", "HA96 s.204(1)" } }
given { dob = "2004-02-11", eligible = false, decision_in_words = "not eligible", decision_reasons = "no right to help",
  review_in_words = "the decision stands", review_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
at "2026-06-02 09:00"
event "asks for a review"
at "2026-06-08 09:00"
answer("review of the decision", "decision stands")
at "2026-06-09 09:00"
event "asks for a review"
expect.stage "review of the decision" { left = "2026-06-08 09:00" }
expect.deadline "appeal to the county court on the decision" { status = "live" }

scenario "More time to ask, if it is allowed in writing" { clauses = { "HA96 s.202(3)", "HA96 s.202(1)" } }
given { dob = "2004-02-11", eligible = false, decision_in_words = "not eligible", decision_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
at "2026-07-01 09:00"
event "asks for a review"
expect.deadline "ask for a review of the decision" { status = "late", met_at = "2026-07-01 09:00" }
expect.no.stage "review of the decision"
at "2026-07-03 09:00"
event "later request for a review of the decision allowed in writing"
expect.stage "review of the decision" { entered = "2026-07-03 09:00", left = nothing }
-- 8 weeks beginning with Friday 3 July end with Thursday 27 August.
expect.deadline "decide the review of the decision" { due = "2026-08-27" }
expect.no "breach"

scenario "Somewhere to stay while a review is pending is a power: it is considered, and either answer can be given" {
  clauses = { "HA96 s.188(3)", "Code ch 19" },
}
given { dob = "2004-02-11", eligible = false, decision_in_words = "not eligible", decision_reasons = "no right to help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
at "2026-06-02 09:00"
event "asks for a review"
expect.no.stage "accommodation pending a review"
event "accommodation pending a review considered"
expect.choice "accommodated meanwhile"
expect.choice "not accommodated meanwhile"
answer("accommodation pending a review", "accommodated meanwhile")
expect.tonight "accommodation pending a review" { provider = "Housing authority", paid_by = "Housing authority" }

-- The offer letter goes on Monday 3 August: 21 days beginning with it end with Sunday 23 August. Asked on Friday 14 August: 8
-- weeks beginning with it end with Thursday 8 October. The home was taken; the right is there all the same.
scenario "Of whether a home that is offered is suitable: 21 days from the offer letter, and 8 weeks, also for who takes it" {
  clauses = { "HA96 s.202(1)(f)", "HA96 s.202(3)", "SI 2018/223 reg 9" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_reasons = "the offer was taken", home_offered = "2 Mill Lane",
  offer_consequences = "if you say yes or no, our duty to house you ends" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-08-03 09:00"
event "accommodation is offered"
expect.deadline "ask for a review of the suitability of the accommodation" {
  due = "2026-08-23", status = "live", owner = "applicant", clause = "HA96 s.202(3)",
}
at "2026-08-05 09:00"
fact { main_duty_end_ground = "accepted a council or housing association home" }
answer("main duty", "ended")
at "2026-08-14 10:00"
event "asks for a review of the suitability of the accommodation"
expect.no.stage "review of the decision"
expect.stage "review of the suitability of the accommodation" { clause = "HA96 s.202(1)(f)", entered = "2026-08-14 10:00" }
expect.deadline "decide the review of the suitability of the accommodation" {
  due = "2026-10-08", owner = "Reviewing officer", clause = "SI 2018/223 reg 9",
}
expect.no "breach"
