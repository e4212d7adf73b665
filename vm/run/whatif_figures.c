#include <math.h>
#include <stdio.h>
#include <string.h>

#include "vm/run/whatif_internal.h"

static const struct {
    const char *word, *text, *unit;
    int better;
    moot_whatif_how how;
} kinds[] = {
#define X(name, text, unit, better, how) { #name, text, unit, better, MOOT_WHATIF_##how },
    MOOT_WHATIF_KINDS(X)
#undef X
};

const char *moot_whatif_word(moot_whatif_kind kind)
{
    return kinds[kind].word;
}

int moot_whatif_kind_of(const char *word)
{
    for (size_t i = 0; i < MOOT_COUNT(kinds); i++) {
        if (strcmp(kinds[i].word, word) == 0) {
            return (int)i;
        }
    }
    return -1;
}

const char *moot_whatif_text(moot_whatif_kind kind)
{
    return kinds[kind].text;
}

const char *moot_whatif_unit(moot_whatif_kind kind)
{
    return kinds[kind].unit;
}

int moot_whatif_better(moot_whatif_kind kind)
{
    return kinds[kind].better;
}

double moot_whatif__reduce(const moot_whatif_figure *figure, const whatif_sum *sum)
{
    switch (kinds[figure->kind].how) {
    case MOOT_WHATIF_MEAN: return sum->count > 0 ? (double)sum->sum / (double)sum->count : (double)NAN;
    case MOOT_WHATIF_PERCENT: return sum->count > 0 ? 100.0 * (double)sum->sum / (double)sum->count : (double)NAN;
    case MOOT_WHATIF_SURVIVAL: return (double)NAN; /* moot_whatif__reduce_times */
    case MOOT_WHATIF_TOTAL: break;
    }
    return (double)sum->sum;
}

/* ---- which there are ---- */

/* One that everybody has. */
#define OF_ALL (-1)

static int note_had(moot_whatif *w, int32_t branch, int32_t figure, const char *clause)
{
    if (!moot_grow((void **)&w->had, &w->had_cap, w->had_count + 1, sizeof *w->had)) {
        return 0;
    }
    w->had[w->had_count++] = (whatif_had){ branch, figure, clause };
    return 1;
}

/* The figure of a kind and name: branches that have it share it. -1 when memory ends. */
static int32_t figure_of(moot_whatif *w, int32_t branch, moot_whatif_kind kind, const char *name, const char *clause)
{
    int32_t at = 0;
    while (at < w->figures_count && (w->figures[at].kind != kind || strcmp(w->figures[at].name, name) != 0)) {
        at++;
    }
    if (!note_had(w, branch, at, clause)) {
        return -1;
    }
    if (at == w->figures_count) {
        if (!moot_grow((void **)&w->figures, &w->figures_cap, (size_t)at + 1, sizeof *w->figures)) {
            return -1;
        }
        w->figures[w->figures_count++] = (moot_whatif_figure){ kind, name, clause };
    }
    return at;
}

static int32_t figure_of_decl(moot_whatif *w, int32_t branch, moot_whatif_kind kind, const moot_decl *decl)
{
    return figure_of(w, branch, kind, *decl->name ? decl->name : decl->clause, decl->clause);
}

/* Of several things of one name the first says the clause. */
static int make_clauses(moot_whatif *w)
{
    size_t figures = (size_t)w->figures_count, count = figures * (size_t)w->branch_count;
    w->clauses = moot_arena_array(&w->arena, count + 1, sizeof *w->clauses);
    for (size_t i = 0; w->clauses && i < w->had_count; i++) {
        const whatif_had *h = &w->had[i];
        for (int32_t b = h->branch == OF_ALL ? 0 : h->branch; b < (h->branch == OF_ALL ? w->branch_count : h->branch + 1); b++) {
            const char **clause = &w->clauses[(size_t)b * figures + (size_t)h->figure];
            *clause = *clause ? *clause : h->clause;
        }
    }
    return w->clauses != NULL;
}

static int make_maps(moot_whatif *w, whatif_map *m, const moot_protocol *p)
{
    m->clock = moot_arena_none(&w->arena, p->clocks_count);
    m->invariant = moot_arena_none(&w->arena, p->invariants_count);
    m->stage = moot_arena_none(&w->arena, p->stages_count);
    m->queue = moot_arena_none(&w->arena, p->panels_count);
    m->waited = moot_arena_none(&w->arena, p->panels_count);
    m->duty = moot_arena_none(&w->arena, p->parties_count);
    m->charge = moot_arena_none(&w->arena, p->parties_count);
    m->money = moot_arena_none(&w->arena, p->parties_count);
    m->measure = moot_arena_none(&w->arena, p->measures_count);
    m->handed = moot_arena_none(&w->arena, p->parties_count * p->parties_count);
    return m->handed && m->clock && m->invariant && m->stage && m->queue && m->waited && m->duty && m->charge && m->money && m->measure;
}

/* What everybody has, in the order in which it is told. */
static int common_figures(moot_whatif *w)
{
    static const moot_whatif_kind common[] = { MOOT_WHATIF_BREACHES, MOOT_WHATIF_DAYS_HOME, MOOT_WHATIF_HOMES, MOOT_WHATIF_NOWHERE,
                                               MOOT_WHATIF_NOT_RECORDED, MOOT_WHATIF_HANDOVERS, MOOT_WHATIF_ESCALATIONS,
                                               MOOT_WHATIF_CLOSED };
    for (size_t i = 0; i < MOOT_COUNT(common); i++) {
        if (figure_of(w, OF_ALL, common[i], "", "") < 0) {
            return 0;
        }
        for (int32_t k = 0; k < WHATIF_WITHIN && common[i] == MOOT_WHATIF_DAYS_HOME; k++) {
            char text[24];
            snprintf(text, sizeof text, "%d days", (int)moot_whatif__within[k]);
            const char *name = moot_arena_str(&w->arena, text);
            if (!name || figure_of(w, OF_ALL, MOOT_WHATIF_HOME_WITHIN, name, "") < 0) {
                return 0;
            }
        }
    }
    return 1;
}

static int is_panel_used(const moot_protocol *p, int32_t panel)
{
    for (int32_t i = 0; i < p->stages_count; i++) {
        if (p->stages[i].panel == panel) {
            return 1;
        }
    }
    return 0;
}

/* Whose a duty of a stage is: the service of the first owner, or that owner if he has none; -1: nobody's. */
static int32_t service_of(const moot_protocol *p, const moot_stage *stage)
{
    int32_t party = stage->duty && moot_owner_count(&stage->owner) > 0 ? moot_owner_party(p, &stage->owner, 0) : -1;
    return party >= 0 && p->parties[party].service >= 0 ? p->parties[party].service : party;
}

static int owes_duties(const moot_protocol *p, int32_t service)
{
    for (int32_t i = 0; i < p->stages_count; i++) {
        if (service_of(p, &p->stages[i]) == service) {
            return 1;
        }
    }
    return 0;
}

/* From each service that may owe a duty to each other. */
static int map_handed(moot_whatif *w, whatif_map *m, const moot_protocol *p)
{
    moot_buf name;
    moot_buf_init(&name);
    int good = 1;
    for (int32_t i = 0; i < p->parties_count && good; i++) {
        for (int32_t k = 0; k < p->parties_count && good && owes_duties(p, i); k++) {
            if (k == i || !owes_duties(p, k)) {
                continue;
            }
            moot_buf_clear(&name);
            moot_buf_printf(&name, "%s to %s", p->parties[i].decl.name, p->parties[k].decl.name);
            const char *kept = moot_buf_ok(&name) ? moot_arena_str(&w->arena, moot_buf_text(&name)) : NULL;
            int32_t *figure = &m->handed[i * p->parties_count + k];
            *figure = kept ? figure_of(w, OF_ALL, MOOT_WHATIF_HANDED, kept, "") : -1;
            good = *figure >= 0;
        }
    }
    moot_buf_done(&name);
    return good;
}

static int map_branch(moot_whatif *w, int32_t branch, const moot_protocol *p)
{
    whatif_map *m = &w->maps[branch];
    if (!make_maps(w, m, p)) {
        return 0;
    }
    int good = 1;
    for (int32_t i = 0; i < p->clocks_count; i++) {
        m->clock[i] = figure_of_decl(w, branch, MOOT_WHATIF_BREACH, &p->clocks[i].decl);
        good &= m->clock[i] >= 0;
    }
    for (int32_t i = 0; i < p->invariants_count; i++) {
        m->invariant[i] = figure_of_decl(w, branch, MOOT_WHATIF_BREACH, &p->invariants[i].decl);
        good &= m->invariant[i] >= 0;
    }
    for (int32_t i = 0; i < p->panels_count; i++) {
        if (is_panel_used(p, i)) {
            m->queue[i] = figure_of_decl(w, branch, MOOT_WHATIF_QUEUE, &p->panels[i].decl);
            m->waited[i] = figure_of_decl(w, branch, MOOT_WHATIF_WAITED, &p->panels[i].decl);
            good &= m->queue[i] >= 0 && m->waited[i] >= 0;
        }
    }
    for (int32_t i = 0; i < p->stages_count; i++) {
        if (!p->stages[i].effects_only && *p->stages[i].decl.name) {
            m->stage[i] = figure_of_decl(w, branch, MOOT_WHATIF_DAYS_TO, &p->stages[i].decl);
            good &= m->stage[i] >= 0;
        }
    }
    for (int32_t i = 0; i < p->parties_count; i++) {
        int32_t service = p->parties[i].service;
        m->duty[i] = figure_of_decl(w, branch, MOOT_WHATIF_DUTIES, &p->parties[service >= 0 ? service : i].decl);
        m->charge[i] = figure_of_decl(w, branch, MOOT_WHATIF_CHARGES, &p->parties[i].decl);
        m->money[i] = figure_of_decl(w, branch, MOOT_WHATIF_MONEY, &p->parties[i].decl);
        good &= m->duty[i] >= 0 && m->charge[i] >= 0 && m->money[i] >= 0;
    }
    for (int32_t i = 0; i < p->measures_count; i++) {
        m->measure[i] = figure_of_decl(w, branch, p->measures[i].share >= 0 ? MOOT_WHATIF_SHARE : MOOT_WHATIF_COUNTED, &p->measures[i].decl);
        good &= m->measure[i] >= 0;
    }
    return good && map_handed(w, m, p);
}

static moot_code make_groups(moot_whatif *w, moot_err *err)
{
    const moot_protocol *p = w->branches[0].model->assume->protocol;
    w->by = -1;
    for (int32_t i = 0; w->options.by && i < p->facts_count; i++) {
        w->by = strcmp(p->facts[i].decl.name, w->options.by) == 0 ? i : w->by;
    }
    if (w->options.by && (w->by < 0 || (p->facts[w->by].type != MOOT_T_YESNO && p->facts[w->by].type != MOOT_T_ONE_OF))) {
        return moot_fail(err, MOOT_EDATA, "no fact \"%.80s\" of %s is yes or no, or one of a list: by such a fact cases are told apart",
                         w->options.by, p->id);
    }
    int32_t options = w->by < 0 ? 0 : p->facts[w->by].type == MOOT_T_YESNO ? 2 : p->facts[w->by].options.count;
    w->groups = moot_arena_array(&w->arena, (size_t)options + 2, sizeof *w->groups);
    if (!w->groups) {
        return moot_fail_memory(err);
    }
    w->groups[w->groups_count++] = "";
    for (int32_t i = 0; i < options; i++) {
        w->groups[w->groups_count++] = p->facts[w->by].type == MOOT_T_YESNO
                                           ? (i ? "yes" : "no")
                                           : moot_symbol(p, moot_span_at(p, p->facts[w->by].options, i));
    }
    if (w->by >= 0) {
        w->groups[w->groups_count++] = "unknown";
    }
    return MOOT_OK;
}

moot_code moot_whatif__figures(moot_whatif *w, moot_err *err)
{
    w->maps = moot_arena_array(&w->arena, (size_t)w->branch_count, sizeof *w->maps);
    if (!w->maps || !common_figures(w)) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < w->branch_count; i++) {
        const moot_protocol *p = w->branches[i].model->assume->protocol;
        moot_code code = moot_protocol_unfold(p, err);
        if (code != MOOT_OK) {
            return code;
        }
        int good = map_branch(w, i, p);
        moot_protocol_fold(p);
        if (!good) {
            return moot_fail_memory(err);
        }
    }
    return make_clauses(w) ? make_groups(w, err) : moot_fail_memory(err);
}

int32_t moot_whatif__group(const moot_whatif *w, const moot_case *c)
{
    const moot_protocol *p = c->protocol;
    if (w->by < 0) {
        return 0;
    }
    moot_value v = moot_fact_value(&p->rules, &c->facts, w->by, -1, NULL);
    if (moot_known(v) && p->facts[w->by].type == MOOT_T_YESNO) {
        return v.a ? 2 : 1;
    }
    for (int32_t i = 0; moot_known(v) && i < p->facts[w->by].options.count; i++) {
        if (moot_span_at(p, p->facts[w->by].options, i) == v.a) {
            return 1 + i;
        }
    }
    return w->groups_count - 1;
}

/* ---- what a case comes to ---- */

static moot_instant start_of(const moot_case *c)
{
    return c->input->record_count > 0 ? c->input->records[0].at.lo : MOOT_NEVER;
}

static moot_instant end_of(const moot_case *c)
{
    return c->status == MOOT_CASE_CLOSED ? c->closed_at.lo : c->as_of;
}

static int32_t days_since(const moot_case *c, moot_instant at)
{
    const moot_zone *zone = c->protocol->zone;
    return moot_day_at(zone, at) - moot_day_at(zone, start_of(c));
}

/* Nights from one instant to another: each is judged at the last second of its day. */
static int32_t nights_between(const moot_case *c, moot_instant from, moot_instant to)
{
    return to > from ? moot_day_at(c->protocol->zone, to) - moot_day_at(c->protocol->zone, from) : 0;
}

static void count_nights(const moot_case *c, int32_t *out_nowhere, int32_t *out_unknown)
{
    moot_instant from = start_of(c), end = end_of(c);
    moot_night night = MOOT_NOT_RECORDED;
    *out_nowhere = *out_unknown = 0;
    for (int32_t i = 0; i <= c->beds_count; i++) {
        moot_instant to = i < c->beds_count ? c->beds[i].from.lo : end;
        to = to > end ? end : to;
        int32_t nights = nights_between(c, from, to);
        *out_nowhere += night == MOOT_NOWHERE ? nights : 0;
        *out_unknown += night == MOOT_NOT_RECORDED ? nights : 0;
        if (i < c->beds_count) {
            from = to;
            night = c->beds[i].night;
        }
    }
}

static int same_place(const moot_bed *one, const moot_bed *other)
{
    return one->night == other->night && one->paid_by == other->paid_by && one->place && other->place
           && strcmp(one->place, other->place) == 0;
}

/* Days to the first home that lasts (whatif.h), -1, and for how long one would have been seen. */
static void find_home(const moot_case *c, whatif_life *life)
{
    moot_instant end = end_of(c);
    int closed = c->status == MOOT_CASE_CLOSED;
    life->followed = days_since(c, end) - (closed ? 0 : MOOT_WHATIF_LASTS);
    for (int32_t i = 0; i < c->beds_count && life->days_home < 0; i++) {
        const moot_bed *bed = &c->beds[i];
        int32_t next = i + 1;
        while (next < c->beds_count && same_place(bed, &c->beds[next])) {
            next++;
        }
        int to_the_end = next == c->beds_count || c->beds[next].from.lo >= end;
        moot_instant to = to_the_end ? end : c->beds[next].from.lo;
        if (bed->night == MOOT_SOMEWHERE && bed->paid_by < 0 && bed->from.lo <= end
            && ((to_the_end && closed) || nights_between(c, bed->from.lo, to) >= MOOT_WHATIF_LASTS)) {
            life->days_home = days_since(c, bed->from.lo);
        }
    }
}

whatif_life moot_whatif__life(const moot_case *c)
{
    whatif_life life = { c->breaches_count, 0, -1, 0 };
    int32_t nowhere, unknown;
    if (start_of(c) == MOOT_NEVER || c->as_of == MOOT_NEVER) {
        return life;
    }
    count_nights(c, &nowhere, &unknown);
    life.nights = nowhere + unknown;
    find_home(c, &life);
    return life;
}

/* ---- adding it up ---- */

typedef struct adding {
    const moot_whatif *w;
    const whatif_map *map;
    const moot_case *c;
    whatif_sum *all, *group; /* group NULL: there are none */
    whatif_times *times;
    int32_t key; /* of the group's first figure in times */
} adding;

static void add(const adding *a, int32_t figure, int64_t amount)
{
    if (figure >= 0) {
        a->all[figure].sum += amount;
        a->all[figure].count++;
        if (a->group) {
            a->group[figure].sum += amount;
            a->group[figure].count++;
        }
    }
}

static void add_time(const adding *a, int32_t figure, int32_t days, int happened)
{
    if (figure >= 0) {
        moot_whatif__time(a->times, figure, days, happened);
        if (a->group) {
            moot_whatif__time(a->times, a->key + figure, days, happened);
        }
    }
}

/* One that everybody has. */
static int32_t figure_of_kind(const moot_whatif *w, moot_whatif_kind kind)
{
    for (int32_t i = 0; i < w->figures_count; i++) {
        if (w->figures[i].kind == kind) {
            return i;
        }
    }
    return -1;
}

static void add_kind(const adding *a, moot_whatif_kind kind, int64_t amount)
{
    add(a, figure_of_kind(a->w, kind), amount);
}

static void add_breaches(const adding *a)
{
    for (int32_t i = 0; i < a->c->breaches_count; i++) {
        const moot_breach *b = &a->c->breaches[i];
        add(a, b->clock >= 0 ? a->map->clock[a->c->clocks[b->clock].rule] : a->map->invariant[b->invariant], 1);
    }
}

static int has_ended(const moot_visit *v)
{
    return !moot_visit_open(v) && v->outcome >= 0;
}

/* Days until the stage of a visit first ends by an outcome; nothing of it but from its first visit on. */
static void add_stage(const adding *a, int32_t visit)
{
    const moot_case *c = a->c;
    moot_instant end = MOOT_NEVER, seen = start_of(c);
    for (int32_t i = 0; i < c->visits_count; i++) {
        const moot_visit *v = &c->visits[i];
        if (v->stage == c->visits[visit].stage) {
            moot_instant to = moot_visit_open(v) ? end_of(c) : v->left.lo;
            if (i < visit) {
                return; /* counted from there */
            }
            end = has_ended(v) && to < end ? to : end;
            seen = to > seen ? to : seen;
        }
    }
    add_time(a, a->map->stage[c->visits[visit].stage], days_since(c, end == MOOT_NEVER ? seen : end), end != MOOT_NEVER);
}

/* From the queue of a panel to the session that hears the case. */
static void add_wait(const adding *a, const moot_visit *v, int32_t panel)
{
    int heard = has_ended(v) && v->session.lo == v->left.lo;
    moot_instant to = moot_visit_open(v) ? end_of(a->c) : v->left.lo;
    add_time(a, a->map->waited[panel], nights_between(a->c, v->entered.lo, to), heard);
}

/* A duty is each service's whose people owe it together, once. */
static void add_duty(const adding *a, const moot_stage *s)
{
    const moot_protocol *p = a->c->protocol;
    for (int32_t k = 0; k < moot_owner_count(&s->owner); k++) {
        int32_t figure = a->map->duty[moot_owner_party(p, &s->owner, k)];
        int told = 0;
        for (int32_t i = 0; i < k; i++) {
            told |= a->map->duty[moot_owner_party(p, &s->owner, i)] == figure;
        }
        if (!told) {
            add(a, figure, 1);
        }
    }
}

static void add_visits(const adding *a)
{
    const moot_protocol *p = a->c->protocol;
    int32_t before = -1; /* the service that owed the last duty */
    for (int32_t i = 0; i < a->c->visits_count; i++) {
        const moot_visit *v = &a->c->visits[i];
        const moot_stage *s = &p->stages[v->stage];
        int32_t service = service_of(p, s);
        if (a->map->stage[v->stage] >= 0) {
            add_stage(a, i);
        }
        if (s->panel >= 0) {
            add_wait(a, v, s->panel);
        }
        if (s->duty) {
            add_duty(a, s);
        }
        if (service >= 0 && before >= 0 && service != before) {
            add(a, a->map->handed[before * p->parties_count + service], 1);
        }
        before = service >= 0 ? service : before;
    }
}

static void add_acts(const adding *a)
{
    const moot_protocol *p = a->c->protocol;
    for (int32_t i = 0; i < a->c->acts_count; i++) {
        const moot_effect *f = &p->effects[a->c->acts[i].effect];
        if (a->c->acts[i].state != MOOT_ACT_IS_DONE) {
            continue;
        }
        if (f->paid_by >= 0) {
            add(a, a->map->charge[f->paid_by], 1);
        }
        if (f->verb == MOOT_GRANT && f->entitlement >= 0) {
            const moot_entitlement *e = &p->entitlements[f->entitlement];
            int32_t payer = f->paid_by >= 0 ? f->paid_by : e->paid_by;
            if (payer >= 0 && e->pence > 0) {
                add(a, a->map->money[payer], e->pence);
            }
        }
    }
}

static void add_measures(const adding *a)
{
    const moot_protocol *p = a->c->protocol;
    for (int32_t i = 0; i < a->c->counts_count; i++) {
        add(a, a->map->measure[a->c->counts[i].measure], 1);
    }
    for (int32_t m = 0; m < p->measures_count; m++) {
        for (int32_t k = 0; p->measures[m].share >= 0 && k < a->c->clocks_count; k++) {
            const moot_clock *clock = &a->c->clocks[k];
            if (clock->rule == p->measures[m].share
                && (clock->status == MOOT_CLOCK_MET || clock->status == MOOT_CLOCK_LATE || clock->status == MOOT_CLOCK_EARLY)) {
                add(a, a->map->measure[m], clock->status == MOOT_CLOCK_MET);
            }
        }
    }
}

static int ends_at_home(const moot_case *c)
{
    return c->beds_count > 0 && c->beds[c->beds_count - 1].night == MOOT_SOMEWHERE;
}

void moot_whatif__add(const moot_whatif *w, int32_t branch, const moot_case *c, int32_t group, whatif_sum *sums, whatif_times *times)
{
    adding a = { w, &w->maps[branch], c, sums, group > 0 ? sums + (size_t)group * (size_t)w->figures_count : NULL,
                 times, group * w->figures_count };
    whatif_life life = moot_whatif__life(c);
    int32_t nowhere = 0, unknown = 0;
    if (start_of(c) == MOOT_NEVER || c->as_of == MOOT_NEVER) {
        return;
    }
    count_nights(c, &nowhere, &unknown);
    add_kind(&a, MOOT_WHATIF_BREACHES, c->breaches_count);
    add_kind(&a, MOOT_WHATIF_NOWHERE, nowhere);
    add_kind(&a, MOOT_WHATIF_NOT_RECORDED, unknown);
    add_kind(&a, MOOT_WHATIF_HOMES, ends_at_home(c));
    add_kind(&a, MOOT_WHATIF_HANDOVERS, c->facts.handovers);
    add_kind(&a, MOOT_WHATIF_ESCALATIONS, c->levels_count);
    add_kind(&a, MOOT_WHATIF_CLOSED, c->status == MOOT_CASE_CLOSED);
    add_time(&a, figure_of_kind(w, MOOT_WHATIF_DAYS_HOME), life.days_home >= 0 ? life.days_home : life.followed, life.days_home >= 0);
    add_breaches(&a);
    add_visits(&a);
    add_acts(&a);
    add_measures(&a);
}

/* Queues are of a council, not of a group. */
void moot_whatif__add_queues(const moot_whatif *w, int32_t branch, const moot_commons *commons, whatif_sum *sums)
{
    const moot_protocol *p = w->branches[branch].model->assume->protocol;
    for (int32_t i = 0; i < p->panels_count; i++) {
        int32_t figure = w->maps[branch].queue[i];
        if (figure >= 0) {
            moot_commons_queue_lengths(commons, i, &sums[figure].sum, &sums[figure].count);
        }
    }
}
