#!/bin/sh
# Everything that leaves moot and rests on law says so: no legal advice, the law as at which day, what is open. One line a kind of
# thing that leaves. What has no place for it is named in the README of stdlib.
set -eu

medway=$MOOT_ROOT/protocols/medway-2021.lua
stockport=$MOOT_ROOT/protocols/stockport-2024.md
cp -r "$MOOT_ROOT/protocols" .

cat > cases.jsonl <<'END'
{"id":"C1","facts":{"dob":"2004-02-11","approached":"housing","care_status":"none","eligible":true,"homeless":true,"decision_in_words":"we must help you find a home"},"events":[{"at":"2026-06-01 09:00","event":"presents homeless"},{"at":"2026-06-02 10:00","stage":"homelessness application","outcome":"homeless"},{"at":"2026-06-02 10:00","deadline":"send the decision","met":true}]}
END
cat > walk <<'END'
fact dob 2009-02-11
fact approached housing
fact safe_tonight false
fact decision_in_words we must help you find a home
fact eligible true
fact homeless true
.transcript typed.txt
presents homeless at 1 June 2026 4pm
answer homelessness application: homeless
export handout handout.html
export handout handout.md
export letter letter.md
export letter letter.html
export calendar dates.ics
.transcript off
END
cat > variants.lua <<'END'
baseline "medway-2021"
variant "waits" { reading "an application before that" { chosen = "waits until they are used up" } }
END

moot run "$medway" --cases cases.jsonl --store runs.db --quiet
moot whatif variants.lua --cases cases.jsonl --replicates 2 --store whatif.db --quiet > sums 2> err || cat err
moot repl "$medway" < walk > screen 2>&1 || true

# says KIND FILE: in one line or broken in several.
says() {
    tr -s '\n ' '  ' < "$2" | sed 's/\r//g; s/ # / /g' > whole
    lacks=""
    for words in 'ot legal advice' 'law as at [0-9A-Z]' 'open points: '; do
        grep -q "$words" whole || lacks="$lacks; no \"$words\""
    done
    if [ -s "$2" ] && [ -z "$lacks" ]; then
        echo "ok $1 says that it is no legal advice, as at which day, and what is open"
    else
        echo "not ok $1 says that it is no legal advice, as at which day, and what is open$lacks"
        head -c 400 "$2" | sed 's/^/    /'
    fi
}

# leaves KIND ARGUMENT...: what moot writes.
leaves() {
    kind=$1
    shift
    moot "$@" > out 2> err < /dev/null || [ -s out ] || cat err
    says "$kind" out
}

leaves "the result of a run" run "$medway" --cases cases.jsonl
leaves "the result of a run as JSON" run "$medway" --cases cases.jsonl --json
leaves "a brief result" run "$medway" --cases cases.jsonl --json --brief
for form in dot mermaid svg md html; do
    leaves "a protocol as $form" export "$medway" --as "$form"
done
for form in csv jsonl; do
    leaves "the sums of a store as $form" export runs.db --as "$form"
    leaves "the rows of a store as $form" export runs.db --as "$form" --internal
done
leaves "the dates of a store as ics" export runs.db --as ics --internal
leaves "why" why runs.db C1
leaves "why as JSON" why runs.db C1 --json
leaves "a letter" why runs.db C1 --notice "decision letter"
leaves "check" check "$medway"
leaves "check as JSON" check "$medway" --json
leaves "coverage" coverage "$medway"
leaves "coverage as JSON" coverage "$medway" --json
leaves "coverage as a page" coverage "$medway" --html
leaves "compare" compare "$medway" "$stockport" --cases cases.jsonl
leaves "compare as JSON" compare "$medway" "$stockport" --cases cases.jsonl --json
leaves "compare as CSV" compare "$medway" "$stockport" --cases cases.jsonl --csv
leaves "diff" diff "$medway" "$stockport" --brief
leaves "diff as JSON" diff "$medway" "$stockport" --json --brief
says "a what-if" sums
leaves "a what-if as JSON" whatif variants.lua --cases cases.jsonl --replicates 2 --json
leaves "a what-if as CSV" whatif variants.lua --cases cases.jsonl --replicates 2 --csv
moot report runs.db -o report.html
says "a report" report.html
moot report runs.db --csv > report.csv
says "a report as CSV" report.csv
moot report whatif.db -o whatif.html
says "the report of a what-if" whatif.html
says "a walk" screen
says "a transcript" typed.txt
says "a hand-out as a page" handout.html
says "a hand-out as text" handout.md
says "a letter of a walk as a page" letter.html
says "a letter of a walk as text" letter.md
if grep -q '^By Sunday 21 June 2026: you can ask us to look at this decision again[.] This is for you to do' letter.md; then
    echo "ok a letter of a walk tells a right in words"
else
    echo "not ok a letter of a walk tells a right in words"
    grep '^By ' letter.md | sed 's/^/    /'
fi
says "a calendar of a walk" dates.ics

# The table of law itself has a column for each of them; the others are no answers, but what answers are made of.
if tr '\n' ' ' < "$MOOT_ROOT/stdlib/README.md" | grep -q 'No such line stands in .*moot law --csv.* a case, a caseload, a scenario, a pack'; then
    echo "ok the README names what has no place for it"
else
    echo "not ok the README names what has no place for it"
fi
