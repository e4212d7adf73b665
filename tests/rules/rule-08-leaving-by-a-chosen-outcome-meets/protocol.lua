-- Rule 8: "Without `met_by`, leaving its stage by a *chosen* outcome meets it, unless that
-- says `voids = true`"
--
-- The form is due by the end of 3 June. Leaving on 2 June by what the owner chose meets it,
-- leaving on 4 June is late; leaving because the young person withdrew, which says `voids`,
-- leaves it void.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }

stage "look" { clause = "8", owner = officer, on = event "asks",
  deadline "form" { clause = "8", within = days(2) },
  outcome "done" { clause = "8" },
  outcome "withdrawn" { clause = "8", voids = true },
}
