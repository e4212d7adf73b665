#!/bin/sh
# Each protocol that moot comes with has its assumptions beside it, and a modelled run would miss nothing of them; each figure
# has a source or is called assumed, which the language itself asks for.
set -eu

for assume in "$MOOT_ROOT"/protocols/*.assume.lua; do
    name=$(basename "$assume" .assume.lua)
    protocol=$MOOT_ROOT/protocols/$name.lua
    [ -f "$protocol" ] || protocol=$MOOT_ROOT/protocols/$name.md
    moot check --json "$protocol" --assume "$assume" > said 2>&1 || true
    if grep -q '^{"file":".*assume.lua".*"errors":0,"missing":0}$' said && ! grep -q '^{"missing":' said; then
        echo "ok the assumptions of $name are whole"
    else
        echo "not ok the assumptions of $name are whole"
        grep -E '^[{]"(missing|error)":' said | head -5
    fi
done

for name in stockport-2018 stockport-2024 medway-2021 luton; do
    if [ -f "$MOOT_ROOT/protocols/$name.assume.lua" ]; then
        echo "ok $name has assumptions"
    else
        echo "not ok $name has assumptions"
    fi
done

# What is published is carried with its source: 39% of those accommodated are under section 20.
for name in stockport-2018 luton; do
    if grep -q '39% of those accommodated under section 20' "$MOOT_ROOT/protocols/$name.assume.lua"; then
        echo "ok $name gives the share under section 20 with its source"
    else
        echo "not ok $name gives the share under section 20 with its source"
    fi
done
