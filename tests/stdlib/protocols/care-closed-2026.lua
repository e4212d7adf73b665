-- The law alone while a child is looked after, in a council that is shut between Christmas and New Year, with one limit of its
-- own beside it.

protocol "care-closed-2026" { council = "Nowhere", effective = "2011-04-01", calendar = "Town Hall" }

require "in_care"

calendar "Town Hall" { mon_fri = "09:00-17:00", closed = { { "2026-12-29", "2026-12-31" } } }

stage "in care" { patch = true,
  deadline "tell the school" { clause = "Our 1", within = working_days(10) },
}
