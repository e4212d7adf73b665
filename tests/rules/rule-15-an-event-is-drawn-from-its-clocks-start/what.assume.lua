assume { stage = "talk", outcomes = { on = 1 }, takes = days(10), source = "assumed" }
assume { stage = "papers", outcomes = { done = 1 }, takes = days(30), source = "assumed" }
assume { event = "papers came", takes = days(4), source = "assumed" }
assume { event = "somebody else helps", takes = days(3), source = "assumed" }
