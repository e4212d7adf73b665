-- Rule 7: "Only a changed date fact moves a live due date, both kept in the log"
--
-- The hearing of 10 June is put off to the 20th while the clock runs: due on the 20th now, and
-- the log holds the first date and the move. Put off after the bundle was sent: that clock is
-- done and keeps its date.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "hearing_on" { date, clause = "7" }
event "asks" { clause = "7" }
event "sends bundle" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "bundle" { clause = "7", by = fact "hearing_on", met_by = event "sends bundle" },
  outcome "done" { clause = "7" },
}
