/* Blocks in a chain; the current one is filled from its start, the ones after it are empty and
 * wait. */
#include "vm/base/arena.h"

#include <stdalign.h>
#include <string.h>

#define FIRST_BLOCK ((size_t)4096)
#define LARGEST_STEP                                                                               \
    ((size_t)256 * 1024) /* blocks double up to here; a bigger piece gets a block of its size */
#define ALIGNMENT alignof(max_align_t)

struct moot_arena_block {
    struct moot_arena_block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

void moot_arena_init(moot_arena *arena)
{
    memset(arena, 0, sizeof *arena);
}

void moot_arena_done(moot_arena *arena)
{
    if (!arena) {
        return;
    }
    struct moot_arena_block *block = arena->first;
    while (block) {
        struct moot_arena_block *next = block->next;
        moot_free(block);
        block = next;
    }
    moot_arena_init(arena);
}

void moot_arena_clear(moot_arena *arena)
{
    for (struct moot_arena_block *block = arena->first; block; block = block->next) {
        block->used = 0;
    }
    arena->current = arena->first;
    arena->used_bytes = 0;
}

static int fits(const struct moot_arena_block *block, size_t size)
{
    return block && block->size - block->used >= size;
}

static struct moot_arena_block *add_block(moot_arena *arena, size_t size)
{
    struct moot_arena_block *after = arena->current;
    size_t wanted = after ? after->size * 2 : FIRST_BLOCK;
    if (wanted > LARGEST_STEP) {
        wanted = LARGEST_STEP;
    }
    if (wanted < size) {
        wanted = size;
    }
    if (wanted > SIZE_MAX - sizeof *after) {
        return NULL;
    }
    struct moot_arena_block *block = moot_malloc(sizeof *block + wanted);
    if (!block) {
        return NULL;
    }
    block->used = 0;
    block->size = wanted;
    block->next = after ? after->next : NULL;
    if (after) {
        after->next = block;
    } else {
        arena->first = block;
    }
    return block;
}

/* The current block, else the next one in waiting, else a new one put in front of that. */
static struct moot_arena_block *block_for(moot_arena *arena, size_t size)
{
    if (fits(arena->current, size)) {
        return arena->current;
    }
    struct moot_arena_block *next = arena->current ? arena->current->next : arena->first;
    if (!fits(next, size)) {
        next = add_block(arena, size);
    }
    if (next) {
        arena->current = next;
    }
    return next;
}

static void *take(moot_arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT) {
        return NULL;
    }
    size = size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
    struct moot_arena_block *block = block_for(arena, size);
    if (!block) {
        return NULL;
    }
    void *piece = block->bytes + block->used;
    block->used += size;
    arena->used_bytes += size;
    return piece;
}

void *moot_arena_alloc(moot_arena *arena, size_t size)
{
    void *piece = take(arena, size);
    return piece ? memset(piece, 0, size) : NULL;
}

void *moot_arena_array(moot_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        return NULL;
    }
    return moot_arena_alloc(arena, count * size);
}

int32_t *moot_arena_none(moot_arena *arena, int32_t count)
{
    int32_t *list = moot_arena_array(arena, (size_t)count + 1, sizeof *list);
    for (int32_t i = 0; list && i <= count; i++) {
        list[i] = -1;
    }
    return list;
}

char *moot_arena_strn(moot_arena *arena, const char *text, size_t len)
{
    char *copy = len < SIZE_MAX ? take(arena, len + 1) : NULL;
    if (copy) {
        memcpy(copy, text, len);
        copy[len] = '\0';
    }
    return copy;
}

char *moot_arena_str(moot_arena *arena, const char *text)
{
    return moot_arena_strn(arena, text, strlen(text));
}
