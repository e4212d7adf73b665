-- Rules 12 and 15: a session has one place, and two recorded cases are listed for it: "Recorded and
-- asked cases do not compete (their sessions are facts)"
--
-- Each case runs alone, so both are listed for 14 January, and a record of a session of another day
-- than the protocol's own is taken as it is.

protocol "rule-12" { council = "Nowhere", effective = "2018-01-01" }

local sw = role "Social worker" {}

event "asks" { clause = "12" }

panel "Homes" { clause = "12", every = weeks(2), first = "2026-01-14", places = 1, members = { sw },
  chair = sw }

stage "home" { clause = "12", on = event "asks", panel = "Homes",
  outcome "yes" { clause = "12" },
}
