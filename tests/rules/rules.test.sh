#!/bin/sh
# Tests of the rules: one folder a demand, named after the rule of design.md ("Semantics, exactly") that demands it.
# tests/tools/worked.sh says what is in each and how it is compared. `tests/rules/rules.test.sh PART` tries only folders
# whose name contains PART.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
exec sh "$here/../tools/worked.sh" "$here" "${1:-}"
