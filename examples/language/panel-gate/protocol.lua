-- Stockport 2018, 2.5 and 2.4: a home is let only with the support of a panel that meets every 14 days.
-- Stockport 2024, 8.5: the panel is heard on a release and only advises.
--
-- Sessions on 7 and 21 January 2026 at midday. Papers close three days before: what comes on Sunday the 4th is
-- in time for the 7th, what comes on Monday the 5th waits for the 21st. Advice is a stage with one outcome
-- that leads nowhere.

protocol "panel-gate" { council = "Nowhere", effective = "2018-01-01" }

local lead = role "Service Leader" {}
local officer = role "Housing officer" {}
event "asks for a home" { clause = "2.5/3" }
event "release is planned" { clause = "8.5/1" }
panel "Accommodation Panel" { clause = "2.4/3", every = days(14), first = "2026-01-07", papers = days(3), places = 6,
  chair = lead, members = { lead, officer } }

stage "panel decides" { clause = "2.5/3", on = event "asks for a home", panel = "Accommodation Panel",
  outcome "supported" { clause = "2.5/3", close "may be let" },
  outcome "not supported" { clause = "2.5/3", close "not yet" },
}
stage "panel advises" { clause = "8.5/1", on = event "release is planned", panel = "Accommodation Panel",
  outcome "advice given" { clause = "8.5/1" },
}
