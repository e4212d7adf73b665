-- Rule 14: "A silent `place` with a time is never assumed: tonight is *not recorded*"
--
-- The bed of the protocol was owed, and the record does not say that anybody slept in it:
-- tonight is not recorded, whether it is still due or not, and the act is not marked as done.
-- A bed known from before does not last past it either: what was arranged since is not
-- recorded.

protocol "rule-14" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "14" }
event "moves" { clause = "14" }
event "calls" { clause = "14" }

stage "look" { clause = "14", owner = officer, on = event "asks",
  place { "hostel", as = "find a bed", clause = "14", within = days(2) },
  outcome "done" { clause = "14" },
}
stage "move" { clause = "14", on = event "moves", place { "flat", as = "find a flat",
  clause = "14", within = days(9) } }
