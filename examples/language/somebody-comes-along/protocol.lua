-- Stockport 2018, 2.10: at the viewing of a home the personal adviser is there too.
--
-- `with` says who must be there; that they were is recorded as an event, and the company is owed by the end of
-- the viewing. Together at 14:00: in time. The young person went alone: the company is late, and the clause is
-- named.

protocol "somebody-comes-along" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
local adviser = role "Personal adviser" {}
event "viewing is arranged" { clause = "2.10/1" }
event "adviser comes along" { clause = "2.10/1" }
stage "viewing" { clause = "2.10/1", owner = officer, with = adviser, on = event "viewing is arranged",
  deadline "company at the viewing" { clause = "2.10/1", owner = adviser, by = left "viewing",
    met_by = event "adviser comes along", outlives = true },
  outcome "seen" { clause = "2.10/1" } }
