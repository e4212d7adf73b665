-- Rule 7: "In a stage `from` is the entry unless given."
--
-- The case starts on 30 May, the stage is entered on 1 June 10:00: 48 hours run from then, to
-- 3 June 10:00.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "calls" { clause = "7" }
event "asks" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "reply" { clause = "7", within = hours(48) },
  outcome "done" { clause = "7" },
}
