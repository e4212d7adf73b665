-- Rules 8 and 9: "(`--strict`: acts too)": a silent call is not taken as done, and a record that came
-- after the act was called again is not its own either.
--
-- Called on 1 June and 1 July at 10:00, within a day; recorded once, on 1 July at 15:00. July's is in
-- time; June's was never done, and is late.

protocol "rule-09" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "9" }

stage "help" { clause = "9", owner = officer, on = event "asks",
  refer { mash, as = "referral", clause = "9", within = hours(24) },
  outcome "over" { clause = "9" },
}
