-- Rule 1: a block's effects run as written, each an entry; triggers that they raise wait in a queue,
-- first in first out. `left` is raised before the outcome's effects.
--
-- "a" is left, which raises `left "a"`; its effects enter "b", set the fact and enter "c", which
-- raises the two entries. Only then does the queue run: what hangs on `left "a"` first (it raises its
-- own entry, which goes to the end), then "b", then "c", and last what hangs on the first of them.
-- The watchers are declared the other way round, so the order is the queue's.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "told" { yesno }
stage "last of all" { clause = "1", owner = sw, on = entered "after a", outcome "end" {} }
stage "after c" { clause = "2", owner = sw, on = entered "c", outcome "end" {} }
stage "after b" { clause = "3", owner = sw, on = entered "b", outcome "end" {} }
stage "after a" { clause = "4", owner = sw, on = left "a", outcome "end" {} }
stage "a" { clause = "5", owner = sw, on = event "arrives",
  outcome "done" { go "b", set { told = true }, go "c" } }
stage "b" { clause = "6", owner = sw, outcome "end" {} }
stage "c" { clause = "7", owner = sw, outcome "end" {} }
