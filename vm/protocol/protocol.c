/* Building, sealing and asking a protocol. The tables are plain arrays (protocol.h); nothing here knows Lua. */
#include "vm/protocol/protocol.h"

#include <string.h>

#include "vm/protocol/protocol_index.h"
#include "vm/protocol/protocol_internal.h"

/* The states of a consent are the first symbols of every protocol, in the order in which a consent lives through them. */
static const char *const consent_states[] = { "not asked", "asked", "given", "refused", "withdrawn" };

void moot_decl_blank(moot_decl *decl)
{
    memset(decl, 0, sizeof *decl);
    decl->name = "";
    decl->clause = "";
    decl->file = "";
    decl->law = NULL;
    decl->in_force_from = MOOT_DAY_MIN;
    decl->in_force_to = MOOT_DAY_MAX;
}

/* ---- tables ---- */

/* Every table grows alike; the temporary keeps the pointer's type honest. */
#define X(type, table)                                                                                      \
    struct moot_##type *moot_protocol_add_##type(moot_protocol *protocol)                                   \
    {                                                                                                       \
        void *array = protocol->table;                                                                      \
        size_t count = (size_t)protocol->table##_count;                                                     \
        struct moot_##type *added;                                                                          \
        if (count >= protocol->table##_cap) {                                                               \
            if (count >= INT32_MAX / 2                                                                      \
                || !moot_grow(&array, &protocol->table##_cap, count + 1, sizeof *protocol->table)) {        \
                return NULL;                                                                                \
            }                                                                                               \
            protocol->table = array;                                                                        \
        }                                                                                                   \
        added = &protocol->table[count];                                                                    \
        memset(added, 0, sizeof *added);                                                                    \
        protocol->table##_count++;                                                                          \
        return added;                                                                                       \
    }
MOOT_PROTOCOL_TABLES(X)
#undef X

static void blank_owner(moot_owner *owner)
{
    memset(owner, 0, sizeof *owner);
    owner->kind = MOOT_OWNER_NONE;
    owner->fact = owner->reading = -1;
}

moot_stage *moot_protocol_blank_stage(moot_protocol *protocol)
{
    moot_stage *stage = moot_protocol_add_stage(protocol);
    if (stage != NULL) {
        moot_decl_blank(&stage->decl);
        blank_owner(&stage->owner);
        blank_owner(&stage->with);
        stage->on = stage->panel = stage->not_by = stage->ladder = -1;
        stage->when = MOOT_NO_COND;
    }
    return stage;
}

moot_outcome *moot_protocol_blank_outcome(moot_protocol *protocol)
{
    moot_outcome *outcome = moot_protocol_add_outcome(protocol);
    if (outcome != NULL) {
        moot_decl_blank(&outcome->decl);
        outcome->stage = outcome->on = outcome->after = outcome->counting_reading = -1;
        outcome->when = MOOT_NO_COND;
    }
    return outcome;
}

moot_clock_rule *moot_protocol_blank_clock(moot_protocol *protocol)
{
    moot_clock_rule *clock = moot_protocol_add_clock_rule(protocol);
    if (clock != NULL) {
        moot_decl_blank(&clock->decl);
        blank_owner(&clock->owner);
        clock->stage = clock->effect = clock->within = clock->from = clock->by = -1;
        clock->not_before = clock->every = clock->ends = clock->met_by = clock->counting_reading = clock->undated_reading = -1;
        clock->adds_up_since = -1;
        clock->when = MOOT_NO_COND;
    }
    return clock;
}

moot_effect *moot_protocol_blank_effect(moot_protocol *protocol)
{
    moot_effect *effect = moot_protocol_add_effect(protocol);
    if (effect != NULL) {
        moot_decl_blank(&effect->decl);
        effect->fact = effect->operand = effect->ladder = effect->party = effect->notice = -1;
        effect->entitlement = effect->paid_by = effect->ends = effect->consent = effect->clock = -1;
        effect->when = MOOT_NO_COND;
    }
    return effect;
}

moot_trigger *moot_protocol_blank_trigger(moot_protocol *protocol)
{
    moot_trigger *trigger = moot_protocol_add_trigger(protocol);
    if (trigger != NULL) {
        trigger->use = MOOT_USE_CHILD;
        trigger->use_id = trigger->ref = trigger->outcome = trigger->parent = -1;
        trigger->reading = trigger->param = -1;
    }
    return trigger;
}

moot_day moot_turns_on(const moot_protocol *protocol, const moot_facts *facts, const moot_trigger *turns, moot_day born)
{
    return turns->param >= 0 ? moot_param_birthday(&protocol->rules, facts, turns->param, born)
                             : moot_calendar_birthday(protocol->calendars[0], born, turns->ref);
}

int32_t moot_protocol_add_int(moot_protocol *protocol, int32_t value)
{
    void *array = protocol->ints;
    size_t count = (size_t)protocol->ints_count;
    if (count >= INT32_MAX / 2 || !moot_grow(&array, &protocol->ints_cap, count + 1, sizeof *protocol->ints)) {
        return -1;
    }
    protocol->ints = array;
    protocol->ints[count] = value;
    return protocol->ints_count++;
}

const char *moot_protocol_str(moot_protocol *protocol, const char *text)
{
    const char *shared = moot_protocol__shared_str(protocol, text);
    int id;
    if (shared != NULL) {
        return shared;
    }
    id = moot_names_add(&protocol->strings, text);
    return id >= 0 ? moot_names_text(&protocol->strings, id) : NULL;
}

/* ---- life ---- */

static int fill_new(moot_protocol *protocol, const char *id)
{
    moot_party *applicant;
    size_t i;
    for (i = 0; i < MOOT_COUNT(consent_states); i++) {
        if (moot_names_add(&protocol->symbols, consent_states[i]) < 0) {
            return 0;
        }
    }
    applicant = moot_protocol_add_party(protocol);
    protocol->id = moot_protocol_str(protocol, id);
    if (applicant == NULL || protocol->id == NULL) {
        return 0;
    }
    moot_decl_blank(&applicant->decl);
    applicant->decl.name = "applicant";
    applicant->kind = MOOT_PARTY_APPLICANT;
    applicant->service = applicant->cover = -1;
    return 1;
}

moot_code moot_protocol_new(const char *id, moot_protocol **out_protocol, moot_err *err)
{
    moot_protocol *protocol = moot_calloc(1, sizeof *protocol);
    if (protocol == NULL) {
        return moot_fail_memory(err);
    }
    moot_arena_init(&protocol->arena);
    moot_names_init(&protocol->symbols);
    moot_names_init(&protocol->strings);
    moot_decl_blank(&protocol->decl);
    protocol->council = "";
    protocol->file = "";
    protocol->effective_from = MOOT_DAY_MIN;
    protocol->effective_to = MOOT_DAY_MAX;
    protocol->dob_fact = protocol->leap_reading = -1;
    protocol->users = 1;
    if (!fill_new(protocol, id)) {
        moot_protocol_free(protocol);
        return moot_fail_memory(err);
    }
    *out_protocol = protocol;
    return MOOT_OK;
}

static int is_shared(const moot_protocol *protocol, int table)
{
    return (protocol->shared_tables >> table & 1U) != 0;
}

static void free_parts(moot_protocol *protocol)
{
    int32_t i;
    if (!protocol->shared_index) {
        moot_protocol_index_free(protocol->index);
    }
    for (i = 0; i < protocol->calendars_count && !protocol->shared_calendars; i++) {
        moot_calendar_free(protocol->calendars[i]);
    }
    if (!protocol->shared_calendars) {
        moot_free(protocol->calendars);
    }
    if (!protocol->shared_zone) {
        moot_zone_free((moot_zone *)(uintptr_t)protocol->zone); /* const for readers, ours to free */
    }
    moot_protocol__free_tables(protocol);
    moot_protocol__free_folds(protocol->folds);
    if (!protocol->shared_symbols) {
        moot_names_done(&protocol->symbols);
    }
}

/* Whoever is like it keeps it; a variant is like one that is like none, so this is one step deep. */
void moot_protocol_free(moot_protocol *protocol)
{
    while (protocol != NULL && --protocol->users == 0) {
        moot_protocol *like = protocol->like;
        free_parts(protocol);
        moot_names_done(&protocol->strings);
        moot_free(protocol->digests != NULL ? protocol->digests->rows : NULL);
        moot_free(protocol->digests);
        moot_arena_done(&protocol->arena);
        moot_free(protocol);
        protocol = like;
    }
}

/* ---- sealing ---- */

/* A trigger tree has one root, so each child has one parent. */
static moot_code link_triggers(moot_protocol *protocol, moot_err *err)
{
    int32_t t, i;
    for (t = 0; t < protocol->triggers_count; t++) {
        moot_span span = protocol->triggers[t].children;
        for (i = 0; i < span.count; i++) {
            moot_trigger *child = &protocol->triggers[moot_span_at(protocol, span, i)];
            if (child->parent >= 0 || child->use != MOOT_USE_CHILD) {
                (void)moot_fail(err, MOOT_EDATA, "a trigger belongs to two places; each place needs its own");
                return moot_err_at(err, protocol->file, child->line, 0);
            }
            child->parent = t;
        }
    }
    return MOOT_OK;
}

static moot_code link_params(moot_protocol *protocol, moot_err *err)
{
    int32_t i, *first = moot_arena_array(&protocol->arena, (size_t)protocol->params_count + 1, sizeof *first);
    int32_t next = 0;
    if (first == NULL) {
        return moot_fail_memory(err);
    }
    for (i = 0; i < protocol->params_count; i++) {
        const moot_param *param = &protocol->params[i];
        if (param->steps.first != next || param->steps.count < 1) {
            return moot_fail(err, MOOT_EDATA, "param \"%s\" has no dated figure of its own", param->decl.name);
        }
        first[i] = next;
        next += param->steps.count;
    }
    first[i] = next;
    protocol->rules.param_first = first;
    return MOOT_OK;
}

static moot_code link_facts(moot_protocol *protocol, moot_err *err)
{
    moot_fact_rule *rules = moot_arena_array(&protocol->arena, (size_t)protocol->facts_count + 1, sizeof *rules);
    int32_t i;
    if (rules == NULL) {
        return moot_fail_memory(err);
    }
    for (i = 0; i < protocol->facts_count; i++) {
        const moot_fact *fact = &protocol->facts[i];
        rules[i].type = fact->type;
        rules[i].per_child = fact->per_child;
        rules[i].presumed = fact->presumed;
    }
    protocol->rules.facts = rules;
    return MOOT_OK;
}

/* Whether the facts of the one that it is like do, although not all that is said of them is the same. */
static int same_fact_rules(const moot_protocol *protocol)
{
    const moot_protocol *like = protocol->like;
    int32_t i;
    if (like == NULL || protocol->facts_count != like->facts_count) {
        return 0;
    }
    for (i = 0; i < protocol->facts_count; i++) {
        const moot_fact *one = &protocol->facts[i], *other = &like->facts[i];
        if (one->type != other->type || one->per_child != other->per_child
            || memcmp(&one->presumed, &other->presumed, sizeof one->presumed) != 0) {
            return 0;
        }
    }
    return 1;
}

static moot_code link_calendars(moot_protocol *protocol, moot_err *err)
{
    const moot_calendar **list =
        moot_arena_array(&protocol->arena, (size_t)protocol->calendars_count + 1, sizeof *list);
    int32_t i;
    if (list == NULL) {
        return moot_fail_memory(err);
    }
    for (i = 0; i < protocol->calendars_count; i++) {
        list[i] = protocol->calendars[i];
    }
    protocol->rules.calendars = list;
    return MOOT_OK;
}

moot_code moot_protocol_freeze(moot_protocol *protocol, moot_err *err)
{
    moot_code code;
    if (protocol->frozen) {
        return MOOT_OK;
    }
    if ((code = link_triggers(protocol, err)) != MOOT_OK) {
        return code;
    }
    moot_protocol__share(protocol);
    if (protocol->like != NULL) {
        protocol->rules = protocol->like->rules; /* what is made anew follows */
    }
    if ((!is_shared(protocol, MOOT_TABLE_params) && (code = link_params(protocol, err)) != MOOT_OK)
        || (!same_fact_rules(protocol) && (code = link_facts(protocol, err)) != MOOT_OK)
        || (!protocol->shared_calendars && (code = link_calendars(protocol, err)) != MOOT_OK)) {
        return code;
    }
    protocol->rules.nodes = protocol->nodes;
    protocol->rules.operands = protocol->operands;
    protocol->rules.steps = protocol->steps;
    if (protocol->like != NULL && moot_protocol__same_index(protocol)) {
        protocol->index = protocol->like->index;
        protocol->shared_index = 1;
    } else {
        code = moot_protocol_index_build(protocol, err);
    }
    if (code != MOOT_OK || (code = moot_protocol__hash(protocol, err)) != MOOT_OK) {
        return code;
    }
    protocol->frozen = 1;
    return MOOT_OK;
}

/* ---- asking ---- */

/* A protocol has tens of names of a kind and most differ in their first letter, so a walk is as quick as a table. A
 * nameless reaction is found by nobody. */
#define FIND(what, table)                                                        \
    int32_t moot_find_##what(const moot_protocol *protocol, const char *name)    \
    {                                                                            \
        int32_t i;                                                               \
        for (i = 0; i < protocol->table##_count; i++) {                          \
            if (name[0] != '\0' && strcmp(protocol->table[i].decl.name, name) == 0) { \
                return i;                                                        \
            }                                                                    \
        }                                                                        \
        return -1;                                                               \
    }
FIND(party, parties)
FIND(fact, facts)
FIND(event, events)
FIND(stage, stages)
FIND(clock, clocks)
FIND(notice, notices)
FIND(panel, panels)
FIND(ladder, ladders)
FIND(entitlement, entitlements)
FIND(quota, quotas)
FIND(measure, measures)
FIND(helper, helpers)
#undef FIND

int32_t moot_find_law(const moot_protocol *protocol, const char *id)
{
    int32_t i;
    for (i = 0; id != NULL && i < protocol->laws_count; i++) {
        if (strcmp(protocol->laws[i].decl.name, id) == 0) {
            return i;
        }
    }
    return -1;
}

int32_t moot_helper_of(const moot_protocol *protocol, int32_t fact)
{
    for (int32_t h = 0; h < protocol->helpers_count; h++) {
        for (int32_t i = 0; i < protocol->helpers[h].outputs.count; i++) {
            if (moot_span_at(protocol, protocol->helpers[h].outputs, i) == fact) {
                return h;
            }
        }
    }
    return -1;
}

const char *moot_fact_ask(const moot_protocol *protocol, int32_t fact)
{
    const moot_fact *f = &protocol->facts[fact];
    if (f->ask) {
        return f->ask;
    }
    if (f->decision >= 0) {
        return "nobody can say: no row of the decision holds, so the text has no rule for this case";
    }
    if (moot_helper_of(protocol, fact) >= 0) {
        return "nobody can say: the helper gives nothing for this case";
    }
    return f->source == MOOT_FACT_SET ? "nobody is asked: the protocol sets it, and has not yet" : NULL;
}

int32_t moot_find_outcome(const moot_protocol *protocol, int32_t stage, const char *name)
{
    moot_span span = protocol->stages[stage].outcomes;
    int32_t i;
    for (i = span.first; i < span.first + span.count; i++) {
        if (strcmp(protocol->outcomes[i].decl.name, name) == 0) {
            return i;
        }
    }
    return -1;
}

int32_t moot_owner_count(const moot_owner *owner)
{
    return owner->kind == MOOT_OWNER_ALL || owner->kind == MOOT_OWNER_ANY ? owner->parties.count : 0;
}

