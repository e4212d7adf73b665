-- Rule 11: a record with `who` is one signature. The duty officer covers for the officer, so that
-- signature is the officer's own, and the decision is taken once the adviser has signed too.

protocol "rule-11" { council = "Nowhere", effective = "2018-01-01" }

local duty = role "Duty officer" {}
local officer = role "Officer" { cover = duty }
local adviser = role "Adviser" {}

event "asks" { clause = "11" }

stage "decision" {
  clause = "11", owner = { officer, adviser }, on = event "asks",
  outcome "agreed" { clause = "11" },
}
