/* A cell and a plan become a case, and the engine runs it. What is shown of it is read back first, as `moot run` reads
 * it, so a witness is what it says it is. */
#include <string.h>

#include "vm/case/input_json.h"
#include "vm/case/read_json.h"
#include "vm/check/check_internal.h"

/* ---- the facts of a cell ---- */

static void put_facts(moot_check *k, const check_plan *plan)
{
    const check_problem *q = &k->problem;
    memset(k->values, 0, (size_t)(k->p->facts_count + 1) * sizeof *k->values);
    for (int32_t i = 0; i < q->var_count; i++) {
        const check_var *v = &q->vars[i];
        if (v->kind == CHECK_FACT && v->at >= 0 && k->p->facts[v->ref].source == MOOT_FACT_GIVEN) {
            k->values[v->ref] = q->facts.values[v->ref];
        } else if (v->kind == CHECK_BORN && v->at >= 0 && k->p->dob_fact >= 0) {
            k->values[k->p->dob_fact] = q->facts.values[k->p->dob_fact];
        }
    }
    for (int32_t i = 0; plan && i < plan->dates_count; i++) {
        const moot_fact *f = &k->p->facts[plan->dates[i]];
        moot_day day = check_moment_day(k) + plan->dates_after;
        if (f->source == MOOT_FACT_GIVEN && !moot_known(k->values[plan->dates[i]])) {
            k->values[plan->dates[i]] = f->type == MOOT_T_DATE
                                            ? moot_value_of(MOOT_T_DATE, day, day)
                                            : moot_value_of(MOOT_T_INSTANT, q->moment, q->moment);
        }
    }
    for (int32_t i = 0; i < q->facts.spell_count; i++) {
        k->spells[i] = q->spells[i];
    }
    k->input.spells = k->spells;
    k->input.spell_count = q->facts.spell_count;
}

/* ---- its records ---- */

int check_input_add(moot_check *k, check_step_kind kind, int32_t ref, int32_t outcome,
                    moot_instant at)
{
    static const uint8_t kinds[] = { [CHECK_EVENT] = MOOT_RECORD_EVENT,
                                     [CHECK_OUTCOME] = MOOT_RECORD_OUTCOME,
                                     [CHECK_MET] = MOOT_RECORD_DEADLINE,
                                     [CHECK_NOTE] = MOOT_RECORD_NOTE };
    if (!moot_grow((void **)&k->records, &k->records_cap, (size_t)k->input.record_count + 1,
                   sizeof *k->records)) {
        k->no_memory = 1;
        return 0;
    }
    moot_record *r = &k->records[k->input.record_count];
    memset(r, 0, sizeof *r);
    r->kind = kinds[kind];
    r->number = ++k->input.record_count;
    r->at = moot_when_at(at);
    r->ref = ref;
    r->outcome = outcome;
    r->met = kind == CHECK_MET;
    r->note = kind != CHECK_NOTE           ? NULL
              : k->input.record_count == 1 ? "the example begins"
                                           : "time has passed";
    r->who = r->child = r->fact = r->paid_by = -1;
    r->due = r->session = moot_when_at(MOOT_NEVER);
    k->input.records = k->records;
    return 1;
}

static int32_t planned(const check_plan *plan, int32_t event)
{
    int32_t n = 0;
    for (int32_t i = 0; i < plan->count; i++) {
        n += plan->steps[i].kind == CHECK_EVENT && plan->steps[i].ref == event;
    }
    return n;
}

/* An event that must have happened more often than the plan says has happened before it. */
static void put_past_events(moot_check *k, const check_plan *plan)
{
    const check_problem *q = &k->problem;
    moot_instant at = q->moment - 43200;
    for (int32_t i = 0; i < q->var_count; i++) {
        const check_var *v = &q->vars[i];
        if (v->kind != CHECK_TIMES || v->at < 0 || k->p->triggers[v->ref].kind != MOOT_ON_EVENT) {
            continue;
        }
        int64_t more =
            q->choices[v->first + v->at].value.a - planned(plan, k->p->triggers[v->ref].ref);
        for (int64_t n = 0; n < more && n < 12; n++) {
            (void)check_input_add(k, CHECK_EVENT, k->p->triggers[v->ref].ref, -1, at);
            at += CHECK_STEP_SECONDS;
        }
    }
}

/* A fact that the protocol sets is set by what sets it, the day before. Whether that comes about is the engine's to say. */
static void put_settings(moot_check *k)
{
    const check_problem *q = &k->problem;
    for (int32_t i = 0; i < q->var_count; i++) {
        const check_var *v = &q->vars[i];
        if (v->kind != CHECK_FACT || v->at < 0 || k->p->facts[v->ref].source != MOOT_FACT_SET) {
            continue;
        }
        moot_value want = q->facts.values[v->ref];
        for (int32_t e = 0; e < k->p->effects_count; e++) {
            const moot_effect *f = &k->p->effects[e];
            check_plan plan;
            if (f->verb != MOOT_SET || f->fact != v->ref ||
                moot_value_same(want, k->p->facts[v->ref].presumed) ||
                k->p->operands[f->operand].kind != MOOT_OPERAND_CONST ||
                !moot_value_same(k->p->operands[f->operand].value, want)) {
                continue;
            }
            check_plan_empty(&plan);
            check_plan_effect(k, e, &plan);
            if (plan.failed || plan.after >= 86400) {
                continue;
            }
            for (int32_t s = 0; s < plan.count; s++) {
                (void)check_input_add(k, (check_step_kind)plan.steps[s].kind, plan.steps[s].ref,
                                      plan.steps[s].outcome,
                                      q->moment - 86400 + plan.steps[s].after);
            }
            break;
        }
    }
}

void check_input_begin(moot_check *k, const check_plan *plan)
{
    k->input.id = "example";
    k->input.values = k->values;
    k->input.record_count = 0;
    k->input.child_count = 0;
    put_facts(k, plan);
}

/* ---- running it ---- */

static int run(moot_check *k, const moot_input *input)
{
    moot_err err;
    moot_err_init(&err);
    k->runs++;
    check_spend(k, 50);
    if (moot_engine_case(k->engine, &k->c, k->p, input, k->oracle, &err)) {
        if (err.code != MOOT_ELIMIT) {
            k->err = err;
        }
        return 0;
    }
    return 1;
}

int check_run_input(moot_check *k)
{
    return !check_stopped(k) && run(k, &k->input);
}

int check_run(moot_check *k, const check_plan *plan)
{
    check_input_begin(k, plan);
    put_settings(k);
    put_past_events(k, plan);
    for (int32_t i = 0; i < plan->count; i++) {
        const check_step *s = &plan->steps[i];
        if (!check_input_add(k, (check_step_kind)s->kind, s->ref, s->outcome,
                             k->problem.moment + s->after)) {
            return 0;
        }
    }
    return check_run_input(k);
}

/* ---- reading it back ---- */

/* The line that stands for the case in hand; NULL unless it reads back, and runs alike. */
static const char *read_back(moot_check *k)
{
    int32_t entries = k->c.entry_count;
    moot_status status = k->c.status;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_buf_clear(&k->json);
    moot_input_json(k->p, &k->input, &k->json);
    moot_reader_begin(&k->reader, "example", 1, moot_buf_text(&k->json), &errs);
    moot_input_clear(&k->told);
    int good =
        moot_buf_ok(&k->json) &&
        moot_json_case(&k->reader, moot_buf_text(&k->json), k->json.len, &k->told) == MOOT_OK &&
        run(k, &k->told) && k->c.entry_count == entries && k->c.status == status;
    moot_errs_done(&errs);
    return good ? moot_arena_str(&k->arena, moot_buf_text(&k->json)) : NULL;
}

int check_attach(moot_check *k, moot_finding *f, const char *result)
{
    if (!f) {
        return 0;
    }
    f->result = result;
    k->input.id = check_text(k, "example-%d", (int)k->findings_count);
    f->example = check_case_words(k);
    f->witness = read_back(k);
    return f->witness != NULL;
}

/* ---- what it shows ---- */

int32_t check_logged(const moot_check *k, moot_what what, int32_t from)
{
    for (int32_t i = from; i < k->c.log_count; i++) {
        if (k->c.log[i].what == what) {
            return i;
        }
    }
    return -1;
}

int check_departed(const moot_check *k)
{
    return check_logged(k, MOOT_LOG_DEPARTURE, 0) >= 0;
}
