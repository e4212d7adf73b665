/* What became of a thing, by its name: a deadline, an act with a name, a panel, a stage. */
#include <string.h>

#include "vm/engine/latest.h"
#include "vm/engine/result_build.h"
#include "vm/engine/why_build.h"
#include "vm/protocol/law.h"
#include "vm/protocol/protocol_show.h"

#define INDENT "    "

static moot_code ended(const moot_buf *out, moot_err *err)
{
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

static void put_head(const moot_protocol *p, const char *kind, const moot_decl *decl,
                     const char *label, const char *words, moot_buf *out)
{
    moot_buf_printf(out, "the %s \"%s\" %s (clause %s%s, rule at %s:%d)\n", kind, label, words,
                    decl->clause[0] ? decl->clause : "none", moot_clause_key(p, decl->clause), decl->file, (int)decl->line);
}

/* ---- deadlines ---- */

static moot_code find_clock(const moot_protocol *p, const char *name, int32_t *out, moot_err *err)
{
    for (int32_t i = 0; i < p->clocks_count; i++) {
        if (strcmp(moot_result__clock_label(p, &p->clocks[i]), name) == 0) {
            *out = i;
            return MOOT_OK;
        }
    }
    return moot_why__no_such("deadline or act", name,
                             moot_why__nearest(name, p->clocks, p->clocks_count, sizeof *p->clocks),
                             err);
}

/* The newest entry about a clock that still holds. */
static int32_t newest_entry(const moot_case *c, int32_t clock)
{
    for (int32_t i = c->log_count - 1; i >= 0; i--) {
        const moot_entry *e = &c->log[i];
        if (moot_why__of_clock(c, e) && e->clock == clock && !moot_case_superseded(c, e->n)) {
            return e->n;
        }
    }
    return c->clocks[clock].entry;
}

static int in_block(moot_span block, int32_t effect)
{
    return effect >= block.first && effect < block.first + block.count;
}

/* An act is called for by the block that it stands in. */
static void tell_call(moot_why_asker *a, int32_t effect)
{
    const moot_protocol *p = a->c->protocol;
    for (int32_t i = 0; i < p->stages_count; i++) {
        if (in_block(p->stages[i].block, effect)) {
            moot_buf_printf(a->out, INDENT "it is called for as the stage \"%s\" begins\n",
                            moot_result__label(&p->stages[i].decl));
        }
    }
    for (int32_t i = 0; i < p->outcomes_count; i++) {
        if (in_block(p->outcomes[i].block, effect)) {
            moot_buf_printf(a->out, INDENT "it is called for by the outcome \"%s\" of \"%s\"\n",
                            moot_result__label(&p->outcomes[i].decl),
                            moot_result__label(&p->stages[p->outcomes[i].stage].decl));
        }
    }
    moot_why__condition(a, p->effects[effect].when, -1, "its");
}

static int was_entered(const moot_case *c, int32_t stage)
{
    for (int32_t i = 0; i < c->visits_count; i++) {
        if (c->visits[i].stage == stage) {
            return 1;
        }
    }
    return 0;
}

static void tell_not_started(const moot_case *c, int32_t index, moot_buf *out)
{
    const moot_protocol *p = c->protocol;
    const moot_clock_rule *rule = &p->clocks[index];
    moot_why_asker a;
    moot_why__ask(&a, c, out);
    put_head(p, rule->effect >= 0 ? "act" : "deadline", &rule->decl, moot_result__clock_label(p, rule),
             rule->effect >= 0 ? "was not called for" : "has not started", out);
    if (rule->effect >= 0) {
        tell_call(&a, rule->effect);
    } else if (rule->stage >= 0 && !was_entered(c, rule->stage)) {
        moot_why__never_begun(&a, rule->stage);
    } else if (rule->from >= 0) {
        moot_buf_str(out, INDENT "counted from: ");
        moot_trigger_show(p, rule->from, out);
        moot_buf_char(out, '\n');
    }
    moot_why__condition(&a, rule->when, -1, "its");
}

/* The date with its count, then what judged it; in one chain where one leads to the other. */
static moot_code tell_clock(moot_why_told *told, const moot_case *c, int32_t index, moot_buf *out,
                            moot_err *err)
{
    int32_t newest = newest_entry(c, index), start = moot_why__dated(c, index, newest + 1);
    const moot_entry *e = moot_result__entry(c, start);
    moot_code code = MOOT_OK;
    moot_why__clock(c, &c->clocks[index], out);
    code = moot_latest_tell(c, index, INDENT, out, err);
    if (!code && e && !moot_why__leads_to(c, newest, start)) {
        code = moot_why__tell(told, c, e, out, err);
        moot_buf_str(out, "what became of it:\n");
    }
    return code ? code : moot_why__chain(told, c, newest, out, err);
}

moot_code moot_why_deadline(const moot_case *c, const char *name, moot_buf *out, moot_err *err)
{
    int32_t rule = -1, count = 0;
    moot_code code = find_clock(c->protocol, name, &rule, err);
    if (code) {
        return code;
    }
    moot_why_told told;
    code = moot_why__told_init(&told, c, err);
    for (int32_t i = 0; i < c->clocks_count && !code; i++) {
        if (c->clocks[i].rule == rule) {
            moot_buf_str(out, count++ ? "\n" : "");
            code = tell_clock(&told, c, i, out, err);
        }
    }
    moot_why__told_done(&told);
    if (!code && !count) {
        tell_not_started(c, rule, out);
    }
    return code ? code : ended(out, err);
}

/* ---- panels ---- */

/* What is recorded of a session names no visit: it is told just before the stage that it ends. */
static int of_wait(const moot_case *c, int32_t visit, int32_t panel, const moot_entry *e)
{
    const moot_visit *v = &c->visits[visit];
    if ((e->what != MOOT_LOG_QUEUED && e->what != MOOT_LOG_SESSION) || e->ref != panel) {
        return 0;
    }
    return e->visit >= 0 ? e->visit == visit : v->outcome >= 0 && e->ref2 == v->outcome &&
                                                   e->at.lo == v->left.lo;
}

/* The session's or the queue's own steps, the newest first, between the end of the stage and its
 * entry; then the chain goes on from there. */
static moot_code tell_wait(moot_why_told *told, const moot_case *c, int32_t visit, int32_t panel,
                           moot_buf *out, moot_err *err)
{
    const moot_visit *v = &c->visits[visit];
    const moot_entry *end = moot_visit_open(v) ? NULL : moot_result__entry(c, v->left_entry);
    int32_t n = end ? end->n - 1 : c->log_count;
    moot_code code = end ? moot_why__tell(told, c, end, out, err) : MOOT_OK;
    const char *words = end ? "after this\n" : "";
    for (; n > v->entry && !code; n--) {
        const moot_entry *e = moot_result__entry(c, n);
        if (!e || !of_wait(c, visit, panel, e) || moot_case_superseded(c, n)) {
            continue;
        }
        moot_buf_str(out, words);
        code = moot_why__tell(told, c, e, out, err);
        words = "after this\n";
    }
    moot_buf_str(out, words);
    return code ? code : moot_why__chain(told, c, v->entry, out, err);
}

static void tell_never_waited(const moot_case *c, int32_t panel, moot_buf *out)
{
    const moot_protocol *p = c->protocol;
    moot_why_asker a;
    moot_why__ask(&a, c, out);
    put_head(p, "panel", &p->panels[panel].decl, moot_result__label(&p->panels[panel].decl),
             "was never waited for", out);
    for (int32_t i = 0; i < p->stages_count; i++) {
        if (p->stages[i].panel == panel) {
            moot_why__never_begun(&a, i);
        }
    }
}

/* "the panel "P": "a home" for the stage "home"", or that it is waited for. */
static void put_decision(const moot_case *c, const moot_visit *v, int32_t panel, moot_buf *out)
{
    const moot_protocol *p = c->protocol;
    const moot_decl *decl = &p->panels[panel].decl;
    moot_buf_printf(out, "the panel \"%s\", clause %s: ", moot_result__label(decl),
                    decl->clause[0] ? decl->clause : "(none)");
    if (v->outcome >= 0) {
        moot_buf_printf(out, "\"%s\" for the stage \"%s\"\n",
                        moot_result__label(&p->outcomes[v->outcome].decl),
                        moot_result__label(&p->stages[v->stage].decl));
    } else {
        moot_buf_printf(out, "%s by the stage \"%s\"\n",
                        moot_visit_open(v) ? "waited for" : "no longer waited for",
                        moot_result__label(&p->stages[v->stage].decl));
    }
}

moot_code moot_why_panel(const moot_case *c, const char *name, moot_buf *out, moot_err *err)
{
    const moot_protocol *p = c->protocol;
    int32_t panel = moot_find_panel(p, name), count = 0;
    if (panel < 0) {
        return moot_why__no_such(
            "panel", name, moot_why__nearest(name, p->panels, p->panels_count, sizeof *p->panels),
            err);
    }
    moot_why_told told;
    moot_code code = moot_why__told_init(&told, c, err);
    for (int32_t i = 0; i < c->visits_count && !code; i++) {
        if (p->stages[c->visits[i].stage].panel == panel) {
            moot_buf_str(out, count++ ? "\n" : "");
            put_decision(c, &c->visits[i], panel, out);
            code = tell_wait(&told, c, i, panel, out, err);
        }
    }
    moot_why__told_done(&told);
    if (!code && !count) {
        tell_never_waited(c, panel, out);
    }
    return code ? code : ended(out, err);
}

/* ---- stages ---- */

/* Each time that the stage began, or why it never did. */
static moot_code tell_stage(const moot_case *c, int32_t stage, moot_buf *out, moot_err *err)
{
    const moot_protocol *p = c->protocol;
    moot_why_told told;
    int32_t count = 0;
    moot_code code = moot_why__told_init(&told, c, err);
    for (int32_t i = 0; i < c->visits_count && !code; i++) {
        const moot_visit *v = &c->visits[i];
        if (v->stage == stage) {
            moot_buf_str(out, count++ ? "\n" : "");
            moot_buf_printf(out, "the stage \"%s\" began, and %s:\n", moot_result__label(&p->stages[stage].decl),
                            moot_visit_open(v) ? "is open" : "has ended");
            code = moot_why__chain(&told, c, moot_visit_open(v) ? v->entry : v->left_entry, out, err);
        }
    }
    moot_why__told_done(&told);
    if (!code && !count) {
        moot_why_asker a;
        moot_why__ask(&a, c, out);
        put_head(p, "stage", &p->stages[stage].decl, moot_result__label(&p->stages[stage].decl), "has not begun", out);
        moot_why__begins(&a, stage);
    }
    return code ? code : ended(out, err);
}

/* ---- whatever has the name ---- */

static int is_clock(const moot_protocol *p, const char *name)
{
    for (int32_t i = 0; i < p->clocks_count; i++) {
        if (strcmp(moot_result__clock_label(p, &p->clocks[i]), name) == 0) {
            return 1;
        }
    }
    return 0;
}

int moot_why__is_thing(const moot_protocol *p, const char *name)
{
    return moot_find_stage(p, name) >= 0 || moot_find_panel(p, name) >= 0 || is_clock(p, name);
}

/* One name may be that of a stage, of its panel and of its deadline: the stage it is then, as the others hang on it. */
moot_code moot_why__thing(const moot_case *c, const char *name, moot_buf *out, moot_err *err)
{
    int32_t stage = moot_find_stage(c->protocol, name);
    return stage >= 0                                ? tell_stage(c, stage, out, err)
           : moot_find_panel(c->protocol, name) >= 0 ? moot_why_panel(c, name, out, err)
                                                     : moot_why_deadline(c, name, out, err);
}
