-- Rule 14: "and meet the earliest open `place` act"
--
-- A bed is owed by the end of 3 June and, once they move, a flat. The first record of a place,
-- on 2 June, meets the bed; the second the flat. To record nowhere finds no bed and meets
-- nothing. The record says where they sleep, not the act.

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
