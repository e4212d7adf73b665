-- Rule 7: "One already past when its clock starts is void ("already past") and counted apart"
--
-- The hearing was on 20 May and the last call on 20 May too; the stage is entered on 1 June.
-- Both dates were past before anybody could act, so both clocks are void, and nobody is in
-- breach. A hearing on the day itself is not past: that day ends at midnight.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "hearing_on" { date, clause = "7" }
event "asks" { clause = "7" }
event "calls" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "bundle" { clause = "7", by = fact "hearing_on" },
  deadline "reply" { clause = "7", within = days(2), from = event "calls" },
  outcome "done" { clause = "7" },
}
