#!/bin/sh
# moot generate: 20,000 cases hold the published figures, and each protocol runs them without a remark.
set -eu

moot generate --count 20000 --seed 20261127 --quiet -o cases.jsonl
lua5.4 "$MOOT_ROOT/tests/tools/marginals.lua" cases.jsonl > marginals || true
grep -E '^(not )?ok ' marginals

# What the program says of its figures is what it draws from: each group's weights add up to what each line names.
if moot generate --figures --json | grep -q '"weight":-\|"source":""'; then
    echo "not ok a figure has no weight or no source"
else
    echo "ok each figure has a weight and a source"
fi

head -3000 cases.jsonl > some.jsonl
for protocol in stockport-2018.lua stockport-2024.md medway-2021.lua luton.lua; do
    status=0
    moot run "$MOOT_ROOT/protocols/$protocol" --cases some.jsonl --json --brief > results 2> said || status=$?
    grep -v 'cases run one by one, so each sees the quotas' said > remarks || true
    if [ "$status" = 0 ] && [ ! -s remarks ] && [ "$(wc -l < results)" -eq 3000 ] &&
        ! grep -v '"warnings":\[\]' results > remarks; then
        echo "ok $protocol runs them all, without a remark"
    else
        echo "not ok $protocol runs them all, without a remark: status $status"
        head -5 remarks | cut -c 1-500
    fi
done
