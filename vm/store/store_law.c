/* The law that a protocol rests on, in the store: each source with its mark, and which declaration carries out which. */
#include "vm/protocol/law.h"
#include "vm/store/store_internal.h"
#include "vm/store/store_schema.h"

const char *const moot_store__law[] = {
    "CREATE TABLE law ( -- the sources of law that a protocol rests on; no legal advice\n"
    "  protocol_no INTEGER NOT NULL REFERENCES protocols,\n"
    "  source TEXT NOT NULL,   -- 'HA96 s.204(2)'\n"
    "  act TEXT NOT NULL,      -- the Act, regulations, case or guidance by name\n"
    "  says TEXT NOT NULL,     -- in one line, in our own words\n"
    "  in_force_from INTEGER,  -- day since 1970; NULL: not given, or not commenced\n"
    "  in_force_to INTEGER,    -- the last day; NULL: none\n"
    "  commenced INTEGER NOT NULL CHECK (commenced IN (0, 1)), -- 0: no date is known\n"
    "  mark TEXT CHECK (mark IN ('K', 'V')), -- to be checked: K from general knowledge, V only the\n"
    "                          -- opening of the page was read; NULL: it was read\n"
    "  dates_mark TEXT CHECK (dates_mark IN ('K', 'V')), -- the same of its dates\n"
    "  as_at INTEGER,          -- the day as at which it is known, since 1970\n"
    "  open TEXT,              -- what it leaves open\n"
    "  link TEXT,              -- where it can be read\n"
    "  PRIMARY KEY (protocol_no, source)\n"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE law_carried_out ( -- which declaration carries out which source\n"
    "  declaration INTEGER PRIMARY KEY REFERENCES declarations,\n"
    "  source TEXT NOT NULL,\n"
    "  open TEXT -- what the rule leaves open\n"
    ") STRICT",

    "CREATE TABLE law_notes ( -- the line that everything ends with that rests on a protocol's law\n"
    "  protocol_no INTEGER PRIMARY KEY REFERENCES protocols,\n"
    "  note TEXT NOT NULL -- 'Not legal advice; law as at 2026-09-01; open points: ...'\n"
    ") STRICT",

    "CREATE VIEW law_relied AS SELECT c.run, p.id AS protocol, w.source, w.act, w.says, w.mark,"
    " w.dates_mark, w.commenced,\n"
    "  date(w.as_at * 86400, 'unixepoch') AS as_at, w.open, count(DISTINCT l.case_no) AS cases,"
    " count(*) AS entries\n"
    "FROM log AS l JOIN case_rows AS c ON c.case_no = l.case_no JOIN run_rows AS r ON r.run = c.run\n"
    "  JOIN protocols AS p ON p.protocol_no = r.protocol_no\n"
    "  LEFT JOIN declarations AS d ON d.declaration = l.declaration\n"
    "  LEFT JOIN law_carried_out AS o ON o.declaration = l.declaration\n"
    "  JOIN law AS w ON w.protocol_no = r.protocol_no\n"
    "    AND w.source IN (coalesce(l.clause, d.clause), o.source)\n"
    "GROUP BY c.run, w.source ORDER BY c.run, w.source",

    "INSERT INTO store_documentation(name, about) VALUES\n"
    "  ('law', 'the sources of law that each protocol rests on, with marks of what is still to be checked;"
    " no legal advice'),\n"
    "  ('law_relied', 'which sources the logs of the cases of a run cite: in how many cases, by how many"
    " entries'),\n"
    "  ('law_carried_out', 'which declaration carries out which source, and what it leaves open'),\n"
    "  ('law_notes', 'per protocol: not legal advice, the day as at which the law is known, open points')",
};
const size_t moot_store__law_count = MOOT_COUNT(moot_store__law);

static void mark_text(moot_sql *sql, char mark)
{
    moot_sql_text(sql, mark == 'K' ? "K" : mark == 'V' ? "V" : NULL);
}

static moot_code put_source(moot_store *store, const moot_law *l, int64_t protocol_no, moot_err *err)
{
    int off = moot_not_commenced(l);
    moot_sql sql = moot_store__sql(store, SQL_PUT_LAW);
    moot_sql_int(&sql, protocol_no);
    moot_sql_text(&sql, l->decl.name);
    moot_sql_text(&sql, l->act ? l->act : "");
    moot_sql_text(&sql, l->title ? l->title : "");
    moot_sql_int_or_null(&sql, l->decl.in_force_from, off || l->decl.in_force_from == MOOT_DAY_MIN);
    moot_sql_int_or_null(&sql, l->decl.in_force_to, l->decl.in_force_to == MOOT_DAY_MAX);
    moot_sql_int(&sql, !off);
    mark_text(&sql, l->mark);
    mark_text(&sql, l->dates_mark);
    moot_sql_int_or_null(&sql, l->as_at, l->as_at == MOOT_DAY_MIN);
    moot_sql_text(&sql, l->decl.open);
    moot_sql_text(&sql, l->link);
    return moot_sql_run(&sql, err);
}

static moot_code put_carried_out(moot_store *store, const moot_protocol *p, const moot_decl *decl, moot_err *err)
{
    if (!decl->law || moot_find_law(p, decl->law) < 0) {
        return MOOT_OK;
    }
    moot_sql sql = moot_store__sql(store, SQL_PUT_LAW_CARRIED_OUT);
    moot_sql_int(&sql, store->first_declaration + moot_store__declaration(p, decl));
    moot_sql_text(&sql, decl->law);
    moot_sql_text(&sql, decl->open);
    return moot_sql_run(&sql, err);
}

static moot_code put_note(moot_store *store, const moot_protocol *p, int64_t protocol_no, moot_err *err)
{
    moot_buf note;
    moot_buf_init(&note);
    moot_law_note(p, &note);
    moot_sql sql = moot_store__sql(store, SQL_PUT_LAW_NOTE);
    moot_sql_int(&sql, protocol_no);
    moot_sql_text(&sql, moot_buf_text(&note));
    moot_code code = moot_sql_run(&sql, err);
    code = code || moot_buf_ok(&note) ? code : moot_fail_memory(err);
    moot_buf_done(&note);
    return code;
}

moot_code moot_store__put_law(moot_store *store, const moot_protocol *p, int64_t protocol_no, moot_err *err)
{
    moot_code code = MOOT_OK;
    if (p->laws_count == 0) {
        return MOOT_OK;
    }
    for (int32_t i = 0; i < p->laws_count && !code; i++) {
        code = put_source(store, &p->laws[i], protocol_no, err);
    }
#define X(kind, table)                                                                             \
    for (int32_t i = 0; i < p->table##_count && !code; i++) {                                      \
        code = put_carried_out(store, p, &p->table[i].decl, err);                                  \
    }
    MOOT_DECLARATIONS(X)
#undef X
    return code ? code : put_note(store, p, protocol_no, err);
}
