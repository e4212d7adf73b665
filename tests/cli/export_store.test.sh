#!/bin/sh
# moot export of a store: sums as its report has them, small counts hidden where the cases may be about people; rows only if that is asked
# for, and then the file says so first.
set -eu

# shellcheck source=tests/tools/expect.sh
. "$MOOT_ROOT/tests/tools/expect.sh"

cat > talk-2026.lua <<'END_OF'
protocol "talk-2026" { council = "Talk", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
stage "talk" {
  clause = "1/1", owner = hg, on = event "presents homeless",
  deadline "talk" { clause = "1/2", within = hours(48) },
  outcome "gone" { clause = "1/3", close "gone" },
  outcome "housed" { clause = "1/4", place { "home" }, close "housed" },
}
END_OF
# 20 cases: 12 talked to the day after (10 gone, 2 housed), 5 on the fifth day (gone), 3 not at all. Gone: 15, housed: 2, open: 3.
cases() { # MARK
    awk -v mark="$1" 'BEGIN {
        for (i = 1; i <= 20; i++) {
            printf "{\"id\":\"C%02d\",%s\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"presents homeless\"}", i, mark
            if (i <= 17) printf ",{\"at\":\"2026-06-%02d 10:00\",\"stage\":\"talk\",\"outcome\":\"%s\"}", i <= 12 ? 2 : 6, i == 11 || i == 12 ? "housed" : "gone"
            printf "]}\n"
        }
    }'
}
cases "" > real.jsonl
cases '"generated":"a test",' > made-up.jsonl
for store in real made-up; do
    moot run talk-2026.lua --cases $store.jsonl --store $store.db --quiet
done

# Sums: 15 + 2 + 3 of 20. Two and three are small; 17 closed would tell the three, and 15 of them the two.
ends() { moot export "$@" --as jsonl | jq -rs 'map(select(.finding == "ends") | "\(.end) \(.cases)") | join(", ")'; }
expect "of people small sums are hidden" 'open c, closed: gone c, closed: housed c' "$(ends real.db)"
expect "of made-up cases they are shown" 'open 3, closed: gone 15, closed: housed 2' "$(ends made-up.db)"
expect "--suppress-below moves the line: of 17 closed the 15 would tell the two" 'open 3, closed: gone c, closed: housed c' \
    "$(ends real.db --suppress-below 3)"
expect "the first line says what it is" 'disclosure,,1,says,sums; small counts are c,,' "$(moot export real.db --as csv | sed -n 2p)"
for form in csv jsonl; do
    case $form in csv) flag=--csv ;; *) flag=--json ;; esac
    expect "$form: the same as the report" same "$(moot export real.db --as $form > one; moot report real.db $flag > two; cmp -s one two && echo same)"
    expect "$form: no case is named" 0 "$(moot export real.db --as $form | grep -c 'C[012][0-9]')"
done

# Rows: 20 cases, 20 visits, 20 deadlines, and a header that says what they are.
expect "rows say so first" '# row by row (--internal): for use in the house only, not for publication; nothing is suppressed; protocol talk-2026, cases of real.jsonl' \
    "$(moot export real.db --as csv --internal | head -1)"
expect "made-up rows say that they are" '# row by row (--internal); the cases were made up and are about nobody; protocol talk-2026, cases of made-up.jsonl' \
    "$(moot export made-up.db --as csv --internal | head -1)"
expect "rows as JSON Lines say so first" 'row by row (--internal): for use in the house only, not for publication; nothing is suppressed' \
    "$(moot export real.db --as jsonl --internal | head -1 | jq -r .disclosure)"
expect "all rows" '20 case, 20 deadline, 20 stage' \
    "$(moot export real.db --as jsonl --internal | jq -rs 'map(select(.row)) | group_by(.row) | map("\(length) \(.[0].row)") | join(", ")')"
expect "one housed the day after" 'case,C11,,talk-2026,,,,,closed,housed
stage,C11,,talk,1/1,"[""Homes Group""]",2026-06-01 09:00,,housed,2026-06-02 10:00
deadline,C11,,talk,1/2,"[""Homes Group""]",2026-06-01 09:00,2026-06-03 09:00,met,2026-06-02 10:00' "$(moot export real.db --as csv --internal | grep C11)"
expect "one who was not talked to" 'case open -, stage open -, deadline live -' \
    "$(moot export real.db --as jsonl --internal | jq -rs 'map(select(.id == "C20") | "\(.row) \(.status) \(.ended // "-")") | join(", ")')"
expect "late ones" 5 "$(moot export real.db --as csv --internal | grep -c ',late,')"
moot export real.db --as csv --internal -o rows.csv
expect "into a file" 62 "$(wc -l < rows.csv)"

# What cannot be is one sentence.
expect "no form" 'export of a store needs a form: --as csv or jsonl|2' "$(says export real.db)"
expect "a form of protocols" 'real.db is a store: --as csv or jsonl writes what is in it|2' "$(says export real.db --as svg)"
expect "a form of stores" 'talk-2026.lua is no store: --as csv writes what is in one|2' "$(says export talk-2026.lua --as csv)"
expect "rows of a protocol" '--internal is about cases, and goes with a store|2' "$(says export talk-2026.lua --as svg --internal)"
expect "rows are not suppressed" '--internal writes rows, of which nothing is suppressed: --suppress-below goes with sums|2' \
    "$(says export real.db --as csv --internal --suppress-below 3)"
: > none.jsonl
moot run talk-2026.lua --cases none.jsonl --store none.db --quiet
expect "nothing was run" 'no case of this store stands row by row: moot run PROTOCOL --cases FILE --store STORE keeps some|3' \
    "$(says export none.db --as csv --internal)"
