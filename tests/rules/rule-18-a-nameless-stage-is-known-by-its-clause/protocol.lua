-- Rule 18: an effects-only stage may be nameless and is keyed by its clause; so two of them are told apart, in the
-- results and in the log, as "4.2" and "4.3".

protocol "rule-18" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

stage { clause = "4.2", on = event "presents homeless", notify { officer } }
stage { clause = "4.3", on = event "evicted", notify { officer } }
