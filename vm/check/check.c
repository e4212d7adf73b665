/* The order of work; findings and notes. */
#include "vm/check/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vm/check/check_internal.h"

/* Each looks for one kind of thing and calls check_add. A checklist that is data is one more row. `apart`: with a budget of
 * its own, so that a large protocol, whose cells take all of the other, has its deadlines looked at all the same. */
typedef void check_analysis(moot_check *k);
static const struct {
    check_analysis *run;
    int apart;
} analyses[] = {
    { check_dead, 0 }, { check_deadlines, 1 }, { check_stages, 0 }, { check_tables, 0 }, { check_loops, 0 },
};

static const char *const words[MOOT_FINDING_COUNT] = {
#define X(name, word, meaning) word,
    MOOT_FINDINGS(X)
#undef X
};
static const char *const meanings[MOOT_FINDING_COUNT] = {
#define X(name, word, meaning) meaning,
    MOOT_FINDINGS(X)
#undef X
};

const char *moot_finding_word(moot_finding_kind kind)
{
    return words[kind];
}

const char *moot_finding_meaning(moot_finding_kind kind)
{
    return meanings[kind];
}

/* ---- what every analysis uses ---- */

static const int64_t WORK_IN_ALL = 50000000;
#define CUTS_TOLD 8 /* declarations of which not all was checked */

int64_t check_work_left(const moot_check *k)
{
    return (k->options.cells_in_all > 0 ? k->options.cells_in_all : WORK_IN_ALL) - k->work;
}

void check_spend(moot_check *k, int64_t work)
{
    k->work += work;
    k->spent |= check_work_left(k) < 0;
}

const char *check_text(moot_check *k, const char *fmt, ...)
{
    char text[1024];
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    const char *kept = moot_arena_str(&k->arena, text);
    k->no_memory |= kept == NULL;
    return kept ? kept : "";
}

const char *check_keep(moot_check *k, moot_buf *buf)
{
    const char *kept = moot_buf_ok(buf) ? moot_arena_str(&k->arena, moot_buf_text(buf)) : NULL;
    moot_buf_done(buf);
    k->no_memory |= kept == NULL;
    return kept ? kept : "";
}

moot_finding *check_add(moot_check *k, moot_finding_kind kind, const moot_decl *decl)
{
    if (!moot_grow((void **)&k->findings, &k->findings_cap, (size_t)k->findings_count + 1,
                   sizeof *k->findings)) {
        k->no_memory = 1;
        return NULL;
    }
    moot_finding *f = &k->findings[k->findings_count++];
    memset(f, 0, sizeof *f);
    f->kind = (uint8_t)kind;
    f->decl = decl;
    f->clause = decl->clause ? decl->clause : "";
    f->line = decl->line;
    f->label = f->text = "";
    for (int32_t i = 0; i < k->p->expecteds_count; i++) {
        const moot_expected *e = &k->p->expecteds[i];
        if (e->of_line == decl->line && strcmp(e->kind, words[kind]) == 0 &&
            strcmp(e->file, decl->file) == 0 && strcmp(e->name, decl->name) == 0) {
            f->expected = e->because;
        }
    }
    return f;
}

int check_told(const moot_check *k, const moot_decl *decl, const char *text)
{
    for (int32_t i = 0; i < k->findings_count; i++) {
        if (k->findings[i].decl == decl && strcmp(k->findings[i].text, text) == 0) {
            return 1;
        }
    }
    return 0;
}

void check_note(moot_check *k, const char *text)
{
    if (!moot_grow((void **)&k->notes, &k->notes_cap, (size_t)k->notes_count + 1,
                   sizeof *k->notes)) {
        k->no_memory = 1;
        return;
    }
    k->notes[k->notes_count++] = text;
}

int check_by_itself(const moot_outcome *o)
{
    return o->on >= 0 || o->after >= 0;
}

int check_routes(const moot_stage *s)
{
    return s->owner.kind == MOOT_OWNER_NONE && s->panel < 0 && s->outcomes.count > 0;
}

/* ---- making one ---- */

static void *zeros(moot_check *k, int32_t count, size_t size)
{
    return moot_arena_array(&k->arena, (size_t)count + 1, size);
}

/* Whether a condition reads what a decision derives that has no rank yet. */
static int reads_unranked(const moot_protocol *p, const uint8_t *ranked, int32_t decision)
{
    const moot_decision *d = &p->decisions[decision];
    for (int32_t r = 0; r < d->rows.count; r++) {
        const moot_row *row = &p->rows[d->rows.first + r];
        for (int32_t i = row->when; i >= 0 && i < p->nodes[row->when].next; i++) {
            const moot_cond_node *n = &p->nodes[i];
            if (n->kind != MOOT_COND_TEST) {
                continue;
            }
            for (int32_t o = -1; o < n->count; o++) {
                const moot_operand *op = o < 0 ? NULL : &p->operands[n->first + o];
                int32_t fact = op ? (op->kind == MOOT_OPERAND_FACT ? op->ref : -1)
                                  : (n->subject == MOOT_SUBJECT_FACT ? n->ref : -1);
                if (fact >= 0 && p->facts[fact].decision >= 0 && !ranked[p->facts[fact].decision]) {
                    return 1;
                }
            }
        }
        const moot_operand *v = &p->operands[row->value];
        if (v->kind == MOOT_OPERAND_FACT && p->facts[v->ref].decision >= 0 &&
            !ranked[p->facts[v->ref].decision]) {
            return 1;
        }
    }
    return 0;
}

/* Decisions in an order in which each stands behind those that it reads: the compiler has seen that there is one. */
static void rank_decisions(moot_check *k, uint8_t *ranked)
{
    int32_t n = 0;
    for (int moved = 1; moved;) {
        moved = 0;
        for (int32_t d = 0; d < k->p->decisions_count; d++) {
            if (!ranked[d] && !reads_unranked(k->p, ranked, d)) {
                ranked[d] = 1;
                k->rank[n++] = d;
                moved = 1;
            }
        }
    }
}

/* A working Tuesday at ten, of a year whose holidays are published, on which the protocol applies. */
static void find_base(moot_check *k)
{
    moot_day day = moot_day_of(2026, 6, 2);
    if (k->p->effective_from > day || k->p->effective_to < day) {
        day = k->p->effective_from;
    }
    for (int i = 0;
         i < 60 && (moot_weekday(day) != 1 || !moot_calendar_working(k->p->calendars[0], day));
         i++) {
        day++;
    }
    k->base_day = day;
    (void)moot_instant_of(k->p->zone, day, 10 * 3600, &k->base, NULL);
}

static int make_rules(moot_check *k)
{
    k->rules = k->p->rules;
    k->bare = zeros(k, k->p->facts_count, sizeof *k->bare);
    for (int32_t i = 0; k->bare && i < k->p->facts_count; i++) {
        k->bare[i] = k->p->rules.facts[i];
        k->bare[i].presumed = moot_unknown();
    }
    k->rules.facts = k->bare;
    return k->bare != NULL;
}

static int make_problem(moot_check *k)
{
    const moot_protocol *p = k->p;
    check_problem *q = &k->problem;
    uint8_t *ranked = zeros(k, p->decisions_count, 1);
    k->rank = zeros(k, p->decisions_count, sizeof *k->rank);
    q->decision_seen = zeros(k, p->decisions_count, 1);
    q->derived = zeros(k, p->decisions_count, sizeof *q->derived);
    q->todo = zeros(k, p->decisions_count, sizeof *q->todo);
    q->reads = zeros(k, p->decisions_count, sizeof *q->reads);
    q->trigger_seen = zeros(k, p->triggers_count, 1);
    q->trigger_count = zeros(k, p->triggers_count, sizeof *q->trigger_count);
    q->trigger_last = zeros(k, p->triggers_count, sizeof *q->trigger_last);
    q->facts.values = zeros(k, p->facts_count, sizeof *q->facts.values);
    q->spells = zeros(k, CHECK_VARS_MOST, sizeof *q->spells);
    k->spells = zeros(k, CHECK_VARS_MOST, sizeof *k->spells);
    k->values = zeros(k, p->facts_count, sizeof *k->values);
    k->dead_outcome = zeros(k, p->outcomes_count, 1);
    k->dead_stage = zeros(k, p->stages_count, 1);
    if (!ranked || !k->rank || !q->decision_seen || !q->derived || !q->todo || !q->reads ||
        !q->trigger_seen || !q->trigger_count || !q->trigger_last || !q->facts.values ||
        !q->spells || !k->spells || !k->values || !k->dead_outcome || !k->dead_stage ||
        !make_rules(k)) {
        return 0;
    }
    rank_decisions(k, ranked);
    q->facts.fact_count = p->facts_count;
    q->facts.dob_fact = p->dob_fact;
    q->facts.spells = q->spells;
    q->facts.trigger_count = q->trigger_count;
    q->facts.trigger_last = q->trigger_last;
    check_begin(k);
    q->facts.now = moot_when_at(k->base);
    q->facts.law_day = k->base_day;
    return 1;
}

static moot_code make(moot_check *k, moot_err *err)
{
    moot_options options = moot_options_default();
    find_base(k);
    if (!make_problem(k)) {
        return moot_fail_memory(err);
    }
    moot_code code = check_plan_init(k, err);
    options.helpers = k->options.helpers;
    options.keep_reads = 0;
    if (!code) {
        code = moot_engine_new(&options, &k->engine, err);
    }
    if (!code) {
        code = moot_engine_prepare(k->engine, k->p, err);
    }
    return code ? code : moot_oracle_recorded(&k->oracle, err);
}

/* ---- the end ---- */

static int in_order(const void *a, const void *b)
{
    const moot_finding *x = a, *y = b;
    int file = strcmp(x->decl->file, y->decl->file);
    if (file != 0 || x->line != y->line) {
        return file != 0 ? file : (x->line < y->line ? -1 : 1);
    }
    return x->kind != y->kind ? (x->kind < y->kind ? -1 : 1) : strcmp(x->text, y->text);
}

/* What has no witness is not reported, but for what says itself that nothing was found; nor is what
 * stands in a module, whose own tests find it. */
static void drop_unconfirmed(moot_check *k)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < k->findings_count; i++) {
        int own = strncmp(k->findings[i].decl->file, "stdlib/", 7) != 0;
        if (own && (k->findings[i].witness || k->findings[i].kind == MOOT_FINDING_STALE)) {
            k->findings[kept++] = k->findings[i];
        }
    }
    k->findings_count = kept;
}

static int found(const moot_check *k, const moot_expected *e)
{
    for (int32_t i = 0; i < k->findings_count; i++) {
        if (k->findings[i].expected == e->because) {
            return 1;
        }
    }
    return 0;
}

/* A mark that nothing bears out any more hides what may come later. */
static void find_stale(moot_check *k)
{
    int32_t count = k->p->expecteds_count;
    for (int32_t i = 0; i < count && k->cut == 0 && !check_stopped(k); i++) {
        const moot_expected *e = &k->p->expecteds[i];
        if (found(k, e)) {
            continue;
        }
        moot_finding *f = check_add(k, MOOT_FINDING_STALE, &k->p->decl);
        if (f) {
            f->line = e->line;
            f->clause = e->clause;
            f->label = e->label;
            f->text = check_text(
                k,
                "\"%s\" is marked as expected here, but there is no such finding; remove the mark",
                e->kind);
        }
    }
}

void check_about(moot_check *k, const char *about, const char *asked)
{
    k->about = about;
    k->asked = asked;
}

void check_cut_off(moot_check *k, double combinations)
{
    const char *about = k->about ? k->about : "", *asked = k->asked ? k->asked : "";
    check_cut *cut = NULL;
    k->cut++;
    for (int32_t i = 0; i < k->cuts_count && !cut; i++) {
        int same = strcmp(k->cuts[i].about, about) == 0 && strcmp(k->cuts[i].asked, asked) == 0;
        cut = same ? &k->cuts[i] : NULL;
    }
    if (!cut) {
        if (!moot_grow((void **)&k->cuts, &k->cuts_cap, (size_t)k->cuts_count + 1, sizeof *k->cuts)) {
            k->no_memory = 1;
            return;
        }
        cut = &k->cuts[k->cuts_count++];
        *cut = (check_cut){ about, asked, 0, 0 };
    }
    cut->questions++;
    cut->combinations = cut->combinations > combinations ? cut->combinations : combinations;
}

/* "5,120", "3 million", "over a billion" */
static const char *show_many(moot_check *k, double n)
{
    int thousands = (int)(n < 1e6 ? n / 1000 : 0);
    if (n < 1000) {
        return check_text(k, "%.0f", n);
    }
    if (n < 1e6) {
        return check_text(k, "%d,%03d", thousands, (int)n % 1000);
    }
    return n < 1e9 ? check_text(k, "%.0f million", n / 1e6) : "over a billion";
}

static int by_size(const void *left, const void *right)
{
    const check_cut *x = left, *y = right;
    if (x->combinations < y->combinations || x->combinations > y->combinations) {
        return x->combinations > y->combinations ? -1 : 1;
    }
    int names = strcmp(x->about, y->about);
    return names ? names : strcmp(x->asked, y->asked);
}

/* Which they were, the largest first. */
static void note_cuts(moot_check *k)
{
    if (k->cuts_count > 1) {
        qsort(k->cuts, (size_t)k->cuts_count, sizeof *k->cuts, by_size);
    }
    for (int32_t i = 0; i < k->cuts_count && i < CUTS_TOLD; i++) {
        const check_cut *c = &k->cuts[i];
        const char *plural = c->questions == 1 ? "" : "s";
        check_note(k, c->combinations > 0
                          ? check_text(k, "not all was checked of %s: %s (%d question%s of up to %s combinations)", c->about, c->asked,
                                       (int)c->questions, plural, show_many(k, c->combinations))
                          : check_text(k, "not all was checked of %s: %s (%d question%s that read more than %d facts: none was tried)",
                                       c->about, c->asked, (int)c->questions, plural, CHECK_VARS_MOST));
    }
    if (k->cuts_count > CUTS_TOLD) {
        check_note(k, check_text(k, "nor of %d more questions like these", (int)(k->cuts_count - CUTS_TOLD)));
    }
}

static void note_cut(moot_check *k)
{
    if (k->spent) {
        check_note(k, "not all was checked: this protocol is larger than can be checked whole, so "
                      "there may be more findings");
    } else if (k->cut > 0) {
        check_note(
            k,
            check_text(
                k,
                "not all was checked: %d question%s had more combinations of facts than the %s that are "
                "tried, so there may be more findings there:",
                (int)k->cut, k->cut == 1 ? "" : "s", show_many(k, check_cells_of_one(k))));
        note_cuts(k);
    }
}

static void analyse(moot_check *k, size_t i)
{
    int64_t work = k->work;
    int spent = k->spent;
    if (analyses[i].apart) {
        k->work = 0;
        k->spent = 0;
    }
    if (!check_stopped(k)) {
        analyses[i].run(k);
    }
    if (analyses[i].apart) {
        k->work = work;
        k->spent |= spent;
    }
}

moot_code moot_check_new(const moot_protocol *protocol, const moot_check_options *options,
                         moot_check **out_check, moot_err *err)
{
    moot_check *k = moot_calloc(1, sizeof *k);
    if (!k) {
        return moot_fail_memory(err);
    }
    k->p = protocol;
    if (options) {
        k->options = *options;
    }
    moot_arena_init(&k->arena);
    moot_err_init(&k->err);
    moot_case_init(&k->c);
    moot_input_init(&k->input);
    moot_input_init(&k->told);
    moot_buf_init(&k->json);
    moot_reader_init(&k->reader, protocol, MOOT_NEVER);
    moot_code code = make(k, err);
    for (size_t i = 0; i < MOOT_COUNT(analyses) && !code; i++) {
        analyse(k, i);
    }
    if (!code && !k->no_memory && !k->err.code) {
        drop_unconfirmed(k);
        find_stale(k);
        note_cut(k);
        if (k->findings_count > 1) {
            qsort(k->findings, (size_t)k->findings_count, sizeof *k->findings, in_order);
        }
    }
    if (!code && k->err.code) {
        *err = k->err;
        code = k->err.code;
    }
    if (!code && k->no_memory) {
        code = moot_fail_memory(err);
    }
    if (code) {
        moot_check_free(k);
        return code;
    }
    *out_check = k;
    return MOOT_OK;
}

void moot_check_free(moot_check *k)
{
    if (!k) {
        return;
    }
    moot_engine_free(k->engine);
    moot_oracle_free(k->oracle);
    moot_case_done(&k->c);
    k->input.spells = NULL; /* these are the check's own */
    k->input.records = NULL;
    k->input.values = NULL;
    moot_input_done(&k->input);
    moot_input_done(&k->told);
    moot_reader_done(&k->reader);
    moot_buf_done(&k->json);
    moot_free(k->records);
    moot_free(k->problem.choices);
    moot_free(k->problem.marks);
    moot_free(k->problem.memo);
    moot_free(k->findings);
    moot_free(k->times);
    moot_free(k->notes);
    moot_free(k->cuts);
    moot_arena_done(&k->arena);
    moot_free(k);
}

const moot_finding *moot_check_findings(const moot_check *k, int32_t *out_count)
{
    *out_count = k->findings_count;
    return k->findings;
}

const moot_check_time *moot_check_times(const moot_check *k, int32_t *out_count)
{
    *out_count = k->times_count;
    return k->times;
}

const char *const *moot_check_notes(const moot_check *k, int32_t *out_count)
{
    *out_count = k->notes_count;
    return k->notes;
}

int64_t moot_check_cells(const moot_check *k)
{
    return k->cells;
}

int64_t moot_check_runs(const moot_check *k)
{
    return k->runs;
}

int64_t moot_check_spared(const moot_check *k)
{
    return k->spared;
}
