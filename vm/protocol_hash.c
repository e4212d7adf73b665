/* The content hash of a protocol: what it says, not how its file looks. Each table is walked in order; each element
 * gives its fields one by one, never its bytes, so that padding, pointers and line numbers stay out. */
#include <string.h>

#include "vm/hash.h"
#include "vm/protocol_internal.h"

/* Changes when the shape of what is hashed changes, so that old hashes are never mistaken for new ones. */
#define HASH_SHAPE "moot protocol 4"

static void add_str(moot_sha *sha, const char *text)
{
    moot_sha_int(sha, text != NULL); /* "not given" differs from "" */
    moot_sha_str(sha, text != NULL ? text : "");
}

static void add_decl(moot_sha *sha, const moot_decl *decl)
{
    add_str(sha, decl->name);
    add_str(sha, decl->clause);
    add_str(sha, decl->law);
    add_str(sha, decl->open);
    moot_sha_int(sha, decl->in_force_from);
    moot_sha_int(sha, decl->in_force_to);
}

static void add_span(moot_sha *sha, moot_span span)
{
    moot_sha_int(sha, span.first);
    moot_sha_int(sha, span.count);
}

static void add_value(moot_sha *sha, const moot_value *value)
{
    moot_sha_int(sha, value->type);
    moot_sha_int(sha, value->a);
    moot_sha_int(sha, value->b);
    add_str(sha, value->text);
}

static void add_duration(moot_sha *sha, moot_duration duration)
{
    moot_sha_int(sha, duration.count);
    moot_sha_int(sha, duration.unit);
}

static void add_owner(moot_sha *sha, const moot_owner *owner)
{
    moot_sha_int(sha, owner->kind);
    moot_sha_int(sha, owner->fact);
    moot_sha_int(sha, owner->reading);
    add_span(sha, owner->parties);
}

#define INT(field) moot_sha_int(sha, x->field)
#define STR(field) add_str(sha, x->field)

static void add_law(moot_sha *sha, const moot_law *x)
{
    add_decl(sha, &x->decl);
    STR(act);
    STR(title);
    STR(link);
    INT(mark);
    INT(as_at);
}

static void add_party(moot_sha *sha, const moot_party *x)
{
    add_decl(sha, &x->decl);
    INT(kind);
    INT(service);
    INT(cover);
}

static void add_fact(moot_sha *sha, const moot_fact *x)
{
    add_decl(sha, &x->decl);
    INT(type);
    INT(source);
    INT(per_child);
    INT(common);
    INT(min);
    INT(max);
    add_span(sha, x->options);
    STR(ask);
    STR(because);
    add_value(sha, &x->presumed);
    INT(overridden_by);
    INT(decision);
}

static void add_event(moot_sha *sha, const moot_event *x)
{
    add_decl(sha, &x->decl);
    INT(common);
}

static void add_row(moot_sha *sha, const moot_row *x)
{
    INT(when);
    INT(value);
    STR(clause);
}

static void add_decision(moot_sha *sha, const moot_decision *x)
{
    add_decl(sha, &x->decl);
    INT(fact);
    INT(hit);
    INT(at_moment);
    add_span(sha, x->rows);
}

static void add_param(moot_sha *sha, const moot_param *x)
{
    add_decl(sha, &x->decl);
    INT(type);
    add_span(sha, x->steps);
}

static void add_param_step(moot_sha *sha, const moot_param_step *x)
{
    INT(from);
    add_value(sha, &x->value);
}

static void add_reading(moot_sha *sha, const moot_reading *x)
{
    add_decl(sha, &x->decl);
    add_span(sha, x->options);
    INT(chosen);
    STR(against);
}

static void add_operand(moot_sha *sha, const moot_operand *x)
{
    INT(kind);
    INT(ref);
    INT(reading);
    add_value(sha, &x->value);
}

static void add_cond_node(moot_sha *sha, const moot_cond_node *x)
{
    INT(kind);
    INT(subject);
    INT(test);
    INT(spell);
    INT(spells.which);
    INT(spells.longer);
    INT(spells.lasting);
    INT(spells.follows);
    INT(ref);
    INT(next);
    INT(first);
    INT(count);
    INT(calendar);
    INT(from);
    INT(to);
}

static void add_shift(moot_sha *sha, const moot_shift *x)
{
    INT(operand);
    INT(sign);
    INT(counting);
    INT(counting_reading);
}

static void add_trigger(moot_sha *sha, const moot_trigger *x)
{
    INT(kind);
    INT(use);
    INT(use_id);
    INT(ref);
    INT(outcome);
    INT(reading);
    add_span(sha, x->children);
    add_span(sha, x->shifts);
}

static void add_effect(moot_sha *sha, const moot_effect *x)
{
    add_decl(sha, &x->decl);
    INT(verb);
    add_span(sha, x->stages);
    STR(text);
    INT(fact);
    INT(operand);
    INT(ladder);
    INT(party);
    INT(notice);
    INT(entitlement);
    INT(paid_by);
    STR(provider);
    INT(ends);
    INT(when);
    INT(consent);
    INT(clock);
}

static void add_stage(moot_sha *sha, const moot_stage *x)
{
    add_decl(sha, &x->decl);
    add_owner(sha, &x->owner);
    add_owner(sha, &x->with);
    INT(on);
    INT(when);
    STR(duty);
    INT(panel);
    INT(not_by);
    INT(ladder);
    INT(per_child);
    INT(effects_only);
    add_span(sha, x->block);
    add_span(sha, x->outcomes);
    add_span(sha, x->clocks);
}

static void add_outcome(moot_sha *sha, const moot_outcome *x)
{
    add_decl(sha, &x->decl);
    INT(stage);
    INT(when);
    INT(on);
    INT(after);
    INT(counting);
    INT(counting_reading);
    INT(voids);
    INT(meets);
    add_span(sha, x->block);
}

static void add_clock_rule(moot_sha *sha, const moot_clock_rule *x)
{
    add_decl(sha, &x->decl);
    INT(stage);
    INT(effect);
    add_owner(sha, &x->owner);
    INT(within);
    INT(counting);
    INT(counting_reading);
    INT(from);
    INT(by);
    INT(not_before);
    INT(every);
    INT(ends);
    INT(met_by);
    INT(when);
    INT(outlives);
    add_span(sha, x->late);
}

static void add_content(moot_sha *sha, const moot_content *x)
{
    INT(kind);
    INT(ref);
    STR(text);
}

static void add_notice(moot_sha *sha, const moot_notice *x)
{
    add_decl(sha, &x->decl);
    STR(title);
    add_span(sha, x->contents);
}

static void add_invariant(moot_sha *sha, const moot_invariant *x)
{
    add_decl(sha, &x->decl);
    INT(never);
    INT(nightly);
    INT(that);
}

static void add_panel(moot_sha *sha, const moot_panel *x)
{
    add_decl(sha, &x->decl);
    add_duration(sha, x->every);
    INT(first);
    INT(at_second);
    INT(places);
    add_duration(sha, x->cut_off);
    INT(chair);
    add_span(sha, x->members);
}

static void add_level(moot_sha *sha, const moot_level *x)
{
    add_owner(sha, &x->owner);
    INT(within);
    add_span(sha, x->block);
    STR(clause);
}

static void add_ladder(moot_sha *sha, const moot_ladder *x)
{
    add_decl(sha, &x->decl);
    add_span(sha, x->levels);
}

static void add_entitlement(moot_sha *sha, const moot_entitlement *x)
{
    add_decl(sha, &x->decl);
    INT(pence);
    INT(payee);
    INT(paid_by);
    add_duration(sha, x->lasts);
    INT(quota);
}

static void add_quota(moot_sha *sha, const moot_quota *x)
{
    add_decl(sha, &x->decl);
    INT(limit);
    INT(per);
}

static void add_measure(moot_sha *sha, const moot_measure *x)
{
    add_decl(sha, &x->decl);
    INT(count);
    INT(share);
    INT(per);
    INT(split);
    INT(target);
}

static void add_helper(moot_sha *sha, const moot_helper *x)
{
    add_decl(sha, &x->decl);
    add_span(sha, x->inputs);
    add_span(sha, x->outputs);
    INT(known);
    INT(per_child);
    STR(code);
}

static void add_not_run(moot_sha *sha, const moot_not_run *x)
{
    add_decl(sha, &x->decl);
    STR(because);
}

/* ---- the whole ---- */

/* One table's digest: that of the other protocol if the table is. */
#define X(type, table)                                                                                      \
    static int hash_##table(const moot_protocol *protocol, char out[65])                                    \
    {                                                                                                       \
        moot_sha *sha = moot_sha_new();                                                                     \
        int32_t i;                                                                                          \
        if (sha == NULL) {                                                                                  \
            return 0;                                                                                       \
        }                                                                                                   \
        moot_sha_int(sha, protocol->table##_count);                                                         \
        for (i = 0; i < protocol->table##_count; i++) {                                                     \
            add_##type(sha, &protocol->table[i]);                                                           \
        }                                                                                                   \
        moot_sha_take(sha, out);                                                                            \
        return 1;                                                                                           \
    }
MOOT_PROTOCOL_RULES(X)
#undef X

static int hash_ints(const moot_protocol *protocol, char out[65])
{
    moot_sha *sha = moot_sha_new();
    int32_t i;
    if (sha == NULL) {
        return 0;
    }
    for (i = 0; i < protocol->ints_count; i++) {
        moot_sha_int(sha, protocol->ints[i]);
    }
    moot_sha_take(sha, out);
    return 1;
}

static int hash_tables(const moot_protocol *protocol, moot_protocol_digests *out)
{
    static int (*const tables[MOOT_TABLE_COUNT])(const moot_protocol *, char *) = {
#define X(type, table) [MOOT_TABLE_##table] = hash_##table,
        MOOT_PROTOCOL_RULES(X) /* what is no rule changes no answer */
#undef X
        [MOOT_TABLE_ints] = hash_ints,
    };
    int i;
    for (i = 0; i < MOOT_TABLE_COUNT; i++) {
        if (tables[i] == NULL) {
            continue;
        }
        if ((protocol->shared_tables >> i & 1U) != 0) {
            memcpy(out->table[i], protocol->like->digests->table[i], sizeof out->table[i]);
        } else if (!tables[i](protocol, out->table[i])) {
            return 0;
        }
    }
    return 1;
}

/* Digests are unsigned; the hash takes their bits. */
static void add_digest(moot_sha *sha, uint64_t digest)
{
    moot_sha_int(sha, (int64_t)(digest >> 32));
    moot_sha_int(sha, (int64_t)(digest & 0xffffffffU));
}

static void add_time(moot_sha *sha, const moot_protocol *protocol)
{
    int32_t i;
    if (protocol->zone != NULL) {
        add_str(sha, moot_zone_name(protocol->zone));
        add_digest(sha, moot_zone_digest(protocol->zone));
    }
    moot_sha_int(sha, protocol->calendars_count);
    for (i = 0; i < protocol->calendars_count; i++) {
        add_str(sha, moot_calendar_name(protocol->calendars[i]));
        add_digest(sha, moot_calendar_digest(protocol->calendars[i]));
    }
}

/* All that is in no table; the name comes last, into the whole. */
static int hash_header(const moot_protocol *protocol, char out[65])
{
    moot_sha *sha = moot_sha_new();
    size_t i;
    if (sha == NULL) {
        return 0;
    }
    add_str(sha, protocol->council);
    add_str(sha, protocol->clause_file);
    add_decl(sha, &protocol->decl);
    moot_sha_int(sha, protocol->effective_from);
    moot_sha_int(sha, protocol->effective_to);
    moot_sha_int(sha, protocol->dob_fact);
    moot_sha_int(sha, (int64_t)protocol->symbols.count);
    for (i = 0; i < protocol->symbols.count; i++) {
        add_str(sha, moot_names_text(&protocol->symbols, (int)i));
    }
    add_time(sha, protocol);
    moot_sha_take(sha, out);
    return 1;
}

moot_code moot_protocol__hash(moot_protocol *protocol, moot_err *err)
{
    moot_sha *sha;
    int i;
    protocol->digests = moot_calloc(1, sizeof *protocol->digests);
    if (protocol->digests == NULL || !hash_tables(protocol, protocol->digests)
        || !hash_header(protocol, protocol->digests->header) || (sha = moot_sha_new()) == NULL) {
        return moot_fail_memory(err);
    }
    moot_sha_str(sha, HASH_SHAPE);
    add_str(sha, protocol->id);
    moot_sha_str(sha, protocol->digests->header);
    for (i = 0; i < MOOT_TABLE_COUNT; i++) {
        moot_sha_str(sha, protocol->digests->table[i]);
    }
    moot_sha_take(sha, protocol->hash);
    return MOOT_OK;
}
