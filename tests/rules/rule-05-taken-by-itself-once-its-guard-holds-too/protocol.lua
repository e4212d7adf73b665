-- Rule 5: an outcome taken by itself waits until its trigger has fired *and* its guard holds.
--
-- A: called while the guard is false; it is taken when the guard comes to hold. B: the same with a
-- guard that nobody could read at first. C: the guard holds first, then the call comes. D: called in
-- the first visit, which ended otherwise; in the second visit nobody has called, so the guard alone
-- does not end it.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
fact "at_risk" { yesno }
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  outcome "called" { on = event "calls", when = { at_risk = true } },
  outcome "done" {},
}
