#!/bin/sh
# The pages of examples/whatif: each one's command gives what stands below it, and the answer in words tells no figure that is not
# there. Whole numbers of the question (nine months, 21 days) are not figures: those of the answer have a point. Each names its picture,
# which lies beside it: its figures are the command's, and every change that the command tells in words is among them.
set -eu

ln -s "$MOOT_ROOT/protocols" "$MOOT_ROOT/examples" .

for page in examples/whatif/*.md; do
    name=$(basename "$page" .md)
    [ "$name" != README ] || continue
    awk '/^```/ { fence = !fence; next } fence && /^\$ / { sub(/^\$ /, ""); more = 1 }
        more { command = command $0 "\n"; more = /\\$/; next } END { printf "%s", command }' "$page" > asked
    awk '/^```/ { fence = !fence; next } fence && /^\$ / { more = 1 } more { more = /\\$/; next } fence' "$page" > told
    if sh ./asked > said 2>&1 < /dev/null && diff told said > differs; then
        echo "ok examples/whatif/$name.md: the command says so"
    else
        echo "not ok examples/whatif/$name.md: the command says so"
        sed 's/^/    /' differs
    fi
    awk '/^## / { answer = /The answer/ } answer' "$page" | grep -oE '[0-9]+\.[0-9]+' | sort -u > figures || true
    missing=
    while read -r figure; do
        grep -qF -- "$figure" told || missing="$missing $figure"
    done < figures
    if [ -z "$missing" ]; then
        echo "ok examples/whatif/$name.md: its answer tells figures of the command"
    else
        echo "not ok examples/whatif/$name.md: its answer tells figures of the command: not$missing"
    fi
    picture=examples/whatif/$name.svg
    missing=
    grep -qF "]($name.svg)" "$page" && [ -f "$picture" ] || missing=" no picture"
    [ -n "$missing" ] || sed 's/<[^>]*>//g' "$picture" > drawn
    grep -oE '[0-9]+\.[0-9]+' drawn > figures || missing="$missing, no figures"
    while read -r figure; do
        grep -qwF -- "$figure" told || missing="$missing $figure"
    done < figures
    grep -oE '(up|down) by [0-9]+\.[0-9]+' told | sed 's/.* //' > figures || true
    while read -r figure; do
        grep -qwF -- "$figure" drawn || missing="$missing $figure, not drawn"
    done < figures
    if [ -z "$missing" ]; then
        echo "ok examples/whatif/$name.svg: its figures are those of the command"
    else
        echo "not ok examples/whatif/$name.svg: its figures are those of the command: not$missing"
    fi
    grep -qF "($name.md)" examples/whatif/README.md || echo "not ok examples/whatif/README.md leads to $name.md"
done
