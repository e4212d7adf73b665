/* Decisions: cells in which no row holds, or two where one may, and rows that never count.
 *
 * A table is derived in every case, also where nobody asks for what it gives, and writers leave out rows for those on
 * purpose. So a gap is told where it bites: where a guard that can be reached reads what the table does not give; or where
 * nothing reads it at all, as its answer is then an end in itself. */
#include "vm/check/check_internal.h"

/* ---- who reads what a decision gives ---- */

typedef enum site_kind {
    SITE_STAGE,
    SITE_OUTCOME,
    SITE_EFFECT,
    SITE_CLOCK,
    SITE_BECOMES,
    SITE_INVARIANT,
    SITE_KINDS
} site_kind;

static int32_t site_count(const moot_protocol *p, site_kind kind)
{
    switch (kind) {
    case SITE_STAGE:
        return p->stages_count;
    case SITE_OUTCOME:
        return p->outcomes_count;
    case SITE_EFFECT:
        return p->effects_count;
    case SITE_CLOCK:
        return p->clocks_count;
    case SITE_BECOMES:
        return p->triggers_count;
    case SITE_INVARIANT:
        return p->invariants_count;
    case SITE_KINDS:
        break;
    }
    return 0;
}

static int32_t site_cond(const moot_protocol *p, site_kind kind, int32_t i)
{
    switch (kind) {
    case SITE_STAGE:
        return p->stages[i].on >= 0 ? p->stages[i].when : MOOT_NO_COND;
    case SITE_OUTCOME:
        return p->outcomes[i].when;
    case SITE_EFFECT:
        return p->effects[i].when;
    case SITE_CLOCK:
        return p->clocks[i].effect < 0 ? p->clocks[i].when : MOOT_NO_COND;
    case SITE_BECOMES:
        return p->triggers[i].kind == MOOT_ON_BECOMES ? p->triggers[i].ref : MOOT_NO_COND;
    case SITE_INVARIANT:
        return p->invariants[i].that;
    case SITE_KINDS:
        break;
    }
    return MOOT_NO_COND;
}

static const moot_decl *site_decl(const moot_protocol *p, site_kind kind, int32_t i)
{
    switch (kind) {
    case SITE_STAGE:
        return &p->stages[i].decl;
    case SITE_OUTCOME:
        return &p->outcomes[i].decl;
    case SITE_EFFECT:
        return &p->effects[i].decl;
    case SITE_CLOCK:
        return &p->clocks[i].decl;
    default:
        return NULL;
    }
}

static const char *site_label(moot_check *k, site_kind kind, int32_t i)
{
    switch (kind) {
    case SITE_STAGE:
        return check_text(k, "whether %s starts", check_stage_label(k, i));
    case SITE_OUTCOME:
        return check_text(k, "whether %s may be taken", check_outcome_label(k, i));
    case SITE_EFFECT:
        return check_text(k, "whether \"%s\" is asked for", k->p->effects[i].decl.name);
    case SITE_CLOCK:
        return check_text(k, "whether deadline \"%s\" runs", k->p->clocks[i].decl.name);
    case SITE_INVARIANT:
        return check_text(k, "whether \"%s\" holds", k->p->invariants[i].decl.name);
    default:
        return "whether what waits for it comes about";
    }
}

static int reads(moot_check *k, int32_t cond, int32_t decision)
{
    if (cond == MOOT_NO_COND) {
        return 0;
    }
    check_begin(k);
    check_want_(k, cond, MOOT_TRUE, 0);
    check_ready(k);
    return k->problem.decision_seen[decision];
}

/* To the moment at which a site is read, without what it asks for itself. */
static void site_plan(const moot_check *k, site_kind kind, int32_t i, int32_t way, check_plan *out)
{
    check_plan_empty(out);
    switch (kind) {
    case SITE_STAGE:
        for (int32_t w = 0; w < check_way_count(k, i); w++) {
            check_plan_enter(k, i, w, out);
            if (!out->failed && k->p->stages[i].when != MOOT_NO_COND && out->want_count > 0 &&
                out->wants[out->want_count - 1].cond == k->p->stages[i].when) {
                out->want_count--;
                return;
            }
        }
        out->failed = 1;
        return;
    case SITE_OUTCOME:
        check_plan_enter(k, k->p->outcomes[i].stage, way, out);
        return;
    case SITE_EFFECT:
        check_plan_effect(k, i, out);
        break;
    case SITE_CLOCK:
        check_plan_clock(k, i, out);
        out->want_count -= out->want_count > 0;
        break;
    default:
        break;
    }
    if (out->count == 0) {
        check_plan_step(out, CHECK_NOTE, -1, -1);
    }
}

static int32_t site_ways(const moot_check *k, site_kind kind, int32_t i)
{
    return kind == SITE_OUTCOME ? check_way_count(k, k->p->outcomes[i].stage) : 1;
}

/* A plan after which the decision has been derived: any case will do, unless it is derived only as somebody reads it. */
static void any_plan(moot_check *k, int32_t decision, check_plan *out)
{
    check_plan_empty(out);
    check_plan_step(out, CHECK_NOTE, -1, -1);
    for (int kind = 0; kind < SITE_KINDS && k->p->decisions[decision].at_moment; kind++) {
        for (int32_t i = 0; i < site_count(k->p, (site_kind)kind); i++) {
            if (reads(k, site_cond(k->p, (site_kind)kind, i), decision)) {
                site_plan(k, (site_kind)kind, i, 0, out);
                if (!out->failed) {
                    return;
                }
            }
        }
    }
}

/* ---- gaps ---- */

static void want_rows_false(moot_check *k, const moot_decision *d, int32_t count, int64_t after)
{
    for (int32_t i = 0; i < count; i++) {
        check_want_(k, k->p->rows[d->rows.first + i].when, MOOT_FALSE, after);
    }
}

static int32_t logged_gap(const moot_check *k, const moot_decl *decl)
{
    int32_t at = check_logged(k, MOOT_LOG_GAP, 0);
    while (at >= 0 && k->c.log[at].decl != decl) {
        at = check_logged(k, MOOT_LOG_GAP, at + 1);
    }
    return at;
}

static int undecided(moot_check *k, site_kind kind, int32_t site)
{
    moot_choice choices[32];
    const moot_decl *decl = site_decl(k->p, kind, site);
    for (int32_t i = 0; i < k->c.needs_count; i++) {
        if (k->c.needs[i].decl == decl) {
            return 1;
        }
    }
    int32_t n = kind == SITE_OUTCOME
                    ? moot_engine_choices(k->engine, choices, (int32_t)MOOT_COUNT(choices))
                    : 0;
    for (int32_t i = 0; i < n; i++) {
        if (choices[i].outcome == site && choices[i].admissible == MOOT_UNKNOWN) {
            return 1;
        }
    }
    return decl == NULL;
}

static void tell_gap(moot_check *k, const moot_decision *d, int32_t entry, const char *bites)
{
    const char *cell = check_cell_words(k);
    const char *text =
        check_text(k, "no row holds %s%s%s%s", cell[0] ? "when " : "in any case", cell,
                   bites ? ", and then it cannot be told " : "", bites ? bites : "");
    moot_finding *f =
        check_told(k, &d->decl, text) ? NULL : check_add(k, MOOT_FINDING_GAP, &d->decl);
    if (f) {
        f->label = check_text(k, "decision \"%s\"", d->decl.name);
        f->text = text;
        (void)check_attach(k, f, check_entry_words(k, entry));
    }
}

/* Whether the gap is met where this site reads it; told if it is. */
static int bites_at(moot_check *k, int32_t decision, site_kind kind, int32_t site)
{
    const moot_decision *d = &k->p->decisions[decision];
    int32_t before = k->findings_count;
    for (int32_t way = 0; way < site_ways(k, kind, site) && !check_stopped(k); way++) {
        check_plan plan;
        site_plan(k, kind, site, way, &plan);
        if (plan.failed) {
            continue;
        }
        check_begin(k);
        check_want_plan(k, &plan);
        want_rows_false(k, d, d->rows.count, plan.after);
        check_want_(k, site_cond(k->p, kind, site), MOOT_UNKNOWN, plan.after);
        check_ready(k);
        for (int tries = 0;
             tries < CHECK_TRIES_MOST && k->findings_count < before + CHECK_GAPS_MOST &&
             check_next(k) == CHECK_FOUND;
             tries++) {
            int32_t entry =
                check_run(k, &plan) && !check_departed(k) ? logged_gap(k, &d->decl) : -1;
            if (entry >= 0 && undecided(k, kind, site)) {
                tell_gap(k, d, entry, site_label(k, kind, site));
                if (check_is_linked(k)) {
                    return 1;
                }
            }
        }
    }
    return k->findings_count > before;
}

/* What is not known keeps `becomes` from firing and breaks no `never`, as if it were false; an `always` is not judged. */
static int can_bite(const moot_protocol *p, site_kind kind, int32_t i)
{
    return kind != SITE_BECOMES && (kind != SITE_INVARIANT || !p->invariants[i].never);
}

static void find_gap(moot_check *k, int32_t decision)
{
    const moot_decision *d = &k->p->decisions[decision];
    int32_t read = 0;
    check_begin(k);
    want_rows_false(k, d, d->rows.count, 0);
    check_ready(k);
    if (check_next(k) == CHECK_NONE) {
        return;
    }
    for (int kind = 0; kind < SITE_KINDS; kind++) {
        for (int32_t i = 0; i < site_count(k->p, (site_kind)kind) && !check_stopped(k); i++) {
            if (!reads(k, site_cond(k->p, (site_kind)kind, i), decision)) {
                continue;
            }
            read++;
            if (can_bite(k->p, (site_kind)kind, i) && bites_at(k, decision, (site_kind)kind, i)) {
                return;
            }
        }
    }
    check_plan plan;
    any_plan(k, decision, &plan);
    check_begin(k);
    want_rows_false(k, d, d->rows.count, 0);
    check_ready(k);
    for (int tries = 0; read == 0 && tries < CHECK_TRIES_MOST && check_next(k) == CHECK_FOUND;
         tries++) {
        int32_t entry = check_run(k, &plan) ? logged_gap(k, &d->decl) : -1;
        if (entry >= 0) {
            tell_gap(k, d, entry, NULL);
        }
    }
}

/* ---- overlaps ---- */

static void find_overlap(moot_check *k, int32_t decision, int32_t a, int32_t b)
{
    const moot_decision *d = &k->p->decisions[decision];
    const moot_row *x = &k->p->rows[d->rows.first + a], *y = &k->p->rows[d->rows.first + b];
    check_plan plan;
    any_plan(k, decision, &plan);
    check_begin(k);
    check_want_plan(k, &plan);
    check_want_(k, x->when, MOOT_TRUE, plan.after);
    check_want_(k, y->when, MOOT_TRUE, plan.after);
    check_ready(k);
    for (int tries = 0; tries < CHECK_TRIES_MOST && check_next(k) == CHECK_FOUND; tries++) {
        int32_t entry = check_run(k, &plan) ? check_logged(k, MOOT_LOG_FAULT, 0) : -1;
        if (entry < 0 || k->c.log[entry].decl != &d->decl) {
            continue;
        }
        moot_finding *f = check_add(k, MOOT_FINDING_OVERLAP, &d->decl);
        const char *cell = check_cell_words(k);
        if (f) {
            f->label = check_text(k, "decision \"%s\"", d->decl.name);
            f->line = y->line;
            f->clause = y->clause && y->clause[0] ? y->clause : f->clause;
            f->text =
                check_text(k, "this row and the one in line %d both hold %s%s, and only one may",
                           (int)x->line, cell[0] ? "when " : "in every case", cell);
            (void)check_attach(k, f, check_entry_words(k, entry));
        }
        return;
    }
}

/* ---- rows that never count ---- */

/* The row by which the fact was derived in the case that ran, -1. */
static int32_t derived_by(const moot_check *k, int32_t fact, int32_t *out_entry)
{
    int32_t row = -1;
    for (int32_t i = 0; i < k->c.log_count; i++) {
        if (k->c.log[i].what == MOOT_LOG_DERIVED && k->c.log[i].ref == fact) {
            row = k->c.log[i].ref2;
            *out_entry = i;
        }
    }
    return row;
}

/* Into a cell in which the row holds and one before it counts: which one; -1: it holds nowhere. */
static int32_t find_shadow(moot_check *k, const moot_decision *d, int32_t i)
{
    for (int32_t j = 0; d->hit == MOOT_HIT_FIRST && j < i && !check_stopped(k); j++) {
        check_begin(k);
        want_rows_false(k, d, j, 0);
        check_want_(k, k->p->rows[d->rows.first + j].when, MOOT_TRUE, 0);
        check_want_(k, k->p->rows[d->rows.first + i].when, MOOT_TRUE, 0);
        check_ready(k);
        if (check_next(k) == CHECK_FOUND) {
            return d->rows.first + j;
        }
    }
    return -1;
}

static void tell_dead_row(moot_check *k, int32_t decision, int32_t i)
{
    const moot_decision *d = &k->p->decisions[decision];
    int32_t index = d->rows.first + i, entry = -1;
    const moot_row *row = &k->p->rows[index];
    check_want fails = { row->when, MOOT_FALSE, 0 };
    check_plan plan;
    any_plan(k, decision, &plan);
    int32_t shadow = find_shadow(k, d, i);
    if (shadow < 0 && check_any(k, &fails, 1) != CHECK_FOUND) {
        return;
    }
    int32_t by = check_run(k, &plan) ? derived_by(k, d->fact, &entry) : -1;
    if (by == index || (shadow >= 0 && by != shadow)) {
        return;
    }
    moot_finding *f = check_add(k, MOOT_FINDING_DEAD, &d->decl);
    if (!f) {
        return;
    }
    f->label = check_text(k, "decision \"%s\"", d->decl.name);
    f->line = row->line;
    f->clause = row->clause && row->clause[0] ? row->clause : f->clause;
    f->text = shadow >= 0 ? check_text(k,
                                       "this row never counts: wherever it holds, a row before it "
                                       "does (here that in line %d)",
                                       (int)k->p->rows[by].line)
                          : "this row never counts: what it asks for cannot be";
    (void)check_attach(k, f, by >= 0 ? check_entry_words(k, entry) : "the row does not hold");
}

static void find_dead_rows(moot_check *k, int32_t decision)
{
    const moot_decision *d = &k->p->decisions[decision];
    for (int32_t i = 0; i < d->rows.count && !check_stopped(k); i++) {
        check_begin(k);
        want_rows_false(k, d, d->hit == MOOT_HIT_FIRST ? i : 0, 0);
        check_want_(k, k->p->rows[d->rows.first + i].when, MOOT_TRUE, 0);
        check_ready(k);
        if (check_next(k) == CHECK_NONE && check_exact(k)) {
            tell_dead_row(k, decision, i);
        }
    }
}

void check_tables(moot_check *k)
{
    for (int32_t i = 0; i < k->p->decisions_count && !check_stopped(k); i++) {
        const moot_decision *d = &k->p->decisions[i];
        const char *label = check_text(k, "decision \"%s\"", d->decl.name);
        check_about(k, label, "rows that never count");
        find_dead_rows(k, i);
        check_about(k, label, "two rows at once");
        for (int32_t a = 0; d->hit == MOOT_HIT_UNIQUE && a < d->rows.count; a++) {
            for (int32_t b = a + 1; b < d->rows.count && !check_stopped(k); b++) {
                find_overlap(k, i, a, b);
            }
        }
        check_about(k, label, "cases without a row");
        if (d->hit != MOOT_HIT_COLLECT) {
            find_gap(k, i);
        }
    }
}
