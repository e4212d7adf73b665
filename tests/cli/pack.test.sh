#!/bin/sh
# moot pack and moot verify: what was run here is run again from one file, without the protocol's own; what was changed is found; cases that
# may be about people stay out unless that is asked for.
set -eu

# shellcheck source=tests/tools/expect.sh
. "$MOOT_ROOT/tests/tools/expect.sh"

cases=$MOOT_ROOT/examples/stockport-2018/cases.jsonl
moot run "$MOOT_ROOT/protocols/stockport-2018.lua" --cases "$cases" --store run.db --quiet --strict --as-of "2026-09-01 12:00" \
    --law-as-at 2026-06-01 --known-on 2026-01-01 2> /dev/null
moot pack run.db -o run.pack --quiet
mkdir elsewhere
cd elsewhere
expect "recorded cases: the same again" 'identical: stockport-2018, 56 results|0' "$(says verify ../run.pack --cases "$cases")"
expect "recorded cases are not inside" 0 "$(grep -cE '"is":"(case|result)"|S0[0-9]' ../run.pack)"
expect "their results are hashed together" 1 "$(grep -c '"is":"hash"' ../run.pack)"
expect "without the cases" \
    "the cases are not in this pack: --cases FILE gives them; their SHA-256 is $(sha256sum < "$cases" | cut -c1-12)|2" "$(says verify ../run.pack)"
cd ..
head -5 "$cases" > other.jsonl
expect "with other cases" \
    "not identical: these are not the cases of the pack: theirs had the SHA-256 $(sha256sum < "$cases" | cut -c1-12), these have $(sha256sum < other.jsonl | cut -c1-12)|1" \
    "$(says verify run.pack --cases other.jsonl)"
expect "in the house" 'in.pack: stockport-2018; the cases are inside, row by row|0' "$(says pack run.db --internal -o in.pack)"
expect "in the house: the same again" 'identical: stockport-2018, 56 results|0' "$(says verify in.pack)"
expect "as JSON" '{"identical":true,"results":56,"first_difference":""}|0' "$(says verify in.pack --json)"

# A variant is a script of its own, with the protocol that it is of.
moot run "$MOOT_ROOT/protocols/stockport-2018.lua" --variant "$MOOT_ROOT/examples/stockport-2018/variants.lua:two days" --cases "$cases" \
    --store variant.db --quiet 2> /dev/null
moot pack variant.db -o variant.pack --quiet
expect "a variant" 'identical: stockport-2018 / two days, 56 results|0' "$(says verify variant.pack --cases "$cases")"

# What people do is drawn: three replicates of 40 cases that are about nobody, which are inside.
moot generate --count 40 --quiet > made-up.jsonl
moot run "$MOOT_ROOT/protocols/stockport-2018.lua" --cases made-up.jsonl --assume "$MOOT_ROOT/protocols/stockport-2018.assume.lua" \
    --replicates 3 --seed 7 --store drawn.db --quiet 2> /dev/null
expect "drawn, without what from" 'what people did was drawn in this run: --assume FILE gives what it was drawn from|2' "$(says pack drawn.db -o drawn.pack)"
moot pack drawn.db --assume "$MOOT_ROOT/protocols/stockport-2018.assume.lua" -o drawn.pack --quiet
expect "drawn: the same again" 'identical: stockport-2018, 120 results|0' "$(says verify drawn.pack)"
sed 's/weight = 0\.[0-9]*/weight = 0.5/' "$MOOT_ROOT/protocols/stockport-2018.assume.lua" > other.assume.lua
expect "drawn from something else" 1 "$(says pack drawn.db --assume other.assume.lua -o other.pack | grep -c 'these are not the assumptions of the run')"

# Changed, cut off, none at all. Who mends the sum as well is found out by running it.
sum() { # FILE: gives it an end that fits
    sed '$d' "$1" > body
    printf '{"is":"end","lines":%d,"sha256":"%s"}\n' "$(wc -l < body)" "$(sha256sum < body | cut -d' ' -f1)" | cat body - > "$1"
}
sed '/"is":"result"/s/"status":"open"/"status":"closed"/' in.pack > changed.pack
expect "changed" 1 "$(says verify changed.pack | grep -c 'it was changed after it was made')"
cp changed.pack mended.pack
sum mended.pack
expect "a result changed, and the sum" 1 "$(says verify mended.pack | grep -c '^not identical: case [A-Z0-9]*: its "status": ')"
awk '/"is":"hash"/ && !done { sub(/"hash":"../, "\"hash\":\"zz"); done = 1 } { print }' changed.pack > both.pack
sum both.pack
expect "a result and its hash changed" 1 "$(says verify both.pack | grep -c '^not identical: case [A-Z0-9]*: ')"
sed '/"is":"source"/s/hours(48)/hours(72)/' in.pack > rule.pack
sum rule.pack
expect "a rule changed" 1 "$(says verify rule.pack | grep -c '^not identical: the protocol stockport-2018 says something else here')"
sed '1s/"protocol":"stockport-2018"/"protocol":"luton"/' in.pack > name.pack
sum name.pack
expect "another protocol's name" 'not identical: the script that is kept of the protocol luton is that of another, stockport-2018|1' \
    "$(says verify name.pack)"
grep -v '"id":"S05"' in.pack > fewer.pack
sum fewer.pack
expect "a case taken out" 1 "$(says verify fewer.pack | grep -c '^not identical: ')"
head -c 3000 in.pack > cut.pack
expect "cut off" 'cut.pack:2: this line is not whole|3' "$(says verify cut.pack)"
sed '$d' in.pack > endless.pack
expect "without its end" 1 "$(says verify endless.pack | grep -c 'it was cut off: its end is missing')"
{ cat in.pack; echo '{"is":"source","file":"more.lua","text":""}'; } > longer.pack
expect "a line behind its end" 1 "$(says verify longer.pack | grep -c 'it was changed after it was made: something stands behind its end')"
# What says nothing, or two things, is not the same again.
awk '/"is":"pack"/ { print } { print }' in.pack > twice.pack
sum twice.pack
expect "two runs in one" 'twice.pack:2: it tells of two runs: a pack has one line that says what was run, its first|3' "$(says verify twice.pack)"
grep -vE '"is":"(case|result|hash)"' in.pack > bare.pack
sum bare.pack
expect "no case" 1 "$(says verify bare.pack | grep -c 'its first line says that the cases are inside, and there is none|3$')"
grep -v '"is":"hash"' run.pack > nothing.pack
sum nothing.pack
expect "no result" 1 "$(says verify nothing.pack --cases "$cases" | grep -c 'it has no result: there is nothing that could be the same again|3$')"
{ sed '$d' run.pack; grep '"is":"case"' in.pack | head -1; echo; } > inside.pack
sum inside.pack
expect "a case that should not be inside" 1 \
    "$(says verify inside.pack --cases "$cases" | grep -c 'its first line says that no case is inside, and there is one|3$')"
awk '/"is":"assumptions"/ { print } { print }' drawn.pack > drawn-twice.pack
sum drawn-twice.pack
expect "two files of assumptions" 1 "$(says verify drawn-twice.pack | grep -c 'it holds two files of assumptions')"
expect "no pack" 'run.db:1: it is no pack: moot pack STORE -o FILE makes one|3' "$(says verify run.db)"
expect "no file" 'moot pack needs -o FILE: where the pack is written|2' "$(says pack run.db)"
