/* scenario_lua: what the Lua side of scenarios shares: scenario_lua.c (the thread and its loop),
 * scenario_cell.c (Lua's values as cells), scenario_env.c (what a script sees). Nobody else
 * includes this. */
#ifndef MOOT_SCENARIO_LUA_H
#define MOOT_SCENARIO_LUA_H

#include "lua/sandbox/sandbox.h"
#include "lua/scenario/scenario_internal.h"

#define SCENARIO_STEP "earlier word" /* metatables: Lua's own messages call the values so */
#define SCENARIO_BLANK "unknown word"
#define SCENARIO_KINDS_FROM                                                                        \
    1000 /* what a word's function carries: its index in the words, or from here on in the kinds */

typedef enum scenario_said { SAID_WORD, SAID_TABLE, SAID_END } scenario_said;

typedef struct scenario_trouble {
    int line, col;
    const char *text;
} scenario_trouble;

struct scenario_lua {
    scenario_run *run;
    moot_sandbox *sandbox;
    lua_State *thread; /* kept alive by the registry */
    const char *chunk;
    scenario_said what; /* of the last yield */
    scenario_statement said;
    int32_t said_of; /* SAID_TABLE: the word that it is behind */
    scenario_statement pending;
    int has_pending;
    int32_t give; /* number of the word that the thread is given when it goes on; 0: none */
    scenario_trouble *troubles; /* owned; mistakes met since the pending word, told after it */
    size_t trouble_cap;
    int32_t trouble_count;
    int32_t earlier; /* of these: met before the word that was said last, not in it */
};

static inline struct scenario_lua *scenario_lua_of(lua_State *L)
{
    return moot_sandbox_of(L)->owner;
}

/* ---- scenario_lua.c ---- */

/* The script's line that is running; 0. */
int scenario_line_now(lua_State *L);
/* Notes a mistake, to be told behind the pending word. Does not raise. */
void scenario_trouble_at(lua_State *L, int line, const char *fmt, ...) MOOT_PRINTF(3, 4);

/* ---- scenario_cell.c ---- */

/* The number of the word that a value stands for; NULL if it is none. */
const int32_t *scenario_step_at(lua_State *L, int index);
/* The word, or the braces, whose values stand on the stack from index `first` on, into
 * lua->said. [-0, +0, m] */
void scenario_read_said(lua_State *L, struct scenario_lua *lua, int first);

/* ---- scenario_env.c ---- */

/* Pushes the environment of a script. [-0, +1, m] */
void scenario_push_env(lua_State *L);

#endif
