-- Rule 18: two nameless stages of one clause could not be told apart, nor could a nameless one and a stage called
-- as its clause is; and a stage that people end is no reaction and needs a name.

protocol "rule-18" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

stage { clause = "4.2", on = event "presents homeless", notify { officer } }
stage { clause = "4.2", on = event "evicted", notify { officer } }
stage "4.2" { clause = "5", owner = officer, on = event "found", outcome "done" { close "done" } }
stage { clause = "4.4", owner = officer, on = event "found", outcome "done" { close "done" } }
