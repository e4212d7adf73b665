/* What a variant shares with the protocol that it is a variant of.
 *
 * A variant is compiled whole from patched nodes, which takes less than a millisecond, because a patch may move any row of
 * any table: another outcome moves all that come after it. Then each table that came out byte for byte as the other's is
 * given back and the other's is used; so are the strings (a text that the other has is not copied), the symbols, the zone
 * and the calendars, and the index if what it is made of is the same. What is left, tables in which a row changed or moved,
 * lies folded while nobody reads it: protocol_fold.c.
 *
 * Two tables are equal by their bytes because equal strings are the very same ones; should padding differ, a table is merely
 * not shared. The digests of rows are compared likewise (protocol_hash.c), so a hash is that of the content alone. */
#include <string.h>

#include "vm/protocol/protocol_index.h"
#include "vm/protocol/protocol_internal.h"

/* Room for as many rows as the other has: most variants have as many. */
static int make_room(moot_protocol *protocol)
{
    const moot_protocol *like = protocol->like;
    void *array;
#define X(type, table)                                                                                          \
    array = protocol->table;                                                                                    \
    if (!moot_grow(&array, &protocol->table##_cap, (size_t)like->table##_count, sizeof *protocol->table)) {     \
        return 0;                                                                                               \
    }                                                                                                           \
    protocol->table = array;
    MOOT_PROTOCOL_TABLES(X)
    X(int, ints)
#undef X
    return 1;
}

moot_code moot_protocol_new_like(moot_protocol *like, const char *id, moot_protocol **out_protocol, moot_err *err)
{
    moot_protocol *protocol = NULL;
    moot_code code = moot_protocol_new(id, &protocol, err);
    if (code != MOOT_OK) {
        return code;
    }
    protocol->like = like;
    like->users++;
    protocol->zone = like->zone;
    protocol->shared_zone = 1;
    protocol->folds = moot_protocol__new_folds();
    if (protocol->folds == NULL || !make_room(protocol)) {
        moot_protocol_free(protocol);
        return moot_fail_memory(err);
    }
    *out_protocol = protocol;
    return MOOT_OK;
}

const char *moot_protocol__shared_str(const moot_protocol *protocol, const char *text)
{
    int id = protocol->like != NULL ? moot_names_find(&protocol->like->strings, text) : -1;
    return id >= 0 ? moot_names_text(&protocol->like->strings, id) : NULL;
}

/* ---- tables ---- */

static int same_bytes(const void *one, int32_t count, const void *other, int32_t other_count, size_t size)
{
    return count == other_count && (count == 0 || memcmp(one, other, (size_t)count * size) == 0);
}

#define SHARE(table)                                                                                          \
    if (same_bytes(protocol->table, protocol->table##_count, like->table, like->table##_count,                \
                   sizeof *protocol->table)) {                                                                \
        moot_free(protocol->table);                                                                           \
        protocol->table = like->table;                                                                        \
        protocol->shared_tables |= (uint32_t)1 << MOOT_TABLE_##table;                                         \
    }

void moot_protocol__free_tables(moot_protocol *protocol)
{
#define X(type, table)                                                  \
    if ((protocol->shared_tables >> MOOT_TABLE_##table & 1U) == 0) {    \
        moot_free(protocol->table);                                     \
    }
    MOOT_PROTOCOL_TABLES(X)
    X(int, ints)
#undef X
}

static int same_symbols(const moot_names *one, const moot_names *other)
{
    size_t i;
    if (one->count != other->count) {
        return 0;
    }
    for (i = 0; i < one->count; i++) {
        if (strcmp(one->texts[i], other->texts[i]) != 0) {
            return 0;
        }
    }
    return 1;
}

/* A value that was given back by a function brings what happened to lie between its fields. */
static moot_value without_padding(moot_value value)
{
    moot_value clean;
    memset(&clean, 0, sizeof clean);
    clean.type = value.type;
    clean.a = value.a;
    clean.b = value.b;
    clean.text = value.text;
    return clean;
}

static void clear_padding(moot_protocol *protocol)
{
    int32_t i;
    for (i = 0; i < protocol->facts_count; i++) {
        moot_value clean = without_padding(protocol->facts[i].presumed);
        memcpy(&protocol->facts[i].presumed, &clean, sizeof clean);
    }
    for (i = 0; i < protocol->steps_count; i++) {
        moot_value clean = without_padding(protocol->steps[i].value);
        memcpy(&protocol->steps[i].value, &clean, sizeof clean);
    }
    for (i = 0; i < protocol->operands_count; i++) {
        moot_value clean = without_padding(protocol->operands[i].value);
        memcpy(&protocol->operands[i].value, &clean, sizeof clean);
    }
}

void moot_protocol__share(moot_protocol *protocol)
{
    const moot_protocol *like = protocol->like;
    clear_padding(protocol);
    if (like == NULL) {
        return;
    }
#define X(type, table) SHARE(table)
    MOOT_PROTOCOL_TABLES(X)
#undef X
    SHARE(ints)
    if (same_symbols(&protocol->symbols, &like->symbols)) {
        moot_names_done(&protocol->symbols);
        protocol->symbols = like->symbols;
        protocol->shared_symbols = 1;
    }
}

/* What the index reads of tables whose rows may differ otherwise: figures, places in the script. */
static int same_operands(const moot_protocol *protocol, const moot_protocol *like)
{
    int32_t i;
    for (i = 0; i < protocol->operands_count; i++) {
        const moot_operand *one = &protocol->operands[i], *other = &like->operands[i];
        if (one->kind != other->kind || one->ref != other->ref || one->reading != other->reading) {
            return 0;
        }
    }
    return 1;
}

static int same_figure(const moot_protocol *protocol, const moot_protocol *like, int32_t operand)
{
    return moot_value_same(protocol->operands[operand].value, like->operands[operand].value);
}

/* Figures that conditions compare with stand in their chains; which dates come at the same time hangs on their shifts. */
static int same_figures(const moot_protocol *protocol, const moot_protocol *like)
{
    int32_t i, k;
    for (i = 0; i < protocol->nodes_count; i++) {
        const moot_cond_node *node = &protocol->nodes[i];
        for (k = 0; node->kind == MOOT_COND_TEST && k < node->count; k++) {
            if (!same_figure(protocol, like, node->first + k)) {
                return 0;
            }
        }
    }
    for (i = 0; i < protocol->shifts_count; i++) {
        if (!same_figure(protocol, like, protocol->shifts[i].operand)) {
            return 0;
        }
    }
    return 1;
}

static int same_clocks(const moot_protocol *protocol, const moot_protocol *like)
{
    int32_t i;
    for (i = 0; i < protocol->clocks_count; i++) {
        const moot_clock_rule *one = &protocol->clocks[i], *other = &like->clocks[i];
        if (one->stage != other->stage || one->from != other->from || one->effect != other->effect
            || (one->every < 0) != (other->every < 0)) {
            return 0;
        }
    }
    return 1;
}

int moot_protocol__same_index(const moot_protocol *protocol)
{
    static const uint32_t whole = 1U << MOOT_TABLE_rows | 1U << MOOT_TABLE_decisions | 1U << MOOT_TABLE_nodes
                                  | 1U << MOOT_TABLE_triggers | 1U << MOOT_TABLE_shifts | 1U << MOOT_TABLE_invariants | 1U << MOOT_TABLE_helpers;
    const moot_protocol *like = protocol->like;
    return (protocol->shared_tables & whole) == whole && protocol->facts_count == like->facts_count
           && protocol->events_count == like->events_count && protocol->stages_count == like->stages_count
           && protocol->clocks_count == like->clocks_count && protocol->operands_count == like->operands_count
           && protocol->dob_fact == like->dob_fact && same_operands(protocol, like) && same_clocks(protocol, like)
           && same_figures(protocol, like);
}

/* ---- asking ---- */

int moot_protocol_same(const moot_protocol *one, const moot_protocol *other)
{
    return memcmp(one->digests->table, other->digests->table, sizeof one->digests->table) == 0
           && memcmp(one->digests->header, other->digests->header, sizeof one->digests->header) == 0;
}

static size_t names_bytes(const moot_names *names)
{
    return names->arena.used_bytes + moot_names_bytes(names);
}

size_t moot_protocol_bytes(const moot_protocol *protocol)
{
    size_t bytes = sizeof *protocol + protocol->arena.used_bytes + names_bytes(&protocol->strings)
                   + sizeof *protocol->digests + moot_protocol__digest_bytes(protocol)
                   + moot_protocol__fold_bytes(protocol->folds);
#define X(type, table)                                                                              \
    if ((protocol->shared_tables >> MOOT_TABLE_##table & 1U) == 0 && protocol->table != NULL) {     \
        bytes += (size_t)protocol->table##_count * sizeof *protocol->table;                         \
    }
    MOOT_PROTOCOL_TABLES(X)
    X(int, ints)
#undef X
    bytes += protocol->shared_symbols ? 0 : names_bytes(&protocol->symbols);
    bytes += protocol->shared_index || protocol->index == NULL ? 0 : moot_protocol_index_bytes(protocol, protocol->index);
    return bytes;
}
