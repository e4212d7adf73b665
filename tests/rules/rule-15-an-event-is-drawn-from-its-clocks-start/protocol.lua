-- Rule 15: "Every event that a live clock or outcome names needs an assumption, from that clock's start"
--
-- What the talk waits for comes three days after it began, from 5 January at 9 to the 8th, and ends it: the ten days
-- that were drawn for it are dropped. The papers come four days after what waits for them began, which is the deadline
-- of the second stage and not the case: on the 12th at 9. None comes twice: nothing waits for it any more.

protocol "rule-15" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "papers came" { clause = "15" }
event "somebody else helps" { clause = "15" }

stage "talk" { clause = "15", owner = officer, on = event "presents homeless",
  outcome "on" { clause = "15", go "papers" },
  outcome "helped" { clause = "15", on = event "somebody else helps", go "papers" },
}
stage "papers" { clause = "15", owner = officer,
  deadline "papers" { clause = "15", within = days(14), met_by = event "papers came" },
  outcome "done" { clause = "15", close "done" },
}
