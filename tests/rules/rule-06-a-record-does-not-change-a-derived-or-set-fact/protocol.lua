-- Rule 6: a record of a derived or `set` fact does not change it; if it differs, that is a departure.
--
-- A: "urgent" is derived as false and recorded as true: a departure, and it stays false. B: recorded
-- as it is: nothing. C: "told" is set by the protocol and recorded otherwise: a departure, and the
-- call finds it set. D: recorded as it is.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
fact "at_risk" { yesno }
fact "told" { yesno }
decision "urgent" { clause = "1", hit = "first",
  { when = { at_risk = true }, value = true },
  { when = otherwise, value = false },
}
stage "hurry" { clause = "2", owner = sw, on = event "calls", when = { urgent = true }, outcome "done" {} }
stage "tell" { clause = "3", on = event "arrives", set { told = true, clause = "3.1" } }
stage "call back" { clause = "4", owner = sw, on = event "calls", when = { told = true }, outcome "done" {} }
