lesson "Luton: a late arrival before a bank-holiday weekend"
use "luton"

text [[
Friday 22 May 2026, ten past four in the afternoon. A mother of 32 and her son of six come to Housing at the Town Hall: they
have nowhere to sleep. Monday 25 May is the spring bank holiday.
]]
local late = ask("Is ten past four late at the Town Hall?", {
  "No: the cut-off is half past four", "Yes: on a Friday it is four o'clock";
  right = 2,
  because = "referrals-into-mash.9: after 16:30, and on a Friday after 16:00. On the minute is not after.",
})
if late == 1 then
  text "Half past four is the cut-off from Monday to Thursday; on a Friday it is half an hour earlier."
end
run "fact household family"
run "fact at_town_hall yes"
run "fact dob 3 March 1994"
run "presents homeless at 22 May 2026 4:10pm"

ask("The Housing Officer places them for the night. For whom, and who pays?", {
  "For Housing", "For Children's Services", "The family pays";
  right = 2, because = "referrals-into-mash.9 and costings.3: on behalf of Children's Services, and at their cost.",
})
ask("By when must MASH have seen them?", {
  "Saturday 23 May", "Monday 25 May", "Tuesday 26 May";
  right = 3,
  because = "referrals-into-mash.10: the next working day. It says Monday for a Friday, but this Monday is a bank holiday.",
})
run "due seen by MASH after a Friday"
text [[
The two halves of that clause do not agree on this weekend. It is read here as the next working day; the word readings lists
it under "Monday after a Friday", and what it could be instead.
]]
run "what if reading Monday after a Friday = Monday, bank holiday or not"

ask("The text says: for that night. How many nights is it?", {
  "One", "Three", "Four";
  right = 3, because = "Friday, Saturday, Sunday and Monday, until MASH has seen them: no child is left without a place.",
})
ask("What if it were a young person of 17, alone, at the same minute?", {
  "The Housing Officer places them too", "The Emergency Duty Team";
  right = 2,
  because = "referrals-into-mash.9 speaks of a family, and .11 of all others. That too is a reading, and could be otherwise.",
})
run "what if household=single person"
checkpoint "Friday evening"

run "until 26 May 2026 9:30am"
run "answer late arrival seen by MASH"
ask("It is Tuesday, half past nine, and MASH has seen them. Where do they sleep tonight?", {
  "Where they slept last night", "Nothing is recorded any more: that is the next thing to settle";
  right = 2,
  because = "The place was until MASH had seen them. referrals-into-mash.5 to .8: is a duty owed? Decide before night.",
})
run "who"
