baseline "stockport-2018"
variant "two working days" { because = "3.7/1 gives 48 hours; what if they were read as working time?",
  reading "how 48 hours are counted" { chosen = "as two working days" } }
