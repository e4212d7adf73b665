-- Rule 16: only `correct` changes a verdict. `"to":null` says that the record never happened.
--
-- A: the visit was recorded as seen in time, and on the 25th that record is taken back: it was never
-- done, so it is late since the 22nd, known late. B: an arrival that never happened takes everything
-- that came of it away.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
}
