-- The shared vocabulary: facts, consents, spells and events that every protocol and every importer
-- knows by the same name, so that one caseload runs under many protocols. It is loaded before each
-- protocol.
--
-- A protocol uses these without declaring them. It may declare one again to add what its own text
-- says of it (a clause, a presumption, its own question); the type stays the same. What only one
-- council has belongs in that council's protocol. The importers turn the codes of the statutory
-- returns into these values; no other code ever sees them.

----------------------------------------------------------------------------------------------------
-- The young person
----------------------------------------------------------------------------------------------------

fact "dob" { date, ask = "When was the young person born?" }
fact "sex" { one_of { "female", "male" }, ask = "Which sex is recorded?" }
fact "ethnic_group" { one_of { "white", "mixed", "asian", "black", "other" },
  ask = "Which ethnic group is recorded?" }
fact "disabled" { yesno, ask = "Does the young person have a disability?" }
fact "pregnant" { yesno, ask = "Is the young person pregnant?" }
fact "is_parent" { yesno, ask = "Does the young person have a child of their own?" }
fact "uasc" { yesno, ask = "Is or was the young person an unaccompanied asylum-seeking child?" }
fact "uasc_ended" { date, ask = "When did that status end?" }

----------------------------------------------------------------------------------------------------
-- Coming for help
----------------------------------------------------------------------------------------------------

event "presents homeless" {} -- asks a service for help: homeless, or threatened with it
event "told of notice to leave" {}
event "evicted" {}
event "loses accommodation" {} -- a home that a council had made available
event "asks for a review" {}
event "withdraws" {} -- no longer wants help

fact "approached" { one_of { "housing", "children's services" },
  ask = "Which service did the young person come to?" }
fact "known_to_service" { yesno, ask = "Is the young person known to children's services?" }
fact "open_case" { yesno,
  ask = "Do children's services have an open case for the young person?" }
fact "homeless" { yesno, ask = "Is the young person homeless?" }
fact "threatened" { yesno, ask = "Is the young person likely to be homeless within 56 days?" }
fact "notice_ends_on" { date, ask = "When does the notice to leave end?" }
fact "parents_exclude" { yesno,
  ask = "Is the young person homeless because parents cannot or will not house them?" }
fact "emergency" { yesno, ask = "Is it an emergency that cannot wait for a meeting?" }
fact "eligible" { yesno, -- for housing help; not the leaving-care status of the same name
  ask = "Do immigration status and residence allow housing help?" }
fact "priority_need" { yesno, ask = "Is the young person in priority need?" }
fact "intentionally_homeless" { yesno,
  ask = "Was the young person found to be intentionally homeless?" }
fact "local_connection" { yesno, ask = "Does the young person have a connection with this area?" }

----------------------------------------------------------------------------------------------------
-- A child in need, and care
----------------------------------------------------------------------------------------------------

fact "in_need" { yesno, ask = "Is the young person a child in need?" }
fact "welfare_concern" { yesno, ask = "Is there any concern about welfare or safeguarding?" }
fact "made_fully_aware" { yesno,
  ask = "Does the young person know what being looked after means, and what refusing it means?" }
fact "capacity" { yesno, ask = "Does the young person have full capacity to decide this?" }
consent "care" { ask = "Does the young person agree to be looked after?" }
consent "sharing" { ask = "Does the young person agree that the services share information?" }

event "looked after" {} -- a period of being looked after begins
event "legal status changed" {}
event "placement changed" {}
event "left care" {}
event "reviewed" {}
event "went missing" {}
event "found" {}

fact "care_status" { one_of { "looked_after", "eligible", "relevant", "former_relevant",
    "qualifying", "none" },
  ask = "Which leaving-care status does the young person have?" }
fact "legal_status" { one_of { "interim_care_order", "care_order", "freeing_order",
    "placement_order", "section_20", "short_breaks", "police_protection", "emergency_protection",
    "assessment_order", "remand", "pace", "youth_rehabilitation" },
  ask = "Under which legal status is the young person looked after?" }
fact "placement" { one_of { "adoption", "kinship_foster", "foster", "secure_home",
    "childrens_home", "supported_accommodation", "parents", "independent",
    "residential_employment", "residential", "hospital", "family_centre", "custody", "temporary",
    "other" },
  ask = "What kind of placement is it?" }
fact "left_care_to" { one_of { "family", "guardianship", "independent_supported", "independent",
    "staying_put", "adult_care", "custody", "remand_ended", "age_assessed", "abroad",
    "transferred", "adopted", "died", "other" },
  ask = "Where did the young person go on leaving care?" }
fact "pathway_plan_reviewed" { date, ask = "When was the pathway plan last reviewed?" }

----------------------------------------------------------------------------------------------------
-- After care: contact, activity, home
----------------------------------------------------------------------------------------------------

event "offered a home" {}
event "signs tenancy" {}
event "moves in" {}
event "moves out" {}

fact "in_touch" { one_of { "yes", "no", "refuses", "not_required", "returned_home", "died" },
  ask = "Are children's services in touch with the young person?" }
fact "last_contact" { date, ask = "When was the young person last in contact?" }
fact "activity" { one_of { "higher_education", "education", "apprenticeship", "work_or_training",
    "ill_or_disabled", "neet_other", "parenting" },
  ask = "What is the young person's main activity?" }
fact "full_time" { yesno, ask = "Is that activity full time?" }
fact "neet" { yesno, ask = "Is the young person outside education, employment and training?" }
fact "accommodation" { one_of { "family", "residential_care", "semi_independent",
    "supported_lodgings", "abroad", "deported", "lodgings", "not_known", "no_fixed_abode", "foyer",
    "independent", "emergency", "bed_and_breakfast", "custody", "former_foster_carer", "other" },
  ask = "What kind of accommodation does the young person live in?" }
fact "accommodation_suitable" { yesno, ask = "Is that accommodation suitable?" }

----------------------------------------------------------------------------------------------------
-- Spells: dated periods of a kind; they may overlap, and may still run
----------------------------------------------------------------------------------------------------

fact "looked after" { spells, ask = "When was the young person looked after?" }
fact "at an address" { spells, ask = "When did the young person live in this area?" }
fact "at home" { spells, ask = "When did the young person live with a parent?" }
fact "in custody" { spells, ask = "When was the young person in custody?" }
fact "in hospital" { spells, ask = "When was the young person in hospital?" }
fact "missing" { spells, ask = "When was the young person missing?" }
fact "has a tenancy" { spells, ask = "When did the young person hold a tenancy?" }
