-- The rules of `make bench` for one look at a case: made up, of the shape of a council's first triage. Each case comes to a
-- status, a duty, its owner and five dates. tests/bench/triage_loop.c carries out the same by hand.

protocol "triage" { council = "Nowhere", effective = "2026-01-01", calendar = "clock" }

calendar "clock" { zone = "UTC" }

local care = service "Social Care" { clause = "1" }

event "referral" { clause = "1" }

fact "referred_on" { date, clause = "1" }
fact "looked_days" { integer(0, 9999), clause = "1" }
fact "looked16" { yesno, clause = "1" }
fact "looked_now" { yesno, clause = "1" }
fact "legal" { one_of { "none", "s20", "s31", "sgo" }, clause = "1" }
fact "education" { yesno, clause = "1" }
fact "homeless_on" { date, clause = "1" }
fact "connection" { one_of { "same", "other", "none" }, clause = "1" }
fact "child" { yesno, clause = "1" }
fact "risk" { yesno, clause = "1" }
fact "immigration_ok" { yesno, clause = "1" }
fact "intentional" { yesno, clause = "1" }

-- 2. What follows from these

decision "state" { hit = "first", clause = "2",
  { when = { homeless_on = unknown }, value = "secure" },
  { when = { homeless_on = later_than(event "referral" + days(56)) }, value = "secure" },
  { when = { homeless_on = later_than(event "referral") }, value = "threatened" },
  { when = otherwise, value = "homeless" },
}

decision "long_care" { hit = "first", clause = "2",
  { when = { looked16 = true, looked_days = at_least(91) }, value = true },
  { when = otherwise, value = false },
}

decision "priority" { hit = "first", clause = "2",
  { when = { any { child = true, risk = true } }, value = true },
  { when = { age = between(18, 20), looked16 = true }, value = true },
  { when = otherwise, value = false },
}

decision "status" { hit = "first", clause = "3",
  { when = { age = under(16), looked_now = true }, value = "looked_after" },
  { when = { age = under(16) }, value = "none" },
  { when = { age = under(18), long_care = true, looked_now = true }, value = "eligible" },
  { when = { age = under(18), long_care = true }, value = "relevant" },
  { when = { age = under(21), long_care = true }, value = "former_relevant" },
  { when = { age = under(25), long_care = true, education = true }, value = "former_relevant_education" },
  { when = { age = under(25), long_care = true }, value = "former_relevant_request" },
  { when = { age = under(21), legal = "sgo" }, value = "qualifying" },
  { when = { age = under(21), looked16 = true }, value = "qualifying" },
  { when = { age = under(25), looked16 = true, education = true }, value = "qualifying_education" },
  { when = otherwise, value = "none" },
}

decision "duty" { hit = "first", clause = "4",
  { when = { age = under(16), risk = true }, value = "s47_enquiry" },
  { when = { age = under(16) }, value = "s17_assess" },
  { when = { status = "eligible" }, value = "s20_keep" },
  { when = { status = "relevant" }, value = "s23b_accommodate" },
  { when = { age = under(18), state = "homeless" }, value = "s20_offer" },
  { when = { age = under(18), state = "threatened" }, value = "s17_prevent" },
  { when = { age = under(18) }, value = "early_help" },
  { when = { immigration_ok = false,
      status = one_of { "former_relevant", "former_relevant_education", "former_relevant_request" } }, value = "s23c_support" },
  { when = { immigration_ok = false }, value = "advice_only" },
  { when = { state = "secure" }, value = "advice" },
  { when = { state = "threatened" }, value = "prevention" },
  { when = { priority = true, connection = "other", risk = false }, value = "referral" },
  { when = { priority = true, intentional = true }, value = "relief_interim_short" },
  { when = { priority = true }, value = "relief_interim" },
  { when = otherwise, value = "relief" },
}

decision "owner" { hit = "first", clause = "4",
  { when = { duty = one_of { "s47_enquiry", "s17_assess", "s20_keep", "s23b_accommodate", "s20_offer", "s23c_support" } },
    value = "social_care" },
  { when = { duty = one_of { "s17_prevent", "early_help" } }, value = "joint" },
  { when = { duty = "referral" }, value = "other_area" },
  { when = otherwise, value = "housing" },
}

-- 5. By when

stage "triage" { clause = "5", owner = care, on = event "referral", duty = "triage",
  deadline "contact at risk" { clause = "5.1", when = { risk = true }, within = hours(4) },
  deadline "contact" { clause = "5.1", when = { risk = false }, within = hours(24) },
  deadline "joint at 16 and 17" { clause = "5.2", when = { age = between(16, 17) }, within = hours(48) },
  deadline "joint" { clause = "5.2", when = { none { age = between(16, 17) } }, within = hours(72) },
  deadline "meeting under 18" { clause = "5.3", when = { age = under(18) }, within = working_days(10) },
  deadline "meeting" { clause = "5.3", when = { age = at_least(18) }, within = working_days(15) },
  deadline "letter at risk" { clause = "5.4", when = { risk = true }, by = due "contact at risk" + working_days(5) },
  deadline "letter" { clause = "5.4", when = { risk = false }, by = due "contact" + working_days(5) },
  deadline "plan before 18" { clause = "5.5",
    when = { age = under(18), referred_on = earlier_than(turns(18) - days(182)) }, by = turns(18) - days(182) },
  deadline "plan at 18" { clause = "5.5",
    when = { age = under(18), none { referred_on = earlier_than(turns(18) - days(182)) } }, by = turns(18) },
  deadline "plan before 21" { clause = "5.5",
    when = { age = between(18, 20), referred_on = earlier_than(turns(21) - days(182)) }, by = turns(21) - days(182) },
  deadline "plan at 21" { clause = "5.5",
    when = { age = between(18, 20), none { referred_on = earlier_than(turns(21) - days(182)) } }, by = turns(21) },
  deadline "plan before 25" { clause = "5.5",
    when = { age = between(21, 24), referred_on = earlier_than(turns(25) - days(182)) }, by = turns(25) - days(182) },
  deadline "plan at 25" { clause = "5.5",
    when = { age = between(21, 24), none { referred_on = earlier_than(turns(25) - days(182)) } }, by = turns(25) },
}
