-- Rule 17: the panel sits every second Thursday, the limit is 10 days. Whoever comes on the day after a session
-- waits 13 days, then 12, then 11: on 3 of 14 days it cannot be met. Within 14 days it always can.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
panel "Panel" { clause = "9", every = weeks(2), first = "2026-01-08" }
stage "hearing" { clause = "1", panel = "Panel", on = event "arrives",
  deadline "heard" { clause = "2", within = days(10) },
  deadline "heard in time" { clause = "2", within = days(14) },
  outcome "done" { clause = "1" } }
