/* What a script sees of Lua itself: an allow-list. A function is here because it is bounded, gives the same answer on
 * every machine, and has no way out; where Lua's own is not so, ours stands in its place.
 *
 * The environment that a chunk gets is an empty table; its metatable looks names up in a table that the script cannot
 * reach, so that neither a new name nor an old one can be assigned. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/sandbox/sandbox.h"

#define TEXT_LIMIT 65536 /* bytes that rep, concat or format may make */
#define VALUES_LIMIT 200 /* values that unpack or format may take */
#define NUMBER_TEXT 200  /* bytes of a text that tonumber reads */

/* Both lists in the order of bytes: names, then tables and what is in them. */
const char *const moot_sandbox_names[] = {
    "assert", "each", "error", "ipairs", "math", "math.abs", "math.ceil", "math.floor", "math.fmod", "math.huge",
    "math.max", "math.maxinteger", "math.min", "math.mininteger", "math.tointeger", "math.type", "select", "string",
    "string.format", "string.len", "string.lower", "string.rep", "string.sub", "string.upper", "table",
    "table.concat", "table.insert", "table.unpack", "tonumber", "tostring", "type", NULL,
};
const char *const moot_sandbox_stdlib_names[] = {
    "sorted", "string.find", "string.gmatch", "string.gsub", "string.match", NULL,
};

/* ---- text of a value ---- */

/* [-0, +1, m]  pushes what tostring gives: never an address */
static void push_text(lua_State *L, int index)
{
    index = lua_absindex(L, index);
    switch (lua_type(L, index)) {
    case LUA_TNIL:
        lua_pushliteral(L, "nil");
        break;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
        break;
    case LUA_TNUMBER:
        lua_pushvalue(L, index);
        lua_tostring(L, -1); /* turns the copy into its text */
        break;
    case LUA_TSTRING:
        lua_pushvalue(L, index);
        break;
    default: /* our userdata say what they are; anything else is only named by its kind */
        if (lua_type(L, index) != LUA_TUSERDATA || !luaL_callmeta(L, index, "__tostring")) {
            lua_pushstring(L, luaL_typename(L, index));
        }
        break;
    }
}

/* [-1, +1, e]  tostring(value) */
static int l_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    push_text(L, 1);
    return 1;
}

/* [-1, +1, e]  tonumber(value): a number, or nil */
static int l_tonumber(lua_State *L)
{
    luaL_checkany(L, 1);
    if (!lua_isnoneornil(L, 2)) {
        return luaL_argerror(L, 2, "tonumber takes one value");
    }
    int is_number = lua_type(L, 1) == LUA_TNUMBER;
    int is_short = lua_type(L, 1) == LUA_TSTRING && lua_rawlen(L, 1) <= NUMBER_TEXT;
    if (is_number) {
        lua_settop(L, 1);
    } else if (!is_short || lua_stringtonumber(L, lua_tostring(L, 1)) != lua_rawlen(L, 1) + 1) {
        lua_pushnil(L);
    }
    return 1;
}

/* ---- each, sorted: the only walks over a table, in one order for everyone ---- */

typedef struct key {
    const char *text; /* NULL: an integer */
    size_t len;
    lua_Integer number;
} key;

static int by_key(const void *left, const void *right)
{
    const key *a = left, *b = right;
    if (!a->text || !b->text) {
        int texts = (a->text != NULL) - (b->text != NULL);
        return texts ? texts : (a->number > b->number) - (a->number < b->number);
    }
    int order = memcmp(a->text, b->text, a->len < b->len ? a->len : b->len);
    return order ? order : (a->len > b->len) - (a->len < b->len);
}

static int64_t sorting_cost(size_t count)
{
    int64_t cost = 1;
    for (size_t n = count; n > 0; n /= 2) {
        cost += (int64_t)count;
    }
    return cost;
}

/* Reads the value at index, which stays where it is, so that a text remains alive. */
static void read_key(lua_State *L, int index, key *out)
{
    *out = (key){ 0 };
    if (lua_type(L, index) == LUA_TSTRING) {
        out->text = lua_tolstring(L, index, &out->len);
    } else if (lua_isinteger(L, index)) {
        out->number = lua_tointeger(L, index);
    } else {
        moot_raise_as(L, MOOT_EDATA, "only whole numbers and texts can be put in order, not a %s",
                      luaL_typename(L, index));
    }
}

/* [-0, +1, m]  pushes a list of the sorted keys */
static void push_keys(lua_State *L, const key *keys, size_t count)
{
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        if (keys[i].text) {
            lua_pushlstring(L, keys[i].text, keys[i].len);
        } else {
            lua_pushinteger(L, keys[i].number);
        }
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

static size_t count_keys(lua_State *L, int index)
{
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
        count++;
    }
    return count;
}

/* [-0, +1, e]  each's step: upvalues are the table, its sorted keys, and how many were given */
static int l_each_step(lua_State *L)
{
    lua_Integer next = lua_tointeger(L, lua_upvalueindex(3)) + 1;
    lua_pushinteger(L, next);
    lua_replace(L, lua_upvalueindex(3));
    lua_rawgeti(L, lua_upvalueindex(2), next);
    lua_pushvalue(L, -1);
    lua_rawget(L, lua_upvalueindex(1));
    return 2;
}

/* [-1, +1, e]  each(table): for key, value in each(t) do: whole numbers upwards, then texts by their bytes */
static int l_each(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    size_t count = count_keys(L, 1), filled = 0;
    moot_charge(L, sorting_cost(count));
    key *keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        read_key(L, -2, &keys[filled++]);
    }
    qsort(keys, count, sizeof *keys, by_key);
    lua_pushvalue(L, 1);
    push_keys(L, keys, count);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, l_each_step, 3);
    return 1;
}

/* [-1, +1, e]  sorted(list): a new list of its whole numbers and texts in order (stdlib only) */
static int l_sorted(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    size_t count = lua_rawlen(L, 1);
    moot_charge(L, sorting_cost(count));
    key *keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, 1, (lua_Integer)i + 1);
        read_key(L, -1, &keys[i]);
        lua_pop(L, 1); /* the list keeps it alive */
    }
    qsort(keys, count, sizeof *keys, by_key);
    push_keys(L, keys, count);
    return 1;
}

/* ---- string ---- */

static void refuse_long(lua_State *L, const char *name)
{
    moot_raise_as(L, MOOT_EDATA, "%s would make a text of over %d bytes", name, TEXT_LIMIT);
}

/* Only the letters a to z: the same on every machine. */
static int change_case(lua_State *L, char from, char to, int shift)
{
    size_t len;
    const char *text = luaL_checklstring(L, 1, &len);
    moot_charge(L, (int64_t)(len / 16));
    char *copy = lua_newuserdatauv(L, len + 1, 0);
    for (size_t i = 0; i < len; i++) {
        copy[i] = (char)(text[i] >= from && text[i] <= to ? text[i] + shift : text[i]);
    }
    lua_pushlstring(L, copy, len);
    return 1;
}

static int l_lower(lua_State *L)
{
    return change_case(L, 'A', 'Z', 'a' - 'A');
}

static int l_upper(lua_State *L)
{
    return change_case(L, 'a', 'z', 'A' - 'a');
}

/* [-1, +1, e]  string.len(text) */
static int l_len(lua_State *L)
{
    size_t len;
    luaL_checklstring(L, 1, &len);
    lua_pushinteger(L, (lua_Integer)len);
    return 1;
}

/* [-3, +1, e]  string.sub(text, first, last) as Lua's */
static int l_sub(lua_State *L)
{
    size_t size;
    const char *text = luaL_checklstring(L, 1, &size);
    lua_Integer len = (lua_Integer)size;
    lua_Integer first = luaL_checkinteger(L, 2), last = luaL_optinteger(L, 3, -1);
    moot_charge(L, (int64_t)(size / 16));
    if (first < 0) {
        first = first < -len ? 1 : len + first + 1;
    }
    if (last < 0) {
        last = last < -len ? 0 : len + last + 1;
    }
    first = first < 1 ? 1 : first;
    last = last > len ? len : last;
    lua_pushlstring(L, text + (first <= last ? first - 1 : 0), first <= last ? (size_t)(last - first + 1) : 0);
    return 1;
}

/* [-3, +1, e]  string.rep(text, count, between) */
static int l_rep(lua_State *L)
{
    size_t len, between_len;
    const char *text = luaL_checklstring(L, 1, &len);
    lua_Integer count = luaL_checkinteger(L, 2);
    const char *between = luaL_optlstring(L, 3, "", &between_len);
    size_t piece = len + between_len;
    if (count <= 0 || piece == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (piece > TEXT_LIMIT || count > TEXT_LIMIT / (lua_Integer)piece) {
        refuse_long(L, "rep");
    }
    size_t total = piece * (size_t)count - between_len;
    moot_charge(L, (int64_t)(total / 16) + count);
    char *copy = lua_newuserdatauv(L, total + 1, 0), *end = copy;
    for (lua_Integer i = 0; i < count; i++) {
        if (i > 0) {
            memcpy(end, between, between_len);
            end += between_len;
        }
        memcpy(end, text, len);
        end += len;
    }
    lua_pushlstring(L, copy, total);
    return 1;
}

typedef struct conversion {
    int left, zeros, width, decimals; /* decimals -1: not given */
    char kind;
} conversion;

static int read_digits(const char **text, int digits)
{
    int value = 0;
    for (; digits > 0 && **text >= '0' && **text <= '9'; digits--) {
        value = value * 10 + *(*text)++ - '0';
    }
    return value;
}

/* Reads what follows a %; returns what follows it. */
static const char *read_conversion(lua_State *L, const char *text, conversion *out)
{
    const char *start = text;
    *out = (conversion){ .decimals = -1 };
    out->left = *text == '-';
    text += out->left;
    out->zeros = *text == '0';
    out->width = read_digits(&text, 3);
    if (*text == '.') {
        text++;
        out->decimals = read_digits(&text, 1);
    }
    out->kind = *text;
    if (out->width > 99 || !*text || !strchr("sdf%", *text)) {
        moot_raise_as(L, MOOT_EDATA, "string.format knows %%s, %%d, %%f and %%%%, but not %%%.*s",
                      (int)(text - start) + (*text != '\0'), start);
    }
    return text + 1;
}

/* [-0, +1, e]  pushes one value as the conversion says */
static void push_formatted(lua_State *L, const conversion *c, int arg)
{
    char out[512] = "";
    if (c->kind == 'd') {
        long long number = luaL_checkinteger(L, arg);
        snprintf(out, sizeof out, c->zeros ? "%0*lld" : "%*lld", c->left ? 0 : c->width, number);
    } else if (c->kind == 'f') {
        snprintf(out, sizeof out, "%*.*f", c->left ? 0 : c->width, c->decimals < 0 ? 6 : c->decimals,
                 luaL_checknumber(L, arg));
    } else {
        luaL_checkany(L, arg);
        push_text(L, arg);
    }
    if (c->kind != 's') {
        lua_pushstring(L, out);
    }
    lua_Integer blanks = c->width - (lua_Integer)lua_rawlen(L, -1);
    if (blanks > 0) {
        memset(out, ' ', (size_t)blanks);
        lua_pushlstring(L, out, (size_t)blanks);
        lua_insert(L, c->left ? -1 : -2);
        lua_concat(L, 2);
    }
}

/* [-n, +1, e]  string.format(text, …): %s goes through our tostring; there is no %p */
static int l_format(lua_State *L)
{
    int args = lua_gettop(L), arg = 1, pieces = 0;
    const char *text = luaL_checkstring(L, 1);
    luaL_checkstack(L, 2 * VALUES_LIMIT + 10, NULL);
    while (*text) {
        if (++pieces > 2 * VALUES_LIMIT) {
            moot_raise_as(L, MOOT_EDATA, "string.format takes at most %d values", VALUES_LIMIT);
        }
        size_t plain = strcspn(text, "%");
        conversion c;
        if (plain > 0) {
            lua_pushlstring(L, text, plain);
            text += plain;
            continue;
        }
        text = read_conversion(L, text + 1, &c);
        if (c.kind == '%') {
            lua_pushliteral(L, "%");
        } else if (++arg > args) {
            moot_raise_as(L, MOOT_EDATA, "string.format has fewer values than its text asks for");
        } else {
            push_formatted(L, &c, arg);
        }
    }
    size_t total = 0;
    for (int i = 1; i <= pieces; i++) {
        total += lua_rawlen(L, -i);
    }
    if (total > TEXT_LIMIT) {
        refuse_long(L, "string.format");
    }
    moot_charge(L, (int64_t)(total / 16) + pieces);
    lua_concat(L, pieces);
    return 1;
}

/* ---- table ---- */

/* The element as text; copied before the next call, since a number's text is not kept alive. */
static const char *element(lua_State *L, lua_Integer i, size_t *out_len)
{
    lua_rawgeti(L, 1, i);
    if (lua_type(L, -1) != LUA_TSTRING && lua_type(L, -1) != LUA_TNUMBER) {
        moot_raise_as(L, MOOT_EDATA, "table.concat joins texts and numbers; item %lld is a %s", (long long)i,
                      luaL_typename(L, -1));
    }
    return lua_tolstring(L, -1, out_len);
}

/* [-2, +1, e]  table.concat(list, between) */
static int l_concat(lua_State *L)
{
    size_t between_len, total = 0, len;
    luaL_checktype(L, 1, LUA_TTABLE);
    const char *between = luaL_optlstring(L, 2, "", &between_len);
    lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
    moot_charge(L, count);
    for (lua_Integer i = 1; i <= count; i++) {
        element(L, i, &len);
        lua_pop(L, 1);
        total += len + (i > 1 ? between_len : 0);
        if (total > TEXT_LIMIT) {
            refuse_long(L, "table.concat");
        }
    }
    char *copy = lua_newuserdatauv(L, total + 1, 0), *end = copy;
    for (lua_Integer i = 1; i <= count; i++) {
        if (i > 1) {
            memcpy(end, between, between_len);
            end += between_len;
        }
        const char *text = element(L, i, &len);
        memcpy(end, text, len);
        end += len;
        lua_pop(L, 1);
    }
    lua_pushlstring(L, copy, total);
    return 1;
}

/* [-3, +0, e]  table.insert(list, value) or (list, place, value) */
static int l_insert(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer count = (lua_Integer)lua_rawlen(L, 1), place = count + 1;
    if (lua_gettop(L) == 3) {
        place = luaL_checkinteger(L, 2);
        luaL_argcheck(L, place >= 1 && place <= count + 1, 2, "there is no such place in the list");
    } else if (lua_gettop(L) != 2) {
        moot_raise_as(L, MOOT_EDATA, "table.insert takes a list and a value, or a list, a place and a value");
    }
    moot_charge(L, count - place + 1);
    for (lua_Integer i = count; i >= place; i--) {
        lua_rawgeti(L, 1, i);
        lua_rawseti(L, 1, i + 1);
    }
    lua_rawseti(L, 1, place);
    return 0;
}

/* [-1, +n, e]  table.unpack(list) */
static int l_unpack(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Unsigned count = lua_rawlen(L, 1);
    if (count > VALUES_LIMIT) {
        moot_raise_as(L, MOOT_EDATA, "table.unpack takes at most %d values", VALUES_LIMIT);
    }
    luaL_checkstack(L, (int)count, NULL);
    for (lua_Unsigned i = 1; i <= count; i++) {
        lua_rawgeti(L, 1, (lua_Integer)i);
    }
    return (int)count;
}

/* ---- environments ---- */

/* Ours, where Lua's own is unbounded or differs between machines; under the same names as in the lists above. */
static const luaL_Reg ours[] = {
    { "each", l_each },           { "sorted", l_sorted },           { "string.format", l_format },
    { "string.len", l_len },      { "string.lower", l_lower },      { "string.rep", l_rep },
    { "string.sub", l_sub },      { "string.upper", l_upper },      { "table.concat", l_concat },
    { "table.insert", l_insert }, { "table.unpack", l_unpack },     { "tonumber", l_tonumber },
    { "tostring", l_tostring },
};

/* Lua's own libraries, out of any script's reach; the key is the address. */
static const char libraries_key = 'l';

/* [-0, +1, m]  pushes the value of a dotted name of one of the lists */
static void push_named(lua_State *L, int libraries, const char *name)
{
    for (size_t i = 0; i < MOOT_COUNT(ours); i++) {
        if (strcmp(ours[i].name, name) == 0) {
            lua_pushcfunction(L, ours[i].func);
            return;
        }
    }
    const char *dot = strchr(name, '.');
    lua_pushlstring(L, dot ? name : LUA_GNAME, dot ? (size_t)(dot - name) : strlen(LUA_GNAME));
    lua_rawget(L, libraries);
    lua_getfield(L, -1, dot ? dot + 1 : name);
    lua_remove(L, -2);
}

/* [-0, +0, m]  sets table[name], or table[library][name] for a dotted name, to what push_named gives */
static void copy_name(lua_State *L, int table, int libraries, const char *name)
{
    const char *dot = strchr(name, '.');
    if (!dot) {
        push_named(L, libraries, name);
        lua_setfield(L, table, name);
        return;
    }
    lua_pushlstring(L, name, (size_t)(dot - name));
    lua_rawget(L, table);
    push_named(L, libraries, name);
    lua_setfield(L, -2, dot + 1);
    lua_pop(L, 1);
}

static int is_library(const char *name)
{
    return strcmp(name, "math") == 0 || strcmp(name, "string") == 0 || strcmp(name, "table") == 0;
}

static void copy_names(lua_State *L, int table, int libraries, const char *const *names)
{
    for (; *names; names++) {
        if (is_library(*names)) {
            lua_newtable(L); /* each environment has tables of its own */
            lua_setfield(L, table, *names);
        } else {
            copy_name(L, table, libraries, *names);
        }
    }
}

/* [-2, +1, e]  reads a name: upvalues are the names and the function for those that are missing */
static int l_read_name(lua_State *L)
{
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_pushvalue(L, lua_upvalueindex(2));
        lua_insert(L, 1);
        lua_call(L, 2, 1);
    }
    return 1;
}

void moot_sandbox_push_env(lua_State *L, int words, lua_CFunction missing, lua_CFunction assigned, int for_stdlib)
{
    words = lua_absindex(L, words);
    luaL_checkstack(L, 12, NULL);
    lua_newtable(L); /* the environment itself stays empty */
    int env = lua_gettop(L);
    lua_newtable(L);
    int names = lua_gettop(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &libraries_key);
    copy_names(L, names, names + 1, moot_sandbox_names);
    if (for_stdlib) {
        copy_names(L, names, names + 1, moot_sandbox_stdlib_names);
    }
    lua_pop(L, 1);
    for (lua_pushnil(L); lua_next(L, words);) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, names);
    }
    lua_createtable(L, 0, 3);
    lua_pushvalue(L, names);
    lua_pushcfunction(L, missing);
    lua_pushcclosure(L, l_read_name, 2);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, names);
    lua_pushcclosure(L, assigned, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, env);
    lua_settop(L, env);
}

/* All texts share one metatable: it leads to our bounded functions and to nothing else, arithmetic included. */
static void close_string_metatable(lua_State *L, int libraries)
{
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 2);
    lua_newtable(L);
    for (const char *const *name = moot_sandbox_names; *name; name++) {
        if (strncmp(*name, "string.", 7) == 0) {
            push_named(L, libraries, *name);
            lua_setfield(L, -2, *name + 7);
        }
    }
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

void moot_sandbox_open(lua_State *L)
{
    static const luaL_Reg opened[] = {
        { LUA_GNAME, luaopen_base }, { "math", luaopen_math }, { "string", luaopen_string }, { "table", luaopen_table },
    };
    luaL_checkstack(L, 10, NULL);
    lua_newtable(L);
    int libraries = lua_gettop(L);
    for (size_t i = 0; i < MOOT_COUNT(opened); i++) {
        luaL_requiref(L, opened[i].name, opened[i].func, 0);
        lua_setfield(L, libraries, opened[i].name);
    }
    close_string_metatable(L, libraries);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &libraries_key);
}
