-- Rule 12: "Session n is `first` + n times `every`, at midday unless `at` says"
--
-- Fortnightly from Wednesday 14 January 2026: 14 and 28 January, 11 February. The one panel says
-- 10:00, the other nothing: midday. On the minute of the session is in time when papers have no
-- cut-off of their own: it is listed, the session sits then (rule 1), nothing is recorded of it, and
-- it waits for the next. A minute later is the next session.

protocol "rule-12" { council = "Nowhere", effective = "2018-01-01" }

event "asks" { clause = "12" }

panel "Ten" { clause = "12", every = weeks(2), first = "2026-01-14", at = "10:00" }
panel "Midday" { clause = "12", every = weeks(2), first = "2026-01-14" }

stage "at ten" { clause = "12", on = event "asks", panel = "Ten", outcome "yes" { clause = "12" } }
stage "at midday" { clause = "12", on = event "asks", panel = "Midday",
  outcome "yes" { clause = "12" },
}
