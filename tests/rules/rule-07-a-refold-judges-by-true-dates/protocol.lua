-- Rule 7: "clocks in a refold are judged by their true dates, marked *known late*"
--
-- Whether the stage applies becomes known only on 10 June. It was then entered on 1 June
-- 10:00, and its clocks are not void as already past: the reply was due by the end of 3 June
-- and made on the 2nd, the visit was due by the end of 4 June and never made. Both verdicts
-- became known late.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "urgent" { yesno, clause = "7" }
event "asks" { clause = "7" }
event "replies" { clause = "7" }
event "visits" { clause = "7" }
event "calls" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks", when = { urgent = true },
  deadline "reply" { clause = "7", within = days(2), met_by = event "replies" },
  deadline "visit" { clause = "7", within = days(3), met_by = event "visits" },
  deadline "plan" { clause = "7", within = days(10) },
  outcome "done" { clause = "7" },
}
