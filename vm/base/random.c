#include "vm/base/random.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic" /* 128-bit multiplication inside the library's header */
#pragma GCC diagnostic ignored "-Wundef"
#pragma GCC diagnostic ignored "-Wconversion"
#include <Random123/philox.h>
#pragma GCC diagnostic pop

uint64_t moot_draw(const moot_draw_key *key)
{
    philox4x64_key_t k = { { key->seed, key->replicate } };
    philox4x64_ctr_t c = { { key->subject, key->name, ((uint64_t)key->visit << 32) | key->attempt, key->purpose } };
    return philox4x64(c, k).v[0];
}

uint32_t moot_draw_below(const moot_draw_key *key, uint32_t n)
{
    return (uint32_t)(((moot_draw(key) >> 32) * n) >> 32);
}
