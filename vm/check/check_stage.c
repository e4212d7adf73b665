/* Stages: a case that no outcome fits, and one that two fit where exactly one must (rule 5); a dispute that opens no ladder
 * (rule 11).
 *
 * A stage without an owner must find one true guard as it is entered. One that people decide may have a guard on every
 * outcome too: while none holds, nobody can choose. A stage with a `duty` is meant to run on until something ends it, so
 * there that is no gap. */
#include "vm/check/check_internal.h"

/* The outcomes whose guards are read: those that are not taken by themselves. */
static int is_choice(const moot_check *k, const moot_stage *s, int32_t i)
{
    return !check_by_itself(&k->p->outcomes[s->outcomes.first + i]);
}

/* Whether a guard stands on everything that could end the stage; what interrupts it (a birthday, an event) is no way out
 * that anybody can rely on, but time that passes is. */
static int all_guarded(const moot_check *k, const moot_stage *s)
{
    int choices = 0;
    if (s->duty) {
        return 0;
    }
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        const moot_outcome *o = &k->p->outcomes[s->outcomes.first + i];
        if (is_choice(k, s, i)) {
            choices++;
        }
        if (o->when == MOOT_NO_COND && o->on < 0) {
            return 0;
        }
    }
    return choices > 0;
}

/* As the engine sees it: no rule was found, or nobody has a choice. */
static int32_t shows_gap(moot_check *k, int32_t stage)
{
    const moot_stage *s = &k->p->stages[stage];
    moot_choice choices[32];
    if (check_departed(k) || k->c.status == MOOT_CASE_FAILED) {
        return -1;
    }
    if (check_routes(s)) {
        int32_t at = check_logged(k, MOOT_LOG_GAP, 0);
        while (at >= 0 && k->c.log[at].decl != &s->decl) {
            at = check_logged(k, MOOT_LOG_GAP, at + 1);
        }
        return at;
    }
    int32_t n = moot_engine_choices(k->engine, choices, (int32_t)MOOT_COUNT(choices)), mine = 0,
            entry = -1;
    for (int32_t i = 0; i < n; i++) {
        const moot_visit *v = &k->c.visits[choices[i].visit];
        if (v->stage == stage && v->child < 0) {
            if (choices[i].admissible != MOOT_FALSE) {
                return -1;
            }
            mine++;
            entry = v->entry;
        }
    }
    return mine > 0 ? entry - 1 : -1;
}

static void want_gap(moot_check *k, const moot_stage *s, int64_t after)
{
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        if (is_choice(k, s, i)) {
            check_want_(k, k->p->outcomes[s->outcomes.first + i].when, MOOT_FALSE, after);
        }
    }
}

static void tell_gap(moot_check *k, int32_t stage, int32_t entry)
{
    const moot_stage *s = &k->p->stages[stage];
    const char *cell = check_cell_words(k);
    const char *text =
        check_routes(s)
            ? check_text(k, "no outcome fits %s%s", cell[0] ? "when " : "any case", cell)
            : check_text(k, "nobody can choose an outcome while %s: each asks for something else",
                         cell);
    moot_finding *f =
        check_told(k, &s->decl, text) ? NULL : check_add(k, MOOT_FINDING_GAP, &s->decl);
    if (!f) {
        return;
    }
    f->label = check_stage_label(k, stage);
    f->text = text;
    if (check_routes(s)) {
        (void)check_attach(k, f, check_entry_words(k, entry));
    } else {
        (void)check_attach(
            k, f, check_text(k, "%s; no outcome of it can be chosen", check_entry_words(k, entry)));
    }
}

static void find_gap(moot_check *k, int32_t stage)
{
    const moot_stage *s = &k->p->stages[stage];
    int32_t before = k->findings_count, suspected = 0, planned = 0;
    check_begin(k);
    want_gap(k, s, 0);
    check_ready(k);
    if (check_next(k) == CHECK_NONE) {
        return;
    }
    for (int32_t way = 0; way < check_way_count(k, stage) && !check_stopped(k); way++) {
        check_plan plan;
        check_plan_enter(k, stage, way, &plan);
        if (plan.failed) {
            continue;
        }
        planned++;
        check_begin(k);
        check_want_plan(k, &plan);
        want_gap(k, s, plan.after);
        check_ready(k);
        for (int tries = 0;
             tries < CHECK_TRIES_MOST && k->findings_count < before + CHECK_GAPS_MOST &&
             check_next(k) == CHECK_FOUND;
             tries++) {
            if (!check_routes(s) && check_about_moment(k)) {
                continue; /* out of hours nobody can choose; but the desk opens again */
            }
            int32_t entry = check_run(k, &plan) ? shows_gap(k, stage) : -1;
            suspected = 1;
            if (entry >= 0) {
                tell_gap(k, stage, entry);
                if (check_is_linked(k)) {
                    return;
                }
            }
        }
    }
    if (planned == 0) {
        check_note(
            k, check_text(k, "%s (line %d) may have a gap, but no case was found that enters it",
                          check_stage_label(k, stage), (int)s->decl.line));
    }
    if (suspected && k->findings_count == before) {
        check_note(k,
                   check_text(k, "%s (line %d) may have a gap, but no case that was tried shows it",
                              check_stage_label(k, stage), (int)s->decl.line));
    }
}

/* ---- overlaps ---- */

static int32_t shows_overlap(const moot_check *k, int32_t stage)
{
    int32_t at = k->c.status == MOOT_CASE_FAILED && !check_departed(k)
                     ? check_logged(k, MOOT_LOG_FAULT, 0)
                     : -1;
    return at >= 0 && k->c.log[at].decl == &k->p->stages[stage].decl ? at : -1;
}

static int tell_overlap(moot_check *k, int32_t stage, int32_t a, int32_t b, const check_plan *plan)
{
    int32_t entry = check_run(k, plan) ? shows_overlap(k, stage) : -1;
    if (entry < 0) {
        return 0;
    }
    moot_finding *f = check_add(k, MOOT_FINDING_OVERLAP, &k->p->stages[stage].decl);
    if (f) {
        const char *cell = check_cell_words(k);
        f->label = check_stage_label(k, stage);
        f->text =
            check_text(k, "the outcomes \"%s\" and \"%s\" both fit %s%s, and exactly one must",
                       k->p->outcomes[a].decl.name, k->p->outcomes[b].decl.name,
                       cell[0] ? "when " : "every case", cell);
        (void)check_attach(k, f, check_entry_words(k, entry));
    }
    return 1;
}

static void find_overlap(moot_check *k, int32_t stage, int32_t a, int32_t b)
{
    check_want both[2] = { { k->p->outcomes[a].when, MOOT_TRUE, 0 },
                           { k->p->outcomes[b].when, MOOT_TRUE, 0 } };
    if (check_any(k, both, 2) == CHECK_NONE) {
        return;
    }
    for (int32_t way = 0; way < check_way_count(k, stage) && !check_stopped(k); way++) {
        check_plan plan;
        check_plan_enter(k, stage, way, &plan);
        if (plan.failed) {
            continue;
        }
        check_begin(k);
        check_want_plan(k, &plan);
        check_want_(k, both[0].cond, MOOT_TRUE, plan.after);
        check_want_(k, both[1].cond, MOOT_TRUE, plan.after);
        check_ready(k);
        for (int tries = 0; tries < CHECK_TRIES_MOST && check_next(k) == CHECK_FOUND; tries++) {
            if (tell_overlap(k, stage, a, b, &plan)) {
                return;
            }
        }
    }
}

static void find_overlaps(moot_check *k, int32_t stage)
{
    const moot_stage *s = &k->p->stages[stage];
    int32_t before = k->findings_count;
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        for (int32_t j = i + 1; is_choice(k, s, i) && j < s->outcomes.count; j++) {
            if (is_choice(k, s, j) && k->findings_count < before + 10 && !check_stopped(k)) {
                find_overlap(k, stage, s->outcomes.first + i, s->outcomes.first + j);
            }
        }
    }
}

/* ---- disputes that lead nowhere ---- */

/* Rule 11: a dispute opens the ladder that the stage names, else the only one. Of several, none is opened. */
static int may_dispute_in_vain(const moot_check *k, const moot_stage *s)
{
    return s->owner.kind == MOOT_OWNER_ALL && moot_owner_count(&s->owner) > 1 && s->ladder < 0 && k->p->ladders_count > 1;
}

/* The i-th outcome that people choose, -1. */
static int32_t choice_at(const moot_check *k, const moot_stage *s, int32_t n)
{
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        if (is_choice(k, s, i) && n-- == 0) {
            return s->outcomes.first + i;
        }
    }
    return -1;
}

/* Each owner signs another outcome; whether nothing but the dispute comes of it. */
static int32_t shows_dispute(moot_check *k, int32_t stage, const check_plan *plan)
{
    const moot_stage *s = &k->p->stages[stage];
    if (!check_run(k, plan) || k->c.status == MOOT_CASE_FAILED) {
        return -1;
    }
    for (int32_t i = 0; i < moot_owner_count(&s->owner); i++) {
        moot_instant at = k->problem.moment + plan->after + (int64_t)(i + 1) * CHECK_STEP_SECONDS;
        if (!check_input_add(k, CHECK_OUTCOME, stage, choice_at(k, s, i == 0 ? 0 : 1), at)) {
            return -1;
        }
        k->records[k->input.record_count - 1].who = moot_owner_party(k->p, &s->owner, i);
    }
    if (!check_run_input(k) || check_departed(k)) {
        return -1;
    }
    return check_logged(k, MOOT_LOG_DISPUTE, 0);
}

static void find_dispute(moot_check *k, int32_t stage)
{
    const moot_stage *s = &k->p->stages[stage];
    int32_t one = choice_at(k, s, 0), other = choice_at(k, s, 1);
    for (int32_t way = 0; other >= 0 && way < check_way_count(k, stage) && !check_stopped(k); way++) {
        check_plan plan;
        check_plan_enter(k, stage, way, &plan);
        if (plan.failed) {
            continue;
        }
        check_begin(k);
        check_want_plan(k, &plan);
        check_want_(k, k->p->outcomes[one].when, MOOT_TRUE, plan.after);
        check_want_(k, k->p->outcomes[other].when, MOOT_TRUE, plan.after);
        check_ready(k);
        int32_t entry = check_next(k) == CHECK_FOUND ? shows_dispute(k, stage, &plan) : -1;
        moot_finding *f = entry >= 0 ? check_add(k, MOOT_FINDING_GAP, &s->decl) : NULL;
        if (f) {
            f->label = check_stage_label(k, stage);
            f->text = "if its owners disagree no ladder opens: there are several, and this stage names none (ladder = \"…\")";
            (void)check_attach(k, f, check_entry_words(k, entry));
            return;
        }
    }
}

void check_stages(moot_check *k)
{
    for (int32_t i = 0; i < k->p->stages_count && !check_stopped(k); i++) {
        const moot_stage *s = &k->p->stages[i];
        if (k->dead_stage[i]) {
            continue; /* said already */
        }
        check_about(k, check_stage_label(k, i), "cases that no outcome fits");
        if (all_guarded(k, s)) {
            find_gap(k, i);
        }
        check_about(k, k->about, "two outcomes at once");
        if (check_routes(s)) {
            find_overlaps(k, i);
        }
        check_about(k, k->about, "disputes");
        if (may_dispute_in_vain(k, s)) {
            find_dispute(k, i);
        }
    }
}
