-- Rule 17: reviews recur, and each is one session of a panel that sits every second Thursday. From one session to the
-- next are 14 days, so a largest gap of 13 can never be kept, and one of 14 always can.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "comes up" {}
panel "Panel" { clause = "9", every = weeks(2), first = "2026-01-08" }
stage "on the list" { clause = "1", owner = sw, on = event "arrives",
  deadline "review" { clause = "2", every = days(13), met_by = left "hearing" },
  deadline "review in time" { clause = "2", every = days(14), met_by = left "hearing" },
  outcome "off" { clause = "1", voids = true } }
stage "hearing" { clause = "3", panel = "Panel", on = event "comes up",
  outcome "reviewed" { clause = "3" } }
