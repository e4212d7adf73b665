#!/bin/sh
# kill -9 at any moment of a what-if, again and again, then --resume: the store and the answer have the bytes of an uninterrupted
# run, and the store is never half-written.
set -eu
# shellcheck source=tests/tools/killed.sh
. "$MOOT_ROOT/tests/tools/killed.sh"

cp -r "$MOOT_ROOT/protocols/stockport-2018.lua" "$MOOT_ROOT/protocols/stockport-2018.assume.lua" "$MOOT_ROOT/protocols/clauses" .
cp "$MOOT_ROOT/examples/stockport-2018/variants.lua" "$MOOT_ROOT/examples/stockport-2018/cases.jsonl" .

ask() { # STORE JOBS [OPTION]
    store=$1
    jobs=$2
    shift 2
    moot whatif variants.lua --cases cases.jsonl --replicates "${REPLICATES:-600}" --seed 5 --store "$store" --jobs "$jobs" --json "$@"
}

ask whole.db 1 > whole.json 2> err
sqlite3 whole.db .dump > whole.sql

for jobs in 1 2; do
    rm -f cut.db*
    : > dones
    for delay in 0.02 0.11 0.13 0.05 0.15 0.08; do # each goes on where the one before was killed
        killed "$delay" cut.db "a what-if cut off after $delay s leaves a whole store ($jobs jobs)" \
            moot whatif variants.lua --cases cases.jsonl --replicates "${REPLICATES:-600}" --seed 5 --store cut.db --jobs "$jobs" \
            --resume
        done=$(sqlite3 cut.db "SELECT done FROM whatif_rows" 2> /dev/null || echo 0)
        echo "$done" >> dones
        if [ "${done:-0}" -gt 300 ]; then # enough: what is left is for the last one
            break
        fi
    done
    ask cut.db "$jobs" --resume > cut.json 2> err || cat err
    same_store whole.sql cut.db "killed again and again and resumed it has the bytes of an uninterrupted run ($jobs jobs)" dones
    if [ "$(sqlite3 cut.db 'SELECT count(*) FROM whatif_rows')" = 1 ] && cmp -s whole.json cut.json; then
        echo "ok it is one what-if, and its answer has the bytes of an uninterrupted one ($jobs jobs)"
    else
        echo "not ok it is one what-if, and its answer has the bytes of an uninterrupted one ($jobs jobs)"
    fi
done
