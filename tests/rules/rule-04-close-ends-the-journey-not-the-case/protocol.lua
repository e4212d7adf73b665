-- Rule 4: `close` ends the journey, not the case: triggers still fire, a new entry opens the case
-- again, and `status` is that of the last.
--
-- A: helped, and the other open stage ends with the case. B: a second arrival opens the case again.
-- C: that one ends as refused: the status is that of the last close. D: a reaction of effects alone
-- after the close (a trigger still fires) does run.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  outcome "helped" { close "helped" },
  outcome "refused" { close "refused" },
}
stage "search" { clause = "2", owner = sw, on = event "arrives", outcome "done" {} }
stage "tell" { clause = "3", on = event "calls", notify { sw } }
