baseline "stockport-2018"
variant "every three weeks" { because = "2.4/3 says fortnightly; what if the Panel met every three weeks?",
  panel "Accommodation Panel" { every = weeks(3) } }
