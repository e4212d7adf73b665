-- Leaving-care status by the Children Act 1989, from the periods that a case lists and the date of birth.
--
-- A protocol says `require "leaving_care"` and reads any of the facts below; only those that it reads, and what they need,
-- are worked out. Periods known to the day or to the minute decide what they can decide. Where they do not, the answer is
-- "no" only if the case says that its history is complete, and else it is asked: unknown stays unknown.
--
--     care_status_in_law       which status the Act gives: the answer of this module
--     looked_after_now         looked after, by order or for more than 24 hours
--     thirteen_weeks           looked after for 13 weeks in all since 14
--     eligible_on_leaving      was eligible when last ceasing to be looked after
--     settled_at_home          six months at home, which ends being relevant until it breaks down
--     in_care_at_16_or_17      the wide test: looked after, accommodated or fostered, if only for one night
--     guardianship_after_care  special guardianship that followed being looked after
--     personal_adviser         whether one is owed, or owed when asked for
--     corporate_parenting      whether the principles of corporate parenting bind the council towards them
--     help_with_education      a duty, a power, by the care plan or the pathway plan, or none
--     leaver_status            what the record states, else the Act; its classes in_care, care_leaver, in_or_from_care

require "law"

----------------------------------------------------------------------------------------------------
-- Looked after
----------------------------------------------------------------------------------------------------

-- A child in care under an order is looked after at once; one who is accommodated, once that has lasted for more than 24
-- hours. The hours elapse: the night in October in which the clocks go back has 25 of them, that in March 23. A child who is
-- remanded to youth detention accommodation is treated as looked after, from the first hour; a sentence does no such thing.

decision "looked_after_now" { hit = "first", clause = "CA89 s.22(1)",
  { when = { age = at_least(18) }, value = false },
  -- What is recorded as given under one of these powers is not the accommodation that s.22(1) means.
  { when = { accommodated_under = known,
      any { accommodated_under = one_of { "section_17", "section_23B", "section_24B" } } }, value = false },
  { when = { ["on remand"] = running(over(hours(0))) }, value = true, clause = "LASPO12 s.104" },
  { when = { ["looked after"] = running(over(hours(24))) }, value = true, clause = "CA89 s.22(2)" },
  { when = { ["looked after"] = running(over(hours(0))),
      legal_status = one_of { "interim_care_order", "care_order", "freeing_order", "placement_order" } },
    value = true },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "is_looked_after" },
}

----------------------------------------------------------------------------------------------------
-- Thirteen weeks since 14
----------------------------------------------------------------------------------------------------

-- One period or several; days are counted with both ends in, a shared day once. A series of planned short breaks is a
-- kind of its own ("short breaks") and is never counted (SI 2010/959 reg 40(2)). Days on remand count like days looked after.

param "weeks in care" { clause = "SI 2010/959 reg 40(1)", ["2001-10-01"] = weeks(13) }

-- The Act speaks of a period that "began after" 14. A period that began at 13 and goes on: do its days after the birthday
-- count, or none of them? Councils' own queries clip.

reading "13 weeks across the 14th birthday" { clause = "CA89 Sch 2 para 19B", chosen = "clipped",
  options = {
    ["clipped"] = total(at_least(param "weeks in care"),
      { from = turns(14), to = turns(18), lasting = over(hours(24)), together = "on remand" }),
    ["left out"] = total(at_least(param "weeks in care"),
      { from = turns(14), to = turns(18), lasting = over(hours(24)), together = "on remand", straddling = "left out" }),
  } }

decision "thirteen_weeks" { hit = "first", clause = "CA89 Sch 2 para 19B",
  { when = { ["looked after"] = reading "13 weeks across the 14th birthday" }, value = true },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "had_13_weeks_in_care" },
}

decision "looked_after_from_16" { hit = "first", clause = "CA89 Sch 2 para 19B",
  { when = { ["looked after"] = total(at_least(days(1)),
      { from = turns(16), to = turns(18), lasting = over(hours(24)) }) }, value = true },
  { when = { ["on remand"] = total(at_least(days(1)), { from = turns(16), to = turns(18) }) }, value = true,
    clause = "LASPO12 s.104" },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "was_looked_after_from_16" },
}

-- Nobody who is not looked after can have more or fewer days now than when that ended.

decision "eligible_on_leaving" { hit = "first", clause = "CA89 s.23A(2)",
  { when = { looked_after_now = false, looked_after_from_16 = true, thirteen_weeks = true }, value = true },
  { when = otherwise, value = false },
}

decision "looked_after_at_18" { hit = "first", clause = "CA89 s.23C(1)",
  { when = { age = at_least(18), ["looked after"] = running(over(hours(24)), { from = turns(18) }) }, value = true },
  { when = { age = at_least(18), ["on remand"] = running(over(hours(0)), { from = turns(18) }) }, value = true,
    clause = "LASPO12 s.104" },
  { when = otherwise, value = false },
}

----------------------------------------------------------------------------------------------------
-- Six months at home
----------------------------------------------------------------------------------------------------

decision "settled_at_home" { hit = "first", clause = "SI 2010/2571 reg 3(5)",
  open = "time at home before leaving care is counted like time after it",
  { when = { ["at home"] = running(at_least(months(6))) }, value = true },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "at_home_six_months" },
}

-- Whether somebody of 18 or more would be relevant "if under 18" is judged as it stood on the 18th birthday.

decision "settled_at_home_at_18" { hit = "first", clause = "SI 2010/2571 reg 3(5)",
  open = "read as it stood on the 18th birthday; a later return to parents changes nothing",
  { when = { age = under(18) }, value = false },
  { when = { ["at home"] = running(at_least(months(6)), { from = turns(18) }) }, value = true },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "was_at_home_six_months_at_18" },
}

----------------------------------------------------------------------------------------------------
-- In hospital or detained on turning 16
----------------------------------------------------------------------------------------------------

decision "in_hospital_or_detained_at_16" { hit = "first", clause = "SI 2010/2571 reg 3",
  { when = { any { ["in hospital"] = any_at(turns(16)), ["in custody"] = any_at(turns(16)) } }, value = true },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "was_in_hospital_or_detained_at_16" },
}

decision "thirteen_weeks_by_16" { hit = "first", clause = "SI 2010/2571 reg 3",
  open = "days looked after while in hospital or detained are not told apart from days before it",
  { when = { ["looked after"] = total(at_least(param "weeks in care"),
      { from = turns(14), to = turns(16), lasting = over(hours(24)), together = "on remand" }) }, value = true },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "had_13_weeks_in_care" },
}

decision "relevant_by_extra_limb" { hit = "first", clause = "SI 2010/2571 reg 3",
  { when = { in_hospital_or_detained_at_16 = true, thirteen_weeks_by_16 = true, care_order = false,
      looked_after_now = false }, value = true },
  { when = otherwise, value = false },
}

----------------------------------------------------------------------------------------------------
-- Looked after, accommodated or fostered at 16 or 17; guardianship
----------------------------------------------------------------------------------------------------

-- The wide test of s.24(2), which priority need at 18 to 20 shares: one night is enough, except in hospital, a residential
-- school or a care home, where it takes three months.

decision "in_care_at_16_or_17" { hit = "first", clause = "CA89 s.24(2)",
  { when = { any {
      ["looked after"] = total(at_least(days(1)),
        { from = turns(16), to = turns(18), lasting = over(hours(24)) }),
      ["on remand"] = total(at_least(days(1)), { from = turns(16), to = turns(18) }),
      ["privately fostered"] = total(at_least(days(1)), { from = turns(16), to = turns(18) }),
      ["accommodated by others"] = total(at_least(days(1)), { from = turns(16), to = turns(18) }),
      ["in hospital"] = total(at_least(days(1)),
        { from = turns(16), to = turns(18), lasting = at_least(months(3)) }),
      ["in a residential school or home"] = total(at_least(days(1)),
        { from = turns(16), to = turns(18), lasting = at_least(months(3)) }),
    } }, value = true },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "was_in_care_at_16_or_17" },
}

-- "Was, but is no longer": whoever is still fostered or accommodated so, and not yet 18, does not qualify yet.

decision "still_accommodated_or_fostered" { hit = "first", clause = "CA89 s.24(1B)",
  { when = { age = at_least(18) }, value = false },
  { when = { any {
      ["privately fostered"] = running(over(hours(0))),
      ["accommodated by others"] = running(over(hours(0))),
      ["in hospital"] = running(at_least(months(3))),
      ["in a residential school or home"] = running(at_least(months(3))),
    } }, value = true },
  { when = otherwise, value = false },
}

decision "guardianship_after_care" { hit = "first", clause = "CA89 s.24(1A)",
  { when = { age = under(18),
      ["special guardianship"] = running(over(hours(0)), { follows = "looked after" }) }, value = true },
  { when = { age = at_least(18),
      ["special guardianship"] = running(over(hours(0)), { from = turns(18), follows = "looked after" }) },
    value = true },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "had_guardianship_after_care" },
}

----------------------------------------------------------------------------------------------------
-- The status
----------------------------------------------------------------------------------------------------

fact "care_status_in_law" { one_of { "looked_after", "eligible", "relevant", "former_relevant", "qualifying",
    "none" },
  ask = "Which leaving-care status does the Children Act give?" }

decision "care_status_in_law" { hit = "first", clause = "CA89 s.23A(2)",
  { when = { adopted = true }, value = "none", clause = "ACA02 s.46" },
  { when = { age = between(16, 17), looked_after_now = true, thirteen_weeks = true },
    value = "eligible", clause = "CA89 Sch 2 para 19B" },
  { when = { age = under(18), looked_after_now = true }, value = "looked_after", clause = "CA89 s.22(1)" },
  { when = { age = under(16) }, value = "none", clause = "CA89 s.22(1)" },
  { when = { age = between(16, 17), eligible_on_leaving = true, settled_at_home = false }, value = "relevant",
    clause = "CA89 s.23A(2)" },
  { when = { age = between(16, 17), relevant_by_extra_limb = true, settled_at_home = false }, value = "relevant",
    clause = "SI 2010/2571 reg 3" },
  { when = { age = between(18, 24), looked_after_at_18 = true, thirteen_weeks = true }, value = "former_relevant",
    clause = "CA89 s.23C(1)" },
  { when = { age = between(18, 24), any { eligible_on_leaving = true, relevant_by_extra_limb = true },
      settled_at_home_at_18 = false }, value = "former_relevant", clause = "CA89 s.23C(1)" },
  { when = { age = between(16, 20), in_care_at_16_or_17 = true, still_accommodated_or_fostered = false },
    value = "qualifying", clause = "CA89 s.24(1B)" },
  { when = { age = between(16, 20), guardianship_after_care = true }, value = "qualifying",
    clause = "CA89 s.24(1A)" },
  { when = otherwise, value = "none", clause = "CA89 s.24(1B)" },
}

-- What the record states wins over what is derived: the authority decides a status, and may know more than is listed here.

fact "leaver_status" { one_of { "looked_after", "eligible", "relevant", "former_relevant", "qualifying", "none" },
  ask = "Which leaving-care status is the young person treated under?" }

decision "leaver_status" { hit = "first", clause = "CA89 s.23A(2)",
  { when = { care_status = known }, value = fact "care_status" },
  { when = otherwise, value = fact "care_status_in_law" },
}

decision "in_care" { hit = "first", clause = "CA89 s.22(1)",
  { when = { leaver_status = one_of { "looked_after", "eligible" } }, value = true },
  { when = { leaver_status = known }, value = false },
}

decision "care_leaver" { hit = "first", clause = "CA89 s.23A(2)",
  { when = { leaver_status = "relevant" }, value = true },
  { when = { leaver_status = "former_relevant" }, value = true, clause = "CA89 s.23C(1)" },
  { when = { leaver_status = "qualifying" }, value = true, clause = "CA89 s.24(1B)" },
  { when = { leaver_status = known }, value = false },
}

decision "in_or_from_care" { hit = "first", clause = "CA89 s.22(1)",
  { when = { leaver_status = "none" }, value = false },
  { when = { leaver_status = known }, value = true },
}

----------------------------------------------------------------------------------------------------
-- The personal adviser
----------------------------------------------------------------------------------------------------

decision "personal_adviser" { hit = "first", clause = "CA89 s.23C(3)",
  { when = { leaver_status = "eligible" }, value = "owed", clause = "CA89 Sch 2 para 19C" },
  { when = { leaver_status = "relevant" }, value = "owed", clause = "CA89 s.23B(2)" },
  { when = { leaver_status = "former_relevant", age = under(21) }, value = "owed" },
  { when = { leaver_status = "former_relevant", age = under(25), in_programme = true }, value = "owed",
    clause = "CA89 s.23C(7)" },
  { when = { leaver_status = "former_relevant", age = under(25), adviser_wanted = true }, value = "owed",
    clause = "CA89 s.23CZB" },
  { when = { leaver_status = "former_relevant", age = under(25) }, value = "when asked for",
    clause = "CA89 s.23CZB" },
  { when = otherwise, value = "not owed" },
}

----------------------------------------------------------------------------------------------------
-- Corporate parents; help with education
----------------------------------------------------------------------------------------------------

-- Whether the principles of corporate parenting bind the council, be it of a county or of a district, towards this young
-- person.

decision "corporate_parenting" { hit = "first", clause = "CSWA17 s.1",
  { when = { leaver_status = one_of { "looked_after", "eligible", "relevant" } }, value = true },
  { when = { leaver_status = "former_relevant", age = under(25) }, value = true },
  { when = otherwise, value = false },
}

fact "help_with_education" { one_of { "a duty", "a power", "through the care plan", "through the pathway plan", "none" },
  ask = "Must, or may, children's services help with education or training?" }

-- Who qualified, and is 21 or over by now, is past being qualifying and not past this.

decision "help_with_education" { hit = "first", clause = "CA89 s.24B",
  open = "who wishes to take up a programme, and what help is needed, is judged",
  { when = { leaver_status = "looked_after" }, value = "through the care plan", clause = "SI 2010/959 reg 4" },
  { when = { leaver_status = "eligible" }, value = "through the pathway plan", clause = "CA89 Sch 2 para 19B" },
  { when = { leaver_status = "relevant" }, value = "through the pathway plan", clause = "CA89 s.23B(3)" },
  { when = { leaver_status = "former_relevant", age = under(25) }, value = "a duty", clause = "CA89 s.23CA" },
  { when = { leaver_status = "qualifying" }, value = "a power" },
  { when = { age = between(21, 24), in_care_at_16_or_17 = true }, value = "a power" },
  { when = otherwise, value = "none" },
}
