-- Rule 10: "given or overridden, it stands"
--
-- Consent was given before the act was called: it is owed by the end of 3 June. Recorded on
-- the 2nd it is met; recorded on the 5th it is late and a breach; silent it is assumed (rule
-- 9).

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
