-- Rule 12: "a case that has left frees its place until then"
--
-- It is withdrawn on the 13th, the day before the session: no session takes it, and it waits for
-- none.

protocol "rule-12" { council = "Nowhere", effective = "2018-01-01" }

event "asks" { clause = "12" }
event "withdraws" { clause = "12" }
event "calls" { clause = "12" }

panel "Homes" { clause = "12", every = weeks(2), first = "2026-01-14" }

stage "home" { clause = "12", on = event "asks", panel = "Homes",
  outcome "yes" { clause = "12" },
  outcome "withdrawn" { clause = "12", on = event "withdraws", close "withdrawn" },
}
