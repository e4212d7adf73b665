/* Time: adding 10,000 working days against adding 10, which is constant time if the ratio stays by 1; and due dates a
 * second, with the trace left out and told, against a bare loop in C that does the same by walking a table of days. */
#include <stdlib.h>

#include "bench.h"
#include "vm/calendar/calendar.h"

#define COUNTS 400000
#define TRACES 20000
#define FIRST_YEAR 2012

typedef struct times {
    moot_zone *zone;
    moot_calendar *calendar;
    int days; /* working days to add */
    unsigned char shut[MOOT_DAY_MAX - MOOT_DAY_MIN + 1]; /* the bare loop's table */
    long long sum; /* so that nothing is left out as unused */
} times;

static void times_open(times *t)
{
    if (moot_zone_load("Europe/London", &t->zone, NULL) || moot_calendar_new(t->zone, "", &t->calendar, NULL) ||
        moot_calendar_freeze(t->calendar, NULL)) {
        bench_fail("the calendar does not load");
    }
    for (moot_day day = MOOT_DAY_MIN; day <= MOOT_DAY_MAX; day++) {
        t->shut[day - MOOT_DAY_MIN] = !moot_calendar_working(t->calendar, day);
    }
}

static double add_side(void *user)
{
    times *t = user;
    moot_day first = moot_day_of(FIRST_YEAR, 1, 1);
    double start = bench_processor();
    for (int i = 0; i < COUNTS; i++) {
        t->sum += moot_calendar_add_working(t->calendar, first + i % 5000, t->days);
    }
    return COUNTS / (bench_processor() - start);
}

static double due_side(void *user)
{
    times *t = user;
    moot_duration within = { t->days, MOOT_WORKING_DAYS };
    moot_instant first = moot_day_start(t->zone, moot_day_of(FIRST_YEAR, 1, 1));
    double start = bench_processor();
    for (int i = 0; i < COUNTS; i++) {
        t->sum += moot_calendar_due(t->calendar, first + (i % 5000) * 86400LL, within, MOOT_COUNT_OF).at;
    }
    return COUNTS / (bench_processor() - start);
}

static void count_line(void *user, moot_day day, int number, const char *text)
{
    times *t = user;
    t->sum += day + number + text[0];
}

static double trace_side(void *user)
{
    times *t = user;
    moot_duration within = { t->days, MOOT_WORKING_DAYS };
    moot_instant first = moot_day_start(t->zone, moot_day_of(FIRST_YEAR, 1, 1));
    double start = bench_processor();
    for (int i = 0; i < TRACES; i++) {
        moot_instant from = first + (i % 5000) * 86400LL;
        t->sum += moot_calendar_explain(t->calendar, from, within, MOOT_COUNT_OF, count_line, t).at;
    }
    return TRACES / (bench_processor() - start);
}

/* What somebody would write who needs no reasons: one look a day, and no zone. */
static double loop_side(void *user)
{
    times *t = user;
    moot_day first = moot_day_of(FIRST_YEAR, 1, 1);
    double start = bench_processor();
    for (int i = 0; i < COUNTS; i++) {
        moot_day day = first + i % 5000;
        for (int left = t->days; left > 0;) {
            day++;
            left -= !t->shut[day - MOOT_DAY_MIN];
        }
        t->sum += (day + 1) * 86400LL - 1;
    }
    return COUNTS / (bench_processor() - start);
}

void bench_time(const bench_place *place)
{
    static times far, near;
    (void)place;
    times_open(&far);
    near = far;
    far.days = 10000;
    near.days = 10;
    bench_pair add = bench_in_turn(add_side, &far, add_side, &near, BENCH_PAIRS);
    bench_tell("adding 10,000 working days, against 10", "sums/s", &add, "> 0.5", "the look-ups lie further apart");
    bench_pair due = bench_in_turn(due_side, &near, loop_side, &near, BENCH_PAIRS);
    bench_tell("due dates of 10 working days, traces off", "dates/s", &due, "", "the loop knows no zone and no convention");
    bench_pair told = bench_in_turn(trace_side, &near, loop_side, &near, BENCH_PAIRS);
    bench_tell("  with the trace told, day by day", "dates/s", &told, "", "16 lines of text a date");
    moot_calendar_free(far.calendar);
    moot_zone_free(far.zone);
}
