/* The store: what goes in comes out, views answer, the log only grows, and every kind of bad file gets one sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "house_protocol.h"
#include "vm/input_json.h"
#include "vm/read_json.h"
#include "vm/result_json.h"
#include "vm/store_internal.h"

typedef struct fixture {
    moot_protocol *p;
    moot_input input;
    moot_case c;
    moot_err err;
    char folder[64], path[96];
} fixture;

static int make(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    f->p = house_protocol();
    moot_input_init(&f->input);
    moot_case_init(&f->c);
    moot_err_init(&f->err);
    strcpy(f->folder, "/tmp/moot-store-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/run.db", f->folder);
    *state = f;
    return 0;
}

static void sweep(const char *folder)
{
    char command[96];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    assert_int_equal(system(command), 0);
}

static int unmake(void **state)
{
    fixture *f = *state;
    moot_store_fail_at(0);
    sweep(f->folder);
    moot_case_done(&f->c);
    moot_input_done(&f->input);
    moot_protocol_free(f->p);
    free(f);
    return 0;
}

#define OK(f, call)                                                 \
    do {                                                            \
        if ((call) != MOOT_OK) {                                    \
            fail_msg("%s: %s", #call, (f)->err.msg);                \
        }                                                           \
    } while (0)

/* The error of the last call, and forgets it. */
static void said(fixture *f, const char *part)
{
    if (!strstr(f->err.msg, part)) {
        fail_msg("said: %s, not: %s", f->err.msg, part);
    }
    moot_err_init(&f->err);
}

static moot_store *open_new(fixture *f)
{
    moot_store *store = NULL;
    OK(f, moot_store_open(f->path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &store, &f->err));
    return store;
}

static moot_code put(fixture *f, moot_store *store, int64_t run, const char *id)
{
    house_input(f->p, &f->input, id);
    house_case(f->p, &f->input, &f->c);
    return moot_store_put_case(store, run, &f->c, &f->err);
}

static void write_run(fixture *f, const char *const *ids, int count)
{
    int64_t run = 0;
    moot_run_info info = house_run(f->p);
    moot_store *store = open_new(f);
    OK(f, moot_store_run_begin(store, &info, &run, &f->err));
    for (int i = 0; i < count; i++) {
        OK(f, put(f, store, run, ids[i]));
    }
    OK(f, moot_store_run_end(store, run, count, &f->err));
    moot_store_close(store);
}

/* ---- asking the file as another program would ---- */

static sqlite3 *raw(const char *path)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    return db;
}

static int add_row(void *user, int columns, char **values, char **names)
{
    (void)names;
    for (int i = 0; i < columns; i++) {
        moot_buf_str(user, i ? "|" : "");
        moot_buf_str(user, values[i] ? values[i] : "-");
    }
    moot_buf_char(user, '\n');
    return 0;
}

static void ask(const char *path, const char *sql, moot_buf *out)
{
    sqlite3 *db = raw(path);
    char *error = NULL;
    moot_buf_clear(out);
    if (sqlite3_exec(db, sql, add_row, out, &error) != SQLITE_OK) {
        fail_msg("%s: %s", sql, error);
    }
    sqlite3_close(db);
}

static void answers(const char *path, const char *sql, const char *want)
{
    moot_buf out;
    moot_buf_init(&out);
    ask(path, sql, &out);
    assert_string_equal(moot_buf_text(&out), want);
    moot_buf_done(&out);
}

static void refuses(const char *path, const char *sql, const char *part)
{
    sqlite3 *db = raw(path);
    char *error = NULL;
    assert_int_not_equal(sqlite3_exec(db, sql, NULL, NULL, &error), SQLITE_OK);
    assert_non_null(strstr(error, part));
    sqlite3_free(error);
    sqlite3_close(db);
}

static void changes(const char *path, const char *sql)
{
    sqlite3 *db = raw(path);
    char *error = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK) {
        fail_msg("%s: %s", sql, error);
    }
    sqlite3_close(db);
}

/* Schema and every row of every table. */
static void dump(const char *path, moot_buf *out)
{
    moot_buf tables, rows;
    moot_buf_init(&tables);
    moot_buf_init(&rows);
    ask(path, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", out);
    ask(path, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", &tables);
    for (char *name = strtok(tables.text, "\n"); name; name = strtok(NULL, "\n")) {
        char sql[96];
        snprintf(sql, sizeof sql, "SELECT * FROM %s", name);
        ask(path, sql, &rows);
        moot_buf_printf(out, "%s\n%s", name, moot_buf_text(&rows));
    }
    moot_buf_done(&tables);
    moot_buf_done(&rows);
}

/* ---- what the views answer ---- */

static const char *const three[] = { "C1", "C2", "C3" };

static void views_answer_in_the_words_of_the_interface(void **state)
{
    fixture *f = *state;
    write_run(f, three, 1);
    answers(f->path, "SELECT run, protocol, caseload, oracle, seed, cases_done, finished FROM runs",
            "1|house-2018|cases.jsonl|recorded|7|1|1\n");
    answers(f->path, "SELECT id, status, outcome, as_of, breaches, departures, needs FROM cases",
            "C1|open|-|2026-05-28 09:00|2|1|1\n");
    answers(f->path, "SELECT deadline, owner, clause, since, rule, due, status, met_at, late_by, late, late_unit"
                     " FROM deadlines",
            "joint assessment|[\"Social worker\",\"Housing Options Officer\"]|3.7/1|2026-05-21 11:30|48 hours|"
            "2026-05-23 11:30|late|2026-05-23 14:45|3 hours 15 minutes|195|minutes\n"
            "ask for joint assessment|[\"Social worker\",\"Housing Options Officer\"]|3.6/1|2026-05-21 11:30||-|undated|"
            "-|-|-|-\n");
    answers(f->path, "SELECT stage, entered, left, outcome, clause, days FROM stages",
            "mediation|2026-05-21 09:15|2026-05-21 11:30|still homeless|3.5/1|0.09\n"
            "joint assessment|2026-05-21 11:30|-|-|3.6/2|-\n"
            "17+ Panel decides|2026-05-24 09:00|-|-|3.11|-\n");
    answers(f->path, "SELECT place, provider, paid_by, clause, known, since FROM tonight",
            "interim accommodation|Crash pad|Stockport Family|3.10|somewhere|2026-05-23 15:00\n");
    answers(f->path, "SELECT night, place FROM nights ORDER BY night",
            "2026-05-21|nowhere\n2026-05-22|nowhere\n2026-05-23|interim accommodation\n"
            "2026-05-24|interim accommodation\n2026-05-25|interim accommodation\n2026-05-26|interim accommodation\n"
            "2026-05-27|interim accommodation\n");
    answers(f->path, "SELECT clause, kind, breaches, cases, late_unit, most_late, nights FROM breaches_by_clause",
            "3.2|invariant|1|1|-|-|2\n3.7/1|deadline|1|1|minutes|195|0\n");
    answers(f->path, "SELECT duty, owed_by, services, ended FROM duties",
            "a joint assessment|Social worker and Housing Options Officer|Stockport Family and Stockport Homes Group|-\n");
}

static void views_of_acts_and_remarks(void **state)
{
    fixture *f = *state;
    write_run(f, three, 1);
    answers(f->path, "SELECT fact, value, clause FROM decisions", "priority|true|3.1/3\n");
    answers(f->path, "SELECT referral, \"to\", via, state FROM referrals",
            "ask for joint assessment|Social worker|online form|called\n");
    answers(f->path, "SELECT notice, state, at, recorded FROM notices",
            "decision letter|done|2026-05-23 16:00|0\ndecision letter|received|2026-05-24 10:00|1\n");
    answers(f->path, "SELECT entitlement, payee, paid_by, pence, state FROM entitlements",
            "setting up home|applicant|Stockport Family|200000|withheld\n");
    answers(f->path, "SELECT charge, paid_by, provider, state FROM charges",
            "interim accommodation|Stockport Family|Crash pad|done\nsetting up home|Stockport Family|-|withheld\n");
    answers(f->path, "SELECT panel, stage, listed, session FROM panels",
            "17+ Panel|17+ Panel decides|2026-05-24 09:00|-\n");
    answers(f->path, "SELECT ladder, level, owner, stage, clause FROM escalations",
            "disputes|1|[\"Social worker\"]|joint assessment|4.2\n");
    answers(f->path, "SELECT what, clause FROM departures", "the panel sat without a chair|3.11\n");
    answers(f->path, "SELECT reading, chosen, clause FROM readings", "assessment clock starts|referral|3.7/1\n");
    answers(f->path, "SELECT fact, kind, \"for\", clause FROM needs", "care|act|3.12|3.12\n");
    answers(f->path, "SELECT warning FROM warnings", "events 2 and 3 are out of order: sorted\n");
}

static void the_log_in_words(void **state)
{
    fixture *f = *state;
    write_run(f, three, 1);
    answers(f->path, "SELECT n, at, what, name, detail, who, rule, cause FROM entries WHERE n IN (1, 4, 6, 9)",
            "1|2026-05-21 09:15|case starts|-|-|-|-|-\n"
            "4|2026-05-21 11:30|leaves|mediation|still homeless|Mediation Service|house-2018.lua:24|-\n"
            "6|2026-05-21 11:30|clock starts|joint assessment|live|-|house-2018.lua:22|5\n"
            "9|2026-05-23 11:30|verdict|joint assessment|late|-|house-2018.lua:22|6\n");
    answers(f->path, "SELECT what, name, value, clause, rule FROM entries WHERE what IN ('fact', 'derived')",
            "fact|in_need|true|3.1/2|house-2018.lua:10\nderived|priority|true|3.1/3|house-2018.lua:12\n");
    answers(f->path, "SELECT text, superseded_by IS NOT NULL FROM entries WHERE what = 'departure'",
            "the panel sat without a chair|0\ntaken back|1\n");
    answers(f->path, "SELECT entry, fact, value, holds FROM because", "12|in_need|true|true\n");
}

static void every_view_answers_and_is_documented(void **state)
{
    fixture *f = *state;
    moot_buf views, rows;
    moot_buf_init(&views);
    moot_buf_init(&rows);
    write_run(f, three, 1);
    ask(f->path, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name", &views);
    for (char *name = strtok(views.text, "\n"); name; name = strtok(NULL, "\n")) {
        char sql[96];
        snprintf(sql, sizeof sql, "SELECT * FROM %s", name);
        ask(f->path, sql, &rows);
        if (rows.len == 0) {
            fail_msg("the view %s has no row", name);
        }
        snprintf(sql, sizeof sql, "SELECT count(*) FROM store_documentation WHERE name = '%s'", name);
        answers(f->path, sql, "1\n");
    }
    answers(f->path, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                     " AND name NOT LIKE 'sqlite%' AND strict = 0", "0\n");
    moot_buf_done(&views);
    moot_buf_done(&rows);
}

/* Each text that a view writes is the one that moot_when_text writes: clock changes, windows, ends of days. */
static void local_times_are_those_of_moot(void **state)
{
    static const char *const texts[] = {
        "2026-05-21 09:15", "2026-01-05 09:15", "2026-03-29 00:59", "2026-03-29 02:00", "2026-10-25 00:59",
        "2026-10-25 01:30+01:00", "2026-10-25 01:30+00:00", "2026-10-25 02:00", "2026-05-21", "2026-02", "2024-02",
        "2026", "1970-06-01 12:00", "1971-10-31 01:59", "2199-07-01 10:00", "2026-05-21 23:59", "2026-05-21 09:15:30",
    };
    fixture *f = *state;
    write_run(f, three, 1);
    for (size_t i = 0; i < MOOT_COUNT(texts); i++) {
        moot_when when;
        char want[80], sql[200];
        OK(f, moot_when_parse(f->p->zone, texts[i], &when, &f->err));
        moot_when_text(f->p->zone, when, want, sizeof want - 1);
        strcat(want, "\n");
        snprintf(sql, sizeof sql, "UPDATE stage_rows SET entered_lo = %lld, entered_hi = %lld WHERE n = 1",
                 (long long)when.lo, (long long)when.hi);
        changes(f->path, sql);
        answers(f->path, "SELECT entered FROM stages LIMIT 1", want);
    }
}

/* ---- in and out ---- */

static void a_case_as_given_reads_back(void **state)
{
    fixture *f = *state;
    moot_buf first, again;
    moot_reader reader;
    moot_errs errs;
    moot_input back;
    moot_buf_init(&first);
    moot_buf_init(&again);
    moot_errs_init(&errs, 0);
    moot_input_init(&back);
    moot_reader_init(&reader, f->p, MOOT_NEVER);
    house_input(f->p, &f->input, "C \"1\"");
    f->input.records[1].number = 3; /* an event before it was set aside */
    f->input.records[2].number = 4;
    f->input.records[3].number = 5;
    f->input.records[4].number = 6;
    f->input.records[4].ref = 4;
    moot_input_json(f->p, &f->input, &first);
    moot_reader_begin(&reader, "x", 1, NULL, &errs);
    moot_code code = moot_json_case(&reader, first.text, first.len, &back);
    if (code) {
        fail_msg("%s: %s", first.text, errs.count ? errs.list[0].msg : "");
    }
    assert_int_equal(back.records[1].number, 3);
    assert_int_equal(back.records[4].ref, 4);
    assert_int_equal(back.records[4].to->at.lo, house_at(f->p, "2026-05-22 11:00"));
    moot_input_json(f->p, &back, &again);
    assert_string_equal(first.text, again.text);
    moot_reader_done(&reader);
    moot_errs_done(&errs);
    moot_input_done(&back);
    moot_buf_done(&first);
    moot_buf_done(&again);
}

static void json_of(const moot_case *c, moot_buf *out)
{
    moot_arena arena;
    moot_result r;
    moot_arena_init(&arena);
    assert_int_equal(moot_result_of(c, &arena, &r, NULL), MOOT_OK);
    assert_int_equal(moot_result_json(c, &r, 1, &arena, out, NULL), MOOT_OK);
    moot_arena_done(&arena);
}

static void a_stored_case_is_the_case_again(void **state)
{
    fixture *f = *state;
    moot_store *store = NULL;
    moot_store_found found;
    moot_loaded loaded;
    moot_case c;
    moot_arena arena;
    moot_buf want, have;
    moot_arena_init(&arena);
    moot_loaded_init(&loaded);
    moot_case_init(&c);
    moot_buf_init(&want);
    moot_buf_init(&have);
    write_run(f, three, 3);
    OK(f, moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, moot_store_find_case(store, 0, "C3", &arena, &found, &f->err));
    assert_string_equal(found.protocol, "house-2018");
    assert_int_equal(found.source_count, 2);
    assert_string_equal(found.sources[1].text, "-- shared\n");
    OK(f, moot_store_load_case(store, &found, f->p, &loaded, &f->err));
    OK(f, moot_loaded_replay(&loaded, f->p, &c, &f->err));
    json_of(&f->c, &want);
    json_of(&c, &have);
    if (strcmp(want.text, have.text) != 0) {
        fail_msg("%s%s", want.text, have.text);
    }
    assert_int_equal(moot_store_find_case(store, 0, "C", &arena, &found, &f->err), MOOT_ESTORE);
    said(f, "has no case \"C\"");
    moot_store_close(store);
    moot_buf_done(&want);
    moot_buf_done(&have);
    moot_case_done(&c);
    moot_loaded_done(&loaded);
    moot_arena_done(&arena);
}

static void another_protocol_does_not_tell_the_case(void **state)
{
    fixture *f = *state;
    moot_store *store = NULL;
    moot_store_found found;
    moot_loaded loaded;
    moot_arena arena;
    moot_arena_init(&arena);
    moot_loaded_init(&loaded);
    write_run(f, three, 1);
    OK(f, moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, moot_store_find_case(store, 1, "C1", &arena, &found, &f->err));
    f->p->hash[0] = f->p->hash[0] == '0' ? '1' : '0';
    assert_int_equal(moot_store_load_case(store, &found, f->p, &loaded, &f->err), MOOT_ESTORE);
    said(f, "says something else");
    moot_store_close(store);
    moot_loaded_done(&loaded);
    moot_arena_done(&arena);
}

static void a_log_that_cannot_be_folded_is_told(void **state)
{
    static const char *const harm[] = {
        "UPDATE log SET ref = 99 WHERE n = 3",    "UPDATE log SET visit = 50 WHERE n = 4",
        "UPDATE log SET what = 200 WHERE n = 2",  "UPDATE log SET clock = 9 WHERE n = 10",
        "UPDATE log SET who = 77 WHERE n = 4",    "UPDATE log SET value_type = 88, value_a = 1 WHERE n = 12",
        "UPDATE log SET child = 4 WHERE n = 5",
    };
    fixture *f = *state;
    for (size_t i = 0; i < MOOT_COUNT(harm); i++) {
        moot_store *store = NULL;
        moot_store_found found;
        moot_loaded loaded;
        moot_arena arena;
        moot_arena_init(&arena);
        moot_loaded_init(&loaded);
        (void)unlink(f->path);
        write_run(f, three, 1);
        changes(f->path, "DROP TRIGGER log_keeps_entries");
        changes(f->path, harm[i]);
        OK(f, moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err));
        OK(f, moot_store_find_case(store, 0, "C1", &arena, &found, &f->err));
        assert_int_equal(moot_store_load_case(store, &found, f->p, &loaded, &f->err), MOOT_ESTORE);
        said(f, "is none that moot wrote");
        moot_store_close(store);
        moot_loaded_done(&loaded);
        moot_arena_done(&arena);
    }
}

static void the_same_run_gives_the_same_dump(void **state)
{
    fixture *f = *state;
    moot_buf first, again;
    moot_buf_init(&first);
    moot_buf_init(&again);
    setenv("TZ", "UTC", 1);
    write_run(f, three, 3);
    dump(f->path, &first);
    snprintf(f->path, sizeof f->path, "%s/elsewhere.db", f->folder);
    setenv("TZ", "Asia/Tokyo", 1);
    write_run(f, three, 3);
    dump(f->path, &again);
    unsetenv("TZ");
    assert_string_equal(first.text, again.text);
    assert_null(strstr(first.text, f->folder));
    moot_buf_done(&first);
    moot_buf_done(&again);
}

static void a_run_goes_on_where_it_was_cut(void **state)
{
    fixture *f = *state;
    moot_buf want, have;
    int64_t run = 0, done = 0;
    moot_run_info info = house_run(f->p);
    moot_buf_init(&want);
    moot_buf_init(&have);
    write_run(f, three, 3);
    dump(f->path, &want);
    snprintf(f->path, sizeof f->path, "%s/cut.db", f->folder);
    moot_store *store = open_new(f);
    OK(f, moot_store_run_resume(store, &info, &run, &done, &f->err));
    assert_int_equal(run, 0);
    OK(f, moot_store_run_begin(store, &info, &run, &f->err));
    OK(f, put(f, store, run, "C1"));
    OK(f, moot_store_chunk_end(store, run, 1, &f->err));
    OK(f, put(f, store, run, "C2"));
    moot_store_close(store); /* as a kill would */
    answers(f->path, "SELECT count(*) FROM case_rows", "1\n");
    store = open_new(f);
    OK(f, moot_store_run_resume(store, &info, &run, &done, &f->err));
    assert_int_equal(run, 1);
    assert_int_equal(done, 1);
    OK(f, put(f, store, run, "C2"));
    OK(f, put(f, store, run, "C3"));
    OK(f, moot_store_run_end(store, run, 3, &f->err));
    info.seed = 8;
    OK(f, moot_store_run_resume(store, &info, &run, &done, &f->err));
    assert_int_equal(run, 0); /* another run */
    moot_store_close(store);
    dump(f->path, &have);
    assert_string_equal(want.text, have.text);
    moot_buf_done(&want);
    moot_buf_done(&have);
}

static void a_case_twice_in_a_run_is_refused_and_takes_its_chunk_back(void **state)
{
    fixture *f = *state;
    int64_t run = 0;
    moot_run_info info = house_run(f->p);
    moot_store *store = open_new(f);
    OK(f, moot_store_run_begin(store, &info, &run, &f->err));
    OK(f, put(f, store, run, "C1"));
    OK(f, moot_store_chunk_end(store, run, 1, &f->err));
    OK(f, put(f, store, run, "C2"));
    assert_int_equal(put(f, store, run, "C1"), MOOT_ESTORE);
    said(f, "case_rows.id");
    assert_int_equal(put(f, store, run, "C3"), MOOT_ESTORE);
    said(f, "nothing more is written");
    moot_store_close(store);
    answers(f->path, "SELECT id FROM cases", "C1\n");
}

static void the_repl_puts_a_case_again(void **state)
{
    fixture *f = *state;
    int64_t run = 0;
    moot_run_info info = house_run(f->p);
    moot_store *store = NULL;
    info.oracle = "asked";
    info.caseload_sha = "";
    OK(f, moot_store_open(f->path, MOOT_STORE_CREATE, MOOT_STORE_REPL, &store, &f->err));
    OK(f, moot_store_run_begin(store, &info, &run, &f->err));
    OK(f, put(f, store, run, "C1"));
    OK(f, moot_store_chunk_end(store, run, 1, &f->err));
    moot_entry e = moot_entry_blank(MOOT_LOG_CLOSE, moot_when_at(house_at(f->p, "2026-05-29 10:00")));
    e.text = "returned home";
    assert_true(moot_case_log(&f->c, &e) > 0);
    OK(f, moot_store_put_case(store, run, &f->c, &f->err));
    OK(f, moot_store_chunk_end(store, run, 1, &f->err));
    f->c.log_count -= 3;
    assert_int_equal(moot_store_put_case(store, run, &f->c, &f->err), MOOT_ESTORE);
    said(f, "what was logged is never taken back");
    moot_store_close(store);
    answers(f->path, "SELECT status, outcome, entries FROM cases", "closed|returned home|28\n");
    answers(f->path, "SELECT count(*), max(n) FROM log", "28|28\n");
    answers(f->path, "SELECT count(*) FROM stages", "3\n");
}

static void the_log_only_grows(void **state)
{
    fixture *f = *state;
    write_run(f, three, 1);
    refuses(f->path, "UPDATE log SET what = 1 WHERE n = 1", "append-only");
    refuses(f->path, "DELETE FROM log", "append-only");
    refuses(f->path, "UPDATE reads SET fact = 'x'", "append-only");
    refuses(f->path, "DELETE FROM reads", "append-only");
    refuses(f->path, "INSERT INTO stage_rows(case_no, n) VALUES (1, 'x')", "");
}

/* ---- whose file it is ---- */

static moot_code try_open(fixture *f, const char *path, moot_store_mode mode)
{
    moot_store *store = NULL;
    moot_code code = moot_store_open(path, mode, MOOT_STORE_BATCH, &store, &f->err);
    moot_store_close(store);
    return code;
}

static void write_file(const char *path, const char *text, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    fclose(file);
}

static void other_files_are_refused(void **state)
{
    fixture *f = *state;
    char text[4096];
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "there is no store");
    assert_int_equal(try_open(f, f->folder, MOOT_STORE_CREATE), MOOT_ESTORE);
    said(f, "is a folder");
    assert_int_equal(try_open(f, "/tmp/no-such-folder-here/x.db", MOOT_STORE_CREATE), MOOT_ESTORE);
    said(f, "cannot be opened");
    write_file(f->path, "", 0);
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "it is empty");
    memset(text, 'x', sizeof text);
    write_file(f->path, text, sizeof text);
    assert_int_equal(try_open(f, f->path, MOOT_STORE_CREATE), MOOT_ESTORE);
    said(f, "it is not an SQLite file");
    (void)unlink(f->path);
    changes(f->path, "CREATE TABLE mine(x)");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_CREATE), MOOT_ESTORE);
    said(f, "of another program");
    answers(f->path, "SELECT name FROM sqlite_schema", "mine\n"); /* and left alone */
    (void)unlink(f->path);
    changes(f->path, "PRAGMA application_id = 123; CREATE TABLE mine(x)");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "of another program");
}

static void a_newer_store_is_refused(void **state)
{
    fixture *f = *state;
    write_run(f, three, 1);
    changes(f->path, "PRAGMA user_version = 99");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "by a newer moot (store version 99");
    changes(f->path, "PRAGMA user_version = 0");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_WRITE), MOOT_ESTORE);
    said(f, "version 0, which never was");
}

static void other_words_in_the_log_are_refused(void **state)
{
    fixture *f = *state;
    write_run(f, three, 1);
    changes(f->path, "UPDATE words SET word = 'opens' WHERE word = 'enters'");
    assert_int_equal(try_open(f, f->path, MOOT_STORE_READ), MOOT_ESTORE);
    said(f, "\"opens\" what this one calls \"enters\"");
}

static void every_old_version_opens(void **state)
{
    fixture *f = *state;
    for (int64_t version = 1; version <= moot_store__version(); version++) {
        (void)unlink(f->path);
        write_file(f->path, "", 0);
        moot_store *store = calloc(1, sizeof *store);
        assert_non_null(store);
        store->path = strdup(f->path);
        store->mode = MOOT_STORE_CREATE;
        assert_int_equal(sqlite3_open(f->path, &store->db), SQLITE_OK);
        OK(f, moot_store__migrate(store, 0, version, &f->err));
        for (int i = 0; i < SQL_COUNT; i++) {
            sqlite3_finalize(store->statements[i]);
        }
        sqlite3_close(store->db);
        free(store->path);
        free(store);
        OK(f, try_open(f, f->path, MOOT_STORE_READ));
        OK(f, try_open(f, f->path, MOOT_STORE_WRITE));
        answers(f->path, "PRAGMA user_version", "1\n");
    }
}

/* Runs a check as somebody whom permissions bind; root is above them. */
static void as_nobody(fixture *f, void (*body)(fixture *))
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0) {
            _exit(9);
        }
        body(f);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void open_read_only(fixture *f)
{
    if (try_open(f, f->path, MOOT_STORE_READ) != MOOT_OK) {
        fprintf(stderr, "%s\n", f->err.msg);
        _exit(1);
    }
    if (try_open(f, f->path, MOOT_STORE_WRITE) != MOOT_ESTORE || !strstr(f->err.msg, "read-only")) {
        fprintf(stderr, "%s\n", f->err.msg);
        _exit(2);
    }
}

static void create_in_read_only(fixture *f)
{
    strcat(f->path, "2");
    if (try_open(f, f->path, MOOT_STORE_CREATE) != MOOT_ESTORE || !strstr(f->err.msg, "cannot be opened")) {
        fprintf(stderr, "%s\n", f->err.msg);
        _exit(1);
    }
}

static void a_read_only_file_or_folder_is_read_but_not_written(void **state)
{
    fixture *f = *state;
    write_run(f, three, 1);
    assert_int_equal(chmod(f->path, 0444), 0);
    assert_int_equal(chmod(f->folder, 0555), 0);
    as_nobody(f, open_read_only);
    as_nobody(f, create_in_read_only);
    assert_int_equal(chmod(f->folder, 0755), 0);
}

static void fill_the_disk(fixture *f)
{
    struct rlimit limit = { 1500000, 1500000 };
    int64_t run = 0;
    moot_run_info info = house_run(f->p);
    moot_store *store = open_new(f);
    signal(SIGXFSZ, SIG_IGN);
    if (moot_store_run_begin(store, &info, &run, &f->err) || setrlimit(RLIMIT_FSIZE, &limit)) {
        _exit(1);
    }
    moot_code code = MOOT_OK;
    for (int i = 0; i < 2000 && !code; i++) {
        char id[16];
        snprintf(id, sizeof id, "C%d", i);
        code = put(f, store, run, id);
        code = code || i % 10 ? code : moot_store_chunk_end(store, run, i + 1, &f->err);
    }
    moot_store_close(store);
    if (code != MOOT_ESTORE || (!strstr(f->err.msg, "disk"))) {
        fprintf(stderr, "%d: %s\n", (int)code, f->err.msg);
        _exit(2);
    }
}

static void a_full_disk_keeps_what_was_committed(void **state)
{
    fixture *f = *state;
    moot_store *store = NULL;
    assert_int_equal(chmod(f->folder, 0777), 0);
    as_nobody(f, fill_the_disk);
    OK(f, moot_store_open(f->path, MOOT_STORE_WRITE, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, moot_store_check(store, &f->err));
    moot_store_close(store);
    answers(f->path, "SELECT count(*) > 0 AND count(*) = max(cases_done) FROM case_rows JOIN run_rows USING (run)", "1\n");
}

/* ---- checking ---- */

static void checks(fixture *f, const char *part)
{
    moot_store *store = NULL;
    moot_code code = moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err);
    code = code ? code : moot_store_check(store, &f->err);
    moot_store_close(store);
    assert_int_equal(code, part ? MOOT_ESTORE : MOOT_OK);
    if (part) {
        said(f, part);
    }
}

static void check_finds_what_was_changed(void **state)
{
    static const struct {
        const char *harm, *part;
    } all[] = {
        { "DROP TRIGGER log_loses_nothing", "its trigger log_loses_nothing is gone" },
        { "DROP VIEW tonight", "its view tonight is gone" },
        { "DROP VIEW tonight; CREATE VIEW tonight AS SELECT 1", "its view tonight is not as moot made it" },
        { "PRAGMA foreign_keys = OFF; DELETE FROM case_rows WHERE id = 'C1'", "that is gone" },
        { "UPDATE case_rows SET entries = 99 WHERE id = 'C2'", "the log of case C2" },
    };
    fixture *f = *state;
    for (size_t i = 0; i < MOOT_COUNT(all); i++) {
        (void)unlink(f->path);
        write_run(f, three, 3);
        checks(f, NULL);
        changes(f->path, all[i].harm);
        checks(f, all[i].part);
    }
}

static void a_spoilt_page_is_told(void **state)
{
    fixture *f = *state;
    char noise[4096];
    write_run(f, three, 3);
    memset(noise, 0xa5, sizeof noise);
    for (long page = 2; page < 12; page++) {
        FILE *file = fopen(f->path, "r+b");
        assert_non_null(file);
        assert_int_equal(fseek(file, page * 4096, SEEK_SET), 0);
        assert_int_equal(fwrite(noise, 1, sizeof noise, file), sizeof noise);
        fclose(file);
    }
    checks(f, "is damaged");
}

static void info_counts(void **state)
{
    fixture *f = *state;
    moot_store *store = NULL;
    moot_store_summary s;
    write_run(f, three, 3);
    OK(f, moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, moot_store_info(store, &s, &f->err));
    moot_store_close(store);
    assert_int_equal(s.version, 1);
    assert_int_equal(s.protocols, 1);
    assert_int_equal(s.runs, 1);
    assert_int_equal(s.unfinished_runs, 0);
    assert_int_equal(s.cases, 3);
    assert_int_equal(s.entries, 3 * 27);
}

/* ---- failing anywhere ---- */

static moot_code whole_run(fixture *f)
{
    int64_t run = 0;
    moot_store *store = NULL;
    moot_run_info info = house_run(f->p);
    moot_code code = moot_store_open(f->path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &store, &f->err);
    code = code ? code : moot_store_run_begin(store, &info, &run, &f->err);
    for (int i = 0; i < 2 && !code; i++) {
        code = moot_store_put_case(store, run, &f->c, &f->err);
        code = code ? code : moot_store_chunk_end(store, run, i + 1, &f->err);
        f->input.id = "C2";
    }
    code = code ? code : moot_store_run_end(store, run, 2, &f->err);
    moot_store_close(store);
    f->input.id = "C1";
    return code;
}

/* Whatever call fails: one sentence, no leak, and a file that is whole or was never begun. */
static void the_nth_store_call_fails(void **state)
{
    fixture *f = *state;
    house_input(f->p, &f->input, "C1");
    house_case(f->p, &f->input, &f->c);
    unsigned long step = 1;
    for (unsigned long n = 1;; n += step) {
        (void)unlink(f->path);
        moot_store_fail_at(n);
        moot_code code = whole_run(f);
        unsigned long made = moot_store_calls();
        moot_store_fail_at(0);
        if (made < n) {
            OK(f, code);
            break;
        }
        assert_int_equal(code, MOOT_ESTORE);
        said(f, "the disk is full");
        moot_store *store = NULL;
        struct stat file;
        if (stat(f->path, &file) == 0 && file.st_size > 0) {
            if (moot_store_open(f->path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &store, &f->err)) {
                fail_msg("after call %lu: %s", n, f->err.msg);
            }
            moot_store_close(store);
        }
        step = n < 30 ? 1 : n < 400 ? 37 : 97; /* the middle is one insert after the other */
    }
}

static void memory_that_ends_anywhere_is_told(void **state)
{
    fixture *f = *state;
    house_input(f->p, &f->input, "C1");
    house_case(f->p, &f->input, &f->c);
    for (unsigned long n = 1; n < 4000; n += 1 + n / 4) {
        (void)unlink(f->path);
        moot_alloc_fail_at(n);
        moot_code code = whole_run(f);
        unsigned long made = moot_alloc_count();
        moot_alloc_fail_at(0);
        if (made < n) {
            OK(f, code);
            return;
        }
        assert_int_equal(code, MOOT_ENOMEM);
        moot_err_init(&f->err);
    }
    fail();
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, unmake)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(views_answer_in_the_words_of_the_interface),
        TEST(views_of_acts_and_remarks),
        TEST(the_log_in_words),
        TEST(every_view_answers_and_is_documented),
        TEST(local_times_are_those_of_moot),
        TEST(a_case_as_given_reads_back),
        TEST(a_stored_case_is_the_case_again),
        TEST(another_protocol_does_not_tell_the_case),
        TEST(a_log_that_cannot_be_folded_is_told),
        TEST(the_same_run_gives_the_same_dump),
        TEST(a_run_goes_on_where_it_was_cut),
        TEST(a_case_twice_in_a_run_is_refused_and_takes_its_chunk_back),
        TEST(the_repl_puts_a_case_again),
        TEST(the_log_only_grows),
        TEST(other_files_are_refused),
        TEST(a_newer_store_is_refused),
        TEST(other_words_in_the_log_are_refused),
        TEST(every_old_version_opens),
        TEST(a_read_only_file_or_folder_is_read_but_not_written),
        TEST(a_full_disk_keeps_what_was_committed),
        TEST(check_finds_what_was_changed),
        TEST(a_spoilt_page_is_told),
        TEST(info_counts),
        TEST(the_nth_store_call_fails),
        TEST(memory_that_ends_anywhere_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
