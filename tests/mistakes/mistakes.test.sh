#!/bin/sh
# Every broken script of tests/mistakes/*.mistakes gets exactly the message that stands below it
# (tests/tools/mistakes.lua says how one is written). `tests/mistakes/mistakes.test.sh PART` tries only those whose
# title contains PART; run by hand it uses build/moot.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
MOOT_ROOT=$(cd "$here/../.." && pwd)
export MOOT_ROOT
command -v moot > /dev/null || PATH=$MOOT_ROOT/build:$PATH
if [ $# -gt 0 ]; then
    lua5.4 "$MOOT_ROOT/tests/tools/mistakes.lua" --only "$1" "$here"/*.mistakes
else
    lua5.4 "$MOOT_ROOT/tests/tools/mistakes.lua" "$here"/*.mistakes
fi
