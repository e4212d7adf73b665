/* The owner of one case's input. */
#include "vm/case/record.h"

#include <string.h>

void moot_input_init(moot_input *input)
{
    memset(input, 0, sizeof *input);
    moot_arena_init(&input->arena);
}

void moot_input_done(moot_input *input)
{
    if (input) {
        moot_arena_done(&input->arena);
        moot_input_init(input);
    }
}

void moot_input_clear(moot_input *input)
{
    moot_arena kept = input->arena;
    moot_arena_clear(&kept);
    memset(input, 0, sizeof *input);
    input->arena = kept;
}
