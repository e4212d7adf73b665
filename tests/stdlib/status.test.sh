#!/bin/sh
# Leaving-care status against status.cases, which was worked out by hand from the statute: one line a moment.
set -eu

here="$MOOT_ROOT/tests/stdlib"
lua5.4 "$here/cases.lua" "$here/status.cases" cases > cases.jsonl
lua5.4 "$here/cases.lua" "$here/status.cases" expected > expected.tsv
moot run "$here/status.lua" --cases cases.jsonl --json --quiet > results.jsonl
jq -r '.id as $id | .decisions | group_by(.fact)[] | last | [$id, .fact, (.value | tostring), .clause] | @tsv' \
    results.jsonl > derived.tsv

awk -F '\t' -v OFS='\t' '
    NR == FNR { value[$1, $2] = $3; clause[$1, $2] = $4; next }
    {
        got = ($1, $3) in value && value[$1, $3] != "null" ? value[$1, $3] : "-"
        by = $5 != "" ? clause[$1, $3] : ""
        good = got == $4 && by == $5
        if (!($2 in seen)) { order[++n] = $2 }
        seen[$2] = 1
        if (!good) { wrong[$2] = wrong[$2] "    " $3 ": expected " $4 " " $5 ", came " got " " clause[$1, $3] "\n" }
    }
    END {
        for (i = 1; i <= n; i++) {
            print (order[i] in wrong ? "not ok " : "ok ") order[i]
            if (order[i] in wrong) { printf "%s", wrong[order[i]] }
        }
    }' derived.tsv expected.tsv
