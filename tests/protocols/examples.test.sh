#!/bin/sh
# The example cases of Stockport 2018 against results worked out by hand (examples/stockport-2018/workings.md), read from
# JSON Lines and from the CSV folder, which must come to the same.
set -eu

examples=$MOOT_ROOT/examples/stockport-2018
protocol=$MOOT_ROOT/protocols/stockport-2018.lua

# shellcheck disable=SC2046 # the flags are words
${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -o expect "$MOOT_ROOT/tests/tools/expect.c" $(pkg-config --cflags --libs jansson)

moot run "$protocol" --cases "$examples/cases.jsonl" --json > jsonl.out 2> jsonl.err || cat jsonl.err
./expect "$examples/expected.jsonl" jsonl.out | sed '$d'

# The CSV form is the same caseload; its results differ only in where a mistake would be said.
moot run "$protocol" --cases "$examples/csv" --json > csv.out 2> csv.err || cat csv.err
sort jsonl.out > jsonl.sorted
sort csv.out > csv.sorted
if cmp -s jsonl.sorted csv.sorted; then
    echo "ok the CSV folder comes to the same results"
else
    echo "not ok the CSV folder comes to the same results"
    diff jsonl.sorted csv.sorted | cut -c1-300 | head -6 || true
fi

# Each clause that a case names exists in the table of clauses.
jq -r '.clauses[]' "$examples/expected.jsonl" | sort -u > named
cut -f1 "$MOOT_ROOT/protocols/clauses/stockport-2018.tsv" | sort -u > table
if [ -s named ] && [ -z "$(comm -23 named table)" ]; then
    echo "ok the cases cite clauses of the table only"
else
    echo "not ok the cases cite clauses of the table only"
    comm -23 named table
fi

# Without a log the answers are the same, but for those lists that are read from it and for what each was because of. Cases
# with corrections too: what is known late is only what changed.
answers='[.id, .status, .outcome, .stages, .deadlines, (.decisions[] | del(.because)), .breaches, .duties, .tonight, .needs,
    .charges, .entitlements, .escalations, .measures]'
moot run "$protocol" --cases "$examples/cases.jsonl" --json --log none 2> none.err | jq -c "$answers" > none.out || cat none.err
jq -c "$answers" jsonl.out > full.out
if cmp -s full.out none.out && grep -q known_late none.out; then
    echo "ok without a log the answers are the same"
else
    echo "not ok without a log the answers are the same"
    diff full.out none.out | cut -c1-300 | head -6 || true
fi
