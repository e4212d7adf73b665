/* Conditions: three-valued truth tables, ages and dates known only within bounds, totals of spells, desk hours, and when time
 * alone changes an answer. Expected answers are from design.md ("Conditions", rules 2, 5 and 6), section 3 for ages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "vm/condition/condition.h"
#include "vm/condition/spells.h"

/* ---- one small world: facts, triggers, two calendars; conditions are built as each test needs them ---- */

enum { F_DOB, F_A, F_B, F_COUNT, F_LEFT_ON, F_CALLED_AT, F_CARE, F_SAFE, F_PRESUMED, FACTS };
enum { T_CALL, T_TURNS_14, TRIGGERS };
enum { CHILDREN = 2, ROWS = 1 + CHILDREN, ROOM = 64, SPELLS = 4 };
enum { WORKING, DESK, CALENDARS };

typedef struct world {
    moot_zone *zone;
    moot_calendar *calendars[CALENDARS];
    moot_fact_rule rules[FACTS];
    moot_cond_node nodes[ROOM];
    moot_operand operands[ROOM];
    moot_param_step steps[2];
    int32_t param_first[2];
    int32_t node_count, operand_count;
    moot_value values[ROWS * FACTS];
    moot_spell spells[SPELLS];
    uint32_t fired[TRIGGERS];
    moot_when last[TRIGGERS];
    moot_conditions conditions;
    moot_facts facts;
} world;

static world w;

static moot_when when(const char *text)
{
    moot_when out;
    assert_int_equal(moot_when_parse(w.zone, text, &out, NULL), MOOT_OK);
    return out;
}

static moot_value date(const char *text)
{
    moot_day lo, hi;
    assert_int_equal(moot_days_parse(text, &lo, &hi, NULL), MOOT_OK);
    return moot_value_of(MOOT_T_DATE, lo, hi);
}

static moot_value number(int64_t n)
{
    return moot_value_of(MOOT_T_INTEGER, n, 0);
}

static moot_value days(int64_t n)
{
    return moot_value_of(MOOT_T_DURATION, n, MOOT_DAYS);
}

static moot_value yes_if(moot_tri t)
{
    return t == MOOT_UNKNOWN ? moot_unknown() : moot_value_yesno(t == MOOT_TRUE);
}

static int load(void **state)
{
    (void)state;
    memset(&w, 0, sizeof w);
    if (moot_zone_load("Europe/London", &w.zone, NULL) || moot_calendar_new(w.zone, "", &w.calendars[WORKING], NULL)
        || moot_calendar_new(w.zone, "Desk", &w.calendars[DESK], NULL)) {
        return -1;
    }
    for (int day = 0; day < 5; day++) { /* 09:00 to 16:30, Monday to Friday */
        if (moot_calendar_open_hours(w.calendars[DESK], day, 9 * 3600, 16 * 3600 + 1800, NULL)) {
            return -1;
        }
    }
    return moot_calendar_freeze(w.calendars[WORKING], NULL) || moot_calendar_freeze(w.calendars[DESK], NULL);
}

static int unload(void **state)
{
    (void)state;
    moot_calendar_free(w.calendars[WORKING]);
    moot_calendar_free(w.calendars[DESK]);
    moot_zone_free(w.zone);
    return 0;
}

/* Nothing known, no children, no conditions, at noon of 21 May 2026. */
static int begin(void **state)
{
    static const moot_type types[FACTS] = {
        [F_DOB] = MOOT_T_DATE,     [F_A] = MOOT_T_YESNO,           [F_B] = MOOT_T_YESNO,     [F_COUNT] = MOOT_T_INTEGER,
        [F_LEFT_ON] = MOOT_T_DATE, [F_CALLED_AT] = MOOT_T_INSTANT, [F_CARE] = MOOT_T_SPELLS, [F_SAFE] = MOOT_T_YESNO,
        [F_PRESUMED] = MOOT_T_YESNO,
    };
    (void)state;
    for (int i = 0; i < FACTS; i++) {
        w.rules[i] = (moot_fact_rule){ (uint8_t)types[i], i == F_SAFE, moot_unknown() };
    }
    w.rules[F_PRESUMED].presumed = moot_value_yesno(1);
    for (int i = 0; i < ROWS * FACTS; i++) {
        w.values[i] = moot_unknown();
    }
    for (int i = 0; i < TRIGGERS; i++) {
        w.fired[i] = 0;
        w.last[i] = moot_when_at(MOOT_NEVER);
    }
    w.node_count = w.operand_count = 0;
    w.steps[0] = (moot_param_step){ (moot_day)date("2018-01-01").a, days(10), 0 };
    w.steps[1] = (moot_param_step){ (moot_day)date("2024-04-01").a, days(15), 0 };
    w.param_first[0] = 0;
    w.param_first[1] = 2;
    w.conditions = (moot_conditions){ w.nodes, w.operands, w.rules, w.steps, w.param_first,
                                      (const moot_calendar *const *)w.calendars, NULL };
    memset(&w.facts, 0, sizeof w.facts);
    w.facts.fact_count = FACTS;
    w.facts.values = w.values;
    w.facts.spells = w.spells;
    w.facts.dob_fact = F_DOB;
    w.facts.now = when("2026-05-21 12:00");
    w.facts.law_day = (moot_day)date("2026-05-21").a;
    w.facts.lead = -1;
    w.facts.trigger_count = w.fired;
    w.facts.trigger_last = w.last;
    return 0;
}

static moot_value *fact(int32_t row, int32_t index)
{
    return &w.values[row * FACTS + index];
}

static void spell(const char *from, const char *to)
{
    moot_when start = when(from);
    moot_when end = to ? when(to) : moot_when_at(MOOT_NEVER);
    w.spells[w.facts.spell_count++] = (moot_spell){ F_CARE, -1, start.lo, start.hi, end.lo, end.hi };
}

/* ---- building conditions ---- */

static int32_t operand(moot_operand_kind kind, int32_t ref, moot_value value)
{
    w.operands[w.operand_count] = (moot_operand){ (uint8_t)kind, ref, -1, value };
    return w.operand_count++;
}

static moot_cond_node *node(moot_node_kind kind)
{
    moot_cond_node *n = &w.nodes[w.node_count++];
    memset(n, 0, sizeof *n);
    n->kind = (uint8_t)kind;
    n->next = w.node_count;
    n->calendar = n->from = n->to = -1;
    n->first = w.operand_count;
    return n;
}

/* A test of a fact against a constant; its index. */
static int32_t test_fact(int32_t ref, moot_test test, moot_value value)
{
    moot_cond_node *n = node(MOOT_COND_TEST);
    n->subject = MOOT_SUBJECT_FACT;
    n->test = (uint8_t)test;
    n->ref = ref;
    n->count = 1;
    (void)operand(MOOT_OPERAND_CONST, -1, value);
    return w.node_count - 1;
}

static int32_t test_age(moot_test test, int64_t first, int64_t second)
{
    moot_cond_node *n = node(MOOT_COND_TEST);
    n->subject = MOOT_SUBJECT_AGE;
    n->test = (uint8_t)test;
    n->count = test == MOOT_TEST_BETWEEN ? 2 : 1;
    (void)operand(MOOT_OPERAND_CONST, -1, number(first));
    (void)operand(MOOT_OPERAND_CONST, -1, number(second));
    return w.node_count - 1;
}

static int32_t test_spells(moot_spell_fn fn, moot_test test, int64_t count)
{
    int32_t index = test_fact(F_CARE, test, days(count));
    w.nodes[index].spell = (uint8_t)fn;
    return index;
}

static int32_t open_group(moot_node_kind kind)
{
    (void)node(kind);
    return w.node_count - 1;
}

static void close_group(int32_t group)
{
    w.nodes[group].next = w.node_count;
}

static moot_tri ask(int32_t cond)
{
    return moot_cond_eval(&w.conditions, &w.facts, cond, -1);
}

static moot_tri ask_of(int32_t cond, int32_t child)
{
    return moot_cond_eval(&w.conditions, &w.facts, cond, child);
}

/* ---- groups ---- */

#define T MOOT_TRUE
#define F MOOT_FALSE
#define U MOOT_UNKNOWN

static void truth_tables_of_the_groups(void **state)
{
    static const struct {
        moot_tri a, b, all, any, none;
    } table[] = {
        { T, T, T, T, F }, { T, F, F, T, F }, { T, U, U, T, F }, { F, T, F, T, F }, { F, F, F, F, T },
        { F, U, F, U, U }, { U, T, U, T, F }, { U, F, F, U, U }, { U, U, U, U, U },
    };
    static const moot_node_kind kinds[] = { MOOT_COND_ALL, MOOT_COND_ANY, MOOT_COND_NONE };
    int32_t groups[3];
    (void)state;
    for (int k = 0; k < 3; k++) {
        groups[k] = open_group(kinds[k]);
        (void)test_fact(F_A, MOOT_TEST_IS, moot_value_yesno(1));
        (void)test_fact(F_B, MOOT_TEST_IS, moot_value_yesno(1));
        close_group(groups[k]);
    }
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        *fact(0, F_A) = yes_if(table[i].a);
        *fact(0, F_B) = yes_if(table[i].b);
        assert_int_equal(ask(groups[0]), table[i].all);
        assert_int_equal(ask(groups[1]), table[i].any);
        assert_int_equal(ask(groups[2]), table[i].none);
    }
}

static void an_empty_condition_holds(void **state)
{
    (void)state;
    assert_int_equal(ask(MOOT_NO_COND), T);
}

static void groups_nest(void **state)
{
    int32_t all = open_group(MOOT_COND_ALL), any, none;
    (void)state;
    (void)test_fact(F_A, MOOT_TEST_IS, moot_value_yesno(1));
    any = open_group(MOOT_COND_ANY);
    (void)test_fact(F_B, MOOT_TEST_IS, moot_value_yesno(1));
    none = open_group(MOOT_COND_NONE);
    (void)test_fact(F_COUNT, MOOT_TEST_OVER, number(3));
    close_group(none);
    close_group(any);
    close_group(all);
    *fact(0, F_A) = moot_value_yesno(1);
    assert_int_equal(ask(all), U); /* neither member of `any` is known */
    *fact(0, F_COUNT) = number(3);
    assert_int_equal(ask(all), T); /* three is not over three, so `none` holds */
    *fact(0, F_COUNT) = number(4);
    assert_int_equal(ask(all), U);
    *fact(0, F_B) = moot_value_yesno(0);
    assert_int_equal(ask(all), F);
}

/* Rule 6: a quantifier reads each child's own fact; without children the applicant is the only child. */
static void truth_tables_of_the_quantifiers(void **state)
{
    static const struct {
        moot_tri a, b, some, every;
    } table[] = {
        { T, T, T, T }, { T, F, T, F }, { T, U, T, U }, { F, F, F, F }, { F, U, U, F }, { U, U, U, U },
    };
    int32_t some = open_group(MOOT_COND_SOME_CHILD), every;
    (void)state;
    (void)test_fact(F_SAFE, MOOT_TEST_IS, moot_value_yesno(1));
    close_group(some);
    every = open_group(MOOT_COND_EVERY_CHILD);
    (void)test_fact(F_SAFE, MOOT_TEST_IS, moot_value_yesno(1));
    close_group(every);
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        w.facts.child_count = CHILDREN;
        *fact(1, F_SAFE) = yes_if(table[i].a);
        *fact(2, F_SAFE) = yes_if(table[i].b);
        assert_int_equal(ask(some), table[i].some);
        assert_int_equal(ask(every), table[i].every);
        w.facts.child_count = 0;
        *fact(0, F_SAFE) = yes_if(table[i].a);
        assert_int_equal(ask(some), table[i].a);
        assert_int_equal(ask(every), table[i].a);
    }
}

/* ---- single tests ---- */

static void tests_of_order_take_their_ends(void **state)
{
    static const struct {
        moot_test test;
        int64_t from, to; /* the numbers from 0 to 9 for which it holds */
    } table[] = {
        { MOOT_TEST_UNDER, 0, 3 }, { MOOT_TEST_AT_MOST, 0, 4 }, { MOOT_TEST_OVER, 5, 9 },
        { MOOT_TEST_AT_LEAST, 4, 9 }, { MOOT_TEST_IS, 4, 4 }, { MOOT_TEST_BETWEEN, 4, 6 },
    };
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        int32_t cond = test_fact(F_COUNT, table[i].test, number(4));
        (void)operand(MOOT_OPERAND_CONST, -1, number(6));
        *fact(0, F_COUNT) = moot_unknown();
        assert_int_equal(ask(cond), U);
        for (int64_t n = 0; n < 10; n++) {
            *fact(0, F_COUNT) = number(n);
            assert_int_equal(ask(cond), n >= table[i].from && n <= table[i].to ? T : F);
        }
    }
}

static void one_of_a_list(void **state)
{
    int32_t cond = test_fact(F_COUNT, MOOT_TEST_ONE_OF, number(2));
    (void)state;
    (void)operand(MOOT_OPERAND_CONST, -1, number(5));
    w.nodes[cond].count = 2;
    assert_int_equal(ask(cond), U);
    for (int64_t n = 0; n < 8; n++) {
        *fact(0, F_COUNT) = number(n);
        assert_int_equal(ask(cond), n == 2 || n == 5 ? T : F);
    }
}

/* `known` and `unknown` alone always answer; a presumption answers, and is not knowledge (rule 6). */
static void known_always_answers_and_a_presumption_is_not_knowledge(void **state)
{
    int32_t is = test_fact(F_PRESUMED, MOOT_TEST_IS, moot_value_yesno(1));
    int32_t known = test_fact(F_PRESUMED, MOOT_TEST_KNOWN, moot_unknown());
    int32_t unknown = test_fact(F_PRESUMED, MOOT_TEST_UNKNOWN, moot_unknown());
    int presumed = 0;
    (void)state;
    assert_int_equal(ask(is), T);
    assert_int_equal(ask(known), F);
    assert_int_equal(ask(unknown), T);
    assert_true(moot_known(moot_fact_value(&w.conditions, &w.facts, F_PRESUMED, -1, &presumed)));
    assert_int_equal(presumed, 1);
    *fact(0, F_PRESUMED) = moot_value_yesno(0);
    assert_int_equal(ask(is), F);
    assert_int_equal(ask(known), T);
    assert_int_equal(ask(unknown), F);
    (void)moot_fact_value(&w.conditions, &w.facts, F_PRESUMED, -1, &presumed);
    assert_int_equal(presumed, 0);
}

static void an_unknown_figure_makes_the_answer_unknown(void **state)
{
    int32_t cond = test_fact(F_LEFT_ON, MOOT_TEST_LATER_THAN, moot_unknown());
    (void)state;
    w.operands[w.nodes[cond].first] = (moot_operand){ MOOT_OPERAND_TRIGGER, T_CALL, -1, moot_unknown() };
    *fact(0, F_LEFT_ON) = date("2026-05-20");
    assert_int_equal(ask(cond), U); /* the call has not been */
    w.last[T_CALL] = when("2026-05-19 10:00");
    assert_int_equal(ask(cond), T);
    w.last[T_CALL] = when("2026-05-20 10:00");
    assert_int_equal(ask(cond), F); /* the same day: a day has no hour */
}

static void a_param_is_the_figure_of_the_law_day(void **state)
{
    (void)state;
    w.facts.law_day = (moot_day)date("2024-03-31").a;
    assert_int_equal(moot_param_value(&w.conditions, &w.facts, 0).a, 10);
    w.facts.law_day = (moot_day)date("2024-04-01").a;
    assert_int_equal(moot_param_value(&w.conditions, &w.facts, 0).a, 15);
    w.facts.law_day = (moot_day)date("2010-01-01").a;
    assert_int_equal(moot_param_value(&w.conditions, &w.facts, 0).a, 10); /* before the first: the first */
}

/* ---- windows ---- */

static void a_date_known_to_the_month_is_unknown_where_it_could_go_either_way(void **state)
{
    static const struct {
        const char *known, *against;
        moot_tri earlier, later, is;
    } table[] = {
        { "2026-05", "2026-04-30", F, T, F },    { "2026-05", "2026-05-01", F, U, U },
        { "2026-05", "2026-05-15", U, U, U },    { "2026-05", "2026-05-31", U, F, U },
        { "2026-05", "2026-06-01", T, F, F },    { "2026-05-15", "2026-05-15", F, F, T },
        { "2026", "2026-05-15", U, U, U },       { "2025", "2026-05-15", T, F, F },
    };
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        int32_t earlier = test_fact(F_LEFT_ON, MOOT_TEST_EARLIER_THAN, date(table[i].against));
        int32_t later = test_fact(F_LEFT_ON, MOOT_TEST_LATER_THAN, date(table[i].against));
        int32_t is = test_fact(F_LEFT_ON, MOOT_TEST_IS, date(table[i].against));
        *fact(0, F_LEFT_ON) = date(table[i].known);
        assert_int_equal(ask(earlier), table[i].earlier);
        assert_int_equal(ask(later), table[i].later);
        assert_int_equal(ask(is), table[i].is);
    }
}

static void a_time_compares_with_a_date_by_its_day(void **state)
{
    int32_t later = test_fact(F_CALLED_AT, MOOT_TEST_LATER_THAN, date("2026-05-21"));
    int32_t is = test_fact(F_CALLED_AT, MOOT_TEST_IS, date("2026-05-21"));
    moot_when call = when("2026-05-21 23:59");
    (void)state;
    *fact(0, F_CALLED_AT) = moot_value_of(MOOT_T_INSTANT, call.lo, call.hi);
    assert_int_equal(ask(later), F);
    assert_int_equal(ask(is), T);
    call = when("2026-05-22 00:00");
    *fact(0, F_CALLED_AT) = moot_value_of(MOOT_T_INSTANT, call.lo, call.hi);
    assert_int_equal(ask(later), T);
    assert_int_equal(ask(is), F);
}

/* ---- ages ---- */

static void an_age_is_attained_as_the_birthday_begins(void **state)
{
    int32_t minor = test_age(MOOT_TEST_UNDER, 18, 0);
    int32_t young = test_age(MOOT_TEST_BETWEEN, 16, 17);
    (void)state;
    *fact(0, F_DOB) = date("2008-05-22");
    w.facts.now = when("2026-05-21 23:59");
    assert_int_equal(ask(minor), T);
    assert_int_equal(ask(young), T);
    moot_facts_age(&w.conditions, &w.facts); /* worked out, it is of this moment and this birth alone */
    assert_int_equal(ask(minor), T);
    w.facts.now = when("2026-05-22 00:00");
    assert_int_equal(ask(minor), F);
    assert_int_equal(ask(young), F);
    w.facts.now = when("2024-05-21 23:59");
    assert_int_equal(ask(young), F);
    w.facts.now = when("2024-05-22 00:00");
    moot_facts_age(&w.conditions, &w.facts);
    assert_int_equal(ask(young), T);
    *fact(0, F_DOB) = date("2008-05-23");
    assert_int_equal(ask(young), F);
}

/* Born on 29 February one attains an age on 1 March in a common year, on the day itself in a leap year. */
static void born_on_29_february(void **state)
{
    int32_t adult = test_age(MOOT_TEST_AT_LEAST, 18, 0);
    int32_t twenty = test_age(MOOT_TEST_AT_LEAST, 20, 0);
    (void)state;
    *fact(0, F_DOB) = date("2008-02-29");
    w.facts.now = when("2026-02-28 23:59");
    assert_int_equal(ask(adult), F);
    w.facts.now = when("2026-03-01 00:00");
    assert_int_equal(ask(adult), T);
    w.facts.now = when("2028-02-28 23:59");
    assert_int_equal(ask(twenty), F);
    w.facts.now = when("2028-02-29 00:00");
    assert_int_equal(ask(twenty), T);
}

static void an_age_known_to_the_month_is_unknown_between_the_first_and_the_last_birthday(void **state)
{
    static const struct {
        const char *born, *now;
        moot_tri minor;
        int lo, hi;
    } table[] = {
        { "2008-05", "2026-04-30 23:59", T, 17, 17 }, { "2008-05", "2026-05-01 00:00", U, 17, 18 },
        { "2008-05", "2026-05-30 12:00", U, 17, 18 }, { "2008-05", "2026-05-31 00:00", F, 18, 18 },
        { "2008", "2025-12-31 12:00", T, 17, 17 },    { "2008", "2026-06-15 12:00", U, 17, 18 },
        { "2008", "2026-12-31 00:00", F, 18, 18 },    { "2008-02", "2026-02-28 12:00", U, 17, 18 },
        { "2008-02", "2026-03-01 00:00", F, 18, 18 }, /* the last of them was born on the 29th */
    };
    int32_t minor = test_age(MOOT_TEST_UNDER, 18, 0);
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        int lo = -1, hi = -1;
        *fact(0, F_DOB) = date(table[i].born);
        w.facts.now = when(table[i].now);
        assert_int_equal(moot_age(&w.conditions, &w.facts, -1, &lo, &hi), 1);
        assert_int_equal(lo, table[i].lo);
        assert_int_equal(hi, table[i].hi);
        assert_int_equal(ask(minor), table[i].minor);
    }
}

/* The moment itself may be a window: a record known to the day, or to the month. */
static void an_age_at_a_moment_known_to_the_month(void **state)
{
    int32_t minor = test_age(MOOT_TEST_UNDER, 18, 0);
    (void)state;
    *fact(0, F_DOB) = date("2008-05-22");
    w.facts.now = when("2026-05");
    assert_int_equal(ask(minor), U);
    w.facts.now = when("2026-04");
    assert_int_equal(ask(minor), T);
    w.facts.now = when("2026-05-21");
    assert_int_equal(ask(minor), T);
    w.facts.now = when("2026-05-22");
    assert_int_equal(ask(minor), F);
}

/* A child's age is its own; where its birth is not known neither is its age (rule 6). */
static void the_age_of_a_child(void **state)
{
    int32_t small = test_age(MOOT_TEST_UNDER, 5, 0);
    (void)state;
    w.facts.child_count = CHILDREN;
    *fact(0, F_DOB) = date("2008-05-22");
    *fact(1, F_DOB) = date("2024-01-10");
    assert_int_equal(ask_of(small, -1), F);
    assert_int_equal(ask_of(small, 0), T);
    assert_int_equal(ask_of(small, 1), U);
}

/* ---- spells ---- */

static int64_t total_lo, total_hi;

static void total(moot_instant from, moot_instant to)
{
    moot_spells_total(&w.conditions, &w.facts, F_CARE, -1, from, to, &total_lo, &total_hi);
}

#define TOTAL(from, to, lo, hi)           \
    do {                                  \
        total(from, to);                  \
        assert_int_equal(total_lo, lo);   \
        assert_int_equal(total_hi, hi);   \
    } while (0)

static void a_total_counts_days_both_ends_in_and_leap_days(void **state)
{
    (void)state;
    spell("2024-02-01", "2024-03-01");
    TOTAL(MOOT_ALWAYS, MOOT_NEVER, 30, 30); /* 29 days of February, and 1 March */
    w.facts.spell_count = 0;
    spell("2023-02-01", "2023-03-01");
    TOTAL(MOOT_ALWAYS, MOOT_NEVER, 29, 29);
    w.facts.spell_count = 0;
    spell("2024-02-29", "2024-02-29");
    TOTAL(MOOT_ALWAYS, MOOT_NEVER, 1, 1);
}

/* A change of the clock is no change of the count: 29 March 2026 has 23 hours and is one day. */
static void a_total_counts_days_not_hours(void **state)
{
    (void)state;
    spell("2026-03-28 22:00", "2026-03-30 01:00");
    TOTAL(MOOT_ALWAYS, MOOT_NEVER, 3, 3);
}

static void a_day_shared_by_two_spells_counts_once(void **state)
{
    (void)state;
    spell("2026-03-01", "2026-03-10");
    spell("2026-03-10", "2026-03-12"); /* the 10th is in both */
    spell("2026-03-02", "2026-03-05"); /* wholly inside */
    spell("2026-04-01", "2026-04-02");
    TOTAL(MOOT_ALWAYS, MOOT_NEVER, 14, 14);
}

static void a_running_spell_counts_to_now_and_one_to_come_not_at_all(void **state)
{
    (void)state;
    spell("2026-05-12", NULL);
    TOTAL(MOOT_ALWAYS, MOOT_NEVER, 10, 10); /* 12 to 21 May */
    w.facts.now = when("2026-05-22 00:00");
    TOTAL(MOOT_ALWAYS, MOOT_NEVER, 11, 11);
    w.facts.spell_count = 0;
    spell("2026-06-01", "2026-06-05");
    TOTAL(MOOT_ALWAYS, MOOT_NEVER, 0, 0);
}

static void a_total_is_clipped(void **state)
{
    (void)state;
    spell("2026-03-01", "2026-03-10");
    TOTAL(when("2026-03-05").lo, MOOT_NEVER, 6, 6);
    TOTAL(MOOT_ALWAYS, when("2026-03-03").hi, 3, 3);
    TOTAL(when("2026-03-11").lo, MOOT_NEVER, 0, 0);
}

static void a_spell_known_to_the_month_gives_a_range(void **state)
{
    int32_t at_least_20 = test_spells(MOOT_SPELL_TOTAL, MOOT_TEST_AT_LEAST, 20);
    int32_t at_least_11 = test_spells(MOOT_SPELL_TOTAL, MOOT_TEST_AT_LEAST, 11);
    int32_t at_least_42 = test_spells(MOOT_SPELL_TOTAL, MOOT_TEST_AT_LEAST, 42);
    (void)state;
    spell("2026-03", "2026-04-10"); /* from 1 to 31 March on: 41 days at most, 11 at least */
    TOTAL(MOOT_ALWAYS, MOOT_NEVER, 11, 41);
    assert_int_equal(ask(at_least_20), U);
    assert_int_equal(ask(at_least_11), T);
    assert_int_equal(ask(at_least_42), F);
}

/* `total(…, { from = turns(14) })`: unknown until the birthday is known; a birthday known to the month gives a range. */
static void a_total_from_a_birthday(void **state)
{
    int32_t cond = test_spells(MOOT_SPELL_TOTAL, MOOT_TEST_AT_LEAST, 10);
    (void)state;
    w.nodes[cond].from = T_TURNS_14;
    spell("2026-03-01", "2026-03-15");
    assert_int_equal(ask(cond), U);
    w.last[T_TURNS_14] = when("2026-03-06 00:00"); /* ten days are left */
    assert_int_equal(ask(cond), T);
    w.last[T_TURNS_14] = when("2026-03-07 00:00"); /* nine */
    assert_int_equal(ask(cond), F);
    w.last[T_TURNS_14] = (moot_when){ when("2026-03-01").lo, when("2026-03-31").lo };
    assert_int_equal(ask(cond), U);
    w.last[T_TURNS_14] = (moot_when){ when("2026-03-01").lo, when("2026-03-06").lo };
    assert_int_equal(ask(cond), T);
}

static void the_longest_spell(void **state)
{
    int32_t four = test_spells(MOOT_SPELL_LONGEST, MOOT_TEST_AT_LEAST, 4);
    int32_t five = test_spells(MOOT_SPELL_LONGEST, MOOT_TEST_AT_LEAST, 5);
    (void)state;
    assert_int_equal(ask(four), F); /* none at all */
    spell("2026-03-01", "2026-03-03");
    spell("2026-03-04", "2026-03-07");
    assert_int_equal(ask(four), T);
    assert_int_equal(ask(five), F); /* seven days in all, but not in one spell */
}

static void any_spell_at_a_moment(void **state)
{
    int32_t cond = test_spells(MOOT_SPELL_ANY_AT, MOOT_TEST_IS, 0);
    (void)state;
    w.nodes[cond].from = T_CALL;
    spell("2026-03-01", "2026-03-10");
    assert_int_equal(ask(cond), U); /* the call has not been */
    w.last[T_CALL] = when("2026-03-10 23:59");
    assert_int_equal(ask(cond), U); /* whether it ended before that hour is not known */
    w.last[T_CALL] = when("2026-03-09 10:00");
    assert_int_equal(ask(cond), T);
    w.last[T_CALL] = when("2026-03-11 00:00");
    assert_int_equal(ask(cond), F);
    w.last[T_CALL] = when("2026-03");
    assert_int_equal(ask(cond), U);
}

/* ---- desk hours ---- */

static void on_the_minute_is_inside(void **state)
{
    static const struct {
        const char *now;
        moot_tri inside;
    } table[] = {
        { "2026-05-21 08:59", F }, { "2026-05-21 09:00", T }, { "2026-05-21 16:30", T }, { "2026-05-21 16:31", F },
        { "2026-05-23 12:00", F }, /* a Saturday */
        { "2026-05-25 12:00", F }, /* the spring bank holiday */
        { "2026-05-21", U },       /* some time on that day */
        { "2026-05-23", F },
    };
    moot_cond_node *n;
    (void)state;
    n = node(MOOT_COND_TEST);
    n->subject = MOOT_SUBJECT_NOW;
    n->test = MOOT_TEST_INSIDE;
    n->calendar = DESK;
    n = node(MOOT_COND_TEST);
    n->subject = MOOT_SUBJECT_NOW;
    n->test = MOOT_TEST_OUTSIDE;
    n->calendar = DESK;
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        w.facts.now = when(table[i].now);
        assert_int_equal(ask(0), table[i].inside);
        assert_int_equal(ask(1), moot_tri_not(table[i].inside));
    }
}

/* ---- what is told of a reading ---- */

typedef struct told {
    int32_t nodes[ROOM];
    moot_tri verdicts[ROOM];
    int count;
} told;

static void tell(void *user, int32_t index, int32_t child, moot_value seen, int presumed, moot_tri verdict)
{
    told *t = user;
    (void)child;
    (void)seen;
    (void)presumed;
    t->nodes[t->count] = index;
    t->verdicts[t->count++] = verdict;
}

/* An explanation reads every member, also those after the one that decides. */
static void an_explanation_names_each_test(void **state)
{
    told t = { { 0 }, { MOOT_FALSE }, 0 };
    int32_t all = open_group(MOOT_COND_ALL);
    int32_t a = test_fact(F_A, MOOT_TEST_IS, moot_value_yesno(1));
    int32_t b = test_fact(F_B, MOOT_TEST_IS, moot_value_yesno(1));
    int32_t count = test_fact(F_COUNT, MOOT_TEST_OVER, number(2));
    (void)state;
    close_group(all);
    *fact(0, F_A) = moot_value_yesno(0);
    *fact(0, F_COUNT) = number(3);
    assert_int_equal(moot_cond_explain(&w.conditions, &w.facts, all, -1, tell, &t), F);
    assert_int_equal(t.count, 3);
    assert_int_equal(t.nodes[0], a);
    assert_int_equal(t.nodes[1], b);
    assert_int_equal(t.nodes[2], count);
    assert_int_equal(t.verdicts[0], F);
    assert_int_equal(t.verdicts[1], U);
    assert_int_equal(t.verdicts[2], T);
}

/* ---- when time alone changes an answer ---- */

static moot_instant next_change(int32_t cond)
{
    return moot_cond_next_change(&w.conditions, &w.facts, cond, -1);
}

static void the_next_change_of_an_age_is_the_next_birthday(void **state)
{
    int32_t minor = test_age(MOOT_TEST_UNDER, 18, 0);
    int32_t a = test_fact(F_A, MOOT_TEST_IS, moot_value_yesno(1));
    (void)state;
    assert_true(next_change(minor) == MOOT_NEVER); /* no birth is known */
    assert_true(next_change(a) == MOOT_NEVER);     /* time alone changes no fact */
    assert_true(next_change(MOOT_NO_COND) == MOOT_NEVER);
    *fact(0, F_DOB) = date("2008-05-22");
    assert_true(next_change(minor) == when("2026-05-22").lo);
    *fact(0, F_DOB) = date("2008-02-29");
    assert_true(next_change(minor) == when("2027-03-01").lo);
    *fact(0, F_DOB) = date("2008-06"); /* the first day on which it may */
    assert_true(next_change(minor) == when("2026-06-01").lo);
    w.facts.now = when("2199-12-31"); /* the last day there is: a birthday of 2200 would come at once, again and again */
    assert_true(next_change(minor) == MOOT_NEVER);
}

/* Ten days from the 12th on: the total reaches them as the 21st begins, and fifteen as the 26th does. */
static void the_next_change_of_a_running_total_is_its_crossing(void **state)
{
    int32_t cond = test_spells(MOOT_SPELL_TOTAL, MOOT_TEST_AT_LEAST, 15);
    (void)state;
    spell("2026-05-12", NULL);
    moot_instant at = next_change(cond);
    assert_true(at == when("2026-05-26").lo);
    w.facts.now = moot_when_at(at - 1);
    assert_int_equal(ask(cond), F);
    w.facts.now = moot_when_at(at);
    assert_int_equal(ask(cond), T);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(truth_tables_of_the_groups, begin),
        cmocka_unit_test_setup(an_empty_condition_holds, begin),
        cmocka_unit_test_setup(groups_nest, begin),
        cmocka_unit_test_setup(truth_tables_of_the_quantifiers, begin),
        cmocka_unit_test_setup(tests_of_order_take_their_ends, begin),
        cmocka_unit_test_setup(one_of_a_list, begin),
        cmocka_unit_test_setup(known_always_answers_and_a_presumption_is_not_knowledge, begin),
        cmocka_unit_test_setup(an_unknown_figure_makes_the_answer_unknown, begin),
        cmocka_unit_test_setup(a_param_is_the_figure_of_the_law_day, begin),
        cmocka_unit_test_setup(a_date_known_to_the_month_is_unknown_where_it_could_go_either_way, begin),
        cmocka_unit_test_setup(a_time_compares_with_a_date_by_its_day, begin),
        cmocka_unit_test_setup(an_age_is_attained_as_the_birthday_begins, begin),
        cmocka_unit_test_setup(born_on_29_february, begin),
        cmocka_unit_test_setup(an_age_known_to_the_month_is_unknown_between_the_first_and_the_last_birthday, begin),
        cmocka_unit_test_setup(an_age_at_a_moment_known_to_the_month, begin),
        cmocka_unit_test_setup(the_age_of_a_child, begin),
        cmocka_unit_test_setup(a_total_counts_days_both_ends_in_and_leap_days, begin),
        cmocka_unit_test_setup(a_total_counts_days_not_hours, begin),
        cmocka_unit_test_setup(a_day_shared_by_two_spells_counts_once, begin),
        cmocka_unit_test_setup(a_running_spell_counts_to_now_and_one_to_come_not_at_all, begin),
        cmocka_unit_test_setup(a_total_is_clipped, begin),
        cmocka_unit_test_setup(a_spell_known_to_the_month_gives_a_range, begin),
        cmocka_unit_test_setup(a_total_from_a_birthday, begin),
        cmocka_unit_test_setup(the_longest_spell, begin),
        cmocka_unit_test_setup(any_spell_at_a_moment, begin),
        cmocka_unit_test_setup(on_the_minute_is_inside, begin),
        cmocka_unit_test_setup(an_explanation_names_each_test, begin),
        cmocka_unit_test_setup(the_next_change_of_an_age_is_the_next_birthday, begin),
        cmocka_unit_test_setup(the_next_change_of_a_running_total_is_its_crossing, begin),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
