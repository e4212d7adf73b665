-- Rule 11: a record with `who` is one signature. The service that a role belongs to may sign for it, as whoever covers may:
-- what the record names is who answers for the role, not who held the pen. Another service's signature is a departure.
--
-- ALONE: Care signs for its social worker, who decides alone: taken, no departure. OTHER: Housing signs there: taken,
-- because it happened, and a departure. JOINT: Care signs for the social worker, the officer for herself: the decision is
-- taken at the last. HALF: Care alone is one signature of two, however often it signs. OWN: where Care is an owner itself it
-- signs as Care, not for the social worker who decides beside it, so one more signature is needed. AGAIN: Care signs for
-- the social worker, who had decided the stage before and may not decide this one: a departure.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local care = service "Care" {}
local housing = service "Housing" {}
local sw = role "Social worker" { service = care }
local officer = role "Officer" { service = housing }
event "asks" { clause = "1" }
event "asks both" { clause = "2" }
event "asks all of Care" { clause = "3" }
stage "alone" { clause = "1", owner = sw, on = event "asks", outcome "agreed" { clause = "1", go "checked" } }
stage "checked" { clause = "1.1", owner = any { sw, officer }, not_by = "alone", outcome "right" { clause = "1.1" } }
stage "joint" { clause = "2", owner = { sw, officer }, on = event "asks both", outcome "agreed" { clause = "2" } }
stage "of Care" { clause = "3", owner = { sw, care }, on = event "asks all of Care", outcome "agreed" { clause = "3" } }
