-- A council without a text of its own: the law alone, as the modules of stdlib give it. For the
-- scenarios of this folder.
--
-- What is patched is taken; nothing is changed. A council would put its own posts, clauses and
-- figures here.

protocol "part7-2026" { council = "Nowhere", effective = "2018-04-03" }

require "part7"
require "sixteen_seventeen"
require "suitability"
require "referral"

stage "homelessness application" { patch = true }
stage "interim accommodation" { patch = true }
stage "non-co-operation" { patch = true }
stage "referral to another authority" { patch = true }
deadline "out-of-area notice" { patch = true }

decision "accommodation_owed" { patch = true }
decision "in_care" { patch = true }
decision "care_leaver" { patch = true }
decision "in_or_from_care" { patch = true }

stage "review of the decision" { patch = true }
stage "review of the end of prevention" { patch = true }
stage "review of the steps of the plan" { patch = true }
stage "review of the referral" { patch = true }
stage "review of the arbitrated referral" { patch = true }

stage "review of the suitability of the accommodation" { patch = true }
stage "review of the suitability of the final offer" { patch = true }

stage "accommodation pending a review" { patch = true }
stage "vacation of a student" { patch = true }

decision "part_6_connection_test" { patch = true }
decision "corporate_parenting" { patch = true }
decision "help_with_education" { patch = true }
decision "is_bed_and_breakfast" { patch = true }
decision "bed_and_breakfast_to_avoid" { patch = true }

stage "presents at 16 or 17" { patch = true }
stage "approaching 18" { patch = true }
always "a bed tonight at 16 or 17" { patch = true }

stage "in bed and breakfast" { patch = true }
never "bed and breakfast at 16 or 17" { patch = true }
never "bed and breakfast although there is something else" { patch = true }
never "supported accommodation without a registered provider" { patch = true }

stage "duty to refer" { patch = true }
stage "tell children's services" { patch = true }
stage "ask about school and health" { patch = true }
stage "help asked for between authorities" { patch = true }
decision "intentionality_exceptional" { patch = true }
stage "review of the suitability of the private rented offer" { patch = true }
