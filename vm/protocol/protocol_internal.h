/* protocol_internal: what protocol.c and its sisters share, and nobody else needs. */
#ifndef MOOT_PROTOCOL_INTERNAL_H
#define MOOT_PROTOCOL_INTERNAL_H

#include "vm/base/hash.h"
#include "vm/protocol/protocol.h"

/* Fills protocol->hash: SHA-256 over every table, field by field, with the digests of calendars and zone. Left out:
 * the script's file, line numbers, and what freeze computes. So a comment, a blank line or another folder changes
 * nothing, and whatever can change an answer changes the hash. Error: MOOT_ENOMEM. */
moot_code moot_protocol__hash(moot_protocol *protocol, moot_err *err) MOOT_MUST_CHECK;

/* Of each table and of its rows, a few at a time, so that what a variant shares is not hashed again. */
typedef struct moot_protocol_digests {
    unsigned char table[MOOT_TABLE_COUNT][MOOT_DIGEST];
    unsigned char header[MOOT_DIGEST];  /* all that is in no table, but for the name */
    unsigned char (*rows)[MOOT_DIGEST]; /* of all tables, one behind the other; NULL: a variant's are not kept */
} moot_protocol_digests;

size_t moot_protocol__digest_bytes(const moot_protocol *protocol); /* of rows */

/* ---- protocol_share.c ---- */

/* Gives a variant the tables of the protocol that it is like, where they are equal. Before the index is built. */
void moot_protocol__share(moot_protocol *protocol);
void moot_protocol__free_tables(moot_protocol *protocol);
/* Whether the index of the other one is right for it. */
int moot_protocol__same_index(const moot_protocol *protocol);
/* A string of the other one; NULL if it has none. */
const char *moot_protocol__shared_str(const moot_protocol *protocol, const char *text);

/* ---- protocol_fold.c ---- */

struct moot_protocol_folds *moot_protocol__new_folds(void) MOOT_MUST_CHECK; /* read by its maker; NULL when memory ends */
void moot_protocol__free_folds(struct moot_protocol_folds *folds);          /* takes NULL */
size_t moot_protocol__fold_bytes(const struct moot_protocol_folds *folds);  /* takes NULL */

#endif
