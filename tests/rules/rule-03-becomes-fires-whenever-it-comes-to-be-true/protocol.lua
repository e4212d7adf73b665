-- Rule 3: `becomes` fires whenever its condition comes to be surely true, at the start too.
--
-- A: true from the start: fires with the case. B: unknown, then true: fires then. C: true, false and
-- true again: fires twice. D: told twice that it is true: it came to be true once. E: never true.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
fact "at_risk" { yesno }
stage "warn" { clause = "1", on = becomes { at_risk = true }, notify { sw } }
