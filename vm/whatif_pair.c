#include <string.h>

#include "vm/hash.h"
#include "vm/whatif_internal.h"

/* ---- entries as they compare between protocols: by name, never by index ---- */

static uint64_t of_text(const char *text, uint64_t sum)
{
    return text ? moot_hash64(text, strlen(text), sum) : moot_mix64(sum, 1);
}

static uint64_t of_value(const moot_protocol *p, moot_value v, uint64_t sum)
{
    sum = moot_mix64(sum, v.type);
    switch ((moot_type)v.type) {
    case MOOT_T_ONE_OF:
    case MOOT_T_CONSENT: return of_text(moot_symbol(p, v.a), sum);
    case MOOT_T_PARTY: return of_text(v.a >= 0 ? p->parties[v.a].decl.name : NULL, sum);
    case MOOT_T_TEXT: return of_text(v.text, sum);
    case MOOT_T_SET: return moot_mix64(sum, (uint64_t)v.a);
    default: return moot_mix64(moot_mix64(sum, (uint64_t)v.a), (uint64_t)v.b);
    }
}

/* What `ref2` says where it is no index. */
static int32_t state_of(const moot_entry *e)
{
    switch ((moot_what)e->what) {
    case MOOT_LOG_VERDICT:
    case MOOT_LOG_ACT:
    case MOOT_LOG_ESCALATED: return e->ref2;
    default: return 0;
    }
}

static whatif_digest digest_of(const moot_protocol *p, const moot_entry *e)
{
    uint64_t sum = moot_mix64(e->what, e->flags);
    sum = e->decl ? of_text(e->decl->name, sum) : sum;
    sum = moot_mix64(sum, (uint64_t)e->at.lo);
    sum = moot_mix64(sum, (uint64_t)e->due.lo);
    sum = moot_mix64(sum, (uint64_t)e->mark.lo);
    sum = moot_mix64(sum, (uint64_t)(uint32_t)state_of(e));
    sum = of_text(e->text, of_value(p, e->value, sum));
    return (whatif_digest){ sum, e->decl, (e->flags & MOOT_ENTRY_COMPETES) != 0 };
}

moot_code moot_whatif__keep(whatif_thread *t, int32_t i, const moot_case *c, moot_err *err)
{
    size_t need = t->digests_count + (size_t)c->log_count;
    if (!moot_grow((void **)&t->digests, &t->digests_cap, need + 1, sizeof *t->digests)) {
        return moot_fail_memory(err);
    }
    t->kept[i].life = moot_whatif__life(c);
    t->kept[i].first = t->digests_count;
    t->kept[i].count = c->log_count;
    for (int32_t k = 0; k < c->log_count; k++) {
        t->digests[t->digests_count++] = digest_of(c->protocol, &c->log[k]);
    }
    return MOOT_OK;
}

/* ---- better or worse ---- */

typedef enum verdict { SAME_LIFE, BETTER, WORSE, BOTH, OTHER } verdict;

static void judge(int64_t before, int64_t after, int *better, int *worse)
{
    *better |= after < before;
    *worse |= after > before;
}

/* Fewer breaches, fewer nights without a bed that is known of, sooner at home: better. */
static verdict compare(const whatif_life *before, const whatif_life *after)
{
    int better = 0, worse = 0;
    judge(before->breaches, after->breaches, &better, &worse);
    judge(before->nights, after->nights, &better, &worse);
    judge(before->days_home < 0 ? INT32_MAX : before->days_home, after->days_home < 0 ? INT32_MAX : after->days_home, &better, &worse);
    return better && worse ? BOTH : better ? BETTER : worse ? WORSE : OTHER;
}

/* The first entry that differs: *out_queue says whether it is about what another has. NULL: none differs. */
static const moot_decl *first_difference(const whatif_thread *t, const whatif_kept *kept, const moot_case *c, int *out_queue,
                                         int *out_differs)
{
    const whatif_digest *base = t->digests + kept->first;
    *out_differs = *out_queue = 0;
    for (int32_t i = 0; i < kept->count || i < c->log_count; i++) {
        whatif_digest none = { 0, NULL, 0 };
        whatif_digest before = i < kept->count ? base[i] : none;
        whatif_digest after = i < c->log_count ? digest_of(c->protocol, &c->log[i]) : none;
        if (before.sum != after.sum) {
            *out_differs = 1;
            *out_queue = before.competes || after.competes;
            return after.competes || (after.decl && !before.competes) ? after.decl : before.decl;
        }
    }
    return NULL;
}

int moot_whatif__add_reason(moot_whatif_reason **list, size_t *cap, int32_t *count, const moot_whatif_reason *more)
{
    for (int32_t i = 0; i < *count; i++) {
        moot_whatif_reason *r = &(*list)[i];
        if (r->branch == more->branch && r->queue == more->queue && strcmp(r->name, more->name) == 0
            && strcmp(r->clause, more->clause) == 0) {
            r->gains += more->gains;
            r->losses += more->losses;
            r->others += more->others;
            return 1;
        }
    }
    if (!moot_grow((void **)list, cap, (size_t)*count + 1, sizeof **list)) {
        return 0;
    }
    (*list)[(*count)++] = *more;
    return 1;
}

static void count_moves(whatif_moves *m, moot_whatif_case *k, verdict v, int queue)
{
    switch (v) {
    case SAME_LIFE: m->same++; k->same++; break;
    case BETTER: m->gains++; k->gains++; break;
    case WORSE: m->losses++; k->losses++; break;
    case BOTH: m->both++; k->both++; break;
    case OTHER: m->others++; k->others++; break;
    }
    m->queue += v != SAME_LIFE && queue;
}

moot_code moot_whatif__pair(whatif_thread *t, int32_t branch, int32_t i, const moot_case *c, moot_err *err)
{
    const whatif_kept *kept = &t->kept[i];
    whatif_life life = moot_whatif__life(c);
    int queue, differs;
    const moot_decl *decl = first_difference(t, kept, c, &queue, &differs);
    verdict v = differs ? compare(&kept->life, &life) : SAME_LIFE;
    whatif_moves *m = &t->moves[branch];
    count_moves(m, &t->cases[(size_t)branch * (size_t)t->w->case_count + (size_t)i], v, queue);
    if (!differs) {
        return MOOT_OK;
    }
    m->breaches[queue] += life.breaches - kept->life.breaches;
    m->nights[queue] += life.nights - kept->life.nights;
    if (life.days_home >= 0 && kept->life.days_home >= 0) {
        m->days_home[queue] += life.days_home - kept->life.days_home;
    }
    moot_whatif_reason r = { branch, decl ? decl->clause : "", decl ? decl->name : "", queue, v == BETTER, v == WORSE,
                             v == BOTH || v == OTHER };
    return moot_whatif__add_reason(&t->reasons, &t->reasons_cap, &t->reasons_count, &r) ? MOOT_OK : moot_fail_memory(err);
}
