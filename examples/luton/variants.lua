-- What if? Luton's protocol with the points on which its text contradicts itself read the other way, and five
-- questions of policy.
--
--   moot check examples/luton/variants.lua
--   moot run luton --cases examples/luton/cases.jsonl --variant "examples/luton/variants.lua:21 days to leave"
--   moot compare luton "examples/luton/variants.lua:first assessment in ten days" --cases examples/luton/cases.jsonl

baseline "luton"

-- Where two clauses do not go together

variant "21 days to leave" {
  reading "time for a household with children to leave" { chosen = "21 days" } }
variant "notice from the letter" { reading "notice to leave runs from" { chosen = "the letter" } }
variant "one working day to MASH" { reading "referral after the decision" { chosen = "one working day" } }
variant "referred without consent" { reading "a referral without consent" { chosen = "in every case" } }
variant "referred for everybody" {
  reading "whom the referral is for" { chosen = "everybody who gets the letter" } }
variant "first assessment in ten days" {
  reading "the assessment within 10 working days" { chosen = "a first assessment" } }
variant "Police and case together" {
  reading "Police and the case passed on" { chosen = "both, in any order" } }
variant "section 17 as drawn" { reading "the box of section 17" { chosen = "as the map draws it" } }

-- Policy: what would change if Luton wrote something else?

variant "30 working days to assess" {
  stage "child in need assessment" { deadline "single assessment" { within = working_days(30) } } }
variant "met elsewhere within an hour" {
  stage "young person with the Assessment Service" { deadline "met elsewhere within 30 minutes" { within = minutes(60) } } }
variant "back on Monday, bank holiday or not" {
  reading "Monday after a Friday" { chosen = "Monday, bank holiday or not" } }
variant "immediately is within the hour" { reading "immediately" { chosen = "within the hour" } }
variant "ten a calendar year" { reading "a year of allocations" { chosen = "the calendar year" } }
