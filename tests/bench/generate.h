/* generate: caseloads of any size, drawn from a fixed seed: the same number of cases gives the same bytes, and a larger
 * caseload begins with the smaller one. */
#ifndef MOOT_BENCH_GENERATE_H
#define MOOT_BENCH_GENERATE_H

#include <stdint.h>
#include <stdio.h>

typedef enum bench_kind {
    BENCH_LIFE,     /* for tests/bench/life.lua           */
    BENCH_STOCKPORT /* for protocols/stockport-2018.lua   */
} bench_kind;

const char *bench_script(bench_kind kind); /* path of its protocol */
/* JSON Lines. Returns the number of events written. */
int64_t bench_write_json(bench_kind kind, int64_t cases, FILE *out);
/* cases.csv and events.csv in a folder that exists. */
int64_t bench_write_csv(bench_kind kind, int64_t cases, const char *folder);
/* One case of Stockport, as a line of JSON, of about 25 entries for each round: a young person who refuses offers and turns to
 * the drop-in, week after week. */
void bench_write_long(const char *path, int rounds);

#endif
