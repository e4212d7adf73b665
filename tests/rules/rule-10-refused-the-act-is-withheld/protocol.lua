-- Rule 10: "refused or withdrawn, it is withheld and its clock void, no breach"
--
-- Refused, or given and withdrawn, before the act was called on 1 June: it is withheld, its
-- clock is void, and on 10 June, long after it would have been due, nobody is in breach.

protocol "rule-10" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "10" }
event "calls" { clause = "10" }
consent "share" { clause = "10", ask = "May we share this?" }

stage "look" { clause = "10", owner = officer, on = event "asks",
  notify { mash, as = "tell MASH", clause = "10", within = days(2),
    with_consent = consent "share" },
  outcome "done" { clause = "10" },
}
