-- Rule 10: "not yet asked, it waits in `needs` while its clock runs"
--
-- Consent to tell MASH has not been asked for as the case closes on 2 June: `close` voids the
-- clock (rule 8), so the act waits no more. Nobody needs to ask, and consent that is given
-- on the 3rd brings about nothing. Where the stage is entered again, the second call waits.

protocol "rule-10" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "10" }
event "calls" { clause = "10" }
consent "share" { clause = "10", ask = "May we share this?" }

stage "look" { clause = "10", owner = officer, on = event "asks",
  notify { mash, as = "tell MASH", clause = "10", within = days(2),
    with_consent = consent "share" },
  outcome "done" { clause = "10", close "done" },
}
