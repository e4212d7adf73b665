-- Bed and breakfast, and supported accommodation. Worked out by hand.

use "part7-2026"

scenario "Never at 16 or 17" { clauses = { "16-17 guidance" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
expect.decision "bed_and_breakfast_limit" { value = "never", clause = "16-17 guidance" }
at "2026-06-02 09:00"
expect.breach "bed and breakfast at 16 or 17" { kind = "invariant", clause = "16-17 guidance" }

-- Friday 22 May 2026. Monday the 25th is the spring bank holiday: two working days on is Wednesday
-- the 27th.
scenario "A care leaver: two working days at most" { clauses = { "CLR guidance vol 3" } }
given { dob = "2006-09-01", care_status = "former_relevant", pregnant = false, child_lives_with_them = false }
at "2026-05-22 18:00"
event "presents homeless"
place "bed and breakfast"
expect.decision "bed_and_breakfast_limit" { value = "2 working days" }
expect.deadline "a care leaver leaves bed and breakfast" { due = "2026-05-27", owner = "Housing officer" }
expect.no.deadline "a family leaves bed and breakfast"
at "2026-05-28 10:00"
place "flat"
expect.breach "a care leaver leaves bed and breakfast" { due = "2026-05-27", clause = "CLR guidance vol 3" }

-- Six weeks of Monday 1 June: Monday 13 July.
scenario "A family: six weeks at most, and only if there is nothing else" { clauses = { "SI 2003/3326" } }
given { dob = "2004-02-11", care_status = "none", child_lives_with_them = true }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
expect.decision "bed_and_breakfast_limit" { value = "6 weeks" }
expect.deadline "a family leaves bed and breakfast" { due = "2026-07-13", clause = "SI 2003/3326 art 4" }
at "2026-07-13 12:00"
place "flat"
expect.deadline "a family leaves bed and breakfast" { status = "met", met_at = "2026-07-13 12:00" }
expect.no "breach"

-- 42 days in all. From Monday 1 to Thursday 11 June: 10 nights, so 32 are left; from Monday 22 June they end with Friday 24
-- July. Out again on Wednesday 1 July: 9 nights more, 23 are left; from Monday 3 August they end with Wednesday 26 August. Out
-- on Friday 28 August, 44 nights in all: of a stay that begins on Tuesday 1 September there is no night left.
scenario "The six weeks of a family are a total of periods: earlier stays are used up" { clauses = { "SI 2003/3326 art 4" } }
given { dob = "2004-02-11", care_status = "none", child_lives_with_them = true }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
at "2026-06-11 10:00"
place "flat"
expect.deadline "a family leaves bed and breakfast" { status = "met", met_at = "2026-06-11 10:00" }
at "2026-06-22 17:00"
place "bed and breakfast"
expect.deadline "a family leaves bed and breakfast" { due = "2026-07-24", status = "live" }
at "2026-07-01 09:00"
place "flat"
at "2026-08-03 18:00"
place "bed and breakfast"
expect.deadline "a family leaves bed and breakfast" { due = "2026-08-26", status = "live" }
expect.no "breach"
at "2026-08-28 09:00"
expect.breach "a family leaves bed and breakfast" { due = "2026-08-26", clause = "SI 2003/3326 art 4" }
place "flat"
at "2026-09-01 18:00"
place "bed and breakfast"
expect.deadline "a family leaves bed and breakfast" { due = "2026-09-01", status = "live" }

-- From 1 to 11 June: 10 nights. Another application on 22 June: 32 of 42 days are left, and end with Friday 24 July (begun
-- afresh they would end with Monday 3 August).
scenario "Six weeks go on through another application" { clauses = { "SI 2003/3326 art 4" } }
given { dob = "2004-02-11", care_status = "none", child_lives_with_them = true }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
at "2026-06-11 10:00"
place "flat"
at "2026-06-22 16:00"
event "presents homeless"
at "2026-06-22 17:00"
place "bed and breakfast"
expect.deadline "a family leaves bed and breakfast" { due = "2026-07-24", status = "live" }

-- The same, begun afresh: 42 days of 22 June end with Monday 3 August. Out again on 1 July, which is 9 nights; back on Monday
-- 20 July, without another application: 33 days are left, and end with Saturday 22 August.
scenario "Read otherwise, the six weeks begin afresh with another application" {
  protocol = "part7-afresh-2026", clauses = { "SI 2003/3326 art 4" },
}
given { dob = "2004-02-11", care_status = "none", child_lives_with_them = true }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
at "2026-06-11 10:00"
place "flat"
at "2026-06-22 16:00"
event "presents homeless"
at "2026-06-22 17:00"
place "bed and breakfast"
expect.reading "six weeks after a new application" { chosen = "begin afresh" }
expect.deadline "a family leaves bed and breakfast" { due = "2026-08-03", status = "live" }
at "2026-07-01 09:00"
place "flat"
at "2026-07-20 18:00"
place "bed and breakfast"
expect.deadline "a family leaves bed and breakfast" { due = "2026-08-22", status = "live" }

-- The duty comes back on 18 June: the 10 nights before it never count. 42 days of 22 June end with 3 August.
scenario "Nights before a duty that came back from another authority are left out" { clauses = { "SI 2003/3326 art 4" } }
given { dob = "2004-02-11", care_status = "none", child_lives_with_them = true }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
at "2026-06-11 10:00"
place "flat"
at "2026-06-18 10:00"
event "duty comes back from another authority"
at "2026-06-22 17:00"
place "bed and breakfast"
expect.deadline "a family leaves bed and breakfast" { due = "2026-08-03", status = "live" }

-- Six weeks of Friday 22 May: Friday 3 July. The guidance for care leavers does not take the statute's limit away.
scenario "A care leaver with a child: both limits" { clauses = { "CLR guidance vol 3", "SI 2003/3326" } }
given { dob = "2006-09-01", care_status = "former_relevant", child_lives_with_them = true }
at "2026-05-22 18:00"
event "presents homeless"
place "bed and breakfast"
expect.deadline "a care leaver leaves bed and breakfast" { due = "2026-05-27", status = "live" }
expect.deadline "a family leaves bed and breakfast" { due = "2026-07-03", status = "live" }

scenario "Who has no child and is not pregnant is not covered by the order of 2003" { clauses = { "SI 2003/3326" } }
given { dob = "2000-02-11", care_status = "none", pregnant = false, child_lives_with_them = false,
  nothing_else_available = false }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
expect.decision "bed_and_breakfast_limit" { value = "none named" }
expect.no.deadline "a family leaves bed and breakfast"
at "2026-09-01 09:00"
expect.no "breach"

-- A private home is none since 1 June 2022; what has nowhere to cook is one since 2023.
scenario "What bed and breakfast is, and was" {
  clauses = { "SI 2003/3326", "SI 2003/3326, private homes", "SI 2003/3326, nowhere to cook" },
}
given { dob = "2000-02-11", self_contained = false, owned_or_managed_by = "private home", facilities_shared = true,
  nowhere_to_cook = false }
at "2022-05-31 12:00"
event "presents homeless"
expect.decision "is_bed_and_breakfast" { value = true, clause = "SI 2003/3326" }
at "2022-06-01 12:00"
expect.decision "is_bed_and_breakfast" { value = false, clause = "SI 2003/3326, private homes" }
fact { owned_or_managed_by = "somebody else", facilities_shared = false, nowhere_to_cook = true }
expect.decision "is_bed_and_breakfast" { value = false }
at "2023-06-01 12:00"
expect.decision "is_bed_and_breakfast" { value = true, clause = "SI 2003/3326, nowhere to cook" }
fact { owned_or_managed_by = "council" }
expect.decision "is_bed_and_breakfast" { value = false }
fact { owned_or_managed_by = "somebody else", self_contained = true }
expect.decision "is_bed_and_breakfast" { value = false }

scenario "The code asks councils to avoid it for care leavers under 25, and bars nothing" {
  clauses = { "Code on bed and breakfast" },
}
given { dob = "2001-06-02", care_status = "former_relevant", pregnant = false, child_lives_with_them = false }
at "2026-06-01 16:00"
event "presents homeless"
expect.decision "bed_and_breakfast_to_avoid" { value = true, clause = "Code on bed and breakfast" }
at "2026-06-02 09:00"
expect.decision "bed_and_breakfast_to_avoid" { value = false } -- 25

scenario "Bed and breakfast although there was something else" { clauses = { "SI 2003/3326" } }
given { dob = "2004-02-11", care_status = "none", pregnant = true, nothing_else_available = false }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
at "2026-06-02 09:00"
expect.breach "bed and breakfast although there is something else" { kind = "invariant" }

scenario "The exemption of new arrivals ended with May 2024 (change 2024-06-01)" {
  clauses = { "SI 2003/3326, new arrivals", "SI 2003/3326" },
}
given { dob = "2000-02-11", care_status = "none", child_lives_with_them = true, new_arrival = true }
at "2024-05-31 16:00"
event "presents homeless"
expect.decision "bed_and_breakfast_limit" { value = "none named", clause = "SI 2003/3326, new arrivals" }
at "2024-06-01 09:00"
expect.decision "bed_and_breakfast_limit" { value = "6 weeks", clause = "SI 2003/3326" }

-- In force from 28 October 2023.
scenario "Supported accommodation under section 20 needs a registered provider" { clauses = { "SI 2023/416" } }
given { dob = "2007-01-15", approached = "housing", safe_tonight = true, placement = "supported_accommodation",
  accommodated_under = "section_20", provider_registered = false }
at "2023-10-27 10:00"
event "presents homeless"
expect.no.decision "registered_provider"
expect.no "breach"
at "2023-10-28 10:00"
expect.decision "registered_provider" { value = "needed", clause = "SI 2023/416" }
expect.breach "supported accommodation without a registered provider" { clause = "SI 2023/416" }

scenario "So does any placement of a looked after child in it, by whatever order" { clauses = { "SI 2023/416" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, placement = "supported_accommodation",
  legal_status = "care_order", history_complete = true, spells = { { kind = "looked after", from = "2024-03-04" } },
  provider_registered = false }
at "2026-06-01 10:00"
event "presents homeless"
expect.decision "registered_provider" { value = "needed" }
expect.breach "supported accommodation without a registered provider" {}

scenario "Who is housed under the Housing Act alone falls into a gap, which is told" { clauses = { "SI 2023/416" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, placement = "supported_accommodation",
  accommodated_under = "housing_act", provider_registered = false }
at "2026-06-01 10:00"
event "presents homeless"
expect.decision "registered_provider" { value = "not asked for: a gap" }
expect.no "breach"
