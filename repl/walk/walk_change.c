/* What changed, as a screen tells it: an entry a line, but where many of one kind come at once a line that counts them and
 * names the first: the log has them all. JSON tells each. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "repl/walk/tell.h"
#include "repl/walk/walk_internal.h"

#define EACH_MOST 3   /* of a kind, that are told one by one, and that are named of more */
#define ACT_ENTRIES 4 /* that one act makes in a row: it starts, is called for, is met, is done */

static int starts_with_date(const moot_entry *entry)
{
    return entry->due.lo != MOOT_NEVER;
}

/* ---- kinds ---- */

/* kind, what is said of so many of them */
#define KINDS(X)                                                                       \
    X(NONE, "")                                                                        \
    X(FACTS, " facts follow, or no rule decides them; log tells them")                 \
    X(UNKNOWN, "")                                                                     \
    X(STARTS, "")                                                                      \
    X(BEGINS, " stages begin: ")                                                       \
    X(ENDS, " stages end: ")                                                           \
    X(LATE, " deadlines are late: ")                                                   \
    X(MET, " deadlines are met: ")

typedef enum kind {
#define X(name, says) KIND_##name,
    KINDS(X)
#undef X
    KIND_COUNT
} kind;
_Static_assert(KIND_COUNT == WALK_CHANGE_KINDS, "changes has room for each kind");

static const char *const kind_says[] = {
#define X(name, says) says,
    KINDS(X)
#undef X
};

/* A stage that does nothing but tell something: nothing else on the screen does, so it is no one of many. */
static int only_tells(const moot_walk *walk, const moot_entry *entry)
{
    const moot_stage *stage = &walk->protocol->stages[entry->ref];
    return stage->effects_only && stage->block.count == 0 && stage->clocks.count == 0;
}

static kind kind_of(const moot_walk *walk, const moot_entry *entry)
{
    switch (entry->what) {
    case MOOT_LOG_DERIVED: return KIND_FACTS;
    case MOOT_LOG_GAP: return entry->visit < 0 ? KIND_FACTS : KIND_NONE;
    case MOOT_LOG_UNDECIDED: return entry->ref < 0 ? KIND_NONE : KIND_UNKNOWN;
    case MOOT_LOG_CLOCK: return KIND_STARTS;
    case MOOT_LOG_ENTER: return only_tells(walk, entry) ? KIND_NONE : KIND_BEGINS;
    case MOOT_LOG_LEAVE: return KIND_ENDS;
    case MOOT_LOG_VERDICT:
        return entry->ref2 == MOOT_CLOCK_LATE ? KIND_LATE : entry->ref2 == MOOT_CLOCK_MET ? KIND_MET : KIND_NONE;
    default: return KIND_NONE;
    }
}

/* A deadline that starts without a date, and has one before the moment is over. */
static int is_dated_at_once(const moot_walk *walk, int32_t i)
{
    const moot_entry *entry = &walk->c.log[i];
    if (entry->what != MOOT_LOG_CLOCK || entry->clock < 0 || entry->due.lo != MOOT_NEVER) {
        return 0;
    }
    for (int32_t k = i + 1; k < walk->c.log_count && walk->c.log[k].at.lo == entry->at.lo; k++) {
        const moot_entry *later = &walk->c.log[k];
        if (later->what == MOOT_LOG_MOVED && later->clock == entry->clock) {
            return later->due.lo != MOOT_NEVER;
        }
    }
    return 0;
}

int walk_done_at_once(const moot_walk *walk, int32_t i)
{
    const moot_entry *entry = &walk->c.log[i];
    if (is_dated_at_once(walk, i)) {
        return 1;
    }
    int early = entry->what == MOOT_LOG_CLOCK || entry->what == MOOT_LOG_ACT || entry->what == MOOT_LOG_VERDICT;
    if (!early || entry->clock < 0) {
        return 0;
    }
    for (int32_t k = i + 1; k < walk->c.log_count && k <= i + ACT_ENTRIES; k++) {
        const moot_entry *later = &walk->c.log[k];
        if (later->what == MOOT_LOG_ACT && later->clock == entry->clock && later->at.lo == entry->at.lo) {
            return later->ref2 == MOOT_ACT_IS_DONE || walk_done_at_once(walk, k);
        }
    }
    return 0;
}

/* Is the i-th entry one of the kind that is told? */
static int is_of(const changes *all, int32_t i, kind k)
{
    return kind_of(all->walk, &all->walk->c.log[i]) == k && !walk_done_at_once(all->walk, i);
}

/* ---- a line for many ---- */

static const char *name_of(const moot_walk *walk, const moot_entry *entry)
{
    int is_stage = entry->what == MOOT_LOG_ENTER || entry->what == MOOT_LOG_LEAVE;
    return is_stage ? walk->protocol->stages[entry->ref].decl.name : walk->protocol->clocks[entry->ref].decl.name;
}

static void tell_one(const changes *all, const moot_entry *entry, moot_buf *out)
{
    char due[160];
    const moot_walk *walk = all->walk;
    moot_buf_str(out, name_of(walk, entry));
    if (entry->child >= 0) {
        moot_buf_printf(out, ", child %s", moot_result_child(&walk->c, entry->child));
    }
    if (entry->what == MOOT_LOG_CLOCK) {
        moot_buf_printf(out, " by %s", moot_when_text(walk->protocol->zone, entry->due, due, sizeof due));
    }
    moot_tell_clause(walk->protocol, moot_entry_clause(entry), out);
}

/* The first of a kind, in the order of the log. */
static void tell_first(const changes *all, int32_t from, kind k, moot_buf *out)
{
    int told = 0;
    for (int32_t i = from; i < all->end && told < EACH_MOST; i++) {
        if (is_of(all, i, k)) {
            moot_buf_str(out, told++ ? "; " : "");
            tell_one(all, &all->walk->c.log[i], out);
        }
    }
    moot_buf_printf(out, "; and %" PRId32 " more; log tells them", all->counts[k] - told);
}

/* The one that is due next after `last` (NULL: of all). */
static const moot_entry *next_due(const changes *all, int32_t from, const moot_entry *last)
{
    const moot_entry *best = NULL;
    for (int32_t i = from; i < all->end; i++) {
        const moot_entry *entry = &all->walk->c.log[i];
        int later = !last || entry->due.hi > last->due.hi || (entry->due.hi == last->due.hi && entry->n > last->n);
        if (later && is_of(all, i, KIND_STARTS) && starts_with_date(entry) && (!best || entry->due.hi < best->due.hi)) {
            best = entry;
        }
    }
    return best;
}

static void tell_starts(const changes *all, int32_t from, moot_buf *out)
{
    int32_t dated = 0, acts = 0;
    for (int32_t i = from; i < all->end; i++) {
        if (is_of(all, i, KIND_STARTS)) {
            const moot_entry *entry = &all->walk->c.log[i];
            dated += starts_with_date(entry);
            acts += all->walk->protocol->clocks[entry->ref].effect >= 0;
        }
    }
    int32_t count = all->counts[KIND_STARTS];
    moot_buf_printf(out, "%" PRId32 " deadlines%s start", count, acts ? " and acts" : "");
    if (dated < count) {
        moot_buf_printf(out, dated ? ", %" PRId32 " without a date" : ", none with a date", count - dated);
    }
    const moot_entry *entry = NULL;
    for (int told = 0; told < EACH_MOST && (entry = next_due(all, from, entry)) != NULL; told++) {
        moot_buf_str(out, told ? "; " : ": ");
        tell_one(all, entry, out);
    }
    moot_buf_str(out, "; due tells all");
}

static int by_address(const void *a, const void *b)
{
    const moot_decl *one = *(const moot_decl *const *)a, *other = *(const moot_decl *const *)b;
    return (one > other) - (one < other);
}

/* How many facts are not known, and how many things wait for them. */
static void tell_unknown(changes *all, int32_t from, moot_buf *out)
{
    moot_walk *walk = all->walk;
    uint8_t *seen = moot_arena_array(&walk->scratch, (size_t)walk->protocol->facts_count + 1, 1);
    const moot_decl **waits = moot_arena_array(&walk->scratch, (size_t)all->counts[KIND_UNKNOWN], sizeof *waits);
    int32_t facts = 0, count = 0, things = 0;
    if (!seen || !waits) {
        all->failed = 1;
        return;
    }
    memset(seen, 0, (size_t)walk->protocol->facts_count + 1);
    for (int32_t i = from; i < all->end; i++) {
        const moot_entry *entry = &walk->c.log[i];
        if (is_of(all, i, KIND_UNKNOWN)) {
            facts += !seen[entry->ref];
            seen[entry->ref] = 1;
            waits[count++] = entry->decl;
        }
    }
    qsort(waits, (size_t)count, sizeof *waits, by_address);
    for (int32_t i = 0; i < count; i++) {
        things += i == 0 || waits[i] != waits[i - 1];
    }
    moot_buf_printf(out, "%" PRId32 " %s not known, and %" PRId32 " %s for %s; needs tells them", facts,
                    facts == 1 ? "fact is" : "facts are", things, things == 1 ? "rule waits" : "rules wait",
                    facts == 1 ? "it" : "them");
}

static void tell_many(changes *all, int32_t from, kind k, moot_buf *out)
{
    if (k == KIND_STARTS) {
        tell_starts(all, from, out);
    } else if (k == KIND_UNKNOWN) {
        tell_unknown(all, from, out);
    } else {
        moot_buf_printf(out, "%" PRId32 "%s", all->counts[k], kind_says[k]);
        if (k != KIND_FACTS) {
            tell_first(all, from, k, out);
        }
    }
}

/* ---- all ---- */

void walk_changes(moot_walk *walk, changes *all)
{
    *all = (changes){ .walk = walk, .at = walk_shown(walk), .end = walk->c.log_count };
    for (int32_t i = all->at; i < all->end && walk->mode != MOOT_WALK_JSON; i++) {
        all->counts[kind_of(walk, &walk->c.log[i])] += !walk_done_at_once(walk, i);
    }
}

const moot_entry *walk_next_change(changes *all, moot_buf *out, const char **out_clause)
{
    while (all->at < all->end) {
        int32_t i = all->at++;
        const moot_entry *entry = &all->walk->c.log[i];
        kind k = kind_of(all->walk, entry);
        int many = k != KIND_NONE && all->counts[k] > EACH_MOST;
        if ((many && all->told[k]) || (all->walk->mode != MOOT_WALK_JSON && walk_done_at_once(all->walk, i))) {
            continue;
        }
        all->told[k] = (uint8_t)many;
        *out_clause = many ? NULL : moot_entry_clause(entry);
        if (many) {
            tell_many(all, i, k, out);
        } else {
            moot_tell_sentence(&all->walk->c, entry, out);
        }
        return entry;
    }
    return NULL;
}

/* ---- what is gone ---- */

#define GONE_MOST 6 /* that are told one by one */

int walk_tail_take(walk_tail *tail, moot_walk *walk)
{
    moot_buf line;
    int whole = 1;
    *tail = (walk_tail){ .end = walk_log_count(walk) };
    tail->from = tail->end > WALK_TAIL ? tail->end - WALK_TAIL : 0;
    moot_buf_init(&line);
    for (int32_t i = tail->from; i < tail->end && whole; i++) {
        kind k = kind_of(walk, &walk->c.log[i]);
        if (k == KIND_FACTS || k == KIND_UNKNOWN || walk_done_at_once(walk, i)) {
            continue;
        }
        moot_buf_clear(&line);
        moot_tell_line(&walk->c, &walk->c.log[i], 2, &line);
        tail->lines[i - tail->from] = walk_keep(walk, moot_buf_text(&line));
        whole = tail->lines[i - tail->from] != NULL && moot_buf_ok(&line);
    }
    moot_buf_done(&line);
    return whole;
}

void walk_tail_gone(const walk_tail *tail, const moot_walk *walk, moot_buf *out)
{
    int told = 0, more = 0;
    for (int32_t i = walk->shown_count > tail->from ? walk->shown_count : tail->from; i < tail->end; i++) {
        const char *line = tail->lines[i - tail->from];
        if (line && told < GONE_MOST) {
            moot_buf_printf(out, "%s%s", told++ ? "" : "Gone with it:\n", line);
        } else {
            more += line != NULL;
        }
    }
    if (more || (told && walk->shown_count < tail->from)) {
        moot_buf_printf(out, walk->shown_count < tail->from ? "  and many more\n" : "  and %d more\n", more);
    }
}
