/* bench: speed and memory as ratios to a yardstick that runs beside them.
 *
 * One program, build/<config>/tests/bench/bench, from the root of the tree:
 *
 *     bench [time|engine|world|triage|store|caseload|why|repl|load ...]  measures (default: all), then prints one table
 *     bench generate life|stockport N [-o FILE | --csv FOLDER]   a caseload of N made-up cases
 *     bench profile N                        the engine alone on N lives, for perf and callgrind
 *
 * A machine's speed drifts by half from minute to minute, so no figure is told without the yardstick's, taken in turn
 * with it: ours, yardstick, ours, yardstick. A ratio is the median of the pairs; the least and the most stand beside it.
 * What runs in this one thread is timed by its processor, which no other program lengthens; whole runs by the clock.
 *
 * The yardsticks: a table machine written by hand for the lives of life.lua (table_machine.h), a loop of the pathways of
 * pathway.lua (pathway_loop.h), the rules of triage.lua by hand (triage.h), a loop that inserts the
 * same rows by the same statements (insert_loop.h), a loop that only parses the same JSON (parse_loop in
 * bench_caseload.c), a loop that walks a table of days (bench_time.c), the same run on a thousand cases, and for reasons a loop that reads the log that they are of. */
#ifndef MOOT_BENCH_H
#define MOOT_BENCH_H

#include <stdint.h>
#include <stdio.h>

#define BENCH_PAIRS 5

/* One run of one side: what it measured, such as entries a second. */
typedef double bench_side(void *user);

typedef struct bench_pair {
    double ours, yardstick;    /* medians */
    double ratio, least, most; /* ours / yardstick, pair by pair: median and ends */
} bench_pair;

/* Runs both in turn, `pairs` times after one warm-up of each (none if pairs is 1). pairs <= 9. */
bench_pair bench_in_turn(bench_side *ours, void *our_user, bench_side *yardstick, void *their_user, int pairs);
/* The same of values that were taken already, in turn. */
bench_pair bench_pair_of(const double *ours, const double *yardstick, int pairs);
double bench_now(void);       /* seconds, of a clock that only goes forward */
double bench_processor(void); /* seconds of a processor that this program has used: for work that waits for nothing */

/* Keeps a line for the table that bench_print prints at the end. Texts are copied. */
void bench_tell(const char *what, const char *unit, const bench_pair *pair, const char *aim, const char *limit);
void bench_print(void);

/* Prints the sentence and ends the program: a benchmark cannot go on without what it measures. */
void bench_fail(const char *fmt, ...) __attribute__((noreturn, format(printf, 1, 2)));

/* A child process run to its end, standard output thrown away. */
typedef struct bench_child {
    double seconds, processor; /* by the clock; of all processors together */
    long peak_kib;
} bench_child;
bench_child bench_run(const char *const *argv);

/* What each part needs of the place where it runs. */
typedef struct bench_place {
    const char *moot;   /* the program */
    const char *folder; /* temporary, for caseloads and stores */
    int big;            /* BENCH_BIG is set: a million cases too */
} bench_place;

void bench_time(const bench_place *place);
void bench_engine(const bench_place *place);
void bench_world(const bench_place *place);
void bench_triage(const bench_place *place);
void bench_profile(long lives);
void bench_store(const bench_place *place);
void bench_caseload(const bench_place *place);
void bench_why(const bench_place *place);
void bench_repl(const bench_place *place);
void bench_load(const bench_place *place);

#endif
