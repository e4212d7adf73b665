-- Leaving-care status, with the other reading of the 13 weeks: a period that began before 14 does not count at all.

protocol "status-left-out" { council = "Nowhere", effective = "2011-04-01" }

require "leaving_care"

reading "13 weeks across the 14th birthday" { patch = true, chosen = "left out" }

local adviser = role "Personal adviser" {}

stage "help" { clause = "1", owner = adviser, on = event "presents homeless", when = { care_status_in_law = known },
  outcome "helped" { clause = "1" },
}
