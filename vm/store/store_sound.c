/* Whether a log that was read back can be folded: a page that a disk has spoilt, or a hand that
 * changed a number, must end in a sentence and not in a crash. SQLite's own check sees broken
 * pages, not numbers that are merely wrong. */
#include <string.h>

#include "vm/store/store_internal.h"

typedef struct counts {
    const moot_protocol *protocol;
    int32_t children;
    int32_t visits, clocks; /* that the fold has made so far */
} counts;

static int within(int32_t index, int32_t count)
{
    return index >= 0 && index < count;
}

static int or_none(int32_t index, int32_t count)
{
    return index == -1 || within(index, count);
}

/* What `ref` may be. */
static int sound_ref(const counts *k, const moot_entry *e)
{
    const moot_protocol *p = k->protocol;
    switch ((moot_what)e->what) {
    case MOOT_LOG_EVENT:
        return within(e->ref, p->events_count);
    case MOOT_LOG_SET:
        return e->ref == MOOT_SET_LEAD || within(e->ref, p->facts_count);
    case MOOT_LOG_FACT:
    case MOOT_LOG_DERIVED:
        return within(e->ref, p->facts_count);
    case MOOT_LOG_UNDECIDED: /* -1: a time is known too roughly */
        return e->ref == -1 || within(e->ref, p->facts_count);
    case MOOT_LOG_ENTER:
    case MOOT_LOG_ENTER_OPEN:
    case MOOT_LOG_LEAVE:
    case MOOT_LOG_STOP:
    case MOOT_LOG_SIGNED:
    case MOOT_LOG_DISPUTE:
        return within(e->ref, p->stages_count);
    case MOOT_LOG_CLOCK:
    case MOOT_LOG_MOVED:
    case MOOT_LOG_VERDICT:
        return within(e->ref, p->clocks_count);
    case MOOT_LOG_ACT:
        return within(e->ref, p->effects_count);
    case MOOT_LOG_PLACED:
        return or_none(e->ref, p->effects_count) && within((int32_t)e->value.a, MOOT_SOMEWHERE + 1);
    case MOOT_LOG_NOTICE:
        return within(e->ref, p->notices_count);
    case MOOT_LOG_ESCALATED:
        return within(e->ref, p->ladders_count);
    case MOOT_LOG_QUEUED:
    case MOOT_LOG_SESSION:
        return within(e->ref, p->panels_count);
    case MOOT_LOG_BROKEN:
    case MOOT_LOG_KEPT:
        return within(e->ref, p->invariants_count);
    case MOOT_LOG_COUNTED:
        return within(e->ref, p->measures_count);
    default:
        return 1;
    }
}

/* What `ref2`, `visit` and `clock` may be; counts what the entry makes. */
static int sound_place(counts *k, const moot_entry *e)
{
    switch ((moot_what)e->what) {
    case MOOT_LOG_ENTER:
        k->visits++;
        return 1;
    case MOOT_LOG_LEAVE:
        return within(e->visit, k->visits) && or_none(e->ref2, k->protocol->outcomes_count);
    case MOOT_LOG_STOP:
        return within(e->visit, k->visits);
    case MOOT_LOG_SIGNED:
        return or_none(e->visit, k->visits) && within(e->ref2, k->protocol->outcomes_count);
    case MOOT_LOG_CLOCK:
        k->clocks++;
        return within(e->ref2, MOOT_CLOCK_CANNOT_TELL + 1) && or_none(e->visit, k->visits);
    case MOOT_LOG_VERDICT:
        return within(e->clock, k->clocks) && within(e->ref2, MOOT_CLOCK_CANNOT_TELL + 1);
    case MOOT_LOG_MOVED:
        return within(e->clock, k->clocks);
    case MOOT_LOG_ACT:
        return or_none(e->clock, k->clocks) && within(e->ref2, MOOT_ACT_WAITING + 1);
    case MOOT_LOG_QUEUED:
        return within(e->visit, k->visits);
    case MOOT_LOG_SESSION:
        return or_none(e->visit, k->visits) && or_none(e->ref2, k->protocol->outcomes_count);
    case MOOT_LOG_ESCALATED:
        return or_none(e->visit, k->visits);
    default:
        return 1;
    }
}

static int sound_value(const counts *k, moot_value value)
{
    switch ((moot_type)value.type) {
    case MOOT_T_ONE_OF:
    case MOOT_T_CONSENT:
        return value.a >= 0 && value.a < (int64_t)k->protocol->symbols.count;
    case MOOT_T_PARTY:
        return value.a >= -1 && value.a < k->protocol->parties_count;
    default:
        return value.type <= MOOT_T_CONSENT;
    }
}

static int sound_always(const counts *k, const moot_entry *e, int32_t n)
{
    int32_t parties = k->protocol->parties_count;
    return e->n == n && e->what < MOOT_LOG_COUNT && or_none(e->child, k->children) &&
           e->cause >= 0 && e->cause <= n && or_none(e->who, parties) &&
           or_none(e->paid_by, parties) && sound_value(k, e->value);
}

/* Entries that no later one supersedes; NULL when memory ends. */
static uint8_t *superseded(const moot_entry *log, int32_t count)
{
    uint8_t *dead = moot_calloc((size_t)count + 1, 1);
    for (int32_t i = 0; dead && i < count; i++) {
        int32_t first = log[i].ref < 1 ? 1 : log[i].ref, last = log[i].ref2 > i ? i : log[i].ref2;
        if (log[i].what == MOOT_LOG_SUPERSEDES && last >= first) {
            memset(dead + first - 1, 1, (size_t)(last - first + 1));
        }
    }
    return dead;
}

int32_t moot_store__unsound(const moot_protocol *protocol, const moot_input *input,
                            const moot_entry *log, int32_t count)
{
    counts k = { .protocol = protocol, .children = input->child_count };
    uint8_t *dead = superseded(log, count);
    int32_t bad = dead ? 0 : -1;
    for (int32_t i = 0; dead && i < count && !bad; i++) {
        int good = sound_always(&k, &log[i], i + 1) && sound_ref(&k, &log[i]);
        if (good && !dead[i]) {
            good = sound_place(&k, &log[i]);
        }
        bad = good ? 0 : i + 1;
    }
    moot_free(dead);
    return bad;
}
