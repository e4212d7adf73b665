-- Rule 10: "given or overridden, it stands"
--
-- Danger overrides the consent: refused, or never asked, the act stands all the same. Without
-- danger a refusal bites. Danger that is found on 2 June overrides from then: the act that
-- waited since 1 June waits no more, and being silent is assumed.

protocol "rule-10" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

fact "danger" { yesno, clause = "10" }
event "asks" { clause = "10" }
event "calls" { clause = "10" }
consent "share" { clause = "10", overridden_by = { danger = true } }

stage "look" { clause = "10", owner = officer, on = event "asks",
  notify { mash, as = "tell MASH", clause = "10", within = days(2),
    with_consent = consent "share" },
  outcome "done" { clause = "10" },
}
