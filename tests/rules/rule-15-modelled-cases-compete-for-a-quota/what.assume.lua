assume { stage = "let", outcomes = { yes = 1 }, takes = days(2), source = "assumed" }
