-- The law alone, as in part7-2026, in a council where either of two officers takes each step against somebody who does not
-- co-operate; but not both.

protocol "part7-two-officers" { council = "Nowhere", effective = "2018-04-03" }

require "part7"

stage "homelessness application" { patch = true }
stage "non-co-operation" { patch = true, owner = any { "Housing officer", "Authorising officer" } }
stage "ending help for non-co-operation" { patch = true, owner = any { "Housing officer", "Authorising officer" } }
