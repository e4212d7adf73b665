/* Drawing from assumptions: each family against what is known of it, whole units, bounds, and shares by inversion. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "vm/protocol/assume.h"

typedef struct drawn {
    moot_protocol *protocol;
    moot_assume *assume;
    moot_err err;
} drawn;

static void begin(drawn *d)
{
    moot_err_init(&d->err);
    assert_int_equal(moot_protocol_new("x", &d->protocol, &d->err), MOOT_OK);
    assert_int_equal(moot_assume_new(d->protocol, &d->assume, &d->err), MOOT_OK);
}

static void freeze(drawn *d)
{
    assert_int_equal(moot_assume_freeze(d->assume, &d->err), MOOT_OK);
}

static void end(drawn *d)
{
    moot_assume_free(d->assume);
    moot_protocol_free(d->protocol);
}

static moot_spread *add(drawn *d, moot_spread_family family, double a, double b)
{
    moot_spread *s = moot_assume_add_spread(d->assume);
    assert_non_null(s);
    s->family = (uint8_t)family;
    s->a = a;
    s->b = b;
    return s;
}

static void expect_near(double value, double expected, double off)
{
    if (!(fabs(value - expected) <= off * fabs(expected))) {
        fail_msg("%.10g came, %.10g was expected", value, expected);
    }
}

/* The k-th of n equally far draws. */
static uint64_t draw_of(int k, int n)
{
    return (uint64_t)(((double)k + 0.5) / n * 18446744073709551616.0);
}

/* ---- families ---- */

static void a_fixed_length_is_always_that(void **state)
{
    drawn d;
    (void)state;
    begin(&d);
    add(&d, MOOT_SPREAD_FIXED, 2, 0);
    freeze(&d);
    assert_int_equal(moot_spread_draw(d.assume, 0, 0), 2);
    assert_int_equal(moot_spread_draw(d.assume, 0, UINT64_MAX), 2);
    end(&d);
}

static void between_takes_each_whole_unit_alike_both_ends_in(void **state)
{
    drawn d;
    int count[7] = { 0 };
    (void)state;
    begin(&d);
    add(&d, MOOT_SPREAD_BETWEEN, 1, 7);
    freeze(&d);
    for (int k = 0; k < 7000; k++) {
        int64_t value = moot_spread_draw(d.assume, 0, draw_of(k, 7000));
        assert_in_range(value, 1, 7);
        count[value - 1]++;
    }
    for (int i = 0; i < 7; i++) {
        assert_int_equal(count[i], 1000);
    }
    end(&d);
}

/* ln 12 and (ln 45 - ln 12) / 1.28155; a Weibull with k = ln(ln 10 / ln 2) / ln(45 / 12). */
static void half_and_nine_in_ten_are_where_they_were_said(void **state)
{
    drawn d;
    (void)state;
    begin(&d);
    moot_spread_fit(add(&d, MOOT_SPREAD_LOGNORMAL, 0, 0), 12, 45);
    moot_spread_fit(add(&d, MOOT_SPREAD_WEIBULL, 0, 0), 12, 45);
    freeze(&d);
    expect_near(d.assume->spreads[0].a, 2.4849066, 1e-6);
    expect_near(d.assume->spreads[0].b, 1.0313716, 1e-6);
    expect_near(d.assume->spreads[1].b, 0.9082959, 1e-6);
    for (int32_t i = 0; i < 2; i++) {
        expect_near(moot_spread_quantile(d.assume, i, 0.5), 12, 1e-9);
        expect_near(moot_spread_quantile(d.assume, i, 0.9), 45, 1e-9);
        assert_int_equal(moot_spread_draw(d.assume, i, draw_of(0, 1)), 12);
    }
    end(&d);
}

/* -10 ln(1 - p) */
static void an_exponential_has_its_quantiles(void **state)
{
    drawn d;
    (void)state;
    begin(&d);
    add(&d, MOOT_SPREAD_EXPONENTIAL, 10, 0);
    freeze(&d);
    expect_near(moot_spread_quantile(d.assume, 0, 0.5), 6.931471806, 1e-9);
    expect_near(moot_spread_quantile(d.assume, 0, 0.99), 46.05170186, 1e-9);
    end(&d);
}

/* Shape 1 is exponential; with shape 2 the share below x is 1 - (1 + x) e^-x: half below 1.678347, nine in ten below
 * 3.889720, one in a thousand below 0.0454020, and all but one in a thousand below 9.233413. */
static void a_gamma_has_its_quantiles(void **state)
{
    drawn d;
    (void)state;
    begin(&d);
    add(&d, MOOT_SPREAD_GAMMA, 10, 1);
    add(&d, MOOT_SPREAD_GAMMA, 1, 2);
    freeze(&d);
    expect_near(moot_spread_quantile(d.assume, 0, 0.5), 6.931471806, 1e-4);
    expect_near(moot_spread_quantile(d.assume, 1, 0.5), 1.678346990, 1e-4);
    expect_near(moot_spread_quantile(d.assume, 1, 0.9), 3.889720170, 1e-4);
    expect_near(moot_spread_quantile(d.assume, 1, 0.999), 9.233413, 1e-6);
    expect_near(moot_spread_quantile(d.assume, 1, 0.001), 0.0454020, 1e-4);
    end(&d);
}

/* The widest shapes that a script may give: quantiles rise, and the mean is scale times shape. */
static void a_gamma_of_any_shape_rises(void **state)
{
    static const double shapes[] = { 0.1, 0.5, 1, 7, 100, 1000 };
    drawn d;
    (void)state;
    begin(&d);
    for (size_t i = 0; i < MOOT_COUNT(shapes); i++) {
        add(&d, MOOT_SPREAD_GAMMA, 1000 / shapes[i], shapes[i]);
    }
    freeze(&d);
    for (int32_t i = 0; i < (int32_t)MOOT_COUNT(shapes); i++) {
        double last = -1, sum = 0;
        for (int k = 0; k < 20000; k++) {
            double value = moot_spread_quantile(d.assume, i, (k + 0.5) / 20000);
            assert_true(value >= last && isfinite(value));
            last = value;
            sum += value / 20000;
        }
        expect_near(sum, 1000, 0.005);
    }
    end(&d);
}

static void what_was_seen_comes_as_often_as_it_was_seen(void **state)
{
    static const int64_t values[] = { 2, 5, 3 };
    static const int32_t times[] = { 3, 1, 6 };
    int count[6] = { 0 };
    drawn d;
    (void)state;
    begin(&d);
    for (size_t i = 0; i < MOOT_COUNT(values); i++) {
        moot_seen *seen = moot_assume_add_seen(d.assume);
        assert_non_null(seen);
        seen->value = values[i];
        seen->times = times[i];
    }
    add(&d, MOOT_SPREAD_EMPIRICAL, 0, 0)->seen = (moot_span){ 0, 3 };
    freeze(&d);
    for (int k = 0; k < 1000; k++) {
        count[moot_spread_draw(d.assume, 0, draw_of(k, 1000))]++;
    }
    assert_int_equal(count[2], 300);
    assert_int_equal(count[5], 100);
    assert_int_equal(count[3], 600);
    end(&d);
}

/* ---- draws ---- */

static void what_is_drawn_stays_within_its_bounds(void **state)
{
    drawn d;
    (void)state;
    begin(&d);
    moot_spread *s = add(&d, MOOT_SPREAD_EXPONENTIAL, 10, 0);
    s->low = 1;
    s->high = 20;
    freeze(&d);
    assert_int_equal(moot_spread_draw(d.assume, 0, 0), 1);
    assert_int_equal(moot_spread_draw(d.assume, 0, UINT64_MAX), 20);
    end(&d);
}

/* The first and the last of all draws are ends of no distribution. */
static void no_draw_is_endless(void **state)
{
    drawn d;
    (void)state;
    begin(&d);
    moot_spread_fit(add(&d, MOOT_SPREAD_LOGNORMAL, 0, 0), 1, 100000);
    moot_spread_fit(add(&d, MOOT_SPREAD_WEIBULL, 0, 0), 1, 100000);
    add(&d, MOOT_SPREAD_EXPONENTIAL, 3000000000.0, 0);
    add(&d, MOOT_SPREAD_GAMMA, 1000000, 0.1);
    freeze(&d);
    for (int32_t i = 0; i < d.assume->spreads_count; i++) {
        assert_true(moot_spread_draw(d.assume, i, 0) >= 0);
        assert_true(moot_spread_draw(d.assume, i, UINT64_MAX) > 0);
        assert_true(moot_spread_draw(d.assume, i, UINT64_MAX) <= 1000000000000000);
    }
    end(&d);
}

/* The mean of a lognormal is e^(mu + sigma^2 / 2): here e^(2.302585 + 0.125), 11.33. */
static void many_draws_have_the_mean(void **state)
{
    drawn d;
    double sum = 0;
    (void)state;
    begin(&d);
    add(&d, MOOT_SPREAD_LOGNORMAL, log(10000), 0.5);
    freeze(&d);
    for (int k = 0; k < 100000; k++) {
        sum += (double)moot_spread_draw(d.assume, 0, draw_of(k, 100000)) / 100000;
    }
    expect_near(sum, 11331.5, 0.0005);
    end(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fixed_length_is_always_that),
        cmocka_unit_test(between_takes_each_whole_unit_alike_both_ends_in),
        cmocka_unit_test(half_and_nine_in_ten_are_where_they_were_said),
        cmocka_unit_test(an_exponential_has_its_quantiles),
        cmocka_unit_test(a_gamma_has_its_quantiles),
        cmocka_unit_test(a_gamma_of_any_shape_rises),
        cmocka_unit_test(what_was_seen_comes_as_often_as_it_was_seen),
        cmocka_unit_test(what_is_drawn_stays_within_its_bounds),
        cmocka_unit_test(no_draw_is_endless),
        cmocka_unit_test(many_draws_have_the_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
