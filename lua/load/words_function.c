/* A function as a value: what a helper runs. It must be whole in itself, so that it gives the same for the same facts
 * on any machine and in any order of cases: of what stands outside it, it sees the words of Lua and nothing else. */
#include <string.h>

#include "lua/load/loader.h"

/* The tokens of a function, from the bracket of its parameters to its end: Lua remembers these two lines. */
typedef struct body {
    const moot_scan *scan;
    moot_site site;
    int32_t first, last;
} body;

static int find_body(lua_State *L, int index, body *out)
{
    moot_loader *loader = moot_loader_of(L);
    lua_Debug ar;
    lua_pushvalue(L, index);
    lua_getinfo(L, ">S", &ar);
    out->site.chunk = ar.linedefined > 0 ? moot_loader_chunk(loader, ar.source) : -1;
    if (out->site.chunk < 0) {
        return 0;
    }
    out->scan = &loader->chunks[out->site.chunk]->scan;
    out->first = moot_scan_at_line(out->scan, ar.linedefined);
    out->last = moot_scan_at_line(out->scan, ar.lastlinedefined);
    out->site.token = out->first;
    return out->first <= out->last;
}

/* The nearest place inside where a name from outside is used. */
static moot_site site_of_name(const body *b, const char *name)
{
    moot_site site = b->site;
    for (int32_t i = b->first; i <= b->last; i++) {
        if (b->scan->tokens[i].kind == MOOT_TOKEN_NAME && moot_token_is(b->scan, i, name)) {
            site.token = i;
            break;
        }
    }
    return site;
}

static void check_outside(lua_State *L, int index, const body *b)
{
    moot_loader *loader = moot_loader_of(L);
    const char *name;
    for (int i = 1; (name = lua_getupvalue(L, index, i)); i++) {
        lua_pop(L, 1);
        if (strcmp(name, "_ENV") != 0) {
            moot_loader_report(loader, site_of_name(b, name), NULL,
                               "\"%s\" stands outside this function, which sees only its inputs; write it inside, or "
                               "make it an input", name);
        }
    }
    moot_site env = site_of_name(b, "_ENV");
    if (env.token != b->first) {
        moot_loader_report(loader, env, NULL, "a function reads and writes no _ENV");
    }
}

/* Its tokens with a blank between them: what it does, however it is laid out. */
static const char *code_of(lua_State *L, const body *b)
{
    moot_buf buf;
    moot_buf_init(&buf);
    for (int32_t i = b->first; i <= b->last; i++) {
        const moot_token *token = &b->scan->tokens[i];
        moot_buf_add(&buf, b->scan->source + token->start, (size_t)token->len);
        moot_buf_char(&buf, ' ');
    }
    const char *code = moot_buf_ok(&buf) ? moot_arena_str(&moot_loader_of(L)->script->arena, moot_buf_text(&buf)) : NULL;
    moot_buf_done(&buf);
    if (!code) {
        moot_err_init(&moot_sandbox_of(L)->raised);
        moot_fail_memory(&moot_sandbox_of(L)->raised);
        moot_raise(L);
    }
    return code;
}

moot_loaded_node *moot_value_function(lua_State *L, int index, moot_site site)
{
    body b = { NULL, { -1, -1 }, 0, 0 };
    moot_loaded_node *node = moot_value_new(L, MOOT_NODE_FUNCTION, site);
    luaL_checkstack(L, 4, NULL);
    index = lua_absindex(L, index);
    if (!find_body(L, index, &b)) {
        moot_loader_report(moot_loader_of(L), site, NULL, "a function is written out here: function(f) … end");
        node->node.name = "";
        return node;
    }
    moot_charge(L, b.last - b.first);
    check_outside(L, index, &b);
    node->node.name = code_of(L, &b);
    lua_pushvalue(L, index);
    node->node.number = luaL_ref(L, LUA_REGISTRYINDEX);
    return node;
}
