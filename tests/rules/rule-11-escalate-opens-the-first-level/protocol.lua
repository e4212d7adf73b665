-- Rule 11: "`escalate` opens its first level too"
--
-- A complaint escalates by the script's own words: the first level opens then, and its effects
-- run.

protocol "rule-11" { council = "Nowhere", effective = "2018-01-01" }

local sw = role "Social worker" {}

event "complains" { clause = "11" }

stage "complaint" { clause = "11", on = event "complains", escalate "dispute" }
ladder "dispute" { clause = "11",
  { owner = "team manager", notify { sw, as = "tell the social worker", clause = "11" } },
  { owner = "director" },
}
