-- Rule 17: counted from two days after the entry, which are over at the midnight that ends the second: so from the third.
-- 9 days from there are 12 from the entry, and whoever comes on the day after a session waits 13; 10 days are enough.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
panel "Panel" { clause = "9", every = weeks(2), first = "2026-01-08" }
stage "hearing" { clause = "1", panel = "Panel", on = event "arrives",
  deadline "heard" { clause = "2", from = entered "hearing" + days(2), within = days(9) },
  deadline "heard in time" { clause = "2", from = entered "hearing" + days(2), within = days(10) },
  deadline "of the event" { clause = "2", from = event "arrives" + days(2), within = days(9) },
  outcome "done" { clause = "1" } }
