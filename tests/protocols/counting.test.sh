#!/bin/sh
# Each ambiguity about counting in the clause tables (protocols/clauses/*.tsv, its column `ambiguity`), with a date for each
# way of reading it, worked out by hand: counting.tsv. Its columns:
#
#   clause    as clauses/README.md cites it: S18 Stockport 2018, S24 Stockport 2024, M Medway, W Worcestershire, L Luton
#   reading   one way to read the clause; or, where `rule` is -, why its ambiguity is none of counting
#   rule      as `moot due` takes it
#   start     what it is counted from; "dob DATE": a date of birth; empty: the rule says it
#   due       the date
#
# Every clause of the tables that has both a time and an ambiguity stands in it, and where the text can be read in two ways
# the two give two dates.
set -eu

tables=$MOOT_ROOT/protocols/clauses
rows=$MOOT_ROOT/tests/protocols/counting.tsv
tab=$(printf '\t')

for pair in S18:stockport-2018 S24:stockport-2024 M:medway-2021 W:worcestershire-2017 L:luton; do
    awk -F '\t' -v prefix="${pair%%:*}" 'FNR > 1 { print prefix ":" $1 "\t" ($6 != "" && $7 != "") }' "$tables/${pair#*:}.tsv"
done > clauses
awk -F '\t' '$2 { print $1 }' clauses | sort > timed
cut -f 1 clauses | sort > all
tail -n +2 "$rows" | cut -f 1 | sort -u > listed

if [ "$(wc -l < timed)" -gt 100 ] && comm -23 timed listed > missing && [ ! -s missing ]; then
    echo "ok each clause with a time and an ambiguity is listed"
else
    echo "not ok each clause with a time and an ambiguity is listed"
    sed 's/^/    /' missing
fi
if comm -13 all listed > unknown && [ ! -s unknown ]; then
    echo "ok each listed clause is in its table"
else
    echo "not ok each listed clause is in its table"
    sed 's/^/    /' unknown
fi
if awk -F '\t' 'NR > 1 && $3 != "-" { if (!(($1, $5) in seen)) { seen[$1, $5] = 1; n[$1]++ } n[$1] += 0 }
                END { for (c in n) if (n[c] < 2) print c }' "$rows" > alike && [ ! -s alike ]; then
    echo "ok two readings of a clause are two dates"
else
    echo "not ok two readings of a clause are two dates"
    sed 's/^/    /' alike
fi

while IFS="$tab" read -r clause reading rule start due; do
    case $rule in - | rule) continue ;; esac
    case $due in '') due=$start start='' ;; esac # an empty field: read joins two tabs
    case $start in
    '') came=$(moot due --brief "$rule") ;;
    dob*) came=$(moot due --brief "$rule" --dob "${start#dob }") ;;
    *) came=$(moot due --brief "$rule" --from "$start") ;;
    esac
    if [ "$came" = "$due" ]; then
        echo "ok $clause, $reading"
    else
        echo "not ok $clause, $reading"
        echo "    $rule, $start: $due expected, $came came"
    fi
done < "$rows"
