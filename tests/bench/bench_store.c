/* Caseloads into a store, against a bare loop that inserts the same rows; and what the parts of the schema cost. */
#include <string.h>
#include <sys/stat.h>

#include "tests/bench/bench.h"
#include "tests/bench/generate.h"
#include "tests/bench/insert_loop.h"
#include "vm/base.h"

#define CASES 2000
#define VARIANT_PAIRS 3

typedef struct storing {
    const bench_place *place;
    bench_kind kind;
    char cases[4200], store[4200], loop_store[4200];
    const char *jobs;
    insert_loop *loop;
    insert_variant variant;
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
    return (double)insert_loop_rows(s->loop) / run_moot(s).seconds;
}

static double loop_side(void *user)
{
    storing *s = user;
    return (double)insert_loop_rows(s->loop) / insert_loop_run(s->loop, s->loop_store, INSERT_AS_STORED).seconds;
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
    bench_pair pair = bench_in_turn(moot_side, s, loop_side, s, BENCH_PAIRS);
    bench_tell(what, "rows/s", &pair, strcmp(jobs, "2") == 0 ? "0.7" : "",
               strcmp(jobs, "2") == 0 ? "SQLite's inserts, in one thread" : "all of it in one thread");
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
