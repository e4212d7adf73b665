/* Worlds: a council's cases that compete for a panel, what they do being drawn, against a loop that does the same by hand,
 * and against the same in SimPy. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/assume/assume.h"
#include "lua/compile/compile.h"
#include "tests/bench/bench.h"
#include "tests/bench/pathway_loop.h"
#include "vm/base/random.h"
#include "vm/run/world.h"

#define CASES 600
#define SECONDS_A_SIDE 0.4
#define SIMPY_REPLICATES 20
#define SIMPY_DAYS (366 * 4)
#define SCRIPT "tests/bench/pathway.lua"
#define ASSUMED "tests/bench/pathway.assume.lua"

typedef struct council {
    moot_protocol *protocol;
    moot_assume *assume;
    moot_model *model;
    moot_world *world;
    moot_input inputs[CASES];
    moot_record records[CASES];
    char ids[CASES][16];
    moot_instant referred[CASES];
    pathway_loop *loop;
    uint64_t replicate;
    int64_t entries, housed;
} council;

static void check(moot_code code, const moot_errs *errs)
{
    if (code) {
        bench_fail("%s", errs->count ? errs->list[0].msg : "worlds could not be run");
    }
}

static void refer_cases(council *c)
{
    int32_t event = 0;
    while (strcmp(c->protocol->events[event].decl.name, "referral") != 0) {
        event++;
    }
    for (int32_t i = 0; i < CASES; i++) {
        moot_draw_key key = { 1, 0, (uint64_t)i, 0, 0, 0, 0 };
        moot_record *r = &c->records[i];
        c->referred[i] = moot_day_start(c->protocol->zone, moot_day_of(2026, 1, 1)) + 60 * (moot_instant)moot_draw_below(&key, 365 * 1440);
        snprintf(c->ids[i], sizeof c->ids[i], "C%05d", (int)i);
        moot_input_init(&c->inputs[i]);
        c->inputs[i].id = c->ids[i];
        c->inputs[i].records = r;
        c->inputs[i].record_count = 1;
        r->kind = MOOT_RECORD_EVENT;
        r->number = 1;
        r->ref = event;
        r->at = moot_when_at(c->referred[i]);
        r->who = r->child = r->paid_by = r->outcome = r->fact = -1;
        r->due = r->session = moot_when_at(MOOT_NEVER);
    }
}

static void council_open(council *c, int keep_log)
{
    moot_errs errs;
    moot_options options = moot_options_default();
    options.keep_log = keep_log;
    options.keep_reads = 0;
    memset(c, 0, sizeof *c);
    moot_errs_init(&errs, 0);
    check(moot_protocol_load(SCRIPT, NULL, &c->protocol, &errs, NULL), &errs);
    check(moot_assume_load(ASSUMED, NULL, c->protocol, &c->assume, &errs), &errs);
    check(moot_model_new(c->assume, &c->model, NULL), &errs);
    check(moot_world_new(&options, &c->world, NULL), &errs);
    refer_cases(c);
    c->loop = pathway_loop_new(c->protocol->calendars[0], c->referred, CASES);
    moot_errs_done(&errs);
}

static void council_close(council *c)
{
    pathway_loop_free(c->loop);
    moot_world_free(c->world);
    moot_model_free(c->model);
    moot_assume_free(c->assume);
    moot_protocol_free(c->protocol);
}

/* What the loop tells of a life, and how much there was to it. */
static moot_code count_life(void *user, int32_t i, const moot_case *x, moot_err *err)
{
    council *c = user;
    (void)i;
    (void)err;
    c->entries += x->entry_count;
    c->housed += x->outcome && strcmp(x->outcome, "housed") == 0;
    return MOOT_OK;
}

static void run_world(council *c)
{
    moot_world_of of = { c->model, c->inputs, CASES, 1, c->replicate++, MOOT_NEVER, 0, NULL };
    if (moot_world_each(c->world, &of, count_life, c, NULL)) {
        bench_fail("a world could not be run");
    }
}

static void run_loop(council *c)
{
    (void)pathway_loop_run(c->loop, 1, c->replicate++);
}

/* Lives a second of one processor. */
static double rate(council *c, void (*run)(council *))
{
    int64_t lives = 0;
    double start = bench_processor(), now = start;
    while (now - start < SECONDS_A_SIDE) {
        run(c);
        lives += CASES;
        now = bench_processor();
    }
    return (double)lives / (now - start);
}

static double world_side(void *user)
{
    return rate(user, run_world);
}

static double loop_side(void *user)
{
    return rate(user, run_loop);
}

/* A yardstick that does other work measures nothing: over 50 replicates both house as many, within two of a hundred. */
static double entries_a_life(council *c)
{
    int64_t theirs = 0;
    c->entries = c->housed = 0;
    for (uint64_t r = 0; r < 50; r++) {
        c->replicate = r;
        run_world(c);
        theirs += pathway_loop_run(c->loop, 1, r);
    }
    if (fabs((double)c->housed / (double)theirs - 1) > 0.02) {
        bench_fail("worlds house %lld, the loop %lld", (long long)c->housed, (long long)theirs);
    }
    return (double)c->entries / 50 / CASES;
}

/* ---- beside SimPy ---- */

/* What the model in Python cannot work out as moot does: working days. */
static void write_council(const council *c, const char *path)
{
    FILE *out = fopen(path, "w");
    moot_day first = moot_day_of(2026, 1, 1);
    if (!out) {
        bench_fail("%s cannot be written", path);
    }
    fprintf(out, "{\"first_day\":%d,\"next_working\":[0", (int)first);
    for (moot_day day = first + 1; day < first + SIMPY_DAYS; day++) {
        fprintf(out, ",%d", (int)(moot_calendar_add_working(c->protocol->calendars[0], day, 1) - day));
    }
    fprintf(out, "],\"referred\":[");
    for (int32_t i = 0; i < CASES; i++) {
        fprintf(out, "%s%lld", i ? "," : "", (long long)c->referred[i]);
    }
    fprintf(out, "]}\n");
    fclose(out);
}

/* Lives a second, and how many of a hundred are housed; 0 where there is no SimPy. */
static double ask_simpy(const char *path, double *out_housed)
{
    char command[4300];
    double lives = 0, housed = 0;
    snprintf(command, sizeof command, "/usr/bin/python3 tests/bench/pathway_simpy.py '%s' %d 2>&1", path, SIMPY_REPLICATES);
    FILE *said = popen(command, "r");
    int told = said ? fscanf(said, "%lf %lf", &lives, &housed) : 0;
    if (said && pclose(said) != 0) {
        told = 0;
    }
    *out_housed = housed * 100 / SIMPY_REPLICATES / CASES;
    return told == 2 ? lives : 0;
}

/* The same lives in the simulation library that Debian has. Its luck is its own, so it is held to the share that is housed. */
static void beside_simpy(council *c, const bench_place *place)
{
    char path[4200];
    double ours[BENCH_PAIRS], theirs[BENCH_PAIRS], housed = 0;
    snprintf(path, sizeof path, "%s/pathway.json", place->folder);
    write_council(c, path);
    if (ask_simpy(path, &housed) <= 0) {
        fprintf(stderr, "worlds beside SimPy: left out, /usr/bin/python3 finds no SimPy 2 (apt-get install python3-simpy)\n");
        return;
    }
    double of_loop = 0;
    for (uint64_t r = 0; r < 50; r++) {
        of_loop += (double)pathway_loop_run(c->loop, 1, r) * 100 / 50 / CASES;
    }
    if (fabs(housed / of_loop - 1) > 0.02) {
        bench_fail("SimPy houses %.1f of a hundred, the loop %.1f", housed, of_loop);
    }
    for (int i = 0; i < BENCH_PAIRS; i++) {
        ours[i] = world_side(c);
        theirs[i] = ask_simpy(path, &housed);
    }
    bench_pair pair = bench_pair_of(ours, theirs, BENCH_PAIRS);
    bench_tell("worlds, log off, beside SimPy", "lives/s", &pair, "", "a process a case and one for its duty, in Python");
}

void bench_world(const bench_place *place)
{
    council *c = malloc(sizeof *c);
    char what[80];
    if (!c) {
        bench_fail("no memory for a council");
    }
    council_open(c, 0);
    snprintf(what, sizeof what, "worlds, log off (%.1f entries a life)", entries_a_life(c));
    bench_pair off = bench_in_turn(world_side, c, loop_side, c, BENCH_PAIRS);
    bench_tell(what, "lives/s", &off, "0.5", "18,500 instructions a life, the loop 4,460; bench/README.md");
    beside_simpy(c, place);
    council_close(c);
    council_open(c, 1);
    bench_pair on = bench_in_turn(world_side, c, loop_side, c, BENCH_PAIRS);
    bench_tell("worlds, log kept", "lives/s", &on, "", "the same, and 192 bytes an entry, each filled and folded");
    council_close(c);
    free(c);
}
