-- Stockport, 2024: how people behave, for runs in which what happens is drawn.
--
-- stockport-2024.md says what must happen; this file says what people then do, how long it takes them,
-- how many come. None of it is in the protocol. "assumed" is a guess, to be replaced by what your own
-- records show. What holds under every protocol stands in stdlib's `assumed`.
--
-- Check it, and see what a modelled run would miss:
--   moot check stockport-2024.md --assume stockport-2024.assume.lua

require "assumed"

----------------------------------------------------------------------------------------------------
-- How many come
----------------------------------------------------------------------------------------------------

-- 10,730 care leavers were 18 in England in 2019, over 153 councils with children's services: 70 in a
-- mean one, and as many come to the end of their time in care in a year.

assume { arrivals = "talk about life after 18", per_year = 70, facts = { care_status = "eligible" },
  source = "Department for Education, care leavers by age, 2019: 10,730 aged 18 in England",
  because = "that all are talked with is assumed" }
assume { arrivals = "chooses own tenancy", per_year = 45,
  facts = { care_status = "former_relevant" },
  source = "Department for Education, care leavers by age, 2019: 10,730 aged 18 in England",
  because = "that two in three come to a tenancy of their own is assumed" }

-- 4,610 care leavers of 18 to 20 were owed a homelessness duty in England in 2024/25: 30 in a council.

assume { arrivals = "risk of homelessness", per_year = 30,
  facts = { care_status = "former_relevant" },
  source = "Homelessness statistics for England, 2024/25: 4,610 care leavers of 18 to 20" }
assume { arrivals = "problem with the tenancy", per_year = 40,
  facts = { care_status = "former_relevant" }, source = "assumed" }
assume { arrivals = "release identified", per_year = 6,
  facts = { care_status = "former_relevant" }, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Section 5. Preparing to leave care
----------------------------------------------------------------------------------------------------

assume { event = "talk about life after 18", takes = between(days(30), days(240)), omitted = 0.03,
  source = "assumed" }
assume { event = "needs assessment done", omitted = 0.03, source = "assumed",
  takes = lognormal { half_within = days(45), nine_in_ten_within = days(110) } }
assume { deadline = "eight topics in the plan", omitted = 0.05, source = "assumed",
  takes = lognormal { half_within = days(30), nine_in_ten_within = days(120) } }
assume { deadline = "write the talk into the plan", omitted = 0.05, source = "assumed",
  takes = lognormal { half_within = days(10), nine_in_ten_within = days(40) } }
assume { deadline = "review on request", takes = between(working_days(3), working_days(25)),
  source = "assumed" }
assume { event = "accommodation plan is clear", omitted = 0.05, source = "assumed",
  takes = lognormal { half_within = days(90), nine_in_ten_within = days(300) } }

-- Nobody is found to be homeless intentionally of whom the law says that he is not; of other care
-- leavers the code expects it to be exceptional.
assume { fact = "intentionally_homeless", when = { may_be_intentional = false }, yes = 0,
  source = "HA96 s.191, with CWSA26 s.9 once that is in force" }
assume { fact = "intentionally_homeless", yes = 0.03, source = "assumed" }
assume { fact = "leaving_residential", yes = 0.15, source = "assumed" }
assume { fact = "high_needs", yes = 0.2, source = "assumed" }
assume { fact = "most_complex", when = { high_needs = true }, yes = 0.3, source = "assumed" }
assume { fact = "most_complex", yes = 0, source = "assumed" }
assume { fact = "with_foster_carer", yes = 0.5, source = "assumed" }
assume { fact = "more_preparation_needed", yes = 0.4, source = "assumed" }
assume { fact = "stockports_own", yes = 0.85, source = "assumed" }
assume { fact = "has_adviser", yes = 0.95, source = "assumed" }
assume { fact = "leave_to_remain", yes = 0.8, source = "assumed" }
assume { fact = "pilot_began_on", before = between(days(1), days(400)), source = "assumed" }

-- Where care leavers of 18 live: parents or relatives 11%, residential 4%, semi-independent 30%,
-- supported lodgings 7.5%; and three in five of those with foster carers stay put.
assume { stage = "choosing where to live",
  source = "Department for Education, accommodation of care leavers at 18, 2020",
  because = "what is not in the four published kinds is shared out by guess",
  takes = lognormal { half_within = days(28), nine_in_ten_within = days(120) },
  outcomes = { ["staying put"] = 20, ["supported lodgings"] = 7.5, ["specialist supported"] = 20,
    ["residential"] = 4, ["post-18 scheme"] = 10, ["staying close"] = 4, ["family or friends"] = 11,
    ["student housing"] = 3, ["own tenancy"] = 17, ["private tenancy"] = 3.5 } }
assume { stage = "review of the pathway plan", takes = between(days(7), days(35)),
  outcomes = { ["on the way"] = 0.85, ["another route is better"] = 0.15 }, source = "assumed" }
assume { stage = "help with a private tenancy", takes = between(days(5), days(30)),
  outcomes = { ["deposit"] = 0.4, ["rent in advance"] = 0.25, ["landlords approached"] = 0.25,
    ["no more help"] = 0.1 }, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Section 6. A tenancy of one's own
----------------------------------------------------------------------------------------------------

assume { fact = "needs_tenancy_ready", yes = 0.7, source = "assumed" }
assume { fact = "meets_register_rules", yes = 0.9, source = "assumed" }
assume { fact = "offences_or_arrears_only", yes = 0.05, source = "assumed" }
assume { fact = "right_plan", yes = 0.85, source = "assumed" }
assume { fact = "unreasonable_refusals", yes = 0.1, source = "assumed" }
assume { consent = "care-leaver marker", given = 0.9, takes = between(days(0), days(14)),
  source = "assumed" }
assume { event = "housing application completed", omitted = 0.05, source = "assumed",
  takes = lognormal { half_within = days(14), nine_in_ten_within = days(60) } }
assume { event = "support plan made", takes = between(days(5), days(28)), omitted = 0.05,
  source = "assumed" }
assume { event = "three-way plan agreed", takes = between(days(5), days(35)), omitted = 0.1,
  source = "assumed" }
assume { stage = "housing interview", outcomes = { ["held"] = 1 }, source = "assumed",
  takes = between(working_days(3), working_days(20)) }
assume { stage = "a tenancy or not", outcomes = { ["a tenancy"] = 0.85, ["not a tenancy"] = 0.15 },
  takes = between(days(1), days(14)), source = "assumed" }
assume { stage = "officer's view", outcomes = { ["satisfied"] = 0.85, ["not satisfied"] = 0.15 },
  takes = between(days(1), days(14)), source = "assumed" }

-- The text gives no date for any session of the Panel, and no number of cases.
assume { panel = "Accommodation Panel", first = "2024-01-10", places = 8, source = "assumed" }
assume { stage = "rehousing at Panel", outcomes = { ["supported"] = 0.85, ["not supported"] = 0.15 },
  source = "assumed" }

assume { stage = "register", outcomes = { ["added to the register"] = 0.95, ["not added"] = 0.05 },
  takes = between(working_days(2), working_days(15)), source = "assumed" }
assume { stage = "ordinary application", source = "assumed",
  outcomes = { ["added to the register"] = 0.85, ["not added"] = 0.15 },
  takes = between(working_days(5), working_days(30)) }
assume { stage = "bidding", outcomes = { ["home found"] = 1 }, source = "assumed",
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(210) } }
assume { stage = "direct let", outcomes = { ["home found"] = 1 }, source = "assumed",
  takes = lognormal { half_within = days(35), nine_in_ten_within = days(120) } }
assume { stage = "check on the home", outcomes = { ["may be offered"] = 0.9, ["not offered"] = 0.1 },
  takes = between(days(1), days(7)), source = "assumed" }
assume { stage = "offer", when = { age = under(18) }, takes = between(days(1), days(10)),
  outcomes = { ["accepted, Stockport Homes"] = 0, ["accepted, nomination"] = 0,
    ["accepted, under 18"] = 0.8, ["refused"] = 0.2 }, source = "assumed" }
assume { stage = "offer", takes = between(days(1), days(10)), source = "assumed",
  outcomes = { ["accepted, Stockport Homes"] = 0.7, ["accepted, nomination"] = 0.12,
    ["accepted, under 18"] = 0, ["refused"] = 0.18 } }
assume { stage = "refusal explored", outcomes = { ["search goes on"] = 0.8, ["joint meeting"] = 0.2 },
  takes = between(days(1), days(10)), source = "assumed" }
assume { stage = "joint meeting on refusals", outcomes = { ["plan agreed"] = 0.8, ["no plan"] = 0.2 },
  takes = between(days(5), days(21)), source = "assumed" }
assume { stage = "support fund", outcomes = { ["granted"] = 0.8, ["refused"] = 0.2 },
  takes = between(days(3), days(21)), source = "assumed" }
assume { stage = "company at the move", outcomes = { ["accompanied"] = 0.8, ["moved alone"] = 0.2 },
  takes = between(days(1), days(10)), source = "assumed" }
assume { stage = "extra help from Stockport Homes", takes = between(days(3), days(28)),
  outcomes = { ["furniture recycling"] = 0.4, ["Pantry"] = 0.15, ["counselling"] = 0.05,
    ["employment advice"] = 0.1, ["money advice"] = 0.2, ["Special Housing Fund"] = 0.1 },
  source = "assumed" }
assume { stage = "early withheld flat", outcomes = { ["moves in"] = 0.9, ["not the right plan"] = 0.1 },
  takes = between(days(7), days(42)), source = "assumed" }
assume { event = "moves in", takes = between(days(3), days(28)), omitted = 0.02, source = "assumed" }
assume { stage = "sign-up", outcomes = { ["signed"] = 0.95, ["not signed"] = 0.05 },
  takes = between(days(3), days(14)), source = "assumed" }
assume { event = "terms gone through", takes = between(days(0), days(14)), omitted = 0.1,
  source = "assumed" }

assume { stage = "housing support", outcomes = { ["no longer needed"] = 1 }, source = "assumed",
  takes = weibull { half_within = days(240), nine_in_ten_within = days(600) } }
assume { stage = "tenancy", outcomes = { ["given up"] = 1 }, source = "assumed",
  takes = weibull { half_within = days(1100), nine_in_ten_within = days(3000) } }
assume { event = "evicted", takes = exponential { mean = years(12) }, omitted = 0.5,
  source = "assumed" }
assume { fact = "in_arrears", yes = 0.5, source = "assumed" }
assume { fact = "antisocial_behaviour", yes = 0.25, source = "assumed" }
assume { fact = "significant_trouble", yes = 0.4, source = "assumed" }
assume { fact = "domestic_abuse", yes = 0.1, source = "assumed" }
assume { fact = "exploitation_feared", yes = 0.1, source = "assumed" }
assume { fact = "unsustainable_location", yes = 0.15, source = "assumed" }
assume { stage = "trouble with the tenancy", outcomes = { ["settled"] = 0.8, ["eviction risk"] = 0.2 },
  takes = lognormal { half_within = days(21), nine_in_ten_within = days(90) }, source = "assumed" }
assume { event = "possession sought", takes = between(days(14), days(90)), omitted = 0.6,
  source = "assumed" }
assume { stage = "before possession", outcomes = { ["possession not sought"] = 1 },
  takes = between(days(14), days(90)), source = "assumed" }
assume { stage = "managers meet", outcomes = { ["support agreed"] = 0.7, ["up to the Panel"] = 0.3 },
  takes = between(working_days(3), working_days(15)), source = "assumed" }
assume { event = "other options tried", takes = between(days(14), days(60)), omitted = 0.2,
  source = "assumed" }
assume { event = "eviction decided", takes = between(days(30), days(120)), omitted = 0.7,
  source = "assumed" }
assume { event = "review meeting held", takes = between(working_days(3), working_days(20)),
  omitted = 0.15, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Section 7. At risk of homelessness
----------------------------------------------------------------------------------------------------

assume { stage = "at risk of homelessness", outcomes = { ["settled"] = 0.45, ["homeless"] = 0.55 },
  takes = lognormal { half_within = days(14), nine_in_ten_within = days(60) },
  source = "Homelessness statistics for England, 2022/23: 61% of those owed a duty homeless already",
  because = "of those at risk, before any duty, fewer are assumed" }
assume { stage = "help to keep a home", takes = between(days(3), days(42)), source = "assumed",
  outcomes = { ["mediation"] = 0.15, ["money towards arrears"] = 0.15,
    ["Positive Engagement Team"] = 0.1, ["intensive support"] = 0.12,
    ["Adults at Risk Services"] = 0.04, ["Team around the Adult meeting"] = 0.08,
    ["mental health worker"] = 0.08, ["adult social worker"] = 0.04,
    ["drug and substance worker"] = 0.05, ["domestic abuse worker"] = 0.05, ["Aspire Team"] = 0.05,
    ["another tenancy"] = 0.04, ["up to the Panel"] = 0.05 } }
assume { stage = "commitment to accommodate", takes = between(hours(2), hours(30)),
  outcomes = { ["accommodated"] = 0.85, ["exception"] = 0.08, ["no commitment"] = 0.07 },
  source = "assumed" }
assume { stage = "a route back", outcomes = { ["back in housing"] = 1 }, source = "assumed",
  takes = lognormal { half_within = days(45), nine_in_ten_within = days(150) } }
assume { stage = "refusal to accommodate", outcomes = { ["ratified"] = 0.5, ["not ratified"] = 0.5 },
  takes = between(hours(4), hours(48)), source = "assumed" }
assume { stage = "nothing to be had", takes = between(hours(2), hours(48)), source = "assumed",
  outcomes = { ["somewhere found"] = 0.8, ["nothing found"] = 0.2 } }

----------------------------------------------------------------------------------------------------
-- Sections 8 to 13. Custody, leave to remain, children, wider help, review
----------------------------------------------------------------------------------------------------

assume { fact = "release_on", after = between(days(30), days(180)), source = "assumed" }
assume { stage = "leaving custody", takes = between(days(7), days(60)), source = "assumed",
  outcomes = { ["needs met"] = 0.5, ["homeless, or about to be"] = 0.5 } }
assume { stage = "after the referral", outcomes = { ["steps carried out"] = 1 },
  takes = between(days(7), days(42)), source = "assumed" }
assume { stage = "release planning meeting", outcomes = { ["held"] = 1 }, source = "assumed",
  takes = between(working_days(5), working_days(25)) }
assume { stage = "release at Panel", source = "assumed",
  outcomes = { ["advice given"] = 0.8, ["extra resources ratified"] = 0.2 } }
assume { stage = "help to apply as homeless", outcomes = { ["applied"] = 1 }, source = "assumed",
  takes = between(days(0), days(7)) }
assume { stage = "appointment after leave", outcomes = { ["assessed"] = 1 }, source = "assumed",
  takes = between(working_days(2), working_days(15)) }
assume { stage = "two-bedroom home", takes = between(days(7), days(42)), source = "assumed",
  outcomes = { ["helped to apply"] = 0.8, ["not wanted"] = 0.2 } }
assume { stage = "talk with the housing officer", outcomes = { ["talked"] = 1 }, source = "assumed",
  takes = between(working_days(2), working_days(15)) }
assume { stage = "wider help", takes = between(days(7), days(60)), source = "assumed",
  outcomes = { ["jobs and apprenticeships"] = 0.3, ["volunteering"] = 0.05, ["relationships"] = 0.1,
    ["counselling and mental health"] = 0.25, ["community"] = 0.1, ["health"] = 0.1,
    ["care leaver events"] = 0.1 } }
assume { stage = "review", outcomes = { ["amended"] = 0.6, ["unchanged"] = 0.4 },
  takes = between(days(30), days(90)), source = "assumed" }
assume { event = "protocol reviewed", takes = between(days(330), days(480)), omitted = 0.1,
  source = "assumed" }

-- What only another reading of the text waits for (moot whatif stockport-2024 --readings).
assume { event = "needs assessment begins", takes = between(days(1), days(14)), omitted = 0.1, source = "assumed" }
assume { event = "keys handed over", takes = between(days(1), days(28)), omitted = 0.1, source = "assumed" }
assume { event = "yearly review held", takes = between(days(330), days(400)), omitted = 0.1, source = "assumed" }
