/* What does not concern panels: quotas, homes and people; and the commons as a whole. Panels are in commons_panel.c. */
#include "vm/engine/commons.h"

#include <string.h>

#include "vm/base/hash.h"
#include "vm/base/random.h"
#include "vm/engine/commons_internal.h"
#include "vm/time/period.h"

enum { PURPOSE_STAY = 16, PURPOSE_LEFT };

moot_code moot_commons_new(moot_commons **out_commons, moot_err *err)
{
    moot_commons *m = moot_calloc(1, sizeof *m);
    if (!m) {
        return moot_fail_memory(err);
    }
    *out_commons = m;
    return MOOT_OK;
}

static void free_things(moot_commons *m)
{
    for (int32_t i = 0; i < m->things_count; i++) {
        moot_free(m->things[i].waiting);
    }
    moot_free(m->things);
    moot_free(m->of_effect);
    moot_free(m->of_stage);
    m->things = NULL;
    m->of_effect = m->of_stage = NULL;
    m->things_count = 0;
}

void moot_commons_free(moot_commons *m)
{
    if (!m) {
        return;
    }
    moot_commons__free_panels(m);
    free_things(m);
    for (size_t i = 0; i < m->members_cap; i++) {
        moot_free(m->members[i].counted);
    }
    moot_free(m->members);
    moot_free(m->taken);
    moot_free(m->releases);
    moot_free(m->holds);
    moot_free(m->claims);
    moot_free(m);
}

int moot_commons_no_memory(const moot_commons *m)
{
    return m->no_memory;
}

int moot_commons_each_step(const moot_commons *m)
{
    return m->things_count > 0 || m->model->assume->protocol->quotas_count > 0;
}

const char *moot_commons__id(const moot_commons *m, int32_t member)
{
    return member >= 0 ? m->members[member].id : NULL;
}

/* ---- what there is ---- */

static int32_t add_thing(moot_commons *m, moot_wait_kind kind, int32_t row)
{
    const moot_assumed *r = &m->model->assume->rows[row];
    for (int32_t i = 0; i < m->things_count; i++) {
        if (m->things[i].row == row) {
            return i;
        }
    }
    commons_thing *t = &m->things[m->things_count];
    memset(t, 0, sizeof *t);
    t->kind = kind;
    t->row = row;
    t->name = r->name;
    int64_t all = kind == MOOT_WAIT_HOME ? r->count : (int64_t)r->count * (r->places > 0 ? r->places : 1);
    t->count = all < INT32_MAX ? (int32_t)all : INT32_MAX;
    t->key = moot_model_key("homes", r->name);
    t->last = -1;
    return m->things_count++;
}

/* The first of a stage's owners whose people are counted. Only what somebody decides takes their time. */
static int32_t row_of_owner(const moot_assume *a, int32_t stage)
{
    const moot_owner *owner = &a->protocol->stages[stage].owner;
    if (!moot_stage_is_drawn(a->protocol, stage) || a->protocol->stages[stage].panel >= 0) {
        return -1;
    }
    for (int32_t i = 0; i < moot_owner_count(owner); i++) {
        int32_t row = a->of_party[moot_owner_party(a->protocol, owner, i)];
        if (row >= 0) {
            return row;
        }
    }
    return -1;
}

static int make_things(moot_commons *m)
{
    const moot_assume *a = m->model->assume;
    const moot_protocol *p = a->protocol;
    free_things(m);
    m->things = moot_calloc((size_t)a->rows_count + 1, sizeof *m->things);
    m->of_effect = moot_calloc((size_t)p->effects_count + 1, sizeof *m->of_effect);
    m->of_stage = moot_calloc((size_t)p->stages_count + 1, sizeof *m->of_stage);
    if (!m->things || !m->of_effect || !m->of_stage) {
        return 0;
    }
    for (int32_t i = 0; i < p->effects_count; i++) {
        m->of_effect[i] = a->of_place[i] >= 0 ? add_thing(m, MOOT_WAIT_HOME, a->of_place[i]) : -1;
    }
    for (int32_t i = 0; i < p->stages_count; i++) {
        int32_t row = row_of_owner(a, i);
        m->of_stage[i] = row >= 0 ? add_thing(m, MOOT_WAIT_ROLE, row) : -1;
    }
    return 1;
}

int32_t moot_commons_homes_of(const moot_commons *m, int32_t effect)
{
    return m->of_effect[effect];
}

int32_t moot_commons_people_of(const moot_commons *m, int32_t stage)
{
    return m->of_stage[stage];
}

const char *moot_commons_last(const moot_commons *m, int32_t thing)
{
    return moot_commons__id(m, m->things[thing].last);
}

const char *moot_commons_name(const moot_commons *m, int32_t thing)
{
    return m->things[thing].name;
}

int32_t moot_commons_count(const moot_commons *m, int32_t thing)
{
    return m->things[thing].count;
}

/* ---- homes fall free: a heap by time ---- */

static void release_at(moot_commons *m, int32_t thing, moot_instant at)
{
    if (!moot_grow((void **)&m->releases, &m->releases_cap, (size_t)m->releases_count + 1, sizeof *m->releases)) {
        m->no_memory = 1;
        return;
    }
    int32_t i = m->releases_count++;
    while (i > 0 && m->releases[(i - 1) / 2].at > at) {
        m->releases[i] = m->releases[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    m->releases[i] = (commons_release){ at, thing };
}

static int32_t take_release(moot_commons *m)
{
    int32_t thing = m->releases[0].thing, i = 0;
    commons_release last = m->releases[--m->releases_count];
    for (;;) {
        int32_t child = 2 * i + 1;
        if (child >= m->releases_count) {
            break;
        }
        if (child + 1 < m->releases_count && m->releases[child + 1].at < m->releases[child].at) {
            child++;
        }
        if (m->releases[child].at >= last.at) {
            break;
        }
        m->releases[i] = m->releases[child];
        i = child;
    }
    m->releases[i] = last;
    return thing;
}

moot_instant moot_commons_next(const moot_commons *m)
{
    return m->releases_count > 0 ? m->releases[0].at : MOOT_NEVER;
}

/* Those who live there as the world begins have been there for a while: what is left to each is an even share of a stay. */
static void settle_others(moot_commons *m, int32_t thing, moot_instant start)
{
    const moot_assumed *r = &m->model->assume->rows[m->things[thing].row];
    int32_t taken = r->taken > r->count ? r->count : r->taken;
    for (int32_t i = 0; m->things[thing].kind == MOOT_WAIT_HOME && i < taken; i++) {
        moot_draw_key key = { m->seed, m->replicate, (uint64_t)i, m->things[thing].key, PURPOSE_STAY, 0, 0 };
        moot_draw_key share = key;
        share.purpose = PURPOSE_LEFT;
        m->things[thing].busy++;
        if (r->lasts >= 0) {
            moot_instant whole = moot_model_later(m->model, r->lasts, start, moot_draw(&key)) - start;
            moot_instant left = whole / 60 * (moot_instant)moot_draw_below(&share, 1u << 20) / (1 << 20) * 60;
            release_at(m, thing, start + left);
        }
    }
}

/* ---- claiming ---- */

static void occupy(moot_commons *m, int32_t thing, int32_t member, int32_t of, moot_instant at)
{
    commons_thing *t = &m->things[thing];
    const moot_assumed *r = &m->model->assume->rows[t->row];
    t->busy++;
    t->last = member;
    if (t->kind == MOOT_WAIT_ROLE) {
        if (!moot_grow((void **)&m->holds, &m->holds_cap, (size_t)m->holds_count + 1, sizeof *m->holds)) {
            m->no_memory = 1;
            return;
        }
        m->holds[m->holds_count++] = (commons_hold){ thing, member, of };
    } else if (r->lasts >= 0) {
        uint32_t nth = m->claims[(size_t)member * (size_t)m->things_count + (size_t)thing]++;
        const char *id = moot_commons__id(m, member);
        moot_draw_key key = { m->seed, m->replicate, moot_hash64(id, strlen(id), 2), t->key, PURPOSE_STAY, nth, 0 };
        release_at(m, thing, moot_model_later(m->model, r->lasts, at, moot_draw(&key)));
    }
}

/* Whether it still wants it. */
static int wants(const moot_commons *m, const moot_waiting *w)
{
    const moot_case *c = m->members[w->member].c;
    if (!c) {
        return 0;
    }
    return w->kind == MOOT_WAIT_ROLE ? moot_visit_open(&c->visits[w->of]) : !c->clocks[w->of].ended;
}

static int waits_for_thing(const moot_commons *m, int32_t member)
{
    for (int32_t i = 0; i < m->things_count; i++) {
        const commons_thing *t = &m->things[i];
        for (int32_t k = 0; k < t->waiting_count; k++) {
            if (t->waiting[k].member == member && wants(m, &t->waiting[k])) {
                return 1;
            }
        }
    }
    return 0;
}

static void forget_those_gone(const moot_commons *m, commons_thing *t)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < t->waiting_count; i++) {
        if (wants(m, &t->waiting[i])) {
            t->waiting[kept++] = t->waiting[i];
        }
    }
    t->waiting_count = kept;
}

int moot_commons_claim(moot_commons *m, int32_t thing, moot_waiting who, moot_instant at)
{
    commons_thing *t = &m->things[thing];
    if (t->busy < t->count) {
        forget_those_gone(m, t);
        if (t->waiting_count == 0) {
            occupy(m, thing, who.member, who.of, at);
            return 1;
        }
    }
    if (!moot_grow((void **)&t->waiting, &t->waiting_cap, (size_t)t->waiting_count + 1, sizeof *t->waiting)) {
        m->no_memory = 1;
        return 0;
    }
    t->waiting[t->waiting_count++] = who;
    return 0;
}

int moot_commons_take(moot_commons *m, int32_t thing, int32_t member, moot_instant at)
{
    int was_free = m->things[thing].busy < m->things[thing].count;
    occupy(m, thing, member, -1, at);
    return was_free;
}

int moot_commons_waits(const moot_commons *m)
{
    int32_t waiting = 0;
    for (int32_t i = 0; i < m->things_count; i++) {
        waiting += m->things[i].waiting_count;
    }
    return waiting > 0;
}

int moot_commons_serve(moot_commons *m, moot_instant at, moot_waiting *out_who)
{
    while (m->releases_count > 0 && m->releases[0].at <= at) {
        m->things[take_release(m)].busy--;
    }
    for (int32_t i = 0; i < m->things_count; i++) {
        commons_thing *t = &m->things[i];
        if (t->busy >= t->count || t->waiting_count == 0) {
            continue;
        }
        forget_those_gone(m, t);
        if (t->waiting_count > 0) {
            *out_who = t->waiting[0];
            t->waiting_count--;
            memmove(t->waiting, t->waiting + 1, (size_t)t->waiting_count * sizeof *t->waiting);
            occupy(m, i, out_who->member, out_who->of, at);
            return 1;
        }
    }
    return 0;
}

/* ---- quotas ---- */

static moot_day period_of(const moot_protocol *p, int32_t quota, moot_instant at)
{
    return moot_period_first((moot_period)p->quotas[quota].per, moot_day_at(p->zone, at));
}

static commons_taken *taken_of(moot_commons *m, int32_t quota, moot_day period)
{
    for (int32_t i = m->taken_count; i-- > 0;) {
        if (m->taken[i].quota == quota && m->taken[i].period == period) {
            return &m->taken[i];
        }
    }
    if (!moot_grow((void **)&m->taken, &m->taken_cap, (size_t)m->taken_count + 1, sizeof *m->taken)) {
        m->no_memory = 1;
        return NULL;
    }
    m->taken[m->taken_count] = (commons_taken){ quota, period, 0, -1 };
    return &m->taken[m->taken_count++];
}

static int32_t quota_of(const moot_protocol *p, const moot_act *act)
{
    const moot_effect *f = &p->effects[act->effect];
    return f->verb == MOOT_GRANT && f->entitlement >= 0 ? p->entitlements[f->entitlement].quota : -1;
}

/* Grants of a member that are new, and those that it has given back. */
static void count_grants(moot_commons *m, int32_t member)
{
    commons_member *x = &m->members[member];
    const moot_protocol *p = m->model->assume->protocol;
    if (!moot_grow((void **)&x->counted, &x->counted_cap, (size_t)x->c->acts_count + 1, 1)) {
        m->no_memory = 1;
        return;
    }
    for (; x->counted_count < x->c->acts_count; x->counted_count++) {
        x->counted[x->counted_count] = 0;
    }
    for (int32_t i = 0; i < x->c->acts_count; i++) {
        const moot_act *act = &x->c->acts[i];
        int32_t quota = quota_of(p, act);
        uint8_t now = quota >= 0 && act->state != MOOT_ACT_WITHHELD;
        if (now == x->counted[i]) {
            continue;
        }
        commons_taken *t = taken_of(m, quota, period_of(p, quota, act->called.lo));
        if (t) {
            t->count += now ? 1 : -1;
            t->last = now ? member : t->last;
            x->counted[i] = now;
        }
    }
}

int32_t moot_commons_quota_others(const moot_commons *m, int32_t quota, int32_t member, moot_instant at, const char **out_last)
{
    const moot_assume *a = m->model->assume;
    const moot_protocol *p = a->protocol;
    const commons_member *x = &m->members[member];
    moot_day period = period_of(p, quota, at);
    int32_t row = a->of_quota[quota], others = row >= 0 && a->rows[row].taken > 0 ? a->rows[row].taken : 0, last = -1;
    for (int32_t i = 0; i < m->taken_count; i++) {
        if (m->taken[i].quota == quota && m->taken[i].period == period) {
            others += m->taken[i].count;
            last = m->taken[i].last;
        }
    }
    for (int32_t i = 0; i < x->counted_count; i++) {
        const moot_act *act = &x->c->acts[i];
        others -= x->counted[i] && quota_of(p, act) == quota && period_of(p, quota, act->called.lo) == period;
    }
    if (out_last) {
        *out_last = moot_commons__id(m, last);
    }
    return others;
}

/* ---- one world ---- */

static void end_holds(moot_commons *m, int32_t member)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < m->holds_count; i++) {
        const commons_hold *h = &m->holds[i];
        if (h->member == member && !moot_visit_open(&m->members[member].c->visits[h->visit])) {
            m->things[h->thing].busy--;
        } else {
            m->holds[kept++] = *h;
        }
    }
    m->holds_count = kept;
}

void moot_commons_settle(moot_commons *m, int32_t member, moot_instant at)
{
    (void)at;
    if (m->holds_count > 0) {
        end_holds(m, member);
    }
    if (m->model->assume->protocol->quotas_count > 0) {
        count_grants(m, member);
    }
}

static int make_members(moot_commons *m, int32_t members)
{
    size_t had = m->members_cap;
    if (!moot_grow((void **)&m->members, &m->members_cap, (size_t)members + 1, sizeof *m->members)) {
        return 0;
    }
    memset(m->members + had, 0, (m->members_cap - had) * sizeof *m->members);
    for (int32_t i = 0; i < members; i++) {
        m->members[i].c = NULL;
        m->members[i].counted_count = 0;
    }
    size_t claims = (size_t)members * (size_t)m->things_count;
    if (!moot_grow((void **)&m->claims, &m->claims_cap, claims + 1, sizeof *m->claims)) {
        return 0;
    }
    memset(m->claims, 0, claims * sizeof *m->claims);
    return 1;
}

moot_code moot_commons_begin(moot_commons *m, const moot_model *model, uint64_t seed, uint64_t replicate, moot_instant start,
                             int32_t members, moot_err *err)
{
    int same = m->model == model;
    m->model = model;
    m->seed = seed;
    m->replicate = replicate;
    m->no_memory = 0;
    m->taken_count = m->releases_count = m->holds_count = 0;
    if ((!same && (!make_things(m) || !moot_commons__make_panels(m))) || !make_members(m, members)) {
        m->model = NULL; /* what is half made is made again */
        return moot_fail_memory(err);
    }
    moot_commons__clear_panels(m);
    for (int32_t i = 0; i < m->things_count; i++) {
        m->things[i].busy = m->things[i].waiting_count = 0;
        m->things[i].last = -1;
        settle_others(m, i, start);
    }
    return m->no_memory ? moot_fail_memory(err) : MOOT_OK;
}

void moot_commons_member(moot_commons *m, int32_t member, const moot_case *c, const char *id)
{
    m->members[member].c = c;
    m->members[member].id = id;
}

int moot_commons_leave(moot_commons *m, int32_t member)
{
    if (moot_commons__is_queued(m, member) || waits_for_thing(m, member)) {
        return 0;
    }
    m->members[member].c = NULL;
    return 1;
}
