-- What if? Medway's protocol of 2021 with each open point of its text read the other way.
--
--   moot check examples/medway/variants.lua
--   moot run protocols/medway-2021.lua --cases examples/medway/cases.jsonl \
--     --variant "examples/medway/variants.lua:25 included"

baseline "medway-2021"

variant "a home is found" { reading "housing needs are dealt with" { chosen = "by a home that is found" } }
variant "shared all the same" {
  reading "the section where consent is refused" { chosen = "is shared all the same" } }
variant "always referred" {
  reading "referral where there is no connection" { chosen = "always made, as in the text" } }
variant "leave and below 20" {
  reading "leave up to the age of 20" { chosen = "whoever has leave and is below 20" } }
variant "25 included" { reading "18 to 25" { chosen = "25 included" } }
variant "nobody below 18" { reading "before the 18th birthday" { chosen = "nobody is covered" } }
variant "planning to 25" {
  reading "21, and support was not asked for" { chosen = "planning goes on to 25" } }
variant "opted out for good" { reading "after opting out" { chosen = "it is over" } }
variant "then, and not before" {
  reading "six months before leaving" { chosen = "then, and not before" } }
variant "the adviser alone agrees" { reading "who agrees a route" { chosen = "the Personal Advisor" } }
variant "explained during the stay" {
  reading "rights and responsibilities" { chosen = "explained during the stay" } }
variant "24 hours" { reading "immediately" { chosen = "24 hours" } }
variant "the next working day" { reading "immediately" { chosen = "the next working day" } }
variant "the further support" { reading "with immediate effect" { chosen = "the further support" } }
variant "one tells for both" {
  reading "told by the landlord as well" { chosen = "the Personal Advisor tells for both" } }
variant "planned routes first" {
  reading "an application before that" { chosen = "waits until they are used up" } }
variant "referral only without contact" {
  reading "the duty to refer" { chosen = "only where there was no contact before" } }
variant "interim once assessed" {
  reading "interim accommodation begins" { chosen = "once it is assessed" } }
variant "28 days" { reading "typically up to 28 days" { chosen = "28 days" } }
variant "28 days at most" {
  reading "typically up to 28 days" { chosen = "to the date in the letter, 28 days at most" } }
variant "21 days of the day" {
  reading "21 days to ask for a review" { chosen = "of the day, as in the text" } }
variant "comment before the letter" {
  reading "comment of leaving care" { chosen = "asked for before the letter" } }
variant "not both parts" { reading "one manager in both parts" { chosen = "is barred" } }
variant "three months at most" {
  reading "on a quarterly basis" { chosen = "three months at most" } }
variant "a year at most" { reading "annually" { chosen = "a year at most" } }
variant "social tenancies only" { reading "own tenancies" { chosen = "social only" } }
variant "living in Medway" { reading "two years in Medway" { chosen = "living there, as in the text" } }
variant "the adviser all the same" {
  reading "the Personal Advisor or the social worker" { chosen = "the Personal Advisor all the same" } }
