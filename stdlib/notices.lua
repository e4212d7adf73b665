-- Letters under Part 7, in words for whoever gets them. Each says what the law makes it say; a fact
-- that it must say is asked for, and until it is known the letter does not go.
--
--     decision letter              any decision on an application that is not adverse (s.184)
--     adverse decision letter      the same, with reasons
--     minded-to letter             what the council is minded to find, before it finds it
--     intentionality letter        the finding, and until when there is somewhere to stay (s.190)
--     personalised housing plan    s.189A: what was found, and who does what
--     prevention ends letter       s.195: the ground, and the review
--     relief ends letter           s.189B: the ground, and the review
--     offer letter                 s.193: the home, what follows, and the review of whether it is suitable
--     final offer letter           s.193A, s.193C: the same of a final offer
--     main duty ends letter        s.193: the ground, and the review
--     accommodation ends letter    s.193C: the ground, and the review
--     non-co-operation letter      s.193B: the warning; and the notice that ends help
--     review decision letter       s.203: the outcome, reasons, the appeal
--     changed decision letter      s.203: the outcome in the young person's favour, and the appeal
--     referral under way letter    s.199A, s.200: another council is asked, and where to stay meanwhile
--     referral letter              s.198, s.200(2): it is settled that another council helps
--     referral not made letter     s.200(2): it is settled that this one does
--     private rented offer letter  s.193: an offer of a private landlord, and the review of whether it is suitable
--
-- Their words are ours. A council puts its own in their place: `notice "decision letter" { patch =
-- true, … }`.

require "law"

fact "decision_in_words" { text, ask = "What was decided?" }
fact "decision_reasons" { text, ask = "What are the reasons for the decision?" }
fact "provisional_findings" { text, ask = "What is the council minded to find?" }
fact "how_to_answer" { text, ask = "How and by when can the young person answer?" }
fact "accommodation_until" { date, ask = "Until which day is there accommodation?" }
fact "needs_found" { text, ask = "What did the assessment find about circumstances, housing and support needs?" }
fact "council_steps" { text, ask = "Which steps does the council take?" }
fact "own_steps" { text, ask = "Which steps does the young person take?" }
fact "steps_not_taken" { text, ask = "Which step of the plan was not taken?" }
fact "review_in_words" { text, ask = "What was decided on review?" }
fact "review_reasons" { text, ask = "What are the reasons for the decision on review?" }
fact "other_authority" { text, ask = "Which other council is meant?" }

fact "prevention_end_ground" { one_of { "a home is secured", "56 days have passed", "an offer was refused",
    "homeless through own choice from a home that was offered", "no longer eligible", "the application was withdrawn",
    "now homeless" },
  ask = "On which ground does the prevention duty end?" }
fact "relief_end_ground" { one_of { "a home is secured", "56 days have passed", "an offer was refused",
    "a final offer was refused",
    "homeless through own choice from a home that was offered", "no longer eligible", "the application was withdrawn" },
  ask = "On which ground does the relief duty end?" }

fact "main_duty_end_ground" { one_of { "accepted a council or housing association home",
    "refused a council or housing association home",
    "accepted a private rented home", "refused a private rented home", "refused the temporary home",
    "are no longer eligible for housing help", "lost the temporary home through own choice", "left the temporary home",
    "accepted an assured tenancy from a private landlord" },
  ask = "What ends the main duty? The young person …" }
fact "reduced_duty_end_ground" { one_of { "accepted our final offer of a home", "refused our final offer of a home",
    "are no longer eligible for housing help", "lost the temporary home through own choice", "left the temporary home",
    "accepted an assured tenancy from a private landlord" },
  ask = "What ends the duty to accommodate until a final offer? The young person …" }

fact "home_offered" { text, ask = "Which home is offered?" }
fact "offer_consequences" { text, ask = "What follows if the offer is taken, and what if it is refused?" }

local REVIEW = "If you think that this is wrong, you can ask us to look at it again. Ask within 21 days. The day on which you "
  .. "get this letter is day 1. You do not need a lawyer. If you have a personal adviser or a social worker, they can help you."

notice "decision letter" { clause = "HA96 s.184", title = "Our decision on your homelessness application",
  { "What we decided", fact "decision_in_words" },
  { "If you do not agree", REVIEW },
}
notice "adverse decision letter" { clause = "HA96 s.184", title = "Our decision on your homelessness application",
  { "What we decided", fact "decision_in_words" },
  { "Why", fact "decision_reasons" },
  { "If you do not agree", REVIEW },
}
notice "minded-to letter" { clause = "HA96 s.184", title = "What we are thinking of deciding, before we decide it",
  open = "no statute asks for this letter by name; that findings are put first is settled practice",
  { "What we may find", fact "provisional_findings" },
  { "This is not a decision", "Nothing is decided yet. Tell us what you think, and what we got wrong.", fact "how_to_answer" },
}
notice "intentionality letter" { clause = "HA96 s.190", title = "Our decision on your homelessness application",
  { "What we decided", fact "decision_in_words" },
  { "Why", fact "decision_reasons" },
  { "Where you can stay", "You can stay where we have put you up until", fact "accommodation_until",
    ". Until then we help you to find a home." },
  { "If you do not agree", REVIEW },
}
notice "personalised housing plan" { clause = "HA96 s.189A", title = "Your housing plan",
  { "What we found", fact "needs_found" },
  { "What we do", fact "council_steps" },
  { "What you do", fact "own_steps" },
  { "If something changes", "Tell us, and we look at this plan again with you. If you think that our steps are not the right "
    .. "ones, you can ask us within 21 days to look at them again. The day on which you get this plan is day 1." },
}
notice "prevention ends letter" { clause = "HA96 s.195(5)", title = "Our duty to help you keep a home has ended",
  { "What we decided", "Our duty to help you keep a home has ended. The ground in law is", ":",
    fact "prevention_end_ground", "." },
  { "Why", fact "decision_reasons" },
  { "If you have nowhere to stay", "Tell us at once. This letter does not stop you from asking us for help again." },
  { "If you do not agree", REVIEW },
}
notice "relief ends letter" { clause = "HA96 s.189B(5)", title = "Our duty to help you find a home has ended",
  { "What we decided", "Our duty to help you find a home has ended. The ground in law is", ":", fact "relief_end_ground", "." },
  { "Why", fact "decision_reasons" },
  { "If you have nowhere to stay", "Tell us at once. This letter does not stop you from asking us for help again." },
  { "If you do not agree", REVIEW },
}
notice "offer letter" { clause = "HA96 s.193(7)", title = "We offer you a home",
  { "What we offer", fact "home_offered" },
  { "What follows if you say yes, and if you say no", fact "offer_consequences" },
  { "If you think that it does not suit you", "You can ask us to look at that again, whether you say yes or no. Ask within 21 "
    .. "days. The day on which you get this letter is day 1. Get advice before you say no." },
}
notice "private rented offer letter" { clause = "HA96 s.193(7)", title = "We offer you a private rented home",
  { "What we offer", fact "home_offered" },
  { "What follows if you say yes, and if you say no", fact "offer_consequences" },
  { "If you think that it does not suit you", "You can ask us to look at that again, whether you say yes or no. Ask within 21 "
    .. "days. The day on which you get this letter is day 1. Get advice before you say no." },
}
notice "final offer letter" { clause = "HA96 s.193A(1)", title = "We make you a final offer of a home",
  { "What we offer", fact "home_offered" },
  { "This is a final offer", "It is the last home that we offer under this duty.", fact "offer_consequences" },
  { "If you think that it does not suit you", "You can ask us to look at that again, whether you say yes or no. Ask within 21 "
    .. "days. The day on which you get this letter is day 1. Get advice before you say no." },
}
notice "accommodation ends letter" { clause = "HA96 s.193C(5)", title = "Our duty to give you a place to stay has ended",
  { "What we decided", "Our duty to give you a place to stay has ended, because you", fact "reduced_duty_end_ground", "." },
  { "Why", fact "decision_reasons" },
  { "If you have nowhere to stay", "Tell us at once. This letter does not stop you from asking us for help again." },
  { "If you do not agree", REVIEW },
}
notice "main duty ends letter" { clause = "HA96 s.193(5)", title = "Our duty to house you has ended",
  { "What we decided", "Our duty to see that you have somewhere to live has ended, because you", fact "main_duty_end_ground",
    "." },
  { "Why", fact "decision_reasons" },
  { "If you have nowhere to stay", "Tell us at once. This letter does not stop you from asking us for help again." },
  { "If you do not agree", REVIEW },
}
notice "warning to co-operate" { clause = "HA96 s.193B(4)", title = "Please take the steps of your plan",
  { "What has not been done", fact "steps_not_taken" },
  { "What may happen", "If you refuse again, on purpose and without good reason, our help under this plan may end. Tell us if "
    .. "there is a reason, or if the step is wrong for you." },
}
notice "non-co-operation letter" { clause = "HA96 s.193B(2)", title = "Our help under your plan ends",
  { "What we decided", "Our help under your plan ends, because a step was refused on purpose and without good reason:",
    fact "steps_not_taken" },
  { "Why", fact "decision_reasons" },
  { "What this means", "If you are homeless and in priority need, you still have a place to stay until we make you a final "
    .. "offer. That is not so if you became homeless on purpose. Priority need means that you are one of those whom the law "
    .. "puts first. If you need a bed tonight, tell us now." },
  { "If you do not agree", REVIEW },
}
-- The right to appeal is told in any case (s.203(5)), reasons where something is confirmed against the reader (s.203(4)).
local APPEAL = "You cannot ask us to look at it a second time. You can appeal to the county court, on a point of law: that "
  .. "means, if you think that we got the law wrong. The court must get your appeal within 21 days of your getting this "
  .. "letter: the day after you get it is day 1. Get advice at once."

notice "review decision letter" { clause = "HA96 s.203", title = "We have looked at our decision again",
  { "What we decided", fact "review_in_words" },
  { "Why", fact "review_reasons" },
  { "If you still do not agree", APPEAL },
}
notice "changed decision letter" { clause = "HA96 s.203", title = "We have changed our decision",
  { "What we decided", fact "review_in_words" },
  { "If you do not agree with the new decision", APPEAL },
}
notice "referral letter" { clause = "HA96 s.198(1)", title = "We are asking another council to help you",
  open = "our duty to give a place to stay until it is settled ends with this letter, and the other council's begins: how " ..
    "the bed is handed over is not set, and the letter promises none",
  { "What we decided", "We think that you have a connection with another council, and none with us:", fact "other_authority" },
  { "Why", fact "decision_reasons" },
  { "Where you can stay", "If we gave you a place to stay, do not leave it before you have heard from the other council. "
    .. "If you have nowhere to stay, tell us at once." },
  { "If you do not agree", REVIEW },
}
notice "referral under way letter" { clause = "HA96 s.200(1)", title = "We are asking whether another council should help you",
  { "What we think", "We think that you have a connection with another council, and none with us:", fact "other_authority",
    ". We are asking that council. Nothing is settled yet." },
  { "Where you can stay", "Until we tell you what was settled, we give you a place to stay if you need one and may be in "
    .. "priority need. If you have nowhere to stay tonight, tell us now." },
}
notice "referral not made letter" { clause = "HA96 s.200(2)", title = "We go on helping you ourselves",
  { "What we decided", "Another council was asked to help you. It is settled that it need not, and that we do." },
  { "Why", fact "decision_reasons" },
  { "If you do not agree", REVIEW },
}
