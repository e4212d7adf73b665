-- Stockport, 2018: how people behave, for runs in which what happens is drawn.
--
-- stockport-2018.lua says what must happen. This file says what people then do: how often they
-- choose what, how long it takes them, how many young people come. None of it is in the agreement.
-- Where a figure is published, `source` says by whom; "assumed" is a guess, to be replaced by what
-- your own records show. A weight is how often, beside the others of its stage. In caseloads that
-- are run as they were recorded nothing of this is read.
--
-- Check it, and see what a modelled run would miss:
--   moot check stockport-2018.lua --assume stockport-2018.assume.lua

----------------------------------------------------------------------------------------------------
-- How many come, and who they are
----------------------------------------------------------------------------------------------------

-- 6,469 young people of 16 and 17 presented as homeless in England in 2022/23; 153 councils have
-- children's services, so a mean one saw 42. Three in four are taken to have no open case.

assume { arrivals = "presents homeless", per_year = 32,
  facts = { open_case = false, care_status = "none" },
  source = "Children's Commissioner, 2022/23: 6,469 in England, over 153 councils",
  because = "the split by open case is assumed" }
assume { arrivals = "presents homeless", per_year = 10,
  facts = { open_case = true, care_status = "none" },
  source = "Children's Commissioner, 2022/23: 6,469 in England, over 153 councils",
  because = "the split by open case is assumed" }

-- 10,730 care leavers were 18 years old in England in 2019: 70 in a mean council.

assume { arrivals = "own tenancy considered", per_year = 45, facts = { care_status = "eligible" },
  source = "Department for Education, care leavers by age, 2019: 10,730 aged 18 in England",
  because = "that two in three consider a tenancy of their own, before 18 or after, is assumed" }
assume { arrivals = "own tenancy considered", per_year = 25,
  facts = { care_status = "former_relevant" },
  source = "Department for Education, care leavers by age, 2019: 10,730 aged 18 in England",
  because = "that one in three asks later is assumed" }

assume { fact = "dob", when = { care_status = "former_relevant" },
  before = between(years(18), years(21)),
  source = "assumed" }
assume { fact = "dob", when = { care_status = "eligible" }, before = between(years(17), years(18)),
  source = "assumed" }
assume { fact = "dob", before = between(years(16), years(18)), source = "assumed" }

assume { fact = "care_status", source = "assumed", options = {
  ["none"] = 0.7, ["looked_after"] = 0, ["eligible"] = 0.1, ["relevant"] = 0.05,
  ["former_relevant"] = 0.1,
  ["qualifying"] = 0.05 } }
assume { fact = "may_move_on", yes = 0.8, source = "assumed" }
assume { fact = "pregnant", yes = 0.03, source = "assumed" }
assume { fact = "is_parent", yes = 0.06, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- Part one. Leaving care
----------------------------------------------------------------------------------------------------

assume { deadline = "accommodation in the pathway plan", source = "assumed",
  takes = lognormal { half_within = days(45), nine_in_ten_within = days(150) } }
assume { deadline = "support needs in the pathway plan", source = "assumed",
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(180) } }
assume { deadline = "invite the Housing Options Officer", omitted = 0.1, source = "assumed",
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(200) } }
assume { deadline = "housing advice", takes = between(working_days(1), working_days(10)),
  source = "assumed" }
assume { deadline = "training on housing", omitted = 0.1, takes = weeks(6), source = "assumed" }
assume { deadline = "weekly drop-in", takes = between(days(5), days(9)), source = "assumed" }
assume { event = "no longer uses the drop-in", takes = exponential { mean = weeks(8) },
  source = "assumed" }

assume { fact = "skills_completed", yes = 0.6, source = "assumed" }
assume { fact = "training_engaged", yes = 0.7, source = "assumed" }

assume { stage = "referral",
  source = "assumed", outcomes = { ["referred"] = 0.6, ["another way of living"] = 0.4 },
  takes = lognormal { half_within = days(21), nine_in_ten_within = days(90) } }

-- The agreement gives no date for any session of the Panel, and no number of cases.
assume { panel = "Accommodation Panel", first = "2018-01-10", places = 8, source = "assumed" }
assume { stage = "own tenancy at Panel",
  source = "assumed", outcomes = { ["accepted"] = 0.85, ["not accepted"] = 0.15 } }

assume { consent = "sharing", given = 0.85,
  takes = between(days(0), days(14)), omitted = 0.05, source = "assumed" }
assume { stage = "appointment with the Housing Options Officer",
  takes = between(working_days(2), working_days(15)),
  source = "assumed", outcomes = { ["work agreed"] = 0.7, ["no work agreed"] = 0.3 } }
assume { stage = "tenancy-ready work", outcomes = { ["completed"] = 1 }, source = "assumed",
  takes = gamma { mean = weeks(14), shape = 6 } }
assume { stage = "property search", source = "assumed",
  outcomes = { ["found with Stockport Homes"] = 0.85, ["found with another landlord"] = 0.15 },
  takes = lognormal { half_within = days(40), nine_in_ten_within = days(150) } }
assume { stage = "offer",
  outcomes = { ["accepted"] = 0.8, ["refused"] = 0.2 }, takes = between(days(1), days(10)),
  source = "assumed" }
assume { fact = "offers_in_all", value = between(2, 4), source = "assumed" }
assume { stage = "refusals at Panel",
  outcomes = { ["offers limited"] = 0.3, ["not limited"] = 0.7 },
  source = "assumed" }
assume { stage = "viewing", takes = between(days(2), days(8)), source = "assumed",
  outcomes = { ["accompanied"] = 0.8, ["went alone"] = 0.15, ["did not take place"] = 0.05 } }
assume { event = "accompanied to sign up", takes = between(days(2), days(10)), omitted = 0.1,
  source = "assumed" }
assume { stage = "sign-up", takes = between(days(3), days(14)), source = "assumed", outcomes = {
  ["equitable tenancy"] = 0.15, ["introductory or secure tenancy"] = 0.8, ["not signed"] = 0.05 } }

-- What is let: "own tenancy" is the place that the stages of a tenancy give.
assume { homes = "own tenancy", count = 160, taken = 150, source = "assumed",
  stays = weibull { half_within = days(700), nine_in_ten_within = days(2200) } }

assume { stage = "equitable tenancy",
  outcomes = { ["possession"] = 1 }, takes = exponential { mean = years(8) },
  source = "assumed" }
assume { stage = "tenancy",
  outcomes = { ["possession"] = 1 }, takes = exponential { mean = years(8) },
  source = "assumed" }
assume { stage = "tenancy problem", outcomes = { ["resolved"] = 0.75, ["serious"] = 0.25 },
  source = "assumed",
  takes = lognormal { half_within = days(20), nine_in_ten_within = days(80) } }
assume { stage = "formal meeting", takes = between(working_days(3), working_days(20)),
  source = "assumed",
  outcomes = { ["a way forward"] = 0.6, ["alternatives"] = 0.2, ["none agreed"] = 0.2 } }
assume { stage = "other options", outcomes = { ["moved on"] = 0.6, ["tenancy kept"] = 0.4 },
  source = "assumed",
  takes = lognormal { half_within = days(30), nine_in_ten_within = days(100) } }

----------------------------------------------------------------------------------------------------
-- Part two. Homeless at 16 and 17
----------------------------------------------------------------------------------------------------

assume { fact = "welfare_concern", yes = 0.35, source = "assumed" }
assume { fact = "parents_exclude", yes = 0.7, source = "assumed" }
assume { fact = "emergency", yes = 0.4, source = "assumed" }
assume { fact = "intentionally_homeless", yes = 0.02, source = "assumed" }
assume { fact = "made_fully_aware", yes = 0.8, source = "assumed" }
assume { fact = "capacity", yes = 0.95, source = "assumed" }

assume { event = "comes to Housing Options",
  takes = lognormal { half_within = hours(20), nine_in_ten_within = hours(96) },
  omitted = 0.15, source = "assumed" }
assume { stage = "own social worker",
  outcomes = { ["prevented"] = 0.4, ["still homeless"] = 0.6 }, source = "assumed",
  takes = lognormal { half_within = days(4), nine_in_ten_within = days(20) } }
assume { stage = "mediation", when = { welfare_concern = true },
  source = "assumed", takes = between(hours(2), hours(72)),
  outcomes = { ["prevented"] = 0, ["still homeless"] = 0.3, ["threat remains"] = 0.1,
  ["concern remains"] = 0.6 } }
assume { stage = "mediation", source = "assumed", outcomes = {
  ["prevented"] = { weight = 0.45, takes = between(days(1), days(7)) },
  ["still homeless"] = { weight = 0.4, takes = between(hours(2), hours(72)) },
  ["threat remains"] = { weight = 0.15, takes = days(3) }, ["concern remains"] = 0 } }
assume { event = "home visit or family mediation",
  takes = between(days(1), days(6)), omitted = 0.2, source = "assumed" }

assume { act = "ask for joint assessment",
  takes = between(hours(0), hours(6)), omitted = 0.05, source = "assumed" }
assume { event = "parents seen", takes = between(hours(4), hours(96)), omitted = 0.25,
  source = "assumed" }

-- Of those who presented (unaccompanied asylum seekers left out) 40 in 100 were accommodated. That the
-- young person goes home more often than to somebody else is assumed.
assume { stage = "joint assessment",
  takes = lognormal { half_within = hours(40), nine_in_ten_within = hours(120) },
  source = "Children's Commissioner, 2022/23: 40% of those who presented were accommodated",
  because = "how long it takes, and the split of the others, are assumed",
  outcomes = { ["returned home"] = 0.4, ["settled elsewhere"] = 0.2, ["estranged"] = 0.4 } }
assume { stage = "interim placement", takes = between(hours(1), hours(10)), source = "assumed",
  outcomes = { ["found through Stockport Homes"] = 0.5, ["found through Stockport Family"] = 0.15,
  ["none found"] = 0.05,
    ["not needed"] = 0.3 } }

-- No study gives the time from presenting to a decision. Half within 12 working days, nine in ten within
-- 45, is the whole way; what is left of it for the meeting is less.
assume { consent = "care", given = 0.6, takes = between(days(0), days(10)), source = "assumed" }
assume { stage = "care planning meeting",
  source = "Children's Commissioner, 2022/23: 39% of those accommodated under section 20",
  because = "how long it takes, and that one in ten falls under no rule, are assumed",
  takes = lognormal { half_within = working_days(8), nine_in_ten_within = working_days(25),
  at_most = working_days(90) },
  outcomes = { ["section 20"] = 0.39, ["Housing Act duty"] = 0.51, ["no rule"] = 0.1 } }
assume { stage = "talk with Locality Services Leader",
  outcomes = { ["Stockport Homes helps"] = 0.6, ["no help"] = 0.4 },
  takes = between(hours(1), hours(8)), source = "assumed" }
assume { stage = "Accommodation Panel",
  outcomes = { ["Stockport Homes helps"] = 0.6, ["no help"] = 0.4 },
  source = "assumed" }
assume { stage = "Housing Act duty", outcomes = { ["housed"] = 0.95, ["limited"] = 0.05 },
  source = "assumed",
  takes = lognormal { half_within = days(60), nine_in_ten_within = days(240) } }
assume { stage = "limited duty",
  outcomes = { ["another joint assessment"] = 0.3, ["housed"] = 0.7 },
  takes = between(days(7), days(56)), source = "assumed" }
assume { stage = "adult application",
  outcomes = { ["application taken"] = 0.7, ["not pursued"] = 0.3 },
  takes = between(days(1), days(21)), source = "assumed" }

-- How many joint assessments at once: nobody counts the social workers, so these are guesses to try.
assume { role = "Social worker", people = 12, cases_each = 3, source = "assumed" }

----------------------------------------------------------------------------------------------------
-- The agreement itself, which is no young person's case
----------------------------------------------------------------------------------------------------

assume { stage = "agreement", outcomes = { ["signed"] = 1 }, takes = days(30), source = "assumed" }
assume { deadline = "review of the agreement", takes = days(90), source = "assumed" }

-- What only another reading of the text waits for (moot whatif stockport-2018 --readings).
assume { event = "signs tenancy", takes = between(days(1), days(28)), omitted = 0.1, source = "assumed" }
