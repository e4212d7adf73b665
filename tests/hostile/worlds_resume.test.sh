#!/bin/sh
# kill -9 at any moment of moot run --assume, again and again, then --resume: the store has the bytes of an uninterrupted run, and is
# never half-written. Cases wait for a panel with few places, so that a world that was cut off could not be gone on with.
set -eu
# shellcheck source=tests/tools/killed.sh
. "$MOOT_ROOT/tests/tools/killed.sh"

cp -r "$MOOT_ROOT/protocols/stockport-2018.lua" "$MOOT_ROOT/protocols/stockport-2018.assume.lua" "$MOOT_ROOT/protocols/clauses" .
cp "$MOOT_ROOT/examples/stockport-2018/cases.jsonl" .

ask() { # STORE JOBS [OPTION]
    store=$1
    jobs=$2
    shift 2
    moot run stockport-2018.lua --cases cases.jsonl --assume stockport-2018.assume.lua --replicates "${REPLICATES:-120}" --seed 5 \
        --store "$store" --jobs "$jobs" --quiet "$@"
}

for jobs in 1 2; do
    rm -f cut.db* whole.db*
    : > come
    if [ "$jobs" -eq 2 ]; then # with others who come beside the caseload
        echo "--arrivals 2026-03..2026-04" > come
    fi
    # shellcheck disable=SC2046 # words
    ask whole.db 1 $(cat come)
    sqlite3 whole.db .dump > whole.sql
    : > dones
    for delay in 0.02 0.21 0.33 0.15; do # each goes on where the one before was killed
        # shellcheck disable=SC2046
        killed "$delay" cut.db "a run of worlds cut off after $delay s leaves a whole store ($jobs jobs)" \
            moot run stockport-2018.lua --cases cases.jsonl --assume stockport-2018.assume.lua --replicates "${REPLICATES:-120}" \
            --seed 5 --store cut.db --jobs "$jobs" --quiet --resume $(cat come)
        sqlite3 cut.db "SELECT count(*) FROM run_rows WHERE finished" >> dones 2> /dev/null || echo 0 >> dones
    done
    # shellcheck disable=SC2046
    ask cut.db "$jobs" --resume $(cat come) 2> err || cat err
    same_store whole.sql cut.db "killed again and again and resumed it has the bytes of an uninterrupted run ($jobs jobs)" dones
done
