/* What a variant shares with the protocol that it is a variant of.
 *
 * A variant is compiled whole from patched nodes, which takes a fraction of a millisecond, because a patch may move any row
 * of any table: another outcome moves all that come after it. Then each table that came out byte for byte as the other's is
 * given back and the other's is used, with its digest; so are the strings (a text that the other has is not copied), the
 * symbols, the zone and the calendars, and the index if what it is made of is the same. A patch of a panel thus costs the
 * panels and little else; one that adds an outcome costs the tables in which rows moved. Two tables are equal by their bytes
 * because equal strings are the very same ones; should padding differ, a table is merely not shared. */
#include <string.h>

#include "vm/protocol_index.h"
#include "vm/protocol_internal.h"

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
    } else {                                                                                                  \
        protocol->table = fitted(protocol->table, (size_t)protocol->table##_count, sizeof *protocol->table);  \
    }

/* Without the room that it grew into. */
static void *fitted(void *table, size_t count, size_t size)
{
    void *less = count > 0 ? moot_reallocarray(table, count, size) : NULL;
    return less != NULL ? less : table;
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

int moot_protocol__same_index(const moot_protocol *protocol)
{
    static const int reads[] = { MOOT_TABLE_facts,  MOOT_TABLE_events, MOOT_TABLE_rows,    MOOT_TABLE_decisions,
                                 MOOT_TABLE_nodes,  MOOT_TABLE_shifts, MOOT_TABLE_operands, MOOT_TABLE_triggers,
                                 MOOT_TABLE_stages, MOOT_TABLE_clocks, MOOT_TABLE_invariants, MOOT_TABLE_helpers,
                                 MOOT_TABLE_ints };
    size_t i;
    for (i = 0; i < MOOT_COUNT(reads); i++) {
        if ((protocol->shared_tables >> reads[i] & 1U) == 0) {
            return 0;
        }
    }
    return 1;
}

/* ---- asking ---- */

int moot_protocol_same(const moot_protocol *one, const moot_protocol *other)
{
    return memcmp(one->digests, other->digests, sizeof *one->digests) == 0;
}

size_t moot_protocol_bytes(const moot_protocol *protocol)
{
    size_t bytes = sizeof *protocol + protocol->arena.used_bytes + protocol->strings.arena.used_bytes
                   + sizeof *protocol->digests;
#define X(type, table)                                                       \
    if ((protocol->shared_tables >> MOOT_TABLE_##table & 1U) == 0) {         \
        bytes += (size_t)protocol->table##_count * sizeof *protocol->table;  \
    }
    MOOT_PROTOCOL_TABLES(X)
#undef X
    return bytes;
}
