-- Rule 13: "Cases run alone see it whole, with one warning a run"
--
-- Two cases take the one let of the month each, and neither knows of the other. The warning is on
-- standard error (tests/cli/quota.txt).

protocol "rule-13" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "13" }

quota "direct lets" { clause = "16", limit = 1, per = "month" }
entitlement "direct let" { clause = "16", quota = "direct lets" }

stage "let" { clause = "13", owner = officer, on = event "asks",
  outcome "yes" { clause = "17", grant "direct let" },
  outcome "no" { clause = "18" },
}
