-- Rule 3: when a record supplies the fact, the case is folded again from that trigger.
--
-- The guard misses two facts. A: the first to come leaves it undecided for the other, the second
-- settles it as at the trigger. B: the first to come is false, which settles it at once. C: the fact
-- comes with another record, as an extra key, and settles it before that record is read. D: asked for
-- at two triggers: the stage starts at the first, and is open at the second.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
fact "has_family" { yesno }
fact "is_local" { yesno }
stage "call family" { clause = "1", owner = sw, on = event "arrives",
  when = { has_family = true, is_local = true }, outcome "done" {} }
stage "call back" { clause = "2", owner = sw, on = event "calls", outcome "done" {} }
