/* Values of facts as Lua has them, both ways. */
#include <stdio.h>
#include <string.h>

#include "lua/helper/helper_internal.h"
#include "vm/base/text.h"

/* ---- to Lua ---- */

/* [-0, +1, m]  a list of the options that a collecting decision gave */
static void push_set(lua_State *L, const moot_protocol *p, int32_t fact, moot_value value)
{
    moot_span options = p->facts[fact].options;
    lua_Integer n = 0;
    lua_newtable(L);
    for (int32_t i = 0; i < options.count; i++) {
        if (value.a >> i & 1) {
            lua_pushstring(L, moot_symbol(p, moot_span_at(p, options, i)));
            lua_rawseti(L, -2, ++n);
        }
    }
}

void helper_push_value(lua_State *L, const moot_protocol *p, int32_t fact, moot_value value)
{
    char text[96];
    switch ((moot_type)value.type) {
    case MOOT_T_YESNO: lua_pushboolean(L, value.a != 0); break;
    case MOOT_T_INTEGER:
    case MOOT_T_MONEY: lua_pushinteger(L, value.a); break;
    case MOOT_T_DATE: lua_pushstring(L, moot_day_text((moot_day)value.a, text, sizeof text)); break;
    case MOOT_T_INSTANT: lua_pushstring(L, moot_instant_text(p->zone, value.a, text, sizeof text)); break;
    case MOOT_T_ONE_OF:
    case MOOT_T_CONSENT: lua_pushstring(L, moot_symbol(p, value.a)); break;
    case MOOT_T_PARTY: lua_pushstring(L, p->parties[value.a].decl.name); break;
    case MOOT_T_TEXT: lua_pushstring(L, value.text); break;
    case MOOT_T_SET: push_set(L, p, fact, value); break;
    default: lua_pushnil(L); break; /* spells and durations are no inputs */
    }
}

/* ---- from Lua ---- */

/* What was given, at the top of the stack, for a sentence. */
static const char *found(lua_State *L, char *buf, size_t size)
{
    char clipped[64];
    switch (lua_type(L, -1)) {
    case LUA_TBOOLEAN:
        snprintf(buf, size, "%s", lua_toboolean(L, -1) ? "true" : "false");
        break;
    case LUA_TNUMBER:
        if (lua_isinteger(L, -1)) {
            snprintf(buf, size, "%lld", (long long)lua_tointeger(L, -1));
        } else {
            snprintf(buf, size, "%.14g", lua_tonumber(L, -1));
        }
        break;
    case LUA_TSTRING:
        snprintf(buf, size, "the text \"%s\"", moot_text_clip(lua_tostring(L, -1), clipped, sizeof clipped));
        break;
    default:
        snprintf(buf, size, "a %s", luaL_typename(L, -1));
        break;
    }
    return buf;
}

static MOOT_NORETURN void misfit(lua_State *L, const moot_protocol *p, int32_t fact, const char *wanted)
{
    char text[128];
    moot_raise_as(L, MOOT_EDATA, "the output \"%s\" takes %s, not %s", p->facts[fact].decl.name, wanted,
                  found(L, text, sizeof text));
}

static int64_t whole(lua_State *L, const moot_protocol *p, int32_t fact, const char *wanted)
{
    int is_whole = 0;
    lua_Integer number = lua_type(L, -1) == LUA_TNUMBER ? lua_tointegerx(L, -1, &is_whole) : 0;
    if (!is_whole) {
        misfit(L, p, fact, wanted);
    }
    return number;
}

static moot_value integer(lua_State *L, const moot_protocol *p, int32_t fact)
{
    const moot_fact *f = &p->facts[fact];
    char wanted[96];
    snprintf(wanted, sizeof wanted, "a whole number from %lld to %lld", (long long)f->min, (long long)f->max);
    int64_t number = whole(L, p, fact, wanted);
    if (number < f->min || number > f->max) {
        misfit(L, p, fact, wanted);
    }
    return moot_value_of(MOOT_T_INTEGER, number, 0);
}

static moot_value money(lua_State *L, const moot_protocol *p, int32_t fact)
{
    static const char wanted[] = "a sum in whole pence";
    int64_t pence = whole(L, p, fact, wanted);
    if (pence < 0) {
        misfit(L, p, fact, wanted);
    }
    return moot_value_of(MOOT_T_MONEY, pence, 0);
}

static const char *text_of(lua_State *L, const moot_protocol *p, int32_t fact, const char *wanted)
{
    size_t len = 0, bad;
    const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &len) : NULL;
    if (!text || memchr(text, '\0', len) || !moot_utf8_check(text, len, &bad)) {
        misfit(L, p, fact, wanted);
    }
    return text;
}

static moot_value date(lua_State *L, const moot_protocol *p, int32_t fact)
{
    static const char wanted[] = "a date, such as \"2018-01-01\"";
    moot_day lo, hi;
    moot_err err;
    moot_err_init(&err);
    if (moot_days_parse(text_of(L, p, fact, wanted), &lo, &hi, &err) || lo != hi) {
        misfit(L, p, fact, wanted);
    }
    return moot_value_of(MOOT_T_DATE, lo, hi);
}

static moot_value instant(lua_State *L, const moot_protocol *p, int32_t fact)
{
    static const char wanted[] = "a day and a time, such as \"2018-01-01 09:30\"";
    moot_when when;
    moot_err err;
    moot_err_init(&err);
    if (moot_when_parse(p->zone, text_of(L, p, fact, wanted), &when, &err) || !moot_when_exact(when)) {
        misfit(L, p, fact, wanted);
    }
    return moot_value_of(MOOT_T_INSTANT, when.lo, when.hi);
}

/* One of the fact's options: a text, or the name of a role. */
static moot_value option(lua_State *L, const moot_protocol *p, int32_t fact)
{
    const moot_fact *f = &p->facts[fact];
    const char *text = text_of(L, p, fact, "one of its options");
    for (int32_t i = 0; i < f->options.count; i++) {
        int32_t one = moot_span_at(p, f->options, i);
        const char *name = f->type == MOOT_T_PARTY ? p->parties[one].decl.name : moot_symbol(p, one);
        if (strcmp(name, text) == 0) {
            return moot_value_of((moot_type)f->type, one, 0);
        }
    }
    misfit(L, p, fact, "one of its options");
}

static moot_value words(lua_State *L, const moot_protocol *p, int32_t fact, moot_arena *arena)
{
    moot_value value = moot_value_of(MOOT_T_TEXT, 0, 0);
    value.text = moot_arena_str(arena, text_of(L, p, fact, "a text"));
    if (!value.text) {
        moot_err_init(&moot_sandbox_of(L)->raised);
        moot_fail_memory(&moot_sandbox_of(L)->raised);
        moot_raise(L);
    }
    return value;
}

static moot_value read_value(lua_State *L, const moot_protocol *p, int32_t fact, moot_arena *arena)
{
    switch ((moot_type)p->facts[fact].type) {
    case MOOT_T_YESNO:
        if (lua_type(L, -1) != LUA_TBOOLEAN) {
            misfit(L, p, fact, "true or false");
        }
        return moot_value_yesno(lua_toboolean(L, -1));
    case MOOT_T_INTEGER: return integer(L, p, fact);
    case MOOT_T_MONEY: return money(L, p, fact);
    case MOOT_T_DATE: return date(L, p, fact);
    case MOOT_T_INSTANT: return instant(L, p, fact);
    case MOOT_T_ONE_OF:
    case MOOT_T_PARTY: return option(L, p, fact);
    case MOOT_T_TEXT: return words(L, p, fact, arena);
    default: MOOT_BUG("a helper gives \"%s\", which the compiler lets no helper give", p->facts[fact].decl.name);
    }
}

static int is_output(const moot_protocol *p, const moot_helper *helper, const char *name)
{
    for (int32_t i = 0; i < helper->outputs.count; i++) {
        if (strcmp(p->facts[moot_span_at(p, helper->outputs, i)].decl.name, name) == 0) {
            return 1;
        }
    }
    return 0;
}

/* The first by its bytes, so that the order of Lua's table does not show. */
static void refuse_others(lua_State *L, const moot_protocol *p, const moot_helper *helper)
{
    const char *other = NULL;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) {
            moot_raise_as(L, MOOT_EDATA, "a helper gives its outputs by name, such as { x = … }");
        }
        const char *name = lua_tostring(L, -2);
        if (!is_output(p, helper, name) && (!other || strcmp(name, other) < 0)) {
            other = name; /* the table keeps it alive */
        }
    }
    if (other) {
        moot_raise_as(L, MOOT_EDATA, "\"%.60s\" is no output of this helper", other);
    }
}

void helper_read_outputs(lua_State *L, const moot_protocol *p, const moot_helper *helper, moot_value *outputs,
                         moot_arena *arena)
{
    char text[128];
    luaL_checkstack(L, 6, NULL);
    if (lua_type(L, -1) != LUA_TTABLE) {
        moot_raise_as(L, MOOT_EDATA, "a helper gives a table of its outputs, such as { x = … }, not %s",
                      lua_isnil(L, -1) ? "nothing" : found(L, text, sizeof text));
    }
    refuse_others(L, p, helper);
    for (int32_t i = 0; i < helper->outputs.count; i++) {
        int32_t fact = moot_span_at(p, helper->outputs, i);
        lua_pushstring(L, p->facts[fact].decl.name);
        if (lua_rawget(L, -2) != LUA_TNIL) {
            outputs[i] = read_value(L, p, fact, arena);
        }
        lua_pop(L, 1);
    }
}
