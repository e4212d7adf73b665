/* What a scenario script sees: the words, each a function that yields; `expect` and its kinds;
 * lengths of time; `nothing`. */
#include <string.h>

#include "lua/load/schema.h"
#include "lua/scenario/scenario_lua.h"
#include "vm/base/names.h"
#include "vm/base/text.h"

#define WORD_CALL 20 /* instructions, so that a loop of words ends like any other */
#define BLANK_CALL 100
#define LONGEST_WAIT 100000
#define VALUES_MOST 8 /* of one call, what it stands for included */

static const char nothing_key = 'n'; /* an address: the value of `nothing` */

/* ---- words ---- */

/* Values are checked behind the yield; here only that there are not too many of them. */
static int yield_all(lua_State *L)
{
    moot_charge(L, WORD_CALL);
    if (lua_gettop(L) > VALUES_MOST) {
        moot_raise_as(L, MOOT_EDATA, "a word takes at most %d values", SCENARIO_ARGS);
    }
    return lua_yield(L, lua_gettop(L));
}

static void count_word(lua_State *L)
{
    if (++scenario_lua_of(L)->run->statements > SCENARIO_STATEMENTS) {
        moot_raise_as(L, MOOT_ELIMIT,
                      "the script says more than %d words: a loop in it may never end",
                      SCENARIO_STATEMENTS);
    }
}

/* Every word and every `expect.…`: upvalue 1 says which. [-n, +1, e] */
static int l_word(lua_State *L)
{
    count_word(L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    return yield_all(L);
}

/* done "x" { … }: the second call. [-2, +1, e] */
static int l_braces(lua_State *L)
{
    return yield_all(L);
}

static int push_blank(lua_State *L)
{
    lua_newuserdatauv(L, 1, 0);
    luaL_setmetatable(L, SCENARIO_BLANK);
    return 1;
}

/* A blank gives a blank. */
static int l_blank(lua_State *L)
{
    moot_charge(L, BLANK_CALL);
    return push_blank(L);
}

/* [-1, +1, e]  hours(48) is the text "48 hours" */
static int l_length(lua_State *L)
{
    lua_Integer count = luaL_checkinteger(L, 1);
    const char *unit = lua_tostring(L, lua_upvalueindex(1));
    if (count < 0 || count > LONGEST_WAIT) {
        moot_raise_as(L, MOOT_EDATA, "%s takes a whole number from 0 to %d", unit, LONGEST_WAIT);
    }
    lua_pushfstring(L, "%d %s", (int)count, unit);
    return 1;
}

/* word in scripts, words of a duration */
static const char *const units[][2] = {
    { "minutes", "minutes" },
    { "hours", "hours" },
    { "days", "days" },
    { "weeks", "weeks" },
    { "months", "months" },
    { "years", "years" },
    { "working_days", "working days" },
};

static const char *nearest_word(const char *name)
{
    const char *names[128] = { "expect", "nothing", "unknown" };
    size_t count = 3;
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        names[count++] = moot_scenario_words[i].name;
    }
    for (size_t i = 0; i < MOOT_COUNT(units); i++) {
        names[count++] = units[i][0];
    }
    for (const char *const *own = moot_sandbox_names; *own && count < MOOT_COUNT(names); own++) {
        names[count++] = *own;
    }
    return moot_nearest(name, names, count);
}

/* The key of an index or a call as a text for messages, into `buf`. */
static const char *clipped_name(lua_State *L, int index, char *buf, size_t size)
{
    return moot_text_clip(lua_type(L, index) == LUA_TSTRING ? lua_tostring(L, index) : "?", buf,
                          size);
}

/* [-2, +1, e]  an unknown word is told and answered with a blank, so that one run finds many */
static int l_missing(lua_State *L)
{
    char name[64];
    clipped_name(L, 2, name, sizeof name);
    const char *near = nearest_word(name);
    if (near) {
        scenario_trouble_at(L, scenario_line_now(L), "scenarios have no word %s; did you mean %s?",
                            name, near);
    } else if (moot_word_find(name)) {
        scenario_trouble_at(L, scenario_line_now(L),
                            "%s is a word of protocols; scenarios have no such word", name);
    } else {
        scenario_trouble_at(L, scenario_line_now(L), "scenarios have no word %s", name);
    }
    return push_blank(L);
}

static int l_assigned(lua_State *L)
{
    char name[64];
    clipped_name(L, 2, name, sizeof name);
    scenario_trouble_at(L, scenario_line_now(L), "a name is given with local, as in: local %s = …",
                        name);
    return 0;
}

/* [-0, +1, e]  tells that there is no such kind, with the nearest; pushes a blank */
static int no_such_kind(lua_State *L, int index)
{
    char name[64];
    const char *names[64] = { "no" };
    size_t count = 1;
    for (size_t i = 0; i < moot_scenario_kind_count && count < MOOT_COUNT(names); i++) {
        names[count++] = moot_scenario_kinds[i].name;
    }
    const char *near = moot_nearest(clipped_name(L, index, name, sizeof name), names, count);
    scenario_trouble_at(L, scenario_line_now(L), "there is no expect.%s%s%s%s", name,
                        near ? "; did you mean expect." : "", near ? near : "", near ? "?" : "");
    return push_blank(L);
}

/* [-2, +1, e]  expect.x: upvalue 1 holds the kinds */
static int l_kind(lua_State *L)
{
    lua_pushvalue(L, 2);
    return lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL ? 1 : no_such_kind(L, 2);
}

static int l_fixed(lua_State *L)
{
    moot_raise_as(L, MOOT_EDATA, "expect is fixed: nothing can be added to it");
}

/* [-2, +1, e]  expect.no "breach": the same as expect.no.breach(); upvalue 1 holds the kinds */
static int l_none_of(lua_State *L)
{
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL) {
        return no_such_kind(L, 2);
    }
    count_word(L);
    lua_getupvalue(L, 3, 1);
    return lua_yield(L, 1);
}

/* ---- the environment ---- */

/* [-0, +1, m]  pushes the kinds by name */
static void push_kinds(lua_State *L, int no)
{
    lua_createtable(L, 0, (int)moot_scenario_kind_count);
    for (size_t i = 0; i < moot_scenario_kind_count; i++) {
        lua_pushinteger(L, SCENARIO_KINDS_FROM + 2 * (lua_Integer)i + no);
        lua_pushcclosure(L, l_word, 1);
        lua_setfield(L, -2, moot_scenario_kinds[i].name);
    }
}

/* [-1, +1, m]  replaces the kinds on the top by an empty table that leads to them and cannot be
 * changed */
static void seal(lua_State *L, lua_CFunction call)
{
    lua_newtable(L);
    lua_createtable(L, 0, 4);
    lua_pushvalue(L, -3);
    lua_pushcclosure(L, l_kind, 1);
    lua_setfield(L, -2, "__index");
    if (call) {
        lua_pushvalue(L, -3);
        lua_pushcclosure(L, call, 1);
        lua_setfield(L, -2, "__call");
    }
    lua_pushcfunction(L, l_fixed);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}

/* [-0, +1, m]  pushes a table of all words */
static void push_words(lua_State *L)
{
    lua_newtable(L);
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        lua_pushinteger(L, (lua_Integer)i);
        lua_pushcclosure(L, l_word, 1);
        lua_setfield(L, -2, moot_scenario_words[i].name);
    }
    for (size_t i = 0; i < MOOT_COUNT(units); i++) {
        lua_pushstring(L, units[i][1]);
        lua_pushcclosure(L, l_length, 1);
        lua_setfield(L, -2, units[i][0]);
    }
    union {
        const char *given;
        void *taken;
    } nothing = { &nothing_key }; /* an address, never written to */
    lua_pushlightuserdata(L, nothing.taken);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "nothing");
    lua_setfield(L, -2, "unknown");
    push_kinds(L, 0);
    push_kinds(L, 1);
    seal(L, l_none_of);
    lua_setfield(L, -2, "no");
    seal(L, NULL);
    lua_setfield(L, -2, "expect");
}

/* [-0, +0, m] */
static void new_metatable(lua_State *L, const char *name, lua_CFunction call, lua_CFunction index)
{
    luaL_newmetatable(L, name);
    lua_pushcfunction(L, call);
    lua_setfield(L, -2, "__call");
    if (index) {
        lua_pushcfunction(L, index);
        lua_setfield(L, -2, "__index");
    }
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

void scenario_push_env(lua_State *L)
{
    luaL_checkstack(L, 20, NULL);
    new_metatable(L, SCENARIO_STEP, l_braces, NULL);
    new_metatable(L, SCENARIO_BLANK, l_blank, l_blank);
    push_words(L);
    moot_sandbox_push_env(L, -1, l_missing, l_assigned, 0);
    lua_remove(L, -2);
}
