#!/bin/sh
# The scenarios of the protocols: each file under its protocols, one line a scenario. What differs is told below its line.
set -eu

for file in "$MOOT_ROOT"/tests/protocols/*.scenario.lua; do
    name=$(basename "$file" .scenario.lua)
    status=0
    (cd "$MOOT_ROOT" && moot test "tests/protocols/$name.scenario.lua") > out 2> err || status=$?
    sed -n -e "s/^ok      /ok $name: /p" -e "s/^failed  /not ok $name: /p" -e '/^ /p' out
    counted=$(grep -c -e '^ok  ' -e '^failed  ' out || true)
    if [ "$counted" = 0 ] || { [ "$status" != 0 ] && ! grep -q '^failed  ' out; }; then
        echo "not ok $name: status $status"
        sed 's/^/    /' err
    fi
done
