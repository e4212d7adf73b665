-- Rule 16: only `correct` and a refold change a verdict: the old entries stay, marked superseded.
--
-- Recorded as seen on the 23rd, it was late since the 22nd. On the 25th the record is corrected: it
-- was on the 21st at noon. The breach is gone from the result; the log keeps the old verdict (entry 5,
-- late, and entry 6, done), says that entries 5 and 6 are superseded, and has the new verdict after.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
}
