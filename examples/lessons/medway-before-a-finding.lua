lesson "Medway: the safeguards before an adverse decision"
use "medway-2021"

text [[
A care leaver of 23, Medway's own, was homeless in June. Prevention and relief have run their 56 days. The officer is minded
to find that the young person gave up a tenancy on purpose.
]]
run "fact dob 1 March 2003"
run "fact care_status former_relevant"
run "fact medways_own yes"
run "fact eligible yes"
run "fact homeless yes"
run "fact priority_need_on_other_ground yes"
run "fact intentionally_homeless yes"
run "fact decision_in_words homeless intentionally"
run "fact decision_reasons gave up a tenancy"
run "fact relief_end_ground 56 days have passed"
run "fact provisional_findings gave up a tenancy"
run "fact how_to_answer by letter or telephone"
run "presents homeless at 1 June 2026 9am"
run "answer homelessness application homeless"
run "answer relief duty after 56 days ended after 56 days at 28 July 2026 10am"
run "answer main duty decision intentionality in view at 3 August 2026 10am"

ask("Who gets the pre-intent letter besides the young person?", {
  "Nobody: it is confidential", "The Personal Advisor", "The Panel";
  right = 2,
  because = "12.8/2: it goes to the Personal Advisor too, or the social worker where there is one, and can be answered.",
})
run "who"
checkpoint "minded to"

ask("The officer makes the finding on 7 September. Is that the end of it?", {
  "Yes, the officer decides", "No: a manager must authorise it, and leaving care may comment first";
  right = 2, because = "12.8/3 and 12.8/4: two safeguards that the finding needs before it stands.",
})
run "answer minded to find intentionality finding made at 7 September 2026 10am"
run "due"
ask("What may the young person ask for, and in what time, once the letter is there?", {
  "A review, within 21 days", "An appeal to the county court, within 21 days";
  right = 1, because = "12.7/5: a review of the decision, within 21 days; a right, not a duty.",
})
