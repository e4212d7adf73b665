-- Rule 8: "A deadline with a record of its own goes by that record alone"
--
-- Both are due by the end of 3 June. The reply of 2 June and leaving on 2 June would meet them
-- in time; but each has a record of its own, of 5 June, and goes by that: late. The other way
-- round the own record is of 2 June 09:00 and what would have met them comes later: met at
-- 09:00.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }
event "replies" { clause = "8" }
event "calls" { clause = "8" }

stage "look" { clause = "8", owner = officer, on = event "asks",
  deadline "reply" { clause = "8", within = days(2), met_by = event "replies" },
  deadline "form" { clause = "8", within = days(2) },
  outcome "done" { clause = "8" },
}
