-- Rule 16: only `correct` and a refold change a verdict.
--
-- A: late since the 22nd at 09:00, the visit is done on the 23rd: late still, one breach, with the
-- time at which it was done. B: the case closes while it is late: the breach stays. C: a second record
-- of a deadline that was met changes nothing of that verdict; it is a departure, because nothing was
-- owed any more.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
  outcome "withdrawn" { on = event "withdraws", close "withdrawn" },
}
