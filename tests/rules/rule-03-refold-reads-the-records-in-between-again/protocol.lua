-- Rule 3: in a refold the records in between are read again.
--
-- On the 22nd the stage is recorded as done. It was not known to be open, so that was a departure.
-- On the 23rd the fact shows that it was open since the 21st: read again, the record is as it should
-- be, the departure is superseded, and the deadline of two days was met.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "has_family" { yesno }
stage "call family" { clause = "1", owner = sw, on = event "arrives", when = { has_family = true },
  deadline "called" { clause = "2", within = days(2) },
  outcome "done" {},
}
