-- Rule 7: "an `after` is taken at that midnight"
--
-- Two days after the entry on 1 June 10:00 end at the midnight that ends 3 June, so the stage
-- is left at 00:00 on the 4th; a count of hours is taken on the minute, 3 June 10:00. A record
-- at that midnight comes before what is taken by itself (rule 1).

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  outcome "done" { clause = "7" },
  outcome "lapses" { clause = "7", after = days(2) },
}
stage "glance" { clause = "7", owner = officer, on = event "asks",
  outcome "seen" { clause = "7" },
  outcome "over" { clause = "7", after = hours(48) },
}
