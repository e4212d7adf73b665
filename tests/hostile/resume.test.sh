#!/bin/sh
# kill -9 in the middle of a batch, then --resume: the store has the bytes of an uninterrupted run, and is never half-written.
set -eu
# shellcheck source=tests/tools/killed.sh
. "$MOOT_ROOT/tests/tools/killed.sh"

protocol=$MOOT_ROOT/protocols/stockport-2018.lua
i=0
while [ "$i" -lt "${COPIES:-120}" ]; do
    sed "s/\"id\" *: *\"/&n$i-/" "$MOOT_ROOT/examples/stockport-2018/cases.jsonl"
    i=$((i + 1))
done > many.jsonl

moot run "$protocol" --cases many.jsonl --store whole.db --quiet > /dev/null 2>&1 || true
sqlite3 whole.db .dump > whole.sql

for delay in 0.05 0.2 0.4 0.8; do
    rm -f cut.db*
    killed "$delay" cut.db "a store cut off after $delay s is whole as far as it goes" \
        moot run "$protocol" --cases many.jsonl --store cut.db --jobs 2 --quiet
    moot run "$protocol" --cases many.jsonl --store cut.db --resume --quiet > /dev/null 2> resume.err || true
    same_store whole.sql cut.db "resumed after $delay s it has the bytes of an uninterrupted run" resume.err
done
