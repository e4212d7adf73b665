-- Priority need under the Housing Act 1996 and the order of 2002: what somebody must be in for more
-- than the relief duty.
--
--     priority_need                whether somebody is in priority need: the answer of this module
--     priority_need_article_3      16 or 17, neither a relevant child nor owed a duty under s.20
--     priority_need_article_4      under 21, in care at 16 or 17: one night is enough, and no leaving-care status is asked for
--     priority_need_article_5      21 or over, and vulnerable as a result of having been in care, however long ago
--     relevant_student             a care leaver and full-time student in the vacation, whom children's services help instead
--     vacation of a student        that help: a stage
--
-- The other grounds (children in the household, pregnancy, vulnerability for another reason and so
-- on) are one question here.

require "law"
require "leaving_care"
require "parties"

fact "owed_section_20" { yesno, ask = "Do children's services owe the young person accommodation under section 20?" }
fact "term_time_home_closed" { yesno, presumed = false,
  ask = "Is the term-time home of a student closed to them in the vacation?" }
fact "was_in_care_at_any_time" { yesno,
  ask = "Was the young person looked after, accommodated or fostered at any time?" }
fact "vulnerable_from_care" { yesno, clause = "Hotak v Southwark",
  ask = "Having been in care, is the young person significantly more vulnerable than an ordinary person made homeless?" }
fact "priority_need_on_other_ground" { yesno,
  ask = "Is there another ground of priority need, such as a child, a pregnancy or another vulnerability?" }

-- Until children's services have decided about s.20, nobody of 16 or 17 can be told to be outside
-- article 3, or in it.

decision "priority_need_article_3" { hit = "first", clause = "SI 2002/2051 art 3",
  { when = { age = between(16, 17), owed_section_20 = false,
      leaver_status = one_of { "looked_after", "eligible", "former_relevant", "qualifying", "none" } }, value = true },
  { when = otherwise, value = false },
}

-- Articles 4 and 5 both leave such a student out. It is one whom s.24B lets children's services help: in care at 16 or 17, or
-- under guardianship after care. Who left care before 16 has no such help, and is not left out of article 5. Until what age
-- somebody is one: two pages that were read differ.

reading "a relevant student is under" { clause = "SI 2002/2051 art 5", chosen = "25",
  options = { ["25"] = 25, ["24"] = 24 } }

decision "relevant_student" { hit = "first", clause = "SI 2002/2051 art 4",
  { when = { age = at_least(reading "a relevant student is under") }, value = false, clause = "SI 2002/2051 art 5" },
  { when = { activity = one_of { "higher_education", "education" }, full_time = true, term_time_home_closed = true,
      any { in_care_at_16_or_17 = true, guardianship_after_care = true } }, value = true },
  { when = otherwise, value = false },
}

-- Towards them it is children's services who act: somewhere to stay, or the money for it; also towards who would still qualify
-- if they were under 21.

stage "vacation of a student" { clause = "CA89 s.24B(5)", owner = "Children's services",
  on = becomes { relevant_student = true, any { leaver_status = one_of { "former_relevant", "qualifying" },
    all { age = between(21, 24), in_care_at_16_or_17 = true } } },
  duty = "somewhere to stay in the vacation, or the money for it",
  outcome "term begins" { clause = "CA89 s.24B(5)", on = becomes { relevant_student = false } },
}

-- The article names no age at which it begins; what it asks for cannot be so before 16. Read by its
-- words, it would give back to a relevant child what article 3 takes away.

reading "article 4 begins at" { clause = "SI 2002/2051 art 4", chosen = "18",
  options = { ["18"] = 18, ["16, by its words"] = 16 } }

decision "priority_need_article_4" { hit = "first", clause = "SI 2002/2051 art 4",
  { when = { age = between(reading "article 4 begins at", 20), in_care_at_16_or_17 = true, relevant_student = false,
      looked_after_now = false }, value = true },
  { when = otherwise, value = false },
}

decision "in_care_at_any_time" { hit = "first", clause = "SI 2002/2051 art 5",
  { when = { any { in_care_at_16_or_17 = true, ["looked after"] = total(at_least(days(1))) } }, value = true },
  { when = { history_complete = true }, value = false },
  { when = otherwise, value = fact "was_in_care_at_any_time" },
}

decision "priority_need_article_5" { hit = "first", clause = "SI 2002/2051 art 5",
  { when = { age = at_least(21), vulnerable_from_care = true, in_care_at_any_time = true,
      relevant_student = false }, value = true },
  { when = otherwise, value = false },
}

decision "priority_need" { hit = "first", clause = "HA96 s.189(1)",
  -- Known to be pregnant is enough, whatever is decided on s.20; not known, it is asked with the other grounds.
  -- A child who is known to live with them is, too.
  { when = { pregnant = known, any { pregnant = true } }, value = true },
  { when = { child_lives_with_them = known, any { child_lives_with_them = true } }, value = true },
  { when = { any { priority_need_article_3 = true, priority_need_article_4 = true, priority_need_article_5 = true,
      priority_need_on_other_ground = true } }, value = true },
  { when = otherwise, value = false },
}
