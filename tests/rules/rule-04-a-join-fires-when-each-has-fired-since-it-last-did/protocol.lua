-- Rule 4: a join is `on = all { left "a", left "b" }`, firing when each has fired since it last did.
--
-- Both views are left: the meeting starts. In the second round the first view alone does not start
-- it, although `left` of the other has fired once: that was used by the first meeting. With the other
-- it starts again.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "housing view" { clause = "1", owner = sw, on = event "arrives", outcome "given" {} }
stage "social view" { clause = "2", owner = sw, on = event "arrives", outcome "given" {} }
stage "meeting" { clause = "3", owner = sw, on = all { left "housing view", left "social view" }, outcome "held" {} }
