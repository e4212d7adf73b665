/* What must hold of every case, tried on all cases of tests/rules and of the examples:
 *
 *   replay     the log played again gives the state that the run had (design.md 1: state is a fold over the log)
 *   order      the log is ordered by `known`; numbers run from 1; causes come before what they caused (rule 1)
 *   as of T    the log of a run as of T is the run's own log up to what was known by T (rule 1)
 *   counts     each date that was counted comes out again, to the second, from the few values that its entry keeps (case_count.h)
 *   no log     the run without a log comes to the same stages, deadlines and breaches */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "lua/helper/helper.h"
#include "vm/case/case_count.h"
#include "vm/case/caseload.h"
#include "vm/engine/engine.h"

typedef struct trial {
    moot_protocol *p;
    moot_helper_script helpers;
    moot_input input;
    moot_oracle *oracle;
    moot_case run, other;
    char name[256]; /* of the file, for messages */
    int cases, moments; /* tried, and moments as of which they were */
    int counts;         /* dates that were counted again */
} trial;

static void must(const trial *t, moot_code code, const moot_err *err)
{
    if (code != MOOT_OK) {
        fail_msg("%s: %s", t->name, err->msg);
    }
}

static void run_case(trial *t, moot_case *c, int keep_log, moot_instant as_of)
{
    moot_engine *engine = NULL;
    moot_options options = moot_options_default();
    moot_err err;
    moot_err_init(&err);
    options.keep_log = keep_log;
    options.as_of = as_of;
    options.helpers = &t->helpers.host;
    must(t, moot_engine_new(&options, &engine, &err), &err);
    must(t, moot_engine_case(engine, c, t->p, &t->input, t->oracle, &err), &err);
    moot_engine_free(engine);
}

/* ---- the same state ---- */

#define SAME_COUNT(array)                                                                                         \
    do {                                                                                                          \
        if (t->run.array##_count != t->other.array##_count) {                                                     \
            fail_msg("%s, case %s: %d " #array " of the run, %d %s", t->name, t->input.id, (int)t->run.array##_count, \
                     (int)t->other.array##_count, how);                                                           \
        }                                                                                                         \
    } while (0)

#define SAME(member)                                                                                        \
    do {                                                                                                    \
        if (!(a->member == b->member)) {                                                                    \
            fail_msg("%s, case %s: " #member " of number %d differs %s", t->name, t->input.id, (int)i, how); \
        }                                                                                                   \
    } while (0)

static void same_visits(const trial *t, const char *how)
{
    SAME_COUNT(visits);
    for (int32_t i = 0; i < t->run.visits_count; i++) {
        const moot_visit *a = &t->run.visits[i], *b = &t->other.visits[i];
        SAME(stage);
        SAME(child);
        SAME(entered.lo);
        SAME(entered.hi);
        SAME(left.lo);
        SAME(left.hi);
        SAME(outcome);
        SAME(stopped);
        SAME(departed);
        SAME(decided_by);
    }
}

static void same_clocks(const trial *t, const char *how)
{
    SAME_COUNT(clocks);
    for (int32_t i = 0; i < t->run.clocks_count; i++) {
        const moot_clock *a = &t->run.clocks[i], *b = &t->other.clocks[i];
        SAME(rule);
        SAME(visit);
        SAME(child);
        SAME(status);
        SAME(done);
        SAME(ended);
        SAME(broke);
        SAME(since.lo);
        SAME(due.lo);
        SAME(due.hi);
        SAME(met_at.lo);
        SAME(met_at.hi);
    }
}

static void same_rest(const trial *t, const char *how)
{
    SAME_COUNT(acts);
    SAME_COUNT(beds);
    SAME_COUNT(breaches);
    SAME_COUNT(needs);
    SAME_COUNT(levels);
    SAME_COUNT(derivations);
    SAME_COUNT(signs);
    SAME_COUNT(counts);
    for (int32_t i = 0; i < t->run.breaches_count; i++) {
        const moot_breach *a = &t->run.breaches[i], *b = &t->other.breaches[i];
        SAME(clock);
        SAME(invariant);
        SAME(at.lo);
        SAME(until.lo);
        SAME(nights);
    }
    size_t values = (1 + (size_t)t->input.child_count) * (size_t)t->p->facts_count;
    for (size_t i = 0; i < values; i++) {
        if (!moot_value_same(t->run.facts.values[i], t->other.facts.values[i])) {
            fail_msg("%s, case %s: fact \"%s\" differs %s", t->name, t->input.id,
                     t->p->facts[i % (size_t)t->p->facts_count].decl.name, how);
        }
    }
    assert_int_equal(t->run.status, t->other.status);
    assert_int_equal(t->run.facts.night, t->other.facts.night);
    assert_int_equal(t->run.facts.lead, t->other.facts.lead);
    assert_int_equal(t->run.facts.handovers, t->other.facts.handovers);
}

static void same_state(const trial *t, const char *how)
{
    same_visits(t, how);
    same_clocks(t, how);
    same_rest(t, how);
}

/* ---- the four properties, on one case ---- */

static void played_again(trial *t)
{
    moot_err err;
    moot_err_init(&err);
    must(t, moot_case_replay(&t->other, t->p, &t->input, t->run.log, t->run.log_count, 0, &err), &err);
    moot_case_conclude(&t->other, t->run.as_of);
    same_state(t, "when the log is played again");
}

static void in_order(trial *t)
{
    for (int32_t i = 0; i < t->run.log_count; i++) {
        const moot_entry *e = &t->run.log[i];
        if (e->n != i + 1 || e->cause >= e->n || (i > 0 && t->run.log[i - 1].known > e->known)) {
            fail_msg("%s, case %s: entry %d is out of order", t->name, t->input.id, (int)(i + 1));
        }
    }
}

static int says_the_same(const moot_entry *a, const moot_entry *b)
{
    return a->what == b->what && a->at.lo == b->at.lo && a->ref == b->ref && a->ref2 == b->ref2 && a->visit == b->visit
           && a->clock == b->clock && a->due.lo == b->due.lo;
}

/* An assumed act is done some time before the case's now, so its window, and what hangs on it, does depend on T. */
static int depends_on_now(const moot_case *c)
{
    for (int32_t i = 0; i < c->log_count; i++) {
        if (c->log[i].flags & MOOT_ENTRY_ASSUMED) {
            return 1;
        }
    }
    return 0;
}

/* A deadline's own record decides it even before it is known, so that a run that does not see it yet may say more. */
static int has_record_after(const moot_input *input, moot_instant at)
{
    for (int32_t i = 0; i < input->record_count; i++) {
        const moot_record *r = &input->records[i];
        int own = r->kind == MOOT_RECORD_DEADLINE || r->kind == MOOT_RECORD_NOTICE || r->kind == MOOT_RECORD_PLACE;
        if ((own && r->at.hi > at) || !moot_when_exact(r->at)) {
            return 1;
        }
    }
    return 0;
}

static void as_of_each_record(trial *t)
{
    for (int32_t r = 0; r < t->input.record_count; r++) {
        moot_instant as_of = t->input.records[r].at.hi;
        if (depends_on_now(&t->run) || has_record_after(&t->input, as_of)) {
            continue;
        }
        run_case(t, &t->other, 1, as_of);
        t->moments++;
        for (int32_t i = 0; i < t->other.log_count; i++) {
            if (i >= t->run.log_count || !says_the_same(&t->run.log[i], &t->other.log[i])) {
                fail_msg("%s, case %s: as of record %d entry %d is another", t->name, t->input.id, (int)(r + 1),
                         (int)(i + 1));
            }
        }
        if (t->other.log_count < t->run.log_count && t->run.log[t->other.log_count].known < as_of) {
            fail_msg("%s, case %s: as of record %d the log lacks entry %d, which was known", t->name, t->input.id,
                     (int)(r + 1), (int)t->other.log_count + 1);
        }
    }
}

static void without_log(trial *t)
{
    run_case(t, &t->other, 0, MOOT_NEVER);
    same_state(t, "without a log");
}

/* Whether the rule's date is one that is counted: not another's moment as it is, and no event. */
static int is_counted(const moot_protocol *p, const moot_entry *e)
{
    const moot_clock_rule *rule = &p->clocks[e->ref];
    return e->due.lo != MOOT_NEVER && (rule->within >= 0 || rule->every >= 0 || rule->by >= 0);
}

/* Over the state that the log gave when it was played again: nothing of the run itself is left to look at. */
static void check_counts(trial *t)
{
    const moot_case *c = &t->other;
    for (int32_t i = 0; i < t->run.log_count; i++) {
        const moot_entry *e = &t->run.log[i];
        moot_count count;
        if ((e->what != MOOT_LOG_CLOCK && e->what != MOOT_LOG_MOVED) || moot_case_superseded(&t->run, e->n)
            || !is_counted(t->p, e)) {
            continue;
        }
        moot_clock k = { .rule = e->ref, .child = e->child, .due = e->due, .counted = e->value };
        k.since = e->mark.lo != MOOT_NEVER ? e->mark : e->what == MOOT_LOG_CLOCK ? e->at : c->clocks[e->clock].since;
        if (!moot_case_count(c, &k, &count)) {
            fail_msg("%s, case %s: the date of entry %d does not come out again", t->name, t->input.id, (int)e->n);
        }
        t->counts++;
    }
}

static void try_case(trial *t)
{
    run_case(t, &t->run, 1, MOOT_NEVER);
    in_order(t);
    if (t->run.status != MOOT_CASE_FAILED) {
        played_again(t);
        check_counts(t);
        without_log(t);
        as_of_each_record(t);
    }
    t->cases++;
}

/* ---- all cases of a caseload, all caseloads ---- */

static void try_caseload(trial *t, const char *script, const char *cases)
{
    moot_caseload *load = NULL;
    moot_errs errs, warnings;
    moot_err err;
    int found = 1;
    snprintf(t->name, sizeof t->name, "%s", cases);
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    /* Some protocols of the rules' tests are there to be refused: they have no cases to try. */
    found = moot_protocol_load(script, NULL, &t->p, &errs, &warnings) == MOOT_OK;
    moot_helper_script_init(&t->helpers, script, NULL);
    if (found) {
        must(t, moot_caseload_open(cases, t->p, NULL, &load, &err), &err);
    }
    while (found) {
        moot_input_clear(&t->input);
        must(t, moot_caseload_next(load, &t->input, &errs, &found, &err), &err);
        if (found) {
            try_case(t);
        }
    }
    moot_caseload_close(load);
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    moot_case_done(&t->run);
    moot_case_done(&t->other);
    moot_helper_script_done(&t->helpers);
    moot_protocol_free(t->p);
    t->p = NULL;
}

static const char *root(void)
{
    const char *path = getenv("MOOT_ROOT");
    return path ? path : ".";
}

static void begin(trial *t)
{
    moot_err err;
    memset(t, 0, sizeof *t);
    moot_err_init(&err);
    moot_input_init(&t->input);
    moot_case_init(&t->run);
    moot_case_init(&t->other);
    assert_int_equal(moot_oracle_recorded(&t->oracle, &err), MOOT_OK);
}

static void end(trial *t, int least)
{
    moot_oracle_free(t->oracle);
    moot_input_done(&t->input);
    if (t->counts < least) {
        fail_msg("%d dates were counted again, at least %d were expected", t->counts, least);
    }
    if (t->cases < least || t->moments < least) {
        fail_msg("%d cases as of %d moments were tried, at least %d were expected", t->cases, t->moments, least);
    }
}

static void every_case_of_the_rules(void **state)
{
    trial t;
    glob_t found;
    char pattern[512], script[600];
    (void)state;
    begin(&t);
    snprintf(pattern, sizeof pattern, "%s/tests/rules/rule-*/cases.jsonl", root());
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        size_t folder = strlen(found.gl_pathv[i]) - strlen("cases.jsonl");
        snprintf(script, sizeof script, "%.*sprotocol.lua", (int)folder, found.gl_pathv[i]);
        try_caseload(&t, script, found.gl_pathv[i]);
    }
    globfree(&found);
    end(&t, 100);
}

static void every_case_of_the_examples(void **state)
{
    trial t;
    char script[512], cases[512];
    (void)state;
    begin(&t);
    snprintf(script, sizeof script, "%s/protocols/stockport-2018.lua", root());
    snprintf(cases, sizeof cases, "%s/examples/stockport-2018/cases.jsonl", root());
    try_caseload(&t, script, cases);
    end(&t, 10);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_of_the_rules),
        cmocka_unit_test(every_case_of_the_examples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
