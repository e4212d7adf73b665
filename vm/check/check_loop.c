/* Loops that take no time: stages that end at once and lead back to themselves.
 *
 * An edge says that entering one stage may enter another at the same instant. Each round of such edges is tried: with a cell
 * in which all guards on it hold, or with any, since what a stage sets may close it. The engine knows a loop when it runs
 * one. */
#include "vm/check/check_internal.h"

enum { LOOP_LENGTH_MOST = 12, LOOPS_TRIED_MOST = 200 };

/* The stage that an effect enters at the same instant as `from` is entered: in its own block, or in that of an outcome by
 * which it routes. `*out_cond` is what that outcome asks for. */
static int at_once(const moot_check *k, int32_t from, int32_t effect, int32_t *out_cond)
{
    const check_holder *h = &k->holders[effect];
    *out_cond = MOOT_NO_COND;
    if (h->stage == from) {
        return 1;
    }
    if (h->outcome < 0 || k->p->outcomes[h->outcome].stage != from) {
        return 0;
    }
    *out_cond = k->p->outcomes[h->outcome].when;
    return check_routes(&k->p->stages[from]) && !check_by_itself(&k->p->outcomes[h->outcome]);
}

/* Groups nest at most MOOT_COND_DEPTH deep. */
static int names_stage(const moot_check *k, int32_t trigger, int32_t stage)
{
    const moot_trigger *t = &k->p->triggers[trigger];
    if (t->shifts.count > 0) {
        return 0;
    }
    for (int32_t i = 0; i < t->children.count; i++) {
        if (names_stage(k, moot_span_at(k->p, t->children, i), stage)) {
            return 1;
        }
    }
    return (t->kind == MOOT_ON_ENTERED && t->ref == stage) ||
           (t->kind == MOOT_ON_LEFT && t->ref == stage && check_routes(&k->p->stages[stage])) ||
           t->kind == MOOT_ON_BECOMES;
}

/* Only what is left again at once can be entered again at once. */
static int ends_at_once(const moot_stage *s)
{
    return s->effects_only || check_routes(s);
}

static int edge(const moot_check *k, int32_t from, int32_t way, int32_t *out_cond)
{
    const check_way *w = &k->ways[way];
    *out_cond = MOOT_NO_COND;
    if (w->effect >= 0) {
        return at_once(k, from, w->effect, out_cond);
    }
    *out_cond = k->p->stages[w->stage].when;
    return names_stage(k, k->p->stages[w->stage].on, from);
}

typedef struct walk {
    int32_t stages[LOOP_LENGTH_MOST + 1];
    int32_t ways[LOOP_LENGTH_MOST + 1]; /* next way to try into each */
    int32_t depth, tried;
} walk;

static int is_loop(const moot_check *k, int32_t *out_entry)
{
    *out_entry = k->c.status == MOOT_CASE_FAILED ? check_logged(k, MOOT_LOG_FAULT, 0) : -1;
    return *out_entry >= 0 && k->c.log[*out_entry].text &&
           k->c.log[*out_entry].text[0] == 'a'; /* a loop that … */
}

static int told(const moot_check *k, const moot_decl *decl)
{
    for (int32_t i = 0; i < k->findings_count; i++) {
        if (k->findings[i].kind == MOOT_FINDING_LOOP && k->findings[i].decl == decl) {
            return 1;
        }
    }
    return 0;
}

static int try_cells(moot_check *k, const check_plan *plan, const walk *w, int with_guards)
{
    check_begin(k);
    check_want_plan(k, plan);
    for (int32_t i = 0; with_guards && i < w->depth; i++) {
        int32_t cond;
        if (edge(k, w->stages[i + 1], w->ways[i], &cond)) {
            check_want_(k, cond, MOOT_TRUE, plan->after);
        }
    }
    check_ready(k);
    for (int tries = 0; tries < CHECK_TRIES_MOST && check_next(k) == CHECK_FOUND; tries++) {
        int32_t entry;
        if (!check_run(k, plan) || !is_loop(k, &entry) || check_departed(k)) {
            continue;
        }
        const char *said = check_entry_words(k, entry), *cell = check_cell_words(k);
        moot_finding *f = check_add(k, MOOT_FINDING_LOOP, &k->p->stages[w->stages[0]].decl);
        if (f) {
            f->label = check_stage_label(k, w->stages[0]);
            f->text = check_text(k, "%s%s%s", k->c.log[entry].text, cell[0] ? ", when " : "", cell);
            (void)check_attach(k, f, said);
        }
        return 1;
    }
    return 0;
}

static int try_loop(moot_check *k, const walk *w)
{
    for (int32_t i = 0; i < check_way_count(k, w->stages[0]) && !check_stopped(k); i++) {
        check_plan plan;
        check_plan_enter(k, w->stages[0], i, &plan);
        if (!plan.failed && (try_cells(k, &plan, w, 1) || try_cells(k, &plan, w, 0))) {
            return 1;
        }
    }
    return 0;
}

/* Backwards from a stage along the edges that lead to it, until it is met again: stages[i + 1] enters stages[i] by ways[i].
 * Only stages behind it in the script, so that each round is walked once. */
static void find_from(moot_check *k, int32_t stage)
{
    walk w = { .depth = 0, .tried = 0 };
    w.stages[0] = stage;
    w.ways[0] = k->way_first[stage];
    while (w.depth >= 0 && w.tried < LOOPS_TRIED_MOST && !check_stopped(k)) {
        int32_t at = w.stages[w.depth], cond, found = -1;
        for (; w.ways[w.depth] < k->way_first[at + 1] && found < 0; w.ways[w.depth]++) {
            const check_way *way = &k->ways[w.ways[w.depth]];
            const check_holder *h = way->effect >= 0 ? &k->holders[way->effect] : NULL;
            int32_t first = h ? (h->stage >= 0     ? h->stage
                                 : h->outcome >= 0 ? k->p->outcomes[h->outcome].stage
                                                   : -1)
                              : stage;
            int32_t last = h ? first : k->p->stages_count - 1;
            for (int32_t s = first; s >= stage && s <= last && found < 0; s++) {
                found =
                    ends_at_once(&k->p->stages[s]) && edge(k, s, w.ways[w.depth], &cond) ? s : -1;
            }
            if (found >= 0) {
                break;
            }
        }
        w.tried++;
        if (found < 0) {
            w.depth--;
            if (w.depth >= 0) {
                w.ways[w.depth]++;
            }
            continue;
        }
        w.stages[w.depth + 1] = found;
        if (found == stage) {
            w.depth++;
            if (try_loop(k, &w)) {
                return;
            }
            w.depth--;
            w.ways[w.depth]++;
        } else if (w.depth + 1 < LOOP_LENGTH_MOST) {
            w.depth++;
            w.ways[w.depth] = k->way_first[found];
        } else {
            w.ways[w.depth]++;
            k->long_loops = 1;
        }
    }
    k->long_loops |= w.tried >= LOOPS_TRIED_MOST;
}

void check_loops(moot_check *k)
{
    for (int32_t i = 0; i < k->p->stages_count && !check_stopped(k); i++) {
        check_about(k, check_stage_label(k, i), "loops that take no time");
        if (ends_at_once(&k->p->stages[i]) && !k->dead_stage[i] &&
            !told(k, &k->p->stages[i].decl)) {
            find_from(k, i);
        }
    }
    if (k->long_loops) {
        check_note(k, check_text(k,
                                 "not all was checked: loops that take no time are looked for "
                                 "over at most %d stages",
                                 LOOP_LENGTH_MOST));
    }
}
