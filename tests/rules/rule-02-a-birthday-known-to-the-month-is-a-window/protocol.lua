-- Rule 2: outcomes taken by themselves whose time is a window come at its end, so a record inside it
-- wins; what they cause carries the same window.
--
-- Born in May 2008, the 18th birthday begins at midnight between 1 and 31 May 2026. A: by June the
-- help has ended by itself, somewhere in that window, and adult help began then. B: the help was
-- ended by its owner on 15 May, inside the window: that counts.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "help" { clause = "1", owner = sw, on = event "arrives",
  outcome "done" {},
  outcome "turned 18" { on = turns(18), go "adult help" },
}
stage "adult help" { clause = "2", owner = sw, outcome "end" {} }
