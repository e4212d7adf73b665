#!/bin/sh
# moot report of several runs over the same people: a figure that one run shows hides the same figure of another where the two would
# tell, taken from each other, a count of one to five; with it what would give it back. Cases that were made up are shown whole.
set -eu

# shellcheck source=tests/tools/expect.sh
. "$MOOT_ROOT/tests/tools/expect.sh"

protocol() { # NAME DAYS
    cat > "$1.lua" <<END
protocol "$1" { council = "Talk", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
stage "talk" {
  clause = "1/1", owner = hg, on = event "presents homeless",
  deadline "talk" { clause = "1/2", within = days($2) },
  outcome "gone" { clause = "1/3", close "gone" },
  outcome "housed" { clause = "1/4", place { "home" }, close "housed" },
}
measure "in time" { clause = "9/1", share = "talk", per = "quarter" }
END
}

# 60 cases, all begun on one day: 30 talked to the day after, 2 on the third day after, 28 on the fifth. Half are housed: of each group.
# Within 2 days 30 are late, within 4 days 28, within 7 days none: between the first two lie 2 people, who are 32 and 30 in time.
cases() { # MARK
    awk -v mark="$1" 'BEGIN {
        for (i = 1; i <= 60; i++) {
            day = i <= 30 ? 2 : i <= 32 ? 4 : 6
            printf "{\"id\":\"C%02d\",%s\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"presents homeless\"},", i, mark
            printf "{\"at\":\"2026-06-%02d 10:00\",\"stage\":\"talk\",\"outcome\":\"%s\"}]}\n", day, i % 2 ? "gone" : "housed"
        }
    }'
}
protocol two-2026 2
protocol four-2026 4
protocol seven-2026 7
cases "" > real.jsonl
cases '"generated":"a test",' > made-up.jsonl
for of in real made-up; do
    for protocol in two-2026 four-2026 seven-2026; do
        moot run $protocol.lua --cases $of.jsonl --store $of.db --quiet
    done
    moot report $of.db --json > $of.json
done
figures() { # FILE FINDING FILTER
    jq -rs --arg finding "$2" "map(select(.finding == \$finding) | $3) | join(\"; \")" "$1"
}

expect "made-up cases are shown whole" 'two-2026 30 30 50; four-2026 32 28 46.7; seven-2026 60 0 0' \
    "$(figures made-up.json deadlines '"\(.of) \(.met) \(.late) \(.late_share)"')"
expect "of people the second run is hidden, and the third, far from the first, is not" 'two-2026 30 30 50; four-2026 c c c; seven-2026 60 0 0' \
    "$(figures real.json deadlines '"\(.of) \(.met) \(.late) \(.late_share)"')"
expect "nor does the share of a measure tell it" 'two-2026 60 50; four-2026 60 c; seven-2026 60 100' \
    "$(figures real.json measures '"\(.of) \(.counted) \(.in_time)"')"
expect "nor a sentence" 'in 30 of 60 cases|in a number that is not shown of 60 cases|in 0 of 60 cases' \
    "$(jq -r 'select(.finding == "answer") | .says' real.json | grep -o 'in [^,]* of 60 cases' | tr '\n' '|' | sed 's/|$//')"
expect "what is the same in all is shown in all" 'two-2026 closed: gone 30; two-2026 closed: housed 30; four-2026 closed: gone 30; four-2026 closed: housed 30; seven-2026 closed: gone 30; seven-2026 closed: housed 30' \
    "$(figures real.json ends '"\(.of) \(.end) \(.cases)"')"
if jq -r 'select(.of == "four-2026" or (.says // "" | test("four-2026"))) | tostring' real.json | grep -v compared | grep -qw '28\|32'; then
    echo "not ok no form has the hidden figures"
else
    echo "ok no form has the hidden figures"
fi
moot report real.db --csv > real.csv
expect "the CSV has the same" 'c c 0' "$(grep -E '^deadlines,(four|seven)-2026,talk,(met|late),' real.csv | grep -v 'seven-2026,talk,met' | cut -d, -f5 | tr '\n' ' ' | sed 's/ $//')"
moot report real.db -o real.html
lua5.4 "$MOOT_ROOT/tests/tools/document.lua" real.html report || :
expect "it says so" 1 "$(grep -c 'of which the same figure under another protocol is shown' real.html)"

# A curve that is apart from another by few people is not drawn. Of 60, 20 are housed after ten days, 20 after twenty and 10 after 25;
# under "some" the first two of them have no place, as they want no help, so that after ten days 18 of 60 have one and not 20. "again" is "all" once more.
for protocol in all again some; do
    protocol $protocol-2026 30
done
sed -i 's/place { "home" }/place { "home", when = { wants_help = true } }/' some-2026.lua
awk 'BEGIN {
    for (i = 1; i <= 60; i++) {
        printf "{\"id\":\"D%02d\",\"facts\":{\"wants_help\":%s},\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"presents homeless\"},", i, (i > 2 ? "true" : "false")
        printf "{\"at\":\"2026-06-%02d 10:00\",\"stage\":\"talk\",\"outcome\":\"%s\"}]}\n", i <= 20 ? 11 : i <= 40 ? 21 : i <= 50 ? 26 : 30, i <= 50 ? "housed" : "gone"
    }
}' > helped.jsonl
sed -i 's/^local hg/fact "wants_help" { yesno, ask = "Is help wanted?" }\nlocal hg/' all-2026.lua again-2026.lua some-2026.lua
for protocol in all again some; do
    moot run $protocol-2026.lua --cases helped.jsonl --store curves.db --quiet
done
moot report curves.db --json > curves.json
expect "curves that are the same are both drawn, one that is near them is not" 'again-2026 all-2026; after a week 100 100, after four 16.7 16.7' \
    "$(jq -rs 'map(select(.finding == "homes")) | (.[0] | keys | map(select(test("-2026$"))) | join(" ")) + "; after a week "
        + ([.[0]["all-2026"], .[0]["again-2026"]] | map(tostring) | join(" ")) + ", after four " + ([.[1]["all-2026"], .[1]["again-2026"]] | map(tostring) | join(" "))' curves.json)"
expect "and that it is not is said" 1 "$(jq -r 'select(.finding == "cannot be told") | .says' curves.json | grep -c '^some-2026: how long until a place that lasts is not shown')"

# Two variants in a what-if are over the same people too. Each talk takes 3 days for most; drawn with the same luck.
cat > slow.lua <<'END'
assume { stage = "talk", source = "assumed", outcomes = {
  ["gone"] = { weight = 1, takes = between(days(1), days(30)) }, ["housed"] = { weight = 0, takes = days(3) } } }
END
cat > variants.lua <<'END'
baseline "two-2026"
variant "ten" { stage "talk" { deadline "talk" { within = days(10) } } }
variant "eleven" { stage "talk" { deadline "talk" { within = days(11) } } }
variant "twenty" { stage "talk" { deadline "talk" { within = days(20) } } }
END
awk '{ sub(/,\{"at":"2026-06-0[0-9] 10:00".*/, "]}"); print }' real.jsonl > asks.jsonl
moot whatif variants.lua --cases asks.jsonl --assume slow.lua --replicates 6 --store asked.db --quiet > /dev/null
moot report asked.db --json > asked.json
# Talks take 1 to 30 days, alike: within 2 days about 56 of 60 are late, within ten about 40, within eleven 2 fewer, within twenty 20.
expect "of two variants that are near each other one is shown" 'ten shown; eleven c; twenty shown' \
    "$(figures asked.json 'changes in numbers' 'select(.figure == "breaches") | "\(.of) \(if .value == "c" then "c" else "shown" end)"')"

# Where lives part and how they move: the same under two variants is the same people, in the report and in the answer itself.
expect "of two variants whose lives part at one place by few people one is shown" 'ten shown; eleven c; twenty shown' \
    "$(figures asked.json reasons '"\(.of) \(if .gains == "c" then "c" else "shown" end)"')"
moot whatif variants.lua --cases asks.jsonl --assume slow.lua --replicates 6 --quiet --json > answer.json
expect "the answer holds variants against each other too" 'ten shown shown; eleven c c; twenty shown shown' \
    "$(jq -rs 'map(select(.gain) | "\(.variant) \([.gain, .other] | map(if . == "c" then . else "shown" end) | join(" "))") | join("; ")' answer.json)"
expect "and where lives part" 'ten shown; eleven c; twenty shown' \
    "$(jq -rs 'map(select(.first_difference) | "\(.variant) \(if .gains == "c" then "c" else "shown" end)") | join("; ")' answer.json)"

# The places of one variant add up to what is shown of all. Of 60, 24 talk on the fifth day, 3 have a visit, 33 call and no more.
# "longer" lets both be done in ten days and not two; visits too take five days: 27 gain, 24 of them at talks, so the 3 at visits are
# 27 less 24. "mixed" lets talks be done in ten days and visits in one; visits take a day and a half: 24 gain, 3 go another way, 33 stay;
# that 24 gain is hidden, for it and the 33 would tell the 3, and so is that 24 part at talks.
cat > two.lua <<'END'
protocol "two" { council = "Talk", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
local limit = { talk = days(2), visit = days(2), call = days(10) }
for n, name in ipairs { "talk", "visit", "call" } do
  event("asks for a " .. name) {}
  stage(name) {
    clause = n .. "/1", owner = hg, on = event("asks for a " .. name),
    deadline(name) { clause = n .. "/2", within = limit[name] },
    outcome("done: " .. name) { clause = n .. "/3", close "done" },
  }
end
END
cat > both.lua <<'END'
baseline "two"
variant "longer" { stage "talk" { deadline "talk" { within = days(10) } }, stage "visit" { deadline "visit" { within = days(10) } } }
END
sed -e 's/"longer"/"mixed"/' -e 's/deadline "visit" { within = days(10) }/deadline "visit" { within = days(1) }/' both.lua > mixed.lua
for name in talk visit call; do
    echo "assume { stage = \"$name\", source = \"assumed\", outcomes = { [\"done: $name\"] = { weight = 1, takes = days(5) } } }"
done > five.lua
sed 's/"visit", source = "assumed", outcomes = { \["done: visit"\] = { weight = 1, takes = days(5)/"visit", source = "assumed", outcomes = { ["done: visit"] = { weight = 1, takes = hours(36)/' five.lua > visits.lua
for mark in '' '"generated":"a test",'; do
    awk -v mark="$mark" 'BEGIN {
        for (i = 1; i <= 60; i++) {
            printf "{\"id\":\"V%02d\",%s\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"asks for a %s\"}]}\n", i, mark, i <= 24 ? "talk" : i <= 27 ? "visit" : "call"
        }
    }' > "asking${mark:+-made-up}.jsonl"
done
told() { # VARIANTS ASSUMED CASES: how lives move, and where they part, by the report; where they part by the answer
    rm -f why.db
    moot whatif "$1.lua" --cases "$3.jsonl" --assume "$2.lua" --replicates 1 --store why.db --quiet --json > answer.json
    moot report why.db --json > why.json
    echo "$(figures why.json moved .cases) | $(figures why.json reasons '"\(.first_difference) \(.gains) \(.losses) \(.others)"') | $(
        jq -rs 'map(select(.first_difference) | "\(.first_difference) \(.gains) \(.losses) \(.others)") | join("; ")' answer.json)"
}
expect "the places do not tell a few by what is shown of all" '27; 0; 0; 0; 33 | talk c 0 0; visit c 0 0 | talk c 0 0; visit c 0 0' "$(told both five asking)"
expect "nor what is hidden of all" 'c; 0; 0; c; 33 | talk c 0 0; visit 0 0 c | talk c 0 0; visit 0 0 c' "$(told mixed visits asking)"
expect "of cases that were made up all is shown" '27; 0; 0; 0; 33 | talk 24 0 0; visit 3 0 0 | talk 24 0 0; visit 3 0 0' "$(told both five asking-made-up)"
