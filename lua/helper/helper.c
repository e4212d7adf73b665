/* States for helpers, and one call. The values that cross over are in helper_value.c. */
#include "lua/helper/helper.h"

#include <string.h>

#include "lua/compile/compile.h"
#include "lua/helper/helper_internal.h"

/* For one call: volume bounds the memory too, since what was there before is collected. */
static const moot_sandbox_limits for_calling = {
    .live_bytes = 16u << 20,
    .hard_bytes = 32u << 20,
    .volume_bytes = 4u << 20,
    .instructions = 200000,
    .cpu_ms = 5000,
};

/* ---- what a function sees ---- */

static const char env_key = 'e'; /* address: registry key of the functions' environment */

/* [-2, +1, e]  (environment, name) */
static int l_missing(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    moot_raise_as(L, MOOT_EDATA, "\"%.60s\" is not a name that a helper knows: it sees its inputs and Lua's own words", name);
}

/* [-3, +0, e]  (environment, name, value) */
static int l_assigned(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    moot_raise_as(L, MOOT_EDATA, "a helper keeps nothing: write local before %.60s", name);
}

static int l_read_only(lua_State *L)
{
    moot_raise_as(L, MOOT_EDATA, "a helper keeps nothing: math, string and table cannot be given new names");
}

/* [-1, +1, m]  an empty table that reads through to the one on the top, and cannot be written */
static void push_read_only(lua_State *L)
{
    lua_newtable(L);
    lua_createtable(L, 0, 3);
    lua_rotate(L, -3, -1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, l_read_only);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}

/* [-0, +1, e]  the environment of all functions: as a script's, without the words of moot */
static void push_environment(lua_State *L)
{
    static const char *const libraries[] = { "math", "string", "table" };
    luaL_checkstack(L, 10, NULL);
    lua_newtable(L);
    moot_sandbox_push_env(L, -1, l_missing, l_assigned, 0);
    for (size_t i = 0; i < MOOT_COUNT(libraries); i++) {
        lua_getfield(L, -1, libraries[i]);
        push_read_only(L);
        lua_setfield(L, -3, libraries[i]); /* a word of this name stands in Lua's place */
    }
    moot_sandbox_push_env(L, -2, l_missing, l_assigned, 0);
    lua_replace(L, -3);
    lua_pop(L, 1);
}

static void set_environment(lua_State *L, int reference)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, reference);
    const char *name;
    for (int i = 1; (name = lua_getupvalue(L, -1, i)); i++) {
        lua_pop(L, 1);
        if (strcmp(name, "_ENV") == 0) {
            lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
            lua_setupvalue(L, -2, i);
        }
    }
    lua_pop(L, 1);
}

/* ---- a state ---- */

static const moot_node *declaration(const moot_script *script, const char *name)
{
    for (int32_t i = 0; i < script->decl_count; i++) {
        const moot_node *node = script->decls[i];
        if (moot_node_is(node, "helper") && node->name && strcmp(node->name, name) == 0) {
            return node;
        }
    }
    return NULL;
}

static int l_prepare(lua_State *L)
{
    helper_state *state = lua_touserdata(L, 1);
    push_environment(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &env_key);
    for (int32_t i = 0; i < state->protocol->helpers_count; i++) {
        const char *name = state->protocol->helpers[i].decl.name;
        const moot_node *node = declaration(state->loader->script, name);
        const moot_node *run = node ? moot_node_field(node, "run") : NULL;
        if (!run || run->type != MOOT_NODE_FUNCTION) {
            moot_raise_as(L, MOOT_ESYSTEM, "the script has no helper \"%.60s\" any more", name);
        }
        state->functions[i] = (int)run->number;
        set_environment(L, state->functions[i]);
    }
    return 0;
}

static void close_lua(helper_state *state)
{
    moot_loader_close(state->loader);
    moot_free(state->functions);
    state->loader = NULL;
    state->functions = NULL;
}

static moot_code changed(const helper_state *state, moot_err *err)
{
    return moot_fail(err, MOOT_ESYSTEM, "the script %s was changed while it ran: its helpers are not those of the protocol",
                     state->script->path);
}

/* What the script declares must be this protocol; asked once, since every state is then of the same text. */
static moot_code check_hash(helper_state *state, moot_err *err)
{
    moot_protocol *again = NULL;
    moot_errs errs;
    if (strcmp(state->script->hash, state->protocol->hash) == 0) {
        return MOOT_OK;
    }
    moot_errs_init(&errs, 0);
    moot_code code = moot_compile_script(state->loader->script, 0, &again, &errs, NULL);
    moot_errs_done(&errs);
    if (code == MOOT_ENOMEM) {
        return moot_fail_memory(err);
    }
    int same = code == MOOT_OK && strcmp(again->hash, state->protocol->hash) == 0;
    moot_protocol_free(again);
    if (same) {
        memcpy(state->script->hash, state->protocol->hash, sizeof state->script->hash);
    }
    return same ? MOOT_OK : changed(state, err);
}

static moot_code open_lua(helper_state *state, moot_err *err)
{
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_code code = moot_loader_open(state->script->path, &state->script->options, &state->loader, &errs);
    if (code && errs.count > 0) {
        *err = errs.list[--errs.count];
    }
    moot_errs_done(&errs);
    code = code ? code : check_hash(state, err);
    state->functions = code ? NULL : moot_calloc((size_t)state->protocol->helpers_count, sizeof *state->functions);
    if (!code && !state->functions) {
        code = moot_fail_memory(err);
    }
    code = code ? code : moot_lua_call(state->loader->sandbox, l_prepare, state, err);
    if (code) {
        close_lua(state);
    }
    return code;
}

/* ---- the host ---- */

static void close_state(void *opened)
{
    helper_state *state = opened;
    if (state) {
        close_lua(state);
        moot_free(state);
    }
}

static moot_code host_open(void *user, const moot_protocol *protocol, void **out_state, moot_err *err)
{
    moot_helper_script *script = user;
    helper_state *state = atomic_exchange(&script->idle, NULL);
    if (state && strcmp(script->hash, protocol->hash) == 0) {
        state->protocol = protocol;
        *out_state = state;
        return MOOT_OK;
    }
    close_state(state);
    state = moot_calloc(1, sizeof *state);
    if (!state) {
        return moot_fail_memory(err);
    }
    state->script = script;
    state->protocol = protocol;
    moot_code code = open_lua(state, err);
    if (code) {
        moot_free(state);
        return code;
    }
    *out_state = state;
    return MOOT_OK;
}

static void host_close(void *opened)
{
    moot_helper_script *script = ((helper_state *)opened)->script;
    close_state(atomic_exchange(&script->idle, opened));
}

typedef struct call {
    helper_state *state;
    const moot_helper *helper;
    int function;
    const moot_value *inputs;
    moot_value *outputs;
    moot_arena *arena;
} call;

/* Nothing of an earlier call is left, so that a limit is reached by each alike. */
static int l_call(lua_State *L)
{
    const call *k = lua_touserdata(L, 1);
    const moot_protocol *p = k->state->protocol;
    lua_gc(L, LUA_GCCOLLECT);
    luaL_checkstack(L, 10, NULL);
    lua_rawgeti(L, LUA_REGISTRYINDEX, k->function);
    lua_createtable(L, 0, k->helper->inputs.count);
    for (int32_t i = 0; i < k->helper->inputs.count; i++) {
        int32_t fact = moot_span_at(p, k->helper->inputs, i);
        helper_push_value(L, p, fact, k->inputs[i]);
        lua_setfield(L, -2, p->facts[fact].decl.name);
    }
    lua_call(L, 1, 1);
    helper_read_outputs(L, p, k->helper, k->outputs, k->arena);
    return 0;
}

static moot_code host_call(void *opened, int32_t helper, const moot_value *inputs, moot_value *outputs, moot_arena *arena,
                           moot_err *err)
{
    helper_state *state = opened;
    if (!state->loader && open_lua(state, err)) { /* the last call hit a limit: its state is not used again */
        return err->code == MOOT_ENOMEM ? MOOT_ENOMEM : (err->code = MOOT_ESYSTEM);
    }
    moot_sandbox *sandbox = state->loader->sandbox;
    call k = { state, &state->protocol->helpers[helper], state->functions[helper], inputs, outputs, arena };
    moot_sandbox_rearm(sandbox, &for_calling);
    moot_code code = moot_lua_call(sandbox, l_call, &k, err);
    if (sandbox->spent) {
        if (sandbox->too_slow) {
            code = err->code = MOOT_ESYSTEM; /* of this machine: no answer of the case */
        }
        close_lua(state);
    }
    return code;
}

void moot_helper_script_init(moot_helper_script *script, const char *path, const moot_load_options *options)
{
    memset(script, 0, sizeof *script);
    script->host.user = script;
    script->host.open = host_open;
    script->host.call = host_call;
    script->host.close = host_close;
    script->path = path;
    if (options) {
        script->options = *options;
    }
    atomic_init(&script->idle, NULL);
}

void moot_helper_script_done(moot_helper_script *script)
{
    close_state(atomic_exchange(&script->idle, NULL));
}
