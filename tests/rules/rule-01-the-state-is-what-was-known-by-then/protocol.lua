-- Rule 1: the state as known at T folds the entries known by T and not superseded by then.
--
-- The same life as in rule-01-the-log-is-ordered-by-when-it-became-known, asked for as at noon of
-- the 22nd (see options): the correction of the 23rd is not known yet, so the arrival is still the
-- one recorded, at 09:00, and nothing is superseded.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
}
