-- Rule 4: a stage with no outcome, no `duty` and no panel ends as its effects have run, without
-- `left`.
--
-- "tell" only notifies, so it ends at once, without outcome; what hangs on `left` of it does not
-- start. "advice" has no outcome either, but a duty: it stays open, and the duty is owed.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "tell" { clause = "1", on = event "arrives", notify { sw } }
stage "advice" { clause = "2", owner = sw, on = event "arrives", duty = "advice about housing" }
stage "watch" { clause = "3", owner = sw, on = any { left "tell", left "advice" }, outcome "done" {} }
