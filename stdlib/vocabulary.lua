-- The shared vocabulary: facts, consents, spells and events that every protocol and every importer
-- knows by the same name, so that one caseload runs under many protocols. It is loaded before each
-- protocol.
--
-- A protocol uses these without declaring them. It may declare one again to add what its own text
-- says of it (a clause, a presumption, its own question); the type stays the same. What only one
-- council has belongs in that council's protocol. The importers turn the codes of the statutory
-- returns into these values; no other code ever sees them. `source` names where a caseload has a
-- fact from, by return and column, or "asked" where no return has it; `precision` how exactly a date
-- has to be known for the answers that hang on it. A date that is known less exactly is a window.

----------------------------------------------------------------------------------------------------
-- The young person
----------------------------------------------------------------------------------------------------

fact "dob" { date, ask = "When was the young person born?", precision = "day",
  source = "SSDA903 DOB" }
fact "sex" { one_of { "female", "male" }, ask = "Which sex is recorded?", source = "SSDA903 SEX" }
fact "ethnic_group" { one_of { "white", "mixed", "asian", "black", "other" },
  ask = "Which ethnic group is recorded?", source = "SSDA903 ETHNIC, as a group" }
fact "disabled" { yesno, ask = "Does the young person have a disability?",
  source = "Annex A, disability" }
fact "pregnant" { yesno, ask = "Is the young person pregnant?", source = "asked" }
fact "is_parent" { yesno, ask = "Does the young person have a child of their own?",
  source = "SSDA903 MOTHER; else asked" }
fact "uasc" { yesno, ask = "Is or was the young person an unaccompanied asylum-seeking child?",
  source = "SSDA903 UASC" }
fact "uasc_ended" { date, ask = "When did that status end?", precision = "day",
  source = "SSDA903 DUC" }

----------------------------------------------------------------------------------------------------
-- Which authority: three different questions, and the answers often differ
----------------------------------------------------------------------------------------------------

fact "responsible_authority" { text, source = "asked",
  ask = "Which children's services authority is responsible for the young person under the Children Act?" }
fact "authority_of_residence" { text, source = "asked",
  ask = "In which children's services authority does the young person live now?" }
fact "housing_authority" { text, source = "asked",
  ask = "Which housing authority does the young person turn to for help?" }

----------------------------------------------------------------------------------------------------
-- Coming for help
----------------------------------------------------------------------------------------------------

event "presents homeless" {} -- asks a service for help: homeless, or threatened with it
event "told of notice to leave" {}
event "evicted" {}
event "loses accommodation" {} -- a home that a council had made available
event "asks for a review" {}
event "withdraws" {} -- no longer wants help
event "contact lost" {}
event "contact made again" {}

fact "approached" { one_of { "housing", "children's services" }, source = "asked",
  ask = "Which service did the young person come to?" }
fact "known_to_service" { yesno, ask = "Is the young person known to children's services?",
  source = "asked" }
fact "open_case" { yesno, source = "asked",
  ask = "Do children's services have an open case for the young person?" }
fact "homeless" { yesno, ask = "Is the young person homeless?",
  source = "SSDA903 ACCOM S; H-CLIC assessment; else asked" }
fact "threatened" { yesno, ask = "Is the young person likely to be homeless within 56 days?",
  source = "H-CLIC assessment; else asked" }
fact "notice_ends_on" { date, ask = "When does the notice to leave end?", precision = "day",
  source = "asked" }
fact "parents_exclude" { yesno, source = "H-CLIC reason; else asked",
  ask = "Is the young person homeless because parents cannot or will not house them?" }
fact "emergency" { yesno, ask = "Is it an emergency that cannot wait for a meeting?",
  source = "asked" }
fact "eligible" { yesno, -- for housing help; not the leaving-care status of the same name
  ask = "Do immigration status and residence allow housing help?", source = "asked" }
fact "priority_need" { yesno, ask = "Is the young person in priority need?",
  source = "H-CLIC priority_need; else asked" }
fact "intentionally_homeless" { yesno, source = "H-CLIC main_duty_decision; else asked",
  ask = "Was the young person found to be intentionally homeless?" }
fact "local_connection" { yesno, ask = "Does the young person have a connection with this area?",
  source = "asked" }
fact "intention_in_question" { yesno, source = "asked",
  ask = "Might the young person be held to have become homeless intentionally?" }
fact "recourse_to_public_funds" { yesno, source = "asked",
  ask = "May the young person have recourse to public funds?" }
fact "interpreter_needed" { yesno, ask = "Is an interpreter needed?", source = "asked" }
fact "homeless_because" { one_of { "family_or_friends", "end_ast", "end_prs_other", "domestic_abuse",
    "relationship_breakdown", "other_violence", "end_social_tenancy", "evicted_supported",
    "left_custody", "left_hospital_psychiatric", "left_hospital_general", "left_care_placement",
    "left_asylum_support", "unsuitable_health", "resettlement_ended", "other" },
  ask = "Why did the young person lose, or may lose, the last settled home?", source = "H-CLIC reason" }
fact "accommodation_at_application" { one_of { "prs_self_contained", "prs_hmo", "prs_lodging", "council",
    "registered_provider", "supported_or_hostel", "family", "friends", "custody", "hospital_general",
    "hospital_psychiatric", "temporary", "rough_sleeping", "no_fixed_abode", "other" },
  ask = "Where did the young person live when they applied?", source = "H-CLIC accommodation_at_application" }

-- What the return says of the three duties. A duty itself runs in a stage of the protocol; these are
-- the answers of a record that tells no more than how each began and ended.
fact "assessed_on" { date, ask = "When was homelessness assessed?", precision = "day",
  source = "H-CLIC assessed" }
fact "assessed_as" { one_of { "threatened_56_days", "threatened_s21", "homeless", "no_duty" },
  ask = "What did the assessment find?", source = "H-CLIC assessment" }
fact "priority_need_because" { one_of { "children_or_pregnant", "aged_16_17", "care_leaver_18_20",
    "old_age", "physical", "mental_health", "young", "domestic_abuse", "other" },
  ask = "On which ground is the young person in priority need?", source = "H-CLIC priority_need" }
fact "prevention_began" { date, ask = "When did the prevention duty begin?", precision = "day",
  source = "H-CLIC prevention_start" }
fact "prevention_ended" { date, ask = "When did the prevention duty end?", precision = "day",
  source = "H-CLIC prevention_end" }
fact "prevention_outcome" { one_of { "secured_existing", "secured_alternative", "homeless",
    "contact_lost", "days_56_elapsed", "withdrew", "ineligible", "refused_offer",
    "refused_to_cooperate", "not_known" },
  ask = "How did the prevention duty end?", source = "H-CLIC prevention_outcome" }
fact "relief_began" { date, ask = "When did the relief duty begin?", precision = "day",
  source = "H-CLIC relief_start" }
fact "relief_ended" { date, ask = "When did the relief duty end?", precision = "day",
  source = "H-CLIC relief_end" }
fact "relief_outcome" { one_of { "secured", "days_56_elapsed", "contact_lost", "withdrew",
    "refused_final_offer", "intentionally_homeless_from_accommodation",
    "referred_local_connection", "ineligible", "notice_refusal_to_cooperate", "not_known" },
  ask = "How did the relief duty end?", source = "H-CLIC relief_outcome" }
fact "main_duty_decision" { one_of { "owed", "priority_intentional", "no_priority_need",
    "not_homeless" },
  ask = "What was decided on the main duty?", source = "H-CLIC main_duty_decision" }
fact "main_duty_ended" { date, ask = "When did the main duty end?", precision = "day",
  source = "H-CLIC main_duty_end" }
fact "main_duty_outcome" { one_of { "part6_accepted", "part6_refused", "prs_accepted",
    "prs_refused", "other" },
  ask = "How did the main duty end?", source = "H-CLIC main_duty_outcome" }
fact "temporary_accommodation" { one_of { "none", "bed_and_breakfast", "nightly_paid", "hostel",
    "private_leased", "la_or_ha_stock", "other", "not_secured" },
  ask = "Which temporary accommodation is given?", source = "H-CLIC temporary_accommodation" }
fact "support_needs" { text, source = "H-CLIC support_needs", -- several at once, with ; between them
  ask = "Which support needs were found?" }

----------------------------------------------------------------------------------------------------
-- A child in need, and care
----------------------------------------------------------------------------------------------------

fact "in_need" { yesno, ask = "Is the young person a child in need?", source = "asked" }
fact "welfare_concern" { yesno, ask = "Is there any concern about welfare or safeguarding?",
  source = "asked" }
fact "made_fully_aware" { yesno, source = "asked",
  ask = "Does the young person know what being looked after means, and what refusing it means?" }
fact "capacity" { yesno, ask = "Does the young person have full capacity to decide this?",
  source = "asked" }
fact "advocate_offered" { yesno, ask = "Was the young person offered an advocate?", source = "asked" }
consent "care" { ask = "Does the young person agree to be looked after?" }
consent "sharing" { ask = "Does the young person agree that the services share information?" }

event "looked after" {} -- a period of being looked after begins
event "legal status changed" {}
event "placement changed" {}
event "left care" {}
event "reviewed" {}
event "went missing" {}
event "found" {}

-- Under which law somebody is housed is decided by an authority on a date and recorded; it is never
-- inferred from who found the room or drove there.
fact "accommodated_under" { one_of { "section_20", "section_17", "section_23B", "section_24B",
    "housing_act", "remand", "own_arrangement" }, source = "asked",
  ask = "Under which power does the authority house the young person?" }
fact "accommodated_decided_by" { text, ask = "Who decided that?", source = "asked" }
fact "accommodated_decided_on" { date, ask = "When was that decided?", precision = "day",
  source = "asked" }
fact "care_order" { yesno, ask = "Is a care order in force?", source = "SSDA903 LS C1, C2; else asked" }
fact "adopted" { yesno, presumed = false, ask = "Has the young person been adopted?",
  source = "SSDA903 REC E11, E12" }

fact "care_status" { one_of { "looked_after", "eligible", "relevant", "former_relevant",
    "qualifying", "none" },
  ask = "Which leaving-care status does the young person have?",
  source = "Annex A, eligibility category" } -- as it is recorded; what the Act gives is derived
fact "legal_status" { one_of { "interim_care_order", "care_order", "freeing_order",
    "placement_order", "section_20", "short_breaks", "police_protection", "emergency_protection",
    "assessment_order", "remand", "pace", "youth_rehabilitation" },
  ask = "Under which legal status is the young person looked after?", source = "SSDA903 LS" }
fact "placement" { one_of { "adoption", "kinship_foster", "foster", "secure_home",
    "childrens_home", "supported_accommodation", "parents", "independent",
    "residential_employment", "residential", "hospital", "family_centre", "custody", "temporary",
    "other" },
  ask = "What kind of placement is it?", source = "SSDA903 PLACE" }
fact "left_care_to" { one_of { "family", "guardianship", "independent_supported", "independent",
    "staying_put", "adult_care", "custody", "remand_ended", "age_assessed", "abroad",
    "transferred", "adopted", "died", "other" },
  ask = "Where did the young person go on leaving care?", source = "SSDA903 REC" }
fact "pathway_plan_reviewed" { date, ask = "When was the pathway plan last reviewed?",
  precision = "day", source = "Annex A, latest pathway plan review" }

-- What the periods further down do not show may be asked for. Each of these is read only where the
-- periods that are listed do not decide, and the case does not say that they are all.
fact "history_complete" { yesno, source = "SSDA903, where the first episode has RNE S",
  ask = "Are all times in care, at home, in hospital and in custody since the 14th birthday listed?" }
fact "is_looked_after" { yesno, ask = "Is the young person looked after now?", source = "asked" }
fact "had_13_weeks_in_care" { yesno, source = "asked",
  ask = "Was the young person looked after for 13 weeks in all since turning 14?" }
fact "was_looked_after_from_16" { yesno, source = "asked",
  ask = "Was the young person looked after at some time after turning 16?" }
fact "was_in_care_at_16_or_17" { yesno, source = "asked",
  ask = "Was the young person looked after, accommodated or fostered at any time while 16 or 17?" }
fact "at_home_six_months" { yesno, source = "asked",
  ask = "Has the young person lived with a parent for the last six months, without a break?" }
fact "was_at_home_six_months_at_18" { yesno, source = "asked",
  ask = "Had the young person, on turning 18, lived with a parent for six months without a break?" }
fact "was_in_hospital_or_detained_at_16" { yesno, source = "asked",
  ask = "Was the young person in hospital or detained on turning 16?" }
fact "had_guardianship_after_care" { yesno, source = "SSDA903 REC E45 to E48; else asked",
  ask = "Was there a special guardianship order, made while the young person was looked after?" }

----------------------------------------------------------------------------------------------------
-- After care: contact, activity, home
----------------------------------------------------------------------------------------------------

event "needs assessed" {} -- the assessment behind the pathway plan
event "pathway plan made" {}
event "pathway plan reviewed" {}
event "housing application completed" {}
event "offered a home" {}
event "refuses a home" {}
event "signs tenancy" {}
event "moves in" {}
event "moves out" {}
event "problem with the tenancy" {}
event "possession considered" {} -- the landlord thinks of taking the home back
event "asks for a personal adviser" {}

fact "in_touch" { one_of { "yes", "no", "refuses", "not_required", "returned_home", "died" },
  ask = "Are children's services in touch with the young person?", source = "SSDA903 IN_TOUCH" }
fact "last_contact" { date, ask = "When was the young person last in contact?", precision = "day",
  source = "Annex A, latest date of contact" }
fact "activity" { one_of { "higher_education", "education", "apprenticeship", "work_or_training",
    "ill_or_disabled", "neet_other", "parenting" },
  ask = "What is the young person's main activity?", source = "SSDA903 ACTIV" }
fact "full_time" { yesno, ask = "Is that activity full time?", source = "SSDA903 ACTIV F, P" }
fact "neet" { yesno, ask = "Is the young person outside education, employment and training?",
  source = "SSDA903 ACTIV G" }
fact "accommodation" { one_of { "family", "residential_care", "semi_independent",
    "supported_lodgings", "abroad", "deported", "lodgings", "not_known", "no_fixed_abode", "foyer",
    "independent", "emergency", "bed_and_breakfast", "custody", "former_foster_carer", "other" },
  ask = "What kind of accommodation does the young person live in?", source = "SSDA903 ACCOM" }
fact "accommodation_suitable" { yesno, ask = "Is that accommodation suitable?",
  source = "SSDA903 ACCOM digit" }
fact "leaves_placement_on" { date, precision = "day", source = "asked",
  ask = "On which day is the young person to leave the placement?" }
fact "ready_for_a_tenancy" { yesno, source = "asked",
  ask = "Is the young person ready to live independently and able to keep a tenancy?" }
fact "marked" { yesno, source = "asked",
  ask = "Is the young person marked as a care leaver on the housing system?" }
fact "in_arrears" { yesno, ask = "Is the rent in arrears?", source = "asked" }
fact "antisocial_behaviour" { yesno, ask = "Is there a complaint of anti-social behaviour?",
  source = "asked" }
fact "in_programme" { yesno, source = "asked",
  ask = "Is the young person in a programme of education or training of the pathway plan?" }
fact "adviser_wanted" { yesno, presumed = false, source = "asked",
  ask = "Has the young person told the authority that they want the help of a personal adviser?" }

----------------------------------------------------------------------------------------------------
-- The protocol itself
----------------------------------------------------------------------------------------------------

event "financial year begins" {}
event "protocol reviewed" {}

----------------------------------------------------------------------------------------------------
-- Spells: dated periods of a kind; they may overlap, and may still run
----------------------------------------------------------------------------------------------------

-- Looked after: under an order, or accommodated by the authority under its social services functions
-- (not section 17, 23B or 24B). Whether a night or two made somebody looked after hangs on hours.
fact "looked after" { spells, ask = "When was the young person looked after?", precision = "minute",
  source = "SSDA903 DECOM, DEC, without LS V3 and V4" }
fact "short breaks" { spells, ask = "When was the young person in planned short breaks?",
  precision = "day", source = "SSDA903 DECOM, DEC of LS V3 and V4" }
fact "at an address" { spells, ask = "When did the young person live in this area?",
  precision = "day", source = "asked" }
fact "at home" { spells, ask = "When did the young person live with a parent?", precision = "day",
  source = "asked" }
fact "in custody" { spells, ask = "When was the young person in custody?", precision = "day",
  source = "SSDA903 PLACE R5; else asked" }
fact "on remand" { spells, precision = "day", source = "asked",
  ask = "When was the young person remanded to youth detention accommodation?" }
fact "in hospital" { spells, ask = "When was the young person in hospital?", precision = "day",
  source = "SSDA903 PLACE R2, T1; else asked" }
fact "missing" { spells, ask = "When was the young person missing?", precision = "day",
  source = "SSDA903 Missing" }
fact "has a tenancy" { spells, ask = "When did the young person hold a tenancy?", precision = "day",
  source = "asked" }
fact "special guardianship" { spells, precision = "day", source = "asked",
  ask = "When was a special guardianship order in force?" }
fact "privately fostered" { spells, ask = "When was the young person privately fostered?",
  precision = "day", source = "asked" }
fact "accommodated by others" { spells, precision = "day", source = "asked",
  ask = "When did a voluntary organisation or a private children's home accommodate the young person?" }
fact "in a residential school or home" { spells, precision = "day", source = "asked",
  ask = "When did the young person live in a residential school or a care home?" }

fact "child_lives_with_them" { yesno, source = "asked",
  ask = "Does a child live with the young person, or could be expected to?" }
