#!/bin/sh
# A modelled run under the law alone, with what stdlib assumes and nothing else: relief and the main duty end, because what ends
# them is drawn too. Sixty people who are homeless in the first months of 2026, seen until the end of 2034: far longer than nine
# in ten main duties are assumed to last (600 days).
set -eu

cat > demo.lua <<'END'
protocol "demo-2026" { council = "Demo", effective = "2018-04-03" }
require "part7"
stage "homelessness application" { patch = true }
stage "interim accommodation" { patch = true }
END
echo 'require "assumed"' > demo.assume.lua
i=0
while [ "$i" -lt 60 ]; do
    i=$((i + 1))
    echo "{\"id\":\"C$i\",\"facts\":{\"dob\":\"2005-03-0$((1 + i % 9))\",\"care_status\":\"former_relevant\",\"homeless\":true,\"eligible\":true},\"events\":[{\"at\":\"2026-0$((1 + i % 5))-1$((i % 9)) 09:00\",\"event\":\"presents homeless\"}]}"
done > cases.jsonl
moot run demo.lua --cases cases.jsonl --assume demo.assume.lua --until 2034-12-31 --json --brief --quiet > results.jsonl

duties() { # duties NAME FILTER
    jq -r --arg duty "$1" "[.duties[] | select(.duty == \$duty and $2)] | length" results.jsonl | awk '{ n += $1 } END { print n + 0 }'
}

for duty in relief "main duty"; do
    all=$(duties "$duty" true)
    open=$(duties "$duty" ".ended == null")
    if [ "$all" -gt 0 ] && [ "$open" -eq 0 ]; then
        echo "ok in a modelled run each of them ends: $duty"
    else
        echo "not ok in a modelled run each of them ends: $duty: $open of $all run on"
    fi
done
