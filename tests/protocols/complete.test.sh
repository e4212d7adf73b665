#!/bin/sh
# Stockport 2018 is exercised whole: its example cases and its scenarios together enter every stage, take every outcome,
# meet every deadline, and miss every one that has a date. What is left is listed below its line.
#
# Only a deadline without a date is not asked to be missed: the text sets no time for it, so nothing done later can be late.
# That is read off the protocol, not off a list: one has a date if it has a rule of time. Acts that are timed or called by a
# name count as deadlines, because the store keeps a clock for each.
set -eu

cases=$MOOT_ROOT/examples/stockport-2018/cases.jsonl
protocol=$MOOT_ROOT/protocols/stockport-2018.lua
work=$PWD

moot run "$protocol" --cases "$cases" --store cases.db --quiet 2> run.err || cat run.err
(cd "$MOOT_ROOT" && moot test --quiet --store "$work/scenarios.db" tests/protocols/stockport-2018*.scenario.lua) \
    > test.out 2>&1 || cat test.out

# Both stores, as one. Declarations are numbered alike, as the protocol is the same.
cat > both.sql << 'SQL'
ATTACH 'scenarios.db' AS s;
CREATE TEMP TABLE visits AS SELECT stage, outcome FROM main.stage_rows UNION ALL SELECT stage, outcome FROM s.stage_rows;
CREATE TEMP TABLE clocks AS SELECT deadline, status, breach FROM main.deadline_rows
  UNION ALL SELECT deadline, status, breach FROM s.deadline_rows;
SQL

none_left() { # NAME QUERY
    if { cat both.sql && echo "$2"; } | sqlite3 -bail cases.db > left 2>&1 && [ ! -s left ]; then
        echo "ok $1"
    else
        echo "not ok $1"
        sed 's/^/    /' left
    fi
}

none_left "both stores hold the same protocol" "
    SELECT 'cases: ' || hash FROM main.protocols EXCEPT SELECT 'cases: ' || hash FROM s.protocols;
    SELECT 'scenarios: ' || hash FROM s.protocols EXCEPT SELECT 'scenarios: ' || hash FROM main.protocols;
    SELECT kind || ' ' || name FROM (SELECT declaration, kind, n, name FROM main.declarations
      EXCEPT SELECT declaration, kind, n, name FROM s.declarations);"
none_left "there is something to hold against it" "
    SELECT 'no ' || kind FROM (SELECT 'stage' AS kind UNION SELECT 'outcome' UNION SELECT 'deadline')
    WHERE kind NOT IN (SELECT kind FROM declarations);"
none_left "every stage is entered" "
    SELECT name FROM declarations WHERE kind = 'stage' AND declaration NOT IN (SELECT stage FROM visits);"
none_left "every outcome is taken" "
    SELECT stage || ': ' || name FROM declarations WHERE kind = 'outcome'
    AND declaration NOT IN (SELECT outcome FROM visits WHERE outcome IS NOT NULL);"
none_left "every deadline is met" "
    SELECT name || ', clause ' || clause FROM declarations WHERE kind = 'deadline'
    AND declaration NOT IN (SELECT deadline FROM clocks WHERE status = 'met');"
none_left "every deadline with a date is missed" "
    SELECT name || ', ' || rule || ', clause ' || clause FROM declarations WHERE kind = 'deadline' AND rule <> ''
    AND declaration NOT IN (SELECT deadline FROM clocks WHERE status IN ('late', 'early'));"
none_left "no deadline without a date is ever late" "
    SELECT name || ', clause ' || clause FROM declarations WHERE kind = 'deadline' AND rule = ''
    AND declaration IN (SELECT deadline FROM clocks WHERE status IN ('late', 'early') OR breach);"

if moot coverage "$protocol" --cases "$cases" > coverage.out 2> coverage.err &&
    [ "$(tail -n 1 coverage.out)" = "0 findings" ]; then
    echo "ok the clauses have no finding"
else
    echo "not ok the clauses have no finding"
    sed 's/^/    /' coverage.err
    tail -n 20 coverage.out | sed 's/^/    /'
fi
