-- Design 4: `decision`, hit policy collect: all rows that hold, in the order of the table.
--
-- Ann is pregnant and 17: both rows hold. Ben is 19 and not pregnant: none does, and the list is empty. Of Cay it is not
-- known whether she is pregnant: which rows hold cannot be told.

protocol "a-decision-that-collects" { council = "Nowhere", effective = "2018-01-01" }

event "asks" { clause = "1" }
decision "reasons" { hit = "collect", clause = "1",
  { when = { age = under(18) }, value = "a child" },
  { when = { pregnant = true }, value = "pregnant" } }
stage "told" { clause = "1", on = event "asks", when = { reasons = "pregnant" }, notify { applicant, as = "tell" } }
