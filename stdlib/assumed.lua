-- What is assumed of people under any protocol: who comes, and what they do under the parts of the law
-- that stdlib holds. An assumptions file begins with `require "assumed"`; of this a protocol takes what
-- it has in the same form, and whatever the file says itself replaces what stands here.
--
-- No study gives most of these figures. What is "assumed" is a guess that somebody who knows the work
-- would not laugh at; put your own in its place.

----------------------------------------------------------------------------------------------------
-- Who they are
----------------------------------------------------------------------------------------------------

assume { fact = "dob", when = { care_status = "former_relevant" },
  before = between(years(18), years(24)), source = "assumed" }
assume { fact = "dob", when = { care_status = "eligible" }, before = between(years(16), years(18)),
  source = "assumed" }
assume { fact = "dob", before = between(years(16), years(18)), source = "assumed" }

assume { fact = "care_status", source = "assumed", options = { ["none"] = 0.25,
  ["looked_after"] = 0.05, ["eligible"] = 0.2, ["relevant"] = 0.02, ["former_relevant"] = 0.43,
  ["qualifying"] = 0.05 } }
assume { fact = "uasc", yes = 0.155, because = "of those who present at 16 or 17",
  source = "Children's Commissioner, 2022/23: about 1,000 of 6,469" }
assume { fact = "approached", options = { ["housing"] = 0.6, ["children's services"] = 0.4 },
  source = "assumed" }
assume { fact = "asked_housing", yes = 1, source = "assumed",
  because = "from 18 on, children's services send whoever is homeless on to housing" }
assume { fact = "known_to_service", yes = 0.7, source = "assumed" }
assume { fact = "open_case", yes = 0.5, source = "assumed" }
assume { fact = "pregnant", yes = 0.03, source = "assumed" }
assume { fact = "is_parent", yes = 0.08, source = "assumed" }
assume { fact = "welfare_concern", yes = 0.35, source = "assumed" }
assume { fact = "parents_exclude", yes = 0.7, source = "assumed" }
assume { fact = "emergency", yes = 0.4, source = "assumed" }
assume { fact = "in_need", yes = 0.9, source = "assumed",
  because = "few homeless children are not in need" }
assume { fact = "capacity", yes = 0.95, source = "assumed" }
assume { fact = "made_fully_aware", yes = 0.8, source = "assumed" }
assume { fact = "activity", source = "Department for Education, activity at 22, 2024",
  because = "30 in education or work and 26 not, of 56 in touch; the split within them is assumed",
  options = { ["higher_education"] = 45, ["education"] = 100, ["apprenticeship"] = 15,
    ["work_or_training"] = 140, ["ill_or_disabled"] = 80, ["neet_other"] = 140, ["parenting"] = 40 } }
assume { fact = "full_time", yes = 0.75, source = "assumed" }
assume { fact = "in_programme", yes = 0.4, source = "assumed" }
assume { fact = "ready_for_a_tenancy", yes = 0.65, source = "assumed" }
assume { consent = "sharing", given = 0.9, takes = between(days(0), days(7)), source = "assumed" }
assume { consent = "referral", given = 0.9, takes = between(days(0), days(3)), source = "assumed" }

----------------------------------------------------------------------------------------------------
-- In care, and before
----------------------------------------------------------------------------------------------------

assume { fact = "care_order", yes = 0.55, source = "assumed" }
assume { fact = "legal_status", source = "assumed", options = { ["interim_care_order"] = 4,
  ["care_order"] = 58, ["freeing_order"] = 0, ["placement_order"] = 0, ["section_20"] = 34,
  ["short_breaks"] = 0, ["police_protection"] = 0, ["emergency_protection"] = 0,
  ["assessment_order"] = 0, ["remand"] = 4, ["pace"] = 0, ["youth_rehabilitation"] = 0 } }
assume { fact = "placement", source = "assumed", options = { ["adoption"] = 0,
  ["kinship_foster"] = 10, ["foster"] = 48, ["secure_home"] = 0, ["childrens_home"] = 15,
  ["supported_accommodation"] = 20, ["parents"] = 4, ["independent"] = 0,
  ["residential_employment"] = 0, ["residential"] = 0, ["hospital"] = 0, ["family_centre"] = 0,
  ["custody"] = 2, ["temporary"] = 0, ["other"] = 1 } }
assume { fact = "accommodated_under", source = "assumed", options = { ["section_20"] = 45,
  ["section_17"] = 10, ["section_23B"] = 10, ["section_24B"] = 5, ["housing_act"] = 25,
  ["remand"] = 1, ["own_arrangement"] = 4 } }
assume { fact = "history_complete", yes = 0.9, source = "assumed" }
assume { fact = "is_looked_after", when = { care_status = one_of { "looked_after", "eligible" } },
  yes = 1, source = "assumed" }
assume { fact = "is_looked_after", yes = 0, source = "assumed" }
assume { fact = "had_13_weeks_in_care",
  when = { care_status = one_of { "eligible", "relevant", "former_relevant" } }, yes = 1,
  source = "assumed" }
assume { fact = "had_13_weeks_in_care", yes = 0.05, source = "assumed" }
assume { fact = "was_looked_after_from_16", when = { care_status = "none" }, yes = 0,
  source = "assumed" }
assume { fact = "was_looked_after_from_16", yes = 0.98, source = "assumed" }
assume { fact = "was_in_care_at_16_or_17", when = { care_status = "none" }, yes = 0.02,
  source = "assumed" }
assume { fact = "was_in_care_at_16_or_17", yes = 0.98, source = "assumed" }
assume { fact = "was_in_care_at_any_time", when = { care_status = "none" }, yes = 0.1,
  source = "assumed" }
assume { fact = "was_in_care_at_any_time", yes = 1, source = "assumed" }
assume { fact = "at_home_six_months", yes = 0.03, source = "assumed" }
assume { fact = "was_at_home_six_months_at_18", yes = 0.03, source = "assumed" }
assume { fact = "was_in_hospital_or_detained_at_16", yes = 0.02, source = "assumed" }
assume { fact = "had_guardianship_after_care", yes = 0.02, source = "assumed" }

assume { fact = "looked after",
  when = { care_status = one_of { "looked_after", "eligible" } }, yes = 1,
  before = between(years(1), years(8)), source = "assumed" }
assume { fact = "looked after",
  when = { care_status = one_of { "relevant", "former_relevant" } }, yes = 1,
  before = between(years(5), years(12)), lasts = between(years(2), years(5)), source = "assumed" }
assume { fact = "looked after", when = { care_status = "qualifying" }, yes = 1,
  before = between(days(60), days(300)), lasts = between(days(5), days(55)), source = "assumed" }
assume { fact = "looked after", yes = 0.08, before = between(years(2), years(6)),
  lasts = between(days(30), days(400)), source = "assumed" }
assume { fact = "at home", yes = 0.1, before = between(days(30), years(2)),
  lasts = between(days(14), days(200)), source = "assumed" }
assume { fact = "at an address", yes = 0.9, before = between(years(1), years(10)), source = "assumed" }
assume { fact = "in custody", yes = 0.03, before = between(days(90), years(2)),
  lasts = between(days(14), days(180)), source = "assumed" }
assume { fact = "on remand", yes = 0.01, before = between(days(30), years(2)),
  lasts = between(days(7), days(90)), source = "assumed" }
assume { fact = "in hospital", yes = 0.02, before = between(days(30), years(2)),
  lasts = between(days(3), days(90)), source = "assumed" }
assume { fact = "special guardianship", yes = 0.02, before = between(years(2), years(8)),
  source = "assumed" }
assume { fact = "privately fostered", yes = 0.005, before = between(years(1), years(3)),
  lasts = between(days(30), days(365)), source = "assumed" }
assume { fact = "accommodated by others", yes = 0.005, before = between(years(1), years(3)),
  lasts = between(days(30), days(365)), source = "assumed" }
assume { fact = "in a residential school or home", yes = 0.01, before = between(years(1), years(4)),
  lasts = between(days(90), days(700)), source = "assumed" }

-- Of those who leave care most do so on turning 18; some before, a few of them in the year.
assume { event = "left care", takes = between(days(1), days(700)), omitted = 0.05, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Part 7: applications and duties
----------------------------------------------------------------------------------------------------

assume { fact = "eligible", yes = 0.97, source = "assumed" }
assume { fact = "homeless", yes = 0.61, because = "2,270 relief, 1,440 prevention; of others assumed",
  source = "Homelessness statistics for England, care leavers of 18 to 20, 2022/23" }
assume { fact = "threatened", when = { homeless = true }, yes = 0, source = "assumed" }
assume { fact = "threatened", yes = 0.9, source = "assumed" }
assume { fact = "likely_homeless_in_56_days", when = { homeless = true }, yes = 0,
  source = "assumed" }
assume { fact = "likely_homeless_in_56_days", yes = 0.9, source = "assumed" }
assume { fact = "homeless_because", options = { ["family_or_friends"] = 1450, ["end_ast"] = 230,
    ["end_prs_other"] = 120, ["domestic_abuse"] = 330, ["relationship_breakdown"] = 350,
    ["other_violence"] = 100, ["end_social_tenancy"] = 150, ["evicted_supported"] = 900,
    ["left_custody"] = 180, ["left_hospital_psychiatric"] = 15, ["left_hospital_general"] = 10,
    ["left_care_placement"] = 600, ["left_asylum_support"] = 60, ["unsuitable_health"] = 10,
    ["resettlement_ended"] = 5, ["other"] = 100 },
  source = "Homelessness statistics for England, care leavers of 18 to 20, 2024/25",
  because = "600 of 4,610 came straight from a placement; the others are shared out by guess" }
assume { fact = "notice_ends_on", after = between(days(7), days(56)), source = "assumed" }
assume { fact = "possession_notice", options = { ["section 21"] = 10, ["section 8"] = 10,
  ["other"] = 20, ["none"] = 60 }, source = "assumed" }
assume { fact = "possession_notice_valid", yes = 0.85, source = "assumed" }
assume { fact = "only_home", yes = 0.98, source = "assumed" }
assume { fact = "reason_to_believe_homeless", yes = 0.7, source = "assumed" }
assume { fact = "reason_to_believe_eligible", yes = 0.98, source = "assumed" }
assume { fact = "reason_to_believe_priority_need", yes = 0.8, source = "assumed" }
assume { fact = "owed_section_20", yes = 0.16, because = "40 in 100 accommodated, 39 in 100 of them so",
  source = "Children's Commissioner, 2022/23: 39% of the 40% who were accommodated" }
assume { fact = "vulnerable_from_care", yes = 0.3, source = "assumed" }
assume { fact = "priority_need_on_other_ground", yes = 0.1, source = "assumed" }
assume { fact = "intentionally_homeless", yes = 0.03, source = "assumed",
  because = "the code expects it to be exceptional for care leavers" }
assume { fact = "accommodation_until", after = between(days(14), days(42)), source = "assumed" }
assume { fact = "refusal_deliberate_and_unreasonable", yes = 0.3, source = "assumed" }
assume { fact = "authoriser_at_least_as_senior", yes = 0.95, source = "assumed" }
assume { fact = "authoriser_of_childrens_services", yes = 0.8, source = "assumed" }
assume { fact = "connection_elsewhere", yes = 0.15, source = "assumed" }
assume { fact = "risk_elsewhere", yes = 0.1, source = "assumed" }
assume { fact = "lives_here_by_choice", yes = 0.75, source = "assumed" }
assume { fact = "works_here", yes = 0.2, source = "assumed" }
assume { fact = "family_here", yes = 0.6, source = "assumed" }
assume { fact = "special_circumstances_here", yes = 0.1, source = "assumed" }
assume { fact = "section_23c_owed_by", options = { ["this council"] = 75,
  ["the county of this district"] = 10, ["another council"] = 15 }, source = "assumed" }
assume { fact = "in_care_here", yes = 0.6, before = between(years(3), years(8)),
  lasts = between(years(1), years(5)), source = "assumed" }
assume { fact = "in_care_here_for_two_years", yes = 0.5, source = "assumed" }
assume { fact = "child_lives_with_them", yes = 0.05, source = "assumed" }
assume { fact = "provider_registered", yes = 0.97, source = "assumed" }
assume { fact = "prevention_end_ground", options = { ["a home is secured"] = 60,
  ["56 days have passed"] = 8, ["an offer was refused"] = 2,
  ["homeless through own choice from a home that was offered"] = 1, ["no longer eligible"] = 1,
  ["the application was withdrawn"] = 8, ["now homeless"] = 20 }, source = "assumed" }
assume { fact = "relief_end_ground", options = { ["a home is secured"] = 45,
  ["56 days have passed"] = 42, ["an offer was refused"] = 2, ["a final offer was refused"] = 1,
  ["homeless through own choice from a home that was offered"] = 1, ["no longer eligible"] = 1,
  ["the application was withdrawn"] = 9 }, source = "assumed" }
-- An offer that its letter must tell of first is drawn nowhere, because no rule waits for one; so in a modelled run nothing
-- ends by it, and who would have gone that way is among the others. With offers of your own, give it a weight.
assume { fact = "main_duty_end_ground", options = { ["accepted a council or housing association home"] = 88,
  ["refused a council or housing association home"] = 0, ["accepted a private rented home"] = 0,
  ["refused a private rented home"] = 0, ["refused the temporary home"] = 0,
  ["are no longer eligible for housing help"] = 1, ["lost the temporary home through own choice"] = 2,
  ["left the temporary home"] = 8, ["accepted an assured tenancy from a private landlord"] = 1 }, source = "assumed" }

assume { fact = "intention_in_question", yes = 0.05, source = "assumed" }
assume { fact = "tenancy_offered", options = { ["assured shorthold tenancy"] = 0, ["assured tenancy"] = 1,
  ["another letting"] = 0 }, source = "assumed" }
assume { fact = "fixed_term_in_months", value = 0, source = "assumed" }
assume { fact = "final_offer_kind", options = { ["final Part 6 offer"] = 0.7, ["final accommodation offer"] = 0.3 },
  source = "assumed" }
assume { fact = "home_offered_suitable", yes = 0.97, source = "assumed" }
assume { fact = "tied_to_another_home", yes = 0.01, source = "assumed" }
assume { event = "final offer is made", omitted = 0.95, source = "assumed",
  takes = lognormal { half_within = days(40), nine_in_ten_within = days(120) } }
assume { fact = "reduced_duty_end_ground", options = { ["accepted our final offer of a home"] = 70,
  ["refused our final offer of a home"] = 10, ["are no longer eligible for housing help"] = 1,
  ["lost the temporary home through own choice"] = 5, ["left the temporary home"] = 10,
  ["accepted an assured tenancy from a private landlord"] = 4 }, source = "assumed" }
assume { stage = "homelessness application", source = "assumed",
  outcomes = { ["homeless"] = 0.55, ["threatened"] = 0.35, ["no duty"] = 0.04, ["withdrawn"] = 0.06 },
  takes = lognormal { half_within = days(3), nine_in_ten_within = days(14) } }

-- No study gives how long the duties last for care leavers: half of prevention within 45 days, half of
-- relief within 60, three in ten of it still open at day 57 are taken from all households.
assume { stage = "prevention duty",
  outcomes = { ["home secured"] = 0.62, ["ended on another ground"] = 0.38 }, source = "assumed",
  takes = lognormal { half_within = days(45), nine_in_ten_within = days(120) } }
assume { stage = "prevention duty after 56 days",
  outcomes = { ["ended after 56 days"] = 0.3, ["home secured"] = 0.45,
    ["ended on another ground"] = 0.25 },
  takes = lognormal { half_within = days(20), nine_in_ten_within = days(70) }, source = "assumed" }
assume { stage = "relief duty", source = "assumed",
  outcomes = { ["home secured"] = 0.6, ["ended on another ground"] = 0.38, ["final offer refused"] = 0.02 },
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(130) } }
assume { stage = "relief duty after 56 days",
  outcomes = { ["ended after 56 days"] = 0.7, ["home secured"] = 0.2,
    ["ended on another ground"] = 0.08, ["final offer refused"] = 0.02 },
  takes = lognormal { half_within = days(7), nine_in_ten_within = days(30) }, source = "assumed" }
-- The last is barred but to who is no longer homeless or eligible, and then it is all that is left.
assume { stage = "main duty decision",
  outcomes = { ["main duty owed"] = 0.82, ["intentionality in view"] = 0.05,
    ["no priority need"] = 0.13, ["not homeless, or not eligible"] = 0.0001 },
  takes = lognormal { half_within = working_days(5), nine_in_ten_within = working_days(15) },
  source = "assumed" }
assume { event = "accommodation is offered", source = "assumed",
  takes = lognormal { half_within = days(120), nine_in_ten_within = days(500) } }
assume { stage = "main duty", outcomes = { ["ended"] = 1, ["ended by an offer"] = 0 }, source = "assumed",
  takes = lognormal { half_within = days(150), nine_in_ten_within = days(600) } }
assume { stage = "minded to find intentionality",
  outcomes = { ["finding made"] = 0.5, ["no finding"] = 0.5 },
  takes = between(working_days(5), working_days(15)), source = "assumed" }
assume { stage = "intentionally homeless", outcomes = { ["found a home"] = 1 }, source = "assumed",
  takes = lognormal { half_within = days(35), nine_in_ten_within = days(90) } }
assume { stage = "non-co-operation",
  outcomes = { ["help should end"] = 0.2, ["no further step"] = 0.8 },
  takes = between(days(7), days(21)), source = "assumed" }
assume { stage = "ending help for non-co-operation",
  outcomes = { ["authorised"] = 0.6, ["not authorised"] = 0.4 },
  takes = between(working_days(2), working_days(8)), source = "assumed" }
assume { stage = "reduced duty",
  outcomes = { ["final offer accepted"] = 0.7, ["final offer refused"] = 0.1, ["ended without an offer"] = 0.2 },
  takes = between(days(14), days(90)), source = "assumed" }
assume { stage = "duty to refer", outcomes = { ["referred"] = 0.9, ["no consent"] = 0.1 },
  takes = between(days(0), days(5)), source = "assumed" }
assume { stage = "referral to another authority",
  outcomes = { ["referred"] = 0.3, ["referred after arbitration"] = 0.02, ["not referred"] = 0.68 },
  takes = lognormal { half_within = days(14), nine_in_ten_within = days(45) }, source = "assumed" }
assume { deadline = "a family leaves bed and breakfast", source = "assumed",
  takes = lognormal { half_within = days(28), nine_in_ten_within = days(63) } }
assume { deadline = "a care leaver leaves bed and breakfast", source = "assumed",
  takes = lognormal { half_within = days(3), nine_in_ten_within = days(14) } }

----------------------------------------------------------------------------------------------------
-- At 16 and 17, under the Children Act
----------------------------------------------------------------------------------------------------

-- From coming to the decision: half within 12 working days, nine in ten within 45; no study gives it.
assume { stage = "assessment at 16 or 17", source = "assumed",
  outcomes = { ["section 20 owed"] = 0.16, ["not a child in need"] = 0.1, ["informed refusal"] = 0.24,
    ["no accommodation needed"] = 0.45, ["another council's area"] = 0.05 },
  takes = lognormal { half_within = working_days(12), nine_in_ten_within = working_days(45) } }
assume { stage = "housing help at 16 or 17", outcomes = { ["housed"] = 1 }, source = "assumed",
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(130) } }
assume { event = "next step decided", takes = between(days(0), days(3)), omitted = 0.05, source = "assumed" }
assume { fact = "advocate_offered", yes = 0.09,
  because = "offered may be more often than remembered; no other figure is known",
  source = "Ofsted, February 2025: 9% of 96 young people remembered an offer" }
assume { fact = "requires_accommodation", yes = 0.55, source = "assumed" }
assume { fact = "in_this_area", yes = 0.95, source = "assumed" }
assume { fact = "no_parent_responsible", yes = 0.02, source = "assumed" }
assume { fact = "lost_or_abandoned", yes = 0.02, source = "assumed" }
assume { fact = "carer_prevented", yes = 0.85, source = "assumed" }
assume { fact = "welfare_seriously_prejudiced", yes = 0.6, source = "assumed" }
assume { fact = "wishes_considered", yes = 0.8, source = "assumed" }
assume { fact = "safe_tonight", yes = 0.6, source = "assumed" }
assume { consent = "care", given = 0.6, takes = between(days(0), days(10)), source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Reviews and appeals: few ask
----------------------------------------------------------------------------------------------------

assume { event = "asks for a review", takes = between(days(5), days(28)), omitted = 0.95,
  source = "assumed" }
assume { event = "asks for a review of the decision", takes = between(days(5), days(28)),
  omitted = 0.95, source = "assumed" }
assume { event = "asks for a review of the end of prevention", takes = between(days(5), days(28)),
  omitted = 0.98, source = "assumed" }
assume { event = "asks for a review of the steps of the plan", takes = between(days(5), days(28)),
  omitted = 0.98, source = "assumed" }
assume { event = "asks for a review of the suitability of the accommodation",
  takes = between(days(5), days(28)), omitted = 0.95, source = "assumed" }
assume { event = "asks for a review of the referral", takes = between(days(5), days(28)), omitted = 0.95,
  source = "assumed" }
assume { event = "asks for a review of the arbitrated referral", takes = between(days(5), days(28)), omitted = 0.95,
  source = "assumed" }
assume { event = "asks for a review of the suitability of the private rented offer",
  takes = between(days(5), days(28)), omitted = 0.95, source = "assumed" }
assume { event = "asks for a review of the suitability of the final offer",
  takes = between(days(5), days(28)), omitted = 0.95, source = "assumed" }
assume { event = "asks for a review of the end of relief", takes = between(days(5), days(28)),
  omitted = 0.98, source = "assumed" }
assume { event = "appeals to the county court", takes = between(days(10), days(30)), omitted = 0.98,
  source = "assumed" }
assume { deadline = "appeal to the county court on the decision", omitted = 0.98,
  takes = between(days(10), days(30)), source = "assumed" }
assume { fact = "review_agreed_until", after = between(days(60), days(90)), source = "assumed" }
assume { stage = "review of the decision", source = "assumed",
  outcomes = { ["decision stands"] = 0.65, ["decision changed"] = 0.28, ["withdrawn"] = 0.07 },
  takes = lognormal { half_within = days(45), nine_in_ten_within = days(70) } }
assume { stage = "review of the suitability of the final offer", source = "assumed",
  outcomes = { ["decision stands"] = 0.65, ["decision changed"] = 0.28, ["withdrawn"] = 0.07 },
  takes = lognormal { half_within = days(45), nine_in_ten_within = days(70) } }
assume { stage = "review of the suitability of the final offer in the time agreed", source = "assumed",
  outcomes = { ["decision stands"] = 0.65, ["decision changed"] = 0.28, ["withdrawn"] = 0.07 },
  takes = between(days(5), days(30)) }
assume { deadline = "appeal to the county court on the suitability of the final offer", omitted = 0.98,
  takes = between(days(10), days(30)), source = "assumed" }
assume { stage = "review of the decision in the time agreed", source = "assumed",
  outcomes = { ["decision stands"] = 0.65, ["decision changed"] = 0.28, ["withdrawn"] = 0.07 },
  takes = between(days(5), days(30)) }
