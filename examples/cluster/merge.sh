#!/bin/sh
#SBATCH --job-name=moot-merge
#SBATCH --ntasks=1
# All parts become one store, as if one machine had run them all, and a report of it.
set -eu

rm -f "$OUT/whole.db"
# shellcheck disable=SC2046 # names without blanks
"$MOOT" merge $(seq -f "$OUT/part-%g.db" "$PARTS") -o "$OUT/whole.db" --quiet
"$MOOT" report "$OUT/whole.db" -o "$OUT/report.html"
