-- Luton: how people behave, for runs in which what happens is drawn.
--
-- luton.lua says what must happen; this file says what people then do, how long it takes them, how many
-- come. None of it is in the protocol. "assumed" is a guess, to be replaced by what your own records
-- show. What holds under every protocol stands in stdlib's `assumed`.
--
-- Check it, and see what a modelled run would miss:
--   moot check luton.lua --assume luton.assume.lua

require "assumed"

----------------------------------------------------------------------------------------------------
-- How many come
----------------------------------------------------------------------------------------------------

-- 6,469 young people of 16 and 17 presented as homeless in 2022/23; 4,610 care leavers of 18 to 20 were
-- owed a homelessness duty in 2024/25: 42 and 30 for each of 153 councils.

assume { arrivals = "presents homeless", per_year = 42,
  facts = { household = "single person", care_status = "none" },
  source = "Children's Commissioner, 2022/23: 6,469 in England, over 153 councils" }
assume { arrivals = "presents homeless", per_year = 30,
  facts = { household = "single person", care_status = "former_relevant" },
  source = "Homelessness statistics for England, 2024/25: 4,610 care leavers of 18 to 20" }
assume { arrivals = "presents homeless", per_year = 60,
  facts = { household = "family", care_status = "none" }, source = "assumed",
  because = "families of whom both services hear" }
assume { arrivals = "Children's Services refer to Housing", per_year = 25,
  facts = { household = "family" }, source = "assumed" }
assume { arrivals = "young person contacts an agency", per_year = 20,
  facts = { household = "single person", care_status = "none" }, source = "assumed" }
assume { arrivals = "tenancy is failing", per_year = 30,
  facts = { care_status = "former_relevant" }, source = "assumed" }
assume { arrivals = "put to the 17+ Panel", per_year = 40, facts = { care_status = "eligible" },
  source = "assumed" }

assume { fact = "dob", when = { household = "family" }, before = between(years(19), years(38)),
  source = "assumed" }
assume { fact = "dob", when = { care_status = "former_relevant" },
  before = between(years(18), years(24)), source = "assumed" }
assume { fact = "dob", before = between(years(16), years(18)), source = "assumed" }
assume { fact = "household", options = { ["family"] = 0.45, ["single person"] = 0.55 },
  source = "assumed" }
assume { fact = "known_to_housing", yes = 0.35, source = "assumed" }
assume { fact = "priority_need", when = { household = "family" }, yes = 1, source = "assumed" }
assume { fact = "priority_need", yes = 0.75, source = "assumed" }
assume { fact = "intentionally_homeless", when = { household = "family" }, yes = 0.2,
  source = "assumed" }
assume { fact = "intentionally_homeless", yes = 0.03, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- First approach
----------------------------------------------------------------------------------------------------

assume { stage = "first approach", takes = between(hours(1), hours(8)), source = "assumed",
  outcomes = { ["Housing assesses"] = 0.7, ["Children's Services lead"] = 0.3 } }
assume { stage = "find the contact", takes = between(hours(0), hours(6)), source = "assumed",
  outcomes = { ["homeless case"] = 0.5, ["council tenant"] = 0.15, ["MASH"] = 0.25,
    ["Assessment Service"] = 0.1 } }
assume { stage = "portfolio of the young person", source = "assumed",
  outcomes = { ["Children Act duty discharged"] = 1 },
  takes = lognormal { half_within = days(120), nine_in_ten_within = days(500) } }
assume { stage = "towards 18", outcomes = { ["with the 18+ Team"] = 1 }, source = "assumed",
  takes = between(days(30), days(180)) }
assume { panel = "17+ Panel", first = "2026-01-14", places = 6, source = "assumed" }
assume { event = "supported or hostel place secured", omitted = 0.2, source = "assumed",
  takes = lognormal { half_within = days(21), nine_in_ten_within = days(90) } }
assume { stage = "joint interview and assessment", source = "assumed",
  outcomes = { ["Children's Services go on"] = 0.55, ["Housing goes on"] = 0.45 },
  takes = lognormal { half_within = working_days(4), nine_in_ten_within = working_days(15) } }
assume { stage = "housing side of the case", outcomes = { ["resolved"] = 1 }, source = "assumed",
  takes = lognormal { half_within = days(56), nine_in_ten_within = days(180) } }

----------------------------------------------------------------------------------------------------
-- Leaving care
----------------------------------------------------------------------------------------------------

assume { stage = "support to keep the tenancy", outcomes = { ["no longer needed"] = 1 },
  takes = weibull { half_within = days(240), nine_in_ten_within = days(600) }, source = "assumed" }
assume { stage = "Personalised Housing Plan", outcomes = { ["plan completed"] = 1 },
  takes = lognormal { half_within = days(50), nine_in_ten_within = days(120) }, source = "assumed" }
assume { stage = "final warning", outcomes = { ["housing need met"] = 1 }, source = "assumed",
  takes = lognormal { half_within = days(30), nine_in_ten_within = days(90) } }
assume { deadline = "support plan", takes = between(days(5), days(35)), omitted = 0.1,
  source = "assumed" }
assume { event = "training programme offered", takes = between(days(7), days(60)), omitted = 0.2,
  source = "assumed" }
assume { event = "housing register considered", takes = between(days(7), days(60)), omitted = 0.15,
  source = "assumed" }
assume { stage = "options interview", takes = between(working_days(3), working_days(15)),
  outcomes = { ["register suits"] = 0.6, ["another route is better"] = 0.4 }, source = "assumed" }
assume { stage = "register application", outcomes = { ["application submitted"] = 1 },
  takes = between(days(3), days(28)), source = "assumed" }
assume { stage = "enhanced priority", takes = between(working_days(2), working_days(15)),
  outcomes = { ["confirmed"] = 0.75, ["not confirmed"] = 0.25 }, source = "assumed" }
assume { stage = "direct allocation", takes = between(working_days(1), working_days(10)),
  outcomes = { ["authorised"] = 0.85, ["not authorised"] = 0.15 }, source = "assumed" }
assume { stage = "direct allocation with another directorate", source = "assumed",
  outcomes = { ["authorised"] = 0.8, ["not authorised"] = 0.2 },
  takes = between(working_days(2), working_days(15)) }
assume { fact = "refuses_to_engage", yes = 0.1, source = "assumed" }
assume { fact = "breaks_conditions", yes = 0.1, source = "assumed" }
assume { fact = "intentionality_risk", yes = 0.08, source = "assumed" }
assume { fact = "due_to_leave_placement", yes = 0.6, source = "assumed" }
assume { fact = "priority_kind", source = "assumed", options = { ["care leaver"] = 0.6,
  ["public protection"] = 0.05, ["multi-agency commitment"] = 0.1, ["fostering"] = 0.05,
  ["out-of-borough placement"] = 0.1, ["another strategic priority"] = 0.1 } }

----------------------------------------------------------------------------------------------------
-- When Housing owes no duty
----------------------------------------------------------------------------------------------------

assume { fact = "can_live_independently", yes = 0.8, source = "assumed" }
assume { fact = "has_capacity", yes = 0.97, source = "assumed" }
assume { fact = "can_go_back", yes = 0.15, source = "assumed" }
assume { fact = "refuses_to_go_back", yes = 0.5, source = "assumed" }
assume { fact = "earlier_decision_stands", yes = 0.04, source = "assumed" }
assume { fact = "urgent_need", yes = 0.4, source = "assumed" }
assume { fact = "in_temporary_accommodation", yes = 0.4, source = "assumed" }
assume { stage = "homelessness assessment", source = "assumed",
  takes = lognormal { half_within = working_days(3), nine_in_ten_within = working_days(12) },
  outcomes = { ["help to prevent or relieve"] = 0.82, ["1 not eligible for public funds"] = 0.04,
    ["2 not capable of living independently"] = 0.04, ["3 lacks capacity"] = 0.01,
    ["4 refuses to go back"] = 0.05, ["5 an earlier decision stands"] = 0.04 } }
assume { event = "decision given in person", takes = between(days(0), days(5)), omitted = 0.2,
  source = "assumed" }
assume { stage = "no duty to accommodate", outcomes = { ["discussed with Children's Services"] = 1 },
  takes = between(working_days(0), working_days(4)), source = "assumed" }
assume { stage = "joint assessment of reasons 1 and 2", takes = between(days(1), days(14)),
  outcomes = { ["assessed jointly"] = 0.75, ["joint assessment not possible"] = 0.25 },
  source = "assumed" }
assume { stage = "joint assessment of a care leaver", takes = between(days(1), days(14)),
  outcomes = { ["support and suitable accommodation"] = 0.8, ["not assessed jointly"] = 0.2 },
  source = "assumed" }
assume { stage = "threat of intentional homelessness", outcomes = { ["helped"] = 1 },
  takes = between(days(3), days(42)), source = "assumed" }
assume { stage = "likely to be found intentionally homeless", takes = between(days(0), days(7)),
  outcomes = { ["referred now"] = 0.7, ["not referred at this stage"] = 0.3 }, source = "assumed" }
assume { event = "has to leave", takes = between(days(21), days(42)), omitted = 0.25,
  source = "assumed" }
assume { stage = "notice to a household with children", takes = between(days(14), days(42)),
  outcomes = { ["stays until the review ends"] = 0.3, ["moved out"] = 0.7 }, source = "assumed" }
assume { stage = "notice to a care leaver", outcomes = { ["stays until the review ends"] = 1 },
  takes = between(days(7), days(42)), source = "assumed" }
assume { stage = "stay until the review ends", outcomes = { ["review or appeal over"] = 1 },
  takes = lognormal { half_within = days(50), nine_in_ten_within = days(90) }, source = "assumed" }
assume { stage = "exceptional circumstances of a care leaver", source = "assumed",
  outcomes = { ["endorsed"] = 0.6, ["not endorsed"] = 0.4 },
  takes = between(working_days(1), working_days(8)) }
assume { stage = "prevention and relief", source = "assumed",
  outcomes = { ["prevented, or a home found"] = 0.6, ["advice and assistance only"] = 0.15,
    ["not successful"] = 0.25 },
  takes = lognormal { half_within = days(50), nine_in_ten_within = days(110) } }
assume { stage = "inquiries into the main duty", source = "assumed",
  outcomes = { ["main duty owed"] = 0.8, ["6 intentionally homeless"] = 0.08,
    ["main duty not owed"] = 0.12 },
  takes = lognormal { half_within = working_days(8), nine_in_ten_within = working_days(20) } }
assume { stage = "short stay of the intentionally homeless", outcomes = { ["over"] = 1 },
  takes = between(days(14), days(42)), source = "assumed" }
assume { stage = "disclosure without consent", takes = between(hours(1), hours(48)),
  outcomes = { ["disclosed"] = 0.8, ["not disclosed"] = 0.2 }, source = "assumed" }
assume { stage = "main duty", source = "assumed",
  outcomes = { ["7 refused a suitable offer"] = 0.06, ["8 broke the licence"] = 0.03,
    ["anti-social behaviour or the like"] = 0.02, ["settled home"] = 0.89 },
  takes = lognormal { half_within = days(220), nine_in_ten_within = days(800) } }
assume { fact = "options_exhausted", yes = 0.3, source = "assumed" }
assume { fact = "risk_of_significant_harm", yes = 0.1, source = "assumed" }
assume { fact = "refused_suitable_offer", yes = 0.06, source = "assumed" }
assume { fact = "licence_broken", yes = 0.04, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Referrals into MASH; other authorities
----------------------------------------------------------------------------------------------------

assume { consent = "telling Social Services", given = 0.85, takes = between(hours(0), hours(48)),
  source = "assumed" }
assume { stage = "call after the form", outcomes = { ["referral received, handed over"] = 1 },
  takes = between(minutes(10), hours(4)), source = "assumed" }
assume { stage = "referral into MASH", takes = between(hours(1), hours(30)), source = "assumed",
  outcomes = { ["accepted"] = 0.75, ["not accepted"] = 0.25 } }
assume { deadline = "online form looked at", takes = between(minutes(15), hours(20)), omitted = 0.02,
  source = "assumed" }
assume { event = "Social Care Officer meets the applicant", takes = between(hours(1), hours(30)),
  omitted = 0.1, source = "assumed" }
assume { stage = "risk assessment", takes = between(hours(1), hours(6)), source = "assumed",
  outcomes = { ["accommodation duty owed"] = 0.5, ["accommodation duty not owed"] = 0.5 } }
assume { stage = "accommodation by Children's Services", takes = between(hours(1), hours(6)),
  outcomes = { ["with help from Housing"] = 0.5, ["without help"] = 0.5 }, source = "assumed" }
assume { stage = "where they sleep tonight", takes = between(hours(0), hours(4)), source = "assumed",
  outcomes = { ["satisfied"] = 0.9, ["not satisfied"] = 0.1 } }
assume { stage = "late arrival", takes = between(hours(1), hours(20)), source = "assumed",
  outcomes = { ["seen by MASH"] = 0.85, ["did not come back"] = 0.15 } }
assume { fact = "at_town_hall", yes = 0.7, source = "assumed" }
assume { stage = "duty of another authority", takes = between(hours(1), hours(6)),
  outcomes = { ["to return"] = 0.6, ["not to return today"] = 0.4 }, source = "assumed" }
assume { stage = "return to the other authority", outcomes = { ["parents refuse"] = 1 },
  takes = between(hours(12), hours(72)), source = "assumed" }
assume { event = "arrives at the other authority", takes = between(hours(2), hours(10)),
  omitted = 0.15, source = "assumed" }
assume { stage = "refusal to return", takes = between(hours(1), hours(8)), source = "assumed",
  outcomes = { ["accommodate"] = 0.5, ["safe without"] = 0.5 } }
assume { stage = "placement of another authority's family", outcomes = { ["placement ended"] = 1 },
  takes = between(days(2), days(28)), source = "assumed" }
assume { stage = "dispute about the duty", outcomes = { ["resolved"] = 1 }, source = "assumed",
  takes = lognormal { half_within = working_days(3), nine_in_ten_within = working_days(12) } }
assume { event = "Housing responds", takes = between(hours(2), hours(72)), omitted = 0.05,
  source = "assumed" }
assume { stage = "referral to Housing", outcomes = { ["first assessment done"] = 1 },
  takes = between(working_days(1), working_days(10)), source = "assumed" }
assume { stage = "rent account moves", outcomes = { ["moved"] = 1 }, source = "assumed",
  takes = between(days(1), days(28)) }
assume { stage = "after the homeless duty", outcomes = { ["arranged"] = 1 }, source = "assumed",
  takes = between(days(3), days(42)) }

----------------------------------------------------------------------------------------------------
-- The child in need assessment, and what follows for a family
----------------------------------------------------------------------------------------------------

-- Half within 12 working days of presenting, nine in ten within 45: no study gives it.
assume { stage = "child in need assessment", outcomes = { ["in need"] = 0.8, ["not in need"] = 0.2 },
  takes = lognormal { half_within = working_days(12), nine_in_ten_within = working_days(45) },
  source = "assumed" }
assume { fact = "seen", yes = 0.95, source = "assumed" }
assume { fact = "interviewed", options = { ["interviewed"] = 0.6, ["too young or not able"] = 0.3,
  ["not interviewed"] = 0.1 }, source = "assumed" }
assume { fact = "taken_into_care_for", source = "assumed",
  options = { ["want of a home only"] = 0.3, ["other reasons too"] = 0.7 } }
assume { fact = "only_want_of_a_home", yes = 0.6, source = "assumed" }
assume { fact = "family_can_help", yes = 0.3, source = "assumed" }
assume { fact = "safe_to_travel", yes = 0.9, source = "assumed" }
assume { fact = "paid_to", options = { ["landlord"] = 0.9, ["applicant"] = 0.1 }, source = "assumed" }
assume { fact = "support_needed", yes = 0.5, source = "assumed" }
assume { event = "Children's Services contact the family", takes = between(hours(4), hours(72)),
  omitted = 0.05, source = "assumed" }
assume { stage = "outcome for the family", takes = between(days(1), days(10)), source = "assumed",
  outcomes = { ["no child in need"] = 0.2, ["in need for want of a home"] = 0.5,
    ["other needs too"] = 0.3 } }
assume { stage = "options of the family", takes = between(days(2), days(28)), source = "assumed",
  outcomes = { ["extended family"] = 0.3, ["a home elsewhere"] = 0.15, ["rent deposit"] = 0.3,
    ["accommodation under section 17"] = 0.15, ["no option accepted"] = 0.1 } }
assume { stage = "deposit and rent in advance", takes = between(days(2), days(21)),
  outcomes = { ["a deposit"] = 0.2, ["rent in advance"] = 0.15, ["both"] = 0.6, ["neither"] = 0.05 },
  source = "assumed" }
assume { stage = "payment to the landlord", takes = between(days(2), days(14)), source = "assumed",
  outcomes = { ["receipt confirmed"] = 0.9, ["no receipt"] = 0.1 } }
assume { stage = "support after rehousing", takes = between(days(28), days(180)), source = "assumed",
  outcomes = { ["passed to Penrose"] = 0.4, ["joint support ended"] = 0.6 } }
assume { stage = "Housing Solutions post", outcomes = { ["post ended"] = 1 }, source = "assumed",
  takes = years(2) }
assume { stage = "reasonable assistance", takes = between(days(2), days(28)), source = "assumed",
  outcomes = { ["new or fresh approach"] = 0.15, ["advice on options"] = 0.5,
    ["help to find and inspect a home"] = 0.35 } }

----------------------------------------------------------------------------------------------------
-- The process map: a young person of 16 or 17
----------------------------------------------------------------------------------------------------

assume { fact = "in_safe_place", yes = 0.7, source = "assumed" }
assume { fact = "safe_to_contact_parents", yes = 0.85, source = "assumed" }
assume { fact = "welfare_seriously_prejudiced", yes = 0.35, source = "assumed" }
assume { stage = "young person at Housing", takes = between(hours(0), hours(4)), source = "assumed",
  outcomes = { ["brought to the Town Hall"] = 0.9, ["not brought"] = 0.1 } }
assume { stage = "MASH finds the young person", takes = between(hours(0), hours(6)),
  outcomes = { ["passed to the Assessment Service"] = 1 }, source = "assumed" }
assume { event = "Assessment Team responds", takes = between(minutes(30), hours(8)), omitted = 0.05,
  source = "assumed" }
assume { event = "young person met", takes = between(hours(1), hours(24)), omitted = 0.03,
  source = "assumed" }

-- Of those who presented (unaccompanied asylum seekers left out) 40 in 100 were accommodated, 39 in 100
-- of these under section 20.
assume { stage = "young person with the Assessment Service", takes = between(hours(2), hours(48)),
  source = "assumed",
  outcomes = { ["single assessment"] = 0.5,
    ["returns to parents or carers with support"] = 0.25,
    ["cared for by family or friends"] = 0.15, ["does not want social care"] = 0.06,
    ["at risk, not imminent"] = 0.04 } }
assume { stage = "outcome for the young person",
  source = "Children's Commissioner, 2022/23: 40% of those who presented were accommodated",
  because = "how long it takes, and the split of the others, are assumed",
  takes = lognormal { half_within = working_days(12), nine_in_ten_within = working_days(45) },
  outcomes = { ["home with Family Partnership"] = 0.25,
    ["Family Partnership, and back to family or friends"] = 0.15,
    ["statutory support and accommodation"] = 0.4,
    ["statutory support, not accommodation"] = 0.1, ["universal services"] = 0.1 } }
assume { stage = "accommodation at 16 or 17", takes = between(hours(2), hours(48)),
  outcomes = { ["section 20"] = 0.39, ["section 17"] = 0.61 },
  source = "Children's Commissioner, 2022/23: 39% of those accommodated under section 20",
  because = "that all others are under section 17 is assumed" }
assume { stage = "once accommodated", outcomes = { ["completed"] = 1 }, source = "assumed",
  takes = lognormal { half_within = days(35), nine_in_ten_within = days(90) } }

----------------------------------------------------------------------------------------------------
-- Escalation, monitoring and review, which are no young person's case
----------------------------------------------------------------------------------------------------

assume { stage = "no satisfactory solution", outcomes = { ["solved"] = 0.7, ["not solved"] = 0.3 },
  takes = between(hours(4), hours(72)), source = "assumed" }
assume { deadline = "referral to Children's Services recorded", takes = between(hours(1), hours(72)),
  omitted = 0.1, source = "assumed" }
assume { deadline = "quarterly data", takes = between(days(60), days(110)), omitted = 0.05,
  source = "assumed" }
assume { event = "quarterly meeting held", takes = between(days(60), days(120)), omitted = 0.1,
  source = "assumed" }
assume { event = "staff trained", takes = between(days(30), days(180)), omitted = 0.1,
  source = "assumed" }
assume { event = "staff brought up to date", takes = between(days(150), days(400)), omitted = 0.2,
  source = "assumed" }
assume { event = "protocol reviewed", takes = between(days(330), days(480)), omitted = 0.1,
  source = "assumed" }
assume { stage = "change to the protocol", takes = between(days(14), days(90)), source = "assumed",
  outcomes = { ["agreed and signed off"] = 0.85, ["not agreed"] = 0.15 } }
assume { stage = "updated copy", outcomes = { ["shared"] = 1 }, takes = between(days(1), days(14)),
  source = "assumed" }

-- What only another reading of the text waits for (moot whatif luton --readings).
assume { event = "support removed", takes = lognormal { half_within = days(180), nine_in_ten_within = days(540) },
  omitted = 0.3, source = "assumed" }
assume { event = "referred through another monthly panel", takes = between(days(1), days(28)),
  omitted = 0.3, source = "assumed" }
assume { event = "Social Care Officer agrees to meet", takes = between(minutes(1), minutes(30)),
  omitted = 0.2, source = "assumed" }
assume { event = "first assessment done", takes = between(days(1), days(10)), omitted = 0.1, source = "assumed" }
  assume { event = "meeting with the young person arranged", takes = days(7), omitted = 0.1, source = "assumed" }
