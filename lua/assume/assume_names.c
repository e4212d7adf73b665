/* The names that an assumption may be about, and what is said of one that nobody has. */
#include <stdio.h>
#include <string.h>

#include "lua/assume/assume_internal.h"
#include "vm/base/names.h"
#include "vm/base/text.h"

void moot_assume__unknown(moot_binder *b, const moot_node *at, const char *said, const char *name, const char *const *names,
                          size_t count)
{
    const char *near = names ? moot_nearest(name, names, count) : NULL;
    if (near) {
        moot_compile__fail(&b->c, at, "%s; did you mean \"%s\"?", said, near);
    } else if (names) {
        moot_compile__choices(&b->c, at, said, names, count);
    } else {
        moot_compile__no_memory(&b->c);
    }
}

/* The name of the i-th thing of a kind; NULL past the last, "" where it is of another kind. */
static const char *name_at(const moot_protocol *p, int kind, int32_t i)
{
    switch ((moot_assumed_kind)kind) {
    case MOOT_ASSUMED_STAGE: return i < p->stages_count ? p->stages[i].decl.name : NULL;
    case MOOT_ASSUMED_ACT:
    case MOOT_ASSUMED_DEADLINE:
        return i >= p->clocks_count                                              ? NULL
               : (p->clocks[i].effect >= 0) == (kind == MOOT_ASSUMED_ACT) ? p->clocks[i].decl.name
                                                                                 : "";
    case MOOT_ASSUMED_EVENT:
    case MOOT_ASSUMED_ARRIVALS: return i < p->events_count ? p->events[i].decl.name : NULL;
    case MOOT_ASSUMED_FACT:
    case MOOT_ASSUMED_CONSENT:
        return i >= p->facts_count                                                        ? NULL
               : (p->facts[i].type == MOOT_T_CONSENT) == (kind == MOOT_ASSUMED_CONSENT) ? p->facts[i].decl.name
                                                                                          : "";
    case MOOT_ASSUMED_PANEL: return i < p->panels_count ? p->panels[i].decl.name : NULL;
    case MOOT_ASSUMED_QUOTA: return i < p->quotas_count ? p->quotas[i].decl.name : NULL;
    case MOOT_ASSUMED_ROLE:
        return i >= p->parties_count                          ? NULL
               : p->parties[i].kind == MOOT_PARTY_ROLE ? p->parties[i].decl.name
                                                              : "";
    case MOOT_ASSUMED_HOMES:
        return i >= p->effects_count                                        ? NULL
               : p->effects[i].verb == MOOT_PLACE && p->effects[i].text ? p->effects[i].text
                                                                        : "";
    case MOOT_ASSUMED_KIND_COUNT: break;
    }
    return NULL;
}

int32_t moot_assume__index(const moot_protocol *p, int kind, const char *name)
{
    const char *this;
    for (int32_t i = 0; (this = name_at(p, kind, i)) != NULL; i++) {
        if (*this && strcmp(this, name) == 0) {
            return i;
        }
    }
    return -1;
}

/* What it is of another kind, so that the writer need not guess: act or deadline, fact or consent. */
static const char *other_field(const moot_protocol *p, int kind, const char *name)
{
    static const uint8_t others[][2] = { { MOOT_ASSUMED_ACT, MOOT_ASSUMED_DEADLINE }, { MOOT_ASSUMED_FACT, MOOT_ASSUMED_CONSENT },
                                         { MOOT_ASSUMED_STAGE, MOOT_ASSUMED_DEADLINE }, { MOOT_ASSUMED_STAGE, MOOT_ASSUMED_PANEL } };
    for (size_t i = 0; i < MOOT_COUNT(others); i++) {
        for (int k = 0; k < 2; k++) {
            if (others[i][k] == kind && moot_assume__index(p, others[i][1 - k], name) >= 0) {
                return moot_assumed_kind_text(others[i][1 - k]);
            }
        }
    }
    return NULL;
}

static void refuse_name(moot_binder *b, int kind, const moot_node *at, const char *name)
{
    const char *what = kind == MOOT_ASSUMED_HOMES ? "place" : kind == MOOT_ASSUMED_ARRIVALS ? "event" : moot_assumed_kind_text(kind);
    const char *other = other_field(b->protocol, kind, name), *this;
    char said[300], clipped[160];
    moot_text_clip(name, clipped, sizeof clipped);
    if (other) {
        moot_compile__fail(&b->c, at, "\"%s\" is no %s; write %s = \"%s\"", clipped, what, other, clipped);
        return;
    }
    size_t count = 0;
    int32_t all = 0;
    while (name_at(b->protocol, kind, all)) {
        all++;
    }
    const char **names = moot_arena_array(&b->c.scratch, (size_t)all + 1, sizeof *names);
    for (int32_t i = 0; names && (this = name_at(b->protocol, kind, i)) != NULL; i++) {
        int again = 0;
        for (size_t k = 0; k < count; k++) {
            again |= strcmp(names[k], this) == 0;
        }
        if (*this && !again) {
            names[count++] = this;
        }
    }
    snprintf(said, sizeof said, "no %s of %s is called \"%s\"", what, b->protocol->id, clipped);
    moot_assume__unknown(b, at, said, name, names, count);
}

int32_t moot_assume__find(moot_binder *b, int kind, const moot_node *value)
{
    const char *name = value->name;
    if (!name) {
        moot_compile__fail(&b->c, value, "name it in \"quotes\"");
        return -1;
    }
    int32_t index = moot_assume__index(b->protocol, kind, name);
    if (index < 0 && b->baseline && moot_assume__index(b->baseline, kind, name) >= 0) {
        b->out->aside++;
    } else if (index < 0) {
        refuse_name(b, kind, value, name);
    }
    return index;
}
