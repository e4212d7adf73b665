#include "lua/helper/evaluate.h"

#include <stdio.h>
#include <string.h>

#include "lua/helper/helper_internal.h"
#include "lua/sandbox/sandbox.h"
#include "vm/base/names.h"

#define CHUNK "=this"

static const moot_sandbox_limits limits = {
    .live_bytes = 16u << 20,
    .hard_bytes = 32u << 20,
    .volume_bytes = 128u << 20,
    .instructions = 2000000,
    .cpu_ms = 2000,
};

typedef struct evaluation {
    const moot_case *c;
    const moot_result *r;
    const uint8_t *hidden; /* per fact; NULL: none is */
    const char *text; /* "return EXPR" */
    moot_buf *out;
} evaluation;

/* ---- the case as values ---- */

static void set_text(lua_State *L, const char *key, const char *text)
{
    if (text) {
        lua_pushstring(L, text);
        lua_setfield(L, -2, key);
    }
}

static void set_when(lua_State *L, const moot_case *c, const char *key, moot_when when)
{
    char text[160];
    if (when.lo != MOOT_NEVER) {
        set_text(L, key, moot_when_text(c->protocol->zone, when, text, sizeof text));
    }
}

static void set_owner(lua_State *L, moot_result_names owner)
{
    lua_createtable(L, owner.count, 0);
    for (int32_t i = 0; i < owner.count; i++) {
        lua_pushstring(L, owner.names[i] ? owner.names[i] : "");
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "owner");
}

static void push_stages(lua_State *L, const evaluation *e)
{
    lua_createtable(L, e->r->stages_count, 0);
    for (int32_t i = 0; i < e->r->stages_count; i++) {
        const moot_result_stage *s = &e->r->stages[i];
        lua_createtable(L, 0, 7);
        set_text(L, "stage", s->stage);
        set_when(L, e->c, "entered", s->entered);
        set_when(L, e->c, "left", s->left);
        set_text(L, "outcome", s->outcome);
        set_text(L, "clause", s->clause);
        set_text(L, "child", s->child);
        set_owner(L, s->owner);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "stages");
}

static void push_deadlines(lua_State *L, const evaluation *e)
{
    lua_createtable(L, e->r->deadlines_count, 0);
    for (int32_t i = 0; i < e->r->deadlines_count; i++) {
        const moot_result_deadline *d = &e->r->deadlines[i];
        lua_createtable(L, 0, 10);
        set_text(L, "deadline", d->deadline);
        set_when(L, e->c, "since", d->since);
        set_when(L, e->c, "due", d->due);
        set_when(L, e->c, "met_at", d->met_at);
        set_text(L, "status", d->status);
        set_text(L, "late_by", d->late_by);
        set_text(L, "rule", d->rule);
        set_text(L, "clause", d->clause);
        set_text(L, "child", d->child);
        set_owner(L, d->owner);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "deadlines");
}

static void push_others(lua_State *L, const evaluation *e)
{
    lua_createtable(L, e->r->breaches_count, 0);
    for (int32_t i = 0; i < e->r->breaches_count; i++) {
        lua_createtable(L, 0, 4);
        set_text(L, "name", e->r->breaches[i].name);
        set_text(L, "kind", e->r->breaches[i].kind);
        set_when(L, e->c, "at", e->r->breaches[i].at);
        set_text(L, "clause", e->r->breaches[i].clause);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "breaches");
    lua_createtable(L, e->r->needs_count, 0);
    for (int32_t i = 0; i < e->r->needs_count; i++) {
        lua_createtable(L, 0, 3);
        set_text(L, "fact", e->r->needs[i].fact);
        set_text(L, "name", e->r->needs[i].name);
        set_text(L, "clause", e->r->needs[i].clause);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "needs");
}

static void push_facts(lua_State *L, const evaluation *e)
{
    const moot_protocol *p = e->c->protocol;
    for (int32_t i = 0; i < p->facts_count; i++) {
        const moot_fact *f = &p->facts[i];
        int absent = f->per_child || f->type == MOOT_T_SPELLS || (e->hidden && e->hidden[i]);
        moot_value value = absent
                               ? moot_unknown()
                               : moot_fact_value(&p->rules, &e->c->facts, i, -1, NULL);
        if (moot_known(value)) {
            helper_push_value(L, p, i, value);
            lua_setfield(L, -2, f->decl.name);
        }
    }
}

/* The age tells a day of birth, within a year. */
static int hides_age(const evaluation *e)
{
    int32_t dob = e->c->protocol->dob_fact;
    return e->hidden && dob >= 0 && e->hidden[dob];
}

static void push_standing(lua_State *L, const evaluation *e)
{
    int lo = 0, hi = 0;
    char text[64];
    const moot_protocol *p = e->c->protocol;
    if (!hides_age(e) && moot_age(&p->rules, &e->c->facts, -1, &lo, &hi) && lo == hi) {
        lua_pushinteger(L, lo);
        lua_setfield(L, -2, "age");
    }
    set_text(L, "status", e->r->status);
    set_text(L, "outcome", e->r->outcome);
    set_text(L, "tonight", e->r->tonight ? e->r->tonight->place : NULL);
    set_text(L, "lead", e->c->facts.lead >= 0 ? p->parties[e->c->facts.lead].decl.name : NULL);
    set_when(L, e->c, "now", e->c->facts.now);
    set_text(L, "today", moot_day_text(moot_day_at(p->zone, e->c->facts.now.lo), text, sizeof text));
}

/* ---- running it ---- */

/* A name that is not known is nil when it is a fact's or another of the case's; else the nearest is offered. */
static int l_missing(lua_State *L)
{
    static const char *const others[] = { "age", "now", "today", "status", "outcome", "tonight", "lead",
                                          "stages", "deadlines", "breaches", "needs" };
    const evaluation *e = moot_sandbox_of(L)->owner;
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    const char *near = moot_nearest(name, others, MOOT_COUNT(others));
    int32_t index = moot_find_fact(e->c->protocol, name);
    if (index >= 0 && e->hidden && e->hidden[index]) {
        moot_raise_as(L, MOOT_EDATA, "%s is hidden: show %s first", name, name);
    }
    if (strcmp(name, "age") == 0 && hides_age(e)) {
        moot_raise_as(L, MOOT_EDATA, "age is hidden with dob: show dob first");
    }
    if (index >= 0 || (near && strcmp(near, name) == 0)) {
        lua_pushnil(L);
        return 1;
    }
    for (int32_t i = 0; !near && i < e->c->protocol->facts_count; i++) {
        const char *fact = e->c->protocol->facts[i].decl.name;
        near = moot_nearest(name, &fact, 1);
    }
    moot_raise_as(L, MOOT_EDATA, "the case has no \"%.40s\"%s%s%s", name, near ? "; did you mean " : "", near ? near : "",
                  near ? "?" : "");
}

static int l_assigned(lua_State *L)
{
    moot_raise_as(L, MOOT_EDATA, "an expression cannot change the case");
}

static void show_value(lua_State *L, int index, moot_buf *out)
{
    switch (lua_type(L, index)) {
    case LUA_TNIL:
        moot_buf_str(out, "unknown");
        break;
    case LUA_TBOOLEAN:
        moot_buf_str(out, lua_toboolean(L, index) ? "yes" : "no");
        break;
    case LUA_TNUMBER:
    case LUA_TSTRING:
        lua_pushvalue(L, index);
        moot_buf_str(out, lua_tostring(L, -1));
        lua_pop(L, 1);
        break;
    case LUA_TTABLE:
        moot_buf_printf(out, "a table of %d", (int)lua_rawlen(L, index));
        break;
    default:
        moot_buf_str(out, luaL_typename(L, index));
        break;
    }
}

/* [-0, +0, e] */
static int l_run(lua_State *L)
{
    evaluation *e = lua_touserdata(L, 1);
    luaL_checkstack(L, 30, NULL);
    lua_newtable(L);
    push_facts(L, e);
    push_standing(L, e);
    push_stages(L, e);
    push_deadlines(L, e);
    push_others(L, e);
    moot_sandbox_push_env(L, -1, l_missing, l_assigned, 0);
    lua_remove(L, -2);
    moot_sandbox_load_text(L, e->text, strlen(e->text), CHUNK);
    lua_call(L, 0, LUA_MULTRET);
    for (int i = 2; i <= lua_gettop(L); i++) {
        moot_buf_str(e->out, i > 2 ? ", " : "");
        show_value(L, i, e->out);
    }
    moot_buf_char(e->out, '\n');
    return 0;
}

moot_code moot_evaluate(const moot_case *c, const moot_result *result, const uint8_t *hidden, const char *expression,
                        moot_buf *out, moot_err *err)
{
    moot_sandbox *sandbox = NULL;
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_printf(&text, "return %s", expression);
    evaluation e = { c, result, hidden, moot_buf_text(&text), out };
    moot_code code = moot_buf_ok(&text) ? moot_sandbox_new(&limits, &sandbox, err) : moot_fail_memory(err);
    if (!code) {
        sandbox->owner = &e;
        code = moot_lua_call(sandbox, l_run, &e, err);
        err->line = err->col = 0; /* it is one line, which is on the screen */
        err->file[0] = '\0';
    }
    moot_sandbox_free(sandbox);
    moot_buf_done(&text);
    return code;
}
