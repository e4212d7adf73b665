-- Rules 8 and 9: an act that is called again, and whose the records are that come later.
--
-- The referral has a day. It is called on 1 June and again on 1 July, both at 10:00; a letter likewise.
--
-- one: one record, on 1 July at 15:00. It is July's; June's call is silent, so it is taken as done some
-- time between the call and the case's now, and whether in time cannot be told: it is no month late.
-- between: the record came on 1 June, before July's call. July's is silent, and the case's now is that
-- very moment, so it is met. two: of two records each has its own: June's came a month late, 1 July
-- 15:00 being 29 days and 5 hours, 701 hours, after 2 June 10:00; July's 5 hours after 2 July 10:00. named: the
-- record says which it is of. thrice: the last of three. never: by a correction the second call never
-- happened, and the record is June's after all. letters: the second letter is the one recorded as sent.
-- not done: what is recorded as not done is not silent.

protocol "rule-09" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "9" }
event "writes" { clause = "9" }
notice "letter" { clause = "9" }

stage "help" { clause = "9", owner = officer, on = event "asks",
  refer { mash, as = "referral", clause = "9", within = hours(24) },
  outcome "over" { clause = "9" },
}

stage "letter" { clause = "9", on = event "writes",
  notify { applicant, notice = "letter", as = "send the letter", clause = "9", within = hours(24) },
}
