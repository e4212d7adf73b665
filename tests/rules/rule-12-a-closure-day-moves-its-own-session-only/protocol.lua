-- Rule 12: "one on a closure day moves to the next working day and does not move the next"
--
-- Fortnightly on Thursdays from 18 December 2025. 1 January 2026 is a bank holiday and the council
-- is closed on Friday the 2nd too, so that session sits on Monday 5 January; the next is on
-- Thursday 15 January all the same.

protocol "rule-12" { council = "Nowhere", effective = "2018-01-01", calendar = "council" }

calendar "council" { closed = { "2026-01-02" } }
event "asks" { clause = "12" }

panel "Thursdays" { clause = "12", every = weeks(2), first = "2025-12-18" }

stage "home" { clause = "12", on = event "asks", panel = "Thursdays",
  outcome "yes" { clause = "12" },
}
