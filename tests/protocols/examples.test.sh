#!/bin/sh
# The example cases of each protocol against results worked out by hand (workings.md beside them): every folder of examples
# that has cases.jsonl and expected.jsonl and is named like a protocol, or like its council where there is one edition. Where
# a CSV folder holds the same caseload, it must come to the same.
set -eu

# shellcheck disable=SC2046 # the flags are words
${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -o expect "$MOOT_ROOT/tests/tools/expect.c" $(pkg-config --cflags --libs jansson)

check() { # NAME: what was written to the file "found" is wrong
    if [ -s found ]; then
        echo "not ok $1"
        sed 's/^/    /' found
    else
        echo "ok $1"
    fi
}

# Each variant changes what some case comes to; and what variants.jsonl says of it was worked out by hand, too.
try_variants() { # ID PROTOCOL
    results='select(.id) | del(.hash, .protocol, .readings, .log[].rule, .log[].because)'
    jq -c "$results" jsonl.out > base
    sed -n 's/^variant "\([^"]*\)".*/\1/p' "$cases/variants.lua" > variants
    : > found
    while read -r variant; do
        moot run "$2" --cases "$cases/cases.jsonl" --variant "$cases/variants.lua:$variant" --json > variant.out 2> variant.err ||
            cat variant.err
        jq -c "$results" variant.out > changed
        ! cmp -s base changed || echo "$variant" >> found
        [ -e "$cases/variants.jsonl" ] || continue
        jq -c --arg v "$variant" 'select(.variant == $v)' "$cases/variants.jsonl" > wanted
        ./expect wanted variant.out | sed "\$d; s/^\(not \)*ok /&$1, $variant: /"
    done < variants
    check "$1: each variant changes what a case comes to"
    [ -e "$cases/variants.jsonl" ] || return 0
    jq -r .variant "$cases/variants.jsonl" | sort -u > worked
    sort -u variants | comm -13 - worked > found
    check "$1: what is worked out is of a variant that there is"
}

try() { # ID PROTOCOL FOLDER
    cases=$3
    moot run "$2" --cases "$cases/cases.jsonl" --json > jsonl.out 2> jsonl.err || cat jsonl.err
    ./expect "$cases/expected.jsonl" jsonl.out | sed "\$d; s/^\(not \)*ok /&$1 /"

    jq -r .id "$cases/cases.jsonl" | sort > all_ids
    jq -r .id "$cases/expected.jsonl" | sort > worked_ids
    comm -3 all_ids worked_ids > found
    check "$1: each case is worked out"
    jq -r '.clauses[]' "$cases/expected.jsonl" | sort -u > named
    cut -f1 "$MOOT_ROOT/protocols/clauses/$1.tsv" | sort -u > table
    comm -23 named table > found
    [ -s named ] || echo "no clause is named" > found
    check "$1: the cases cite clauses of the table only"

    [ ! -e "$cases/variants.lua" ] || try_variants "$1" "$2"
    [ -d "$cases/csv" ] || return 0
    # The CSV form is the same caseload; its results differ only in where a mistake would be said.
    moot run "$2" --cases "$cases/csv" --json > csv.out 2> csv.err || cat csv.err
    sort jsonl.out > jsonl.sorted
    sort csv.out > csv.sorted
    diff jsonl.sorted csv.sorted | cut -c1-300 | head -6 > found || true
    check "$1: the CSV folder comes to the same results"
}

tried=0
for protocol in "$MOOT_ROOT"/protocols/*.lua "$MOOT_ROOT"/protocols/*.md; do
    id=$(basename "${protocol%.*}")
    case $id in *.assume) continue ;; esac # how people behave
    for folder in "$MOOT_ROOT/examples/$id" "$MOOT_ROOT/examples/${id%-*}"; do
        if [ -e "$folder/expected.jsonl" ]; then
            try "$id" "$protocol" "$folder"
            tried=$((tried + 1))
        fi
    done
done
[ "$tried" -ge 3 ] || echo "not ok at least three protocols have worked examples"
