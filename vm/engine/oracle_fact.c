/* What the modelled oracle draws of facts, and which row of the assumptions counts for a case. */
#include "vm/engine/oracle_drawn.h"

int32_t moot_oracle__pick(const modelled *o, int32_t row_index, const uint8_t *barred, const moot_draw_key *key)
{
    const moot_assumed *row = row_at(o, row_index);
    const moot_chance *chances = &o->model->assume->chances[row->chances.first];
    uint32_t sum = barred ? 0 : o->model->weights[row_index];
    for (int32_t i = 0; barred && i < row->chances.count; i++) {
        sum += barred[i] ? 0 : chances[i].weight;
    }
    if (sum == 0) {
        return -1;
    }
    uint32_t at = moot_draw_below(key, sum);
    int32_t i = 0;
    for (;; i++) {
        uint32_t weight = barred && barred[i] ? 0 : chances[i].weight;
        if (at < weight) {
            return row->chances.first + i;
        }
        at -= weight;
    }
}

/* What a test of a row reads: what is known, else what would be drawn. */
static int test_holds(const modelled *o, const moot_case *c, const moot_assumed_test *test, int32_t child, int depth)
{
    const moot_assume *a = o->model->assume;
    const moot_conditions *rules = &a->protocol->rules;
    int low = 0, high = 0;
    moot_value v = moot_unknown();
    if (test->fact == MOOT_ASSUMED_AGE) {
        int known = moot_age(rules, &c->facts, child, &low, &high) && low == high;
        if (!known && moot_oracle__draw_fact(o, c, a->protocol->dob_fact, child, depth + 1, &v)) {
            low = moot_calendar_age(a->protocol->calendars[0], (moot_day)v.a, moot_day_at(a->protocol->zone, c->facts.now.lo));
            known = 1;
        }
        return moot_assume_test(a, test, known, low);
    }
    int presumed = 0;
    v = moot_fact_value(rules, &c->facts, test->fact, child, &presumed);
    if (!moot_known(v) || presumed) {
        (void)moot_oracle__draw_fact(o, c, test->fact, child, depth + 1, &v);
    }
    return moot_assume_test(a, test, moot_known(v), v.a);
}

int32_t moot_oracle__search_rows(const modelled *o, const moot_case *c, int32_t first, int32_t child, int depth)
{
    const moot_assume *a = o->model->assume;
    for (int32_t row = first; row >= 0; row = a->rows[row].next) {
        moot_span tests = a->rows[row].tests;
        int32_t i = 0;
        while (i < tests.count && test_holds(o, c, &a->tests[tests.first + i], child, depth)) {
            i++;
        }
        if (i == tests.count) {
            return row;
        }
    }
    return -1;
}

int moot_oracle__draw_fact(const modelled *o, const moot_case *c, int32_t fact, int32_t child, int depth, moot_value *out)
{
    const moot_assume *a = o->model->assume;
    if (fact < 0 || depth > TESTS_DEPTH || a->protocol->facts[fact].source != MOOT_FACT_GIVEN) {
        return 0;
    }
    uint8_t type = a->protocol->facts[fact].type;
    if (type == MOOT_T_CONSENT || type == MOOT_T_SPELLS) {
        return 0; /* a consent is answered in time; spells stand in the file */
    }
    if (moot_oracle__told_later(c, fact, child, out)) {
        return 1;
    }
    int32_t row = find_row(o, c, a->of_fact[fact], child, depth);
    if (row < 0) {
        return 0;
    }
    int32_t whose = a->protocol->facts[fact].per_child || fact == a->protocol->dob_fact ? child : -1;
    moot_draw_key key = key_of(o, o->model->fact_keys[fact], whose, PURPOSE_FACT, 0, 0);
    if (row_at(o, row)->chances.count > 0) {
        int32_t chance = pick(o, row, NULL, &key);
        int32_t ref = chance >= 0 ? a->chances[chance].ref : 0;
        *out = type == MOOT_T_YESNO ? moot_value_yesno(ref) : moot_value_of((moot_type)type, ref, 0);
        return chance >= 0;
    }
    *out = row_at(o, row)->takes >= 0 ? moot_oracle__drawn_amount(a, c, row_at(o, row), &key) : moot_unknown();
    return moot_known(*out);
}
