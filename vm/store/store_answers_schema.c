/* The tables and views of comparisons and coverages (store_answers.h says what each holds). */
#include "vm/store/store_internal.h"
#include "vm/store/store_schema.h"

#define OF_COMPARE "  compare INTEGER NOT NULL REFERENCES compare_rows,\n"
#define OF_COVERAGE "  coverage INTEGER NOT NULL REFERENCES coverage_rows,\n"

const char *const moot_store__answers[] = {
    "CREATE TABLE compare_rows ( -- the same cases under several protocols\n"
    "  compare INTEGER PRIMARY KEY,\n"
    "  caseload TEXT NOT NULL,     -- name of the caseload\n"
    "  caseload_sha TEXT NOT NULL, -- SHA-256 of what was read; '' of standard input\n"
    "  as_of INTEGER,              -- seconds UTC; NULL: each case's last event\n"
    "  law_as_at INTEGER,          -- day since 1970; NULL: each case's own dates\n"
    "  cases INTEGER NOT NULL,     -- that were compared\n"
    "  set_aside INTEGER NOT NULL, -- that one of the protocols could not read: compared under none\n"
    "  generated INTEGER NOT NULL, -- of those that were compared, how many say that they were made up\n"
    "  moot TEXT NOT NULL,         -- version\n"
    "  options TEXT NOT NULL       -- other options that change an answer\n"
    ") STRICT",

    "CREATE TABLE compare_sides ( -- what the cases come to under each protocol\n" OF_COMPARE
    "  side INTEGER NOT NULL,      -- 0: the first\n"
    "  protocol_no INTEGER NOT NULL REFERENCES protocols,\n"
    "  closed INTEGER NOT NULL, open INTEGER NOT NULL, undecided INTEGER NOT NULL, failed INTEGER NOT NULL, -- cases\n"
    "  due INTEGER NOT NULL, undated INTEGER NOT NULL, -- deadlines and acts that surely run, with and without a date\n"
    "  cannot_tell INTEGER NOT NULL, -- those of which it cannot be told\n"
    "  owed INTEGER NOT NULL,      -- duties\n"
    "  needed INTEGER NOT NULL,    -- facts that something waits for\n"
    "  breaches INTEGER NOT NULL,\n"
    "  no_bed INTEGER NOT NULL,    -- open cases of which no bed is recorded\n"
    "  set_aside INTEGER NOT NULL, -- what only another of the protocols knows\n"
    "  PRIMARY KEY (compare, side)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE compare_aspects ( -- in how many cases the protocols do not all say the same\n" OF_COMPARE
    "  aspect INTEGER NOT NULL, -- from 0\n"
    "  name TEXT NOT NULL,      -- 'what is due'\n"
    "  differ INTEGER NOT NULL,\n"
    "  PRIMARY KEY (compare, aspect)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE compare_unlike ( -- in how many a protocol does not say what the first says\n" OF_COMPARE
    "  aspect INTEGER NOT NULL,\n  side INTEGER NOT NULL,\n  cases INTEGER NOT NULL,\n"
    "  PRIMARY KEY (compare, aspect, side)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE coverage_rows ( -- a protocol beside the clauses of its document\n"
    "  coverage INTEGER PRIMARY KEY,\n"
    "  protocol_no INTEGER NOT NULL REFERENCES protocols,\n"
    "  clauses TEXT NOT NULL,     -- name of the table of clauses\n"
    "  clauses_sha TEXT NOT NULL, -- SHA-256 of it\n"
    "  caseload TEXT, caseload_sha TEXT, -- what was run to see what runs; NULL: nothing was\n"
    "  cases INTEGER NOT NULL,    -- whose logs were read\n"
    "  generated INTEGER NOT NULL, -- of these, how many say that they were made up\n"
    "  moot TEXT NOT NULL         -- version\n"
    ") STRICT",

    "CREATE TABLE coverage_clauses ( -- clause by clause, in the order of the document\n" OF_COVERAGE
    "  n INTEGER NOT NULL, -- 1, 2, 3 ...\n"
    "  clause TEXT NOT NULL,\n"
    "  operational TEXT NOT NULL, -- 'yes', 'partly', 'no', as the table says; 'law'; 'not in table'\n"
    "  rules INTEGER NOT NULL,    -- that cite it\n"
    "  not_run INTEGER NOT NULL,  -- declarations that say why it is not run\n"
    "  open INTEGER NOT NULL,     -- points that its text leaves open\n"
    "  ran INTEGER,               -- entries made under it; NULL: no log was read\n"
    "  ran_in INTEGER,            -- cases in which it ran\n"
    "  rule TEXT,                 -- where the first stands: 'luton.lua:42'\n"
    "  name TEXT,                 -- and what it is called\n"
    "  PRIMARY KEY (coverage, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE coverage_findings ( -- what was found\n" OF_COVERAGE
    "  n INTEGER NOT NULL,\n  clause TEXT NOT NULL, -- '': there is none\n  what TEXT NOT NULL,\n  rule TEXT,\n"
    "  PRIMARY KEY (coverage, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE VIEW compares AS SELECT r.compare, (SELECT group_concat(id, ', ') FROM (SELECT p.id FROM compare_sides AS s JOIN"
    " protocols AS p ON p.protocol_no = s.protocol_no WHERE s.compare = r.compare ORDER BY s.side)) AS protocols,\n"
    "  r.caseload, r.caseload_sha, {one r.as_of} AS as_of, {date r.law_as_at} AS law_as_at, r.cases, r.set_aside, r.generated,"
    " r.moot, r.options\n"
    "FROM compare_rows AS r",

    "CREATE VIEW compare_differences AS SELECT a.compare, a.name AS aspect, a.differ, p.id AS protocol, u.cases AS unlike_the_first\n"
    "FROM compare_aspects AS a JOIN compare_unlike AS u ON u.compare = a.compare AND u.aspect = a.aspect\n"
    "  JOIN compare_sides AS s ON s.compare = a.compare AND s.side = u.side JOIN protocols AS p ON p.protocol_no = s.protocol_no\n"
    "ORDER BY a.compare, a.aspect, u.side",

    "CREATE VIEW compare_protocols AS SELECT s.compare, p.id AS protocol, p.hash, s.closed, s.open, s.undecided, s.failed, s.due,"
    " s.undated, s.cannot_tell, s.owed, s.needed, s.breaches, s.no_bed, s.set_aside\n"
    "FROM compare_sides AS s JOIN protocols AS p ON p.protocol_no = s.protocol_no ORDER BY s.compare, s.side",

    "CREATE VIEW coverages AS SELECT r.coverage, p.id AS protocol, p.hash, r.clauses, r.clauses_sha, r.caseload, r.caseload_sha,"
    " r.cases, r.generated, r.moot,\n"
    "  (SELECT count(*) FROM coverage_findings AS f WHERE f.coverage = r.coverage) AS findings\n"
    "FROM coverage_rows AS r JOIN protocols AS p ON p.protocol_no = r.protocol_no",

    "CREATE VIEW coverage_by_clause AS SELECT c.coverage, c.clause, c.operational, CASE WHEN c.not_run > 0 THEN 'not run' WHEN"
    " c.rules = 0 THEN 'no rule' WHEN c.ran IS NULL THEN 'declared' WHEN c.ran > 0 THEN 'ran' ELSE 'never ran' END AS state,\n"
    "  c.rules, c.open, c.ran, c.ran_in, c.rule, c.name\n"
    "FROM coverage_clauses AS c ORDER BY c.coverage, c.n",

    "INSERT INTO store_documentation(name, about) VALUES\n"
    "  ('compares', 'comparisons: the same cases under several protocols'),\n"
    "  ('compare_differences', 'in how many cases the protocols do not all say the same, aspect by aspect'),\n"
    "  ('compare_protocols', 'what the cases of a comparison come to under each protocol'),\n"
    "  ('coverages', 'coverages: a protocol beside the clauses of its document'),\n"
    "  ('coverage_by_clause', 'clause by clause: its rules, what is open, how often it ran'),\n"
    "  ('coverage_findings', 'clauses without a rule, rules without a clause, what never ran')",
};
const size_t moot_store__answers_count = MOOT_COUNT(moot_store__answers);
