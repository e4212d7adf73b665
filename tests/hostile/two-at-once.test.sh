#!/bin/sh
# Four runs that open one store, new to all of them, at the same moment: each is kept whole.
# Prints "ok NAME" or "not ok NAME". Run by hand it uses build/moot.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
command -v moot > /dev/null || PATH=$root/build:$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

name="four runs make one store together"
cases=$(wc -l < "$root/examples/stockport-2018/cases.jsonl")

# A run that is told to try again does so, having kept nothing: only where each program takes many times as long (SLOW=1).
tries=1
[ -z "${SLOW:-}" ] || tries=20
run_once() { # NUMBER
    left=$tries
    until moot run "$root/protocols/stockport-2018.lua" --cases "$root/examples/stockport-2018/cases.jsonl" \
        --store "$work/new.db" --quiet > "$work/said.$1" 2>&1; do
        status=$?
        left=$((left - 1))
        if [ "$left" = 0 ] || ! grep -q 'try again' "$work/said.$1"; then
            echo "status $status" >> "$work/status"
            return
        fi
    done
}
for n in 1 2 3 4; do
    run_once "$n" &
done
wait
got=$(sqlite3 "$work/new.db" "select count(*) from cases" 2>&1 || true)
if [ ! -e "$work/status" ] && [ "$got" = $((cases * 4)) ]; then
    echo "ok $name"
else
    echo "not ok $name"
    echo "    $((cases * 4)) cases expected, $got came"
    sed 's/^/    /' "$work"/said.*
fi
