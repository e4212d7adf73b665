baseline "stockport-2024"
variant "section 9 in force" { because = "passed in April 2026, and no date of commencement is known",
  law "CWSA26 s.9" { in_force = { "2026-01-01", false } } }
