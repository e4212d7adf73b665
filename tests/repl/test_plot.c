/* Pictures and the tables beside them: what is told and what is not, that one says what the other says, and that the colours can
 * be told from the paper. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "repl/page/plot.h"


/* ---- figures ---- */

static void expect_figure(double value, int places, const char *expected)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_plot_figure(value, places, &out);
    assert_string_equal(moot_buf_text(&out), expected);
    moot_buf_done(&out);
}

static void test_figures(void **state)
{
    (void)state;
    expect_figure(0, 0, "0");
    expect_figure(12.25, 1, "12.3");
    expect_figure(-0.04, 1, "0.0");
    expect_figure(-1.5, 1, "-1.5");
    expect_figure(999, 0, "999");
    expect_figure(1000, 0, "1,000");
    expect_figure(1234567.5, 2, "1,234,567.50");
    expect_figure(1005, 0, "1,005");
    expect_figure(NAN, 1, "cannot tell");
    expect_figure(INFINITY, 1, "cannot tell");
    expect_figure(MOOT_PLOT_HIDDEN, 1, "c");
}

static void test_days(void **state)
{
    moot_buf out;
    (void)state;
    moot_buf_init(&out);
    moot_plot_day(0, &out);
    moot_buf_str(&out, "|");
    moot_plot_day(20594, &out); /* 56 years of 365 days, 14 leap days, 140 days of 2026 */
    assert_string_equal(moot_buf_text(&out), "1 January 1970|21 May 2026");
    moot_buf_done(&out);
}

/* ---- tables, and the description that says the same ---- */

static const moot_plot_point bars[] = {
    { .label = "a < b", .y = 40, .low = 25.5, .high = 58.25 },
    { .label = "hidden", .y = MOOT_PLOT_HIDDEN, .low = 1, .high = 2 },
    { .label = "unknown", .y = NAN, .low = NAN, .high = NAN },
};
static const moot_plot_series bar_series = { NULL, bars, MOOT_COUNT(bars) };
static const moot_plot bar_plot = {
    .kind = MOOT_PLOT_BARS, .id = "b", .finding = "Two in five & more", .subtitle = "Late, by clause", .x_name = "Deadline",
    .y_name = "Late", .unit = "%", .places = 1, .series = &bar_series, .count = 1,
};

static const moot_plot_point first[] = { { .x = 0, .y = 100, .low = NAN, .high = NAN }, { .x = 10, .y = 50, .low = 40, .high = 60 } };
static const moot_plot_point other[] = { { .x = 5, .y = 80, .low = NAN, .high = NAN } };
static const moot_plot_series curve_series[] = { { "one", first, 2 }, { "two", other, 1 } };
static const double told_at[] = { 4, 10, 1000 };
static const moot_plot curve_plot = {
    .kind = MOOT_PLOT_STEPS, .id = "s", .finding = "Half wait ten days", .subtitle = "Waiting", .x_name = "Days", .y_name = "Share",
    .unit = "%", .series = curve_series, .count = 2, .at = told_at, .at_count = 3,
};

static const moot_plot_point ways[] = { { .label = "talk", .to = "home", .y = 1200, .low = NAN, .high = NAN },
                                        { .label = "talk", .to = "panel", .y = MOOT_PLOT_HIDDEN, .low = NAN, .high = NAN } };
static const moot_plot_series way_series = { NULL, ways, 2 };
static const moot_plot way_plot = { .kind = MOOT_PLOT_FLOWS, .id = "f", .finding = "Most go home", .subtitle = "Visits", .x_name = "",
                                    .y_name = "Visits", .series = &way_series, .count = 1 };

static const moot_plot_point times[] = { { .label = "talk", .low = 20594, .high = 20595.5 }, { .label = "plan", .low = 20595, .high = NAN } };
static const moot_plot_series time_series = { NULL, times, 2 };
static const moot_plot time_plot = { .kind = MOOT_PLOT_SPANS, .id = "t", .finding = "Open", .subtitle = "Stages", .x_name = "Stage",
                                     .y_name = "", .series = &time_series, .count = 1 };

static void expect_table(const moot_plot *plot, const char *expected)
{
    moot_buf out;
    moot_buf_init(&out);
    for (size_t c = 0; c < moot_plot_columns(plot); c++) {
        moot_buf_str(&out, c ? "|" : "");
        moot_plot_head(plot, c, &out);
    }
    for (size_t r = 0; r < moot_plot_rows(plot); r++) {
        for (size_t c = 0; c < moot_plot_columns(plot); c++) {
            moot_buf_str(&out, c ? "|" : "\n");
            moot_plot_cell(plot, r, c, &out);
        }
    }
    assert_string_equal(moot_buf_text(&out), expected);
    moot_buf_done(&out);
}

static void expect_described(const moot_plot *plot, const char *expected)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_plot_svg(plot, &out);
    assert_true(moot_buf_ok(&out));
    const char *at = strstr(moot_buf_text(&out), "<desc"), *end = strstr(moot_buf_text(&out), "</desc>");
    assert_non_null(at);
    assert_non_null(end);
    at = strchr(at, '>') + 1;
    assert_int_equal((size_t)(end - at), strlen(expected));
    assert_memory_equal(at, expected, strlen(expected));
    moot_buf_done(&out);
}

static void test_bars(void **state)
{
    (void)state;
    expect_table(&bar_plot, "Deadline|Late (95% interval)\na < b|40.0% (25.5% to 58.3%)\nhidden|c\nunknown|cannot tell");
    expect_described(&bar_plot, "Late, by clause. a &lt; b: 40.0% (25.5% to 58.3%); hidden: c; unknown: cannot tell.");
}

static void test_curves(void **state)
{
    (void)state;
    expect_table(&curve_plot, "Days|one (95% interval)|two (95% interval)\n4|100%|cannot tell\n10|50% (40% to 60%)|80%\n"
                              "1,000|50% (40% to 60%)|80%");
    expect_described(&curve_plot, "Waiting. Days: 4: one 100%, two cannot tell; 10: one 50% (40% to 60%), two 80%; "
                                  "1,000: one 50% (40% to 60%), two 80%.");
}

/* Between the points of a line nothing is known. */
static void test_lines(void **state)
{
    moot_plot plot = curve_plot;
    (void)state;
    plot.kind = MOOT_PLOT_LINES;
    expect_table(&plot, "Days|one (95% interval)|two (95% interval)\n4|cannot tell|cannot tell\n10|50% (40% to 60%)|cannot tell\n"
                        "1,000|cannot tell|cannot tell");
}

static void test_flows(void **state)
{
    (void)state;
    expect_table(&way_plot, "From|To|Visits\ntalk|home|1,200\ntalk|panel|c");
    expect_described(&way_plot, "Visits. talk to home: 1,200; talk to panel: c.");
}

static void test_spans(void **state)
{
    (void)state;
    expect_table(&time_plot, "Stage|From|To\ntalk|21 May 2026|22 May 2026\nplan|22 May 2026|still runs");
    expect_described(&time_plot, "Stages. talk: 21 May 2026 to 22 May 2026; plan: 22 May 2026 to still runs.");
}

/* ---- the picture ---- */

static size_t count_of(const char *text, const char *what)
{
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, what)); at++) {
        n++;
    }
    return n;
}

/* One bar is drawn, the hidden and the unknown are words; a mark of HTML is none. */
static void test_what_is_not_told_is_not_drawn(void **state)
{
    moot_buf out;
    (void)state;
    moot_buf_init(&out);
    moot_plot_svg(&bar_plot, &out);
    assert_int_equal(count_of(moot_buf_text(&out), "<rect"), 1);
    assert_int_equal(count_of(moot_buf_text(&out), ">c</tspan></text>"), 1);
    assert_int_equal(count_of(moot_buf_text(&out), ">cannot tell</tspan></text>"), 1);
    assert_non_null(strstr(moot_buf_text(&out), ">a &lt; b <tspan"));
    moot_buf_clear(&out);
    moot_plot_svg(&way_plot, &out); /* one band; each side says that it is not all */
    assert_int_equal(count_of(moot_buf_text(&out), "<path"), 1);
    assert_non_null(strstr(moot_buf_text(&out), ">1,200 and c</text>"));
    moot_buf_done(&out);
}

/* Nothing at all, one moment, figures without end: a picture all the same, and no loop. */
/* A telephone shows 358 pixels of it: the longest bar ends before, and its figure stands behind its label, above it. */
static void test_bars_on_a_telephone(void **state)
{
    static const moot_plot_point rows[] = { { .label = "all", .y = 1234, .low = NAN, .high = NAN },
                                            { .label = "half", .y = 617, .low = 500, .high = 700 } };
    static const moot_plot_series series = { NULL, rows, 2 };
    static const moot_plot plot = { .kind = MOOT_PLOT_BARS, .id = "w", .finding = "All", .subtitle = "Cases", .x_name = "What",
                                    .y_name = "Cases", .series = &series, .count = 1 };
    moot_buf out;
    (void)state;
    moot_buf_init(&out);
    moot_plot_svg(&plot, &out);
    assert_non_null(strstr(moot_buf_text(&out), ">all <tspan dx=\"4\" font-weight=\"bold\">1,234</tspan></text>"));
    assert_non_null(strstr(moot_buf_text(&out), ">half <tspan dx=\"4\" font-weight=\"bold\">617 (500 to 700)</tspan></text>"));
    assert_non_null(strstr(moot_buf_text(&out), "<rect x=\"2\" y=\"24\" width=\"338\""));
    assert_non_null(strstr(moot_buf_text(&out), "width=\"169\"")); /* half of it */
    moot_buf_done(&out);
}

static void test_odd_figures(void **state)
{
    static const moot_plot_point odd[] = { { .label = "", .to = "", .x = 1e15, .y = 1e14, .low = 1e15, .high = 1e15 },
                                           { .label = "", .to = "", .x = 1e15 + 1, .y = -INFINITY, .low = NAN, .high = INFINITY } };
    moot_plot_series series[2] = { { "none", NULL, 0 }, { "odd", odd, 2 } };
    moot_buf out;
    (void)state;
    moot_buf_init(&out);
    for (int kind = MOOT_PLOT_BARS; kind <= MOOT_PLOT_SPANS; kind++) {
        for (size_t i = 0; i < 2; i++) {
            moot_plot plot = { .kind = (moot_plot_kind)kind, .id = "x", .finding = "f", .subtitle = "s", .x_name = "x", .y_name = "y",
                               .series = &series[i], .count = 1 };
            moot_plot_svg(&plot, &out);
            plot.x_is_day = kind != MOOT_PLOT_SPANS;
        }
    }
    assert_true(moot_buf_ok(&out));
    assert_null(strstr(moot_buf_text(&out), "nan"));
    assert_null(strstr(moot_buf_text(&out), "inf"));
    moot_buf_done(&out);
}

/* ---- on a page ---- */

static void test_page(void **state)
{
    static const moot_page_form forms[] = { MOOT_PAGE_HTML, MOOT_PAGE_MARKDOWN };
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(forms); i++) {
        moot_page page;
        moot_buf out;
        moot_err err;
        moot_err_init(&err);
        moot_buf_init(&out);
        moot_page_init(&page, forms[i], "T");
        assert_int_equal(moot_plot_write(&way_plot, &page, &err), MOOT_OK);
        assert_int_equal(moot_page_end(&page, NULL, &out, &err), MOOT_OK);
        assert_int_equal(count_of(moot_buf_text(&out), "<svg"), forms[i] == MOOT_PAGE_HTML);
        assert_non_null(strstr(moot_buf_text(&out), forms[i] == MOOT_PAGE_HTML ? "<caption>Visits</caption>" : "**Visits**"));
        assert_non_null(strstr(moot_buf_text(&out), forms[i] == MOOT_PAGE_HTML ? "<th scope=\"row\">talk</th><td>home</td>" : "| talk | home | 1,200 |"));
        moot_page_done(&page);
        moot_buf_done(&out);
    }
}

/* Whichever allocation fails, it is told. */
static void test_memory_that_ends(void **state)
{
    const moot_plot *const plots[] = { &bar_plot, &curve_plot, &way_plot, &time_plot };
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(plots); i++) {
        moot_code code = MOOT_ENOMEM;
        for (unsigned long n = 1; code != MOOT_OK; n++) {
            moot_page page;
            moot_buf out;
            moot_err err;
            assert_true(n < 1000);
            moot_err_init(&err);
            moot_buf_init(&out);
            moot_alloc_fail_at(n);
            moot_page_init(&page, MOOT_PAGE_HTML, "T");
            code = moot_plot_write(plots[i], &page, &err);
            code = code ? code : moot_page_end(&page, NULL, &out, &err);
            moot_alloc_fail_at(0);
            assert_true(code == MOOT_OK || code == MOOT_ENOMEM);
            moot_page_done(&page);
            moot_buf_done(&out);
        }
    }
}

/* ---- colours: WCAG 2.2's contrast ---- */

static double channel(const char *hex)
{
    char two[3] = { hex[0], hex[1], '\0' };
    double c = (double)strtol(two, NULL, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double contrast(const char *a, const char *b)
{
    double one = 0.2126 * channel(a + 1) + 0.7152 * channel(a + 3) + 0.0722 * channel(a + 5);
    double two = 0.2126 * channel(b + 1) + 0.7152 * channel(b + 3) + 0.0722 * channel(b + 5);
    return one > two ? (one + 0.05) / (two + 0.05) : (two + 0.05) / (one + 0.05);
}

/* Text at 4.5 to 1 (1.4.3), what is drawn at 3 to 1 (1.4.11); curves that follow each other, and an interval on its bar, too. */
static void test_contrast(void **state)
{
    (void)state;
    assert_true(contrast(MOOT_PLOT_INK, MOOT_PLOT_PAPER) >= 4.5);
    assert_true(contrast(MOOT_PLOT_GREY, MOOT_PLOT_PAPER) >= 3);
    for (size_t i = 0; i < MOOT_PLOT_SERIES; i++) {
        assert_true(contrast(moot_plot_colours[i], MOOT_PLOT_PAPER) >= 3);
        assert_true(i == 0 || contrast(moot_plot_colours[i], moot_plot_colours[i - 1]) >= 3);
    }
    assert_true(contrast(moot_plot_colours[1], MOOT_PLOT_INK) >= 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_bars),
        cmocka_unit_test(test_curves),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_flows),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_what_is_not_told_is_not_drawn),
        cmocka_unit_test(test_bars_on_a_telephone),
        cmocka_unit_test(test_odd_figures),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_memory_that_ends),
        cmocka_unit_test(test_contrast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
