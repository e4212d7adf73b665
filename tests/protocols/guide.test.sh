#!/bin/sh
# The writer's guide, protocols/README.md: each step's script is written and each command answers what the guide shows.
set -eu

lua5.4 "$MOOT_ROOT/tests/tools/guide.lua" "$MOOT_ROOT/protocols/README.md" > guide.txt
if [ "$(grep -c '^\$ moot' guide.txt)" -lt 12 ]; then
    echo "not ok the guide shows fewer commands than it has steps"
fi
lua5.4 "$MOOT_ROOT/tests/tools/transcript.lua" guide.txt || true
