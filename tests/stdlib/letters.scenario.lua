-- No letter goes while something that it must say is not known; the moment it is, it goes. One scenario a letter; the housing
-- plan, the adverse decision, the minded-to letter, the finding of intentionality and the warning have theirs in part7.

use "part7-2026"

scenario "Decision letter: not without what was decided" { clauses = { "HA96 s.184" } }
given { dob = "2004-02-11", eligible = true, homeless = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
expect.notice "decision letter" { state = "called", to = "applicant" }
expect.needs "decision_in_words" { kind = "letter", waiting = "send the decision", blocks = false }
expect.no.deadline "ask for a review of the decision" { status = "live" }
at "2026-06-02 09:00"
fact { decision_in_words = "we must help you find a home" }
expect.notice "decision letter" { state = "done", done = "2026-06-02 09:00" }
expect.deadline "ask for a review of the decision" { due = "2026-06-22", status = "live" }

scenario "Adverse decision letter: not without reasons" { clauses = { "HA96 s.184" } }
given { dob = "2004-02-11", eligible = false, decision_in_words = "we cannot help you under this law" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
expect.notice "adverse decision letter" { state = "called" }
expect.needs "decision_reasons" { kind = "letter" }
at "2026-06-03 09:00"
fact { decision_reasons = "you have no right to housing help" }
expect.notice "adverse decision letter" { state = "done", done = "2026-06-03 09:00" }

-- Sent on 1 June, it never came. From 8 June it lay at the office, and by Monday 15 June that had been a reasonable time: so
-- that day is recorded. 21 days beginning with it end with Sunday 5 July.
scenario "A letter that did not arrive counts once it was at the office for a reasonable time" {
  acts = "wait", clauses = { "HA96 s.184", "HA96 s.202(3)" },
}
given { dob = "2004-02-11", eligible = false, decision_in_words = "we cannot help you under this law",
  decision_reasons = "you have no right to housing help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
expect.no.deadline "ask for a review of the decision"
at "2026-06-15 09:00"
done "send the adverse decision"
expect.deadline "ask for a review of the decision" { due = "2026-07-05", status = "live" }

scenario "Prevention ends letter: not without its ground, nor without reasons" { clauses = { "HA96 s.195(5)" } }
given { dob = "2004-02-11", eligible = true, homeless = false, likely_homeless_in_56_days = true,
  decision_in_words = "we must help you keep your home" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "threatened")
at "2026-06-15 09:00"
fact { homeless = true }
expect.stage "prevention duty" { outcome = "became homeless" }
expect.notice "prevention ends letter" { state = "called" }
expect.needs "prevention_end_ground" { kind = "letter" }
expect.needs "decision_reasons" { kind = "letter" }
fact { prevention_end_ground = "now homeless" }
expect.notice "prevention ends letter" { state = "called" }
at "2026-06-16 09:00"
fact { decision_reasons = "your home was lost" }
expect.notice "prevention ends letter" { state = "done", done = "2026-06-16 09:00" }

scenario "Relief ends letter: not without reasons" { clauses = { "HA96 s.189B(5)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, decision_in_words = "we must help you find a home" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-20 09:00"
fact { relief_end_ground = "an offer was refused" }
answer("relief duty", "ended on another ground")
expect.notice "relief ends letter" { state = "called" }
expect.needs "decision_reasons" { kind = "letter", waiting = "tell that relief has ended" }
at "2026-06-22 09:00"
fact { decision_reasons = "the offer of 12 June was suitable, and was refused" }
expect.notice "relief ends letter" { state = "done", done = "2026-06-22 09:00" }

scenario "Letter on non-co-operation: not without the step, nor without reasons" {
  clauses = { "HA96 s.193B(2)", "HA96 s.193B(4)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_in_words = "we must help you find a home", steps_not_taken = "three viewings",
  refusal_deliberate_and_unreasonable = true, authoriser_at_least_as_senior = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-10 09:00"
event "refuses to co-operate"
answer("non-co-operation", "help should end")
answer("ending help for non-co-operation", "authorised")
expect.notice "non-co-operation letter" { state = "called" }
expect.needs "decision_reasons" { kind = "letter" }
at "2026-06-11 09:00"
fact { decision_reasons = "no reason was given for missing them" }
expect.notice "non-co-operation letter" { state = "done", done = "2026-06-11 09:00" }

scenario "Letter on a review: not without the outcome, nor without reasons; the appeal waits for it" {
  clauses = { "HA96 s.203", "HA96 s.204(2)" },
}
given { dob = "2004-02-11", eligible = false, decision_in_words = "we cannot help you under this law",
  decision_reasons = "you have no right to housing help" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
at "2026-06-02 09:00"
event "asks for a review"
at "2026-06-10 09:00"
answer("review of the decision", "decision stands")
expect.notice "review decision letter" { state = "called" }
expect.needs "review_in_words" { kind = "letter" }
fact { review_in_words = "our decision stays as it was" }
expect.notice "review decision letter" { state = "called" }
expect.no.stage "appeal on the decision"
at "2026-06-12 09:00"
fact { review_reasons = "nothing new was said" }
expect.notice "review decision letter" { state = "done", done = "2026-06-12 09:00" }
-- 21 days of Friday 12 June end with Friday 3 July.
expect.deadline "appeal to the county court on the decision" { due = "2026-07-03", status = "live" }

scenario "Letter on a review that changes all in the young person's favour: reasons are not owed, the appeal is told" {
  clauses = { "HA96 s.203", "HA96 s.203(4)", "HA96 s.204(2)" },
}
given { dob = "2004-02-11", eligible = false, decision_in_words = "we cannot help you under this law",
  decision_reasons = "you have no right to housing help", review_in_words = "we must help you find a home",
  review_in_favour = true }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
event "asks for a review"
at "2026-06-12 09:00"
answer("review of the decision", "decision changed")
expect.notice "changed decision letter" { state = "done", done = "2026-06-12 09:00", to = "applicant" }
expect.no.notice "review decision letter"
expect.no.needs "review_reasons"
expect.deadline "appeal to the county court on the decision" { due = "2026-07-03", status = "live" }

scenario "Letter on a review that changes a part and confirms another: not without reasons" { clauses = { "HA96 s.203(4)" } }
given { dob = "2004-02-11", eligible = false, decision_in_words = "we cannot help you under this law",
  decision_reasons = "you have no right to housing help", review_in_words = "homeless, but not in priority need" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
event "asks for a review"
at "2026-06-12 09:00"
answer("review of the decision", "decision changed")
expect.notice "review decision letter" { state = "called" }
expect.needs "review_reasons" { kind = "letter" }
expect.no.stage "appeal on the decision"
at "2026-06-15 09:00"
fact { review_reasons = "not more at risk than others" }
expect.notice "review decision letter" { state = "done", done = "2026-06-15 09:00" }
-- 21 days of Monday 15 June end with Monday 6 July.
expect.deadline "appeal to the county court on the decision" { due = "2026-07-06", status = "live" }

scenario "Letter on a referral: not without the other council, nor without reasons" { clauses = { "HA96 s.198(1)" } }
given { dob = "2004-02-11", care_status = "none", lives_here_by_choice = false, works_here = false, family_here = false,
  special_circumstances_here = false, in_care_here_for_two_years = false, connection_elsewhere = true, risk_elsewhere = false }
at "2026-06-01 09:00"
event "referral to another authority considered"
answer("referral to another authority", "referred")
expect.notice "referral letter" { state = "called" }
expect.needs "other_authority" { kind = "letter" }
fact { other_authority = "the next council" }
expect.notice "referral letter" { state = "called" }
at "2026-06-02 09:00"
fact { decision_reasons = "you lived there for three years" }
expect.notice "referral letter" { state = "done", done = "2026-06-02 09:00" }
