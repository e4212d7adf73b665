/* Worlds (rules 12, 13, 15): cases that compete for places, quotas, homes and people, against what a simulation written out here
 * gives and against closed forms; and the same bytes whatever ran before, and in any number of threads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/lua/small_case.h"
#include "vm/base/hash.h"
#include "vm/base/random.h"
#include "vm/run/world.h"

#define HEAD "protocol \"test\" { council = \"Nowhere\", effective = \"2018-01-01\" }\n" \
    "local officer = role \"Officer\" {}\n" \
    "event \"asks\" { clause = \"1\" }\n"
#define ASSUMED ", source = \"assumed\" }\n"
#define DAY ((moot_instant)86400)

/* So many cases, each with one record: it asks. */
typedef struct town {
    moot_protocol *p;
    moot_assume *assume;
    moot_model *model;
    moot_world *world;
    moot_input *inputs;
    moot_record *records;
    char (*ids)[16];
    int32_t count;
} town;

static moot_instant at_text(const town *t, const char *text)
{
    moot_when when;
    assert_int_equal(moot_when_parse(t->p->zone, text, &when, NULL), MOOT_OK);
    return when.lo;
}

static void open_town(town *t, const char *protocol, const char *assumed, int32_t count)
{
    memset(t, 0, sizeof *t);
    t->p = small_protocol(protocol);
    t->assume = small_assume(t->p, NULL, assumed);
    t->model = small_model(t->assume);
    t->count = count;
    t->inputs = calloc((size_t)count, sizeof *t->inputs);
    t->records = calloc((size_t)count, sizeof *t->records);
    t->ids = calloc((size_t)count, sizeof *t->ids);
    assert_true(t->inputs && t->records && t->ids);
    assert_int_equal(moot_world_new(NULL, &t->world, NULL), MOOT_OK);
    for (int32_t i = 0; i < count; i++) {
        moot_record *r = &t->records[i];
        moot_input_init(&t->inputs[i]);
        snprintf(t->ids[i], sizeof t->ids[i], "C%05d", (int)i + 1);
        t->inputs[i].id = t->ids[i];
        t->inputs[i].records = r;
        t->inputs[i].record_count = 1;
        r->kind = MOOT_RECORD_EVENT;
        r->number = 1;
        r->ref = moot_find_event(t->p, "asks");
        r->who = r->child = r->paid_by = r->outcome = r->fact = -1;
        r->due = r->session = moot_when_at(MOOT_NEVER);
    }
}

/* The n-th case asks then. */
static void asks(town *t, int32_t n, moot_instant at)
{
    t->records[n].at = moot_when_at(at);
}

static void close_town(town *t)
{
    moot_world_free(t->world);
    moot_model_free(t->model);
    moot_assume_free(t->assume);
    moot_protocol_free(t->p);
    free(t->inputs);
    free(t->records);
    free(t->ids);
}

static moot_code run_in(moot_world *world, const town *t, uint64_t replicate)
{
    moot_world_of of = { t->model, t->inputs, t->count, 2026, replicate, MOOT_NEVER, 0, NULL };
    return moot_world_run(world, &of, NULL);
}

static void run(town *t, uint64_t replicate)
{
    assert_int_equal(run_in(t->world, t, replicate), MOOT_OK);
}

static const moot_visit *visit_of(const town *t, int32_t n, const char *stage)
{
    const moot_case *c = moot_world_case(t->world, n);
    for (int32_t i = 0; i < c->visits_count; i++) {
        if (strcmp(t->p->stages[c->visits[i].stage].decl.name, stage) == 0) {
            return &c->visits[i];
        }
    }
    return NULL;
}

static const char *note_of(const town *t, int32_t n, int which)
{
    const moot_case *c = moot_world_case(t->world, n);
    for (int32_t i = 0; i < c->log_count; i++) {
        if (c->log[i].what == MOOT_LOG_NOTE && which-- == 0) {
            return c->log[i].text;
        }
    }
    return "";
}

/* All that the logs of a world say. */
static uint64_t digest(const moot_world *world, int32_t count)
{
    uint64_t sum = 0;
    for (int32_t i = 0; i < count; i++) {
        const moot_case *c = moot_world_case(world, i);
        for (int32_t k = 0; k < c->log_count; k++) {
            const moot_entry *e = &c->log[k];
            const char *text = e->text ? e->text : "";
            sum = moot_mix64(sum, moot_hash64(text, strlen(text), e->what));
            sum = moot_mix64(sum, (uint64_t)e->at.lo);
            sum = moot_mix64(sum, (uint64_t)(uint32_t)e->ref2);
            sum = moot_mix64(sum, (uint64_t)e->due.lo);
        }
    }
    return sum;
}

/* All that a case has come to. */
static uint64_t state_of(const moot_case *c, uint64_t sum)
{
    int32_t sizes[] = { c->entry_count, c->visits_count, c->clocks_count, c->breaches_count, (int32_t)c->status };
    sum = moot_mix64(moot_hash64(sizes, sizeof sizes, sum), (uint64_t)c->as_of);
    for (int32_t k = 0; k < c->visits_count; k++) {
        const moot_visit *v = &c->visits[k];
        moot_instant at[] = { v->stage, v->outcome, v->entered.lo, v->left.lo, v->session.lo, v->entry };
        sum = moot_hash64(at, sizeof at, sum);
    }
    for (int32_t k = 0; k < c->clocks_count; k++) {
        const moot_clock *x = &c->clocks[k];
        moot_instant at[] = { x->rule, x->status, x->since.lo, x->due.lo, x->due.hi, x->met_at.lo, x->entry, x->met_entry };
        sum = moot_hash64(at, sizeof at, sum);
    }
    return sum;
}

static uint64_t state(const moot_world *world, int32_t count)
{
    uint64_t sum = 0;
    for (int32_t i = 0; i < count; i++) {
        sum = state_of(moot_world_case(world, i), sum);
    }
    return sum;
}

/* ---- panels ---- */

#define PANEL(places) HEAD \
    "panel \"Panel\" { clause = \"2\", every = weeks(2), first = \"2026-01-14\", papers = days(5), places = " places " }\n" \
    "stage \"look\" { clause = \"1\", owner = officer, on = event \"asks\",\n" \
    "  outcome \"seen\" { clause = \"1\", go \"heard\" } }\n" \
    "stage \"heard\" { clause = \"2\", panel = \"Panel\",\n" \
    "  outcome \"yes\" { clause = \"2\" }, outcome \"no\" { clause = \"2\" },\n" \
    "  outcome \"gone\" { clause = \"2\", after = days(60) } }\n"
static const char panel_assumed[] =
    "assume { stage = \"look\", outcomes = { seen = 1 }, takes = lognormal { half_within = days(12), nine_in_ten_within = days(40) }"
    ASSUMED
    "assume { stage = \"heard\", outcomes = { yes = 0.7, no = 0.3 }" ASSUMED;

static void ask_all(town *t)
{
    moot_draw_key key = { 1, 2, 3, 4, 5, 0, 0 };
    for (int32_t i = 0; i < t->count; i++) {
        key.visit = (uint32_t)i;
        asks(t, i, at_text(t, "2026-01-05 09:00") + 60 * (moot_instant)moot_draw_below(&key, 300 * 1440));
    }
}

typedef struct queued {
    moot_instant entered;
    int32_t n;
    moot_instant heard; /* 0: not, it had left */
} queued;

static int by_entry(const void *left, const void *right)
{
    const queued *x = left, *y = right;
    return x->entered != y->entered ? (x->entered < y->entered ? -1 : 1) : x->n - y->n;
}

/* The midnight that ends the sixtieth day. */
static moot_instant goes_at(const town *t, moot_instant entered)
{
    return moot_day_start(t->p->zone, moot_day_at(t->p->zone, entered) + 61);
}

/* Session after session, first come first served; whoever has gone by the cut-off takes no place, and who goes after it does.
 * Sessions are on Wednesdays at midday, 14 days apart from 14 January 2026, and none of the forty falls on a bank holiday; papers
 * close with the fifth day before, at its last second. */
static void hear(const town *t, queued *q, int32_t count, int places)
{
    qsort(q, (size_t)count, sizeof *q, by_entry);
    for (int n = 0; n < 40; n++) {
        moot_day day = moot_day_of(2026, 1, 14) + 14 * n;
        moot_instant closes = moot_day_end(t->p->zone, day - 5), sits = 0;
        int given = 0;
        (void)moot_instant_of(t->p->zone, day, 12 * 3600, &sits, NULL);
        for (int32_t i = 0; i < count; i++) {
            if (q[i].heard == 0 && q[i].entered <= closes && goes_at(t, q[i].entered) > closes && given < places) {
                q[i].heard = sits;
                given++;
            }
        }
    }
}

static void places_are_given_as_a_simulation_by_hand_gives_them(void **state)
{
    town free_town, scarce;
    queued q[400];
    int bumped = 0, left = 0;
    (void)state;
    open_town(&free_town, PANEL("400"), panel_assumed, 400);
    open_town(&scarce, PANEL("12"), panel_assumed, 400);
    ask_all(&free_town);
    ask_all(&scarce);
    for (uint64_t replicate = 0; replicate < 3; replicate++) {
        run(&free_town, replicate);
        run(&scarce, replicate);
        for (int32_t i = 0; i < 400; i++) {
            const moot_visit *v = visit_of(&free_town, i, "heard");
            assert_non_null(v);
            q[i] = (queued){ v->entered.lo, i, 0 };
            assert_int_equal(visit_of(&scarce, i, "heard")->entered.lo, v->entered.lo); /* the same draws */
        }
        hear(&scarce, q, 400, 12);
        for (int32_t i = 0; i < 400; i++) {
            const moot_visit *v = visit_of(&scarce, q[i].n, "heard");
            const char *outcome = v->outcome >= 0 ? scarce.p->outcomes[v->outcome].decl.name : "";
            if (strcmp(outcome, "gone") == 0) {
                assert_int_equal(v->left.lo, goes_at(&scarce, v->entered.lo));
                assert_true(q[i].heard == 0 || q[i].heard > v->left.lo);
                left++;
                continue;
            }
            assert_int_equal(v->left.lo, q[i].heard);
            bumped += v->left.lo != visit_of(&free_town, q[i].n, "heard")->left.lo;
        }
    }
    assert_true(bumped > 100 && left > 10);
    close_town(&free_town);
    close_town(&scarce);
}

/* One place: B and A come in the same minute, A's id is first; the log of B says who has it. On the cut-off is in time; C is a
 * minute late. */
static void who_took_the_place_is_told(void **state)
{
    town t;
    (void)state;
    open_town(&t, HEAD
              "panel \"Panel\" { clause = \"2\", every = weeks(1), first = \"2026-01-14\", papers = hours(24), places = 1 }\n"
              "stage \"heard\" { clause = \"2\", panel = \"Panel\", on = event \"asks\", outcome \"yes\" { clause = \"2\" } }\n", "", 3);
    asks(&t, 0, at_text(&t, "2026-01-13 12:00"));
    asks(&t, 1, at_text(&t, "2026-01-13 12:00"));
    asks(&t, 2, at_text(&t, "2026-01-13 12:01"));
    run(&t, 0);
    assert_int_equal(visit_of(&t, 0, "heard")->left.lo, at_text(&t, "2026-01-14 12:00"));
    assert_int_equal(visit_of(&t, 1, "heard")->left.lo, at_text(&t, "2026-01-21 12:00"));
    assert_int_equal(visit_of(&t, 2, "heard")->left.lo, at_text(&t, "2026-01-28 12:00"));
    assert_string_equal(note_of(&t, 0, 0), "");
    assert_string_equal(note_of(&t, 1, 0), "the session of 2026-01-14 12:00 is full: its one place went to case C00001");
    assert_string_equal(note_of(&t, 2, 0), "the session of 2026-01-21 12:00 is full: its one place went to case C00002");
    close_town(&t);
}

/* One place a week, and on average 0.7 come a week, at random (Poisson): how many wait at the cut-off follows the recursion of M/D/1,
 * Q' = max(Q - 1, 0) + A, whose mean is r + r r / (2 (1 - r)) = 1.5167. */
static void a_queue_is_as_long_as_theory_says(void **state)
{
    enum { PEOPLE = 6000 };
    town t;
    int64_t waited, counted;
    double week = 0, rate = 0.7;
    (void)state;
    open_town(&t, HEAD
              "panel \"Panel\" { clause = \"2\", every = weeks(1), first = \"2026-01-14\", places = 1 }\n"
              "stage \"heard\" { clause = \"2\", panel = \"Panel\", on = event \"asks\", outcome \"yes\" { clause = \"2\" } }\n", "", PEOPLE);
    for (int32_t i = 0; i < PEOPLE; i++) {
        moot_draw_key key = { 7, 0, 0, 0, 0, (uint32_t)i, 0 };
        week += -log1p(-((double)(moot_draw(&key) >> 11) + 0.5) / 9007199254740992.0) / rate;
        asks(&t, i, at_text(&t, "2026-01-13 12:00") + 60 * (moot_instant)(week * 7 * 1440));
    }
    run(&t, 0);
    moot_commons_queue_lengths(moot_world_commons(t.world), 0, &waited, &counted);
    double mean = (double)waited / week;
    assert_true(fabs(mean - 1.5167) < 0.15);
    close_town(&t);
}

/* ---- the same bytes ---- */

typedef struct job {
    const town *t;
    uint64_t first, step;
    uint64_t *sums;
    int failed;
} job;

static void *run_some(void *arg)
{
    job *j = arg;
    moot_world *world = NULL;
    j->failed = moot_world_new(NULL, &world, NULL) != MOOT_OK;
    for (uint64_t r = j->first; r < 16 && !j->failed; r += j->step) {
        j->failed = run_in(world, j->t, r) != MOOT_OK;
        j->sums[r] = j->failed ? 0 : digest(world, j->t->count);
    }
    moot_world_free(world);
    return NULL;
}

static void threads_give_the_same_bytes(void **state)
{
    town t;
    uint64_t alone[16], together[16];
    (void)state;
    open_town(&t, PANEL("14"), panel_assumed, 200);
    ask_all(&t);
    for (uint64_t r = 0; r < 16; r++) {
        run(&t, r);
        alone[r] = digest(t.world, t.count);
        assert_true(r == 0 || alone[r] != alone[r - 1]);
    }
    for (uint64_t threads = 1; threads <= 8; threads *= 2) {
        pthread_t ids[8];
        job jobs[8];
        memset(together, 0, sizeof together);
        for (uint64_t i = 0; i < threads; i++) {
            jobs[i] = (job){ &t, i, threads, together, 0 };
            assert_int_equal(pthread_create(&ids[i], NULL, run_some, &jobs[i]), 0);
        }
        for (uint64_t i = 0; i < threads; i++) {
            assert_int_equal(pthread_join(ids[i], NULL), 0);
            assert_false(jobs[i].failed);
        }
        assert_memory_equal(alone, together, sizeof alone);
    }
    close_town(&t);
}

/* The second protocol has a quota that nothing of these cases touches, so each step is taken in the order of time; the first runs
 * each case on to its next cut-off. */
static void running_on_alone_changes_nothing(void **state)
{
    town ahead, step;
    (void)state;
    open_town(&ahead, PANEL("14"), panel_assumed, 300);
    open_town(&step, PANEL("14")
              "event \"never\" { clause = \"3\" }\n"
              "quota \"lets\" { clause = \"3\", limit = 2, per = \"month\" }\n"
              "entitlement \"let\" { clause = \"3\", quota = \"lets\" }\n"
              "stage \"let\" { clause = \"3\", owner = officer, on = event \"never\", outcome \"one\" { clause = \"3\", grant \"let\" } }\n",
              panel_assumed, 300);
    ask_all(&ahead);
    ask_all(&step);
    run(&ahead, 5);
    run(&step, 5);
    assert_false(moot_commons_each_step(moot_world_commons(ahead.world)));
    assert_true(moot_commons_each_step(moot_world_commons(step.world)));
    for (int32_t i = 0; i < 300; i++) {
        const moot_visit *x = visit_of(&ahead, i, "heard"), *y = visit_of(&step, i, "heard");
        assert_int_equal(x->entered.lo, y->entered.lo);
        assert_int_equal(x->left.lo, y->left.lo);
        assert_string_equal(note_of(&ahead, i, 0), note_of(&step, i, 0));
    }
    close_town(&ahead);
    close_town(&step);
}

/* A log without reasons, and none at all, say less of the same lives. */
static void a_shorter_log_changes_nothing(void **unused)
{
    static const struct {
        int keep_log, keep_reads;
    } logs[] = { { 1, 1 }, { 1, 0 }, { 0, 0 } };
    town t;
    uint64_t sums[MOOT_COUNT(logs)];
    (void)unused;
    open_town(&t, PANEL("14"), panel_assumed, 200);
    ask_all(&t);
    for (size_t i = 0; i < MOOT_COUNT(logs); i++) {
        moot_options options = moot_options_default();
        moot_world *world = NULL;
        options.keep_log = logs[i].keep_log;
        options.keep_reads = logs[i].keep_reads;
        assert_int_equal(moot_world_new(&options, &world, NULL), MOOT_OK);
        for (uint64_t r = 0; r < 3; r++) {
            assert_int_equal(run_in(world, &t, r), MOOT_OK);
        }
        sums[i] = state(world, t.count);
        moot_world_free(world);
    }
    assert_true(sums[0] == sums[1] && sums[1] == sums[2]);
    close_town(&t);
}

/* The order of ids is kept from run to run, and is looked at: these are the same inputs, called otherwise. */
static void ids_that_have_changed_are_seen(void **unused)
{
    town t;
    moot_world *fresh = NULL;
    (void)unused;
    open_town(&t, PANEL("3"), panel_assumed, 60);
    for (int32_t i = 0; i < t.count; i++) { /* all at once: who has a place hangs on the ids */
        asks(&t, i, at_text(&t, "2026-02-02 10:00"));
    }
    run(&t, 7);
    uint64_t before = state(t.world, t.count);
    for (int32_t i = 0; i < t.count; i++) {
        snprintf(t.ids[i], sizeof t.ids[i], "C%05d", (int)(t.count - i));
    }
    run(&t, 7);
    assert_int_equal(moot_world_new(NULL, &fresh, NULL), MOOT_OK);
    assert_int_equal(run_in(fresh, &t, 7), MOOT_OK);
    assert_true(state(t.world, t.count) != before);
    assert_true(state(t.world, t.count) == state(fresh, t.count));
    moot_world_free(fresh);
    close_town(&t);
}

/* ---- cases that are handed over as they end ---- */

#define EACH_CASES 300
typedef struct handed {
    uint64_t states[EACH_CASES];
    int times[EACH_CASES];
    int failed, count, at_most; /* at_most: so many are taken, then it fails; 0: all */
} handed;

static moot_code take_case(void *user, int32_t i, const moot_case *c, moot_err *err)
{
    handed *h = user;
    if (h->at_most > 0 && h->count >= h->at_most) {
        return moot_fail(err, MOOT_EDATA, "enough");
    }
    h->count++;
    h->times[i]++;
    h->failed += c->status == MOOT_CASE_FAILED;
    h->states[i] = state_of(c, 0);
    return MOOT_OK;
}

static moot_code hand_over(const town *t, moot_instant until, handed *h, moot_err *err)
{
    moot_world_of of = { t->model, t->inputs, t->count, 2026, 3, until, 0, NULL };
    return moot_world_each(t->world, &of, take_case, h, err);
}

/* Each once, and as it is where all are kept to the end; how long the queues were as well. */
static void assert_handed(const char *script, const char *assumed, const char *until_text, int some_fail)
{
    town t, other;
    int64_t waited[2], counted[2];
    open_town(&t, script, assumed, EACH_CASES);
    open_town(&other, script, assumed, EACH_CASES);
    ask_all(&t);
    ask_all(&other);
    moot_instant until = until_text ? at_text(&t, until_text) : MOOT_NEVER;
    for (int round = 0; round < 3; round++) { /* the second and third are given what the first has left */
        handed h;
        memset(&h, 0, sizeof h);
        moot_world_of of = { other.model, other.inputs, EACH_CASES, 2026, 3, until, 0, NULL };
        assert_int_equal(hand_over(&t, until, &h, NULL), MOOT_OK);
        assert_int_equal(moot_world_run(other.world, &of, NULL), MOOT_OK);
        assert_int_equal(h.count, EACH_CASES);
        assert_int_equal(h.failed > 0, some_fail);
        for (int32_t i = 0; i < EACH_CASES; i++) {
            assert_int_equal(h.times[i], 1);
            assert_true(h.states[i] == state_of(moot_world_case(other.world, i), 0));
        }
        moot_commons_queue_lengths(moot_world_commons(t.world), 0, &waited[0], &counted[0]);
        moot_commons_queue_lengths(moot_world_commons(other.world), 0, &waited[1], &counted[1]);
        assert_int_equal(waited[0], waited[1]);
        assert_int_equal(counted[0], counted[1]);
    }
    close_town(&t);
    close_town(&other);
}

static void each_case_is_handed_over_as_it_is_kept(void **unused)
{
    (void)unused;
    assert_handed(PANEL("14"), panel_assumed, NULL, 0);
    assert_handed(PANEL("14"), panel_assumed, "2026-05-06 12:00", 0); /* some have not begun, some queue, some have ended */
}

/* Whoever fails while he queues for a panel keeps his place there, so he is looked at by others after his end. */
static void who_failed_in_a_queue_takes_a_place_still(void **unused)
{
    (void)unused;
    assert_handed(HEAD "panel \"Panel\" { clause = \"2\", every = weeks(2), first = \"2026-01-14\", places = 14 }\n"
                  "stage \"look\" { clause = \"1\", owner = officer, on = event \"asks\",\n"
                  "  outcome \"seen\" { clause = \"1\", go \"heard\" },\n"
                  "  outcome \"lost\" { clause = \"1\", go { \"heard\", \"there\" } } }\n"
                  "stage \"there\" { clause = \"3\", outcome \"on\" { clause = \"3\", go \"back\" } }\n"
                  "stage \"back\" { clause = \"3\", outcome \"on\" { clause = \"3\", go \"there\" } }\n"
                  "stage \"heard\" { clause = \"2\", panel = \"Panel\", outcome \"yes\" { clause = \"2\" } }\n",
                  "assume { stage = \"look\", outcomes = { seen = 0.7, lost = 0.3 }, takes = days(3)" ASSUMED, NULL, 1);
}

/* A quota, homes and people make each step be taken in the order of time; who still waits for a home, as most do, has not ended
 * though nothing comes next for him. */
static void each_case_is_handed_over_where_steps_are_in_order(void **unused)
{
    (void)unused;
    assert_handed(PANEL("14")
                  "quota \"lets\" { clause = \"3\", limit = 9, per = \"month\" }\n"
                  "entitlement \"let\" { clause = \"3\", quota = \"lets\" }\n"
                  "stage \"let\" { clause = \"3\", owner = officer, on = event \"asks\", outcome \"one\" { clause = \"3\", grant \"let\" } }\n"
                  "stage \"home\" { clause = \"3\", owner = officer, on = left(\"heard\", \"no\"), duty = \"home\",\n"
                  "  place { \"flat\", as = \"find a flat\", clause = \"3\" } }\n",
                  "assume { stage = \"look\", outcomes = { seen = 1 }, takes = days(12)" ASSUMED
                  "assume { stage = \"heard\", outcomes = { yes = 0.4, no = 0.6 }" ASSUMED
                  "assume { stage = \"let\", outcomes = { one = 1 }, takes = days(2)" ASSUMED
                  "assume { role = \"Officer\", people = 3, cases_each = 40" ASSUMED
                  "assume { homes = \"flat\", count = 4, stays = days(90)" ASSUMED, NULL, 0);
}

/* Nobody ends after he who takes them has had enough; the world is good for another run. */
static void handing_over_can_fail(void **unused)
{
    town t;
    handed h;
    moot_err err;
    (void)unused;
    open_town(&t, PANEL("14"), panel_assumed, EACH_CASES);
    ask_all(&t);
    memset(&h, 0, sizeof h);
    h.at_most = 40;
    moot_err_init(&err);
    assert_int_equal(hand_over(&t, MOOT_NEVER, &h, &err), MOOT_EDATA);
    assert_string_equal(err.msg, "enough");
    assert_int_equal(h.count, 40);
    memset(&h, 0, sizeof h);
    assert_int_equal(hand_over(&t, MOOT_NEVER, &h, NULL), MOOT_OK);
    assert_int_equal(h.count, EACH_CASES);
    close_town(&t);
}

/* ---- quotas, homes, people ---- */

static const char lets[] = HEAD
    "quota \"lets\" { clause = \"3\", limit = 2, per = \"month\" }\n"
    "entitlement \"let\" { clause = \"3\", quota = \"lets\" }\n"
    "stage \"let\" { clause = \"3\", owner = officer, on = event \"asks\", outcome \"one\" { clause = \"3\", grant \"let\" } }\n";

/* Two lets a month, one of them to others: five who ask in January have theirs on the last day but in five months. */
static void a_quota_is_shared(void **state)
{
    static const char *const when[] = { "2026-01-06 09:00", "2026-02-01 00:00", "2026-03-01 00:00", "2026-04-01 00:00",
                                        "2026-05-01 00:00" };
    town t;
    (void)state;
    open_town(&t, lets, "assume { quota = \"lets\", taken = 1" ASSUMED
              "assume { stage = \"let\", outcomes = { one = 1 }, takes = days(1)" ASSUMED, 5);
    for (int32_t i = 0; i < 5; i++) {
        asks(&t, i, at_text(&t, "2026-01-05 09:00") + DAY * i);
    }
    run(&t, 0);
    for (int32_t i = 0; i < 5; i++) {
        assert_int_equal(visit_of(&t, i, "let")->left.lo, at_text(&t, when[i]));
    }
    assert_string_equal(note_of(&t, 1, 0), "quota \"lets\" was used up: 2 of 2 in the month 2026-01, the last by case C00001");
    close_town(&t);
}

/* One home, which each keeps for ten days: the second and the third wait, in the order in which they came. */
static void homes_fall_free_in_turn(void **state)
{
    town t;
    (void)state;
    open_town(&t, HEAD
              "stage \"home\" { clause = \"3\", owner = officer, on = event \"asks\", duty = \"home\",\n"
              "  place { \"flat\", as = \"find a flat\", clause = \"3\" } }\n",
              "assume { homes = \"flat\", count = 1, stays = days(10)" ASSUMED, 3);
    asks(&t, 0, at_text(&t, "2026-01-05 09:00"));
    asks(&t, 1, at_text(&t, "2026-01-07 09:00"));
    asks(&t, 2, at_text(&t, "2026-01-06 09:00"));
    run(&t, 0);
    static const char *const when[] = { "2026-01-05 09:00", "2026-01-25 09:00", "2026-01-15 09:00" };
    for (int32_t i = 0; i < 3; i++) {
        const moot_case *c = moot_world_case(t.world, i);
        assert_int_equal(c->beds_count, 1);
        assert_int_equal(c->beds[0].from.lo, at_text(&t, when[i]));
    }
    assert_string_equal(note_of(&t, 1, 0), "waits for a \"flat\": all 1 are taken, the last by case C00001");
    assert_string_equal(note_of(&t, 1, 1), "a \"flat\" is free");
    close_town(&t);
}

/* One officer for one case at a time, two days each: the third begins when the second has ended. */
static void people_have_so_much_time(void **state)
{
    town t;
    (void)state;
    open_town(&t, lets, "assume { role = \"Officer\", people = 1, cases_each = 1" ASSUMED
              "assume { stage = \"let\", outcomes = { one = 1 }, takes = days(2)" ASSUMED, 3);
    for (int32_t i = 0; i < 3; i++) {
        asks(&t, i, at_text(&t, "2026-01-05 09:00") + 3600 * i);
    }
    run(&t, 0);
    assert_int_equal(visit_of(&t, 0, "let")->left.lo, at_text(&t, "2026-01-07 09:00"));
    assert_int_equal(visit_of(&t, 1, "let")->left.lo, at_text(&t, "2026-01-09 09:00"));
    assert_string_equal(note_of(&t, 2, 0), "waits for a Officer: all that they can take on, 1, is taken, the last by case C00001");
    close_town(&t);
}

/* A million people who hold a million cases each never run out; nobody at all takes on nothing, and no case took the last. */
static void so_many_people_or_none(void **state)
{
    town many, none;
    (void)state;
    open_town(&many, lets, "assume { role = \"Officer\", people = 1000000, cases_each = 1000000" ASSUMED
              "assume { stage = \"let\", outcomes = { one = 1 }, takes = days(2)" ASSUMED, 2);
    open_town(&none, lets, "assume { role = \"Officer\", people = 0, cases_each = 1" ASSUMED
              "assume { stage = \"let\", outcomes = { one = 1 }, takes = days(2)" ASSUMED, 2);
    for (int32_t i = 0; i < 2; i++) {
        asks(&many, i, at_text(&many, "2026-01-05 09:00"));
        asks(&none, i, at_text(&none, "2026-01-05 09:00"));
    }
    run(&many, 0);
    run(&none, 0);
    for (int32_t i = 0; i < 2; i++) {
        assert_int_equal(visit_of(&many, i, "let")->left.lo, at_text(&many, "2026-01-07 09:00"));
        assert_true(moot_visit_open(visit_of(&none, i, "let")));
        assert_string_equal(note_of(&none, i, 0), "waits for a Officer: all that they can take on, 0, is taken");
    }
    close_town(&many);
    close_town(&none);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_given_as_a_simulation_by_hand_gives_them),
        cmocka_unit_test(who_took_the_place_is_told),
        cmocka_unit_test(a_queue_is_as_long_as_theory_says),
        cmocka_unit_test(threads_give_the_same_bytes),
        cmocka_unit_test(running_on_alone_changes_nothing),
        cmocka_unit_test(a_shorter_log_changes_nothing),
        cmocka_unit_test(ids_that_have_changed_are_seen),
        cmocka_unit_test(each_case_is_handed_over_as_it_is_kept),
        cmocka_unit_test(who_failed_in_a_queue_takes_a_place_still),
        cmocka_unit_test(each_case_is_handed_over_where_steps_are_in_order),
        cmocka_unit_test(handing_over_can_fail),
        cmocka_unit_test(a_quota_is_shared),
        cmocka_unit_test(homes_fall_free_in_turn),
        cmocka_unit_test(people_have_so_much_time),
        cmocka_unit_test(so_many_people_or_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
