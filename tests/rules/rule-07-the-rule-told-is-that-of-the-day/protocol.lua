-- Rule 7: a clock is told with the figure by which it was counted
--
-- Ten days until April 2027, eight from then on. Asked on 1 June 2026: ten days, 11 June.
-- Asked on 1 June 2027: eight days, 9 June.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
event "asks" { clause = "7" }
param "look within" { ["2026-04-01"] = days(10), ["2027-04-01"] = days(8), clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "look" { clause = "7", within = param "look within" },
  outcome "done" { clause = "7" },
}
