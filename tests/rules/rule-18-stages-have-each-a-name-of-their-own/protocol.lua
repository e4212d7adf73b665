-- Rule 18: names are unique per kind, so of two stages called "visit" the second is refused.

protocol "rule-18" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

stage "visit" { clause = "1", owner = officer, on = event "presents homeless", outcome "done" { close "done" } }
stage "visit" { clause = "2", owner = officer, on = event "evicted", outcome "done" { close "done" } }
