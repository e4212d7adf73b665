assume { stage = "talk", outcomes = { home = 1 }, takes = days(10), source = "assumed" }
assume { stage = "move", outcomes = { moved = 1, stays = 0.000001 }, takes = days(2), source = "assumed" }
assume { fact = "willing", yes = 0, source = "assumed" }
