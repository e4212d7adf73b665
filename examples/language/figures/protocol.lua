-- Luton, KPI 1: all are referred on the same day. Medway, 14.1: how many present as homeless, by quarter.
--
-- Presented on 30 June 2026: counted in the second quarter. Referred on 1 July, a day after it was due: not
-- met, in the quarter of the due date.

protocol "figures" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
local mash = role "MASH" {}
measure "present as homeless" { clause = "14.1/2", count = event "presents homeless", per = "quarter", split = "approached" }
measure "referred the same day" { clause = "kpi.1", share = "refer to MASH", per = "quarter", target = 100 }
stage "first approach" { clause = "kpi.1", owner = officer, on = event "presents homeless",
  refer { mash, as = "refer to MASH", within = same_day, clause = "kpi.1" },
  outcome "over" { clause = "kpi.1" } }
