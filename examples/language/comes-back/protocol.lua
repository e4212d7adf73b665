-- Medway, 9.1: the pathway plan is reviewed every six months, until 25.
--
-- Made on 31 August 2025: due by 28 February 2026 (clamped); reviewed on 20 February, so the next is due by 20
-- August 2026. Nobody reviews it then: one breach, however long it lasts. Somebody of 25 is reviewed no more.

protocol "comes-back" { council = "Nowhere", effective = "2018-01-01" }

local adviser = role "Personal adviser" {}
event "plan made" { clause = "9.1/2" }
event "plan reviewed" { clause = "9.1/2" }
deadline "review the plan" { clause = "9.1/2", owner = adviser, every = months(6), from = event "plan made",
  ends = turns(25), met_by = event "plan reviewed" }
