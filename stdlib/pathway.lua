-- From 16 to 25: the needs assessment, the pathway plan and its reviews, the personal adviser, and what is owed to each of
-- the four statuses.
--
--     eligible child             16 or 17 and looked after: needs in 3 months, the plan as soon as possible after
--     relevant child             16 or 17 and out of care: the same unless it was done before; adviser, plan, accommodation
--     in accommodation at 16     of a relevant child (s.23B(8)): the adviser visits, and the plan is looked at after 28 days
--     pathway plan               reviewed at most every 6 months, and when asked for
--     former relevant child      from 18 to 21, and on while a programme of education or training runs
--     adviser to 25              offered as soon as possible after 21 and once a year; owed when asked for
--     qualifying care leaver     advised and befriended when they ask, until 21
--     assess for staying close   section 7 of the 2026 Act: off until commenced
--
-- Facts that it reads: leaver_status (module leaving_care: the recorded status first), in_programme. Events: "left care",
-- "needs assessed", "pathway plan made", "pathway plan reviewed", "contact lost", "contact made again", "asks for a personal
-- adviser", and those below. A duty is shown while its status lasts; one for which the law sets no time is undated.

require "law"
require "parties"
require "leaving_care"

event "asks for a review of the pathway plan" {} -- the young person, or the adviser thinks that it is needed
event "accommodated as a relevant child" {} -- under s.23B(8)
event "leaves that accommodation" {}
event "adviser visits" {}
event "personal adviser offered" {}
event "personal adviser appointed" {}

fact "eligible_since" { date, precision = "day", ask = "On which day after turning 16 did the young person become eligible?" }
fact "relevant_since" { date, precision = "day", ask = "On which day did the young person become relevant?" }

param "time to assess needs" { clause = "SI 2010/959 reg 42(1)", ["2011-04-01"] = months(3), councils = "may shorten it" }
param "time to assess a relevant child" { clause = "SI 2010/2571 reg 5", ["2011-04-01"] = months(3),
  councils = "may shorten it" }

----------------------------------------------------------------------------------------------------
-- Eligible
----------------------------------------------------------------------------------------------------

-- Who was looked after on turning 16, and had the 13 weeks by then, is eligible from the birthday. For anybody else it is the
-- day on which it came to be so: seen while the case was followed from the start of care, else asked for.

fact "was_eligible_on_turning_16" { yesno, ask = "Was the young person eligible already on turning 16?" }

decision "eligible_from_16" { hit = "first", clause = "SI 2010/959 reg 42(1)",
  { when = { thirteen_weeks_by_16 = true, ["looked after"] = any_at(turns(16)) }, value = true },
  { when = { thirteen_weeks_by_16 = false }, value = false },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "was_eligible_on_turning_16" },
}

stage "eligible child" { clause = "CA89 Sch 2 para 19B", owner = "Children's services",
  on = becomes { leaver_status = "eligible" }, duty = "personal adviser and pathway plan",
  deadline "assess the needs, eligible from 16" { clause = "SI 2010/959 reg 42(1)", from = turns(16),
    within = param "time to assess needs", when = { eligible_from_16 = true }, met_by = event "needs assessed" },
  deadline "assess the needs, eligible later" { clause = "SI 2010/959 reg 42(1)",
    from = any { fact "eligible_since", becomes { leaver_status = "eligible", times(event "looked after", at_least(1)) } },
    within = param "time to assess needs", when = { eligible_from_16 = false }, met_by = event "needs assessed" },
  deadline "make the pathway plan" { clause = "SI 2010/959 reg 43", met_by = event "pathway plan made",
    open = "as soon as possible after the assessment: no days are set" },
  deadline "appoint a personal adviser" { clause = "CA89 Sch 2 para 19C", met_by = event "personal adviser appointed" },
  outcome "no longer eligible" { clause = "CA89 Sch 2 para 19B", on = becomes { none { leaver_status = "eligible" } } },
}

----------------------------------------------------------------------------------------------------
-- Relevant
----------------------------------------------------------------------------------------------------

-- The authority that last looked after the child, wherever they live now: its name is the fact `responsible_authority`.

stage "relevant child" { clause = "CA89 s.23A(2)", owner = "Children's services",
  on = becomes { leaver_status = "relevant" }, duty = "personal adviser, pathway plan and suitable accommodation",
  deadline "assess the needs of a relevant child" { clause = "SI 2010/2571 reg 5",
    from = any { fact "relevant_since", event "left care" }, within = param "time to assess a relevant child",
    when = { none { times(event "needs assessed", at_least(1)) } }, met_by = event "needs assessed" },
  deadline "make the pathway plan of a relevant child" { clause = "CA89 s.23B(3)", met_by = event "pathway plan made",
    when = { none { times(event "pathway plan made", at_least(1)) } }, open = "no days are set" },
  deadline "personal adviser of a relevant child" { clause = "CA89 s.23B(2)", met_by = event "personal adviser appointed",
    when = { none { times(event "personal adviser appointed", at_least(1)) } } },
  deadline "suitable accommodation for a relevant child" { clause = "SI 2010/2571 reg 9(2)",
    met_by = becomes { accommodation_suitable = true },
    open = "what is suitable (needs, the landlord's character, wishes, education) is judged" },
  outcome "no longer relevant" { clause = "SI 2010/2571 reg 3(5)", on = becomes { none { leaver_status = "relevant" } } },
}

param "time for the adviser's first visit" { clause = "SI 2010/2571 reg 8", ["2011-04-01"] = days(7),
  councils = "may shorten it" }
param "between the adviser's visits" { clause = "SI 2010/2571 reg 8", ["2011-04-01"] = months(2),
  councils = "may shorten it" }
param "days until the plan is reviewed" { clause = "SI 2010/2571 reg 7", ["2011-04-01"] = days(28) }

-- In accommodation that the authority gives: a visit in 7 days, another before the review, the review as soon as practicable
-- after 28 days, which has no date of its own, then visits at most 2 months apart.

stage "in accommodation at 16" { clause = "CA89 s.23B(8)", owner = "Personal adviser",
  on = event "accommodated as a relevant child", when = { leaver_status = "relevant" }, duty = "visits of the adviser",
  deadline "adviser's first visit" { clause = "SI 2010/2571 reg 8", within = param "time for the adviser's first visit" },
  outcome "visited" { clause = "SI 2010/2571 reg 8", on = event "adviser visits", meets = true,
    go "before the review at 28 days" },
  outcome "left it" { clause = "SI 2010/2571 reg 8", on = any { event "leaves that accommodation", turns(18) } },
}

stage "before the review at 28 days" { clause = "SI 2010/2571 reg 8", owner = "Personal adviser",
  duty = "visits of the adviser",
  deadline "adviser's visit before the review" { clause = "SI 2010/2571 reg 8", by = event "pathway plan reviewed",
    met_by = event "adviser visits" },
  deadline "adviser's further visits" { clause = "SI 2010/2571 reg 8", every = param "between the adviser's visits",
    from = event "pathway plan reviewed", met_by = event "adviser visits" },
  outcome "left it" { clause = "SI 2010/2571 reg 8", on = any { event "leaves that accommodation", turns(18) } },
}

stage "review at 28 days" { clause = "SI 2010/2571 reg 7", owner = "Children's services",
  on = event "accommodated as a relevant child" + param "days until the plan is reviewed",
  when = { leaver_status = "relevant" },
  open = "as soon as practicable after the 28 days: no day is set",
  deadline "review the plan after 28 days" { clause = "SI 2010/2571 reg 7" },
  outcome "reviewed" { clause = "SI 2010/2571 reg 7", on = event "pathway plan reviewed", meets = true },
  outcome "left it" { clause = "SI 2010/2571 reg 7", on = any { event "leaves that accommodation", turns(18) } },
}

----------------------------------------------------------------------------------------------------
-- Reviews of the plan, of relevant and of former relevant children
----------------------------------------------------------------------------------------------------

param "between reviews of the pathway plan" { clause = "SI 2010/2571 reg 7", ["2011-04-01"] = months(6),
  councils = "may shorten it" }

stage "pathway plan" { clause = "SI 2010/2571 reg 7", owner = "Children's services", on = event "pathway plan made",
  duty = "pathway plan under review",
  deadline "review the pathway plan" { clause = "SI 2010/2571 reg 7", every = param "between reviews of the pathway plan",
    met_by = event "pathway plan reviewed" },
  outcome "no plan is owed any more" { clause = "CA89 s.23C(6)",
    on = becomes { plan_owed = false } },
}

stage "review asked for" { clause = "SI 2010/2571 reg 7", owner = "Children's services",
  on = event "asks for a review of the pathway plan", open = "no days are set",
  deadline "review the plan as asked" { clause = "SI 2010/2571 reg 7" },
  outcome "reviewed" { clause = "SI 2010/2571 reg 7", on = event "pathway plan reviewed", meets = true },
}

decision "plan_owed" { hit = "first", clause = "CA89 s.23C(6)",
  open = "reg 7 is about relevant and former relevant children; those of an eligible child are counted like it",
  { when = { leaver_status = "eligible" }, value = true, clause = "CA89 Sch 2 para 19B" },
  { when = { leaver_status = "relevant" }, value = true, clause = "CA89 s.23B(3)" },
  { when = { leaver_status = "former_relevant", age = under(21) }, value = true },
  { when = { leaver_status = "former_relevant", in_programme = true }, value = true, clause = "CA89 s.23C(7)" },
  { when = { leaver_status = "former_relevant",
      any { adviser_wanted = true, times(event "asks for a personal adviser", at_least(1)) } }, value = true,
    clause = "CA89 s.23CZB" },
  { when = otherwise, value = false },
}

----------------------------------------------------------------------------------------------------
-- Former relevant, to 21 and to 25
----------------------------------------------------------------------------------------------------

decision "owed_under_23c" { hit = "first", clause = "CA89 s.23C(6)",
  { when = { leaver_status = "former_relevant", age = under(21) }, value = true },
  { when = { leaver_status = "former_relevant", in_programme = true }, value = true, clause = "CA89 s.23C(7)" },
  { when = otherwise, value = false },
}

stage "former relevant child" { clause = "CA89 s.23C(2)", owner = "Children's services",
  on = becomes { owed_under_23c = true }, duty = "keep in touch, personal adviser, pathway plan, help",
  deadline "find contact again" { clause = "CA89 s.23C(2)", from = event "contact lost", met_by = event "contact made again",
    open = "no days are set" },
  outcome "the duties of s.23C end" { clause = "CA89 s.23C(6)", on = becomes { owed_under_23c = false } },
}

param "between offers of an adviser" { clause = "CA89 s.23CZB(7)", ["2018-04-01"] = months(12), councils = "may shorten it" }

-- From 21, where no adviser is being received: offered as soon as possible, which has no date, and at least once in 12 months.

stage "adviser to 25" { clause = "CA89 s.23CZB", owner = "Children's services",
  on = becomes { leaver_status = "former_relevant", age = between(21, 24), owed_under_23c = false, adviser_wanted = false },
  duty = "offer of a personal adviser",
  deadline "offer an adviser soon after 21" { clause = "CA89 s.23CZB(7)", met_by = event "personal adviser offered" },
  deadline "offer an adviser each year" { clause = "CA89 s.23CZB(7)", every = param "between offers of an adviser",
    met_by = event "personal adviser offered" },
  outcome "asked for" { clause = "CA89 s.23CZB",
    on = any { event "asks for a personal adviser", becomes { adviser_wanted = true } }, go "adviser wanted" },
  outcome "turned 25" { clause = "CA89 s.23CZB", on = turns(25) },
}

stage "adviser wanted" { clause = "CA89 s.23CZB", owner = "Children's services",
  duty = "personal adviser, assessment and pathway plan to 25",
  deadline "appoint the adviser that is wanted" { clause = "CA89 s.23CZB", met_by = event "personal adviser appointed" },
  deadline "assess the needs of who wants an adviser" { clause = "CA89 s.23CZB", met_by = event "needs assessed" },
  deadline "make the plan of who wants an adviser" { clause = "CA89 s.23CZB", met_by = event "pathway plan made" },
  outcome "turned 25" { clause = "CA89 s.23CZB", on = turns(25) },
  outcome "refused" { clause = "CA89 s.23CZB" },
}

----------------------------------------------------------------------------------------------------
-- Who qualifies; what is not commenced; money
----------------------------------------------------------------------------------------------------

stage "qualifying care leaver" { clause = "CA89 s.24A", owner = "Children's services",
  on = becomes { leaver_status = "qualifying", age = between(16, 20) }, duty = "advice and befriending when asked for",
  outcome "no longer qualifying" { clause = "CA89 s.24(1B)", on = becomes { none { leaver_status = "qualifying" } } },
}

stage "assess for staying close" { clause = "CWSA26 s.7", owner = "Children's services",
  on = becomes { leaver_status = "former_relevant", age = under(25) }, duty = "assess for staying close, then support",
  outcome "assessed" { clause = "CWSA26 s.7" },
  outcome "turned 25" { clause = "CWSA26 s.7", on = turns(25) },
}

entitlement "setting-up-home allowance" { clause = "Setting-up-home allowance", amount = money(3000),
  payee = applicant, paid_by = "Children's services" }
