#!/bin/sh
# The chart in a document is cut into strips, a page of A4 on its side each: no strip is higher than that page, its type has 7 points, and what
# makes it long is the broader and stands side by side, so that pages are not mostly white. Before, Stockport's of 2024 took 18.
set -eu

# shellcheck source=tests/tools/expect.sh
. "$MOOT_ROOT/tests/tools/expect.sh"

for of in stockport-2018.lua:2 stockport-2024.md:10 medway-2021.lua:6 luton.lua:6 worcestershire-2017.lua:7; do
    file=${of%:*} most=${of#*:}
    moot export "$MOOT_ROOT/protocols/$file" --as html -o chart.html
    grep -o '<svg [^>]*viewBox="[^"]*"' chart.html | sed 's/.*viewBox="0 [0-9]* \([0-9]*\) \([0-9]*\)"/\1 \2/' > strips
    expect "$file: no more than $most pages" yes "$(awk -v most="$most" 'END { print NR <= most ? "yes" : NR }' strips)"
    # A page is 1060 across and 715 down; 13 pixels of 1470 are 7 points on it.
    expect "$file: each strip fits its page, in type that can be read" yes \
        "$(awk '$1 > 1470 || $2 * 1060 > $1 * 715 + 1060 { bad = bad " " $0 } END { print bad ? bad : "yes" }' strips)"
done
# Twelve services side by side do not fit in such type: who makes the page is told.
{
    echo 'protocol "wide-2026" { council = "Wide", effective = "2026-01-01" }'
    for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
        echo "local s$n = service \"Service $n\" {}"
        echo "stage \"step $n\" { clause = \"$n\", owner = s$n, on = event \"presents homeless\", outcome \"done $n\" { close \"done\" } }"
    done
} > wide-2026.lua
moot export wide-2026.lua --as html -o wide.html 2> told || :
expect "too many services for a page are told of" 1 "$(grep -c '12 services stand side by side in the chart: printed on A4 its type has [0-9.]* points' told)"
