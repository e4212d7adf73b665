-- Rule 3: a guard is read as at its trigger (its age, its spells), never as at today.
--
-- Age. The fact comes on the 25th, when A has turned 18 (on the 22nd); at the trigger of the 21st it
-- was 17, so the stage starts. B turned 18 on the 21st, the day of the trigger: it does not.
-- Spells. C is looked after since the 12th: on the 21st that is ten days, both ends counted. D since
-- the 13th: nine days at the trigger, although thirteen when the fact comes.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
fact "has_family" { yesno }
stage "call family" { clause = "1", owner = sw, on = event "arrives",
  when = { age = under(18), has_family = true }, outcome "done" {} }
stage "plan" { clause = "2", owner = sw, on = event "calls",
  when = { has_family = true, ["looked after"] = total(at_least(days(10))) }, outcome "done" {} }
