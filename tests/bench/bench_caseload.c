/* Caseloads of a thousand, a hundred thousand and (BENCH_BIG) a million lives through `moot run`: how fast, and that memory
 * does not grow with their number. The yardsticks are the same run on a thousand lives, and a loop that only parses. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/bench.h"
#include "tests/bench/generate.h"

#define SMALL 1000

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

/* Cases a second of one run of the program. */
static double moot_side(void *user)
{
    running *r = user;
    const char *argv[10] = { r->load->place->moot, "run", bench_script(BENCH_LIFE), "--cases", r->load->path,
                             "--jobs", "2", "--quiet" };
    if (r->sink == SINK_STORE) {
        (void)remove(r->store);
        argv[8] = "--store";
        const char *all[] = { argv[0], argv[1], argv[2], argv[3], argv[4], argv[5], argv[6], argv[7], argv[8], r->store, NULL };
        r->load->latest = bench_run(all);
    } else {
        argv[8] = "--json";
        r->load->latest = bench_run(argv);
    }
    return (double)r->load->count / r->load->latest.seconds;
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

static void tell_memory(const char *what, const caseload *ours, const caseload *small)
{
    bench_pair pair;
    pair.ours = (double)ours->latest.peak_kib;
    pair.yardstick = (double)small->latest.peak_kib;
    pair.ratio = pair.least = pair.most = pair.ours / pair.yardstick;
    bench_tell(what, "KiB at peak", &pair, "flat", "");
}

static const char *power(int64_t count)
{
    return count == 1000000 ? "10^6" : count == 100000 ? "10^5" : "10^3";
}

static void measure(caseload *load, caseload *small, sink where)
{
    static const char *const names[] = { [SINK_JSON] = "--json", [SINK_STORE] = "--store" };
    static const char *const limits[] = { [SINK_JSON] = "parsing lines, and the text of results",
                                          [SINK_STORE] = "SQLite's inserts; yardstick: 10^3 cases" };
    char what[64];
    running r = { where, "", load }, s = { where, "", small };
    snprintf(r.store, sizeof r.store, "%s/big.db", load->place->folder);
    snprintf(s.store, sizeof s.store, "%s/small.db", load->place->folder);
    snprintf(what, sizeof what, "%s cases, %s", power(load->count), names[where]);
    bench_pair pair = bench_in_turn(moot_side, &r, moot_side, &s, 1);
    bench_tell(what, "cases/s", &pair, "flat", where == SINK_JSON ? "yardstick: 10^3 cases" : limits[where]);
    snprintf(what, sizeof what, "%s cases, %s, memory", power(load->count), names[where]);
    tell_memory(what, load, small);
    if (where == SINK_JSON) {
        snprintf(what, sizeof what, "%s cases, %s, against parsing alone", power(load->count), names[where]);
        pair = bench_in_turn(moot_side, &r, parse_loop, load, 1);
        bench_tell(what, "cases/s", &pair, "", limits[where]);
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
