/* The figures of assumptions: lengths of time and how they spread, shares, weights, and the tests of `when`. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lua/assume/assume_internal.h"
#include "lua/load/schema.h"

#define DAYS_OF_A_YEAR 365.2425
#define LARGEST_WEIGHT 1.0e12
#define LARGEST_SEEN 1000000

/* ---- numbers ---- */

double moot_assume__number(const moot_node *node)
{
    return node->type == MOOT_NODE_DECIMAL ? node->decimal : (double)node->number;
}

uint32_t moot_assume__share(moot_binder *b, const moot_node *node, const char *field, uint32_t absent)
{
    const moot_node *value = moot_node_field(node, field);
    if (!value) {
        return absent;
    }
    double share = moot_assume__number(value);
    if (!(share >= 0 && share <= 1)) {
        char hint[64] = "";
        if (share > 1 && share <= 100) {
            snprintf(hint, sizeof hint, "; %g percent is %g", share, share / 100);
        }
        moot_compile__fail(&b->c, value, "%s is a share from 0 to 1, not %s%s", field, moot_compile__found(&b->c, value), hint);
        return absent;
    }
    return (uint32_t)(share * MOOT_ASSUME_ONE + 0.5);
}

int32_t moot_assume__whole(moot_binder *b, const moot_node *node, const char *field, int32_t most)
{
    const moot_node *value = moot_node_field(node, field);
    if (!value) {
        return -1;
    }
    if (value->number < 0 || value->number > most) {
        moot_compile__fail(&b->c, value, "%s is a whole number from 0 to %d, not %lld", field, (int)most,
                           (long long)value->number);
        return -1;
    }
    return (int32_t)value->number;
}

/* ---- lengths ---- */

/* Up to three lengths that belong together. */
typedef struct lengths {
    const moot_node *at[3];
    double value[3];
    int count, working, minutes;
} lengths;

static int is_clock_unit(const moot_node *node)
{
    return moot_node_is(node, "minutes") || moot_node_is(node, "hours");
}

static int take_length(moot_binder *b, const moot_node *node, moot_duration *out)
{
    if (!moot_compile__is_duration(node) || !moot_compile__duration(&b->c, node, out)) {
        return 0;
    }
    if (out->unit == MOOT_SAME_DAY || out->unit == MOOT_NEXT_WORKING_DAY || out->unit == MOOT_STATUTORY_DAYS) {
        moot_compile__fail(&b->c, node, "what is assumed is a length with a number, such as days(1) or working_days(1), not %s",
                           moot_compile__found(&b->c, node));
        return 0;
    }
    return 1;
}

/* In the unit in which it is drawn: minutes, days or working days. Months and years are their mean length: what is assumed
 * is no date of the law. */
static double in_unit(moot_duration d, moot_spread_unit unit)
{
    static const double days[] = { [MOOT_DAYS] = 1, [MOOT_WEEKS] = 7, [MOOT_MONTHS] = DAYS_OF_A_YEAR / 12,
                                   [MOOT_YEARS] = DAYS_OF_A_YEAR, [MOOT_WORKING_DAYS] = 1 };
    if (d.unit == MOOT_MINUTES || d.unit == MOOT_HOURS) {
        return d.count * (d.unit == MOOT_HOURS ? 60.0 : 1.0);
    }
    double whole = floor(d.count * days[d.unit] + 0.5);
    return unit == MOOT_SPREAD_MINUTES ? whole * 24 * 60 : whole;
}

/* One unit for all; 0 after an error. */
static int one_unit(moot_binder *b, const moot_node *const *at, int count, moot_spread_unit *out_unit)
{
    int working = 0, minutes = 0;
    for (int i = 0; i < count; i++) {
        working += moot_node_is(at[i], "working_days");
        minutes += is_clock_unit(at[i]);
    }
    if (working > 0 && working < count) {
        for (int i = 0; i < count; i++) {
            if (!moot_node_is(at[i], "working_days")) {
                moot_compile__fail(&b->c, at[i], "working days do not mix with other units: write all of it in working days, "
                                                 "or none");
                return 0;
            }
        }
    }
    *out_unit = working ? MOOT_SPREAD_WORKING_DAYS : (minutes ? MOOT_SPREAD_MINUTES : MOOT_SPREAD_DAYS);
    return 1;
}

/* Fills l->value from l->at. */
static int read_lengths(moot_binder *b, lengths *l, moot_spread *out)
{
    moot_spread_unit unit;
    moot_duration d[3];
    for (int i = 0; i < l->count; i++) {
        if (!take_length(b, l->at[i], &d[i])) {
            return 0;
        }
    }
    if (!one_unit(b, l->at, l->count, &unit)) {
        return 0;
    }
    out->unit = (uint8_t)unit;
    for (int i = 0; i < l->count; i++) {
        l->value[i] = in_unit(d[i], unit);
    }
    return 1;
}

/* A whole number or a sum, in pence, of a fact. */
static int read_number(moot_binder *b, const moot_node *node, moot_type number, double *out)
{
    moot_value_want want = { number, -1, "value" };
    moot_value value;
    if (!moot_compile__value(&b->c, node, &want, &value)) {
        return 0;
    }
    *out = (double)value.a;
    return 1;
}

static int read_ends(moot_binder *b, const moot_node *const *at, int count, moot_type number, moot_spread *out, double *values)
{
    if (number) {
        out->unit = MOOT_SPREAD_NUMBER;
        for (int i = 0; i < count; i++) {
            if (!read_number(b, at[i], number, &values[i])) {
                return 0;
            }
        }
        return 1;
    }
    lengths l = { .count = count };
    for (int i = 0; i < count; i++) {
        l.at[i] = at[i];
    }
    if (!read_lengths(b, &l, out)) {
        return 0;
    }
    memcpy(values, l.value, sizeof *values * (size_t)count);
    return 1;
}

/* ---- families ---- */

static int read_between(moot_binder *b, const moot_node *node, moot_type number, moot_spread *out)
{
    double ends[2];
    if (!read_ends(b, node->items, 2, number, out, ends)) {
        return 0;
    }
    if (ends[0] > ends[1]) {
        moot_compile__fail(&b->c, node, "between takes the lower end first");
        return 0;
    }
    out->family = MOOT_SPREAD_BETWEEN;
    out->a = ends[0];
    out->b = ends[1];
    if (number) {
        out->low = INT64_MIN;
    }
    return 1;
}

/* Its lengths by field, at_most last if it is there. */
static int read_fields(moot_binder *b, const moot_node *node, const char *const *names, int count, moot_spread *out,
                       lengths *l)
{
    memset(l, 0, sizeof *l);
    for (int i = 0; i < count; i++) {
        const moot_node *value = moot_node_field(node, names[i]);
        if (value) {
            l->at[l->count++] = value;
        }
    }
    const moot_node *most = moot_node_field(node, "at_most");
    if (most) {
        l->at[l->count++] = most;
    }
    if (!read_lengths(b, l, out)) {
        return 0;
    }
    for (int i = 0; i < l->count; i++) {
        if (l->value[i] <= 0) {
            moot_compile__fail(&b->c, l->at[i], "%s takes lengths of time of more than nothing", node->word);
            return 0;
        }
    }
    if (most && l->value[l->count - 1] < l->value[0]) {
        moot_compile__fail(&b->c, most, "at_most has to be no shorter than %s", names[0]);
        return 0;
    }
    out->high = most ? (int64_t)l->value[l->count - 1] : INT64_MAX;
    return 1;
}

static int read_quantiles(moot_binder *b, const moot_node *node, moot_spread_family family, moot_spread *out)
{
    static const char *const names[] = { "half_within", "nine_in_ten_within" };
    lengths l;
    if (!read_fields(b, node, names, 2, out, &l)) {
        return 0;
    }
    if (l.value[1] <= l.value[0]) {
        moot_compile__fail(&b->c, l.at[1], "nine_in_ten_within has to be longer than half_within");
        return 0;
    }
    out->family = (uint8_t)family;
    moot_spread_fit(out, l.value[0], l.value[1]);
    return 1;
}

static int read_gamma(moot_binder *b, const moot_node *node, moot_spread *out)
{
    static const char *const names[] = { "mean" };
    const moot_node *shape = moot_node_field(node, "shape");
    lengths l;
    if (!read_fields(b, node, names, 1, out, &l)) {
        return 0;
    }
    out->b = moot_assume__number(shape);
    if (!(out->b >= 0.1 && out->b <= 1000)) {
        moot_compile__fail(&b->c, shape, "shape is a number from 0.1 to 1000, not %s", moot_compile__found(&b->c, shape));
        return 0;
    }
    out->family = MOOT_SPREAD_GAMMA;
    out->a = l.value[0] / out->b;
    return 1;
}

static int read_exponential(moot_binder *b, const moot_node *node, moot_spread *out)
{
    static const char *const names[] = { "mean" };
    lengths l;
    if (!read_fields(b, node, names, 1, out, &l)) {
        return 0;
    }
    out->family = MOOT_SPREAD_EXPONENTIAL;
    out->a = l.value[0];
    return 1;
}

/* What was seen, without how often: { days(2), 14 } is days(2). */
static const moot_node *seen_value(const moot_node *item)
{
    return item->type == MOOT_NODE_TABLE ? item->items[0] : item;
}

static int64_t seen_times(moot_binder *b, const moot_node *item)
{
    const moot_node *times = item->type == MOOT_NODE_TABLE ? item->items[1] : NULL;
    if (times && (times->type != MOOT_NODE_INTEGER || times->number < 1 || times->number > LARGEST_SEEN)) {
        moot_compile__fail(&b->c, times, "how often it was seen is a whole number from 1 to %d, not %s", LARGEST_SEEN,
                           moot_compile__found(&b->c, times));
        return 0;
    }
    return times ? times->number : 1;
}

static int add_seen(moot_binder *b, moot_spread *out, double value, int64_t times)
{
    moot_seen *seen = moot_assume_add_seen(b->out);
    if (!seen) {
        moot_compile__no_memory(&b->c);
        return 0;
    }
    seen->value = (int64_t)value;
    seen->times = (int32_t)times;
    out->seen.first = out->seen.count++ ? out->seen.first : b->out->seen_count - 1;
    return 1;
}

static int read_empirical(moot_binder *b, const moot_node *node, moot_type number, moot_spread *out)
{
    const moot_node **at = moot_arena_array(&b->c.scratch, (size_t)node->item_count + 1, sizeof *at);
    moot_spread_unit unit = MOOT_SPREAD_NUMBER;
    if (!at) {
        moot_compile__no_memory(&b->c);
        return 0;
    }
    for (int32_t i = 0; i < node->item_count; i++) {
        at[i] = seen_value(node->items[i]);
    }
    if (!number && !one_unit(b, at, node->item_count, &unit)) {
        return 0;
    }
    out->unit = (uint8_t)unit;
    for (int32_t i = 0; i < node->item_count; i++) {
        int64_t times = seen_times(b, node->items[i]);
        moot_duration d;
        double value = 0;
        if (!number && !moot_compile__is_duration(at[i])) {
            moot_compile__fail(&b->c, at[i], "what was seen is a length of time here, such as days(2), not %s",
                               moot_compile__found(&b->c, at[i]));
            return 0;
        }
        if (times == 0 || (number ? !read_number(b, at[i], number, &value) : !take_length(b, at[i], &d))) {
            return 0;
        }
        if (!add_seen(b, out, number ? value : in_unit(d, unit), times)) {
            return 0;
        }
    }
    out->family = MOOT_SPREAD_EMPIRICAL;
    return 1;
}

static int read_fixed(moot_binder *b, const moot_node *node, moot_type number, moot_spread *out)
{
    out->family = MOOT_SPREAD_FIXED;
    out->low = number ? INT64_MIN : 0;
    return read_ends(b, &node, 1, number, out, &out->a);
}

static int read_spread(moot_binder *b, const moot_node *node, const char *field, moot_type number, moot_spread *out)
{
    if (moot_node_is(node, "between")) {
        return read_between(b, node, number, out);
    } else if (moot_node_is(node, "empirical")) {
        return read_empirical(b, node, number, out);
    } else if (moot_node_class(node) & MOOT_CLASS(TEST)) {
        moot_compile__fail(&b->c, node, "`%s` takes a value, or between(…, …), and no other test, not %s", field, moot_compile__found(&b->c, node));
        return 0;
    } else if (!(moot_node_class(node) & MOOT_CLASS(SPREAD))) {
        return read_fixed(b, node, number, out);
    } else if (number) {
        moot_compile__fail(&b->c, node, "%s is a number or a sum: write it, or between(…, …), or empirical { … }, not %s", field,
                           moot_compile__found(&b->c, node));
        return 0;
    } else if (moot_node_is(node, "gamma")) {
        return read_gamma(b, node, out);
    } else if (moot_node_is(node, "exponential")) {
        return read_exponential(b, node, out);
    }
    return read_quantiles(b, node, moot_node_is(node, "weibull") ? MOOT_SPREAD_WEIBULL : MOOT_SPREAD_LOGNORMAL, out);
}

int32_t moot_assume__spread_of(moot_binder *b, const moot_node *value, const char *field, moot_type number)
{
    moot_spread spread = { .cells = -1, .high = INT64_MAX };
    if (!read_spread(b, value, field, number, &spread)) {
        return -1;
    }
    moot_spread *kept = moot_assume_add_spread(b->out);
    if (!kept) {
        moot_compile__no_memory(&b->c);
        return -1;
    }
    *kept = spread;
    return b->out->spreads_count - 1;
}

int32_t moot_assume__spread(moot_binder *b, const moot_node *node, const char *field, moot_type number)
{
    const moot_node *value = moot_node_field(node, field);
    return value ? moot_assume__spread_of(b, value, field, number) : -1;
}

/* ---- weights ---- */

void moot_assume__weigh(moot_binder *b, const moot_node *at, moot_span chances, const double *weights)
{
    double sum = 0;
    for (int32_t i = 0; i < chances.count; i++) {
        if (!(weights[i] >= 0 && weights[i] <= LARGEST_WEIGHT)) {
            const moot_node *value = at->fields[i].value;
            const moot_node *weight = value->type == MOOT_NODE_TABLE ? moot_node_field(value, "weight") : value;
            moot_compile__fail(&b->c, weight, "a weight is 0 or more, not %s", moot_compile__found(&b->c, weight));
            return;
        }
        sum += weights[i];
    }
    if (!(sum > 0)) {
        moot_compile__fail(&b->c, at, "at least one weight has to be more than 0");
        return;
    }
    for (int32_t i = 0; i < chances.count; i++) {
        double part = weights[i] / sum * MOOT_ASSUME_ONE;
        b->out->chances[chances.first + i].weight = part > 0 && part < 1 ? 1 : (uint32_t)(part + 0.5);
    }
}

/* ---- tests ---- */

static moot_assumed_test *add_test(moot_binder *b, moot_span *span, int32_t fact)
{
    moot_assumed_test *test = moot_assume_add_assumed_test(b->out);
    if (!test) {
        moot_compile__no_memory(&b->c);
        return NULL;
    }
    test->fact = fact;
    test->low = INT64_MIN;
    test->high = INT64_MAX;
    span->first = span->count++ ? span->first : b->out->tests_count - 1;
    return test;
}

/* A value of the fact's type as the number that a test compares. */
static int test_value(moot_binder *b, const moot_node *node, int32_t fact, int64_t *out)
{
    const moot_protocol *p = b->protocol;
    const moot_fact *f = fact >= 0 ? &p->facts[fact] : NULL;
    moot_value value;
    if (f && (f->type == MOOT_T_ONE_OF || f->type == MOOT_T_CONSENT)) {
        const char **names = moot_arena_array(&b->c.scratch, (size_t)f->options.count + 1, sizeof *names);
        for (int32_t i = 0; names && i < f->options.count; i++) {
            int32_t symbol = moot_span_at(p, f->options, i);
            names[i] = moot_symbol(p, symbol);
            if (node->type == MOOT_NODE_STRING && strcmp(names[i], node->name) == 0) {
                *out = symbol;
                return 1;
            }
        }
        char said[160];
        snprintf(said, sizeof said, "%s is never %s", f->decl.name, moot_compile__found(&b->c, node));
        moot_assume__unknown(b, node, said, node->type == MOOT_NODE_STRING ? node->name : "", names, (size_t)f->options.count);
        return 0;
    }
    moot_value_want want = { f ? (moot_type)f->type : MOOT_T_INTEGER, -1, f ? f->decl.name : "age" };
    if (!moot_compile__value(&b->c, node, &want, &value)) {
        return 0;
    }
    *out = value.a;
    return 1;
}

static void read_among(moot_binder *b, const moot_node *node, int32_t fact, moot_span *span)
{
    moot_assumed_test *test = add_test(b, span, fact);
    moot_span among = { 0, 0 };
    if (!test) {
        return;
    }
    test->kind = MOOT_ASSUMED_AMONG;
    int32_t index = b->out->tests_count - 1;
    for (int32_t i = 0; i < node->item_count; i++) {
        int64_t value;
        if (!test_value(b, node->items[i], fact, &value)) {
            continue;
        }
        int32_t at = moot_assume_add_int(b->out, (int32_t)value);
        if (at < 0) {
            moot_compile__no_memory(&b->c);
            return;
        }
        among.first = among.count++ ? among.first : at;
    }
    b->out->tests[index].among = among;
}

static void read_range(moot_binder *b, const moot_node *node, int32_t fact, moot_span *span)
{
    const char *word = node->type == MOOT_NODE_WORD ? node->word : "";
    const moot_node *low = node, *high = node;
    int64_t ends[2] = { INT64_MIN, INT64_MAX };
    if (strcmp(word, "between") == 0) {
        low = node->items[0];
        high = node->items[1];
    } else if (strcmp(word, "under") == 0 || strcmp(word, "at_most") == 0) {
        low = NULL;
        high = node->items[0];
    } else if (strcmp(word, "over") == 0 || strcmp(word, "at_least") == 0) {
        low = node->items[0];
        high = NULL;
    }
    if ((low && !test_value(b, low, fact, &ends[0])) || (high && high != low && !test_value(b, high, fact, &ends[1]))) {
        return;
    }
    moot_assumed_test *test = add_test(b, span, fact);
    if (test) {
        test->kind = MOOT_ASSUMED_RANGE;
        test->low = ends[0] + (strcmp(word, "over") == 0);
        test->high = high == low ? ends[0] : ends[1] - (strcmp(word, "under") == 0);
    }
}

/* What a test may be: others would make a draw dear, and a model has no need of them. */
static int may_test(const moot_node *node, const moot_fact *fact)
{
    static const char *const words[] = { "between", "under", "over", "at_least", "at_most", "one_of", "known", "unknown",
                                         "money" };
    int typed = !fact || fact->type == MOOT_T_YESNO || fact->type == MOOT_T_INTEGER || fact->type == MOOT_T_MONEY ||
                fact->type == MOOT_T_ONE_OF || fact->type == MOOT_T_CONSENT;
    int plain = node->type != MOOT_NODE_WORD;
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        plain |= moot_node_is(node, words[i]);
    }
    return plain && (typed || moot_node_is(node, "known") || moot_node_is(node, "unknown"));
}

/* The fact that a field names: its index, MOOT_ASSUMED_AGE, or -1 after an error. */
static int32_t fact_of(moot_binder *b, const moot_field *field)
{
    const moot_protocol *p = b->protocol;
    int32_t fact = strcmp(field->name, "age") == 0 ? MOOT_ASSUMED_AGE : moot_find_fact(p, field->name);
    if (fact == -1) {
        moot_node at = *field->value;
        char said[160];
        const char **names = moot_arena_array(&b->c.scratch, (size_t)p->facts_count + 1, sizeof *names);
        for (int32_t i = 0; names && i < p->facts_count; i++) {
            names[i] = p->facts[i].decl.name;
        }
        at.line = field->line;
        at.col = field->col;
        at.width = (int32_t)strlen(field->name);
        snprintf(said, sizeof said, "no fact is called \"%.100s\"", field->name);
        moot_assume__unknown(b, &at, said, field->name, names, (size_t)p->facts_count);
    }
    return fact;
}

static void read_test(moot_binder *b, const moot_field *field, moot_span *span)
{
    int32_t fact = fact_of(b, field);
    const moot_node *node = field->value;
    if (fact == -1) {
        return;
    }
    if (!may_test(node, fact >= 0 ? &b->protocol->facts[fact] : NULL)) {
        moot_compile__fail(&b->c, node, "`when` of an assumption tests yes or no, numbers, sums, ages and one of a list: by a "
                                        "value, between, under, over, at_least, at_most, one_of, known or unknown");
    } else if (moot_node_is(node, "known") || moot_node_is(node, "unknown")) {
        moot_assumed_test *test = add_test(b, span, fact);
        if (test) {
            test->kind = moot_node_is(node, "known") ? MOOT_ASSUMED_KNOWN : MOOT_ASSUMED_UNKNOWN;
        }
    } else if (moot_node_is(node, "one_of")) {
        read_among(b, node, fact, span);
    } else {
        read_range(b, node, fact, span);
    }
}

moot_span moot_assume__facts(moot_binder *b, const moot_node *node)
{
    const moot_node *facts = moot_node_field(node, "facts");
    moot_span span = { 0, 0 };
    for (int32_t i = 0; facts && i < facts->field_count; i++) {
        const moot_field *field = &facts->fields[i];
        int32_t fact = fact_of(b, field);
        const moot_fact *f = fact >= 0 ? &b->protocol->facts[fact] : NULL;
        if (fact == -1) {
            continue;
        }
        if (!f || f->source != MOOT_FACT_GIVEN || f->type == MOOT_T_CONSENT || !may_test(field->value, f)) {
            moot_compile__fail(&b->c, field->value, "`facts` gives answers to what can be asked: yes or no, numbers, sums and one of "
                                                    "a list");
        } else {
            read_range(b, field->value, fact, &span);
        }
    }
    return span;
}

moot_span moot_assume__tests(moot_binder *b, const moot_node *node)
{
    const moot_node *when = moot_node_field(node, "when");
    moot_span span = { 0, 0 };
    for (int32_t i = 0; when && i < when->item_count; i++) {
        moot_compile__fail(&b->c, when->items[i], "`when` of an assumption has tests of facts only, and no groups: write a second "
                                                  "assumption instead");
    }
    for (int32_t i = 0; when && i < when->field_count; i++) {
        read_test(b, &when->fields[i], &span);
    }
    return span;
}
