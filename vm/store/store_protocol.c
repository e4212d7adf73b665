/* Protocols in the store: their files, and everything they declare as rows that views join. */
#include <stdio.h>
#include <string.h>

#include "vm/base/hash.h"
#include "vm/engine/result_build.h"
#include "vm/store/store_internal.h"
#include "vm/store/store_schema.h"

/* ---- numbers of declarations ---- */

/* A declaration's number is its place when the protocol itself and then all tables stand in a
 * row: arithmetic, no look-up. */
int32_t moot_store__declaration(const moot_protocol *protocol, const moot_decl *decl)
{
    if (!decl) {
        return -1;
    }
    if (decl == &protocol->decl) {
        return 0;
    }
    uintptr_t at = (uintptr_t)decl;
    int32_t before = 1;
#define X(kind, table)                                                                             \
    if (protocol->table##_count > 0 && at >= (uintptr_t)protocol->table &&                         \
        at < (uintptr_t)(protocol->table + protocol->table##_count)) {                             \
        return before + (int32_t)((at - (uintptr_t)protocol->table) / sizeof *protocol->table);    \
    }                                                                                              \
    before += protocol->table##_count;
    MOOT_DECLARATIONS(X)
#undef X
    return -1;
}

const moot_decl *moot_store__declared(const moot_protocol *protocol, int32_t number)
{
    if (number < 0) {
        return NULL;
    }
    if (number == 0) {
        return &protocol->decl;
    }
    number--;
#define X(kind, table)                                                                             \
    if (number < protocol->table##_count) {                                                        \
        return &protocol->table[number].decl;                                                      \
    }                                                                                              \
    number -= protocol->table##_count;
    MOOT_DECLARATIONS(X)
#undef X
    return NULL;
}

void moot_sql_decl(moot_sql *sql, const moot_decl *decl)
{
    int32_t number = moot_store__declaration(sql->store->protocol, decl);
    moot_sql_int_or_null(sql, sql->store->first_declaration + number, number < 0);
}

/* ---- one row of declarations ---- */

/* The columns that only some kinds have. */
typedef struct details {
    const char *name, *stage, *rule, *verb, *who, *via, *paid_by, *provider, *service, *duty, *ask,
        *chosen, *per;
    const moot_owner *owner;
    int64_t pence;
    int32_t target; /* -1: none */
} details;

static details no_details(const moot_decl *decl)
{
    details d = { .name = moot_result__label(decl), .pence = -1, .target = -1 };
    return d;
}

static details party_details(const moot_protocol *p, const moot_party *party)
{
    details d = no_details(&party->decl);
    d.service =
        party->kind == MOOT_PARTY_SERVICE ? party->decl.name : moot_result_party(p, party->service);
    return d;
}

static details effect_details(const moot_protocol *p, const moot_effect *effect)
{
    static const char *const verbs[] = { "go",    "stop",   "close", "set",  "escalate",
                                         "refer", "notify", "grant", "place" };
    details d = no_details(&effect->decl);
    const moot_entitlement *granted =
        effect->entitlement >= 0 ? &p->entitlements[effect->entitlement] : NULL;
    d.name = moot_result__act_name(p, effect);
    d.verb = verbs[effect->verb];
    d.who = moot_result_party(p, effect->party);
    d.via = effect->text;
    d.paid_by = moot_result_party(p, effect->paid_by);
    d.provider = effect->provider;
    if (granted) {
        d.who = moot_result_party(p, granted->payee);
        d.paid_by = d.paid_by ? d.paid_by : moot_result_party(p, granted->paid_by);
        d.pence = granted->pence;
    }
    return d;
}

static details clock_details(moot_store *store, const moot_protocol *p, int32_t i)
{
    const moot_clock_rule *rule = &p->clocks[i];
    const moot_stage *stage = rule->stage >= 0 ? &p->stages[rule->stage] : NULL;
    details d = no_details(&rule->decl);
    d.name = moot_result__clock_label(p, rule);
    d.stage = stage ? moot_result__label(&stage->decl) : NULL;
    d.owner = rule->owner.kind == MOOT_OWNER_NONE && stage ? &stage->owner : &rule->owner;
    moot_buf_clear(&store->buf);
    moot_clock_rule_show(p, i, &store->buf);
    d.rule = moot_buf_text(&store->buf);
    return d;
}

static details entitlement_details(const moot_protocol *p, const moot_entitlement *entitlement)
{
    details d = no_details(&entitlement->decl);
    d.who = moot_result_party(p, entitlement->payee);
    d.paid_by = moot_result_party(p, entitlement->paid_by);
    d.pence = entitlement->pence;
    return d;
}

enum { /* the order of MOOT_DECLARATIONS */
#define X(kind, table) DECLARES_##table,
       MOOT_DECLARATIONS(X)
#undef X
};

static details details_of(moot_store *store, const moot_protocol *p, int kind, int32_t i,
                          const moot_decl *decl)
{
    details d = no_details(decl);
    switch (kind) {
    case DECLARES_parties:
        return party_details(p, &p->parties[i]);
    case DECLARES_effects:
        return effect_details(p, &p->effects[i]);
    case DECLARES_clocks:
        return clock_details(store, p, i);
    case DECLARES_entitlements:
        return entitlement_details(p, &p->entitlements[i]);
    case DECLARES_stages:
        d.owner = &p->stages[i].owner;
        d.duty = p->stages[i].duty;
        break;
    case DECLARES_outcomes:
        d.stage = p->outcomes[i].stage >= 0
                      ? moot_result__label(&p->stages[p->outcomes[i].stage].decl)
                      : NULL;
        break;
    case DECLARES_facts:
        d.ask = moot_fact_ask(p, (int32_t)i);
        break;
    case DECLARES_readings:
        d.chosen = moot_symbol(p, p->readings[i].chosen);
        break;
    case DECLARES_quotas:
        d.per = moot_period_text((moot_period)p->quotas[i].per);
        break;
    case DECLARES_measures:
        d.per = moot_period_text((moot_period)p->measures[i].per);
        d.target = p->measures[i].target;
        break;
    default:
        break;
    }
    return d;
}

/* JSON list in the arena; NULL for nobody, or whom only a fact names. */
static const char *owner_json(moot_store *store, const moot_protocol *p, const moot_owner *owner)
{
    if (!owner || moot_owner_count(owner) == 0) {
        return NULL;
    }
    moot_buf list;
    moot_buf_init(&list);
    for (int32_t i = 0; i < moot_owner_count(owner); i++) {
        const char *name = moot_result_party(p, moot_owner_party(p, owner, i));
        moot_buf_char(&list, i ? ',' : '[');
        moot_buf_json(&list, name ? name : "");
    }
    moot_buf_char(&list, ']');
    const char *kept =
        moot_buf_ok(&list) ? moot_arena_str(&store->arena, moot_buf_text(&list)) : NULL;
    store->buf.failed |= kept == NULL;
    moot_buf_done(&list);
    return kept;
}

static moot_code put_declaration(moot_store *store, const moot_protocol *p, int64_t protocol_no,
                                 const char *kind, int32_t n, const moot_decl *decl, details d,
                                 moot_err *err)
{
    const char *owner = owner_json(store, p, d.owner);
    if (store->buf.failed) {
        return moot_fail_memory(err);
    }
    moot_sql sql = moot_store__sql(store, SQL_PUT_DECLARATION);
    moot_sql_int(&sql, store->first_declaration + moot_store__declaration(p, decl));
    moot_sql_int(&sql, protocol_no);
    moot_sql_text(&sql, kind);
    moot_sql_int(&sql, n);
    moot_sql_text(&sql, d.name ? d.name : "");
    moot_sql_text(&sql, moot_result__clause(decl));
    moot_sql_text(&sql, decl->file ? decl->file : "");
    moot_sql_int(&sql, decl->line);
    moot_sql_text(&sql, d.stage);
    moot_sql_text(&sql, owner);
    moot_sql_text(&sql, d.rule);
    moot_sql_text(&sql, d.verb);
    moot_sql_text(&sql, d.who);
    moot_sql_text(&sql, d.via);
    moot_sql_text(&sql, d.paid_by);
    moot_sql_text(&sql, d.provider);
    moot_sql_int_or_null(&sql, d.pence, d.pence < 0);
    moot_sql_text(&sql, d.service);
    moot_sql_text(&sql, d.duty);
    moot_sql_text(&sql, d.ask);
    moot_sql_text(&sql, d.chosen);
    moot_sql_index(&sql, d.target);
    moot_sql_text(&sql, d.per);
    return moot_sql_run(&sql, err);
}

static moot_code put_declarations(moot_store *store, const moot_protocol *p, int64_t protocol_no,
                                  moot_err *err)
{
    details own = no_details(&p->decl);
    own.name = p->id;
    moot_code code = put_declaration(store, p, protocol_no, "protocol", 0, &p->decl, own, err);
#define X(kind, table)                                                                             \
    for (int32_t i = 0; i < p->table##_count && !code; i++) {                                      \
        const moot_decl *decl = &p->table[i].decl;                                                 \
        code = put_declaration(store, p, protocol_no, kind, i, decl,                               \
                               details_of(store, p, DECLARES_##table, i, decl), err);              \
    }
    MOOT_DECLARATIONS(X)
#undef X
    return code;
}

/* ---- files, symbols ---- */

moot_code moot_store__sources_sha(const moot_run_info *info, char out_hex[65], moot_err *err)
{
    moot_sha *sha = moot_sha_new();
    if (!sha) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < info->source_count; i++) {
        moot_sha_str(sha, info->sources[i].file);
        moot_sha_str(sha, info->sources[i].text);
    }
    moot_sha_take(sha, out_hex);
    return MOOT_OK;
}

static moot_code put_sources(moot_store *store, const moot_run_info *info, int64_t protocol_no,
                             moot_err *err)
{
    for (int32_t i = 0; i < info->source_count; i++) {
        moot_sql sql = moot_store__sql(store, SQL_PUT_SOURCE);
        moot_sql_int(&sql, protocol_no);
        moot_sql_int(&sql, i + 1);
        moot_sql_text(&sql, info->sources[i].file);
        moot_sql_text(&sql, info->sources[i].text);
        moot_code code = moot_sql_run(&sql, err);
        if (code) {
            return code;
        }
    }
    return MOOT_OK;
}

static moot_code put_symbols(moot_store *store, const moot_protocol *p, int64_t protocol_no,
                             moot_err *err)
{
    for (size_t i = 0; i < p->symbols.count; i++) {
        moot_sql sql = moot_store__sql(store, SQL_PUT_SYMBOL);
        moot_sql_int(&sql, protocol_no);
        moot_sql_int(&sql, (int64_t)i);
        moot_sql_text(&sql, moot_symbol(p, (int64_t)i));
        moot_code code = moot_sql_run(&sql, err);
        if (code) {
            return code;
        }
    }
    return MOOT_OK;
}

/* ---- local time ---- */

static moot_code put_local_time(moot_store *store, moot_instant from, int east, const char *suffix,
                                moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_LOCAL_TIME);
    moot_sql_int(&sql, from);
    moot_sql_int(&sql, east);
    moot_sql_text(&sql, suffix);
    return moot_sql_run(&sql, err);
}

/* A change back makes the local times of the hours around it come twice: these carry their
 * offset, as moot_when_text has it. */
static moot_code put_change(moot_store *store, moot_instant at, int before, int after,
                            moot_err *err)
{
    char suffix[2][16];
    if (after > before) {
        return put_local_time(store, at, after, "", err);
    }
    int east[2] = { before, after };
    for (int i = 0; i < 2; i++) {
        int size = east[i] < 0 ? -east[i] : east[i];
        snprintf(suffix[i], sizeof suffix[i], "%c%02d:%02d", east[i] < 0 ? '-' : '+',
                 size / 3600 % 24, size / 60 % 60);
    }
    moot_code code = put_local_time(store, at - (before - after), before, suffix[0], err);
    code = code ? code : put_local_time(store, at, after, suffix[1], err);
    return code ? code : put_local_time(store, at + (before - after), after, "", err);
}

/* The instant in (lo, hi] from which the offset is that of hi. */
static moot_instant change_between(const moot_zone *zone, moot_instant lo, moot_instant hi)
{
    int old = moot_zone_offset(zone, lo);
    while (hi - lo > 1) {
        moot_instant middle = lo + (hi - lo) / 2;
        if (moot_zone_offset(zone, middle) == old) {
            lo = middle;
        } else {
            hi = middle;
        }
    }
    return hi;
}

/* Clock changes are months apart; in the double summer times of the 1940s three weeks. */
#define STRIDE ((moot_instant)7 * 86400)

static moot_code put_zone(moot_store *store, const moot_zone *zone, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_ZONE);
    moot_sql_text(&sql, moot_zone_name(zone));
    moot_code code = moot_sql_run(&sql, err);
    moot_instant at = (moot_instant)MOOT_DAY_MIN * 86400,
                 end = ((moot_instant)MOOT_DAY_MAX + 1) * 86400;
    code = code ? code : put_local_time(store, at, moot_zone_offset(zone, at), "", err);
    for (; at < end && !code; at += STRIDE) {
        int before = moot_zone_offset(zone, at), after = moot_zone_offset(zone, at + STRIDE);
        if (before != after) {
            code = put_change(store, change_between(zone, at, at + STRIDE), before, after, err);
        }
    }
    return code;
}

static moot_code same_zone(moot_store *store, const moot_zone *zone, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_GET_ZONE);
    const char *kept = moot_sql_next(&sql) ? moot_sql_get_text(&sql, 0, &store->arena) : NULL;
    moot_code code = moot_sql_end(&sql, err);
    if (code) {
        return code;
    }
    if (!kept) {
        return put_zone(store, zone, err);
    }
    if (strcmp(kept, moot_zone_name(zone)) != 0) {
        return moot_fail(
            err, MOOT_ESTORE,
            "%s tells its times in %s, but this protocol runs in %s: use another store",
            store->path, kept, moot_zone_name(zone));
    }
    return MOOT_OK;
}

/* ---- the whole ---- */

static moot_code new_protocol(moot_store *store, const moot_run_info *info, const char *sha,
                              int64_t *out_no, moot_err *err)
{
    const moot_protocol *p = info->protocol;
    moot_sql sql = moot_store__sql(store, SQL_PUT_PROTOCOL);
    moot_sql_text(&sql, p->id);
    moot_sql_text(&sql, p->hash);
    moot_sql_text(&sql, sha);
    moot_sql_text(&sql, p->council);
    moot_code code = moot_sql_run(&sql, err);
    *out_no = moot_store__last_id(store);
    code = code ? code : put_sources(store, info, *out_no, err);
    return code ? code : put_symbols(store, p, *out_no, err);
}

static moot_code set_first_declaration(moot_store *store, int64_t protocol_no, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_FIRST_DECLARATION);
    moot_sql_int(&sql, protocol_no);
    if (moot_sql_next(&sql)) {
        store->first_declaration = moot_sql_get(&sql, 0);
    }
    return moot_sql_end(&sql, err);
}

moot_code moot_store__find_protocol(moot_store *store, const char *hash, const char *sha,
                                    int64_t *out_protocol_no, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_FIND_PROTOCOL);
    moot_sql_text(&sql, hash);
    moot_sql_text(&sql, sha);
    *out_protocol_no = moot_sql_next(&sql) ? moot_sql_get(&sql, 0) : 0;
    moot_code code = moot_sql_end(&sql, err);
    return code || !*out_protocol_no ? code : set_first_declaration(store, *out_protocol_no, err);
}

moot_code moot_store__put_protocol(moot_store *store, const moot_run_info *info,
                                   int64_t *out_protocol_no, moot_err *err)
{
    char sha[65];
    moot_arena_clear(&store->arena);
    moot_code code = same_zone(store, info->protocol->zone, err);
    code = code ? code : moot_store__sources_sha(info, sha, err);
    code = code ? code
                : moot_store__find_protocol(store, info->protocol->hash, sha, out_protocol_no, err);
    if (code || *out_protocol_no) {
        return code;
    }
    code = new_protocol(store, info, sha, out_protocol_no, err);
    code = code ? code : set_first_declaration(store, *out_protocol_no, err);
    code = code ? code : put_declarations(store, info->protocol, *out_protocol_no, err);
    return code ? code : moot_store__put_law(store, info->protocol, *out_protocol_no, err);
}
