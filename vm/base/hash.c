/* SHA-256 by libsodium; numbers go in as eight bytes, lowest first, so that every machine gets
 * the same digest. */
#include "vm/base/hash.h"

#include <sodium.h>
#include <string.h>

struct moot_sha {
    crypto_hash_sha256_state state;
};

moot_sha *moot_sha_new(void)
{
    moot_sha *sha = moot_malloc(sizeof *sha);
    if (sha) {
        crypto_hash_sha256_init(&sha->state);
    }
    return sha;
}

void moot_sha_add(moot_sha *sha, const void *bytes, size_t len)
{
    crypto_hash_sha256_update(&sha->state, bytes, len);
}

void moot_sha_int(moot_sha *sha, int64_t value)
{
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++) {
        bytes[i] = (unsigned char)((uint64_t)value >> (8 * i));
    }
    moot_sha_add(sha, bytes, sizeof bytes);
}

void moot_sha_str(moot_sha *sha, const char *text)
{
    size_t len = strlen(text);
    moot_sha_int(sha, (int64_t)len);
    moot_sha_add(sha, text, len);
}

void moot_sha_take(moot_sha *take_sha, char out_hex[65])
{
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(&take_sha->state, digest);
    sodium_bin2hex(out_hex, 65, digest, sizeof digest);
    moot_free(take_sha);
}

void moot_digest_bytes(const void *bytes, size_t len, unsigned char out[MOOT_DIGEST])
{
    int chosen = sodium_init(); /* what is made for this processor, once; the digest is the same without, and slower */
    (void)chosen;
    (void)crypto_generichash(out, MOOT_DIGEST, bytes, len, NULL, 0); /* fails only for sizes that there are not */
}

void moot_hash_bytes(const void *bytes, size_t len, char out_hex[65])
{
    unsigned char digest[MOOT_DIGEST];
    moot_digest_bytes(bytes, len, digest);
    sodium_bin2hex(out_hex, 65, digest, sizeof digest);
}

/* The finisher of SplitMix64: every input bit reaches every output bit. */
uint64_t moot_mix64(uint64_t seed, uint64_t value)
{
    uint64_t x = seed * 0x9e3779b97f4a7c15u + value + 0x632be59bd9b4e019u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* Up to eight bytes as a number, lowest first, whatever the machine's own order. */
static uint64_t load_bytes(const unsigned char *bytes, size_t len)
{
    uint64_t word = 0;
    for (size_t i = 0; i < len; i++) {
        word |= (uint64_t)bytes[i] << (8 * i);
    }
    return word;
}

uint64_t moot_hash64(const void *bytes, size_t len, uint64_t seed)
{
    const unsigned char *p = bytes;
    uint64_t h = moot_mix64(seed, len);
    for (; len >= 8; len -= 8, p += 8) {
        h = moot_mix64(h, load_bytes(p, 8));
    }
    return len ? moot_mix64(h, load_bytes(p, len)) : h;
}
