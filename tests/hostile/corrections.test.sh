#!/bin/sh
# Thousands of corrections in one case: each tells afresh all that it changes, so they are stopped at a limit, with one
# sentence and status 4; and no other case is lost.
set -eu

cat > p.lua << 'END'
protocol "afresh-2026" { council = "Demo", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
event "comes" { clause = "2" }
stage "help" { clause = "2", owner = hg, on = event "comes",
  deadline "visit" { clause = "3", within = hours(48) }, outcome "over" { clause = "2" } }
END

# ID NOTES CORRECTIONS: a visit, so many notes, and so many corrections of when the visit was.
one() {
    printf '{"id":"%s","events":[{"at":"2026-05-21 09:00","event":"comes"},{"at":"2026-05-22 09:00","deadline":"visit","met":true}' "$1"
    awk -v notes="$2" -v corrections="$3" 'BEGIN {
        for (i = 0; i < notes; i++)
            printf ",{\"at\":\"2026-06-%02d %02d:%02d\",\"note\":\"x\"}", 1 + i / 1440, int(i / 60) % 24, i % 60
        for (i = 0; i < corrections; i++)
            printf ",{\"at\":\"2026-07-%02d %02d:%02d\",\"correct\":2,\"to\":{\"at\":\"2026-05-22 10:%02d\"}}", \
                1 + i / 1440, int(i / 60) % 24, i % 60, i % 60
        print "]}"
    }'
}

{ one first 0 1; one many 0 1001; one long 30000 60; one enough 0 1000; } > cases.jsonl
status=0
moot run p.lua --cases cases.jsonl --json --brief > out 2> err || status=$?

check() { # NAME CONDITION...
    name=$1
    shift
    if "$@"; then
        echo "ok $name"
    else
        echo "not ok $name"
        sed 's/^/    /' err
    fi
}

check "status 4" [ "$status" = 4 ]
check "a case corrected too often is told in a sentence" \
    grep -q '"case many could not be run: told afresh over 1000 times, by corrections or by facts known only later: the most for one case"' err
check "so is one whose log grows too long by it" \
    grep -q '"case long could not be run: told afresh, by corrections or by facts known only later, till its log had over 1000000 entries: the most for one case"' err
check "nothing else is wrong" [ "$(wc -l < err)" = 2 ]
check "every case has its answer" [ "$(jq -r '.id + " " + .status' out | tr '\n' ',')" = "first open,many failed,long failed,enough open," ]
check "the last correction stands" [ "$(jq -r 'select(.id == "enough") | .deadlines[0].met_at' out)" = "2026-05-22 10:39" ]
