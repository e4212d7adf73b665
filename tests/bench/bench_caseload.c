/* Caseloads of a thousand, a hundred thousand and (BENCH_BIG) a million lives through `moot run`: how fast, and that memory
 * does not grow with their number. The yardsticks are the same run on a thousand lives, and a loop that only parses. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/bench.h"
#include "tests/bench/generate.h"

#define SMALL 1000
#define SMALL_TIMES 5

typedef enum sink { SINK_JSON, SINK_STORE } sink;

typedef struct caseload {
    const bench_place *place;
    int64_t count;
    char path[4200];
    bench_child latest;
} caseload;

typedef struct running {
    sink sink;
    char store[4200];
    caseload *load;
} running;

static void write_load(caseload *load, const bench_place *place, int64_t count)
{
    load->place = place;
    load->count = count;
    snprintf(load->path, sizeof load->path, "%s/lives-%lld.jsonl", place->folder, (long long)count);
    FILE *file = fopen(load->path, "w");
    if (!file) {
        bench_fail("%s cannot be written", load->path);
    }
    (void)bench_write_json(BENCH_LIFE, count, file);
    if (fclose(file) != 0) {
        bench_fail("%s cannot be written; the disk may be full", load->path);
    }
}

static void run_once(const running *r)
{
    const char *argv[12] = { r->load->place->moot, "run", bench_script(BENCH_LIFE), "--cases", r->load->path,
                             "--jobs", "2", "--quiet", "--json" };
    if (r->sink == SINK_STORE) {
        (void)remove(r->store);
        argv[8] = "--store";
        argv[9] = r->store;
    }
    bench_child child = bench_run(argv);
    r->load->latest.seconds += child.seconds;
    r->load->latest.peak_kib = child.peak_kib > r->load->latest.peak_kib ? child.peak_kib : r->load->latest.peak_kib;
}

/* Cases a second of the program; a small caseload several times over, as it is soon done. */
static double moot_side(void *user)
{
    running *r = user;
    int times = r->load->count == SMALL ? SMALL_TIMES : 1;
    memset(&r->load->latest, 0, sizeof r->load->latest);
    for (int i = 0; i < times; i++) {
        run_once(r);
    }
    return (double)(r->load->count * times) / r->load->latest.seconds;
}

/* Cases a second of reading each line and parsing it, nothing else. */
static double parse_loop(void *user)
{
    const caseload *load = user;
    char *line = NULL;
    size_t room = 0;
    int64_t cases = 0;
    FILE *file = fopen(load->path, "r");
    double start = bench_now();
    for (ssize_t len; file && (len = getline(&line, &room, file)) > 0;) {
        json_t *parsed = json_loadb(line, (size_t)len, JSON_REJECT_DUPLICATES, NULL);
        cases += json_object_get(parsed, "id") != NULL;
        json_decref(parsed);
    }
    double seconds = bench_now() - start;
    free(line);
    if (!file || cases != load->count) {
        bench_fail("%s does not parse", load->path);
    }
    fclose(file);
    return (double)cases / seconds;
}

/* ---- a size ---- */

static bench_pair once(double ours, double yardstick)
{
    double ratio = ours / yardstick;
    bench_pair pair = { ours, yardstick, ratio, ratio, ratio };
    return pair;
}

static const char *power(int64_t count)
{
    return count == 1000000 ? "10^6" : count == 100000 ? "10^5" : "10^3";
}

/* Once each: a run this long is its own average. */
static void measure(caseload *load, caseload *small, sink where)
{
    static const char *const names[] = { [SINK_JSON] = "--json", [SINK_STORE] = "--store" };
    char what[64];
    running r = { where, "", load }, s = { where, "", small };
    snprintf(r.store, sizeof r.store, "%s/big.db", load->place->folder);
    snprintf(s.store, sizeof s.store, "%s/small.db", load->place->folder);
    bench_pair pair = bench_in_turn(moot_side, &r, moot_side, &s, 1);
    snprintf(what, sizeof what, "%s cases, %s, against 10^3", power(load->count), names[where]);
    bench_tell(what, "cases/s", &pair, "1", where == SINK_STORE ? "SQLite's inserts, in one thread" : "the text of results");
    double ours = pair.ours;
    pair = once((double)load->latest.peak_kib, (double)small->latest.peak_kib);
    bench_tell("  its peak memory", "KiB", &pair, "flat", where == SINK_STORE ? "SQLite's page caches, once full" : "");
    if (where == SINK_JSON) {
        pair = once(ours, parse_loop(load));
        bench_tell("  against parsing its lines alone", "cases/s", &pair, "", "the text of results");
    }
    (void)remove(r.store);
    (void)remove(s.store);
}

void bench_caseload(const bench_place *place)
{
    caseload small, big;
    memset(&small, 0, sizeof small);
    memset(&big, 0, sizeof big);
    json_object_seed(1);
    write_load(&small, place, SMALL);
    for (int64_t count = 100000; count <= (place->big ? 1000000 : 100000); count *= 10) {
        write_load(&big, place, count);
        measure(&big, &small, SINK_JSON);
        measure(&big, &small, SINK_STORE);
        (void)remove(big.path);
    }
    (void)remove(small.path);
}
