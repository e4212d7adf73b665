#!/bin/sh
# Same input, same bytes: in --json and in the store's dump, for 1, 2 and 8 jobs, any time zone, locale, folder, machine clock.
set -eu

protocol=$MOOT_ROOT/protocols/stockport-2018.lua
caseload=$MOOT_ROOT/examples/stockport-2018

# More cases than a chunk of work, so that jobs really share them: each example many times under other names.
i=0
while [ "$i" -lt "${COPIES:-12}" ]; do
    sed "s/\"id\" *: *\"/&n$i-/" "$caseload/cases.jsonl"
    i=$((i + 1))
done > many.jsonl

json() { # NAME COMMAND...
    name=$1
    shift
    "$@" moot run "$protocol" --cases "$PWD/many.jsonl" --json > "$name.json" 2> "$name.err" || true
}

same() { # NAME WHAT: the two files are equal and not empty
    if [ -s plain.json ] && cmp -s plain.json "$1.json" && cmp -s plain.err "$1.err"; then
        echo "ok --json is the same $2"
    else
        echo "not ok --json is the same $2"
        cmp plain.json "$1.json" || true
        diff plain.err "$1.err" | head -5 || true
    fi
}

json plain env TZ=UTC LC_ALL=C
for jobs in 2 8; do
    moot run "$protocol" --cases "$PWD/many.jsonl" --json --jobs "$jobs" > "jobs$jobs.json" 2> "jobs$jobs.err" || true
    same "jobs$jobs" "with $jobs jobs"
done
json tokyo env TZ=Asia/Tokyo LC_ALL=C
same tokyo "in another time zone"
json nozone env TZ=Nowhere/Land LC_ALL=C
same nozone "in a time zone that does not exist"
json locale env TZ=UTC LC_ALL=C.UTF-8 LANG=de_DE.UTF-8
same locale "in another locale"

mkdir -p elsewhere/deep
(
    cd elsewhere/deep
    moot run "$protocol" --cases ../../many.jsonl --json > ../../folder.json 2> ../../folder.err || true
)
sed "s|\.\./\.\./many|$PWD/many|" folder.err > folder.err.tmp && mv folder.err.tmp folder.err
same folder "from another folder"

if command -v faketime > /dev/null && [ -z "${WRAP:-}" ] && [ "$(basename "$MOOT_BUILD")" = release ]; then
    json clock faketime "1999-12-31 23:59:59"
    same clock "at another time of the machine's clock"
fi

dump() { # NAME JOBS TZ
    env TZ="$3" moot run "$protocol" --cases "$PWD/many.jsonl" --store "$1.db" --jobs "$2" --quiet > /dev/null 2>&1 || true
    sqlite3 "$1.db" .dump > "$1.sql"
}
dump one 1 UTC
for how in "2 UTC" "8 UTC" "2 America/New_York"; do
    # shellcheck disable=SC2086 # two words
    set -- $how
    rm -f other.db*
    dump other "$1" "$2"
    if [ "$(wc -l < one.sql)" -gt 1000 ] && cmp -s one.sql other.sql; then
        echo "ok the store's dump is the same with $1 jobs in $2"
    else
        echo "not ok the store's dump is the same with $1 jobs in $2"
        wc -l one.sql other.sql
        cmp one.sql other.sql || true
    fi
done
