-- Rule 1: each entry has `at` (when it holds) and `known` (the instant of the record that brought
-- it); the log is ordered by `known`.
--
-- The arrival is recorded at 09:00 and the visit ends at 12:00: six entries, known as they happen.
-- On the 23rd at 10:00 a correction says that the arrival was at 08:00. Everything hangs on the
-- arrival, so nothing that was told before stands: the six stay in the log, one entry supersedes
-- them, and what is told afresh holds from 08:00 but is known from the 23rd. The deadline counts
-- 24 hours from 08:00.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
}
