-- Rule 7 and domain notes 1.15 (r): the holiday of 19 September 2022 was proclaimed on the 10th, after deadlines across it
-- had been set. A calendar as known on the 9th counts the 19th as a working day: ten working days from Monday 5 September
-- end with it. Done on the 20th is then a working day late; by what is known now it was due that day.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01", calendar = "as set" }

local officer = role "Officer" {}

calendar "as set" { known_on = "2022-09-09" }
event "asks" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "answer" { clause = "7", within = working_days(10) },
  outcome "done" { clause = "7" },
}
