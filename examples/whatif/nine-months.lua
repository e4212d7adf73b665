baseline "medway-planning"
variant "nine months before" { because = "10.2/1 has an options meeting six months before the placement ends",
  param "planning begins" { ["2021-04-01"] = months(9) } }
