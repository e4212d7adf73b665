/* Who comes beside a caseload (vm/run/arrivals.h): how many, when, like whom; against the Poisson distribution and, at a panel,
 * against the closed form of a queue and a simulation written out here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/lua/small_case.h"
#include "vm/run/arrivals.h"
#include "vm/run/world.h"

#define ASSUMED ", source = \"assumed\" }\n"
#define FIRST moot_day_of(2026, 1, 1)
#define LAST moot_day_of(2026, 12, 31)

static const char plain[] =
    "protocol \"test\" { council = \"Nowhere\", effective = \"2018-01-01\" }\n"
    "local officer = role \"Officer\" {}\n"
    "event \"asks\" { clause = \"1\" }\nevent \"calls\" { clause = \"1\" }\n"
    "fact \"dob\" { date, ask = \"Born?\" }\nfact \"household\" { one_of { \"single\", \"couple\" }, ask = \"Who?\" }\n"
    "fact \"ill\" { yesno, ask = \"Ill?\" }\nfact \"schooled\" { yesno, per = \"child\", ask = \"At school?\" }\n"
    "fact \"in care\" { spells, ask = \"In care?\" }\n"
    "stage \"look\" { clause = \"1\", owner = officer, on = any { event \"asks\", event \"calls\" },\n"
    "  outcome \"seen\" { clause = \"1\" }, outcome \"turned\" { clause = \"1\", on = turns(18) } }\n";

/* A protocol, what is assumed of it, and a caseload of which each case is made by hand. */
enum { CASES = 4 };
typedef struct town {
    moot_protocol *p;
    moot_assume *assume;
    moot_model *model;
    moot_input inputs[CASES];
    moot_record records[CASES];
    moot_value *values[CASES];
    moot_spell spells[CASES];
    int32_t count;
    moot_arrivals *arrivals;
    moot_arrived came;
    moot_crowd crowd;
} town;

static void open_town(town *t, const char *protocol, const char *assumed)
{
    memset(t, 0, sizeof *t);
    t->p = small_protocol(protocol);
    t->assume = small_assume(t->p, NULL, assumed);
    t->model = small_model(t->assume);
    moot_arrived_init(&t->came);
    moot_crowd_init(&t->crowd);
}

static void close_town(town *t)
{
    moot_arrivals_free(t->arrivals);
    moot_arrived_done(&t->came);
    moot_crowd_done(&t->crowd);
    for (int i = 0; i < CASES; i++) {
        free(t->values[i]);
    }
    moot_model_free(t->model);
    moot_assume_free(t->assume);
    moot_protocol_free(t->p);
}

static moot_instant at_text(const town *t, const char *text)
{
    moot_when when;
    assert_int_equal(moot_when_parse(t->p->zone, text, &when, NULL), MOOT_OK);
    return when.lo;
}

/* One more case, of so many children; with an event at a time, or without (NULL) any. */
static moot_input *add_case(town *t, const char *id, const char *event, const char *at, int32_t children)
{
    int32_t n = t->count++;
    size_t count = (size_t)t->p->facts_count * (1 + (size_t)children);
    moot_input *input = &t->inputs[n];
    moot_record *r = &t->records[n];
    moot_input_init(input);
    t->values[n] = calloc(count, sizeof **t->values);
    assert_non_null(t->values[n]);
    for (size_t i = 0; i < count; i++) {
        t->values[n][i] = moot_unknown();
    }
    input->id = id;
    input->values = t->values[n];
    input->child_count = children;
    if (event) {
        *r = (moot_record){ .kind = MOOT_RECORD_EVENT, .number = 1, .at = moot_when_at(at_text(t, at)),
                            .ref = moot_find_event(t->p, event), .outcome = -1, .fact = -1, .who = -1, .child = -1, .paid_by = -1,
                            .due = moot_when_at(MOOT_NEVER), .session = moot_when_at(MOOT_NEVER) };
        input->records = r;
        input->record_count = 1;
    }
    return input;
}

static moot_value *fact_of(const town *t, const moot_input *input, int32_t child, const char *fact)
{
    return &input->values[(size_t)(child + 1) * (size_t)t->p->facts_count + (size_t)moot_find_fact(t->p, fact)];
}

static void let_come(town *t, moot_day first, moot_day last)
{
    assert_int_equal(moot_arrivals_new(t->model, t->inputs, t->count, first, last, &t->arrivals, NULL), MOOT_OK);
}

static void draw(town *t, uint64_t seed, uint64_t replicate)
{
    assert_int_equal(moot_arrived_draw(t->arrivals, seed, replicate, &t->came, NULL), MOOT_OK);
}

static void join(town *t)
{
    assert_int_equal(moot_crowd_join(t->arrivals, &t->came, t->p, t->inputs, &t->crowd, NULL), MOOT_OK);
    assert_int_equal(t->crowd.count, t->count + t->came.count);
}

/* ---- how many, and when ---- */

#define MANY 2000

/* 24 a year of 365.25 days are 23.98 in 2026. Of 2,000 replicates the mean has a standard error of 0.110 and the variance, which is
 * the mean, one of 0.77: four of each are allowed. Halves of the year know nothing of each other. */
static void counts_are_those_of_a_poisson_process(void **state)
{
    town t;
    double sum = 0, squares = 0, first = 0, both = 0;
    const double mean = 24 * 365 / 365.25;
    (void)state;
    open_town(&t, plain, "assume { arrivals = \"asks\", per_year = 24" ASSUMED "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(1)" ASSUMED);
    let_come(&t, FIRST, LAST);
    moot_instant half = moot_day_start(t.p->zone, FIRST) + (moot_instant)365 * 43200;
    for (uint64_t r = 0; r < MANY; r++) {
        int early = 0;
        draw(&t, 7, r);
        for (int32_t i = 0; i < t.came.count; i++) {
            early += t.came.list[i].at < half;
        }
        sum += t.came.count;
        squares += (double)t.came.count * t.came.count;
        first += early;
        both += (early - mean / 2) * (t.came.count - early - mean / 2);
    }
    assert_true(fabs(sum / MANY - mean) < 4 * sqrt(mean / MANY));
    assert_true(fabs(squares / MANY - sum / MANY * (sum / MANY) - mean) < 4 * sqrt((mean + 2 * mean * mean) / MANY));
    assert_true(fabs(first / MANY - mean / 2) < 4 * sqrt(mean / 2 / MANY));
    assert_true(fabs(both / MANY) < 4 * mean / 2 / sqrt(MANY));
    close_town(&t);
}

/* Of the gaps of an exponential distribution exp(-1) are longer than the mean, and exp(-2) than twice that. */
static void gaps_are_exponential(void **state)
{
    town t;
    int all = 0, one = 0, two = 0;
    const double mean = 525960.0 * 60 / 5000;
    (void)state;
    open_town(&t, plain, "assume { arrivals = \"asks\", per_year = 5000" ASSUMED "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(1)" ASSUMED);
    let_come(&t, FIRST, LAST);
    for (uint64_t r = 0; r < 4; r++) {
        draw(&t, 1, r);
        for (int32_t i = 1; i < t.came.count; i++) {
            double gap = (double)(t.came.list[i].at - t.came.list[i - 1].at);
            assert_true(gap >= 0);
            all++;
            one += gap > mean;
            two += gap > 2 * mean;
        }
    }
    assert_true(all > 19000);
    assert_true(fabs((double)one / all - exp(-1)) < 4 * sqrt(exp(-1) * (1 - exp(-1)) / all));
    assert_true(fabs((double)two / all - exp(-2)) < 4 * sqrt(exp(-2) * (1 - exp(-2)) / all));
    close_town(&t);
}

/* Whole minutes, from the first second of the first day to the last of the last; the same whenever it is asked, other people in
 * another replicate and with another seed; and a stream does not know what others there are. */
static void who_comes_hangs_on_its_key_alone(void **state)
{
    static const char one[] = "assume { arrivals = \"asks\", per_year = 200, facts = { ill = false }" ASSUMED
        "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(1)" ASSUMED;
    static const char two[] = "assume { arrivals = \"calls\", per_year = 50" ASSUMED "assume { arrivals = \"asks\", per_year = 200, facts = { ill = false }" ASSUMED
        "assume { arrivals = \"asks\", per_year = 100, facts = { ill = true }" ASSUMED
        "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(1)" ASSUMED;
    town t, u;
    (void)state;
    open_town(&t, plain, one);
    open_town(&u, plain, two);
    let_come(&t, FIRST, LAST);
    let_come(&u, FIRST, LAST);
    draw(&u, 3, 9);
    draw(&u, 3, 4);
    draw(&t, 3, 4);
    int32_t at = 0;
    while (u.came.list[at].row == 0) {
        assert_int_equal(strncmp(u.came.list[at].id, "+calls-1-", 9), 0);
        at++;
    }
    for (int32_t i = 0; i < t.came.count; i++) {
        const moot_arrival *x = &t.came.list[i];
        char id[32];
        snprintf(id, sizeof id, "+asks-1-%d", (int)i + 1);
        assert_string_equal(x->id, id);
        assert_string_equal(u.came.list[at + i].id, id);
        assert_true(u.came.list[at + i].at == x->at && x->at % 60 == 0);
        assert_true(x->at >= moot_day_start(t.p->zone, FIRST) && x->at <= moot_day_end(t.p->zone, LAST));
        assert_int_equal(x->like, -1);
    }
    assert_string_equal(u.came.list[at + t.came.count].id, "+asks-2-1");
    moot_instant first = t.came.list[0].at;
    draw(&t, 3, 5);
    assert_true(t.came.list[0].at != first);
    draw(&t, 4, 4);
    assert_true(t.came.list[0].at != first);
    draw(&t, 3, 4);
    assert_true(t.came.list[0].at == first);
    close_town(&t);
    close_town(&u);
}

/* One day is from its first minute to its last. */
static void a_time_is_whole_days(void **state)
{
    town t;
    (void)state;
    open_town(&t, plain, "assume { arrivals = \"asks\", per_year = 100000" ASSUMED "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(1)" ASSUMED);
    let_come(&t, FIRST, FIRST);
    draw(&t, 1, 1);
    assert_true(t.came.count > 200 && t.came.count < 350); /* 273.8 */
    assert_true(t.came.list[t.came.count - 1].at >= moot_day_start(t.p->zone, FIRST + 1) - 3600);
    assert_true(t.came.list[t.came.count - 1].at < moot_day_start(t.p->zone, FIRST + 1));
    close_town(&t);
}

/* ---- like whom ---- */

static const char rows[] = "assume { arrivals = \"asks\", per_year = 300, facts = { ill = true, schooled = false }" ASSUMED
    "assume { arrivals = \"calls\", per_year = 60, facts = { household = \"couple\" }" ASSUMED
    "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(1)" ASSUMED;

/* A asks on 1 March 2026, B calls, C asks and is known not to be ill, D has no record: rows of asks are like A or D, those of calls
 * like B (who is known to be single: no) or D. */
static void who_comes_is_like_one_that_begins_so(void **state)
{
    town t;
    int seen[CASES] = { 0 };
    (void)state;
    open_town(&t, plain, rows);
    add_case(&t, "A", "asks", "2026-03-01 10:00", 0);
    add_case(&t, "B", "calls", "2026-03-01 10:00", 0);
    *fact_of(&t, &t.inputs[1], -1, "household") = moot_value_of(MOOT_T_ONE_OF, moot_names_find(&t.p->symbols, "single"), 0);
    add_case(&t, "C", "asks", "2026-03-01 10:00", 0);
    *fact_of(&t, &t.inputs[2], -1, "ill") = moot_value_yesno(0);
    add_case(&t, "D", NULL, NULL, 0);
    let_come(&t, FIRST, LAST);
    const moot_arrivals_row *list;
    assert_int_equal(moot_arrivals_rows(t.arrivals, &list), 2);
    assert_string_equal(list[0].event, "asks");
    assert_int_equal(list[0].like_count, 2);
    assert_int_equal(list[0].like[1], 3);
    assert_int_equal(list[1].like_count, 1);
    draw(&t, 1, 1);
    for (int32_t i = 0; i < t.came.count; i++) {
        seen[t.came.list[i].like] += t.came.list[i].row == 0;
        assert_true(t.came.list[i].row == 0 || t.came.list[i].like == 3);
    }
    assert_true(seen[1] == 0 && seen[2] == 0 && seen[0] > 100 && seen[3] > 100); /* 150 each: four standard errors are 49 */
    close_town(&t);
}

/* A, born in May 2009 (its day is not known), asks on 1 March 2026 at 10:00: 61 to 91 days before it is 17. In care from 1 February 2026
 * on, 09:30; one child, at school. Who comes like it is as old, in care as long, and ill, since the row says so; the child is at no
 * school. */
static void days_are_as_much_later_as_it_comes(void **state)
{
    town t;
    (void)state;
    open_town(&t, plain, rows);
    moot_input *a = add_case(&t, "A", "asks", "2026-03-01 10:00", 1);
    moot_day born = moot_day_of(2009, 5, 1), came = moot_day_of(2026, 3, 1);
    *fact_of(&t, a, -1, "dob") = moot_value_of(MOOT_T_DATE, born, born + 30);
    *fact_of(&t, a, 0, "schooled") = moot_value_yesno(1);
    moot_instant from = at_text(&t, "2026-02-01 09:30");
    t.spells[0] = (moot_spell){ moot_find_fact(t.p, "in care"), -1, from, from, MOOT_NEVER, MOOT_NEVER };
    a->spells = t.spells;
    a->spell_count = 1;
    a->generated = "by hand";
    let_come(&t, FIRST, LAST);
    draw(&t, 1, 2);
    join(&t);
    int summer = 0;
    for (int32_t i = 1; i < t.crowd.count; i++) {
        const moot_input *x = &t.crowd.list[i];
        const moot_arrival *arrival = &t.came.list[i - 1];
        assert_string_equal(x->id, arrival->id);
        assert_int_equal(x->record_count, 1);
        assert_true(x->records[0].kind == MOOT_RECORD_EVENT && x->records[0].at.lo == arrival->at && x->records[0].at.hi == arrival->at);
        if (arrival->row == 1) {
            assert_int_equal(arrival->like, -1); /* no case calls */
            assert_false(moot_known(*fact_of(&t, x, -1, "dob")));
            assert_int_equal(x->child_count, 0);
            continue;
        }
        moot_day days = moot_day_at(t.p->zone, arrival->at) - came;
        moot_day day = moot_day_at(t.p->zone, arrival->at);
        moot_value dob = *fact_of(&t, x, -1, "dob");
        assert_int_equal(moot_birthday((moot_day)dob.a, 17, MOOT_LEAP_1_MARCH) - day, 61);
        assert_int_equal(moot_birthday((moot_day)dob.b, 17, MOOT_LEAP_1_MARCH) - day, 91);
        assert_true(fact_of(&t, x, -1, "ill")->a == 1 && fact_of(&t, x, 0, "schooled")->a == 0);
        assert_false(moot_known(*fact_of(&t, x, -1, "household")));
        assert_int_equal(x->spell_count, 1);
        assert_int_equal(moot_day_at(t.p->zone, x->spells[0].from_lo), moot_day_of(2026, 2, 1) + days);
        assert_int_equal(moot_second_of_day(t.p->zone, x->spells[0].from_lo), 9 * 3600 + 1800); /* by the clock on the wall */
        assert_true(x->spells[0].to_lo == MOOT_NEVER);
        assert_string_equal(x->generated, "by hand");
        summer += days > 60 && days < 200;
    }
    assert_true(summer > 0);
    assert_true(t.crowd.list[0].records == a->records);
    close_town(&t);
}

/* Born on 5 March 2008, and 18 on the day it asks: so is whoever comes like it, and on the eve like B, whose birthday is the day after;
 * a day known to be 100 days off is so by the count of days. */
static void who_comes_is_as_old_to_the_birthday(void **state)
{
    town t;
    (void)state;
    open_town(&t, plain, rows);
    moot_day born = moot_day_of(2008, 3, 5);
    *fact_of(&t, add_case(&t, "A", "asks", "2026-03-05 10:00", 0), -1, "dob") = moot_value_of(MOOT_T_DATE, born, born);
    *fact_of(&t, add_case(&t, "B", "asks", "2026-03-04 23:00", 0), -1, "dob") = moot_value_of(MOOT_T_DATE, born, born);
    moot_day soon = moot_day_of(2026, 3, 5) + 100;
    *fact_of(&t, add_case(&t, "C", "asks", "2026-03-05 10:00", 0), -1, "dob") = moot_value_of(MOOT_T_DATE, soon, soon);
    let_come(&t, FIRST, LAST);
    draw(&t, 1, 2);
    join(&t);
    int seen[3] = { 0 };
    for (int32_t i = 0; i < t.came.count; i++) {
        const moot_arrival *x = &t.came.list[i];
        if (x->row == 0) {
            moot_day dob = (moot_day)fact_of(&t, &t.crowd.list[t.count + i], -1, "dob")->a, day = moot_day_at(t.p->zone, x->at);
            assert_int_equal((x->like == 2 ? dob : moot_birthday(dob, 18, MOOT_LEAP_1_MARCH)) - day, x->like == 2 ? 100 : x->like);
            seen[x->like]++;
        }
    }
    assert_true(seen[0] > 50 && seen[1] > 50 && seen[2] > 50);
    close_town(&t);
}

/* Another protocol has what it knows by name: no event "calls", so that who calls never begins; no "schooled"; another order. */
static void another_protocol_has_what_it_knows(void **state)
{
    town t;
    (void)state;
    open_town(&t, plain, rows);
    let_come(&t, FIRST, LAST);
    draw(&t, 1, 2);
    moot_protocol *other = small_protocol("protocol \"other\" { council = \"Elsewhere\", effective = \"2018-01-01\" }\n"
        "local officer = role \"Officer\" {}\nfact \"household\" { one_of { \"couple\", \"group\" }, ask = \"Who?\" }\n"
        "fact \"ill\" { yesno, ask = \"Ill?\" }\nevent \"rings\" { clause = \"1\" }\nevent \"asks\" { clause = \"1\" }\n"
        "stage \"look\" { clause = \"1\", owner = officer, on = any { event \"asks\", event \"rings\" },\n"
        "  outcome \"seen\" { clause = \"1\", when = { any { household = \"couple\", ill = true } } } }\n");
    moot_crowd crowd;
    moot_crowd_init(&crowd);
    assert_int_equal(moot_crowd_join(t.arrivals, &t.came, other, NULL, &crowd, NULL), MOOT_OK);
    for (int32_t i = 0; i < crowd.count; i++) {
        const moot_input *x = &crowd.list[i];
        assert_int_equal(x->record_count, t.came.list[i].row == 0);
        if (t.came.list[i].row == 0) {
            assert_int_equal(x->records[0].ref, moot_find_event(other, "asks"));
            assert_int_equal(x->values[moot_find_fact(other, "ill")].a, 1);
        } else {
            assert_string_equal(moot_symbol(other, (int32_t)x->values[moot_find_fact(other, "household")].a), "couple");
        }
    }
    moot_crowd_done(&crowd);
    moot_protocol_free(other);
    close_town(&t);
}

/* ---- at a panel ---- */

static const char panel[] =
    "protocol \"test\" { council = \"Nowhere\", effective = \"2018-01-01\" }\nevent \"asks\" { clause = \"1\" }\n"
    "panel \"Panel\" { clause = \"1\", every = days(7), first = \"2026-01-07\", places = 1 }\n"
    "stage \"heard\" { clause = \"1\", panel = \"Panel\", on = event \"asks\", outcome \"yes\" { clause = \"1\" } }\n";

/* One place a Wednesday at midday, until December 2029 on no bank holiday, and half as many cases as sessions. Each waits as long as in
 * a simulation of first come, first heard. On the mean: half a week to the next session, and in the queue of M/D/1 another
 * r / (2 (1 - r)) = 1/2 week; of some 10,000 cases in 100 worlds the mean is within 4 in 100 of that. */
static void a_queue_at_a_panel_is_that_of_the_closed_form(void **state)
{
    town t;
    moot_world *world = NULL;
    double waited = 0, cases = 0;
    (void)state;
    open_town(&t, panel, "assume { arrivals = \"asks\", per_year = 26.089" ASSUMED); /* 365.25 / 14 */
    let_come(&t, moot_day_of(2026, 1, 7), moot_day_of(2029, 9, 30));
    assert_int_equal(moot_world_new(NULL, &world, NULL), MOOT_OK);
    for (uint64_t r = 0; r < 100; r++) {
        draw(&t, 11, r);
        join(&t);
        moot_world_of of = { t.model, t.crowd.list, t.crowd.count, 11, r, MOOT_NEVER, 0, NULL };
        assert_int_equal(moot_world_run(world, &of, NULL), MOOT_OK);
        moot_day session = moot_day_of(2026, 1, 7);
        for (int32_t i = 0; i < t.crowd.count; i++) {
            const moot_case *c = moot_world_case(world, i);
            moot_instant sits = 0;
            for (;; session += 7) {
                (void)moot_instant_of(t.p->zone, session, 12 * 3600, &sits, NULL);
                if (t.came.list[i].at <= sits) {
                    break;
                }
            }
            assert_int_equal(c->visits_count, 1);
            assert_int_equal(c->visits[0].entered.lo, t.came.list[i].at);
            assert_int_equal(c->visits[0].left.lo, sits);
            session += 7;
            waited += (double)(sits - t.came.list[i].at) / (7 * 86400);
            cases++;
        }
    }
    assert_true(cases > 9000);
    assert_true(fabs(waited / cases - 1) < 0.04);
    moot_world_free(world);
    close_town(&t);
}

/* ---- what is wrong ---- */

static void what_cannot_be_is_said(void **state)
{
    town t;
    moot_err err;
    (void)state;
    moot_err_init(&err);
    open_town(&t, plain, "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(1)" ASSUMED);
    add_case(&t, "A", "calls", "2026-03-01 10:00", 0);
    assert_int_equal(moot_arrivals_new(t.model, t.inputs, t.count, FIRST, LAST, &t.arrivals, &err), MOOT_EDATA);
    assert_string_equal(err.msg, "nothing is assumed of how many come; a line such as this says it: "
                                 "assume { arrivals = \"calls\", per_year = 12, source = \"assumed\" }");
    close_town(&t);
    moot_err_init(&err);
    open_town(&t, plain, rows);
    add_case(&t, "+calls-1-2", "calls", "2026-03-01 10:00", 0);
    assert_int_equal(moot_arrivals_new(t.model, t.inputs, t.count, FIRST, LAST, &t.arrivals, &err), MOOT_EDATA);
    assert_non_null(strstr(err.msg, "the case \"+calls-1-2\" of the caseload is called as those are who come"));
    close_town(&t);
    moot_err_init(&err);
    open_town(&t, plain, "assume { arrivals = \"asks\", per_year = 10000000" ASSUMED "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(1)" ASSUMED);
    let_come(&t, FIRST, LAST);
    assert_int_equal(moot_arrived_draw(t.arrivals, 1, 1, &t.came, &err), MOOT_ELIMIT);
    assert_non_null(strstr(err.msg, "over 1000000 cases come in one world"));
    close_town(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_those_of_a_poisson_process),
        cmocka_unit_test(gaps_are_exponential),
        cmocka_unit_test(who_comes_hangs_on_its_key_alone),
        cmocka_unit_test(a_time_is_whole_days),
        cmocka_unit_test(who_comes_is_like_one_that_begins_so),
        cmocka_unit_test(days_are_as_much_later_as_it_comes),
        cmocka_unit_test(who_comes_is_as_old_to_the_birthday),
        cmocka_unit_test(another_protocol_has_what_it_knows),
        cmocka_unit_test(a_queue_at_a_panel_is_that_of_the_closed_form),
        cmocka_unit_test(what_cannot_be_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
