/* The engine alone, on cases held in memory, against the table machine. */
#include <string.h>

#include "lua/compile/compile.h"
#include "tests/bench/bench.h"
#include "tests/bench/generate.h"
#include "tests/bench/table_machine.h"
#include "vm/case/caseload.h"
#include "vm/engine/engine.h"

#define LIVES 2000
#define SECONDS_A_SIDE 0.4

typedef struct lives {
    moot_protocol *protocol;
    moot_input *inputs;
    table_case *cases;
    int32_t count;
    /* ours */
    moot_engine *engine;
    moot_oracle *oracle;
    moot_case c;
    /* the yardstick */
    table_machine *machine;
} lives;

static void check(moot_code code, const moot_err *err)
{
    if (code) {
        bench_fail("%s", err->msg);
    }
}

/* ---- making ---- */

static moot_protocol *load(const char *script)
{
    moot_errs errs;
    moot_protocol *protocol = NULL;
    moot_errs_init(&errs, 0);
    if (moot_protocol_load(script, NULL, &protocol, &errs, NULL)) {
        bench_fail("%s:%d: %s", script, errs.count ? errs.list[0].line : 0, errs.count ? errs.list[0].msg : "not loaded");
    }
    moot_errs_done(&errs);
    return protocol;
}

static void read_lives(lives *l, const char *path)
{
    moot_caseload *caseload;
    moot_errs errs;
    moot_err err;
    int found = 1;
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    check(moot_caseload_open(path, l->protocol, NULL, &caseload, &err), &err);
    for (l->count = 0; found && l->count < LIVES; l->count += found) {
        moot_input_init(&l->inputs[l->count]);
        check(moot_caseload_next(caseload, &l->inputs[l->count], &errs, &found, &err), &err);
    }
    if (errs.count) {
        bench_fail("a made-up case is not good: %s", errs.list[0].msg);
    }
    moot_errs_done(&errs);
    moot_caseload_close(caseload);
}

static void write_lives(const char *path)
{
    FILE *file = fopen(path, "w");
    if (!file) {
        bench_fail("%s cannot be written", path);
    }
    (void)bench_write_json(BENCH_LIFE, LIVES, file);
    if (fclose(file) != 0) {
        bench_fail("%s cannot be written", path);
    }
}

static void engine_for(lives *l, int keep_log)
{
    moot_err err;
    moot_options options = moot_options_default();
    options.keep_log = options.keep_reads = keep_log;
    moot_err_init(&err);
    moot_engine_free(l->engine);
    l->engine = NULL;
    check(moot_engine_new(&options, &l->engine, &err), &err);
}

static void lives_open(lives *l, const char *folder)
{
    char path[4096];
    moot_err err;
    moot_err_init(&err);
    memset(l, 0, sizeof *l);
    snprintf(path, sizeof path, "%s/lives.jsonl", folder);
    write_lives(path);
    l->protocol = load(bench_script(BENCH_LIFE));
    l->inputs = moot_calloc(LIVES + 1, sizeof *l->inputs);
    l->cases = moot_calloc(LIVES + 1, sizeof *l->cases);
    if (!l->inputs || !l->cases) {
        bench_fail("no memory for %d lives", LIVES);
    }
    read_lives(l, path);
    (void)remove(path);
    check(moot_oracle_recorded(&l->oracle, &err), &err);
    moot_case_init(&l->c);
    l->machine = table_machine_new(l->protocol);
    for (int32_t i = 0; i < l->count; i++) {
        l->cases[i] = table_machine_case(l->protocol, &l->inputs[i]);
    }
}

static void lives_close(lives *l)
{
    for (int32_t i = 0; i < l->count; i++) {
        moot_free(l->cases[i].records);
        moot_input_done(&l->inputs[i]);
    }
    moot_free(l->cases);
    moot_free(l->inputs);
    moot_case_done(&l->c);
    moot_engine_free(l->engine);
    moot_oracle_free(l->oracle);
    table_machine_free(l->machine);
    moot_protocol_free(l->protocol);
}

/* ---- running ---- */

static int64_t run_engine(lives *l, int32_t i)
{
    if (moot_engine_case(l->engine, &l->c, l->protocol, &l->inputs[i], l->oracle, NULL)) {
        bench_fail("life %s could not be run", l->inputs[i].id);
    }
    return l->c.entry_count;
}

static int64_t run_machine(lives *l, int32_t i)
{
    return table_machine_run(l->machine, &l->cases[i]);
}

/* Entries a second of one processor over whole rounds of the lives. */
static double rate(lives *l, int64_t (*run)(lives *, int32_t))
{
    int64_t entries = 0;
    double start = bench_processor(), now = start;
    while (now - start < SECONDS_A_SIDE) {
        for (int32_t i = 0; i < l->count; i++) {
            entries += run(l, i);
        }
        now = bench_processor();
    }
    return (double)entries / (now - start);
}

static double engine_side(void *user)
{
    return rate(user, run_engine);
}

static double machine_side(void *user)
{
    return rate(user, run_machine);
}

/* A yardstick that does other work measures nothing: both make the same number of entries of each life. */
static double entries_a_life(lives *l)
{
    int64_t all = 0;
    for (int32_t i = 0; i < l->count; i++) {
        int64_t ours = run_engine(l, i), theirs = run_machine(l, i);
        if (ours != theirs) {
            bench_fail("life %s: the engine makes %lld entries, the table machine %lld", l->inputs[i].id, (long long)ours,
                       (long long)theirs);
        }
        all += ours;
    }
    return (double)all / (double)l->count;
}

void bench_engine(const bench_place *place)
{
    lives l;
    char what[64];
    lives_open(&l, place->folder);
    engine_for(&l, 0);
    snprintf(what, sizeof what, "engine, log off (%.1f entries a life)", entries_a_life(&l));
    bench_pair off = bench_in_turn(engine_side, &l, machine_side, &l, BENCH_PAIRS);
    bench_tell(what, "entries/s", &off, "5 M/s", "entries that carry reasons and windows; general triggers");
    engine_for(&l, 1);
    bench_pair on = bench_in_turn(engine_side, &l, machine_side, &l, BENCH_PAIRS);
    bench_tell("engine, log and reads kept", "entries/s", &on, "", "copying 250 bytes an entry; facts read, for `because`");
    lives_close(&l);
}

void bench_profile(long count)
{
    lives l;
    int64_t entries = 0;
    lives_open(&l, "/tmp");
    engine_for(&l, 0);
    double start = bench_processor();
    for (long n = 0; n < count; n++) {
        entries += run_engine(&l, (int32_t)(n % l.count));
    }
    printf("%lld entries, %.0f a second\n", (long long)entries, (double)entries / (bench_processor() - start));
    lives_close(&l);
}
