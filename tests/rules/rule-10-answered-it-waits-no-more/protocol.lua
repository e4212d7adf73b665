-- Rule 10: "not yet asked, it waits in `needs` while its clock runs"
--
-- Called on 1 June without consent. Given on the 2nd, it waits no more: done on the 2nd by its
-- record it is met, and nothing is asked for. Refused on the 2nd: withheld and void. Given on
-- the 5th, after it was due at the end of the 3rd, it is late for good.

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
