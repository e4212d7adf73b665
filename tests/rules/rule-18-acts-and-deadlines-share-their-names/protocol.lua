-- Rule 18: acts and deadlines share one set of names: a record of "write" could mean either. So it is between two stages too.

protocol "rule-18" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

stage "visit" { clause = "1", owner = officer, on = event "presents homeless",
  deadline "write" { clause = "1.1", within = days(2) },
  outcome "done" { close "done" },
}
stage "move" { clause = "2", owner = officer, on = event "evicted",
  notify { applicant, as = "write", clause = "2.1" },
  outcome "done" { close "done" },
}
