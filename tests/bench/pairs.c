/* Pairs, medians and the table. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tests/bench/bench.h"

#define MOST_LINES 60
#define MOST_PAIRS 9

typedef struct line {
    char what[64], unit[24], aim[16], limit[200];
    bench_pair pair;
} line;

static line lines[MOST_LINES];
static int line_count;

static double seconds(clockid_t which)
{
    struct timespec now;
    clock_gettime(which, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double bench_now(void)
{
    return seconds(CLOCK_MONOTONIC);
}

double bench_processor(void)
{
    return seconds(CLOCK_PROCESS_CPUTIME_ID);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, by_size);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

bench_pair bench_pair_of(const double *ours, const double *yardstick, int pairs)
{
    double a[MOST_PAIRS], b[MOST_PAIRS], ratio[MOST_PAIRS];
    bench_pair pair;
    for (int i = 0; i < pairs; i++) {
        a[i] = ours[i];
        b[i] = yardstick[i];
        ratio[i] = a[i] / b[i];
    }
    pair.ours = median(a, pairs);
    pair.yardstick = median(b, pairs);
    pair.ratio = median(ratio, pairs);
    pair.least = ratio[0];
    pair.most = ratio[pairs - 1];
    return pair;
}

bench_pair bench_in_turn(bench_side *ours, void *our_user, bench_side *yardstick, void *their_user, int pairs)
{
    double a[MOST_PAIRS], b[MOST_PAIRS];
    if (pairs > 1) { /* warm */
        (void)ours(our_user);
        (void)yardstick(their_user);
    }
    for (int i = 0; i < pairs; i++) {
        a[i] = ours(our_user);
        b[i] = yardstick(their_user);
    }
    return bench_pair_of(a, b, pairs);
}

/* ---- the table ---- */

void bench_tell(const char *what, const char *unit, const bench_pair *pair, const char *aim, const char *limit)
{
    if (line_count == MOST_LINES) {
        bench_fail("the table of figures has no room for \"%s\"", what);
    }
    line *l = &lines[line_count++];
    snprintf(l->what, sizeof l->what, "%s", what);
    snprintf(l->unit, sizeof l->unit, "%s", unit);
    snprintf(l->aim, sizeof l->aim, "%s", aim);
    snprintf(l->limit, sizeof l->limit, "%s", limit);
    l->pair = *pair;
    fprintf(stderr, "%s: %.3f of the yardstick\n", what, pair->ratio); /* a sign of life: the table comes at the end */
}

/* 1234567 as "1,234,567"; small figures with a decimal. */
static const char *figure(double value, char *text, size_t size)
{
    char digits[32];
    if (value < 100) {
        snprintf(text, size, "%.2f", value);
        return text;
    }
    snprintf(digits, sizeof digits, "%.0f", value);
    size_t len = strlen(digits), to = 0;
    for (size_t i = 0; i < len && to + 2 < size; i++) {
        if (i > 0 && (len - i) % 3 == 0) {
            text[to++] = ',';
        }
        text[to++] = digits[i];
    }
    text[to] = '\0';
    return text;
}

void bench_print(void)
{
    char ours[32], theirs[32];
    printf("%-44s %-12s %12s %12s %7s  %-13s %-5s %s\n", "what", "unit", "ours", "yardstick", "ratio", "least-most",
           "aim", "what limits it");
    for (int i = 0; i < line_count; i++) {
        const line *l = &lines[i];
        char ends[32];
        snprintf(ends, sizeof ends, "%.2f-%.2f", l->pair.least, l->pair.most);
        printf("%-44s %-12s %12s %12s %7.3f  %-13s %-5s %s\n", l->what, l->unit, figure(l->pair.ours, ours, sizeof ours),
               figure(l->pair.yardstick, theirs, sizeof theirs), l->pair.ratio, ends, l->aim, l->limit);
    }
}

void bench_fail(const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    fputs("bench: ", stderr);
    vfprintf(stderr, fmt, args);
    fputc('\n', stderr);
    va_end(args);
    exit(1);
}
