-- Rule 3: when a record supplies the fact, the case is folded again from that trigger.
--
-- The fact is known on the 23rd; the trigger was the arrival of the 21st at 09:00. So the stage was
-- entered then, its 24 hours ended on the 22nd at 09:00, and the deadline is late, known late (rule
-- 7). The log keeps that the case was undecided: the first entry that comes out differently is that
-- one, superseded with the fact's own record.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "has_family" { yesno }
stage "call family" { clause = "1", owner = sw, on = event "arrives", when = { has_family = true },
  deadline "called" { clause = "2", within = hours(24) },
  outcome "done" {},
}
