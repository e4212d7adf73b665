/* How a variant that nobody reads lies: of each table that is its own only what differs from that of the protocol that it is
 * like (fold.h). Its index is made anew when it is read. A table that is not much like the other's stays as it is. */
#include <pthread.h>

#include "vm/base/fold.h"
#include "vm/protocol/protocol_index.h"
#include "vm/protocol/protocol_internal.h"

typedef struct moot_protocol_folds {
    pthread_mutex_t lock;
    int32_t readers;
    int made; /* the folds below; they stay as they are from then on */
    moot_fold tables[MOOT_TABLE_COUNT];
} moot_protocol_folds;

moot_protocol_folds *moot_protocol__new_folds(void)
{
    moot_protocol_folds *folds = moot_calloc(1, sizeof *folds);
    if (folds != NULL && pthread_mutex_init(&folds->lock, NULL) != 0) {
        moot_free(folds);
        return NULL;
    }
    if (folds != NULL) {
        folds->readers = 1;
    }
    return folds;
}

void moot_protocol__free_folds(moot_protocol_folds *folds)
{
    int i;
    for (i = 0; folds != NULL && i < MOOT_TABLE_COUNT; i++) {
        moot_fold_done(&folds->tables[i]);
    }
    if (folds != NULL) {
        (void)pthread_mutex_destroy(&folds->lock);
    }
    moot_free(folds);
}

size_t moot_protocol__fold_bytes(const moot_protocol_folds *folds)
{
    size_t bytes = folds != NULL ? sizeof *folds : 0;
    int i;
    for (i = 0; folds != NULL && i < MOOT_TABLE_COUNT; i++) {
        bytes += folds->tables[i].count * sizeof *folds->tables[i].words;
    }
    return bytes;
}

#define VIEW(protocol, table) ((moot_table_view){ (protocol)->table, (protocol)->table##_count, sizeof *(protocol)->table })

/* Without the room that it grew into. */
static void *fitted(void *table, int32_t count, size_t size)
{
    void *less = count > 0 ? moot_reallocarray(table, (size_t)count, size) : NULL;
    return less != NULL ? less : table;
}

#define X(type, table)                                                                                                \
    _Static_assert(sizeof *((moot_protocol *)0)->table % 4 == 0 && sizeof *((moot_protocol *)0)->table <= MOOT_FOLD_WIDEST, \
                   "rows of " #table " fold");
MOOT_PROTOCOL_TABLES(X)
X(int, ints)
#undef X

static void make_folds(moot_protocol *protocol)
{
    moot_protocol_folds *folds = protocol->folds;
#define X(type, table)                                                                                                \
    if ((protocol->shared_tables >> MOOT_TABLE_##table & 1U) == 0                                                     \
        && !moot_fold_make(VIEW(protocol, table), VIEW(protocol->like, table), &folds->tables[MOOT_TABLE_##table])) { \
        protocol->table = fitted(protocol->table, protocol->table##_count, sizeof *protocol->table);                  \
    }
    MOOT_PROTOCOL_TABLES(X)
    X(int, ints)
#undef X
    folds->made = 1;
}

static void point_to_tables(moot_protocol *protocol)
{
    protocol->rules.nodes = protocol->nodes;
    protocol->rules.operands = protocol->operands;
    protocol->rules.steps = protocol->steps;
}

/* Gives back what is folded. */
static void drop(moot_protocol *protocol)
{
#define X(type, table)                                                \
    if (protocol->folds->tables[MOOT_TABLE_##table].words != NULL) {  \
        moot_free(protocol->table);                                   \
        protocol->table = NULL;                                       \
        protocol->table##_cap = 0;                                    \
    }
    MOOT_PROTOCOL_TABLES(X)
    X(int, ints)
#undef X
    point_to_tables(protocol);
    if (!protocol->shared_index) {
        moot_protocol_index_free(protocol->index);
        protocol->index = NULL;
        protocol->rules.plain = NULL;
    }
}

static moot_code open_folds(moot_protocol *protocol, moot_err *err)
{
    int good = 1;
#define X(type, table)                                                                                                \
    if (good && protocol->folds->tables[MOOT_TABLE_##table].words != NULL) {                                          \
        protocol->table = moot_reallocarray(NULL, (size_t)protocol->table##_count, sizeof *protocol->table);          \
        good = protocol->table != NULL;                                                                               \
        if (good) {                                                                                                   \
            moot_fold_open(&protocol->folds->tables[MOOT_TABLE_##table], VIEW(protocol->like, table), protocol->table); \
        }                                                                                                             \
    }
    MOOT_PROTOCOL_TABLES(X)
    X(int, ints)
#undef X
    point_to_tables(protocol);
    if (!good) {
        return moot_fail_memory(err);
    }
    return protocol->shared_index ? MOOT_OK : moot_protocol_index_build(protocol, err);
}

/* Readers see it const; a variant itself never is. */
static moot_protocol *ours(const moot_protocol *protocol)
{
    return (moot_protocol *)(uintptr_t)protocol;
}

moot_code moot_protocol_unfold(const moot_protocol *protocol, moot_err *err)
{
    moot_protocol_folds *folds = protocol->folds;
    moot_code code = MOOT_OK;
    if (folds == NULL) {
        return MOOT_OK;
    }
    (void)pthread_mutex_lock(&folds->lock);
    if (folds->readers == 0) {
        code = open_folds(ours(protocol), err);
    }
    if (code == MOOT_OK) {
        folds->readers++;
    } else {
        drop(ours(protocol));
    }
    (void)pthread_mutex_unlock(&folds->lock);
    return code;
}

void moot_protocol_fold(const moot_protocol *protocol)
{
    moot_protocol_folds *folds = protocol != NULL ? protocol->folds : NULL;
    if (folds == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&folds->lock);
    if (--folds->readers == 0) {
        if (!folds->made) {
            make_folds(ours(protocol));
        }
        drop(ours(protocol));
    }
    (void)pthread_mutex_unlock(&folds->lock);
}
