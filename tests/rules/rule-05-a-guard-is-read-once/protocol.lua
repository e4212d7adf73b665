-- Rule 5: `when` is read once: at the trigger, outcome or act.
--
-- The stage started when the fact was true; that it turns false later ends nothing (A). The act is
-- called as the stage is left, so its guard is read then: false by then, it is not called (A); true,
-- it is (B).
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "at_risk" { yesno }
stage "visit" { clause = "1", owner = sw, on = event "arrives", when = { at_risk = true },
  outcome "done" { refer { sw, as = "warning", when = { at_risk = true }, clause = "2" } },
}
