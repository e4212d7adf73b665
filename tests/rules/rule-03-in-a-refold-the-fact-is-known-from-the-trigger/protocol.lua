-- Rule 3: in a refold the fact is known from the trigger that needed it.
--
-- The call of the 20th asks whether the fact is unknown; the arrival of the 21st needs it; a record of
-- the 23rd supplies it. It is known from the 21st at 09:00 on, and not before: the question of the
-- 20th stands as it was, what hangs on `becomes` fires on the 21st, and a guard of the 22nd that is
-- read again finds it known.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "calls" {}
event "arrives" {}
event "asks" {}
fact "has_family" { yesno }
stage "find out" { clause = "1", owner = sw, on = event "calls", when = { has_family = unknown }, outcome "done" {} }
stage "call family" { clause = "2", owner = sw, on = event "arrives", when = { has_family = true }, outcome "done" {} }
stage "warn" { clause = "3", on = becomes { has_family = true }, notify { sw } }
stage "tell" { clause = "4", owner = sw, on = event "asks", when = { has_family = known }, outcome "done" {} }
