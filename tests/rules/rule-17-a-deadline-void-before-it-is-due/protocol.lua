-- Rule 17: "visit" ends by itself after 5 days, which voids what is due in it after 7: it can never be missed. What
-- is due within 3 days can; so can what outlives its stage; and what leaving by itself meets.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "week" { clause = "2", within = days(7) },
  deadline "soon" { clause = "3", within = days(3) },
  deadline "outlives" { clause = "4", within = days(7), outlives = true },
  outcome "done" { clause = "1" },
  outcome "over" { clause = "1", after = days(5) } }
