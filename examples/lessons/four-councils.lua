lesson "The same young person, in four councils"
use "stockport-2018"

text [[
One story, told once. On Thursday 21 May 2026 at nine a young person of 17, never in care and known to nobody, comes to the
council and says that they have nowhere to sleep. It is played under Stockport's protocol of 2018, and beside it under those
of three other councils.
]]
run "fact dob 11 February 2009"
run "fact care_status none"
run "fact known_to_service no"
run "presents homeless at 21 May 2026 9am"

ask("Stockport: who speaks to the young person first?", {
  "A social worker", "The Mediation Service", "The Panel";
  right = 2, because = "3.5/1: mediation comes first, at Stockport Homes.",
})
run "answer mediation still homeless at 11:30"
ask("Stockport: mediation came to nothing at half past eleven. By when is the joint assessment due?", {
  "Friday 22 May, half past eleven", "Saturday 23 May, half past eleven", "Monday 25 May";
  right = 2, because = "3.7/1: 48 hours from the referral, read by the clock, which runs on a Saturday too.",
})
checkpoint "Stockport"

ask("Medway: what begins with the same story?", {
  "An application as homeless, at Housing Options", "Mediation", "A panel";
  right = 1, because = "12.3/1: Housing Options takes the application; threatened or homeless is what it must decide.",
})
run "compare medway-2021"
checkpoint "Medway"

ask("Luton: to whom is everybody of 16 or 17 referred?", {
  "To nobody until Housing has decided", "To Children's Services", "To the Housing Panel";
  right = 2, because = "first-approach-16-17.1; the duty social worker holds the case, first-approach-16-17.9.",
})
ask("Luton: and by when must that first contact be?", {
  "Within 48 hours", "On the same day", "That clause sets no time";
  right = 3, because = "first-approach-16-17.8 names who it is, and no time. moot tracks it, and invents no date.",
})
run "compare luton"
checkpoint "Luton"

ask("Worcestershire: moot shows the Housing Act and little else. Why?", {
  "The council has no protocol",
  "Only a paper to its Board is known here, and the protocol was attached to it",
  "The young person is too young";
  right = 2,
  because = "header: what the paper does not say is not made up; the law that binds every council stands in, and says so.",
})
run "compare worcestershire-2017"
text [[
What only one protocol knows is set aside under the others, and counted: the difference that is left is the councils', not the
story's.
]]
