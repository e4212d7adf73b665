-- Rule 16: only `correct` changes a verdict, and a correction is a record like any other.
--
-- Seen on the 23rd (late); corrected to the 21st (met); corrected again to the 22nd at 08:00 (met),
-- and once more to the 22nd at 10:00 (late by an hour). The last stands, and the log keeps all.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
}
