lesson "The same young person, in several councils"
use "stockport-2018"

text [[
One story, told once: a young person of 17 comes to the council on Thursday 21 May 2026 and says that they have nowhere to
sleep. It is played under Stockport's protocol of 2018, and beside it under others.
]]
run "fact dob 11 February 2009"
run "fact care_status none"
run "presents homeless at 21 May 2026 9am"

ask("In Stockport, who speaks to the young person first?", {
  "A social worker", "The Mediation Service", "The Panel";
  right = 2, because = "3.5/1: mediation comes first, at Stockport Homes.",
})
run "compare stockport-2024"
checkpoint "Stockport, six years later"
run "compare medway-2021"
text [[
What only one protocol knows is set aside under the other, and counted: so the difference that is left is the councils', not
the story's.
]]
