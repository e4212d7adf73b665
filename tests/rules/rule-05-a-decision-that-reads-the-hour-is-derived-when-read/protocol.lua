-- Rule 5: `now`, `today` and a calendar's hours may be read only at a moment; a decision that reads
-- them is derived when read.
--
-- The 21st is a Thursday. At 10:00 the desk is open, at 20:00 it is not, on the minute of closing
-- (16:30) it still is; the decision says so at each arrival, although no fact has changed.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
calendar "Desk" { mon_fri = "09:00-16:30" }
event "arrives" {}
decision "desk" { clause = "1", hit = "first",
  { when = { now = inside "Desk" }, value = "open" },
  { when = otherwise, value = "closed" },
}
stage "see them" { clause = "2", owner = sw, on = event "arrives", when = { desk = "open" }, outcome "done" {} }
stage "out of hours" { clause = "3", owner = sw, on = event "arrives", when = { desk = "closed" }, outcome "done" {} }
