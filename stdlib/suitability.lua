-- What is suitable: bed and breakfast, and supported accommodation.
--
--     is_bed_and_breakfast       what counts as such, by the definitions of 2003, 2022 and 2023
--     bed_and_breakfast_limit    which limit holds: "never", "2 working days", "6 weeks", "none named"
--     in bed and breakfast       a stage that begins when the place for tonight is "bed and
--                                breakfast", with the limit
--     bed_and_breakfast_to_avoid what the code asks for care leavers under 25
--     registered_provider        whether the provider of supported accommodation must be registered
--     never "bed and breakfast at 16 or 17", "bed and breakfast although there is something else",
--           "supported accommodation without a registered provider"
--
-- Who records the place "bed and breakfast" has decided that it is; is_bed_and_breakfast says by which test.

require "law"
require "parties"
require "leaving_care"

fact "new_arrival" { yesno, presumed = false,
  ask = "Is this a family who arrived in this country not long ago and are covered by the exemption of that time?" }
fact "nothing_else_available" { yesno, ask = "Is no other accommodation available?" }
fact "provider_registered" { yesno, ask = "Is the provider registered with Ofsted?" }

----------------------------------------------------------------------------------------------------
-- What bed and breakfast is
----------------------------------------------------------------------------------------------------

fact "self_contained" { yesno, ask = "Is the accommodation separate and self-contained?" }
fact "facilities_shared" { yesno,
  ask = "Is a toilet, somewhere to wash, or somewhere to cook shared with another household?" }
fact "nowhere_to_cook" { yesno, ask = "Is there nowhere at all to cook?" }
fact "owned_or_managed_by" { one_of { "council", "registered provider", "voluntary body", "private home", "somebody else" },
  ask = "Who owns or manages the accommodation?" }

decision "is_bed_and_breakfast" { hit = "first", clause = "SI 2003/3326",
  { when = { self_contained = true }, value = false },
  { when = { owned_or_managed_by = one_of { "council", "registered provider", "voluntary body" } }, value = false },
  { when = { owned_or_managed_by = "private home" }, value = false, clause = "SI 2003/3326, private homes" },
  { when = { facilities_shared = true }, value = true },
  { when = { nowhere_to_cook = true }, value = true, clause = "SI 2003/3326, nowhere to cook" },
  { when = otherwise, value = false },
}

----------------------------------------------------------------------------------------------------
-- For whom, and for how long
----------------------------------------------------------------------------------------------------

-- The six weeks are for families, and no licence for anybody else. They hold for a care leaver with a child too, beside
-- the shorter limit of guidance.

decision "six_weeks_hold" { hit = "first", clause = "SI 2003/3326",
  { when = { any { pregnant = true, child_lives_with_them = true }, new_arrival = true }, value = false,
    clause = "SI 2003/3326, new arrivals" },
  { when = { any { pregnant = true, child_lives_with_them = true } }, value = true },
  { when = otherwise, value = false },
}

fact "bed_and_breakfast_limit" { one_of { "never", "2 working days", "6 weeks", "none named" },
  ask = "How long may the young person be in bed and breakfast?" }

decision "bed_and_breakfast_limit" { hit = "first", clause = "SI 2003/3326",
  open = "whether the 2 working days reach who only qualifies, or is 21 or over, was not read",
  { when = { age = under(18) }, value = "never", clause = "16-17 guidance" },
  { when = { leaver_status = one_of { "eligible", "relevant", "former_relevant" }, age = under(25) },
    value = "2 working days", clause = "CLR guidance vol 3" },
  { when = { any { pregnant = true, child_lives_with_them = true }, new_arrival = true }, value = "none named",
    clause = "SI 2003/3326, new arrivals" },
  { when = { any { pregnant = true, child_lives_with_them = true } }, value = "6 weeks" },
  { when = otherwise, value = "none named" },
}

-- The six weeks are one period or several together: nights of earlier stays are used up. Days before a duty that came back from
-- another authority (s.200(4)) are left out. Of an earlier application the order says nothing: a reading.
event "duty comes back from another authority" {}

reading "six weeks after a new application" { clause = "SI 2003/3326 art 4", chosen = "go on",
  because = "the order speaks of an applicant and names no application; which days are left out it says itself, and to go " ..
    "on gives the earlier date",
  options = {
    ["begin afresh"] = any { event "presents homeless", event "duty comes back from another authority" },
    ["go on"] = event "duty comes back from another authority",
  } }

param "six weeks in bed and breakfast" { clause = "SI 2003/3326 art 4", ["2004-04-01"] = weeks(6) }
param "two days in bed and breakfast" { clause = "CLR guidance vol 3",
  ["2015-01-01"] = statutory_working_days(2) }

stage "in bed and breakfast" { clause = "SI 2003/3326", owner = "Housing officer",
  on = becomes { tonight = "bed and breakfast" },
  deadline "a family leaves bed and breakfast" { clause = "SI 2003/3326 art 4", within = param "six weeks in bed and breakfast",
    adds_up = true, adds_up_since = reading "six weeks after a new application", when = { six_weeks_hold = true } },
  deadline "a care leaver leaves bed and breakfast" { clause = "CLR guidance vol 3",
    within = param "two days in bed and breakfast", when = { bed_and_breakfast_limit = "2 working days" } },
  outcome "moved on" { clause = "SI 2003/3326", on = becomes { none { tonight = "bed and breakfast" } }, meets = true },
}

-- The code asks councils to avoid it for care leavers under 25; it bars nothing.

decision "bed_and_breakfast_to_avoid" { hit = "first", clause = "Code on bed and breakfast",
  { when = { leaver_status = one_of { "eligible", "relevant", "former_relevant", "qualifying" }, age = under(25) },
    value = true },
  { when = otherwise, value = false },
}

never "bed and breakfast at 16 or 17" { clause = "16-17 guidance",
  that = { tonight = "bed and breakfast", age = between(16, 17) } }
never "bed and breakfast although there is something else" { clause = "SI 2003/3326",
  that = { tonight = "bed and breakfast", nothing_else_available = false,
    any { pregnant = true, child_lives_with_them = true } } }

-- The duty to use a registered provider is one of placing under s.22C(6)(d) or s.23B(8)(b). Who is
-- housed under the Housing Act alone falls outside it: a gap in the protection of 16 and 17 year
-- olds, which is told and not filled.

fact "registered_provider" { one_of { "needed", "not asked for: a gap", "not asked for" },
  ask = "Must the provider of supported accommodation be registered?" }

decision "registered_provider" { hit = "first", clause = "SI 2023/416",
  { when = { age = between(16, 17), placement = "supported_accommodation",
      any { accommodated_under = one_of { "section_20", "section_23B" },
        all { looked_after_now = true, any { accommodated_under = unknown, none { accommodated_under = one_of {
          "section_17", "section_24B", "housing_act", "own_arrangement" } } } } } }, value = "needed" },
  { when = { age = between(16, 17), accommodated_under = "housing_act" }, value = "not asked for: a gap" },
  { when = otherwise, value = "not asked for" },
}

never "supported accommodation without a registered provider" { clause = "SI 2023/416",
  that = { registered_provider = "needed", provider_registered = false } }
