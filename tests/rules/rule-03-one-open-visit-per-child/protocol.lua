-- Rule 3: one open visit per stage and child; entering an open one is logged and changes nothing.
--
-- The arrival starts a check for each of two children. Anna's is done; at the second arrival hers
-- starts anew, and Ben's is open still.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "check" { clause = "1", owner = sw, per = "child", on = event "arrives", outcome "done" {} }
