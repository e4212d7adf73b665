-- Medway, 12.7: who is owed nothing more gets a letter with the reasons, the right to a review and when to
-- leave.
--
-- The letter goes out with the decision; it is listed with its clause.

protocol "letter" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
event "inquiries end" { clause = "12.7/3" }
notice "decision letter" { clause = "12.7/3", "the full reasons", "the right to ask for a review", "when to leave" }
stage "final decision" { clause = "12.7/3", owner = officer, on = event "inquiries end",
  outcome "no duty" { clause = "12.7/3", notify { applicant, notice = "decision letter", clause = "12.7/3" },
    close "no duty" } }
