#!/bin/sh
# Leaving-care status by the Act against the rule of thumb of councils' own queries, on random histories: each kind of
# disagreement is listed with its provision, a kind that is not on the list fails (differential.lua).
set -eu

here="$MOOT_ROOT/tests/stdlib"
many=${MOOT_HISTORIES:-4000} seed=20261127
lua5.4 "$here/differential.lua" cases "$many" "$seed" > cases.jsonl
moot run "$here/status.lua" --cases cases.jsonl --json --brief --quiet > results.jsonl
jq -r '.id as $id | [.decisions[] | select(.fact == "care_status_in_law")] | last | select(. != null)
       | [$id, (.value | tostring)] | @tsv' results.jsonl > derived.tsv
lua5.4 "$here/differential.lua" compare "$many" "$seed" derived.tsv
