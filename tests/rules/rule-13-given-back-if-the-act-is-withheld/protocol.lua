-- Rule 13: "given back if the act is withheld"
--
-- One a quarter. Consent is asked for each grant. Refused, the first grant is withheld and gives its
-- place back; not asked yet, it waits and keeps its place, so the second yes is one too many;
-- refused after that, the place is free again.

protocol "rule-13" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "13" }
consent "share" { clause = "13", ask = "May we share this?" }

quota "direct lets" { clause = "16", limit = 1, per = "quarter" }
entitlement "direct let" { clause = "16", quota = "direct lets" }

stage "let" { clause = "13", owner = officer, on = event "asks",
  outcome "yes" { clause = "17", grant { "direct let", with_consent = consent "share" } },
  outcome "no" { clause = "18" },
}
