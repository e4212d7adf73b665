lesson "A threat of eviction between two Panels"
use "stockport-2018"

text [[
A care leaver of 17 holds an equitable tenancy with Stockport Homes. The rent is behind. On Monday 1 June 2026 the housing
officer begins to think of possession. The Accommodation Panel sits every two weeks.
]]
run "fact dob 11 February 2009"
run "fact care_status relevant"
run "sign-up booked at 2 March 2026 10am"
run "accompanied to sign up"
run "answer sign-up equitable tenancy"
run "problem with the tenancy at 1 June 2026 10am"
run "answer tenancy problem serious at 3pm"
run "possession considered"

ask("Must the case wait for the next Panel?", {
  "Yes, the Panel decides on tenancies",
  "No: a formal meeting is arranged, and it waits for no Panel";
  right = 2,
  because = "2.12/3: where possession is a possible outcome, the Housing Options Officer arranges a formal meeting.",
})
ask("By when must that meeting be?", {
  "Within two weeks", "Before notice is served", "The text sets no time";
  right = 3, because = "2.12/3 names no time. moot tracks the duty and invents no date.",
})
run "due"
checkpoint "the meeting"

ask("Can possession be taken before the meeting was held?", {
  "Yes", "No: it is a last resort";
  right = 2, because = "2.12/5, read so that the meeting comes first. Another reading is listed by the word readings.",
})
run "who"
