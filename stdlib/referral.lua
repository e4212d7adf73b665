-- Duties to refer and to tell, between services.
--
--     duty to refer                   s.213B: public bodies refer to a housing authority that the
--                                     person chooses, with consent
--     tell children's services        s.213A: a household with a child may be ineligible, or
--                                     intentionally homeless
--     ask about school and health     s.213AA, by section 11 of the 2026 Act: off until commenced
--     help asked for between authorities    CA89 s.27
--
-- A referral is no application: nothing here starts one.

require "law"
require "parties"
require "part7"

event "may be homeless or threatened" {} -- seen by a public body in the course of its work
event "children's services ask for help" {}
event "child placed in temporary accommodation" {}

consent "referral" { ask = "Does the young person agree to be referred to a housing authority?" }
consent "telling children's services" { ask = "Does the household agree that children's services are told?" }
consent "telling school and health" { ask = "Does the parent, or the young person who lives independently, agree?" }
fact "authority_chosen" { text, ask = "Which housing authority does the young person choose?" }
fact "household_with_child" { yesno, ask = "Is somebody under 18 in the household?" }

stage "duty to refer" { clause = "HA96 s.213B", owner = "Children's services",
  on = event "may be homeless or threatened", open = "no time is set",
  expected = { gap = "it waits for an answer about consent, and for the authority that is chosen" },
  deadline "ask which authority the young person chooses" { clause = "HA96 s.213B",
    met_by = becomes { authority_chosen = known } },
  refer { "Housing authority", as = "refer under the duty to refer", with_consent = consent "referral",
    clause = "HA96 s.213B" },
  outcome "referred" { clause = "HA96 s.213B", when = { authority_chosen = known, referral = "given" } },
  outcome "no consent" { clause = "HA96 s.213B", when = { referral = one_of { "refused", "withdrawn" } } },
}

stage "tell children's services" { clause = "HA96 s.213A", owner = "Housing officer",
  on = becomes { has_applied = true, household_with_child = true, any { eligible = false, intentionally_homeless = true } },
  open = "no time is set",
  refer { "Children's services", as = "tell children's services under s.213A",
    with_consent = consent "telling children's services", clause = "HA96 s.213A" } }

stage "help asked for between authorities" { clause = "CA89 s.27", owner = "Housing authority",
  on = event "children's services ask for help", open = "no time is set",
  outcome "help given" { clause = "CA89 s.27" },
  outcome "not compatible with its own duties" { clause = "CA89 s.27" } }

param "time to tell school and health" { clause = "CWSA26 s.11", ["2026-04-29"] = days(14) }

stage "ask about school and health" { clause = "CWSA26 s.11", owner = "Housing officer",
  on = event "child placed in temporary accommodation",
  open = "whom it asks at 16 or 17: the young person, if they live independently",
  deadline "tell school and health" { clause = "CWSA26 s.11", from = becomes { ["telling school and health"] = "given" },
    within = param "time to tell school and health", counting = "beginning with" },
  outcome "told" { clause = "CWSA26 s.11", when = { ["telling school and health"] = "given" } },
  outcome "not agreed" { clause = "CWSA26 s.11",
    when = { ["telling school and health"] = one_of { "refused", "withdrawn" } } } }
