assume { stage = "talk", outcomes = { home = 1, ["grown up"] = 0.000001 }, takes = days(10), source = "assumed" }
assume { fact = "dob", before = years(16), source = "assumed" }
assume { fact = "ready", yes = 0, source = "assumed" }
