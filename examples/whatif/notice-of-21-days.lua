baseline "luton"
variant "21 days" { because = "housing-duty.17 says at least 21 days, referrals-to-housing.6 normally 28",
  reading "time for a household with children to leave" { chosen = "21 days" } }
