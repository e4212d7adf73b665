/* The content hash of a protocol: what it says, not how its file looks. Each table is walked in order; each element
 * gives its fields one by one, never its bytes, so that padding, pointers and line numbers stay out. */
#include <string.h>

#include "vm/base/buf.h"
#include "vm/base/hash.h"
#include "vm/protocol/protocol_internal.h"

/* Changes when the shape of what is hashed changes, so that old hashes are never mistaken for new ones. */
#define HASH_SHAPE "moot protocol 8"

static void put_long(moot_buf *out, uint64_t left)
{
    char bytes[10];
    size_t len = 0;
    for (; left > 0x7F; left >>= 7) {
        bytes[len++] = (char)(left | 0x80);
    }
    bytes[len++] = (char)left;
    moot_buf_add(out, bytes, len);
}

/* In as few bytes as it needs, since most numbers are small: seven bits a byte, the last without the eighth. What is gathered
 * is bytes, so it needs no end of text; and two bytes nearly always do. */
static inline void put(moot_buf *out, int64_t value)
{
    uint64_t left = (uint64_t)value << 1 ^ (value < 0 ? UINT64_MAX : 0); /* 0, -1, 1, -2 … */
    size_t at = out->len;
    if (left > 0x3FFF || out->cap <= at + 2) {
        put_long(out, left);
    } else if (left <= 0x7F) {
        out->text[at] = (char)left;
        out->len = at + 1;
    } else {
        out->text[at] = (char)(left | 0x80);
        out->text[at + 1] = (char)(left >> 7);
        out->len = at + 2;
    }
}

static void add_str(moot_buf *out, const char *text)
{
    size_t len = text != NULL ? strlen(text) : 0;
    put(out, text != NULL ? (int64_t)len : -1); /* "not given" differs from "" */
    if (len > 0 && out->cap > out->len + len) {
        memcpy(out->text + out->len, text, len);
        out->len += len;
    } else if (len > 0) {
        moot_buf_add(out, text, len);
    }
}

#define INT(field) put(out, x->field)
#define STR(field) add_str(out, x->field)

static void add_decl(moot_buf *out, const moot_decl *x)
{
    STR(name);
    STR(clause);
    STR(law);
    STR(open);
    if (x->because) { /* one without it keeps the hash that it had before it was kept */
        STR(because);
    }
    INT(in_force_from);
    INT(in_force_to);
}

static void add_span(moot_buf *out, moot_span span)
{
    put(out, span.first);
    put(out, span.count);
}

static void add_value(moot_buf *out, const moot_value *x)
{
    INT(type);
    INT(a);
    INT(b);
    STR(text);
}

static void add_duration(moot_buf *out, moot_duration duration)
{
    put(out, duration.count);
    put(out, duration.unit);
}

static void add_owner(moot_buf *out, const moot_owner *x)
{
    INT(kind);
    INT(fact);
    INT(reading);
    add_span(out, x->parties);
}

static void add_law(moot_buf *out, const moot_law *x)
{
    add_decl(out, &x->decl);
    STR(act);
    STR(title);
    STR(link);
    INT(mark);
    INT(dates_mark);
    INT(as_at);
}

static void add_party(moot_buf *out, const moot_party *x)
{
    add_decl(out, &x->decl);
    INT(kind);
    INT(service);
    INT(cover);
    if (x->contact) { /* one without it keeps the hash that it had before there were contacts */
        STR(contact);
    }
}

static void add_fact(moot_buf *out, const moot_fact *x)
{
    add_decl(out, &x->decl);
    INT(type);
    INT(source);
    INT(per_child);
    INT(common);
    INT(min);
    INT(max);
    add_span(out, x->options);
    STR(ask);
    STR(because);
    add_value(out, &x->presumed);
    INT(overridden_by);
    INT(decision);
}

static void add_event(moot_buf *out, const moot_event *x)
{
    add_decl(out, &x->decl);
    INT(common);
}

static void add_row(moot_buf *out, const moot_row *x)
{
    INT(when);
    INT(value);
    STR(clause);
}

static void add_decision(moot_buf *out, const moot_decision *x)
{
    add_decl(out, &x->decl);
    INT(fact);
    INT(hit);
    INT(at_moment);
    add_span(out, x->rows);
}

static void add_param(moot_buf *out, const moot_param *x)
{
    add_decl(out, &x->decl);
    INT(type);
    add_span(out, x->steps);
}

static void add_param_step(moot_buf *out, const moot_param_step *x)
{
    INT(from);
    add_value(out, &x->value);
}

static void add_reading(moot_buf *out, const moot_reading *x)
{
    add_decl(out, &x->decl);
    add_span(out, x->options);
    INT(chosen);
    STR(against);
    STR(because);
}

static void add_operand(moot_buf *out, const moot_operand *x)
{
    INT(kind);
    INT(ref);
    INT(reading);
    add_value(out, &x->value);
}

static void add_cond_node(moot_buf *out, const moot_cond_node *x)
{
    INT(kind);
    INT(subject);
    INT(test);
    INT(spell);
    INT(spells.which);
    INT(spells.longer);
    INT(spells.lasting);
    INT(spells.follows);
    INT(spells.together);
    INT(ref);
    INT(next);
    INT(first);
    INT(count);
    INT(calendar);
    INT(from);
    INT(to);
}

static void add_shift(moot_buf *out, const moot_shift *x)
{
    INT(operand);
    INT(sign);
    INT(counting);
    INT(counting_reading);
}

static void add_trigger(moot_buf *out, const moot_trigger *x)
{
    INT(kind);
    INT(use);
    INT(use_id);
    INT(ref);
    INT(outcome);
    INT(reading);
    INT(param);
    add_span(out, x->children);
    add_span(out, x->shifts);
}

static void add_effect(moot_buf *out, const moot_effect *x)
{
    add_decl(out, &x->decl);
    INT(verb);
    add_span(out, x->stages);
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

static void add_stage(moot_buf *out, const moot_stage *x)
{
    add_decl(out, &x->decl);
    add_owner(out, &x->owner);
    add_owner(out, &x->with);
    INT(on);
    INT(when);
    STR(duty);
    INT(panel);
    INT(not_by);
    INT(ladder);
    INT(per_child);
    INT(effects_only);
    add_span(out, x->block);
    add_span(out, x->outcomes);
    add_span(out, x->clocks);
}

static void add_outcome(moot_buf *out, const moot_outcome *x)
{
    add_decl(out, &x->decl);
    INT(stage);
    INT(when);
    INT(on);
    INT(after);
    INT(counting);
    INT(counting_reading);
    INT(voids);
    INT(meets);
    add_span(out, x->block);
}

static void add_clock_rule(moot_buf *out, const moot_clock_rule *x)
{
    add_decl(out, &x->decl);
    INT(stage);
    INT(effect);
    add_owner(out, &x->owner);
    INT(within);
    INT(counting);
    INT(counting_reading);
    INT(from);
    INT(by);
    INT(not_before);
    INT(undated_reading);
    INT(every);
    INT(ends);
    INT(met_by);
    INT(when);
    INT(outlives);
    INT(adds_up);
    INT(adds_up_since);
    if (x->in_words) { /* one without them keeps the hash that it had before there were any */
        STR(in_words);
    }
    add_span(out, x->late);
}

static void add_content(moot_buf *out, const moot_content *x)
{
    INT(kind);
    INT(ref);
    STR(text);
    if (x->apart) { /* what has none keeps the hash that it had */
        INT(apart);
    }
}

static void add_notice(moot_buf *out, const moot_notice *x)
{
    add_decl(out, &x->decl);
    STR(title);
    add_span(out, x->contents);
}

static void add_invariant(moot_buf *out, const moot_invariant *x)
{
    add_decl(out, &x->decl);
    INT(never);
    INT(nightly);
    INT(that);
}

static void add_panel(moot_buf *out, const moot_panel *x)
{
    add_decl(out, &x->decl);
    add_duration(out, x->every);
    INT(first);
    INT(at_second);
    INT(places);
    add_duration(out, x->cut_off);
    INT(chair);
    add_span(out, x->members);
}

static void add_level(moot_buf *out, const moot_level *x)
{
    add_owner(out, &x->owner);
    INT(within);
    add_span(out, x->block);
    STR(clause);
}

static void add_ladder(moot_buf *out, const moot_ladder *x)
{
    add_decl(out, &x->decl);
    add_span(out, x->levels);
}

static void add_entitlement(moot_buf *out, const moot_entitlement *x)
{
    add_decl(out, &x->decl);
    INT(pence);
    INT(payee);
    INT(paid_by);
    add_duration(out, x->lasts);
    INT(quota);
}

static void add_quota(moot_buf *out, const moot_quota *x)
{
    add_decl(out, &x->decl);
    INT(limit);
    INT(per);
    INT(per_reading);
}

static void add_measure(moot_buf *out, const moot_measure *x)
{
    add_decl(out, &x->decl);
    INT(count);
    INT(share);
    INT(per);
    INT(split);
    INT(target);
}

static void add_helper(moot_buf *out, const moot_helper *x)
{
    add_decl(out, &x->decl);
    add_span(out, x->inputs);
    add_span(out, x->outputs);
    INT(known);
    INT(per_child);
    STR(code);
}

static void add_int(moot_buf *out, const int32_t *x)
{
    put(out, *x);
}

static void add_not_run(moot_buf *out, const moot_not_run *x)
{
    add_decl(out, &x->decl);
    STR(because);
}

/* ---- the whole ---- */

/* A table's digest is that of the digests of its rows, so many at a time: of a variant only the rows that differ from the
 * other protocol's are hashed. */
#define ROWS 16

typedef struct rows {
    const void *at, *like;  /* the table, and the other protocol's: NULL if there is none */
    int32_t count, like_count;
    size_t size;
    unsigned char (*like_digests)[MOOT_DIGEST];
    moot_buf *one, *all; /* what some rows say; the digests so far */
} rows;

/* Whether the other has the very same rows in this place. */
static int same_rows(const rows *r, int32_t first, int32_t count)
{
    size_t at = (size_t)first * r->size;
    int alike = r->like != NULL && first + count <= r->like_count && (count == ROWS || r->count == r->like_count);
    return alike && memcmp((const char *)r->at + at, (const char *)r->like + at, (size_t)count * r->size) == 0;
}

/* Of what was gathered, which is then forgotten. */
static int take_digest(moot_buf *gathered, unsigned char out[MOOT_DIGEST])
{
    int good = moot_buf_ok(gathered);
    moot_digest_bytes(moot_buf_text(gathered), good ? gathered->len : 0, out);
    moot_buf_clear(gathered);
    return good;
}

/* The digests of a table's rows, in `out`, and of the whole. */
static int hash_rows(const rows *r, void (*add)(moot_buf *, const void *), unsigned char (*out)[MOOT_DIGEST],
                     unsigned char whole[MOOT_DIGEST])
{
    int32_t first, i;
    put(r->all, r->count);
    for (first = 0; first < r->count; first += ROWS, out++) {
        int32_t count = r->count - first < ROWS ? r->count - first : ROWS;
        if (same_rows(r, first, count)) {
            memcpy(*out, r->like_digests[first / ROWS], sizeof *out);
        } else {
            for (i = first; i < first + count; i++) {
                add(r->one, (const char *)r->at + (size_t)i * r->size);
            }
            if (!take_digest(r->one, *out)) {
                return 0;
            }
        }
        moot_buf_add(r->all, (const char *)*out, sizeof *out);
    }
    return take_digest(r->all, whole);
}

static int32_t groups_of(int32_t count)
{
    return (count + ROWS - 1) / ROWS;
}

#define X(type, table)                                                                                          \
    static void add_one_##type(moot_buf *out, const void *row)                                                  \
    {                                                                                                           \
        add_##type(out, row);                                                                                   \
    }
MOOT_PROTOCOL_RULES(X)
X(int, ints)
#undef X

typedef struct table {
    int32_t count;
    const void *at;
    size_t size;
    void (*add)(moot_buf *, const void *);
} table;

/* The tables that are hashed, by their number; the others stay empty: what is no rule changes no answer. */
static void list_tables(const moot_protocol *protocol, table list[MOOT_TABLE_COUNT])
{
    memset(list, 0, MOOT_TABLE_COUNT * sizeof *list);
#define X(type, name)                                                                                           \
    list[MOOT_TABLE_##name] =                                                                                   \
        (table){ protocol->name##_count, protocol->name, sizeof *protocol->name, add_one_##type };
    MOOT_PROTOCOL_RULES(X)
    X(int, ints)
#undef X
}

/* A protocol keeps the digests of its rows for its variants; a variant, which has none, does not. */
static int hash_tables(const moot_protocol *protocol, moot_buf *one, moot_buf *all, moot_protocol_digests *out,
                       unsigned char (*groups)[MOOT_DIGEST])
{
    const moot_protocol *like = protocol->like;
    table own[MOOT_TABLE_COUNT], other[MOOT_TABLE_COUNT];
    size_t group = 0, like_group = 0;
    int i;
    list_tables(protocol, own);
    list_tables(like != NULL ? like : protocol, other);
    for (i = 0; i < MOOT_TABLE_COUNT; i++) {
        rows r = { own[i].at, like != NULL ? other[i].at : NULL, own[i].count, other[i].count, own[i].size,
                   like != NULL ? &like->digests->rows[like_group] : NULL, one, all };
        if (own[i].add == NULL) {
            continue;
        }
        if ((protocol->shared_tables >> i & 1U) != 0) {
            memcpy(out->table[i], like->digests->table[i], sizeof out->table[i]);
        } else if (!hash_rows(&r, own[i].add, &groups[group], out->table[i])) {
            return 0;
        }
        group += (size_t)groups_of(own[i].count);
        like_group += (size_t)groups_of(other[i].count);
    }
    return 1;
}

static size_t count_groups(const moot_protocol *protocol)
{
    table list[MOOT_TABLE_COUNT];
    size_t count = 0;
    int i;
    list_tables(protocol, list);
    for (i = 0; i < MOOT_TABLE_COUNT; i++) {
        count += (size_t)groups_of(list[i].count);
    }
    return count;
}

/* Digests are unsigned; the hash takes their bits. */
static void add_digest(moot_buf *out, uint64_t digest)
{
    put(out, (int64_t)(digest >> 32));
    put(out, (int64_t)(digest & 0xffffffffU));
}

static void add_time(moot_buf *out, const moot_protocol *protocol)
{
    int32_t i;
    if (protocol->zone != NULL) {
        add_str(out, moot_zone_name(protocol->zone));
        add_digest(out, moot_zone_digest(protocol->zone));
    }
    put(out, protocol->calendars_count);
    for (i = 0; i < protocol->calendars_count; i++) {
        add_str(out, moot_calendar_name(protocol->calendars[i]));
        add_digest(out, moot_calendar_digest(protocol->calendars[i]));
    }
}

/* All that is in no table; the name comes last, into the whole. */
static int hash_header(const moot_protocol *protocol, moot_buf *out, unsigned char digest[MOOT_DIGEST])
{
    size_t i;
    add_str(out, protocol->council);
    add_str(out, protocol->clause_file);
    add_decl(out, &protocol->decl);
    put(out, protocol->effective_from);
    put(out, protocol->effective_to);
    put(out, protocol->dob_fact);
    put(out, (int64_t)protocol->symbols.count);
    for (i = 0; i < protocol->symbols.count; i++) {
        add_str(out, moot_names_text(&protocol->symbols, (int)i));
    }
    add_time(out, protocol);
    return take_digest(out, digest);
}

moot_code moot_protocol__hash(moot_protocol *protocol, moot_err *err)
{
    moot_protocol_digests *digests = moot_calloc(1, sizeof *digests);
    unsigned char(*groups)[MOOT_DIGEST] = moot_reallocarray(NULL, count_groups(protocol) + 1, sizeof *groups);
    unsigned char tables[MOOT_DIGEST];
    moot_sha *sha = NULL;
    moot_buf one, all;
    moot_buf_init(&one);
    moot_buf_init(&all);
    protocol->digests = digests;
    if (digests != NULL && groups != NULL && hash_tables(protocol, &one, &all, digests, groups)
        && hash_header(protocol, &one, digests->header)) {
        sha = moot_sha_new();
    }
    moot_buf_done(&one);
    moot_buf_done(&all);
    if (sha == NULL || protocol->like != NULL) {
        moot_free(groups);
    } else {
        digests->rows = groups;
    }
    if (sha == NULL) {
        return moot_fail_memory(err);
    }
    moot_sha_str(sha, HASH_SHAPE);
    moot_sha_str(sha, protocol->id);
    moot_sha_add(sha, digests->header, sizeof digests->header);
    moot_digest_bytes(digests->table, sizeof digests->table, tables);
    moot_sha_add(sha, tables, sizeof tables);
    moot_sha_take(sha, protocol->hash);
    return MOOT_OK;
}

size_t moot_protocol__digest_bytes(const moot_protocol *protocol)
{
    return protocol->digests->rows != NULL ? count_groups(protocol) * MOOT_DIGEST : 0;
}
