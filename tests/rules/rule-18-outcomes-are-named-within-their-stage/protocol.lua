-- Rule 18: an outcome belongs to its stage, so two stages may have one called "done", and `left("visit", "done")` means one of
-- them only. A leaves the visit by it on 3 March, which brings the letter; B has only the call, which ends by a "done" too.

protocol "rule-18" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

stage "visit" { clause = "1", owner = officer, on = event "presents homeless", outcome "done" { clause = "1.1" } }
stage "call" { clause = "2", owner = officer, on = event "evicted", outcome "done" { clause = "2.1" } }
stage "letter" { clause = "3", owner = officer, on = left("visit", "done"), outcome "sent" { close "sent" } }
