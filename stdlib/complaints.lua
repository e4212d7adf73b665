-- Complaints under the Children Act, in three stages, and the Ombudsman.
--
--     complaint                  from the event "complains to children's services": 10 working days, 20 where extended
--     complaint investigated     from "asks for an investigation": 25 working days, 65 where extended
--     review panel               from "asks for a review panel": sits in 30 working days, its report in 5, the answer in 15
--     complain to the Ombudsman  the young person's right, normally within 12 months
--
-- None of these is a review of a housing decision (module reviews), and neither stands in for the other.

require "law"
require "parties"

event "complains to children's services" {}
event "time to answer the complaint extended" {}
event "asks for an investigation" {}
event "time to investigate extended" {}
event "asks for a review panel" {}
event "review panel sits" {}
event "review panel reports" {}
event "complains to the Ombudsman" {}

fact "matter_known_since" { date, precision = "day",
  ask = "Since when has the young person known of what they complain about?" }

param "time to answer a complaint" { clause = "SI 2006/1738", ["2006-09-01"] = statutory_working_days(10),
  councils = "may shorten it" }
param "longest time to answer a complaint" { clause = "SI 2006/1738", ["2006-09-01"] = statutory_working_days(20),
  councils = "may shorten it" }
param "time to investigate" { clause = "SI 2006/1738", ["2006-09-01"] = statutory_working_days(25),
  councils = "may shorten it" }
param "longest time to investigate" { clause = "SI 2006/1738", ["2006-09-01"] = statutory_working_days(65),
  councils = "may shorten it" }
param "time until the panel sits" { clause = "SI 2006/1738", ["2006-09-01"] = statutory_working_days(30),
  councils = "may shorten it" }
param "time for the panel's report" { clause = "SI 2006/1738", ["2006-09-01"] = statutory_working_days(5),
  councils = "may shorten it" }
param "time to answer the panel" { clause = "SI 2006/1738", ["2006-09-01"] = statutory_working_days(15),
  councils = "may shorten it" }
param "time to complain to the Ombudsman" { clause = "LGSCO", ["1990-01-01"] = months(12) }

-- An extension moves the end, not the beginning: the longer time runs from the complaint too.

stage "complaint" { clause = "SI 2006/1738", owner = "Children's services", on = event "complains to children's services",
  deadline "answer the complaint" { clause = "SI 2006/1738", within = param "time to answer a complaint" },
  outcome "answered" { clause = "SI 2006/1738" },
  outcome "withdrawn" { clause = "SI 2006/1738" },
  outcome "extended" { clause = "SI 2006/1738", on = event "time to answer the complaint extended",
    go "complaint, in the longer time" },
}
stage "complaint, in the longer time" { clause = "SI 2006/1738", owner = "Children's services",
  deadline "answer the complaint in the longer time" { clause = "SI 2006/1738",
    from = event "complains to children's services", within = param "longest time to answer a complaint" },
  outcome "answered" { clause = "SI 2006/1738" },
  outcome "withdrawn" { clause = "SI 2006/1738" },
}

stage "complaint investigated" { clause = "SI 2006/1738", owner = "Children's services", on = event "asks for an investigation",
  deadline "investigate and answer" { clause = "SI 2006/1738", within = param "time to investigate" },
  outcome "answered" { clause = "SI 2006/1738" },
  outcome "withdrawn" { clause = "SI 2006/1738" },
  outcome "extended" { clause = "SI 2006/1738", on = event "time to investigate extended",
    go "investigation, in the longer time" },
}
stage "investigation, in the longer time" { clause = "SI 2006/1738", owner = "Children's services",
  deadline "investigate and answer in the longer time" { clause = "SI 2006/1738", from = event "asks for an investigation",
    within = param "longest time to investigate" },
  outcome "answered" { clause = "SI 2006/1738" },
  outcome "withdrawn" { clause = "SI 2006/1738" },
}

stage "review panel" { clause = "SI 2006/1738", owner = "Children's services", on = event "asks for a review panel",
  deadline "review panel sits" { clause = "SI 2006/1738", within = param "time until the panel sits" },
  outcome "it sits" { clause = "SI 2006/1738", on = event "review panel sits", meets = true, go "report of the panel" },
  outcome "withdrawn" { clause = "SI 2006/1738" },
}
stage "report of the panel" { clause = "SI 2006/1738", owner = "Children's services",
  deadline "report of the panel" { clause = "SI 2006/1738", within = param "time for the panel's report" },
  outcome "it reports" { clause = "SI 2006/1738", on = event "review panel reports", meets = true, go "answer to the panel" },
}
stage "answer to the panel" { clause = "SI 2006/1738", owner = "Children's services",
  deadline "answer to the panel" { clause = "SI 2006/1738", within = param "time to answer the panel" },
  outcome "answered" { clause = "SI 2006/1738" },
}

deadline "complain to the Ombudsman" { clause = "LGSCO", owner = applicant,
  by = fact "matter_known_since" + param "time to complain to the Ombudsman", met_by = event "complains to the Ombudsman",
  open = "normally: the Ombudsman may look at an older matter" }
