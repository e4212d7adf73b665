/* A function as a value: what a helper runs. It must be whole in itself, so that it gives the same for the same facts
 * on any machine and in any order of cases: of what stands outside it, it sees the words of Lua and nothing else. */
#include <stdio.h>
#include <string.h>

#include "lua/load/loader.h"
#include "vm/base/names.h"

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

/* ---- names that nobody knows ---- */

static int is(const body *b, int32_t i, uint8_t kind, const char *text)
{
    return i >= b->first && i <= b->last && b->scan->tokens[i].kind == kind && moot_token_is(b->scan, i, text);
}

static int is_name(const body *b, int32_t i)
{
    return i <= b->last && b->scan->tokens[i].kind == MOOT_TOKEN_NAME;
}

static int add_token(const body *b, int32_t i, moot_names *names)
{
    const moot_token *token = &b->scan->tokens[i];
    return moot_names_addn(names, b->scan->source + token->start, (size_t)token->len) >= 0;
}

/* The names of a list that begins at a token: `a, b <const>, c`. */
static int add_list(const body *b, int32_t i, moot_names *names)
{
    int good = 1;
    while (good && is_name(b, i)) {
        good = add_token(b, i, names);
        i += is(b, i + 1, MOOT_TOKEN_SIGN, "<") ? 4 : 1;
        i = is(b, i, MOOT_TOKEN_SIGN, ",") ? i + 1 : b->last + 1;
    }
    return good;
}

/* All that the function names itself, wherever in it; first what it is given. */
static int add_own(const body *b, moot_names *names)
{
    int good = add_list(b, b->first + 1, names);
    for (int32_t i = b->first; good && i <= b->last; i++) {
        int declares = is(b, i, MOOT_TOKEN_KEYWORD, "local") || is(b, i, MOOT_TOKEN_KEYWORD, "for");
        int32_t at = i + 1;
        if (is(b, at, MOOT_TOKEN_KEYWORD, "function")) { /* local function f(a, b) */
            at++;
        } else if (is(b, i, MOOT_TOKEN_KEYWORD, "function")) {
            at += is_name(b, at);
            declares = is(b, at, MOOT_TOKEN_SIGN, "(");
            at++;
        }
        good = !declares || add_list(b, at, names);
    }
    return good;
}

/* Whether a name stands for itself: it is no field, no method and no label. */
static int is_free(const body *b, int32_t i)
{
    static const char *const before[] = { ".", ":", "::" };
    for (size_t k = 0; k < MOOT_COUNT(before); k++) {
        if (is(b, i - 1, MOOT_TOKEN_SIGN, before[k])) {
            return 0;
        }
    }
    int in_table = is(b, i - 1, MOOT_TOKEN_SIGN, "{") || is(b, i - 1, MOOT_TOKEN_SIGN, ",")
                   || is(b, i - 1, MOOT_TOKEN_SIGN, ";");
    int is_key = in_table && is(b, i + 1, MOOT_TOKEN_SIGN, "="); /* or one of several that get a value: let that pass */
    int is_attribute = is(b, i - 1, MOOT_TOKEN_SIGN, "<") && is(b, i + 1, MOOT_TOKEN_SIGN, ">");
    return is_name(b, i) && !is_key && !is_attribute && !is(b, i - 1, MOOT_TOKEN_KEYWORD, "goto");
}

/* "math.floor" of `math.floor(x)`, "total" of `total + 1`. */
static const char *name_at(const body *b, int32_t i, char *buf, size_t size)
{
    static const char *const libraries[] = { "math", "string", "table" };
    char field[64];
    (void)moot_token_text(b->scan, i, buf, size);
    for (size_t k = 0; k < MOOT_COUNT(libraries); k++) {
        if (strcmp(buf, libraries[k]) == 0 && is(b, i + 1, MOOT_TOKEN_SIGN, ".") && is_name(b, i + 2)) {
            (void)snprintf(buf, size, "%s.%s", libraries[k], moot_token_text(b->scan, i + 2, field, sizeof field));
        }
    }
    return buf;
}

static void report_unknown(moot_loader *loader, const body *b, int32_t token, const char *name, const moot_names *names)
{
    const char *absent = moot_absent_hint(name), *near = name[1] != '\0' ? moot_names_nearest(names, name) : NULL;
    moot_site site = { b->site.chunk, token };
    if (strchr(name, '.') && is(b, token + 3, MOOT_TOKEN_SIGN, "=")) {
        moot_loader_report(loader, site, NULL, "a helper keeps nothing: math, string and table cannot be given new names");
    } else if (is(b, token + 1, MOOT_TOKEN_SIGN, "=")) {
        moot_loader_report(loader, site, NULL, "a helper keeps nothing: write local before %s%s%s%s", name,
                           near ? "; or did you mean \"" : "", near ? near : "", near ? "\"?" : "");
    } else if (absent) {
        moot_loader_report(loader, site, NULL, "\"%s\" is not a name that a helper knows; %s", name, absent);
    } else if (near) {
        moot_loader_report(loader, site, NULL, "\"%s\" is not a name that a helper knows; did you mean \"%s\"?", name, near);
    } else if (is_name(b, b->first + 1) && !moot_word_find(name)) {
        moot_loader_report(loader, site, NULL, "\"%s\" is not a name that a helper knows; an input is written %s.%s", name,
                           moot_names_text(names, 0), name);
    } else {
        moot_loader_report(loader, site, NULL,
                           "\"%s\" is not a name that a helper knows: it sees its inputs and Lua's own words", name);
    }
}

/* Each name that is unknown, once: else it would be told only when a case calls the function. 0: memory ended. */
static int check_names(lua_State *L, int index, const body *b)
{
    moot_loader *loader = moot_loader_of(L);
    const char *outside;
    char name[128];
    moot_names names;
    moot_names_init(&names);
    int good = add_own(b, &names);
    int own = (int)names.count; /* which may be called as a library is */
    for (int i = 1; good && (outside = lua_getupvalue(L, index, i)); i++) { /* which were told, _ENV among them */
        lua_pop(L, 1);
        good = moot_names_add(&names, outside) >= 0;
    }
    for (size_t i = 0; good && moot_sandbox_names[i]; i++) {
        good = moot_names_add(&names, moot_sandbox_names[i]) >= 0;
    }
    for (int32_t i = b->first; good && i <= b->last; i++) {
        int id = is_free(b, i) ? moot_names_find(&names, moot_token_text(b->scan, i, name, sizeof name)) : -1;
        int unknown = is_free(b, i) && (id < 0 || id >= own);
        if (unknown && moot_names_find(&names, name_at(b, i, name, sizeof name)) < 0) {
            report_unknown(loader, b, i, name, &names);
            good = moot_names_add(&names, name) >= 0;
        }
    }
    moot_names_done(&names);
    return good;
}

static void no_memory(lua_State *L)
{
    moot_err_init(&moot_sandbox_of(L)->raised);
    moot_fail_memory(&moot_sandbox_of(L)->raised);
    moot_raise(L);
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
        no_memory(L);
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
    if (!check_names(L, index, &b)) {
        no_memory(L);
    }
    node->node.name = code_of(L, &b);
    lua_pushvalue(L, index);
    node->node.number = luaL_ref(L, LUA_REGISTRYINDEX);
    return node;
}
