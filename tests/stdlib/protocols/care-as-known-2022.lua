-- The law alone while a child is looked after, with the bank holidays that were known on 9 September 2022: the one of the
-- 19th was proclaimed on the 10th.

protocol "care-as-known-2022" { council = "Nowhere", effective = "2011-04-01", calendar = "as known then" }

require "in_care"

calendar "as known then" { known_on = "2022-09-09" }

stage "in care" { patch = true }
