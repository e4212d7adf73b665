-- Stockport 2018, 2.6: a marker is put on the file only with consent, which may be withdrawn. Luton, legal
-- basis: where there is a concern about safety none is needed.
--
-- Not yet asked: the act waits and the question is listed; refused: nothing is told and nobody is in breach; a
-- concern: told without it.

protocol "consent" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
local mash = role "MASH" {}
event "becomes a tenant" { clause = "2.6/4" }
consent "tell of arrears" { clause = "2.6/4", ask = "May we tell your adviser of arrears?",
  overridden_by = { welfare_concern = true } }
stage "tenancy begins" { clause = "2.6/4", owner = officer, on = event "becomes a tenant",
  notify { mash, as = "tell of the tenancy", within = days(7), with_consent = "tell of arrears", clause = "2.6/4" },
  outcome "ends" { clause = "2.6/4" } }
