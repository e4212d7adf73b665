#include "vm/run/whatif.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "vm/run/whatif_internal.h"

static double *values_of(const moot_whatif *w, int32_t branch, int64_t replicate)
{
    return w->values + ((size_t)branch * (size_t)w->options.replicates + (size_t)replicate) * moot_whatif__per_world(w);
}

const char *moot_whatif_went_text(int went)
{
    static const char *const texts[] = {
#define X(name, text) text,
        MOOT_WHATIF_WAYS(X)
#undef X
    };
    return texts[went];
}

const char *const moot_whatif_open_words[MOOT_OPEN_WAYS] = { "switch", "keep", "better" };

int64_t moot_whatif_of_shard(int64_t replicates, int shard, int shards)
{
    return shards < 2 ? replicates : replicates / shards + (replicates % shards >= shard);
}

static int is_change(const moot_decl *decl, moot_day day)
{
    return !moot_decl_is_law(decl) && (decl->in_force_from == day || decl->in_force_to == day - 1);
}

int moot_whatif_changes_on(const moot_protocol *p, moot_day day)
{
    int found = 0;
    for (int32_t i = 0; i < p->steps_count; i++) {
        found |= p->steps[i].from == day && !p->steps[i].of_law;
    }
#define X(table)                                                  \
    for (int32_t i = 0; i < p->table##_count; i++) {              \
        found |= is_change(&p->table[i].decl, day);               \
    }
    X(stages) X(outcomes) X(clocks) X(effects) X(invariants) X(panels) X(entitlements) X(quotas) X(measures) X(decisions) X(helpers)
#undef X
    return found;
}

static int same_duration(moot_duration one, moot_duration other)
{
    return one.count == other.count && one.unit == other.unit;
}

static int meets_alike(const moot_panel *one, const moot_panel *other)
{
    return same_duration(one->every, other->every) && same_duration(one->cut_off, other->cut_off) && one->first == other->first &&
           one->at_second == other->at_second && one->places == other->places;
}

int32_t moot_whatif_panel_changed(const moot_protocol *was, const moot_protocol *is, int32_t after)
{
    for (int32_t i = after + 1; i < is->panels_count; i++) {
        for (int32_t k = 0; k < was->panels_count; k++) {
            if (strcmp(was->panels[k].decl.name, is->panels[i].decl.name) == 0 && !meets_alike(&was->panels[k], &is->panels[i])) {
                return i;
            }
        }
    }
    return -1;
}

/* ---- making ---- */

static moot_code make(moot_whatif *w, moot_err *err)
{
    size_t worlds = (size_t)w->branch_count * (size_t)w->options.replicates, count = worlds * moot_whatif__per_world(w);
    w->values = moot_calloc(count + 1, sizeof *w->values);
    w->cases = moot_calloc((size_t)w->branch_count * (size_t)w->case_count + 1, sizeof *w->cases);
    w->likes = moot_calloc((size_t)w->branch_count * ((size_t)w->case_count + 1), sizeof *w->likes);
    w->moves = moot_calloc((size_t)w->branch_count, sizeof *w->moves);
    w->list = moot_calloc((size_t)w->options.replicates + 1, sizeof *w->list);
    w->taken = moot_calloc((size_t)w->options.replicates + 1, 1);
    if (!w->values || !w->cases || !w->likes || !w->moves || !w->list || !w->taken) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        w->values[i] = (double)NAN;
    }
    return MOOT_OK;
}

/* Names of branches and ids of cases, as the branches have them. */
static moot_code name_all(moot_whatif *w, moot_err *err)
{
    w->branch_names = moot_arena_array(&w->arena, (size_t)w->branch_count + 1, sizeof *w->branch_names);
    w->case_ids = moot_arena_array(&w->arena, (size_t)w->case_count + 1, sizeof *w->case_ids);
    if (!w->branch_names || !w->case_ids) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < w->branch_count; i++) {
        w->branch_names[i] = w->branches[i].name;
    }
    for (int32_t i = 0; i < w->case_count; i++) {
        w->case_ids[i] = w->branches[0].inputs[i].id;
    }
    return MOOT_OK;
}

static moot_whatif *blank(int32_t branch_count, int32_t case_count, moot_err *err)
{
    moot_whatif *w = moot_calloc(1, sizeof *w);
    if (!w) {
        (void)moot_fail_memory(err);
        return NULL;
    }
    w->branch_count = branch_count;
    w->case_count = case_count;
    moot_arena_init(&w->arena);
    return w;
}

static moot_code made(moot_whatif *w, moot_code code, moot_whatif **out_whatif)
{
    if (code != MOOT_OK) {
        moot_whatif_free(w);
        return code;
    }
    *out_whatif = w;
    return MOOT_OK;
}

/* Those of the baseline come under all branches, or no case could be compared with itself. */
static moot_code find_arrivals(moot_whatif *w, moot_err *err)
{
    const moot_whatif_branch *base = &w->branches[0];
    const moot_protocol *p = base->model->assume->protocol;
    if (w->options.come_first == MOOT_DAY_MIN) {
        return MOOT_OK;
    }
    moot_code code = moot_protocol_unfold(p, err);
    if (code == MOOT_OK) {
        code = moot_arrivals_new(base->model, base->inputs, w->case_count, w->options.come_first, w->options.come_last, &w->arrivals, err);
        moot_protocol_fold(p);
    }
    return code;
}

moot_code moot_whatif_new(const moot_whatif_branch *branches, int32_t branch_count, int32_t case_count,
                          const moot_whatif_options *options, moot_whatif **out_whatif, moot_err *err)
{
    moot_whatif *w = blank(branch_count, case_count, err);
    if (!w) {
        return MOOT_ENOMEM;
    }
    w->branches = branches;
    w->options = *options;
    moot_code code = find_arrivals(w, err);
    code = code ? code : moot_whatif__figures(w, err);
    code = code ? code : name_all(w, err);
    return made(w, code ? code : make(w, err), out_whatif);
}

/* ---- without protocols ---- */

static const char **copy_texts(moot_whatif *w, const char *const *from, int32_t count)
{
    const char **to = moot_arena_array(&w->arena, (size_t)count + 1, sizeof *to);
    for (int32_t i = 0; to && i < count; i++) {
        to[i] = moot_arena_str(&w->arena, from[i]);
        if (!to[i]) {
            return NULL;
        }
    }
    return to;
}

/* Those of the figures in all branches, if the shape has no others. */
static int copy_clauses(moot_whatif *w, const moot_whatif_shape *shape)
{
    size_t figures = (size_t)shape->figure_count, count = figures * (size_t)shape->branch_count;
    w->clauses = moot_arena_array(&w->arena, count + 1, sizeof *w->clauses);
    for (size_t i = 0; w->clauses && i < count; i++) {
        const char *clause = shape->clauses ? shape->clauses[i] : w->figures[i % figures].clause;
        w->clauses[i] = clause ? moot_arena_str(&w->arena, clause) : NULL;
        if (clause && !w->clauses[i]) {
            return 0;
        }
    }
    return w->clauses != NULL;
}

static int copy_figures(moot_whatif *w, const moot_whatif_shape *shape)
{
    if (!moot_grow((void **)&w->figures, &w->figures_cap, (size_t)shape->figure_count + 1, sizeof *w->figures)) {
        return 0;
    }
    for (int32_t i = 0; i < shape->figure_count; i++) {
        moot_whatif_figure *f = &w->figures[w->figures_count++];
        *f = shape->figures[i];
        f->name = moot_arena_str(&w->arena, f->name);
        f->clause = moot_arena_str(&w->arena, f->clause);
        if (!f->name || !f->clause) {
            return 0;
        }
    }
    return 1;
}

moot_code moot_whatif_of_shape(const moot_whatif_shape *shape, moot_whatif **out_whatif, moot_err *err)
{
    moot_whatif *w = blank(shape->branch_count, shape->case_count, err);
    if (!w) {
        return MOOT_ENOMEM;
    }
    w->options.replicates = shape->replicates;
    w->options.shard = shape->shard;
    w->options.shards = shape->shards;
    w->branch_names = copy_texts(w, shape->branches, shape->branch_count);
    w->case_ids = copy_texts(w, shape->cases, shape->case_count);
    w->groups = copy_texts(w, shape->groups, shape->group_count);
    w->groups_count = shape->group_count;
    int good = w->branch_names && w->case_ids && w->groups && copy_figures(w, shape) && copy_clauses(w, shape);
    return made(w, good ? make(w, err) : moot_fail_memory(err), out_whatif);
}

moot_whatif_shape moot_whatif_shape_of(const moot_whatif *w)
{
    return (moot_whatif_shape){ w->branch_names, w->branch_count, w->case_ids, w->case_count, w->figures, w->figures_count,
                                w->groups, w->groups_count, w->options.replicates, w->options.shard, w->options.shards,
                                w->clauses };
}

void moot_whatif_free(moot_whatif *w)
{
    if (w) {
        moot_free(w->figures);
        moot_free(w->had);
        moot_free(w->values);
        moot_free(w->list);
        moot_free(w->taken);
        moot_free(w->spots);
        moot_free(w->tally);
        moot_free(w->reasons);
        moot_free(w->cases);
        moot_free(w->likes);
        moot_arrivals_free(w->arrivals);
        moot_free(w->moves);
        moot_arena_done(&w->arena);
        moot_free(w);
    }
}

/* ---- where lives part ---- */

int32_t moot_whatif_spots(const moot_whatif *w, const moot_whatif_spot **out_list)
{
    *out_list = w->spots;
    return w->spots_count;
}

int32_t moot_whatif_add_spot(moot_whatif *w, const char *clause, const char *name)
{
    for (int32_t i = 0; i < w->spots_count; i++) {
        if (strcmp(w->spots[i].name, name) == 0 && strcmp(w->spots[i].clause, clause) == 0) {
            return i;
        }
    }
    size_t count = (size_t)w->spots_count + 1, ways = 2 * (size_t)w->branch_count;
    moot_whatif_spot spot = { moot_arena_str(&w->arena, clause), moot_arena_str(&w->arena, name) };
    if (!spot.clause || !spot.name || !moot_grow((void **)&w->spots, &w->spots_cap, count, sizeof *w->spots)
        || !moot_grow((void **)&w->tally, &w->tally_cap, count * ways, sizeof *w->tally)
        || !moot_grow((void **)&w->reasons, &w->reasons_cap, count * ways, sizeof *w->reasons)) {
        return -1;
    }
    for (size_t i = 0; i < ways; i++) {
        w->tally[(count - 1) * ways + i] = (moot_whatif_reason){ (int32_t)(i / 2), spot.clause, spot.name, (int)(i % 2), 0, 0, 0 };
    }
    w->spots[w->spots_count] = spot;
    return w->spots_count++;
}

/* What was found last for declarations is remembered: there are many lives and few spots. */
static int32_t spot_of(moot_whatif *w, moot_whatif_spot parts)
{
    size_t at = (((uintptr_t)parts.name ^ (uintptr_t)parts.clause) >> 3) % WHATIF_SPOTS_KNOWN;
    if (w->known[at].parts.name != parts.name || w->known[at].parts.clause != parts.clause) {
        int32_t spot = moot_whatif_add_spot(w, parts.clause, parts.name);
        if (spot < 0) {
            return -1;
        }
        w->known[at].parts = parts;
        w->known[at].spot = spot;
    }
    return w->known[at].spot;
}

moot_code moot_whatif__take_slot(moot_whatif *w, const whatif_slot *slot, moot_err *err)
{
    size_t count = (size_t)w->branch_count * (size_t)moot_whatif__count(w, &slot->r);
    for (size_t i = 0; i < count; i++) {
        moot_whatif_life *life = &slot->r.lives[i];
        life->spot = life->went == MOOT_WENT_SAME ? -1 : spot_of(w, slot->parts[i]);
        if (life->spot < 0 && life->went != MOOT_WENT_SAME) {
            return moot_fail_memory(err);
        }
    }
    return moot_whatif_take(w, &slot->r, err);
}

/* ---- taking ---- */

static void count_moves(whatif_moves *m, moot_whatif_case *k, const moot_whatif_life *life)
{
    k->kept += life->had == MOOT_HAD_OLD;
    k->switched += life->had == MOOT_HAD_NEW;
    switch ((moot_whatif_went)life->went) {
    case MOOT_WENT_SAME: m->same++; k->same++; return;
    case MOOT_WENT_BETTER: m->gains++; k->gains++; break;
    case MOOT_WENT_WORSE: m->losses++; k->losses++; break;
    case MOOT_WENT_BOTH: m->both++; k->both++; break;
    case MOOT_WENT_OTHER: m->others++; k->others++; break;
    }
    m->queue += life->queue;
}

static void count_reason(moot_whatif *w, int32_t branch, const moot_whatif_life *life)
{
    moot_whatif_reason *r = &w->tally[2 * ((size_t)life->spot * (size_t)w->branch_count + (size_t)branch) + life->queue];
    r->gains += life->went == MOOT_WENT_BETTER;
    r->losses += life->went == MOOT_WENT_WORSE;
    r->others += life->went == MOOT_WENT_BOTH || life->went == MOOT_WENT_OTHER;
}

/* Where the i-th case of a replicate is counted. */
static moot_whatif_case *counted_at(const moot_whatif *w, const moot_whatif_replicate *r, int32_t branch, int32_t i)
{
    if (i < w->case_count) {
        return &w->cases[(size_t)branch * (size_t)w->case_count + (size_t)i];
    }
    int32_t like = r->came[i - w->case_count].like;
    return &w->likes[(size_t)branch * ((size_t)w->case_count + 1) + (size_t)(like < 0 ? w->case_count : like)];
}

static void count_life(moot_whatif *w, int32_t branch, moot_whatif_case *at, const moot_whatif_life *before, const moot_whatif_life *life)
{
    whatif_moves *m = &w->moves[branch];
    count_moves(m, at, life);
    if (life->went == MOOT_WENT_SAME) {
        return;
    }
    m->breaches[life->queue] += life->breaches - before->breaches;
    m->nights[life->queue] += life->nights - before->nights;
    if (life->days_home >= 0 && before->days_home >= 0) {
        m->days_home[life->queue] += life->days_home - before->days_home;
    }
    count_reason(w, branch, life);
}

moot_code moot_whatif_take(moot_whatif *w, const moot_whatif_replicate *r, moot_err *err)
{
    if (r->number < 0 || r->number >= w->options.replicates || w->taken[r->number]) {
        return moot_fail(err, MOOT_EDATA, "replicate %lld is there already, or is none of %lld", (long long)r->number + 1,
                         (long long)w->options.replicates);
    }
    for (int32_t b = 0; b < w->branch_count; b++) {
        int32_t count = moot_whatif__count(w, r);
        const moot_whatif_life *lives = r->lives + (size_t)b * (size_t)count;
        memcpy(values_of(w, b, r->number), r->values + (size_t)b * moot_whatif__per_world(w),
               moot_whatif__per_world(w) * sizeof *r->values);
        for (int32_t i = 0; b > 0 && i < count; i++) {
            count_life(w, b, counted_at(w, r, b, i), &r->lives[i], &lives[i]);
        }
    }
    w->taken[r->number] = 1;
    w->taken_count++;
    w->came_count += r->came_count;
    return MOOT_OK;
}

/* ---- what it comes to ---- */

int64_t moot_whatif_replicates(const moot_whatif *w)
{
    return w->taken_count;
}

int32_t moot_whatif_figures(const moot_whatif *w, const moot_whatif_figure **out_list)
{
    *out_list = w->figures;
    return w->figures_count;
}

const char *moot_whatif_clause(const moot_whatif *w, int32_t branch, int32_t figure)
{
    return w->clauses[(size_t)branch * (size_t)w->figures_count + (size_t)figure];
}

int32_t moot_whatif_groups(const moot_whatif *w, const char *const **out_names)
{
    *out_names = w->groups;
    return w->groups_count;
}

static int by_count(const void *left, const void *right)
{
    const moot_whatif_reason *x = left, *y = right;
    int64_t nx = x->gains + x->losses + x->others, ny = y->gains + y->losses + y->others;
    if (x->branch != y->branch) {
        return x->branch - y->branch;
    }
    if (nx != ny) {
        return nx > ny ? -1 : 1;
    }
    int clauses = strcmp(x->clause, y->clause);
    int names = clauses ? clauses : strcmp(x->name, y->name);
    return names ? names : x->queue - y->queue;
}

int32_t moot_whatif_reasons(const moot_whatif *w, const moot_whatif_reason **out_list)
{
    size_t count = 2 * (size_t)w->spots_count * (size_t)w->branch_count, found = 0;
    for (size_t i = 0; i < count; i++) {
        if (w->tally[i].gains + w->tally[i].losses + w->tally[i].others > 0) {
            w->reasons[found++] = w->tally[i];
        }
    }
    if (found > 0) { /* there is no array of none */
        qsort(w->reasons, found, sizeof *w->reasons, by_count);
    }
    *out_list = w->reasons;
    return (int32_t)found;
}

moot_whatif_case moot_whatif_of_case(const moot_whatif *w, int32_t branch, int32_t i)
{
    return w->cases[(size_t)branch * (size_t)w->case_count + (size_t)i];
}

moot_whatif_case moot_whatif_of_like(const moot_whatif *w, int32_t branch, int32_t i)
{
    return w->likes[(size_t)branch * ((size_t)w->case_count + 1) + (size_t)i];
}

int64_t moot_whatif_came(const moot_whatif *w)
{
    return w->came_count;
}

int64_t moot_whatif_lives(const moot_whatif *w)
{
    return (int64_t)w->case_count * w->taken_count + w->came_count;
}

const moot_arrivals *moot_whatif_arrivals(const moot_whatif *w)
{
    return w->arrivals;
}

/* Of the replicates of a branch, less those of another (-1: none): those that came about. */
static moot_figure figure_of(const moot_whatif *w, int32_t branch, int32_t less, int32_t figure, int32_t group)
{
    size_t at = (size_t)group * (size_t)w->figures_count + (size_t)figure, count = 0;
    for (int64_t r = 0; r < w->options.replicates; r++) {
        double value = values_of(w, branch, r)[at] - (less >= 0 ? values_of(w, less, r)[at] : 0);
        if (!isnan(value)) {
            w->list[count++] = value;
        }
    }
    return moot_mean_of(w->list, count, MOOT_STATS_LEVEL);
}

moot_figure moot_whatif_value(const moot_whatif *w, int32_t branch, int32_t figure, int32_t group)
{
    return figure_of(w, branch, -1, figure, group);
}

moot_figure moot_whatif_effect(const moot_whatif *w, int32_t branch, int32_t figure, int32_t group)
{
    return figure_of(w, branch, 0, figure, group);
}

moot_whatif_moved moot_whatif_moves(const moot_whatif *w, int32_t branch)
{
    const whatif_moves *m = &w->moves[branch];
    double n = w->taken_count > 0 ? (double)w->taken_count : 1;
    moot_whatif_moved moved = { (double)m->gains / n, (double)m->losses / n, (double)m->both / n, (double)m->others / n,
                                (double)m->same / n, (double)m->queue / n, { 0 }, { 0 }, { 0 } };
    for (int i = 0; i < 2; i++) {
        moved.breaches[i] = (double)m->breaches[i] / n;
        moved.nights[i] = (double)m->nights[i] / n;
        moved.days_home[i] = (double)m->days_home[i] / n;
    }
    return moved;
}
