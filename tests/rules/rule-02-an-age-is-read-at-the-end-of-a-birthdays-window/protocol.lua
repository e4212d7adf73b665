-- Rule 2: a birthday known to the month is a window, and what hangs on it comes with the window. What
-- time alone changes is read at the moment itself: at the end of the window the age is sure.
--
-- Born in September 2010: 16 on one of the 30 days of September 2026. Until then 15 for sure; in the
-- window 15 or 16, so `sixteen` is unknown; from the start of the 30th 16 for sure. The stage that
-- starts at 16 is entered within the window. The case goes on.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
stage "at sixteen" { clause = "1", owner = sw, on = turns(16), outcome "done" {} }
decision "sixteen" { clause = "2", hit = "first",
  { when = { age = at_least(16) }, value = true },
  { when = otherwise, value = false },
}
