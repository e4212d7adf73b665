-- The zone of a calendar: by UTC 24 hours from noon on 28 March 2026 end at noon of the next day, though London's clocks go
-- forward in between, where they would end at 13:00.

protocol "a-clock-that-is-never-changed" { council = "Nowhere", effective = "2018-01-01", calendar = "clock" }

calendar "clock" { zone = "UTC" }

event "referred" { clause = "1" }
stage "contact" { clause = "1", owner = service "Housing" {}, on = event "referred",
  deadline "contact" { clause = "1", within = hours(24) },
  outcome "reached" { clause = "1" } }
