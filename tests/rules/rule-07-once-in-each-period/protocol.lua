-- Rule 7: "`every` restarts at each meeting"; with a period it is due once in each, whenever in it: the next begins with the
-- next period, whether this one was met or missed, and what is done a second time in one period is done for no other.
--
-- Quarters end on 31 March, 30 June, 30 September and 31 December, financial years on 31 March.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "begins" { clause = "7" }
event "monitored" { clause = "7" }
event "year begins" { clause = "7" }
event "reviewed" { clause = "7" }
event "asks" { clause = "7" }
event "calls" { clause = "7" }

deadline "monitor" { clause = "7", owner = officer, every = "quarter", from = event "begins", met_by = event "monitored" }

reading "a year" { clause = "7", chosen = "the financial year",
  options = { ["the financial year"] = "financial year", ["the calendar year"] = "year", ["a year at most"] = years(1) } }

deadline "review" { clause = "7", owner = officer, every = reading "a year", from = event "year begins",
  met_by = event "reviewed" }

stage "support" { clause = "7", owner = officer, on = event "asks",
  deadline "talk" { clause = "7", every = "month" },
  outcome "over" { clause = "7" },
}
