#!/bin/sh
# The queries of examples/queries over a small caseload (tests/protocols/queries), each whole answer against one that was
# worked out by hand: NAME.txt says how in its comments. Then the samples that the queries' README shows.
set -eu

queries=$MOOT_ROOT/examples/queries
here=$MOOT_ROOT/tests/protocols/queries

moot run "$here/protocol.lua" --cases "$here/cases.jsonl" --as-of "2026-01-30 12:00" --store store.db --quiet

try() { # NAME EXPECTED ACTUAL
    if cmp -s "$2" "$3"; then
        echo "ok $1"
    else
        echo "not ok $1"
        diff "$2" "$3" | sed 's/^/    /' || true
    fi
}

for query in "$queries"/*.sql; do
    name=$(basename "$query" .sql)
    grep -v '^#' "$here/$name.txt" > expected || true
    sqlite3 -header -bail store.db < "$query" > actual 2>&1 || true
    try "$name: the answer worked out by hand" expected actual

    # An older run in the same store changes nothing.
    [ -e again.db ] || {
        moot run "$here/protocol.lua" --cases "$here/cases.jsonl" --as-of "2026-01-10 12:00" --store again.db --quiet
        moot run "$here/protocol.lua" --cases "$here/cases.jsonl" --as-of "2026-01-30 12:00" --store again.db --quiet
    }
    sqlite3 -header -bail again.db < "$query" > actual 2>&1 || true
    try "$name: the newest run only" expected actual

    # The README shows the command, then what comes back.
    awk -v command="\$ sqlite3 -box store.db < examples/queries/$name.sql" '
        $0 == command { shown = 1; next }
        shown && /^```/ { exit }
        shown { print }' "$queries/README.md" > expected
    sqlite3 -box -bail store.db < "$query" > actual 2>&1 || true
    try "$name: the sample in the README" expected actual
done
