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

ask whole.db 1
sqlite3 whole.db .dump > whole.sql

for jobs in 1 2; do
    rm -f cut.db*
    : > dones
    for delay in 0.02 0.21 0.33 0.15; do # each goes on where the one before was killed
        killed "$delay" cut.db "a run of worlds cut off after $delay s leaves a whole store ($jobs jobs)" \
            moot run stockport-2018.lua --cases cases.jsonl --assume stockport-2018.assume.lua --replicates "${REPLICATES:-120}" \
            --seed 5 --store cut.db --jobs "$jobs" --quiet --resume
        sqlite3 cut.db "SELECT count(*) FROM run_rows WHERE finished" >> dones 2> /dev/null || echo 0 >> dones
    done
    ask cut.db "$jobs" --resume 2> err || cat err
    same_store whole.sql cut.db "killed again and again and resumed it has the bytes of an uninterrupted run ($jobs jobs)" dones
done
