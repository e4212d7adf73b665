-- Rule 7, and domain notes 1.13 (3): "at least N clear days" leave both ends out
--
-- The hearing is on Friday 12 June 2026. Three clear days before it are the 11th, 10th and 9th, so the bundle is due by the
-- end of Monday the 8th; "not later than three days before" would give the 9th. Three clear working days before Tuesday
-- 26 May 2026 step over the bank holiday of the 25th and the weekend: the 22nd, 21st and 20th, so the 19th. The reply may
-- come when three clear days have passed since the letter of 1 June: from the start of the 5th.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "hearing_on" { date, clause = "7" }
event "asks" { clause = "7" }
event "sends letter" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "bundle" { clause = "7", by = fact "hearing_on" - days(3), counting = "clear" },
  deadline "bundle by plain days" { clause = "7", by = fact "hearing_on" - days(3) },
  deadline "papers" { clause = "7", by = fact "hearing_on" - working_days(3), counting = "clear" },
  deadline "reply" { clause = "7", not_before = event "sends letter" + days(3), counting = "clear" },
  outcome "done" { clause = "7" },
}
