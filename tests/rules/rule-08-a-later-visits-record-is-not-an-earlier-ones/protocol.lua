-- Rule 8: "A deadline with a record of its own goes by that record alone", and whose a record is.
--
-- The assessment is left at 12:00 on 1 June, well inside its 48 hours, and nothing else is recorded
-- of it; on 1 July it begins again, and on 2 July it is recorded as done. That record is of July:
-- by then the stage had been entered anew. June's was met by leaving. Where June's is said to be
-- not done, it has a record of its own, and stays late. A record that comes after the stage was
-- left, but before it is entered again, is of the visit that has ended.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }

stage "assessment" {
  clause = "8", owner = officer, on = event "asks",
  deadline "assessment" { clause = "8", within = hours(48) },
  outcome "over" { clause = "8" },
}
