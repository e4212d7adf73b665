-- Local connection: two tests that are often taken for one.
--
--     local_connection          Part 7, homelessness (s.199): may another authority be asked to take
--                               over? It still applies to care leavers, and gives them more
--                               connections than others have
--     care_leaver_connection    the two that only care leavers have
--     section_23c_owed          whether the duties of s.23C, which carry the first, are still owed
--     part_6_connection_test    Part 6, the housing register: "allowed" or "barred". From 10 July 2025
--                               it is barred against an eligible, relevant or under-25 former relevant
--                               child; not against one who only qualifies
--
-- A lack of local connection never bars interim accommodation (HA96 s.188), nor priority need.

require "law"
require "leaving_care"

fact "lives_here_by_choice" { yesno,
  ask = "Does, or did, the young person normally live in this district by their own choice? (In practice: 6 of the last 12 "
    .. "months, or 3 of the last 5 years)" }
fact "works_here" { yesno, ask = "Does the young person work in this district?" }
fact "family_here" { yesno, ask = "Does the young person have close family in this district?" }
fact "special_circumstances_here" { yesno, ask = "Do special circumstances tie the young person to this district?" }
fact "section_23c_owed_by" { one_of { "this council", "the county of this district", "another council" },
  ask = "Which council owes, or last owed, the young person the duties of a former relevant child?" }
fact "in_care_here" { spells, ask = "When was the young person in care and placed in this district?" }
fact "in_care_here_for_two_years" { yesno,
  ask = "Did the young person live in this district in care for two years without a break, some of it before 16?" }

decision "section_23c_owed" { hit = "first", clause = "CA89 s.23C(6)",
  { when = { leaver_status = "former_relevant", age = under(21) }, value = true },
  { when = { leaver_status = "former_relevant", age = under(25), in_programme = true }, value = true,
    clause = "CA89 s.23C(7)" },
  { when = otherwise, value = false },
}

decision "connected_by_23c" { hit = "first", clause = "HA96 s.199(8)",
  { when = { section_23c_owed = true, section_23c_owed_by = "this council" }, value = true },
  { when = otherwise, value = false },
}

-- A county is no housing authority: who is owed the duties by a county belongs to every district of
-- it.

decision "connected_by_county" { hit = "first", clause = "HA96 s.199(8)",
  { when = { section_23c_owed = true, section_23c_owed_by = "the county of this district" }, value = true },
  { when = otherwise, value = false },
}

-- Two years without a break are counted by the calendar: from a day to the eve of its second
-- return.

decision "connected_by_two_years_in_care" { hit = "first", clause = "HA96 s.199(10)",
  { when = { age = under(21), in_care_here = longest(at_least(years(2))),
      any { in_care_here = any_at(turns(16) - days(1)),
        all { in_care_here = longest(at_least(years(2)), { to = turns(16) }) } } },
    value = true },
  { when = { age = under(21), in_care_here_for_two_years = true }, value = true },
  { when = otherwise, value = false },
}

decision "care_leaver_connection" { hit = "first", clause = "HA96 s.199(8)",
  { when = { any { connected_by_23c = true, connected_by_county = true, connected_by_two_years_in_care = true } },
    value = true },
  { when = otherwise, value = false },
}

decision "local_connection" { hit = "first", clause = "HA96 s.199",
  open = "looked at as it stands on the day of the decision, or of the review",
  { when = { any { lives_here_by_choice = true, works_here = true, family_here = true,
      special_circumstances_here = true, care_leaver_connection = true } }, value = true },
  { when = otherwise, value = false },
}

fact "part_6_connection_test" { one_of { "allowed", "barred" },
  ask = "May the housing register ask this young person for a local connection?" }

decision "part_6_connection_test" { hit = "first", clause = "HA96 s.160ZA",
  { when = { leaver_status = one_of { "eligible", "relevant" } }, value = "barred", clause = "SI 2025/706" },
  { when = { leaver_status = "former_relevant", age = under(25) }, value = "barred", clause = "SI 2025/706" },
  { when = otherwise, value = "allowed" },
}
