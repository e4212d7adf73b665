-- Rule 17: the panel sits every second week, but no date is given: whoever has just missed a session waits for 14
-- days, and with papers three days before it, for 17.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
panel "Panel" { clause = "9", every = weeks(2) }
panel "Papers" { clause = "9", every = weeks(2), papers = days(3) }
stage "hearing" { clause = "1", panel = "Panel", on = event "arrives",
  deadline "heard" { clause = "2", within = days(14) },
  deadline "heard soon" { clause = "2", within = days(13) },
  outcome "done" { clause = "1" } }
stage "with papers" { clause = "1", panel = "Papers", on = event "arrives",
  deadline "looked at" { clause = "2", within = days(17) },
  deadline "looked at soon" { clause = "2", within = days(16) },
  outcome "done" { clause = "1" } }
