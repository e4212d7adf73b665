-- Rule 7: "`any` in `by` is the earliest known so far"
--
-- A call dates it 5 days on, a letter 2 days on. Called on 2 June: the end of the 7th. A
-- letter on the 3rd makes it the end of the 5th; a letter on the 6th would make the 8th, so
-- the 7th stays.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "calls" { clause = "7" }
event "writes" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "reply" { clause = "7", by = any { event "calls" + days(5),
    event "writes" + days(2) } },
  outcome "done" { clause = "7" },
}
