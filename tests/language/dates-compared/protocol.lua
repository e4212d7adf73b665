-- Design 4, conditions: `earlier_than`, `later_than` and `between` of a date, against a value, another fact and a trigger.
--
-- Ann's notice ends on 1 June 2026: after the referral of 21 May and before 30 June; between 1 and 30 June, both in. Ben's ends
-- some time in June, "2026-06": after the referral whichever day it is, but whether before 15 June cannot be told. Ten days
-- after the referral is 31 May, before both; twenty is 10 June, after Ann's and in Ben's month. Both are compared with at
-- once, though neither day has come.

protocol "dates-compared" { council = "Nowhere", effective = "2018-01-01" }

event "referred" { clause = "1" }
fact "visited_on" { date, clause = "1", ask = "When was the visit?" }

decision "after_the_referral" { clause = "1",
  { when = { notice_ends_on = later_than(event "referred") }, value = true }, { when = otherwise, value = false } }
decision "ten_days_on" { clause = "1",
  { when = { notice_ends_on = later_than(event "referred" + days(10)) }, value = true }, { when = otherwise, value = false } }
decision "twenty_days_on" { clause = "1",
  { when = { notice_ends_on = later_than(event "referred" + days(20)) }, value = true }, { when = otherwise, value = false } }
decision "after_the_visit" { clause = "1",
  { when = { notice_ends_on = later_than(fact "visited_on") }, value = true }, { when = otherwise, value = false } }
decision "before_mid_june" { clause = "1",
  { when = { notice_ends_on = earlier_than("2026-06-15") }, value = true }, { when = otherwise, value = false } }
decision "in_june" { clause = "1",
  { when = { notice_ends_on = between("2026-06-01", "2026-06-30") }, value = true }, { when = otherwise, value = false } }

stage "told" { clause = "1", on = event "referred", notify { applicant } }
