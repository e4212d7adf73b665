/* The tables of a store, and the step from each version of them to the next. The views are in
 * store_views.c.
 *
 * The comments inside the SQL are the documentation of the columns: SQLite keeps them, so `.schema`
 * shows them.
 *
 * Most tables hang on a case and have the key (case_no, n), without a rowid: one tree instead of
 * two, and all that belongs to a case lies together. */
#include "vm/store/store_schema.h"

#include <string.h>

#include "vm/store/store_internal.h"

/* ---- version 1 ---- */

static const char *const tables_1[] = {
    "CREATE TABLE zone ( -- the zone of all local times in the views\n"
    "  name TEXT NOT NULL\n"
    ") STRICT",

    "CREATE TABLE local_time ( -- clock changes of that zone: what the views turn UTC into"
    " local time with\n"
    "  from_at INTEGER PRIMARY KEY, -- seconds UTC\n"
    "  east INTEGER NOT NULL,       -- seconds to add from then on\n"
    "  suffix TEXT NOT NULL         -- '+01:00' or '+00:00' in the hour that comes twice in"
    " October, else ''\n"
    ") STRICT",

    "CREATE TABLE words ( -- the small numbers of the log, and what they mean\n"
    "  list TEXT NOT NULL,   -- 'entry', 'clock status', 'act state', 'value type', 'verdict'\n"
    "  n INTEGER NOT NULL,\n"
    "  word TEXT NOT NULL,\n"
    "  ref_is TEXT,  -- entries: kind of declaration that log.ref is the number of\n"
    "  ref2_is TEXT, -- likewise log.ref2; or the list of words that it is from\n"
    "  PRIMARY KEY (list, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE store_documentation ( -- what there is to ask\n"
    "  name TEXT PRIMARY KEY,\n"
    "  about TEXT NOT NULL\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE protocols ( -- each protocol that a run used, by what it says\n"
    "  protocol_no INTEGER PRIMARY KEY,\n"
    "  id TEXT NOT NULL,          -- 'stockport-2018'\n"
    "  hash TEXT NOT NULL,        -- SHA-256 of what it says, with its calendar and zone\n"
    "  sources_sha TEXT NOT NULL, -- SHA-256 of its files\n"
    "  council TEXT,\n"
    "  first_declaration INTEGER NOT NULL, -- declarations.declaration of the protocol itself;"
    " its others follow\n"
    "  UNIQUE (hash, sources_sha)\n"
    ") STRICT",

    "CREATE TABLE sources ( -- the files of a protocol, the script first: enough to run or"
    " explain a case again\n"
    "  protocol_no INTEGER NOT NULL REFERENCES protocols,\n"
    "  n INTEGER NOT NULL,\n"
    "  file TEXT NOT NULL, -- relative to the protocol's own folder\n"
    "  text TEXT NOT NULL,\n"
    "  PRIMARY KEY (protocol_no, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE symbols ( -- names of options, by their number in a protocol\n"
    "  protocol_no INTEGER NOT NULL REFERENCES protocols,\n"
    "  symbol INTEGER NOT NULL,\n"
    "  name TEXT NOT NULL,\n"
    "  PRIMARY KEY (protocol_no, symbol)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE declarations ( -- everything that a protocol declares\n"
    "  declaration INTEGER PRIMARY KEY,\n"
    "  protocol_no INTEGER NOT NULL REFERENCES protocols,\n"
    "  kind TEXT NOT NULL CHECK (kind IN ('protocol', 'party', 'fact', 'event', 'decision',"
    " 'param', 'reading',\n"
    "    'stage', 'outcome', 'deadline', 'act', 'notice', 'invariant', 'panel', 'ladder',"
    " 'entitlement', 'quota', 'measure', 'helper',"
    " 'not run')),\n"
    "  n INTEGER NOT NULL,    -- from 0, within its kind\n"
    "  name TEXT NOT NULL,\n"
    "  clause TEXT NOT NULL,  -- '' where it needs none\n"
    "  file TEXT NOT NULL,\n"
    "  line INTEGER NOT NULL,\n"
    "  stage TEXT,            -- outcomes, deadlines: their stage\n"
    "  owner TEXT,            -- JSON list of names; NULL: none, or a fact says who\n"
    "  rule TEXT,             -- deadlines: '48 hours', '' when the text sets no time\n"
    "  verb TEXT,             -- acts: go, stop, close, set, escalate, refer, notify, grant,"
    " place\n"
    "  who TEXT,              -- acts: to whom\n"
    "  via TEXT,              -- acts: how; place: where\n"
    "  paid_by TEXT, provider TEXT,\n"
    "  pence INTEGER,         -- entitlements and grants: NULL when the text names no sum\n"
    "  service TEXT,          -- roles: of which service; services: themselves\n"
    "  duty TEXT,             -- stages: what is owed while they run\n"
    "  ask TEXT,              -- facts: the question, or why nobody can be asked\n"
    "  chosen TEXT,           -- readings: the option chosen\n"
    "  target INTEGER,        -- measures: percent that the share should reach\n"
    "  per TEXT,              -- quotas, measures: 'quarter', the period in which they count\n"
    "  UNIQUE (protocol_no, kind, n)\n"
    ") STRICT",

    "CREATE TABLE run_rows ( -- a run is known by its inputs: no clock, no path\n"
    "  run INTEGER PRIMARY KEY,\n"
    "  protocol_no INTEGER NOT NULL REFERENCES protocols,\n"
    "  caseload TEXT NOT NULL,     -- name of the caseload\n"
    "  caseload_sha TEXT NOT NULL, -- SHA-256 of what was read, '' when there was none\n"
    "  as_of INTEGER,              -- the cases' now, seconds UTC; NULL: the end of each record\n"
    "  law_as_at INTEGER,          -- day since 1970; NULL: each case's own dates\n"
    "  oracle TEXT NOT NULL CHECK (oracle IN ('recorded', 'asked', 'modelled')),\n"
    "  seed INTEGER NOT NULL,      -- 64 bits: shown as signed\n"
    "  replicate INTEGER NOT NULL,\n"
    "  moot TEXT NOT NULL,         -- version\n"
    "  options TEXT NOT NULL,      -- other options that change an answer\n"
    "  cases_done INTEGER NOT NULL, -- of the caseload, the bad ones included: where --resume"
    " goes on\n"
    "  finished INTEGER NOT NULL CHECK (finished IN (0, 1))\n"
    ") STRICT",

    "CREATE TABLE case_rows ( -- one case of one run\n"
    "  case_no INTEGER PRIMARY KEY,\n"
    "  run INTEGER NOT NULL REFERENCES run_rows,\n"
    "  id TEXT NOT NULL,\n"
    "  status TEXT NOT NULL CHECK (status IN ('open', 'closed', 'undecided', 'failed')),\n"
    "  outcome TEXT,     -- how it closed\n"
    "  closed_lo INTEGER, closed_hi INTEGER,\n"
    "  as_of INTEGER,    -- its now\n"
    "  fault TEXT,       -- why it failed\n"
    "  entries INTEGER NOT NULL, -- of its log\n"
    "  UNIQUE (run, id)\n"
    ") STRICT",

    "CREATE TABLE inputs ( -- each case as it was given: the JSON line of interface.md\n"
    "  case_no INTEGER PRIMARY KEY REFERENCES case_rows,\n"
    "  input TEXT NOT NULL\n"
    ") STRICT",

    "CREATE TABLE log ( -- what happened, in order: the only truth, to which entries are added"
    " and nothing else\n"
    "  case_no INTEGER NOT NULL REFERENCES case_rows,\n"
    "  n INTEGER NOT NULL,      -- 1, 2, 3 ...\n"
    "  what INTEGER NOT NULL,   -- words.list 'entry'\n"
    "  flags INTEGER NOT NULL,  -- 1 assumed, 2 known late, 4 from a record, 8 provisional, 16"
    " departed, 32 a right\n"
    "  at_lo INTEGER NOT NULL, at_hi INTEGER NOT NULL, -- when it holds\n"
    "  known INTEGER NOT NULL,  -- instant of the record that brought it\n"
    "  ref INTEGER, ref2 INTEGER, -- numbers of declarations, by words.ref_is and ref2_is\n"
    "  visit INTEGER,           -- stage_rows.n - 1\n"
    "  clock INTEGER,           -- deadline_rows.n - 1, of a case that was never folded again\n"
    "  child INTEGER,           -- from 0\n"
    "  who INTEGER,             -- party; NULL: the engine, or nobody named\n"
    "  cause INTEGER,           -- the entry that caused it\n"
    "  line INTEGER,            -- of the script, when it is not the declaration's\n"
    "  declaration INTEGER REFERENCES declarations, -- what it carries out\n"
    "  clause TEXT,             -- when it is not the declaration's\n"
    "  value_type INTEGER, value_a INTEGER, value_b INTEGER, value_text TEXT, -- words.list"
    " 'value type'\n"
    "  due_lo INTEGER, due_hi INTEGER,\n"
    "  mark_lo INTEGER, mark_hi INTEGER, -- clocks: since when; verdicts: when it was done\n"
    "  not_before_lo INTEGER, not_before_hi INTEGER,\n"
    "  text TEXT, provider TEXT,\n"
    "  paid_by INTEGER,         -- party\n"
    "  PRIMARY KEY (case_no, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE reads ( -- the facts that an entry of the log read: its `because`\n"
    "  case_no INTEGER NOT NULL,\n"
    "  entry INTEGER NOT NULL,\n"
    "  n INTEGER NOT NULL,\n"
    "  node INTEGER,            -- the test in the compiled protocol\n"
    "  fact TEXT,               -- also 'age', 'now', 'today', 'tonight', 'lead', 'handovers'\n"
    "  child INTEGER,\n"
    "  verdict INTEGER NOT NULL, -- words.list 'verdict'\n"
    "  presumed INTEGER NOT NULL,\n"
    "  value_type INTEGER, value_a INTEGER, value_b INTEGER, value_text TEXT, -- NULL: unknown\n"
    "  PRIMARY KEY (case_no, entry, n),\n"
    "  FOREIGN KEY (case_no, entry) REFERENCES log (case_no, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TRIGGER log_keeps_entries BEFORE UPDATE ON log\n"
    "BEGIN SELECT raise(ABORT, 'the log is append-only: a correction is a new entry'); END",
    "CREATE TRIGGER log_loses_nothing BEFORE DELETE ON log\n"
    "BEGIN SELECT raise(ABORT, 'the log is append-only: nothing is taken out of it'); END",
    "CREATE TRIGGER reads_keep_entries BEFORE UPDATE ON reads\n"
    "BEGIN SELECT raise(ABORT, 'the log is append-only: a correction is a new entry'); END",
    "CREATE TRIGGER reads_lose_nothing BEFORE DELETE ON reads\n"
    "BEGIN SELECT raise(ABORT, 'the log is append-only: nothing is taken out of it'); END",
};

/* The lists of a result. KEY is what they all begin with, END what they end with: the entry of
 * the log. */
#define KEY                                                                                        \
    "  case_no INTEGER NOT NULL REFERENCES case_rows,\n"                                           \
    "  n INTEGER NOT NULL, -- order in which they happened, from 1\n"
#define DECLARED(column) "  " column " INTEGER NOT NULL REFERENCES declarations (declaration),\n"
#define YES_NO(column) "  " column " INTEGER NOT NULL CHECK (" column " IN (0, 1)),\n"
#define CHILD "  child TEXT, -- id; NULL: the applicant, or the whole case\n"
#define AT(name) "  " name "_lo INTEGER, " name "_hi INTEGER,\n"
#define STATE                                                                                      \
    "  state TEXT NOT NULL CHECK (state IN ('done', 'assumed', 'called', 'waits for consent',"     \
    " 'withheld', 'sent',\n" \
    "    'received')),\n"
#define END                                                                                        \
    "  entry INTEGER, -- log.n\n"                                                                  \
    "  PRIMARY KEY (case_no, n)\n"                                                                 \
    ") STRICT, WITHOUT ROWID"

static const char *const lists_1[] = {
    "CREATE TABLE stage_rows ( -- each visit of a stage\n" KEY CHILD DECLARED("stage")
    AT("entered") AT("left")
    "  outcome INTEGER REFERENCES declarations (declaration),\n"
    "  owner TEXT,      -- JSON list, where a fact says who; else the declaration's\n"
    "  decided_by TEXT, -- who signed\n"
    YES_NO("stopped") YES_NO("departed") END,

    "CREATE TABLE decision_rows ( -- the value of each decision that stands at the end\n" KEY CHILD
    DECLARED("decision") "  value TEXT, -- as in JSON; NULL: unknown\n  clause TEXT NOT NULL,"
        " -- of the row that held\n"
    AT("at") END,

    "CREATE TABLE deadline_rows ( -- each clock that ran, of deadlines and of acts with a name"
    " or a time\n" KEY CHILD
    DECLARED("deadline")
    "  owner TEXT, -- JSON list, where a fact says who; else the declaration's\n"
    AT("since") AT("due")
    "  status TEXT NOT NULL CHECK (status IN ('live', 'met', 'late', 'early', 'void',"
    " 'undated', 'cannot tell')),\n"
    AT("met") AT("not_before")
    "  late_by TEXT,      -- '3 hours 15 minutes'; NULL: not late\n"
    "  late INTEGER,      -- the same as a number of late_unit\n"
    "  late_unit TEXT CHECK (late_unit IN ('minutes', 'days', 'working days')),\n"
    "  void_because TEXT,\n"
    YES_NO("breach") YES_NO("assumed") YES_NO("known_late") YES_NO("provisional") END,

    "CREATE TABLE panel_rows ( -- each session of a panel that a stage waited for\n" KEY CHILD
    DECLARED("panel")
    "  stage INTEGER REFERENCES declarations (declaration),\n" AT("listed") AT("session")
    "  outcome TEXT,\n" YES_NO("waits") AT("waits_for") END,

    "CREATE TABLE referral_rows (\n" KEY CHILD DECLARED("act") STATE AT("at") AT("done") END,

    "CREATE TABLE notice_rows ( -- acts of notifying, and recorded letters\n" KEY CHILD
    DECLARED("act") STATE
    AT("at") AT("done") YES_NO("recorded") END,

    "CREATE TABLE duty_rows ( -- visits of stages with a duty\n" KEY CHILD DECLARED("stage")
    "  owed_by TEXT, -- as a sentence part\n"
    "  owner TEXT,   -- JSON list, where a fact says who; else the declaration's\n"
    AT("since") AT("ended") END,

    "CREATE TABLE entitlement_rows ( -- grants\n" KEY CHILD DECLARED("act") STATE AT("at")
    AT("done") END,

    "CREATE TABLE charge_rows ( -- acts that somebody pays for\n" KEY CHILD DECLARED("act")
    "  paid_by TEXT NOT NULL,\n" STATE AT("at") END,

    "CREATE TABLE escalation_rows ( -- levels of ladders that were reached\n" KEY DECLARED("ladder")
    "  level INTEGER NOT NULL, -- from 1; 0: past the last, where there is no rule\n"
    "  owner TEXT, -- JSON list\n  stage TEXT,\n  clause TEXT NOT NULL,\n" AT("at") END,

    "CREATE TABLE bed_rows ( -- where they slept from when on\n" KEY
    "  place TEXT, -- NULL: not recorded; 'nowhere'\n  provider TEXT,\n  paid_by TEXT,\n "
    " clause TEXT NOT NULL,\n"
    AT("from") "  first_night INTEGER NOT NULL, -- day since 1970\n"
    "  nights INTEGER NOT NULL, -- each is judged at its day's last second\n" YES_NO("recorded")
    "  holds INTEGER NOT NULL CHECK (holds IN (0, 1)), -- tonight\n" END,

    "CREATE TABLE breach_rows ( -- duties not done in time, invariants broken\n" KEY CHILD
    "  kind TEXT NOT NULL CHECK (kind IN ('deadline', 'invariant')),\n" DECLARED("rule")
    "  owner TEXT, -- JSON list, where a fact says who; else the declaration's\n"
    AT("at") AT("due") AT("until") "  late_by TEXT,\n  late INTEGER,\n"
    "  late_unit TEXT CHECK (late_unit IN ('minutes', 'days', 'working days')),\n"
    "  nights INTEGER NOT NULL, -- nightly invariants\n" END,

    "CREATE TABLE departure_rows ( -- what the protocol does not admit, but somebody did\n" KEY
    "  what TEXT NOT NULL,\n  clause TEXT NOT NULL,\n" AT("at") END,

    "CREATE TABLE reading_rows ( -- readings that the case came to depend on\n" KEY
    DECLARED("reading")
    "  PRIMARY KEY (case_no, n)\n) STRICT, WITHOUT ROWID",

    "CREATE TABLE need_rows ( -- facts that something waits for\n" KEY CHILD
    "  fact INTEGER REFERENCES declarations (declaration), -- NULL: a time is known too roughly\n"
    "  kind TEXT, -- what waits: stage, outcome, deadline, act\n  name TEXT NOT NULL,\n  clause"
    " TEXT NOT NULL,\n"
    AT("since") YES_NO("blocks") END,

    "CREATE TABLE measure_rows ( -- each firing that a measure counts; each clock of which it tells"
    " the share met\n" KEY CHILD
    DECLARED("measure")
    "  kind TEXT NOT NULL CHECK (kind IN ('count', 'share')),\n"
    "  period TEXT, -- '2026-04 to 2026-06'; NULL: the deadline has no date\n"
    "  split TEXT,  -- value of the fact that splits it; NULL: not split\n"
    AT("at")
    "  status TEXT NOT NULL CHECK (status IN ('counted', 'live', 'met', 'late', 'early', 'void',"
    " 'undated',\n    'cannot tell')), -- 'cannot tell' too when its time lies in two periods\n"
    "  verdict TEXT NOT NULL, -- the same whatever the period\n" END,

    "CREATE TABLE warning_rows (\n" KEY "  warning TEXT NOT NULL,\n"
    "  PRIMARY KEY (case_no, n)\n) STRICT, WITHOUT ROWID",
};

/* ---- words of the log ---- */

typedef struct word {
    const char *text, *ref_is, *ref2_is;
} word;

/* What `ref` and `ref2` of each kind of entry are; the words come from case.h. */
static const struct {
    const char *ref_is, *ref2_is;
} entry_refs[MOOT_LOG_COUNT] = {
    [MOOT_LOG_EVENT] = { "event", NULL },
    [MOOT_LOG_FACT] = { "fact", NULL },
    [MOOT_LOG_DERIVED] = { "fact", NULL },
    [MOOT_LOG_SET] = { "fact", NULL },
    [MOOT_LOG_ENTER] = { "stage", NULL },
    [MOOT_LOG_ENTER_OPEN] = { "stage", NULL },
    [MOOT_LOG_LEAVE] = { "stage", "outcome" },
    [MOOT_LOG_STOP] = { "stage", NULL },
    [MOOT_LOG_CLOCK] = { "deadline", "clock status" },
    [MOOT_LOG_MOVED] = { "deadline", NULL },
    [MOOT_LOG_VERDICT] = { "deadline", "clock status" },
    [MOOT_LOG_ACT] = { "act", "act state" },
    [MOOT_LOG_PLACED] = { "act", NULL },
    [MOOT_LOG_NOTICE] = { "notice", NULL },
    [MOOT_LOG_SIGNED] = { "stage", "outcome" },
    [MOOT_LOG_DISPUTE] = { "stage", NULL },
    [MOOT_LOG_ESCALATED] = { "ladder", NULL },
    [MOOT_LOG_QUEUED] = { "panel", "stage" },
    [MOOT_LOG_SESSION] = { "panel", "outcome" },
    [MOOT_LOG_COUNTED] = { "measure", NULL },
    [MOOT_LOG_BROKEN] = { "invariant", NULL },
    [MOOT_LOG_KEPT] = { "invariant", NULL },
    [MOOT_LOG_UNDECIDED] = { "fact", NULL },
    [MOOT_LOG_GAP] = { "stage", NULL },
};

static moot_code put_word(moot_store *store, const char *list, int32_t n, word w, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_WORD);
    moot_sql_text(&sql, list);
    moot_sql_int(&sql, n);
    moot_sql_text(&sql, w.text);
    moot_sql_text(&sql, w.ref_is);
    moot_sql_text(&sql, w.ref2_is);
    return moot_sql_run(&sql, err);
}

static const char *const act_states[] = { "called", "done", "withheld", "waits for consent" };
static const char *const verdicts[] = { "false", "true", "unknown" };

static word word_of(int list, int32_t n)
{
    word w = { NULL, NULL, NULL };
    switch (list) {
    case 0:
        w.text = moot_what_text((moot_what)n);
        w.ref_is = entry_refs[n].ref_is;
        w.ref2_is = entry_refs[n].ref2_is;
        break;
    case 1:
        w.text = moot_clock_status_text((moot_clock_status)n);
        break;
    case 2:
        w.text = act_states[n];
        break;
    case 3:
        w.text = moot_type_text((moot_type)n);
        break;
    default:
        w.text = verdicts[n];
        break;
    }
    return w;
}

static const struct {
    const char *name;
    int32_t count;
} word_lists[] = {
    { "entry", MOOT_LOG_COUNT },
    { "clock status", MOOT_CLOCK_CANNOT_TELL + 1 },
    { "act state", (int32_t)MOOT_COUNT(act_states) },
    { "value type", MOOT_T_CONSENT + 1 },
    { "verdict", (int32_t)MOOT_COUNT(verdicts) },
};

static moot_code put_words(moot_store *store, moot_err *err)
{
    for (size_t list = 0; list < MOOT_COUNT(word_lists); list++) {
        for (int32_t n = 0; n < word_lists[list].count; n++) {
            moot_code code = put_word(store, word_lists[list].name, n, word_of((int)list, n), err);
            if (code) {
                return code;
            }
        }
    }
    return MOOT_OK;
}

moot_code moot_store__check_words(moot_store *store, moot_err *err)
{
    for (size_t list = 0; list < MOOT_COUNT(word_lists); list++) {
        for (int32_t n = 0; n < word_lists[list].count; n++) {
            moot_sql sql = moot_store__sql(store, SQL_GET_WORD);
            moot_sql_text(&sql, word_lists[list].name);
            moot_sql_int(&sql, n);
            const char *kept = moot_sql_next(&sql) ? moot_sql_get_text(&sql, 0, &store->arena) : "";
            const char *ours = word_of((int)list, n).text;
            int same = kept && strcmp(kept, ours) == 0;
            moot_code code = moot_sql_end(&sql, err);
            if (code || !same) {
                return code ? code
                            : moot_fail(err, MOOT_ESTORE,
                                        "%s was written by another version of moot, whose log"
                                        " calls \"%s\" what this "
                                        "one calls \"%s\": run the caseload again",
                                        store->path, kept, ours);
            }
        }
    }
    return MOOT_OK;
}

/* ---- migrations ---- */

static moot_code run_texts(moot_store *store, const char *const *texts, size_t count, moot_err *err)
{
    moot_code code = MOOT_OK;
    moot_buf sql;
    moot_buf_init(&sql);
    for (size_t i = 0; i < count && !code; i++) {
        moot_buf_clear(&sql);
        code = moot_store__expand(texts[i], &sql, err);
        code = code ? code : moot_store__exec(store, moot_buf_text(&sql), err);
    }
    moot_buf_done(&sql);
    return code;
}

static moot_code to_version_1(moot_store *store, moot_err *err)
{
    moot_code code = run_texts(store, tables_1, MOOT_COUNT(tables_1), err);
    code = code ? code : run_texts(store, lists_1, MOOT_COUNT(lists_1), err);
    code = code ? code : run_texts(store, moot_store__views, moot_store__views_count, err);
    code = code ? code : put_words(store, err);
    return code ? code : moot_store__put_documentation(store, err);
}

/* ---- version 2: walks ---- */

static const char *const tables_2[] = {
    "CREATE TABLE walk_rows ( -- cases walked by hand in moot repl\n"
    "  walk INTEGER PRIMARY KEY,\n"
    "  protocol_no INTEGER NOT NULL REFERENCES protocols,\n"
    "  id TEXT NOT NULL UNIQUE,\n"
    "  law_as_at INTEGER -- day since 1970; NULL: the case's own dates\n"
    ") STRICT",

    "CREATE TABLE walk_steps ( -- what was told, step by step: a tree, to which steps are added\n"
    "  walk INTEGER NOT NULL REFERENCES walk_rows,\n"
    "  n INTEGER NOT NULL,      -- 1, 2, 3 ...\n"
    "  parent INTEGER NOT NULL, -- the step before; 0: the beginning\n"
    "  kind INTEGER NOT NULL,   -- 0 a fact from the start, 1 an event, 2 time passes, 3 to what"
    " happens by itself, 4 children or spells, 5 an event told beforehand\n"
    "  at INTEGER,              -- seconds UTC; NULL: before anything happened\n"
    "  text TEXT NOT NULL,      -- as it stands in a case, JSON\n"
    "  said TEXT NOT NULL,      -- in words\n"
    "  PRIMARY KEY (walk, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE walk_moves ( -- where each fork of a walk stood: steps, undo, redo, back\n"
    "  walk INTEGER NOT NULL REFERENCES walk_rows,\n"
    "  n INTEGER NOT NULL,    -- 1, 2, 3 ...\n"
    "  fork TEXT NOT NULL,\n"
    "  step INTEGER NOT NULL, -- 0: the beginning\n"
    "  PRIMARY KEY (walk, n)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TRIGGER walk_steps_stay BEFORE UPDATE ON walk_steps\n"
    "BEGIN SELECT raise(ABORT, 'a step of a walk is never changed'); END",
    "CREATE TRIGGER walk_steps_lose_nothing BEFORE DELETE ON walk_steps\n"
    "BEGIN SELECT raise(ABORT, 'a step of a walk is never taken out'); END",
    "CREATE TRIGGER walk_moves_stay BEFORE UPDATE ON walk_moves\n"
    "BEGIN SELECT raise(ABORT, 'a move of a walk is never changed'); END",
    "CREATE TRIGGER walk_moves_lose_nothing BEFORE DELETE ON walk_moves\n"
    "BEGIN SELECT raise(ABORT, 'a move of a walk is never taken out'); END",

    "INSERT INTO store_documentation(name, about) VALUES\n"
    "  ('walk_rows', 'cases walked by hand in moot repl'),\n"
    "  ('walk_steps', 'what was told in a walk, step by step'),\n"
    "  ('walk_moves', 'where each fork of a walk stood, the newest move last')",
};

static moot_code to_version_2(moot_store *store, moot_err *err)
{
    return run_texts(store, tables_2, MOOT_COUNT(tables_2), err);
}

/* ---- version 3: the law ---- */

static moot_code to_version_3(moot_store *store, moot_err *err)
{
    return run_texts(store, moot_store__law, moot_store__law_count, err);
}

/* ---- version 4: what a class did ---- */

static const char *const tables_4[] = {
    "CREATE TABLE walk_marks ( -- what a class did with a walk: the quiz, what is hidden, a lesson's place\n"
    "  mark INTEGER PRIMARY KEY, -- 1, 2, 3 ... in the order in which they were made\n"
    "  walk INTEGER NOT NULL REFERENCES walk_rows,\n"
    "  what TEXT NOT NULL CHECK (what IN ('quiz', 'class', 'asks', 'hidden', 'lesson', 'answer', 'place', 'end')),\n"
    "  about TEXT NOT NULL,    -- quiz: the clause; hidden: the fact; lesson: its file; answer: the step before it\n"
    "  value INTEGER NOT NULL  -- quiz: 1 right, 0 not; asks, hidden: 1 on, 0 off; answer: the number chosen, 0 none\n"
    ") STRICT",
    "CREATE INDEX walk_marks_walk ON walk_marks(walk)",
    "CREATE TRIGGER walk_marks_stay BEFORE UPDATE ON walk_marks\n"
    "BEGIN SELECT raise(ABORT, 'a mark of a walk is never changed'); END",
    "CREATE TRIGGER walk_marks_lose_nothing BEFORE DELETE ON walk_marks\n"
    "BEGIN SELECT raise(ABORT, 'a mark of a walk is never taken out'); END",
    "INSERT INTO store_documentation(name, about) VALUES\n"
    "  ('walk_marks', 'what a class did with a walk: marks of the quiz, hidden facts, the place in a lesson')",
};

static moot_code to_version_4(moot_store *store, moot_err *err)
{
    return run_texts(store, tables_4, MOOT_COUNT(tables_4), err);
}

/* ---- version 5: what-ifs ---- */

static moot_code to_version_5(moot_store *store, moot_err *err)
{
    return run_texts(store, moot_store__whatif, moot_store__whatif_count, err);
}

/* ---- version 6: comparisons and coverages ---- */

static moot_code to_version_6(moot_store *store, moot_err *err)
{
    return run_texts(store, moot_store__answers, moot_store__answers_count, err);
}

/* ---- version 7: sides of a what-if that are protocols of their own ---- */

static moot_code to_version_7(moot_store *store, moot_err *err)
{
    return run_texts(store, moot_store__whatif_clauses, moot_store__whatif_clauses_count, err);
}

/* ---- version 8: who came in a replicate of a what-if ---- */

static moot_code to_version_8(moot_store *store, moot_err *err)
{
    return run_texts(store, moot_store__whatif_came, moot_store__whatif_came_count, err);
}

/* Index + 1 is the version that each step arrives at. A step is never changed once a store may
 * have been made by it. */
typedef moot_code migration(moot_store *store, moot_err *err);
static migration *const migrations[] = { to_version_1, to_version_2, to_version_3, to_version_4, to_version_5,
                                        to_version_6, to_version_7, to_version_8 };

int64_t moot_store__version(void)
{
    return (int64_t)MOOT_COUNT(migrations);
}

static moot_code one_step(moot_store *store, int64_t to, moot_err *err)
{
    moot_buf pragma;
    moot_buf_init(&pragma);
    moot_buf_printf(&pragma, "PRAGMA user_version = %lld; PRAGMA application_id = %d",
                    (long long)to, MOOT_APPLICATION_ID);
    int64_t reached = 0;
    moot_code code = moot_store__begin(store, err);
    code = code ? code : moot_store__ask(store, "PRAGMA user_version", &reached, err);
    if (!code && reached >= to) { /* another program, that opened it at the same time, was first */
        moot_store__rollback(store);
        moot_buf_done(&pragma);
        return MOOT_OK;
    }
    code = code ? code : migrations[to - 1](store, err);
    code = code ? code : moot_buf_ok(&pragma) ? MOOT_OK : moot_fail_memory(err);
    code = code ? code : moot_store__exec(store, moot_buf_text(&pragma), err);
    code = code ? code : moot_store__commit(store, err);
    if (code) {
        moot_store__rollback(store);
    }
    moot_buf_done(&pragma);
    return code;
}

moot_code moot_store__migrate(moot_store *store, int64_t from, int64_t upto, moot_err *err)
{
    int64_t last = upto ? upto : moot_store__version();
    moot_code code = MOOT_OK;
    for (int64_t to = from + 1; to <= last && !code; to++) {
        code = one_step(store, to, err);
    }
    return code;
}
