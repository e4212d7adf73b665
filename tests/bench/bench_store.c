/* Caseloads into a store, against a bare loop that inserts the same rows; and what the parts of the schema cost. */
#include <string.h>
#include <sys/stat.h>

#include "tests/bench/bench.h"
#include "tests/bench/generate.h"
#include "tests/bench/insert_loop.h"
#include "vm/base/base.h"

#define CASES 2000
#define VARIANT_PAIRS 3

typedef struct storing {
    const bench_place *place;
    bench_kind kind;
    char cases[4200], store[4200], loop_store[4200];
    const char *jobs;
    insert_loop *loop;
    insert_variant variant;
    /* rows a second of processor of each run at hand: the warm one first */
    double our_rates[BENCH_PAIRS + 1], loop_rates[BENCH_PAIRS + 1];
    int ours, loops;
} storing;

static void remove_store(const char *path)
{
    char side[4300];
    (void)remove(path);
    snprintf(side, sizeof side, "%s-wal", path);
    (void)remove(side);
    snprintf(side, sizeof side, "%s-shm", path);
    (void)remove(side);
}

static bench_child run_moot(const storing *s)
{
    const char *argv[] = { s->place->moot, "run",    bench_script(s->kind), "--cases", s->cases,
                           "--store",      s->store, "--jobs",              s->jobs,   "--quiet",
                           NULL };
    remove_store(s->store);
    return bench_run(argv);
}

static double moot_side(void *user)
{
    storing *s = user;
    double rows = (double)insert_loop_rows(s->loop);
    bench_child child = run_moot(s);
    s->our_rates[s->ours++] = rows / child.processor;
    return rows / child.seconds;
}

static double loop_side(void *user)
{
    storing *s = user;
    double rows = (double)insert_loop_rows(s->loop);
    insert_time time = insert_loop_run(s->loop, s->loop_store, INSERT_AS_STORED);
    s->loop_rates[s->loops++] = rows / time.processor;
    return rows / time.seconds;
}

static double whole_side(void *user)
{
    storing *s = user;
    return (double)insert_loop_rows(s->loop) / insert_loop_run(s->loop, s->loop_store, INSERT_AS_STORED).processor;
}

static double variant_side(void *user)
{
    storing *s = user;
    return (double)insert_loop_rows(s->loop) / insert_loop_run(s->loop, s->loop_store, s->variant).processor;
}

static void write_cases(storing *s, int csv)
{
    snprintf(s->cases, sizeof s->cases, "%s/store-cases%s", s->place->folder, csv ? "" : ".jsonl");
    if (csv) {
        (void)mkdir(s->cases, 0777);
        (void)bench_write_csv(s->kind, CASES, s->cases);
        return;
    }
    FILE *file = fopen(s->cases, "w");
    if (!file) {
        bench_fail("%s cannot be written", s->cases);
    }
    (void)bench_write_json(s->kind, CASES, file);
    if (fclose(file) != 0) {
        bench_fail("%s cannot be written", s->cases);
    }
}

/* ---- what the schema costs ---- */

static void tell_variants(storing *s)
{
    static const char *const names[INSERT_VARIANTS] = {
        [INSERT_NO_STRICT] = "  insert loop without STRICT",
        [INSERT_NO_CHECK] = "  insert loop without CHECK",
        [INSERT_NO_FOREIGN_KEYS] = "  insert loop without foreign keys",
        [INSERT_NO_UNIQUE_ID] = "  insert loop without UNIQUE (run, id)",
        [INSERT_NO_KEYS] = "  insert loop without any key",
    };
    for (int v = INSERT_AS_STORED + 1; v < INSERT_VARIANTS; v++) {
        s->variant = (insert_variant)v;
        bench_pair pair = bench_in_turn(variant_side, s, whole_side, s, VARIANT_PAIRS);
        bench_tell(names[v], "rows/cpu s", &pair, "", "over 1: what leaving it out would gain");
    }
}

static void measure(storing *s, int csv, const char *jobs)
{
    char what[64];
    s->jobs = jobs;
    snprintf(what, sizeof what, "%s to store, %s, --jobs %s", csv ? "CSV" : "JSON Lines",
             s->kind == BENCH_LIFE ? "life" : "stockport", jobs);
    s->ours = s->loops = 0;
    bench_pair pair = bench_in_turn(moot_side, s, loop_side, s, BENCH_PAIRS);
    bench_tell(what, "rows/s", &pair, strcmp(jobs, "2") == 0 ? "0.7" : "",
               strcmp(jobs, "2") == 0 ? "SQLite's inserts, in one thread" : "all of it in one thread");
    pair = bench_pair_of(s->our_rates + 1, s->loop_rates + 1, BENCH_PAIRS);
    bench_tell("  the same, by processor", "rows/cpu s", &pair, "", "the rest is reading, running and the result");
}

void bench_store(const bench_place *place)
{
    storing s;
    memset(&s, 0, sizeof s);
    s.place = place;
    s.kind = BENCH_STOCKPORT;
    s.jobs = "1";
    snprintf(s.store, sizeof s.store, "%s/moot.db", place->folder);
    snprintf(s.loop_store, sizeof s.loop_store, "%s/loop.db", place->folder);
    write_cases(&s, 0);
    (void)run_moot(&s);
    s.loop = insert_loop_new(s.store);
    fprintf(stderr, "%d cases, %.1f rows a case\n", CASES, (double)insert_loop_rows(s.loop) / CASES);
    measure(&s, 0, "1");
    measure(&s, 0, "2");
    tell_variants(&s);
    write_cases(&s, 1);
    measure(&s, 1, "2");
    insert_loop_free(s.loop);
    remove_store(s.store);
    remove_store(s.loop_store);
}
