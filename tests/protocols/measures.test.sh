#!/bin/sh
# The measures of protocols over small caseloads (tests/protocols/measures/ID.jsonl), by examples/queries/measures.sql, against
# what was counted by hand: ID.txt says how in its comments. Each measure that the protocol declares comes out.
set -eu

tried=0
for cases in "$MOOT_ROOT"/tests/protocols/measures/*.jsonl; do
    id=$(basename "$cases" .jsonl)
    for protocol in "$MOOT_ROOT/protocols/$id.lua" "$MOOT_ROOT/protocols/$id.md"; do
        [ -f "$protocol" ] && break
    done
    moot run "$protocol" --cases "$cases" --store "$id.db" --quiet > run.out 2> run.err || cat run.err
    grep -v '^#' "${cases%.jsonl}.txt" > expected
    sqlite3 -header -bail "$id.db" < "$MOOT_ROOT/examples/queries/measures.sql" > actual 2>&1 || true
    if cmp -s expected actual; then
        echo "ok $id: the measures counted by hand"
    else
        echo "not ok $id: the measures counted by hand"
        diff expected actual | sed 's/^/    /' || true
    fi
    sed 1d expected | cut -d'|' -f1 | sort -u > counted
    sqlite3 -bail "$id.db" "SELECT name FROM declarations WHERE kind = 'measure';" | sort -u > declared
    if [ -s declared ] && cmp -s declared counted; then
        echo "ok $id: each measure comes out"
    else
        echo "not ok $id: each measure comes out"
        comm -3 declared counted | sed 's/^/    /'
    fi
    tried=$((tried + 1))
done
[ "$tried" -ge 1 ] || echo "not ok there is a caseload to count"
