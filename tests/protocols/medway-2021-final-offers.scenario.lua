-- Medway 2021, section 12: final offers in relief, which the protocol leaves to the Act. Worked out by hand. The offer is told
-- on Monday 15 June, so whether it is suitable may be asked until Sunday 5 July; asked on Thursday 18 June, 8 weeks beginning
-- with it end with Wednesday 12 August.

use "medway-2021"

-- Who applied on Monday 1 June and is made a final offer, in relief.
local function offer_is_made()
  given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
    priority_need_on_other_ground = true, intentionally_homeless = false, reason_to_believe_homeless = true,
    reason_to_believe_eligible = true, reason_to_believe_priority_need = true, decision_in_words = "relief is owed",
    decision_reasons = "a suitable flat was refused", final_offer_kind = "final Part 6 offer", home_offered_suitable = true,
    home_offered = "a flat in Gillingham", offer_consequences = "if you say no, we need not house you",
    review_in_words = "the flat was suitable", review_reasons = "it was near college",
    relief_end_ground = "a final offer was refused" }
  at "2026-06-01 09:00"
  event "presents homeless"
  answer("homelessness application", "homeless")
  at "2026-06-15 09:00"
  event "final offer is made"
end

scenario "A final offer is refused; it was suitable, and the court is asked" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-06-20 09:00"
answer("relief duty", "final offer refused")
expect.duty "interim accommodation" { ended = nothing }
at "2026-07-10 09:00"
answer("review of the suitability of the final offer", "decision stands")
expect.duty "interim accommodation" { ended = "2026-07-10 09:00" }
-- 21 days of Friday 10 July end with Friday 31 July.
expect.deadline "appeal to the county court on the suitability of the final offer" { due = "2026-07-31", status = "live" }
at "2026-07-31 10:00"
event "appeals to the county court"
expect.deadline "appeal to the county court on the suitability of the final offer" { status = "met" }

scenario "A final offer is refused; it was suitable, and the court is asked too late" {
  clauses = { "12.6/1" }, recorded = true,
}
offer_is_made()
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-06-20 09:00"
answer("relief duty", "final offer refused")
expect.duty "interim accommodation" { ended = nothing }
at "2026-07-10 09:00"
answer("review of the suitability of the final offer", "decision stands")
expect.duty "interim accommodation" { ended = "2026-07-10 09:00" }
-- 21 days of Friday 10 July end with Friday 31 July.
expect.deadline "appeal to the county court on the suitability of the final offer" { due = "2026-07-31", status = "live" }
at "2026-08-03 10:00"
done "appeal to the county court on the suitability of the final offer"
expect.deadline "appeal to the county court on the suitability of the final offer" { status = "late" }

scenario "A final offer was not suitable; the court is not asked in time" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-07-10 09:00"
fact { review_in_favour = true }
answer("review of the suitability of the final offer", "decision changed")
at "2026-08-03 09:00"
expect.stage "appeal on the suitability of the final offer" { outcome = "out of time" }

scenario "The review of a final offer is withdrawn" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-06-22 09:00"
answer("review of the suitability of the final offer", "withdrawn")
expect.stage "review of the suitability of the final offer" { outcome = "withdrawn" }

scenario "More time is agreed to look at a final offer: decision stands" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-06-22 09:00"
fact { review_agreed_until = "2026-08-28" }
expect.deadline "decide the review of the suitability of the final offer in the time agreed" { due = "2026-08-28" }
at "2026-08-27 09:00"
answer("review of the suitability of the final offer in the time agreed", "decision stands")
expect.stage "review of the suitability of the final offer in the time agreed" { outcome = "decision stands" }

scenario "More time is agreed to look at a final offer: decision changed" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-06-22 09:00"
fact { review_agreed_until = "2026-08-28" }
expect.deadline "decide the review of the suitability of the final offer in the time agreed" { due = "2026-08-28" }
at "2026-08-26 09:00"
answer("review of the suitability of the final offer in the time agreed", "decision changed")
expect.stage "review of the suitability of the final offer in the time agreed" { outcome = "decision changed" }

scenario "More time is agreed to look at a final offer: withdrawn" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-06-22 09:00"
fact { review_agreed_until = "2026-08-28" }
expect.deadline "decide the review of the suitability of the final offer in the time agreed" { due = "2026-08-28" }
at "2026-08-25 09:00"
answer("review of the suitability of the final offer in the time agreed", "withdrawn")
expect.stage "review of the suitability of the final offer in the time agreed" { outcome = "withdrawn" }

scenario "The time agreed to look at a final offer passes, and it is told after all" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-06-22 09:00"
fact { review_agreed_until = "2026-08-28" }
at "2026-09-01 09:00"
expect.breach "decide the review of the suitability of the final offer in the time agreed" { due = "2026-08-28" }
answer("review of the suitability of the final offer in the time agreed", "decision stands")
expect.stage "appeal on the suitability of the final offer" { outcome = "told after all" }

scenario "The review of a final offer takes longer than 8 weeks" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-06-18 09:00"
event "asks for a review of the suitability of the final offer"
at "2026-08-13 09:00"
expect.breach "decide the review of the suitability of the final offer" { due = "2026-08-12" }

scenario "Nobody asks whether a final offer was suitable" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-06-20 09:00"
answer("relief duty", "final offer refused")
expect.duty "interim accommodation" { ended = "2026-06-20 09:00" }
at "2026-07-06 09:00"
expect.deadline "ask for a review of the suitability of the final offer" { status = "void", due = "2026-07-05" }

scenario "A final offer is asked about a day late" { clauses = { "12.6/1" } }
offer_is_made()
at "2026-07-06 09:00"
event "asks for a review of the suitability of the final offer"
expect.deadline "ask for a review of the suitability of the final offer" { status = "late", due = "2026-07-05" }

scenario "A final offer is refused after 56 days of relief" { clauses = { "12.6/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = true,
  priority_need_on_other_ground = true, intentionally_homeless = true, reason_to_believe_homeless = true,
  reason_to_believe_eligible = true, reason_to_believe_priority_need = true, decision_in_words = "relief is owed",
  decision_reasons = "a suitable flat was refused", final_offer_kind = "final Part 6 offer", home_offered_suitable = true,
  home_offered = "a flat in Gillingham", offer_consequences = "if you say no, we need not house you",
  review_in_words = "the flat was suitable", review_reasons = "it was near college",
  relief_end_ground = "a final offer was refused" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-07-28 09:00"
event "final offer is made"
at "2026-07-29 09:00"
answer("relief duty after 56 days", "final offer refused")
expect.duty "relief" { ended = "2026-07-29 09:00" }
expect.no.stage "main duty decision"
