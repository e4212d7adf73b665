#include "vm/engine/latest.h"

#include <string.h>

static moot_instant now_of(const moot_case *c)
{
    moot_instant folded = c->facts.now.hi;
    return c->as_of != MOOT_NEVER && c->as_of != MOOT_ALWAYS && c->as_of > folded ? c->as_of : folded;
}

/* Where the case stands: what is open, and what has been. */
static void set_out(moot_route *r, const moot_case *c, int32_t child)
{
    r->child = child;
    r->dated = 1;
    for (int32_t i = 0; i < c->visits_count; i++) {
        const moot_visit *v = &c->visits[i];
        if (v->child != child && v->child >= 0) {
            continue;
        }
        if (moot_visit_open(v)) {
            moot_route_open(r, v->stage, v->entered.hi);
        } else {
            r->been[v->stage] = 1;
        }
    }
}

static int is_live(const moot_case *c, const moot_clock *k)
{
    return k->status == MOOT_CLOCK_LIVE && !k->done && !k->ended && !k->broke && k->due.lo != MOOT_NEVER &&
           c->protocol->clocks[k->rule].effect < 0;
}

/* Nothing stands between: one step that may be taken at any moment, or that ends the time itself. */
static int is_free(const moot_route *r, const moot_latest *l, const moot_hop *hops, int32_t count)
{
    return count == 0 || (count == 1 && l->earliest <= r->start && l->steps[l->steps_count - 1].latest == l->due &&
                          !l->steps[0].papers && r->p->stages[hops[0].stage].panel < 0);
}

static int without_dates(const moot_protocol *p, const moot_hop *hops, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        int32_t panel = p->stages[hops[i].stage].panel;
        if (panel >= 0 && p->panels[panel].first == MOOT_DAY_MIN) {
            return 1;
        }
    }
    return 0;
}

/* ---- guards ---- */

/* What may come round by the passing of time alone bars nothing. */
static int hangs_on_time(const moot_protocol *p, const moot_cond_node *n)
{
    int timely = n->subject != MOOT_SUBJECT_FACT && n->subject != MOOT_SUBJECT_LEAD;
    for (int32_t i = 0; i < n->count; i++) {
        uint8_t kind = p->operands[n->first + i].kind;
        timely |= kind == MOOT_OPERAND_AGE || kind == MOOT_OPERAND_NOW || kind == MOOT_OPERAND_TODAY ||
                  kind == MOOT_OPERAND_TRIGGER;
    }
    return n->kind == MOOT_COND_TEST && (timely || n->spell != MOOT_SPELL_NONE);
}

static int any_hangs_on_time(const moot_protocol *p, int32_t node)
{
    int timely = 0;
    for (int32_t i = node; i < p->nodes[node].next; i++) {
        timely |= hangs_on_time(p, &p->nodes[i]);
    }
    return timely;
}

/* A guard as the facts are now: of a list of which all must hold, each part by itself. */
static moot_latest_guard guard_now(const moot_protocol *p, const moot_facts *facts, int32_t cond, int32_t child)
{
    moot_latest_guard worst = MOOT_GUARD_OPEN;
    if (cond == MOOT_NO_COND) {
        return worst;
    }
    int all = p->nodes[cond].kind == MOOT_COND_ALL;
    for (int32_t i = all ? cond + 1 : cond; i < p->nodes[cond].next; i = p->nodes[i].next) {
        moot_tri holds = any_hangs_on_time(p, i) ? MOOT_TRUE : moot_cond_eval(&p->rules, facts, i, child);
        moot_latest_guard one = holds == MOOT_FALSE  ? MOOT_GUARD_BARS
                                : holds == MOOT_TRUE ? MOOT_GUARD_OPEN
                                                     : MOOT_GUARD_UNKNOWN;
        worst = one > worst ? one : worst;
    }
    return worst;
}

/* What the guards of a case say now: per outcome, per stage, and which of them bar. */
typedef struct guards {
    uint8_t *outcome, *stage; /* moot_latest_guard */
    uint8_t *dead, *shut;     /* for the route */
} guards;

static moot_code read_guards(const moot_case *c, int32_t child, moot_arena *arena, guards *out, moot_err *err)
{
    const moot_protocol *p = c->protocol;
    moot_facts facts = c->facts;
    facts.now = moot_when_at(now_of(c));
    size_t outcomes = (size_t)p->outcomes_count + 1, stages = (size_t)p->stages_count + 1;
    out->outcome = moot_arena_array(arena, outcomes, sizeof *out->outcome);
    out->dead = moot_arena_array(arena, outcomes, sizeof *out->dead);
    out->stage = moot_arena_array(arena, stages, sizeof *out->stage);
    out->shut = moot_arena_array(arena, stages, sizeof *out->shut);
    if (!out->outcome || !out->dead || !out->stage || !out->shut) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < p->outcomes_count; i++) {
        out->outcome[i] = (uint8_t)guard_now(p, &facts, p->outcomes[i].when, child);
        out->dead[i] = out->outcome[i] == MOOT_GUARD_BARS;
    }
    for (int32_t i = 0; i < p->stages_count; i++) {
        out->stage[i] = (uint8_t)guard_now(p, &facts, p->stages[i].when, child);
        out->shut[i] = out->stage[i] == MOOT_GUARD_BARS;
    }
    return MOOT_OK;
}

static moot_latest_guard guard_of_step(const moot_route *r, const guards *g, const moot_route_step *step)
{
    if (step->hop.any) {
        return MOOT_GUARD_OPEN; /* it may be left otherwise too */
    }
    moot_latest_guard own = (moot_latest_guard)g->outcome[step->hop.outcome];
    int begins = !r->open[step->hop.stage] && r->p->stages[step->hop.stage].on >= 0;
    return own != MOOT_GUARD_BARS && begins && g->shut[step->hop.stage] ? MOOT_GUARD_NOT_BEGUN : own;
}

/* ---- the steps ---- */

/* Over the ways that the guards leave open, or over all. Returns how many hops it found. */
static int32_t find_steps(moot_route *r, const moot_case *c, const moot_clock *k, const guards *g, int barred,
                          moot_latest *out)
{
    moot_hop last, hops[MOOT_HOPS_MOST];
    r->dead = barred ? g->dead : NULL;
    r->shut = barred ? g->shut : NULL;
    moot_route_from(r, now_of(c), -1);
    out->earliest = moot_route_meets(r, k->rule, &last);
    int32_t count = out->earliest == MOOT_NEVER ? 0 : moot_route_hops(r, last, hops);
    out->steps_count = moot_route_steps(r, hops, count, out->due, out->steps);
    out->undated = without_dates(c->protocol, hops, count);
    out->steps_count = is_free(r, out, hops, count) ? 0 : out->steps_count;
    for (int32_t i = 0; i < out->steps_count; i++) {
        out->guards[i] = (uint8_t)guard_of_step(r, g, &out->steps[i]);
    }
    return count;
}

moot_code moot_latest_of(const moot_case *c, int32_t clock, moot_latest *out, moot_err *err)
{
    const moot_clock *k = &c->clocks[clock];
    moot_arena arena;
    moot_route r;
    guards g;
    memset(out, 0, sizeof *out);
    out->earliest = MOOT_NEVER;
    out->due = k->due.lo;
    if (!is_live(c, k)) {
        return MOOT_OK;
    }
    moot_arena_init(&arena);
    moot_code code = moot_route_init(&r, c->protocol, &c->protocol->rules, &c->facts, &arena, err);
    code = code ? code : read_guards(c, k->child, &arena, &g, err);
    if (!code) {
        set_out(&r, c, k->child);
        if (find_steps(&r, c, k, &g, 1, out) == 0) { /* no way is open, or none is needed: then all have none */
            (void)find_steps(&r, c, k, &g, 0, out);
        }
    }
    moot_arena_done(&arena);
    return code;
}

static void tell_step(const moot_protocol *p, const moot_route_step *step, moot_latest_guard guard, const char *indent,
                      moot_buf *out)
{
    static const char *const remarks[] = { "", " (if its condition holds, which cannot be told yet)",
                                           " (barred as things stand: its condition does not hold)",
                                           " (as things stand its stage does not begin: the condition does not hold)" };
    char date[64], words[400];
    const char *clause;
    const char *when = step->latest == MOOT_NEVER ? "too late already"
                                                  : moot_instant_text(p->zone, step->latest, date, sizeof date);
    moot_buf_printf(out, "%s    %-18s %s", indent, when,
                    moot_route_step_words(p, step, words, sizeof words, &clause));
    if (clause[0]) {
        moot_buf_printf(out, "  [%s]", clause);
    }
    moot_buf_printf(out, "%s\n", step->papers ? "" : remarks[guard]);
}

moot_code moot_latest_tell(const moot_case *c, int32_t clock, const char *indent, moot_buf *out, moot_err *err)
{
    const moot_protocol *p = c->protocol;
    moot_latest l;
    char date[64];
    moot_code code = moot_latest_of(c, clock, &l, err);
    if (code || l.steps_count == 0) {
        return code;
    }
    if (l.earliest > l.due) {
        moot_buf_printf(out, "%s%s: %s at the earliest\n", indent,
                        l.undated ? "if a session has just been missed, the steps that lead to it are not done in time any more"
                                  : "the steps that lead to it are not done in time any more",
                        moot_instant_text(p->zone, l.earliest, date, sizeof date));
    }
    moot_buf_printf(out, "%sto be in time, at the latest%s:\n", indent,
                    l.undated ? " (the panel has no first date, so the worst is assumed)" : "");
    for (int32_t i = 0; i < l.steps_count; i++) {
        tell_step(p, &l.steps[i], (moot_latest_guard)l.guards[i], indent, out);
    }
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}
