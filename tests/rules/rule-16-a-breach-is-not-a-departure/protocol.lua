-- Rule 16: a breach is a duty not done in time or an invariant broken; a departure is a record that
-- the protocol does not admit.
--
-- A: the visit is late: a breach, no departure. B: an outcome of a stage that was not open: a
-- departure, no breach. C: an invariant is broken from the 22nd to the 23rd: a breach. D: neither.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "at_risk" { yesno }
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
}
never "left at risk" { clause = "3", that = { at_risk = true } }
