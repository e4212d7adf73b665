-- What if? Stockport's protocol of 2024 with a point of its text read the other way, or a figure that might be changed.
--
--   moot check examples/stockport-2024/variants.lua
--   moot run protocols/stockport-2024.md --cases examples/stockport-2024/cases.jsonl \
--     --variant "examples/stockport-2024/variants.lua:a ban on bed and breakfast"

baseline "stockport-2024"

variant "managers meet first" { because = "6.13/3 sets no time; what if they had to meet before possession is sought?",
  reading "the managers meet" { chosen = "before possession is sought" } }
variant "the session after the next" { because = "5.5/3: what if a case were heard at the next session but one?",
  reading "the session that hears a case" { chosen = "the next but one" } }
variant "a ban on bed and breakfast" { because = "7.5/4 avoids it; what if it were barred for every care leaver?",
  reading "bed and breakfast is avoided" { chosen = "a ban" } }
variant "from 22" { because = "7.2/2: what if 'over 21' began with the 22nd birthday?",
  reading "over 21" { chosen = "from the 22nd birthday" } }
variant "a year at most" { because = "13.1/1: what if no more than a year might lie between two reviews?",
  reading "on an annual basis" { chosen = "a year at most" } }
variant "a larger grant" { because = "6.8/3: what if the setting-up home grant were £3,500?",
  entitlement "setting-up home grant" { amount = money(3500) } }
