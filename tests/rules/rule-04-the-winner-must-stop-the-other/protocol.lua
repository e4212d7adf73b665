-- Rule 4: only an outcome, `stop` or `close` leaves a stage: of two parallel routes, the winner must
-- `stop` the other.
--
-- Both searches start with the arrival. A: the bid wins and stops nothing, so the direct let goes on.
-- B: the direct let wins and stops the bid, which ends without an outcome and without its deadline
-- being judged.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "bid" { clause = "1", owner = sw, on = event "arrives",
  deadline "bid placed" { clause = "2", within = days(14) },
  outcome "home found" {},
}
stage "direct let" { clause = "3", owner = sw, on = event "arrives", outcome "home found" { stop "bid" } }
