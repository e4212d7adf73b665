#!/bin/sh
# moot report of what moot compare and moot coverage keep in a store: the figures of the page, the CSV and the JSON are those that the
# commands tell; small counts of cases that may be about people are hidden, with what would give them away.
set -eu

# shellcheck source=tests/tools/expect.sh
. "$MOOT_ROOT/tests/tools/expect.sh"

mkdir clauses
printf 'clause\toperational\n1\tyes\n1/1\tyes\n1/2\tyes\n1/3\tyes\n1/4\tyes\n1/5\tyes\n2/1\tyes\n2/2\tyes\n3\tno\n4\tyes\n' > clauses/talk.tsv
cat > talk-2026.lua <<'END_OF'
protocol "talk-2026" { council = "Talk", effective = "2026-01-01", clauses = "talk" }
local hg = service "Homes Group" { clause = "1" }
fact "wants_help" { yesno, ask = "Is help wanted?", clause = "1" }
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
not_run { "3", because = "principle" }
END_OF
sed 's/talk-2026/chat-2026/; s/days(2)/days(7)/' talk-2026.lua > chat-2026.lua
sed 's/talk-2026/rush-2026/; s/days(2)/hours(1)/' talk-2026.lua > rush-2026.lua

# 20 cases: 12 talked to the day after (10 gone, 2 housed), 8 on the fifth day (5 gone, 3 lost). Gone: 15, housed: 2, lost and open: 3.
# Late within two days: 8; within seven: none; within the hour: all 20.
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

# ---- moot compare: they differ in breaches alone ----

moot compare talk-2026.lua chat-2026.lua --cases made-up.jsonl --store made-up.db --json --brief > told.json
moot report made-up.db --json > made-up.json
expect "compare: where they differ" "who leads 20 0, what is due 20 0, tonight's bed 20 0, what is owed 20 0, what is needed 20 0, stages reached 20 0, outcome 20 0, breaches 12 8" \
    "$(jq -rs 'map(select(.finding == "differences") | "\(.aspect) \(.same) \(.differ)") | join(", ")' made-up.json)"
expect "compare: the same as the command says" "$(jq -r 'select(.differences) | [.differences[].differ] | map(tostring) | join(" ")' told.json)" \
    "$(jq -rs 'map(select(.finding == "differences") | .differ | tostring) | join(" ")' made-up.json)"
expect "compare: what each comes to" 'talk-2026 17 3 0 0 8, chat-2026 17 3 0 0 0' \
    "$(jq -rs 'map(select(.finding == "each protocol") | "\(.protocol) \(.closed) \(.open) \(.undecided) \(.failed) \(.breaches)") | join(", ")' made-up.json)"
expect "compare: the answer" 'Held against each other (talk-2026, chat-2026), the protocols differ most often on breaches: in 8 of 20 cases.' \
    "$(jq -r 'select(.finding == "answer") | .says' made-up.json | head -1)"
expect "compare: the runs stand side by side" 'talk-2026 8, chat-2026 0' \
    "$(jq -rs 'map(select(.finding == "deadlines") | .of + " " + (.late | tostring)) | join(", ")' made-up.json)"
expect "compare: how to run it again" 'moot compare "talk-2026" "chat-2026" --cases made-up.jsonl --store made-up.db   (a variant as FILE:NAME)' \
    "$(jq -r 'select(.finding == "again") | .says' made-up.json | head -1)"
expect "compare: its own command is the only one" 0 "$(jq -r 'select(.finding == "again") | .says' made-up.json | grep -c '^moot run')"

# Of three protocols: how often each does not say what the first says. Within the hour all 20 are late, so the 8 are late by another time.
moot compare talk-2026.lua chat-2026.lua rush-2026.lua --cases made-up.jsonl --store three.db --quiet
expect "three protocols" 'chat-2026 8, rush-2026 20' \
    "$(moot report three.db --json | jq -rs 'map(select(.finding == "unlike the first" and .aspect == "breaches") | "\(.protocol) \(.cases)") | join(", ")')"
moot compare talk-2026.lua chat-2026.lua --cases real.jsonl --store real.db --quiet
moot report real.db --json > real.json
expect "of people: who is hidden" 'talk-2026 c c 0 0 8, chat-2026 c c 0 0 0' \
    "$(jq -rs 'map(select(.finding == "each protocol") | "\(.protocol) \(.closed) \(.open) \(.undecided) \(.failed) \(.breaches)") | join(", ")' real.json)"
head -18 real.jsonl > fewer.jsonl # 12 in time, 6 late; then 5 late
head -17 real.jsonl > fewest.jsonl
moot compare talk-2026.lua chat-2026.lua --cases fewer.jsonl --store fewer.db --quiet
moot compare talk-2026.lua chat-2026.lua --cases fewest.jsonl --store fewest.db --quiet
differ() { moot report "$1" --json | jq -r 'select(.finding == "differences" and .aspect == "breaches") | "\(.same) \(.differ)"'; }
expect "six that differ are told" '12 6' "$(differ fewer.db)"
expect "five are not, nor what is left" 'c c' "$(differ fewest.db)"
expect "nor in words" 'Held against each other (talk-2026, chat-2026), the protocols differ in some cases; so few do, or do not, that no count is shown.' \
    "$(moot report fewest.db --json | jq -r 'select(.finding == "answer") | .says' | head -1)"
expect "nor on what they differ most, wherever it could stand" 0 "$(moot report fewest.db | grep -c 'differ most')"
# Of three people no count is told, and no sentence is made of counts that are not.
head -3 real.jsonl > three.jsonl
moot run talk-2026.lua --cases three.jsonl --store people.db --quiet
expect "so few cases" 'Under talk-2026 there are so few cases that no count is shown.' \
    "$(moot report people.db --json | jq -r 'select(.finding == "answer") | .says')"
expect "no case is named" 0 "$(moot report real.db | grep -c 'C[012][0-9]')"

# ---- moot coverage: of ten clauses seven ran (2/2 did not: nobody was found), 3 is a principle, 4 nobody has written ----

moot coverage talk-2026.lua --cases made-up.jsonl --store covered.db --json > told.json || :
moot report covered.db --json > covered.json
expect "coverage: what there is" 'a rule, which ran 7, a rule, which never ran 1, not run by nature, with its reason 1, neither a rule nor a reason 1' \
    "$(jq -rs 'map(select(.finding == "coverage") | "\(.state) \(.clauses)") | join(", ")' covered.json)"
expect "coverage: the answer" 'Of the 10 clauses of the document of talk-2026, 8 are carried out by a rule, 1 is not run by nature and 1 has neither; 7 ran in 20 cases. 2 things to look at.' \
    "$(jq -r 'select(.finding == "answer") | .says' covered.json)"
expect "coverage: clause by clause, as the command says" "$(jq -rs 'map(select(.state) | "\(.clause) \(.state) \(.rules) \(.open) \(.ran)") | join(", ")' told.json)" \
    "$(jq -rs 'map(select(.finding == "clauses") | "\(.clause) \(.state) \(.rules) \(.open) \(.ran)") | join(", ")' covered.json)"
expect "coverage: what was found, as the command says" "$(jq -rs 'map(select(.finding) | "\(.clause) \(.finding)") | join(", ")' told.json)" \
    "$(jq -rs 'map(select(.finding == "coverage findings") | "\(.clause) \(.what)") | join(", ")' covered.json)"
# 1/4 ran in two cases, several times in each; 1/3 in 15, so not in 5: both are hidden, and how often they ran with it.
moot coverage talk-2026.lua --cases real.jsonl --store covered-real.db --json > /dev/null || :
expect "coverage: what ran for few, or for all but few, is hidden" '1/2 20 true, 1/3 c false, 1/4 c false' \
    "$(moot report covered-real.db --json | jq -rs 'map(select(.finding == "clauses" and (.clause | test("1/[234]"))) |
        "\(.clause) \(.ran_in) \(.ran != "c")") | join(", ")')"
expect "coverage: in how many a clause ran" '1/2 20, 1/3 15, 1/4 2' \
    "$(jq -rs 'map(select(.finding == "clauses" and (.clause | test("1/[234]"))) | "\(.clause) \(.ran_in)") | join(", ")' covered.json)"

# Of the logs of a run, and without any; both are kept.
moot run talk-2026.lua --cases made-up.jsonl --store run.db --quiet
moot coverage talk-2026.lua --store run.db --json > /dev/null || :
expect "coverage of a run stands in its report" '7 ran in 20 cases' \
    "$(moot report run.db --json | jq -r 'select(.finding == "answer") | .says' | grep -o '7 ran in 20 cases')"
moot coverage talk-2026.lua --store new.db --json > /dev/null || :
expect "coverage without a case" 'talk-2026: no case was run, so which rules ever run is not known.' \
    "$(moot report new.db --json | jq -r 'select(.finding == "cannot be told") | .says')"
moot coverage talk-2026.lua --store three.db --json > told.json || :
expect "coverage of a protocol that was compared" 20 "$(head -1 told.json | jq .cases)"

# ---- in each form ----

for store in made-up three real covered run; do
    moot report $store.db --csv > $store.csv
    moot report $store.db --json > $store.json
    moot report $store.db -o $store.html
    lua5.4 "$MOOT_ROOT/tests/tools/document.lua" $store.html report || :
    jq -r 'select(.finding == "differences") | [.finding, .of, .aspect, "differ", (.differ | tostring), "", ""] | join(",")' $store.json > rows
    jq -r 'select(.finding == "clauses") | [.finding, .of, .clause, "ran", (.ran | tostring), "", ""] | join(",")' $store.json >> rows
    expect "$store: CSV and JSON say the same" "$(wc -l < rows)" "$(sed 's/,null,/,,/' rows | grep -cxFf - $store.csv)"
done
expect "the store is sound" '"sound":true' "$(for store in *.db; do moot store check "$store" --json; done | grep -o '"sound":[a-z]*' | sort -u)"
expect "the same command, the same store" same "$(moot compare talk-2026.lua chat-2026.lua --cases made-up.jsonl --store again.db --quiet --jobs 4
    sqlite3 made-up.db .dump > one; sqlite3 again.db .dump > two; cmp -s one two && echo same)"

# ---- what cannot be ----

expect "the cases of a comparison are no caseload" 'made-up.db holds a comparison: its cases lack what only one of the protocols knows; give the caseload itself|3' \
    "$(says run talk-2026.lua --cases made-up.db)"
expect "a comparison is not packed" 'the newest run was compared with others, which set aside what it did not know: moot run makes one that can be packed|3' \
    "$(says pack made-up.db -o made-up.pack)"
expect "no name of a store" '--store takes the name of a file, such as compared.db; it was given ""|2' \
    "$(says compare talk-2026.lua chat-2026.lua --cases real.jsonl --store "")"
expect "read and written" '"real.db" cannot be read and written in one run: give --store another file|2' \
    "$(says coverage talk-2026.lua --cases real.db --store real.db)"
printf 'question\ttalk-2026\tchat-2026\nwhen?\t1/2\t1/2\n' > questions.tsv
expect "questions keep nothing" '--questions asks the scripts themselves: no case is run that --store could keep|2' \
    "$(says compare talk-2026.lua chat-2026.lua --questions questions.tsv --store q.db)"
