/* One look at each case: triage.lua by the engine, one row a case and no log, against the same by hand; both read the same text
 * and write the same rows, as text and into a table. */
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "lua/compile/compile.h"
#include "tests/bench/bench.h"
#include "tests/bench/triage.h"
#include "vm/engine/engine.h"
#include "vm/base/hash.h"

#define SCRIPT "tests/bench/triage.lua"
#define CASES 20000

/* The rows of so many cases, as another program wrote them from the same description. */
static const struct {
    int32_t count;
    const char *sha256;
} known_rows[] = {
    { 1000, "95555429ea1bc280e059fb63c78389323f892a0e1f49ad3d7dad2b5185629da3" },
    { 10000, "a00182cf2b1fa60626cb9ae3722428346133f8ee4e6f98b0ca6e551eb9143ad1" },
};

/* ---- by the engine ---- */

#define FACTS(X)                                                                                              \
    X(referred_on) X(looked_days) X(looked16) X(looked_now) X(legal) X(education) X(homeless_on) X(connection) \
    X(child) X(risk) X(immigration_ok) X(intentional) X(status) X(state) X(owner) X(duty)

typedef struct ours {
    moot_protocol *protocol;
    moot_engine *engine;
    moot_oracle *oracle;
    moot_case c;
    moot_input input;
    moot_record record;
    moot_value *values;
    int64_t legal_words[4], connection_words[3];
    moot_instant begin; /* of the first day */
    struct {
#define X(name) int32_t name;
        FACTS(X)
#undef X
    } fact;
} ours;

static int64_t option(const moot_protocol *p, int32_t fact, int32_t i)
{
    return moot_span_at(p, p->facts[fact].options, i);
}

static void find_names(ours *o)
{
    const moot_protocol *p = o->protocol;
#define X(name) o->fact.name = moot_find_fact(p, #name);
    FACTS(X)
#undef X
    for (int32_t i = 0; i < 4; i++) {
        o->legal_words[i] = option(p, o->fact.legal, i);
    }
    for (int32_t i = 0; i < 3; i++) {
        o->connection_words[i] = option(p, o->fact.connection, i);
    }
}

static void check(moot_code code, const char *what)
{
    if (code) {
        bench_fail("%s", what);
    }
}

static void ours_open(ours *o)
{
    moot_errs errs;
    moot_options options = moot_options_default();
    options.keep_log = options.keep_reads = 0;
    memset(o, 0, sizeof *o);
    moot_errs_init(&errs, 0);
    if (moot_protocol_load(SCRIPT, NULL, &o->protocol, &errs, NULL)) {
        bench_fail("%s", errs.list[0].msg);
    }
    moot_errs_done(&errs);
    check(moot_engine_new(&options, &o->engine, NULL), "no engine");
    check(moot_oracle_recorded(&o->oracle, NULL), "no oracle");
    moot_case_init(&o->c);
    moot_input_init(&o->input);
    find_names(o);
    o->begin = moot_day_start(o->protocol->zone, TRIAGE_FIRST_DAY);
    o->values = moot_calloc((size_t)o->protocol->facts_count, sizeof *o->values);
    check(o->values ? MOOT_OK : MOOT_ENOMEM, "no memory");
    o->input.id = "case";
    o->input.values = o->values;
    o->input.records = &o->record;
    o->input.record_count = 1;
    o->record = (moot_record){ .kind = MOOT_RECORD_EVENT, .number = 1, .ref = moot_find_event(o->protocol, "referral"), .outcome = -1,
                               .fact = -1, .who = -1, .child = -1, .paid_by = -1 };
    o->record.due = o->record.session = moot_when_at(MOOT_NEVER);
}

static void ours_close(ours *o)
{
    moot_free(o->values);
    moot_case_done(&o->c);
    moot_engine_free(o->engine);
    moot_oracle_free(o->oracle);
    moot_protocol_free(o->protocol);
}

static moot_value a_day(moot_day day)
{
    return day == MOOT_DAY_MIN ? moot_unknown() : moot_value_of(MOOT_T_DATE, day, day);
}

static void give(ours *o, const triage_case *c)
{
    moot_value *v = o->values;
    v[o->protocol->dob_fact] = a_day(c->dob);
    v[o->fact.referred_on] = a_day(TRIAGE_FIRST_DAY + c->minute / 1440);
    v[o->fact.looked_days] = moot_value_of(MOOT_T_INTEGER, c->looked_days, 0);
    v[o->fact.looked16] = moot_value_yesno(c->looked16);
    v[o->fact.looked_now] = moot_value_yesno(c->looked_now);
    v[o->fact.legal] = moot_value_of(MOOT_T_ONE_OF, o->legal_words[c->legal], 0);
    v[o->fact.education] = moot_value_yesno(c->education);
    v[o->fact.homeless_on] = a_day(c->homeless_on);
    v[o->fact.connection] = moot_value_of(MOOT_T_ONE_OF, o->connection_words[c->connection], 0);
    v[o->fact.child] = moot_value_yesno(c->child);
    v[o->fact.risk] = moot_value_yesno(c->risk);
    v[o->fact.immigration_ok] = moot_value_yesno(c->immigration_ok);
    v[o->fact.intentional] = moot_value_yesno(c->intentional);
    o->record.at = moot_when_at(o->begin + 60 * (moot_instant)c->minute);
}

static const char *derived(const ours *o, int32_t fact)
{
    moot_value v = o->c.facts.values[fact];
    return moot_known(v) ? moot_symbol(o->protocol, v.a) : "?";
}

/* A deadline is known by the first word of its name. */
static void take_due(const ours *o, const moot_clock *k, triage_row *out)
{
    const char *name = o->protocol->clocks[k->rule].decl.name;
    int32_t minute = (int32_t)((k->due.lo - o->begin) / 60);
    moot_day day = moot_day_at(o->protocol->zone, k->due.lo);
    switch (name[0]) {
    case 'c': out->contact = minute; break;
    case 'j': out->joint = minute; break;
    case 'm': out->meeting = day; break;
    case 'l': out->letter = day; break;
    default: out->plan = day; break;
    }
}

static void by_engine(void *user, const triage_case *c, triage_row *out)
{
    ours *o = user;
    moot_day referred = TRIAGE_FIRST_DAY + c->minute / 1440;
    give(o, c);
    check(moot_engine_case(o->engine, &o->c, o->protocol, &o->input, o->oracle, NULL), "a case could not be run");
    *out = (triage_row){ c->id, moot_calendar_age(o->protocol->calendars[0], c->dob, referred), referred - c->dob,
                         derived(o, o->fact.status), derived(o, o->fact.state), derived(o, o->fact.owner), derived(o, o->fact.duty),
                         0, 0, MOOT_DAY_MIN, MOOT_DAY_MIN, MOOT_DAY_MIN };
    for (int32_t i = 0; i < o->c.clocks_count; i++) {
        if (o->c.clocks[i].due.lo != MOOT_NEVER) {
            take_due(o, &o->c.clocks[i], out);
        }
    }
}

static void by_hand(void *user, const triage_case *c, triage_row *out)
{
    triage_loop_row(user, c, out);
}

/* ---- writing rows ---- */

static void day_text(moot_day day, char out[16])
{
    out[0] = '\0';
    if (day != MOOT_DAY_MIN) {
        (void)moot_day_text(day, out, 16);
    }
}

static void minute_text(int32_t minute, char out[24])
{
    char day[16];
    int of_day = minute % 1440;
    day_text(TRIAGE_FIRST_DAY + minute / 1440, day);
    memcpy(out, day, 10);
    out[10] = 'T';
    out[11] = (char)('0' + of_day / 600);
    out[12] = (char)('0' + of_day / 60 % 10);
    out[13] = ':';
    out[14] = (char)('0' + of_day % 60 / 10);
    out[15] = (char)('0' + of_day % 10);
    out[16] = '\0';
}

typedef struct row_dates {
    char contact[24], joint[24], meeting[16], letter[16], plan[16];
} row_dates;

static void dates_of(const triage_row *r, row_dates *d)
{
    minute_text(r->contact, d->contact);
    minute_text(r->joint, d->joint);
    day_text(r->meeting, d->meeting);
    day_text(r->letter, d->letter);
    day_text(r->plan, d->plan);
}

static void put_text(moot_buf *out, const triage_row *r)
{
    row_dates d;
    dates_of(r, &d);
    const char *texts[] = { r->status, r->state, r->owner, r->duty, d.contact, d.joint, d.meeting, d.letter, d.plan };
    moot_buf_int(out, r->id);
    moot_buf_char(out, ',');
    moot_buf_int(out, r->age);
    moot_buf_char(out, ',');
    moot_buf_int(out, r->age_days);
    for (size_t i = 0; i < MOOT_COUNT(texts); i++) {
        moot_buf_char(out, ',');
        moot_buf_str(out, texts[i]);
    }
    moot_buf_char(out, '\n');
}

static void put_row(sqlite3_stmt *insert, const triage_row *r)
{
    row_dates d;
    dates_of(r, &d);
    const char *texts[] = { r->status, r->state, r->owner, r->duty, d.contact, d.joint, d.meeting, d.letter, d.plan };
    sqlite3_bind_int(insert, 1, r->id);
    sqlite3_bind_int(insert, 2, r->age);
    sqlite3_bind_int(insert, 3, r->age_days);
    for (int i = 0; i < (int)MOOT_COUNT(texts); i++) {
        sqlite3_bind_text(insert, 4 + i, texts[i], -1, SQLITE_STATIC);
    }
    if (sqlite3_step(insert) != SQLITE_DONE) {
        bench_fail("a row could not be put");
    }
    sqlite3_reset(insert);
}

/* ---- one side ---- */

typedef struct side {
    void (*row)(void *user, const triage_case *c, triage_row *out);
    void *user;
    const char *caseload;
    moot_buf rows;
    char path[4096];
} side;

static int64_t run_rows(side *s, sqlite3_stmt *insert)
{
    const char *at = strchr(s->caseload, '\n') + 1;
    triage_case c;
    triage_row row;
    int64_t count = 0;
    moot_buf_clear(&s->rows);
    for (; triage_read(&at, &c); count++) {
        s->row(s->user, &c, &row);
        if (insert) {
            put_row(insert, &row);
        } else {
            put_text(&s->rows, &row);
        }
    }
    return count;
}

/* Cases a second of a processor: the whole way from the text of the caseload to the rows. */
static double to_text(void *user)
{
    double start = bench_processor();
    int64_t count = run_rows(user, NULL);
    return (double)count / (bench_processor() - start);
}

static void sql(sqlite3 *db, const char *text)
{
    if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK) {
        bench_fail("SQLite: %s", sqlite3_errmsg(db));
    }
}

static double to_table(void *user)
{
    side *s = user;
    sqlite3 *db;
    sqlite3_stmt *insert;
    (void)unlink(s->path);
    double start = bench_processor();
    if (sqlite3_open(s->path, &db) != SQLITE_OK) {
        bench_fail("%s cannot be made", s->path);
    }
    sql(db, "CREATE TABLE triage(id INTEGER PRIMARY KEY, age INT, age_days INT, status TEXT, state TEXT, owner TEXT, duty TEXT,"
            " contact_by TEXT, joint_by TEXT, meeting_by TEXT, letter_by TEXT, plan_by TEXT)");
    sql(db, "BEGIN");
    if (sqlite3_prepare_v2(db, "INSERT INTO triage VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", -1, &insert, NULL) != SQLITE_OK) {
        bench_fail("SQLite: %s", sqlite3_errmsg(db));
    }
    int64_t count = run_rows(s, insert);
    sqlite3_finalize(insert);
    sql(db, "COMMIT");
    sqlite3_close(db);
    return (double)count / (bench_processor() - start);
}

/* Speed of wrong answers measures nothing. */
static void compare_rows(side *s, int32_t count, const char *sha256)
{
    char hex[65];
    moot_sha *sha = moot_sha_new();
    (void)run_rows(s, NULL);
    if (!sha || !moot_buf_ok(&s->rows)) {
        bench_fail("no memory for the rows");
    }
    moot_sha_add(sha, moot_buf_text(&s->rows), s->rows.len);
    moot_sha_take(sha, hex);
    if (strcmp(hex, sha256) != 0) {
        bench_fail("the rows of %d cases of triage are not those that are known:\n%.400s", (int)count, moot_buf_text(&s->rows));
    }
}

static void check_rows(side *engine, side *hand)
{
    for (size_t i = 0; i < MOOT_COUNT(known_rows); i++) {
        moot_buf caseload;
        moot_buf_init(&caseload);
        triage_generate(known_rows[i].count, &caseload);
        engine->caseload = hand->caseload = moot_buf_text(&caseload);
        compare_rows(hand, known_rows[i].count, known_rows[i].sha256);
        compare_rows(engine, known_rows[i].count, known_rows[i].sha256);
        moot_buf_done(&caseload);
    }
}

void bench_triage(const bench_place *place)
{
    ours o;
    moot_buf caseload;
    ours_open(&o);
    triage_loop *loop = triage_loop_new(o.protocol->calendars[0]);
    side engine = { by_engine, &o, "", { 0 }, "" }, hand = { by_hand, loop, "", { 0 }, "" };
    snprintf(engine.path, sizeof engine.path, "%s/triage-engine.db", place->folder);
    snprintf(hand.path, sizeof hand.path, "%s/triage-hand.db", place->folder);
    check_rows(&engine, &hand);
    moot_buf_init(&caseload);
    triage_generate(CASES, &caseload);
    engine.caseload = hand.caseload = moot_buf_text(&caseload);
    bench_pair text = bench_in_turn(to_text, &engine, to_text, &hand, BENCH_PAIRS);
    bench_tell("triage, rows as text", "cases/s", &text, "0.2", "a case, its clocks and its derivations made for one look");
    bench_pair table = bench_in_turn(to_table, &engine, to_table, &hand, BENCH_PAIRS);
    bench_tell("triage, rows into SQLite", "cases/s", &table, "0.2", "the same, beside SQLite's insert");
    (void)unlink(engine.path);
    (void)unlink(hand.path);
    moot_buf_done(&engine.rows);
    moot_buf_done(&hand.rows);
    moot_buf_done(&caseload);
    triage_loop_free(loop);
    ours_close(&o);
}
