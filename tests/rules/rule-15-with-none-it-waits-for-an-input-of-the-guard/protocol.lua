-- Rule 15: "with none it waits for a guard's input to change"
--
-- The ten days are over on 15 January at 9, and the only outcome is barred. A is ready from the 20th at noon, and
-- leaves then; another fact that changes on the 18th moves nothing. B is never ready, and stays. C turns 18 on
-- 1 February, which lets in the other outcome as that day begins.

protocol "rule-15" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "ready" { yesno, ask = "Ready?" }
fact "other" { yesno, ask = "Other?" }

stage "talk" { clause = "15", owner = officer, on = event "presents homeless",
  outcome "home" { clause = "15", when = { ready = true }, close "at home" },
  outcome "grown up" { clause = "15", when = { age = at_least(18) }, close "grown up" },
}
