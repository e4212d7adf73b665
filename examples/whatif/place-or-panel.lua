baseline "stockport-2018"
variant "one more place" { because = "nine on each Panel instead of eight", panel "Accommodation Panel" { places = 9 } }
variant "one more Panel a month" { because = "every ten days instead of every fourteen",
  panel "Accommodation Panel" { every = days(10) } }
