-- The same as status-left-out, with the reading that stdlib follows: days before 14 are cut off.

protocol "status-clipped" { council = "Nowhere", effective = "2011-04-01" }

require "leaving_care"

local adviser = role "Personal adviser" {}

stage "help" { clause = "1", owner = adviser, on = event "presents homeless", when = { care_status_in_law = known },
  outcome "helped" { clause = "1" },
}
