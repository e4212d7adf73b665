-- Rule 3: a case starts at its first record, and what is derived from the facts given holds from
-- there, so that the guards of what starts with the case can be read.
--
-- A: looked after, so `in_care` is true as the case starts: the clock that the case itself starts is
-- live, due on the 18th birthday, and the stage of the date already past is entered.
-- B: not in care: neither starts, and nobody is asked for anything.
-- C: nobody has said: the clock is listed, and the fact that is missing is the one that was not given.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
fact "came_on" { date }
decision "in_care" { clause = "1", hit = "first",
  { when = { care_status = "looked_after" }, value = true },
  { when = { care_status = known }, value = false },
}
event "plan made" {}
deadline "plan for 18" { clause = "2", owner = sw, by = turns(18), when = { in_care = true },
  met_by = event "plan made" }
stage "planning" { clause = "3", owner = sw, on = fact "came_on", when = { in_care = true }, outcome "done" {} }
