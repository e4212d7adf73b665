#!/bin/sh
# Each protocol named below is exercised whole: its scenarios together enter every stage, take every outcome, meet every
# deadline, and miss every one that has a date; and each clause that is to run is listed by a scenario in whose own log it
# ran. What is left is listed below its line.
#
# Only a deadline without a date is not asked to be missed: the text sets no time for it, so nothing done later can be late.
# That is read off the protocol, not off a list: one has a date if it has a rule of time. Acts that are timed or called by a
# name count as deadlines, because the store keeps a clock for each.
#
# Medway's scenarios exercise the law of the standard library, too. Those of Stockport 2024, which takes the same modules, need
# not do it again: there only what the protocol declares or changes itself is asked for.
set -eu

none_left() { # NAME QUERY
    if echo "$2" | sqlite3 -bail scenarios.db > left 2>&1 && [ ! -s left ]; then
        echo "ok $id: $1"
    else
        echo "not ok $id: $1"
        sed 's/^/    /' left
    fi
}

cat > shown.sql << 'SQL'
CREATE TEMP TABLE shown (clause, scenario);
CREATE TEMP TABLE document (clause, operational);
CREATE TEMP TABLE named (clause);
.mode csv
.import --schema temp shown.csv shown
.import --schema temp clauses.csv document
.import --schema temp named.csv named
.mode list
CREATE TEMP TABLE ran AS SELECT DISTINCT id, clause FROM entries;
SELECT clause || ' is shown by no scenario in which it ran' FROM document
  WHERE operational <> 'no' AND clause NOT IN (SELECT clause FROM named) AND clause NOT IN
    (SELECT s.clause FROM shown AS s JOIN ran AS r ON r.id = s.scenario AND r.clause = s.clause);
SQL

# ID CLAUSE...: a protocol, and those of its clauses that only name who acts, of which no entry can be.
whole() {
    id=$1
    shift
    mkdir "$id"
    cd "$id"
    work=$PWD
    script=$(ls "$MOOT_ROOT/protocols/$id.lua" "$MOOT_ROOT/protocols/$id.md" 2> missing || true)
    (cd "$MOOT_ROOT" && moot test --json --store "$work/scenarios.db" tests/protocols/"$id"*.scenario.lua) \
        > trials.jsonl 2> test.err || cat test.err
    none_left "there is something to hold against it" "
        SELECT 'too few of ' || k.kind FROM (SELECT 'stage' AS kind UNION SELECT 'outcome' UNION SELECT 'deadline') AS k
        WHERE (SELECT count(*) FROM declarations AS d WHERE d.kind = k.kind AND $own) < $least;"
    none_left "every stage is entered" "
        SELECT name FROM declarations WHERE kind = 'stage' AND $own AND declaration NOT IN (SELECT stage FROM stage_rows);"
    none_left "every outcome is taken" "
        SELECT stage || ': ' || name FROM declarations WHERE kind = 'outcome' AND $own
        AND declaration NOT IN (SELECT outcome FROM stage_rows WHERE outcome IS NOT NULL);"
    none_left "every deadline is met" "
        SELECT name || ', clause ' || clause FROM declarations WHERE kind = 'deadline' AND $own
        AND declaration NOT IN (SELECT deadline FROM deadline_rows WHERE status = 'met');"
    none_left "every deadline with a date is missed" "
        SELECT name || ', ' || rule || ', clause ' || clause FROM declarations WHERE kind = 'deadline' AND rule <> '' AND $own
        AND declaration NOT IN (SELECT deadline FROM deadline_rows WHERE status IN ('late', 'early'));"
    none_left "no deadline without a date is ever late" "
        SELECT name || ', clause ' || clause FROM declarations WHERE kind = 'deadline' AND rule = ''
        AND declaration IN (SELECT deadline FROM deadline_rows WHERE status IN ('late', 'early') OR breach);"
    # What each scenario says that it shows, beside what ran in it.
    jq -r '.scenario as $s | .clauses[]? | [., $s] | @csv' trials.jsonl > shown.csv
    awk -F'\t' 'NR > 1 { print $1 "," $8 }' "$MOOT_ROOT/protocols/clauses/$id.tsv" > clauses.csv
    printf '%s\n' "$@" > named.csv
    none_left "each clause that is to run ran in a scenario that lists it" ".read ../shown.sql
        SELECT 'too few clauses were read' WHERE (SELECT count(*) FROM document WHERE operational <> 'no') < $clauses;"
    if moot coverage "$script" > coverage.out 2> coverage.err &&
        grep -qx '0 findings' coverage.out; then
        echo "ok $id: the clauses have no finding"
    else
        echo "not ok $id: the clauses have no finding"
        sed 's/^/    /' coverage.err
        tail -n 20 coverage.out | sed 's/^/    /'
    fi
    cd ..
}

# Of each kind there are at least so many, and so many clauses that are to run.
own="1" least=20 clauses=60
whole stockport-2018 1.4/1
whole medway-2021
own="file NOT LIKE 'stdlib/%'"
whole stockport-2024 agreement/2
whole luton parties.1 context.1 context.3
# A paper of four pages: 12 of its 29 clauses are to run, in part. All of them, and all 12 deadlines, none of which has a date.
least=12 clauses=12
whole worcestershire-2017
