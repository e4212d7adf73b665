-- Rule 5: an outcome taken by itself waits until its trigger has fired since the stage was entered (a
-- date already past counts at entry).
--
-- A: the call came before the visit was entered: it does not count. B: a call after it ends the
-- visit. C: 18 already as the visit is entered: the birthday counts, and ends it at once.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  outcome "called" { on = event "calls" },
  outcome "turned 18" { on = turns(18) },
}
