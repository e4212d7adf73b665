-- Rule 1: records come before expiries, so a thing done on the minute is met.
--
-- Due at 11:00: done at 11:00 is met (A), done at 11:01 is a minute late (B).
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "answer" { clause = "2", within = hours(2) },
  outcome "done" {},
}
