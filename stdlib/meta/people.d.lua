---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Who is built in.

---The young person.
---
---Where the young person is the one who acts or is told. It is built in and needs no declaring. A deadline that the applicant owns is a right: unused it expires, and nobody is in breach.
---
---Medway 2021, clause 12.7/5:
---```lua
---stage "decision letter" { clause = "12.7/3", owner = "Housing Options Officer",
---  notify { applicant, as = "send the letter", clause = "12.7/3" },
---}
---```
---@type moot.applicant
applicant = nil
