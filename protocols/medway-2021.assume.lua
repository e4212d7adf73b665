-- Medway, 2021: how people behave, for runs in which what happens is drawn.
--
-- medway-2021.lua says what must happen; this file says what people then do, how long it takes them, how
-- many come. None of it is in the protocol. "assumed" is a guess, to be replaced by what your own records
-- show. What holds under every protocol stands in stdlib's `assumed`.
--
-- Check it, and see what a modelled run would miss:
--   moot check medway-2021.lua --assume medway-2021.assume.lua

require "assumed"

----------------------------------------------------------------------------------------------------
-- How many come
----------------------------------------------------------------------------------------------------

-- 10,730 care leavers were 18 in England in 2019: 70 for each of 153 councils.

assume { arrivals = "left care", per_year = 70, facts = { care_status = "former_relevant" },
  source = "Department for Education, care leavers by age, 2019: 10,730 aged 18 in England",
  because = "that as many leave in a year is assumed" }
assume { arrivals = "applies to Medway Homechoice", per_year = 45,
  facts = { care_status = "former_relevant" },
  source = "Department for Education, care leavers by age, 2019: 10,730 aged 18 in England",
  because = "that two in three apply is assumed" }

-- 4,610 care leavers of 18 to 20 were owed a homelessness duty in 2024/25, 6,469 young people of 16 and
-- 17 presented as homeless in 2022/23: 30 and 42 for each council.

assume { arrivals = "may be homeless or threatened", per_year = 30,
  facts = { care_status = "former_relevant" },
  source = "Homelessness statistics for England, 2024/25: 4,610 care leavers of 18 to 20" }
assume { arrivals = "presents homeless", per_year = 42, facts = { care_status = "none" },
  source = "Children's Commissioner, 2022/23: 6,469 in England, over 153 councils" }
assume { arrivals = "risk of breakdown", per_year = 40, facts = { care_status = "former_relevant" },
  source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Who is covered, and what else is so of them
----------------------------------------------------------------------------------------------------

-- Nobody is found to be homeless intentionally of whom the law says that he is not; of other care
-- leavers the code expects it to be exceptional.
assume { fact = "intentionally_homeless", when = { may_be_intentional = false }, yes = 0,
  source = "HA96 s.191, with CWSA26 s.9 once that is in force" }
assume { fact = "intentionally_homeless", yes = 0.03, source = "assumed" }
assume { fact = "medways_own", yes = 0.85, source = "assumed" }
assume { fact = "wishes_to_stay_in_medway", yes = 0.85, source = "assumed" }
assume { fact = "housed_outside_medway", yes = 0.2, source = "assumed" }
assume { fact = "leaves_placement_on", after = between(days(60), days(365)), source = "assumed" }
assume { fact = "leave", options = { ["refugee status"] = 0.65, ["leave to remain"] = 0.2,
  ["none"] = 0.15 }, source = "assumed" }
assume { fact = "leave_a_year_past_18", yes = 0.8, source = "assumed" }
assume { fact = "known_to_housing_options", yes = 0.3, source = "assumed" }

assume { stage = "support up to 25", outcomes = { ["not wanted"] = 1 }, source = "assumed",
  takes = weibull { half_within = days(600), nine_in_ten_within = days(1500) } }
assume { event = "leaves the 18+ Service", takes = between(days(700), days(2500)), source = "assumed" }
assume { event = "opts out of support", takes = between(days(60), days(900)), omitted = 0.85,
  source = "assumed" }
assume { stage = "no recourse to public funds", takes = between(days(5), days(28)),
  outcomes = { ["owed under the Children Act"] = 0.75, ["owed under the Human Rights Act"] = 0.1,
    ["nothing else is owed"] = 0.15 }, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Section 8. The register
----------------------------------------------------------------------------------------------------

assume { fact = "meets_residency_rules", yes = 0.85, source = "assumed" }
assume { fact = "leaving_care_or_supported_living", yes = 0.9, source = "assumed" }
assume { event = "applies to Medway Homechoice", omitted = 0.2, source = "assumed",
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(240) } }
assume { stage = "register application",
  outcomes = { ["registered"] = 0.9, ["not registered"] = 0.1 },
  takes = lognormal { half_within = working_days(12), nine_in_ten_within = working_days(35) },
  source = "assumed" }
assume { stage = "on the register", outcomes = { ["housed"] = 0.75, ["left the register"] = 0.25 },
  takes = lognormal { half_within = days(150), nine_in_ten_within = days(500) }, source = "assumed" }
assume { stage = "two care leavers to share", takes = between(days(7), days(28)),
  outcomes = { ["jointly awarded"] = 0.7, ["not awarded"] = 0.3 }, source = "assumed" }
assume { stage = "offer refused", takes = between(days(1), days(14)), source = "assumed",
  outcomes = { ["priority kept"] = 0.7, ["priority reduced"] = 0.3 } }
assume { event = "additional consideration given", takes = between(days(1), days(14)), omitted = 0.1,
  source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Sections 9 and 10. Plans and routes
----------------------------------------------------------------------------------------------------

assume { event = "needs assessed", omitted = 0.03, source = "assumed",
  takes = lognormal { half_within = days(50), nine_in_ten_within = days(110) } }
assume { event = "pathway plan made", omitted = 0.03, source = "assumed",
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(130) } }
assume { event = "pathway plan reviewed", omitted = 0.05, source = "assumed",
  takes = between(days(120), days(220)) }
assume { deadline = "for and against each option", omitted = 0.05, source = "assumed",
  takes = lognormal { half_within = days(30), nine_in_ten_within = days(100) } }
assume { deadline = "prepare for independent living", omitted = 0.05, source = "assumed",
  takes = lognormal { half_within = days(90), nine_in_ten_within = days(240) } }
assume { deadline = "basic tenancy skills in the plan", omitted = 0.05, source = "assumed",
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(180) } }
assume { event = "takes part in training", takes = between(days(30), days(180)), omitted = 0.35,
  source = "assumed" }
assume { event = "identity documents at hand", omitted = 0.08, source = "assumed",
  takes = lognormal { half_within = days(30), nine_in_ten_within = days(150) } }
assume { stage = "plan made ready", outcomes = { ["ready"] = 1 }, source = "assumed",
  takes = lognormal { half_within = days(45), nine_in_ten_within = days(150) } }
assume { stage = "options meeting", outcomes = { ["held"] = 1 }, source = "assumed",
  takes = between(working_days(5), working_days(25)) }
assume { stage = "ability to live independently", takes = between(days(7), days(42)),
  outcomes = { ["able"] = 0.6, ["not able yet"] = 0.4 }, source = "assumed" }

-- At 18: parents or relatives 11%, semi-independent 30%, residential 4%, supported lodgings 7.5%.
assume { stage = "agreeing a route", takes = between(days(7), days(42)),
  source = "Department for Education, accommodation of care leavers at 18, 2020",
  because = "staying put, living independently and other routes are shared out by guess",
  outcomes = { ["family"] = 11, ["staying put"] = 22, ["supported accommodation"] = 37.5,
    ["living independently"] = 20, ["another route"] = 9.5 } }
assume { stage = "family or staying put", takes = between(days(14), days(90)), source = "assumed",
  outcomes = { ["arranged"] = 0.9, ["not arranged"] = 0.1 } }
assume { stage = "supported accommodation", source = "assumed",
  outcomes = { ["place found"] = 0.85, ["no place found"] = 0.15 },
  takes = lognormal { half_within = days(35), nine_in_ten_within = days(110) } }
assume { stage = "living independently", source = "assumed",
  outcomes = { ["home found"] = 0.75, ["another route is better"] = 0.25 },
  takes = lognormal { half_within = days(120), nine_in_ten_within = days(400) } }
assume { fact = "needs_furnishing", yes = 0.9, source = "assumed" }
assume { event = "suitable home in place", omitted = 0.1, source = "assumed",
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(240) } }

----------------------------------------------------------------------------------------------------
-- Section 11. Moving in, and keeping a home
----------------------------------------------------------------------------------------------------

assume { stage = "viewing", outcomes = { ["accompanied"] = 0.8, ["alone"] = 0.2 },
  takes = between(days(1), days(8)), source = "assumed" }
assume { stage = "licence or tenancy", takes = between(days(2), days(14)), source = "assumed",
  outcomes = { ["private sector"] = 0.12, ["general needs social housing"] = 0.48,
    ["supported accommodation"] = 0.35, ["not signed"] = 0.05 } }
assume { event = "rights and responsibilities explained", takes = between(days(0), days(14)),
  omitted = 0.1, source = "assumed" }
assume { event = "young person contacted about the risk", takes = between(hours(2), hours(96)),
  omitted = 0.1, source = "assumed" }
assume { event = "joint prevention appointment arranged", takes = between(days(1), days(14)),
  omitted = 0.2, source = "assumed" }
assume { stage = "risk of breakdown", source = "assumed",
  outcomes = { ["home kept"] = 0.7, ["home cannot be kept"] = 0.3 },
  takes = lognormal { half_within = days(21), nine_in_ten_within = days(80) } }
assume { fact = "housing_advice_fitting", yes = 0.7, source = "assumed" }
assume { fact = "joint_appointment_fitting", yes = 0.6, source = "assumed" }
assume { fact = "home_at_risk_by_own_acts", yes = 0.35, source = "assumed" }
assume { stage = "joint prevention appointment", takes = between(working_days(2), working_days(12)),
  outcomes = { ["actions agreed"] = 0.9, ["nothing agreed"] = 0.1 }, source = "assumed" }
assume { stage = "planned move", takes = between(days(7), days(42)), source = "assumed",
  outcomes = { ["moved elsewhere"] = 0.35, ["another supported placement"] = 0.35,
    ["no planned move"] = 0.3 } }
assume { fact = "planned_routes_used_up", yes = 0.4, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Sections 12 to 15. Homelessness, differences, review
----------------------------------------------------------------------------------------------------

assume { stage = "authorisation", outcomes = { ["authorised"] = 0.6, ["not authorised"] = 0.4 },
  takes = between(working_days(1), working_days(5)), source = "assumed" }
assume { stage = "comment of leaving care", outcomes = { ["commented"] = 1 }, source = "assumed",
  takes = between(working_days(1), working_days(8)) }
assume { fact = "authorised_and_arbitrates", yes = 0.9, source = "assumed" }
assume { stage = "difference over a home", takes = between(working_days(2), working_days(10)),
  outcomes = { ["as leaving care proposes"] = 0.5, ["as housing proposes"] = 0.5 },
  source = "assumed" }
assume { stage = "difference over homelessness", takes = between(working_days(1), working_days(7)),
  outcomes = { ["as leaving care proposes"] = 0.5, ["as housing proposes"] = 0.5 },
  source = "assumed" }
assume { event = "monitored at the Corporate parenting subgroup", omitted = 0.1, source = "assumed",
  takes = between(days(80), days(110)) }
assume { event = "protocol reviewed", takes = between(days(330), days(480)), omitted = 0.1,
  source = "assumed" }

-- What only another reading of the text waits for (moot whatif medway-2021 --readings).
assume { event = "moves out", takes = lognormal { half_within = days(180), nine_in_ten_within = days(730) },
  omitted = 0.2, source = "assumed" }
assume { event = "further support in place", takes = between(days(1), days(28)), omitted = 0.1, source = "assumed" }
