#include "vm/base/stats.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

static int by_time(const void *left, const void *right)
{
    const moot_followed *a = left, *b = right;
    return (a->time > b->time) - (a->time < b->time);
}

/* Two-sided: 1.96 for 0.95. */
static double normal_width(double level)
{
    return gsl_cdf_ugaussian_Pinv(0.5 + level / 2);
}

/* On the scale of log(-log(s)): s to the power of exp(+-z * error), the error being that of log(-log(s)). */
static void interval(moot_survival_step *step, double z)
{
    step->low = step->high = NAN;
    if (step->waiting > 0 && step->waiting < 1) {
        double error = sqrt(step->variance) / log(step->waiting);
        step->low = pow(step->waiting, exp(-z * error));
        step->high = pow(step->waiting, exp(z * error));
    }
}

size_t moot_survival(moot_followed *lives, size_t count, double level, moot_survival_step *out)
{
    size_t steps = 0;
    double z = normal_width(level), waiting = 1, variance = 0;
    if (count > 0) {
        qsort(lives, count, sizeof *lives, by_time);
    }
    for (size_t i = 0; i < count;) {
        moot_survival_step *step = &out[steps++];
        *step = (moot_survival_step){ .time = lives[i].time, .at_risk = (int64_t)(count - i) };
        for (; i < count && lives[i].time == step->time; i++) {
            step->happened += lives[i].happened != 0;
            step->lost += lives[i].happened == 0;
        }
        double at_risk = (double)step->at_risk, happened = (double)step->happened;
        if (step->happened > 0) {
            waiting = step->happened == step->at_risk ? 0 : waiting * (1 - happened / at_risk);
            variance += waiting > 0 ? happened / (at_risk * (at_risk - happened)) : 0;
        }
        step->waiting = waiting;
        step->variance = variance;
        interval(step, z);
    }
    return steps;
}

double moot_survival_at(const moot_survival_step *steps, size_t count, int64_t time)
{
    double waiting = 1;
    for (size_t i = 0; i < count && steps[i].time <= time; i++) {
        waiting = steps[i].waiting;
    }
    return waiting;
}

/* Shares are products: what is written as a half may be half a unit of the last place above it. */
static int no_more_than(double waiting, double rest)
{
    return waiting <= rest + 1e-9;
}

int moot_survival_quantile(const moot_survival_step *steps, size_t count, double share, int64_t *out_time, int64_t *out_low,
                           int64_t *out_high)
{
    double rest = 1 - share;
    int64_t time = INT64_MAX, low = INT64_MAX, high = INT64_MAX;
    for (size_t i = count; i-- > 0;) {
        const moot_survival_step *s = &steps[i];
        time = no_more_than(s->waiting, rest) ? s->time : time;
        low = !isnan(s->low) && no_more_than(s->low, rest) ? s->time : low;
        high = !isnan(s->high) && no_more_than(s->high, rest) ? s->time : high;
    }
    if (time == INT64_MAX) {
        return 0;
    }
    *out_time = time;
    *out_low = low;
    *out_high = high;
    return 1;
}

/* The area from each event on weighs the variance that the event brings. */
double moot_survival_mean(const moot_survival_step *steps, size_t count, int64_t until, double *out_error)
{
    double area = 0, variance = 0;
    int64_t right = until;
    for (size_t i = count; i-- > 0;) {
        const moot_survival_step *s = &steps[i];
        if (s->time >= until) {
            continue;
        }
        area += s->waiting * (double)(right - s->time);
        right = s->time;
        if (s->happened > 0 && s->happened < s->at_risk) {
            double at_risk = (double)s->at_risk, happened = (double)s->happened;
            variance += area * area * happened / (at_risk * (at_risk - happened));
        }
    }
    *out_error = sqrt(variance);
    return area + (double)right;
}

moot_figure moot_mean_of(const double *values, size_t count, double level)
{
    moot_figure f = { NAN, NAN, NAN, NAN, (int64_t)count };
    double mean = 0, squares = 0;
    for (size_t i = 0; i < count; i++) {
        double off = values[i] - mean;
        mean += off / (double)(i + 1);
        squares += off * (values[i] - mean);
    }
    if (count > 0) {
        f.value = mean;
    }
    if (count > 1) {
        double freedom = (double)(count - 1);
        f.deviation = sqrt(squares / freedom);
        double half = gsl_cdf_tdist_Pinv(0.5 + level / 2, freedom) * f.deviation / sqrt((double)count);
        f.low = mean - half;
        f.high = mean + half;
    }
    return f;
}

moot_figure moot_share_of(int64_t hits, int64_t of, double level)
{
    moot_figure f = { NAN, NAN, NAN, NAN, of };
    if (of <= 0) {
        return f;
    }
    double n = (double)of, p = (double)hits / n, z = normal_width(level);
    double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    f.value = p;
    f.deviation = sqrt(p * (1 - p));
    f.low = hits == 0 ? 0 : middle - half;
    f.high = hits == of ? 1 : middle + half;
    return f;
}

double moot_quantile_of(const int64_t *sorted, size_t count, double share)
{
    double place = (double)(count - 1) * share;
    size_t below = (size_t)place;
    double part = place - (double)below;
    double low = (double)sorted[below];
    return part > 0 ? low + part * ((double)sorted[below + 1] - low) : low;
}

double moot_stats_round(double value, int places)
{
    static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
    double rounded = round(value * powers[places]) / powers[places];
    return rounded == 0 ? 0 : rounded; /* -0 is 0 */
}
