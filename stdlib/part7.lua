-- Part 7 of the Housing Act 1996: from an application to the main duty. A protocol takes what it
-- needs by naming it, and says in a patch what it does in its own way; the README of this folder
-- shows how.
--
--     has_applied                     s.183: asked for help; what is owed on a belief is owed to applicants
--     homelessness application        who is owed which duty; from the event "presents homeless"
--     assessment and plan             s.189A, with the personalised housing plan
--     prevention duty                 and "… after 56 days": ends by notice only
--     relief duty                     and "… after 56 days": ends by itself after 56 days where the
--                                     main duty is next, else by notice
--     interim accommodation           s.188: on reason to believe, whatever the local connection
--     main duty decision, main duty   s.193
--     accommodation_owed              "owed", "limited" (s.190) or "none": what the facts known so far come to
--     minded to find intentionality   s.191; section 9 of the 2026 Act is off until commenced
--     intentionally homeless          s.190
--     non-co-operation                s.193B; then "ending help for non-co-operation" and, s.193C,
--                                     "reduced duty"
--     send the final offer letter     s.193A and s.193C: a final offer, in relief or after non-co-operation
--     referral to another authority   s.198, by the test of local connection; meanwhile, s.199A and s.200,
--                                     "accommodation while a referral is open"
--     out-of-area notice              s.208
--
-- Facts that it reads: homeless, eligible (for housing help), priority_need (module priority_need),
-- local_connection (module local_connection), leaver_status (module leaving_care), and those that
-- are asked for below.

require "law"
require "parties"
require "notices"
require "priority_need"
require "local_connection"
require "reviews"

----------------------------------------------------------------------------------------------------
-- Threatened with homelessness
----------------------------------------------------------------------------------------------------

fact "likely_homeless_in_56_days" { yesno, ask = "Is the young person likely to become homeless within 56 days?" }
fact "possession_notice" { one_of { "section 21", "section 8", "other", "none" },
  ask = "Which notice to leave has the landlord given?" }
fact "possession_notice_valid" { yesno, ask = "Is that notice valid?" }
fact "only_home" { yesno, ask = "Is it the only home that the young person has?" }

param "days in which homelessness threatens" { clause = "HA96 s.175(4)", ["2018-04-03"] = days(56) }

-- By a notice nobody need show that homelessness is likely. Until the end of April 2026 it was a
-- notice under s.21, which is no longer given by private landlords; since then it is one under s.8
-- whose date is not more than 56 days away.

--
-- Its words are of a notice that will run out. What one comes to whose day is past is a reading: it may threaten on, since who
-- was given it is no safer for that; or no longer by itself, and it is asked whether homelessness is likely.

reading "a notice to leave whose day is past" { clause = "HA96 s.175(5)", chosen = "still threatens",
  because = "nothing in the section says that who was threatened is so no longer; by its words it speaks of a day to come",
  options = { ["still threatens"] = true, ["no longer threatens by itself"] = fact "likely_homeless_in_56_days" } }

decision "threatened_by_law" { hit = "first", clause = "HA96 s.175(4)",
  { when = { likely_homeless_in_56_days = true }, value = true },
  { when = { possession_notice = "section 21", possession_notice_valid = true, only_home = true,
      today = later_than(fact "notice_ends_on") }, value = reading "a notice to leave whose day is past",
    clause = "HA96 s.175(5), to April 2026" },
  { when = { possession_notice = "section 8", possession_notice_valid = true, only_home = true,
      today = later_than(fact "notice_ends_on") }, value = reading "a notice to leave whose day is past",
    clause = "HA96 s.175(5)" },
  { when = { possession_notice = "section 21", possession_notice_valid = true, only_home = true,
      none { today = earlier_than(fact "notice_ends_on" - param "days in which homelessness threatens") } }, value = true,
    clause = "HA96 s.175(5), to April 2026" },
  { when = { possession_notice = "section 8", possession_notice_valid = true, only_home = true,
      none { today = earlier_than(fact "notice_ends_on" - param "days in which homelessness threatens") } }, value = true,
    clause = "HA96 s.175(5)" },
  { when = otherwise, value = false },
}

----------------------------------------------------------------------------------------------------
-- The application
----------------------------------------------------------------------------------------------------

-- What rests on no more than what is believed or found (interim accommodation, s.213A) is owed to applicants: before anybody
-- asked for help nobody need find out. A protocol in which an application begins otherwise adds a row of its own.

fact "has_applied" { yesno,
  ask = "Has the young person asked a housing authority for help, being homeless or threatened with it?" }

decision "has_applied" { hit = "first", clause = "HA96 s.183",
  { when = { times(event "presents homeless", at_least(1)) }, value = true },
  { when = otherwise, value = false },
}

stage "homelessness application" { clause = "HA96 s.184", owner = "Housing officer", on = event "presents homeless",
  open = "no time is set for the inquiries",
  outcome "homeless" { clause = "HA96 s.189B(1)", when = { eligible = true, homeless = true },
    go { "send the decision", "relief duty", "assessment and plan" } },
  outcome "threatened" { clause = "HA96 s.195(1)", when = { eligible = true, homeless = false, threatened_by_law = true },
    go { "send the decision", "prevention duty", "assessment and plan" } },
  outcome "no duty" { clause = "HA96 s.184",
    when = { any { eligible = false, all { homeless = false, threatened_by_law = false } } },
    go { "send the adverse decision" } },
  outcome "withdrawn" { clause = "HA96 s.184", close "application withdrawn" },
}

stage "send the decision" { clause = "HA96 s.184", owner = "Housing officer",
  notify { applicant, notice = "decision letter", as = "send the decision" } }
stage "send the adverse decision" { clause = "HA96 s.184", owner = "Housing officer",
  notify { applicant, notice = "adverse decision letter", as = "send the adverse decision" } }

-- The assessment and the plan are owed with either duty; no time is set for them.

stage "assessment and plan" { clause = "HA96 s.189A", owner = "Housing officer",
  duty = "assessment and plan under review",
  deadline "assess circumstances, housing and support needs" { clause = "HA96 s.189A",
    met_by = becomes { needs_found = known } },
  go "give the housing plan",
  outcome "the duties have ended" { clause = "HA96 s.189A",
    on = any { entered "main duty", entered "intentionally homeless" } },
}

stage "give the housing plan" { clause = "HA96 s.189A", owner = "Housing officer",
  notify { applicant, notice = "personalised housing plan", as = "give the housing plan" } }

----------------------------------------------------------------------------------------------------
-- Prevention
----------------------------------------------------------------------------------------------------

param "prevention may end after" { clause = "HA96 s.195(8)", ["2018-04-03"] = days(56) }

stage "tell that prevention has ended" { clause = "HA96 s.195(5)", owner = "Housing officer",
  notify { applicant, notice = "prevention ends letter", as = "tell that prevention has ended" } }

local function prevention_ends()
  return outcome "home secured" { clause = "HA96 s.195(8)", when = { prevention_end_ground = "a home is secured" },
      go "tell that prevention has ended", close "homelessness prevented" },
    outcome "ended on another ground" { clause = "HA96 s.195(8)",
      when = { prevention_end_ground = one_of { "an offer was refused",
        "homeless through own choice from a home that was offered", "no longer eligible",
        "the application was withdrawn" } },
      go "tell that prevention has ended" },
    outcome "became homeless" { clause = "HA96 s.195(8)", on = becomes { homeless = true },
      go { "tell that prevention has ended", "relief duty" } }
end

-- It does not end by itself: after 56 days, the first day counted, the authority may end it by
-- notice, and until it does, it goes on. That ground fails who was given a valid notice under s.21 on the only home.

decision "prevention_may_end_by_time" { hit = "first", clause = "HA96 s.195(8)",
  { when = { possession_notice = "section 21", possession_notice_valid = true, only_home = true }, value = false,
    clause = "HA96 s.195(6)" },
  { when = otherwise, value = true },
}

stage "prevention duty" { clause = "HA96 s.195(2)", owner = "Housing officer", duty = "prevention",
  outcome "56 days over" { clause = "HA96 s.195(8)", after = param "prevention may end after", counting = "beginning with",
    go "prevention duty after 56 days" },
  prevention_ends() }

stage "prevention duty after 56 days" { clause = "HA96 s.195(2)", owner = "Housing officer", duty = "prevention",
  outcome "ended after 56 days" { clause = "HA96 s.195(8)", when = { prevention_end_ground = "56 days have passed",
      prevention_may_end_by_time = true },
    go "tell that prevention has ended" },
  prevention_ends() }

----------------------------------------------------------------------------------------------------
-- Relief
----------------------------------------------------------------------------------------------------

param "relief lasts" { clause = "HA96 s.189B(4)", ["2018-04-03"] = days(56) }

stage "tell that relief has ended" { clause = "HA96 s.189B(5)", owner = "Housing officer",
  notify { applicant, notice = "relief ends letter", as = "tell that relief has ended" } }

-- A final offer is told with what follows and with the review of its suitability before it can end anything. Who refuses it
-- in relief is owed the main duty neither.

event "final offer is made" {}

fact "home_offered_suitable" { yesno, ask = "Is the authority satisfied that the home that is offered is suitable?" }
fact "tied_to_another_home" { yesno, presumed = false,
  ask = "Is the young person bound to another home that they could not leave in time to take up the offer?" }
fact "tenancy_offered" { one_of { "assured shorthold tenancy", "assured tenancy", "another letting" },
  ask = "What does the private landlord offer?" }
fact "fixed_term_in_months" { integer(0, 120), presumed = 0, ask = "For how many months is it let for a fixed term?" }

stage "send the final offer letter" { clause = "HA96 s.193A(1)", owner = "Housing officer", on = event "final offer is made",
  notify { applicant, notice = "final offer letter", as = "send the final offer letter" } }

fact "final_offer_kind" { one_of { "final Part 6 offer", "final accommodation offer" },
  ask = "Is it a home of a council or housing association, or of a private landlord?" }

decision "final_offer_stands" { hit = "first", clause = "HA96 s.193A(6)",
  { when = { any { home_offered_suitable = false, tied_to_another_home = true } }, value = false },
  { when = { final_offer_kind = "final Part 6 offer" }, value = true, clause = "HA96 s.193A(5)" },
  { when = { tenancy_offered = "assured shorthold tenancy", fixed_term_in_months = at_least(6) }, value = true,
    clause = "HA96 s.193A(4), to April 2026" },
  { when = { tenancy_offered = "assured tenancy" }, value = true, clause = "HA96 s.193A(4)" },
  { when = otherwise, value = false, clause = "HA96 s.193A(1)" },
}

local function relief_ends()
  return outcome "home secured" { clause = "HA96 s.189B(7)", when = { relief_end_ground = "a home is secured" },
      open = "suitable, and likely to last for six months: whose judgement that is is not said",
      go "tell that relief has ended", close "homelessness relieved" },
    outcome "ended on another ground" { clause = "HA96 s.189B(7)",
      when = { relief_end_ground = one_of { "an offer was refused",
        "homeless through own choice from a home that was offered", "no longer eligible",
        "the application was withdrawn" } },
      go { "tell that relief has ended" },
      go { "send the adverse decision", when = { relief_end_ground = "no longer eligible" } },
      go { "main duty decision", when = { relief_end_ground = one_of { "an offer was refused",
        "homeless through own choice from a home that was offered" } } } },
    outcome "final offer refused" { clause = "HA96 s.193A(2)",
      when = { relief_end_ground = "a final offer was refused", final_offer_stands = true,
        times(met "send the final offer letter", at_least(1)) },
      go { "tell that relief has ended" } }
end

-- It ends by itself at the end of 56 days, the first counted, if there is priority need and no
-- intentional homelessness: then the main duty begins. While priority need is not known it does not
-- end. In any other case a notice is needed; it may go, too, where nothing is decided by then.

-- The section asks that the authority be "not satisfied" that homelessness is intentional. While nothing is recorded of it,
-- that can be read as: it is not intentional until a decision says so; or as: it waits for the decision. Where it is
-- recorded that it is in question, it waits in either reading.

reading "intention of which nothing is recorded" { clause = "HA96 s.193(1)(a)", chosen = "not intentional until decided",
  because = "the section asks that the authority be not satisfied of it; others wait until it has decided",
  options = { ["not intentional until decided"] = false, ["waits for the decision"] = fact "intentionally_homeless" } }

fact "held_intentional" { yesno, ask = "Is the young person held to be homeless intentionally, as far as is decided?" }

decision "held_intentional" { hit = "first", clause = "HA96 s.193(1)(a)",
  { when = { intentionally_homeless = known }, value = fact "intentionally_homeless" },
  { when = { intention_in_question = known, any { intention_in_question = true } }, value = fact "intentionally_homeless" },
  { when = otherwise, value = reading "intention of which nothing is recorded" },
}

stage "relief duty" { clause = "HA96 s.189B(2)", owner = "Housing officer", duty = "relief",
  outcome "56 days over" { clause = "HA96 s.189B(4)", after = param "relief lasts", counting = "beginning with",
    when = { priority_need = true, held_intentional = false },
    go { "main duty", "send the decision", when = { homeless = true, eligible = true } },
    go { "send the adverse decision", when = { any { homeless = false, eligible = false } } } },
  outcome "56 days over, and a notice is needed" { clause = "HA96 s.189B(4)", after = param "relief lasts",
    counting = "beginning with", when = { any { priority_need = false, held_intentional = true } },
    go "relief duty after 56 days" },
  outcome "56 days over, and nothing decided" { clause = "HA96 s.189B(7)", after = param "relief lasts",
    counting = "beginning with", when = { relief_end_ground = "56 days have passed",
      any { priority_need = unknown, held_intentional = unknown } },
    go "relief duty after 56 days" },
  relief_ends() }

stage "relief duty after 56 days" { clause = "HA96 s.189B(2)", owner = "Housing officer", duty = "relief",
  outcome "ended after 56 days" { clause = "HA96 s.189B(7)", when = { relief_end_ground = "56 days have passed" },
    go { "tell that relief has ended", "main duty decision" } },
  relief_ends() }

----------------------------------------------------------------------------------------------------
-- Interim accommodation
----------------------------------------------------------------------------------------------------

fact "reason_to_believe_homeless" { yesno, ask = "Is there reason to believe that the young person may be homeless?" }
fact "reason_to_believe_eligible" { yesno,
  ask = "Is there reason to believe that immigration status and residence may allow housing help?" }
fact "reason_to_believe_priority_need" { yesno,
  ask = "Is there reason to believe that the young person may be in priority need?" }

-- A low test on three points, and no other: local connection is not asked for. It ends with the
-- decisions that end relief; in a case without priority need only once it is told that no duty
-- under s.190 or s.193 follows. What closes the case ends it too: a home that is
-- secured, an application that is withdrawn. After a final offer that was refused it goes on while a review of whether that
-- home was suitable is pending. While it is being settled whether another authority has to help, another duty takes its
-- place; it begins again if that comes to nothing while relief is owed.

fact "referral_stands" { one_of { "none", "open", "made", "not made" }, presumed = "none",
  ask = "Where does a referral to another authority stand?" }

stage "interim accommodation" { clause = "HA96 s.188(1)", owner = "Housing officer", duty = "interim accommodation",
  on = becomes { has_applied = true, reason_to_believe_homeless = true, reason_to_believe_eligible = true,
    reason_to_believe_priority_need = true, referral_stands = one_of { "none", "not made" } },
  when = { none { all { referral_stands = "not made", times(entered "main duty", at_least(1)) } } },
  place { "interim accommodation", as = "interim accommodation", provider = "Housing authority",
    paid_by = "Housing authority", clause = "HA96 s.188(1)" },
  outcome "main duty begins" { clause = "HA96 s.188(1ZA)", on = entered "main duty" },
  outcome "found intentionally homeless" { clause = "HA96 s.188(1ZA)", on = entered "intentionally homeless" },
  outcome "told that no duty follows" { clause = "Mitchell v Islington", on = met "send the adverse decision" },
  outcome "the application was withdrawn" { clause = "HA96 s.188(1ZA)", on = met "tell that relief has ended",
    when = { relief_end_ground = "the application was withdrawn" } },
  outcome "a final offer was refused" { clause = "HA96 s.188(2A)",
    on = any { met "tell that relief has ended", entered "review of the suitability of the final offer is over" },
    when = { relief_end_ground = "a final offer was refused", final_offer_under_review = false,
      times(met "tell that relief has ended", at_least(1)) } },
  outcome "another authority is asked" { clause = "HA96 s.200(1)", on = becomes { referral_stands = "open" } },
}

----------------------------------------------------------------------------------------------------
-- The main duty
----------------------------------------------------------------------------------------------------

-- Whether a home is owed, for rules of a council's own on those to whom none is: not yet while homelessness only threatens,
-- nor without priority need; for a while only to who is homeless intentionally.

fact "accommodation_owed" { one_of { "owed", "limited", "none" }, ask = "Does the Housing Act oblige the council to house?" }

decision "accommodation_owed" { hit = "first", clause = "HA96 s.193(2)",
  open = "the reduced duty of s.193C, and the powers of s.188(3) and s.204(4), are not looked at",
  { when = { any { homeless = false, eligible = false } }, value = "none", clause = "HA96 s.188(1)" },
  { when = { priority_need = false }, value = "none", clause = "HA96 s.189(1)" },
  { when = { held_intentional = true }, value = "limited", clause = "HA96 s.190" },
  { when = { homeless = true, eligible = true, priority_need = true, held_intentional = false }, value = "owed" },
}

stage "main duty decision" { clause = "HA96 s.193(1)", owner = "Housing officer",
  outcome "main duty owed" { clause = "HA96 s.193(2)",
    when = { homeless = true, eligible = true, priority_need = true, held_intentional = false },
    go { "main duty", "send the decision" } },
  outcome "intentionality in view" { clause = "HA96 s.191", when = { priority_need = true, may_be_intentional = true },
    go "minded to find intentionality" },
  outcome "no priority need" { clause = "HA96 s.193(1)", when = { priority_need = false }, go "send the adverse decision" },
  outcome "not homeless, or not eligible" { clause = "HA96 s.193(1)", when = { any { homeless = false, eligible = false } },
    go "send the adverse decision" },
}

-- An offer is made in a letter that says what follows from taking and from refusing it, and that its suitability can be looked
-- at again. A refusal ends the duty only after that letter; so does taking a private rented offer. The other events do not
-- hang on an offer, or on being told of one.

event "accommodation is offered" {}

stage "send the offer letter" { clause = "HA96 s.193(7)", owner = "Housing officer", on = event "accommodation is offered",
  notify { applicant, notice = "offer letter", as = "send the offer letter" } }

event "private rented home is offered" {}
fact "told_of_private_rented_offer" { yesno, presumed = false,
  ask = "Was the young person told in writing of the private rented offer, of what follows, and of the review?" }

stage "send the private rented offer letter" { clause = "HA96 s.193(7)", owner = "Housing officer",
  on = event "private rented home is offered",
  notify { applicant, notice = "private rented offer letter", as = "send the private rented offer letter" } }
stage "told of a private rented offer" { clause = "HA96 s.193(7)", on = met "send the private rented offer letter",
  set { told_of_private_rented_offer = true } }

stage "tell that the main duty has ended" { clause = "HA96 s.193(5)", owner = "Housing officer",
  notify { applicant, notice = "main duty ends letter", as = "tell that the main duty has ended" } }

-- What a private landlord must offer, so that it is such an offer: until the end of April 2026 a fixed term of a year; since
-- then there are none, and any assured tenancy will do.

decision "private_rented_offer" { hit = "first", clause = "HA96 s.193(7)",
  { when = { tenancy_offered = "assured shorthold tenancy", fixed_term_in_months = at_least(12) }, value = true,
    clause = "HA96 s.193(7AC), to April 2026" },
  { when = { tenancy_offered = "assured tenancy" }, value = true, clause = "HA96 s.193(7AC)" },
  { when = otherwise, value = false },
}

-- Nothing is asked for while no event is recorded.
local function ended_by(grounds)
  return { main_duty_end_ground = known, any { main_duty_end_ground = one_of(grounds) } }
end

stage "main duty" { clause = "HA96 s.193(2)", owner = "Housing officer", duty = "main duty",
  place { "temporary accommodation", as = "temporary accommodation", provider = "Housing authority",
    paid_by = "Housing authority", clause = "HA96 s.193(2)" },
  outcome "ended" { clause = "HA96 s.193(6)",
    when = ended_by { "accepted a council or housing association home", "are no longer eligible for housing help",
      "lost the temporary home through own choice", "left the temporary home",
      "accepted an assured tenancy from a private landlord" },
    go "tell that the main duty has ended" },
  outcome "ended by an offer" { clause = "HA96 s.193(7)",
    when = { any {
      all { times(met "send the offer letter", at_least(1)),
        all(ended_by { "refused a council or housing association home", "refused the temporary home" }) },
      all { private_rented_offer = true, told_of_private_rented_offer = true,
        all(ended_by { "accepted a private rented home", "refused a private rented home" }) },
      all { private_rented_offer = true, times(met "send the offer letter", at_least(1)),
        all(ended_by { "accepted a private rented home", "refused a private rented home" }) } } },
    go "tell that the main duty has ended" },
}

----------------------------------------------------------------------------------------------------
-- Intentional homelessness
----------------------------------------------------------------------------------------------------

-- Section 9 of the 2026 Act takes a relevant child, and a former relevant child under 25, out of
-- it; not one who only qualifies, nor a 16 or 17 year old who was never in care. It needs
-- regulations, of which none are known, so its row is off; once on, it reaches an older application
-- that is still undecided, because what counts is the law on the day of the decision.

decision "may_be_intentional" { hit = "first", clause = "HA96 s.191",
  { when = { leaver_status = "relevant" }, value = false, clause = "CWSA26 s.9" },
  { when = { leaver_status = "former_relevant", age = under(25) }, value = false, clause = "CWSA26 s.9" },
  { when = otherwise, value = true },
}

-- Until then the code asks that it be exceptional for a care leaver. It bars nothing: what makes a case exceptional is judged.

decision "intentionality_exceptional" { hit = "first", clause = "Code ch 22, from May 2024",
  { when = { leaver_status = one_of { "eligible", "relevant", "former_relevant", "qualifying" } }, value = true },
  { when = otherwise, value = false },
}

stage "minded to find intentionality" { clause = "HA96 s.184", owner = "Housing officer",
  open = "how long there is to answer is not set",
  notify { applicant, notice = "minded-to letter", as = "send the minded-to letter" },
  deadline "answer the minded-to letter" { clause = "HA96 s.184", owner = applicant },
  outcome "finding made" { clause = "HA96 s.191",
    when = { may_be_intentional = true, intentionally_homeless = true,
      times(met "send the minded-to letter", at_least(1)) },
    go { "send the finding of intentionality", "intentionally homeless" } },
  outcome "no finding" { clause = "HA96 s.191", when = { intentionally_homeless = false },
    go { "main duty", "send the decision" } },
}

stage "send the finding of intentionality" { clause = "HA96 s.190", owner = "Housing officer",
  notify { applicant, notice = "intentionality letter", as = "send the finding of intentionality" } }

-- Accommodation for a reasonable opportunity to find a home, and advice. The statute sets no number
-- of days; a council's own figure, if it has one, stands in a patch of this stage.

stage "intentionally homeless" { clause = "HA96 s.190", owner = "Housing officer",
  duty = "accommodation for a reasonable opportunity",
  open = "what is reasonable is judged case by case; a fixed number for all would be no judgement",
  place { "accommodation for a reasonable opportunity", as = "accommodation for a reasonable opportunity",
    provider = "Housing authority", paid_by = "Housing authority", clause = "HA96 s.190" },
  deadline "advice and assistance" { clause = "HA96 s.190" },
  outcome "time is over" { clause = "HA96 s.190", on = fact "accommodation_until" + same_day, close "intentionally homeless" },
  outcome "found a home" { clause = "HA96 s.190", close "found a home" },
}

----------------------------------------------------------------------------------------------------
-- Deliberate and unreasonable refusal to co-operate
----------------------------------------------------------------------------------------------------

fact "refusal_deliberate_and_unreasonable" { yesno,
  ask = "Was the refusal to take a step of the plan deliberate, and unreasonable in the circumstances?" }
fact "authoriser_at_least_as_senior" { yesno,
  ask = "Is who authorises at least as senior as who decided, and was not involved?" }
fact "authoriser_of_childrens_services" { yesno,
  ask = "Is who authorises an officer of children's services?" }

event "refuses to co-operate" {}

stage "non-co-operation" { clause = "HA96 s.193B(1)", owner = "Housing officer", on = event "refuses to co-operate",
  notify { applicant, notice = "warning to co-operate", as = "warn" },
  outcome "help should end" { clause = "HA96 s.193B(2)",
    when = { refusal_deliberate_and_unreasonable = true, times(met "warn", at_least(1)) },
    go "ending help for non-co-operation" },
  outcome "no further step" { clause = "HA96 s.193B(1)" },
}

-- Who authorises must be at least as senior, and not involved; for a care leaver, of children's
-- services (from general knowledge, to be checked).

decision "authoriser_will_do" { hit = "first", clause = "SI 2018/223 reg 3",
  { when = { authoriser_at_least_as_senior = false }, value = false },
  { when = { leaver_status = one_of { "eligible", "relevant", "former_relevant" },
      authoriser_of_childrens_services = false }, value = false },
  { when = otherwise, value = true },
}

stage "ending help for non-co-operation" { clause = "SI 2018/223 reg 3", owner = "Authorising officer",
  not_by = "non-co-operation",
  outcome "authorised" { clause = "HA96 s.193B(2)", when = { authoriser_will_do = true },
    stop { "prevention duty", "prevention duty after 56 days", "relief duty", "relief duty after 56 days" },
    go { "send the notice of non-co-operation" },
    go { "reduced duty", when = { homeless = true, eligible = true, priority_need = true, held_intentional = false } } },
  outcome "not authorised" { clause = "SI 2018/223 reg 3" },
}

stage "send the notice of non-co-operation" { clause = "HA96 s.193B(2)", owner = "Housing officer",
  notify { applicant, notice = "non-co-operation letter", as = "send the notice of non-co-operation" } }

-- Where relief has ended so, there is accommodation still, until a final offer, for who is in
-- priority need and not intentionally homeless.

stage "tell that the reduced duty has ended" { clause = "HA96 s.193C(5)", owner = "Housing officer",
  notify { applicant, notice = "accommodation ends letter", as = "tell that the reduced duty has ended" } }

local function reduced_by(grounds)
  return { reduced_duty_end_ground = known, any { reduced_duty_end_ground = one_of(grounds) } }
end

stage "reduced duty" { clause = "HA96 s.193C(4)", owner = "Housing officer", duty = "accommodation until a final offer",
  place { "accommodation until a final offer", as = "accommodation until a final offer", provider = "Housing authority",
    paid_by = "Housing authority", clause = "HA96 s.193C(4)" },
  outcome "final offer accepted" { clause = "HA96 s.193C(6)",
    when = { all(reduced_by { "accepted our final offer of a home" }), final_offer_stands = true,
      times(met "send the final offer letter", at_least(1)) },
    go "tell that the reduced duty has ended" },
  outcome "final offer refused" { clause = "HA96 s.193C(6)",
    when = { all(reduced_by { "refused our final offer of a home" }), final_offer_stands = true,
      times(met "send the final offer letter", at_least(1)) },
    go "tell that the reduced duty has ended" },
  outcome "ended without an offer" { clause = "HA96 s.193C(5)",
    when = reduced_by { "are no longer eligible for housing help", "lost the temporary home through own choice",
      "left the temporary home", "accepted an assured tenancy from a private landlord" },
    go "tell that the reduced duty has ended" },
}

----------------------------------------------------------------------------------------------------
-- Another authority
----------------------------------------------------------------------------------------------------

fact "connection_elsewhere" { yesno, ask = "Does the young person have a local connection with another district?" }
fact "risk_elsewhere" { yesno, ask = "Would there be a risk of violence in that other district?" }
fact "referral_arbitrated" { yesno, presumed = false, ask = "Did the two councils have to go to arbitration?" }

-- A power, and never a reason to give no help meanwhile.

event "referral to another authority considered" {}

stage "referral to another authority" { clause = "HA96 s.198(1)", owner = "Housing officer",
  on = event "referral to another authority considered",
  open = "a power, which the authority need not use",
  outcome "referred" { clause = "HA96 s.198(1)",
    when = { local_connection = false, connection_elsewhere = true, risk_elsewhere = false, referral_arbitrated = false },
    go "tell of the referral" },
  outcome "referred after arbitration" { clause = "HA96 s.198(5)",
    when = { local_connection = false, connection_elsewhere = true, risk_elsewhere = false, referral_arbitrated = true },
    go "tell of the arbitrated referral" },
  outcome "not referred" { clause = "HA96 s.198(1)",
    go { "tell that the case stays here", when = { referral_stands = "open" } } },
}
stage "tell of the referral" { clause = "HA96 s.198(1)", owner = "Housing officer",
  notify { applicant, notice = "referral letter", as = "tell of the referral" } }
stage "tell of the arbitrated referral" { clause = "HA96 s.198(5)", owner = "Housing officer",
  notify { applicant, notice = "referral letter", as = "tell of the arbitrated referral" } }

stage "tell that the case stays here" { clause = "HA96 s.200(2)", owner = "Housing officer",
  notify { applicant, notice = "referral not made letter", as = "tell that the case stays here" } }

-- Once it is told that another authority is asked, neither interim accommodation nor the main duty is owed, and there is
-- accommodation all the same until it is told what was settled: instead of the main duty always, in relief for who may be in
-- priority need.

event "another authority is asked" {}

stage "tell that another authority is asked" { clause = "HA96 s.200(1)", owner = "Housing officer",
  on = event "another authority is asked",
  notify { applicant, notice = "referral under way letter", as = "tell that another authority is asked" } }

stage "accommodation while a referral is open" { clause = "HA96 s.200(1)", owner = "Housing officer",
  duty = "accommodation until the referral is settled", on = met "tell that another authority is asked",
  when = { any { priority_need = true, reason_to_believe_priority_need = true } },
  open = "relief, which is not owed meanwhile either, is not stopped and its 56 days run on: what becomes of them was not read",
  set { referral_stands = "open" },
  place { "accommodation while a referral is open", as = "accommodation while a referral is open",
    provider = "Housing authority", paid_by = "Housing authority", clause = "HA96 s.199A" },
  outcome "told that another authority must help" { clause = "HA96 s.200(2)",
    on = any { met "tell of the referral", met "tell of the arbitrated referral" }, set { referral_stands = "made" } },
  outcome "told that it stays here" { clause = "HA96 s.200(2)", on = met "tell that the case stays here",
    set { referral_stands = "not made" } },
}

-- A home in another district is notified to the council there before the end of 14 days, the first
-- counted.

event "accommodation made available in another district" {}

param "time for the out-of-area notice" { clause = "HA96 s.208(4)", ["1997-01-20"] = days(14), councils = "may shorten it" }

deadline "out-of-area notice" { clause = "HA96 s.208(4)", owner = "Housing officer",
  from = event "accommodation made available in another district", within = param "time for the out-of-area notice",
  counting = "beginning with" }
