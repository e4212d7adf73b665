#!/bin/sh
# kill -9 in the middle of a batch, then --resume: the store has the bytes of an uninterrupted run, and is never half-written.
set -eu

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
    moot run "$protocol" --cases many.jsonl --store cut.db --jobs 2 --quiet > /dev/null 2>&1 &
    victim=$!
    sleep "$delay"
    kill -9 "$victim" 2> /dev/null || true
    wait "$victim" 2> /dev/null || true
    # Stopped before anything was stored, it may be empty; it is never half a store.
    if [ -e cut.db ] && ! moot store check cut.db > check.out 2>&1 && ! grep -q 'is empty' check.out; then
        echo "not ok a store cut off after $delay s is whole as far as it goes"
        cat check.out
    else
        echo "ok a store cut off after $delay s is whole as far as it goes"
    fi
    moot run "$protocol" --cases many.jsonl --store cut.db --resume --quiet > /dev/null 2> resume.err || true
    sqlite3 cut.db .dump > cut.sql
    if cmp -s whole.sql cut.sql; then
        echo "ok resumed after $delay s it has the bytes of an uninterrupted run"
    else
        echo "not ok resumed after $delay s it has the bytes of an uninterrupted run"
        cat resume.err
        diff whole.sql cut.sql | head -5 || true
    fi
done
