#!/bin/sh
# Each council's protocol as a document: sound marks, a chart whose boxes and lines keep apart, every stage of the script under
# its heading, and every clause that a rule carries out in the index.
set -eu

for path in "$MOOT_ROOT"/protocols/stockport-2018.lua "$MOOT_ROOT"/protocols/stockport-2024.md "$MOOT_ROOT"/protocols/medway-2021.lua \
    "$MOOT_ROOT"/protocols/luton.lua "$MOOT_ROOT"/protocols/worcestershire-2017.lua; do
    name=$(basename "$path")
    name=${name%.*}
    moot export "$path" --as html -o "$name.html"
    lua5.4 "$MOOT_ROOT/tests/tools/document.lua" "$name.html" || :

    sed -n 's/^ *stage "\([^"]*\)".*/\1/p' "$path" | sort -u > stages
    
    sed -n 's/<h3[^>]*>\([^(]*\) (.*/\1/p' "$name.html" | sed "s/&#39;/'/g; s/&amp;/\&/g" | sort -u > headings
    if [ -s stages ] && [ -z "$(comm -23 stages headings)" ]; then
        echo "ok $name: every stage has its heading"
    else
        echo "not ok $name: every stage has its heading"
        comm -23 stages headings | sed 's/^/  no heading: /'
    fi

    moot coverage "$path" --json | jq -r 'select(.clause and .rules > 0 and (.operational == "yes" or .operational == "partly")) | .clause' |
        sort -u > carried
    sed -n '/<caption>Clauses and the rules/,/<\/table>/p' "$name.html" | sed -n 's/^<tr><th scope="row">\([^<]*\)<.*/\1/p' | sort -u > listed
    if [ -s carried ] && [ -z "$(comm -23 carried listed)" ]; then
        echo "ok $name: every clause that runs is in the index"
    else
        echo "not ok $name: every clause that runs is in the index"
        comm -23 carried listed | sed 's/^/  not listed: /' | head -5
    fi
done
