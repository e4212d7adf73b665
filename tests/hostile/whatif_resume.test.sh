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

for jobs in 1 2; do
    rm -f cut.db* whole.db*
    : > come
    if [ "$jobs" -eq 2 ]; then # with others who come beside the caseload
        echo "--arrivals 2026-03..2026-04" > come
    fi
    # shellcheck disable=SC2046 # words
    ask whole.db 1 $(cat come) > whole.json 2> err
    sqlite3 whole.db .dump > whole.sql
    : > dones
    for delay in 0.02 0.11 0.13 0.05 0.15 0.08; do # each goes on where the one before was killed
        # shellcheck disable=SC2046
        killed "$delay" cut.db "a what-if cut off after $delay s leaves a whole store ($jobs jobs)" \
            moot whatif variants.lua --cases cases.jsonl --replicates "${REPLICATES:-600}" --seed 5 --store cut.db --jobs "$jobs" \
            --resume $(cat come)
        done=$(sqlite3 cut.db "SELECT done FROM whatif_rows" 2> /dev/null || echo 0)
        echo "$done" >> dones
        if [ "${done:-0}" -gt 300 ]; then # enough: what is left is for the last one
            break
        fi
    done
    # shellcheck disable=SC2046
    ask cut.db "$jobs" --resume $(cat come) > cut.json 2> err || cat err
    same_store whole.sql cut.db "killed again and again and resumed it has the bytes of an uninterrupted run ($jobs jobs)" dones
    if [ "$(sqlite3 cut.db 'SELECT count(*) FROM whatif_rows')" = 1 ] && cmp -s whole.json cut.json; then
        echo "ok it is one what-if, and its answer has the bytes of an uninterrupted one ($jobs jobs)"
    else
        echo "not ok it is one what-if, and its answer has the bytes of an uninterrupted one ($jobs jobs)"
    fi
done
