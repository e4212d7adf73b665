-- Rule 16: "a share in that of the due date; live, void and *cannot tell* stand apart"
--
-- Asked on 29 June, due at the end of 1 July: July's, whenever it was done. Done in June, in July but
-- late, or not done by the 10th: met, late, late. On 30 June it is live; withdrawn, it is void; due
-- in a month of which the day is not known it is July's or August's: cannot tell.

protocol "rule-16" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "16" }
event "calls" { clause = "16" }
event "withdraws" { clause = "16" }

measure "in time" { clause = "14.3", share = "reply", per = "month", target = 95 }

stage "look" { clause = "16", owner = officer, on = event "asks",
  deadline "reply" { clause = "16", within = days(2) },
  outcome "done" { clause = "16" },
  outcome "withdrawn" { clause = "16", on = event "withdraws" },
}
