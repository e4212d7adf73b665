#include <math.h>
#include <stdlib.h>

#include "vm/run/whatif_internal.h"

const int32_t moot_whatif__within[WHATIF_WITHIN] = { 28, 56, 91, MOOT_WHATIF_LASTS, MOOT_WHATIF_YEAR };

void moot_whatif__time(whatif_times *times, int32_t key, int32_t days, int happened)
{
    if (!moot_grow((void **)&times->list, &times->cap, times->count + 1, sizeof *times->list)) {
        times->failed = 1;
        return;
    }
    times->list[times->count++] = (whatif_time){ key, days < 0 ? 0 : days, happened };
}

/* Whatever order cases came in, the same lists come out. */
static int by_key(const void *left, const void *right)
{
    const whatif_time *x = left, *y = right;
    if (x->key != y->key) {
        return x->key < y->key ? -1 : 1;
    }
    return x->days != y->days ? (x->days < y->days ? -1 : 1) : x->happened - y->happened;
}

/* Within so many days it has come about in this share; NAN where all who were followed so long are none. */
static double percent_within(const moot_survival_step *steps, size_t count, int32_t days)
{
    const moot_survival_step *last = &steps[count - 1];
    return last->time < days && last->waiting > 0 ? (double)NAN : 100 * (1 - moot_survival_at(steps, count, days));
}

static void put_within(const moot_whatif *w, const moot_survival_step *steps, size_t count, double *of_group)
{
    int32_t nth = 0;
    for (int32_t i = 0; i < w->figures_count; i++) {
        if (w->figures[i].kind == MOOT_WHATIF_HOME_WITHIN) {
            of_group[i] = percent_within(steps, count, moot_whatif__within[nth++]);
        }
    }
}

moot_code moot_whatif__reduce_times(const moot_whatif *w, whatif_times *times, double *values, moot_err *err)
{
    if (times->failed || !moot_grow((void **)&times->lives, &times->lives_cap, times->count + 1, sizeof *times->lives)
        || !moot_grow((void **)&times->steps, &times->steps_cap, times->count + 1, sizeof *times->steps)) {
        return moot_fail_memory(err);
    }
    if (times->count > 0) { /* there is no list of none */
        qsort(times->list, times->count, sizeof *times->list, by_key);
    }
    for (size_t i = 0; i < times->count;) {
        int32_t key = times->list[i].key, figure = key % w->figures_count;
        size_t count = 0;
        for (; i < times->count && times->list[i].key == key; i++) {
            times->lives[count++] = (moot_followed){ times->list[i].days, times->list[i].happened };
        }
        size_t steps = moot_survival(times->lives, count, MOOT_STATS_LEVEL, times->steps);
        double error;
        values[key] = moot_survival_mean(times->steps, steps, MOOT_WHATIF_YEAR, &error);
        if (w->figures[figure].kind == MOOT_WHATIF_DAYS_HOME) {
            put_within(w, times->steps, steps, values + (key - figure));
        }
    }
    times->count = 0;
    return MOOT_OK;
}

void moot_whatif__times_done(whatif_times *times)
{
    moot_free(times->list);
    moot_free(times->lives);
    moot_free(times->steps);
}
