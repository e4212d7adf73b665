-- Rule 11: "unresolved or out of time opens the next"
--
-- The dispute of 3 June 11:00 opens the first level, which has 48 hours; still open on 5 June
-- 11:00, the second opens. Resolved on 4 June, it does not.

protocol "rule-11" { council = "Nowhere", effective = "2018-01-01" }

local sw = role "Social worker" {}
local ho = role "Housing officer" {}

event "asks" { clause = "11" }
event "calls" { clause = "11" }

stage "decide" { clause = "11", owner = { sw, ho }, on = event "asks",
  deadline "decide" { clause = "11", within = days(5) },
  outcome "yes" { clause = "11" },
  outcome "no" { clause = "11" },
}
ladder "dispute" { clause = "11",
  { owner = "team manager", within = hours(48) },
  { owner = "director", within = hours(24) },
}
