#!/bin/sh
# The protocol of Worcestershire is not in its source, a board paper. So nothing may be invented: what the script declares itself
# has no figure, no time and no price; and every answer says what is missing.
set -eu

check() { # NAME: what was written to the file "found" is wrong
    if [ -s found ]; then
        echo "not ok $1"
        sed 's/^/    /' found
    else
        echo "ok $1"
    fi
}

script=$MOOT_ROOT/protocols/worcestershire-2017.lua
cases=$MOOT_ROOT/examples/worcestershire/cases.jsonl
says="^worcestershire-2017: the protocol itself was attached to the paper and is not in it; "

moot run "$script" --cases "$cases" --store results.db --quiet > quiet 2>&1 || cat quiet
sqlite3 -bail results.db "SELECT kind || ' ' || name || ' ' || rule FROM declarations
    WHERE file NOT LIKE 'stdlib/%' AND name <> 'applicant'
    AND ((kind = 'deadline' AND rule <> '') OR kind IN ('param', 'panel', 'quota', 'measure', 'entitlement', 'ladder'));
    SELECT 'too few deadlines' WHERE (SELECT count(*) FROM declarations
        WHERE kind = 'deadline' AND file NOT LIKE 'stdlib/%') < 12;" > found 2>&1
check "nothing of the paper has a figure or a time"

sqlite3 -bail results.db "SELECT DISTINCT clause FROM declarations WHERE file NOT LIKE 'stdlib/%' AND clause <> '';" |
    sort -u > own
cut -f1 "$MOOT_ROOT/protocols/clauses/worcestershire-2017.tsv" | sort -u > table
sqlite3 -bail results.db "SELECT DISTINCT clause FROM declarations WHERE file LIKE 'stdlib/%' AND clause <> '';" | sort -u > law
[ -s own ] && [ -s law ] || echo "too few clauses" > found
comm -12 table law >> found
check "no rule of stdlib bears a clause of the paper"

moot run "$script" --cases "$cases" --json > results.jsonl
jq -c 'select(.id) | select((.law.note | test("'"$says"'") | not)
    or all(.readings[]; .reading != "the protocol itself")) | .id' results.jsonl > found
[ "$(jq -c 'select(.id)' results.jsonl | wc -l)" = 8 ] || echo "not 8 cases" >> found
check "each result says that the protocol itself is missing"

: > found
moot check "$script" | grep -q "$says" || echo "moot check" >> found
moot coverage "$script" | grep -q "$says" || echo "moot coverage" >> found
moot run "$script" --cases "$cases" | grep -q "$says" || echo "moot run" >> found
moot why results.db W03 | grep -q "$says" || echo "moot why" >> found
check "so does what check, coverage, run and why tell"

# A letter, a screen of the walk, a hand-out, a comparison, a difference: each is an answer too. L1 is not owed a duty, by letter.
cat > letter.jsonl << 'JSON'
{"id":"L1","facts":{"dob":"2004-06-10"},"events":[{"at":"2026-05-21 09:15","event":"presents homeless"},{"at":"2026-05-22 10:00","stage":"homelessness application","outcome":"no duty"},{"at":"2026-05-25","note":"a look"}]}
JSON
: > found
moot run "$script" --cases letter.jsonl --store letter.db --quiet
moot why letter.db L1 --notice "adverse decision letter" | grep -q "$says" || echo "a letter" >> found
moot why letter.db L1 3 | grep -q "$says" || echo "one entry" >> found
printf 'fact dob 2004-06-10\npresents homeless at 2026-05-21 09:15\nexport handout h.html\nexport calendar d.ics\n' > lines
moot repl "$script" < lines | grep -q "$says" || echo "the walk" >> found
moot repl "$script" --json < lines | grep -q "the protocol itself was attached to the paper" || echo "the walk, JSON" >> found
grep -q "the protocol itself was attached to the paper" h.html || echo "a hand-out" >> found
moot compare "$script" luton --cases letter.jsonl 2> /dev/null | grep -q "$says" || echo "moot compare" >> found
moot compare "$script" luton --cases letter.jsonl --json 2> /dev/null | grep -q "the protocol itself was attached" || echo "moot compare, JSON" >> found
{ moot diff "$script" luton || true; } | grep -q "$says" || echo "moot diff" >> found
moot coverage "$script" luton | grep -q "$says" || echo "moot coverage of several" >> found
moot coverage "$script" --html | grep -q "the protocol itself was attached to the paper" || echo "the page of coverage" >> found
check "so do letters, walks, hand-outs, comparisons and differences"

# The law stands in by the reading, and by nothing else: read otherwise, none of it begins.
ln -s "$MOOT_ROOT/protocols" protocols
cat > without.lua << 'LUA'
baseline "worcestershire-2017"
variant "without the law" {
  reading "the protocol itself" { patch = true, chosen = "is missing, and no law stands in for it" },
}
LUA
{
    cat "$cases"
    echo '{"id":"both doors","facts":{"dob":"2009-02-11","approached":"children'"'"'s services","safe_tonight":false},"events":[
        {"at":"2027-01-04 09:15","event":"presents homeless"},{"at":"2027-01-06 09:15","event":"asks housing for help"}]}' | tr -d '\n'
    echo
} > cases.jsonl
moot run "$script" --cases cases.jsonl --variant "without.lua:without the law" --json > without.jsonl
jq -r 'select(.id) | .stages[] | .clause' without.jsonl | sort -u > begun
comm -23 begun table > found
[ -s begun ] || echo "nothing begins" > found
check "without the law only the paper is run"
