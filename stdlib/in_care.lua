-- While a child is looked after: the care plan, visits to the placement, reviews (regulations of 2010).
--
--     in care                   from the event "looked after" to "left care" or the 18th birthday: the care plan
--     first, second, later      reviews in care
--     in a placement            anew with each placement: placement plan, the first visit in a week
--     visits to the placement   at most 6 weeks apart
--     visits after a year       of a placement that is meant to last until 18: at most 3 months apart
--
-- Its events are those of the vocabulary ("looked after", "placement changed", "reviewed", "left care") and
-- "care plan made", "placement plan made", "social worker visits". The days run from what is recorded, never from the day
-- on which somebody wrote it down. A working day is here what the regulations say it is (SI 2010/959 reg 2): no Saturday or
-- Sunday, Christmas Day, Good Friday or bank holiday; a council's own closure days are none of these and move nothing here.

require "law"
require "parties"

event "care plan made" {}
event "placement plan made" {}
event "social worker visits" {}

fact "placement_meant_to_last" { yesno, presumed = false,
  ask = "Is the placement meant to last until the young person is 18?" }

-- A child who is accommodated is looked after once that has lasted for more than 24 hours. Whether the days of care planning
-- run from the first hour or from then is not in what was read; it can be a day's difference.

reading "when the days of care planning begin" { clause = "CA89 s.22(2)", chosen = "with the first hour",
  options = {
    ["with the first hour"] = event "looked after",
    ["after 24 hours"] = event "looked after" + hours(24),
  } }

param "time for the care plan" { clause = "SI 2010/959 reg 4", ["2011-04-01"] = statutory_working_days(10),
  councils = "may shorten it" }
param "time for the placement plan" { clause = "SI 2010/959 reg 9", ["2011-04-01"] = statutory_working_days(5),
  councils = "may shorten it" }
param "time for the first review" { clause = "SI 2010/959 reg 33", ["2011-04-01"] = statutory_working_days(20),
  councils = "may shorten it" }
param "time for the second review" { clause = "SI 2010/959 reg 33", ["2011-04-01"] = months(3),
  councils = "may shorten it" }
param "between reviews" { clause = "SI 2010/959 reg 33", ["2011-04-01"] = months(6),
  councils = "may shorten it" }

stage "in care" { clause = "CA89 s.22(1)", owner = "Children's services", on = event "looked after",
  when = { age = under(18) }, duty = "care planning",
  go { "first review in care", "in a placement" },
  deadline "make the care plan" { clause = "SI 2010/959 reg 4", owner = "Social worker",
    within = param "time for the care plan", from = reading "when the days of care planning begin",
    met_by = event "care plan made",
    open = "the plan comes before the first placement if that can be; whether it could is not asked" },
  outcome "left care" { clause = "CA89 s.22(1)", on = event "left care", go "end of care planning" },
  outcome "turned 18" { clause = "CA89 s.105", on = turns(18), go "end of care planning" },
}

stage "end of care planning" { clause = "CA89 s.22(1)",
  stop { "first review in care", "second review in care", "later reviews in care", "in a placement", "visits to the placement",
    "visits after a year" },
}

-- Each review starts the time to the next; one that was late starts it as well.

stage "first review in care" { clause = "SI 2010/959 reg 33", owner = "Children's services",
  deadline "first review of the care plan" { clause = "SI 2010/959 reg 33",
    within = param "time for the first review", from = reading "when the days of care planning begin" },
  outcome "reviewed" { clause = "SI 2010/959 reg 33", on = event "reviewed", meets = true, go "second review in care" },
}
stage "second review in care" { clause = "SI 2010/959 reg 33", owner = "Children's services",
  deadline "second review of the care plan" { clause = "SI 2010/959 reg 33",
    within = param "time for the second review" },
  outcome "reviewed" { clause = "SI 2010/959 reg 33", on = event "reviewed", meets = true, go "later reviews in care" },
}
stage "later reviews in care" { clause = "SI 2010/959 reg 33", owner = "Children's services", duty = "reviews of the care plan",
  deadline "later reviews of the care plan" { clause = "SI 2010/959 reg 33", every = param "between reviews",
    met_by = event "reviewed" },
}

----------------------------------------------------------------------------------------------------
-- Visits
----------------------------------------------------------------------------------------------------

param "time for the first visit" { clause = "SI 2010/959 reg 28", ["2011-04-01"] = weeks(1),
  councils = "may shorten it" }
param "between visits" { clause = "SI 2010/959 reg 28", ["2011-04-01"] = weeks(6), councils = "may shorten it" }
param "between visits after a year" { clause = "SI 2010/959 reg 28", ["2011-04-01"] = months(3),
  councils = "may shorten it" }

-- A move begins the week, and the year, anew. Six weeks go on beyond the year unless the placement is meant to last.

stage "in a placement" { clause = "SI 2010/959 reg 28", owner = "Social worker",
  deadline "make the placement plan" { clause = "SI 2010/959 reg 9", within = param "time for the placement plan",
    met_by = event "placement plan made",
    open = "the plan comes before the placement if that can be; whether it could is not asked" },
  deadline "first visit to the placement" { clause = "SI 2010/959 reg 28", within = param "time for the first visit",
    met_by = event "social worker visits" },
  outcome "another placement" { clause = "SI 2010/959 reg 28", on = event "placement changed",
    stop "visits to the placement", go "in a placement" },
  outcome "a year is over" { clause = "SI 2010/959 reg 28", after = years(1), when = { placement_meant_to_last = true },
    stop "visits to the placement", go "visits after a year" },
}

stage "visits to the placement" { clause = "SI 2010/959 reg 28", owner = "Social worker",
  on = met "first visit to the placement", duty = "visits to the placement",
  deadline "visit the placement" { clause = "SI 2010/959 reg 28", every = param "between visits",
    met_by = event "social worker visits" },
}

stage "visits after a year" { clause = "SI 2010/959 reg 28", owner = "Social worker", duty = "visits to the placement",
  deadline "visit the lasting placement" { clause = "SI 2010/959 reg 28", every = param "between visits after a year",
    from = event "social worker visits", met_by = event "social worker visits" },
  outcome "another placement" { clause = "SI 2010/959 reg 28", on = event "placement changed", go "in a placement" },
}
