-- The second of the three sketches. Stockport 2024, 7.5: to refuse housing altogether takes both heads of
-- service. Medway, 12.8: a finding is signed off by either of two managers.
--
-- One signature on 2 June, and none on 8 June: the stage is still open, and the limit of five days, that ended
-- with 6 June, is missed by both together. With the second signature on 5 June it is taken then. Signatures
-- that differ are a dispute, and open the ladder.

protocol "two-signatures" { council = "Nowhere", effective = "2018-01-01" }

local housing = role "Head of Homelessness" {}
local care = role "Head of Social Care" {}
local manager = role "Reviews Manager" {}
event "refusal is proposed" { clause = "7.5/1" }
event "finding is proposed" { clause = "12.8/3" }

stage "ratify" { clause = "7.5/1", owner = { housing, care }, on = event "refusal is proposed",
  deadline "ratified" { clause = "7.5/1", within = days(5) },
  outcome "ratified" { clause = "7.5/1", close "refused" },
  outcome "not ratified" { clause = "7.5/1", close "housed" },
}
stage "sign off" { clause = "12.8/3", owner = any { housing, manager }, on = event "finding is proposed",
  outcome "signed" { clause = "12.8/3", close "found" },
}
ladder "disagreement" { clause = "13.3/1", { owner = { housing, care } }, { owner = "Chief Executive" } }
role "Chief Executive" {}
