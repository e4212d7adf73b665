-- Rule 11: "an owner may be a fact whose values are roles"
--
-- The case says who it was allocated to: that role owns the stage and its deadline, and its
-- signature takes the outcome. A signature of the other role is not its to give: a departure.

protocol "rule-11" { council = "Nowhere", effective = "2018-01-01" }

local sw = role "Social worker" {}
local ho = role "Housing officer" {}

event "asks" { clause = "11" }
fact "allocated_to" { one_of { sw, ho }, clause = "11" }

stage "decide" { clause = "11", owner = fact "allocated_to", on = event "asks",
  deadline "decide" { clause = "11", within = days(5) },
  outcome "yes" { clause = "11" },
  outcome "no" { clause = "11" },
}
