-- Rule 4: a join forgets all branches at `close`.
--
-- The housing view is given, then the case closes. In the new round the social view alone does not
-- start the meeting; with a housing view of this round it does.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "asks housing" {}
event "asks social" {}
event "withdraws" {}
stage "housing view" { clause = "1", owner = sw, on = event "asks housing", outcome "given" {} }
stage "social view" { clause = "2", owner = sw, on = event "asks social", outcome "given" {} }
stage "meeting" { clause = "3", owner = sw, on = all { left "housing view", left "social view" }, outcome "held" {} }
stage "end" { clause = "4", on = event "withdraws", close "withdrawn" }
