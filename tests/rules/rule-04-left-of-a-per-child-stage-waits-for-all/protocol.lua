-- Rule 4: `left` of a per-child stage fires when none is open or waiting.
--
-- The report follows the checks of all children. A: two checks, done at 10:00 and 11:00: the report
-- starts once, at 11:00. B: whether Ben needs a check is not known, so his waits: with Anna's done at
-- 10:00 the report does not start, and the case is undecided. C: on the 22nd it is known that Ben
-- needs none: read again, none was open or waiting at 10:00 of the 21st. D: Ben needs one, known at
-- noon, done at 13:00: the report starts then.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "needs_check" { yesno, per = "child" }
stage "check" { clause = "1", owner = sw, per = "child", on = event "arrives",
  when = { needs_check = true }, outcome "done" {} }
stage "report" { clause = "2", owner = sw, on = left "check", outcome "sent" {} }
