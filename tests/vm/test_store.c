/* The store: what goes in comes out, views answer, the log only grows, a run that was cut goes
 * on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store_file.h"
#include "vm/case/input_json.h"
#include "vm/case/read_json.h"
#include "vm/engine/result_json.h"
#include "vm/store/store_answers.h"
#include "vm/store/store_report.h"
#include "vm/store/store_whatif.h"

/* ---- what the views answer ---- */

static void views_answer_in_the_words_of_the_interface(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    answers(f->path, "SELECT run, protocol, caseload, oracle, seed, cases_done, finished FROM runs",
            "1|house-2018|cases.jsonl|recorded|7|1|1\n");
    answers(f->path, "SELECT id, status, outcome, as_of, breaches, departures, needs FROM cases",
            "C1|open|-|2026-05-28 09:00|2|1|1\n");
    answers(
        f->path,
        "SELECT deadline, owner, clause, since, rule, due, status, met_at, late_by, late, late_unit"
        " FROM deadlines",
        "joint assessment|[\"Social worker\",\"Housing Options Officer\"]|3.7/1|2026-05-21 "
        "11:30|48 hours|"
        "2026-05-23 11:30|late|2026-05-23 14:45|3 hours 15 minutes|195|minutes\n"
        "ask for joint assessment|[\"Social worker\",\"Housing Options Officer\"]|3.6/1|2026-05-21 "
        "11:30||-|undated|"
        "-|-|-|-\n");
    answers(f->path, "SELECT stage, entered, left, outcome, clause, days FROM stages",
            "mediation|2026-05-21 09:15|2026-05-21 11:30|still homeless|3.5/1|0.09\n"
            "joint assessment|2026-05-21 11:30|-|-|3.6/2|-\n"
            "17+ Panel decides|2026-05-24 09:00|-|-|3.11|-\n");
    answers(f->path, "SELECT place, provider, paid_by, clause, known, since FROM tonight",
            "interim accommodation|Crash pad|Stockport Family|3.10|somewhere|2026-05-23 15:00\n");
    answers(f->path, "SELECT night, place FROM nights ORDER BY night",
            "2026-05-21|nowhere\n2026-05-22|nowhere\n2026-05-23|interim accommodation\n"
            "2026-05-24|interim accommodation\n2026-05-25|interim "
            "accommodation\n2026-05-26|interim accommodation\n"
            "2026-05-27|interim accommodation\n");
    answers(f->path,
            "SELECT clause, kind, breaches, cases, late_unit, most_late, nights FROM "
            "breaches_by_clause",
            "3.2|invariant|1|1|-|-|2\n3.7/1|deadline|1|1|minutes|195|0\n");
    answers(f->path, "SELECT duty, owed_by, services, ended FROM duties",
            "a joint assessment|Social worker and Housing Options Officer|Stockport Family and "
            "Stockport Homes Group|-\n");
}

/* The joint assessment was done, late; the referral has no date and nothing is known of it. Each of
 * the two services of a joint duty owes it. */
static void what_is_owed_now(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    answers(f->path,
            "SELECT service, kind, what, roles, since, due, clause FROM owed ORDER BY 1, 2",
            "Stockport Family|duty|a joint assessment|Social worker|2026-05-21 11:30|-|3.6/2\n"
            "Stockport Family|to do|ask for joint assessment|Social worker|2026-05-21 "
            "11:30|-|3.6/1\n"
            "Stockport Homes Group|duty|a joint assessment|Housing Options Officer|2026-05-21 "
            "11:30|-|3.6/2\n"
            "Stockport Homes Group|to do|ask for joint assessment|Housing Options "
            "Officer|2026-05-21 11:30|-|3.6/1\n");
}

/* One breach was done 195 minutes late, the invariant has nothing to do: none was never done. */
static void what_was_never_done(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    answers(f->path, "SELECT clause, breaches, never_done FROM breaches_by_clause",
            "3.2|1|0\n3.7/1|1|0\n");
}

static void views_of_acts_and_remarks(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    answers(f->path, "SELECT fact, value, clause FROM decisions", "priority|true|3.1/3\n");
    answers(f->path, "SELECT referral, \"to\", via, state FROM referrals",
            "ask for joint assessment|Social worker|online form|called\n");
    answers(
        f->path, "SELECT notice, state, at, recorded FROM notices",
        "decision letter|done|2026-05-23 16:00|0\ndecision letter|received|2026-05-24 10:00|1\n");
    answers(f->path, "SELECT entitlement, payee, paid_by, pence, state FROM entitlements",
            "setting up home|applicant|Stockport Family|200000|withheld\n");
    answers(f->path, "SELECT charge, paid_by, provider, state FROM charges",
            "interim accommodation|Stockport Family|Crash pad|done\nsetting up home|Stockport "
            "Family|-|withheld\n");
    answers(f->path, "SELECT panel, stage, listed, session FROM panels",
            "17+ Panel|17+ Panel decides|2026-05-24 09:00|-\n");
    answers(f->path, "SELECT id, panel, stage, since, session, days, clause FROM waiting",
            "C1|17+ Panel|17+ Panel decides|2026-05-24 09:00|-|4.0|3.11\n");
    answers(f->path, "SELECT ladder, level, owner, stage, clause FROM escalations",
            "disputes|1|[\"Social worker\"]|joint assessment|4.2\n");
    answers(f->path, "SELECT what, clause FROM departures", "the panel sat without a chair|3.11\n");
    answers(f->path, "SELECT reading, chosen, clause FROM readings",
            "assessment clock starts|referral|3.7/1\n");
    answers(f->path, "SELECT fact, kind, \"for\", clause FROM needs", "care|act|3.12|3.12\n");
    answers(f->path, "SELECT warning FROM warnings", "events 2 and 3 are out of order: sorted\n");
}

/* A count is n; a share is of those that are judged: the others stand apart. */
static void measures_by_period(void **state)
{
    store_file *f = *state;
    write_run(f, three, 3);
    answers(f->path,
            "SELECT measure, kind, clause, per, period, split, n, met, total, share, target, live,"
            " void, cannot_tell FROM measures",
            "came homeless|count|14.1|month|2026-05|true|3|-|-|-|-|0|0|0\n"
            "assessed in time|share|14.2|quarter|2026-04 to 2026-06|-|3|0|3|0.0|95|0|0|0\n");
}

static void the_log_in_words(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    answers(
        f->path,
        "SELECT n, at, what, name, detail, who, rule, cause FROM entries WHERE n IN (1, 4, 6, 9)",
        "1|2026-05-21 09:15|case starts|-|-|-|-|-\n"
        "4|2026-05-21 11:30|leaves|mediation|still homeless|Mediation Service|house-2018.lua:24|-\n"
        "6|2026-05-21 11:30|clock starts|joint assessment|live|-|house-2018.lua:22|5\n"
        "9|2026-05-23 11:30|verdict|joint assessment|late|-|house-2018.lua:22|6\n");
    answers(f->path,
            "SELECT what, name, value, clause, rule FROM entries WHERE what IN ('fact', 'derived')",
            "fact|in_need|true|3.1/2|house-2018.lua:10\nderived|priority|true|3.1/"
            "3|house-2018.lua:12\n");
    answers(f->path, "SELECT text, superseded_by IS NOT NULL FROM entries WHERE what = 'departure'",
            "the panel sat without a chair|0\ntaken back|1\n");
    answers(f->path, "SELECT entry, fact, value, holds FROM because", "12|in_need|true|true\n");
}

/* "priority" carries out section 20; section 9 is off, and cited by nothing. */
static void the_law_with_its_marks(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    answers(f->path, "SELECT source, act, mark, dates_mark, commenced, in_force_from FROM law ORDER BY source",
            "CA89 s.20|Children Act 1989|K|-|1|-\n"
            "CWSA26 s.9|Children's Wellbeing and Schools Act 2026|-|-|0|-\n");
    answers(f->path, "SELECT source, mark, as_at, cases, entries FROM law_relied",
            "CA89 s.20|K|2026-09-01|1|1\n");
    answers(f->path, "SELECT d.name, o.source FROM law_carried_out AS o JOIN declarations AS d USING (declaration)",
            "priority|CA89 s.20\n");
    answers(f->path, "SELECT note FROM law_notes",
            "Not legal advice; law as at 2026-06-01; open points: CWSA26 s.9 (not commenced: no date is "
            "known); to be checked: CA89 s.20.\n");
}

static void view_answers(const char *path, const char *name, void *user)
{
    char sql[128];
    moot_buf rows;
    (void)user;
    moot_buf_init(&rows);
    snprintf(sql, sizeof sql, "SELECT * FROM %s", name);
    ask(path, sql, &rows);
    if (rows.len == 0) {
        fail_msg("the view %s has no row", name);
    }
    moot_buf_done(&rows);
    snprintf(sql, sizeof sql, "SELECT count(*) FROM store_documentation WHERE name = '%s'", name);
    answers(path, sql, "1\n");
}

/* A what-if of two cases, one that came and is like the second, and one variant, under which these two part from the baseline: as it comes out of vm/run/whatif.h. */
static void write_whatif(store_file *f)
{
    static const char *const branches[] = { "baseline", "weekly" }, *const cases[] = { "C1", "C2" }, *const groups[] = { "" };
    static const moot_whatif_figure figures[] = { { MOOT_WHATIF_BREACHES, "", "" }, { MOOT_WHATIF_WAITED, "Panel", "2.4/3" } };
    static const char *const clauses[] = { "", "2.4/3", "", NULL }; /* under the variant there is no such panel */
    const moot_whatif_shape shape = { branches, 2, cases, 2, figures, 2, groups, 1, 1, 0, 0, clauses };
    double values[] = { 2, 22.5, 1, (double)NAN };
    moot_whatif_life lives[] = { { 1, 0, 5, 0, -1, MOOT_WENT_SAME, 0, MOOT_HAD_NEITHER }, { 1, 3, -1, 0, -1, MOOT_WENT_SAME, 0, 0 },
                                 { 0, 4, 7, 0, -1, MOOT_WENT_SAME, 0, 0 },
                                 { 1, 0, 5, 0, -1, MOOT_WENT_SAME, 0, MOOT_HAD_NEW }, { 0, 3, 9, 0, 0, MOOT_WENT_BETTER, 1, 0 },
                                 { 2, 4, 7, 0, 0, MOOT_WENT_WORSE, 1, 0 } };
    const moot_arrival came = { "+asks-1-1", 0, 1, 1767225600 }; /* 2026-01-01 */
    moot_whatif_replicate r = { 0, values, lives, &came, 1 };
    moot_run_info run = house_run(f->p);
    const moot_source file = { "house.assume.lua", "-- nothing" };
    moot_store *store = open_new(f);
    moot_assume *assume = NULL;
    moot_whatif *w = NULL;
    int64_t no = 0;
    OK(f, moot_assume_new(f->p, &assume, &f->err));
    moot_assumed *row = moot_assume_add_assumed(assume);
    assert_non_null(row);
    row->kind = MOOT_ASSUMED_EVENT;
    row->ref = 0;
    row->name = "leaves";
    row->source = "a guess";
    OK(f, moot_whatif_of_shape(&shape, &w, &f->err));
    assert_int_equal(moot_whatif_add_spot(w, "2.4/3", "Panel"), 0);
    const moot_whatif_side sides[] = { { f->p, run.sources, run.source_count, "a", NULL },
                                       { f->p, run.sources, run.source_count, "b", assume } };
    const moot_whatif_info info = { sides, "cases.jsonl", "sha", 0, assume, &file, 1, 7, MOOT_NEVER, MOOT_DAY_MIN, NULL, "0", "" };
    OK(f, moot_store_whatif_begin(store, &info, w, &no, &f->err));
    OK(f, moot_whatif_take(w, &r, &f->err));
    OK(f, moot_store_whatif_put(store, no, w, &r, &f->err));
    OK(f, moot_store_whatif_end(store, no, w, &f->err));
    moot_whatif_free(w);
    moot_assume_free(assume);
    moot_store_close(store);
}

static void a_what_if_reads_back(void **state)
{
    store_file *f = *state;
    moot_store *store = NULL;
    moot_whatif *w = NULL;
    moot_whatif_told told;
    const moot_whatif_reason *reasons;
    moot_arena arena;
    moot_arena_init(&arena);
    write_whatif(f);
    OK(f, moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, moot_store_whatif_load(store, 0, &arena, &told, &w, &f->err));
    assert_int_equal(told.side_count, 2);
    assert_string_equal(told.sides[1].name, "weekly");
    assert_string_equal(told.sides[0].hash, f->p->hash);
    assert_string_equal(told.assumed[0].source, "a guess");
    assert_string_equal(told.files[0].text, "-- nothing");
    assert_true(told.finished && told.until == MOOT_NEVER && told.law_as_at == MOOT_DAY_MIN && told.by == NULL);
    assert_int_equal(moot_whatif_replicates(w), 1);
    assert_true(moot_whatif_value(w, 0, 1, 0).value == 22.5); /* to the bit */
    assert_true(isnan(moot_whatif_value(w, 1, 1, 0).value));
    assert_string_equal(moot_whatif_clause(w, 0, 1), "2.4/3");
    assert_string_equal(moot_whatif_clause(w, 1, 0), "");
    assert_null(moot_whatif_clause(w, 1, 1));
    assert_int_equal(told.assumed_count, 2);
    assert_string_equal(told.assumed[1].name, "weekly: leaves");
    assert_true(moot_whatif_effect(w, 1, 0, 0).value == -1);
    assert_int_equal(moot_whatif_reasons(w, &reasons), 1);
    assert_true(reasons[0].queue && reasons[0].gains == 1 && reasons[0].losses == 1 && strcmp(reasons[0].clause, "2.4/3") == 0);
    assert_int_equal(moot_whatif_of_case(w, 1, 0).switched, 1);
    assert_int_equal(moot_whatif_of_case(w, 1, 0).same, 1);
    assert_int_equal(moot_whatif_of_case(w, 1, 1).gains, 1);
    assert_true(moot_whatif_came(w) == 1 && moot_whatif_lives(w) == 3);
    assert_int_equal(moot_whatif_of_case(w, 1, 1).losses, 0);
    assert_int_equal(moot_whatif_of_like(w, 1, 1).losses, 1);
    moot_whatif_free(w);
    moot_store_close(store);
    answers(f->path, "SELECT id, gains, same, kept, switched FROM whatif_cases", "C1|0|1|0|1\nC2|1|0|0|0\n");
    answers(f->path, "SELECT c.id, p.id, c.at, c.replicate FROM whatif_came AS c JOIN whatif_people AS p ON p.n = c.alike",
            "+asks-1-1|C2|1767225600|0\n");
    answers(f->path, "SELECT id, variant, days_home, went, through, rules FROM whatif_lives ORDER BY 1, 2",
            "+asks-1-1|baseline|7|same|-|-\n+asks-1-1|weekly|7|worse|queue|-\nC1|baseline|5|same|-|-\nC1|weekly|5|same|-|new\nC2|baseline|-|same|-|-\nC2|weekly|9|better|queue|-\n");
    changes(f->path, "UPDATE whatif_came SET alike = 2");
    OK(f, moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err));
    assert_int_equal(moot_store_whatif_load(store, 0, &arena, &told, &w, &f->err), MOOT_ESTORE);
    moot_store_close(store);
    moot_arena_done(&arena);
}

/* Two protocols that say otherwise of three cases in 20 on what is due; a clause that the case C1 ran, and one without a rule. */
static moot_code put_answers(store_file *f, moot_store *store)
{
    static const char *const ids[] = { "3.7/1", "9.9" }, *const operational[] = { "yes", "yes" };
    moot_run_info run = house_run(f->p);
    const moot_store_side sides[] = { { f->p, run.sources, run.source_count }, { f->p, run.sources, run.source_count } };
    moot_compare_sum *sum = NULL;
    moot_store_compare compare = { .sides = sides, .caseload = "cases.jsonl", .caseload_sha = "sha", .as_of = MOOT_NEVER,
                                   .law_as_at = MOOT_DAY_MIN, .set_aside = 2, .generated = 20, .moot = "0", .options = "--strict " };
    moot_store_coverage coverage = { .side = sides[0], .clauses = "house", .clauses_sha = "abc", .caseload = "cases.jsonl",
                                     .caseload_sha = "sha", .moot = "0" };
    OK(f, moot_compare_sum_new(2, &sum, &f->err));
    OK(f, moot_coverage_new(f->p, ids, operational, 2, &coverage.coverage, &f->err));
    sum->cases = 20;
    sum->aspects[MOOT_ASPECT_DUE].differ = 3;
    sum->aspects[MOOT_ASPECT_DUE].unlike[1] = 3;
    sum->protocols[1].by_status[MOOT_CASE_CLOSED] = 17;
    sum->protocols[1].by_status[MOOT_CASE_OPEN] = 3;
    sum->protocols[1].set_aside = 5;
    compare.sum = sum;
    moot_coverage_add(coverage.coverage, &f->c);
    moot_code code = moot_store_put_compare(store, &compare, &f->err);
    code = code ? code : moot_store_put_coverage(store, &coverage, &f->err);
    moot_coverage_free(coverage.coverage);
    moot_compare_sum_free(sum);
    return code;
}

static void comparisons_and_coverages_read_back(void **state)
{
    store_file *f = *state;
    moot_store *store = NULL;
    write_run(f, three, 1);
    OK(f, moot_store_open(f->path, MOOT_STORE_WRITE, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, put_answers(f, store));
    moot_store_close(store);
    answers(f->path, "SELECT protocols, caseload, cases, set_aside, generated, options FROM compares",
            "house-2018, house-2018|cases.jsonl|20|2|20|--strict \n");
    answers(f->path, "SELECT aspect, differ, unlike_the_first FROM compare_differences WHERE differ > 0", "what is due|3|3\n");
    answers(f->path, "SELECT closed, open, undecided, set_aside FROM compare_protocols", "0|0|0|0\n17|3|0|5\n");
    answers(f->path, "SELECT protocol, clauses, clauses_sha, caseload, cases, generated FROM coverages", "house-2018|house|abc|cases.jsonl|1|0\n");
    answers(f->path, "SELECT clause, operational, state, ran_in FROM coverage_by_clause WHERE operational = 'yes'",
            "3.7/1|yes|ran|1\n9.9|yes|no rule|0\n");
    answers(f->path, "SELECT clause, what, rule FROM coverage_findings WHERE clause = '9.9'", "9.9|no rule says it|-\n");
}

/* Whatever call of SQLite fails, of each there is all or nothing. */
static void an_answer_is_put_whole_or_not_at_all(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    for (unsigned long n = 1; n < 200; n++) {
        moot_store *store = NULL;
        OK(f, moot_store_open(f->path, MOOT_STORE_WRITE, MOOT_STORE_BATCH, &store, &f->err));
        moot_store_fail_at(n);
        moot_code code = put_answers(f, store);
        moot_store_fail_at(0);
        moot_store_close(store);
        answers(f->path, "SELECT count(*) FROM compare_rows AS c WHERE (SELECT count(*) FROM compare_sides AS s WHERE s.compare = c.compare) <> 2 "
                         "OR (SELECT count(*) FROM compare_unlike AS u WHERE u.compare = c.compare) <> 8", "0\n");
        answers(f->path, "SELECT count(*) FROM coverage_rows AS c WHERE NOT EXISTS (SELECT 1 FROM coverage_findings AS s WHERE s.coverage = "
                         "c.coverage)", "0\n");
        if (code == MOOT_OK) {
            assert_true(n > 20);
            return;
        }
        assert_int_equal(code, MOOT_ESTORE);
        moot_err_init(&f->err);
    }
    fail_msg("it never came to its end");
}

static void answers_of_an_older_store_are_none(void **state)
{
    store_file *f = *state;
    moot_store *store = NULL;
    moot_report_rows rows;
    moot_arena arena;
    int64_t whatifs = 1;
    moot_arena_init(&arena);
    write_run(f, three, 1);
    changes(f->path, "PRAGMA user_version = 4");
    changes(f->path, "DROP VIEW compares; DROP VIEW coverages; DROP VIEW whatifs");
    changes(f->path, "DROP TABLE compare_unlike");
    OK(f, moot_store_open(f->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, moot_store_report(store, MOOT_COMPARE_ALL, 0, NULL, &arena, &rows, &f->err));
    assert_int_equal(rows.count, 0);
    OK(f, moot_store_report(store, MOOT_COVERAGE_ALL, 0, NULL, &arena, &rows, &f->err));
    assert_int_equal(rows.count, 0);
    OK(f, moot_store_whatif_count(store, &whatifs, &f->err));
    assert_int_equal(whatifs, 0);
    OK(f, moot_store_report(store, MOOT_REPORT_RUNS, 0, NULL, &arena, &rows, &f->err));
    assert_int_equal(rows.count, 1);
    moot_store_close(store);
    moot_arena_done(&arena);
}

static void every_view_answers_and_is_documented(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    write_whatif(f);
    moot_store *store = NULL;
    OK(f, moot_store_open(f->path, MOOT_STORE_WRITE, MOOT_STORE_BATCH, &store, &f->err));
    OK(f, put_answers(f, store));
    moot_store_close(store);
    each_name(f->path, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name",
              view_answers, NULL);
    answers(f->path,
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite%' AND strict = 0",
            "0\n");
}

/* Each text that a view writes is the one that moot_when_text writes: clock changes, windows,
 * ends of days. */
static void local_times_are_those_of_moot(void **state)
{
    static const char *const texts[] = {
        "2026-05-21 09:15",
        "2026-01-05 09:15",
        "2026-03-29 00:59",
        "2026-03-29 02:00",
        "2026-10-25 00:59",
        "2026-10-25 01:30+01:00",
        "2026-10-25 01:30+00:00",
        "2026-10-25 02:00",
        "2026-05-21",
        "2026-02",
        "2024-02",
        "2026",
        "1970-06-01 12:00",
        "1971-10-31 01:59",
        "2199-07-01 10:00",
        "2026-05-21 23:59",
        "2026-05-21 09:15:30",
    };
    store_file *f = *state;
    write_run(f, three, 1);
    for (size_t i = 0; i < MOOT_COUNT(texts); i++) {
        moot_when when;
        char want[80], line[96], sql[200];
        OK(f, moot_when_parse(f->p->zone, texts[i], &when, &f->err));
        moot_when_text(f->p->zone, when, want, sizeof want);
        snprintf(sql, sizeof sql,
                 "UPDATE stage_rows SET entered_lo = %lld, entered_hi = %lld WHERE n = 1",
                 (long long)when.lo, (long long)when.hi);
        changes(f->path, sql);
        snprintf(line, sizeof line, "%s\n", want);
        answers(f->path, "SELECT entered FROM stages LIMIT 1", line);
    }
}

/* ---- in and out ---- */

static void a_case_as_given_reads_back(void **state)
{
    store_file *f = *state;
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
    store_file *f = *state;
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
    store_file *f = *state;
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
        "UPDATE log SET ref = 99 WHERE n = 3",
        "UPDATE log SET visit = 50 WHERE n = 4",
        "UPDATE log SET what = 200 WHERE n = 2",
        "UPDATE log SET clock = 9 WHERE n = 10",
        "UPDATE log SET who = 77 WHERE n = 4",
        "UPDATE log SET value_type = 88, value_a = 1 WHERE n = 12",
        "UPDATE log SET child = 4 WHERE n = 5",
    };
    store_file *f = *state;
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
    store_file *f = *state;
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
    store_file *f = *state;
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
    store_file *f = *state;
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
    store_file *f = *state;
    int64_t run = 0;
    moot_run_info info = house_run(f->p);
    moot_store *store = NULL;
    info.oracle = "asked";
    info.caseload_sha = "";
    OK(f, moot_store_open(f->path, MOOT_STORE_CREATE, MOOT_STORE_REPL, &store, &f->err));
    OK(f, moot_store_run_begin(store, &info, &run, &f->err));
    OK(f, put(f, store, run, "C1"));
    OK(f, moot_store_chunk_end(store, run, 1, &f->err));
    moot_entry e =
        moot_entry_blank(MOOT_LOG_CLOSE, moot_when_at(house_at(f->p, "2026-05-29 10:00")));
    e.text = "returned home";
    assert_true(moot_case_log(&f->c, &e) > 0);
    OK(f, moot_store_put_case(store, run, &f->c, &f->err));
    OK(f, moot_store_chunk_end(store, run, 1, &f->err));
    f->c.log_count -= 3;
    assert_int_equal(moot_store_put_case(store, run, &f->c, &f->err), MOOT_ESTORE);
    said(f, "what was logged is never taken back");
    moot_store_close(store);
    answers(f->path, "SELECT status, outcome, entries FROM cases", "closed|returned home|29\n");
    answers(f->path, "SELECT count(*), max(n) FROM log", "29|29\n");
    answers(f->path, "SELECT count(*) FROM stages", "3\n");
}

static void the_log_only_grows(void **state)
{
    store_file *f = *state;
    write_run(f, three, 1);
    refuses(f->path, "UPDATE log SET what = 1 WHERE n = 1", "append-only");
    refuses(f->path, "DELETE FROM log", "append-only");
    refuses(f->path, "UPDATE reads SET fact = 'x'", "append-only");
    refuses(f->path, "DELETE FROM reads", "append-only");
    refuses(f->path, "INSERT INTO stage_rows(case_no, n) VALUES (1, 'x')", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(views_answer_in_the_words_of_the_interface),
        STORE_TEST(what_is_owed_now),
        STORE_TEST(what_was_never_done),
        STORE_TEST(views_of_acts_and_remarks),
        STORE_TEST(measures_by_period),
        STORE_TEST(the_log_in_words),
        STORE_TEST(the_law_with_its_marks),
        STORE_TEST(every_view_answers_and_is_documented),
        STORE_TEST(a_what_if_reads_back),
        STORE_TEST(comparisons_and_coverages_read_back),
        STORE_TEST(an_answer_is_put_whole_or_not_at_all),
        STORE_TEST(answers_of_an_older_store_are_none),
        STORE_TEST(local_times_are_those_of_moot),
        STORE_TEST(a_case_as_given_reads_back),
        STORE_TEST(a_stored_case_is_the_case_again),
        STORE_TEST(another_protocol_does_not_tell_the_case),
        STORE_TEST(a_log_that_cannot_be_folded_is_told),
        STORE_TEST(the_same_run_gives_the_same_dump),
        STORE_TEST(a_run_goes_on_where_it_was_cut),
        STORE_TEST(a_case_twice_in_a_run_is_refused_and_takes_its_chunk_back),
        STORE_TEST(the_repl_puts_a_case_again),
        STORE_TEST(the_log_only_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
