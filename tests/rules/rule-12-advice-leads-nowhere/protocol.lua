-- Rule 12: "Advice is a panel stage with one outcome that leads nowhere"
--
-- The decision is the officer's; the panel's advice runs beside it, and neither its coming nor its
-- staying away ends the other.

protocol "rule-12" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "12" }

panel "Homes" { clause = "12", every = weeks(2), first = "2026-01-14" }

stage "decision" { clause = "12", owner = officer, on = event "asks",
  outcome "yes" { clause = "12" },
}
stage "advice" { clause = "12", on = event "asks", panel = "Homes",
  outcome "given" { clause = "12" },
}
