lesson "48 hours over a weekend on which the clocks go back"
use "stockport-2018"

text [[
Friday 23 October 2026, 3pm. A young person of 17 comes to Stockport Homes: their father has put them out. Mediation is
tried at once and comes to nothing, and MASH is asked for a joint assessment in the same hour.
]]
run "fact dob 11 February 2009"
run "fact care_status none"
run "presents homeless at 23 October 2026 3pm"
run "answer mediation still homeless"

local said = ask("Clause 3.7 gives 48 hours for the joint assessment. When are they over?", {
  "Sunday 25 October at 2pm",
  "Sunday 25 October at 3pm",
  "Tuesday 27 October, at the end of the day";
  right = 1,
  because = "48 hours are 48 hours that pass. The clocks go back on Sunday morning, so the day has 25 hours.",
})
if said == 3 then
  text [[
Who said Tuesday counted two working days. The text says hours; but it does not say that an office is open on a Sunday. How
it is read is listed by the word readings, and a council that means working days should write them.
  ]]
end
run "due joint assessment"
checkpoint "counted"

ask("It is Sunday, 2pm, on the minute. Is it too late?", {
  "Yes", "No, on the minute is in time"; right = 2, because = "What is done at the last second of the time is done in time.",
})
run "until next deadline"
run "done joint assessment"
text "It was done on the minute, and it is met."
