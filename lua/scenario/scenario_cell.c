/* Lua's values as cells, the same that a caseload's reader makes of JSON: so everything behind
 * reads scenarios and caseloads alike. */
#include <stdlib.h>
#include <string.h>

#include "lua/scenario/scenario_lua.h"
#include "vm/base/text.h"

#define CELL_DEPTH 8

/* ---- values to cells ---- */

/* Conversion happens outside the script's frames, so what is wrong is noted at the word's line,
 * not raised. */
#define REFUSE(L, ...)                                                                             \
    do {                                                                                           \
        if (!scenario_lua_of(L)->said.broken) {                                                    \
            scenario_trouble_at(L, scenario_lua_of(L)->said.line, __VA_ARGS__);                    \
        }                                                                                          \
        scenario_lua_of(L)->said.broken = 1;                                                       \
    } while (0)

#define MIXED "between these braces stand names with values, or values alone, but not both"

static moot_cell *cells_of(lua_State *L, size_t count)
{
    moot_cell *cells = moot_arena_array(&scenario_lua_of(L)->run->arena, count + 1, sizeof *cells);
    if (!cells) {
        scenario_no_memory(scenario_lua_of(L)->run);
        scenario_lua_of(L)->said.broken = 1;
    }
    return cells;
}

/* [-0, +0, m]  a checked copy of a text, in Normalization Form C: so are the names of a protocol */
static const char *text_of(lua_State *L, int index)
{
    size_t len;
    moot_err err;
    moot_buf nfc;
    scenario_run *run = scenario_lua_of(L)->run;
    const char *text = lua_tolstring(L, index, &len);
    moot_err_init(&err);
    if (moot_text_check(text, len, "the text", &err)) {
        REFUSE(L, "%.400s", err.msg);
        return "";
    }
    if (moot_text_ascii(text, len)) {
        return scenario_keep(run, text);
    }
    moot_buf_init(&nfc);
    moot_text_nfc(text, len, &nfc);
    return scenario_keep_buf(run, &nfc);
}

static int by_key(const void *left, const void *right)
{
    return strcmp(((const moot_cell *)left)->key, ((const moot_cell *)right)->key);
}

static moot_cell to_cell(lua_State *L, int index, int depth);

/* [-0, +0, m]  { a = 1, … }: cells sorted by key, for Lua keeps no order */
static moot_cell to_object(lua_State *L, int index, int depth)
{
    moot_cell object = { .kind = MOOT_CELL_OBJECT };
    int32_t count = 0, filled = 0;
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) {
            REFUSE(L, MIXED);
            lua_pop(L, 2);
            return object;
        }
        count++;
    }
    moot_cell *cells = cells_of(L, (size_t)count);
    for (lua_pushnil(L); cells && lua_next(L, index); lua_pop(L, 1)) {
        const char *key = text_of(L, -2);
        cells[filled] = to_cell(L, lua_gettop(L), depth);
        cells[filled++].key = key;
    }
    if (!cells) {
        lua_settop(L, lua_gettop(L) - 1); /* the nil that the walk began with */
        return object;
    }
    qsort(cells, (size_t)count, sizeof *cells, by_key);
    object.cells = cells;
    object.count = count;
    return object;
}

/* [-0, +0, m]  { "a", "b" } */
static moot_cell to_list(lua_State *L, int index, int depth)
{
    moot_cell list = { .kind = MOOT_CELL_LIST };
    lua_Integer count = (lua_Integer)lua_rawlen(L, index), seen = 0;
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
        seen++;
    }
    if (seen != count) {
        REFUSE(L, MIXED);
        return list;
    }
    moot_cell *cells = cells_of(L, (size_t)count);
    for (lua_Integer i = 1; cells && i <= count; i++) {
        lua_rawgeti(L, index, i);
        cells[i - 1] = to_cell(L, lua_gettop(L), depth);
        lua_pop(L, 1);
    }
    list.cells = cells;
    list.count = cells ? (int32_t)count : 0;
    return list;
}

const int32_t *scenario_step_at(lua_State *L, int index)
{
    return lua_type(L, index) == LUA_TUSERDATA ? luaL_testudata(L, index, SCENARIO_STEP) : NULL;
}

/* nothing, an earlier word, or what stands in place of a mistake that is told already */
static moot_cell to_special(lua_State *L, int index)
{
    const int32_t *step = scenario_step_at(L, index);
    if (step) {
        return (moot_cell){ .kind = MOOT_CELL_INTEGER, .number = *step, .row = SCENARIO_STEP_CELL };
    }
    if (lua_type(L, index) != LUA_TLIGHTUSERDATA) {
        scenario_lua_of(L)->said.broken = 1;
    }
    return (moot_cell){ .kind = MOOT_CELL_NULL };
}

static moot_cell to_cell(lua_State *L, int index, int depth)
{
    moot_cell nothing = { .kind = MOOT_CELL_NULL };
    luaL_checkstack(L, 6, NULL);
    switch (lua_type(L, index)) {
    case LUA_TSTRING:
        return (moot_cell){ .kind = MOOT_CELL_TEXT, .text = text_of(L, index) };
    case LUA_TBOOLEAN:
        return (moot_cell){ .kind = lua_toboolean(L, index) ? MOOT_CELL_YES : MOOT_CELL_NO };
    case LUA_TNUMBER:
        return (moot_cell){ .kind =
                                lua_isinteger(L, index) ? MOOT_CELL_INTEGER : MOOT_CELL_FRACTION,
                            .number = lua_tointeger(L, index) };
    case LUA_TTABLE:
        if (depth >= CELL_DEPTH) {
            REFUSE(L, "these braces stand too deep inside one another");
            return nothing;
        }
        return lua_rawlen(L, index) > 0 ? to_list(L, index, depth + 1)
                                        : to_object(L, index, depth + 1);
    case LUA_TUSERDATA:
    case LUA_TLIGHTUSERDATA:
        return to_special(L, index);
    default:
        REFUSE(L, "a scenario is told in texts, numbers, true, false and braces; here stands %s",
               lua_type(L, index) == LUA_TFUNCTION ? "a function" : "nothing at all (nil)");
        return nothing;
    }
}

/* ---- one word, as it was said ---- */

static void refuse(lua_State *L, const scenario_statement *s, const char *what)
{
    if (s->word) {
        REFUSE(L, "%s %s; it is written like this: %s", s->word->name, what, s->word->example);
    } else {
        REFUSE(L, "expect.%s%s %s; it is written like this: %s", s->no ? "no." : "", s->kind->name,
               what, s->kind->example);
    }
}

static void check_values(lua_State *L, const scenario_statement *s, int given)
{
    int least = s->word ? s->word->least : 0, most = s->word ? s->word->most : 1;
    if (given < least || given > most) {
        refuse(L, s, given < least ? "says too little" : "is given too much");
    }
    for (int32_t i = 0; i < s->arg_count; i++) {
        int number = s->word && s->word->id == WORD_CORRECT && s->args[i].kind == MOOT_CELL_INTEGER;
        if (s->args[i].kind != MOOT_CELL_TEXT && !number) {
            refuse(L, s, "takes a text in quotes here");
        }
    }
}

/* The values from index `first` on; a table that comes last is the braces. */
static void read_values(lua_State *L, int first, scenario_statement *s)
{
    int last = lua_gettop(L), given = 0;
    for (int i = first; i <= last; i++) {
        if (i == last && lua_type(L, i) == LUA_TTABLE) {
            s->table = to_cell(L, i, 0);
            s->has_table = 1;
        } else if (given++ < SCENARIO_ARGS) {
            s->args[s->arg_count++] = to_cell(L, i, 0);
        }
    }
    check_values(L, s, given);
}

static void read_word(lua_State *L, struct scenario_lua *lua, int first)
{
    lua_Integer code = lua_tointeger(L, first);
    scenario_statement *s = &lua->said;
    lua->what = SAID_WORD;
    s->number = lua->run->statements;
    if (code < SCENARIO_KINDS_FROM) {
        s->word = &moot_scenario_words[code];
    } else {
        s->kind = &moot_scenario_kinds[(code - SCENARIO_KINDS_FROM) / 2];
        s->no = (code - SCENARIO_KINDS_FROM) % 2 != 0;
    }
    read_values(L, first + 1, s);
}

static void read_braces(lua_State *L, struct scenario_lua *lua, int first, int32_t step)
{
    lua->what = SAID_TABLE;
    lua->said_of = step;
    if (lua_gettop(L) != first + 1 || lua_type(L, first + 1) != LUA_TTABLE) {
        REFUSE(L, "behind a word and its texts only braces { … } can stand");
        return;
    }
    lua->said.table = to_cell(L, first + 1, 0);
}

void scenario_read_said(lua_State *L, struct scenario_lua *lua, int first)
{
    const int32_t *step = scenario_step_at(L, first);
    if (step) {
        read_braces(L, lua, first, *step);
    } else {
        read_word(L, lua, first);
    }
}
