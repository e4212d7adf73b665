lesson "A 17 year old who says no to care"
use "stockport-2018"

text [[
A young person of 17 is homeless because their parents have excluded them. The joint assessment finds them estranged, and
Stockport Family calls the care planning meeting. The young person says: I do not want to be in care.
]]
run "fact dob 11 February 2009"
run "fact care_status none"
run "fact parents_exclude yes"
run "presents homeless at 21 May 2026 9am"
run "answer mediation still homeless"
run "answer joint assessment estranged at tomorrow 10am"
run "consent care refused at tomorrow 2pm"

ask("Does the housing duty of clause 3.11 begin now?", {
  "Yes: care was refused",
  "Not yet: nobody has said that they knew what they refused";
  right = 2,
  because = "3.2: the refusal counts of somebody who was made fully aware and can decide it. Until then nothing is settled.",
})
run "why not Housing Act duty"
checkpoint "an uninformed refusal"

text "The social worker explains what care would give, and what Stockport Homes cannot give; an advocate is there."
run "fact made_fully_aware yes"
run "fact capacity yes"
ask("And now?", {
  "The Housing Act duty can be chosen", "Section 20 still stands, because they are in need";
  right = 1, because = "3.11: an informed refusal leads to the Housing Act, though the young person is in need.",
})
run "answer Housing Act duty"
text "Try: what if made_fully_aware=no, and compare what would follow."
