-- Rule 1: at equal times birthdays come first, then records.
--
-- The 18th birthday begins at midnight, and a record of the very same minute ends the stage that the
-- birthday opens. The birthday comes first, so the stage is open when its outcome is recorded, and
-- that is no departure.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "adult" { clause = "1", owner = sw, on = turns(18), outcome "settled" {} }
