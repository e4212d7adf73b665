/* The tables and views of what-ifs (store_whatif.h says what each holds). */
#include "vm/store/store_internal.h"
#include "vm/store/store_schema.h"

#define OF "  whatif INTEGER NOT NULL REFERENCES whatif_rows,\n"

/* From lives as they are stored: under a variant only those that part. */
#define PARTED "FROM life_rows AS l JOIN whatif_sides AS s ON s.whatif = l.whatif AND s.side = l.side\n"

const char *const moot_store__whatif[] = {
    "CREATE TABLE whatif_rows ( -- a baseline beside its variants: one caseload, what people do drawn, the same luck\n"
    "  whatif INTEGER PRIMARY KEY,\n"
    "  identity TEXT NOT NULL,     -- SHA-256 of all that the answers follow from: shards of one have the same\n"
    "  caseload TEXT NOT NULL,     -- name of the caseload\n"
    "  caseload_sha TEXT NOT NULL, -- SHA-256 of what was read\n"
    "  generated INTEGER NOT NULL CHECK (generated IN (0, 1)), -- 1: every case was made up, and is nobody's\n"
    "  seed INTEGER NOT NULL,      -- 64 bits: shown as signed\n"
    "  replicates INTEGER NOT NULL, -- of all shards together\n"
    "  shard INTEGER NOT NULL, shards INTEGER NOT NULL, -- 1 of 1: all\n"
    "  until INTEGER,              -- seconds UTC; NULL: each case for two years\n"
    "  law_as_at INTEGER,          -- day since 1970; NULL: each case's own dates\n"
    "  by_fact TEXT,               -- whose values tell groups apart; NULL: none\n"
    "  moot TEXT NOT NULL,         -- version\n"
    "  options TEXT NOT NULL,      -- other options that change an answer\n"
    "  done INTEGER NOT NULL,      -- replicates of this shard: where --resume goes on\n"
    "  finished INTEGER NOT NULL CHECK (finished IN (0, 1))\n"
    ") STRICT",

    "CREATE TABLE whatif_sides ( -- what is held against each other\n" OF
    "  side INTEGER NOT NULL, -- 0: the baseline\n"
    "  name TEXT NOT NULL,    -- 'baseline', or the variant's\n"
    "  protocol_no INTEGER NOT NULL REFERENCES protocols,\n"
    "  assumptions TEXT NOT NULL, -- SHA-256 of what is assumed of how people behave under it\n"
    "  PRIMARY KEY (whatif, side)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE whatif_files ( -- the files that say how people behave\n" OF
    "  n INTEGER NOT NULL,\n  file TEXT NOT NULL,\n  text TEXT NOT NULL,\n  PRIMARY KEY (whatif, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE whatif_assumed ( -- what they say of the baseline, and whence\n" OF
    "  n INTEGER NOT NULL,\n"
    "  kind TEXT NOT NULL, -- 'stage', 'act', 'deadline', 'event', 'arrivals', 'fact', 'consent', 'panel', 'quota', 'role', 'homes'\n"
    "  name TEXT NOT NULL,\n"
    "  source TEXT NOT NULL, -- or 'assumed'\n"
    "  because TEXT,\n  line INTEGER NOT NULL,\n  PRIMARY KEY (whatif, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE whatif_people ( -- the cases, by number\n" OF
    "  n INTEGER NOT NULL, -- from 0, in the order of the file\n  id TEXT NOT NULL,\n  PRIMARY KEY (whatif, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE whatif_figures ( -- what is counted in each world\n" OF
    "  figure INTEGER NOT NULL, -- from 0\n"
    "  kind TEXT NOT NULL,   -- 'BREACH'\n"
    "  says TEXT NOT NULL,   -- 'breaches of'\n"
    "  name TEXT NOT NULL, clause TEXT NOT NULL, -- of the deadline, stage, panel ...; ''\n"
    "  unit TEXT NOT NULL,   -- 'days'; '' for a number of things\n"
    "  better INTEGER NOT NULL CHECK (better IN (-1, 0, 1)), -- for the young person: less, neither, more\n"
    "  PRIMARY KEY (whatif, figure)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE whatif_groups ( -- who is counted apart\n" OF
    "  grp INTEGER NOT NULL, -- 0: all\n  name TEXT NOT NULL,\n  PRIMARY KEY (whatif, grp)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE whatif_spots ( -- declarations at which lives part from the baseline\n" OF
    "  spot INTEGER NOT NULL,\n  clause TEXT NOT NULL,\n  name TEXT NOT NULL,\n  PRIMARY KEY (whatif, spot)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE world_rows ( -- a figure of one world; no row: it did not come about\n" OF
    "  replicate INTEGER NOT NULL, -- from 0\n"
    "  side INTEGER NOT NULL,\n  grp INTEGER NOT NULL,\n  figure INTEGER NOT NULL,\n  value REAL NOT NULL,\n"
    "  PRIMARY KEY (whatif, replicate, side, grp, figure)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE life_rows ( -- a case in one world; under a variant only if it parts from the baseline, or was open at a change\n" OF
    "  replicate INTEGER NOT NULL,\n  side INTEGER NOT NULL,\n"
    "  n INTEGER NOT NULL,       -- whatif_people.n\n"
    "  breaches INTEGER NOT NULL,\n"
    "  nights INTEGER NOT NULL,  -- nowhere, or not recorded\n"
    "  days_home INTEGER,        -- until the home that lasted to the end; NULL: none did\n"
    "  grp INTEGER NOT NULL,\n"
    "  went INTEGER NOT NULL,    -- 0 same, 1 better, 2 worse, 3 both, 4 another way\n"
    "  queue INTEGER NOT NULL CHECK (queue IN (0, 1)), -- 1: through what another case has\n"
    "  spot INTEGER,             -- where it parts from the baseline; NULL: nowhere\n"
    "  had INTEGER NOT NULL,     -- open at a change of rules: 1 kept the old ones, 2 had the new ones from then on; else 0\n"
    "  PRIMARY KEY (whatif, replicate, side, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE whatif_results ( -- what all replicates come to, once they are done\n" OF
    "  side INTEGER NOT NULL,\n  figure INTEGER NOT NULL,\n  grp INTEGER NOT NULL,\n"
    "  baseline REAL, value REAL, -- means over replicates; NULL: it never came about\n"
    "  change REAL,               -- mean of the differences, replicate by replicate\n"
    "  low REAL, high REAL,       -- its 95% interval; NULL: cannot be told\n"
    "  replicates INTEGER NOT NULL, -- in which it came about on both sides\n"
    "  PRIMARY KEY (whatif, side, figure, grp)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE VIEW whatifs AS SELECT w.whatif, p.id AS protocol, p.hash, (SELECT count(*) - 1 FROM whatif_sides AS s WHERE"
    " s.whatif = w.whatif) AS variants,\n"
    "  b.assumptions, w.caseload, w.caseload_sha, (SELECT count(*) FROM whatif_people AS c WHERE c.whatif = w.whatif) AS cases,\n"
    "  w.generated, w.seed, w.replicates, w.shard || '/' || w.shards AS shard, {one w.until} AS until, {date w.law_as_at} AS"
    " law_as_at,\n"
    "  w.by_fact, w.moot, w.options, w.done, w.finished\n"
    "FROM whatif_rows AS w JOIN whatif_sides AS b ON b.whatif = w.whatif AND b.side = 0 JOIN protocols AS p ON"
    " p.protocol_no = b.protocol_no",

    "CREATE VIEW whatif_effects AS SELECT r.whatif, s.name AS variant, f.says AS figure, f.name, f.clause, g.name AS grp, f.unit,\n"
    "  r.baseline, r.value, r.change, r.low, r.high, r.replicates,\n"
    "  CASE WHEN f.better = 0 OR r.change = 0 OR r.change IS NULL THEN '' WHEN (r.change > 0) = (f.better > 0) THEN 'better'"
    " ELSE 'worse' END AS for_them\n"
    "FROM whatif_results AS r JOIN whatif_sides AS s ON s.whatif = r.whatif AND s.side = r.side\n"
    "  JOIN whatif_figures AS f ON f.whatif = r.whatif AND f.figure = r.figure\n"
    "  JOIN whatif_groups AS g ON g.whatif = r.whatif AND g.grp = r.grp\n"
    "ORDER BY r.whatif, r.side, r.figure, r.grp",

    "CREATE VIEW whatif_cases AS SELECT s.whatif, s.name AS variant, c.id,\n"
    "  count(l.n) FILTER (WHERE l.went = 1) AS gains, count(l.n) FILTER (WHERE l.went = 2) AS losses,\n"
    "  count(l.n) FILTER (WHERE l.went = 3) AS both, count(l.n) FILTER (WHERE l.went = 4) AS others, w.done - count(l.n) FILTER (WHERE l.went > 0) AS same,\n"
    "  count(l.n) FILTER (WHERE l.had = 1) AS kept, count(l.n) FILTER (WHERE l.had = 2) AS switched\n"
    "FROM whatif_sides AS s JOIN whatif_rows AS w ON w.whatif = s.whatif JOIN whatif_people AS c ON c.whatif = s.whatif\n"
    "  LEFT JOIN life_rows AS l ON l.whatif = s.whatif AND l.side = s.side AND l.n = c.n\n"
    "WHERE s.side > 0 GROUP BY s.whatif, s.side, c.n ORDER BY s.whatif, s.side, c.n",

    "CREATE VIEW whatif_reasons AS SELECT l.whatif, s.name AS variant, p.clause, p.name, CASE l.queue WHEN 1 THEN 'queue' ELSE"
    " 'change' END AS through,\n"
    "  count(*) FILTER (WHERE l.went = 1) AS gains, count(*) FILTER (WHERE l.went = 2) AS losses,"
    " count(*) FILTER (WHERE l.went > 2) AS others\n"
    PARTED "  JOIN whatif_spots AS p ON p.whatif = l.whatif AND p.spot = l.spot\n"
    "WHERE l.side > 0 GROUP BY l.whatif, l.side, l.spot, l.queue ORDER BY l.whatif, l.side, count(*) DESC, p.clause, p.name",

    "CREATE VIEW whatif_worlds AS SELECT v.whatif, s.name AS variant, v.replicate + 1 AS replicate, f.says AS figure, f.name,"
    " f.clause, g.name AS grp, f.unit, v.value\n"
    "FROM world_rows AS v JOIN whatif_sides AS s ON s.whatif = v.whatif AND s.side = v.side\n"
    "  JOIN whatif_figures AS f ON f.whatif = v.whatif AND f.figure = v.figure\n"
    "  JOIN whatif_groups AS g ON g.whatif = v.whatif AND g.grp = v.grp",

    "CREATE VIEW whatif_lives AS SELECT b.whatif, s.name AS variant, b.replicate + 1 AS replicate, c.id, g.name AS grp,\n"
    "  coalesce(l.breaches, b.breaches) AS breaches, coalesce(l.nights, b.nights) AS nights,\n"
    "  CASE WHEN l.n IS NULL THEN b.days_home ELSE l.days_home END AS days_home,\n"
    "  CASE coalesce(l.went, 0) WHEN 0 THEN 'same' WHEN 1 THEN 'better' WHEN 2 THEN 'worse' WHEN 3 THEN 'both' ELSE 'another"
    " way' END AS went,\n"
    "  CASE WHEN l.went > 0 THEN CASE l.queue WHEN 1 THEN 'queue' ELSE 'change' END END AS through, p.clause, p.name,\n"
    "  CASE l.had WHEN 1 THEN 'old' WHEN 2 THEN 'new' END AS rules\n"
    "FROM life_rows AS b JOIN whatif_sides AS s ON s.whatif = b.whatif\n"
    "  JOIN whatif_people AS c ON c.whatif = b.whatif AND c.n = b.n\n"
    "  JOIN whatif_groups AS g ON g.whatif = b.whatif AND g.grp = b.grp\n"
    "  LEFT JOIN life_rows AS l ON s.side > 0 AND l.whatif = b.whatif AND l.replicate = b.replicate AND l.side = s.side AND"
    " l.n = b.n\n"
    "  LEFT JOIN whatif_spots AS p ON p.whatif = l.whatif AND p.spot = l.spot\n"
    "WHERE b.side = 0",

    "INSERT INTO store_documentation(name, about) VALUES\n"
    "  ('whatifs', 'what-ifs: a baseline beside its variants, what people do drawn with the same luck on both sides'),\n"
    "  ('whatif_effects', 'each figure under each variant: means, the change with its 95% interval, for the better or worse'),\n"
    "  ('whatif_cases', 'each case under each variant: in how many replicates it gains, loses, or goes another way'),\n"
    "  ('whatif_reasons', 'the clauses at which cases part from the baseline, by the change itself or through a queue'),\n"
    "  ('whatif_worlds', 'each figure of each world: variant and replicate'),\n"
    "  ('whatif_lives', 'each case in each world, and where it parts from the baseline'),\n"
    "  ('whatif_assumed', 'how people were taken to behave, each with its source'),\n"
    "  ('whatif_files', 'the files that say so')",
};
const size_t moot_store__whatif_count = MOOT_COUNT(moot_store__whatif);

const char *const moot_store__whatif_clauses[] = {
    "CREATE TABLE whatif_clauses ( -- the clause of a figure in a side; no row: nothing of that side's protocol is called so\n" OF
    "  side INTEGER NOT NULL,\n  figure INTEGER NOT NULL,\n"
    "  clause TEXT NOT NULL, -- '' where it is not of one clause\n"
    "  PRIMARY KEY (whatif, side, figure)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE VIEW whatif_only_one_has AS SELECT r.whatif, s.name AS variant, f.says AS figure, f.name,\n"
    "  CASE WHEN b.figure IS NULL THEN s.name ELSE z.name END AS only, coalesce(b.clause, v.clause) AS clause,"
    " coalesce(r.baseline, r.value) AS value\n"
    "FROM whatif_results AS r JOIN whatif_sides AS s ON s.whatif = r.whatif AND s.side = r.side\n"
    "  JOIN whatif_sides AS z ON z.whatif = r.whatif AND z.side = 0\n"
    "  JOIN whatif_figures AS f ON f.whatif = r.whatif AND f.figure = r.figure\n"
    "  LEFT JOIN whatif_clauses AS b ON b.whatif = r.whatif AND b.side = 0 AND b.figure = r.figure\n"
    "  LEFT JOIN whatif_clauses AS v ON v.whatif = r.whatif AND v.side = r.side AND v.figure = r.figure\n"
    "WHERE r.grp = 0 AND (b.figure IS NULL) <> (v.figure IS NULL) ORDER BY r.whatif, r.side, r.figure",

    "INSERT INTO store_documentation(name, about) VALUES\n"
    "  ('whatif_clauses', 'the clause of each figure in each side that has it'),\n"
    "  ('whatif_only_one_has', 'what the baseline has and a variant has not, or the other way round')",
};
const size_t moot_store__whatif_clauses_count = MOOT_COUNT(moot_store__whatif_clauses);

/* Who came is numbered behind the caseload, in each replicate anew. */
const char *const moot_store__whatif_came[] = {
    "CREATE TABLE whatif_came ( -- cases that came in a replicate, beside the caseload\n" OF
    "  replicate INTEGER NOT NULL,\n"
    "  n INTEGER NOT NULL,      -- as life_rows.n: behind those of whatif_people\n"
    "  id TEXT NOT NULL,        -- '+presents homeless-1-17'\n"
    "  alike INTEGER,           -- whatif_people.n of the case that it is like; NULL: none\n"
    "  at INTEGER NOT NULL,     -- seconds UTC\n"
    "  PRIMARY KEY (whatif, replicate, n)\n"
    ") STRICT, WITHOUT ROWID",

    "DROP VIEW whatif_lives",
    "CREATE VIEW whatif_lives AS SELECT b.whatif, s.name AS variant, b.replicate + 1 AS replicate, coalesce(c.id, k.id) AS id,"
    " g.name AS grp,\n"
    "  coalesce(l.breaches, b.breaches) AS breaches, coalesce(l.nights, b.nights) AS nights,\n"
    "  CASE WHEN l.n IS NULL THEN b.days_home ELSE l.days_home END AS days_home,\n"
    "  CASE coalesce(l.went, 0) WHEN 0 THEN 'same' WHEN 1 THEN 'better' WHEN 2 THEN 'worse' WHEN 3 THEN 'both' ELSE 'another"
    " way' END AS went,\n"
    "  CASE WHEN l.went > 0 THEN CASE l.queue WHEN 1 THEN 'queue' ELSE 'change' END END AS through, p.clause, p.name,\n"
    "  CASE l.had WHEN 1 THEN 'old' WHEN 2 THEN 'new' END AS rules, {one k.at} AS came, a.id AS alike\n"
    "FROM life_rows AS b JOIN whatif_sides AS s ON s.whatif = b.whatif\n"
    "  LEFT JOIN whatif_people AS c ON c.whatif = b.whatif AND c.n = b.n\n"
    "  LEFT JOIN whatif_came AS k ON k.whatif = b.whatif AND k.replicate = b.replicate AND k.n = b.n\n"
    "  LEFT JOIN whatif_people AS a ON a.whatif = k.whatif AND a.n = k.alike\n"
    "  JOIN whatif_groups AS g ON g.whatif = b.whatif AND g.grp = b.grp\n"
    "  LEFT JOIN life_rows AS l ON s.side > 0 AND l.whatif = b.whatif AND l.replicate = b.replicate AND l.side = s.side AND"
    " l.n = b.n\n"
    "  LEFT JOIN whatif_spots AS p ON p.whatif = l.whatif AND p.spot = l.spot\n"
    "WHERE b.side = 0",

    "INSERT INTO store_documentation(name, about) VALUES ('whatif_came', 'cases that came in a replicate (--arrivals), and like whom')",
};
const size_t moot_store__whatif_came_count = MOOT_COUNT(moot_store__whatif_came);
