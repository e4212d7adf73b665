#!/bin/sh
# The dates of vectors.cases; and that each name of promised.list, and each source of law that a rule of stdlib cites, is
# named by a test.
set -eu

here=$MOOT_ROOT/tests/stdlib

told() { # told NAME EXPECTED CAME
    if [ "$2" = "$3" ]; then
        echo "ok $1"
    else
        echo "not ok $1: expected $2, came $3"
    fi
}

grep -v -e '^#' -e '^$' -e '^holidays' "$here/vectors.cases" > dates
while IFS='|' read -r name rule options expected; do
    set --
    for word in $options; do # 2026-10-24T22:00 and 28-February are one word each here
        case $word in
        *T*:*) word=$(echo "$word" | tr T ' ') ;;
        28-February) word="28 February" ;;
        esac
        set -- "$@" "$word"
    done
    rule=$(echo "$rule" | sed 's/^ *//; s/ *$//')
    if [ "$expected" = " provisional" ]; then
        moot due "$rule" "$@" > out < /dev/null
        told "${name% }" provisional "$(grep -o -m 1 -i provisional out)"
    else
        told "${name% }" "${expected# }" "$(moot due "$rule" "$@" --brief < /dev/null)"
    fi
done < dates

# Every weekday of the year that the count skips as a bank holiday.
grep '^holidays' "$here/vectors.cases" > holidays
while IFS='|' read -r name expected; do
    year=${name#holidays }
    year=${year% }
    moot due "262 working days" --from "$((year - 1))-12-31" < /dev/null > out
    told "${name% }" "${expected# }" \
        "$(sed -n "s/^ *... $year-\([0-9-]*\) skipped: bank holiday.*/\1/p" out | tr '\n' ' ' | sed 's/ $//')"
done < holidays

# Names that tests bear.
{
    sed -n 's/^\(.*[^ ]\) *|.*/\1/p' "$here/vectors.cases"
    sed -n 's/^scenario "\([^"]*\)".*/\1/p' "$here"/*.scenario.lua
    sed -n 's/^Trap \(.\):.*/(\1)/p' "$here/status.cases"
} > names
grep -v -e '^#' -e '^$' "$here/promised.list" > promised
while read -r promise; do
    case $promise in
    trap*) pattern="^(${promise#trap })" ;;
    change*) pattern="(${promise})" ;;
    holidays*) pattern="^$promise" ;;
    *) pattern="^$promise:" ;;
    esac
    if grep -q "$pattern" names; then
        echo "ok a test names $promise"
    else
        echo "not ok a test names $promise: none does"
    fi
done < promised

# Sources that a rule cites.
{
    tr '\n' ' ' < "$here/status.cases" | grep -o '\[[^]]*\]' | tr -d '[]'
    cat "$here"/*.scenario.lua | tr '\n' ' ' | grep -o 'clauses = {[^}]*}' | grep -o '"[^"]*"' | tr -d '"'
} | sort -u > tested
moot law --json | jq -r 'select(.rule != null) | .source | select(. != null)' | sort -u > cited
comm -23 cited tested > untested
if [ -s cited ] && [ ! -s untested ]; then
    echo "ok each source that a rule of stdlib cites is named by a test"
else
    echo "not ok each source that a rule of stdlib cites is named by a test"
    sed 's/^/    no test: /' untested
fi
