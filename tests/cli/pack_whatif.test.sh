#!/bin/sh
# moot pack and moot verify of what-ifs: variants, assumptions, seed and options are in the pack, and what comes of them elsewhere is held
# against it; cases that may be about people stay out, and so do figures of them, unless that is asked for.
set -eu

# shellcheck source=tests/tools/expect.sh
. "$MOOT_ROOT/tests/tools/expect.sh"

sum() { # FILE: gives it an end that fits
    sed '$d' "$1" > body
    printf '{"is":"end","lines":%d,"sha256":"%s"}\n' "$(wc -l < body)" "$(sha256sum < body | cut -d' ' -f1)" | cat body - > "$1"
}

# Each talk takes three days, so all 20 are late within two and none within four.
cat > talk-2026.lua <<'END_OF'
protocol "talk-2026" { council = "Talk", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
stage "talk" {
  clause = "1/1", owner = hg, on = event "presents homeless",
  deadline "talk" { clause = "1/2", within = days(2) },
  outcome "gone" { clause = "1/3", close "gone" },
}
END_OF
cat > slow.lua <<'END_OF'
assume { stage = "talk", source = "assumed", outcomes = { ["gone"] = { weight = 1, takes = days(3) } } }
END_OF
cat > slower.lua <<'END_OF'
baseline "talk-2026"
variant "four days" { stage "talk" { deadline "talk" { within = days(4) } } }
sweep "how long" { stage "talk" { deadline "talk" { within = over { days(1), days(9) } } } }
END_OF
cases() { # MARK
    awk -v mark="$1" 'BEGIN { for (i = 1; i <= 20; i++) printf "{\"id\":\"C%02d\",%s\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"presents homeless\"}]}\n", i, mark }'
}
cases '"generated":"a test",' > made-up.jsonl
cases "" > real.jsonl
whatif() { # CASES STORE OPTIONS
    cases=$1 store=$2
    shift 2
    moot whatif slower.lua --cases "$cases" --assume slow.lua --replicates 6 --store "$store" --quiet "$@" > told
}
whatif made-up.jsonl made-up.db
whatif real.jsonl real.db
whatif made-up.jsonl options.db --until 2026-06-02 --law-as-at 2026-05-01 --limit 12 --seed 9

expect "made-up cases are inside" 'made-up.pack: the what-if of talk-2026; the cases are inside, row by row|0' \
    "$(says pack made-up.db --cases made-up.jsonl -o made-up.pack)"
mkdir elsewhere
cd elsewhere
expect "the same again, without a file of it" 'identical: the what-if of talk-2026, 7 results|0' "$(says verify ../made-up.pack)"
cd ..
expect "all cases, replicates and sides" '20 6 4' \
    "$(grep -c '"is":"case"' made-up.pack) $(grep -c '"result":{"replicate":' made-up.pack) $(grep -c '"is":"side"' made-up.pack)"
expect "what all come to" 'four days 20 0 -20, how long = 1 day 20 20 0, how long = 9 days 20 0 -20' \
    "$(jq -rs 'map(select(.result.effects) | .result.effects[] | select(.figure == "breaches") | "\(.variant) \(.baseline) \(.value) \(.change)") | join(", ")' made-up.pack)"
moot pack options.db --cases made-up.jsonl -o options.pack --quiet
expect "until, law as at, limit and seed" 'identical: the what-if of talk-2026, 7 results|0' "$(says verify options.pack)"
# At the end of 2 June nobody is late yet under the baseline: 12 cases, no breach.
expect "they are those of the what-if" '0 0 0' \
    "$(jq -rs 'map(select(.result.effects) | .result.effects[] | select(.figure == "breaches") | .baseline | tostring) | join(" ")' options.pack)"

moot pack real.db --cases real.jsonl -o real.pack --quiet
expect "of people nothing is inside" 0 "$(grep -cE '"is":"(case|result)"|C[012][0-9]' real.pack)"
expect "their results are hashed together" 1 "$(grep -c '"is":"hash"' real.pack)"
expect "of people: the same again" 'identical: the what-if of talk-2026, 7 results|0' "$(says verify real.pack --cases real.jsonl)"
expect "of people: without the cases" "the cases are not in this pack: --cases FILE gives them; their SHA-256 is $(sha256sum < real.jsonl | cut -c1-12)|2" \
    "$(says verify real.pack)"
expect "of people: in the house" 'in.pack: the what-if of talk-2026; the cases are inside, row by row|0' "$(says pack real.db --cases real.jsonl --internal -o in.pack)"
expect "in the house: the same again" 'identical: the what-if of talk-2026, 7 results|0' "$(says verify in.pack)"

# What was changed is found, also by who mends the sum.
sed 's/"change":-20/"change":-19/' made-up.pack > effect.pack
expect "changed" 1 "$(says verify effect.pack | grep -c 'it was changed after it was made')"
sum effect.pack
expect "an effect changed, and the sum" 1 "$(says verify effect.pack | grep -c '^not identical: what all replicates come to: its "effects": packed .*|1$')"
sed '/"replicate":4/s/"four days":\[0/"four days":[1/' made-up.pack > figure.pack
sum figure.pack
expect "a figure changed, and the sum" 1 "$(says verify figure.pack | grep -c '^not identical: replicate 4: its "four days": packed ')"
sed '/"is":"source"/s/days(4)/days(5)/' made-up.pack > variant.pack
sum variant.pack
expect "a variant changed" 1 "$(says verify variant.pack | grep -c '^not identical: "four days" says something else here')"
sed '/"is":"assumptions"/s/days(3)/days(2)/' made-up.pack > assumed.pack
sum assumed.pack
expect "an assumption changed" 1 "$(says verify assumed.pack | grep -c '^not identical: something else is assumed of "baseline"')"
grep -v '"name":"how long = 9 days"' made-up.pack > side.pack
sum side.pack
expect "a side taken out" 'not identical: the file of variants has 3 of them here; the what-if had 2|1' "$(says verify side.pack)"
sed '1s/"seed":1,/"seed":2,/; 1s/"replicates":6/"replicates":5/' made-up.pack > seed.pack
sum seed.pack
expect "another number of replicates" 1 "$(says verify seed.pack | grep -c '^not identical: ')"
cp made-up.db changed.db
sqlite3 changed.db "UPDATE world_rows SET value = value + 1 WHERE side = 1 AND figure = 0 AND replicate = 2"
expect "a store that was changed is not packed" 'what the store holds of this what-if is not what comes of it here: nothing was packed|1' \
    "$(says pack changed.db --cases made-up.jsonl -o changed.pack)"

# What cannot be is one sentence.
expect "without the cases" "a what-if's store does not hold the cases: --cases FILE gives them, to run them again|2" "$(says pack made-up.db -o no.pack)"
expect "with other cases" \
    "these are not the cases of the what-if: theirs had the SHA-256 $(sha256sum < made-up.jsonl | cut -c1-12), these have $(sha256sum < real.jsonl | cut -c1-12)|1" \
    "$(says pack made-up.db --cases real.jsonl -o no.pack)"
expect "with assumptions" "--assume has no place here: a what-if's store holds what it was drawn from|2" \
    "$(says pack made-up.db --cases made-up.jsonl --assume slow.lua -o no.pack)"
whatif made-up.jsonl part.db --shard 1/2
expect "a part" 'this is a part of a what-if: moot merge puts the parts together|3' "$(says pack part.db --cases made-up.jsonl -o no.pack)"
moot run talk-2026.lua --cases made-up.jsonl --store run.db --quiet
expect "a run with cases" '--cases has no place here: the store holds the cases of its runs|2' "$(says pack run.db --cases made-up.jsonl -o no.pack)"

# A whole protocol beside the baseline, with its own file of assumptions. It alone knows "urgent", which each case says, and its stage is
# only for those; the talk takes one day, so nobody is late. A variant of a file beside it is a side of its own, and so a third.
sed 's/talk-2026/chat-2026/; s/Talk/Chat/; s/^stage/fact "urgent" { yesno }\nstage/; s/clause = "1\/1",/& when = { urgent = true },/' \
    talk-2026.lua > chat-2026.lua
sed 's/days(3)/days(1)/' slow.lua > quick.lua
echo 'assume { fact = "urgent", yes = 0, source = "assumed" }' >> quick.lua
cases '"generated":"a test","facts":{"urgent":true},' > both.jsonl
cases '"facts":{"urgent":true},' > both_real.jsonl
against() { # CASES STORE
    moot whatif talk-2026.lua --against chat-2026.lua --against slower.lua:"four days" --cases "$1" --assume slow.lua --assume quick.lua --assume slow.lua \
        --replicates 6 --store "$2" --quiet > told
}
against both.jsonl against.db
against both_real.jsonl against_real.db
expect "whole protocols" 'against.pack: the what-if of talk-2026; the cases are inside, row by row|0' "$(says pack against.db --cases both.jsonl -o against.pack)"
cd elsewhere
expect "whole protocols: the same again" 'identical: the what-if of talk-2026, 7 results|0' "$(says verify ../against.pack)"
expect "no case is left behind" 0 "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'moot-cases-*' -newer ../against.pack | wc -l)"
cd ..
expect "whole protocols: 20 late, none with the quicker talk or the longer time" 'chat-2026 20 0, talk-2026 / four days 20 0' \
    "$(jq -rs 'map(select(.result.effects) | .result.effects[] | select(.figure == "breaches") | "\(.variant) \(.baseline) \(.value)") | join(", ")' against.pack)"
expect "each reads each case for itself" '20 20 20 20' \
    "$(for of in null '"chat-2026"' '"talk-2026 / four days"'; do jq -c "select(.case and .of == $of)" against.pack | wc -l; done | tr '\n' ' ')$(
       jq -c 'select(.case.facts.urgent and .of == "chat-2026")' against.pack | wc -l)"
expect "all files are inside" 'chat-2026 assumptions quick.lua, chat-2026 source chat-2026.lua, null assumptions slow.lua, null source talk-2026.lua, '\
'talk-2026 / four days assumptions slow.lua, talk-2026 / four days source slower.lua, talk-2026 / four days source talk-2026.lua' \
    "$(jq -rs 'map(select(.file) | "\(.of) \(.is) \(.file)") | sort | join(", ")' against.pack)"
expect "it is of a newer form" 3 "$(jq -r 'select(.form) | .form' against.pack)"
moot pack against_real.db --cases both_real.jsonl -o against_real.pack --quiet
expect "whole protocols, of people nothing is inside" 0 "$(grep -cE '"is":"(case|result)"|C[012][0-9]|"urgent":true' against_real.pack)"
expect "whole protocols, of people: the same again" 'identical: the what-if of talk-2026, 7 results|0' "$(says verify against_real.pack --cases both_real.jsonl)"
sed '/"of":"chat-2026"/s/days(2)/days(5)/' against.pack > against_source.pack
sum against_source.pack
expect "its script changed" 1 "$(says verify against_source.pack | grep -c '^not identical: "chat-2026" says something else here')"
sed '/"of":"chat-2026"/s/days(1)/days(2)/' against.pack > against_assumed.pack
sum against_assumed.pack
expect "its assumptions changed" 1 "$(says verify against_assumed.pack | grep -c '^not identical: something else is assumed of "chat-2026"')"
grep -v '"of":"chat-2026","case"' against.pack > against_cases.pack
sum against_cases.pack
expect "its cases taken out" 1 "$(says verify against_cases.pack | grep -c 'has no good case|3$')"
grep -v '"is":"source","of":"chat-2026"' against.pack > against_file.pack
sum against_file.pack
expect "its script taken out" 'of "chat-2026" no script is kept, or no file of assumptions|3' "$(says verify against_file.pack)"
sed 's/"of":"chat-2026"/"of":"chatter"/' against.pack > against_name.pack
sum against_name.pack
expect "of a side that is not there" 1 "$(says verify against_name.pack | grep -c 'something in it is of "chatter", and no side of the what-if is called so|3$')"
sqlite3 against.db "UPDATE whatif_rows SET options = '--against '"
expect "of an older moot" "a moot before this one made this what-if, and did not keep whose each file of assumptions is: run it again, into another store|3" \
    "$(says pack against.db --cases both.jsonl -o no.pack)"

# Each reading turned is packed as any variant; and so is a protocol beside it at once.
cat > read-2026.lua <<'END_OF'
protocol "read-2026" { council = "Read", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
reading "how long" { clause = "1/2", chosen = "two days", options = { ["two days"] = days(2), ["four days"] = days(4) } }
stage "talk" {
  clause = "1/1", owner = hg, on = event "presents homeless",
  deadline "talk" { clause = "1/2", within = reading "how long" },
  outcome "gone" { clause = "1/3", close "gone" },
}
END_OF
moot whatif read-2026.lua --readings --cases made-up.jsonl --assume slow.lua --replicates 3 --store readings.db --quiet > told
moot pack readings.db --cases made-up.jsonl -o readings.pack --quiet
expect "readings" 'identical: the what-if of read-2026, 4 results|0' "$(says verify readings.pack)"
expect "readings: the other way nobody is late" 'how long: four days 20 0' \
    "$(jq -rs 'map(select(.result.effects) | .result.effects[] | select(.figure == "breaches") | "\(.variant) \(.baseline) \(.value)") | join(", ")' readings.pack)"
moot whatif read-2026.lua --readings --against chat-2026.lua --cases both.jsonl --assume slow.lua --assume quick.lua --replicates 3 --store both.db --quiet > told
moot pack both.db --cases both.jsonl -o both.pack --quiet
expect "readings and a whole protocol" 'identical: the what-if of read-2026, 4 results|0' "$(says verify both.pack)"
