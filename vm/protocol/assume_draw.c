/* Drawing by inversion: a share of all becomes the value below which that share lies. */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

#include "vm/protocol/assume_internal.h"

#define CELLS 1024     /* of a gamma: between its quantiles a line is near enough … */
#define END_CELLS 16   /* … but for so many at either end, where the quantile is worked out */
#define LARGEST 1.0e15 /* whole numbers are exact up to here */

/* ---- quantiles ---- */

void moot_spread_fit(moot_spread *spread, double half, double most)
{
    const double nine_tenths = 1.2815515655446004; /* of the standard normal distribution */
    if (spread->family == MOOT_SPREAD_LOGNORMAL) {
        spread->a = log(half);
        spread->b = (log(most) - spread->a) / nine_tenths;
    } else {
        spread->b = log(log(10.0) / log(2.0)) / log(most / half);
        spread->a = half / pow(log(2.0), 1.0 / spread->b);
    }
}

/* The quantile of a gamma with scale 1. Newton's steps, held between bounds that close in: it cannot run away. */
static double gamma_quantile(double shape, double share)
{
    double low = 0, high = shape + 1;
    while (gsl_cdf_gamma_P(high, shape, 1) < share && high < LARGEST) {
        low = high;
        high *= 2;
    }
    double at = (low + high) / 2;
    for (int i = 0; i < 200 && high - low > 1e-12 * high; i++) {
        double off = gsl_cdf_gamma_P(at, shape, 1) - share;
        double slope = gsl_ran_gamma_pdf(at, shape, 1);
        if (off > 0) {
            high = at;
        } else {
            low = at;
        }
        double next = slope > 0 ? at - off / slope : low;
        if (fabs(next - at) <= 1e-13 * at) {
            return next;
        }
        at = next > low && next < high ? next : (low + high) / 2;
    }
    return at;
}

int moot_assume__cells(moot_assume *assume)
{
    int32_t gammas = 0;
    for (int32_t i = 0; i < assume->spreads_count; i++) {
        gammas += assume->spreads[i].family == MOOT_SPREAD_GAMMA;
    }
    assume->cells = moot_arena_array(&assume->arena, (size_t)gammas * (CELLS + 1) + 1, sizeof *assume->cells);
    for (int32_t i = 0; assume->cells && i < assume->spreads_count; i++) {
        moot_spread *s = &assume->spreads[i];
        if (s->family == MOOT_SPREAD_GAMMA) {
            s->cells = assume->cells_count;
            assume->cells_count += CELLS + 1;
            for (int32_t k = 1; k < CELLS; k++) {
                assume->cells[s->cells + k] = s->a * gamma_quantile(s->b, (double)k / CELLS);
            }
        }
    }
    return assume->cells != NULL;
}

static double gamma_between_cells(const moot_assume *assume, const moot_spread *s, double share)
{
    double at = share * CELLS;
    int32_t cell = (int32_t)at;
    if (cell < END_CELLS || cell >= CELLS - END_CELLS) {
        return s->a * gamma_quantile(s->b, share);
    }
    const double *cells = assume->cells + s->cells;
    return cells[cell] + (at - cell) * (cells[cell + 1] - cells[cell]);
}

static int64_t seen_at(const moot_assume *assume, const moot_spread *s, double share)
{
    const moot_seen *seen = assume->seen + s->seen.first;
    int32_t low = 0, high = s->seen.count - 1;
    int64_t nth = (int64_t)(share * (double)seen[high].upto);
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (nth < seen[middle].upto) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return seen[low].value;
}

/* What the C library's floor gives, without a call. */
static inline double whole_below(double value)
{
    if (!(value > -LARGEST && value < LARGEST)) {
        return floor(value);
    }
    double whole = (double)(int64_t)value;
    return whole > value ? whole - 1 : whole;
}

/* Each whole number from the lowest to the highest is as likely as another. */
static inline double between(const moot_spread *s, double share)
{
    return whole_below(s->a + share * (s->b - s->a + 1));
}

double moot_spread_quantile(const moot_assume *assume, int32_t spread, double share)
{
    const moot_spread *s = &assume->spreads[spread];
    switch ((moot_spread_family)s->family) {
    case MOOT_SPREAD_FIXED: return s->a;
    case MOOT_SPREAD_BETWEEN: return between(s, share);
    case MOOT_SPREAD_LOGNORMAL: return exp(s->a + s->b * gsl_cdf_ugaussian_Pinv(share));
    case MOOT_SPREAD_WEIBULL: return s->a * pow(-log1p(-share), 1 / s->b);
    case MOOT_SPREAD_GAMMA: return gamma_between_cells(assume, s, share);
    case MOOT_SPREAD_EXPONENTIAL: return -s->a * log1p(-share);
    case MOOT_SPREAD_EMPIRICAL: return (double)seen_at(assume, s, share);
    }
    MOOT_BUG("no spread is of the family %d", s->family);
}

int64_t moot_spread_draw(const moot_assume *assume, int32_t spread, uint64_t draw)
{
    const moot_spread *s = &assume->spreads[spread];
    double share = ((double)(draw >> 12) + 0.5) * (1.0 / 4503599627370496.0); /* never 0 and never 1 */
    double value = s->family == MOOT_SPREAD_BETWEEN ? between(s, share) : moot_spread_quantile(assume, spread, share);
    int64_t whole = value < LARGEST ? (int64_t)whole_below(value + 0.5) : (int64_t)LARGEST;
    return whole < s->low ? s->low : (whole > s->high ? s->high : whole);
}

/* ---- which row counts ---- */

int moot_assume_test(const moot_assume *assume, const moot_assumed_test *test, int known, int64_t value)
{
    if (test->kind == MOOT_ASSUMED_KNOWN || test->kind == MOOT_ASSUMED_UNKNOWN) {
        return known == (test->kind == MOOT_ASSUMED_KNOWN);
    }
    if (test->kind == MOOT_ASSUMED_RANGE) {
        return known && value >= test->low && value <= test->high;
    }
    for (int32_t i = 0; known && i < test->among.count; i++) {
        if (assume->ints[test->among.first + i] == value) {
            return 1;
        }
    }
    return 0;
}

static int holds(const moot_assume *assume, const moot_assumed_test *test, const moot_facts *facts, int32_t child)
{
    const moot_conditions *rules = &assume->protocol->rules;
    int low = 0, high = 0;
    if (test->fact == MOOT_ASSUMED_AGE) {
        int known = moot_age(rules, facts, child, &low, &high) && low == high;
        return moot_assume_test(assume, test, known, low);
    }
    moot_value value = moot_fact_value(rules, facts, test->fact, child, NULL);
    return moot_assume_test(assume, test, moot_known(value), value.a);
}

int32_t moot_assume_find(const moot_assume *assume, int32_t first, const moot_facts *facts, int32_t child)
{
    for (int32_t row = first; row >= 0; row = assume->rows[row].next) {
        moot_span tests = assume->rows[row].tests;
        int32_t i = 0;
        while (i < tests.count && holds(assume, &assume->tests[tests.first + i], facts, child)) {
            i++;
        }
        if (i == tests.count) {
            return row;
        }
    }
    return -1;
}
