-- Medway, 2021, section 12 (homelessness applications of care leavers) on the modules of stdlib: a
-- copy of a part of one council's rules, to show what a council still has to say for itself. What
-- the Act says is not repeated; each clause stands on the duty that it carries out, and what Medway
-- does in its own way is a patch.
--
-- Compare protocols/clauses/medway-2021.tsv, ids 12.3/1 to 12.8/4.

protocol "medway-part-12-2021" { council = "Medway", effective = "2021-04-01", clauses = "medway-2021" }

require "part7"

local LC = service "16+ Leaving Care Service" { clause = "12.8/4" }
local MH = service "Medway Housing" { clause = "12.3/1" }
local hoo = role "Housing Options Officer"               { service = MH, clause = "12.4/1" }
local hsr = role "Housing Solutions and Reviews Manager" { service = MH, clause = "12.8/3" }
local hhs = role "Head of Housing Services"              { service = MH, clause = "12.8/3" }
local pa  = role "Personal adviser" { patch = true, service = LC, clause = "12.4/1" }
local gm  = role "Group Manager (Leaving Care)"          { service = LC, clause = "12.8/4" }

-- 12.3 An eligible applicant is owed prevention or relief; interim accommodation besides.

stage "homelessness application" { patch = true, clause = "12.3/1", owner = hoo }
stage "interim accommodation" { patch = true, clause = "12.3/2", owner = hoo,
  open = "the text gives it while the application is assessed; reason to believe is enough in law" }

-- 12.4 The officer assesses, with the adviser, and a plan is agreed.

stage "assessment and plan" { patch = true, clause = "12.4/1", owner = hoo, with = pa }
notice "personalised housing plan" { patch = true, clause = "12.4/2" }

-- 12.6 The two duties one after the other, then the main duty.

stage "prevention duty" { patch = true, clause = "12.6/1", owner = hoo }
stage "prevention duty after 56 days" { patch = true, clause = "12.6/1", owner = hoo }
stage "relief duty" { patch = true, clause = "12.6/1", owner = hoo }
stage "relief duty after 56 days" { patch = true, clause = "12.6/1", owner = hoo }
stage "main duty decision" { patch = true, clause = "12.6/2", owner = hoo }
stage "main duty" { patch = true, clause = "12.6/4", owner = hoo }

-- 12.7 Accommodation after a finding: typically up to 28 days from the decision. The Act sets no
-- number, so Medway may.

param "typical stay" { ["2021-04-01"] = days(28), clause = "12.7/2" }

stage "intentionally homeless" { patch = true, clause = "12.7/2", owner = hoo,
  without { outcome "time is over" },
  outcome "typical stay is over" { clause = "12.7/2", after = param "typical stay", close "intentionally homeless" },
}
notice "intentionality letter" { patch = true, clause = "12.7/3" }
deadline "ask for a review of the decision" { patch = true, clause = "12.7/5" }
stage "review of the decision" { patch = true, owner = hsr }

-- 12.8 The pre-intent letter goes to the young person and to the adviser; one of two managers
-- authorises the finding; leaving care can comment before it is final.

stage "minded to find intentionality" { patch = true, clause = "12.8/2", owner = hoo,
  notify { applicant, notice = "minded-to letter", as = "send the minded-to letter" },
  notify { pa, notice = "minded-to letter", as = "send the minded-to letter to the adviser" },
  go "comment of leaving care",
  outcome "finding made" { go "authorisation" },
}
stage "comment of leaving care" { clause = "12.8/4", owner = gm, open = "no days to comment are set",
  outcome "commented" { clause = "12.8/4" },
  outcome "decided first" { clause = "12.8/4", on = left "authorisation" },
}
stage "authorisation" { clause = "12.8/3", owner = any { hsr, hhs },
  outcome "authorised" { clause = "12.8/3", go { "send the finding of intentionality", "intentionally homeless" } },
  outcome "not authorised" { clause = "12.8/3", go "main duty decision" },
}
