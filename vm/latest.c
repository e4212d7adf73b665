#include "vm/latest.h"

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

moot_code moot_latest_of(const moot_case *c, int32_t clock, moot_latest *out, moot_err *err)
{
    const moot_clock *k = &c->clocks[clock];
    moot_hop last, hops[MOOT_HOPS_MOST];
    moot_arena arena;
    moot_route r;
    memset(out, 0, sizeof *out);
    out->earliest = MOOT_NEVER;
    out->due = k->due.lo;
    if (!is_live(c, k)) {
        return MOOT_OK;
    }
    moot_arena_init(&arena);
    moot_code code = moot_route_init(&r, c->protocol, &c->protocol->rules, &c->facts, &arena, err);
    if (!code) {
        set_out(&r, c, k->child);
        moot_route_from(&r, now_of(c), -1);
        out->earliest = moot_route_meets(&r, k->rule, &last);
        int32_t count = out->earliest == MOOT_NEVER ? 0 : moot_route_hops(&r, last, hops);
        out->steps_count = moot_route_steps(&r, hops, count, out->due, out->steps);
        out->undated = without_dates(c->protocol, hops, count);
        out->steps_count = is_free(&r, out, hops, count) ? 0 : out->steps_count;
    }
    moot_arena_done(&arena);
    return code;
}

static void tell_step(const moot_protocol *p, const moot_route_step *step, const char *indent, moot_buf *out)
{
    char date[64], words[400];
    const char *clause;
    const char *when = step->latest == MOOT_NEVER ? "too late already"
                                                  : moot_instant_text(p->zone, step->latest, date, sizeof date);
    moot_buf_printf(out, "%s    %-18s %s", indent, when,
                    moot_route_step_words(p, step, words, sizeof words, &clause));
    if (clause[0]) {
        moot_buf_printf(out, "  [%s]", clause);
    }
    moot_buf_char(out, '\n');
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
        tell_step(p, &l.steps[i], indent, out);
    }
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}
