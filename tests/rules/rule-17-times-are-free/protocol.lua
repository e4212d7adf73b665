-- Rule 17: how often something has happened is free: both numbers are possible, so neither guard is dead, and they
-- leave nothing out. In "route" nobody who has complained twice or more fits; the witness has complained twice.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
event "complains" {}
stage "whole" { clause = "1", on = event "arrives",
  outcome "never" { clause = "1", when = { times(event "complains", at_most(0)) } },
  outcome "before" { clause = "1", when = { times(event "complains", at_least(1)) } } }
stage "route" { clause = "2", on = event "arrives",
  outcome "never" { clause = "2", when = { times(event "complains", at_most(1)) } } }
