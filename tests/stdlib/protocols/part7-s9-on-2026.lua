-- The law alone, as in part7-2026, with sections 9 and 11 of the Act of 2026 in force. The days are
-- made up: none is known. So is asked what would follow.

protocol "part7-s9-on-2026" { council = "Nowhere", effective = "2018-04-03" }

require "part7"
require "referral"

stage "homelessness application" { patch = true }
stage "ask about school and health" { patch = true }
law "CWSA26 s.9" { patch = true, in_force = { "2027-04-01", false } }
law "CWSA26 s.11" { patch = true, in_force = { "2027-02-01", false } }
