-- Rules 3 and 5: what nobody decides, and a missing fact holds up, is told with that fact: a stage that begins, an outcome
-- that is taken, a deadline that is met or starts as a condition becomes true, and an outcome whose guard cannot be told. The
-- case is not undecided for it, and what is surely false waits for nothing.
--
-- A: nothing is told. The bed hangs on both beliefs, the register on what "at risk" is derived from; "returned" and the
-- visit wait in the open stage; what begins at 18 does not wait at 17, a guard that is false lets nothing begin, and what
-- is presumed is answered. B: one belief is false, so that the bed waits for nothing. C: one is true: only the other is
-- missing. D: both come to be true: the bed is owed from then, and does not wait. E: the date has come on which "left" is
-- taken by itself, and its guard cannot be told. F: closed: nothing waits.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "asks for help" { clause = "1" }
fact "maybe_homeless" { yesno, ask = "May they be homeless?" }
fact "maybe_eligible" { yesno, ask = "May they be eligible?" }
fact "hurt" { yesno }
fact "alone" { yesno }
fact "at_risk" { yesno }
fact "is_back" { yesno }
fact "seen" { yesno }
fact "wants_flat" { yesno }
fact "abroad" { yesno }
fact "in_need" { yesno, presumed = true }
fact "placed_on" { date }
fact "settled" { yesno }
decision "at_risk" { hit = "first", clause = "2",
  { when = { hurt = true }, value = true }, { when = { alone = true }, value = true }, { when = otherwise, value = false } }

stage "care" { clause = "1", owner = sw, on = event "asks for help",
  deadline "see them" { clause = "1.1", within = days(2), met_by = becomes { seen = true } },
  outcome "returned" { clause = "1.2", on = becomes { is_back = true }, close "returned" },
  outcome "left" { clause = "1.3", on = fact "placed_on",
    when = { settled = true }, close "left" },
}
stage "bed" { clause = "3", on = becomes { maybe_homeless = true, maybe_eligible = true }, notify { sw } }
stage "flat" { clause = "4", on = becomes { wants_flat = true, age = at_least(18) }, notify { sw } }
stage "abroad" { clause = "5", on = becomes { abroad = true }, when = { age = at_least(18) }, notify { sw } }
stage "register" { clause = "6", on = any { event "asks for help", becomes { at_risk = true } }, when = { age = under(18) },
  notify { sw } }
stage "assess" { clause = "7", on = becomes { in_need = true }, notify { sw } }
deadline "write to them" { clause = "8", owner = sw, within = days(5), from = becomes { wants_flat = true } }
