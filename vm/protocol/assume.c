/* Building: tables, the indexes of freeze, the hash of the figures. */
#include "vm/protocol/assume.h"

#include <stdlib.h>
#include <string.h>

#include "vm/base/hash.h"
#include "vm/protocol/assume_internal.h"

static const char *const kind_texts[] = {
#define X(name, text) text,
    MOOT_ASSUMED_KINDS(X)
#undef X
};

const char *moot_assumed_kind_text(int kind)
{
    return kind_texts[kind];
}

/* ---- tables ---- */

moot_code moot_assume_new(const moot_protocol *protocol, moot_assume **out_assume, moot_err *err)
{
    moot_assume *assume = moot_calloc(1, sizeof *assume);
    if (!assume) {
        return moot_fail_memory(err);
    }
    assume->protocol = protocol;
    moot_arena_init(&assume->arena);
    *out_assume = assume;
    return MOOT_OK;
}

void moot_assume_free(moot_assume *assume)
{
    if (!assume) {
        return;
    }
#define X(type, table) moot_free(assume->table);
    MOOT_ASSUME_TABLES(X)
#undef X
    moot_free(assume->ints);
    moot_arena_done(&assume->arena);
    moot_free(assume);
}

#define X(type, table)                                                                                     \
    static moot_##type *add_##type(moot_assume *assume)                                                    \
    {                                                                                                      \
        void *array = assume->table;                                                                       \
        size_t count = (size_t)assume->table##_count;                                                      \
        if (!moot_grow(&array, &assume->table##_cap, count + 1, sizeof *assume->table)) {                  \
            return NULL;                                                                                   \
        }                                                                                                  \
        assume->table = array;                                                                             \
        assume->table##_count++;                                                                           \
        return memset(&assume->table[count], 0, sizeof *assume->table);                                    \
    }
MOOT_ASSUME_TABLES(X)
#undef X

moot_assumed *moot_assume_add_assumed(moot_assume *assume)
{
    moot_assumed *row = add_assumed(assume);
    if (row) {
        row->ref = row->next = row->takes = row->lasts = row->count = row->places = row->taken = -1;
        row->first = MOOT_DAY_MIN;
    }
    return row;
}

moot_assumed_test *moot_assume_add_assumed_test(moot_assume *assume)
{
    return add_assumed_test(assume);
}

moot_chance *moot_assume_add_chance(moot_assume *assume)
{
    moot_chance *chance = add_chance(assume);
    if (chance) {
        chance->ref = chance->takes = -1;
    }
    return chance;
}

moot_spread *moot_assume_add_spread(moot_assume *assume)
{
    moot_spread *spread = add_spread(assume);
    if (spread) {
        spread->cells = -1;
        spread->high = INT64_MAX;
    }
    return spread;
}

moot_seen *moot_assume_add_seen(moot_assume *assume)
{
    return add_seen(assume);
}

int32_t moot_assume_add_int(moot_assume *assume, int32_t value)
{
    void *array = assume->ints;
    if (!moot_grow(&array, &assume->ints_cap, (size_t)assume->ints_count + 1, sizeof *assume->ints)) {
        return -1;
    }
    assume->ints = array;
    assume->ints[assume->ints_count] = value;
    return assume->ints_count++;
}

const char *moot_assume_str(moot_assume *assume, const char *text)
{
    return text ? moot_arena_str(&assume->arena, text) : NULL;
}

/* ---- indexes ---- */

static int make_arrays(moot_assume *a)
{
    const moot_protocol *p = a->protocol;
    a->of_stage = moot_arena_none(&a->arena, p->stages_count);
    a->of_clock = moot_arena_none(&a->arena, p->clocks_count);
    a->of_event = moot_arena_none(&a->arena, p->events_count);
    a->of_fact = moot_arena_none(&a->arena, p->facts_count);
    a->of_panel = moot_arena_none(&a->arena, p->panels_count);
    a->of_quota = moot_arena_none(&a->arena, p->quotas_count);
    a->of_party = moot_arena_none(&a->arena, p->parties_count);
    a->of_place = moot_arena_none(&a->arena, p->effects_count);
    return a->of_stage && a->of_clock && a->of_event && a->of_fact && a->of_panel && a->of_quota && a->of_party && a->of_place;
}

/* Where the first row of a subject stands; NULL: such rows have no subject of their own. */
static int32_t *slot_of(moot_assume *a, const moot_assumed *row)
{
    switch ((moot_assumed_kind)row->kind) {
    case MOOT_ASSUMED_STAGE: return &a->of_stage[row->ref];
    case MOOT_ASSUMED_ACT:
    case MOOT_ASSUMED_DEADLINE: return &a->of_clock[row->ref];
    case MOOT_ASSUMED_EVENT: return &a->of_event[row->ref];
    case MOOT_ASSUMED_FACT:
    case MOOT_ASSUMED_CONSENT: return &a->of_fact[row->ref];
    case MOOT_ASSUMED_PANEL: return &a->of_panel[row->ref];
    case MOOT_ASSUMED_QUOTA: return &a->of_quota[row->ref];
    case MOOT_ASSUMED_ROLE: return &a->of_party[row->ref];
    case MOOT_ASSUMED_ARRIVALS:
    case MOOT_ASSUMED_HOMES:
    case MOOT_ASSUMED_KIND_COUNT: break;
    }
    return NULL;
}

/* Every place of that name is one of these homes. */
static void join_homes(moot_assume *a, int32_t row)
{
    for (int32_t i = 0; i < a->protocol->effects_count; i++) {
        const moot_effect *effect = &a->protocol->effects[i];
        if (effect->verb == MOOT_PLACE && effect->text && strcmp(effect->text, a->rows[row].name) == 0) {
            a->of_place[i] = row;
        }
    }
}

/* From the last to the first, so that each finds the one that follows it. */
static void join_rows(moot_assume *a)
{
    for (int32_t i = a->rows_count - 1; i >= 0; i--) {
        int32_t *slot = slot_of(a, &a->rows[i]);
        if (slot) {
            a->rows[i].next = *slot;
            *slot = i;
        } else if (a->rows[i].kind == MOOT_ASSUMED_HOMES) {
            join_homes(a, i);
        }
    }
}

static void count_seen(moot_assume *a)
{
    for (int32_t i = 0; i < a->spreads_count; i++) {
        const moot_span *span = &a->spreads[i].seen;
        int64_t upto = 0;
        for (int32_t k = 0; k < span->count; k++) {
            upto += a->seen[span->first + k].times;
            a->seen[span->first + k].upto = upto;
        }
    }
}

/* ---- hash ---- */

static void hash_double(moot_sha *sha, double value)
{
    int64_t bits;
    memcpy(&bits, &value, sizeof bits);
    moot_sha_int(sha, bits);
}

static void hash_spread(moot_sha *sha, const moot_assume *a, int32_t index)
{
    moot_sha_int(sha, index >= 0);
    if (index < 0) {
        return;
    }
    const moot_spread *s = &a->spreads[index];
    moot_sha_int(sha, s->family);
    moot_sha_int(sha, s->unit);
    hash_double(sha, s->a);
    hash_double(sha, s->b);
    moot_sha_int(sha, s->low);
    moot_sha_int(sha, s->high);
    moot_sha_int(sha, s->seen.count);
    for (int32_t i = 0; i < s->seen.count; i++) {
        moot_sha_int(sha, a->seen[s->seen.first + i].value);
        moot_sha_int(sha, a->seen[s->seen.first + i].times);
    }
}

static void hash_tests(moot_sha *sha, const moot_assume *a, moot_span tests)
{
    const moot_protocol *p = a->protocol;
    moot_sha_int(sha, tests.count);
    for (int32_t i = 0; i < tests.count; i++) {
        const moot_assumed_test *t = &a->tests[tests.first + i];
        int symbols = t->fact >= 0 && (p->facts[t->fact].type == MOOT_T_ONE_OF || p->facts[t->fact].type == MOOT_T_CONSENT);
        moot_sha_str(sha, t->fact >= 0 ? p->facts[t->fact].decl.name : "age");
        moot_sha_int(sha, t->kind);
        if (t->kind == MOOT_ASSUMED_RANGE && symbols) {
            moot_sha_str(sha, moot_symbol(p, t->low));
        } else {
            moot_sha_int(sha, t->low);
            moot_sha_int(sha, t->high);
        }
        for (int32_t k = 0; k < t->among.count; k++) {
            moot_sha_str(sha, moot_symbol(p, a->ints[t->among.first + k]));
        }
    }
}

static void hash_chances(moot_sha *sha, const moot_assume *a, const moot_assumed *row)
{
    const moot_protocol *p = a->protocol;
    moot_sha_int(sha, row->chances.count);
    for (int32_t i = 0; i < row->chances.count; i++) {
        const moot_chance *chance = &a->chances[row->chances.first + i];
        int yesno = row->kind == MOOT_ASSUMED_FACT && p->facts[row->ref].type != MOOT_T_ONE_OF;
        const char *name = row->kind == MOOT_ASSUMED_STAGE ? p->outcomes[chance->ref].decl.name
                           : yesno                         ? (chance->ref ? "yes" : "no")
                                                           : moot_symbol(p, chance->ref);
        moot_sha_str(sha, name);
        moot_sha_int(sha, chance->weight);
        hash_spread(sha, a, chance->takes);
    }
}

static void hash_row(moot_sha *sha, const moot_assume *a, const moot_assumed *row)
{
    moot_sha_int(sha, row->kind);
    moot_sha_str(sha, row->name);
    hash_tests(sha, a, row->tests);
    hash_tests(sha, a, row->facts);
    hash_chances(sha, a, row);
    hash_spread(sha, a, row->takes);
    hash_spread(sha, a, row->lasts);
    const int64_t figures[] = { row->side, row->omitted, row->per_year, row->count, row->places, row->taken, row->first,
                                row->every.count, row->every.unit };
    for (size_t i = 0; i < MOOT_COUNT(figures); i++) {
        moot_sha_int(sha, figures[i]);
    }
}

/* By kind and name; those of one subject stay in their order. */
static int by_subject(const void *left, const void *right)
{
    const moot_assumed *const *x = left, *const *y = right;
    int kinds = (*x)->kind - (*y)->kind;
    int names = kinds ? kinds : strcmp((*x)->name, (*y)->name);
    return names ? names : (*x < *y ? -1 : *x > *y);
}

static moot_code take_hash(moot_assume *a, moot_err *err)
{
    const moot_assumed **order = moot_arena_array(&a->arena, (size_t)a->rows_count + 1, sizeof *order);
    moot_sha *sha = order ? moot_sha_new() : NULL;
    if (!sha) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < a->rows_count; i++) {
        order[i] = &a->rows[i];
    }
    qsort(order, (size_t)a->rows_count, sizeof *order, by_subject);
    moot_sha_str(sha, "moot assumptions 1");
    for (int32_t i = 0; i < a->rows_count; i++) {
        hash_row(sha, a, order[i]);
    }
    moot_sha_take(sha, a->hash);
    return MOOT_OK;
}

moot_code moot_assume_freeze(moot_assume *assume, moot_err *err)
{
    if (!make_arrays(assume) || !moot_assume__cells(assume)) {
        return moot_fail_memory(err);
    }
    join_rows(assume);
    count_seen(assume);
    assume->frozen = 1;
    return take_hash(assume, err);
}
