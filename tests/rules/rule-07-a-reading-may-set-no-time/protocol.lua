-- Rule 7: "undated if it says none", and a text of which that is only one reading says so by `undated`.
--
-- As read the meeting has no time: it can be met, not missed. The visit is read to have two days, and could be read to have
-- none.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "sought" { clause = "7" }
event "meets" { clause = "7" }
event "visits" { clause = "7" }

reading "when they meet" { clause = "7", chosen = "at no set time",
  options = { ["at no set time"] = undated, ["before possession is sought"] = event "sought" } }
reading "when the visit is" { clause = "8", chosen = "two days",
  options = { ["two days"] = days(2), ["at no set time"] = undated } }

stage "support" { clause = "7", owner = officer, on = event "asks",
  deadline "meeting" { clause = "7", by = reading "when they meet", met_by = event "meets" },
  deadline "visit" { clause = "8", within = reading "when the visit is", met_by = event "visits" },
  outcome "over" { clause = "7" },
}
