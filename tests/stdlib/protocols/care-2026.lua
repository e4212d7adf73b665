-- A council without a text of its own, while a child is looked after and when care has ended: the law alone. For the
-- scenarios of this folder.

protocol "care-2026" { council = "Nowhere", effective = "2011-04-01" }

require "in_care"
require "pathway"
require "complaints"

stage "in care" { patch = true }

stage "eligible child" { patch = true }
stage "relevant child" { patch = true }
stage "in accommodation at 16" { patch = true }
stage "review at 28 days" { patch = true }
stage "pathway plan" { patch = true }
stage "review asked for" { patch = true }
stage "former relevant child" { patch = true }
stage "adviser to 25" { patch = true }
stage "qualifying care leaver" { patch = true }
stage "assess for staying close" { patch = true }

stage "complaint" { patch = true }
stage "complaint investigated" { patch = true }
stage "review panel" { patch = true }
deadline "complain to the Ombudsman" { patch = true }

-- What is granted, and when, is a council's own to say.
stage "moving in" { clause = "Setting-up-home allowance", owner = "Personal adviser", on = event "moves in",
  grant { "setting-up-home allowance" } }
