#!/bin/sh
# The protocol that stdlib/README.md shows, run: relevant at 17, so supported; not so when the days before 14 decide.
set -eu

awk '/^## / { here = /^## The law$/ } here && /^```/ { code = !code; next } here && code' "$MOOT_ROOT/stdlib/README.md" > demo.lua
cat > cases.jsonl <<'END'
{"id":"A","facts":{"dob":"2009-02-11","history_complete":true},"spells":[{"kind":"looked after","from":"2024-03-04","to":"2026-01-01"}],"events":[{"at":"2026-05-21 09:15","event":"presents homeless"}]}
{"id":"B","facts":{"dob":"2009-02-11","history_complete":true},"spells":[{"kind":"looked after","from":"2022-03-04","to":"2026-01-01"}],"events":[{"at":"2026-05-21 09:15","event":"presents homeless"}]}
END
got=$(moot run demo.lua --cases cases.jsonl --json --quiet | jq -c '[.id, (.stages | length), (.duties | length)]' | tr '\n' ' ')
if [ "$got" = '["A",1,1] ["B",0,0] ' ]; then
    echo "ok the protocol of stdlib/README.md"
else
    echo "not ok the protocol of stdlib/README.md: $got"
fi
