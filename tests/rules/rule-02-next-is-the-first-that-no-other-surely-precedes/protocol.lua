-- Rule 2: next comes the first record in file order that no remaining record surely precedes.
--
-- The file has "May", "the 21st at 09:00" and "the 20th". Nothing is surely before May, so May comes
-- first, standing from its first second. Of the other two the 20th is surely before the 21st, so it
-- comes next although it is written last.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
event "calls" {}
event "arrives" {}
event "withdraws" {}
