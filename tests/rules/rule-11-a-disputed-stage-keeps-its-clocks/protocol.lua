-- Rule 11: "The disputed stage's clocks run on"
--
-- Due by the end of 6 June, in dispute since the 3rd: late on the 10th, and a breach of those
-- who own it.

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
ladder "dispute" { clause = "11", { owner = { sw, ho } }, { owner = { "director" } } }
