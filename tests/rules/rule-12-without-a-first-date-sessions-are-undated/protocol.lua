-- Rule 12: "Without a first date sessions are undated"
--
-- The text gives a cadence and no date: the case waits for a session that has none, however long,
-- and is decided when a record says so.

protocol "rule-12" { council = "Nowhere", effective = "2018-01-01" }

event "asks" { clause = "12" }
event "calls" { clause = "12" }

panel "Homes" { clause = "12", every = months(1), places = 6 }

stage "home" { clause = "12", on = event "asks", panel = "Homes",
  outcome "yes" { clause = "12" },
}
