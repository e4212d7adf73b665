-- Rule 1: a record is settled by the entries that it triggers, and then by decisions.
--
-- The arrival enters "first", whose effect sets the fact; the entry of "first" triggers "second",
-- which reads the decision. The trigger comes before the decision is derived anew, so "second" still
-- reads false and is not entered.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "keys_found" { yesno, presumed = false }
decision "ready" { clause = "1", hit = "first",
  { when = { keys_found = true }, value = true },
  { when = otherwise, value = false },
}
stage "first" { clause = "2", on = event "arrives", set { keys_found = true } }
stage "second" { clause = "3", owner = sw, on = entered "first", when = { ready = true }, outcome "done" {} }
