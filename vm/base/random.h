/* random: counter-based draws (Philox 4x64, random123). A draw is a pure function of its key, so it does not depend on what was
 * drawn before, on threads or on the order of cases: common random numbers across variants come by themselves. */
#ifndef MOOT_RANDOM_H
#define MOOT_RANDOM_H

#include "vm/base/base.h"

typedef struct moot_draw_key {
    uint64_t seed, replicate;
    uint64_t subject; /* hash of the case's id (and child) */
    uint64_t name;    /* hash of kind and name of what is drawn */
    uint32_t purpose; /* which of a question's draws: outcome, duration, … */
    uint32_t visit, attempt;
} moot_draw_key;

uint64_t moot_draw(const moot_draw_key *key);
/* Uniform in 0 … n-1 (n >= 1), without bias worth naming (128-bit multiply-shift). */
uint32_t moot_draw_below(const moot_draw_key *key, uint32_t n);

#endif
