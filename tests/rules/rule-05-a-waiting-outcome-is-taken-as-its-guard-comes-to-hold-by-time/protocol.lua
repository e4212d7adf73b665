-- Rule 5: an outcome taken by itself waits until its trigger has fired *and* its guard holds; and
-- nothing polls (design.md, after the rules): ages and totals of spells have one computable next
-- crossing.
--
-- Withdrawn at 10:00 of the 21st, while the guard is false. A: it holds from the 18th birthday on, the
-- 23rd. B: born in May 2008, it surely holds from the last possible birthday on, the 31st. C: looked
-- after since the 12th, the total reaches twelve days as the 23rd begins. D: the same, but left by its
-- owner before that.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "wait" { clause = "1", owner = sw, on = event "arrives",
  outcome "adult" { on = event "withdraws", when = { age = at_least(18) } },
  outcome "cared for" { on = event "withdraws", when = { ["looked after"] = total(at_least(days(12))) } },
  outcome "done" {},
}
