#include <string.h>

#include "vm/base/hash.h"
#include "vm/run/whatif_internal.h"

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
    sum = e->decl && e->decl != &p->decl ? of_text(e->decl->name, sum) : sum; /* that a case began is the same under any */
    sum = moot_mix64(sum, (uint64_t)e->at.lo);
    sum = moot_mix64(sum, (uint64_t)e->due.lo);
    sum = moot_mix64(sum, (uint64_t)e->mark.lo);
    sum = moot_mix64(sum, (uint64_t)(uint32_t)state_of(e));
    sum = of_text(e->text, of_value(p, e->value, sum));
    return (whatif_digest){ sum, e->decl, (e->flags & MOOT_ENTRY_COMPETES) != 0 };
}

static moot_whatif_life life_of(const whatif_kept *kept, const whatif_life *life)
{
    return (moot_whatif_life){ life->breaches, life->nights, life->days_home, kept->group, -1, MOOT_WENT_SAME, 0, 0 };
}

moot_code moot_whatif__keep(whatif_thread *t, int32_t i, const moot_case *c, moot_whatif_life *out_life, moot_err *err)
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
    *out_life = life_of(&t->kept[i], &t->kept[i].life);
    return MOOT_OK;
}

/* ---- better or worse ---- */

static void judge(int64_t before, int64_t after, int *better, int *worse)
{
    *better |= after < before;
    *worse |= after > before;
}

moot_whatif_went moot_whatif__compare(const whatif_life *before, const whatif_life *after)
{
    int better = 0, worse = 0;
    judge(before->breaches, after->breaches, &better, &worse);
    judge(before->nights, after->nights, &better, &worse);
    judge(before->days_home < 0 ? INT32_MAX : before->days_home, after->days_home < 0 ? INT32_MAX : after->days_home, &better, &worse);
    return better && worse ? MOOT_WENT_BOTH : better ? MOOT_WENT_BETTER : worse ? MOOT_WENT_WORSE : MOOT_WENT_OTHER;
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

void moot_whatif__pair(const whatif_thread *t, int32_t i, const moot_case *c, moot_whatif_life *out_life, moot_whatif_spot *out_parts)
{
    const whatif_kept *kept = &t->kept[i];
    whatif_life life = moot_whatif__life(c);
    int queue, differs;
    const moot_decl *decl = first_difference(t, kept, c, &queue, &differs);
    *out_life = life_of(kept, &life);
    *out_parts = (moot_whatif_spot){ decl ? decl->clause : "", decl ? decl->name : "" };
    if (differs) {
        out_life->went = (uint8_t)moot_whatif__compare(&kept->life, &life);
        out_life->queue = (uint8_t)queue;
    }
}
