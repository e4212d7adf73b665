#!/bin/sh
# moot report: what the page says is what was run; the same figures as CSV and JSON; small counts of cases that may be about people are
# hidden everywhere, with what would give them away; made-up cases are shown whole.
set -eu

# shellcheck source=tests/tools/expect.sh
. "$MOOT_ROOT/tests/tools/expect.sh"

failed() { # NAME FILE
    echo "not ok $1"
    sed 's/^/  /' "$2" | head -20
}

cat > talk-2026.lua <<'END'
protocol "talk-2026" { council = "Talk", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
fact "wants_help" { yesno, ask = "Is help wanted?" }
stage "talk" {
  clause = "1/1", owner = hg, on = event "presents homeless",
  deadline "talk" { clause = "1/2", within = days(2) },
  outcome "gone" { clause = "1/3", close "gone" },
  outcome "housed" { clause = "1/4", place { "home" }, close "housed" },
  outcome "lost" { clause = "1/5", go "search" },
}
stage "search" {
  clause = "2/1", owner = hg,
  outcome "found" { clause = "2/2", when = { wants_help = true }, close "found" },
}
END

# 20 cases: 12 talked to the day after (10 gone, 2 housed), 8 on the fifth day (5 gone, 3 lost). Gone: 15, housed: 2, lost and open: 3.
cases() { # MARK
    awk -v mark="$1" 'BEGIN {
        for (i = 1; i <= 20; i++) {
            outcome = i <= 10 || i > 15 ? "gone" : i <= 12 ? "housed" : "lost"
            printf "{\"id\":\"C%02d\",%s\"facts\":{},\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"presents homeless\"},", i, mark
            printf "{\"at\":\"2026-06-%02d 10:00\",\"stage\":\"talk\",\"outcome\":\"%s\"}]}\n", i <= 12 ? 2 : 6, outcome
        }
    }'
}
cases "" > real.jsonl
cases '"generated":"a test",' > made-up.jsonl
moot run talk-2026.lua --cases real.jsonl --store real.db --quiet
moot run talk-2026.lua --cases made-up.jsonl --store made-up.db --quiet

# Wilson's interval of 8 in 20: 21.9% to 61.3%.
moot report made-up.db --json > made-up.json
expect "made-up cases: deadlines" \
    '{"finding":"deadlines","of":"talk-2026","deadline":"talk","clause":"1/2","met":12,"late":8,"early":0,"live":0,"undated":0,"void":0,"cannot_tell":0,"late_share":40.0,"late_share_low":21.9,"late_share_high":61.3}' \
    "$(grep '"finding":"deadlines"' made-up.json)"
expect "made-up cases: ends" 'open 3, closed: gone 15, closed: housed 2' \
    "$(jq -rs 'map(select(.finding == "ends") | .end + " " + (.cases | tostring)) | join(", ")' made-up.json)"
expect "made-up cases: what came after" 'gone 15, search 3, housed 2, (still there) 3' \
    "$(jq -rs 'map(select(.finding == "flows") | .to + " " + (.times | tostring)) | join(", ")' made-up.json)"
# Two had a place, on the day after; the others are followed to their end: 18 of 20 still wait.
expect "made-up cases: a place that lasts" '' "$(jq -rs 'map(select(.finding == "homes")) | .[] | .days' made-up.json)"
expect "the answer" \
    'Under talk-2026, in 8 of 20 cases a duty was not done in time or a rule did not hold. 17 came to an end. 0 cannot be decided. Missed most often was "talk", clause 1/2: late in 8 of 20 that can be judged. Fewer than half came to the place where they then stayed, as far as is known.' \
    "$(jq -r 'select(.finding == "answer") | .says' made-up.json)"

# Of people: 2 and 3 are hidden; beside the sum of all, 17 ended would tell the 3 open, so that is not told. The ways say the same: of 20
# talks 15 ended gone, and that 2 were housed and 3 lost is hidden.
moot report real.db --json > real.json
expect "real cases: ends" 'open c, closed: gone 15, closed: housed c' \
    "$(jq -rs 'map(select(.finding == "ends") | .end + " " + (.cases | tostring)) | join(", ")' real.json)"
expect "real cases: what came after" 'gone 15, search c, housed c, (still there) c' \
    "$(jq -rs 'map(select(.finding == "flows") | .to + " " + (.times | tostring)) | join(", ")' real.json)"
expect "real cases: the answer" \
    'Under talk-2026, in 8 of 20 cases a duty was not done in time or a rule did not hold. 0 cannot be decided. Missed most often was "talk", clause 1/2: late in 8 of 20 that can be judged.' \
    "$(jq -r 'select(.finding == "answer") | .says' real.json)"
moot report real.db --json --suppress-below 0 | grep -v '"disclosure"\|"again"\|"compared"' > all.json
grep -v '"disclosure"\|"again"\|"compared"' made-up.json > expected.json
if cmp -s all.json expected.json; then
    echo "ok --suppress-below 0 shows real cases as made-up ones"
else
    diff all.json expected.json > told || :
    failed "--suppress-below 0 shows real cases as made-up ones" told
fi

# The same figures in each form: every row of the JSON is in the CSV; the page has the tables.
for store in real made-up; do
    moot report $store.db --csv > $store.csv
    moot report $store.db -o $store.html
    lua5.4 "$MOOT_ROOT/tests/tools/document.lua" $store.html report || :
    jq -r 'select(.finding == "flows") | [.finding, .of, .stage, "times", (.times | tostring), "", ""] | join(",")' $store.json > rows
    if [ -s rows ] && [ "$(grep -cxFf rows $store.csv)" = "$(wc -l < rows)" ]; then
        echo "ok $store: CSV and JSON say the same"
    else
        failed "$store: CSV and JSON say the same" $store.csv
    fi
done
expect "a page needs nothing else" 0 "$(grep -cE '<script|<link|<img|url\(|https?://' made-up.html | sed 's/^[0-9]*$/&/' |
    awk -v svg="$(grep -c 'http://www.w3.org/2000/svg' made-up.html)" '{ print $0 - svg }')"

# Two protocols on one caseload stand side by side.
sed 's/talk-2026/chat-2026/; s/days(2)/days(7)/' talk-2026.lua > chat-2026.lua
moot run chat-2026.lua --cases made-up.jsonl --store made-up.db --quiet
moot report made-up.db --json > two.json
expect "two protocols" 'talk-2026 8, chat-2026 0' \
    "$(jq -rs 'map(select(.finding == "deadlines") | .of + " " + (.late | tostring)) | join(", ")' two.json)"
# Run again, it is not counted twice.
moot run chat-2026.lua --cases made-up.jsonl --store made-up.db --quiet
expect "the same run twice" 'talk-2026 8, chat-2026 0' \
    "$(moot report made-up.db --json | jq -rs 'map(select(.finding == "deadlines") | .of + " " + (.late | tostring)) | join(", ")')"

# A curve's column is named by its protocol, and a variant may be called anything.
cat > named.lua <<'END'
baseline "talk-2026"
variant [[the "big" \ one]] { stage "talk" { deadline "talk" { within = days(4) } } }
END
sed 's/"outcome":"[a-z]*"/"outcome":"housed"/; s/06-06 10:00/06-12 10:00/' made-up.jsonl > housed.jsonl
moot run talk-2026.lua --variant 'named.lua:the "big" \ one' --cases housed.jsonl --store named.db --quiet
expect "a name with quotes is a key of JSON" 40 "$(moot report named.db --json | jq 'select(.finding == "homes") | .["talk-2026 / the \"big\" \\ one"]')"

# One case, row by row: only if it is asked for, and each form says so first.
moot report real.db --case C11 --json > one.json
expect "one case says what it is" 'one case, row by row: not for publication' "$(head -1 one.json | jq -r .says)"
expect "one case" 'talk 1 June 2026 2 June 2026 housed' "$(jq -r 'select(.finding == "stages") | [.stage, .from, .to, .outcome] | join(" ")' one.json)"
expect "one case as CSV says so first" 'disclosure,,1,says,"one case, row by row: not for publication",,' "$(moot report real.db --case C11 --csv | sed -n 2p)"
if grep -q 'C[012][0-9]' real.html real.csv real.json; then
    failed "no case is named unless it is asked for" real.csv
else
    echo "ok no case is named unless it is asked for"
fi

# A what-if: each talk takes three days, so all 20 are late within two and none within four; no life differs from another.
cat > slow.lua <<'END'
assume { stage = "talk", source = "assumed", outcomes = {
  ["gone"] = { weight = 1, takes = days(3) }, ["housed"] = { weight = 0, takes = days(3) }, ["lost"] = { weight = 0, takes = days(3) } } }
assume { stage = "search", source = "a study", outcomes = { ["found"] = { weight = 1, takes = days(1) } } }
assume { fact = "wants_help", source = "assumed", yes = 1 }
END
cat > slower.lua <<'END'
baseline "talk-2026"
variant "four days" { stage "talk" { deadline "talk" { within = days(4) } } }
variant "as it is" { stage "talk" { deadline "talk" { within = days(2) } } }
END
awk 'BEGIN { for (i = 1; i <= 20; i++) printf "{\"id\":\"C%02d\",\"generated\":\"a test\",\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"presents homeless\"}]}\n", i }' > asks.jsonl
moot whatif slower.lua --cases asks.jsonl --assume slow.lua --replicates 6 --store asked.db --quiet > /dev/null
moot report asked.db --json > asked.json
expect "what-if: the answer" 'With "four days" on average 20.0 of 20 cases gain and 0.0 lose; 2 figures surely change. Surely changed: breaches down by 20.00 (20.00 to 20.00), from 20.00.
With "as it is" nothing changes: every life is the same, to the last entry.' "$(jq -r 'select(.finding == "answer") | .says' asked.json)"
expect "what-if: what changes" 'breaches 20 0 -20 better, breaches of "talk" 20 0 -20 better' \
    "$(jq -rs 'map(select(.finding == "changes in numbers") | "\(.figure) \(.baseline) \(.value) \(.change) \(.for_them)") | join(", ")' asked.json)"
expect "what-if: how lives move" '20 0 0 0 0' "$(jq -rs 'map(select(.finding == "moved") | .cases | tostring) | join(" ")' asked.json)"
expect "what-if: where lives part" 'talk 1/2 the change 20 0' \
    "$(jq -r 'select(.finding == "reasons") | "\(.first_difference) \(.clause) \(.through) \(.gains) \(.losses)"' asked.json)"
expect "what-if: what is assumed" 'stage talk assumed, stage search a study, fact wants_help assumed' \
    "$(jq -rs 'map(select(.finding == "assumed") | "\(.what) \(.name) \(.source)") | join(", ")' asked.json)"
moot report asked.db -o asked.html
# A sweep is a curve: within a day and two all 20 are late, within ten none; in the order of the values, whatever that of the file.
cat > swept.lua <<'END'
baseline "talk-2026"
sweep "how long" { stage "talk" { deadline "talk" { within = over { days(10), days(1), days(2) } } } }
END
moot whatif swept.lua --cases asks.jsonl --assume slow.lua --replicates 6 --store swept.db --quiet > /dev/null
expect "what-if: a sweep" 'how long: 1 day 20 0, 2 days 20 0, 10 days 0 -20' \
    "how long: $(moot report swept.db --json | jq -rs 'map(select(.finding == "sweep" and .of == "how long") | "\(.value) \(.figure) \(.change)") | join(", ")')"
moot report swept.db -o swept.html
expect "what-if: a sweep is a curve over its values" '>how long, days</text>' "$(grep -o '>how long, days</text>' swept.html | sort -u)"
lua5.4 "$MOOT_ROOT/tests/tools/document.lua" swept.html report || :
lua5.4 "$MOOT_ROOT/tests/tools/document.lua" asked.html report || :

# What goes wrong is one sentence.
refuses() { # NAME STATUS SENTENCE ARGUMENTS
    name=$1 status=$2 sentence=$3 got=0
    shift 3
    moot report "$@" > out 2> err || got=$?
    expect "$name" "$status $sentence" "$got $(cat err)"
}
: > none.jsonl
moot run talk-2026.lua --cases none.jsonl --store empty.db --quiet
refuses "nothing was run" 3 'nothing was run into this store: moot run, compare, whatif or coverage with --store STORE comes first' empty.db
refuses "no such store" 5 'there is no store none.db' none.db
refuses "no such case" 5 'real.db has no case "C99"; did you mean "C09"?' real.db --case C99
refuses "two forms at once" 2 "$(printf '{"error":{"code":"EUSAGE","message":"%s","file":null,"line":null,"col":null,"declaration":null,"clause":null}}' \
    '--csv and --json are two forms of the same figures: give one of them')" real.db --csv --json
refuses "no name of a file" 2 '-o takes the name of a file, such as report.html; it was given ""' real.db -o ""

# What is most is named only where its count is shown, and then of those that are shown: a hidden one may be above it. Of 47
# talks 2 end housed, which is hidden, and with it the least of the others, 15 lost. They are who searched, so 8 found and 7 still there would
# tell them, and neither is shown; nor are 8 found among the ends, where 40 closed and 30 gone would tell the 2 housed. 30 gone are shown.
awk 'BEGIN {
    for (i = 1; i <= 47; i++) {
        outcome = i <= 30 ? "gone" : i <= 32 ? "housed" : "lost"
        printf "{\"id\":\"D%02d\",\"facts\":{\"wants_help\":true},\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"presents homeless\"},", i
        printf "{\"at\":\"2026-06-02 10:00\",\"stage\":\"talk\",\"outcome\":\"%s\"}", outcome
        if (i > 39) { printf ",{\"at\":\"2026-06-03 10:00\",\"stage\":\"search\",\"outcome\":\"found\"}" }
        print "]}"
    }
}' > most.jsonl
moot run talk-2026.lua --cases most.jsonl --store most.db --quiet
moot report most.db -o most.html
moot report most.db --json > most.json
expect "hidden ways" '(still there) c, found c, gone 30, housed c, search c' \
    "$(jq -rs 'map(select(.finding == "flows") | .to + " " + (.times | tostring)) | sort_by(.) | join(", ")' most.json)"
headline() { # STORE FINDING
    moot report "$1" -o headline.html
    sed -n 's/^.*<h3 id="[^"]*">\(talk-2026[^<]*\)<.*$/\1/p' headline.html | sed 's/&quot;/"/g' | grep -F -- "$2"
}
expect "what is hidden of the ways is hidden of the ends" 'open 7, closed: gone 30, closed: found c, closed: housed c' \
    "$(jq -rs 'map(select(.finding == "ends") | .end + " " + (.cases | tostring)) | join(", ")' most.json)"
expect "where one is hidden the rest is said to be the rest" 'talk-2026: where the number is shown, the way most often gone is from "talk" to "gone" (30)' \
    "$(headline most.db 'way most often')"
head -5 real.jsonl > five.jsonl
moot run talk-2026.lua --cases five.jsonl --store five.db --quiet
expect "where all are hidden none is named" 'talk-2026, ends: some are so few that no number is shown' "$(headline five.db 'ends')"
expect "where one is hidden, what is most of the others is" 'talk-2026: where the number is shown, most cases are "closed: gone" (15)' \
    "$(headline real.db 'most cases')"
expect "of made-up cases as it is" 'talk-2026: most cases are "closed: gone" (15)' "$(headline made-up.db 'most cases')"

# Periods of a measure add up to all that was counted: 28 in the second quarter of the year would tell the 2 of the third, and with them
# of how many the share is one; of 40, with 10 in the fourth, the least of the others is hidden, and the most is shown.
cat > counted-2026.lua <<'END'
protocol "counted-2026" { council = "Talk", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
stage "talk" { clause = "1/1", owner = hg, on = event "presents homeless", deadline "talk" { clause = "1/2", within = hours(48) },
  outcome "gone" { clause = "1/3", close "gone" } }
measure "asked" { clause = "9/1", count = event "presents homeless", per = "quarter" }
measure "in time" { clause = "9/2", share = "talk", per = "quarter", target = 90 }
END
counted() { # CASES
    awk -v cases="$1" 'BEGIN { for (i = 1; i <= cases; i++) {
        month = i <= 28 ? "06" : i <= 30 ? "07" : "10"
        printf "{\"id\":\"E%02d\",\"events\":[{\"at\":\"2026-%s-01 09:00\",\"event\":\"presents homeless\"},", i, month
        printf "{\"at\":\"2026-%s-0%d 10:00\",\"stage\":\"talk\",\"outcome\":\"gone\"}]}\n", month, i <= 8 ? 6 : 2
    } }' > counted.jsonl
    rm -f counted.db
    moot run counted-2026.lua --cases counted.jsonl --store counted.db --quiet
    moot report counted.db --json | jq -rs 'map(select(.finding == "measures") | "\(.measure) \(.period[0:7]) \(.counted) \(.in_time)") | join(", ")'
}
expect "one small period is not told by the others" 'asked 2026-04 c not a share, asked 2026-07 c not a share, in time 2026-04 c c, in time 2026-07 c c' "$(counted 30)"
expect "of three one is shown" 'asked 2026-04 28 not a share, asked 2026-07 c not a share, asked 2026-10 c not a share, in time 2026-04 28 71.4, in time 2026-07 c c, in time 2026-10 c c' \
    "$(counted 40)"

# 10 gone and 7 housed are shown nowhere together: with all 20 they would tell the 3 that are open.
awk 'BEGIN {
    for (i = 1; i <= 20; i++) {
        outcome = i <= 10 ? "gone" : i <= 17 ? "housed" : "lost"
        printf "{\"id\":\"F%02d\",\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"presents homeless\"},", i
        printf "{\"at\":\"2026-06-02 10:00\",\"stage\":\"talk\",\"outcome\":\"%s\"}]}\n", outcome
    }
}' > few.jsonl
moot run talk-2026.lua --cases few.jsonl --store few.db --quiet
expect "ends do not tell by their sum how many are open" 'open c, closed: gone 10, closed: housed c' \
    "$(moot report few.db --json | jq -rs 'map(select(.finding == "ends") | .end + " " + (.cases | tostring)) | join(", ")')"

# A measure that is split is a table, whose periods and parts both add up to what other tables tell: the 3 of the third quarter who want
# help take with them the 12 who do not, the 9 of the fourth who do, and the 15 who do not, who would tell the 12. The second is shown.
cat > split-2026.lua <<'END'
protocol "split-2026" { council = "Talk", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
fact "wants_help" { yesno, ask = "Is help wanted?" }
stage "talk" { clause = "1/1", owner = hg, on = event "presents homeless", outcome "gone" { clause = "1/3", close "gone" } }
measure "asked" { clause = "9/1", count = event "presents homeless", per = "quarter", split = "wants_help" }
END
awk 'BEGIN {
    n = split("06 true 20 06 false 10 07 true 3 07 false 12 10 true 9 10 false 15", of, " ")
    for (k = 1; k < n; k += 3) {
        for (i = 1; i <= of[k + 2]; i++) {
            printf "{\"id\":\"G%02d\",\"facts\":{\"wants_help\":%s},\"events\":[{\"at\":\"2026-%s-01 09:00\",\"event\":\"presents homeless\"}]}\n", ++id, of[k + 1], of[k]
        }
    }
}' > split.jsonl
moot run split-2026.lua --cases split.jsonl --store split.db --quiet
expect "a split measure is hidden both ways" '2026-04 no 10, 2026-04 yes 20, 2026-07 no c, 2026-07 yes c, 2026-10 no c, 2026-10 yes c' \
    "$(moot report split.db --json | jq -rs 'map(select(.finding == "measures") | "\(.period[0:7]) \(.split) \(.counted)") | sort | join(", ")')"

# What stands beside the baseline is called what it is: another text, or variants.
title() { moot report "$1" -o title.html && sed -n 's/.*<title>\(.*\)<\/title>.*/\1/p' title.html; }
moot whatif talk-2026.lua --against chat-2026.lua --cases asks.jsonl --assume slow.lua --assume slow.lua --replicates 2 --store against.db --quiet > against.txt 2>&1 || cat against.txt
expect "another text is no variant" 'What would change: talk-2026 beside chat-2026, on asks.jsonl' "$(title against.db)"
expect "variants are" 'What would change: talk-2026 with 2 variants, on asks.jsonl' "$(title asked.db)"
