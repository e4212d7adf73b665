-- Luton, referrals to housing: the assessment is done 10 working days after MASH is told, and in any case
-- before the notice to leave ends.
--
-- Told on Monday 1 June 2026: 10 working days end with Monday 15 June. A notice that ends on 10 June comes
-- first: by that day, the day itself included. Without a notice the 15th holds.

protocol "earliest-of-several" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Duty officer" {}
event "MASH is told" { clause = "referrals-to-housing.10" }

stage "child in need assessment" { clause = "referrals-to-housing.10", owner = officer, on = event "MASH is told",
  deadline "assessment" { clause = "referrals-to-housing.10",
    by = any { event "MASH is told" + working_days(10), fact "notice_ends_on" } },
  outcome "assessed" { clause = "referrals-to-housing.10", close "assessed" },
}
