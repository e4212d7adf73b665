-- Rule 13, with the law of the case's own day: the limit is a param, one a year until the end of
-- 2025 and two from 2026 on
--
-- Years of the calendar: in 2025 the second yes is one too many, in 2026 the third.

protocol "rule-13" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "13" }
param "lets" { ["2018-01-01"] = 1, ["2026-01-01"] = 2, clause = "16" }

quota "direct lets" { clause = "16", limit = param "lets", per = "year" }
entitlement "direct let" { clause = "16", quota = "direct lets" }

stage "let" { clause = "13", owner = officer, on = event "asks",
  outcome "yes" { clause = "17", grant "direct let" },
  outcome "no" { clause = "18" },
}
