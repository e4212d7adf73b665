-- A protocol that asks for the whole of the module, for tests of it.

protocol "status" { council = "Nowhere", effective = "2001-01-01" }
require "leaving_care"

role "Personal adviser" {}

stage "help" {
  clause = "1", owner = "Personal adviser", on = event "presents homeless",
  when = { any { care_status_in_law = known, leaver_status = known, personal_adviser = known,
    in_care_at_16_or_17 = known, corporate_parenting = known, help_with_education = known } },
  outcome "helped" { clause = "1", close "helped" },
}
