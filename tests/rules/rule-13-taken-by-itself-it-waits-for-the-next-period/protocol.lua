-- Rules 5 and 13: an outcome taken by itself waits until it is admissible
--
-- One a month, taken by itself three days after the asking: at 00:00 on 4 June. The second asking, on
-- the 10th, would be granted on the 14th, when the month's one is used; it waits and is granted as
-- July begins.

protocol "rule-13" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "13" }
event "calls" { clause = "13" }

quota "starter packs" { clause = "16", limit = 1, per = "month" }
entitlement "starter pack" { clause = "16", quota = "starter packs" }

stage "wait" { clause = "13", owner = officer, on = event "asks",
  outcome "granted" { clause = "17", after = days(2), grant "starter pack" },
  outcome "refused" { clause = "18" },
}
