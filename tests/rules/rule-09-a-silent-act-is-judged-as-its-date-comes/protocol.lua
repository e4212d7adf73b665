-- Rule 9: a silent act is done some time from its call to the case's now, so it is *met* or *cannot tell* also where its date
-- comes only after the call, by an event, by the end of its stage, or as a date becomes known.
--
-- A is as of 8 May: each of its dates, from 2 to 5 May, lies before that, so each may have been done too late; that "the event"
-- happens again on 8 May moves nothing. B is as of 2 May 10:00, the minute of the event, and on the minute is in time; a day
-- later is 3 May, the hearing on 20 May, and the stage is open, so that act has no date. C: what is recorded late is late.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "moves" {}
fact "hearing_on" { date }
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  refer { sw, as = "the event", by = event "moves", clause = "2" },
  refer { sw, as = "a day later", by = event "moves" + days(1), clause = "3" },
  refer { sw, as = "the hearing", by = fact "hearing_on", clause = "4" },
  refer { sw, as = "the end", by = left "visit", clause = "5" },
  outcome "done" {},
}
