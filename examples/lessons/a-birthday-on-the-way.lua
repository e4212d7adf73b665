lesson "A birthday in the middle of an assessment"
use "stockport-2018"

text "A young person turns 18 on Sunday 24 May 2026. They come on Friday 22 May at 4pm, and mediation fails at once."
run "fact dob 24 May 2008"
run "fact care_status none"
run "presents homeless at 22 May 2026 4pm"
run "answer mediation still homeless"

ask("Until when may the joint assessment be done in time?", {
  "Sunday 24 May at 4pm", "Saturday 23 May at midnight, when they are still 17", "Wednesday 27 May";
  right = 1, because = "3.7/1: 48 hours from the referral. But see what happens before that.",
})
run "due joint assessment"
checkpoint "due"

ask("What happens as Sunday begins?", {
  "Nothing until Monday, it is a weekend",
  "They turn 18, and the stage ends by itself: the way for adults begins";
  right = 2, because = "1.1: this part is for 16 and 17 year olds. An age is attained as the birthday begins.",
})
run "until 18th birthday"
run "next"
run "why"
