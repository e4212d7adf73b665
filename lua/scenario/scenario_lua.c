/* The Lua side of scenarios: one thread, whose words yield what they were given, and the loop that
 * runs it.
 *
 * A word is carried out only when the next one is reached, because its braces may still come:
 * `done "x" { … }` is two calls. */
#include "lua/scenario/scenario_lua.h"

#include <stdio.h>
#include <string.h>

#include "lua/load/loader.h"

static const moot_sandbox_limits limits = {
    .live_bytes = 16u << 20,
    .hard_bytes = 32u << 20,
    .volume_bytes = 256u << 20,
    .instructions = 10000000,
    .cpu_ms = 120000, /* the engine's time is in it, for all the cases of a file */
};

static const char thread_key = 't'; /* an address: registry key */

/* ---- places and mistakes ---- */

/* Each token stands on a line of its own in the text that Lua has: its line is the token. */
static int line_of(const scenario_run *run, int relined)
{
    int32_t token = moot_scan_at_line(&run->scan, relined);
    return run->scan.tokens[token].line;
}

int scenario_line_now(lua_State *L)
{
    const char *chunk;
    int line;
    return moot_script_frame(L, &chunk, &line) ? line_of(scenario_lua_of(L)->run, line) : 0;
}

/* The first name of what stands there: Lua remembers a call by the token behind its name, and of expect.breach the last. */
static int column_at(const moot_scan *scan, int32_t token)
{
    int32_t first = token;
    if (first > 0 && scan->tokens[first].kind != MOOT_TOKEN_NAME && scan->tokens[first - 1].kind == MOOT_TOKEN_NAME) {
        first--;
    }
    while (first > 1 && moot_token_is(scan, first - 1, ".") && scan->tokens[first - 2].kind == MOOT_TOKEN_NAME) {
        first -= 2;
    }
    return scan->tokens[first].line == scan->tokens[token].line ? scan->tokens[first].col : scan->tokens[token].col;
}

static int column_now(lua_State *L)
{
    const moot_scan *scan = &scenario_lua_of(L)->run->scan;
    const char *chunk;
    int line;
    return moot_script_frame(L, &chunk, &line) ? column_at(scan, moot_scan_at_line(scan, line)) : 0;
}

void scenario_trouble_at(lua_State *L, int line, const char *fmt, ...)
{
    struct scenario_lua *lua = scenario_lua_of(L);
    char text[512];
    int col = lua->said.line == line ? lua->said.col : column_now(L); /* the thread stands still while a word is read */
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    if (!moot_grow((void **)&lua->troubles, &lua->trouble_cap, (size_t)lua->trouble_count + 1,
                   sizeof *lua->troubles)) {
        scenario_no_memory(lua->run);
        return;
    }
    lua->troubles[lua->trouble_count++] = (scenario_trouble){ line, col, scenario_keep(lua->run, text) };
}

/* moot_sandbox's explain: as the loader of protocols does. */
static void explain(void *owner, const char *chunk, int line, const char *message, moot_err *err)
{
    const struct scenario_lua *lua = owner;
    if (!lua->chunk || strcmp(chunk, lua->chunk) != 0 || line <= 0) {
        return;
    }
    const moot_scan *scan = &lua->run->scan;
    int32_t token = moot_scan_at_line(scan, line);
    if (message) {
        moot_explain(scan, token, message, err);
    }
    if (err->line == 0) {
        moot_token_blame(scan, token, err);
    }
}

/* ---- the thread ---- */

/* [-0, +0, m]  gives the thread the word that it said, by which braces and corrections name it */
static void give_step(lua_State *L, struct scenario_lua *lua)
{
    int32_t *step = lua_newuserdatauv(L, sizeof *step, 0);
    *step = lua->give;
    luaL_setmetatable(L, SCENARIO_STEP);
    lua_settop(lua->thread, 0);
    lua_xmove(L, lua->thread, 1);
}

/* [-0, +0, e]  lets the thread run to its next word */
static int l_go(lua_State *L)
{
    struct scenario_lua *lua = lua_touserdata(L, 1);
    memset(&lua->said, 0, sizeof lua->said);
    if (lua->give) {
        give_step(L, lua);
    }
    int count = moot_sandbox_resume(L, lua->thread, lua->give ? 1 : 0);
    if (count < 0) {
        lua->what = SAID_END;
        return 0;
    }
    lua->earlier = lua->trouble_count;
    luaL_checkstack(L, count + LUA_MINSTACK, NULL);
    int first = lua_gettop(L) + 1;
    lua->said.line = scenario_line_now(lua->thread);
    lua->said.col = column_now(lua->thread);
    lua_xmove(lua->thread, L, count);
    scenario_read_said(L, lua, first);
    return 0;
}

/* [-0, +0, e]  loads the script as the thread's function */
static int l_prepare(lua_State *L)
{
    struct scenario_lua *lua = lua_touserdata(L, 1);
    luaL_checkstack(L, 20, NULL);
    lua->thread = lua_newthread(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &thread_key);
    scenario_push_env(L);
    moot_sandbox_load_text(L, moot_buf_text(&lua->run->relined), lua->run->relined.len, lua->chunk);
    lua_xmove(L, lua->thread, 1);
    return 0;
}

/* ---- the loop ---- */

static void tell_troubles(struct scenario_lua *lua, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        scenario_at(lua->run, lua->troubles[i].line, lua->troubles[i].col);
        scenario_mistake(lua->run, lua->troubles[i].line, "%s", lua->troubles[i].text);
    }
    lua->trouble_count -= count;
    if (lua->trouble_count > 0) {
        memmove(lua->troubles, lua->troubles + count,
                (size_t)lua->trouble_count * sizeof *lua->troubles);
    }
}

static void finish_pending(struct scenario_lua *lua, int32_t troubles)
{
    if (lua->has_pending) {
        lua->has_pending = 0;
        scenario_carry_out(lua->run, &lua->pending);
    }
    tell_troubles(lua, troubles);
}

/* Mistakes in the word itself are told when it has been carried out: a scenario's belong to that
 * scenario. */
static void take_word(struct scenario_lua *lua)
{
    finish_pending(lua, lua->earlier);
    lua->pending = lua->said;
    lua->has_pending = 1;
    lua->give = lua->said.number;
}

static void take_braces(struct scenario_lua *lua)
{
    scenario_statement *s = &lua->pending;
    lua->give = lua->said_of;
    if (!lua->has_pending || s->number != lua->said_of || s->has_table) {
        scenario_trouble_at(lua->sandbox->state, lua->said.line,
                            "these braces stand apart from their word: write them behind it");
        return;
    }
    s->table = lua->said.table;
    s->has_table = 1;
    s->broken |= lua->said.broken;
}

static void run_thread(struct scenario_lua *lua)
{
    scenario_run *run = lua->run;
    moot_err err;
    moot_err_init(&err);
    moot_code code = moot_lua_call(lua->sandbox, l_prepare, lua, &err);
    while (!code && !run->fatal) {
        code = moot_lua_call(lua->sandbox, l_go, lua, &err);
        if (code || lua->what == SAID_END) {
            break;
        }
        if (lua->what == SAID_WORD) {
            take_word(lua);
        } else {
            take_braces(lua);
        }
    }
    finish_pending(lua, lua->trouble_count);
    if (code) {
        moot_err_at(&err, run->shown.path, 0, 0);
        moot_errs_take(&run->shown.errs, &err);
    }
}

void scenario_lua_run(scenario_run *run)
{
    struct scenario_lua lua = { .run = run };
    moot_err err;
    char chunk[56];
    const char *slash = strrchr(run->shown.path, '/');
    snprintf(chunk, sizeof chunk, "@%.50s", slash ? slash + 1 : run->shown.path);
    lua.chunk = chunk;
    moot_err_init(&err);
    if (moot_sandbox_new(&limits, &lua.sandbox, &err)) {
        moot_errs_take(&run->shown.errs, &err);
        return;
    }
    lua.sandbox->owner = &lua;
    lua.sandbox->explain = explain;
    run->lua = &lua;
    run_thread(&lua);
    run->lua = NULL;
    moot_sandbox_free(lua.sandbox);
    moot_free(lua.troubles);
}
