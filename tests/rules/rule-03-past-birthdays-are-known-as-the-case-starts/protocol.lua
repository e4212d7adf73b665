-- Rule 3: a case starts at its first record; what is derived from the facts given holds from then, for each guard.
--
-- The record begins at 17. In care since 1 January 2025: with the 16th birthday, 11 February 2025, since 14 and since 16 for
-- more than ten days each, so both facts are derived before the stage that stands on the first reads the second in its guard.
-- B came into care after the birthday: not at 16, so the clock does not start.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
fact "long" { yesno }
fact "at_16" { yesno }
decision "long" { hit = "first", clause = "1",
  { when = { ["looked after"] = total(at_least(days(10)), { from = turns(14) }) }, value = true },
  { when = otherwise, value = false } }
decision "at_16" { hit = "first", clause = "2",
  { when = { ["looked after"] = any_at(turns(16)) }, value = true },
  { when = otherwise, value = false } }
stage "help" { clause = "3", owner = sw, on = becomes { long = true },
  deadline "assess" { clause = "4", from = turns(16), within = years(3), when = { at_16 = true } },
  outcome "done" {} }
