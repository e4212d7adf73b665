/* Chains of comparisons answer as the trees do that they were made of: conditions and facts are drawn, and each is read both
 * ways. What the trees answer is the matter of test_condition.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "vm/condition/plain.h"

enum { F_DOB, F_YES, F_COUNT, F_LEGAL, F_LEFT_ON, F_SAFE, F_PRESUMED, FACTS };
enum { T_CALL, T_TURNS, TRIGGERS };
enum { CHILDREN = 2, ROWS = 1 + CHILDREN, ROOM = 400, DRAWN = 20000 };

typedef struct world {
    moot_zone *zone;
    moot_calendar *calendar;
    moot_fact_rule rules[FACTS];
    moot_cond_node nodes[ROOM];
    moot_operand operands[ROOM];
    int32_t node_count, operand_count;
    moot_value values[ROWS * FACTS];
    uint32_t fired[TRIGGERS];
    moot_when last[TRIGGERS];
    moot_plain plain;
    moot_conditions conditions;
    moot_facts facts;
    uint64_t state;
} world;

static world w;

static int32_t below(int32_t n)
{
    w.state = w.state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int32_t)((w.state >> 33) % (uint64_t)n);
}

static int load(void **state)
{
    static const uint8_t types[FACTS] = { MOOT_T_DATE,   MOOT_T_YESNO, MOOT_T_INTEGER, MOOT_T_ONE_OF,
                                          MOOT_T_DATE,   MOOT_T_YESNO, MOOT_T_YESNO };
    (void)state;
    memset(&w, 0, sizeof w);
    if (moot_zone_load("Europe/London", &w.zone, NULL) || moot_calendar_new(w.zone, "", &w.calendar, NULL)
        || moot_calendar_freeze(w.calendar, NULL)) {
        return -1;
    }
    for (int i = 0; i < FACTS; i++) {
        w.rules[i] = (moot_fact_rule){ types[i], i == F_SAFE, i == F_PRESUMED ? moot_value_yesno(1) : moot_unknown() };
    }
    w.conditions = (moot_conditions){ w.nodes, w.operands, w.rules, NULL, NULL, (const moot_calendar *const *)&w.calendar, NULL };
    w.facts.fact_count = FACTS;
    w.facts.values = w.values;
    w.facts.dob_fact = F_DOB;
    w.facts.lead = -1;
    w.facts.trigger_count = w.fired;
    w.facts.trigger_last = w.last;
    return 0;
}

static int unload(void **state)
{
    (void)state;
    moot_calendar_free(w.calendar);
    moot_zone_free(w.zone);
    return 0;
}

/* ---- drawing conditions ---- */

static void operand(moot_operand_kind kind, int32_t ref, moot_value value)
{
    w.operands[w.operand_count++] = (moot_operand){ (uint8_t)kind, ref, -1, value };
}

static moot_value drawn_value(moot_type type)
{
    moot_day day = 20400 + below(60);
    switch (type) {
    case MOOT_T_YESNO: return moot_value_yesno(below(2));
    case MOOT_T_DATE: return moot_value_of(type, day, day + (below(4) == 0 ? below(40) : 0));
    default: return moot_value_of(type, below(5), 0);
    }
}

static void drawn_operand(int32_t fact)
{
    if (w.rules[fact].type == MOOT_T_DATE && below(3) > 0) {
        operand(MOOT_OPERAND_TRIGGER, below(TRIGGERS), moot_unknown());
    } else if (below(8) == 0) {
        operand(MOOT_OPERAND_FACT, fact == F_COUNT ? F_COUNT : F_PRESUMED, moot_unknown());
    } else {
        operand(MOOT_OPERAND_CONST, -1, drawn_value((moot_type)w.rules[fact].type));
    }
}

/* A test that a script could write: order of numbers and dates only, lists of what stands there. */
static void draw_test(moot_cond_node *n)
{
    static const moot_test ordered[] = { MOOT_TEST_UNDER, MOOT_TEST_OVER, MOOT_TEST_AT_LEAST, MOOT_TEST_AT_MOST,
                                         MOOT_TEST_BETWEEN, MOOT_TEST_EARLIER_THAN, MOOT_TEST_LATER_THAN };
    int of_age = below(4) == 0;
    int32_t fact = below(FACTS);
    int order = of_age || w.rules[fact].type == MOOT_T_INTEGER || w.rules[fact].type == MOOT_T_DATE;
    int32_t kind = below(10);
    n->kind = MOOT_COND_TEST;
    n->subject = of_age ? MOOT_SUBJECT_AGE : MOOT_SUBJECT_FACT;
    n->ref = of_age ? -1 : fact;
    n->first = w.operand_count;
    n->test = (uint8_t)(kind == 0 && !of_age ? MOOT_TEST_KNOWN : kind == 1 && !of_age ? MOOT_TEST_UNKNOWN
                        : kind < 4 ? MOOT_TEST_ONE_OF : order && kind < 9 ? ordered[below((int32_t)MOOT_COUNT(ordered))] : MOOT_TEST_IS);
    n->count = n->test == MOOT_TEST_ONE_OF ? 1 + below(3) : n->test == MOOT_TEST_BETWEEN ? 2
               : n->test == MOOT_TEST_KNOWN || n->test == MOOT_TEST_UNKNOWN ? 0 : 1;
    for (int32_t i = 0; i < n->count; i++) {
        if (of_age) {
            operand(MOOT_OPERAND_CONST, -1, moot_value_of(MOOT_T_INTEGER, 15 + below(6), 0));
        } else {
            drawn_operand(fact);
        }
    }
}

static void draw_condition(int depth)
{
    int32_t index = w.node_count++;
    w.nodes[index] = (moot_cond_node){ .ref = -1, .calendar = -1, .from = -1, .to = -1 };
    if (depth == 0 || below(3) == 0) {
        draw_test(&w.nodes[index]);
    } else {
        static const moot_node_kind kinds[] = { MOOT_COND_ALL,  MOOT_COND_ALL,        MOOT_COND_ANY,
                                                MOOT_COND_NONE, MOOT_COND_SOME_CHILD, MOOT_COND_EVERY_CHILD };
        w.nodes[index].kind = (uint8_t)kinds[below((int32_t)MOOT_COUNT(kinds))];
        for (int32_t i = below(4); i > 0; i--) {
            draw_condition(depth - 1);
        }
    }
    w.nodes[index].next = w.node_count;
}

/* ---- drawing facts ---- */

static void draw_facts(void)
{
    moot_instant now = (moot_instant)(20440 + below(10)) * 86400 + 3600 * below(24);
    w.facts.now = (moot_when){ now, now + (below(6) == 0 ? 86400 * below(20) : 0) };
    w.facts.child_count = below(ROWS);
    for (int32_t i = 0; i < ROWS * FACTS; i++) {
        w.values[i] = below(6) == 0 ? moot_unknown() : drawn_value((moot_type)w.rules[i % FACTS].type);
        if (i % FACTS == F_DOB && moot_known(w.values[i])) { /* 15 to 21 years before */
            moot_day dob = 20440 - 5500 - below(2200);
            w.values[i] = moot_value_of(MOOT_T_DATE, dob, dob + (below(5) == 0 ? 30 : 0));
        }
    }
    for (int i = 0; i < TRIGGERS; i++) {
        moot_instant at = (moot_instant)(20400 + below(60)) * 86400 + 3600 * below(24);
        w.fired[i] = (uint32_t)below(2);
        w.last[i] = below(5) == 0 ? moot_when_at(MOOT_NEVER) : (moot_when){ at, at + (below(4) == 0 ? 86400 * 9 : 0) };
    }
    if (below(4) > 0) {
        moot_facts_age(&w.conditions, &w.facts);
    }
}

static void a_chain_answers_as_its_tree(void **state)
{
    int32_t answers[3] = { 0 }, told = 0;
    (void)state;
    for (int32_t n = 0; n < DRAWN; n++) {
        int32_t second;
        w.state = (uint64_t)n;
        w.node_count = w.operand_count = 0;
        draw_condition(3);
        second = w.node_count;
        draw_condition(2);
        assert_int_equal(moot_plain_build(&w.plain, w.nodes, w.node_count, w.operands, NULL), MOOT_OK);
        for (int32_t i = 0; i < 12; i++) {
            int32_t root = i % 2 ? second : 0;
            draw_facts();
            for (int32_t child = -1; child < w.facts.child_count; child++) {
                moot_tri tree = moot_cond_explain(&w.conditions, &w.facts, root, child, NULL, NULL);
                w.conditions.plain = &w.plain;
                moot_tri chain = moot_plain_eval(&w.conditions, &w.facts, w.plain.first[root], child);
                moot_tri both = moot_cond_eval(&w.conditions, &w.facts, root, child);
                w.conditions.plain = NULL;
                if (both != tree || (chain != MOOT_UNKNOWN && chain != tree)) {
                    fail_msg("condition %d read the %d. time: the tree says %d, its chain %d, both %d", (int)n, (int)i, tree, chain,
                             both);
                }
                answers[tree]++;
                told += chain != MOOT_UNKNOWN;
            }
        }
        moot_plain_done(&w.plain);
    }
    /* Each answer is common, and most are given by the chain: nothing is proved by conditions that nobody can tell. */
    assert_true(answers[MOOT_FALSE] > DRAWN && answers[MOOT_TRUE] > DRAWN && answers[MOOT_UNKNOWN] > DRAWN);
    assert_true(told > (answers[MOOT_FALSE] + answers[MOOT_TRUE]) / 10 * 7);
}

/* Of rows the first that holds is the answer, if none before it cannot be told. */
static void a_table_ends_at_the_first_row_that_holds(void **state)
{
    enum { TABLE = 4 };
    int32_t found[TABLE + 1] = { 0 }, untold = 0;
    (void)state;
    for (int32_t n = 0; n < DRAWN; n++) {
        int32_t rows[TABLE], first, expected = MOOT_LINK_FAILS;
        w.state = (uint64_t)n;
        w.node_count = w.operand_count = 0;
        for (int32_t i = 0; i < TABLE; i++) {
            rows[i] = w.node_count;
            draw_condition(1);
        }
        rows[TABLE - 1] = below(2) ? MOOT_NO_COND : rows[TABLE - 1];
        assert_int_equal(moot_plain_build(&w.plain, w.nodes, w.node_count, w.operands, NULL), MOOT_OK);
        assert_int_equal(moot_plain_table(&w.plain, w.nodes, w.operands, rows, TABLE, &first, NULL), MOOT_OK);
        draw_facts();
        moot_tri t = MOOT_FALSE;
        for (int32_t i = 0; t == MOOT_FALSE && i < TABLE; i++) {
            t = moot_cond_explain(&w.conditions, &w.facts, rows[i], -1, NULL, NULL);
            expected = t == MOOT_TRUE ? MOOT_LINK_ROW(i) : t == MOOT_UNKNOWN ? MOOT_LINK_UNKNOWN : expected;
        }
        w.conditions.plain = &w.plain;
        int32_t end = moot_plain_end(&w.conditions, &w.facts, first, -1);
        w.conditions.plain = NULL;
        if (end != expected && end != MOOT_LINK_UNKNOWN && (end != MOOT_LINK_UNTOLD || expected != MOOT_LINK_UNKNOWN)) {
            fail_msg("table %d ends at %d, not %d", (int)n, (int)end, (int)expected);
        }
        untold += end == MOOT_LINK_UNTOLD;
        found[end <= MOOT_LINK_ROW(0) ? MOOT_LINK_ROW(end) : TABLE]++;
        moot_plain_done(&w.plain);
    }
    assert_true(untold > DRAWN / 100);
    for (int32_t i = 0; i < TABLE; i++) {
        assert_true(found[i] > DRAWN / 100);
    }
}

/* What is no root has no chain of its own; a condition hangs on a reading wherever in it the figure stands. */
static void a_chain_is_of_a_whole_condition(void **state)
{
    (void)state;
    w.node_count = w.operand_count = 0;
    w.nodes[0] = (moot_cond_node){ .kind = MOOT_COND_ALL, .next = 3 };
    for (int32_t i = 1; i < 4; i++) {
        w.nodes[i] = (moot_cond_node){ .kind = MOOT_COND_TEST, .subject = MOOT_SUBJECT_FACT, .test = MOOT_TEST_IS,
                                       .ref = F_YES, .next = i + 1, .first = i - 1, .count = 1 };
        operand(MOOT_OPERAND_CONST, -1, moot_value_yesno(1));
    }
    w.operands[1].reading = 0;
    assert_int_equal(moot_plain_build(&w.plain, w.nodes, 4, w.operands, NULL), MOOT_OK);
    assert_int_equal(w.plain.first[1], -1);
    assert_int_equal(w.plain.first[2], -1);
    assert_int_equal(w.plain.links[w.plain.first[0]].flags, MOOT_CHAIN_CHOSEN);
    assert_int_equal(w.plain.links[w.plain.first[3]].flags, MOOT_CHAIN_ALONE);
    moot_plain_done(&w.plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chain_answers_as_its_tree),
        cmocka_unit_test(a_table_ends_at_the_first_row_that_holds),
        cmocka_unit_test(a_chain_is_of_a_whole_condition),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
