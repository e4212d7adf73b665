/* Reasons: how long `why` takes on one case of a thousand entries, a young person who refuses offers and turns to the drop-in
 * for the better part of a year. Each entry, deadline, panel and outcome is asked after, and the slowest counts.
 *
 * The yardsticks: a loop that only reads the same case's log from the store, row by row, and the program's own start. */
#include <sqlite3.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "tests/bench/bench.h"
#include "tests/bench/generate.h"
#include "vm/store/store.h"
#include "vm/engine/why.h"

#define ENTRIES 1000
#define ROUNDS 40
#define TIMES 3
#define AIM "<5 ms"

typedef struct asking {
    char path[4200];
    moot_arena arena;
    moot_store *store;
    moot_protocol *protocol;
    moot_store_found found;
    moot_loaded loaded;
    moot_case c;
    moot_buf out;
    char slowest[160];
} asking;

static void check(moot_code code, const moot_err *err)
{
    if (code) {
        bench_fail("%s", err->msg);
    }
}

/* ---- the case ---- */

static void make_store(const bench_place *place, const char *store)
{
    char cases[4200];
    snprintf(cases, sizeof cases, "%s/long.jsonl", place->folder);
    bench_write_long(cases, ROUNDS);
    const char *argv[] = { place->moot, "run", bench_script(BENCH_STOCKPORT), "--cases", cases, "--store", store,
                           "--quiet", NULL };
    (void)bench_run(argv);
    (void)remove(cases);
}

static void open_case(asking *a)
{
    moot_err err;
    moot_errs errs;
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    if (moot_protocol_load(bench_script(BENCH_STOCKPORT), NULL, &a->protocol, &errs, NULL)) {
        bench_fail("%s does not load", bench_script(BENCH_STOCKPORT));
    }
    moot_errs_done(&errs);
    check(moot_store_open(a->path, MOOT_STORE_READ, MOOT_STORE_BATCH, &a->store, &err), &err);
    check(moot_store_find_case(a->store, 0, "long", &a->arena, &a->found, &err), &err);
    check(moot_store_load_case(a->store, &a->found, a->protocol, &a->loaded, &err), &err);
    check(moot_loaded_replay(&a->loaded, a->protocol, &a->c, &err), &err);
    if (a->c.log_count < ENTRIES) {
        bench_fail("the case has only %d entries", (int)a->c.log_count);
    }
}

/* ---- asking ---- */

typedef enum kind { ENTRY, DEADLINE, PANEL, OUTCOME } kind;
static const char *const kind_words[] = { "entry", "deadline", "panel", "outcome" };

static int32_t count_of(const asking *a, kind what)
{
    const moot_protocol *p = a->protocol;
    const int32_t counts[] = { a->c.log_count, p->clocks_count, p->panels_count, p->outcomes_count };
    return counts[what];
}

/* What the i-th of a kind is asked by; NULL: an act without a name. */
static const char *name_of(const asking *a, kind what, int32_t i, char *number, size_t size)
{
    const moot_protocol *p = a->protocol;
    snprintf(number, size, "%d", (int)i + 1);
    return what == ENTRY      ? number
           : what == DEADLINE ? p->clocks[i].decl.name
           : what == PANEL    ? p->panels[i].decl.name
                              : p->outcomes[i].decl.name;
}

static moot_code answer(asking *a, kind what, int32_t i, const char *name, moot_err *err)
{
    const moot_protocol *p = a->protocol;
    moot_buf_clear(&a->out);
    switch (what) {
    case ENTRY: return moot_why_entry(&a->c, i + 1, &a->out, err);
    case DEADLINE: return moot_why_deadline(&a->c, name, &a->out, err);
    case PANEL: return moot_why_panel(&a->c, name, &a->out, err);
    default: return moot_why_not(&a->c, p->stages[p->outcomes[i].stage].decl.name, name, &a->out, err);
    }
}

/* Of a few times the least: what the machine does besides is not the answer's. */
static double seconds_of(asking *a, kind what, int32_t i, const char *name)
{
    double least = 0;
    moot_err err;
    moot_err_init(&err);
    for (int time = 0; time < TIMES; time++) {
        double start = bench_processor();
        check(answer(a, what, i, name, &err), &err);
        double seconds = bench_processor() - start;
        least = time == 0 || seconds < least ? seconds : least;
    }
    return least;
}

/* The slowest answer of some kinds, in milliseconds. */
static double slowest(asking *a, kind first, kind last)
{
    double most = 0;
    char number[16];
    for (kind what = first; what <= last; what++) {
        for (int32_t i = 0; i < count_of(a, what); i++) {
            const char *name = name_of(a, what, i, number, sizeof number);
            double seconds = name ? seconds_of(a, what, i, name) : 0;
            if (seconds > most) {
                most = seconds;
                snprintf(a->slowest, sizeof a->slowest, "%s %s: %zu bytes of reasons", kind_words[what], name, a->out.len);
            }
        }
    }
    return most * 1000;
}

static double entries_side(void *user)
{
    return slowest(user, ENTRY, ENTRY);
}

static double names_side(void *user)
{
    return slowest(user, DEADLINE, OUTCOME);
}

/* Milliseconds to read the log of the case and what its entries read: a statement each, and nothing made of it. */
static double read_side(void *user)
{
    static const char *const texts[] = { "SELECT * FROM log WHERE case_no = ? ORDER BY n",
                                         "SELECT * FROM reads WHERE case_no = ? ORDER BY entry, n" };
    const asking *a = user;
    sqlite3 *db = NULL;
    int64_t sum = 0;
    if (sqlite3_open_v2(a->path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
        bench_fail("%s does not open", a->path);
    }
    double start = bench_processor();
    for (int i = 0; i < 2; i++) {
        sqlite3_stmt *rows = NULL;
        if (sqlite3_prepare_v2(db, texts[i], -1, &rows, NULL) != SQLITE_OK
            || sqlite3_bind_int64(rows, 1, a->found.case_no) != SQLITE_OK) {
            bench_fail("%s", sqlite3_errmsg(db));
        }
        while (sqlite3_step(rows) == SQLITE_ROW) {
            for (int column = 0; column < sqlite3_column_count(rows); column++) {
                sum += sqlite3_column_int64(rows, column);
            }
        }
        sqlite3_finalize(rows);
    }
    double seconds = bench_processor() - start;
    sqlite3_close(db);
    return sum ? seconds * 1000 : 0;
}

/* ---- the whole command ---- */

typedef struct command {
    const char *argv[8];
} command;

static double command_side(void *user)
{
    const command *c = user;
    return bench_run(c->argv).seconds * 1000;
}

static void tell_command(const bench_place *place, const asking *a)
{
    char entry[16];
    snprintf(entry, sizeof entry, "%d", (int)a->c.log_count);
    command why = { { place->moot, "why", a->path, "long", entry, NULL } };
    command start = { { place->moot, "--version", NULL } };
    bench_pair pair = bench_in_turn(command_side, &why, command_side, &start, BENCH_PAIRS);
    bench_tell("  the whole command, of its own start", "ms", &pair, "", "compiling the store's copy of the protocol");
}

void bench_why(const bench_place *place)
{
    asking a;
    char limit[200];
    memset(&a, 0, sizeof a);
    snprintf(a.path, sizeof a.path, "%s/why.db", place->folder);
    moot_arena_init(&a.arena);
    moot_loaded_init(&a.loaded);
    moot_case_init(&a.c);
    moot_buf_init(&a.out);
    make_store(place, a.path);
    open_case(&a);
    bench_pair pair = bench_in_turn(entries_side, &a, read_side, &a, BENCH_PAIRS);
    snprintf(limit, sizeof limit, "%s", a.slowest);
    bench_tell("why, slowest entry of 1,000, of reading them", "ms", &pair, AIM, limit);
    pair = bench_in_turn(names_side, &a, read_side, &a, BENCH_PAIRS);
    snprintf(limit, sizeof limit, "%s", a.slowest);
    bench_tell("why, slowest deadline, panel or outcome", "ms", &pair, AIM, limit);
    tell_command(place, &a);
    moot_buf_done(&a.out);
    moot_case_done(&a.c);
    moot_loaded_done(&a.loaded);
    moot_protocol_free(a.protocol);
    moot_store_close(a.store);
    moot_arena_done(&a.arena);
    (void)remove(a.path);
}
