/* uthash holds the entries in the order of adding; its own memory comes from moot_malloc and may
 * run out. */
#include "vm/names.h"

#include <limits.h>
#include <string.h>
#include <utf8proc.h>

#include "vm/text.h"

/* What uthash does when its table cannot grow: the entry is not added, and add_entry sees that. */
#define HASH_NONFATAL_OOM 1
#define uthash_malloc(size) moot_malloc(size)
#define uthash_free(ptr, size) moot_free(ptr)
#define uthash_nonfatal_oom(entry) ((entry)->added = 0)
#include <uthash.h>

#define LONGEST 64 /* code points of a word that is compared */

typedef struct moot_name {
    const char *text;
    int id;
    int added;
    UT_hash_handle hh;
} moot_name;

/* ---- the table ---- */

void moot_names_init(moot_names *names)
{
    memset(names, 0, sizeof *names);
    moot_arena_init(&names->arena);
}

void moot_names_done(moot_names *names)
{
    if (!names) {
        return;
    }
    moot_name *head = names->by_text;
    HASH_CLEAR(hh, head);
    moot_free(names->texts);
    moot_arena_done(&names->arena);
    moot_names_init(names);
}

int moot_names_findn(const moot_names *names, const char *text, size_t len)
{
    moot_name *found;
    HASH_FIND(hh, names->by_text, text, len, found);
    return found ? found->id : -1;
}

int moot_names_find(const moot_names *names, const char *text)
{
    return moot_names_findn(names, text, strlen(text));
}

static int add_entry(moot_names *names, moot_name *entry, size_t len)
{
    entry->added = 1;
    HASH_ADD_KEYPTR(hh, names->by_text, entry->text, len, entry);
    return entry->added;
}

int moot_names_addn(moot_names *names, const char *text, size_t len)
{
    int known = moot_names_findn(names, text, len);
    if (known >= 0) {
        return known;
    }
    if (names->count >= INT_MAX ||
        !moot_grow((void **)&names->texts, &names->cap, names->count + 1, sizeof *names->texts)) {
        return -1;
    }
    moot_name *entry = moot_arena_alloc(&names->arena, sizeof *entry);
    char *copy = entry ? moot_arena_strn(&names->arena, text, len) : NULL;
    if (!copy) {
        return -1;
    }
    entry->text = copy;
    entry->id = (int)names->count;
    if (!add_entry(names, entry, len)) {
        return -1;
    }
    names->texts[names->count++] = copy;
    return entry->id;
}

int moot_names_add(moot_names *names, const char *text)
{
    return moot_names_addn(names, text, strlen(text));
}

const char *moot_names_text(const moot_names *names, int id)
{
    if (id < 0 || (size_t)id >= names->count) {
        MOOT_BUG("a table of %zu names was asked for number %d", names->count, id);
    }
    return names->texts[id];
}

/* ---- nearest ---- */

typedef struct folded {
    int32_t points[LONGEST];
    int len; /* -1: too long to compare */
} folded;

static void fold(const char *text, folded *out)
{
    size_t len = strlen(text);
    out->len = 0;
    for (size_t pos = 0; pos < len;) {
        int32_t c = moot_utf8_next(text, len, &pos);
        if (out->len == LONGEST) {
            out->len = -1;
            return;
        }
        out->points[out->len++] = utf8proc_tolower(c);
    }
}

static int least(int a, int b, int c)
{
    int m = a < b ? a : b;
    return m < c ? m : c;
}

/* Changes that turn `a` into `b`, a swap of neighbours counting as one; `limit` + 1 if more than
 * `limit`. Three rows of the usual table: the swap looks two rows back. */
static int distance(const folded *a, const folded *b, int limit)
{
    int rows[3][LONGEST + 1];
    int *before = rows[0], *above = rows[1], *row = rows[2];
    for (int j = 0; j <= b->len; j++) {
        before[j] = above[j] = j;
    }
    for (int i = 1; i <= a->len; i++) {
        int best = row[0] = i;
        for (int j = 1; j <= b->len; j++) {
            int differs = a->points[i - 1] != b->points[j - 1];
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + differs);
            if (i > 1 && j > 1 && a->points[i - 1] == b->points[j - 2] &&
                a->points[i - 2] == b->points[j - 1] && before[j - 2] + 1 < row[j]) {
                row[j] = before[j - 2] + 1;
            }
            best = row[j] < best ? row[j] : best;
        }
        if (best > limit + 1) {
            return limit + 1; /* even a swap in the next row cannot come back under the limit */
        }
        int *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b->len];
}

/* Of two names that are as near, one whose letters only changed places is what was meant: "lal" is all, not law. */
static int same_letters(const folded *a, const folded *b)
{
    int64_t sum = 0, squares = 0;
    for (int i = 0; i < a->len; i++) {
        sum += a->points[i];
        squares += (int64_t)a->points[i] * a->points[i];
    }
    for (int i = 0; i < b->len; i++) {
        sum -= b->points[i];
        squares -= (int64_t)b->points[i] * b->points[i];
    }
    return a->len == b->len && sum == 0 && squares == 0;
}

const char *moot_nearest(const char *word, const char *const *names, size_t count)
{
    folded wanted, name;
    fold(word, &wanted);
    if (wanted.len <= 0) {
        return NULL;
    }
    int limit = wanted.len / 3 > 1 ? wanted.len / 3 : 1;
    int swapped = 0; /* the nearest so far has the word's own letters */
    const char *nearest = NULL;
    for (size_t i = 0; i < count && limit >= 0; i++) {
        if (!names[i]) {
            continue;
        }
        fold(names[i], &name);
        int gap = name.len - wanted.len;
        if (name.len < 0 || gap > limit || -gap > limit) {
            continue;
        }
        int far = distance(&wanted, &name, limit), same = same_letters(&wanted, &name);
        if (far > limit || (nearest && far == limit && (swapped || !same))) {
            continue; /* a later name must be nearer, or as near with the same letters */
        }
        limit = far;
        swapped = same;
        nearest = names[i];
    }
    return nearest;
}

const char *moot_names_nearest(const moot_names *names, const char *word)
{
    return moot_nearest(word, names->texts, names->count);
}
