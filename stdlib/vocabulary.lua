-- The shared vocabulary: facts, consents, spells and events that every protocol and every importer knows by the same
-- name, so that one caseload runs under many protocols. It is loaded before each protocol.
--
-- A protocol uses these without declaring them. It may declare one again to add what its own text says of it (a clause,
-- a presumption, its own question); the type stays the same. What only one council has belongs in that council's protocol.
-- Codes of the statutory returns become these values in the importers, and nowhere else.

------------------------------------------------------------------------------------------------------------------------
-- The young person
------------------------------------------------------------------------------------------------------------------------

fact "dob"          { date, ask = "When was the young person born?" }
fact "sex"          { one_of { "female", "male" }, ask = "Sex, as recorded?" }
fact "ethnic_group" { one_of { "white", "mixed", "asian", "black", "other" }, ask = "Ethnic group, as recorded?" }
fact "disabled"     { yesno, ask = "Does the young person have a disability?" }
fact "pregnant"     { yesno, ask = "Is the young person pregnant?" }
fact "is_parent"    { yesno, ask = "Does the young person have a child of their own?" }
fact "uasc"         { yesno, ask = "Did the young person arrive as an unaccompanied asylum-seeking child?" }
fact "uasc_ended"   { date, ask = "When did the status of unaccompanied asylum-seeking child end?" }

------------------------------------------------------------------------------------------------------------------------
-- Coming for help
------------------------------------------------------------------------------------------------------------------------

fact "approached"        { one_of { "housing", "children's services" }, ask = "Which service did the young person come to?" }
fact "known_to_service"  { yesno, ask = "Is the young person known to children's services, now or from the past?" }
fact "open_case"         { yesno, ask = "Do children's services have an open case for the young person?" }
fact "homeless"          { yesno, ask = "Is the young person homeless?" }
fact "threatened"        { yesno, ask = "Is the young person threatened with homelessness within 56 days?" }
fact "eligible"          { yesno, ask = "Is the young person eligible for housing help (immigration status, residence)?" }
fact "priority_need"     { yesno, ask = "Is the young person in priority need?" }
fact "intentionally_homeless" { yesno, ask = "Was the young person found to be intentionally homeless?" }
fact "local_connection"  { yesno, ask = "Does the young person have a local connection with this area?" }
fact "parents_exclude"   { yesno, ask = "Is the young person homeless because parents cannot or will not house them?" }
fact "emergency"         { yesno, ask = "Is it an emergency that cannot wait for a meeting?" }
fact "notice_ends_on"    { date, ask = "When does the notice to leave end?" }

event "presents homeless"        {} -- asks either service for help, homeless or threatened with it
event "told of notice to leave"  {}
event "evicted"                  {}
event "loses accommodation"      {} -- accommodation that a council had made available
event "asks for a review"        {}
event "withdraws"                {} -- no longer wants help

------------------------------------------------------------------------------------------------------------------------
-- A child in need, and care
------------------------------------------------------------------------------------------------------------------------

fact "in_need"         { yesno, ask = "Is the young person a child in need (Children Act 1989, section 17)?" }
fact "welfare_concern" { yesno, ask = "Is there any concern about welfare or safeguarding?" }
fact "made_fully_aware" { yesno,
  ask = "Was the young person told, and did they understand, what being looked after means and what refusing it means?" }
fact "capacity"        { yesno, ask = "Does the young person have full capacity to make this decision?" }
consent "care"         { ask = "Does the young person agree to be looked after by children's services?" }
consent "sharing"      { ask = "Does the young person agree to information being shared between the services?" }

fact "care_status"  { one_of { "looked after", "eligible", "relevant", "former relevant", "qualifying", "none" },
  ask = "Which leaving-care status does the young person have?" }
fact "legal_status" { one_of { "interim care order", "care order", "freeing order", "placement order", "section 20",
    "short breaks", "police protection", "emergency protection", "assessment order", "remand", "pace",
    "youth rehabilitation" },
  ask = "Under which legal status is the young person looked after?" }
fact "left_care_to" { one_of { "family", "guardianship", "independent with support", "independent", "staying put",
    "adult care", "custody", "remand ended", "age assessed", "abroad", "transferred", "adopted", "died", "other" },
  ask = "Where did the young person go on leaving care?" }
fact "pathway_plan_reviewed" { date, ask = "When was the pathway plan last reviewed?" }

event "looked after"         {} -- a period of being looked after begins
event "legal status changed" {}
event "placement changed"    {}
event "left care"            {}
event "reviewed"             {}
event "went missing"         {}
event "found"                {}

------------------------------------------------------------------------------------------------------------------------
-- After care: contact, activity, home
------------------------------------------------------------------------------------------------------------------------

fact "in_touch"       { one_of { "yes", "no", "refuses", "not required", "returned home", "died" },
  ask = "Are children's services in touch with the young person?" }
fact "last_contact"   { date, ask = "When was the young person last in contact?" }
fact "activity"       { one_of { "higher education", "education", "apprenticeship", "work or training",
    "ill or disabled", "neet, other", "parenting" },
  ask = "What is the young person's main activity?" }
fact "full_time"      { yesno, ask = "Is that activity full time?" }
fact "neet"           { yesno, ask = "Is the young person not in education, employment or training?" }
fact "accommodation"  { one_of { "family", "residential care", "semi-independent", "supported lodgings", "abroad",
    "deported", "lodgings", "no fixed abode", "foyer", "independent", "emergency", "bed and breakfast", "custody",
    "former foster carer", "other" },
  ask = "What kind of accommodation does the young person live in?" }
fact "accommodation_suitable" { yesno, ask = "Is that accommodation suitable?" }

event "offered a home" {}
event "signs tenancy"  {}
event "moves in"       {}
event "moves out"      {}

------------------------------------------------------------------------------------------------------------------------
-- Spells: dated periods of a kind; they may overlap, and may still run
------------------------------------------------------------------------------------------------------------------------

fact "looked after"  { spells, ask = "When was the young person looked after?" }
fact "at an address" { spells, ask = "When did the young person live at an address in this area?" }
fact "at home"       { spells, ask = "When did the young person live with a parent?" }
fact "in custody"    { spells, ask = "When was the young person in custody?" }
fact "in hospital"   { spells, ask = "When was the young person in hospital?" }
fact "missing"       { spells, ask = "When was the young person missing?" }
fact "has a tenancy" { spells, ask = "When did the young person hold a tenancy?" }
