-- Rule 17: the panel sits every second Thursday. The reply is due within 14 days, in which it always can be; four days
-- less are 10, and whoever comes on the Friday, Saturday or Sunday after a session waits 13, 12 or 11.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
panel "Panel" { clause = "9", every = weeks(2), first = "2026-01-08" }
stage "hearing" { clause = "1", panel = "Panel", on = event "arrives",
  deadline "reply" { clause = "2", within = days(14) },
  deadline "with the reply" { clause = "2", by = due "reply" },
  deadline "before the reply" { clause = "2", by = due "reply" - days(4) },
  deadline "whichever is first" { clause = "2", by = any { due "reply", entered "hearing" + days(12) } },
  deadline "whichever is last" { clause = "2", by = all { due "reply", entered "hearing" + days(12) } },
  outcome "done" { clause = "1" } }
