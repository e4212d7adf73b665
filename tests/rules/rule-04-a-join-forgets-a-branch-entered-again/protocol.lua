-- Rule 4: a join forgets a branch when that stage is entered again.
--
-- The housing view is given, then asked for anew; when the social view is given the housing view is
-- open again, so the meeting waits for its second ending.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "asks housing" {}
event "asks social" {}
stage "housing view" { clause = "1", owner = sw, on = event "asks housing", outcome "given" {} }
stage "social view" { clause = "2", owner = sw, on = event "asks social", outcome "given" {} }
stage "meeting" { clause = "3", owner = sw, on = all { left "housing view", left "social view" }, outcome "held" {} }
