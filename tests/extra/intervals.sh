#!/bin/sh
# tests/cli/whatif_right.test.sh with 400 what-ifs in place of 100: how often a paired interval holds the truth. Its one argument is
# where the program lies.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$(cd "$1" && pwd):$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
WHATIF_RUNS=400 MOOT_ROOT=$root sh "$root/tests/cli/whatif_right.test.sh" > said
cat said
! grep -q '^not ok' said
