-- Rule 10: "Withdrawal reaches later acts only"
--
-- Given, then withdrawn on 2 June. The act called on 1 June stands, whether its record is of
-- that day or of the 3rd; the one called on 3 June is withheld.

protocol "rule-10" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "10" }
event "calls" { clause = "10" }
consent "share" { clause = "10" }

stage "look" { clause = "10", owner = officer, on = event "asks",
  notify { mash, as = "tell MASH", clause = "10", within = days(4),
    with_consent = consent "share" },
  outcome "done" { clause = "10" },
}
stage "called" { clause = "10", on = event "calls",
  notify { mash, as = "tell MASH again", clause = "10", within = days(4),
    with_consent = consent "share" },
}
