#include "vm/check/coverage.h"

#include <string.h>

struct moot_coverage {
    const moot_protocol *p;
    moot_names clauses; /* id: index into rows */
    moot_coverage_row *rows;
    size_t rows_cap;
    int32_t rows_count, table_count;
    moot_coverage_finding *findings;
    size_t findings_cap;
    int32_t findings_count;
    int64_t cases;
};

/* The row of a clause, made if the table has none; -1 when memory ends or there is no clause. */
static int32_t row_of(moot_coverage *v, const char *clause)
{
    if (!clause || !*clause) {
        return -1;
    }
    int id = moot_names_add(&v->clauses, clause);
    if (id < 0 || id < v->rows_count) {
        return id;
    }
    if (!moot_grow((void **)&v->rows, &v->rows_cap, (size_t)id + 1, sizeof *v->rows)) {
        return -1;
    }
    memset(&v->rows[id], 0, sizeof v->rows[id]);
    v->rows[id].clause = moot_names_text(&v->clauses, id);
    v->rows_count = id + 1;
    return id;
}

/* ---- what is declared ---- */

/* Kinds whose declarations are rules: without a clause they are a finding. Names of things (roles, facts, events) may go without. */
#define RULES(X)                                                                                                  \
    X(decision, decisions) X(param, params) X(reading, readings) X(stage, stages) X(outcome, outcomes)            \
    X(clock_rule, clocks) X(notice, notices) X(invariant, invariants) X(panel, panels) X(ladder, ladders)         \
    X(entitlement, entitlements) X(quota, quotas) X(measure, measures) X(helper, helpers)
#define NAMED(X) X(party, parties) X(fact, facts) X(event, events) X(effect, effects)

static void declare(moot_coverage *v, const char *clause, const moot_decl *decl, int is_open)
{
    int32_t i = row_of(v, clause);
    if (i < 0) {
        return;
    }
    moot_coverage_row *row = &v->rows[i];
    row->declared++;
    row->open += is_open;
    if (!row->first || (!*row->first->name && *decl->name)) { /* one that can be named, if there is any */
        row->first = decl;
    }
}

static void declare_all(moot_coverage *v)
{
    const moot_protocol *p = v->p;
#define X(kind, table)                                                                                   \
    for (int32_t i = 0; i < p->table##_count; i++) {                                                     \
        const moot_decl *d = &p->table[i].decl;                                                          \
        declare(v, d->clause, d, d->open != NULL);                                                       \
    }
    NAMED(X)
    RULES(X)
#undef X
    for (int32_t i = 0; i < p->readings_count; i++) {
        const char *clauses[] = { p->readings[i].decl.clause, p->readings[i].against };
        for (size_t k = 0; k < MOOT_COUNT(clauses); k++) {
            int32_t row = clauses[k] ? row_of(v, clauses[k]) : -1;
            if (row >= 0) {
                v->rows[row].open++; /* what the text leaves open, with the reading that was chosen */
            }
        }
    }
    for (int32_t i = 0; i < p->decisions_count; i++) {
        for (int32_t r = 0; r < p->decisions[i].rows.count; r++) {
            declare(v, p->rows[p->decisions[i].rows.first + r].clause, &p->decisions[i].decl, 0);
        }
    }
    for (int32_t i = 0; i < p->ladders_count; i++) {
        for (int32_t l = 0; l < p->ladders[i].levels.count; l++) {
            declare(v, p->levels[p->ladders[i].levels.first + l].clause, &p->ladders[i].decl, 0);
        }
    }
    for (int32_t i = 0; i < p->not_runs_count; i++) {
        int32_t row = row_of(v, p->not_runs[i].decl.name);
        if (row >= 0) {
            v->rows[row].not_run++;
            v->rows[row].first = v->rows[row].first ? v->rows[row].first : &p->not_runs[i].decl;
        }
    }
}

moot_code moot_coverage_new(const moot_protocol *protocol, const char *const *ids, const char *const *operational,
                            int32_t count, moot_coverage **out_coverage, moot_err *err)
{
    moot_coverage *v = moot_calloc(1, sizeof *v);
    if (!v) {
        return moot_fail_memory(err);
    }
    v->p = protocol;
    moot_names_init(&v->clauses);
    for (int32_t i = 0; i < count; i++) {
        int32_t row = row_of(v, ids[i]);
        if (row < 0) {
            moot_coverage_free(v);
            return moot_fail_memory(err);
        }
        v->rows[row].operational = operational[i];
    }
    v->table_count = v->rows_count;
    declare_all(v);
    *out_coverage = v;
    return MOOT_OK;
}

void moot_coverage_free(moot_coverage *v)
{
    if (v) {
        moot_names_done(&v->clauses);
        moot_free(v->rows);
        moot_free(v->findings);
        moot_free(v);
    }
}

/* ---- what ran ---- */

static void ran_clause(moot_coverage *v, const char *clause)
{
    int32_t row = clause && *clause ? moot_names_find(&v->clauses, clause) : -1;
    if (row >= 0) {
        v->rows[row].ran++;
        v->rows[row].ran_in += v->rows[row].last != v->cases;
        v->rows[row].last = v->cases;
    }
}

static void ran(moot_coverage *v, const moot_decl *decl)
{
    ran_clause(v, decl->clause);
}

static void ran_party(moot_coverage *v, int32_t party)
{
    if (party < 0) {
        return;
    }
    const moot_party *x = &v->p->parties[party];
    ran(v, &x->decl);
    if (x->service >= 0) {
        ran(v, &v->p->parties[x->service].decl);
    }
}

static void ran_owner(moot_coverage *v, const moot_owner *owner)
{
    for (int32_t i = 0; i < moot_owner_count(owner); i++) {
        ran_party(v, moot_owner_party(v->p, owner, i));
    }
}

static void ran_operand(moot_coverage *v, int32_t operand)
{
    if (operand < 0) {
        return;
    }
    const moot_operand *o = &v->p->operands[operand];
    if (o->kind == MOOT_OPERAND_PARAM) {
        ran(v, &v->p->params[o->ref].decl);
    } else if (o->kind == MOOT_OPERAND_FACT) {
        ran(v, &v->p->facts[o->ref].decl);
    }
}

static void ran_clock(moot_coverage *v, int32_t rule)
{
    const moot_clock_rule *r = &v->p->clocks[rule];
    ran_owner(v, &r->owner);
    ran_operand(v, r->within);
    ran_operand(v, r->every);
    for (int32_t i = 0; i < v->p->measures_count; i++) {
        if (v->p->measures[i].share == rule) {
            ran(v, &v->p->measures[i].decl);
        }
    }
}

/* A quota has run once a grant counted against it. */
static void ran_entitlement(moot_coverage *v, const moot_entitlement *x)
{
    ran(v, &x->decl);
    if (x->quota >= 0 && v->p->quotas_count > 0) {
        ran(v, &v->p->quotas[x->quota].decl);
        ran_operand(v, v->p->quotas[x->quota].limit);
    }
}

static void ran_effect(moot_coverage *v, int32_t effect)
{
    const moot_effect *f = &v->p->effects[effect];
    ran_party(v, f->party);
    ran_party(v, f->paid_by);
    if (f->notice >= 0) {
        ran(v, &v->p->notices[f->notice].decl);
    }
    if (f->entitlement >= 0) {
        ran_entitlement(v, &v->p->entitlements[f->entitlement]);
    }
    if (f->consent >= 0) {
        ran(v, &v->p->facts[f->consent].decl);
    }
}

static void ran_level(moot_coverage *v, const moot_entry *e)
{
    if (e->ref2 >= 0) {
        const moot_level *l = &v->p->levels[v->p->ladders[e->ref].levels.first + e->ref2];
        ran_owner(v, &l->owner);
    }
}

static void ran_entry(moot_coverage *v, const moot_entry *e)
{
    const moot_protocol *p = v->p;
    switch ((moot_what)e->what) {
    case MOOT_LOG_ENTER:
        ran_owner(v, &p->stages[e->ref].owner);
        ran_owner(v, &p->stages[e->ref].with);
        break;
    case MOOT_LOG_CLOCK: ran_clock(v, e->ref); break;
    case MOOT_LOG_ACT: ran_effect(v, e->ref); break;
    case MOOT_LOG_PLACED: ran_party(v, e->paid_by); break;
    case MOOT_LOG_DERIVED:
        if (e->ref >= 0) {
            ran(v, &p->facts[e->ref].decl);
        }
        break;
    case MOOT_LOG_ESCALATED: ran_level(v, e); break;
    case MOOT_LOG_SIGNED: ran_party(v, e->who); break;
    default: break;
    }
    if (e->decl) {
        ran(v, e->decl);
    }
    if (e->clause && (!e->decl || strcmp(e->clause, e->decl->clause) != 0)) {
        ran_clause(v, e->clause);
    }
}

static void ran_read(moot_coverage *v, const moot_read *r)
{
    if (r->node < 0) {
        return;
    }
    const moot_cond_node *n = &v->p->nodes[r->node];
    if (n->subject == MOOT_SUBJECT_FACT) {
        ran(v, &v->p->facts[n->ref].decl);
    }
    for (int32_t i = 0; i < n->count; i++) {
        ran_operand(v, n->first + i);
    }
}

void moot_coverage_add(moot_coverage *v, const moot_case *c)
{
    v->cases++;
    for (int32_t i = 0; i < c->log_count; i++) {
        const moot_entry *e = &c->log[i];
        ran_entry(v, e);
        for (int32_t k = 0; k < e->read_count && e->read_first + k < c->reads_count; k++) {
            ran_read(v, &c->reads[e->read_first + k]);
        }
    }
    for (int32_t i = 0; i < v->p->readings_count; i++) {
        if (c->reading_used[i]) {
            ran(v, &v->p->readings[i].decl);
        }
    }
}

/* ---- answers ---- */

const moot_coverage_row *moot_coverage_rows(const moot_coverage *v, int32_t *out_count)
{
    *out_count = v->rows_count;
    return v->rows;
}

int64_t moot_coverage_cases(const moot_coverage *v)
{
    return v->cases;
}

static int find(moot_coverage *v, const char *clause, const moot_decl *decl, const char *what)
{
    if (!moot_grow((void **)&v->findings, &v->findings_cap, (size_t)v->findings_count + 1, sizeof *v->findings)) {
        return 0;
    }
    moot_coverage_finding f = { clause, decl, what };
    v->findings[v->findings_count++] = f;
    return 1;
}

/* Whether the protocol itself cites it, not a module or what it extends: their clauses are of other texts. */
static int is_own(const moot_coverage *v, const moot_coverage_row *row)
{
    return !row->first || strcmp(row->first->file, v->p->file) == 0;
}

static const char *row_finding(const moot_coverage *v, const moot_coverage_row *row)
{
    if (moot_find_law(v->p, row->clause) >= 0) {
        return NULL; /* a source of law stands in the table of law, whoever cites it */
    }
    int is_no = row->operational && strcmp(row->operational, "no") == 0;
    int is_yes = row->operational && strcmp(row->operational, "yes") == 0;
    if (!row->operational) {
        return v->table_count > 0 && is_own(v, row) ? "is not in the clause table" : NULL;
    }
    if (row->not_run > 0 && !is_no) {
        return "is named in not_run, but the table says that it can run";
    }
    if (row->declared == 0 && row->not_run == 0) {
        return is_no ? "is neither a rule nor named in not_run" : "no rule says it";
    }
    if (row->not_run > 0 && row->declared > 0) {
        return "is both a rule and named in not_run";
    }
    return v->cases > 0 && is_yes && row->declared > 0 && row->ran == 0 ? "has a rule that never ran" : NULL;
}

moot_code moot_coverage_findings(moot_coverage *v, const moot_coverage_finding **out_findings, int32_t *out_count,
                                 moot_err *err)
{
    int ok = 1;
    v->findings_count = 0;
    for (int32_t i = 0; ok && i < v->rows_count; i++) {
        const char *what = row_finding(v, &v->rows[i]);
        ok = !what || find(v, v->rows[i].clause, v->rows[i].first, what);
    }
#define X(kind, table)                                                                       \
    for (int32_t i = 0; ok && i < v->p->table##_count; i++) {                                \
        const moot_decl *d = &v->p->table[i].decl;                                           \
        ok = (d->clause && *d->clause) || find(v, "", d, "is a rule without a clause");      \
    }
    RULES(X)
#undef X
    if (!ok) {
        return moot_fail_memory(err);
    }
    *out_findings = v->findings;
    *out_count = v->findings_count;
    return MOOT_OK;
}
