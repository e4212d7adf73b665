-- Homeless at 16 or 17: the decision tree of R (G) v Southwark, from either door, until the 18th
-- birthday. Who comes to children's services has not asked housing for help by that: an application
-- under Part 7 begins at the other door, or after one of the lawful exits.
--
--     presents at 16 or 17               from the event "presents homeless": both services at once, an advocate, a bed
--     goes to housing as well            an application, where children's services were asked first
--     safe tonight at 16 or 17           emergency accommodation while it is assessed
--     assessment at 16 or 17             the next step in 1 working day, the assessment in 45 from the referral
--     accommodated under section 20      ends at 18, or with an informed refusal
--     housing help at 16 or 17           Part 7, after one of the two lawful exits; care can be asked for again
--     turned 18 in the assessment        goes on as an adult's application
--     approaching 18                     tells both services
--
-- Facts: section_20 (what the tree comes to), informed_refusal. `accommodated_under` is a fact that
-- somebody decides and records; no rule here infers it from who found, drove or paid (Surrey v BC; TT
-- and TW v Essex).

require "law"
require "parties"
require "part7"

fact "requires_accommodation" { yesno, ask = "Does the young person appear to need accommodation?" }
fact "in_this_area" { yesno, ask = "Is the young person in this council's area now, wherever home was?" }
fact "no_parent_responsible" { yesno, ask = "Is there nobody who has parental responsibility?" }
fact "lost_or_abandoned" { yesno, ask = "Is the young person lost or abandoned?" }
fact "carer_prevented" { yesno,
  ask = "Is whoever cared for the young person prevented, for whatever reason, from giving a suitable home or care?" }
fact "welfare_seriously_prejudiced" { yesno,
  ask = "Would the young person's welfare likely be seriously prejudiced without accommodation?" }
fact "wishes_considered" { yesno,
  ask = "Were the young person's wishes and feelings asked for and given weight?" }
fact "safe_tonight" { yesno, ask = "Has the young person somewhere safe to sleep tonight?" }

----------------------------------------------------------------------------------------------------
-- The tree
----------------------------------------------------------------------------------------------------

-- A refusal counts only from somebody who was fully advised, is able to decide, and was offered an
-- advocate.

decision "informed_refusal" { hit = "first", clause = "R (G) v Southwark",
  { when = { care = one_of { "not asked", "asked", "given" } }, value = false },
  { when = { any { made_fully_aware = false, capacity = false } }, value = false },
  { when = { advocate_offered = false }, value = false, clause = "Joint guidance 2018" },
  { when = { made_fully_aware = true, capacity = true, advocate_offered = true }, value = true },
}

fact "section_20" { one_of { "owed", "not a child in need", "informed refusal", "no accommodation needed", "18 or over",
    "another council's area", "not settled" },
  ask = "What do the steps of section 20 come to?" }

decision "section_20" { hit = "first", clause = "R (G) v Southwark",
  open = "to be in the area is to be there, wherever home was: from general knowledge",
  { when = { age = at_least(18) }, value = "18 or over", clause = "CA89 s.105" },
  { when = { in_need = false }, value = "not a child in need" },
  { when = { requires_accommodation = false }, value = "no accommodation needed", clause = "CA89 s.20(1)" },
  { when = { informed_refusal = true }, value = "informed refusal" },
  { when = { in_this_area = false }, value = "another council's area", clause = "CA89 s.20(1)" },
  { when = { any { no_parent_responsible = true, lost_or_abandoned = true, carer_prevented = true } }, value = "owed",
    clause = "CA89 s.20(1)" },
  { when = { age = between(16, 17), welfare_seriously_prejudiced = true }, value = "owed", clause = "CA89 s.20(3)" },
  -- In need of a home, and on none of the grounds: the tree has no exit here, and none is made up.
  { when = otherwise, value = "not settled" },
}

----------------------------------------------------------------------------------------------------
-- Whichever door
----------------------------------------------------------------------------------------------------

-- The Children Act comes first at 16 and 17, and s.183 speaks of who applies to a housing authority.
-- Who came to children's services and goes to housing as well is recorded by an event of its own.

event "asks housing for help" {}

fact "applies_to_housing" { yesno, ask = "Does an application to housing begin by that?" }
fact "asked_housing" { yesno, ask = "Has the young person asked the housing authority for help as well?" }

-- From 18 on it is asked, where it is recorded that they came to children's services.
local AS_AN_ADULT = { age = at_least(18), approached = known, any { approached = "children's services" } }

decision "applies_to_housing" { hit = "first", clause = "HA96 s.183",
  { when = { age = between(16, 17), approached = "children's services" }, value = false },
  { when = AS_AN_ADULT, value = fact "asked_housing" },
  { when = otherwise, value = true },
}

stage "homelessness application" { patch = true, when = { applies_to_housing = true } }

stage "goes to housing as well" { clause = "HA96 s.183", on = event "asks housing for help",
  go "homelessness application" }

-- An application belongs to its time: one that has ended is none of who comes for help later. As many have ended as have begun
-- where none is open; of more than four that is not looked at, and the newest is taken to be open.

fact "came_at" { instant, ask = "When did the young person last come for help, as a child or to children's services?" }

local ENDED = any { left("homelessness application", "withdrawn"), left("homelessness application", "no duty"),
  left("prevention duty", "home secured"), left("prevention duty", "ended on another ground"),
  left("prevention duty after 56 days", "home secured"), left("prevention duty after 56 days", "ended on another ground"),
  left("prevention duty after 56 days", "ended after 56 days"),
  left("relief duty", "home secured"), left("relief duty", "final offer refused"),
  left("relief duty after 56 days", "home secured"), left("relief duty after 56 days", "final offer refused"),
  left("main duty decision", "no priority need"), left("main duty decision", "not homeless, or not eligible"),
  left "main duty", left "intentionally homeless" }

local function all_ended(more)
  local times_over = {}
  for k = 1, 4 do
    times_over[k] = all { times(entered "homelessness application", at_most(k)), times(ENDED, at_least(k)), more and more(k) }
  end
  return any(times_over)
end

decision "applied_this_time" { hit = "first", clause = "HA96 s.183",
  { when = { none { times(entered "homelessness application", at_least(1)) } }, value = false },
  { when = { all_ended() }, value = false },
  { when = otherwise, value = true },
}

stage "at children's services from 18" { clause = "HA96 s.183", on = event "presents homeless", when = AS_AN_ADULT,
  set { came_at = event "presents homeless" },
}

-- What rests on a belief (interim accommodation) is owed from there on, and not for having come to
-- children's services; nor does the 18th birthday make an application of that.

decision "has_applied" { patch = true, hit = "first", clause = "HA96 s.183",
  { when = { applied_this_time = true }, value = true },
  { when = { none { times(event "presents homeless", at_least(1)) } }, value = false },
  { when = { all_ended(function(k) return times(event "presents homeless", at_most(k)) end) }, value = false },
  { when = { times(entered "at children's services from 18", at_least(1)),
      none { came_at = earlier_than(event "presents homeless") }, all(AS_AN_ADULT) }, value = fact "asked_housing" },
  { when = { times(entered "presents at 16 or 17", at_least(1)), approached = "children's services" }, value = false },
  { when = otherwise, value = true },
}

stage "presents at 16 or 17" { clause = "R (G) v Southwark", on = event "presents homeless",
  when = { age = between(16, 17) }, set { came_at = event "presents homeless" },
  go { "safe tonight at 16 or 17", "assessment at 16 or 17" },
}

-- Nowhere safe tonight: children's services accommodate while they assess; whoever came to housing
-- first is accommodated by housing, and referred.

stage "safe tonight at 16 or 17" { clause = "CA89 s.20(1)", owner = any { "Social worker", "Housing officer" },
  duty = "somewhere safe tonight",
  place { "emergency accommodation", as = "emergency accommodation by children's services", within = same_day,
    provider = "Children's services", paid_by = "Children's services", owner = "Social worker",
    when = { safe_tonight = false, approached = "children's services" }, clause = "CA89 s.20(1)" },
  place { "interim accommodation", as = "interim accommodation at 16 or 17", within = same_day,
    provider = "Housing authority", paid_by = "Housing authority", owner = "Housing officer",
    when = { safe_tonight = false, approached = "housing" }, clause = "HA96 s.188(1)" },
  outcome "the assessment has ended" { on = left "assessment at 16 or 17" },
}

always "a bed tonight at 16 or 17" { clause = "R (G) v Southwark",
  that = { any { age = at_least(18), none { tonight = "nowhere" } } } }

param "next step on a referral" { clause = "WT", ["2018-07-04"] = statutory_working_days(1) }
param "assessment at most" { clause = "WT", ["2018-07-04"] = statutory_working_days(45) }

-- The clock runs from the referral, not from its acceptance. Whoever comes to children's services
-- has been referred by that. Each assessment has a referral of its own, so that a second one a year later does not count
-- from the first; nor does one that begins because care is wanted after all.

stage "assessment at 16 or 17" { clause = "WT", owner = "Social worker", duty = "assess under the Children Act",
  refer { "Children's services", as = "refer to children's services", owner = "Housing officer",
    when = { approached = "housing" }, clause = "HA96 s.188(1)" },
  deadline "next step on the referral" { clause = "WT", within = param "next step on a referral",
    from = met "refer to children's services", when = { approached = "housing" }, met_by = event "next step decided" },
  deadline "next step on the approach" { clause = "WT", within = param "next step on a referral",
    when = { approached = "children's services" }, met_by = event "next step decided" },
  deadline "assessment after a referral" { clause = "WT", within = param "assessment at most",
    from = met "refer to children's services", when = { approached = "housing" } },
  deadline "assessment after an approach" { clause = "WT", within = param "assessment at most",
    when = { approached = "children's services" } },
  deadline "offer an advocate" { clause = "Joint guidance 2018", met_by = becomes { advocate_offered = true } },
  deadline "ask for wishes and feelings" { clause = "CA89 s.20(6)", met_by = becomes { wishes_considered = true } },
  outcome "section 20 owed" { clause = "CA89 s.20(1)", when = { section_20 = "owed" }, set { owed_section_20 = true },
    go "accommodated under section 20" },
  outcome "not a child in need" { clause = "R (G) v Southwark", when = { section_20 = "not a child in need" },
    set { owed_section_20 = false }, go "housing help at 16 or 17" },
  outcome "informed refusal" { clause = "R (G) v Southwark", when = { section_20 = "informed refusal" },
    set { owed_section_20 = false }, go "housing help at 16 or 17" },
  outcome "no accommodation needed" { clause = "CA89 s.20(1)", when = { section_20 = "no accommodation needed" } },
  outcome "another council's area" { clause = "CA89 s.20(1)", when = { section_20 = "another council's area" },
    open = "help comes first and costs are settled later: our reading; nobody is left without a bed by it",
    refer { "Another council", as = "hand over to the council of the area", clause = "CA89 s.20(1)" } },
  outcome "turned 18" { clause = "CA89 s.105", on = turns(18), go "turned 18 in the assessment" },
}
event "next step decided" {}

----------------------------------------------------------------------------------------------------
-- What follows
----------------------------------------------------------------------------------------------------

stage "accommodated under section 20" { clause = "CA89 s.20(1)", owner = "Social worker",
  duty = "accommodation under section 20",
  place { "section 20 accommodation", as = "section 20 accommodation", provider = "Children's services",
    paid_by = "Children's services", with_consent = consent "care", clause = "CA89 s.20(1)" },
  deadline "record under which law" { clause = "Surrey v BC", met_by = becomes { accommodated_under = known },
    open = "that it is recorded with who decided and when is our operational reading" },
  outcome "informed refusal" { clause = "R (G) v Southwark", on = becomes { informed_refusal = true },
    set { owed_section_20 = false }, go "housing help at 16 or 17" },
  outcome "turned 18" { clause = "CA89 s.105", on = turns(18) },
}

-- By either exit the help is housing's. Whoever came to children's services has then no application yet.

reading "housing help after an exit" { clause = "HA96 s.183", chosen = "begins with the exit",
  because = "whoever asked for a home is not sent to ask again; but a referral is no application by itself (s.213B)",
  options = { ["begins with the exit"] = true, ["begins when housing is asked"] = false } }

decision "housing_help_begins" { hit = "first", clause = "HA96 s.183",
  { when = { applied_this_time = true }, value = false },
  { when = otherwise, value = reading "housing help after an exit" },
}

stage "housing help at 16 or 17" { clause = "SI 2002/2051 art 3", owner = "Housing officer", duty = "help under Part 7",
  go { "homelessness application", when = { housing_help_begins = true } },
  outcome "wants care after all" { clause = "R (G) v Southwark", on = becomes { care = "given" },
    go "assessment at 16 or 17" },
  outcome "housed" { clause = "HA96 s.193(2)" },
  outcome "turned 18" { clause = "CA89 s.105", on = turns(18), go "turned 18 in the assessment" },
}

-- The duty of s.20 is owed up to the birthday and not after it. What was late by then stays late,
-- and the young person stays where they are: an adult's application takes over.

stage "turned 18 in the assessment" { clause = "CA89 s.105", owner = "Social worker",
  open = "no text says how the services hand over on the birthday",
  notify { "Housing officer", as = "hand over at 18" },
  go { "homelessness application", when = { any { applied_this_time = false,
    none { times(entered "relief duty", at_least(1)), times(entered "prevention duty", at_least(1)) } } } } }

-- When 18 is near is not fixed by law. An assessment may take 45 working days, so from there on it
-- may not end in time.

reading "when 18 is near" { clause = "WT", chosen = "45 working days before",
  options = {
    ["45 working days before"] = turns(18) - statutory_working_days(45),
    ["3 months before"] = turns(18) - months(3),
    ["6 months before"] = turns(18) - months(6),
  } }

stage "approaching 18" { clause = "WT", owner = "Social worker",
  on = any { reading "when 18 is near", event "presents homeless" },
  when = { age = 17, none { today = earlier_than(reading "when 18 is near") },
    times(event "presents homeless", at_least(1)) },
  notify { "Social worker", as = "tell children's services that 18 is near" },
  notify { "Housing officer", as = "tell housing that 18 is near" },
}
