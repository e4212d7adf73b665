-- Rule 1: `left` is raised by an outcome only, never by `stop` or `close`.
--
-- "watch" hangs on `left "visit"`. A: an outcome ends the visit, so it starts. B: the visit is
-- stopped. C: the case is closed, which ends the visit too. In both the watch does not start.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives", outcome "done" {} }
stage "control" { clause = "2", owner = sw, on = event "arrives",
  outcome "stop it" { stop "visit" },
  outcome "close it" { close "over" },
}
stage "watch" { clause = "3", owner = sw, on = left "visit", outcome "end" {} }
