assume { stage = "talk", outcomes = { home = 1, placed = 0.000001 }, takes = days(10), source = "assumed" }
assume { fact = "ready", yes = 1, source = "assumed" }
