/* Why an outcome was not taken: what the log has of its stage, and which tests of its guard do
 * not hold. */
#include <string.h>

#include "vm/engine/result_build.h"
#include "vm/engine/why_build.h"
#include "vm/protocol/law.h"
#include "vm/protocol/protocol_show.h"

#define INDENT "    "

/* ---- names ---- */

const char *moot_why__nearest(const char *word, const void *table, int32_t count,
                              size_t size)
{
    moot_names names;
    moot_names_init(&names);
    const char *near = NULL;
    int whole = 1;
    for (int32_t i = 0; i < count && whole; i++) {
        whole = moot_names_add(&names, ((const moot_decl *)(const void *)((const char *)table +
                                                                          (size_t)i * size))
                                           ->name) >= 0;
    }
    const char *found = whole ? moot_names_nearest(&names, word) : NULL;
    for (int32_t i = 0; found && i < count && !near; i++) {
        const moot_decl *decl =
            (const moot_decl *)(const void *)((const char *)table + (size_t)i * size);
        near = strcmp(decl->name, found) == 0 ? decl->name
                                              : NULL; /* of the protocol: outlives the names */
    }
    moot_names_done(&names);
    return near;
}

moot_code moot_why__no_such(const char *kind, const char *word, const char *near, moot_err *err)
{
    return near ? moot_fail(err, MOOT_EUSAGE,
                            "the protocol has no %s \"%s\"; did you mean \"%s\"?", kind, word, near)
                : moot_fail(err, MOOT_EUSAGE, "the protocol has no %s \"%s\"", kind, word);
}

static moot_code find_outcome(const moot_protocol *p, const char *stage, const char *outcome,
                              int32_t *out, moot_err *err)
{
    int32_t of = stage ? moot_find_stage(p, stage) : -1, found = -1, count = 0;
    if (stage && of < 0) {
        return moot_why__no_such(
            "stage", stage,
            moot_why__nearest(stage, p->stages, p->stages_count, sizeof *p->stages), err);
    }
    for (int32_t i = 0; i < p->outcomes_count; i++) {
        if (strcmp(p->outcomes[i].decl.name, outcome) == 0 &&
            (of < 0 || p->outcomes[i].stage == of)) {
            found = found < 0 ? i : found;
            count++;
        }
    }
    if (count > 1) {
        return moot_fail(err, MOOT_EUSAGE,
                         "%d stages have an outcome \"%s\": name the stage too, such as \"%s\"",
                         (int)count, outcome,
                         moot_result__label(&p->stages[p->outcomes[found].stage].decl));
    }
    if (found < 0) {
        const char *near = moot_why__nearest(outcome, p->outcomes, p->outcomes_count, sizeof *p->outcomes);
        if (!near && !stage) {
            near = moot_why__nearest(outcome, p->stages, p->stages_count, sizeof *p->stages);
        }
        return moot_why__no_such(stage ? "outcome" : "outcome or stage", outcome, near, err);
    }
    *out = found;
    return MOOT_OK;
}

/* ---- tests ---- */

void moot_why__ask(moot_why_asker *a, const moot_case *c, moot_buf *out)
{
    a->c = c;
    a->out = out;
    a->facts = c->facts;
    if (c->as_of != MOOT_NEVER) {
        a->facts.now = moot_when_at(c->as_of);
        if (a->facts.law_day == MOOT_DAY_MIN) {
            a->facts.law_day = moot_day_at(c->protocol->zone, c->as_of);
        }
    }
}

static void tell_test(void *user, int32_t node, int32_t child, moot_value seen, int presumed,
                      moot_tri verdict)
{
    static const char *const verdicts[] = { "does not hold", "holds", "cannot be told" };
    moot_why_asker *a = user;
    const moot_protocol *p = a->c->protocol;
    if (p->nodes[node].kind != MOOT_COND_TEST) {
        return;
    }
    const char *id = moot_result_child(a->c, child);
    moot_buf_str(a->out, INDENT INDENT);
    moot_test_show(p, node, a->out);
    moot_buf_printf(a->out, ": %s", verdicts[verdict]);
    if (id) {
        moot_buf_printf(a->out, " for child %s", id);
    }
    if (moot_known(seen)) {
        moot_buf_str(a->out, ", it is ");
        moot_value_show(p, seen, a->out);
        moot_buf_str(a->out, presumed ? " (presumed)" : "");
    } else {
        moot_buf_str(a->out, ", it is not known");
    }
    moot_buf_char(a->out, '\n');
}

/* A condition with each of its tests as at the case's now; nothing when there is none. */
void moot_why__condition(moot_why_asker *a, int32_t cond, int32_t child, const char *whose)
{
    static const char *const verdicts[] = { "does not hold", "holds", "cannot be told yet" };
    const moot_protocol *p = a->c->protocol;
    if (cond == MOOT_NO_COND) {
        return;
    }
    moot_tri verdict = moot_cond_eval(&p->rules, &a->facts, cond, child);
    moot_buf_printf(a->out, INDENT "%s condition %s:\n", whose, verdicts[verdict]);
    (void)moot_cond_explain(&p->rules, &a->facts, cond, child, tell_test, a);
}

/* ---- the stage ---- */

static int goes_to(const moot_protocol *p, moot_span block, int32_t stage)
{
    for (int32_t i = 0; i < block.count; i++) {
        const moot_effect *effect = &p->effects[block.first + i];
        for (int32_t k = 0; effect->verb == MOOT_GO && k < effect->stages.count; k++) {
            if (moot_span_at(p, effect->stages, k) == stage) {
                return 1;
            }
        }
    }
    return 0;
}

void moot_why__never_begun(moot_why_asker *a, int32_t index)
{
    const moot_protocol *p = a->c->protocol;
    const moot_stage *stage = &p->stages[index];
    moot_buf_printf(a->out, INDENT "the stage \"%s\" never began (clause %s%s, rule at %s:%d)\n",
                    moot_result__label(&stage->decl), stage->decl.clause[0] ? stage->decl.clause : "none",
                    moot_clause_key(p, stage->decl.clause), stage->decl.file,
                    (int)stage->decl.line);
    moot_why__begins(a, index);
}

void moot_why__begins(moot_why_asker *a, int32_t index)
{
    const moot_protocol *p = a->c->protocol;
    const moot_stage *stage = &p->stages[index];
    if (stage->on >= 0) {
        moot_buf_str(a->out, INDENT "it begins at ");
        moot_trigger_show(p, stage->on, a->out);
        moot_buf_char(a->out, '\n');
        moot_why__condition(a, stage->when, -1, "its");
    }
    for (int32_t i = 0; i < p->outcomes_count; i++) {
        const moot_outcome *outcome = &p->outcomes[i];
        if (goes_to(p, outcome->block, index)) {
            moot_buf_printf(
                a->out,
                INDENT
                "it begins after the outcome \"%s\" of \"%s\", which was not taken, or not last\n",
                moot_result__label(&outcome->decl),
                moot_result__label(&p->stages[outcome->stage].decl));
        }
    }
}

static void tell_by_itself(moot_why_asker *a, const moot_outcome *outcome)
{
    if (outcome->on >= 0) {
        moot_buf_str(a->out, INDENT "it is taken by itself at ");
        moot_trigger_show(a->c->protocol, outcome->on, a->out);
        moot_buf_str(a->out, ", once that has happened since the stage began\n");
    }
    if (outcome->after >= 0) {
        moot_buf_str(a->out, INDENT "it is taken by itself after ");
        moot_operand_show(a->c->protocol, outcome->after, a->out);
        moot_buf_str(a->out, " in the stage\n");
    }
}

static void tell_ended(moot_why_asker *a, const moot_visit *visit, const moot_stage *stage)
{
    char when[96];
    const moot_protocol *p = a->c->protocol;
    moot_when_text(p->zone, visit->left, when, sizeof when);
    moot_buf_printf(a->out, INDENT "the stage \"%s\" ended %s ", moot_result__label(&stage->decl),
                    when);
    if (visit->outcome >= 0) {
        moot_buf_printf(a->out, "with \"%s\" instead (entry %d)\n",
                        moot_result__label(&p->outcomes[visit->outcome].decl),
                        (int)visit->left_entry);
    } else {
        moot_buf_printf(a->out, "without an outcome: it was %s (entry %d)\n",
                        visit->stopped ? "stopped, or the case closed" : "only effects",
                        (int)visit->left_entry);
    }
}

/* The latest visit of the outcome's stage; -1. *out_taken: one that ended with it. */
static int32_t latest_visit(const moot_case *c, int32_t stage, int32_t outcome, int32_t *out_taken)
{
    int32_t last = -1;
    *out_taken = -1;
    for (int32_t i = 0; i < c->visits_count; i++) {
        if (c->visits[i].stage == stage) {
            last = i;
            *out_taken = c->visits[i].outcome == outcome ? i : *out_taken;
        }
    }
    return last;
}

static void tell_owner(moot_why_asker *a, const moot_stage *stage, const moot_outcome *outcome)
{
    if (outcome->on < 0 && outcome->after < 0 && stage->owner.kind != MOOT_OWNER_NONE) {
        moot_buf_str(a->out, INDENT "it is for ");
        moot_owner_show(a->c->protocol, &stage->owner, a->out);
        moot_buf_str(a->out, " to choose, and nothing is recorded\n");
    }
}

/* A quota that is used up bars the outcome (rule 13). */
static void tell_quota(moot_why_asker *a, int32_t index, int32_t child)
{
    const moot_protocol *p = a->c->protocol;
    moot_case now = *a->c; /* only looked at: the same case, read at its now */
    char period[32];
    now.facts = a->facts;
    int32_t quota = p->quotas_count > 0 ? moot_case_quota_bars(&now, index, child) : -1;
    if (quota < 0) {
        return;
    }
    const moot_quota *q = &p->quotas[quota];
    moot_day day = moot_day_at(p->zone, a->facts.now.lo);
    moot_buf_printf(a->out,
                    INDENT "quota \"%s\" (clause %s) bars it: %d of %d are granted in the %s %s\n",
                    moot_result__label(&q->decl), q->decl.clause[0] ? q->decl.clause : "none",
                    (int)moot_case_quota_used(&now, quota, a->facts.now.lo),
                    (int)moot_case_quota_limit(&now, quota), moot_period_text((moot_period)q->per),
                    moot_period_label((moot_period)q->per, day, period, sizeof period));
}

static void tell_untaken(moot_why_asker *a, int32_t index, int32_t last)
{
    const moot_protocol *p = a->c->protocol;
    const moot_outcome *outcome = &p->outcomes[index];
    const moot_stage *stage = &p->stages[outcome->stage];
    if (last < 0) {
        moot_why__never_begun(a, outcome->stage);
        return;
    }
    const moot_visit *visit = &a->c->visits[last];
    if (moot_visit_open(visit)) {
        moot_buf_printf(a->out, INDENT "the stage \"%s\" is still open (entry %d)\n",
                        moot_result__label(&stage->decl), (int)visit->entry);
        tell_owner(a, stage, outcome);
    } else {
        tell_ended(a, visit, stage);
    }
    tell_by_itself(a, outcome);
    moot_why__condition(a, outcome->when, visit->child, "its");
    tell_quota(a, index, visit->child);
}

/* The chain that the visit of its stage hangs on. */
static moot_code tell_visit(const moot_case *c, const moot_visit *visit, moot_buf *out,
                            moot_err *err)
{
    int open = moot_visit_open(visit);
    moot_buf_printf(out, "the stage %s so:\n", open ? "began" : "ended");
    return moot_why_entry(c, open ? visit->entry : visit->left_entry, out, err);
}

static int is_outcome(const moot_protocol *p, const char *name)
{
    for (int32_t i = 0; i < p->outcomes_count; i++) {
        if (strcmp(p->outcomes[i].decl.name, name) == 0) {
            return 1;
        }
    }
    return 0;
}

moot_code moot_why_not(const moot_case *c, const char *stage, const char *outcome, moot_buf *out,
                       moot_err *err)
{
    int32_t index = -1, taken = -1;
    if (!stage && !is_outcome(c->protocol, outcome) && moot_why__is_thing(c->protocol, outcome)) {
        return moot_why__thing(c, outcome, out, err);
    }
    moot_code code = find_outcome(c->protocol, stage, outcome, &index, err);
    if (code) {
        return code;
    }
    const moot_decl *decl = &c->protocol->outcomes[index].decl;
    int32_t last = latest_visit(c, c->protocol->outcomes[index].stage, index, &taken);
    if (taken >= 0 && !moot_visit_open(&c->visits[last])) { /* the question is of a visit that is open, if one is */
        moot_buf_printf(out, "the outcome \"%s\" was taken:\n", moot_result__label(decl));
        return moot_why_entry(c, c->visits[taken].left_entry, out, err);
    }
    moot_why_asker a;
    moot_why__ask(&a, c, out);
    moot_buf_printf(out, "the outcome \"%s\" was not taken (clause %s%s, rule at %s:%d)\n",
                    moot_result__label(decl), decl->clause[0] ? decl->clause : "none",
                    moot_clause_key(c->protocol, decl->clause), decl->file,
                    (int)decl->line);
    tell_untaken(&a, index, last);
    return last >= 0 ? tell_visit(c, &c->visits[last], out, err)
           : moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}
