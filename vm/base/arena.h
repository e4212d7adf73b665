/* arena: memory that is freed whole. What a compiled protocol, a script's node tree or one
 * case's input owns lives in one arena; single pieces are never freed. */
#ifndef MOOT_ARENA_H
#define MOOT_ARENA_H

#include "vm/base/base.h"

typedef struct moot_arena {
    struct moot_arena_block *first, *current; /* owned */
    size_t used_bytes;                        /* of all blocks, for limits and `info` */
} moot_arena;

void moot_arena_init(moot_arena *arena);
void moot_arena_done(moot_arena *arena);
void moot_arena_clear(moot_arena *arena); /* keeps the blocks for the next use */
/* Zeroed memory, aligned for anything; NULL when memory ends. */
void *moot_arena_alloc(moot_arena *arena, size_t size) MOOT_MUST_CHECK;
void *moot_arena_array(moot_arena *arena, size_t count, size_t size) MOOT_MUST_CHECK;
/* So many indexes and one more, each "none": -1. NULL when memory ends. */
int32_t *moot_arena_none(moot_arena *arena, int32_t count) MOOT_MUST_CHECK;
char *moot_arena_str(moot_arena *arena, const char *text) MOOT_MUST_CHECK;
char *moot_arena_strn(moot_arena *arena, const char *text, size_t len) MOOT_MUST_CHECK;

#endif
