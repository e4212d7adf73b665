-- How people behave in pathway.lua: each length of time is as likely as another, so that the yardstick can draw it too.

assume { stage = "contact", outcomes = { reached = 1 }, takes = between(minutes(30), minutes(1500)), source = "assumed" }
assume { stage = "assessment", outcomes = { done = 1 }, takes = between(minutes(1), minutes(3000)), source = "assumed" }
assume { stage = "meeting", outcomes = { held = 1 }, takes = between(working_days(1), working_days(12)), source = "assumed" }
assume { stage = "panel", outcomes = { approved = 70, deferred = 20, declined = 10 }, source = "assumed" }
assume { stage = "information", outcomes = { complete = 1 }, takes = working_days(5), source = "assumed" }
assume { stage = "offer", outcomes = { refused = 35, accepted = 65 },
  takes = between(working_days(3), working_days(17)), source = "assumed" }
assume { stage = "viewing", outcomes = { seen = 1 }, takes = between(working_days(5), working_days(15)), source = "assumed" }
