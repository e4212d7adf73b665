#include "vm/case/relied.h"

#include <string.h>

typedef struct walk {
    const moot_case *c;
    const moot_protocol *p;
    uint8_t *laws, *readings, *dead; /* dead: per entry, whether a later one supersedes it */
    uint8_t *wanted;                 /* per fact, whether a later entry read it */
    const moot_decl **decls;
    int32_t decls_count;
} walk;

static void source(walk *w, const char *id)
{
    int32_t law = moot_find_law(w->p, id);
    if (law >= 0) {
        w->laws[law] = 1;
    }
}

/* Beside what applied: a source of which no commencement is known, which would have. */
static void prospective(walk *w, const char *id)
{
    int32_t law = moot_find_law(w->p, id);
    if (law >= 0 && moot_not_commenced(&w->p->laws[law])) {
        w->laws[law] = 1;
    }
}

static void decl_took_part(walk *w, const moot_decl *decl)
{
    if (decl->law == NULL) {
        return;
    }
    source(w, decl->law);
    for (int32_t i = 0; i < w->decls_count; i++) {
        if (w->decls[i] == decl) {
            return;
        }
    }
    w->decls[w->decls_count++] = decl;
}

/* The facts that an entry read. */
static void reads_of(walk *w, const moot_entry *e)
{
    for (int32_t i = 0; i < e->read_count; i++) {
        int32_t node = w->c->reads[e->read_first + i].node;
        if (node >= 0 && w->p->nodes[node].kind == MOOT_COND_TEST && w->p->nodes[node].subject == MOOT_SUBJECT_FACT) {
            w->wanted[w->p->nodes[node].ref] = 1;
        }
    }
}

/* A figure has a source of its own. */
static void figure(walk *w, int32_t operand)
{
    const moot_operand *o = operand >= 0 ? &w->p->operands[operand] : NULL;
    if (o && o->kind == MOOT_OPERAND_PARAM) {
        source(w, w->p->params[o->ref].decl.law);
    }
}

static void figures_of(walk *w, const moot_cond_node *n)
{
    int32_t count = n->test == MOOT_TEST_BETWEEN ? 2 : n->test == MOOT_TEST_ONE_OF ? n->count : 1;
    for (int32_t i = 0; n->kind == MOOT_COND_TEST && n->first >= 0 && i < count; i++) {
        figure(w, n->first + i);
    }
}

static void derivation(walk *w, int32_t fact)
{
    const moot_decision *d = w->p->facts[fact].decision >= 0 ? &w->p->decisions[w->p->facts[fact].decision] : NULL;
    for (int32_t i = 0; d && i < d->rows.count; i++) {
        const moot_row *row = &w->p->rows[d->rows.first + i];
        prospective(w, row->clause);
        for (int32_t n = row->when; n >= 0 && n < w->p->nodes[row->when].next; n++) {
            figures_of(w, &w->p->nodes[n]);
        }
    }
}

/* From the last entry to the first: what reads stands behind what was read. */
static void entries(walk *w)
{
    for (int32_t i = w->c->log_count; i-- > 0;) {
        const moot_entry *e = &w->c->log[i];
        int derived = e->what == MOOT_LOG_DERIVED;
        if (e->what == MOOT_LOG_SUPERSEDES && e->ref >= 1 && e->ref2 < e->n) {
            memset(w->dead + e->ref, 1, (size_t)(e->ref2 - e->ref + 1));
        }
        if ((derived && !w->wanted[e->ref]) || w->dead[e->n]) {
            continue;
        }
        source(w, e->clause);
        if (e->decl) {
            source(w, e->decl->clause);
            decl_took_part(w, e->decl);
        }
        if (derived) {
            derivation(w, e->ref);
        } else if (e->what == MOOT_LOG_CLOCK) {
            figure(w, w->p->clocks[e->ref].within);
            figure(w, w->p->clocks[e->ref].every);
        }
        reads_of(w, e);
    }
    /* Derivations that nobody asked for used readings too: those count whose source is cited by what took part. */
    for (int32_t i = 0; i < w->p->readings_count; i++) {
        int32_t law = moot_find_law(w->p, w->p->readings[i].decl.law);
        w->readings[i] = law >= 0 && w->laws[law] && w->c->reading_used[i];
    }
}

moot_code moot_relied_on(const moot_case *c, moot_arena *arena, moot_relied *out, moot_err *err)
{
    const moot_protocol *p = c->protocol;
    walk w = { .c = c, .p = p };
    w.laws = moot_arena_array(arena, (size_t)p->laws_count + 1, 1);
    w.readings = moot_arena_array(arena, (size_t)p->readings_count + 1, 1);
    w.wanted = moot_arena_array(arena, (size_t)p->facts_count + 1, 1);
    w.decls = moot_arena_array(arena, (size_t)c->log_count + 1, sizeof *w.decls);
    w.dead = moot_arena_array(arena, (size_t)c->log_count + 1, 1);
    if (!w.laws || !w.readings || !w.wanted || !w.decls || !w.dead) {
        return moot_fail_memory(err);
    }
    memset(w.laws, c->log_count == 0, (size_t)p->laws_count + 1);
    memset(w.readings, 0, (size_t)p->readings_count + 1);
    memset(w.wanted, 0, (size_t)p->facts_count + 1);
    memset(w.dead, 0, (size_t)c->log_count + 1);
    entries(&w);
    out->part = (moot_law_part){ w.laws, w.readings, w.decls, w.decls_count };
    return MOOT_OK;
}

moot_code moot_relied_note(const moot_case *c, moot_buf *out, moot_err *err)
{
    moot_arena arena;
    moot_relied relied;
    if (c->protocol->laws_count == 0) {
        return MOOT_OK;
    }
    moot_arena_init(&arena);
    moot_code code = moot_relied_on(c, &arena, &relied, err);
    if (!code) {
        moot_law_part_note(c->protocol, &relied.part, out);
    }
    moot_arena_done(&arena);
    return code;
}
