/* helper_internal: what helper.c and helper_value.c share. */
#ifndef MOOT_LUA_HELPER_INTERNAL_H
#define MOOT_LUA_HELPER_INTERNAL_H

#include "lua/helper/helper.h"
#include "lua/load/loader.h"

typedef struct helper_state {
    moot_helper_script *script;
    const moot_protocol *protocol;
    moot_loader *loader; /* its sandbox is the state; NULL after a limit was hit */
    int *functions;      /* per helper: registry reference */
} helper_state;

/* The value of a fact as a script writes it. [-0, +1, m] */
void helper_push_value(lua_State *L, const moot_protocol *p, int32_t fact, moot_value value);
/* The outputs from the table on the top; what is not in it stays as it is. Raises for what does not fit. [-0, +0, e] */
void helper_read_outputs(lua_State *L, const moot_protocol *p, const moot_helper *helper, moot_value *outputs,
                         moot_arena *arena);

#endif
