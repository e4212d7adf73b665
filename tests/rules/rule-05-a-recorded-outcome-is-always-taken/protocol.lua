-- Rule 5: recorded, the outcome is always taken; a false guard is a departure, an unknown one is
-- noted *cannot tell*.
--
-- A: the guard holds. B: it is false: taken, with a departure that cites the outcome's clause. C: it
-- is unknown: taken, noted, no departure, and the case is not undecided for it.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "at_risk" { yesno }
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  outcome "sent home" { clause = "2", when = { at_risk = false } },
}
