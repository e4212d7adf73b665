-- Rule 7: what adds up several stays is told by its rule, not by what earlier stays left of it
--
-- 42 days in all, 28 from April 2030 on. From 1 to 11 June: 10 days, so 32 are left, and from 22 June they end with 24 July;
-- the rule is still the figure and not 32 days.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
event "arrives" { clause = "1" }
param "stay at most" { ["2018-01-01"] = days(42), ["2030-04-01"] = days(28), clause = "2" }

stage "stay" { clause = "1", owner = officer, on = event "arrives",
  deadline "out again" { clause = "2", within = param "stay at most", adds_up = true },
  outcome "left" { clause = "2" },
}
