#!/bin/sh
# Each council's protocol as a document, and every other page: sound marks, a chart whose boxes and lines keep apart, every stage of the script under
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

# The page of coverage, a hand-out, a letter of dates and a transcript are pages of the same kind.
moot coverage "$MOOT_ROOT/protocols/worcestershire-2017.lua" --html > coverage.html || :
printf '%s\n' '.transcript transcript.html' 'fact dob 2004-06-10' 'presents homeless at 2026-05-21 09:15' 'export handout handout.html' \
    'export letter letter.html' 'why 3' '.transcript off' > lines
moot repl "$MOOT_ROOT/protocols/worcestershire-2017.lua" < lines > shown
for page in coverage handout letter transcript; do
    lua5.4 "$MOOT_ROOT/tests/tools/document.lua" "$page.html" page || :
done

# Asked for by its name, a protocol's clauses say the same as by its path.
(cd "$MOOT_ROOT" && moot coverage luton --html) | sed 's/Made by.*//' > by-name || :
moot coverage "$MOOT_ROOT/protocols/luton.lua" --html | sed 's/Made by.*//' > by-path || :
if grep -q '<td>Purpose: carry out corporate parenting' by-name && cmp -s by-name by-path; then
    echo "ok the page of coverage: by name as by path"
else
    echo "not ok the page of coverage: by name as by path"
    diff by-name by-path | head -5 | sed 's/^/  /'
fi
