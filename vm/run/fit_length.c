/* Lengths of time, some not followed to their end: lognormal and Weibull by maximum likelihood, and how far each is from what
 * was observed. */
#include "vm/run/fit.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#define ROUNDS 500
#define CLOSE 1e-9

static double length_of(const moot_followed *life)
{
    return life->time > 0 ? (double)life->time : 0.5;
}

/* Expectation and maximisation: who was lost at log time z has, of the lengths that are longer, their mean and mean square. */
static void fit_lognormal(const moot_followed *lives, size_t count, double *out_mean, double *out_deviation)
{
    double mean = 0, deviation = 1;
    for (size_t i = 0; i < count; i++) {
        mean += log(length_of(&lives[i])) / (double)count;
    }
    for (int round = 0; round < ROUNDS; round++) {
        double sum = 0, squares = 0;
        for (size_t i = 0; i < count; i++) {
            double z = log(length_of(&lives[i]));
            if (lives[i].happened) {
                sum += z;
                squares += z * z;
                continue;
            }
            double u = (z - mean) / deviation, beyond = gsl_cdf_ugaussian_Q(u);
            double hazard = beyond > DBL_MIN ? gsl_ran_ugaussian_pdf(u) / beyond : u;
            sum += mean + deviation * hazard;
            squares += mean * mean + deviation * deviation + deviation * hazard * (z + mean);
        }
        double next = sum / (double)count, variance = squares / (double)count - next * next;
        double spread = variance > 1e-12 ? sqrt(variance) : 1e-6;
        int done = fabs(next - mean) < CLOSE && fabs(spread - deviation) < CLOSE;
        mean = next;
        deviation = spread;
        if (done) {
            break;
        }
    }
    *out_mean = mean;
    *out_deviation = deviation;
}

/* The derivative of the likelihood by the shape, the scale being the best for it. It falls as the shape grows. Lengths are taken
 * by the longest, so that no power overflows. */
static double shape_score(const moot_followed *lives, size_t count, double longest, double shape)
{
    double powers = 0, weighted = 0, logs = 0, events = 0;
    for (size_t i = 0; i < count; i++) {
        double log_time = log(length_of(&lives[i]) / longest), power = exp(shape * log_time);
        powers += power;
        weighted += power * log_time;
        logs += lives[i].happened ? log_time : 0;
        events += lives[i].happened != 0;
    }
    return 1 / shape + logs / events - weighted / powers;
}

static void fit_weibull(const moot_followed *lives, size_t count, double *out_scale, double *out_shape)
{
    double low = 1e-3, high = 1e3, longest = 0.5, powers = 0, events = 0;
    for (size_t i = 0; i < count; i++) {
        longest = length_of(&lives[i]) > longest ? length_of(&lives[i]) : longest;
    }
    for (int round = 0; round < 200; round++) {
        double middle = sqrt(low * high);
        if (shape_score(lives, count, longest, middle) > 0) {
            low = middle;
        } else {
            high = middle;
        }
    }
    for (size_t i = 0; i < count; i++) {
        powers += pow(length_of(&lives[i]) / longest, low);
        events += lives[i].happened != 0;
    }
    *out_shape = low;
    *out_scale = longest * pow(powers / events, 1 / low);
}

/* The share in whom it has happened by a length. */
static double happened_by(const moot_fit_length *length, double time)
{
    if (length->family == MOOT_FIT_FIXED) {
        return time >= length->a;
    }
    return length->family == MOOT_FIT_LOGNORMAL ? gsl_cdf_lognormal_P(time, length->a, length->b)
                                                : gsl_cdf_weibull_P(time, length->a, length->b);
}

double moot_fit_within(const moot_fit_length *length, double share)
{
    if (length->family == MOOT_FIT_FIXED) {
        return length->a;
    }
    return length->family == MOOT_FIT_LOGNORMAL ? gsl_cdf_lognormal_Pinv(share, length->a, length->b)
                                                : gsl_cdf_weibull_Pinv(share, length->a, length->b);
}

/* Whole units are recorded: a length stands for half a unit on either side of it, so the curve is looked at there. */
static double distance_of(const moot_fit_length *length, const moot_survival_step *steps, size_t count)
{
    double most = 0, before = 1;
    for (size_t i = 0; i < count; i++) {
        double time = (double)steps[i].time;
        double low = fabs(before - (1 - happened_by(length, time > 0 ? time - 0.5 : 0)));
        double high = fabs(steps[i].waiting - (1 - happened_by(length, time + 0.5)));
        most = steps[i].happened && low > most ? low : most;
        most = steps[i].happened && high > most ? high : most;
        before = steps[i].waiting;
    }
    return most;
}

void moot_fit_length_of(moot_followed *lives, size_t count, moot_survival_step *steps, moot_fit_length *out)
{
    moot_fit_length lognormal = { .family = MOOT_FIT_LOGNORMAL }, weibull = { .family = MOOT_FIT_WEIBULL };
    int64_t low = INT64_MAX, high = INT64_MAX;
    size_t step_count = moot_survival(lives, count, MOOT_STATS_LEVEL, steps);
    fit_lognormal(lives, count, &lognormal.a, &lognormal.b);
    fit_weibull(lives, count, &weibull.a, &weibull.b);
    lognormal.distance = distance_of(&lognormal, steps, step_count);
    weibull.distance = distance_of(&weibull, steps, step_count);
    *out = lognormal.distance <= weibull.distance ? lognormal : weibull;
    for (size_t i = 0; i < count; i++) {
        out->happened += lives[i].happened != 0;
        out->lost += lives[i].happened == 0;
    }
    out->half = out->half_low = out->half_high = out->nine = INT64_MAX;
    if (!moot_survival_quantile(steps, step_count, 0.5, &out->half, &out->half_low, &out->half_high)) {
        out->half_low = out->half_high = INT64_MAX;
    }
    if (!moot_survival_quantile(steps, step_count, 0.9, &out->nine, &low, &high)) {
        out->nine = INT64_MAX;
    }
    if (out->happened > 0 && lognormal.b < 1e-3) { /* all alike */
        *out = (moot_fit_length){ MOOT_FIT_FIXED, exp(lognormal.a), 0, 0, out->happened, out->lost, out->half,
                                  out->half_low, out->half_high, out->nine };
    }
}
