-- Rule 12: "on the cut-off is in time; after it or when full, next session"
--
-- Two working days before Wednesday 14 January is Monday 12 January, and the whole of that day is
-- in time; Tuesday is not. 48 hours before 12:00 on the 14th is 12:00 on the 12th to the minute.

protocol "rule-12" { council = "Nowhere", effective = "2018-01-01" }

event "asks" { clause = "12" }

panel "By days" { clause = "12", every = weeks(2), first = "2026-01-14", papers = working_days(2) }
panel "By hours" { clause = "12", every = weeks(2), first = "2026-01-14", papers = hours(48) }

stage "days" { clause = "12", on = event "asks", panel = "By days",
  outcome "yes" { clause = "12" },
}
stage "hours" { clause = "12", on = event "asks", panel = "By hours",
  outcome "yes" { clause = "12" },
}
