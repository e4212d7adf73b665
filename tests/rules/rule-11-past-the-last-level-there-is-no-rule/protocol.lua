-- Rule 11: "past the last there is no rule, and it says so"
--
-- The second level runs out on 6 June 11:00, and there is no third: the ladder is past its
-- last level (0), and nothing follows.

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
