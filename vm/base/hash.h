/* hash: digests. Content hashes that people may check with sha256sum are SHA-256 (libsodium);
 * moot_mix64 is only for combining small digests into a bigger hash input. Text is hashed with
 * line ends made LF by the caller. */
#ifndef MOOT_HASH_H
#define MOOT_HASH_H

#include "vm/base/base.h"

typedef struct moot_sha moot_sha;
moot_sha *moot_sha_new(void) MOOT_MUST_CHECK; /* NULL when memory ends */
void moot_sha_add(moot_sha *sha, const void *bytes, size_t len);
/* With its length, so that "ab","c" and "a","bc" differ. */
void moot_sha_str(moot_sha *sha, const char *text);
void moot_sha_int(moot_sha *sha, int64_t value);
/* Lower-case hex, 64 characters and NUL; frees sha. */
void moot_sha_take(moot_sha *take_sha, char out_hex[65]);

/* BLAKE2b of 32 bytes: as safe and several times as fast, for the parts of what SHA-256 then sums up; and in hex. */
#define MOOT_DIGEST 32
void moot_digest_bytes(const void *bytes, size_t len, unsigned char out[MOOT_DIGEST]);
void moot_hash_bytes(const void *bytes, size_t len, char out_hex[65]);

uint64_t moot_mix64(uint64_t seed, uint64_t value);
uint64_t moot_hash64(const void *bytes, size_t len, uint64_t seed);

#endif
