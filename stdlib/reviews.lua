-- Reviews and appeals under Part 7: who may ask, until when, and when it must be decided. Two
-- limits of 21 days differ by a day: a review is asked for within 21 days *beginning with* the day
-- of notification, an appeal is brought within 21 days *of* it.
--
-- For each kind of decision there is the same row:
--
--     ask for a review of …   the applicant's right, 21 days beginning with the letter; it follows
--                             its letter by itself
--     review of …             the reviewing officer's: 3, 8, 10 or 12 weeks beginning with the
--                             request; and "… with representations", "… in the time agreed"
--     send the decision on the review of …    the letter, with reasons
--     send the changed decision on the review of …    the letter in its place where `review_in_favour` is recorded: reasons
--                             are owed only where something is confirmed against the young person (s.203(4))
--     appeal on …             the applicant's right, 21 days of it, or of when it should have come
--
-- Here … is one of: the decision, the end of prevention, the steps of the plan, the referral, the
-- arbitrated referral, the suitability of the accommodation, of the private rented offer and of the final offer (which can
-- be asked for whether the offer is taken or refused). A protocol takes a row by naming its review, as in
-- `stage "review of the decision" { patch = true }`.
--
-- Nobody reviews a review (s.202(2)): only first decisions carry the right. Accommodation while a
-- review is pending is a power and no duty: the stage "accommodation pending a review" begins when
-- it is considered, and either answer can be given.

require "law"
require "parties"
require "notices"

event "asks for a review" {} -- without saying of what: of the decision
event "makes representations" {}
event "appeals to the county court" {}

fact "final_offer_under_review" { yesno, presumed = false,
  ask = "Is it being looked at again whether the final offer was suitable?" }

fact "review_in_favour" { yesno, presumed = false,
  ask = "Does the review change everything in the young person's favour, so that nothing is confirmed against them?" }

fact "review_agreed_until" { date,
  ask = "Until which day did both sides agree in writing that the review may take?" }

param "time to ask for a review" { clause = "HA96 s.202(3)", ["1997-01-20"] = days(21) }

-- One stage in which a review is decided; `clock` is its deadline, `more` are outcomes beside those
-- that all have.
local function deciding(name, letter, clock, more)
  stage(name) { clause = "HA96 s.203", owner = "Reviewing officer", duty = "review", clock,
    outcome "decision stands" { go(letter) },
    outcome "decision changed" { go(letter) },
    outcome "withdrawn" {},
    table.unpack(more) }
end

-- `words` tell the right in the letter: "You can …". `under` is a fact that is true from the request until the decision is
-- told.
local function review(of, words, letters, length, representations, right, under)
  local ask, name, decide = "ask for a review of " .. of, "review of " .. of, "decide the review of " .. of
  local send, changed = "send the decision on the review of " .. of, "send the changed decision on the review of " .. of
  local appeal, court = "appeal on " .. of, "appeal to the county court on " .. of
  local with, agreed = " with representations", " in the time agreed"
  local time, asks = "time to decide a review of " .. of, "asks for a review of " .. of
  local later = "later request for a review of " .. of .. " allowed in writing"

  local sent, asked = {}, { event(asks) {} }
  for i, letter in ipairs(letters) do
    sent[i] = met(letter)
  end
  if of == "the decision" then
    asked[2] = event "asks for a review"
  end
  event(later) {}

  param(time) { clause = "SI 2018/223 reg 9", ["2018-04-03"] = length }

  deadline(ask) { clause = "HA96 s.202(3)", owner = applicant, from = any(sent),
    within = param "time to ask for a review", counting = "beginning with", met_by = any(asked), in_words = words,
    open = "a letter that did not arrive counts once it was at the office for a reasonable time (s.184(6)): that is when it "
      .. "is to be recorded as sent" }

  local function by_agreement()
    return outcome "longer time agreed" { clause = "SI 2018/223 reg 9", on = becomes { review_agreed_until = known },
      go(name .. agreed) }
  end
  local function clock(suffix)
    return deadline(decide .. suffix) { clause = "SI 2018/223 reg 9", within = param(time), counting = "beginning with" }
  end

  local more, late = { by_agreement() }, { missed(decide), missed(decide .. agreed) }
  if representations then
    more[2] = outcome "representations made" { clause = "SI 2018/223 reg 9", on = event "makes representations",
      go(name .. with) }
    late[3] = missed(decide .. with)
    deciding(name .. with, send, clock(with), { by_agreement() })
  end
  if under then
    table.insert(more, set { [under] = true })
    stage(name .. " is over") { clause = "HA96 s.203", on = any { met(send), met(changed),
      left(name, "withdrawn"), left(name .. agreed, "withdrawn") }, set { [under] = false } }
  end
  stage(name) { clause = right or "HA96 s.202(1)", owner = "Reviewing officer", duty = "review",
    on = any { met(ask), event(later) },
    clock "",
    outcome "decision stands" { clause = "HA96 s.203", go(send) },
    outcome "decision changed" { clause = "HA96 s.203", go(send) },
    outcome "withdrawn" { clause = "HA96 s.203" },
    table.unpack(more) }
  deciding(name .. agreed, send,
    deadline(decide .. agreed) { clause = "SI 2018/223 reg 9", by = fact "review_agreed_until" }, {})

  stage(send) { clause = "HA96 s.203(4)", owner = "Reviewing officer",
    notify { applicant, notice = "review decision letter", as = send, when = { none { review_in_favour = true } } },
    notify { applicant, notice = "changed decision letter", as = changed, when = { review_in_favour = true } } }

  -- On a day on which the court's office is shut nothing can be done there, and the next will do (from general knowledge): 20
  -- days and then one working day are 21 days, moved on where they end on a day that is none.
  stage(appeal) { clause = "HA96 s.204(1)", owner = applicant, on = any { met(send), met(changed), table.unpack(late) },
    deadline(court) { clause = "HA96 s.204(2)", by = entered(appeal) + days(20) + statutory_working_days(1),
      in_words = "appeal to the county court" },
    outcome "appealed" { on = event "appeals to the county court", meets = true },
    outcome "told after all" { on = any { met(send), met(changed) }, when = { times(any(late), at_least(1)) }, go(appeal) },
    outcome "out of time" { on = due(court) },
  }
end

local AGAIN, SUITS = "ask us to look at this decision again", "ask us to look again at whether this home suits you"

review("the decision", AGAIN, { "send the decision", "send the adverse decision", "send the finding of intentionality",
  "tell that relief has ended", "send the notice of non-co-operation", "tell that the main duty has ended",
  "tell that the reduced duty has ended" }, weeks(8))
review("the end of prevention", AGAIN, { "tell that prevention has ended" }, weeks(3), true)
review("the steps of the plan", "ask us to look at the steps of this plan again", { "give the housing plan" }, weeks(3), true)
review("the referral", AGAIN, { "tell of the referral", "tell that the case stays here" }, weeks(10))
review("the arbitrated referral", AGAIN, { "tell of the arbitrated referral" }, weeks(12))
review("the suitability of the accommodation", SUITS, { "send the offer letter" }, weeks(8), false, "HA96 s.202(1)(f)")
review("the suitability of the private rented offer", SUITS, { "send the private rented offer letter" }, weeks(8), false,
  "HA96 s.202(1)(g)")
review("the suitability of the final offer", SUITS, { "send the final offer letter" }, weeks(8), false, "HA96 s.202(1)(h)",
  "final_offer_under_review")

----------------------------------------------------------------------------------------------------
-- Somewhere to stay meanwhile
----------------------------------------------------------------------------------------------------

event "accommodation pending a review considered" {}

stage "accommodation pending a review" { clause = "HA96 s.188(3)", owner = "Housing officer",
  on = event "accommodation pending a review considered",
  open = "a power: the merits of the case, new material and the circumstances are weighed, and no answer is set",
  outcome "accommodated meanwhile" { clause = "HA96 s.188(3)",
    place { "accommodation pending a review", as = "accommodation pending a review", provider = "Housing authority",
      paid_by = "Housing authority", clause = "HA96 s.188(3)" } },
  outcome "not accommodated meanwhile" { clause = "Code ch 19" },
}
