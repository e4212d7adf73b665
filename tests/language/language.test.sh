#!/bin/sh
# The examples of examples/language: each runs, passes moot check without a word, and comes out as worked out by hand;
# its table (rows.tsv) has each of them, README.md shows each row, and the clauses that it names are in their tables.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
examples=$root/examples/language
rows=$examples/rows.tsv
command -v moot > /dev/null || PATH=$root/build:$PATH
tab=$(printf '\t')

sh "$root/tests/tools/worked.sh" "$examples"
sh "$root/tests/tools/worked.sh" "$root/tests/language" # what no example shows

told=0
for folder in "$examples"/*/; do
    name=$(basename "$folder")
    said=$(cd "$folder" && moot check --quiet protocol.lua 2>&1) || true
    if [ -n "$said" ]; then
        told=1
        echo "$said"
    fi
    if [ "$(cut -f2 "$rows" | grep -cx -- "$name")" != 1 ]; then
        told=1
        echo "$name is not in rows.tsv once"
    fi
done
[ "$told" = 0 ] && echo "ok every example is sound and has its row" || echo "not ok every example is sound and has its row"

told=0
while IFS=$tab read -r what name clauses; do
    grep -qF "| $what | [$name]($name/protocol.lua) | $clauses |" "$examples/README.md" || { told=1; echo "README.md: $name"; }
    [ -e "$examples/$name/protocol.lua" ] || { told=1; echo "there is no $name"; }
    for reference in $(echo "$clauses" | sed 's/; /\n/g' | awk '{ for (i = 2; i <= NF; i++) if ($i != "to") print $1 "#" $i }'); do
        id=$(echo "${reference#*#}" | tr -d ,)
        cut -f1 "$root/protocols/clauses/${reference%%#*}.tsv" | grep -qxF -- "$id" || { told=1; echo "$name: no clause $reference"; }
    done
done << EOF_ROWS
$(tail -n +2 "$rows")
EOF_ROWS
[ "$told" = 0 ] && echo "ok every row has its example, its line in the README and its clauses" ||
    echo "not ok every row has its example, its line in the README and its clauses"
