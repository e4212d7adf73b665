-- Rule 5: recorded for a stage that is not open, an outcome is a departure: the stage is entered and
-- left at that instant without its entry acts and clocks, its outcome's effects run, and stages left
-- behind stay open until something ends them.
--
-- The first talk is open and the plan is recorded as agreed, which should have come after it. No
-- letter is asked for and no clock runs; the tenancy, which the outcome leads to, starts; the talk
-- stays open. In B it is ended later, as recorded, and goes to the plan as ever.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "talk" { clause = "1", owner = sw, on = event "arrives", outcome "held" { go "plan" } }
stage "plan" { clause = "2", owner = sw,
  refer { sw, as = "letter", clause = "3" },
  deadline "plan made" { clause = "4", within = hours(24) },
  outcome "agreed" { go "tenancy" },
}
stage "tenancy" { clause = "5", owner = sw, outcome "signed" {} }
