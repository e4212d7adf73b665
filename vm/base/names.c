/* The table is open: a slot holds the hash of a text and its id, and a text whose slot is taken stands in the next free
 * one, so that looking one up reads a line or two of memory. */
#include "vm/base/names.h"

#include <limits.h>
#include <string.h>
#include <utf8proc.h>

#include "vm/base/text.h"

#define FIRST_SLOTS 16 /* a power of two */
#define LONGEST 64     /* code points of a word that is compared */

typedef struct moot_name_slot {
    uint32_t hash, len;
    int32_t id; /* + 1; 0: free */
} moot_name_slot;

/* ---- the table ---- */

/* Eight bytes at a time: most names are read in two steps. */
static uint32_t hash_of(const char *text, size_t len)
{
    uint64_t hash = len, piece;
    while (len > 0) {
        size_t step = len < sizeof piece ? len : sizeof piece;
        piece = 0;
        memcpy(&piece, text, step);
        hash = (hash ^ piece) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
        text += step;
        len -= step;
    }
    return (uint32_t)hash;
}

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
    moot_free(names->slots);
    moot_free(names->texts);
    moot_arena_done(&names->arena);
    moot_names_init(names);
}

void moot_names_clear(moot_names *names)
{
    if (names->slot_count > 0) {
        memset(names->slots, 0, names->slot_count * sizeof *names->slots);
    }
    names->count = 0;
    moot_arena_clear(&names->arena);
}

/* The slot of a text, or the free one in which it would stand. There is always a free one. */
static moot_name_slot *slot_of(const moot_names *names, const char *text, size_t len, uint32_t hash)
{
    size_t at = hash & (names->slot_count - 1);
    for (;; at = (at + 1) & (names->slot_count - 1)) {
        moot_name_slot *slot = &names->slots[at];
        if (slot->id == 0 || (slot->hash == hash && slot->len == (uint32_t)len &&
                              memcmp(names->texts[slot->id - 1], text, len) == 0)) {
            return slot;
        }
    }
}

int moot_names_findn(const moot_names *names, const char *text, size_t len)
{
    return names->count > 0 ? slot_of(names, text, len, hash_of(text, len))->id - 1 : -1;
}

int moot_names_find(const moot_names *names, const char *text)
{
    return names->count > 0 ? moot_names_findn(names, text, strlen(text)) : -1;
}

/* At most half full. */
static int make_room(moot_names *names)
{
    moot_names larger = *names;
    if (names->count < names->slot_count / 2) {
        return 1;
    }
    larger.slot_count = names->slot_count ? names->slot_count * 2 : FIRST_SLOTS;
    larger.slots = moot_calloc(larger.slot_count, sizeof *larger.slots);
    if (!larger.slots) {
        return 0;
    }
    for (size_t i = 0; i < names->slot_count; i++) {
        if (names->slots[i].id != 0) {
            size_t at = names->slots[i].hash & (larger.slot_count - 1);
            while (larger.slots[at].id != 0) {
                at = (at + 1) & (larger.slot_count - 1);
            }
            larger.slots[at] = names->slots[i];
        }
    }
    moot_free(names->slots);
    *names = larger;
    return 1;
}

int moot_names_addn(moot_names *names, const char *text, size_t len)
{
    uint32_t hash = hash_of(text, len);
    if (!make_room(names)) {
        return -1;
    }
    moot_name_slot *slot = slot_of(names, text, len, hash);
    if (slot->id != 0) {
        return slot->id - 1;
    }
    if (names->count >= INT_MAX - 1 ||
        !moot_grow((void **)&names->texts, &names->cap, names->count + 1, sizeof *names->texts)) {
        return -1;
    }
    char *copy = moot_arena_strn(&names->arena, text, len);
    if (!copy) {
        return -1;
    }
    names->texts[names->count++] = copy;
    slot->hash = hash;
    slot->len = (uint32_t)len;
    slot->id = (int32_t)names->count;
    return slot->id - 1;
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

size_t moot_names_bytes(const moot_names *names)
{
    return names->slot_count * sizeof *names->slots + names->cap * sizeof *names->texts;
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

static int is_letter(int32_t point)
{
    return point != ' ' && point != '_' && point != '-';
}

/* The next word of a text from `*at` on: where it begins, `*at` behind it; its length, 0 past the last. */
static int next_word(const folded *text, int *at, int *out_begin)
{
    while (*at < text->len && !is_letter(text->points[*at])) {
        ++*at;
    }
    *out_begin = *at;
    while (*at < text->len && is_letter(text->points[*at])) {
        ++*at;
    }
    return *at - *out_begin;
}

#define SHORTEST_WORD 4 /* "of" and "the" are in many names */

static int has_word(const folded *text, const int32_t *word, int len)
{
    int at = 0, begin, found;
    while ((found = next_word(text, &at, &begin)) > 0) {
        if (found == len && memcmp(text->points + begin, word, (size_t)len * sizeof *word) == 0) {
            return 1;
        }
    }
    return 0;
}

/* How many of the words of `a` are in `b`; 0 if that is not more than half of them. */
static int shared_words(const folded *a, const folded *b)
{
    int at = 0, begin, len, shared = 0, all = 0;
    while ((len = next_word(a, &at, &begin)) > 0) {
        all += len >= SHORTEST_WORD;
        shared += len >= SHORTEST_WORD && has_word(b, a->points + begin, len);
    }
    return shared * 2 > all ? shared : 0;
}

static const char *of_same_words(const folded *wanted, const char *const *names, size_t count)
{
    const char *nearest = NULL;
    int most = 0, least = 0; /* of the nearest: words that both have, letters more or fewer */
    for (size_t i = 0; i < count; i++) {
        folded name;
        if (!names[i]) {
            continue;
        }
        fold(names[i], &name);
        int shared = shared_words(wanted, &name);
        int gap = name.len > wanted->len ? name.len - wanted->len : wanted->len - name.len;
        if (shared > most || (shared > 0 && shared == most && gap < least)) {
            most = shared;
            least = gap;
            nearest = names[i];
        }
    }
    return nearest;
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
    return nearest ? nearest : of_same_words(&wanted, names, count);
}

const char *moot_names_nearest(const moot_names *names, const char *word)
{
    return moot_nearest(word, names->texts, names->count);
}
