-- Rule 10: "not yet asked, it waits in `needs` while its clock runs"
--
-- Nobody has asked for consent, or it was asked and not answered: the act waits and the
-- consent is in `needs`. Its clock runs: live on 2 June, due by the end of the 3rd, and late
-- on the 10th, for asking was theirs to do.

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
