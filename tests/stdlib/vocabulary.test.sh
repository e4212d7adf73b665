#!/bin/sh
# The common vocabulary: it holds what two or more documents need (vocabulary.cases), and each fact of it says its question,
# source and, of dates and spells, precision.
set -eu

here=$MOOT_ROOT/tests/stdlib
vocabulary=$MOOT_ROOT/stdlib/vocabulary.lua

table_of() {
    case $1 in
    S18) echo stockport-2018 ;;
    S24) echo stockport-2024 ;;
    M) echo medway-2021 ;;
    L) echo luton ;;
    *) echo worcestershire-2017 ;;
    esac
}

grep -v -e '^#' -e '^$' "$here/vocabulary.cases" > needed
while IFS='|' read -r word clauses; do
    kind=${word%% *}
    name=${word#* }
    name=${name% }
    wrong=""
    grep -q "^$kind \"$name\"" "$vocabulary" || wrong="not in the vocabulary"
    for cited in $clauses; do
        table=$(table_of "${cited%%:*}")
        cut -f 1 "$MOOT_ROOT/tests/stdlib/protocols/clauses/$table.tsv" | grep -qxF "${cited#*:}" ||
            wrong="$wrong; $table has no clause ${cited#*:}"
    done
    [ "$(echo "$clauses" | tr ' ' '\n' | cut -d : -f 1 | grep -c .)" -ge 2 ] || wrong="$wrong; one document alone"
    if [ -z "$wrong" ]; then
        echo "ok the vocabulary holds $kind \"$name\""
    else
        echo "not ok the vocabulary holds $kind \"$name\": $wrong"
    fi
done < needed

# One declaration a line: question, source, precision.
awk '/^(fact|event|consent) /{ if (d != "") print d; d = "" } /^(fact|consent) /{ in_it = 1 } /^event|^--|^$/{ in_it = 0 }
    in_it { sub(/^ +/, ""); d = d " " $0 } END { print d }' "$vocabulary" | sed 's/^ //' > declared
{
    grep '^fact' declared | grep -v 'ask = "' | sed 's/$/   no question/'
    grep '^fact' declared | grep -v 'source = "' | sed 's/$/   no source/'
    grep '^fact "[^"]*" { \(date\|instant\|spells\)' declared | grep -v 'precision = "' | sed 's/$/   no precision/'
    grep '^consent' declared | grep -v 'ask = "' | sed 's/$/   no question/'
} > lacking
if [ "$(grep -c '^fact' declared)" -ge 60 ] && [ ! -s lacking ]; then
    echo "ok each fact of the vocabulary has its question, type, source and precision"
else
    echo "not ok each fact of the vocabulary has its question, type, source and precision"
    sed 's/^/    /' lacking
fi
