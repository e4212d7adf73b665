-- Medway 2021, sections 13 and 14: differences between the services, monitoring and review. Worked out by hand from the table
-- of clauses (protocols/clauses/medway-2021.tsv); the comments are the workings.

use "medway-2021"

----------------------------------------------------------------------------------------------------
-- 13. Dispute resolution
----------------------------------------------------------------------------------------------------

scenario "A difference over Homechoice is settled by those in the case" { clauses = { "13.1/1", "13.1/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "difference over Homechoice or supported accommodation"
expect.stage "difference over a home" { owner = { "Personal Advisor", "Rehousing Team" }, clause = "13.1/1" }
at "2026-02-03 10:00"
answer("difference over a home", "as leaving care proposes")
expect.stage "difference over a home" { outcome = "as leaving care proposes", left = "2026-02-03 10:00" }
expect.no "escalation"

-- No rung has a time: the next opens when they still differ.
scenario "They differ: the officer of the Rehousing Team, then the managers of both sides" {
  clauses = { "13.1/1", "13.1/2", "13.1/3" },
}
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "difference over Homechoice or supported accommodation"
sign("difference over a home", "as leaving care proposes", "Personal Advisor")
sign("difference over a home", "as housing proposes", "Rehousing Team")
expect.escalation "difference over a home" { level = 1, owner = { "Personal Advisor", "Rehousing Team" }, clause = "13.1/2" }
at "2026-02-09 10:00"
sign("difference over a home", "as leaving care proposes", "Personal Advisor")
expect.escalation "difference over a home" {
  level = 2, owner = { "Leaving Care Team Manager", "Rehousing Team Manager" }, clause = "13.1/3",
}
at "2026-02-16 10:00"
answer("difference over a home", "as housing proposes")
expect.stage "difference over a home" { outcome = "as housing proposes" }

scenario "A difference over an application: Housing Options, then its manager" { clauses = { "13.1/1", "13.1/2", "13.1/3" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "difference over a homelessness application"
expect.stage "difference over homelessness" { owner = { "Personal Advisor", "Housing Options Team" }, clause = "13.1/1" }
sign("difference over homelessness", "as leaving care proposes", "Personal Advisor")
sign("difference over homelessness", "as housing proposes", "Housing Options Team")
expect.escalation "difference over homelessness" {
  level = 1, owner = { "Personal Advisor", "Housing Options Team" }, clause = "13.1/2",
}
sign("difference over homelessness", "as leaving care proposes", "Personal Advisor")
expect.escalation "difference over homelessness" {
  level = 2, owner = { "Leaving Care Team Manager", "Housing Solutions and Reviews Manager" }, clause = "13.1/3",
}
at "2026-02-16 10:00"
answer("difference over homelessness", "as leaving care proposes")
expect.stage "difference over homelessness" { outcome = "as leaving care proposes" }

-- The manager authorised the finding (12.8/3) and is to settle the dispute over it (13.1/3): as read, nothing bars that.
scenario "One manager in both parts" { clauses = { "13.1/3" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "difference over a homelessness application"
fact { authorised_and_arbitrates = true }
expect.decision "both_parts_barred" { value = false, clause = "13.1/3" }
expect.reading "one manager in both parts" { chosen = "is not barred", clause = "13.1/3", against = "12.8/3" }
expect.no "breach"
answer("difference over homelessness", "as housing proposes")
expect.stage "difference over homelessness" { outcome = "as housing proposes" }

----------------------------------------------------------------------------------------------------
-- 14. Monitoring and review
----------------------------------------------------------------------------------------------------

-- Once in each quarter, as read: by 30 June 2021, done on the day; by 30 September, not done. What is done on 4 October is done
-- for the quarter that ends with December, so next by 31 March 2022. Reviewed on 31 March 2022, the last day of the year from
-- April; next by 31 March 2023.
scenario "A year of monitoring, and a review" { clauses = { "14.1/1", "14.2" } }
given {}
at "2021-04-01 09:00"
event "year of the protocol begins"
expect.deadline "quarterly monitoring" {
  status = "live", due = "2021-06-30", owner = { "16+ Leaving Care Group Manager", "Housing Rep" }, clause = "14.1/1",
}
expect.deadline "yearly review" {
  status = "live", due = "2022-03-31", owner = { "Medway Children's Services", "Medway Housing Services" }, clause = "14.2",
}
at "2021-06-30 10:00"
event "monitored at the Corporate parenting subgroup"
expect.deadline "quarterly monitoring" { status = "live", due = "2021-09-30" }
at "2021-10-04 10:00"
event "monitored at the Corporate parenting subgroup"
expect.breach "quarterly monitoring" { due = "2021-09-30", clause = "14.1/1" }
expect.deadline "quarterly monitoring" { status = "late", due = "2021-09-30", met_at = nothing }
expect.deadline "quarterly monitoring" { status = "met", due = "2021-12-31", met_at = "2021-10-04 10:00" }
expect.deadline "quarterly monitoring" { status = "live", due = "2022-03-31", since = "2022-01-01 00:00" }
expect.reading "on a quarterly basis" { chosen = "once in each quarter", clause = "14.1/1" }
at "2022-03-31 16:00"
event "protocol reviewed"
expect.deadline "yearly review" { status = "live", due = "2023-03-31" }
expect.no.breach "yearly review"

scenario "A year without a review" { clauses = { "14.2" } }
given {}
at "2021-04-01 09:00"
event "year of the protocol begins"
at "2022-04-11 10:00"
event "protocol reviewed"
expect.breach "yearly review" { due = "2022-03-31", clause = "14.2" }
expect.deadline "yearly review" { status = "met", due = "2023-03-31", met_at = "2022-04-11 10:00" }
