-- Rule 11: "`{ a, b }` decide jointly … A record with `"who"` is one signature …: a joint
-- outcome is taken at the last"
--
-- One signature leaves the stage open and meets nothing. The second, for the same outcome,
-- takes it at its own instant, 3 June 11:00, in whichever order they sign.

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
