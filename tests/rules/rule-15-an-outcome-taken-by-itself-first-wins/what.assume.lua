assume { stage = "talk", outcomes = { home = 1 }, takes = days(10), source = "assumed" }
assume { event = "calls it off", takes = days(1), omitted = 1, source = "assumed" }
assume { fact = "dob", before = years(16), source = "assumed" }
