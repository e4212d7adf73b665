#include "vm/check/diff.h"

#include <string.h>

#define SLIP 2     /* bytes */
#define SHORTEST 6 /* name of which a slip leaves enough */
#define TELLING 3  /* fields: so many alike are no accident */

typedef struct build {
    const moot_outline *a, *b;
    moot_arena *arena;
    const moot_outline_row **of_a, **of_b; /* per row of one, its fellow in the other; NULL */
    moot_diff_row *rows;
    int32_t count;
} build;

static int same_text(const char *x, const char *y)
{
    return x && y ? strcmp(x, y) == 0 : x == y;
}

/* What has no name but its clause is the same only in editions of one document. */
static int has_name(const moot_outline_row *row)
{
    return row->kind != MOOT_OUTLINE_NOT_RUN && strcmp(row->name, row->clause) != 0;
}

static int same_name(const build *d, const moot_outline_row *x, const moot_outline_row *y)
{
    if (x->kind != y->kind || x->kind == MOOT_OUTLINE_PROTOCOL) {
        return x->kind == y->kind;
    }
    return strcmp(x->name, y->name) == 0 &&
           ((has_name(x) && has_name(y)) || same_text(d->a->protocol->clause_file, d->b->protocol->clause_file));
}

/* ---- fellows ---- */

static void pair(build *d, int32_t i, int32_t k)
{
    d->of_a[i] = &d->b->rows[k];
    d->of_b[k] = &d->a->rows[i];
}

static void pair_by_place(build *d)
{
    for (int32_t i = 0; i < d->a->count; i++) {
        for (int32_t k = 0; k < d->b->count && !d->of_a[i]; k++) {
            const moot_outline_row *x = &d->a->rows[i], *y = &d->b->rows[k];
            if (!d->of_b[k] && same_name(d, x, y) && same_text(x->within, y->within)) {
                pair(d, i, k);
            }
        }
    }
}

/* A deadline or act is unique by its name in a protocol: it may have moved to another stage. An outcome is its stage's own. */
static void pair_moved(build *d)
{
    for (int32_t i = 0; i < d->a->count; i++) {
        const moot_outline_row *x = &d->a->rows[i];
        if (d->of_a[i] || (x->kind != MOOT_OUTLINE_DEADLINE && x->kind != MOOT_OUTLINE_ACT)) {
            continue;
        }
        for (int32_t k = 0; k < d->b->count && !d->of_a[i]; k++) {
            if (!d->of_b[k] && same_name(d, x, &d->b->rows[k])) {
                pair(d, i, k);
            }
        }
    }
}

/* ---- perhaps renamed ---- */

static int same_fields(const moot_outline_row *x, const moot_outline_row *y)
{
    if (x->field_count != y->field_count) {
        return 0;
    }
    for (int32_t i = 0; i < x->field_count; i++) {
        if (strcmp(x->fields[i].name, y->fields[i].name) != 0 || strcmp(x->fields[i].text, y->fields[i].text) != 0) {
            return 0;
        }
    }
    return 1;
}

/* Is what is between the letters that both begin with and those that both end with a slip, as a plural is? */
static int slip_apart(const char *x, const char *y)
{
    size_t xs = strlen(x), ys = strlen(y), from = 0, back = 0;
    size_t least = xs < ys ? xs : ys;
    while (from < least && x[from] == y[from]) {
        from++;
    }
    while (back < least - from && x[xs - 1 - back] == y[ys - 1 - back]) {
        back++;
    }
    return least >= SHORTEST && xs - from - back <= SLIP && ys - from - back <= SLIP;
}

/* Do they say one thing alike, or nothing at all? */
static int say_alike(const moot_outline_row *x, const moot_outline_row *y)
{
    for (int32_t i = 0; i < x->field_count; i++) {
        for (int32_t k = 0; k < y->field_count; k++) {
            if (strcmp(x->fields[i].name, y->fields[k].name) == 0 && strcmp(x->fields[i].text, y->fields[k].text) == 0) {
                return 1;
            }
        }
    }
    return x->field_count + y->field_count == 0;
}

/* Fields that are all the same say much only if there are several; a clause that is not run has its own number for a name. */
static int near(const moot_outline_row *x, const moot_outline_row *y)
{
    if (x->kind != y->kind || x->kind == MOOT_OUTLINE_NOT_RUN ||
        (x->kind == MOOT_OUTLINE_OUTCOME && !same_text(x->within, y->within))) {
        return 0;
    }
    return (slip_apart(x->name, y->name) && say_alike(x, y)) || (x->field_count >= TELLING && same_fields(x, y));
}

/* The only one without a fellow that is near; NULL if there is none, or more than one. */
static const moot_outline_row *only_near(const moot_outline_row *row, const moot_outline *other,
                                         const moot_outline_row *const *fellows)
{
    const moot_outline_row *found = NULL;
    for (int32_t i = 0; i < other->count; i++) {
        if (!fellows[i] && near(row, &other->rows[i])) {
            if (found) {
                return NULL;
            }
            found = &other->rows[i];
        }
    }
    return found;
}

/* Near, and nothing else is near to either. */
static const moot_outline_row *renamed(const build *d, const moot_outline_row *row, int in_a)
{
    const moot_outline *own = in_a ? d->a : d->b, *other = in_a ? d->b : d->a;
    const moot_outline_row *const *own_fellows = in_a ? d->of_a : d->of_b, *const *fellows = in_a ? d->of_b : d->of_a;
    const moot_outline_row *found = only_near(row, other, fellows);
    return found && only_near(found, own, own_fellows) == row ? found : NULL;
}

/* ---- rows ---- */

static const char *field_text(const moot_outline_row *row, const char *name)
{
    for (int32_t i = 0; i < row->field_count; i++) {
        if (strcmp(row->fields[i].name, name) == 0) {
            return row->fields[i].text;
        }
    }
    return NULL;
}

static void differ(const moot_outline_row *x, const moot_outline_row *y, moot_diff_field *fields, int32_t *count)
{
    if (!same_text(x->within, y->within)) {
        fields[(*count)++] = (moot_diff_field){ "stage", x->within, y->within };
    }
    for (int32_t i = 0; i < x->field_count; i++) {
        const char *to = field_text(y, x->fields[i].name);
        if (!same_text(x->fields[i].text, to)) {
            fields[(*count)++] = (moot_diff_field){ x->fields[i].name, x->fields[i].text, to };
        }
    }
    for (int32_t i = 0; i < y->field_count; i++) {
        if (!field_text(x, y->fields[i].name)) {
            fields[(*count)++] = (moot_diff_field){ y->fields[i].name, NULL, y->fields[i].text };
        }
    }
}

static int add_pair(build *d, const moot_outline_row *x, const moot_outline_row *y)
{
    moot_diff_row *row = &d->rows[d->count++];
    moot_diff_field *fields = moot_arena_array(d->arena, (size_t)(x->field_count + y->field_count) + 1, sizeof *fields);
    *row = (moot_diff_row){ .a = x, .b = y, .fields = fields };
    if (fields) {
        differ(x, y, fields, &row->field_count);
    }
    row->how = row->field_count ? MOOT_DIFF_CHANGED : MOOT_DIFF_SAME;
    return fields != NULL;
}

static int add_kind(build *d, moot_outline_kind kind)
{
    int good = 1;
    for (int32_t i = 0; good && i < d->a->count; i++) {
        const moot_outline_row *x = &d->a->rows[i];
        if (x->kind == kind && d->of_a[i]) {
            good = add_pair(d, x, d->of_a[i]);
        } else if (x->kind == kind) {
            d->rows[d->count++] = (moot_diff_row){ .how = MOOT_DIFF_REMOVED, .a = x, .renamed = renamed(d, x, 1) };
        }
    }
    for (int32_t i = 0; good && i < d->b->count; i++) {
        const moot_outline_row *y = &d->b->rows[i];
        if (y->kind == kind && !d->of_b[i]) {
            d->rows[d->count++] = (moot_diff_row){ .how = MOOT_DIFF_ADDED, .b = y, .renamed = renamed(d, y, 0) };
        }
    }
    return good;
}

moot_code moot_diff_of(const moot_outline *a, const moot_outline *b, moot_arena *arena, moot_diff *out, moot_err *err)
{
    build d = { .a = a, .b = b, .arena = arena };
    d.of_a = moot_arena_array(arena, (size_t)a->count + 1, sizeof *d.of_a);
    d.of_b = moot_arena_array(arena, (size_t)b->count + 1, sizeof *d.of_b);
    d.rows = moot_arena_array(arena, (size_t)a->count + (size_t)b->count + 1, sizeof *d.rows);
    if (!d.of_a || !d.of_b || !d.rows) {
        return moot_fail_memory(err);
    }
    pair_by_place(&d);
    pair_moved(&d);
    memset(out, 0, sizeof *out);
    for (int kind = 0; kind < MOOT_OUTLINE_KIND_COUNT; kind++) {
        if (!add_kind(&d, (moot_outline_kind)kind)) {
            return moot_fail_memory(err);
        }
    }
    for (int32_t i = 0; i < d.count; i++) {
        const moot_outline_row *row = d.rows[i].a ? d.rows[i].a : d.rows[i].b;
        out->counts[row->kind][d.rows[i].how]++;
        out->differ |= d.rows[i].how != MOOT_DIFF_SAME;
    }
    out->rows = d.rows;
    out->count = d.count;
    return MOOT_OK;
}
